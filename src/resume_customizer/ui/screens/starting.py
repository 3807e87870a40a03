"""What somebody without a workspace sees first.

name  ->  a workspace of their own
"""

import streamlit as st

from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.session import Visit, forget_workspaces
from resume_customizer.ui.texts import _


def name_a_workspace(visit: Visit) -> None:
    """One field."""
    st.markdown(
        _("A workspace holds your resumes, points and everything made from them; you can invite others into it.")
    )
    with st.form("new-workspace", border=True):
        name = st.text_input(_("Name of your workspace"), value=_("My desk"), max_chars=120)
        made = st.form_submit_button(_("Make the workspace"), type="primary")
    if made:
        with telling():
            visit.desk.workspaces.create(visit.actor, name)
            forget_workspaces()
            st.rerun()
