"""The measures of a table: its columns, the margins of its cells, and cells that go down several rows.

    w:tbl  ->  read_grid()  ->  TableGrid

(ECMA-376 part 1, 17.4: tblGrid, tblW, tblCellMar, gridSpan, vMerge.)
"""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from resume_customizer.resume.pages.cascade import Settings
from resume_customizer.resume.pages.elements import flat, number_of
from resume_customizer.resume.pages.formatting import points

_USUAL_MARGIN = 5.4
Margins = tuple[float, float, float, float]
"""Top, bottom, left and right."""


class TableGrid(NamedTuple):
    """One table, before its cells are laid out."""

    rows: list[Element]
    style: str
    columns: list[float]
    margins: Margins
    spans: dict[tuple[int, int], int]
    """How many rows each cell goes down, by row and column; 0 for those that continue one above."""
    line: float
    """The width of the lines between rows."""
    floats: bool


def read_grid(element: Element, settings: Settings, width: float) -> TableGrid:
    """What a table says of its measures, in a column of this width."""
    properties = element.find("tblPr")
    properties = properties if properties is not None else Element("tblPr")
    named = properties.find("tblStyle")
    style = named.get("val", "") if named is not None else settings.usual_table()
    borders = properties.find("tblBorders")
    borders = borders if borders is not None else settings.of_style(style, "tblPr/tblBorders")
    margins = margins_of(settings.of_style(style, "tblPr/tblCellMar"), (0.0, 0.0, _USUAL_MARGIN, _USUAL_MARGIN))
    rows = [each for each in flat(element) if each.tag == "tr"]
    return TableGrid(
        rows,
        style,
        _columns(element, properties, rows, width),
        margins_of(properties.find("tblCellMar"), margins),
        _spans(rows),
        _line_of(borders),
        properties.find("tblpPr") is not None,
    )


def margins_of(element: Element | None, usual: Margins) -> Margins:
    """The margins that an element states, over usual ones."""
    found = list(usual)
    for at, names in enumerate((("top",), ("bottom",), ("left", "start"), ("right", "end"))):
        for name in names:
            side = element.find(name) if element is not None else None
            if side is not None and side.get("type", "dxa") == "dxa":
                found[at] = points(side.get("w"))
    return found[0], found[1], found[2], found[3]


def _columns(element: Element, properties: Element, rows: Sequence[Element], width: float) -> list[float]:
    """The widths of the grid's columns, scaled to the table's own width."""
    grid = [points(each.get("w")) for each in element.iterfind("tblGrid/gridCol")]
    total = sum(grid)
    if total <= 0:
        count = max((sum(1 for each in flat(row) if each.tag == "tc") for row in rows), default=1) or 1
        return [width / count] * count
    scale = _wanted(properties.find("tblW"), width) / total or 1.0
    return [each * scale for each in grid]


def _wanted(stated: Element | None, width: float) -> float:
    """The width that a table asks for; 0 when it leaves that to its columns."""
    if stated is None:
        return 0.0
    kind, value = stated.get("type", "dxa"), stated.get("w", "0")
    if kind == "pct":
        return width * (points(value[:-1], 100.0) if value.endswith("%") else points(value, 5000.0))
    return points(value) if kind == "dxa" else 0.0


def _line_of(borders: Element | None) -> float:
    line = borders.find("insideH") if borders is not None else None
    return points(line.get("sz"), 8.0) if line is not None and line.get("val") not in ("nil", "none") else 0.0


def _spans(rows: Sequence[Element]) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], int] = {}
    open_cells: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(rows):
        column = number_of(row.find("trPr"), "gridBefore", 0)
        for cell in flat(row):
            if cell.tag != "tc":
                continue
            properties = cell.find("tcPr")
            merge = properties.find("vMerge") if properties is not None else None
            found[at, column] = 1
            if merge is None:
                open_cells.pop(column, None)
            elif merge.get("val", "continue") == "continue" and column in open_cells:
                found[at, column] = 0
                found[open_cells[column]] += 1
            else:
                open_cells[column] = (at, column)
            column += max(1, number_of(properties, "gridSpan", 1))
    return found
