"""What a section is about where its title does not tell: by the rows below it.

    parts  ->  told_by_rows()  ->  topics set right        no experience part  ->  part_at_hidden_title()

`Qualifications` may be a person's or a school's, `Professional Background` a sentence or a list of employments; and a
title in plain text, of words that nobody knows, is known by the employments that follow it.
"""

from typing import Protocol

from resume_customizer.resume.understanding.evidence import has_role
from resume_customizer.resume.understanding.labels import has_colon, split_label
from resume_customizer.resume.understanding.places import is_place
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.topics import Topic
from resume_customizer.resume.understanding.vocabulary import STUDIES

_QUALIFICATIONS = frozenset(("qualifications", "qualification"))
"""Of a person, or from a school."""
_OF_WORK = frozenset("experience career background work employment highlights".split())
"""Words of titles that stand above a summary as well as above employments."""
_STUDIES = STUDIES | {"university", "college", "school", "institute", "academy"}
_MOST_WORDS, _MOST_TITLE_WORDS = 22, 6
_MOST_ROWS = 4
_MOST_PERSONAL = 6


class Titled(Protocol):
    """A part of the resume, as far as its topic is concerned."""

    topic: Topic
    heading: Row | None
    rows: list[Row]


def told_by_rows(part: Titled, *, is_only: bool) -> Topic:
    """The topic of a part, set right by its rows; `is_only` says that no other part tells of experience."""
    title = part.heading.title if part.heading is not None else ""
    first = part.rows[0] if part.rows else None
    if title == "personal profile" and first is not None and first.words > _MOST_PERSONAL and ":" not in first.text:
        return "summary"  # a sentence about oneself, no date of birth
    if title in _QUALIFICATIONS and _tells_of_studies(part.rows):
        return "education"
    if part.topic == "summary" and may_tell_of_work(title) and _tells_of_work(part.rows, is_only):
        return "experience"
    return part.topic


def may_tell_of_work(title: str) -> bool:
    """A title that stands above a summary as well as above employments."""
    return not _OF_WORK.isdisjoint(title.split())


def _tells_of_studies(rows: list[Row]) -> bool:
    """Most lines name a degree, a school or a time: not what a person is good at, but what they learned."""
    told = sum(1 for row in rows if row.period is not None or not _STUDIES.isdisjoint(_words_of(row)))
    return told * 2 > len(rows)


def _words_of(row: Row) -> list[str]:
    return [word.strip(",.;:()") for word in row.text.casefold().split()]


def _tells_of_work(rows: list[Row], is_only: bool) -> bool:
    """Dated rows head bullets or text, or are all that there is; beside another such part, they head bullets."""
    dated = [at for at, row in enumerate(rows) if _is_dated(row)]
    if not dated:
        return False
    bulleted = any(row.is_bulleted for row in rows[dated[0] :])
    return bulleted or (is_only and (len(dated) > 1 or len(rows) > dated[0] + 1))


def _is_dated(row: Row) -> bool:
    period = row.period if row.words <= _MOST_WORDS and not row.is_bulleted else None
    return period is not None and period.is_range


def hidden_title(rows: list[Row]) -> int:
    """Where a title in plain text stands above the first of several employments, or of one that names a role; or -1.

    The first header then has one row more above its dates than the next one has.
    """
    dated = [at for at, row in enumerate(rows) if _is_dated(row)]
    heads = [*(_rows_above(rows, at) for at in dated), -1]
    for at, count, after in zip(dated, heads, heads[1:], strict=False):
        top = at - (after + 1 if after >= 0 else count)
        if not after < count or top == at or not _may_be_title(rows[top]) or not _heads_bullets(rows, at):
            continue
        names = " ".join(row.text for row in rows[top + 1 : at + 2] if not row.is_bulleted)
        if after >= 0 or has_role(names):
            return top
    return -1


def _rows_above(rows: list[Row], at: int) -> int:
    """How many short rows stand right above the dates."""
    top = at
    while top and at - top < _MOST_ROWS and _is_short(rows[top - 1]):
        top -= 1
    return at - top


def _is_short(row: Row) -> bool:
    if row.is_bulleted or row.words > _MOST_WORDS or row.period is not None or row.text[-1] in ".;":
        return False
    return not has_colon(row.text) or split_label(row.text)[0] == ""


def _may_be_title(row: Row) -> bool:
    if row.words > _MOST_TITLE_WORDS or row.title == "" or not row.text[0].isupper() or "," in row.text:
        return False
    return not (has_role(row.text) or is_place(row.text) or row.cell is not None)


def _heads_bullets(rows: list[Row], at: int) -> bool:
    return any(row.is_bulleted for row in rows[at + 1 : at + _MOST_ROWS])
