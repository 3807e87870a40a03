"""Whole distribution tasks by chance: a resume as plain data, points, and what a posting asks for.

a_case(seed, experiences=5, points=24)  ->  Case;  points_by_chance(chance, count), asked_by_chance(chance, bank)

About half of the points name their technology in their words, as real ones do; some name another one too.
"""

from random import Random
from typing import NamedTuple

from builders.documents import a_resume
from builders.points import a_bank
from builders.postings import an_analysis
from resume_customizer.core.analysis import Analysis
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.points import PointBank

TECHNOLOGIES = (
    "Java Python Kotlin Scala Ruby Kafka RabbitMQ PostgreSQL MySQL Oracle MongoDB Redis Cassandra Docker Kubernetes "
    "Terraform Ansible Jenkins Grafana Prometheus Angular Django Flask Hibernate Maven Gradle Selenium Cypress "
    "Snowflake Airflow Tableau Hadoop"
).split()
_VERBS = "Designed Built Moved Tuned Replaced Guarded Measured Documented Automated Simplified".split()
_THINGS = (
    "claims intake|freight pricing|ticket sales|nightly ledger|patient letters|parcel tracking|fraud checks|seat maps|"
    "stock counts|meter readings|tax forms|loan offers|crew rosters|lab results|spare parts|water levels"
).split("|")
_ENDS = "within two weeks|for nine tenants|without an outage|at a third of the cost|for the partner portal".split("|")


class Case(NamedTuple):
    """One task."""

    resume: ResumeDocument
    bank: PointBank
    analysis: Analysis


def a_case(seed: int, experiences: int = 5, points: int = 24) -> Case:
    """A resume, points and a posting that belong together as loosely as real ones."""
    chance = Random(seed)
    bullets = [[_sentence(chance, "") for _ in range(chance.randint(3, 7))] for _ in range(experiences)]
    known = [f"Environment: {', '.join(chance.sample(TECHNOLOGIES, 5))}" for _ in range(experiences)]
    bank = points_by_chance(chance, points)
    return Case(a_resume(*bullets, environments=known), bank, asked_by_chance(chance, bank))


def points_by_chance(chance: Random, count: int) -> PointBank:
    """So many points under a few headings."""
    headings = chance.sample(TECHNOLOGIES, max(2, min(len(TECHNOLOGIES), count // 4)))
    points: dict[str, list[str]] = {}
    for number in range(count):
        heading = chance.choice(headings)
        named = heading if chance.random() < 0.5 else ""
        other = f" beside {chance.choice(TECHNOLOGIES)}" if chance.random() < 0.2 else ""
        points.setdefault(heading, []).append(f"{_sentence(chance, named)}{other} (part {number})")
    return a_bank(points)


def asked_by_chance(chance: Random, bank: PointBank) -> Analysis:
    """Must-haves and nice-to-haves, about half of them with points."""
    headings = [stack.technology for stack in bank.stacks]
    pool = list(dict.fromkeys([*chance.sample(headings, min(6, len(headings))), *chance.sample(TECHNOLOGIES, 6)]))
    chance.shuffle(pool)
    return an_analysis(must=[_full(name) for name in pool[:5]], nice=[_full(name) for name in pool[5:9]])


def _sentence(chance: Random, named: str) -> str:
    by = f" with {named}" if named else ""
    return f"{chance.choice(_VERBS)} the {chance.choice(_THINGS)}{by} {chance.choice(_ENDS)}"


def _full(name: str) -> str:
    """The name under which the catalogue knows it."""
    from resume_customizer.core.naming.technologies import find_technology

    known = find_technology(name)
    return known.name if known else name
