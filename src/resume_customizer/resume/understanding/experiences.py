"""Employments, projects and engagements of one part of a resume.

    rows of a part  ->  sort_rows  ->  find_blocks  ->  which begin an experience  ->  find_entries()  ->  Entry each

The clearest blocks (with dates, with labels) show how this resume sets its headers; the unclear
ones are held against them.
"""

from resume_customizer.core.document import ExperienceKind
from resume_customizer.resume.understanding.blocks import OWNERS, Block, find_blocks
from resume_customizer.resume.understanding.evidence import has_role, is_separated
from resume_customizer.resume.understanding.labels import label_key, label_kind
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.sorting import sort_rows

_MOST_DATED = 24
"""Words of a header that also tells place and time."""
_SEVERAL = (" several ", " various ", " multiple ")


class Entry:
    """One experience as rows."""

    kind: ExperienceKind = "employment"
    employer: "Entry | None" = None
    """The experience that it stands under."""

    def __init__(self, header: list[Row], body: list[Row], doubt: float = 0.0) -> None:
        self.header = header
        self.body = body
        """All that is not header, in reading order."""
        self.doubt = doubt
        """How much of it was guessed, 0 to 1."""

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


def find_entries(rows: list[Row], kind: ExperienceKind) -> list[Entry]:
    """The experiences among the rows of a part; `kind` is theirs unless they say otherwise."""
    if not rows:
        return []
    if all(row.gap for row in rows):
        for row in rows:
            row.gap = False  # empty paragraphs everywhere part nothing
    if rows[0].is_bulleted:
        _free_marked_headers(rows, kind)
    sort_rows(rows)
    entries = _entries(rows, find_blocks(rows, kind), kind)
    if kind == "employment":
        entries = [entry for entry in entries if not _says_nothing(entry)]
    employer: Entry | None = None
    for entry in entries:
        entry.kind = kind
        if entry.header[0].label not in OWNERS:
            employer = entry
        elif employer is not None and kind == "employment":
            entry.kind, entry.employer = "project", employer
    return entries


def _says_nothing(entry: Entry) -> bool:
    """One line without time, role or label, and nothing below it: `Elm Clinic, Pediatrics, 120 hours`.

    Nor is a sentence about many employers one of them: `Engineer at several firms, 1999-2009.`
    """
    row = entry.header[0]
    if len(entry.header) > 1 or entry.body or row.label:
        return False
    if row.period is not None:
        return row.text[-1] == "." and any(word in row.text for word in _SEVERAL)
    return row.words > 1 and not has_role(row.text) and not row.line.placeholder


def _free_marked_headers(rows: list[Row], kind: ExperienceKind) -> None:
    """Bullets before titles, with plain lines or deeper bullets under each, are part of the header's look."""
    level = _list_level(rows[0])
    marked = {at: row for at, row in enumerate(rows) if row.is_bulleted and _list_level(row) == level}
    dated = 0
    for at, row in marked.items():
        if row.words > (_MOST_DATED if is_dated(row) else 12) or row.text[-1] in ".;":
            return
        if at + 1 == len(rows) or at + 1 in marked:
            return
        below = (other for other in rows[at + 1 : at + 3] if not other.is_bulleted)
        dated += row.period is not None or any(other.period is not None for other in below)
    if dated * 2 >= len(marked) or kind != "employment":
        for row in marked.values():
            row.is_bulleted = False


def is_dated(row: Row) -> bool:
    """It names a range of time."""
    return row.period is not None and row.period.is_range


def _list_level(row: Row) -> tuple[object, ...]:
    item = row.line.item
    return (row.line.indent, item.level, item.format) if item else (row.line.indent, row.line.marker.strip())


def _entries(rows: list[Row], blocks: list[Block], kind: ExperienceKind) -> list[Entry]:
    """An entry for each block that begins an experience; the other blocks are lines of the one before."""
    anchored = [_is_anchored(rows[start:end]) for start, end in blocks]
    looks = {rows[start].look for (start, _), sure in zip(blocks, anchored, strict=True) if sure}
    if not looks and blocks:
        looks = {rows[blocks[0][0]].look}
    models = [rows[start] for start, _ in blocks if rows[start].look in looks]
    entries: list[Entry] = []
    upto = 0
    for (start, end), sure in zip(blocks, anchored, strict=True):
        block = rows[start:end]
        alike = (
            block[0].look in looks
            or _reads_like_header(block)
            or (kind == "project" and _is_like_titles(block, models))
        )
        if not entries:
            entries.append(_entry(block, sure, alike))
        elif _adds_to(entries[-1], rows[upto:start], block, sure):
            entries[-1].body += rows[upto:start]
            entries[-1].header += [row for row in block if row.sort == "header"]
            entries[-1].body += [row for row in block if row.sort != "header"]
        elif sure or alike:
            entries[-1].body += rows[upto:start]
            entries.append(_entry(block, sure, alike))
        else:
            for row in block:  # a heading within the experience
                row.sort = "tasks" if row.sort == "header" else row.sort
            continue
        upto = end
    if entries:
        entries[-1].body += rows[upto:]
    return entries


def _entry(block: list[Row], sure: bool, alike: bool) -> Entry:
    header = [row for row in block if row.sort == "header"]
    body = [row for row in block if row.sort != "header"]
    return Entry(header, body, 0.0 if sure else 0.3 if alike else 0.5)


def _is_like_titles(block: list[Row], models: list[Row]) -> bool:
    """A project without dates: all of its title is bold where the bold beginnings of the others are titles."""
    row = block[0]
    if len(block) > 1 or not row.is_bold or row.words > 10 or row.text[-1] in ":：.;":
        return False
    if row.cell is not None or label_kind(label_key(row.text)):
        return False
    return all(model.line.bold_lead > 2 and _sits_like(model, row) for model in models)


def _sits_like(row: Row, other: Row) -> bool:
    return (row.line.size, row.line.indent, row.line.style) == (other.line.size, other.line.indent, other.line.style)


def _is_anchored(block: list[Row]) -> bool:
    """It names a time, or carries labels that only headers have."""
    return any(
        row.label in OWNERS or row.label == "period" or row.period is not None for row in block if row.sort == "header"
    )


def _reads_like_header(block: list[Row]) -> bool:
    """A role, and something beside it."""
    text = " ".join(row.text for row in block)
    return has_role(text) and (len(block) > 1 or is_separated(text) or "," in text)


def _adds_to(entry: Entry, between: list[Row], block: list[Row], sure: bool) -> bool:
    """The block goes on with the header above, behind some text."""
    labels = {row.label for row in block}
    if "" not in labels:  # `Role: Developer` behind the description
        return labels.isdisjoint(OWNERS) and labels.isdisjoint(row.label for row in entry.header)
    if sure or not between or len(block) > 2 or any(row.sort in ("bullet", "environment", "tasks") for row in between):
        return False
    return has_role(block[0].text) and not any(has_role(row.text) for row in entry.header)
