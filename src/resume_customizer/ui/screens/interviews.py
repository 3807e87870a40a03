"""Interviews: what is ahead, planning one, and one with its calendar file, feedback and result.

Visit  ->  by time from today on, or from earlier  ->  one interview
"""

from datetime import UTC, datetime, time, timedelta
from functools import partial

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.staffing.interviews import local_time
from resume_customizer.ui.components.headers import empty_state, page_header
from resume_customizer.ui.components.parts import fold
from resume_customizer.ui.components.pickers import pick_day
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.desk.interview import show_interview, show_planning
from resume_customizer.ui.desk.opened import show_opened
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

OPENED = "interview-opened"


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Interviews"), _("Rounds in their own time zones; members on the requirement are reminded once."))
    if show_opened(OPENED, partial(show_interview, visit)):
        return
    if visit.may(Action.CHANGE_RECORDS):
        with fold(_("Plan an interview"), "event", "interviews-new") as is_open:
            planned = show_planning(visit) if is_open else ""
            if planned:
                st.session_state[OPENED] = planned
                st.rerun()
    _list(visit)


def _list(visit: Visit) -> None:
    today = visit.desk.ground.clock().date()
    day = pick_day(_("From"), today - timedelta(days=1))
    since = datetime.combine(day, time.min, UTC) if day else None
    asked = asked_of("interviews")
    page = visit.desk.interviews.list_interviews(visit.actor, since=since, after=asked.cursor, limit=PAGE)
    if not page.records:
        empty_state(_("No interview is ahead"), _("Plan one here, or choose an earlier day."), icon="event")
        return
    people = {
        each: visit.desk.consultants.show(visit.actor, each) for each in {row.consultant_id for row in page.records}
    }
    openings = {
        each: visit.desk.requirements.show(visit.actor, each) for each in {row.requirement_id for row in page.records}
    }
    columns = [
        Column("when", _("When")),
        Column("who", _("Consultant")),
        Column("what", _("Requirement")),
        Column("round", _("Round"), is_number=True),
        Column("status", _("Status"), is_word=True),
        Column("result", _("Result"), is_word=True),
    ]
    rows = [
        {
            "id": each.id,
            "when": local_time(each),
            "who": people[each.consultant_id].name,
            "what": openings[each.requirement_id].title,
            "round": each.round,
            "status": each.status,
            "result": each.result,
        }
        for each in page.records
    ]
    opened = show_table("interviews", columns, Page(rows, page.next), opens=True)
    if opened:
        st.session_state[OPENED] = opened
        st.rerun()
