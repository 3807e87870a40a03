"""Where the headers of experiences stand among the rows of a part.

sorted rows  ->  runs of header rows  ->  parted where their beginning comes again  ->  find_blocks()  ->  Block each
"""

import re
from itertools import pairwise

from resume_customizer.resume.understanding.dates import find_end, join_halves
from resume_customizer.resume.understanding.evidence import has_role, is_separated
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.runs import Block, find_runs

OWNERS = frozenset(("project", "company"))
"""Labels that begin an experience; the others only add to one."""
_MOST_WORDS = 10
_TOLD = r"(?i)\b(?:work(?:ed|ing)|employed|served) as "


def find_blocks(rows: list[Row], kind: str) -> list[Block]:
    """The headers, in reading order; rows that no evidence made a header may be made one here."""
    _repeat_the_first_header(rows)
    _repeat_below_dates(rows)
    return _labelled_blocks(rows) or _blocks(rows) or _blocks_without_headers(rows, kind)


def _repeat_the_first_header(rows: list[Row]) -> None:
    """As many rows as the first header has above its dates, the others have, unless text or bullets stand there."""
    dated = [at for at, row in enumerate(rows) if row.sort == "header" and row.period is not None]
    if len(dated) < 2 or not 1 <= dated[0] <= 3 or any(row.sort != "header" for row in rows[: dated[0]]):
        return
    above = dated[0]
    for before, at in pairwise(dated):
        if at - before <= above + 1:
            continue
        for back in range(1, above + 1):
            row, model = rows[at - back], rows[above - back]
            if row.sort == "header":
                continue
            if row.sort != "text" or row.look != model.look or row.words > 10 or row.text[-1] in ".;,":
                break
            row.sort = "header"


def _repeat_below_dates(rows: list[Row]) -> None:
    """Below their dates, above bullets, the others have as many rows, set alike, as the first header has."""
    dated = [at for at, row in enumerate(rows) if row.sort == "header" and row.period is not None]
    if len(dated) < 2:
        return
    models = _rows_before_bullets(rows, dated[0])
    if not models or any(row.sort != "header" for row in models):
        return
    for at in dated[1:]:
        found = _rows_before_bullets(rows, at)
        alike = [row.look for row in found] == [row.look for row in models]
        if alike and all(row.words <= _MOST_WORDS and row.text[-1] not in ".;," for row in found):
            for row in found:
                row.sort = "header"


def _rows_before_bullets(rows: list[Row], at: int) -> list[Row]:
    """The header's and plain rows between the one at `at` and the bullets; none where it is not bullets that follow."""
    end = next((on for on in range(at + 1, len(rows)) if rows[on].sort not in ("header", "text")), len(rows))
    return rows[at + 1 : end] if end < len(rows) and rows[end].sort in ("bullet", "tasks") else []


def _labelled_blocks(rows: list[Row]) -> list[Block]:
    """Headers made of labelled rows only, also behind the bullets (Europass): each begins with the same label."""
    headers = [at for at, row in enumerate(rows) if row.sort == "header"]
    if len(headers) < 2 or not all(rows[at].label for at in headers):
        return []
    first = rows[headers[0]].label
    starts = [at for at in headers if rows[at].label == first]
    cuts = [start for before, start in pairwise([-2, *starts]) if start - before > 1]
    return list(pairwise([*cuts, len(rows)]))


def _blocks(rows: list[Row]) -> list[Block]:
    runs = find_runs(rows)
    nested = {rows[start].label for start, _ in runs} & OWNERS if runs and not rows[runs[0][0]].label else set()
    blocks: list[Block] = []
    for first, end in runs:
        start = first
        for cut in (_projects_of_employer(rows, first, end, nested), _rows_told_before(rows, first, end)):
            if cut > start:
                blocks.append((start, cut))
                start = cut
        blocks.extend(_split_block(rows, start, end))
    return blocks


def _projects_of_employer(rows: list[Row], start: int, end: int, nested: set[str]) -> int:
    """Where the first of an employer's projects begins, when other projects begin headers of their own; 0 without."""
    if not nested or rows[start].label:
        return 0
    return next((at for at in range(start + 1, end) if rows[at].label in nested), 0)


def _rows_told_before(rows: list[Row], start: int, end: int) -> int:
    """Where the next header begins behind labelled rows that still belong to the experience above; 0 without such."""
    at = start
    while at < end and rows[at].label and rows[at].label not in OWNERS:
        at += 1
    return at if start < at < end and rows[at].look == rows[0].look and rows[0].look != rows[start].look else 0


def _split_block(rows: list[Row], start: int, end: int) -> list[Block]:
    """Part a run of headers that holds several experiences: the way it begins comes again."""
    dated = [at for at in range(start, end) if rows[at].sort == "header" and _is_dated(rows[at])]
    dated = [at for at in dated if at == start or not _ends(_row_above(rows, at), rows[at])]
    if not dated:
        return _split_in_step(rows, start, end)
    if len(dated) > 1 and _is_employer_of(rows, dated):
        dated = dated[1:]  # an employer with all its years, then its roles with their own
    offset = dated[0] - start
    cuts = [start]
    for before, at in pairwise(dated):
        cut = _first_like(rows, start, before, at, offset)
        if not cut or (offset and cut == at and rows[start].look == rows[at].look):
            cut = max(before + 1, at - offset)
        cuts.append(cut)
    return list(pairwise([*cuts, end]))


def _first_like(rows: list[Row], start: int, before: int, at: int, offset: int) -> int:
    """The row set like the first of the run, at most as far above the dates; 0 without."""
    for back in range(at, max(before, at - max(offset, 1) - 1), -1):
        if rows[back].look == rows[start].look:
            return back
    return 0


def _split_in_step(rows: list[Row], start: int, end: int) -> list[Block]:
    """Headers without dates and without text: the look of the first row comes again at equal steps."""
    run = rows[start:end]
    if all(row.look == run[0].look and is_separated(row.text) and has_role(row.text) for row in run):
        return [(at, at + 1) for at in range(start, end)]  # each row tells role and organization
    again = [at for at in range(start, end) if rows[at].look == rows[start].look]
    step = again[1] - start if len(again) > 1 else 0
    if step < 2 or (end - start) % step or again != list(range(start, end, step)):
        return [(start, end)]
    return [(at, at + step) for at in again]


def _is_employer_of(rows: list[Row], dated: list[int]) -> bool:
    """The first dated row's time holds that of the others, and only the others name roles or are set otherwise."""
    whole, others = rows[dated[0]].period, [rows[at] for at in dated[1:]]
    parts = [other.period for other in others if other.period is not None]
    if whole is None or len(parts) < len(others):
        return False
    first = rows[dated[0]]
    sites = all(part.is_range for part in parts) and not any(has_role(row.text) or row.cell for row in others)
    if sites and has_role(first.text):
        return all(part[:2] == whole[:2] for part in parts)  # an agency's employee, then the places of work
    if all(whole.holds(part) for part in parts):
        return not has_role(first.text) or all(other.look != first.look for other in others)
    alike = first.look == others[0].look
    return len(others) == 1 and not alike and (whole.is_placeholder or dated[1] - dated[0] == 1)


def _row_above(rows: list[Row], at: int) -> Row:
    """The row before it; in a table the one above in its column, where dates stand in one of their own."""
    cell = rows[at].cell
    if cell is not None and rows[at].is_first_in_cell:
        for above in rows[max(0, at - 3) : at]:
            if above.cell == (cell[0], cell[1] - 1, cell[2]):
                return above
    return rows[at - 1]


def _ends(above: Row, row: Row) -> bool:
    """The row tells the end of the period that begins in the row above."""
    if above.period is None:
        return False
    end = row.period or find_end(row.text.rpartition(":")[2])
    return end is not None and join_halves(above.period, end) is not None


def _is_dated(row: Row) -> bool:
    return row.label == "period" or row.period is not None


def _blocks_without_headers(rows: list[Row], kind: str) -> list[Block]:
    """No row looks like a header: rows set like the first one, or list items that each tell of an experience."""
    known = [at for at, row in enumerate(rows) if row.sort != "aside"]
    if not known:
        return []
    first = rows[known[0]]
    found: list[int] = []
    if first.sort == "text" and first.words <= 14:
        alike = [at for at in known if rows[at].look == first.look and rows[at].sort == "text" and rows[at].words <= 14]
        if len(alike) == 1 or any(rows[at].look != first.look for at in known):
            found = alike
    elif all(rows[at].is_bulleted or _tells_of_employment(rows[at]) for at in known):
        if kind == "employment":
            found = [at for at in known if rows[at].words <= 40 and _tells_of_employment(rows[at])]
        elif kind == "project" and all(_has_lead(rows[at]) for at in known):
            found = known
    for at in found:
        rows[at].sort = "header"
    return [(at, at + 1) for at in found]


def _tells_of_employment(row: Row) -> bool:
    return (row.period is not None and row.period.is_range) or re.search(_TOLD, row.text) is not None


def _has_lead(row: Row) -> bool:
    """`Title: description`."""
    cut = row.text.find(":")
    return 3 < cut <= 70 and row.words > row.text[:cut].count(" ") + 3
