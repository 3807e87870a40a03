"""The document as HTML: the promises of resume_customizer.resume.preview."""

import re

import pytest

from builders import a_docx, bold, bullets, line, typed_bullets
from builders.docx import text_box
from builders.hostile import hostile_named
from resume_customizer.core.errors import InvalidInput
from resume_customizer.resume.preview import preview_html


def _marked(page: str) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", page)


def test_what_is_new_is_marked_and_nothing_else() -> None:
    before = a_docx(line("Ana"), bullets("One", "Two"), line("End"))
    after = a_docx(line("Ana"), bullets("One", "New & “better”", "Two", "Newer"), line("End"))

    page = preview_html(after, before)

    assert _marked(page) == ["New &amp; “better”", "Newer"]
    assert "2 new, marked in green" in page


def test_a_typed_marker_and_bold_words_are_marked_with_their_line() -> None:
    before = a_docx(typed_bullets("One"))
    after = a_docx(typed_bullets("One"), line("•\t", bold("Led"), " it"))

    assert "".join(_marked(preview_html(after, before))).replace("\t", "").endswith("Led it")


def test_without_an_original_nothing_is_marked() -> None:
    page = preview_html(a_docx(line("Ana")))

    assert "Ana" in page
    assert _marked(page) == []


def test_both_copies_of_a_text_box_count_as_one() -> None:
    before, after = a_docx(text_box(line("One"))), a_docx(text_box(line("One"), line("New")))

    assert "1 new, marked in green" in preview_html(after, before)


def test_the_page_runs_no_script_and_fetches_nothing() -> None:
    page = preview_html(a_docx(line("<script>alert(1)</script>")), title="<b>x")

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<title>&lt;b&gt;x</title>" in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("name", ["legacy-doc", "flat-bomb", "plain-text"])
def test_what_can_not_be_read_is_refused_before_it_is_converted(name: str) -> None:
    with pytest.raises(InvalidInput):
        preview_html(hostile_named(name).data)
