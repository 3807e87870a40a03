"""Resumes drawn as text, read as lines: what a test shows is what a reader would see.

# Title          heading 1           ## Title        heading 2
**Bold** rest    bold, or bold lead  _all of it_     italic
- item           Word bullet         -- item         Word bullet, level 1
• item, ~ item   typed bullet        ⇥ ⏎             tab, line break
| a / b | c      table row: cells, and paragraphs in a cell
[[ … ]]          lines between are in a text box
"""

import re
from typing import Any

from resume_customizer.resume.lines import Cell, Line, ListItem
from resume_customizer.resume.understanding import understand

ANY: Any = object()
"""What nobody asks about."""

Expected = tuple[str | None, str | None, str | None, str | None, int, bool]
"""Role, company, start, end, number of bullets, has an environment line."""


class Drawn:
    """A picture of a resume and the experiences that a person finds in it."""

    def __init__(self, name: str, picture: str, *experiences: Expected) -> None:
        self.name = name
        self.picture = picture
        self.experiences = experiences


def found_and_wanted(drawn: Drawn) -> tuple[list[Expected], list[Any]]:
    """The experiences that are read of a drawing, and those that a person finds, where ANY is what was read."""
    found: list[Expected] = [
        (each.role, each.company, each.start, each.end, len(each.bullets), each.environment is not None)
        for each in understand(draw(drawn.picture)).experiences
    ]
    wanted: list[Any] = [
        tuple(mine if asked is ANY else asked for asked, mine in zip(expected, got, strict=True))
        for expected, got in zip(drawn.experiences, found, strict=False)
    ]
    return found, [*wanted, *drawn.experiences[len(found) :]]


_ITALIC = re.compile(r"\b_([^_]+)_\b|(?<!\w)_([^_]+)_(?!\w)")
_LOOKS: dict[str, dict[str, Any]] = {
    "# ": {"style": "heading 1", "outline": 0, "bold": True, "size": 14.0},
    "## ": {"style": "heading 2", "outline": 1, "bold": True, "size": 12.0},
    "-- ": {"item": ListItem("1", 1, "bullet", "o"), "indent": 1440},
    "- ": {"item": ListItem("1", 0, "bullet", "•"), "indent": 720},
}
_TYPED = re.compile(r"^(?:[•●▪■○・*] ?|[-–] )")


def draw(picture: str) -> tuple[Line, ...]:
    """The lines of a picture; the first and last empty lines of it are left out."""
    pen = _Pen()
    for row in picture.strip("\n").replace("\n+ ", " ").split("\n"):
        pen.draw(row)
    return tuple(pen.lines)


class _Pen:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._container = 0
        self._table = -1
        self._row = -1
        self._box: int | None = None
        self._boxes = 0

    def draw(self, row: str) -> None:
        row = row.strip(" ")
        if row == "[[":
            self._box, self._boxes = self._boxes, self._boxes + 1
            self._container += 1
        elif row == "]]":
            self._box = None
        elif row.startswith("|"):
            self._draw_cells(row)
        else:
            self._row = -1
            self._add(row, self._container if self._box is not None else 0, None)

    def _draw_cells(self, row: str) -> None:
        if self._row < 0:
            self._table += 1
        self._row += 1
        for column, cell in enumerate(row[1:].split("|")):
            self._container += 1
            for text in cell.strip().split(" / "):
                self._add(text.strip(), self._container, Cell(self._table, self._row, column, 1))

    def _add(self, text: str, container: int, cell: Cell | None) -> None:
        line = Line(index=len(self.lines), text="", container=container, cell=cell, box=self._box)
        for mark, look in _LOOKS.items():
            if text.startswith(mark):
                text = text[len(mark) :]
                line = line._replace(**look)
                break
        if text.startswith("~ "):
            text = f"- {text[2:]}"
        italic = text.startswith("_") and text.endswith("_")
        text = _ITALIC.sub(lambda m: m[1] or m[2], text)
        bold, lead = line.bold, 0
        if text.startswith("**"):
            start, _, rest = text[2:].partition("**")
            text, bold, lead = start + rest, not rest, len(start)
        text = text.replace("⇥", "\t").replace("⏎", "\n")
        typed = _TYPED.match(text) if line.item is None else None
        marker = typed.group() if typed and len(text) > len(typed.group()) else ""
        self.lines.append(
            line._replace(text=text, marker=marker, italic=italic, bold=bold, bold_lead=len(text) if bold else lead)
        )
