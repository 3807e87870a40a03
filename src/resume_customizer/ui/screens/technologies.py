"""Technologies: what the catalogue knows, and what the workspace knows beside and against it.

Visit  ->  a search in the catalogue  |  the workspace's own rows  ->  add, say otherwise, ignore, remove
"""

import streamlit as st

from resume_customizer.core.naming.technologies import Technology
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.banks import TechnologyOverride
from resume_customizer.services.documents.technologies import search
from resume_customizer.services.library.workspace_technologies import OwnEntry
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain
from resume_customizer.ui.components.parts import show_parts
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.components.table import Column, Page, show_table
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

_MOST_FOUND = 20


def show(visit: Visit) -> None:
    """The screen."""
    page_header(
        _("Technologies"),
        _("Names that postings and resumes are read by: thousands of the catalogue, and your workspace's own."),
    )
    show_parts("technologies-part", {_("Our own"): lambda: _ours(visit), _("Catalogue"): lambda: _catalogue(visit)})


def _ours(visit: Visit) -> None:
    rows = visit.desk.technologies.list_own(visit.actor)
    may_change = visit.may(Action.CHANGE_RECORDS)
    if not rows:
        text = _("Add what only you use: an in-house system, a client's product, a spelling that the catalogue lacks.")
        empty_state(_("Nothing of your own yet"), text, icon="category")
        opened = ""
    else:
        columns = [
            Column("name", _("Name")),
            Column("aliases", _("Spellings")),
            Column("category", _("Category")),
            Column("state", _("State"), is_word=True),
        ]
        opened = show_table("own-technologies", columns, Page([_line(each) for each in rows]), opens=may_change)
    if may_change:
        _form(visit, next((each for each in rows if each.id == opened), None))


def _line(row: TechnologyOverride) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "aliases": ", ".join(row.aliases),
        "category": row.category,
        "state": _("ignored") if row.is_ignored else _("known"),
    }


def _form(visit: Visit, row: TechnologyOverride | None) -> None:
    """Another technology, or one that was opened in the table."""
    key = f"technology-{row.id}-{row.version}" if row else "technology-new"
    with st.expander(_("Change it") if row else _("Add a technology"), icon=":material/add:", expanded=row is not None):
        with st.form(key, border=False, clear_on_submit=row is None):
            name = st.text_input(_("Name"), value=row.name if row else "", max_chars=120, disabled=row is not None)
            aliases = st.text_input(
                _("Other spellings, with commas between"), value=", ".join(row.aliases) if row else ""
            )
            category = st.text_input(_("Category"), value=row.category if row else "", max_chars=60)
            parents = st.text_input(
                _("What it is part of or stands on, with commas between"),
                value=", ".join(row.parents) if row else "",
                help=_("A resume that names one of these is near to it."),
            )
            ignored = st.checkbox(
                _("Ignore it: it is no technology here"), value=bool(row and row.is_ignored), key=f"{key}-ignored"
            )
            if st.form_submit_button(_("Save"), type="primary"):
                entry = OwnEntry(name, _words(aliases), category, _words(parents), ignored)
                with telling():
                    kept = visit.desk.technologies.save(visit.actor, entry)
                    st.toast(_("{name} is kept.", name=plain(kept.name)))
                    st.rerun()
        if row is None:
            return
        question = _("Remove {name}? What the catalogue says of it counts again.", name=plain(row.name))
        if confirm(_("Remove"), question, _("Remove it"), f"{key}-remove", icon=":material/delete:"):
            visit.desk.technologies.remove(visit.actor, row.id)
            st.rerun()


def _words(typed: str) -> list[str]:
    return [each.strip() for each in typed.split(",") if each.strip()]


def _catalogue(visit: Visit) -> None:
    wanted = st.text_input(_("Name, spelling or category"), max_chars=200, placeholder="Kafka", key="catalogue-search")
    if not wanted.strip():
        st.caption(_("Type a word to see what a name stands for, what it is called, and what is near to it."))
        return
    with visit.desk.technologies.working_for(visit.actor):
        found = search(wanted, _MOST_FOUND)
    columns = [
        Column("name", _("Name")),
        Column("spellings", _("Spellings")),
        Column("category", _("Category")),
        Column("parents", _("Part of")),
        Column("year", _("Since"), is_number=True),
    ]
    show_table("catalogue", columns, Page([_found(each) for each in found]))


def _found(technology: Technology) -> dict[str, object]:
    return {
        "id": technology.name,
        "name": technology.name,
        "spellings": ", ".join(technology.spellings[1:]),
        "category": technology.category,
        "parents": ", ".join(technology.parents),
        "year": technology.year or "",
    }
