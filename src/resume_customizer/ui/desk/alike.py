"""Requirements that seem to be the same opening, each with why.

Likeness, …  ->  show_alike()  ->  one warning
"""

from collections.abc import Sequence

import streamlit as st

from resume_customizer.core.staffing.duplicates import Likeness
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.texts import _


def show_alike(found: Sequence[Likeness]) -> None:
    """Show them; nothing where there are none."""
    if not found:
        return
    lines = [f"- **{plain(each.title)}**: {plain('; '.join(map(_reason, each.reasons)))}" for each in found]
    st.warning("\n".join([_("This seems to be there already:"), "", *lines]), icon=":material/content_copy:")


def _reason(reason: str) -> str:
    """In the reader's language: “same client: Harbor Bank”, or “80 % of the posting is the same”."""
    what, colon, name = reason.partition(": ")
    if colon:
        return f"{_(what)}: {name}"
    return _("{share} % of the posting is the same", share=reason.partition(" ")[0])
