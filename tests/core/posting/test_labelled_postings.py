"""What postings ask for, field by field, against what a person says of each."""

import pytest

from builders.posting_cases import CASES, PostingCase
from resume_customizer.core.analysis import Analysis
from resume_customizer.core.posting import analyze_posting


def _names(analysis: Analysis, need: str) -> set[str]:
    return {each.name for each in analysis.technologies if each.need == need and each.group is None}


def _choices(analysis: Analysis, need: str) -> set[frozenset[str]]:
    groups: dict[int, set[str]] = {}
    for each in analysis.technologies:
        if each.group is not None and each.need == need:
            groups.setdefault(each.group, set()).add(each.name)
    return {frozenset(names) for names in groups.values()}


def _set(text: str) -> set[str]:
    return {name.strip() for name in text.split(",") if name.strip()}


def _sets(text: str) -> set[frozenset[str]]:
    return {frozenset(name.strip() for name in group.split("|")) for group in text.split(";") if group.strip()}


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", [case for case in CASES if case.says_technologies], ids=lambda case: case.name)
def test_technologies_are_asked_for_as_a_person_says(case: PostingCase) -> None:
    analysis = analyze_posting(case.text)

    assert _names(analysis, "must") == _set(case.must)
    assert _names(analysis, "nice") == _set(case.nice)
    assert _names(analysis, "mentioned") == _set(case.mentioned)
    assert _choices(analysis, "must") == _sets(case.either)
    assert _choices(analysis, "nice") == _sets(case.either_nice)
    assert {each.value for each in analysis.refused} == _set(case.refused)


@pytest.mark.parametrize("case", [case for case in CASES if case.years], ids=lambda case: case.name)
def test_years_are_asked_for_as_a_person_says(case: PostingCase) -> None:
    analysis = analyze_posting(case.text)

    assert {each.name: each.years for each in analysis.technologies if each.years} == case.years


@pytest.mark.parametrize("case", [case for case in CASES if case.facts], ids=lambda case: case.name)
def test_facts_are_what_a_person_says(case: PostingCase) -> None:
    analysis = analyze_posting(case.text)

    found = {name: claim.value if (claim := getattr(analysis, name)) else None for name in case.facts}
    assert found == case.facts


@pytest.mark.parametrize("case", [case for case in CASES if case.tax_terms is not None], ids=lambda case: case.name)
def test_terms_are_what_a_person_says(case: PostingCase) -> None:
    analysis = analyze_posting(case.text)

    assert {each.value for each in analysis.tax_terms} == _set(case.tax_terms or "")
