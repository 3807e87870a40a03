"""Where a text names technologies.

    text  ->  words that begin a known name  ->  spellings found with their boundaries  ->  the longest ones

Promises (tests in tests/core/test_mentions.py):

* A name is found as a whole: C, C++ and C#, Java and JavaScript, .NET and ASP.NET, Node.js, CI/CD are told apart.
* Everyday words that are names too (Go, R, Spring, REST) count only when they are written and placed like names.
* Of names inside each other the longest counts: "Spring Boot" is not "Spring".
"""

from functools import lru_cache
from typing import NamedTuple

from resume_customizer.core.technologies import Spelling, find_technology, list_spellings, make_spelling, separated

_BEFORE_NAME = frozenset("in using with and or of via use used like including from than".split())
_AFTER_NAME = frozenset(
    "and or programming language developer developers development engineer engineers code framework frameworks "
    "api apis scripts modules packages cookbooks".split()
)
_AFTER_NAME_IN_SENTENCE = _AFTER_NAME | frozenset("for with on using as at services service applications".split())
_BETWEEN = frozenset(",;:/|()[]•·\n\t")
"""What separates the items of a list."""


class Mention(NamedTuple):
    """One technology named in a text, with the span of its spelling."""

    technology: str
    """Its canonical name, or the name that was asked for."""
    start: int
    end: int


@lru_cache(maxsize=64)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every place where the text names a known technology, in order and without overlaps."""
    lowered = lower_case(text)
    known = list_spellings()
    hits: list[tuple[int, int, str]] = []
    words = set(separated(lowered).split())
    for word in known.keys() & words:
        for spelling in known[word]:
            if words.issuperset(spelling.words):
                hits += _places(text, lowered, spelling)
    hits.sort()
    mentions: list[Mention] = []
    free = 0
    for start, minus_end, technology in hits:
        if start >= free:
            free = -minus_end
            mentions.append(Mention(technology, start, free))
    return tuple(mentions)


@lru_cache(maxsize=64)
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
    place = min(_places(text, lowered, spelling), default=None)
    return None if place is None else Mention(name, place[0], -place[1])


@lru_cache(maxsize=256)
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


def _places(text: str, lowered: str, spelling: Spelling) -> list[tuple[int, int, str]]:
    """(start, minus the end, technology) of each place: sorted, the longest of those with one start comes first."""
    found = []
    name = spelling.text
    start = lowered.find(name)
    while start >= 0:
        end = _end_of_name(lowered, start, start + len(name))
        if end and _is_meant(text, start, start + len(name), spelling):
            found.append((start, -end, spelling.technology))
        start = lowered.find(name, start + len(name))
    return found


def _end_of_name(lowered: str, start: int, end: int) -> int:
    """Where a name ends that begins at `start`, with a version written to it; 0 when it is part of another."""
    before = lowered[start - 1] if start else " "
    if before.isalnum() or before in "_#$" or (before == "." and lowered[start - 2 : start - 1].isalnum()):
        return 0
    if end - start > 2 and lowered[end - 1].isalpha():
        while end < len(lowered) and lowered[end].isdigit():
            end += 1
    after = lowered[end : end + 2]
    if not after:
        return end
    if after[0].isalnum() or after[0] in "_#" or (after[0] == "." and after[1:].isalnum()):
        return 0
    if after[0] == "+" and (end - start < 3 or after[1:] == "+"):
        return 0
    return end


def _is_meant(text: str, start: int, end: int, spelling: Spelling) -> bool:
    """Whether a spelling that could be an everyday word is a name here."""
    if not spelling.exact_case:
        return True
    if text[start:end] != spelling.written:
        return _is_list_item(text, start, end)
    return not spelling.needs_context or _has_context(text, start, end)


def _is_list_item(text: str, start: int, end: int) -> bool:
    """Between separators; one of them at least is not just the beginning or end of the text."""
    before, after = _character_before(text, start), _character_after(text, end)
    return (
        (before in _BETWEEN and after in _BETWEEN)
        or (not before and after in _BETWEEN)
        or (before in _BETWEEN and not after)
    )


def _has_context(text: str, start: int, end: int) -> bool:
    """Whether the neighbours are those of a name: list separators, "in …", "… programming"."""
    before = _character_before(text, start)
    in_sentence = bool(before) and before not in _BETWEEN
    if in_sentence and not (text[start - 1].isspace() and _last_word(text[max(0, start - 14) : start]) in _BEFORE_NAME):
        return False
    after = _character_after(text, end)
    if not after or after in _BETWEEN:
        return True
    if after == ".":
        return end - start > 1 or text[end + 1 : end + 2] in ("", "\n")
    words = text[end : end + 16].lower().split()
    return text[end].isspace() and words[0].rstrip(".,;:)") in (_AFTER_NAME_IN_SENTENCE if in_sentence else _AFTER_NAME)


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower()


def _character_before(text: str, start: int) -> str:
    """The character before, blanks left out (line breaks are not blanks); empty at the beginning."""
    return text[max(0, start - 8) : start].rstrip(" \xa0")[-1:]


def _character_after(text: str, end: int) -> str:
    return text[end : end + 8].lstrip(" \xa0")[:1]
