"""A record that is opened in place of the list, and stands in the page's address.

the list sets st.session_state[key]  ->  show_opened()  ->  the record, until the person goes back or it is gone

Promises (tests in tests/ui/test_opened.py, in the browser tests/e2e/test_opening.py):

* What is opened outlives a refresh, has an address to pass on, and the browser's way back closes it.
"""

from collections.abc import Callable
from typing import Final

import streamlit as st

from resume_customizer.core.records.record import is_id
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.texts import _

ADDRESS: Final = "open"
SCREENS: Final = "screens-shown"
"""In the session: the last screen and the one of now."""


def show_opened(key: str, show: Callable[[str], bool | None]) -> bool:
    """The record whose id stands under the key; false when none is opened. `show` gives true once it is gone."""
    opened = _opened(key)
    if not opened:
        return False
    is_left = st.button(_("Back to all"), icon=":material/arrow_back:")
    with telling():
        is_left = is_left or bool(show(opened))
    if is_left:
        _close(key)
        st.rerun()
    return True


def _opened(key: str) -> str:
    """What the list has opened, or the address names; none when somebody went back from it."""
    opened, asked = str(st.session_state.get(key) or ""), st.query_params.get(ADDRESS, "")
    is_told = bool(opened) and st.session_state.get(f"{key}-told") == opened
    before, now = st.session_state.get(SCREENS, ("", ""))
    if is_told and not asked and before == now:
        _close(key)
        return ""
    if is_id(asked) and (is_told or not opened):
        opened = asked
    if opened:
        st.session_state[key] = st.session_state[f"{key}-told"] = opened
        if asked != opened:
            st.query_params[ADDRESS] = opened
    return opened


def _close(key: str) -> None:
    for each in (key, f"{key}-told"):
        st.session_state.pop(each, None)
    if ADDRESS in st.query_params:
        del st.query_params[ADDRESS]
