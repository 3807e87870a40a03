"""Word numbering: the promises of resume_customizer.resume.numbering."""

from dataclasses import replace

import pytest

from builders import a_docx, bullets, line
from builders.docx import DOTS, NUMBERS, UNSHOWN, Level, ListKind, docx_members, numbering_style, style, zip_docx
from resume_customizer.resume.lines import Line, ListItem
from resume_customizer.resume.numbering import Numbering
from resume_customizer.resume.properties import ParagraphStyle
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.styles import Styles


def _lines(content: bytes) -> dict[str, Line]:
    return {line.text: line for line in open_document(content).lines}


def _shown(content: bytes, text: str) -> tuple[str, int, str] | None:
    item = _lines(content)[text].item
    return (item.glyph, item.level, item.format) if item else None


# ------------------------------------------------------------------ where a paragraph gets its list from


def test_a_list_named_by_the_paragraph_itself() -> None:
    content = a_docx(bullets("dot", list=DOTS), bullets("inner", list=DOTS, level=1), bullets("number", list=NUMBERS))

    assert _shown(content, "dot") == ("•", 0, "bullet")
    assert _shown(content, "inner") == ("o", 1, "bullet")
    assert _shown(content, "number") == ("%1.", 0, "decimal")


def test_a_list_of_the_style_chain_unless_the_paragraph_switches_it_off() -> None:
    content = a_docx(
        line("by style", style="Mine"),
        line("switched off", style="Mine", no_list=True),
        line("another", style="Mine", list=NUMBERS),
        styles=[style("Duty", "List Bullet"), style("Mine", "Duty")],
    )

    assert _shown(content, "by style") == ("•", 0, "bullet")
    assert _shown(content, "switched off") is None
    assert _shown(content, "another") == ("%1.", 0, "decimal")


def test_a_style_switches_off_the_list_of_the_style_it_is_based_on() -> None:
    content = a_docx(line("none", style="Plain"), styles=[style("Plain", "List Bullet", no_list=True)])

    assert _shown(content, "none") is None


def test_the_level_is_the_one_that_names_the_style() -> None:
    kind = ListKind((Level("1", style="First"), Level("2", style="Second"), Level("3", style="Third")))
    styles = [style(name, list=kind) for name in ("First", "Second", "Third")]
    # the styles name the list, not the level
    members = docx_members(
        line("two", style="Second"), line("three", style="Based"), styles=[*styles, style("Based", "Third")]
    )
    data = next(m.data for m in members if m.name == "word/styles.xml")
    content = zip_docx([replace(m, data=m.data.replace(b'<w:ilvl w:val="0"/>', b"")) for m in members])

    assert b"ilvl" in data
    assert _shown(content, "two") == ("2", 1, "bullet")
    assert _shown(content, "three") == ("3", 2, "bullet")


def test_a_list_that_points_to_a_numbering_style_takes_its_levels_from_there() -> None:
    real = ListKind((Level("»"), Level("›")), link_of_style="CVList")
    linked = ListKind((Level("x"),), style_link="CVList")

    content = a_docx(
        bullets("one", list=linked),
        bullets("two", list=linked, level=1),
        styles=[numbering_style("CV List", list=real)],
    )

    assert _shown(content, "one") == ("»", 0, "bullet")
    assert _shown(content, "two") == ("›", 1, "bullet")


def test_a_circle_of_numbering_styles_shows_nothing() -> None:
    kind = ListKind((Level("•"),), style_link="Round")

    assert _shown(a_docx(bullets("x", list=kind), styles=[numbering_style("Round", list=kind)]), "x") is None


def test_an_override_of_a_level_goes_before_the_definition_and_leaves_the_others() -> None:
    own = ListKind((Level("»"),), "own", same_as=DOTS)
    restarted = ListKind((), "again", same_as=NUMBERS, restart=1)
    inner = line("theirs", list=own, level=1, left=0, hanging=0)

    content = a_docx(bullets("mine", list=own), inner, bullets("again", list=restarted))

    assert _shown(content, "mine") == ("»", 0, "bullet")
    assert _shown(content, "theirs") == ("o", 1, "bullet")
    assert _shown(content, "again") == ("%1.", 0, "decimal")


def test_what_shows_nothing_is_no_item() -> None:
    assert _shown(a_docx(bullets("x", list=UNSHOWN)), "x") is None
    assert _shown(a_docx(bullets("x", list=ListKind((Level("", "decimal"),)))), "x") is None
    assert _shown(a_docx(bullets("x", list=ListKind((Level(" ", "bullet"),)))), "x") is None


# ------------------------------------------------------------------ indent


def test_the_list_that_a_paragraph_names_goes_before_its_style_in_indent() -> None:
    content = a_docx(
        bullets("list", list=DOTS, level=1, style="List Paragraph"),
        bullets("own", list=DOTS, level=1, style="List Paragraph", left=99),
        line("style", style="List Paragraph"),
        line("by style", style="Mine"),
        styles=[style("Mine", "List Bullet", left=500)],
    )

    assert {text: found.indent for text, found in _lines(content).items()} == {
        "list": 1440,
        "own": 99,
        "style": 720,
        "by style": 500,
    }


# ------------------------------------------------------------------ the part itself


def _numbering(markup: str, prefix: str = "w:") -> Numbering:
    whole = f"<w:numbering>{markup}</w:numbering>".replace("w:", prefix)
    return Numbering(whole.encode(), prefix.encode(), Styles(b"", prefix.encode()))


ABSTRACT = (
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>'
    '<w:pPr><w:ind w:left="-360"/></w:pPr></w:lvl><w:lvl w:ilvl="3"><w:lvlText w:val="&amp;"/></w:lvl></w:abstractNum>'
)
NUMBER = '<w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'


def test_glyphs_are_read_through_references_and_symbol_fonts() -> None:
    found = _numbering(ABSTRACT + NUMBER).level(ParagraphStyle(number="9"))

    assert found.item == ListItem("9", 0, "bullet", "•")
    assert found.indent == -360


def test_a_level_without_a_format_counts_in_decimals() -> None:
    assert _numbering(ABSTRACT + NUMBER).level(ParagraphStyle(number="9", level=3)).item == ListItem(
        "9", 3, "decimal", "&"
    )


@pytest.mark.parametrize("prefix", ["w:", "ns0:", ""])
def test_any_prefix_will_do(prefix: str) -> None:
    assert _numbering(ABSTRACT + NUMBER, prefix).level(ParagraphStyle(number="9")).item


@pytest.mark.parametrize(
    "style",
    [
        ParagraphStyle(number="0"),
        ParagraphStyle(number=""),
        ParagraphStyle(number="10"),
        ParagraphStyle(number="-1"),
        ParagraphStyle(number="9", level=1),
        ParagraphStyle(number="9", level=8),
    ],
)
def test_a_list_or_level_that_is_not_there_shows_nothing(style: ParagraphStyle) -> None:
    assert _numbering(ABSTRACT + NUMBER).level(style).item is None


def test_a_picture_bullet_shows_something() -> None:
    picture = ABSTRACT.replace('<w:lvlText w:val="&#xF0B7;"/>', '<w:lvlText w:val=""/><w:lvlPicBulletId w:val="0"/>')

    assert _numbering(picture + NUMBER).level(ParagraphStyle(number="9")).item == ListItem("9", 0, "bullet", "")


OPEN = NUMBER + '<w:abstractNum w:abstractNumId="4">'
DAMAGED = [
    "",
    NUMBER,
    ABSTRACT,
    '<w:num w:numId="9"/>',
    '<w:num w:numId="9">',
    '<w:num w:numId="9"><w:abstractNumId/></w:num>' + ABSTRACT,
    OPEN + '<w:lvl w:ilvl="0"><w:lvlText w:val="&#99999999;"/></w:lvl></w:abstractNum>',
    OPEN + '<w:lvl w:ilvl="' + "9" * 6_000 + '"></w:lvl></w:abstractNum>',
    OPEN + '<w:lvl w:ilvl="0"><w:ind w:left="' + "9" * 6_000 + '"/></w:lvl></w:abstractNum>',
    OPEN + '<w:lvl w:ilvl="0',
    OPEN + "<w:lvl " * 3_000,
    OPEN + '<w:lvl w:ilvl="0">' + "<w:numFmt " * 3_000,
]


@pytest.mark.parametrize("markup", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_part_gives_some_answer_and_no_error(markup: str) -> None:
    for level in (None, 0, 8):
        found = _numbering(markup).level(ParagraphStyle(number="9", level=level, number_style="X"))
        assert found.item is None or found.item.number == "9"
