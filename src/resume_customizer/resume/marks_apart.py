"""Lists in tables whose marks stand in a column of their own: `•` in one cell, its text in the cell beside it.

    lines  ->  is_mark()  ->  takes_mark(): the texts that marks of their row belong to

One row for each bullet, or one cell with all marks and one with all texts. A new point there is a paragraph in the
cell of the texts, without a mark: another row, or another mark beside it, would be more than new paragraphs that
say the points (docs/decisions/0065-marks-in-a-column-of-their-own.md); `has_mark_apart()` is for telling so.
"""

from collections.abc import Sequence

from resume_customizer.resume.lines import Line
from resume_customizer.resume.symbols import GLYPHS

_MARKS = frozenset(GLYPHS)
_LONGEST = 8
"""Characters of a mark with the gaps around it."""


def is_mark(line: Line) -> bool:
    """A bullet and nothing else, in a table cell."""
    return line.cell is not None and len(line.text) < _LONGEST and line.text.strip() in _MARKS


def takes_mark(marks: list[Line], line: Line) -> bool:
    """Whether one of the waiting marks is this line's; it waits no longer, and none waits for another row."""
    if _is_beside(marks[-1], line):
        marks.pop()
        return True
    marks.clear()
    return False


def has_mark_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a mark, but not its own, stands in front of a line in the same row of a table."""
    line = lines[at]
    if line.cell is None or line.is_bulleted:
        return False
    for before in range(at - 1, -1, -1):
        if (there := lines[before].cell) is None or there[:2] != line.cell[:2]:
            return False
        if is_mark(lines[before]) and _is_beside(lines[before], line):
            return True
    return False


def _is_beside(mark: Line, line: Line) -> bool:
    """In the same row of the same table, further on."""
    one, other = mark.cell, line.cell
    return one is not None and other is not None and one[:2] == other[:2] and one.column < other.column
