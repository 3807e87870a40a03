"""Lists that are numbered or lettered by hand: the promises of resume_customizer.resume.counted."""

import pytest

from builders import a_docx, bullets, heading, line
from builders.docx import Xml, text
from builders.eyes import paragraphs_in, text_of, tree_of
from resume_customizer.core.planning.plan import Placement, Plan
from resume_customizer.resume.reader import read_resume
from resume_customizer.resume.verifier import verify
from resume_customizer.resume.writer import write_resume

ENGINEER = line("Quality Engineer | Bhima Forgings Ltd | Jan 2019 – Present", bold=True)
TRAINEE = line("Trainee | Sahyadri Castings Ltd | Mar 2015 – Dec 2018", bold=True)
SAID = ("Handles audits of customers.", "Prepares control plans.", "Trains operators on gauges.")
POINT, SECOND = "Wrote reports in Python.", "Counted scrap with Python."


def _resume(*items: str | Xml) -> bytes:
    rows = [line(item) if isinstance(item, str) else item for item in items]
    return a_docx(heading("Experience"), ENGINEER, *rows, TRAINEE, bullets("Inspected forgings."))


def _written(content: bytes, *points: str) -> bytes:
    document = read_resume(content)
    placements = tuple(Placement(point, "Python", 1, 0) for point in points)
    return write_resume(content, document, Plan(document.sha256, placements)).content


def _new(content: bytes, *points: str) -> list[str]:
    """What a reader sees of the new points."""
    texts = [text_of(each) for each in paragraphs_in(tree_of(_written(content, *points)))]
    return [each for each in texts if each.endswith(points)]


def _listed(*leads: str) -> list[str]:
    return [lead + said for lead, said in zip(leads, SAID, strict=False)]


@pytest.mark.parametrize(
    ("leads", "following"),
    [
        (("a) ", "b) ", "c) "), ("d) ", "e) ")),
        (("(a) ", "(b) ", "(c) "), ("(d) ", "(e) ")),
        (("A. ", "B. "), ("C. ", "D. ")),
        (("1) ", "2) ", "3) "), ("4) ", "5) ")),
        (("1. ", "2. "), ("3. ", "4. ")),
        (("1.", "2."), ("3.", "4.")),
        (("8.\t", "9.\t"), ("10.\t", "11.\t")),
        (("i. ", "ii. ", "iii. "), ("iv. ", "v. ")),
        (("h) ", "i) "), ("j) ", "k) ")),
        (("y) ", "z) "), ("", "")),
        (("1. ", "a) ", "b) "), ("c) ", "d) ")),
    ],
)
def test_new_points_go_on_counting_behind_the_last_item(leads: tuple[str, ...], following: tuple[str, ...]) -> None:
    content = _resume(*_listed(*leads))

    assert _new(content, POINT, SECOND) == [following[0] + POINT, following[1] + SECOND]
    assert verify(content, _written(content, POINT, SECOND)).holds


def test_a_number_that_is_set_in_its_own_way_goes_on_in_that_way() -> None:
    content = _resume(line(text("1.", bold=True), "\t" + SAID[0]), line(text("2.", bold=True), "\t" + SAID[1]))
    document = read_resume(content)
    anchor = document.experiences[0].anchor

    assert _new(content, POINT) == ["3.\t" + POINT]
    assert anchor is not None
    assert b"<w:b/>" in anchor.splices[0].template.counted[0][0]
    assert b"<w:b/>" not in anchor.splices[0].template.run


@pytest.mark.parametrize(
    "items",
    [
        ("a) Handles audits of customers.",),
        ("A. Holt asked for audits.", "A. Marsh asked for plans."),
        ("1. Handles audits.", "3. Prepares plans."),
        ("1. Handles audits.", "2) Prepares plans."),
        ("Handles audits, a) of customers and", "b) of suppliers."),
        ("a) Handles audits.", "b) Prepares plans.", "All of it in two plants."),
        ("I. handled audits.", "V. prepared plans."),
    ],
)
def test_text_that_only_looks_counted_is_left_alone(items: tuple[str, ...]) -> None:
    assert _new(_resume(*items), POINT) == [POINT]


def test_a_point_that_stands_there_with_its_number_is_found_again() -> None:
    written = read_resume(_written(_resume(*_listed("a) ", "b) ")), POINT))

    assert POINT in written.lines
    assert [each.text for each in written.experiences[0].bullets][-1] == "c) " + POINT
