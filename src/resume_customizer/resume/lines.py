"""What each paragraph of the story says and how it is set: the plain facts that understanding works on.

    story part (XML tree) + styles + numbering  ->  read_lines()  ->  tuple[Line, ...]

One `Line` for each `w:p` of the story part in document order, also in tables, text
boxes (both copies) and content controls; `Line.index` is its position in that order.
"""

from typing import Literal, NamedTuple

Alignment = Literal["left", "center", "right", "both"]


class ListItem(NamedTuple):
    """Word numbering that applies to a paragraph (ECMA-376 part 1, 17.9)."""

    number: str
    """`w:numId` that is in force."""
    level: int
    """0 to 8."""
    format: str
    """`bullet`, `decimal`, `lowerLetter`, … (17.18.59 ST_NumberFormat); `none` shows nothing."""
    glyph: str
    """`w:lvlText`, e.g. a bullet character or `%1.`; symbol-font characters mapped to Unicode where known."""


class Cell(NamedTuple):
    """The innermost table cell that holds a paragraph."""

    table: int
    """Tables are numbered in document order, from 0; a nested table has its own number."""
    row: int
    column: int
    """Counted in cells of its row, from 0."""
    depth: int
    """1 for a table in the body, 2 for one nested in it, …"""


class Line(NamedTuple):
    """One paragraph as a reader sees it."""

    index: int
    text: str
    """Visible text: tabs are `\\t`, line breaks `\\n`, deleted text left out, symbol characters mapped to Unicode."""
    marker: str = ""
    """The typed marker and its gap with which `text` begins (`"• "`, `"-\\t"`), or empty."""
    style: str = ""
    """Style name in lower case (`heading 2`, `list bullet`); empty for the default style."""
    outline: int | None = None
    """Outline level 0 to 8 when the paragraph is a heading by style or by `w:outlineLvl`."""
    item: ListItem | None = None
    """Set when Word numbering shows something in front of the paragraph."""
    indent: int = 0
    """Left indent in twentieths of a point, list level included."""
    ruled: bool = False
    """Has a paragraph border below or above: often a section heading."""
    alignment: Alignment = "left"
    section_end: bool = False
    """Carries a section break (`w:sectPr`)."""
    bold: bool = False
    """All visible characters are bold."""
    italic: bool = False
    """All visible characters are italic."""
    underlined: bool = False
    caps: bool = False
    """All visible letters are shown as capitals, by formatting (not by being typed so)."""
    size: float = 11.0
    """Font size of most of its characters, in points."""
    color: str = ""
    """Colour of most of its characters as written (`2F5496`); empty for automatic."""
    hidden: bool = False
    """All its text is hidden (`w:vanish`)."""
    bold_lead: int = 0
    """How many characters at the start of `text` are bold (all of them when `bold`)."""
    turn: int = 0
    """Where italics first begin or end within `text`; 0 when all of it is upright, or all italic."""
    container: int = 0
    """Which body (0), table cell or text box holds it: equal numbers stand in the same one."""
    cell: Cell | None = None
    box: int | None = None
    """Text boxes are numbered in document order, mc:Fallback copies included."""
    fallback: bool = False
    """Stands in a `mc:Fallback` copy: a reader never sees it beside its twin."""
    placeholder: bool = False
    """Stands in a content control that shows its placeholder text."""
    twin: int | None = None
    """Position of the copy of this line in the other branch of `mc:AlternateContent`."""

    @property
    def body(self) -> str:
        """The text without its typed marker."""
        return self.text[len(self.marker) :]

    @property
    def is_bulleted(self) -> bool:
        """A reader sees a bullet or a number in front of it."""
        return self.item is not None or bool(self.marker)
