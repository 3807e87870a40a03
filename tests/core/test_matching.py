"""How well a resume fits a posting: promise 9, held over resumes and postings by chance."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.documents import a_resume
from builders.postings import an_analysis
from resume_customizer.core.analysis import Analysis
from resume_customizer.core.document import Bullet, ResumeDocument
from resume_customizer.core.matching import match

NOW = date(2026, 11, 23)
NAMES = ("Java", "Apache Kafka", "Terraform", "Python", "Rust", "PostgreSQL")
SEEDS = st.integers(0, 10**9)


def a_resume_by_chance(chance: Random) -> ResumeDocument:
    """Up to four experiences that name some of the names."""
    bullets = [
        [f"Worked with {chance.choice(NAMES)}." for _ in range(chance.randint(1, 3))]
        for _ in range(chance.randint(1, 4))
    ]
    resume = a_resume(*bullets)
    return replace(resume, lines=(*resume.lines, f"Skills: {', '.join(chance.sample(NAMES, 2))}"))


def a_posting_by_chance(chance: Random) -> Analysis:
    """Some of the names as must-haves, alternatives and nice-to-haves, with years now and then."""
    names = chance.sample(NAMES, 5)
    asked = an_analysis(must=names[:2], nice=names[2:3], either=[names[3:]])
    return replace(
        asked,
        technologies=tuple(each._replace(years=chance.choice((None, 2.0, 5.0))) for each in asked.technologies),
    )


def with_a_bullet(resume: ResumeDocument, at: int, text: str) -> ResumeDocument:
    """The same with one more bullet."""
    old = resume.experiences[at]
    new = replace(old, bullets=(*old.bullets, Bullet(99, text)), text=f"{old.text}\n{text}")
    return replace(
        resume,
        experiences=(*resume.experiences[:at], new, *resume.experiences[at + 1 :]),
        lines=(*resume.lines, text),
    )


def score(resume: ResumeDocument, posting: Analysis) -> int:
    found = match(resume, posting, NOW).score
    assert found is not None
    return found


@given(SEEDS)
def test_a_score_is_always_the_same_and_from_0_to_100(seed: int) -> None:
    chance = Random(seed)
    resume, posting = a_resume_by_chance(chance), a_posting_by_chance(chance)

    assert match(resume, posting, NOW) == match(resume, posting, NOW)
    assert 0 <= score(resume, posting) <= 100


@given(SEEDS)
def test_adding_true_evidence_never_lowers_it(seed: int) -> None:
    chance = Random(seed)
    resume, posting = a_resume_by_chance(chance), a_posting_by_chance(chance)
    before = match(resume, posting, NOW)
    more = with_a_bullet(resume, chance.randrange(len(resume.experiences)), f"Built it with {chance.choice(NAMES)}.")
    after = match(more, posting, NOW)

    shares = {part.name: part.share for part in before.parts}
    assert all(part.share >= shares[part.name] for part in after.parts)
    assert score(more, posting) >= score(resume, posting)


@given(SEEDS)
def test_repeating_a_word_never_raises_it(seed: int) -> None:
    chance = Random(seed)
    resume, posting = a_resume_by_chance(chance), a_posting_by_chance(chance)
    at = chance.randrange(len(resume.experiences))
    said = chance.choice(resume.experiences[at].bullets).text
    again = with_a_bullet(resume, at, f"{said} {said} {said}")

    assert score(again, posting) == score(resume, posting)


@given(SEEDS)
def test_each_row_cites_the_posting_and_the_resume(seed: int) -> None:
    chance = Random(seed)
    resume, posting = a_resume_by_chance(chance), a_posting_by_chance(chance)

    for row in match(resume, posting, NOW).rows:
        assert row.asked.text in posting.text.split("\n")[row.asked.line - 1]
        assert (row.state == "missing") == (not row.known)
        for use in row.known:
            assert use.listed or all(each.line in resume.experiences[each.experience].text for each in use.uses)


def test_the_parts_and_their_weights_make_the_score() -> None:
    resume = a_resume(["Wrote Java.", "Ran Kafka."])
    posting = an_analysis(must=["Java", "Rust"], nice=["Apache Kafka"])
    found = match(resume, posting, NOW)

    assert [(part.name, part.share) for part in found.parts] == [
        ("must-haves", 0.5),
        ("nice-to-haves", 1.0),
        ("recency", 0.5),
    ]
    assert found.score == round(100 * (60 * 0.5 + 15 * 1.0 + 10 * 0.5) / 85)


def test_any_one_of_alternatives_is_enough() -> None:
    posting = an_analysis(either=[["Rust", "Java"]])

    assert score(a_resume(["Wrote Java."]), posting) == 100


@pytest.mark.parametrize(
    ("ended", "share"), [("present", 1.0), ("2025-06", 1.0), ("2016-10", 0.0), ("2020-11", 0.5), (None, 0.0)]
)
def test_recency_falls_from_two_years_to_ten(ended: str | None, share: float) -> None:
    resume = a_resume(["Wrote Java."])
    old = replace(resume.experiences[0], start="2010-01" if ended else None, end=ended)
    found = match(replace(resume, experiences=(old,)), an_analysis(must=["Java"]), NOW)

    assert {part.name: part.share for part in found.parts}["recency"] == share


def test_what_the_person_does_not_have_is_said_plainly() -> None:
    resume = a_resume(["Ran Pulumi.", "Wrote Java."])
    resume = replace(resume, lines=(*resume.lines, "Skills: Kafka"))
    posting = an_analysis(must=["Java", "Apache Kafka"], nice=["Terraform"])
    posting = replace(posting, technologies=(posting.technologies[0]._replace(years=20.0), *posting.technologies[1:]))

    assert match(resume, posting, NOW).gaps == (
        "Java: 4.9 years of the 20 years asked for.",
        "Apache Kafka is asked for; it is listed, but no experience shows it.",
        "Terraform is welcome, and the resume does not name it. Pulumi is close to it, and is named.",
    )


def test_a_posting_that_asks_for_nothing_gives_no_score() -> None:
    assert match(a_resume(["Wrote Java."]), an_analysis(mentioned=["Java"]), NOW).score is None
