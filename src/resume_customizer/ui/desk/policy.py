"""What the workspace agrees on for its desk: right to represent, proof, sign-off, how long a sent line counts.

Visit  ->  show_policy()
"""

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.staffing.desk_policy import RIGHTS
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

_RIGHTS = {
    "always": marked("always"),
    "with-vendor": marked("when a vendor stands between"),
    "never": marked("never"),
}


def show_policy(visit: Visit) -> None:
    """For everybody to see; for owner and admins to change."""
    found = visit.desk.desk_policies.show_policy(visit.actor)
    may = visit.may(Action.CHANGE_WORKSPACE)
    with st.form("desk-policy"):
        rights = st.selectbox(
            _("A submission needs a right to represent"),
            RIGHTS,
            RIGHTS.index(found.right_to_represent),
            format_func=lambda each: _(_RIGHTS[each]),
            disabled=not may,
        )
        proof = st.checkbox(_("with a file that proves it"), found.needs_proof, disabled=not may)
        sign_off = st.checkbox(
            _("The consultant confirms each added point before it is sent"), found.needs_sign_off, disabled=not may
        )
        days = st.number_input(
            _("Days for which a line that was sent to a client or vendor counts"),
            0,
            3650,
            found.similarity_days,
            disabled=not may,
        )
        career = st.checkbox(
            _("We are a career service: advisers see only the people assigned to them"),
            found.is_career_service,
            disabled=not may,
        )
        saved = st.form_submit_button(_("Save"), disabled=not may)
    if saved:
        with telling():
            policy = {
                "right_to_represent": rights,
                "needs_proof": proof,
                "needs_sign_off": sign_off,
                "similarity_days": int(days),
                "is_career_service": career,
            }
            visit.desk.desk_policies.change_policy(visit.actor, policy)
            st.toast(_("Agreed."), icon=":material/check:")
            st.rerun()
