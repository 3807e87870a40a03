"""Where points go: the promises of resume_customizer.core.planning.distribution."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import resume_customizer
from builders.documents import a_resume
from builders.points import a_bank
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.plan import Plan
from resume_customizer.core.planning.rules import DistributionRules, Order, StrategyName
from resume_customizer.core.posting import analyze_posting

SENTENCES = tuple(f"Point number {number}" for number in range(1, 31))


def _three() -> ResumeDocument:
    return a_resume(["Ran tests."], ["Drew charts."], ["Kept books."])


def _texts(plan: Plan, experience: int) -> list[str]:
    return [row.point for row in plan.placements if row.experience == experience]


def _counts(plan: Plan, of: int = 3) -> list[int]:
    return [len(_texts(plan, experience)) for experience in range(of)]


@pytest.mark.parametrize(
    ("strategy", "counts"),
    [
        ("weighted", [6, 4, 2]),
        ("even", [4, 4, 4]),
        ("round-robin", [4, 4, 4]),
        ("cycles", [4, 4, 4]),
        ("newest", [12, 0, 0]),
    ],
)
def test_each_strategy_spreads_in_its_way(strategy: StrategyName, counts: list[int]) -> None:
    bank = a_bank(Moor=SENTENCES[:6], Fell=SENTENCES[6:12])

    plan = distribute(_three(), bank, DistributionRules(strategy))

    assert _counts(plan) == counts
    assert {row.rule for row in plan.placements} == {strategy}
    assert (plan.strategy, plan.points, plan.document_sha256) == (strategy, 12, _three().sha256)


def test_newer_experiences_get_more_when_nobody_says() -> None:
    assert _counts(distribute(_three(), a_bank(Moor=SENTENCES[:12]))) == [6, 4, 2]


def test_a_cap_for_an_experience_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"no experience 9; .*0 to 2"):
        distribute(_three(), a_bank({"Java": SENTENCES[:2]}), DistributionRules(caps=((9, 1),)))


def test_no_experience_gets_more_than_the_cap_and_the_rest_is_told_why() -> None:
    bank = a_bank(Moor=SENTENCES[:5], Fell=SENTENCES[5:8])

    plan = distribute(_three(), bank, DistributionRules(points_per_experience=2))

    assert _counts(plan) == [2, 2, 2]
    assert [row.point for row in plan.unplaced] == [SENTENCES[3], SENTENCES[4]]
    assert {row.code for row in plan.unplaced} == {"no-room"}
    assert plan.unplaced[0].reason == "No room: the 3 experiences that receive have 2 points each already."


def test_a_short_room_is_shared_by_the_technologies() -> None:
    bank = a_bank(Moor=SENTENCES[:4], Fell=SENTENCES[4:8])

    plan = distribute(_three(), bank, DistributionRules(experiences=1, points_per_experience=4))

    assert [row.point for row in plan.placements] == [*SENTENCES[:2], *SENTENCES[4:6]]
    assert "the one experience that receives has 4 points already" in plan.unplaced[0].reason


def test_technologies_that_the_posting_names_go_first_when_room_is_short() -> None:
    bank = a_bank({"COBOL": SENTENCES[:2], "RabbitMQ": SENTENCES[2:4], "Apache Kafka": SENTENCES[4:6]})
    posting = analyze_posting("We stream.\nOur team likes Kafka.\nYou must know Moor Grid.", ["Moor Grid"])

    plan = distribute(_three(), bank, DistributionRules(experiences=1, points_per_experience=3), posting)

    assert [row.technology for row in plan.placements] == ["RabbitMQ", "Apache Kafka", "Apache Kafka"]
    assert plan.placements[1].reason.endswith("; the posting names Apache Kafka in line 2.")
    assert plan.placements[0].reason.endswith("; the posting names Apache Kafka, a relative of RabbitMQ, in line 2.")
    assert "The posting does not name COBOL, so others went first." in plan.unplaced[0].reason
    assert "does not name" not in plan.unplaced[2].reason


def test_a_point_prefers_an_experience_that_knows_its_technology() -> None:
    resume = a_resume(
        ["Cooked."], ["Drew charts."], ["Kept books."], environments=("Environment: COBOL", None, "Environment: Kafka")
    )
    bank = a_bank(Kafka=SENTENCES[:1], COBOL=SENTENCES[1:2], Moor=SENTENCES[2:3])

    plan = distribute(resume, bank, DistributionRules("even"))

    assert [(row.technology, row.experience) for row in plan.placements] == [("COBOL", 0), ("Moor", 1), ("Kafka", 2)]
    assert plan.placements[2].reason == (
        "Apache Kafka is named in this experience's Environment line; third newest experience, 1 of 1 point."
    )
    assert plan.placements[1].reason == "Second newest experience, 1 of 1 point."


@pytest.mark.parametrize("strategy", ["round-robin", "cycles"])
def test_with_a_posting_that_holds_for_the_blind_strategies_too(strategy: StrategyName) -> None:
    resume = a_resume(["Cooked."], ["Drew charts."], environments=(None, "Environment: Kafka"))
    bank = a_bank(Kafka=SENTENCES[:1])
    rules = DistributionRules(strategy)

    assert distribute(resume, bank, rules).placements[0].experience == 0
    assert distribute(resume, bank, rules, analyze_posting("Kafka")).placements[0].experience == 1


@pytest.mark.parametrize(
    ("order", "expected"),
    [("grouped", [0, 1, 2, 3]), ("interleaved", [0, 2, 1, 3]), ("as-given", [2, 0, 1, 3])],
)
def test_points_of_one_experience_stand_in_the_order_asked_for(order: Order, expected: list[int]) -> None:
    bank = a_bank(Moor=SENTENCES[:2], Fell=SENTENCES[2:4])
    moor, fell = bank.stacks
    first, second = fell.points
    mixed = replace(bank, stacks=(moor, replace(fell, points=(replace(first, line=1), second))))

    plan = distribute(_three(), mixed, DistributionRules("newest", order=order))

    assert [SENTENCES.index(row.point) for row in plan.placements] == expected


def test_placements_stand_in_the_order_of_the_experiences() -> None:
    resume = _three()
    oldest_first = replace(resume, experiences=resume.experiences[::-1])

    plan = distribute(oldest_first, a_bank(Moor=SENTENCES[:12]))

    assert _counts(plan) == [2, 4, 6]
    assert [row.experience for row in plan.placements] == sorted(row.experience for row in plan.placements)


def test_a_point_that_the_resume_says_already_is_left_out_with_the_line() -> None:
    resume = a_resume(["Moved nightly R&D jobs to “Kafka” within two weeks.", "Ran tests."])

    plan = distribute(resume, a_bank(Kafka=['moved nightly R&amp;D jobs to "Kafka" within two weeks', "Point"]))

    assert [row.point for row in plan.placements] == ["Point"]
    assert plan.unplaced[0].code == "already-there"
    assert plan.unplaced[0].reason.endswith("“Moved nightly R&D jobs to “Kafka” within two weeks.”")


def test_of_points_that_say_the_same_one_is_placed() -> None:
    bank = a_bank(
        Java=["Cut the nightly build from 40 to 9 minutes."],
        Maven=["Cut the nightly build from 40 to 9 minutes", "Else"],
    )

    plan = distribute(_three(), bank)

    assert [row.point for row in plan.placements] == ["Cut the nightly build from 40 to 9 minutes.", "Else"]
    assert [(row.technology, row.code) for row in plan.unplaced] == [("Maven", "repeated")]
    assert "line 2" in plan.unplaced[0].reason


def test_points_that_differ_in_a_reference_only_are_all_placed() -> None:
    points = [f"Mapped ledger snapshots behind feature toggles (ref BCDF{number})." for number in range(4321, 4333)]

    assert len(distribute(_three(), a_bank(Moor=points)).placements) == 12


def test_a_resume_with_the_points_in_it_gets_none_of_them_again() -> None:
    resume, bank = _three(), a_bank(Moor=SENTENCES[:12], Fell=["3.5x faster <v2> “seat maps” – with care"])
    placed = [row.point for row in distribute(resume, bank).placements]

    again = distribute(replace(resume, lines=(*resume.lines, *placed)), bank)

    assert again.placements == ()
    assert {row.code for row in again.unplaced} == {"already-there"}


@pytest.mark.parametrize(
    ("resume", "rules", "code"),
    [
        (a_resume(), DistributionRules(), "no-experience"),
        (a_resume(["Ran tests."]), DistributionRules(exclude=(0,)), "excluded"),
        (
            replace(_three(), experiences=(replace(_three().experiences[0], anchor=None, no_anchor_reason="locked"),)),
            DistributionRules(),
            "no-anchor",
        ),
    ],
)
def test_where_nobody_can_receive_every_point_is_unplaced_with_the_reason(
    resume: ResumeDocument, rules: DistributionRules, code: str
) -> None:
    plan = distribute(resume, a_bank(Moor=SENTENCES[:2]), rules)

    assert plan.placements == ()
    assert [(row.point, row.code) for row in plan.unplaced] == [(SENTENCES[0], code), (SENTENCES[1], code)]
    assert all(row.reason for row in plan.unplaced)


def test_who_was_passed_over_is_named_in_the_reason_and_in_a_notice() -> None:
    resume = _three()
    first, *others = resume.experiences
    locked = replace(first, anchor=None, no_anchor_reason="its bullets are in a picture")

    plan = distribute(replace(resume, experiences=(locked, *others)), a_bank(Moor=SENTENCES[:1]))

    assert plan.placements[0].experience == 1
    assert plan.placements[0].reason == (
        "Newest experience that can take points "
        "(“Software Engineer, Company 1” can't: its bullets are in a picture), 1 of 1 point."
    )
    assert [notice.code for notice in plan.notices] == ["no-anchor"]


def test_no_points_make_an_empty_plan() -> None:
    plan = distribute(_three(), a_bank())

    assert (plan.placements, plan.unplaced, plan.points) == ((), (), 0)


@pytest.mark.parametrize(
    "rules",
    [
        {"strategy": "fair"},
        {"order": "random"},
        {"experiences": 0},
        {"points_per_experience": 0},
        {"points_per_cycle": -1},
    ],
)
def test_rules_that_make_no_sense_are_refused(rules: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        DistributionRules(**rules)

    assert caught.value.code == "bad-rules"


def test_the_plan_does_not_depend_on_the_order_that_python_keeps_sets_in() -> None:
    script = (
        "from builders.documents import a_resume\nfrom builders.points import sample_bank\n"
        "from resume_customizer.core.planning.distribution import *\n"
        "from resume_customizer.core.posting import analyze_posting\n"
        "bank = sample_bank()\n"
        "resume = a_resume(['Ran Java, Kafka.'], ['Kept books in AWS and Azure.'], environments=(None, 'Tools: C#'))\n"
        "posting = analyze_posting('Java, AWS, Kafka, Docker')\n"
        "print(distribute(resume, bank, DistributionRules('weighted'), posting))\n"
        "print(distribute(resume, bank, analysis=posting))"
    )
    paths = os.pathsep.join([str(Path(__file__).parent.parent), str(Path(resume_customizer.__path__[0]).parent)])
    plans = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(plans) == 1
    assert "is named in" in plans.pop()


def test_a_plan_can_be_made_without_loading_the_fuzzy_library() -> None:
    script = (
        "import sys\nfrom builders.documents import a_resume\nfrom builders.points import sample_bank\n"
        "from resume_customizer.core.planning.distribution import distribute\n"
        "plan = distribute(a_resume(['Ran tests.']), sample_bank())\n"
        "import json; print(json.dumps([len(plan.placements), 'rapidfuzz' in sys.modules]))"
    )
    paths = os.pathsep.join([str(Path(__file__).parent.parent), str(Path(resume_customizer.__path__[0]).parent)])

    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": paths}, capture_output=True, check=True
    )

    placed, loaded = json.loads(done.stdout)
    assert placed == 11
    assert not loaded
