"""Changes by hand: the promises of resume_customizer.core.planning.plan_editing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from builders.documents import a_resume
from builders.points import a_bank, sample_bank
from builders.postings import an_analysis
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning import plan_editing as edits
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.plan import Plan, check_plan, plan_to_json
from resume_customizer.core.planning.plan_editing import History
from resume_customizer.core.planning.plan_rows import parse_plan
from resume_customizer.core.planning.rules import DistributionRules

RESUME = a_resume(
    ["Settled claims.", "Ran Java."],
    ["Moved freight.", "Ran trams."],
    ["Sold rum."],
    environments=(None, "Tools: Kafka"),
)
ANALYSIS = an_analysis(must=["Apache Kafka"])


def _plan(strategy: str = "best", **more: int) -> Plan:
    rules = DistributionRules(strategy, **more)  # ty: ignore[invalid-argument-type]
    return distribute(RESUME, sample_bank(), rules, ANALYSIS)


def _everything(plan: Plan) -> Counter[str]:
    rows = (*plan.placements, *plan.unplaced)
    return Counter(row.original or row.point for row in rows)


steps = some.lists(
    some.tuples(some.sampled_from(["move", "lock", "out", "back", "order", "text", "behind", "cap", "solve"]),
                some.integers(1, 12), some.integers(0, 3)), max_size=8)  # fmt: skip


def _stepped(plan: Plan, step: tuple[str, int, int]) -> Plan:
    name, row, other = step
    changes: dict[str, Callable[[], Plan]] = {
        "move": lambda: edits.move(plan, RESUME, row, other),
        "lock": lambda: edits.lock(plan, row),
        "out": lambda: edits.leave_out(plan, row),
        "back": lambda: edits.put_back(plan, RESUME, row, other),
        "order": lambda: edits.reorder(plan, row, other + 1),
        "text": lambda: edits.reword(plan, row, f"Other words {row}-{other}"),
        "behind": lambda: edits.put_behind(plan, RESUME, row, other + 2),
        "cap": lambda: edits.cap(plan, RESUME, other, row),
        "solve": lambda: edits.resolve(plan, RESUME, ANALYSIS),
    }
    try:
        return changes[name]()
    except InvalidInput:
        return plan


@given(some.sampled_from(["best", "weighted", "round-robin", "cycles", "newest", "even"]), steps)
@settings(deadline=None, max_examples=60)
def test_no_point_is_ever_lost(strategy: str, taken: list[tuple[str, int, int]]) -> None:
    plan = _plan(strategy, points_per_experience=3)
    before = _everything(plan)

    for step in taken:
        plan = _stepped(plan, step)

    assert _everything(plan) == before
    assert check_plan(plan, RESUME) == ()
    assert parse_plan(plan_to_json(plan, RESUME)) == plan


@given(some.sampled_from(["best", "weighted", "round-robin", "cycles", "newest", "even"]), steps)
@settings(deadline=None, max_examples=60)
def test_what_is_locked_stays_however_often_everything_else_is_decided_anew(
    strategy: str, taken: list[tuple[str, int, int]]
) -> None:
    plan = _plan(strategy, points_per_experience=3)
    for step in taken:
        plan = _stepped(plan, step)

    solved = edits.resolve(plan, RESUME, ANALYSIS)

    assert [row for row in plan.placements if row.locked and row not in solved.placements] == []
    assert edits.resolve(solved, RESUME, ANALYSIS) == solved


def test_a_moved_point_is_pinned_and_the_rest_is_decided_around_it() -> None:
    plan = _plan(points_per_experience=4)
    kafka = next(n for n, row in enumerate(plan.placements, 1) if row.technology == "Kafka")
    point = plan.placements[kafka - 1].point

    moved = edits.move(plan, RESUME, kafka, 2)
    solved = edits.resolve(moved, RESUME, ANALYSIS)

    for each in (moved, solved):
        (row,) = [row for row in each.placements if row.point == point]
        assert (row.experience, row.locked, row.rule, row.reason) == (2, True, "by hand", "Moved here by hand.")
    assert [row.experience for row in moved.placements] == sorted(row.experience for row in moved.placements)
    assert max(Counter(row.experience for row in solved.placements).values()) <= 4


def test_a_locked_row_keeps_its_place_in_the_order() -> None:
    plan = edits.reorder(_plan("newest"), 5, 2)
    point = plan.placements[1].point

    solved = edits.resolve(plan, RESUME, ANALYSIS)

    assert solved.placements[1].point == point


def test_a_person_may_put_more_somewhere_than_the_rules_allow() -> None:
    plan = _plan(points_per_experience=2, experiences=2)
    for _ in range(3):
        plan = edits.put_back(plan, RESUME, 1, 2)

    solved = edits.resolve(plan, RESUME, ANALYSIS)

    assert Counter(row.experience for row in solved.placements) == {0: 2, 1: 2, 2: 3}


def test_what_was_left_out_stays_out_until_it_is_put_back() -> None:
    plan = edits.leave_out(_plan(), 1)
    out = plan.unplaced[-1]

    solved = edits.resolve(plan, RESUME, ANALYSIS)
    back = edits.put_back(solved, RESUME, [row.point for row in solved.unplaced].index(out.point) + 1, 0)

    assert (out.code, out.reason) == ("left-out", "Left out by hand.")
    assert out.point in [row.point for row in solved.unplaced]
    assert out.point in [row.point for row in back.placements]


def test_a_point_whose_words_were_changed_keeps_its_original_words_beside_it() -> None:
    plan = _plan()
    given_words = plan.placements[0].point
    twice = edits.reword(edits.reword(plan, 1, "First try"), 1, "Second try")

    assert (twice.placements[0].point, twice.placements[0].original) == ("Second try", given_words)
    assert edits.reword(twice, 1, given_words).placements[0].original == ""
    solved = edits.resolve(twice, RESUME, ANALYSIS)
    assert ("Second try", given_words) in [(row.point, row.original) for row in solved.placements]
    out = edits.leave_out(twice, 1)
    assert edits.put_back(out, RESUME, len(out.unplaced), 1).placements != ()
    assert out.unplaced[-1].original == given_words


def test_a_point_follows_another_bullet_of_its_experience_and_back() -> None:
    plan = edits.put_behind(_plan("newest"), RESUME, 1, 2)

    assert plan.placements[0].after == 2
    assert edits.put_behind(plan, RESUME, 1, None).placements[0].after is None


def test_a_point_never_comes_between_a_line_and_the_list_that_it_leads_in() -> None:
    resume = a_resume(["Key achievements:", "Ran trams.", "Sold rum."])
    plan = distribute(resume, a_bank(Moor=["Dug peat."]))

    with pytest.raises(InvalidInput) as caught:
        edits.put_behind(plan, resume, 1, 2)
    with pytest.raises(InvalidInput) as dealt:
        distribute(resume, a_bank(Moor=["Dug peat."]), DistributionRules(behind=((0, 2),)))

    assert caught.value.code == dealt.value.code == "leads-in-a-list"
    assert distribute(resume, a_bank(Moor=["x"]), DistributionRules(behind=((0, 3),))).placements[0].after == 3


def test_own_points_are_added_and_stay() -> None:
    plan = edits.add(_plan(), RESUME, "My own point.", "Go", 1)

    solved = edits.resolve(plan, RESUME, ANALYSIS)

    (row,) = [row for row in solved.placements if row.point == "My own point."]
    assert (row.experience, row.technology, row.line, row.rule) == (1, "Go", 0, "by hand")
    assert solved.points == plan.points == 11


def test_a_cap_counts_when_everything_is_decided_anew() -> None:
    plan = edits.cap(_plan("weighted"), RESUME, 0, 1)

    assert sum(row.experience == 0 for row in edits.resolve(plan, RESUME).placements) == 1
    free = edits.cap(plan, RESUME, 0, None)
    assert sum(row.experience == 0 for row in edits.resolve(free, RESUME, ANALYSIS).placements) > 1


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: edits.move(plan, RESUME, 99, 0),
        lambda plan: edits.move(plan, RESUME, 0, 0),
        lambda plan: edits.move(plan, RESUME, 1, 9),
        lambda plan: edits.put_behind(plan, RESUME, 1, 77),
        lambda plan: edits.reorder(plan, 1, 99),
        lambda plan: edits.put_back(plan, RESUME, 99, 0),
        lambda plan: edits.reword(plan, 1, "  "),
        lambda plan: edits.reword(plan, 1, plan.placements[1].point),
        lambda plan: edits.reword(plan, 1, "bell \x07"),
        lambda plan: edits.add(plan, RESUME, plan.placements[0].point, "Java", 0),
        lambda plan: edits.add(plan, RESUME, "New", "Java", 9),
        lambda plan: edits.cap(plan, RESUME, 9, 1),
        lambda plan: edits.cap(plan, RESUME, 0, -1),
        lambda plan: edits.lock(plan, 99),
    ],
)
def test_a_change_that_can_not_be_carried_out_is_refused(change: Callable[[Plan], Plan]) -> None:
    plan = _plan()

    with pytest.raises(InvalidInput) as caught:
        change(plan)

    assert caught.value.message


def test_an_experience_without_a_safe_place_takes_nothing_by_hand_either() -> None:
    first, *others = RESUME.experiences
    resume = replace(RESUME, experiences=(replace(first, anchor=None), *others))
    plan = distribute(resume, sample_bank())

    with pytest.raises(InvalidInput) as caught:
        edits.move(plan, resume, 1, 0)

    assert caught.value.code == "no-anchor"


def test_undo_gives_back_the_very_plan_and_redo_takes_it_away_again() -> None:
    plan = _plan()
    moved, locked = edits.move(plan, RESUME, 1, 2), edits.lock(plan, 1)
    history = History(plan).do(moved)

    assert history.undo().present is plan
    assert history.undo().redo() == history
    assert history.do(moved) is history
    other = history.undo().do(locked)
    assert other.present is locked
    with pytest.raises(InvalidInput):
        other.redo()
    with pytest.raises(InvalidInput):
        History(plan).undo()
