"""What goes along with a mail that is written: the file that another screen has just made, and what it is for.

?with=CUSTOMIZATION&for=REQUIREMENT  ->  show_files_along()  ->  Along: files and requirement for the composer

It stands in the address, so a refresh or another tab has the same file attached.
"""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from resume_customizer.core.errors import NotFound
from resume_customizer.core.records.resumes import Customization
from resume_customizer.infrastructure.libreoffice import find_libreoffice
from resume_customizer.services.mail.mail_files import FileWish
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.moments import shown
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
    """Show what goes along, with the way to take it off; what is stored can be added."""
    lines, there = [], []
    for each in files_along():
        try:
            document = visit.desk.customizations.read_document(visit.actor, each)
        except NotFound:
            continue
        there.append(each)
        lines.append(f":material/attach_file: {plain(document.name)} · {len(document.content) / 1000:,.0f} kB")
    if there:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown("  \n".join(lines))
            st.button(_("Without the file"), icon=":material/close:", type="tertiary", on_click=forget_files_along)
    chosen = list(dict.fromkeys((*there, *_others(visit, there))))
    return Along(_wishes(chosen) if chosen else (), st.query_params.get(FOR, ""))


def _others(visit: Visit, there: list[str]) -> list[str]:
    """Further customized files, the newest first."""
    names = {each.id: _name(each) for each in visit.desk.customizations.list_customizations(visit.actor).records}
    left = [each for each in names if each not in there]
    if not left:
        return []
    return st.multiselect(
        _("Attach customized files"),
        left,
        placeholder=_("Choose"),
        format_func=lambda each: names[each],
        max_selections=_MOST - len(there),
    )


def _name(customization: Customization) -> str:
    return f"{customization.name} · {shown(customization.created_at)}"


def _wishes(customizations: list[str]) -> tuple[FileWish, ...]:
    """What goes along of each: the document or its PDF, and its certificate when it is wanted."""
    with st.container(horizontal=True):
        as_pdf = bool(find_libreoffice()) and st.toggle(_("As PDF"))
        certified = st.toggle(_("With certificates"))
    kinds = ("document", "certificate") if certified else ("document",)
    return tuple(
        FileWish(each, kind, as_pdf=as_pdf and kind == "document") for each in customizations for kind in kinds
    )
