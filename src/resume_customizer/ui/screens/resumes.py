"""Resumes: what is stored, its versions, how it is understood, and what was made of it.

Visit  ->  a page of resumes  ->  one of them: versions, structure (corrected by the person), customizations
"""

from collections.abc import Callable
from typing import Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.resumes import Customization, Resume, ResumeVersion
from resume_customizer.ui.components.faults import keeping_faults, show_kept_faults, telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain
from resume_customizer.ui.components.parts import show_parts
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.customizing.results import DOCX
from resume_customizer.ui.look import MOST_UPLOADED
from resume_customizer.ui.moments import shown
from resume_customizer.ui.screens.structure import show_structure
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_CHOSEN: Final = "resume"
_SERIAL: Final = "resumes-serial"


def show(visit: Visit) -> None:
    """The screen."""
    chosen = st.session_state.get(_CHOSEN)
    if chosen:
        with telling():
            _one(visit, visit.desk.resumes.show_resume(visit.actor, chosen))
            return
        st.session_state.pop(_CHOSEN)
    page_header(_("Resumes"), _("Each with all its versions, byte for byte as they came in."))
    if visit.may(Action.CHANGE_RECORDS):
        _drop(visit)
    _list(visit)


def _list(visit: Visit) -> None:
    asked = asked_of("resumes", sort="-changed_at")
    resumes = visit.desk.resumes
    if asked.search:
        page = resumes.search_resumes(visit.actor, asked.search, asked.cursor, PAGE)
    else:
        page = resumes.list_resumes(visit.actor, asked.sort, asked.cursor, PAGE)
    if not page.records and asked.search == "" and not asked.after:
        empty_state(_("No resumes yet"), _("Drop a Word file above, or customize one: it is stored here by itself."))
        return
    columns = [
        Column("name", _("Name"), "name"),
        Column("tags", _("Tags")),
        Column("versions", _("Versions"), is_number=True),
        Column("changed", _("Changed"), "changed_at"),
    ]
    rows = [
        {
            "id": each.id,
            "name": each.name,
            "tags": ", ".join(each.tags),
            "versions": each.version_count,
            "changed": each.changed_at,
        }
        for each in page.records
    ]
    opened = show_table("resumes", columns, Page(rows, page.next), search=_("Search resumes"), opens=True)
    if opened:
        st.session_state[_CHOSEN] = opened
        st.rerun()


def _drop(visit: Visit, resume: Resume | None = None) -> None:
    """New resumes, or a new version of one."""
    serial = st.session_state.setdefault(_SERIAL, 0)
    dropped = st.file_uploader(
        _("Word files (.docx), up to {most} MB each", most=MOST_UPLOADED),
        type=["docx"],
        accept_multiple_files=True,
        key=f"resumes-{serial}",
    )
    show_kept_faults()
    if not dropped:
        return
    for each in dropped:
        with keeping_faults(each.name):
            if resume is None:
                visit.desk.resumes.upload(visit.actor, each.name, each.getvalue())
            else:
                visit.desk.resumes.add_version(visit.actor, resume.id, each.name, each.getvalue())
    st.session_state[_SERIAL] = serial + 1  # an empty field: what is dropped into the old one would be lost
    st.rerun()


def _one(visit: Visit, resume: Resume) -> None:
    if st.button(_("All resumes"), icon=":material/arrow_back:", type="tertiary"):
        st.session_state.pop(_CHOSEN)
        st.rerun()
    page_header(plain(resume.name), several("{count} version", "{count} versions", resume.version_count))
    versions = visit.desk.resumes.list_versions(visit.actor, resume.id)
    show_parts(
        "resume-part",
        {
            _("Structure"): lambda: show_structure(visit, resume, versions[0].id),
            _("Versions"): lambda: _versions(visit, resume, versions),
            _("Customizations"): lambda: _customizations(visit, resume),
            _("Settings"): lambda: _settings(visit, resume),
        },
    )


def _versions(visit: Visit, resume: Resume, versions: tuple[ResumeVersion, ...]) -> None:
    if visit.may(Action.CHANGE_RECORDS):
        _drop(visit, resume)
    for version in versions:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            size = f"{version.size / 1000:,.0f} kB"
            st.markdown(f"**{version.number}** · {plain(version.file_name)} · {version.created_at:%Y-%m-%d} · {size}")
            st.download_button(
                _("Download"),
                data=_reading(visit, version.id),
                file_name=version.file_name,
                mime=DOCX,
                key=f"version-{version.id}",
                on_click="ignore",
            )


def _reading(visit: Visit, version_id: str) -> Callable[[], bytes]:
    return lambda: visit.desk.resumes.read_version(visit.actor, version_id).content


def _customizations(visit: Visit, resume: Resume) -> None:
    page = visit.desk.customizations.list_customizations(visit.actor, resume_id=resume.id, limit=PAGE)
    if not page.records:
        empty_state(_("Nothing was made of it yet"), _("Customize it: what comes out is listed here."))
    for each in page.records:
        _customization(visit, each)


def _customization(visit: Visit, made: Customization) -> None:
    customizations, actor = visit.desk.customizations, visit.actor
    with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        placed = several("{count} point placed", "{count} points placed", made.placed)
        st.markdown(f"{shown(made.created_at)} · {placed} · {plain(made.technologies)}")
        with st.container(horizontal=True, width="content"):
            st.download_button(
                _("Download"),
                data=lambda: customizations.read_document(actor, made.id).content,
                file_name=f"{made.name} customized.docx",
                mime=DOCX,
                key=f"made-{made.id}",
                on_click="ignore",
            )
            st.download_button(
                _("Certificate"),
                data=lambda: customizations.read_certificate(actor, made.id).content,
                file_name=f"{made.name}.certificate.json",
                mime="application/json",
                key=f"proof-{made.id}",
                on_click="ignore",
            )


def _settings(visit: Visit, resume: Resume) -> None:
    if visit.may(Action.CHANGE_RECORDS):
        with st.form("resume-settings"):
            name = st.text_input(_("Name"), value=resume.name, max_chars=120)
            tags = st.text_input(_("Tags, separated by commas"), value=", ".join(resume.tags))
            saved = st.form_submit_button(_("Save"), type="primary")
        if saved:
            changed = visit.desk.resumes.rename(visit.actor, resume.id, name, resume.version)
            words = [tag.strip() for tag in tags.split(",") if tag.strip()]
            visit.desk.resumes.tag(visit.actor, resume.id, words, changed.version)
            st.rerun()
    if visit.may(Action.DELETE_RECORDS):
        question = _("Remove {name} with all its versions? This can't be taken back.", name=plain(resume.name))
        if confirm(_("Remove"), question, _("Remove"), "remove-resume", icon=":material/delete:"):
            visit.desk.resumes.remove(visit.actor, resume.id)
            st.session_state.pop(_CHOSEN, None)
            st.rerun()
