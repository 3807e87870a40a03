"""What goes along with a mail that is written: the file that another screen has just made, and what it is for.

?with=CUSTOMIZATION&for=REQUIREMENT  ->  show_files_along()  ->  Along: files and requirement for the composer

It stands in the address, so a refresh or another tab has the same file attached.
"""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from resume_customizer.core.errors import NotFound
from resume_customizer.services.mail_files import FileWish
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

WITH: Final = "with"
FOR: Final = "for"
_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Along:
    """What goes along."""

    files: tuple[FileWish, ...] = ()
    requirement_id: str = ""


def files_along() -> tuple[str, ...]:
    """The customizations that the address names."""
    return tuple(dict.fromkeys(st.query_params.get_all(WITH)))[:_MOST]


def forget_files_along() -> None:
    """Nothing goes along any more."""
    for name in (WITH, FOR):
        if name in st.query_params:
            del st.query_params[name]


def show_files_along(visit: Visit) -> Along:
    """Show what goes along, with the way to take it off."""
    files, lines = [], []
    for each in files_along():
        try:
            document = visit.desk.customizations.read_document(visit.actor, each)
        except NotFound:
            continue
        files.append(FileWish(customization_id=each))
        lines.append(f":material/attach_file: {plain(document.name)} · {len(document.content) / 1000:,.0f} kB")
    if not files:
        return Along()
    with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown("  \n".join(lines))
        st.button(_("Without the file"), icon=":material/close:", type="tertiary", on_click=forget_files_along)
    requirement_id = st.query_params.get(FOR, "")
    if requirement_id:
        st.caption(_("Without an address it goes to the vendor of the requirement."))
    return Along(tuple(files), requirement_id)
