"""Requirements: the board, the list, a new one from a vendor's e-mail, a table of them, and one with all that happened.

Visit  ->  board | list, filtered, many changed at once | new | import  ->  one requirement
"""

from collections.abc import Callable, Iterator
from functools import partial

import streamlit as st

from resume_customizer.core.actor import Actor
from resume_customizer.core.permissions import Action
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain
from resume_customizer.ui.components.kanban import card_moved, card_opened, show_kanban
from resume_customizer.ui.components.table import (
    PAGE,
    Column,
    Page,
    asked_of,
    begin_again,
    forget_picks,
    picked_of,
    show_table,
)
from resume_customizer.ui.desk.filters import show_filters
from resume_customizer.ui.desk.importing import show_import
from resume_customizer.ui.desk.many import show_many
from resume_customizer.ui.desk.new_requirement import show_new
from resume_customizer.ui.desk.one_requirement import REMOVED, show_one
from resume_customizer.ui.desk.opened import show_opened
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

OPENED = "requirement-opened"
_WANTED = "requirements-wanted"
BOARD, LIST, NEW, IMPORT = marked("Board"), marked("List"), marked("New"), marked("Import")


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Requirements"), _("Openings, from a vendor's e-mail to the placement."))
    if removed := st.session_state.pop(REMOVED, ""):
        st.toast(_("{title} is removed.", title=plain(removed)), icon=":material/check:")
    moved, opened = card_moved(), card_opened()
    if moved and visit.may(Action.CHANGE_RECORDS):
        with telling():
            visit.desk.requirements.move(visit.actor, moved.requirement_id, moved.status, moved.version or None)
    if opened:
        st.session_state[OPENED] = opened
    if show_opened(OPENED, partial(show_one, visit)):
        return
    views = [BOARD, LIST, NEW, IMPORT] if visit.may(Action.CHANGE_RECORDS) else [BOARD, LIST]
    view = st.segmented_control(_("View"), views, default=BOARD, format_func=_, label_visibility="collapsed")
    if view == NEW:
        made = show_new(visit)
        if made:
            st.session_state[OPENED] = made
            st.rerun()
    elif view == IMPORT:
        show_import(visit)
    elif view == LIST:
        _list(visit)
    else:
        _board(visit)


def _board(visit: Visit) -> None:
    columns = visit.desk.requirements.board(visit.actor, 15)
    if not any(each.count for each in columns):
        empty_state(_("No requirement yet"), _("Choose “New” and paste a posting, or a vendor's whole e-mail."))
        return
    show_kanban(columns, moves=visit.may(Action.CHANGE_RECORDS))


def _saving(visit: Visit) -> None:
    """All of them as a file; made when the button is pressed."""
    transfer, actor = visit.desk.requirement_transfer, visit.actor
    forms = {"csv": ("text/csv", transfer.export_csv), "jsonl": ("application/x-ndjson", transfer.export_json)}
    with st.container(horizontal=True):
        for form, (kind, export) in forms.items():
            st.download_button(
                _("Save all as {form}", form=form.upper()),
                data=_whole(export, actor, "" if form == "csv" else "\n"),
                file_name=f"requirements.{form}",
                mime=kind,
                on_click="ignore",
            )


def _whole(export: Callable[[Actor], Iterator[str]], actor: Actor, between: str) -> Callable[[], bytes]:
    return lambda: between.join(export(actor)).encode()


def _list(visit: Visit) -> None:
    asked = asked_of("requirements", "-id")
    wanted = show_filters(visit, asked.sort or "-id")
    if wanted != st.session_state.get(_WANTED):
        st.session_state[_WANTED] = wanted
        begin_again("requirements")
        forget_picks("requirements")
        asked = asked_of("requirements", "-id")
    many = visit.may(Action.CHANGE_RECORDS) and st.toggle(_("Change several"), key="requirements-many")
    if many:
        show_many(visit, picked_of("requirements"))
    if asked.search:
        page = visit.desk.requirements.search_requirements(visit.actor, asked.search, asked.cursor, PAGE)
    else:
        page = visit.desk.requirements.list_requirements(visit.actor, wanted, asked.cursor, PAGE)
    columns = [
        Column("title", _("Title"), "title"),
        Column("client", _("Client"), "client"),
        Column("vendor", _("Vendor")),
        Column("status", _("Status"), is_word=True),
        Column("technology", _("Technology")),
        Column("changed", _("Changed"), "changed_at"),
    ]
    rows = [
        {
            "id": each.id,
            "title": each.title,
            "client": each.end_client or each.client,
            "vendor": each.vendor_company,
            "status": _(each.status),
            "technology": each.primary_technology,
            "changed": each.changed_at,
        }
        for each in page.records
    ]
    shown = Page(rows, page.next)
    opened = show_table("requirements", columns, shown, search=_("Search requirements"), opens=True, picks=many)
    if opened:
        st.session_state[OPENED] = opened
        st.rerun()
    if visit.may(Action.EXPORT_RECORDS):
        _saving(visit)
