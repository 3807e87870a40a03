"""What a good distribution is: the promises of resume_customizer.core.planning.objective."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from builders.problems import a_problem, plain_weights
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.objective import PRESETS, Preset, Problem, Weights, is_allowed, worth_of
from resume_customizer.core.planning.solving import solve

whole = some.integers(0, 2000)
weightings = some.builds(
    Weights, named=whole, share=whole, fade=some.integers(0, 100), variety=whole, crowding=whole, anachronism=whole
)


@given(weightings, some.integers(1, 12), some.integers(1, 3), some.integers(0, 99))
@settings(deadline=None)
def test_placing_one_more_point_is_always_worth_more(weights: Weights, points: int, receivers: int, seed: int) -> None:
    closed = a_problem(seed, points, receivers)
    worst = weights.placed - weights.anachronism - weights.seniority
    problem = Problem([[worst] * receivers] * points, closed.stacks, [points] * receivers, weights)

    assert None not in solve(problem).receivers


@pytest.mark.parametrize("preset", PRESETS)
def test_shares_never_grow_with_age_where_nothing_else_speaks(preset: Preset) -> None:
    weights = PRESETS[preset]
    for points in (1, 5, 12, 30):
        answer = solve(Problem([[weights.placed] * 4] * points, list(range(points)), [points] * 4, weights)).receivers
        counts = [answer.count(receiver) for receiver in range(4)]

        assert sum(counts) == points
        assert all(newer >= older for newer, older in pairwise(counts))


def test_presets_keep_their_word() -> None:
    def counts(preset: Preset) -> list[int]:
        weights = PRESETS[preset]
        answer = solve(Problem([[weights.placed] * 3] * 12, list(range(12)), [12] * 3, weights)).receivers
        return [answer.count(receiver) for receiver in range(3)]

    assert counts("even") == [4, 4, 4]
    assert counts("balanced") == [6, 4, 2]
    assert counts("recent-first")[0] > counts("balanced")[0]
    assert counts("deep-in-newest")[0] >= 10


def test_a_technology_that_is_known_in_one_place_draws_but_does_not_take_everything() -> None:
    weights = PRESETS["balanced"]
    known = weights.placed + weights.named
    answer = solve(Problem([[weights.placed, known]] * 6, [0] * 6, [6, 6], weights)).receivers

    assert answer.count(1) > answer.count(0) > 0


@pytest.mark.parametrize("wrong", [{"named": -1}, {"share": 10**6}, {"fade": 101}, {"words": True}, {"words": 1.5}])
def test_weights_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        Weights(**wrong)

    assert caught.value.code == "bad-weights"


def test_worth_counts_what_the_formula_says() -> None:
    weights = Weights(share=900, fade=50, variety=300, crowding=30)
    problem = Problem([[100, 10], [100, 10], [100, 10]], [0, 0, 1], [3, 3], weights)

    worth = worth_of(problem, (0, 0, 1)).worth

    assert worth == (100 + 100 + 10) + (900 + 450 + 450) + (300 + 150 + 300) - 30


def test_limits_are_noticed() -> None:
    problem = Problem([[1, None], [1, 1]], [0, 0], [1, 1], plain_weights(), lines=[[2, 2], [2, 2]], most_lines=3)

    assert is_allowed(problem, (None, 1))
    assert not is_allowed(problem, (1, None))
    assert not is_allowed(problem, (0, 0))
    assert not is_allowed(problem, (0, 1))
