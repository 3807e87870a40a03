"""Where a text names technologies.

    text  ->  words that begin a known name  ->  spellings found with their boundaries  ->  the longest ones

Promises (tests in tests/core/test_mentions.py):

* A name is found as a whole: C, C++ and C#, Java and JavaScript, .NET and ASP.NET, Node.js, CI/CD are told apart.
* Everyday words that are names too (Go, R, Spring, REST) count only when they are written and placed like names.
* Of names inside each other the longest counts: "Spring Boot" is not "Spring".
"""

from functools import lru_cache
from typing import NamedTuple, TypeAlias

from resume_customizer.core.technologies import Spelling, find_technology, make_spelling, separated, spellings_of

_BEFORE_NAME = frozenset("in using with and or of via use used like including from than".split())
_AFTER_NAME = frozenset(
    "and or programming language developer developers development engineer engineers code framework frameworks "
    "api apis scripts modules packages cookbooks".split()
)
_AFTER_NAME_IN_SENTENCE = _AFTER_NAME | frozenset("for with on using as at services service applications".split())
_BETWEEN = frozenset(",;:/|()[]•·\n\t")
"""What separates the items of a list."""


_LONG_TEXT = 500_000
"""Characters of an experience that is hardly one."""
_MAY_FOLLOW = "0123456789s"
"""What may be written to a name: a version, the s of a plural."""
_NEAR = 150
"""Characters on each side, in the same line, that are looked through for words that tell what is meant."""


class Mention(NamedTuple):
    """One technology named in a text, with the span of its spelling."""

    technology: str
    """Its canonical name, or the name that was asked for."""
    start: int
    end: int


_Hit: TypeAlias = tuple[int, int, int, str]
"""Start, minus the end, doubt, technology: sorted, of those with one start the longest comes first, then the surest."""


@lru_cache(maxsize=64)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every place where the text names a known technology, in order and without overlaps."""
    lowered = lower_case(text)
    hits: list[_Hit] = []
    # Piece by piece where the text is long: all of its words at once would weigh ten times as much as it.
    pieces = (lowered,) if len(lowered) < _LONG_TEXT else lowered.split("\n")
    words = {word for piece in pieces for word in separated(piece).split()}
    words.update([word.rstrip(_MAY_FOLLOW) for word in words if word[-1] in _MAY_FOLLOW])
    for spelling in spellings_of(words):
        hits += _places(text, lowered, spelling)
    hits.sort()
    mentions: list[Mention] = []
    free = 0
    for start, minus_end, _, technology in hits:
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


def _places(text: str, lowered: str, spelling: Spelling) -> list[_Hit]:
    found: list[_Hit] = []
    name = spelling.text
    start = lowered.find(name)
    while start >= 0:
        end = _end_of_name(lowered, start, start + len(name))
        if end:
            doubt = _doubt(text, lowered, (start, start + len(name)), spelling)
            if doubt is not None:
                found.append((start, -end, doubt, spelling.technology))
        start = lowered.find(name, start + len(name))
    return found


def _end_of_name(lowered: str, start: int, end: int) -> int:
    """Where a name that begins at `start` ends, a version or plural s included; 0 when it is part of another."""
    before = lowered[start - 1] if start else " "
    if before.isalnum() or before in "_#$" or (before == "." and lowered[start - 2 : start - 1].isalnum()):
        return 0
    if end - start > 2 and lowered[end - 1].isalpha():
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


def _doubt(text: str, lowered: str, span: tuple[int, int], spelling: Spelling) -> int | None:
    """How little says that a spelling is a name here: 0 for nothing against it; None when it is an everyday word."""
    start, end = span
    if not spelling.exact_case:
        return 0
    if text[start:end] != spelling.written:
        return 3 if end - start > 1 and _is_list_item(text, start, end) else None
    if not spelling.needs_context:
        return 0
    is_known = _has_word_near(lowered, start, spelling.context)
    if _has_context(text, start, end) or (is_known and end - start > 2 and _is_inside_sentence(text, start)):
        return 1 if is_known else 2
    return None


def _is_inside_sentence(text: str, start: int) -> bool:
    """Not where any word is written with a capital letter."""
    before = _character_before(text, start)
    return before.isalnum() or before == ","


def _has_word_near(lowered: str, start: int, words: frozenset[str]) -> bool:
    before = lowered[max(0, start - _NEAR) : start].rsplit("\n", 1)[-1]
    after = lowered[start : start + _NEAR].split("\n", 1)[0]
    return not words.isdisjoint(separated(before + after).split())


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
