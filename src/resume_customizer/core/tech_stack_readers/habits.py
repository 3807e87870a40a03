"""The habits of a text: how its lines, points and headings are usually set.

rows  ->  habits_of()  ->  Habits
"""

from dataclasses import dataclass
from itertools import pairwise

from resume_customizer.core.tech_stack_readers.rows import Row

_NARROWEST_WRAP = 55
"""Nobody wraps text at fewer columns."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What holds for the text as a whole."""

    has_bullets: bool
    has_wrapped_lines: bool
    widest: int
    """Length of the longest line; 0 when no line is so long that it would be broken."""
    wrap_width: int
    """Column at which lines were broken by a program; 0 when they were not."""
    ends_points_with_stop: bool
    begins_points_low: bool
    has_gaps_before_headings: bool


def habits_of(rows: list[Row]) -> Habits:
    """What holds for these rows as a whole."""
    pairs = list(pairwise(rows))
    wraps = [
        (above, row)
        for above, row, below in zip(rows, rows[1:], [*rows[2:], None], strict=False)
        if _is_wrapped(above, row) and not (row.words == 1 and below is not None and below.marker)
    ]
    ends = [above for above, below in pairs if (below.marker or below.gap) and above.words > 3]
    bullets = [row for row in rows if row.marker]
    widest = max(row.width for row in rows)
    firsts = bullets or [row for above, row in pairs if above.gap and above.shape and above.words <= 4 and not row.gap]
    return Habits(
        has_bullets=bool(bullets),
        has_wrapped_lines=bool(wraps),
        widest=widest if widest >= _NARROWEST_WRAP else 0,
        wrap_width=_wrap_width(widest, wraps),
        ends_points_with_stop=len(ends) > 5 and all(row.is_complete for row in ends),
        begins_points_low=sum(row.starts_low for row in firsts) * 2 > len(firsts),
        has_gaps_before_headings=any(
            row.gap and row.shape and not row.marker and below.marker for row, below in pairs[1:]
        ),
    )


def _is_wrapped(above: Row, row: Row) -> bool:
    """Whether the line above surely goes on in this row."""
    if row.marker or row.gap or row.has_colon:
        return False
    hangs = bool(above.marker) and row.indent > above.indent
    return hangs or (row.starts_low and (bool(above.marker) or above.words > 3))


def _wrap_width(width: int, wraps: list[tuple[Row, Row]]) -> int:
    """The column where lines were broken, if every break so far was forced by it."""
    if len(wraps) < 2 or width < _NARROWEST_WRAP:
        return 0
    forced = sum(above.width + 1 + row.body.find(" ") > width - 8 for above, row in wraps)
    return width if forced * 10 >= len(wraps) * 9 else 0
