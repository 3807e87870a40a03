"""Answers about a plan: the promises of resume_customizer.core.planning.explaining."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from builders.documents import a_resume
from builders.points import a_bank, sample_bank
from builders.postings import an_analysis
from resume_customizer.core.errors import NotFound
from resume_customizer.core.planning.decided import Study, plan_of
from resume_customizer.core.planning.distribution import study
from resume_customizer.core.planning.explaining import as_it_stands, explain, pinned_answer, why
from resume_customizer.core.planning.objective import worth_of
from resume_customizer.core.planning.plan_editing import move, study_of
from resume_customizer.core.planning.rules import DistributionRules

RESUME = a_resume(
    ["Settled claims for hospitals.", "Ran Java."],
    ["Moved freight."],
    ["Sold tickets with AWS."],
    ["Kept books."],
    environments=("Environment: Java, Spring", "Environment: Kafka, Jenkins", None, None),
)
ANALYSIS = an_analysis(must=["Apache Kafka", "Terraform"], nice=["AWS"])


def _done(rules: DistributionRules | None = None) -> Study:
    return study(RESUME, sample_bank(), rules or DistributionRules(points_per_experience=2), ANALYSIS)


def test_the_lines_that_are_quoted_stand_in_the_resume_and_in_the_posting() -> None:
    done = _done()
    explained = explain(done, plan_of(done))
    quotes = [quote for each in explained for quote in each.quotes]

    assert len(explained) == len(plan_of(done).placements)
    assert {quote.source for quote in quotes} == {"resume", "posting"}
    said = "\n".join(experience.text for experience in RESUME.experiences)
    asked = ANALYSIS.text.split("\n")
    for quote in quotes:
        if quote.line is None:
            assert quote.text in said
        else:
            assert asked[quote.line - 1] == quote.text
    kafka = next(each for each in explained if each.row.technology == "Kafka")
    assert [part.name for part in kafka.parts][:2] == ["asked", "knows"]
    assert kafka.quotes[0].text == "Environment: Kafka, Jenkins"
    assert len(set(kafka.quotes)) == len(kafka.quotes)


def test_why_not_there_is_answered_for_every_other_experience() -> None:
    done = _done()

    answered = why(done, plan_of(done), "consumer lag")

    assert answered.experience == 1
    assert "Apache Kafka is named in this experience's Environment line" in answered.reason
    assert [each.experience for each in answered.elsewhere] == [0, 2, 3]
    by_place = {each.experience: each for each in answered.elsewhere}
    assert by_place[0].cost is not None
    assert by_place[0].cost > 0
    assert f"t would cost {by_place[0].cost:,}" in by_place[0].sentence
    assert by_place[3].cost is None
    assert by_place[3].sentence.startswith("Only 3 receive")


@given(some.integers(0, 10), some.integers(0, 2))
@settings(deadline=None, max_examples=25)
def test_what_another_place_would_cost_is_what_is_lost_when_a_person_pins_the_point_there(at: int, place: int) -> None:
    done = _done()
    assert done.problem is not None
    plan = plan_of(done)
    offer = done.open[at]
    found = {each.experience: each for each in why(done, plan, offer.point.text).elsewhere}
    if place not in found:
        assert done.hands[at] == place
        return

    row = next((n for n, row in enumerate(plan.placements, 1) if row.point == offer.point.text), None)
    if row is not None:
        moved = study_of(move(plan, RESUME, row, place), RESUME, ANALYSIS)
        by_text = {each.point.text: hand for each, hand in zip(moved.open, moved.hands, strict=True)}
        answer = [by_text[each.point.text] for each in done.open]
        assert worth_of(done.problem, done.hands).worth - worth_of(done.problem, answer).worth == found[place].cost


def test_who_would_move_is_named_and_lost_coverage_is_said() -> None:
    bank = a_bank(Kafka=["Ran Kafka."], Moor=["Dug peat."])
    rules = DistributionRules("best", experiences=1, points_per_experience=1)
    done = study(RESUME, bank, rules, an_analysis(must=["Docker", "Apache Kafka"]))
    docker = study(a_resume(["Ran trams."]), bank, rules, an_analysis(must=["Apache Kafka"]))

    assert "“Dug peat.” out of the resume" not in why(done, plan_of(done), "Ran Kafka.").reason
    sentence = why(docker, plan_of(docker), "Dug peat.").elsewhere[0].sentence
    assert sentence.startswith("1 must-have of the posting would not be shown; it would cost")
    assert "this would move “Ran Kafka.” out of the resume" in sentence


def test_a_point_that_was_never_weighed_says_why() -> None:
    resume = a_resume(["Dug the peat of the moor by hand."])
    done = study(resume, a_bank(Moor=["Dug the peat of the moor by hand", "Else"]), DistributionRules("best"))

    answered = why(done, plan_of(done), "peat")

    assert answered.experience is None
    assert answered.reason.startswith("The resume says this already")
    assert answered.elsewhere == ()


@pytest.mark.parametrize(
    ("rules", "position", "words"),
    [
        (DistributionRules(exclude=(1,)), 1, "It is excluded."),
        (DistributionRules(include=(0,)), 1, "not among the experiences that were asked for"),
        (DistributionRules(experiences=1), 1, "Only 1 receive"),
        (DistributionRules("newest"), 1, "“newest” deals by its rule and weighs nothing."),
        (DistributionRules("best", points_per_experience=1), 2, "t would "),
    ],
)
def test_each_obstacle_has_its_sentence(rules: DistributionRules, position: int, words: str) -> None:
    done = study(RESUME, a_bank(Java=["Wrote Java."]), rules)

    (answer,) = [each for each in why(done, plan_of(done), "Wrote").elsewhere if each.experience == position]

    assert words in answer.sentence


def test_an_experience_that_can_take_no_point_says_so() -> None:
    first, *others = RESUME.experiences
    locked = replace(RESUME, experiences=(replace(first, anchor=None, no_anchor_reason="it is a picture"), *others))
    done = study(locked, a_bank(Java=["Wrote Java."]), DistributionRules("best"))

    assert why(done, plan_of(done), "Wrote").elsewhere[0].sentence == "It can't take points: it is a picture."


def test_a_point_is_found_by_its_words_or_its_line() -> None:
    done = _done()
    plan = plan_of(done)

    assert why(done, plan, "CONTRACT TESTS").point == "Wrote contract tests for 14 services."
    assert why(done, plan, "4").point == "Wrote contract tests for 14 services."
    with pytest.raises(NotFound) as none:
        why(done, plan, "zebra")
    with pytest.raises(NotFound) as many:
        why(done, plan, "the")
    assert none.value.code == "no-such-point"
    assert many.value.code == "many-such-points"
    assert "line" in many.value.message


def test_an_edited_plan_is_explained_as_it_stands() -> None:
    done = _done()
    edited = move(plan_of(done), RESUME, 1, 2)

    again = as_it_stands(study_of(edited, RESUME, ANALYSIS), edited)

    assert [each.row for each in explain(again, edited)] == list(edited.placements)
    assert why(again, edited, edited.placements[-1].point).experience == 2


def test_a_pin_that_breaks_a_limit_has_no_answer() -> None:
    done = study(RESUME, a_bank(Java=["Wrote Java.", "Ran it."]), DistributionRules("best", caps=((1, 0),)))
    assert done.problem is not None

    assert pinned_answer(done.problem, 0, 1) is None
    assert "leave no room there" in why(done, plan_of(done), "Wrote Java").elsewhere[0].sentence
