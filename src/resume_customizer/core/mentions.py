"""Where a text names technologies.

    text  ->  words that begin a known name  ->  spellings found with their boundaries  ->  the longest ones

Promises (tests in tests/core/test_mentions.py):

* A name is found as a whole: C, C++ and C#, Java and JavaScript, .NET and ASP.NET, Node.js, CI/CD are told apart.
* Everyday words that are names too (Go, R, Spring, REST) count only when they are written and placed like names.
* Of names inside each other the longest counts: "Spring Boot" is not "Spring".
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from resume_customizer.core.name_context import doubt_of
from resume_customizer.core.own_technologies import remembered
from resume_customizer.core.technologies import (
    Spelling,
    blanked,
    find_technology,
    leveled,
    make_spelling,
    separated,
    spellings_of,
)

_LONG_TEXT = 500_000
"""Characters of an experience that is hardly one."""
_SHORT = 1
"""Names up to this length are looked for as words."""
_MAY_FOLLOW = "0123456789s"
"""What may be written to a name: a version, the s of a plural."""


class Mention(NamedTuple):
    """One technology named in a text, with the span of its spelling."""

    technology: str
    """Its canonical name, or the name that was asked for."""
    start: int
    end: int


_Hit: TypeAlias = tuple[int, int, int, str]
"""Start, minus the end, doubt, technology: sorted, of those with one start the longest comes first, then the surest."""


@remembered(64)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every place where the text names a known technology, in order and without overlaps."""
    lowered = lower_case(text)
    hits: list[_Hit] = []
    # Piece by piece where the text is long: all of its words at once would weigh ten times as much as it.
    pieces = (lowered,) if len(lowered) < _LONG_TEXT else lowered.split("\n")
    words = {word for piece in pieces for word in separated(piece).split()}
    words.update([word.rstrip(_MAY_FOLLOW) for word in words if word[-1] in _MAY_FOLLOW])
    haystack = _Haystack(text, lowered, leveled(lowered), f" {blanked(lowered)} ")
    for spelling in spellings_of(words):
        hits += _places(haystack, spelling)
    hits.sort()
    mentions: list[Mention] = []
    free = 0
    for start, minus_end, _, technology in hits:
        if start >= free:
            free = -minus_end
            mentions.append(Mention(technology, start, free))
    return tuple(mentions)


@remembered(64)
def first_mentions(text: str) -> dict[str, Mention]:
    """The first mention of each known technology in the text, by canonical name."""
    first: dict[str, Mention] = {}
    for mention in find_mentions(text):
        first.setdefault(mention.technology, mention)
    return first


def find_mention(text: str, technology: str) -> Mention | None:
    """The first mention of a technology, which need not be a known one."""
    known = find_technology(technology)
    if known is not None:
        return first_mentions(text).get(known.name)
    name = " ".join(technology.split())
    lowered = lower_case(text)
    if not name or name.lower() not in lowered:
        return None
    spelling = make_spelling(name, name, exact_case=len(name) < 3, needs_context=len(name) < 2)
    haystack = _Haystack(text, lowered, leveled(lowered), f" {blanked(lowered)} ")
    place = min(_places(haystack, spelling), default=None)
    return None if place is None else Mention(name, place[0], -place[1])


@remembered(256)
def technologies_of(heading: str) -> tuple[str, ...]:
    """What the heading of a tech stack stands for: known technologies, or its own words when it names none."""
    known = find_technology(heading)
    if known is not None:
        return (known.name,)
    named = tuple(first_mentions(heading))
    return named or tuple(filter(None, (" ".join(heading.split()),)))


def lower_case(text: str) -> str:
    """In lower case, each character in its old place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


class _Haystack(NamedTuple):
    """A text in the forms in which names are looked for; every character has the same place in each."""

    text: str
    lowered: str
    level: str
    blanked: str
    """One blank more at both ends."""


def _places(haystack: _Haystack, spelling: Spelling) -> list[_Hit]:
    found: list[_Hit] = []
    text, lowered = haystack.text, haystack.lowered
    name, searched = (spelling.level, haystack.level) if spelling.level else (spelling.text, lowered)
    for start in _starts(searched, name) if len(name) > _SHORT else _short_starts(haystack.blanked, name):
        end = _end_of_name(lowered, start, start + len(name))
        if end:
            doubt = doubt_of(text, lowered, (start, start + len(name)), spelling)
            if doubt is not None:
                found.append((start, -end, doubt, spelling.technology))
    return found


def _short_starts(blanked: str, name: str) -> Iterator[int]:
    """Where it stands as a word of its own: it would be found inside of every other word."""
    for after in " .":
        yield from _starts(blanked, f" {name}{after}")


def _starts(searched: str, name: str) -> Iterator[int]:
    start = searched.find(name)
    while start >= 0:
        yield start
        start = searched.find(name, start + 1)


def _end_of_name(lowered: str, start: int, end: int) -> int:
    """Where a name that begins at `start` ends, a version or plural s included; 0 when it is part of another."""
    before = lowered[start - 1] if start else " "
    if before.isalnum() or before in "_#$" or (before == "." and lowered[start - 2 : start - 1].isalnum()):
        return 0
    if end - start > 2 and (lowered[end - 1].isalpha() or lowered[end - 1] in "+#"):
        while end < len(lowered) and lowered[end].isdigit():
            end += 1
        if (
            lowered[end : end + 1] == "s"
            and lowered[end - 3 : end].isalpha()
            and not lowered[end + 1 : end + 2].isalnum()
        ):
            end += 1
    after = lowered[end : end + 2]
    if not after:
        return end
    if after[0].isalnum() or after[0] in "_#" or (after[0] == "." and after[1:].isalnum()):
        return 0
    if after[0] == "+" and (end - start < 3 or after[1:] == "+"):
        return 0
    return end
