"""A record that is opened in place of the list.

the list sets st.session_state[key]  ->  show_opened()  ->  the record, until the person goes back or it is gone
"""

from collections.abc import Callable

import streamlit as st

from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.texts import _


def show_opened(key: str, show: Callable[[str], bool | None]) -> bool:
    """The record whose id stands under the key; false when none is opened. `show` gives true once it is gone."""
    opened = st.session_state.get(key)
    if not opened:
        return False
    is_left = st.button(_("Back to all"), icon=":material/arrow_back:")
    with telling():
        is_left = is_left or bool(show(opened))
    if is_left:
        del st.session_state[key]
        st.rerun()
    return True
