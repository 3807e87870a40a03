"""An interview: its fields, its time in the zone of the one who goes there, and its file for a calendar.

    values as a door got them  ->  read_interview()  ->  values of a record
    Interview + whom and what for  ->  calendar_file()  ->  iCalendar (RFC 5545)

Promises (tests in tests/core/test_interviews.py):

* A local time is the moment that it is in its zone, also on the days when clocks change; one that does not exist is
  refused.
* The calendar file says the same moment, and the same interview changed has the same id and a later sequence.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.records.desk import Interview
from resume_customizer.core.staffing.requirements import Field, number_field, read_fields, text_field

STATUSES: Final = ("planned", "done", "moved", "cancelled", "no show")
MODES: Final = ("phone", "video", "on-site", "test")
RESULTS: Final = ("passed", "failed", "next round", "no feedback")
INTERVIEW_FIELDS: Final[Mapping[str, Field]] = {
    "round": number_field("Round", 1, 20),
    "starts_at": text_field("Begins", 40),
    "minutes": number_field("Minutes", 5, 720),
    "time_zone": text_field("Time zone", 64),
    "mode": text_field("Mode", choices=("", *MODES)),
    "link": text_field("Link or place", 2_000),
    "interviewers": text_field("Interviewers", 500),
    "status": text_field("Status", choices=STATUSES),
    "result": text_field("Result", choices=("", *RESULTS)),
    "feedback": text_field("Feedback", 20_000, lines=True),
    "notes": text_field("Notes", 20_000, lines=True),
    "remind_minutes": number_field("Minutes before it to be reminded", 0, 10_080),
}
"""What people fill in."""


class About(NamedTuple):
    """What a calendar says of an interview."""

    title: str
    client: str
    consultant: str


def read_interview(values: Mapping[str, object], zone: str = "UTC") -> dict[str, Any]:
    """The values of a record; a time without offset is local in `time_zone`, or in `zone`. Raises InvalidInput."""
    read = read_fields(values, INTERVIEW_FIELDS)
    named = read.get("time_zone") or zone
    try:
        where = ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = f"There is no time zone “{named}”; use a name like America/New_York."
        raise InvalidInput("bad-time-zone", message, "time_zone") from None
    if "starts_at" in read:
        read["starts_at"] = _moment(read["starts_at"], where)
        read["time_zone"] = named
    empty = [name for name in ("round", "minutes", "remind_minutes") if name in read and read[name] is None]
    if empty:
        raise InvalidInput("bad-fields", f"{', '.join(empty)} must be a number.")
    return read


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        message = "The interview begins at a time like 2026-12-01T15:00, in its time zone."
        raise InvalidInput("bad-fields", message, "starts_at") from None
    if said.tzinfo is not None:
        return said.astimezone(UTC)
    local = said.replace(tzinfo=zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != said:
        message = f"On that day the clocks in {zone.key} skip {said:%H:%M}. Say another time."
        raise InvalidInput("bad-fields", message, "starts_at")
    return moment


def local_time(interview: Interview, zone: str = "") -> str:
    """`2026-12-01 15:00 EST (America/New_York)`: in the interview's zone, or another."""
    name = zone or interview.time_zone
    return f"{interview.starts_at.astimezone(ZoneInfo(name)):%Y-%m-%d %H:%M %Z} ({name})"


def calendar_file(interview: Interview, about: About) -> str:
    """An iCalendar file with this one interview."""
    from icalendar import Alarm, Calendar, Event

    begin = interview.starts_at.astimezone(ZoneInfo(interview.time_zone))
    event = Event()
    event.add("uid", f"{interview.id}@resume-customizer")
    event.add("dtstamp", interview.changed_at)
    event.add("sequence", interview.version)
    event.add("summary", f"Interview, round {interview.round}: {about.consultant}, {about.title}")
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=interview.minutes))
    event.add("status", "CANCELLED" if interview.status == "cancelled" else "CONFIRMED")
    details = [about.client and f"Client: {about.client}", interview.interviewers and f"With: {interview.interviewers}"]
    event.add("description", "\n".join(filter(None, (*details, interview.link))))
    if interview.link:
        event.add("location", interview.link)
    if interview.remind_minutes:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", "Interview")
        alarm.add("trigger", timedelta(minutes=-interview.remind_minutes))
        event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Resume Customizer Pro//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if interview.status == "cancelled" else "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical().decode("utf-8")
