"""Years of experience: the promises of resume_customizer.core.posting.experience_years."""

import pytest

from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.posting.experience_years import find_years


def _years(text: str) -> list[tuple[float, list[str]]]:
    found = find_years(text, 0, len(text), find_mentions(text))
    return [(each.number, [mention.technology for mention in each.mentions]) for each in found]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5 years of Java", 5),
        ("5+ years of Java", 5),
        ("5 + yrs of Java", 5),
        ("3-5 years of Java", 3),
        ("3 to 5 years with Java", 3),
        ("seven years of Java", 7),
        ("seven (7) years of Java", 7),
        ("10 plus years in Java", 10),
        ("1.5 years of Java", 1.5),
        ("2 or more years of Java", 2),
        ("18 months of experience with Java", 1.5),
        ("five+ years' experience in Java", 5),
    ],
)
def test_the_lower_end_of_a_range_counts(text: str, number: float) -> None:
    assert _years(text) == [(number, ["Java"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 years of Java and Kotlin", [(5, ["Java", "Kotlin"])]),
        ("5 years of Java and 3 of Kotlin", [(5, ["Java"])]),
        ("5 years of Java, 3 years of Docker", [(5, ["Java"]), (3, ["Docker"])]),
        ("Java (5 years), Docker (2+ yrs)", [(5, ["Java"]), (2, ["Docker"])]),
        ("Java: 5 years", [(5, ["Java"])]),
        ("Java – 5+ years", [(5, ["Java"])]),
        ("Docker experience: at least 2 years", [(2, ["Docker"])]),
        ("8 years of experience, strong in Java", [(8, [])]),
        ("8 years in software development", [(8, [])]),
    ],
)
def test_years_stand_with_the_names_of_their_own_clause(text: str, expected: list[tuple[float, list[str]]]) -> None:
    assert _years(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In business for 25 years",
        "at least 18 years of age",
        "21 years old",
        "a 2 year contract",
        "for the last 10 years",
        "12 months project in Java",
        "founded 9 years ago",
        "100 years of Java",
        "in 2019 years",
    ],
)
def test_ages_and_lengths_are_no_experience(text: str) -> None:
    assert _years(text) == []
