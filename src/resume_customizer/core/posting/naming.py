"""What a posting names: technologies, with the lines that they stand in.

    text (+ point bank)  ->  parse_posting()  ->  Posting

A first, plain measure: named or not. Nothing is said about must or nice.

Promises (tests in tests/core/test_posting.py):

* Every technology that is named comes once, with the lines that name it, counted from 1.
* Headings of the point bank count too, when no list of ours knows them.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from resume_customizer.core.mentions import find_mention, find_mentions, technologies_of
from resume_customizer.core.tech_stack import PointBank
from resume_customizer.core.technologies import find_technology, relatives_of


class NamedTechnology(NamedTuple):
    """One technology that a posting names."""

    name: str
    """The canonical name, or the point bank's heading when it is not a known one."""
    lines: tuple[int, ...]
    """The lines that name it, from 1."""


@dataclass(frozen=True, slots=True)
class Posting:
    """The text of a job advertisement and the technologies that it names, in the order of their first mention."""

    text: str
    technologies: tuple[NamedTechnology, ...]

    def find(self, name: str) -> NamedTechnology | None:
        """The technology with this canonical name or heading, when the posting names it."""
        return next((each for each in self.technologies if each.name == name), None)


class Relevance(NamedTuple):
    """How a posting speaks of a tech stack: 2 names it, 1 names a relative of it, 0 neither."""

    level: int
    named: NamedTechnology | None = None
    of: str = ""
    """What the named one is a relative of."""


def parse_posting(text: str, bank: PointBank | None = None) -> Posting:
    """The technologies that a posting names, those of the point bank among them."""
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    places: dict[str, list[int]] = {}
    for mention in find_mentions(text):
        places.setdefault(mention.technology, []).append(mention.start)
    for heading in _unknown_headings(bank):
        mention = find_mention(text, heading)
        if mention is not None:
            places[mention.technology] = [mention.start]
    ordered = sorted(places.items(), key=lambda item: (item[1][0], item[0]))
    named = (NamedTechnology(name, _lines(starts, found)) for name, found in ordered)
    return Posting(text, tuple(named))


def relevance_of(heading: str, posting: Posting) -> Relevance:
    """How the posting speaks of what a tech stack's heading stands for."""
    named = {each.name: each for each in posting.technologies}
    own = technologies_of(heading)
    for name in own:
        if name in named:
            return Relevance(2, named[name])
    for name in own:
        for relative in relatives_of(name):
            if relative in named:
                return Relevance(1, named[relative], name)
    return Relevance(0)


def _unknown_headings(bank: PointBank | None) -> tuple[str, ...]:
    if bank is None:
        return ()
    names = (name for stack in bank.stacks for name in technologies_of(stack.technology))
    return tuple(name for name in dict.fromkeys(names) if find_technology(name) is None)


def _lines(starts: list[int], places: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(bisect_right(starts, place) for place in places))
