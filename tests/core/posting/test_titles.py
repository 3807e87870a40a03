"""Titles and seniority: the promises of resume_customizer.core.posting.titles."""

import pytest

from resume_customizer.core.posting import analyze_posting


def _title(text: str) -> str | None:
    claim = analyze_posting(text).title
    return claim.value if claim else None


def test_a_label_goes_before_the_subject_and_that_before_lines_and_sentences() -> None:
    subject = "From: a@b.example\nSubject: Java Developer\n\n"
    sentence = "We are looking for a Test Engineer to join us."

    assert _title(f"{subject}Data Analyst\nJob Title: Site Engineer\n{sentence}") == "Site Engineer"
    assert _title(f"{subject}Data Analyst\n{sentence}") == "Java Developer"
    assert _title(f"Data Analyst\n{sentence}") == "Data Analyst"
    assert _title("Data Analyst\nJob Title: Site Engineer") == "Site Engineer"
    assert _title("Data Analyst\nRole: Database Administrator") == "Data Analyst"
    assert _title(f"Larkmoor\n{sentence}") == "Test Engineer"
    assert _title("We like boats.\n- Engineers are friendly") is None


@pytest.mark.parametrize(
    "line",
    [
        "Urgent requirement: Java Developer",
        "Java Developer - Remote",
        "Java Developer | Larkmoor | Leeds",
        "Java Developer (C2C only)",
        "Hiring for Java Developer in Dallas, TX",
        "Java Developer at Larkmoor",
        "Hot job || Java Developer || $70/hr",
        "# Java Developer",
        "Position: Java Developer, Leeds, UK",
        "*Java Developer*",
    ],
)
def test_a_title_loses_what_is_written_around_it(line: str) -> None:
    assert _title(f"{line}\n\nYou write code.") == "Java Developer"


@pytest.mark.parametrize(
    ("title", "seniority"),
    [
        ("Senior Java Developer", "senior"),
        ("Sr. Engineer", "senior"),
        ("Junior Engineer", "junior"),
        ("Lead Engineer", "lead"),
        ("Staff Engineer", "staff"),
        ("Principal Architect", "principal"),
        ("Engineering Intern", "intern"),
        ("Director of Engineering and Lead Architect", "director"),
        ("Mid-level Engineer", "mid"),
        ("Engineer", None),
        ("Staffing Engineer", None),
    ],
)
def test_seniority_is_that_of_the_title(title: str, seniority: str | None) -> None:
    claim = analyze_posting(f"Job Title: {title}").seniority

    assert (claim.value if claim else None) == seniority
