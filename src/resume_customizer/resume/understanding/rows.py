"""The lines of a resume as a reader's eye meets them.

    lines  ->  rows (visible, with text)  ->  read_rows()  ->  rows in reading order

A row is a line with what understanding works out about it on the way. Copies, hidden and empty
lines are left out; an empty line is remembered as a gap. In a table whose columns each have
section titles of their own, every column is read down before the next one; a cell with
nothing but dates is read before the text beside it.
"""

import re
from collections.abc import Sequence

from resume_customizer.resume.lines import Line
from resume_customizer.resume.marks_apart import is_mark, takes_mark
from resume_customizer.resume.understanding.dates import Period, find_end, find_period, put_dots
from resume_customizer.resume.understanding.section_titles import clean_title, join_letters, title_kind
from resume_customizer.resume.understanding.topics import Topic

Look = tuple[object, ...]

_LONGEST_TITLE = 60
_MOST_TITLE_WORDS = 12
_MOST_END_WORDS = 2
_FEW_LETTERS = 3
_PAGE = r"(?i)\bpage \d{1,2}(?: of \d{1,2})?$"
_BULLETS = frozenset("-–•·*●▪")
_LAST_NARROW = "\u2fff"
_INVISIBLE = {0xA0: " ", 0x200B: None, 0xFEFF: None}
_UNSET = Period(None, None, 0, 0, is_range=False)


class Row:
    """One visible line; understanding fills in the rest as it goes."""

    cell: tuple[int, int, int] | None = None
    """Table, row, column of the outermost table cell."""
    is_first_in_cell = False
    is_upper = False
    is_bold = False
    title = ""
    """The text as titles are looked up; empty when it can't be one."""
    topic: Topic | None = None
    place = 0
    """Its number in reading order."""
    sort = ""
    """What it is within an experience part; see `sorting`."""
    label = ""
    """What a label in front of it says that it is."""
    score = 0.0
    """How much speaks for a header."""
    _look: Look | None = None
    _period: Period | None = _UNSET

    def __init__(self, line: Line, gap: bool) -> None:
        text = line.text[len(line.marker) :] if line.marker else line.text
        if not text.isascii():
            text = text.translate(_INVISIBLE)
        text = text.strip()
        typed = text[:1] in _BULLETS and text[1:2].isalpha()
        self.text = text = text[1:] if typed else text
        self.line = line
        self.index = line.index
        self.gap = gap
        """An empty line, or the edge of a table or text box, stands before it."""
        item = line.item
        self.is_bulleted = (
            typed
            or bool(line.marker)
            or (item is not None and not (line.outline is not None and item.format != "bullet"))
        )
        self.words = _count_words(text)
        if not self.is_bulleted:
            self._read_title()

    def free(self) -> None:
        """Its marker is part of how it is set: it is no item of a list."""
        self.is_bulleted = False
        self._read_title()

    def _read_title(self) -> None:
        line, text = self.line, self.text
        self.is_upper = line.caps or text.isupper()
        self.is_bold = line.bold or (line.bold_lead > 0 and line.bold_lead >= len(line.text.rstrip()) - 2)
        if self.words <= _MOST_TITLE_WORDS and len(text) <= _LONGEST_TITLE and "@" not in text:
            self.title = title = clean_title(text)
            if title:
                self.topic = title_kind(title)

    @property
    def look(self) -> Look:
        """How it is set; rows of the same part tend to look the same."""
        if self._look is None:
            line = self.line
            lead = 2 if self.is_bold else 1 if line.bold_lead > 2 else 0
            self._look = (
                line.style,
                line.outline,
                lead,
                line.italic,
                line.underlined,
                line.caps,
                line.size,
                line.color,
                line.cell is None,
                line.is_bulleted and line.indent,
            )
        return self._look

    def read_days_first(self) -> None:
        """Other lines of the resume tell that `12/05/2018` is in May."""
        if self.text.count("/") > 1:
            self._period = find_period(put_dots(self.text))

    @property
    def period(self) -> Period | None:
        """The period that it names, if any."""
        if self._period is _UNSET:
            self._period = find_period(self.text) or (find_end(self.text) if self.words <= _MOST_END_WORDS else None)
        return self._period

    def __repr__(self) -> str:
        return f"Row({self.index}, {self.sort}, {self.score:.1f}, {self.text[:40]!r})"


def read_rows(lines: Sequence[Line]) -> list[Row]:
    """The rows in reading order."""
    rows: list[Row] = []
    blank: set[int] = {0}
    previous: Line | None = None
    marks: list[Line] = []
    for line in lines:
        if line.fallback or line.hidden:
            continue
        text = line.text
        if not text or text.isspace():
            blank.add(line.container)
            continue
        apart = previous is None or line.container in blank or previous.container in blank
        gap = apart or text[0] == "\n" or (previous is not None and _changes_place(previous, line))
        if line.cell is not None and is_mark(line):
            marks.append(line)
            continue
        row = Row(line, gap)
        if not row.text:
            blank.add(line.container)
            continue
        if rows and "age " in row.text and _turns_page(row.text, rows[0].text):
            continue
        rows.append(row)
        blank.clear()
        previous = line
        if marks and takes_mark(marks, line):
            row.is_bulleted = True
    if any(row.line.cell is not None for row in rows):
        _place_in_cells(rows, lines)
        rows = _in_reading_order(rows)
    for place, row in enumerate(rows):
        row.place = place
    return rows


def _turns_page(text: str, name: str) -> bool:
    """`Jane Roe  Page 2`: typed at the head of a page, not part of what goes on below it."""
    return re.sub(_PAGE, "", text).strip(" -–—|,·").casefold() in ("", name.casefold()) and text != name


def _changes_place(above: Line, line: Line) -> bool:
    """From text into a table or box, out of it, or over an empty row of the table."""
    if above.container == line.container:
        return False
    if above.cell is None or line.cell is None or above.cell.table != line.cell.table:
        return True
    return line.cell.row - above.cell.row > 1


def _count_words(text: str) -> int:
    words = text.count(" ") + 1
    if text[1:2] == " " == text[3:4] and words > _FEW_LETTERS:
        return join_letters(text).count(" ") + 1
    if "\t" in text or "\n" in text or "  " in text:
        words = len(text.split())
    if words < 8 and len(text) > 8 and not text.isascii():
        wide = sum(map(_LAST_NARROW.__lt__, text))
        if wide > 3:
            words += wide // 3
    return words


def _place_in_cells(rows: list[Row], lines: Sequence[Line]) -> None:
    """Tell each row which cell of which outermost table it stands in."""
    outer: dict[int, tuple[int, int, int]] = {}
    waiting: set[int] = set()
    for line in lines:
        cell = line.cell
        if cell is None:
            waiting.clear()
        elif cell.depth > 1:
            if cell.table not in outer:
                waiting.add(cell.table)
        elif waiting:
            # the paragraph that closes the outer cell follows the nested table
            for table in waiting:
                outer[table] = (cell.table, cell.row, cell.column)
            waiting.clear()
    previous: tuple[int, int, int] | None = None
    for row in rows:
        cell = row.line.cell
        if cell is not None:
            here = (cell.table, cell.row, cell.column)
            row.cell = here if cell.depth == 1 else outer.get(cell.table, here)
            row.is_first_in_cell = here != previous
            previous = here
        else:
            previous = None


def _in_reading_order(rows: list[Row]) -> list[Row]:
    ordered: list[Row] = []
    at = 0
    while at < len(rows):
        cell = rows[at].cell
        if cell is None:
            ordered.append(rows[at])
            at += 1
            continue
        end = at
        while end < len(rows) and (there := rows[end].cell) is not None and there[0] == cell[0]:
            end += 1
        ordered.extend(_order_table(rows[at:end]))
        at = end
    return ordered


def _order_table(rows: list[Row]) -> list[Row]:
    """One table: down the columns when titles stand in several, else along its rows with dates first."""
    if has_own_columns(rows):
        return sorted(rows, key=lambda row: row.cell[2] if row.cell else 0)
    ordered: list[Row] = []
    at = 0
    while at < len(rows):
        end = at
        cell = rows[at].cell
        while end < len(rows) and (there := rows[end].cell) is not None and cell is not None and there[1] == cell[1]:
            end += 1
        ordered.extend(_dates_first(rows[at:end]))
        at = end
    return ordered


def has_own_columns(rows: list[Row]) -> bool:
    """Section titles stand in several columns of the table: each is a text of its own."""
    columns: set[int] = set()
    for row in rows:
        if row.topic is not None and row.cell is not None and is_striking(row):
            columns.add(row.cell[2])
    if len(columns) < 2:
        return False
    labels = sum(1 for row in rows if row.is_first_in_cell and row.words <= 4)
    titles = sum(1 for row in rows if row.topic is not None and is_striking(row))
    return titles >= 2 and not (titles * 4 < labels)


def is_striking(row: Row) -> bool:
    """Set as titles are: not like running text."""
    line = row.line
    return (
        row.is_bold
        or row.is_upper
        or line.outline is not None
        or line.ruled
        or line.size >= 13
        or line.underlined
        or bool(line.style)
    )


def _dates_first(rows: list[Row]) -> list[Row]:
    """A cell that holds only dates and places goes before the longer text that stands beside it."""
    cells: dict[int, list[Row]] = {}
    for row in rows:
        cells.setdefault(row.cell[2] if row.cell else 0, []).append(row)
    if len(cells) < 2:
        return rows
    parts = list(cells.values())
    if max(map(len, parts)) < 2:
        return rows
    for at in range(1, len(parts)):
        side = parts[at]
        if (
            len(side) <= 3
            and max(map(len, parts[:at])) > 1
            and all(row.words <= 8 and not row.is_bulleted for row in side)
            and any(row.period for row in side)
        ):
            parts.insert(0, parts.pop(at))
            break
    return [row for part in parts for row in part]
