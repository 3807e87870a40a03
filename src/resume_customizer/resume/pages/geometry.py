"""The pages of a section: their size, margins and columns (ECMA-376 part 1, 17.6).

w:sectPr  ->  read_geometry()  ->  Geometry, in points
"""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from resume_customizer.resume.pages.formatting import is_on, points

_USUAL = {
    "w": 612.0,
    "h": 792.0,
    "top": 72.0,
    "bottom": 72.0,
    "left": 72.0,
    "right": 72.0,
    "header": 36.0,
    "footer": 36.0,
}
_MOST_COLUMNS = 10
_NARROWEST = 20.0
_GAP = 36.0


class Geometry(NamedTuple):
    """One section's page."""

    height: float
    width: float
    """Between the margins."""
    top: float
    bottom: float
    header: float
    """From the edge of the page to the header, and below to the footer."""
    footer: float
    count: int
    columns: tuple[float, ...]
    """The widths of the columns; one where all are alike."""
    pitch: float
    """Of the grid of lines; 0 without one."""
    new_page: bool
    title_page: bool
    """The first page has a header and footer of its own."""


def read_geometry(section: Element) -> Geometry:
    """What a section says of its pages; what it does not say is Word's usual."""
    page = dict(_USUAL)
    for name, keys in (("pgSz", ("w", "h")), ("pgMar", ("top", "bottom", "left", "right", "header", "footer"))):
        element = section.find(name)
        for key in keys if element is not None else ():
            if element is not None and element.get(key):
                page[key] = points(element.get(key))
    inside = max(_NARROWEST, page["w"] - page["left"] - page["right"])
    count, columns = _columns(section.find("cols"), inside)
    kind, grid = section.find("type"), section.find("docGrid")
    snaps = grid is not None and grid.get("type") in ("lines", "linesAndChars", "snapToChars")
    return Geometry(
        page["h"],
        inside,
        page["top"],
        page["bottom"],
        page["header"],
        page["footer"],
        count,
        columns,
        points(grid.get("linePitch")) if grid is not None and snaps else 0.0,
        kind is None or kind.get("val") not in ("continuous", "nextColumn"),
        is_on(section.find("titlePg")),
    )


def _columns(element: Element | None, inside: float) -> tuple[int, tuple[float, ...]]:
    """How many columns there are, and how wide (17.6.4 cols)."""
    if element is None:
        return 1, (inside,)
    stated = element.get("num", "1")
    count = min(_MOST_COLUMNS, max(1, int(stated) if stated.isdecimal() and len(stated) < 4 else 1))
    own = tuple(points(each.get("w")) for each in element.iterfind("col"))
    gap = points(element.get("space")) or _GAP
    widths = own[:count] if len(own) >= count > 1 else ((inside - gap * (count - 1)) / count,)
    return count, tuple(max(_NARROWEST, width) for width in widths)
