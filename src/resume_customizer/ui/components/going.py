"""Leaving a screen for a page of the server's own.

go(path)  ->  the browser opens it
"""

import streamlit as st

from resume_customizer.ui.components.element import mount
from resume_customizer.ui.texts import _


def go(path: str) -> None:
    """Open a page outside of Streamlit; a link stands there too, for the case that scripts are slow."""
    st.markdown(f"{_('Your session has ended.')} [{_('Sign in')}]({path})")
    mount("going", "going", {"path": path})
