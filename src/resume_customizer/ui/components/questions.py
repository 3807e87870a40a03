"""Asking before something that can't be taken back.

confirm(button, question, yes, key)  ->  True in the run in which the person said yes
"""

import streamlit as st

from resume_customizer.ui.texts import _


def confirm(button: str, question: str, yes: str, key: str, *, icon: str | None = None) -> bool:
    """A button that opens a dialog; True once, after yes."""
    said = f"{key}-yes"
    if st.button(button, key=f"{key}-ask", icon=icon):
        _dialog(question, yes, key)
    return bool(st.session_state.pop(said, False))


@st.dialog(" ")
def _dialog(question: str, yes: str, key: str) -> None:
    st.markdown(question)
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button(_("Cancel"), key=f"{key}-no"):
            st.rerun()
        if st.button(yes, key=f"{key}-do", type="primary"):
            st.session_state[f"{key}-yes"] = True
            st.rerun()
