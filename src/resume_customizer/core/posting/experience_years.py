"""Years of experience that a posting asks for: with which technology, or overall.

    sentence + mentions  ->  "5+ years of", "Java (3 yrs)", "seven (7) years"  ->  years of mentions, or overall

Promises (tests in tests/core/posting/test_experience_years.py):

* Of a range the lower end counts: it is what is asked for.
* Years stand with the technologies of their own clause, or directly behind one.
* The company's age, a person's age and the length of a contract are no experience.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from resume_customizer.core.naming.mentions import Mention

_WORDS = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {"twenty": 20}
_YEARS = re.compile(
    r"(?<![\w.$€£-])(?:(?P<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|twenty)\b\s?\+?\s?(?:\(\s?(?P<inner>\d{1,2})\s?\+?\s?\))?"
    r"|(?P<number>\d{1,2}(?:\.\d)?))"
    r"\s?(?:\+|plus)?\s?(?:(?:-|–|—|to|or)\s?(?:\d{1,2}(?:\.\d)?|more|two|three|four|five|six"
    r"|seven|eight|nine|ten)\s?\+?\s?)?(?:\+\s?)?(?:of\s)?(?:(?P<years>full\s|solid\s"
    r"|relevant\s)?(?:years?|yrs?)\b['’.]?|(?P<months>months?)\b)",
    re.IGNORECASE,
)
_NO_EXPERIENCE = re.compile(
    r"\s?(?:old|ago|of age|in business|on the|in the (?:market|business)|contract"
    r"|of (?:service|growth|operation|success"
    r"|innovation|history)|long\b|project\b|assignment|\+? ?extension)|\s?history",
    re.IGNORECASE,
)
_BEFORE_NO = re.compile(
    r"\b(?:for|last|past|next|first|every|within|since|founded|celebrating|duration|contract"
    r"|length|term|aged?|age of)[ :]{1,2}"
    r"(?:the )?(?:last |past |next )?(?:of )?(?:over |more than |about |nearly |almost )?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[ \t\n:(\[,–—-]{0,4}(?:(?:with|at least|minimum(?: of)?|min\.?|over|for|experience|exp|of"
    r"|developer|development|programming|=)[ :.–-]{1,3}){0,3}\(?$",
    re.IGNORECASE,
)


_start_of = attrgetter("start")


class Years(NamedTuple):
    """A number of years, where it is said, and the mentions that it is said of."""

    number: float
    start: int
    end: int
    mentions: tuple[Mention, ...]


def find_years(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Years]:
    """The years of experience that one sentence asks for; with no mentions when they are meant overall."""
    found = [each for each in _YEARS.finditer(text, start, end) if _is_experience(text, each, start, end)]
    for at, each in enumerate(found):
        number = _number(each)
        if number is None:
            continue
        limit = found[at + 1].start() if at + 1 < len(found) else end
        behind = mentions and _named_before(text, mentions, each)
        named = behind or _named_after(text, mentions, each.end(), limit)
        yield Years(number, each.start(), each.end(), tuple(named))


def _number(found: re.Match[str]) -> float | None:
    said = found["inner"] or found["number"]
    number = float(said) if said else float(_WORDS[found["word"].lower()])
    if found["months"]:
        number = round(number / 12, 2)
    return number if 0 < number <= 40 else None


def _is_experience(text: str, found: re.Match[str], start: int, end: int) -> bool:
    if _NO_EXPERIENCE.match(text, found.end()) or _BEFORE_NO.search(
        text, max(start, found.start() - 40), found.start()
    ):
        return _says_experience(text, found, end) and not _NO_EXPERIENCE.match(text, found.end())
    return found["months"] is None or _says_experience(text, found, end)


def _says_experience(text: str, found: re.Match[str], end: int) -> bool:
    return "experience" in text[found.end() : min(end, found.end() + 40)].lower()


def _named_before(text: str, mentions: Sequence[Mention], found: re.Match[str]) -> list[Mention]:
    """`Java (5+ years)`, `Java: 5 years`, `Java 5+ yrs`: the name directly before, with those joined to it."""
    at = bisect_left(mentions, found.start(), key=_start_of)
    last = mentions[at - 1] if at else None
    if last is None or found.start() - last.end > 30:
        return []
    between = text[last.end : found.start()]
    if not _BETWEEN.fullmatch(between) or ("," in between and "(" not in between):
        return []
    opened = "(" in between or ":" in between or _has_dash(between)
    ahead = _named_after(text, mentions, found.end(), found.end() + 60)
    return [last] if opened or not ahead else []


def _has_dash(between: str) -> bool:
    """Whether a dash stands between a name and its years."""
    return any(dash in between for dash in "-–—=")


def _named_after(text: str, mentions: Sequence[Mention], start: int, limit: int) -> list[Mention]:
    """The names that follow in the same clause: "5+ years of experience with Java and Spring"."""
    named: list[Mention] = []
    last = start
    for each in mentions[bisect_left(mentions, start, key=_start_of) :]:
        gap = text[last : each.start]
        if each.start >= limit or (not named and not _leads(gap)) or (named and not _goes_on(gap)):
            break
        named.append(each)
        last = each.end
    return named


def _leads(gap: str) -> bool:
    """What may stand between the years and the first name."""
    return (
        not any(mark in gap for mark in ";.") and gap.count(",") == 0 and len(gap.split()) <= 12 and "(" not in gap[:1]
    )


def _goes_on(gap: str) -> bool:
    """What may stand between two names of one claim."""
    return len(gap) < 22 and gap.strip(" \n").lower() in (
        ",",
        "and",
        "or",
        "/",
        "&",
        ", and",
        ", or",
        "and/or",
        "",
        "(",
        "with",
        "using",
    )
