"""Moments in business hours: the promises of resume_customizer.core.business_time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.business_time import BusinessHours, add_business_days, next_open
from resume_customizer.core.errors import InvalidInput

ZONES = (
    "UTC",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "Europe/Berlin",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
)
MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - drawn in UTC
HOURS = st.builds(
    lambda zone, span, days, holidays: BusinessHours(zone, min(span), max(span), days, holidays),
    st.sampled_from(ZONES),
    st.lists(st.times().map(lambda at: at.replace(second=0, microsecond=0)), min_size=2, max_size=2, unique=True),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.frozensets(st.dates(date(2010, 1, 1), date(2030, 1, 1)), max_size=5),
)
NEW_YORK = BusinessHours("America/New_York", holidays=frozenset({date(2026, 11, 26)}))


def at(zone: str, *parts: int) -> datetime:
    year, month, day, hour, minute = (*parts, 0)[:5]
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))


def is_open(moment: datetime, hours: BusinessHours) -> bool:
    local = moment.astimezone(ZoneInfo(hours.zone))
    return hours.is_open_on(local.date()) and hours.opens <= local.time() < hours.closes


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ((2026, 11, 25, 10, 30), (2026, 11, 25, 10, 30)),
        ((2026, 11, 25, 3), (2026, 11, 25, 9)),
        ((2026, 11, 25, 17), (2026, 11, 27, 9)),  # over Thanksgiving
        ((2026, 11, 28, 12), (2026, 11, 30, 9)),  # from a Saturday
        ((2026, 3, 6, 18), (2026, 3, 9, 9)),  # over the change to summer time
    ],
)
def test_the_next_open_moment(asked: tuple[int, ...], given: tuple[int, ...]) -> None:
    assert next_open(at("America/New_York", *asked), NEW_YORK) == at("America/New_York", *given)


def test_a_time_that_summer_time_skips_opens_when_the_clock_goes_on() -> None:
    hours = BusinessHours("America/New_York", time(2, 30), time(5), frozenset(range(7)))

    assert next_open(at("America/New_York", 2026, 3, 8, 0), hours) == datetime(2026, 3, 8, 7, tzinfo=UTC)


def test_a_time_that_comes_twice_is_taken_the_first_time() -> None:
    hours = BusinessHours("America/New_York", time(1, 30), time(5), frozenset(range(7)))

    assert next_open(at("America/New_York", 2026, 11, 1, 0), hours) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@given(MOMENTS, HOURS)
def test_what_is_given_is_open_and_never_before_what_was_asked(moment: datetime, hours: BusinessHours) -> None:
    found = next_open(moment, hours)

    assert found >= moment
    assert is_open(found, hours) or _opens_after_a_gap(found, hours)
    if is_open(moment, hours) and not moment.astimezone(ZoneInfo(hours.zone)).fold:
        assert found == moment


@given(MOMENTS, HOURS)
def test_no_earlier_moment_is_open(moment: datetime, hours: BusinessHours) -> None:
    found = next_open(moment, hours)
    step = max((found - moment) / 200, timedelta(minutes=7))
    tried = moment
    while tried < found:
        # Between the two readings of a time that comes twice, the second one is open by the clock on the wall only.
        assert not is_open(tried, hours) or tried.astimezone(ZoneInfo(hours.zone)).fold
        tried += step


@given(MOMENTS, HOURS, st.integers(0, 20))
def test_so_many_open_days_lie_between(moment: datetime, hours: BusinessHours, days: int) -> None:
    found = add_business_days(moment, days, hours)
    zone = ZoneInfo(hours.zone)
    first, last = moment.astimezone(zone).date(), found.astimezone(zone).date()
    between = sum(hours.is_open_on(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))

    assert found >= moment
    assert between >= days
    assert next_open(found, hours) == found


def test_a_delay_keeps_the_time_of_day() -> None:
    asked = at("America/New_York", 2026, 3, 5, 14, 20)

    assert add_business_days(asked, 2, NEW_YORK) == at("America/New_York", 2026, 3, 9, 14, 20)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "America"])
def test_an_unknown_time_zone_is_refused(zone: str) -> None:
    with pytest.raises(InvalidInput):
        BusinessHours(zone)


def test_hours_that_never_open_are_refused() -> None:
    with pytest.raises(InvalidInput):
        BusinessHours(opens=time(17), closes=time(9))
    with pytest.raises(InvalidInput):
        BusinessHours(days=frozenset())
    monday = date(2026, 1, 5)
    always_away = BusinessHours(days=frozenset({0}), holidays=frozenset(monday + timedelta(weeks=n) for n in range(99)))
    with pytest.raises(InvalidInput):
        next_open(datetime(2026, 1, 1, tzinfo=UTC), always_away)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(InvalidInput):
        next_open(datetime(2026, 1, 1), NEW_YORK)  # noqa: DTZ001 - that is the point


def _opens_after_a_gap(found: datetime, hours: BusinessHours) -> bool:
    """The clock has just jumped over the opening."""
    zone = ZoneInfo(hours.zone)
    before = (found - timedelta(seconds=1)).astimezone(zone)
    after = found.astimezone(zone)
    return before.utcoffset() != after.utcoffset() and before.time() < hours.opens <= after.time()
