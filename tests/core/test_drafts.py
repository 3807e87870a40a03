"""Drafts that wait for approval: the promises of resume_customizer.core.drafts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.drafts import (
    MAX_CHARACTERS,
    MAX_DRAFTS,
    Draft,
    Drafts,
    approved_bank,
    drafts_to_json,
    parse_drafts,
    read_drafts,
)
from resume_customizer.core.errors import InvalidInput

GOOD = "Tuned consumer groups so that no message waited long"


def test_a_draft_that_nobody_approved_never_becomes_a_point() -> None:
    bank = approved_bank(Drafts((Draft("Kafka", "One two three", "m"), Draft("Kafka", GOOD, "m", is_approved=True))))

    assert [(stack.technology, [(p.text, p.line) for p in stack.points]) for stack in bank.stacks] == [
        ("Kafka", [(GOOD, 2)])
    ]
    assert [notice.code for notice in bank.notices] == ["drafts-waiting"]


@given(st.text(max_size=60) | st.lists(st.text(max_size=500), max_size=4).map(json.dumps))
def test_whatever_a_model_answers_nothing_is_approved(answer: str) -> None:
    try:
        drafts = read_drafts(answer, "Kafka", "m")
    except InvalidInput:
        return
    assert approved_bank(drafts).stacks == ()


def test_a_draft_is_one_plain_line_and_anything_else_is_left_out_with_a_notice() -> None:
    odd = [
        5,
        "two\nlines are not one",
        "Too short",
        "x y z " * 100,
        "See https://evil.example/ for more",
        "a <b>b</b> c",
    ]
    drafts = read_drafts(
        "Here you are:\n" + json.dumps([f"•  {GOOD} ", GOOD, *odd, "bell \x07 in a line"]), "Kafka", "m"
    )

    assert drafts.drafts == (Draft("Kafka", GOOD, "m"),)
    assert [notice.where for notice in drafts.notices] == [f"sentence {number}" for number in range(3, 10)]


def test_no_more_drafts_are_taken_than_a_person_can_read() -> None:
    drafts = read_drafts(json.dumps([f"Did the work number {n}" for n in range(MAX_DRAFTS + 7)]), "Kafka", "m")

    assert len(drafts.drafts) == MAX_DRAFTS
    assert len(drafts.notices) == 7


@pytest.mark.parametrize("answer", ["", "I can't help with that.", "{}", "[1,", "[" * 100_000 + "]" * 100_000])
def test_an_answer_without_a_list_is_refused(answer: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_drafts(answer, "Kafka", "m")
    assert caught.value.code == "bad-answer"


def test_drafts_survive_the_way_to_json_and_back_with_what_a_person_approved() -> None:
    drafts = Drafts((Draft("Kafka", GOOD, "m", is_approved=True), Draft("Go", "Wrote a small tool", "m")))

    assert parse_drafts(json.loads(json.dumps(drafts_to_json(drafts)))) == drafts


@pytest.mark.parametrize(
    "row",
    [
        5,
        {},
        {"technology": "Go", "text": GOOD, "approved": "yes"},
        {"technology": "Go", "text": "a\nb c d", "approved": True},
        {"technology": "Go", "text": "a b " * MAX_CHARACTERS, "approved": True},
    ],
)
def test_a_damaged_row_is_refused_with_its_number(row: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_drafts({"drafts": [{"technology": "Go", "text": GOOD, "approved": True}, row]})
    assert (caught.value.code, caught.value.where) == ("bad-drafts", "drafts row 2")


def test_a_file_without_drafts_is_refused() -> None:
    with pytest.raises(InvalidInput):
        parse_drafts([])
