"""Times and calendar files of interviews: the promises of resume_customizer.core.staffing.interviews."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from icalendar import Calendar

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.records.desk import Interview
from resume_customizer.core.records.record import new_id
from resume_customizer.core.staffing.interviews import About, calendar_file, local_time, read_interview

NEW_YORK = "America/New_York"
ABOUT = About("Java Developer", "Harbor Bank", "Petra Vandersloot")


@pytest.mark.parametrize(
    ("said", "zone", "moment"),
    [
        ("2026-12-01T15:00", NEW_YORK, datetime(2026, 12, 1, 20, tzinfo=UTC)),
        ("2026-07-01T15:00", NEW_YORK, datetime(2026, 7, 1, 19, tzinfo=UTC)),
        ("2026-12-01 15:00", "Asia/Kolkata", datetime(2026, 12, 1, 9, 30, tzinfo=UTC)),
        ("2026-12-01T15:00+01:00", NEW_YORK, datetime(2026, 12, 1, 14, tzinfo=UTC)),
        ("2026-11-01T01:30", NEW_YORK, datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),
    ],
)
def test_a_local_time_is_the_moment_that_it_is_in_its_zone(said: str, zone: str, moment: datetime) -> None:
    assert read_interview({"starts_at": said, "time_zone": zone}) == {"starts_at": moment, "time_zone": zone}
    assert read_interview({"starts_at": said}, zone)["starts_at"] == moment


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ({"starts_at": "2026-03-08T02:30", "time_zone": NEW_YORK}, "skip 02:30"),
        ({"starts_at": "tomorrow"}, "a time like"),
        ({"time_zone": "Mars/Olympus"}, "no time zone"),
        ({"minutes": ""}, "minutes must be a number"),
        ({"result": "maybe"}, "result must be one of"),
    ],
)
def test_what_can_not_be_is_refused(wrong: dict[str, object], what: str) -> None:
    with pytest.raises(InvalidInput, match=what):
        read_interview(wrong)


def _interview(**fields: Any) -> Interview:  # noqa: ANN401 - any field
    at = datetime(2026, 12, 1, 20, tzinfo=UTC)
    made = Interview(requirement_id=new_id(), consultant_id=new_id(), starts_at=at, time_zone=NEW_YORK, minutes=45)
    return replace(made, link="https://meet.example/x", interviewers="Ada, Bo", changed_at=at, version=3, **fields)


def _event(file: str) -> Any:  # noqa: ANN401 - what the library gives
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    return event


def test_the_calendar_file_says_the_same_moment() -> None:
    interview = _interview()

    event = _event(calendar_file(interview, ABOUT))

    assert event["DTSTART"].dt == interview.starts_at
    assert event["DTSTART"].dt.tzname() == "EST"
    assert (event["DTEND"].dt - event["DTSTART"].dt).total_seconds() == 45 * 60
    assert event["SUMMARY"] == "Interview, round 1: Petra Vandersloot, Java Developer"
    assert "Harbor Bank" in event["DESCRIPTION"]
    assert local_time(interview) == "2026-12-01 15:00 EST (America/New_York)"
    assert local_time(interview, "Europe/Berlin") == "2026-12-01 21:00 CET (Europe/Berlin)"


def test_a_changed_one_has_the_same_id_and_a_later_sequence_and_a_cancelled_one_says_so() -> None:
    first = _interview()
    files = [calendar_file(each, ABOUT) for each in (first, replace(first, version=4, status="cancelled"))]
    events = [_event(each) for each in files]

    assert events[0]["UID"] == events[1]["UID"]
    assert (events[0]["SEQUENCE"], events[1]["SEQUENCE"]) == (3, 4)
    assert (events[0]["STATUS"], events[1]["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert "METHOD:CANCEL" in files[1]


def test_text_that_somebody_typed_adds_no_line_of_its_own() -> None:
    file = calendar_file(_interview(), About("x\r\nATTENDEE:mailto:eve@elsewhere.example", "", "Petra"))
    assert not any(line.startswith("ATTENDEE") for line in file.splitlines())
