"""Whether what is said of one person is the same everywhere: one employer, one title, one pair of dates.

    experiences of a file + those of files that were sent  ->  find_contradictions()  ->  what differs, and where

Promises (tests in tests/core/test_consistency.py):

* The same employer with another title or other dates is found, however its name is written.
* A job that went on when one file was sent, and has ended since, is no contradiction.
* An employer that one file leaves out is none either.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from resume_customizer.core.document import Experience
from resume_customizer.core.staffing.duplicates import client_key

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_SAME: Final = {"sr": "senior", "jr": "junior", "dev": "developer", "eng": "engineer", "mgr": "manager"}


class Stated(NamedTuple):
    """One employment as a file states it."""

    company: str
    role: str
    start: str
    """`YYYY-MM`, `YYYY` or empty."""
    end: str
    """The same, or `present`."""


class Sent(NamedTuple):
    """What another file said of the same person."""

    where: str
    """Which file, and to whom."""
    at: datetime
    stated: tuple[Stated, ...]


class Contradiction(NamedTuple):
    """Something that differs from what was sent before."""

    company: str
    what: str
    """`title`, `start` or `end`."""
    here: str
    there: str
    where: str

    @property
    def sentence(self) -> str:
        """The whole of it."""
        return f"{self.company}: {self.what} “{self.here}” here, “{self.there}” in {self.where}"


def stated_in(experiences: Iterable[Experience]) -> tuple[Stated, ...]:
    """What the experiences of a document state; those without an employer state nothing that could differ."""
    return tuple(
        Stated(each.company, each.role or "", each.start or "", each.end or "")
        for each in experiences
        if each.company and each.kind == "employment"
    )


def stated_to_json(stated: Sequence[Stated]) -> dict[str, Any]:
    """As it is kept with a submission."""
    return {"stated": [list(each) for each in stated]}


def stated_from_json(values: Mapping[str, Any]) -> tuple[Stated, ...]:
    """What was kept."""
    return tuple(Stated(*map(str, each)) for each in values.get("stated", ()))


def find_contradictions(here: Sequence[Stated], now: datetime, sent: Iterable[Sent]) -> tuple[Contradiction, ...]:
    """Everything that differs from what was sent, each once."""
    found: dict[tuple[str, str, str, str], Contradiction] = {}
    for other in sent:
        for company in {client_key(each.company) for each in here}:
            ours = [each for each in here if client_key(each.company) == company]
            theirs = [each for each in other.stated if client_key(each.company) == company]
            for each in _compared(ours, theirs, now, other):
                found.setdefault(each[:4], each)
    return tuple(found.values())


def _compared(ours: list[Stated], theirs: list[Stated], now: datetime, other: Sent) -> Iterable[Contradiction]:
    """Two lists of jobs at one employer: those that agree in all go together, then those nearest to each other."""
    theirs = list(theirs)
    left = []
    for each in ours:
        same = next((it for it in theirs if not any(True for _ in _differences(each, it, now, other))), None)
        if same is None:
            left.append(each)
        else:
            theirs.remove(same)
    for each in left:
        if theirs:
            nearest = min(theirs, key=lambda it: sum(1 for _ in _differences(each, it, now, other)))
            theirs.remove(nearest)
            yield from _differences(each, nearest, now, other)


def _differences(here: Stated, there: Stated, now: datetime, other: Sent) -> Iterable[Contradiction]:
    if here.role and there.role and _title(here.role) != _title(there.role):
        yield Contradiction(here.company, "title", here.role, there.role, other.where)
    if here.start and there.start and not _same_month(here.start, there.start):
        yield Contradiction(here.company, "start", here.start, there.start, other.where)
    if here.end and there.end and not _same_end(here.end, now, there.end, other.at):
        yield Contradiction(here.company, "end", here.end, there.end, other.where)


def _title(role: str) -> tuple[str, ...]:
    words = _WORD.findall(role.lower())
    return tuple(_SAME.get(word, word) for word in words)


def _same_month(one: str, other: str) -> bool:
    """A year alone agrees with each of its months."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _same_end(one: str, said: datetime, other: str, said_then: datetime) -> bool:
    """`present` was true when it was said: it agrees with an end that came in the same month or later."""
    if "present" not in {one, other}:
        return _same_month(one, other)
    if one == other:
        return True
    end, present_at = (other, said) if one == "present" else (one, said_then)
    month = f"{present_at:%Y-%m}"
    return end >= month[: len(end)]
