"""Lines of a paragraph: the promises of resume_customizer.resume.pages.lines."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from resume_customizer.resume.pages.faces import Face
from resume_customizer.resume.pages.lines import Measures, break_lines
from resume_customizer.resume.pages.settings import ParagraphSetting
from resume_customizer.resume.pages.words import Piece

FACE = Face({}, 0.5, 0.8, 0.2)
"""Each character of ten points is five points wide; a line is ten points tall."""
WIDTH = 100.0
"""Room for twenty characters."""


def _piece(text: str, size: float = 10.0) -> Piece:
    return Piece(text, FACE, size)


def _lines(text: str, width: float = WIDTH, mark: str = "", **setting: Any) -> list[float]:  # noqa: ANN401
    shown = _piece(mark) if mark else None
    return break_lines([_piece(text)], _piece(""), Measures(ParagraphSetting(**setting), width, shown))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("twenty characters ok", 1),
        ("twenty characters, ok", 2),
        ("one two three four five six", 2),
        ("spaces at the end do             ", 1),
        ("well-known half-timbered", 2),
        ("first\nsecond", 2),
        ("a line that ends\n", 2),
        ("x" * 41, 3),
        ("non\xa0breaking words here", 2),
    ],
)
def test_a_paragraph_has_the_lines_that_its_words_need(text: str, count: int) -> None:
    assert len(_lines(text)) == count


def test_a_word_in_two_looks_is_one_word() -> None:
    pieces = [_piece("eighteen letters w"), _piece("ord")]

    assert len(break_lines(pieces, _piece(""), Measures(ParagraphSetting(), WIDTH))) == 2


def test_indents_leave_less_room() -> None:
    text = "twenty characters ok"

    assert len(_lines(text, left=10.0)) == 2
    assert len(_lines(text, right=10.0)) == 2
    assert len(_lines(text, first=10.0)) == 2
    assert len(_lines(text, left=10.0, first=-10.0)) == 1


def test_text_begins_behind_the_mark_of_its_list() -> None:
    assert len(_lines("sixteen letters!", mark="•", left=20.0, first=-20.0)) == 1
    assert len(_lines("seventeen letters", mark="•", left=20.0, first=-20.0)) == 2
    assert len(_lines("sixteen letters!", mark="much too wide", left=20.0, first=-20.0)) == 2


def test_text_behind_a_right_tab_ends_there() -> None:
    tabs = ((100.0, "right"),)

    assert len(_lines("Acme\t2020 – 2021", tabs=tabs)) == 1
    assert len(_lines("A company with a name\tmuch too long for it", tabs=tabs)) > 1


def test_a_picture_makes_its_line_as_tall_as_it_is() -> None:
    picture = Piece("", FACE, 0.0, width=50.0, height=40.0)

    assert break_lines([picture, _piece(" ok")], _piece(""), Measures(ParagraphSetting(), WIDTH)) == [40.0 + 2.0]


@pytest.mark.parametrize(
    ("line", "rule", "height"),
    [(1.0, "auto", 10.0), (1.5, "auto", 15.0), (8.0, "atLeast", 10.0), (14.0, "atLeast", 14.0), (7.0, "exact", 7.0)],
)
def test_line_distance_is_a_multiple_at_least_or_exact(line: float, rule: str, height: float) -> None:
    assert _lines("one", line=line, rule=rule) == [pytest.approx(height)]


def test_lines_stand_on_the_grid_of_their_section() -> None:
    measures = Measures(ParagraphSetting(), WIDTH, pitch=18.0)

    assert break_lines([_piece("one")], _piece(""), measures) == [18.0]
    assert break_lines([_piece("one", 20.0)], _piece(""), measures) == [36.0]


def test_a_line_is_as_tall_as_its_tallest_word() -> None:
    pieces = [_piece("one "), _piece("two", 16.0)]

    assert break_lines(pieces, _piece(""), Measures(ParagraphSetting(), WIDTH)) == [pytest.approx(16.0)]


@given(some.text("ab -/\t\n\xa0", max_size=200), some.floats(1.0, 300.0), some.floats(-200.0, 400.0))
def test_whatever_the_text_and_the_room_lines_come_to_an_end(text: str, width: float, left: float) -> None:
    lines = _lines(text, width, left=left, first=-left)

    assert 1 <= len(lines) <= len(text) * 2 + 2


@given(some.text("ab ", max_size=100))
def test_less_room_never_makes_fewer_lines(text: str) -> None:
    assert len(_lines(text, 40.0)) >= len(_lines(text, 80.0))
