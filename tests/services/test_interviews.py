"""Interviews: the promises of resume_customizer.services.staffing.interviews."""

from typing import Any

import pytest
from icalendar import Calendar

from builders.desk import NOBODY, Desk
from builders.staffing import a_consultant, an_opening
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import Conflict, NotFound, NotSignedIn
from resume_customizer.core.permissions import Role

PROGRAM = Actor("the program", Source(Door.WORKER), is_operator=True)


def test_a_time_is_right_in_the_zone_where_it_is_said(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann, time_zone="Asia/Kolkata"), an_opening(desk, ann)

    first = desk.interviews.plan_interview(ann, opening.id, petra.id, {"starts_at": "2026-12-01T15:00"})
    second = desk.interviews.plan_interview(
        ann, opening.id, petra.id, {"starts_at": "2026-12-01T04:30", "time_zone": "America/New_York", "round": 2}
    )

    assert (first.time_zone, first.starts_at.isoformat()) == ("Asia/Kolkata", "2026-12-01T09:30:00+00:00")
    assert second.starts_at == first.starts_at
    events: list[Any] = Calendar.from_ical(desk.interviews.calendar(ann, second.id)).walk("VEVENT")
    (event,) = events
    assert event["DTSTART"].dt == first.starts_at
    assert event["SUMMARY"] == "Interview, round 2: Petra Vandersloot, Java Developer"
    assert [each.id for each in desk.interviews.list_interviews(ann, since=desk.now).records] == [first.id, second.id]
    assert len(desk.interviews.list_interviews(ann, opening.id, petra.id).records) == 2
    assert any("Asia/Kolkata" in each.text for each in desk.timelines.list_timeline(ann, opening.id).records)


def test_each_who_is_on_it_is_reminded_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    desk.member(ann, "cleo", Role.EDITOR)
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    for each in (ann, bob):
        desk.timelines.assign(ann, opening.id, user_id=each.user_id)
    desk.interviews.plan_interview(ann, opening.id, petra.id, {"starts_at": "2026-11-23T12:00Z", "link": "Room 4"})
    before = len(desk.letters)

    assert desk.interviews.send_reminders(PROGRAM) == 0
    desk.later(hours=2, minutes=1)
    assert desk.interviews.send_reminders(PROGRAM) == 2
    assert desk.interviews.send_reminders(PROGRAM) == 0

    letters = desk.letters[before:]
    assert sorted(to for to, _ in letters) == ["ann@desk.example", "bob@desk.example"]
    assert "2026-11-23 12:00 UTC" in letters[0][1].subject
    assert "Where: Room 4" in letters[0][1].text


def test_a_moved_one_is_reminded_of_at_its_new_time_and_a_cancelled_one_not_at_all(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    moved, cancelled, removed = (
        desk.interviews.plan_interview(ann, opening.id, petra.id, {"starts_at": "2026-11-23T12:00Z"}) for _ in range(3)
    )
    desk.interviews.edit(ann, moved.id, {"starts_at": "2026-11-24T12:00Z", "status": "moved"}, moved.version)
    desk.interviews.edit(ann, cancelled.id, {"status": "cancelled"})
    desk.interviews.remove(ann, removed.id)

    desk.later(hours=2, minutes=30)
    assert desk.interviews.send_reminders(PROGRAM) == 0
    desk.later(days=1)
    assert desk.interviews.send_reminders(PROGRAM) == 1
    with pytest.raises(NotFound):
        desk.interviews.show(ann, removed.id)


def test_feedback_and_result_are_kept_and_of_two_changes_the_second_is_told(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    made = desk.interviews.plan_interview(ann, opening.id, petra.id, {"starts_at": "2026-11-23T12:00Z"})

    done = desk.interviews.edit(
        ann,
        made.id,
        {"status": "done", "result": "next round", "feedback": "Good on Kafka.\nWeak on SQL."},
        made.version,
    )
    with pytest.raises(Conflict):
        desk.interviews.edit(ann, made.id, {"notes": "x"}, made.version)

    assert desk.interviews.show(ann, made.id) == done
    assert done.feedback == "Good on Kafka.\nWeak on SQL."
    timeline = desk.timelines.list_timeline(ann, opening.id).records
    assert timeline[0].text.startswith("Interview, round 1: done, next round")


def test_only_the_program_sends_reminders(desk: Desk) -> None:
    with pytest.raises(NotSignedIn):
        desk.interviews.send_reminders(NOBODY)
