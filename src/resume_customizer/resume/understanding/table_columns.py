"""Tables whose first row names the columns: `Organization | Designation | Duration`.

rows of a part  ->  the first row of each table  ->  label_columns()  ->  each cell below is labelled by its column
"""

import re
from itertools import chain, groupby

from resume_customizer.resume.understanding.labels import FIELD_LABELS, label_key, label_kind
from resume_customizer.resume.understanding.rows import Row

_MOST_WORDS = 4
_SEVERAL = "several"
_ENOUGH_FIGURES = 4
_DIGIT = re.compile(r"\d")
_FIGURE = r"[^\w\s]{0,2}\d[\d.,]*[^\w\s]?[A-Za-z]{0,3}$"
_AND = r" ?[/&,+] ?| and | und | et | y | e "


def label_columns(rows: list[Row]) -> None:
    """Label the cells under column heads, in tables that have them."""
    in_cells = [row for row in rows if row.cell is not None]
    for _, table in groupby(in_cells, key=lambda row: row.cell[0] if row.cell else -1):
        lines = [list(line) for _, line in groupby(table, key=lambda row: row.cell[1] if row.cell else -1)]
        if _holds_figures(lines):
            for row in chain.from_iterable(lines):
                row.sort = "aside"
            continue
        heads = _heads(lines[0])
        if heads and len(lines) > 1:
            for row in lines[0]:
                row.sort = "label"
            for line in lines[1:]:
                if len({row.cell for row in line}) == 1 and len(heads) > 1:
                    continue  # the duties, in one cell over all columns
                for row in line:
                    _label(row, heads.get(row.cell[2] if row.cell else -1, ""))


def _holds_figures(lines: list[list[Row]]) -> bool:
    """`2022 | $14M | 112%` below heads: what somebody reached, no header."""
    told = [row.text for line in lines[1:] for row in line]
    return len(told) >= _ENOUGH_FIGURES and all(_DIGIT.search(text) and re.match(_FIGURE, text) for text in told)


def _heads(line: list[Row]) -> dict[int, str]:
    """What each column holds; empty when the row is none of column heads."""
    heads: dict[int, str] = {}
    for row in line:
        if row.cell is None or row.words > _MOST_WORDS or row.is_bulleted or row.cell[2] in heads:
            return {}
        heads[row.cell[2]] = _kind_of_head(label_key(row.text))
    known = sum(1 for kind in heads.values() if kind)
    fields = sum(1 for kind in heads.values() if kind in FIELD_LABELS or kind == _SEVERAL)
    return heads if fields >= 2 and known >= len(heads) - 1 else {}


def _kind_of_head(key: str) -> str:
    """What the column holds; several fields where the head is `Employer / Position`, `Place and Dates`."""
    kinds = {label_kind(part.strip()) for part in re.split(_AND, key)}
    if len(kinds) > 1 and kinds <= FIELD_LABELS:
        return _SEVERAL
    return label_kind(key)


def _label(row: Row, kind: str) -> None:
    if kind in FIELD_LABELS:
        row.sort, row.label, row.score = "header", kind, 4.0
    elif kind in ("environment", "detail"):
        row.sort = kind
    elif kind == "tasks":
        row.sort = "bullet" if row.is_bulleted else "text"
    elif not kind and row.words <= _MOST_WORDS and not row.is_bulleted:
        row.sort = "detail"  # `Type / GRT`: a column that nobody knows
