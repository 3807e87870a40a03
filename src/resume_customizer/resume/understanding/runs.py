"""Header rows in a row, and those that a line of text parts though they are one header.

sorted rows  ->  runs of header rows  ->  joined over an employer's description or address  ->  find_runs()
"""

import re
from itertools import pairwise

from resume_customizer.resume.understanding.evidence import has_role
from resume_customizer.resume.understanding.places import is_place
from resume_customizer.resume.understanding.roles import weigh_words
from resume_customizer.resume.understanding.rows import Row

Block = tuple[int, int]
"""The first row of a header, and the row behind its last."""

_AT_MARKS = re.compile(r"[|•·]")
_MOST_BETWEEN = 3
_MOST_WORDS = 8
_MARKS = 3
"""Marks that may stand beside dates alone."""


def find_runs(rows: list[Row]) -> list[Block]:
    """Header rows in a row; details and labels between them don't break the run, nor what an employer is like."""
    runs = _unbroken(rows)
    joined: list[Block] = runs[:1]
    for (_, above), (start, end) in pairwise(runs):
        if all(row.sort in ("text", "detail", "label") for row in rows[above:start]) and (
            _tells_employer(rows, joined[-1], (start, end))
            or _lacks_dates(rows, joined[-1], start)
            or _lacks_role(rows, joined[-1], start)
        ):
            for row in rows[above:start]:
                if is_place(_AT_MARKS.split(row.text, maxsplit=1)[0].strip()):
                    row.sort = "header"
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _unbroken(rows: list[Row]) -> list[Block]:
    runs: list[Block] = []
    start = end = -1
    for at, row in enumerate(rows):
        if row.sort == "header":
            start = at if start < 0 else start
            end = at + 1
        elif start >= 0 and row.sort not in ("detail", "label"):
            runs.append((start, end))
            start = -1
    if start >= 0:
        runs.append((start, end))
    return runs


def _tells_employer(rows: list[Row], run: Block, below: Block) -> bool:
    """An employer with all its years and what it does; then a role within them, set otherwise."""
    first, next_ = rows[run[0]], rows[below[0]]
    if run[1] - run[0] != 1 or below[0] - run[1] > _MOST_BETWEEN or first.label or next_.label:
        return False
    whole, part = first.period, next_.period
    if whole is None or part is None or not whole.is_range or not whole.holds(part):
        return False
    if first.look == next_.look and (
        next_.words > _MOST_WORDS or weigh_words(next_.text[: part.left] or next_.text)[1] > 0
    ):
        return False
    return has_role(next_.text) and not has_role(first.text)


def _lacks_role(rows: list[Row], run: Block, below: int) -> bool:
    """An organization and what it is like; then a role with its dates, and no other organization."""
    first, next_ = rows[run[0]], rows[below]
    period = next_.period
    if run[1] - run[0] != 1 or not 1 <= below - run[1] < _MOST_BETWEEN or first.label or next_.label:
        return False
    if first.period is not None or has_role(first.text) or first.look == next_.look or first.words > _MOST_WORDS:
        return False
    if period is None or not period.is_range or next_.words > _MOST_WORDS + _MARKS or not has_role(next_.text):
        return False
    return weigh_words(next_.text[: period.left] or next_.text[period.right :])[1] <= 0


def _lacks_dates(rows: list[Row], run: Block, below: int) -> bool:
    """An organization and its address; then a line of dates alone, with the role and the rest behind it."""
    between, dated = rows[run[1] : below], rows[below]
    period = dated.period
    if not between or len(between) > _MOST_BETWEEN or period is None or not period.is_range:
        return False
    if any(row.period is not None or row.label for row in rows[run[0] : run[1]]):
        return False
    alone = len(dated.text) - period.right + period.left <= _MARKS
    return alone and all(row.words <= _MOST_WORDS and row.text[-1] not in ".;:" for row in between)
