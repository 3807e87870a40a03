"""A new requirement: paste a posting or a vendor's e-mail, correct what was understood, keep it.

text  ->  proposed fields with their lines, what is there already  ->  form  ->  the id of the new requirement
"""

import streamlit as st

from resume_customizer.core.staffing.requirements import FIELDS
from resume_customizer.services.staffing.requirements import Proposed
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import two_lines
from resume_customizer.ui.desk.alike import show_alike
from resume_customizer.ui.desk.forms import show_fields
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

_TEXT = "requirement-text"


def show_new(visit: Visit) -> str:
    """Show it; gives the id of what was made."""
    with st.form("requirement-paste"):
        pasted = st.text_area(
            _("Paste the posting, or the vendor's whole e-mail"), st.session_state.get(_TEXT, ""), height=200
        )
        if st.form_submit_button(_("Read it"), type="primary"):
            st.session_state[_TEXT] = pasted
    text = st.session_state.get(_TEXT, "")
    proposed: Proposed | None = None
    if text.strip():
        with telling():
            proposed = visit.desk.requirements.propose(visit.actor, text)
            _evidence(proposed)
    return _form(visit, proposed)


def _evidence(proposed: Proposed) -> None:
    show_alike(proposed.duplicates[:5])
    with st.expander(_("Where each value comes from")):
        for each in proposed.fields:
            value = ", ".join(each.value) if isinstance(each.value, tuple) else str(each.value)
            cited = "; ".join(f"{_('line')} {place.line}: {place.text[:160]}" for place in each.evidence[:3])
            two_lines(f"{_(FIELDS[each.field].label)}: {value}", cited)


def _form(visit: Visit, proposed: Proposed | None) -> str:
    values: dict[str, object] = {each.field: each.value for each in proposed.fields} if proposed else {}
    if proposed:
        values["posting"] = proposed.posting
    key = f"new-{hash(proposed.posting) if proposed else 0}"
    with st.form("requirement-new"):
        filled = show_fields(FIELDS, tuple(FIELDS), {"rate_currency": "USD", "priority": 0, **values}, key)
        sent = st.form_submit_button(_("Keep this requirement"), type="primary")
    if sent:
        with telling():
            made = visit.desk.requirements.create(visit.actor, filled)
            st.session_state.pop(_TEXT, None)
            return made.id
    return ""
