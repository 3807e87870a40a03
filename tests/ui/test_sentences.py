"""Sentences of the core in another language: the promises of resume_customizer.ui.sentences."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ALL_SHAPES, SampleResume
from builders.tech_stack_texts import make_text
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.needs import cover
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.core.planning.timeline import why_not_then
from resume_customizer.core.planning.weighing import Aids
from resume_customizer.core.points import PointBank
from resume_customizer.core.posting import analyze_posting
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.resume.reader import read_resume
from resume_customizer.ui import texts
from resume_customizer.ui.customizing.inputs import sample
from resume_customizer.ui.sentences import remark, sentence

RULES = (
    DistributionRules(),
    DistributionRules("round-robin", points_per_experience=1),
    DistributionRules("cycles", experiences=1, points_per_experience=2),
    DistributionRules("best", most_lines=2, refuse_anachronisms=True),
    DistributionRules("best", points_per_technology=1),
)


@pytest.fixture(autouse=True)
def in_german() -> Iterator[None]:
    texts.speak("de")
    yield
    texts.speak("en")


def brought_up(shape: SampleResume, bank: PointBank) -> Iterator[str]:
    """Every sentence that people are shown of a resume, these points and a posting."""
    document = read_resume(shape.data)
    posting = analyze_posting(sample("posting.txt").decode())
    yield from (notice.message for notice in document.notices)
    for rules in RULES:
        plan = distribute(document, bank, rules, posting, Aids(find_anachronism=why_not_then))
        yield from (row.reason for row in (*plan.placements, *plan.unplaced))
        yield from (notice.message for notice in plan.notices)
        yield from (row.remark for row in cover(document, plan, posting).rows if row.remark)


@pytest.mark.parametrize("shape", ALL_SHAPES, ids=lambda each: each.name)
def test_what_a_resume_and_the_sample_bring_up_has_its_german(shape: SampleResume) -> None:
    said = set(brought_up(shape, parse_tech_stack(sample("points.txt"))))
    assert said

    assert {each for each in said if sentence(each) == each} == set()


@pytest.mark.parametrize("seed", range(60))
def test_what_points_in_any_form_bring_up_has_its_german(seed: int) -> None:
    made = make_text(seed)
    notices = parse_tech_stack(made.data, file_name=made.file_name).notices

    assert {each.message for each in notices if sentence(each.message) == each.message} == set()
    assert {each.where for each in notices if each.where and sentence(each.where) == each.where} == set()


def test_a_reason_is_told_clause_by_clause() -> None:
    reason = (
        "Kafka, a relative of RabbitMQ, is named in this experience (“Ran Kafka; tuned it, too”); "
        "second newest experience, dealt in turn, 2 of 6 points; the posting asks for Kafka in line 2."
    )

    assert sentence(reason) == (
        "Kafka, verwandt mit RabbitMQ, steht in dieser Station („Ran Kafka; tuned it, too“); "
        "zweitneueste Station, reihum verteilt, 2 von 6 Punkten; die Anzeige verlangt Kafka in Zeile 2."
    )
    assert sentence("Newest experience, 1 of 1 point.") == "Neueste Station, 1 von 1 Punkt."


def test_a_sentence_without_a_form_is_shown_whole() -> None:
    for unknown in ("Newest experience, by a rule of tomorrow.", "Refused everywhere: nobody knows.", "", ".", "; "):
        assert sentence(unknown) == unknown


def test_a_remark_has_its_place_before_it() -> None:
    assert remark("This experience has no bullets yet.", "paragraph 3") == (
        "Absatz 3: Diese Station hat noch keine Aufzählungspunkte."
    )
    assert remark("No point names it.", "") == "Kein Punkt nennt es."


@given(st.text(alphabet="ab“”();,. {}\n", max_size=60))
def test_what_people_wrote_is_never_changed(text: str) -> None:
    assert text in sentence(f"Taken out of the plan by hand: {text}")


def test_english_stays_english() -> None:
    texts.speak("en")
    assert sentence("No point names it.") == "No point names it."
