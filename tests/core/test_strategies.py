"""How points are shared out: the promises of resume_customizer.core.planning.strategies."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from resume_customizer.core.planning.strategies import STRATEGIES, Deal, Offer, Strategy, share_out
from resume_customizer.core.points import Point


def _deal(
    *stacks: int,
    receivers: int,
    cap: int = 99,
    levels: Mapping[int, tuple[int, ...]] | None = None,
    knowledge_first: bool = False,
    k: int = 2,
) -> Deal:
    """One offer for each number, which is its stack's; `levels` of stacks that are not named are 0."""
    offers = [Offer(Point("x", at), "T", stack, list(stacks[:at]).count(stack), at) for at, stack in enumerate(stacks)]
    known = levels or {}
    all_levels = [known.get(stack, (0,) * receivers) for stack in range(max(stacks, default=0) + 1)]
    return Deal(offers, receivers, cap, all_levels, knowledge_first, k)


def _counts(receivers: list[int], of: int) -> list[int]:
    return [receivers.count(receiver) for receiver in range(of)]


def test_weighted_gives_newer_ones_more() -> None:
    assert _counts(share_out("weighted", _deal(*[0] * 12, receivers=3)), 3) == [6, 4, 2]
    assert _counts(share_out("weighted", _deal(*[0] * 10, receivers=4)), 4) == [4, 3, 2, 1]
    assert _counts(share_out("weighted", _deal(0, receivers=3)), 3) == [1, 0, 0]


@given(some.integers(0, 60), some.integers(1, 8))
def test_weighted_shares_never_grow_with_age(points: int, receivers: int) -> None:
    counts = _counts(share_out("weighted", _deal(*[0] * points, receivers=receivers)), receivers)

    assert all(newer >= older for newer, older in pairwise(counts))


@given(some.integers(0, 60), some.integers(1, 8))
def test_even_shares_differ_by_one_at_most(points: int, receivers: int) -> None:
    for strategy in ("even", "round-robin"):
        counts = _counts(share_out(strategy, _deal(*[0] * points, receivers=receivers)), receivers)

        assert max(counts) - min(counts) <= 1


def test_round_robin_deals_in_turn_in_the_order_of_the_bank() -> None:
    assert share_out("round-robin", _deal(0, 0, 1, 1, 1, receivers=3)) == [0, 1, 2, 0, 1]


def test_cycles_give_some_of_each_technology_to_each_in_turn() -> None:
    assert share_out("cycles", _deal(0, 0, 0, 0, 0, 1, 1, 1, receivers=2)) == [0, 0, 1, 1, 0, 0, 0, 1]
    assert share_out("cycles", _deal(0, 0, 0, 0, receivers=3, k=1)) == [0, 1, 2, 0]


def test_cycles_pass_over_who_is_full() -> None:
    assert share_out("cycles", _deal(0, 0, 1, 1, receivers=2, cap=2)) == [0, 0, 1, 1]


def test_newest_fills_the_newest_first() -> None:
    assert share_out("newest", _deal(0, 1, 0, receivers=3)) == [0, 0, 0]
    assert share_out("newest", _deal(0, 1, 0, 0, 1, receivers=3, cap=2)) == [0, 0, 1, 1, 2]


def test_a_point_goes_where_its_technology_is_known_best() -> None:
    levels = {0: (0, 1, 2), 1: (2, 0, 0)}

    assert share_out("even", _deal(0, 1, 1, receivers=3, levels=levels)) == [2, 0, 1]
    assert share_out("even", _deal(0, 0, 0, receivers=3, levels=levels)) == [2, 1, 0]


def test_who_has_least_choice_chooses_first() -> None:
    levels = {0: (2, 2), 1: (2, 0)}

    assert share_out("even", _deal(0, 1, receivers=2, levels=levels)) == [1, 0]


def test_shares_stay_what_they_are_whatever_is_known() -> None:
    levels = {0: (0, 0, 2)}

    assert _counts(share_out("weighted", _deal(*[0] * 12, receivers=3, levels=levels)), 3) == [6, 4, 2]


def test_with_a_posting_what_is_known_decides_in_turns_and_cycles_too() -> None:
    levels = {0: (0, 2), 1: (2, 0)}

    assert share_out("round-robin", _deal(0, 1, receivers=2, levels=levels, knowledge_first=True)) == [1, 0]
    assert share_out("round-robin", _deal(0, receivers=2, levels=levels, knowledge_first=True)) == [1]
    assert share_out("cycles", _deal(0, 0, 1, receivers=2, levels=levels, knowledge_first=True)) == [1, 1, 0]


def test_with_a_posting_shares_bend_to_what_is_known() -> None:
    levels = {0: (0, 2, 0), 1: (0, 0, 1), 2: (0, 0, 0)}

    assert share_out("weighted", _deal(0, receivers=3, levels=levels, knowledge_first=True)) == [1]
    assert share_out("weighted", _deal(2, receivers=3, levels=levels, knowledge_first=True)) == [0]
    spread = share_out("weighted", _deal(*[0] * 12, receivers=3, levels=levels, knowledge_first=True))
    assert _counts(spread, 3) == [3, 8, 1]
    related = share_out("even", _deal(1, 1, 1, receivers=3, levels=levels, knowledge_first=True))
    assert _counts(related, 3) == [1, 0, 2]


@given(
    some.sampled_from(STRATEGIES),
    some.lists(some.integers(0, 4), max_size=30),
    some.integers(1, 5),
    some.integers(1, 6),
    some.lists(some.lists(some.integers(0, 2), min_size=5, max_size=5), min_size=5, max_size=5),
    some.booleans(),
)
def test_every_offer_gets_a_receiver_and_nobody_more_than_the_cap(
    strategy: Strategy, stacks: list[int], receivers: int, cap: int, levels: list[list[int]], posting: bool
) -> None:
    known = {stack: tuple(levels[stack][:receivers]) for stack in range(5)}
    deal = _deal(*stacks[: cap * receivers], receivers=receivers, cap=cap, levels=known, knowledge_first=posting)

    got = share_out(strategy, deal)

    assert len(got) == len(deal.offers)
    assert set(got) <= set(range(receivers))
    assert max(_counts(got, receivers)) <= cap


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_nothing_to_share_is_shared_out_too(strategy: Strategy) -> None:
    assert share_out(strategy, _deal(receivers=2)) == []
