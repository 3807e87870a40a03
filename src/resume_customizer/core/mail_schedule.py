"""When mails go out: at once or later, in business hours, spread over time; and a workspace's hours as they are kept.

    how many + When + hours  ->  plan_times()  ->  a moment for each, in order
    BusinessHours  <->  JSON of the workspace's settings

Promises (tests in tests/core/test_mail_schedule.py):

* No mail goes out before it was asked for, nor outside of business hours where those are asked for.
* What is spread is spread over open time: nothing piles up at an opening.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from resume_customizer.core.business_time import BusinessHours, add_open_time, next_open
from resume_customizer.core.errors import InvalidInput

_LONGEST_SPREAD: Final = 60 * 24 * 14
_FARTHEST: Final = timedelta(days=366)
_MOST_HOLIDAYS: Final = 400


@dataclass(frozen=True, slots=True)
class When:
    """When somebody wants mails to go out."""

    at: datetime | None = None
    """None: now."""
    in_business_hours: bool = False
    """Not before the next opening."""
    spread_minutes: int = 0
    """Over how long many mails are spread, evenly."""


def plan_times(count: int, when: When, hours: BusinessHours, now: datetime) -> tuple[datetime, ...]:
    """A moment for each of so many mails; raises InvalidInput for a time that makes no sense."""
    if when.at is not None and when.at.tzinfo is None:
        raise InvalidInput("no-time-zone", "The time must say its time zone.")
    if when.at is not None and when.at > now + _FARTHEST:
        raise InvalidInput("too-late", "A mail can wait for at most a year.")
    if not 0 <= when.spread_minutes <= _LONGEST_SPREAD:
        raise InvalidInput("bad-spread", "Mails can be spread over at most 14 days; say so in minutes.")
    start = max(when.at or now, now)
    step = timedelta(minutes=when.spread_minutes) / max(count, 1)
    if not when.in_business_hours:
        return tuple(start + index * step for index in range(count))
    times, moment = [], next_open(start, hours)
    for _ in range(count):
        times.append(moment)
        moment = add_open_time(moment, step, hours)
    return tuple(times)


def hours_from(values: Mapping[str, Any]) -> BusinessHours:
    """The hours that a workspace has set; the usual ones where it has not. Raises InvalidInput."""
    try:
        return BusinessHours(
            zone=str(values.get("zone", "UTC")),
            opens=time.fromisoformat(str(values.get("opens", "09:00"))),
            closes=time.fromisoformat(str(values.get("closes", "17:00"))),
            days=frozenset(int(each) for each in values.get("days", range(5))),
            holidays=_holidays(values.get("holidays", ())),
        )
    except (ValueError, TypeError):
        message = "Hours are like 09:00, days are 0 (Monday) to 6, holidays are dates like 2027-01-01."
        raise InvalidInput("bad-hours", message) from None


def hours_as_json(hours: BusinessHours) -> dict[str, Any]:
    """The hours as they are kept."""
    return {
        "zone": hours.zone,
        "opens": f"{hours.opens:%H:%M}",
        "closes": f"{hours.closes:%H:%M}",
        "days": sorted(hours.days),
        "holidays": sorted(each.isoformat() for each in hours.holidays),
    }


def _holidays(dates: Iterable[str]) -> frozenset[date]:
    found = frozenset(date.fromisoformat(each) for each in dates)
    if len(found) > _MOST_HOLIDAYS:
        raise InvalidInput("too-many-holidays", f"At most {_MOST_HOLIDAYS} holidays are kept; drop those of the past.")
    return found
