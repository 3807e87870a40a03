"""What a resume shows of each technology: where, how long, and when last.

    ResumeDocument + the month that is now  ->  analyze_resume()  ->  ResumeAnalysis

Years are the union of the months of all experiences that name a technology, not their sum: two jobs at the same time
count once. A technology that no experience names is only *listed*.

Promises (tests in tests/core/test_technology_use.py):

* Years never count a month twice, and never one that is still to come.
* Naming a technology again in the same experience changes nothing.
* Every use has the line that shows it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from resume_customizer.core.document import Experience, ResumeDocument
from resume_customizer.core.naming.mentions import find_mention, find_mentions


class Use(NamedTuple):
    """One experience that names a technology."""

    experience: int
    line: str
    """The first of its lines that does."""


@dataclass(frozen=True, slots=True)
class TechnologyUse:
    """What a resume says of one technology."""

    name: str
    uses: tuple[Use, ...]
    """Newest first as the resume has them; empty for one that is only listed."""
    listed: str
    """The first line outside of experiences that names it; empty when none does."""
    years: float
    """Years in experiences with dates, to a tenth."""
    first: str | None
    """`YYYY-MM` of the first use, as far as dates tell."""
    last: str | None
    """`YYYY-MM` of the last use; `present` when it goes on."""

    @property
    def is_shown(self) -> bool:
        """Whether an experience names it."""
        return bool(self.uses)


@dataclass(frozen=True, slots=True)
class ResumeAnalysis:
    """All technologies that a resume names, in the order of their first mention, and its years overall."""

    technologies: tuple[TechnologyUse, ...]
    years: float
    """Years covered by any experience with dates."""

    def find(self, name: str) -> TechnologyUse | None:
        """What it says of a technology, by canonical name."""
        return next((each for each in self.technologies if each.name == name), None)


def analyze_resume(document: ResumeDocument, today: date, also: Iterable[str] = ()) -> ResumeAnalysis:
    """What each technology's uses are; `also` are names to look for that the catalogue does not know."""
    experiences, more = document.experiences, tuple(also)
    uses: dict[str, list[Use]] = {}
    for at, experience in enumerate(experiences):
        for name, line in _first_lines(experience.text, more):
            uses.setdefault(name, []).append(Use(at, line))
    listed = dict(_first_lines("\n".join(document.lines), more))
    months = [months_of(experience.start, experience.end, today) for experience in experiences]
    found = tuple(
        _technology_use(name, tuple(uses.get(name, ())), listed.get(name, ""), months, experiences)
        for name in dict.fromkeys((*listed, *uses))
    )
    return ResumeAnalysis(found, _years(frozenset().union(*months)))


def months_of(start: str | None, end: str | None, today: date) -> frozenset[int]:
    """The months from start to end, both included, counted from year 0; none without a start or in the future."""
    now = today.year * 12 + today.month - 1
    if start is None or start == "present":
        return frozenset()
    begin = _month(start, first=True)
    finish = now if end == "present" else _month(end or start, first=False)
    return frozenset(range(begin, min(finish, now) + 1))


def _technology_use(
    name: str,
    uses: tuple[Use, ...],
    listed: str,
    months: Sequence[frozenset[int]],
    experiences: Sequence[Experience],
) -> TechnologyUse:
    used = frozenset[int]().union(*(months[use.experience] for use in uses))
    goes_on = any(experiences[use.experience].end == "present" for use in uses)
    first, last = (_named(min(used)), _named(max(used))) if used else (None, None)
    return TechnologyUse(name, uses, "" if uses else listed, _years(used), first, "present" if goes_on else last)


def _first_lines(text: str, more: Sequence[str]) -> list[tuple[str, str]]:
    """Each technology that a text names, with the first line that does."""
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    mentions = [(mention.technology, mention.start) for mention in find_mentions(text)]
    for name in more:
        mention = find_mention(text, name)
        if mention is not None:
            mentions.append((name, mention.start))
    first: dict[str, str] = {}
    for name, start in sorted(mentions, key=lambda each: each[1]):
        first.setdefault(name, lines[bisect_right(starts, start) - 1].strip())
    return list(first.items())


def _month(text: str, *, first: bool) -> int:
    year, _, month = text.partition("-")
    return int(year) * 12 + (int(month) if month else 1 if first else 12) - 1


def _named(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _years(months: frozenset[int]) -> float:
    return round(len(months) / 12, 1)
