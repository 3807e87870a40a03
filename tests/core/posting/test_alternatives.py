"""Alternatives: the promises of resume_customizer.core.posting.alternatives."""

import pytest

from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.posting.alternatives import find_alternatives


def _groups(text: str) -> list[list[str]]:
    return [[each.technology for each in group] for group in find_alternatives(text, find_mentions(text), 0)]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Java or Kotlin", [["Java", "Kotlin"]]),
        ("Java, Kotlin, or Scala experience", [["Java", "Kotlin", "Scala"]]),
        ("one of: AWS, Azure, Docker", [["AWS", "Azure", "Docker"]]),
        ("one or more of AWS, Azure and Docker", [["AWS", "Azure", "Docker"]]),
        ("at least one of the following: MySQL, PostgreSQL", [["MySQL", "PostgreSQL"]]),
        ("React/Angular/Vue", [["React", "Angular", "Vue.js"]]),
        ("Jenkins / GitLab CI", [["Jenkins", "GitLab CI/CD"]]),
        ("a broker such as Kafka, RabbitMQ", [["Apache Kafka", "RabbitMQ"]]),
        ("brokers (e.g. Kafka, RabbitMQ, etc.)", [["Apache Kafka", "RabbitMQ"]]),
        ("Java and either MySQL or PostgreSQL", [["MySQL", "PostgreSQL"]]),
        ("Java and/or Kotlin", [["Java", "Kotlin"]]),
        ("MySQL (5.7) or PostgreSQL", [["MySQL", "PostgreSQL"]]),
    ],
)
def test_what_is_joined_by_or_or_offered_as_one_of_some_is_a_choice(text: str, groups: list[list[str]]) -> None:
    assert _groups(text) == groups


@pytest.mark.parametrize(
    "text",
    [
        "Java and Kotlin",
        "Java, Kotlin, Scala",
        "HTML/CSS",
        "Java/Spring Boot",
        "Linux/Unix",
        "Java. Or call us about Kotlin.",
        "Java for the back end, or so we thought before we found Kotlin",
        "brokers such as Kafka and RabbitMQ",
        "Java",
        "",
    ],
)
def test_what_is_wanted_together_is_no_choice(text: str) -> None:
    assert _groups(text) == []
