"""The little that Streamlit's theme can't say.

apply()  ->  a style sheet that is the same for everybody
"""

from pathlib import Path
from typing import Final

import streamlit as st

ICON: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#17695f"/>'
    '<path d="M9 9h14M9 16h14M9 23h8" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>'
)
"""Of the browser's tab; a name of an icon would be fetched from elsewhere."""
LOGO: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 250 32"><rect width="32" height="32" rx="8" fill="#17695f"/>'
    '<path d="M9 9h14M9 16h14M9 23h8" stroke="#fff" stroke-width="3" stroke-linecap="round"/>'
    '<text x="42" y="22" font-family="sans-serif" font-size="17" font-weight="600" fill="#3a8f84">'
    "Resume Customizer</text></svg>"
)
_STYLE: Final = f"<style>{(Path(__file__).parent / 'style.css').read_text('utf-8')}</style>"


def apply() -> None:
    """Once a run."""
    st.html(_STYLE)
