"""Interviews: planning one, and one with its time, its calendar file, feedback and result.

Visit  ->  show_planning()  |  show_interview(id)
"""

from typing import Final
from zoneinfo import ZoneInfo

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Interview
from resume_customizer.core.staffing.interviews import INTERVIEW_FIELDS, MODES, RESULTS, STATUSES, local_time
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.desk.editing import forget_editing, show_editing
from resume_customizer.ui.desk.forms import show_fields
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

_MOST: Final = 200
_PLANNED: Final = ("round", "starts_at", "minutes", "time_zone", "mode", "link", "interviewers", "remind_minutes")
_CHOICES: Final = {"mode": ("", *MODES), "status": STATUSES, "result": ("", *RESULTS)}
_USUAL: Final = {"round": 1, "minutes": 60, "remind_minutes": 60}


def show_planning(visit: Visit, requirement_id: str = "") -> str:
    """The form for a new one, of one requirement when it is named; gives the id of what was planned."""
    desk = visit.desk
    people = {each.id: each for each in desk.consultants.list_consultants(visit.actor, limit=_MOST).records}
    openings = (
        {requirement_id: desk.requirements.show(visit.actor, requirement_id)}
        if requirement_id
        else {each.id: each for each in desk.requirements.list_requirements(visit.actor, limit=_MOST).records}
    )
    if not (people and openings):
        st.caption(_("It takes a requirement and a consultant."))
        return ""
    key = f"interview-new-{requirement_id}"
    with st.form(key):
        opening = st.selectbox(_("Requirement"), list(openings), format_func=lambda each: openings[each].title)
        person = st.selectbox(_("Consultant"), list(people), format_func=lambda each: people[each].name)
        st.caption(_("Begins by the clock of the time zone named here, or else of the consultant's."))
        filled = show_fields(INTERVIEW_FIELDS, _PLANNED, _USUAL, key, _CHOICES)
        sent = st.form_submit_button(_("Plan it"), type="primary")
    if sent:
        with telling():
            named = {name: value for name, value in filled.items() if value not in {"", None}}
            return desk.interviews.plan_interview(visit.actor, opening, person, named).id
    return ""


def show_interview(visit: Visit, interview_id: str) -> None:
    """One; raises NotFound."""
    found = visit.desk.interviews.show(visit.actor, interview_id)
    opening = visit.desk.requirements.show(visit.actor, found.requirement_id)
    person = visit.desk.consultants.show(visit.actor, found.consultant_id)
    st.subheader(plain(f"{person.name}: {opening.title}, {_('round')} {found.round}"), anchor=False)
    st.markdown(f"**{plain(local_time(found))}**")
    if person.time_zone and person.time_zone != found.time_zone:
        st.caption(plain(_("For {name}: {time}", name=person.name, time=local_time(found, person.time_zone))))
    st.download_button(
        _("For the calendar (.ics)"),
        data=lambda: visit.desk.interviews.calendar(visit.actor, found.id).encode(),
        file_name="interview.ics",
        mime="text/calendar",
        icon=":material/event:",
        on_click="ignore",
    )
    _fields(visit, found)
    if visit.may(Action.DELETE_RECORDS):
        question = _("Remove this interview? One that took place stays: set its status instead.")
        if confirm(_("Remove"), question, _("Remove"), f"interview-remove-{found.id}"):
            with telling():
                visit.desk.interviews.remove(visit.actor, found.id)
                st.rerun()


def _fields(visit: Visit, found: Interview) -> None:
    values = {name: getattr(found, name) for name in INTERVIEW_FIELDS}
    values["starts_at"] = f"{found.starts_at.astimezone(ZoneInfo(found.time_zone)):%Y-%m-%dT%H:%M}"
    key, may = f"interview-{found.id}", visit.may(Action.CHANGE_RECORDS)
    changed = show_editing(key, INTERVIEW_FIELDS, (values, found.version), _CHOICES, may=may)
    if changed:
        if "time_zone" in changed:  # its clock shows the same time, in another zone
            changed.setdefault("starts_at", values["starts_at"])
        with telling():
            visit.desk.interviews.edit(visit.actor, found.id, changed, found.version)
            forget_editing(key)
            st.rerun()
