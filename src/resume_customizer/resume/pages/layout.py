"""Lay a document out: sections, paragraphs and tables as blocks with heights.

    LayoutParts + Faces  ->  lay_out()  ->  Layout(regions, doubts, lines)

What floats beside the text (text boxes, framed paragraphs, pictures with text around them) takes no room here; where
that may matter, a doubt says so.

Promises (tests in tests/resume/pages/test_layout.py):

* Text stands in the width of its column or cell, and below headers however tall they are.
* Fonts that the document brings along are those that are measured.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple
from xml.etree.ElementTree import Element

from resume_customizer.resume.pages.blocks import Block, Cell, ParagraphBlock, Region, Row, TableBlock
from resume_customizer.resume.pages.elements import DEEPEST, flat, number_of
from resume_customizer.resume.pages.faces import Face, Faces
from resume_customizer.resume.pages.flow import height_of
from resume_customizer.resume.pages.font_tables import read_face
from resume_customizer.resume.pages.formatting import is_on, points
from resume_customizer.resume.pages.geometry import Geometry, read_geometry
from resume_customizer.resume.pages.lines import Measures, break_lines
from resume_customizer.resume.pages.parts import LayoutParts
from resume_customizer.resume.pages.runs import read_runs
from resume_customizer.resume.pages.settings import ParagraphSetting, TextSetting
from resume_customizer.resume.pages.tables import TableGrid, margins_of, read_grid
from resume_customizer.resume.pages.words import Piece

FLOATING_TABLE = "a table that floats"
BREAKS_IN_A_ROW = "page breaks in a row"
"""In one paragraph: Word begins a page with each, LibreOffice with the last."""
_FRAMED = "a framed paragraph"
_NARROWEST = 10.0
_SMALL_CAPS = 0.87
"""The mean size of small capitals, against that of the text."""
_RAISED = 0.58


class Layout(NamedTuple):
    """A document as blocks."""

    regions: tuple[Region, ...]
    doubts: tuple[str, ...]
    """What stands in the document and is not laid out exactly."""
    lines: dict[str, int]
    """How many lines each paragraph takes, by its text."""


def lay_out(parts: LayoutParts, faces: Faces) -> Layout:
    """The whole document."""
    return _Setter(parts, _with_embedded(parts, faces)).document()


class _Setter:
    """What is known while a document is laid out."""

    def __init__(self, parts: LayoutParts, faces: Faces) -> None:
        self._parts, self._faces, self._settings = parts, faces, parts.settings
        self._counts: Counter[tuple[str, int]] = Counter()
        self._doubts: dict[str, None] = {}
        self._lines: dict[str, int] = {}
        self._seen: dict[tuple[str, bool, bool], Face] = {}
        tab = parts.options.find("defaultTabStop")
        self._tab = points(tab.get("val")) if tab is not None and points(tab.get("val")) > 1 else 36.0
        self._pitch = self._top = 0.0

    def document(self) -> Layout:
        """Region by region."""
        body = self._parts.body
        regions: list[Region] = []
        waiting: list[Element] = []
        furniture: dict[str, Element] = {}
        for element in flat(body if body is not None else ()):
            section = element if element.tag == "sectPr" else element.find("pPr/sectPr")
            if element.tag in ("p", "tbl"):
                waiting.append(element)
            if section is not None:
                regions.append(self._region(waiting, section, furniture, is_first=not regions))
                waiting = []
        if waiting or not regions:
            regions.append(self._region(waiting, Element("sectPr"), furniture, is_first=not regions))
        return Layout(tuple(regions), (*self._parts.doubts, *self._doubts), self._lines)

    def _region(
        self, elements: Sequence[Element], section: Element, furniture: dict[str, Element], *, is_first: bool
    ) -> Region:
        """One section; headers and footers are those of the section before where it names none (17.10.5)."""
        page = read_geometry(section)
        for kind in ("headerReference", "footerReference"):
            for each in section.iterfind(kind):
                part = self._parts.by_id(each.get("id", ""))
                if part is not None:
                    furniture[f"{kind} {each.get('type', 'default')}"] = part
        self._pitch = 0.0
        top, bottom = self._edges(page, furniture, "default")
        first = self._edges(page, furniture, "first") if is_first and page.title_page else (top, bottom)
        self._pitch, self._top = page.pitch, top
        variants = tuple(tuple(self._blocks(elements, width)) for width in page.columns)
        return Region(variants, top, bottom, page.count, page.new_page, *first)

    def _edges(self, page: Geometry, furniture: dict[str, Element], which: str) -> tuple[float, float]:
        """Where text begins and ends; a header or footer that grows moves it, unless the margin is exact (negative)."""
        head = self._furniture(furniture.get(f"headerReference {which}"), page)
        foot = self._furniture(furniture.get(f"footerReference {which}"), page)
        top = max(page.top, page.header + head) if head and page.top >= 0 else abs(page.top)
        bottom = max(page.bottom, page.footer + foot) if foot and page.bottom >= 0 else abs(page.bottom)
        return top, page.height - bottom

    def _furniture(self, part: Element | None, page: Geometry) -> float:
        """The height of a header or footer."""
        return height_of(list(self._blocks(flat(part), page.width))) if part is not None else 0.0

    def _blocks(self, elements: Iterable[Element], width: float, table: str = "", depth: int = 0) -> Iterator[Block]:
        for element in elements:
            if element.tag == "p":
                yield from self._paragraph(element, width, table)
            elif element.tag == "tbl" and depth < DEEPEST:
                yield self._table(element, width, depth + 1)

    def _paragraph(self, element: Element, width: float, table: str) -> Iterator[Block]:
        """A paragraph, in parts where a page or a column ends within."""
        properties = element.find("pPr")
        setting, base = self._settings.paragraph(properties, table)
        if setting.framed:
            self._doubts[_FRAMED] = None
            return
        own = self._settings.run(properties.find("rPr") if properties is not None else None, base)
        runs = read_runs(element, lambda text, stated: self._text(text, stated, base), width, self._top)
        self._doubts |= dict.fromkeys(runs.doubts)
        if own.hidden and not any(runs.parts):
            return
        shown, suffix = self._mark(setting, own)
        measures = Measures(setting, width, shown, suffix, self._tab, self._pitch)
        if not all(runs.parts[1:-1]):
            self._doubts[BREAKS_IN_A_ROW] = None
        parts = runs.parts[:-1] if len(runs.parts) > 1 and not runs.parts[-1] else runs.parts
        for at, pieces in enumerate(parts):
            ends = at + 1 < len(runs.parts)
            if not pieces and ends:
                yield ParagraphBlock((), break_after=True, alone=at == 0 and not any(runs.parts))
                continue
            heights = tuple(break_lines(pieces, self._piece("", own), measures))
            self._lines["".join([piece.text for piece in pieces])] = len(heights)
            yield _block(setting, heights, is_first=at == 0, is_last=at + 1 == len(parts))._replace(
                break_after=ends, zones=tuple(runs.zones) if at == 0 else ()
            )
            measures = measures._replace(mark=None)

    def _text(self, text: str, properties: Element | None, base: TextSetting) -> Piece | None:
        """Some text in a paragraph; None when it is hidden."""
        setting = self._settings.run(properties, base)
        return None if setting.hidden else self._piece(text, setting)

    def _piece(self, text: str, setting: TextSetting) -> Piece:
        key = (setting.family, setting.bold, setting.italic)
        face = self._seen.get(key)
        if face is None:
            face = self._seen[key] = self._faces.face(setting.family, bold=setting.bold, italic=setting.italic)
        size = setting.size * (_RAISED if setting.raised else 1.0) * (_SMALL_CAPS if setting.small_caps else 1.0)
        return Piece(text.upper() if setting.caps or setting.small_caps else text, face, size, setting.spacing)

    def _mark(self, setting: ParagraphSetting, text: TextSetting) -> tuple[Piece | None, str]:
        """What a list shows in front, and what follows that."""
        key = (setting.number, setting.level)
        self._counts[key] += 1
        mark = self._settings.mark(setting, text, self._counts[key])
        return (self._piece(mark.text, mark.setting), mark.suffix) if mark is not None else (None, "tab")

    def _table(self, element: Element, width: float, depth: int) -> TableBlock:
        grid = read_grid(element, self._settings, width)
        if grid.floats:
            self._doubts[FLOATING_TABLE] = None
        return TableBlock(tuple(self._row(row, at, grid, depth) for at, row in enumerate(grid.rows)))

    def _row(self, row: Element, at: int, grid: TableGrid, depth: int) -> Row:
        properties = row.find("trPr")
        height = properties.find("trHeight") if properties is not None else None
        column = number_of(properties, "gridBefore", 0)
        cells = []
        for cell in flat(row):
            if cell.tag != "tc":
                continue
            own = cell.find("tcPr")
            span = max(1, number_of(own, "gridSpan", 1))
            rows = grid.spans.get((at, column), 1)
            if rows:
                cells.append(self._cell(cell, own, sum(grid.columns[column : column + span]), rows, grid, depth))
            column += span
        return Row(
            tuple(cells),
            points(height.get("val")) if height is not None else 0.0,
            height is not None and height.get("hRule") == "exact",
            properties is not None and is_on(properties.find("cantSplit")),
        )

    def _cell(self, cell: Element, own: Element | None, width: float, rows: int, grid: TableGrid, depth: int) -> Cell:
        stated = own.find("tcW") if own is not None else None
        if not width and stated is not None:
            width = points(stated.get("w"))
        top, bottom, left, right = margins_of(own.find("tcMar") if own is not None else None, grid.margins)
        blocks = tuple(self._blocks(flat(cell), max(_NARROWEST, width - left - right), grid.style, depth))
        return Cell(blocks, top + grid.line, bottom, rows)


def _block(setting: ParagraphSetting, heights: tuple[float, ...], *, is_first: bool, is_last: bool) -> ParagraphBlock:
    return ParagraphBlock(
        heights,
        setting.before if is_first else 0.0,
        setting.after if is_last else 0.0,
        setting.style,
        setting.contextual,
        setting.keep_next and is_last,
        setting.keep_lines,
        setting.break_before and is_first,
        setting.widow_control,
        leading=max(0.0, 1 - 1 / setting.line) if setting.rule == "auto" and setting.line > 0 else 0.0,
        border=setting.border,
    )


class _EmbeddedFaces:
    """Faces that the document brings along, before those of the machine."""

    def __init__(self, fonts: dict[tuple[str, bool, bool], Face], others: Faces) -> None:
        self._fonts, self._others = fonts, others

    @property
    def exact(self) -> bool:
        return self._others.exact

    def face(self, family: str, *, bold: bool, italic: bool) -> Face:
        own = self._fonts.get((family, bold, italic))
        return own if own is not None else self._others.face(family, bold=bold, italic=italic)


def _with_embedded(parts: LayoutParts, faces: Faces) -> Faces:
    fonts: dict[tuple[str, bool, bool], Face] = {}
    for family, cut, content in parts.embedded_fonts():
        with suppress(ValueError):
            fonts[family, "Bold" in cut, "Italic" in cut] = read_face(content)
    return _EmbeddedFaces(fonts, faces) if fonts else faces
