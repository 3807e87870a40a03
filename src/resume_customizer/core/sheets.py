"""Tables as people send them: rows under a head.

    CSV or JSON text  ->  parse_csv() | parse_json_rows()  ->  Row, …  (resume/xlsx.py reads XLSX)

Promises (tests in tests/core/test_sheets.py):

* Each row says where it stood.
* A cell that a spreadsheet would run is shown as text.
* What is no table is refused with the reason.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from resume_customizer.core.errors import InvalidInput

MOST_ROWS: Final = 100_000
_MOST_COLUMNS: Final = 200
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """One row: its place in the file, from 1, and its values by the names of the head."""

    number: int
    values: Mapping[str, Any]


def rows_of_table(table: Iterable[Sequence[Any]]) -> tuple[Row, ...]:
    """Rows under the first line that is not empty; raises InvalidInput."""
    head: list[str] = []
    rows: list[Row] = []
    for number, cells in enumerate(table, 1):
        texts = [str(cell).strip() for cell in cells]
        if not any(texts):
            continue
        if not head:
            head = _head(texts)
            continue
        if len(rows) >= MOST_ROWS:
            raise InvalidInput("too-many-rows", f"The table has more than {MOST_ROWS:,} rows. Split it.")
        rows.append(Row(number, {name: cell for name, cell in zip(head, cells, strict=False) if name}))
    if not rows:
        raise InvalidInput("no-rows", "The table has no rows under its head. Its first line must name the columns.")
    return tuple(rows)


def parse_csv(text: str) -> tuple[Row, ...]:
    """Rows of CSV, with whatever separator its head has; raises InvalidInput."""
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(",;\t|", key=first.count)
    try:
        return rows_of_table(csv.reader(io.StringIO(text), delimiter=separator, strict=True))
    except csv.Error as fault:
        raise InvalidInput("bad-csv", f"The table is not CSV ({fault}). Save it as CSV or XLSX again.") from None


def parse_json_rows(text: str) -> tuple[Row, ...]:
    """Rows of a JSON list of objects, or of one object on each line; raises InvalidInput."""
    try:
        found = (
            json.loads(text)
            if text.lstrip().startswith("[")
            else [*map(json.loads, filter(str.strip, text.splitlines()))]
        )
    except (ValueError, RecursionError):
        raise InvalidInput("bad-json", "The file is no JSON list of objects, nor an object on each line.") from None
    if not found or not all(isinstance(each, dict) for each in found):
        raise InvalidInput("bad-json", "The file is no JSON list of objects, nor an object on each line.")
    return tuple(
        Row(number, {str(name): value for name, value in each.items()}) for number, each in enumerate(found, 1)
    )


def formula_free(text: str) -> str:
    """A cell as text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _head(texts: Sequence[str]) -> list[str]:
    if len(texts) > _MOST_COLUMNS:
        raise InvalidInput("too-many-columns", f"The table has {len(texts):,} columns; {_MOST_COLUMNS} are read.")
    named = [each.casefold() for each in texts if each]
    twice = sorted({each for each in named if named.count(each) > 1})
    if twice:
        raise InvalidInput("same-column", f"Columns are named twice: {', '.join(twice)[:200]}.")
    return list(texts)
