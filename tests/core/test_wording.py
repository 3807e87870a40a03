"""Whether two sentences say the same: the promises of resume_customizer.core.planning.wording."""

import pytest

from resume_customizer.core.planning.wording import say_the_same, word_text

BASE = "Designed REST services in Java for the claims platform of four regional insurers"


def _same(one: str, other: str) -> bool:
    result = say_the_same(word_text(one), word_text(other))
    assert say_the_same(word_text(other), word_text(one)) == result
    return result


@pytest.mark.parametrize(
    "other",
    [
        "Developed REST services in Java for the claims platform of four regional insurers",
        "Designed REST service in Java for the claims platforms of four regional insurers",
        "Designed REST services using Java for a claims platform of four regional insurers",
        "Designed REST services in Java for the claims plattform of four regional insurers",
        "Designed REST services in Java for the busy claims platform of four regional insurers",
    ],
)
def test_another_ending_opening_or_general_word_says_the_same(other: str) -> None:
    assert _same(BASE, other)


@pytest.mark.parametrize(
    "other",
    [
        "Designed REST services in Python for the claims platform of four regional insurers",
        "Designed SOAP services in Java for the claims platform of four regional insurers",
        "Designed REST services in Java for the billing platform of four regional insurers",
        "Designed REST services in Java 8 for the claims platform of four regional insurers",
        "Designed REST services in Java for the claims platform of five regional insurers",
        "Never designed REST services in Java for the claims platform of four regional insurers",
        "Designed REST services in Java for the claims platform of four regional insurers with MoorFlow",
        "Designed REST services in Java for the claims platform",
        "Decommissioned REST services in Java for the claims platform of four regional insurers",
    ],
)
def test_another_number_technology_negation_or_meaning_does_not(other: str) -> None:
    assert not _same(BASE, other)


def test_words_written_apart_or_together_say_the_same() -> None:
    assert _same(
        "Split the monolith into microservices for faster weekly releases",
        "Split the monolith into micro-services for faster weekly releases",
    )


def test_what_came_from_where_must_not_be_swapped() -> None:
    assert not _same(
        "Migrated customer records from Oracle to PostgreSQL within one weekend window",
        "Migrated customer records from PostgreSQL to Oracle within one weekend window",
    )
    assert not _same(
        "Migrated customer records from staging to production within one weekend window",
        "Migrated customer records from production to staging within one weekend window",
    )


def test_opposites_that_look_alike_are_not_the_same() -> None:
    assert not _same(
        "Increased the monthly cost of storage for archived claims documents",
        "Decreased the monthly cost of storage for archived claims documents",
    )


def test_short_sentences_are_compared_as_a_whole_only() -> None:
    assert not _same("Built APIs for claims", "Built API for claims")
