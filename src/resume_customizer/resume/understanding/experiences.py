"""Employments, projects and engagements of one part of a resume.

    rows of a part  ->  sort_rows  ->  blocks of headers  ->  which blocks begin an experience  ->  find_entries()  ->  Entry each

The clearest blocks (with dates, with labels) show how this resume sets its headers; the unclear
ones are held against them.
"""

import re
from dataclasses import dataclass, field

from resume_customizer.resume.understanding.labels import LABELS
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.sorting import has_role, is_separated, sort_rows, split_label

_TOLD = re.compile(r"\b(?:work(?:ed|ing)|employed|served) as ", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One experience as rows."""

    header: list[Row]
    body: list[Row] = field(default_factory=list)
    """All that follows the header, in reading order."""
    kind: str = "employment"
    doubt: float = 0.0
    """How much of it was guessed, 0 to 1."""
    employer: "Entry | None" = None
    """The experience that it stands under."""

    @property
    def bullets(self) -> list[Row]:
        """Its bullets; running text where it has none."""
        marked = [row for row in self.body if row.sort == "bullet"]
        if marked:
            return marked
        label = next((at for at, row in enumerate(self.body) if row.sort == "tasks"), 0)
        plain = [row for row in self.body[label:] if row.sort == "text"]
        table = plain[0].cell[0] if plain and plain[0].cell else None
        return [row for row in plain if (row.cell[0] if row.cell else None) == table]

    @property
    def environment(self) -> Row | None:
        """Its last environment line."""
        return next((row for row in reversed(self.body) if row.sort == "environment"), None)


def find_entries(rows: list[Row], kind: str) -> list[Entry]:
    """The experiences among the rows of a part; `kind` is theirs unless they say otherwise."""
    if not rows:
        return []
    _free_marked_headers(rows, kind)
    sort_rows(rows)
    _repeat_the_first_header(rows)
    blocks = _labelled_blocks(rows) or _blocks(rows)
    if not blocks:
        blocks = _blocks_without_headers(rows, kind)
    entries = _entries(rows, blocks, kind)
    employer: Entry | None = None
    for entry in entries:
        entry.kind = kind
        if entry.header[0].label not in ("project", "company"):
            employer = entry
        elif employer is not None and kind == "employment":
            entry.kind, entry.employer = "project", employer
    return entries


def _free_marked_headers(rows: list[Row], kind: str) -> None:
    """Bullets that stand before titles, with plain lines or deeper bullets under each, are part of the header's look."""
    groups: dict[tuple[int, object, str], list[int]] = {}
    for at, row in enumerate(rows):
        if row.is_bulleted:
            level = row.line.item.level if row.line.item else row.line.marker.strip()
            kind_of_list = row.line.item.format if row.line.item else ""
            groups.setdefault((row.line.indent, level, kind_of_list), []).append(at)
    if not groups or not rows[0].is_bulleted:
        return
    first = next(iter(groups.values()))
    if first[0] != 0:
        return
    dated = 0
    for at in first:
        row = rows[at]
        below = rows[at + 1] if at + 1 < len(rows) else None
        if row.words > 12 or row.text[-1] in ".;" or below is None or (below.is_bulleted and at + 1 in first):
            return
        dated += row.period is not None or any(
            other.period is not None for other in rows[at + 1 : at + 3] if not other.is_bulleted
        )
    if dated * 2 >= len(first) or kind != "employment":
        for at in first:
            rows[at].is_bulleted = False


def _repeat_the_first_header(rows: list[Row]) -> None:
    """As many rows as the first header has above its dates, the others have, too, unless text or bullets stand there."""
    dated = [at for at, row in enumerate(rows) if row.sort == "header" and row.period is not None]
    if len(dated) < 2 or not 1 <= dated[0] <= 3 or any(row.sort != "header" for row in rows[: dated[0]]):
        return
    above = dated[0]
    for before, at in zip(dated, dated[1:], strict=False):
        if at - before <= above + 1:
            continue
        for back in range(1, above + 1):
            row, model = rows[at - back], rows[above - back]
            if row.sort == "header":
                continue
            if row.sort != "text" or row.look != model.look or row.words > 10 or row.text[-1] in ".;,":
                break
            row.sort = "header"


def _blocks(rows: list[Row]) -> list[tuple[int, int]]:
    """Runs of header rows, as (first, behind the last); details between headers don't break a run."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(rows):
        if rows[at].sort != "header":
            at += 1
            continue
        start = end = at
        while at < len(rows) and rows[at].sort in ("header", "detail", "label"):
            if rows[at].sort == "header":
                end = at + 1
            at += 1
        runs.append((start, end))
    nested = {
        rows[start].label
        for start, _ in runs
        if rows[start].label in ("project", "company") and rows[runs[0][0]].label == ""
    }
    blocks: list[tuple[int, int]] = []
    for start, end in runs:
        cut = (
            next((at for at in range(start + 1, end) if rows[at].label in nested), 0)
            if nested and not rows[start].label
            else 0
        )
        if cut:  # an employer whose projects follow, each with bullets of its own
            blocks.append((start, cut))
            start = cut
        told = _rows_told_before(rows, start, end)
        if told:
            blocks.append((start, told))
            start = told
        blocks.extend(_split_block(rows, start, end))
    return blocks


def _rows_told_before(rows: list[Row], start: int, end: int) -> int:
    """Where the next header begins behind labelled rows that still belong to the experience above; 0 without such."""
    at = start
    while at < end and rows[at].label and rows[at].label not in ("company", "project"):
        at += 1
    return at if start < at < end and rows[at].look == rows[0].look and rows[0].look != rows[start].look else 0


def _labelled_blocks(rows: list[Row]) -> list[tuple[int, int]]:
    """Headers made of labelled rows, also behind the bullets (Europass): each begins with the same label."""
    labelled = [at for at, row in enumerate(rows) if row.sort == "header" and row.label]
    plain = [at for at, row in enumerate(rows) if row.sort == "header" and not row.label]
    if len(labelled) < 2 or plain:
        return []
    first = rows[labelled[0]].label
    starts = [at for at in labelled if rows[at].label == first]
    cuts = [start for start, before in zip(starts, [-2, *starts], strict=False) if start - before > 1]
    return [(start, end) for start, end in zip(cuts, [*cuts[1:], len(rows)], strict=True)]


def _split_block(rows: list[Row], start: int, end: int) -> list[tuple[int, int]]:
    """Part a run of headers that holds several experiences: the way it begins comes again."""
    dated = [at for at in range(start, end) if rows[at].sort == "header" and _dates(rows[at])]
    if not dated:
        return _split_in_step(rows, start, end)
    if len(dated) < 2:
        return [(start, end)]
    if _is_employer_of(rows, dated):
        dated = dated[1:]  # an employer with all its years, then its roles with their own
        if len(dated) == 1:
            return [(start, end)]
    offset = dated[0] - start
    cuts = [start]
    for before, at in zip(dated, dated[1:], strict=False):
        cut = next(
            (
                back
                for back in range(at, before, -1)
                if rows[back].look == rows[start].look and at - back <= max(offset, 1)
            ),
            None,
        )
        if cut is None or (offset and cut == at and rows[start].look == rows[at].look):
            cut = max(before + 1, at - offset)
        cuts.append(cut)
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _split_in_step(rows: list[Row], start: int, end: int) -> list[tuple[int, int]]:
    """Headers without dates and without text: the look of the first row comes again at equal steps."""
    again = [at for at in range(start, end) if rows[at].look == rows[start].look]
    step = again[1] - start if len(again) > 1 else 0
    if step < 2 or (end - start) % step or again != list(range(start, end, step)):
        return [(start, end)]
    return [(at, at + step) for at in again]


def _is_employer_of(rows: list[Row], dated: list[int]) -> bool:
    """The first dated row's time holds that of the others, and only the others name roles; or the others are set otherwise."""
    first, others = rows[dated[0]], [rows[at] for at in dated[1:]]
    if first.period is None or any(other.period is None for other in others):
        return False
    if all(other.period is not None and first.period.holds(other.period) for other in others):
        return not has_role(first.text.lower()) or all(other.look != first.look for other in others)
    return (
        len(others) == 1 and first.look != others[0].look and (first.period.is_placeholder or dated[1] - dated[0] == 1)
    )


def _dates(row: Row) -> bool:
    return row.label == "period" or row.period is not None


def _blocks_without_headers(rows: list[Row], kind: str) -> list[tuple[int, int]]:
    """No row looks like a header: rows set like the first one, or list items that open with a title."""
    rows = [row for row in rows if row.sort != "aside"]
    if not rows:
        return []
    first = rows[0]
    if not first.is_bulleted and first.words <= 14 and first.sort == "text":
        found = [at for at, row in enumerate(rows) if row.look == first.look and row.sort == "text" and row.words <= 14]
        others = [row for row in rows if row.look != first.look]
        if others or len(found) == 1:
            for at in found:
                rows[at].sort = "header"
            return [(at, at + 1) for at in found]
    if kind == "employment" and all(row.is_bulleted for row in rows):
        found = [at for at, row in enumerate(rows) if row.words <= 40 and (_has_range(row) or _TOLD.search(row.text))]
        for at in found:
            rows[at].sort = "header"
        return [(at, at + 1) for at in found]
    if kind == "project" and all(row.is_bulleted for row in rows) and all(_has_lead(row) for row in rows):
        for row in rows:
            row.sort = "header"
        return [(at, at + 1) for at in range(len(rows))]
    return []


def _has_range(row: Row) -> bool:
    return row.period is not None and row.period.is_range


def _has_lead(row: Row) -> bool:
    cut = row.text.find(":")
    return 3 < cut <= 70 and row.words > row.text[:cut].count(" ") + 3


def _entries(rows: list[Row], blocks: list[tuple[int, int]], kind: str) -> list[Entry]:
    """An entry for each block that begins an experience; the other blocks are lines of the one before."""
    begins = [_is_anchored(rows[start:end]) for start, end in blocks]
    looks = {rows[start].look for (start, _), sure in zip(blocks, begins, strict=True) if sure}
    if not any(begins):
        looks = {rows[blocks[0][0]].look} if blocks else set()
    entries: list[Entry] = []
    upto = 0
    for (start, end), sure in zip(blocks, begins, strict=True):
        alike = rows[start].look in looks or _reads_like_header(rows[start:end])
        if entries and _belongs_above(entries[-1], rows[start:end]):
            entries[-1].body += rows[upto:start]
            entries[-1].header += rows[start:end]
            upto = end
            continue
        if not sure and entries and _names_the_role(entries[-1], rows[upto:start], rows[start:end]):
            entries[-1].body += rows[upto:start]
            entries[-1].header += [row for row in rows[start:end] if row.sort == "header"]
            upto = end
            continue
        if not sure and not alike and entries:
            for row in rows[start:end]:
                if row.sort == "header":
                    row.sort = "tasks"
            continue
        if entries:
            entries[-1].body += rows[upto:start]
        header = [row for row in rows[start:end] if row.sort == "header"]
        entries.append(Entry(header, doubt=0.0 if sure else 0.3 if alike else 0.5))
        entries[-1].body = [row for row in rows[start:end] if row.sort != "header"]
        upto = end
    if entries:
        entries[-1].body += rows[upto:]
    return [entry for entry in entries if entry.header]


def _is_anchored(block: list[Row]) -> bool:
    """It names a time, or carries labels that only headers have."""
    labels = {row.label for row in block if row.label}
    if labels & {"company", "project", "period"}:
        return True
    return any(row.period is not None for row in block if row.sort == "header")


def _belongs_above(entry: Entry, block: list[Row]) -> bool:
    """Labelled rows behind the text that tell what the header above leaves out: `Role: Developer`."""
    labels = {row.label for row in block}
    return (
        "" not in labels
        and not labels & {"company", "project"}
        and labels.isdisjoint(row.label for row in entry.header)
    )


def _reads_like_header(block: list[Row]) -> bool:
    """A role, and something beside it."""
    text = " ".join(row.text for row in block).lower()
    return has_role(text) and (len(block) > 1 or is_separated(text) or "," in text)


def _names_the_role(entry: Entry, between: list[Row], block: list[Row]) -> bool:
    """The role stands below a few words about the organization."""
    if not between or any(row.sort in ("bullet", "environment", "tasks") for row in between) or len(block) > 2:
        return False
    return has_role(block[0].text.lower()) and not any(has_role(row.text.lower()) for row in entry.header)


def label_of(row: Row) -> tuple[str, str]:
    """What a row's own label says (`company`, `role`, …) and the text behind it."""
    key, value = split_label(row.text)
    return (LABELS.get(key, ""), value) if key else ("", row.text)
