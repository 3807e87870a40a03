"""Paragraphs as a reader sees them: the promises of resume_customizer.resume.line_reader."""

import io

import docx
import pytest

from builders import ALL_SHAPES, SampleResume, shape_named
from builders.docx import (
    DOTS,
    WORD_EDITED,
    a_docx,
    blank,
    bold,
    bullets,
    cell,
    content_control,
    deleted,
    heading,
    inline_control,
    inserted,
    italic,
    line,
    link,
    row,
    section_break,
    style,
    symbol,
    table,
    text,
    text_box,
    typed_bullets,
)
from builders.eyes import kind, paragraphs_in, story_of, text_of, tree_of
from builders.hostile_file import with_member
from resume_customizer.resume.lines import Cell, Line
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.symbols import as_unicode


def _lines(*body: object, **form: object) -> tuple[Line, ...]:
    return open_document(a_docx(*body, **form)).lines  # ty: ignore[invalid-argument-type]


def _line(*pieces: object, **setting: object) -> Line:
    (found,) = _lines(line(*pieces, **setting))  # ty: ignore[invalid-argument-type]
    return found


# ------------------------------------------------------------------ other eyes


@pytest.mark.parametrize("sample", ALL_SHAPES, ids=lambda sample: sample.name)
def test_text_and_order_are_what_another_reader_finds(sample: SampleResume) -> None:
    opened = open_document(sample.data)

    paragraphs = paragraphs_in(tree_of(sample.data, opened.package.story.name))

    assert [found.index for found in opened.lines] == list(range(len(paragraphs)))
    for found, paragraph in zip(opened.lines, paragraphs, strict=True):
        seen = found.text if "sym" not in {kind(each) for each in paragraph.iter()} else _with_dots(found)
        assert seen == as_unicode(text_of(paragraph))


def _with_dots(found: Line) -> str:
    """Symbols count as a bullet for the other reader, which does not know fonts."""
    return "•" + found.text[1:]


def test_python_docx_reads_the_same_text_where_it_reads_all_of_it() -> None:
    compared = 0
    for sample in ALL_SHAPES:
        lines = open_document(sample.data).lines
        if any(found.container or found.placeholder for found in lines) or "tracked" in sample.name:
            continue
        if any(
            word in sample.name for word in ("strict", "default", "prefix", "symbols", "fields", "control", "repeating")
        ):
            continue  # it does not read these
        others = [paragraph.text for paragraph in docx.Document(io.BytesIO(sample.data)).paragraphs]
        assert [found.text for found in lines] == [as_unicode(other) for other in others], sample.name
        compared += 1

    assert compared >= 50


# ------------------------------------------------------------------ text


def test_text_of_every_kind_of_piece() -> None:
    found = _line(
        "a\tb\n",
        deleted("gone"),
        inserted("new "),
        link("link", "https://example.com"),
        inline_control(" in"),
        symbol(),
    )

    assert found.text == "a\tb\nnew link in•"


def test_a_typed_marker_is_told_apart_from_the_text_also_over_several_runs() -> None:
    lines = _lines(typed_bullets("One"), line(text("\uf0b7", font="Symbol"), "\t", "Two"), line("1. Three"))

    assert [(found.marker, found.body, found.is_bulleted) for found in lines] == [
        ("•\t", "One", True),
        ("•\t", "Two", True),
        ("", "1. Three", False),
    ]


# ------------------------------------------------------------------ look


def test_bold_means_all_of_it_and_a_lead_is_counted_in_characters() -> None:
    lines = _lines(
        line("all", bold=True),
        line(bold("Led"), " the rest"),
        line("a ", bold("b")),
        line(bold("a"), " ", bold("b")),
        blank(),
    )

    assert [(found.bold, found.bold_lead) for found in lines] == [
        (True, 3),
        (False, 3),
        (False, 0),
        (True, 3),
        (False, 0),
    ]


def test_looks_come_from_style_character_style_and_run() -> None:
    strong = style("Strong", "Default Paragraph Font", "character", bold=True)
    lines = _lines(
        heading("By style"),
        line(text("by character style", run_style="Strong")),
        line(text("not twice", run_style="Strong"), style="Heading 1"),
        line(text("switched off", bold=False), style="Heading 1"),
        line(italic("leaning")),
        styles=[strong],
    )

    assert [found.bold for found in lines] == [True, True, False, False, False]
    assert lines[4].italic
    assert (lines[0].style, lines[0].outline, lines[0].size, lines[0].color, lines[0].ruled) == (
        "heading 1", 0, 13.0, "1F3864", True
    )  # fmt: skip


def test_size_and_colour_are_those_of_most_of_the_text() -> None:
    found = _line(text("Big", size=20, color="FF0000"), " and a longer rest in the usual way")

    assert (found.size, found.color) == (10.0, "")
    assert _line(text("Biggest of all here", size=20, color="FF0000"), " rest").size == 20.0


def test_capitals_by_formatting_and_underlining_are_seen() -> None:
    found = _line("Shown in capitals", caps=True, underline=True)

    assert (found.caps, found.underlined, found.text) == (True, True, "Shown in capitals")


def test_hidden_text_is_text_that_is_said_to_be_hidden() -> None:
    lines = _lines(line("hidden", hidden=True), line(text("partly", hidden=True), " shown"), line("shown"))

    assert [found.hidden for found in lines] == [True, False, False]
    assert lines[1].text == "partly shown"


def test_alignment_rule_and_indent() -> None:
    lines = _lines(
        line("a", align="center"), line("b", rule=True), line("c", left=333), bullets("d", list=DOTS, level=1)
    )

    assert [(found.alignment, found.ruled, found.indent) for found in lines] == [
        ("center", False, 0),
        ("left", True, 0),
        ("left", False, 333),
        ("left", False, 1440),
    ]


# ------------------------------------------------------------------ place


def test_cells_boxes_and_the_body_are_containers_of_their_own() -> None:
    inner = table(row(cell(line("inner")), cell(line("beside"))), widths=(900, 900))
    lines = _lines(
        line("body"), table(row(cell(line("left"), line("left too")), cell(line("right"), inner))), line("end")
    )
    found = {each.text: each for each in lines if each.text}

    assert found["body"].container == found["end"].container == 0
    assert found["left"].container == found["left too"].container
    assert len({each.container for each in found.values()}) == 5
    assert (found["left"].cell, found["right"].cell) == (Cell(0, 0, 0, 1), Cell(0, 0, 1, 1))
    assert (found["inner"].cell, found["beside"].cell) == (Cell(1, 0, 0, 2), Cell(1, 0, 1, 2))


def test_both_copies_of_a_text_box_know_each_other() -> None:
    lines = _lines(line("before", text_box(line("one"), line("two"))), line("after"))

    assert [(each.text, each.box, each.fallback, each.twin) for each in lines] == [
        ("before", None, False, None),
        ("one", 0, False, 3),
        ("two", 0, False, 4),
        ("one", 1, True, 1),
        ("two", 1, True, 2),
        ("after", None, False, None),
    ]


def test_copies_that_do_not_say_the_same_are_no_copies() -> None:
    story = story_of(a_docx(line(text_box(line("one"), line("two")))))
    at = story.rindex(b"one")

    lines = open_document(with_member("word/document.xml", story[:at] + b"eno" + story[at + 3 :])).lines

    assert [each.twin for each in lines] == [None] * 5


def test_a_text_box_without_a_copy_has_none() -> None:
    lines = _lines(line(text_box(line("one"), vml_only=True)))

    assert [(each.text, each.box, each.twin) for each in lines] == [("", None, None), ("one", 0, None)]


def test_a_placeholder_is_known_for_what_it_is() -> None:
    lines = _lines(content_control(line("Click here"), placeholder=True), content_control(line("Real")), line("x"))

    assert [each.placeholder for each in lines] == [True, False, False]


def test_a_section_break_is_noted_where_it_is_carried() -> None:
    assert [each.section_end for each in _lines(line("a", section=section_break()), line("b"))] == [True, False]


# ------------------------------------------------------------------ the same resume from other programs


@pytest.mark.parametrize(
    "name",
    [
        "12-strict",
        "12-default-namespace",
        "12-other-prefix",
        "12-strict-other-prefix",
        "12-strict-default-namespace",
        "12-utf-16",
        "12-utf-8-bom",
    ],
)
def test_other_namespaces_and_encodings_change_nothing_that_a_reader_sees(name: str) -> None:
    lines = open_document(shape_named(name).data).lines

    assert any(each.item and each.item.format == "bullet" for each in lines)
    assert any(each.outline == 0 and each.bold and each.ruled for each in lines)
    texts = {text for experience in shape_named(name).truth.experiences for text in experience.bullet_texts}
    assert texts <= {" ".join(each.body.split()) for each in lines}


def test_sentences_cut_into_runs_are_sentences() -> None:
    sentence = "Built a claim service that answers in a tenth of a second and is used by all."

    assert _lines(line(sentence), habits=WORD_EDITED)[0].text == sentence
