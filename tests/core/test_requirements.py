"""A requirement's statuses and fields: the promises of resume_customizer.core.staffing.requirements."""

from datetime import UTC, datetime

import pytest

from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.staffing.requirements import (
    FIELDS,
    FOLLOWING,
    OPEN,
    Status,
    check_move,
    read_comment,
    read_fields,
)

TABLE = {
    "New": "Working Applied Submitted On-hold No-response Rejected Cancelled",
    "Working": "New Applied Submitted On-hold No-response Rejected Cancelled",
    "Applied": "Working Submitted Interviewed On-hold No-response Rejected Cancelled",
    "Submitted": "Working Interviewed Offer On-hold No-response Rejected Cancelled",
    "Interviewed": "Submitted Offer On-hold No-response Rejected Cancelled",
    "Offer": "Interviewed Placed On-hold No-response Rejected Cancelled",
    "Placed": "Cancelled",
    "On hold": "Working Applied Submitted Interviewed Offer No-response Rejected Cancelled",
    "No response": "Working Applied Submitted Interviewed Rejected Cancelled",
    "Rejected": "Working Cancelled",
    "Cancelled": "Working",
}
"""The table, written out."""


def test_a_status_follows_another_only_where_the_table_says_so() -> None:
    written = {before: {after.replace("-", " ") for after in line.split()} for before, line in TABLE.items()}

    assert {before.value: {each.value for each in after} for before, after in FOLLOWING.items()} == written
    for before in Status:
        for after in Status:
            if after == before or after in FOLLOWING[before]:
                assert check_move(before, after.lower()) is after
            else:
                with pytest.raises(Conflict) as caught:
                    check_move(before, after)
                assert caught.value.code == "not-following"
                assert all(each in caught.value.message for each in FOLLOWING[before])


def test_what_is_open_can_go_on_and_what_has_ended_begins_again_as_working() -> None:
    assert all(len(FOLLOWING[each]) > 2 for each in OPEN)
    assert all(Status.WORKING in FOLLOWING[each] for each in set(Status) - set(OPEN) - {Status.PLACED})


def test_a_status_that_is_none_is_refused_with_the_list() -> None:
    with pytest.raises(InvalidInput, match="must be one of New, Working"):
        check_move("New", "Lost")


def test_all_problems_are_told_at_once_with_their_fields() -> None:
    wrong = {
        "title": " ",
        "vendor_email": "nobody",
        "deadline": "2026-12-01T15:00",
        "priority": "high",
        "tax_term": "W3",
        "salary": 1,
        "client": 7,
        "years": 99,
        "technologies": 5,
        "posting_link": "javascript:alert(1)",
        "location": "a\x07b",
        "rate": "a lot",
        "rate_currency": "dollars",
    }

    with pytest.raises(InvalidInput) as caught:
        read_fields(wrong)

    assert caught.value.code == "bad-fields"
    assert [name for name in wrong if name not in caught.value.message] == []
    assert "title must not be empty" in caught.value.message
    assert "deadline must say its time zone" in caught.value.message


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("title", "  Java \n Developer ", "Java Developer"),
        ("posting", "one\r\ntwo\n", "one\ntwo"),
        ("technologies", "Java, C++;\nGo , Java", ("Java", "C++", "Go")),
        ("tax_term", "c2c", "C2C"),
        ("work_mode", "", ""),
        ("years", "8", 8),
        ("years", "", None),
        ("deadline", "2026-12-01", datetime(2026, 12, 1, 23, 59, 59, tzinfo=UTC)),
        ("deadline", "2026-12-01T15:00+01:00", datetime(2026, 12, 1, 14, tzinfo=UTC)),
        ("deadline", None, None),
    ],
)
def test_a_value_is_read_as_people_write_it(name: str, written: object, read: object) -> None:
    assert read_fields({name: written}) == {name: read}


def test_a_rate_may_be_written_as_one_text() -> None:
    assert read_fields({"rate": "$60-65/hr"}) == {"rate_cents": 6500, "rate_currency": "USD", "rate_per": "hour"}
    assert read_fields({"rate": ""}) == {"rate_cents": None}


def test_every_field_has_a_label_of_its_own() -> None:
    labels = [field.label for field in FIELDS.values()]
    assert len(set(labels)) == len(labels) > 25


def test_a_comment_is_a_text() -> None:
    assert read_comment(" called \r\n twice ") == "called \n twice"
    for wrong in ("", "   ", 5, "x" * 10_001):
        with pytest.raises(InvalidInput):
            read_comment(wrong)
