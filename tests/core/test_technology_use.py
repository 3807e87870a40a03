"""What a resume shows of each technology: the promises of resume_customizer.core.naming.technology_use."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.documents import a_resume
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.naming.technology_use import Use, analyze_resume, months_of

NOW = date(2026, 11, 23)


def dated(*periods: tuple[str | None, str | None]) -> ResumeDocument:
    """A resume whose experiences all name Java."""
    resume = a_resume(*(["Wrote Java."] for _ in periods))
    experiences = zip(resume.experiences, periods, strict=True)
    return replace(resume, experiences=tuple(replace(each, start=a, end=b) for each, (a, b) in experiences))


def java_years(*periods: tuple[str | None, str | None]) -> float:
    found = analyze_resume(dated(*periods), NOW).find("Java")
    return found.years if found else -1


@pytest.mark.parametrize(
    ("periods", "years"),
    [
        ([("2020-01", "2020-12")], 1.0),
        ([("2020", "2021")], 2.0),
        ([("2020-01", "2020-12"), ("2020-07", "2021-06")], 1.5),
        ([("2020-01", "2020-12"), ("2020-01", "2020-12")], 1.0),
        ([("2025-12", "present")], 1.0),
        ([("2026-01", "2030-12")], 0.9),
        ([("2030-01", "present")], 0.0),
        ([("2020-05", None)], 0.1),
        ([(None, "2020-05")], 0.0),
        ([(None, None), ("2019-01", "2019-06")], 0.5),
    ],
)
def test_years_count_each_month_once_and_none_that_is_to_come(
    periods: list[tuple[str | None, str | None]], years: float
) -> None:
    assert java_years(*periods) == years


MONTHS = st.tuples(st.integers(2000, 2030), st.integers(1, 12)).map(lambda pair: f"{pair[0]:04}-{pair[1]:02}")


@given(st.lists(st.tuples(MONTHS, st.one_of(MONTHS, st.just("present"), st.none())), min_size=1, max_size=6))
def test_years_are_those_of_the_union(periods: list[tuple[str, str | None]]) -> None:
    every = [months_of(start, end, NOW) for start, end in periods]

    assert java_years(*periods) == round(len(frozenset().union(*every)) / 12, 1)
    assert max((max(each) for each in every if each), default=0) <= 2026 * 12 + 10


def test_first_and_last_use_and_the_lines_that_show_them() -> None:
    resume = a_resume(["Ran Kafka.", "Wrote Java for claims."], ["Wrote Java.", "Wrote more Java."])
    found = analyze_resume(resume, NOW).find("Java")

    assert found is not None
    assert found.uses == (Use(0, "Wrote Java for claims."), Use(1, "Wrote Java."))
    assert (found.first, found.last) == ("2020-01", "present")


def test_naming_it_again_in_the_same_experience_changes_nothing() -> None:
    once, often = a_resume(["Wrote Java."]), a_resume(["Wrote Java.", "Java, Java and Java."])

    assert analyze_resume(once, NOW).find("Java") == analyze_resume(often, NOW).find("Java")


def test_what_no_experience_names_is_only_listed() -> None:
    resume = a_resume(["Wrote Java."])
    resume = replace(resume, lines=(*resume.lines, "Skills: Terraform, Java"))
    analysis = analyze_resume(resume, NOW)
    terraform, java = analysis.find("Terraform"), analysis.find("Java")

    assert terraform is not None
    assert java is not None
    assert (terraform.is_shown, terraform.listed, terraform.years) == (False, "Skills: Terraform, Java", 0.0)
    assert (java.is_shown, java.listed) == (True, "")


def test_names_that_no_catalogue_knows_are_found_when_asked_for() -> None:
    resume = a_resume(["Ran Quuxlang in production."])

    assert analyze_resume(resume, NOW).find("Quuxlang") is None
    found = analyze_resume(resume, NOW, ["Quuxlang"]).find("Quuxlang")
    assert found is not None
    assert found.uses == (Use(0, "Ran Quuxlang in production."),)
