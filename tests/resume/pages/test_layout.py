"""Documents as blocks: the promises of resume_customizer.resume.pages.layout."""

import uuid

from builders import a_docx, bullets, heading, line
from builders.docx import Part, Xml, cell, row, section_break, style, table, text_box
from builders.fonts import a_font
from builders.namespaces import root
from builders.package import WORDML, xml_part
from builders.writing import Blocks
from resume_customizer.resume.package import open_package
from resume_customizer.resume.pages.blocks import ParagraphBlock, TableBlock
from resume_customizer.resume.pages.faces import Face
from resume_customizer.resume.pages.font_tables import unscrambled
from resume_customizer.resume.pages.layout import FLOATING_TABLE, Layout, lay_out
from resume_customizer.resume.pages.parts import LayoutParts

LONG = "Designed keyed partitions for nine tenants without an outage, and taught two other teams. " * 3


class _Plain:
    """Every character half as wide as it is tall."""

    exact = True

    def face(self, family: str, *, bold: bool, italic: bool) -> Face:
        del family, bold, italic
        return Face({}, 0.5, 0.8, 0.2)


def _laid_out(*body: Blocks, **form: object) -> Layout:
    return lay_out(LayoutParts(open_package(a_docx(*body, **form))), _Plain())  # ty: ignore[invalid-argument-type]


def _paragraphs(layout: Layout) -> list[ParagraphBlock]:
    blocks = [block for region in layout.regions for block in region.variants[0]]
    return [block for block in blocks if isinstance(block, ParagraphBlock)]


def test_a_paragraph_takes_its_size_and_spacing_from_its_style_and_itself() -> None:
    styles = [style("Big", size=20, before=200, after=100)]

    styled, own = _paragraphs(_laid_out(line("One", style="Big"), line("Two", style="Big", after=0), styles=styles))

    assert (styled.lines, styled.before, styled.after) == ((20.0,), 10.0, 5.0)
    assert own.after == 0.0


def test_text_stands_in_the_width_of_its_column() -> None:
    one = _paragraphs(_laid_out(line(LONG)))[0]
    two = _paragraphs(_laid_out(line(LONG), section=section_break("nextPage", columns=2)))[0]

    assert len(two.lines) > 1.9 * len(one.lines)


def test_text_stands_in_the_width_of_its_cell() -> None:
    narrow, wide = cell(line(LONG)), cell(line(LONG))

    block = _laid_out(table(row(narrow, wide), widths=(2000, 7000))).regions[0].variants[0][0]

    assert isinstance(block, TableBlock)
    texts = [made.blocks[0] for made in block.rows[0].cells]
    assert all(isinstance(text, ParagraphBlock) for text in texts)
    lines = [len(text.lines) for text in texts if isinstance(text, ParagraphBlock)]
    assert lines[0] > 3 * lines[1]


def test_text_begins_below_a_header_however_tall_it_is() -> None:
    flat = _laid_out(line("Text"), header=[line("Name")]).regions[0]
    tall = _laid_out(line("Text"), header=[line("Name")] * 12).regions[0]

    assert flat.top == 54.0
    assert tall.top > 27.0 + 12 * 10.0


def test_bullets_are_indented_as_their_list_says() -> None:
    bullet, plain = _paragraphs(_laid_out(bullets(LONG), line(LONG)))

    assert len(bullet.lines) >= len(plain.lines)


def test_what_floats_is_said_and_takes_no_room() -> None:
    layout = _laid_out(line("Beside ", text_box(line("Contact"), width=3000, height=4000)))

    assert any("text box" in doubt for doubt in layout.doubts)
    assert _paragraphs(layout)[0].lines == (10.0,)


def test_a_table_that_floats_is_said() -> None:
    plain = table(row(cell(line("One"))))
    floating = Xml(lambda writing: plain.write(writing).replace("<w:tblPr>", '<w:tblPr><w:tblpPr w:tblpY="400"/>', 1))

    assert FLOATING_TABLE not in _laid_out(plain).doubts
    assert FLOATING_TABLE in _laid_out(floating).doubts


def test_deleted_and_hidden_text_takes_no_room() -> None:
    hidden = _paragraphs(_laid_out(line(LONG, hidden=True), heading("Experience")))

    assert len(hidden) <= 2
    assert sum(len(block.lines) for block in hidden) <= 2


def test_fonts_that_the_document_brings_along_are_measured() -> None:
    key = "{" + str(uuid.UUID(int=7)).upper() + "}"
    stored = unscrambled(a_font(dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ,.", 1500)), key)
    fonts = root("fonts", f'<w:font w:name="Arial"><w:embedRegular r:id="rId1" w:fontKey="{key}"/></w:font>')
    related = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="fonts/font1.odttf"/>'
        b"</Relationships>"
    )
    parts = [
        Part("word/fontTable.xml", xml_part(fonts), WORDML + "fontTable+xml", "fontTable"),
        Part("word/_rels/fontTable.xml.rels", related, "application/vnd.openxmlformats-package.relationships+xml"),
        Part("word/fonts/font1.odttf", stored, "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
    ]

    usual, wide = _paragraphs(_laid_out(line(LONG)))[0], _paragraphs(_laid_out(line(LONG), parts=parts))[0]

    assert len(wide.lines) > 2 * len(usual.lines)


def test_each_paragraph_has_its_lines_told() -> None:
    layout = _laid_out(line("Short"), line(LONG))

    assert layout.lines["Short"] == 1
    assert layout.lines[LONG] > 1
