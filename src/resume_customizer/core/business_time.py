"""When people work: moments in business hours, in the time zone of the one who is written to.

    moment + hours  ->  next_open()  ->  the same moment, or the next opening
    moment + business days  ->  add_business_days()  ->  the same time of day so many open days later
    moment + open time  ->  add_open_time()  ->  so much later, counting only while it is open

Moments are aware times in UTC; hours are local. A local time that a change to summer time skips opens when the clock
goes on; one that comes twice is taken the first time (RFC 5545, 3.3.5).

Promises (tests in tests/core/test_business_time.py):

* What is given is never before what was asked, always within open hours, and the earliest such moment.
* Changes to and from summer time, weekends and holidays are right in every time zone.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from resume_customizer.core.errors import InvalidInput

MONDAY_TO_FRIDAY = frozenset(range(5))
_FARTHEST = 400
"""Days that are looked ahead; whoever has no open day in a year is never open."""


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """When somebody works; raises InvalidInput for a time zone that is unknown and hours that never open."""

    zone: str = "UTC"
    """As in the IANA time zone database: `America/New_York`."""
    opens: time = time(9)
    closes: time = time(17)
    """The first moment that is closed again."""
    days: frozenset[int] = MONDAY_TO_FRIDAY
    """0 is Monday."""
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise InvalidInput(
                "bad-time-zone", f"There is no time zone “{self.zone}”; use a name like Europe/Berlin."
            ) from None
        if not self.opens < self.closes or not self.days & frozenset(range(7)):
            raise InvalidInput("bad-hours", "Business hours must open before they close, on at least one day.")

    def is_open_on(self, day: date) -> bool:
        """Whether it is a working day."""
        return day.weekday() in self.days and day not in self.holidays


def next_open(moment: datetime, hours: BusinessHours) -> datetime:
    """The moment itself when it is in business hours, else the next opening; in UTC.

    Raises InvalidInput when there is none within 400 days, or when the moment has no time zone.
    """
    zone = ZoneInfo(hours.zone)
    day = _aware(moment).astimezone(zone).date()
    for _ in range(_FARTHEST):
        opening, closing = _moment_of(day, hours.opens, zone), _moment_of(day, hours.closes, zone)
        if hours.is_open_on(day) and moment < closing and opening < closing:
            return max(opening, moment.astimezone(UTC))
        day += timedelta(days=1)
    raise InvalidInput("never-open", "No working day is left in the next year; check the holidays.")


def add_business_days(moment: datetime, days: int, hours: BusinessHours) -> datetime:
    """The same local time so many open days later, moved into business hours; 0 days is the next open moment."""
    if days < 0:
        raise InvalidInput("bad-delay", "A delay can't be negative.")
    zone = ZoneInfo(hours.zone)
    local = _aware(moment).astimezone(zone)
    day, left = local.date(), days
    for _ in range(_FARTHEST):
        if not left:
            return next_open(max(_moment_of(day, local.time(), zone), moment.astimezone(UTC)), hours)
        day += timedelta(days=1)
        left -= hours.is_open_on(day)
    raise InvalidInput("never-open", "The delay reaches further than a year; make it shorter or check the holidays.")


def add_open_time(moment: datetime, span: timedelta, hours: BusinessHours) -> datetime:
    """So much later, counting only business hours; in UTC. No time at all is the next open moment."""
    if span < timedelta(0):
        raise InvalidInput("bad-delay", "A delay can't be negative.")
    zone = ZoneInfo(hours.zone)
    for _ in range(_FARTHEST):
        moment = next_open(moment, hours)
        left = _moment_of(moment.astimezone(zone).date(), hours.closes, zone) - moment
        if span < left:
            return moment + span
        moment, span = moment + left, span - left
    raise InvalidInput("never-open", "The time reaches further than a year; make it shorter or check the holidays.")


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise InvalidInput("no-time-zone", "The time must say its time zone.")
    return moment


def _moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """A local time as a moment in UTC; one that the clock skips is the moment when the clock goes on."""
    local = datetime.combine(day, at, zone).replace(fold=0)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    # In a gap both readings are wrong by its length in opposite directions; it ends between them.
    early, late = local.replace(fold=1).astimezone(UTC), moment
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) / 2
        if middle.astimezone(zone).utcoffset() == early.astimezone(zone).utcoffset():
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)
