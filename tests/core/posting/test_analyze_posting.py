"""The whole analysis: the promises of resume_customizer.core.posting."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders.posting_cases import CASES
from builders.yardstick import at_most
from resume_customizer.core.analysis import Analysis, Need
from resume_customizer.core.posting import analyze_posting

_PIECES = (
    "Requirements:",
    "Nice to have",
    "- Java",
    "5+ years of ",
    "Kafka is a plus",
    " or ",
    "Azure",
    "\n",
    "\n\n",
    "> ",
    "No PHP, ",
    "(",
    ")",
    "/",
    "Thanks,",
    "From: a@b.example",
    "Subject: Engineer",
    "$70/hr",
    "C2C",
    "Location:",
    "remote",
    "é😀",
    "\t",
    "• ",
    "• C++ ",
    ". ",
    "one of: ",
    "AWS",
)


def _check(text: str, analysis: Analysis) -> None:
    lines = text.split("\n")
    facts = [
        getattr(analysis, name) for name in ("title", "seniority", "years", "location", "remote", "rate", "duration")
    ]
    claims = [claim for claim in (*facts, *analysis.tax_terms, *analysis.refused) if claim]
    places = [claim.evidence for claim in claims] + [place for each in analysis.technologies for place in each.evidence]
    for place in places:
        assert 0 <= place.start < place.end <= len(text)
        assert text.count("\n", 0, place.start) + 1 == place.line
        assert lines[place.line - 1].strip() == place.text
    assert all(each.need in get_args(Need) and each.evidence for each in analysis.technologies)
    assert len({each.name for each in analysis.technologies}) == len(analysis.technologies)
    for sentence in analysis.sentences:
        assert " ".join(text[sentence.start : sentence.end].split()) == sentence.text
    groups = [each.group for each in analysis.technologies if each.group is not None]
    assert all(groups.count(group) > 1 for group in groups)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_place_is_where_it_says(case) -> None:  # noqa: ANN001
    _check(case.text, analyze_posting(case.text))


@given(some.lists(some.sampled_from(_PIECES), max_size=25).map("".join))
def test_the_same_text_gives_the_same_analysis_with_true_places(text: str) -> None:
    analysis = analyze_posting(text)

    _check(text, analysis)
    assert analysis == analyze_posting(text)


@given(some.text(max_size=200))
def test_any_text_can_be_analysed(text: str) -> None:
    _check(text, analyze_posting(text))


def test_headings_of_a_point_bank_count_when_no_list_of_ours_knows_them() -> None:
    text = "Requirements\n- Zephyr Grid and Java\nWe like Moor Grid."

    analysis = analyze_posting(text, ["Zephyr Grid", "Java", "Fell Grid", "React (Frontend Library)"])

    assert [(each.name, each.need) for each in analysis.technologies] == [("Zephyr Grid", "must"), ("Java", "must")]


def test_without_facts_technologies_and_years_are_the_same() -> None:
    text = CASES[1].text
    whole, part = analyze_posting(text), analyze_posting(text, facts=False)

    assert (part.technologies, part.years, part.title) == (whole.technologies, whole.years, whole.title)
    assert part.rate is None


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "\n",
        "- ",
        "Java, ",
        "Java or ",
        "Java/",
        "5 years ",
        "$5 - ",
        "no ",
        "must ",
        "> ",
        "From: a\n",
        "Requirements:\n",
        "(",
        "Java (5 years) ",
        "one of ",
        "such as ",
        "remote ",
        "Thanks,\n",
        "a: ",
        "• ",
        "1. ",
        ". A",
        "Java or Kotlin. ",
        "Dallas, TX ",
        "C2C/",
        "not required ",
        "is a plus, ",
    ],
)
def test_nothing_makes_it_slow(unit: str) -> None:
    text = (unit * 100_000)[:100_000]

    with at_most(400):
        analyze_posting(text)


def test_a_text_without_lines_that_names_one_thing_over_and_over_is_analyzed_in_little_memory() -> None:
    found = analyze_posting("Java " * 20_000)

    (java,) = found.technologies
    assert java.name == "Java"
    assert len(java.evidence) == 100
    assert sum(len(each.text) for each in java.evidence) < 250_000
