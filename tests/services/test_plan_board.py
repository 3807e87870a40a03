"""A plan as somebody works on it: the promises of resume_customizer.services.documents.plan_board."""

from itertools import pairwise
from typing import Any

import pytest

from builders import a_docx, bullets, heading, line
from resume_customizer.core.errors import InvalidInput, UnreadableInput
from resume_customizer.services.documents import plan_board
from resume_customizer.services.documents.one_call import Request

POINTS = "Kafka\n• Designed topics for 40 services.\n• Moved nightly files to Kafka.\nGo\n• Wrote the gateway in Go."
POSTING = "Must have: Kafka, Go and Rust. Nice to have: Terraform."
RESUME = a_docx(
    heading("Experience"),
    line("Engineer | Northwind Orchards | Jan 2022 - Present"),
    bullets("Led the move of the order service.", "Kept it running."),
    line("Developer | Bluebell Health | Jun 2018 - Dec 2021"),
    bullets("Built the appointment module.", "Tested it."),
)
REQUEST = Request(RESUME, points=POINTS.encode(), posting=POSTING.encode())
CHANGES: list[dict[str, Any]] = [
    {"do": "move", "row": 1, "experience": 1},
    {"do": "lock", "row": 1},
    {"do": "unlock", "row": 1},
    {"do": "leave-out", "row": 2},
    {"do": "put-back", "row": 1, "experience": 0},
    {"do": "reword", "row": 1, "point": "Wrote all of the gateway in Go."},
    {"do": "add", "technology": "Rust", "point": "Rewrote its parser in Rust.", "experience": 0},
    {"do": "order", "row": 1, "place": 1},
    {"do": "cap", "experience": 0, "most": 1},
    {"do": "rules", "rules": {"strategy": "best", "experiences": 1}},
    {"do": "solve"},
]


def points_of(board: dict[str, Any]) -> set[str]:
    plan = board["plan"]
    return {row.get("original") or row["point"] for row in (*plan["placements"], *plan["unplaced"])}


def test_the_same_changes_give_the_same_board_and_the_last_one_taken_away_is_undone() -> None:
    boards = [plan_board.draw(REQUEST, CHANGES[:count]) for count in range(len(CHANGES) + 1)]

    assert boards == [plan_board.draw(REQUEST, CHANGES[:count]) for count in range(len(CHANGES) + 1)]
    assert sum(one != two for one, two in pairwise(boards)) >= 8


def test_no_change_loses_a_point() -> None:
    given = points_of(plan_board.draw(REQUEST))
    for count in range(len(CHANGES) + 1):
        assert given <= points_of(plan_board.draw(REQUEST, CHANGES[:count]))


@pytest.mark.parametrize(
    "change",
    [
        {"do": "move", "row": 99, "experience": 0},
        {"do": "move", "row": 1, "experience": 99},
        {"do": "move", "row": "1", "experience": 0},
        {"do": "move", "row": True, "experience": 0},
        {"do": "reword", "row": 1},
        {"do": "rules", "rules": {"strategy": "worst"}},
        {"do": "rules"},
        {"do": "erase"},
        {"do": ["move"]},
        {},
    ],
)
def test_a_change_that_can_t_be_carried_out_is_refused_with_its_reason(change: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        plan_board.draw(REQUEST, [change])


def test_a_board_says_how_the_posting_is_covered_before_and_after() -> None:
    coverage = plan_board.draw(REQUEST)["coverage"]

    assert coverage["must"] == {"before": 0, "after": 2, "total": 3}
    assert coverage["nice"] == {"before": 0, "after": 0, "total": 1}
    assert [row["title"] for row in coverage["rows"] if row["after"] == "missing"] == ["Rust", "Terraform"]


def test_points_and_postings_are_read_with_their_lines() -> None:
    points = plan_board.read_points(POINTS)
    posting = plan_board.read_posting(POSTING, RESUME)

    assert [(row["technology"], row["line"]) for row in points["rows"]] == [("Kafka", 2), ("Kafka", 3), ("Go", 5)]
    assert points["technologies"] == 2
    assert {need["title"]: need["state"] for need in posting["needs"]}["Rust"] == "missing"


def test_a_resume_is_told_at_a_glance_and_what_is_none_is_refused() -> None:
    assert len(plan_board.read_resume_briefly(RESUME)["experiences"]) == 2
    with pytest.raises(UnreadableInput):
        plan_board.read_resume_briefly(b"no document")


def test_the_preview_marks_the_placed_points() -> None:
    html = plan_board.preview(REQUEST, "Resume", "{count} neu")

    assert html.count("<mark>") == 3
    assert "3 neu" in html
    assert "<script" not in html


def test_the_pages_that_are_foreseen_are_those_of_the_plan_as_it_was_changed() -> None:
    points = "Go\n" + "".join(f"• Wrote the gateway number {number} in Go, and its tests.\n" for number in range(60))
    request = Request(RESUME, points=points.encode(), rules={"experiences": 1})
    all_of_them = plan_board.foresee_pages(request)
    few = plan_board.foresee_pages(request, [{"do": "cap", "experience": 0, "most": 2}])

    assert all_of_them is not None
    assert few is not None
    assert (all_of_them["before"], few["before"], few["after"]) == (1, 1, 1)
    assert all_of_them["after"] >= 2
