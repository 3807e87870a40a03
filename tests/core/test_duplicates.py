"""The same opening twice: the promises of resume_customizer.core.staffing.duplicates."""

from typing import Any

import pytest

from builders.requirements import DUTIES, POSTING, a_vendor_mail
from resume_customizer.core.records.desk import NEVER, Requirement
from resume_customizer.core.staffing.duplicates import client_key, compare, keyed, marks_of, share_of, title_key
from resume_customizer.core.staffing.requirements import read_moment

OTHER_DUTIES = """Build dashboards with our controllers, and explain figures to people who do not like them.
Load orders, returns and stock from four systems every night, and say so when one of them is late.
Keep the model of the warehouse in order, and write down what each column means.
Teach colleagues in the shops how to ask their own questions."""


def _requirement(title: str = "Senior Java Developer", **fields: Any) -> Requirement:  # noqa: ANN401 - any of its fields
    return keyed(Requirement(title=title, **fields))


def test_the_same_opening_from_another_vendor_is_found_with_what_says_so() -> None:
    one = _requirement(end_client="Harbor National Bank, Inc.", vendor_company="Bright Staffing", posting=POSTING)
    other = _requirement(
        "Sr. Java Developer (Hybrid)",
        client="HARBOR NATIONAL BANK",
        vendor_company="Northgate Talent LLC",
        posting=a_vendor_mail("Northgate Talent LLC", "Owen Hart"),
    )

    found = compare(one, other)

    assert found is not None
    assert found.requirement_id == other.id
    assert "same client: HARBOR NATIONAL BANK" in found.reasons
    assert "same title: Sr. Java Developer (Hybrid)" in found.reasons
    assert "other vendor: Northgate Talent LLC" in found.reasons
    assert f"{found.share} % of the posting is the same" in found.reasons


def test_a_posting_that_hides_its_client_is_found_by_its_words() -> None:
    one = _requirement(end_client="Harbor National Bank", posting=DUTIES)
    other = _requirement("Backend Engineer", posting=f"Our client, a bank:\n{DUTIES}\nThanks, Owen")

    found = compare(one, other)

    assert found is not None
    assert found.share > 80


def test_two_openings_of_one_client_are_not_the_same() -> None:
    one = _requirement(end_client="Harbor National Bank", posting=DUTIES)
    other = _requirement("Data Analyst", end_client="Harbor National Bank", posting=OTHER_DUTIES)

    assert compare(one, other) is None
    assert compare(_requirement(client="A"), _requirement("Data Analyst", client="A")) is None
    assert compare(_requirement(posting=DUTIES), _requirement(posting=OTHER_DUTIES)) is None


def test_near_same_postings_share_a_mark_and_others_do_not() -> None:
    marks = set(marks_of(POSTING))

    assert marks & set(marks_of(a_vendor_mail("Northgate", "Owen Hart")))
    assert marks & set(marks_of(DUTIES))
    assert not marks & set(marks_of(OTHER_DUTIES))
    assert marks_of("Java Developer, Leeds") == ()
    assert share_of(DUTIES, DUTIES) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sr. Java Dev", "Java Developer III (Remote)"),
        ("Full-Stack Engineer", "Engineer, Full Stack [W2]"),
        ("Senior Lead", "lead senior"),
    ],
)
def test_titles_that_mean_the_same_are_the_same(one: str, other: str) -> None:
    assert title_key(one) == title_key(other) != ""


def test_titles_and_clients_that_differ_stay_apart() -> None:
    assert len({title_key(each) for each in ("C Developer", "C++ Developer", "C# Developer", "Java Developer")}) == 4
    assert client_key("Procter & Gamble Co.") == client_key("procter and gamble")
    assert client_key("The Company Inc") == "the company inc"
    assert client_key("") == ""


def test_what_is_due_first_is_what_it_is_due_by() -> None:
    early, late = read_moment("2026-12-01"), read_moment("2026-12-05")
    assert keyed(Requirement(title="x", deadline=late, next_step_due=early)).due_at == early
    assert keyed(Requirement(title="x")).due_at == NEVER
