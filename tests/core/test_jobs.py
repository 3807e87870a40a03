"""Background work as plain rules: the promises of resume_customizer.core.jobs."""

from datetime import UTC, datetime, timedelta

import pytest

from resume_customizer.core.errors import (
    Conflict,
    InvalidInput,
    PromiseBroken,
    QuotaExceeded,
    RefusedInput,
    Unavailable,
)
from resume_customizer.core.jobs import (
    LONGEST_PAUSE,
    MOST_ATTEMPTS,
    MOST_LOSSES,
    Status,
    Step,
    judge,
    judge_loss,
    move,
    next_turn,
    order_of_queues,
    pause_before,
    progress_of,
    turn_of_newcomer,
)
from resume_customizer.core.tiers import Tier

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TABLE = """
             begin    finish  fail    quarantine   try later  cancel     pause   resume   retry
waiting      running  -       -       -            -          cancelled  paused  -        -
running      -        done    failed  quarantined  waiting    cancelled  paused  -        -
paused       -        -       -       -            -          cancelled  -       waiting  -
done         -        -       -       -            -          -          -       -        -
failed       -        -       -       -            -          -          -       -        waiting
quarantined  -        -       -       -            -          -          -       -        waiting
cancelled    -        -       -       -            -          -          -       -        waiting
"""


def reached(status: Status, step: Step) -> str:
    try:
        return move(status, step)
    except Conflict as fault:
        return "-" if fault.code == f"job-is-{status}" and f"can {step}" in str(fault) else str(fault)


def test_a_job_moves_as_the_table_says_and_in_no_other_way() -> None:
    rows = [line.split() for line in TABLE.strip().splitlines()[1:]]

    assert {row[0] for row in rows} == set(Status)
    for name, *cells in rows:
        assert [reached(Status(name), step) for step in Step] == cells


def raised(fault: Exception) -> Exception:
    try:
        raise fault
    except type(fault) as caught:
        return caught


@pytest.mark.parametrize(
    ("fault", "step"),
    [
        (InvalidInput("bad", "Bad."), Step.FAIL),
        (QuotaExceeded("over-resumes", "Too many."), Step.FAIL),
        (Conflict("output-changed", "Changed."), Step.FAIL),
        (PromiseBroken("broken", "Broken."), Step.FAIL),
        (RefusedInput("too-slow", "Slow."), Step.QUARANTINE),
        (RefusedInput("too-hard", "Hard."), Step.QUARANTINE),
        (RefusedInput("macros", "Macros."), Step.FAIL),
        (Unavailable("database-away", "Away."), Step.TRY_LATER),
        (Conflict("changed-meanwhile", "Changed."), Step.TRY_LATER),
        (KeyError("x"), Step.TRY_LATER),
    ],
)
def test_what_cannot_succeed_is_not_tried_again_and_what_may_is(fault: Exception, step: Step) -> None:
    assert judge(raised(fault), 1).step is step


def test_it_is_tried_a_few_times_only() -> None:
    away, odd = raised(Unavailable("database-away", "Away.")), raised(KeyError("x"))

    assert [judge(away, n).step for n in range(1, MOST_ATTEMPTS + 1)] == [Step.TRY_LATER] * 4 + [Step.FAIL]
    assert [judge(odd, n).step for n in range(1, MOST_LOSSES + 1)] == [Step.TRY_LATER] * 2 + [Step.FAIL]
    assert [judge_loss(n).step for n in range(1, MOST_LOSSES + 1)] == [Step.TRY_LATER] * 2 + [Step.QUARANTINE]


def test_what_is_told_of_an_unexpected_error_holds_nothing_of_the_input() -> None:
    verdict = judge(raised(ValueError("the password is hunter2")), 1)

    assert "hunter2" not in f"{verdict.message} {verdict.fault}"
    assert verdict.fault.startswith("ValueError at test_jobs.py:")


def test_each_pause_is_longer_than_the_one_before_up_to_a_bound() -> None:
    pauses = [pause_before(attempts, 1.0) for attempts in range(1, 40)]

    assert pauses[:4] == [timedelta(seconds=each) for each in (2, 4, 8, 16)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    assert pause_before(3, 0.0) == pause_before(3, 1.0) / 2


def test_progress_says_how_fast_and_how_long_still() -> None:
    half = progress_of(50, 100, NOON, NOON + timedelta(seconds=10))

    assert (half.percent, half.rate, half.seconds_left) == (50, 5.0, 10)
    assert progress_of(199, 200, NOON, NOON + timedelta(seconds=1)).percent == 99
    assert progress_of(0, 100, NOON, NOON).seconds_left is None
    assert progress_of(0, 0, None, NOON).percent == 0


def served(waiting: dict[str, int], tiers: dict[str, Tier]) -> list[str]:
    """In what order jobs are begun when so many of each wait from the beginning."""
    turns, order = dict.fromkeys(waiting, 0), []
    left = dict(waiting)
    while any(left.values()):
        name = min((each for each in left if left[each]), key=lambda each: (turns[each], each))
        left[name] -= 1
        turns[name] = next_turn(turns[name], tiers[name])
        order.append(name)
    return order


def test_very_much_work_of_one_workspace_delays_another_by_a_few_jobs_only() -> None:
    order = served({"big": 1000, "small": 5}, {"big": Tier.ENTERPRISE, "small": Tier.FREE})

    assert len(order) == 1005
    assert max(at for at, name in enumerate(order) if name == "small") < 30


def test_a_larger_tier_gets_a_larger_share_while_others_wait() -> None:
    tiers = {"free": Tier.FREE, "premium": Tier.PREMIUM, "enterprise": Tier.ENTERPRISE}
    begin = served(dict.fromkeys(tiers, 1000), tiers)[:700]

    assert [begin.count(name) for name in tiers] == [100, 200, 400]


def test_who_comes_back_has_saved_up_no_turns() -> None:
    assert turn_of_newcomer(3, [1000, 2000]) == 1000
    assert turn_of_newcomer(1500, [1000, 2000]) == 1500
    assert turn_of_newcomer(3, []) == 3


def test_no_queue_waits_for_ever_behind_another() -> None:
    first = [order_of_queues(("interactive", "bulk"), number)[0] for number in range(16)]

    assert first.count("interactive") == 14
    assert first.count("bulk") == 2
