"""Where a text names technologies.

    text  ->  words that begin a known name  ->  spellings found with their boundaries  ->  the longest ones
        ->  those that the text vouches for (core/naming/vouching.py)

Promises (tests in tests/core/test_mentions.py):

* A name is found as a whole: C, C++ and C#, Java and JavaScript, .NET and ASP.NET, Node.js, CI/CD are told apart.
* Everyday words that are names too (Go, R, Spring, REST) count only when they are written and placed like names.
* Of names inside each other the longest counts: "Spring Boot" is not "Spring".
* Two blanks or the hyphen between the words of a name make no difference, nor does a version written to it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from resume_customizer.core.naming.joined_names import other_spellings
from resume_customizer.core.naming.name_context import doubt_of, has_word_near
from resume_customizer.core.naming.narrowing import Narrowed, narrowed
from resume_customizer.core.naming.own_technologies import remembered
from resume_customizer.core.naming.technologies import (
    Spelling,
    blanked,
    find_technology,
    leveled,
    make_spelling,
    separated,
    spellings_of,
)
from resume_customizer.core.naming.vouching import Hit, vouched

_LONG_TEXT = 500_000
"""Characters of an experience that is hardly one."""
_SHORT = 1
"""Names up to this length are looked for as words."""
_MAY_FOLLOW = "0123456789.s"
"""What may be written to a name: a version, the s of a plural."""
_VERSION = re.compile(r"\d+(?:\.\d+)*(?:\.x\b)?s?")


class Mention(NamedTuple):
    """One technology named in a text, with the span of its spelling."""

    technology: str
    """Its canonical name, or the name that was asked for."""
    start: int
    end: int


@remembered(64)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every place where the text names a known technology, in order and without overlaps."""
    lowered = lower_case(text)
    hits: list[Hit] = []
    # Piece by piece where the text is long: all of its words at once would weigh ten times as much as it.
    pieces = (lowered,) if len(text) < _LONG_TEXT else lowered.split("\n")
    words = {word for piece in pieces for word in separated(piece).split()}
    words.update([word.rstrip(_MAY_FOLLOW) for word in words if word[-1] in _MAY_FOLLOW])
    haystack = _haystack(text, lowered)
    for spelling in (*spellings_of(words), *other_spellings(text, words)):
        hits += _places(haystack, spelling)
    hits.sort()
    longest: list[Hit] = []
    free = 0
    for hit in hits:
        if hit.start >= free:
            free = -hit.minus_end
            longest.append(hit)
    return tuple(Mention(hit.technology, hit.start, -hit.minus_end) for hit in vouched(text, longest))


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
    haystack = _haystack(text, lowered)
    place = min(_places(haystack, spelling), default=None)
    return None if place is None else Mention(name, place.start, -place.minus_end)


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
    narrow: Narrowed | None
    """For names of several words; None where the text has no two blanks in a row."""


def _haystack(text: str, lowered: str) -> _Haystack:
    narrow = narrowed(lowered) if "  " in lowered else None
    return _Haystack(text, lowered, leveled(lowered), f" {blanked(lowered)} ", narrow)


def _places(haystack: _Haystack, spelling: Spelling) -> list[Hit]:
    text, lowered, level, blanked_text, narrow = haystack
    name, searched = (spelling.level, level) if spelling.level else (spelling.text, lowered)
    length = len(name)
    starts = _starts(searched, name) if length > _SHORT else _short_starts(blanked_text, name)
    spans: Iterable[tuple[int, int]] = [(start, start + length) for start in starts]
    if narrow is not None and " " in name:
        spans = (*spans, *_broken(narrow, name))
    found: list[Hit] = []
    for start, last in spans:
        end = _end_of_name(lowered, start, last)
        if end and (_may_end(text, last, end, spelling) or has_word_near(lowered, start, spelling.context)):
            doubt = doubt_of(text, lowered, (start, last), spelling)
            if doubt is not None:
                found.append(Hit(start, -end, doubt, spelling.technology))
    return found


def _broken(narrow: Narrowed, name: str) -> Iterator[tuple[int, int]]:
    """Where two or three blanks stand between its words."""
    for start in _starts(narrow.text, name):
        first, last = narrow.place(start), narrow.place(start + len(name) - 1) + 1
        if last - first > len(name):
            yield first, last


def _may_end(text: str, last: int, end: int, spelling: Spelling) -> bool:
    """Not the plural of what is an everyday word or a family name too (Vignettes, Llamas); letters have one (VPNs)."""
    return end == last or not spelling.exact_case or text[last] != "s" or not text[last - 1].islower()


def _short_starts(blanked: str, name: str) -> Iterator[int]:
    """Where it stands as a word of its own: it would be found inside of every other word."""
    for after in " .":
        yield from _starts(blanked, f" {name}{after}")


def _starts(searched: str, name: str) -> list[int]:
    start = searched.find(name)
    starts: list[int] = []
    while start >= 0:
        starts.append(start)
        start = searched.find(name, start + 1)
    return starts


def _end_of_name(lowered: str, start: int, end: int) -> int:
    """Where a name that begins at `start` ends, a version or plural s included; 0 when it is part of another."""
    before = lowered[start - 1] if start else " "
    if before.isalnum() or before in "_#$" or (before == "." and lowered[start - 2 : start - 1].isalnum()):
        return 0
    if end - start > 2 and (lowered[end - 1].isalpha() or lowered[end - 1] in "+#"):
        version = _VERSION.match(lowered, end) if lowered[end : end + 1].isdigit() else None
        if version is not None:
            end = version.end()
        elif (
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
