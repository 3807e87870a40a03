"""Pages counted: the promises of resume_customizer.resume.pages.counting."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings

from builders import ALL_HOSTILE, ALL_SHAPES, SampleResume, a_docx, bullets, heading, line
from builders.chance import documents
from builders.docx import PAGE_BREAK, Xml, section_break, style, table
from builders.docx import cell as a_cell
from builders.docx import row as a_row
from builders.hostile_file import HostileFile
from builders.writing import Blocks
from resume_customizer.core.errors import RefusedInput, ResumeCustomizerError
from resume_customizer.infrastructure.font_files import find_faces
from resume_customizer.resume.package import Permissions, open_package
from resume_customizer.resume.pages.counting import PageCount, count_pages
from resume_customizer.resume.pages.layout import BREAKS_IN_A_ROW
from resume_customizer.resume.pdf import count_pdf_pages

POINT = "Moved the claims service to Kafka with keyed partitions, so that no order was lost in an outage of nine hours."
LINES = [line(f"{number}: {POINT}") for number in range(60)]
GROWING = {
    "plain": [heading("Experience"), line("Acme"), bullets(*[POINT] * 70)],
    "headings": [[heading("Experience", before=300), line(POINT, size=14, line_height=300)] for _ in range(22)],
    "cells": [table(a_row(a_cell(line("Left")), a_cell(*LINES)), widths=(2500, 6860))],
    "rows": [table(*[a_row(a_cell(line(POINT)), a_cell(line("2020"))) for _ in range(60)], widths=(6500, 2860))],
}


def _count(*body: Blocks, **form: object) -> PageCount:
    return count_pages(a_docx(*body, **form), find_faces())  # ty: ignore[invalid-argument-type]


@pytest.mark.parametrize("name", GROWING)
def test_a_document_has_the_pages_that_a_word_processor_sets(name: str, libreoffice: Callable[[bytes], bytes]) -> None:
    content = a_docx(*GROWING[name], font="Liberation Sans")

    found = count_pages(content, find_faces())

    assert found.pages > 1
    assert found.pages == count_pdf_pages(libreoffice(content))


@pytest.mark.parametrize(
    "body",
    [
        [line(PAGE_BREAK) for _ in range(5)],
        [line("a", PAGE_BREAK, "b", PAGE_BREAK, "c", PAGE_BREAK)],
        [line(PAGE_BREAK, "a"), line(PAGE_BREAK), line("b", PAGE_BREAK), line(PAGE_BREAK)],
    ],
    ids=["alone", "between text", "both"],
)
def test_page_breaks_begin_the_pages_that_a_word_processor_begins(
    body: list[Blocks], libreoffice: Callable[[bytes], bytes]
) -> None:
    content = a_docx(line("Petra"), *body, line("End"), font="Liberation Sans")

    found = count_pages(content, find_faces())

    assert found.pages == count_pdf_pages(libreoffice(content)) > 3


def test_where_word_processors_differ_about_page_breaks_it_is_not_sure() -> None:
    for breaks, sure in ((1, True), (2, False), (20_000, False)):
        found = _count(line("a"), line("b", *([PAGE_BREAK] * breaks)), [line("c")] * 8)
        assert found.is_sure is sure
        assert (BREAKS_IN_A_ROW in found.doubts) is not sure


def test_columns_go_down_a_page_together() -> None:
    short = [line(f"Skill {number}") for number in range(100)]

    assert _count(short, section=section_break("nextPage", columns=3)).pages == 1
    assert _count(short).pages > 1


def test_smaller_type_needs_fewer_pages() -> None:
    assert _count(LINES * 3, size=8).pages < _count(LINES * 3, size=12).pages


def test_a_count_near_the_edge_of_a_page_is_not_sure() -> None:
    counts = [_count([line("x")] * 20, line("y", before=before)) for before in range(2000, 10000, 100)]
    sure = [found.is_sure for found in counts]

    assert {found.pages for found in counts} == {1, 2}
    assert sure[0]
    assert not all(sure)


def test_without_fonts_a_count_is_sure_less_often() -> None:
    body = [line("x")] * 57
    exact, rough = count_pages(a_docx(*body), find_faces()), count_pages(a_docx(*body))

    assert exact.exact
    assert not rough.exact
    assert rough.is_sure <= exact.is_sure


def test_a_table_that_floats_makes_it_unsure() -> None:
    plain = table(a_row(a_cell(line("One"))))
    floating = Xml(lambda writing: plain.write(writing).replace("<w:tblPr>", '<w:tblPr><w:tblpPr w:tblpY="400"/>', 1))

    assert _count(plain).is_sure
    assert not _count(floating).is_sure


@pytest.mark.parametrize("sample", ALL_SHAPES, ids=lambda sample: sample.name)
def test_every_sample_resume_has_one_to_three_pages(sample: SampleResume) -> None:
    assert 1 <= count_pages(sample.data, find_faces()).pages <= 3


def test_a_style_that_is_based_on_itself_comes_to_an_end() -> None:
    assert _count(line("Text", style="Loop"), styles=[style("Loop", based_on="Loop")]).pages == 1


@pytest.mark.parametrize("hostile", ALL_HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_counted_or_refused(hostile: HostileFile) -> None:
    content, allowed = hostile.data, Permissions(macros=True, signature=True)
    try:
        open_package(content, allowed)
    except ResumeCustomizerError:
        with pytest.raises(ResumeCustomizerError):
            count_pages(content, permissions=allowed)
        return
    with suppress(RefusedInput):
        assert count_pages(content, permissions=allowed).pages >= 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_document_has_pages(content: bytes) -> None:
    assert count_pages(content).pages >= 1
