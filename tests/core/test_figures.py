"""Shares with intervals: the promises of resume_customizer.core.figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.figures import FEWEST, share_of


def test_under_thirty_there_is_no_share_only_the_counts() -> None:
    found = share_of(20, FEWEST - 1)

    assert (found.count, found.of, found.share, found.low, found.high) == (20, 29, None, None, None)
    assert found.sentence == "20 of 29: too few to say anything; 30 are needed"
    assert share_of(0, 0).share is None


@given(st.integers(FEWEST, 10_000), st.data())
def test_the_interval_lies_within_0_and_1_and_holds_the_share(of: int, data: st.DataObject) -> None:
    found = share_of(data.draw(st.integers(0, of)), of)

    assert found.low is not None
    assert found.high is not None
    assert found.share is not None
    assert 0 <= found.low <= found.share <= found.high <= 1


def test_it_is_wilsons() -> None:
    found = share_of(18, 60)

    assert (found.low, found.high) == (pytest.approx(0.1987, abs=1e-3), pytest.approx(0.4255, abs=1e-3))
    assert found.sentence.startswith("30% (18 of 60; 95 % interval 20% to 43%")
    wide, narrow = share_of(30, 100), share_of(300, 1000)
    assert (wide.high or 0) - (wide.low or 0) > (narrow.high or 0) - (narrow.low or 0)
