"""The best distribution, found and proven: the promises of resume_customizer.core.planning.solving."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from builders.problems import a_problem, brute_force, with_needs
from resume_customizer.core.errors import Unavailable
from resume_customizer.core.planning.objective import PRESETS, Need, Problem, is_allowed, worth_of
from resume_customizer.core.planning.solving import solve


@some.composite
def problems(draw: some.DrawFn) -> Problem:
    """Up to six points and three receivers, with every limit there is."""
    points, receivers = draw(some.integers(1, 5)), draw(some.integers(1, 3))
    problem = a_problem(
        draw(some.integers(0, 10**6)),
        points,
        receivers,
        draw(some.integers(1, 3)),
        draw(some.sampled_from([None, 1, 2])),
        draw(some.sampled_from([None, None, 2, 4, 5])),
    )
    problem = with_needs(problem, draw(some.integers(0, 10**6)), draw(some.integers(0, 3)))
    quotas = draw(some.sampled_from([{}, {0: 1}, {0: 2, 1: 1}]))
    problem = replace(problem, quotas=quotas, quota_each=draw(some.sampled_from([None, None, 1])))
    pinned = [draw(some.sampled_from([None, None, *range(receivers)])) for _ in range(points)]
    wanted = replace(problem, pinned=pinned)
    return wanted if is_allowed(wanted, pinned) else problem


@given(problems())
@settings(max_examples=150, deadline=None)
def test_the_answer_is_the_one_that_trying_everything_finds(problem: Problem) -> None:
    answer = solve(problem)

    assert answer.receivers == brute_force(problem)
    assert answer.gap == 0


def test_coverage_comes_before_everything_else() -> None:
    gains = [[9000], [9000], [2000]]
    problem = Problem(gains, [0, 0, 1], [1], needs=(Need(is_must=False, points=(1,)), Need(is_must=True, points=(2,))))

    assert solve(problem).receivers == (None, None, 0)
    assert solve(replace(problem, needs=problem.needs[:1])).receivers == (None, 0, None)


def test_one_point_that_meets_two_needs_is_better_than_one_that_meets_one() -> None:
    needs = (Need(True, (0, 2)), Need(True, (1, 2)))

    assert solve(Problem([[9000], [9000], [2000]], [0, 1, 2], [1], needs=needs)).receivers == (None, None, 0)


def test_of_equal_answers_the_earlier_point_goes_to_the_newer_experience() -> None:
    problem = Problem([[2000, 2000]] * 4, [0] * 4, [2, 2], PRESETS["even"])

    assert solve(problem).receivers == (0, 0, 1, 1)


def test_nothing_to_place_and_nowhere_to_place_it_are_no_errors() -> None:
    assert solve(Problem([], [], [3])).receivers == ()
    assert solve(Problem([[], []], [0, 0], [])).receivers == (None, None)


def test_when_it_was_stopped_early_the_gap_to_the_best_that_could_be_is_told() -> None:
    problem = _knotty()
    best, early = solve(problem), solve(problem, most_branches=0)

    assert best.gap == 0
    assert early.gap > 0
    assert is_allowed(problem, early.receivers)
    reached, possible = worth_of(problem, early.receivers), worth_of(problem, best.receivers)
    assert (reached.musts, reached.nices, reached.worth + early.gap) >= (possible.musts, possible.nices, possible.worth)


def _knotty() -> Problem:
    """A budget of lines that points of odd lengths fill badly."""
    problem = a_problem(5, 40, 3, 4)
    lines = [[3 + at % 7] * 3 for at in range(40)]
    gains = [[(gain or 2000) + 37 * at % 211 for gain in row] for at, row in enumerate(problem.gains)]
    return replace(problem, gains=gains, lines=lines, most_lines=101)


def test_the_answer_does_not_depend_on_the_process() -> None:
    script = (
        "import json\nfrom builders.problems import a_problem, with_needs\n"
        "from resume_customizer.core.planning.solving import solve\n"
        "print(json.dumps([solve(with_needs(a_problem(7, 60, 8, 9, 5, 40), 3, 9)).receivers for _ in range(2)]))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(answers) == 1
    first, again = json.loads(answers.pop())
    assert first == again
    assert len([receiver for receiver in first if receiver is not None]) > 20


def test_without_the_solver_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)

    with pytest.raises(Unavailable) as caught:
        solve(Problem([[1]], [0], [1]))

    assert "highspy" in caught.value.message
