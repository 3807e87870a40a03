"""Sentences and their needs: the promises of resume_customizer.core.posting.statements."""

import pytest

from resume_customizer.core.posting import analyze_posting


def _needs(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.need) for each in analyze_posting(text).sentences]


@pytest.mark.parametrize("heading", ["Benefits", "About us", "Equal opportunity", "How to apply"])
def test_nothing_is_asked_for_in_benefits_and_the_company_story(heading: str) -> None:
    text = f"Requirements\nJava\n{heading}\nYou must have experience with dogs. Kafka is a plus."

    assert _needs(text)[1:] == [("You must have experience with dogs.", "other"), ("Kafka is a plus.", "other")]


@pytest.mark.parametrize("heading", ["Requirements\n", "Your tasks\n", ""])
def test_what_is_called_a_plus_is_welcome_wherever_it_stands(heading: str) -> None:
    assert _needs(f"{heading}Kafka is a plus.") == [("Kafka is a plus.", "nice")]


def test_the_heading_decides_for_what_says_nothing_itself() -> None:
    text = "Requirements\nPatience\nNice to have\nFive years of Java\nTasks\nWrite code"

    assert _needs(text) == [("Patience", "must"), ("Five years of Java", "nice"), ("Write code", "other")]


def test_abbreviations_end_no_sentence() -> None:
    text = "You know e.g. Java, i.e. the JVM vs. .NET. We ship. Sr. Engineers mentor."

    assert [sentence for sentence, _ in _needs(text)] == [
        "You know e.g. Java, i.e. the JVM vs. .NET.",
        "We ship.",
        "Sr. Engineers mentor.",
    ]
