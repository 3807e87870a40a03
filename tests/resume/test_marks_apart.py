"""Lists whose marks stand in a table column of their own: the promises of resume_customizer.resume.marks_apart."""

import pytest

from builders import a_docx, bullets, heading, line
from builders.blocks import Cell
from builders.docx import Xml, cell, row, table
from builders.eyes import paragraphs_in, text_of, tree_of
from builders.putting import A_POINT, put
from resume_customizer.core.document import ResumeDocument
from resume_customizer.resume.reader import read_resume
from resume_customizer.resume.verifier import verify

DISPATCHER = line("Dispatcher | Karoo Freight | Jan 2019 – Present", bold=True)
CLERK = line("Clerk | Nama Wool Exchange | Mar 2015 – Dec 2018", bold=True)
PLANS, BOOKS, KEEPS = "Plans routes for 40 trucks.", "Books drivers.", "Keeps the log."
WIDTHS = (400, 8960)


def _resume(listed: Xml) -> bytes:
    return a_docx(heading("Experience"), DISPATCHER, listed, CLERK, bullets("Weighed bales."))


def _rows(mark: str = "•") -> Xml:
    """One row for each bullet."""
    return table(*(row(cell(line(mark)), cell(line(text))) for text in (PLANS, BOOKS, KEEPS)), widths=WIDTHS)


def _stacks() -> Xml:
    """All marks in one cell, all texts in the other."""
    marks, texts = cell(*(line("•") for _ in range(3))), cell(*(line(text) for text in (PLANS, BOOKS, KEEPS)))
    return table(row(marks, texts), widths=WIDTHS)


def _told(document: ResumeDocument) -> list[str]:
    return [notice.where for notice in document.notices if notice.code == "marks-apart"]


@pytest.mark.parametrize("listed", [_rows(), _rows("▪"), _rows(" ➢ "), _rows("✓"), _stacks()])
def test_every_text_with_a_mark_in_its_row_is_a_bullet_and_the_marks_are_none(listed: Xml) -> None:
    dispatcher, clerk = read_resume(_resume(listed)).experiences

    assert [bullet.text for bullet in dispatcher.bullets] == [PLANS, BOOKS, KEEPS]
    assert [bullet.text for bullet in clerk.bullets] == ["Weighed bales."]


@pytest.mark.parametrize("listed", [_rows(), _stacks()])
def test_a_new_point_stands_behind_the_last_text_and_it_is_told_that_its_mark_is_missing(listed: Xml) -> None:
    content = _resume(listed)
    written = put(content, KEEPS).content
    texts = [text_of(each) for each in paragraphs_in(tree_of(written))]

    assert texts[texts.index(KEEPS) + 1] == A_POINT
    assert texts.count("•") == 3
    assert verify(content, written).holds
    assert _told(read_resume(content)) == ["experience 0"]


def test_marks_beside_one_text_each_leave_a_second_paragraph_of_the_text_alone() -> None:
    listed = table(
        row(cell(line("•")), cell(line(PLANS), line("A third of them at night."))),
        row(cell(line("•")), cell(line(BOOKS))),
        widths=WIDTHS,
    )

    assert [each.text for each in read_resume(_resume(listed)).experiences[0].bullets] == [PLANS, BOOKS]


@pytest.mark.parametrize(
    "cells", [(cell(line("•")), cell(line(""))), (cell(line("")), cell(line("•")))], ids=["without text", "behind"]
)
def test_a_mark_without_a_text_behind_it_in_its_row_makes_no_bullet_of_what_follows(cells: tuple[Cell, ...]) -> None:
    document = read_resume(_resume(table(row(*cells), widths=WIDTHS)))

    assert [each.role for each in document.experiences] == ["Dispatcher", "Clerk"]
    assert [bullet.text for each in document.experiences for bullet in each.bullets] == ["Weighed bales."]


def test_nothing_is_told_of_lists_whose_bullets_have_their_marks_beside_them() -> None:
    listed = table(row(cell(line("2019")), cell(bullets(PLANS, BOOKS))), row(cell(line("")), cell(line("• " + KEEPS))))

    assert _told(read_resume(_resume(listed))) == []
