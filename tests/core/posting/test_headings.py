"""Headings and labels: the promises of resume_customizer.core.posting.headings."""

import pytest

from resume_customizer.core.posting.headings import Heading, find_heading


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Requirements", "must"),
        ("REQUIREMENTS:", "must"),
        ("## Minimum Qualifications", "must"),
        ("**Must-have skills**", "must"),
        ("What you’ll need:", "must"),
        ("Who you are", "must"),
        ("Required Technical Skills & Experience:", "must"),
        ("Your profile", "must"),
        ("Preferred Qualifications:", "nice"),
        ("Nice-to-haves", "nice"),
        ("Bonus points", "nice"),
        ("It would be great if you have:", "nice"),
        ("Desired skills", "nice"),
        ("Key Responsibilities", "duties"),
        ("What you'll do", "duties"),
        ("The role", "duties"),
        ("Job Description:", "duties"),
        ("Our tech stack", "stack"),
        ("Environment:", "stack"),
        ("About us", "company"),
        ("About Larkmoor:", "company"),
        ("Bonus & benefits:", "benefits"),
        ("What we offer", "benefits"),
        ("Why join us?", "benefits"),
        ("Equal Opportunity Employer", "equal"),
        ("How to apply", "apply"),
        ("Dein Profil", "must"),
        ("Wir bieten", "benefits"),
    ],
)
def test_a_heading_is_known_with_its_usual_words_in_any_case_and_with_any_marks(line: str, kind: str) -> None:
    heading = find_heading(line)

    assert heading is not None
    assert (heading.kind, heading.end) == (kind, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "Strong communication skills",
        "Experience with Java",
        "We bring parcels home.",
        "You have Kafka experience",
        "The team loves tools",
        "Requirements engineering with DOORS",
        "Experience with networking concepts including: routing and VPNs",
        "https://larkmoor.example/requirements",
        "role",
        "",
    ],
)
def test_a_sentence_that_only_holds_such_a_word_is_no_heading(line: str) -> None:
    assert find_heading(line) is None


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Location: Leeds", Heading("fact", 9, "location")),
        ("**Location:** Leeds", Heading("fact", 13, "location")),
        ("Job Title: Engineer", Heading("title", 10, "job title")),
        ("Must have: Java", Heading("must", 10)),
        ("Nice to have: Kafka", Heading("nice", 13)),
        ("Languages: Java", None),
    ],
)
def test_a_label_is_told_from_what_it_announces(line: str, heading: Heading | None) -> None:
    assert find_heading(line) == heading
