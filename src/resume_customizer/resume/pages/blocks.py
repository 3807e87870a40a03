"""The blocks of a page: paragraphs with the heights of their lines, and tables with rows.

Promises stand with what makes them (`layout`) and what places them (`flow`).
"""

from typing import NamedTuple, TypeAlias

from resume_customizer.resume.pages.settings import NO_BORDER, Border


class Zone(NamedTuple):
    """A stretch of the page beside which no text stands."""

    on_page: bool
    """Whether it is measured from the edge of the page; else from the top of its paragraph."""
    top: float
    height: float


class ParagraphBlock(NamedTuple):
    """One paragraph."""

    lines: tuple[float, ...]
    before: float = 0.0
    after: float = 0.0
    style: str = ""
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    break_before: bool = False
    widow_control: bool = True
    break_after: bool = False
    """A page or column ends behind this part of a paragraph."""
    leading: float = 0.0
    """The share of a line's height that is distance to the next one; it may reach below the end of a page."""
    border: Border = NO_BORDER
    zones: tuple["Zone", ...] = ()
    """What is anchored here and keeps text away."""
    alone: bool = False
    """A paragraph without text whose end of a page takes a page of its own."""


class Cell(NamedTuple):
    """One cell of a row."""

    blocks: tuple["Block", ...]
    top: float = 0.0
    bottom: float = 0.0
    """Margins inside of the cell."""
    rows: int = 1
    """How many rows it goes down."""


class Row(NamedTuple):
    """One row of a table."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    exact: bool = False
    whole: bool = False
    """It is not split between pages."""


class TableBlock(NamedTuple):
    """One table."""

    rows: tuple[Row, ...]


Block: TypeAlias = ParagraphBlock | TableBlock


class Region(NamedTuple):
    """A stretch of the document with one geometry."""

    variants: tuple[tuple[Block, ...], ...]
    """The same blocks for each of its columns, which may differ in width; one where they do not."""
    top: float
    """Where text begins on a page, from its upper edge; headers that grow push it down."""
    bottom: float
    """Where text ends, from the upper edge."""
    columns: int = 1
    new_page: bool = True
    first_top: float = 0.0
    first_bottom: float = 0.0
    """The same for the first page of the document."""
