"""Reads tables of technologies and points: CSV, TSV, and tables drawn with pipes.

    lines  ->  cells with their lines  ->  which column is what  ->  Gathering

The column of technologies and that of points are found by their names, in any order; without names by what they hold.
An empty technology means the one above. Quoted cells may hold line breaks; a cell may hold several bullets.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resume_customizer.core.tech_stack_readers.delimiters import DELIMITERS, NumberedLines, is_pipe_rule
from resume_customizer.core.tech_stack_readers.gathering import Gathering, shown
from resume_customizer.core.tech_stack_readers.names import heading_name, is_name
from resume_customizer.core.tech_stack_readers.rows import points_in
from resume_customizer.core.tech_stack_readers.words import POINT_NAMES, TECHNOLOGY_NAMES, role_of

_PIPE = re.compile(r"(?<!\\)\|")
_FIELDS = {d: re.compile(rf'[^\S\n{d}]*+"((?:[^"]|"")*+)"[^\S\n{d}]*+(?=\{d}|\n|$)|([^\{d}\n]*)') for d in DELIMITERS}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    line: int
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, counted from 0."""

    delimiter: str
    technology: int | None
    points: tuple[int, ...]
    count: int
    """How many columns the table has; cells beyond them belong to the points."""
    others: tuple[int, ...] = ()
    has_header: bool = False
    has_known_names: bool = False
    are_technologies: bool = False
    """Each column is a technology, with its points below."""


Record = list[Cell]


def read_pipe_table(lines: NumberedLines, gathered: Gathering) -> None:
    """A table drawn with pipes; a ruler below the first row makes that row the names."""
    records: list[Record] = []
    ruled, has_frame = False, lines[0][1].lstrip().startswith("|")
    for line, raw in lines:
        if is_pipe_rule(raw.strip()):
            ruled = ruled or len(records) == 1
            continue
        text = raw.strip().removeprefix("|").removesuffix("|") if has_frame else raw
        cells = [cell.strip().replace("\\|", "|") for cell in _PIPE.split(text)]
        records.append([Cell(cell, line) for cell in cells])
    _tell(records, "|", gathered, ruled=ruled)


def read_delimited(lines: NumberedLines, delimiter: str, gathered: Gathering) -> None:
    """Comma-, tab-, semicolon- or pipe-separated lines."""
    records = list(_records(lines, delimiter, gathered))
    _tell([record for record in records if any(cell.text.strip() for cell in record)], delimiter, gathered)


def _records(lines: NumberedLines, delimiter: str, gathered: Gathering) -> Iterator[Record]:
    text = "\n".join(text for _, text in lines)
    row, at, field = 0, 0, _FIELDS[delimiter]
    record: Record = []
    while at <= len(text):
        found = field.match(text, at)
        if not found:
            break
        quoted, bare, line = found[1], found[2], lines[row][0]
        if bare is not None and bare.lstrip().startswith('"'):
            gathered.notice("unclosed-quote", f"the quote of this cell does not close: {shown(bare)}", line)
        record.append(Cell(bare if quoted is None else quoted.replace('""', '"'), line, quoted is not None))
        row += found[0].count("\n")
        at = found.end() + 1
        if text[found.end() : at] != delimiter:
            yield record
            record = []
            row += 1


def _tell(records: list[Record], delimiter: str, gathered: Gathering, *, ruled: bool = False) -> None:
    if not records:
        return
    columns = _columns(records, delimiter, ruled=ruled)
    if columns.others:
        names = [records[0][at].text if columns.has_header else f"column {at + 1}" for at in columns.others[:8]]
        gathered.left_out(", ".join(names), records[0][0].line, "columns that hold neither technologies nor points")
    if columns.are_technologies:
        _tell_columns(records, gathered)
        return
    if columns.has_header and (len(records) == 1 or not columns.has_known_names):
        names = [cell.text for cell in records[0]]
        gathered.left_out(", ".join(names), records[0][0].line, "read as the names of columns")
    for record in records[1:] if columns.has_header else records:
        _tell_record(record, columns, gathered)


def _tell_record(record: Record, columns: Columns, gathered: Gathering) -> None:
    record = _trimmed(record, columns.count)
    if len(record) > columns.count and len(columns.points) == 1:
        record = _rejoined(record, columns, gathered)
    points = [cell for at, cell in enumerate(record) if at in columns.points or at >= columns.count]
    at = columns.technology
    if at is not None and at < len(record) and record[at].text.strip():
        name = record[at].text
        gathered.heading(heading_name(name) or name, record[at].line)
    elif not any(cell.text.strip() for cell in points):
        gathered.left_out(" ".join(cell.text for cell in record), record[0].line, "a row without a point")
    for cell in points:
        for point in points_in(cell.text):
            gathered.point(point, cell.line)


def _trimmed(record: Record, least: int) -> Record:
    """Without empty cells at the end."""
    end = len(record)
    while end > least and not record[end - 1].text.strip():
        end -= 1
    return record[:end]


def _rejoined(record: Record, columns: Columns, gathered: Gathering) -> Record:
    """With the point as one cell where commas inside of it were not quoted."""
    first = columns.points[0]
    last = first + len(record) - columns.count
    cells = record[first : last + 1]
    if any(cell.is_quoted for cell in cells):
        return record
    joined = columns.delimiter.join(cell.text for cell in cells)
    gathered.notice("unquoted-delimiter", f"read as one cell: {shown(joined)}", cells[0].line)
    return [*record[:first], Cell(joined, cells[0].line), *record[last + 1 :]]


def _tell_columns(records: list[Record], gathered: Gathering) -> None:
    for at, head in enumerate(records[0]):
        gathered.heading(heading_name(head.text) or head.text, head.line)
        for record in records[1:]:
            for point in points_in(record[at].text) if at < len(record) else ():
                gathered.point(point, record[at].line)


def _columns(records: list[Record], delimiter: str, *, ruled: bool) -> Columns:
    roles = [role_of(cell.text).rstrip("0123456789") for cell in _trimmed(records[0], 1)]
    points = tuple(at for at, role in enumerate(roles) if role in POINT_NAMES)
    technology = next((at for at, role in enumerate(roles) if role in TECHNOLOGY_NAMES), None)
    if not points and technology is None:
        if not ruled:
            return _columns_without_names(records, delimiter)
        if len(roles) == 1:
            return Columns(delimiter, None, (), 1, are_technologies=True)
    words = _words(records[1:], len(roles))
    if not points:
        free = [at for at in range(len(roles)) if at != technology]
        points = (max(free, key=lambda at: (words[at], at), default=0),)
        if technology is None and len(roles) > 1:
            technology = next((at for at in free if at not in points and not _is_number(records[-1], at)), None)
    others = tuple(at for at in range(len(roles)) if at not in points and at != technology)
    known = any(role in POINT_NAMES or role in TECHNOLOGY_NAMES for role in roles)
    return Columns(delimiter, technology, points, len(roles), others, has_header=True, has_known_names=known)


def _columns_without_names(records: list[Record], delimiter: str) -> Columns:
    """A technology and all that stands behind it, a point and its technology, or a technology above each column."""
    count = min(map(len, records))
    if count < 2:
        return Columns(delimiter, None, (0,), count)
    if _words(records[1:], count)[0] >= 5 and all(is_name(cell.text, 4) for cell in records[0]):
        return Columns(delimiter, None, (), count, are_technologies=True)
    words = _words(records, count)
    if words[0] >= 4 > words[count - 1]:
        return Columns(delimiter, count - 1, tuple(range(count - 1)), count)
    technology = next((at for at in range(count - 1) if not _is_number(records[-1], at)), 0)
    return Columns(delimiter, technology, (technology + 1,), technology + 2, tuple(range(technology)))


def _is_number(record: Record, at: int) -> bool:
    return at < len(record) and not any(map(str.isalpha, record[at].text))


def _words(records: Sequence[Record], count: int) -> list[float]:
    """How many words the cells of each column have on average."""
    averages: list[float] = []
    for at in range(count):
        lengths = [len(record[at].text.split()) for record in records if at < len(record) and record[at].text.strip()]
        averages.append(sum(lengths) / max(1, len(lengths)))
    return averages
