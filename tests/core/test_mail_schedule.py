"""When mails go out: the promises of resume_customizer.core.mail_schedule and core.business_time.add_open_time."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.business_time import BusinessHours, add_open_time, next_open
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.mail_schedule import When, hours_as_json, hours_from, plan_times

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ZONES = st.sampled_from(sorted(available_timezones() - {"localtime"}))
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2037, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001 - aware by it
HOURS = st.builds(lambda zone, opens: BusinessHours(zone, time(opens), time(opens + 8)), ZONES, st.integers(0, 15))


@given(MOMENTS, HOURS, st.integers(1, 30), st.integers(0, 2_000))
def test_mails_go_out_in_order_within_hours_and_never_before_they_were_asked_for(
    moment: datetime, hours: BusinessHours, count: int, spread: int
) -> None:
    times = plan_times(count, When(moment, in_business_hours=True, spread_minutes=spread), hours, moment)

    assert len(times) == count
    assert list(times) == sorted(times)
    assert all(each >= moment and next_open(each, hours) == each for each in times)


@given(MOMENTS, HOURS, st.integers(2, 20))
def test_what_is_spread_does_not_pile_up(moment: datetime, hours: BusinessHours, count: int) -> None:
    times = plan_times(count, When(moment, in_business_hours=True, spread_minutes=600), hours, moment)

    assert len(set(times)) == count


@given(MOMENTS, HOURS, st.integers(0, 3_000), st.integers(0, 3_000))
def test_open_time_adds_up(moment: datetime, hours: BusinessHours, one: int, other: int) -> None:
    first = add_open_time(moment, timedelta(minutes=one), hours)

    assert add_open_time(first, timedelta(minutes=other), hours) == add_open_time(
        moment, timedelta(minutes=one + other), hours
    )


@pytest.mark.parametrize("day", [(2026, 3, 6), (2026, 10, 30)])
def test_over_a_change_of_the_clock_the_opening_is_that_of_the_wall(day: tuple[int, int, int]) -> None:
    zone = ZoneInfo("America/New_York")
    friday = datetime(*day, 16, 30, tzinfo=zone)
    hours = BusinessHours("America/New_York")

    found = add_open_time(friday, timedelta(hours=1), hours).astimezone(zone)

    assert (found.weekday(), found.hour, found.minute) == (0, 9, 30)


def test_without_business_hours_the_clock_alone_counts() -> None:
    times = plan_times(3, When(spread_minutes=30), BusinessHours(), NOW)

    assert times == (NOW, NOW + timedelta(minutes=10), NOW + timedelta(minutes=20))
    assert plan_times(1, When(NOW - timedelta(days=1)), BusinessHours(), NOW) == (NOW,)


@pytest.mark.parametrize(
    "when",
    [When(datetime(2026, 12, 1)), When(NOW + timedelta(days=400)), When(spread_minutes=-1), When(spread_minutes=10**9)],  # noqa: DTZ001 - that is the point
)
def test_a_time_that_makes_no_sense_is_refused(when: When) -> None:
    with pytest.raises(InvalidInput):
        plan_times(2, when, BusinessHours(), NOW)


def test_hours_come_back_as_they_were_kept() -> None:
    values = {"zone": "Europe/Berlin", "opens": "08:30", "closes": "16:00", "days": [0, 1], "holidays": ["2027-01-01"]}

    assert hours_as_json(hours_from(values)) == values
    assert hours_from({}) == BusinessHours()
    for wrong in ({"opens": "soon"}, {"days": ["x"]}, {"holidays": ["1.1."]}, {"zone": "Mars"}, {"closes": "01:00"}):
        with pytest.raises(InvalidInput):
            hours_from(wrong)
