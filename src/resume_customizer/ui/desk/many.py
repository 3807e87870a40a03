"""Many requirements changed together: all of them, or none.

the rows that were picked  ->  show_many()  ->  a status, fields
"""

import streamlit as st

from resume_customizer.core.staffing.requirements import FIELDS, Status
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.table import forget_picks
from resume_customizer.ui.desk.forms import show_fields
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_NAMES = tuple(name for name in FIELDS if name not in {"title", "posting"})


def show_many(visit: Visit, picked: tuple[str, ...]) -> None:
    """The form for what was picked."""
    if not picked:
        st.caption(_("Tick requirements to change them together."))
        return
    with st.container(border=True):
        st.markdown(f"**{several('{count} requirement is ticked', '{count} requirements are ticked', len(picked))}**")
        names = st.multiselect(
            _("Fields to change"), _NAMES, placeholder=_("Choose"), format_func=lambda each: _(FIELDS[each].label)
        )
        with st.form("requirements-many"):
            status = st.selectbox(
                _("New status"), ["", *(each.value for each in Status)], format_func=lambda each: _(each or "as it is")
            )
            filled = show_fields(FIELDS, names, {"rate_currency": "USD", "priority": 0}, "many")
            sent = st.form_submit_button(_("Change them all"), type="primary")
        if sent:
            with telling():
                done = visit.desk.requirements.edit_many(visit.actor, picked, filled, status)
                forget_picks("requirements")
                st.toast(several("{count} was changed", "{count} were changed", done.count))
                st.rerun()
