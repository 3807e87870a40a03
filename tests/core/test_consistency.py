"""One employer, one title, one pair of dates: the promises of resume_customizer.core.staffing.consistency."""

from datetime import UTC, datetime

from resume_customizer.core.staffing.consistency import (
    Sent,
    Stated,
    find_contradictions,
    stated_from_json,
    stated_to_json,
)

NOW = datetime(2026, 11, 23, tzinfo=UTC)
BEFORE = datetime(2026, 9, 1, tzinfo=UTC)
HARROW = Stated("Harrow Freight", "Senior Java Developer", "2021-01", "present")
QUILLON = Stated("Quillon Bank", "Developer", "2016-03", "2020-12")


def _found(here: list[Stated], *there: Stated, at: datetime = BEFORE) -> list[tuple[str, str, str]]:
    found = find_contradictions(here, NOW, [Sent("petra.docx sent to Harbor", at, there)])
    assert all("petra.docx sent to Harbor" in each.sentence for each in found)
    return [(each.what, each.here, each.there) for each in found]


def test_another_title_or_other_dates_at_the_same_employer_are_found() -> None:
    assert _found([HARROW, QUILLON], HARROW, QUILLON) == []
    assert _found([HARROW], Stated("HARROW FREIGHT, Inc.", "Data Engineer", "2021-03", "present")) == [
        ("title", "Senior Java Developer", "Data Engineer"),
        ("start", "2021-01", "2021-03"),
    ]
    assert _found([QUILLON], QUILLON._replace(end="2021-02")) == [("end", "2020-12", "2021-02")]


def test_the_same_said_in_another_way_is_none() -> None:
    assert _found([HARROW], HARROW._replace(company="Harrow Freight LLC", role="Sr. Java Dev")) == []
    assert _found([HARROW], HARROW._replace(start="2021")) == []
    assert _found([HARROW], HARROW._replace(role="", start="", end="")) == []


def test_a_job_that_has_ended_since_is_none_and_one_that_had_ended_before_is() -> None:
    assert _found([HARROW._replace(end="2026-10")], HARROW) == []
    assert _found([HARROW._replace(end="2026-06")], HARROW) == [("end", "2026-06", "present")]
    assert _found([HARROW], HARROW._replace(end="2026-10")) == [("end", "present", "2026-10")]


def test_an_employer_that_is_left_out_is_none() -> None:
    assert _found([HARROW], QUILLON) == []


def test_several_jobs_at_one_employer_are_compared_with_their_own() -> None:
    lead = Stated("Harrow Freight", "Team Lead", "2023-01", "present")
    engineer = Stated("Harrow Freight", "Engineer", "2020-01", "2022-12")

    assert _found([lead, engineer], engineer, lead) == []
    assert _found([lead, engineer], engineer._replace(end="2022-11"), lead) == [("end", "2022-12", "2022-11")]


def test_each_contradiction_is_told_once() -> None:
    there = (HARROW._replace(role="Tester"),)
    sent = [Sent(f"file {number}", BEFORE, there) for number in range(5)]
    assert len(find_contradictions([HARROW], NOW, sent)) == 1


def test_what_is_kept_reads_back() -> None:
    assert stated_from_json(stated_to_json([HARROW, QUILLON])) == (HARROW, QUILLON)
    assert stated_from_json({}) == ()
