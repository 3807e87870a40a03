"""How much a workspace may use: the promises of resume_customizer.core.tiers."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.errors import QuotaExceeded
from resume_customizer.core.tiers import COUNTED, TIERS, Limit, Tier, Usage, Window, check_limit, usage_of, window_of

TABLE = """
                         free      premium     enterprise
customizations            100         5000         200000
storage             250000000  25000000000  1000000000000
resumes                    25         2500         100000
batch                      10          250           2000
members                     3           25           1000
api-calls                  60          600           6000
emails                     50         1000          20000
"""
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - drawn in UTC
TIMED = [limit for limit in Limit if COUNTED[limit].window not in {Window.ALWAYS, Window.ONCE}]


def test_the_table_is_the_one_that_is_written_out() -> None:
    head, *lines = TABLE.strip("\n").splitlines()
    stated = {
        (Tier(tier), Limit(limit)): int(number)
        for limit, *numbers in map(str.split, lines)
        for tier, number in zip(head.split(), numbers, strict=True)
    }

    assert {(tier, limit): number for tier, limits in TIERS.items() for limit, number in limits.items()} == stated
    assert len(stated) == len(Tier) * len(Limit)


def test_no_tier_allows_less_than_the_one_below_it() -> None:
    for below, above in pairwise((Tier.FREE, Tier.PREMIUM, Tier.ENTERPRISE)):
        assert all(TIERS[below][limit] < TIERS[above][limit] for limit in Limit)


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("limit", Limit)
def test_exactly_what_is_allowed_goes_through_and_one_more_does_not(tier: Tier, limit: Limit) -> None:
    allowed = TIERS[tier][limit]

    assert check_limit(tier, limit, allowed - 2, 2) == Usage(limit, allowed, allowed)
    with pytest.raises(QuotaExceeded) as refusal:
        check_limit(tier, limit, allowed - 2, 3)
    assert refusal.value.code == f"over-{limit.value}"


def test_nothing_wanted_is_allowed_even_when_a_smaller_tier_came_after_the_use() -> None:
    assert check_limit(Tier.FREE, Limit.RESUMES, 900, 0).left == 0
    assert usage_of(Tier.FREE, Limit.RESUMES, 20).left == 5


@pytest.mark.parametrize(
    ("tier", "limit", "used", "wanted", "sentence"),
    [
        (
            Tier.FREE,
            Limit.CUSTOMIZATIONS,
            98,
            6,
            (
                "The tier Free allows 100 customizations a month: 98 used, 6 more wanted. "
                "Nothing was done; wait for the next month, or ask the operator for a larger tier."
            ),
        ),
        (
            Tier.PREMIUM,
            Limit.STORAGE,
            24_990_000_000,
            12_300_000,
            (
                "The tier Premium allows 25 GB of storage: 24.99 GB used, 12.3 MB more wanted. "
                "Nothing was done; delete files that are no longer needed, or ask the operator for a larger tier."
            ),
        ),
        (
            Tier.ENTERPRISE,
            Limit.BATCH,
            0,
            2_001,
            "The tier Enterprise allows 2,000 resumes in one batch: 2,001 wanted. Nothing was done; split the batch.",
        ),
        (
            Tier.FREE,
            Limit.API_CALLS,
            60,
            1,
            (
                "The tier Free allows 60 API calls a minute: 60 used, 1 more wanted. "
                "Nothing was done; wait a minute, or ask the operator for a larger tier."
            ),
        ),
    ],
)
def test_going_over_says_which_limit_used_allowed_and_what_to_do(
    tier: Tier, limit: Limit, used: int, wanted: int, sentence: str
) -> None:
    with pytest.raises(QuotaExceeded) as refusal:
        check_limit(tier, limit, used, wanted)

    assert str(refusal.value) == sentence


def test_use_is_never_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        check_limit(Tier.FREE, Limit.RESUMES, 3, -1)


@given(st.sampled_from(TIMED), MOMENTS)
def test_windows_neither_overlap_nor_leave_a_gap(limit: Limit, moment: datetime) -> None:
    start, end = window_of(limit, moment)

    assert start <= moment < end
    assert window_of(limit, end)[0] == end
    assert window_of(limit, start - timedelta(microseconds=1))[1] == start


def test_a_month_is_a_calendar_month_in_utc() -> None:
    late = datetime(2026, 2, 28, 22, 30, tzinfo=timezone(-timedelta(hours=5)))

    assert window_of(Limit.CUSTOMIZATIONS, late) == (datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC))
    assert window_of(Limit.EMAILS, late) == (datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC))


def test_what_is_there_now_has_no_window() -> None:
    with pytest.raises(ValueError, match="not counted over a time"):
        window_of(Limit.STORAGE, datetime(2026, 2, 28, tzinfo=UTC))
