"""A resume as it was understood, and how a person corrects that; it holds for the next version too.

a version  ->  its experiences  ->  drop, join, split, rename, choose where new points go  ->  the resume's corrections
"""

from typing import Any

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.resumes import Resume
from resume_customizer.services.library.resumes import corrections_of
from resume_customizer.ui.components.headers import empty_state, plain, two_lines
from resume_customizer.ui.sentences import remark, sentence
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_LONGEST = 90


def show_structure(visit: Visit, resume: Resume, version_id: str) -> None:
    """Every experience with its bullets, and the ways to correct it."""
    found = visit.desk.resumes.inspect_version(visit.actor, version_id)
    corrections = list(corrections_of(resume))
    for notice in found["notices"]:
        st.info(plain(remark(notice["message"], notice["where"])), icon=":material/info:")
    if not found["experiences"]:
        empty_state(_("No experience was found"), _("Points can't be placed by themselves in this resume."))
    for at, experience in enumerate(found["experiences"]):
        with st.container(border=True):
            _experience(visit, resume, experience, at)
    if corrections and visit.may(Action.CHANGE_RECORDS):
        told = several("{count} correction", "{count} corrections", len(corrections))
        if st.button(_("Take back the last of {corrections}", corrections=told), icon=":material/undo:"):
            _keep(visit, resume, corrections[:-1])


def _experience(visit: Visit, resume: Resume, experience: dict[str, Any], at: int) -> None:
    title = ", ".join(filter(None, (experience["role"], experience["company"]))) or experience["header"][0]
    dates = " – ".join(filter(None, (experience["start"], experience["end"])))
    bullets = several("{count} bullet", "{count} bullets", len(experience["bullets"]))
    two_lines(title, " · ".join(filter(None, (sentence(dates), experience["location"], bullets))))
    behind = experience["insert_after"]
    told = _("New points go behind: “{text}”", text=_short(behind)) if behind else _("No point can be added here.")
    st.caption(plain(told))
    with st.expander(_("Bullets and corrections")):
        for bullet in experience["bullets"]:
            st.markdown(f"- {plain(bullet)}")
        if visit.may(Action.CHANGE_RECORDS):
            _ways(visit, resume, experience, at)


def _ways(visit: Visit, resume: Resume, experience: dict[str, Any], at: int) -> None:
    header = "\n".join(" ".join(line.split()) for line in experience["header"])
    more: dict[str, Any] | None = None
    with st.container(horizontal=True):
        if st.button(_("This is no experience"), key=f"drop-{at}"):
            more = {"kind": "drop"}
        if at and st.button(_("It belongs to the one before"), key=f"merge-{at}"):
            more = {"kind": "merge"}
    bullets = experience["bullets"]
    if bullets:
        with st.form(f"place-{at}", border=False):
            chosen = st.selectbox(_("A bullet"), bullets, index=len(bullets) - 1, format_func=_short)
            with st.container(horizontal=True):
                placed = st.form_submit_button(_("New points go behind it"))
                split = st.form_submit_button(_("It is the header of another experience"))
        more = {"kind": "place", "at": chosen} if placed else {"kind": "split", "at": chosen} if split else more
    with st.form(f"rename-{at}", border=False):
        columns = st.columns(4)
        names = {"role": _("Role"), "company": _("Company"), "start": _("From"), "end": _("Until")}
        typed = {
            name: column.text_input(label, value=experience[name] or "")
            for column, (name, label) in zip(columns, names.items(), strict=True)
        }
        if st.form_submit_button(_("It is called like this")):
            more = {"kind": "rename", **typed}
    if more is not None:
        _keep(visit, resume, [*corrections_of(resume), {"header": header, **more}])


def _keep(visit: Visit, resume: Resume, corrections: list[object]) -> None:
    visit.desk.resumes.correct(visit.actor, resume.id, corrections, resume.version)
    st.toast(_("Corrected; it holds for later versions too."), icon=":material/check:")
    st.rerun()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
