"""The forms in which one date is written: `Aug 2023`, `08/2023`, `15.08.2023`, `Jan '19`, `Summer 2020` and others.

text  ->  split_words()  ->  tokens  ->  date_at()  ->  ReadDate(iso, behind, is_short)
"""

import re
from typing import NamedTuple

from resume_customizer.resume.understanding.calendar_words import BEFORE_A_YEAR, MONTHS, PRESENT, PRODUCTS, SEASONS

Token = tuple[str, int, int]
"""A word, number or mark in lower case, and where it stands in the text."""

APOSTROPHES = frozenset("'’‘`´")
_TOKEN = re.compile(r"[年月日년월일至到今]|[^\W\d_年月日년월일至到今]+|\d+|[^\w\s]")
_JOINTS = frozenset("-/.‐‑")
_TO = frozenset(("-", "–", "—", "to", "until", "bis", "à", "a"))
_ENDS = frozenset(("", ")", "]", "|"))
_COMMAS = frozenset(".,")
_BETWEEN_DAY_AND_MONTH = frozenset((".", "-", "de", "/"))
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_OF = frozenset(("of", "de", "del", "di", "do"))
_AFTER_SEASON = frozenset((",", "of", "term", "semester", "'", "’", "-", "/"))
_PARTS = frozenset("qh")
_QUARTERS = frozenset("1234")
_BEFORE_AMOUNTS = frozenset("$€£#+_@&=%")
_SENTINELS = 5


class ReadDate(NamedTuple):
    """One date as read."""

    iso: str
    """`YYYY-MM`, `YYYY`, or `-MM` where the year stands at the other end of the range."""
    behind: int
    """The first token behind it."""
    is_short: bool = False
    """Its year has two digits and no mark: a date only within a range."""


def split_words(text: str) -> list[Token]:
    """Words, numbers and marks; ends in a few empty tokens, so that one may look ahead."""
    folded = text.casefold() if text.isascii() else _fold(text)
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(folded)]
    tokens.extend([("", len(text), len(text))] * _SENTINELS)
    return tokens


def _fold(text: str) -> str:
    """Lower case that keeps every character's place."""
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def date_at(tokens: list[Token], at: int) -> ReadDate | None:
    """The date that begins with token `at`."""
    while tokens[at][0] in BEFORE_A_YEAR:
        at += 1
        if tokens[at][0] in _COMMAS:
            at += 1
    word = tokens[at][0]
    if word.isdecimal():
        if len(word) == 4:
            return _year_first(tokens, at)
        return _number_first(tokens, at) if len(word) <= 2 else None
    if word in MONTHS:
        return _after_month(tokens, at + 1, MONTHS[word])
    if word in SEASONS:
        return _after_season(tokens, at + 1)
    if word in _PARTS and tokens[at + 1][0] in _QUARTERS and _touch(tokens, at):
        return _after_season(tokens, at + 2)  # Q1 2021
    if word in APOSTROPHES:
        year = _short_year(tokens[at + 1][0])
        return ReadDate(year, at + 2) if year and _touch(tokens, at) else None
    return None


def is_year(word: str) -> bool:
    """A full year that a resume may name."""
    return len(word) == 4 and word.isdecimal() and "1950" <= word <= "2049"


def _short_year(word: str) -> str:
    """`19` as 2019, `87` as 1987; empty when it is no such year."""
    if len(word) != 2 or not word.isdecimal():
        return ""
    return ("20" if word < "50" else "19") + word


def _touch(tokens: list[Token], at: int) -> bool:
    """Nothing stands between this token and the next."""
    return tokens[at][2] == tokens[at + 1][1]


def _after_season(tokens: list[Token], at: int) -> ReadDate | None:
    while tokens[at][0] in _AFTER_SEASON:
        at += 1
    word = tokens[at][0]
    if is_year(word):
        return ReadDate(word, at + 1)
    year = _short_year(word) if tokens[at - 1][0] in APOSTROPHES else ""
    return ReadDate(year, at + 1) if year else None


def _after_month(tokens: list[Token], at: int, month: str) -> ReadDate:
    """`Jan 2020`, `Jan. 15, 2020`, `Jan '20`, `Jan-20`, or `Jan` alone."""
    look = at
    while tokens[look][0] in _COMMAS:
        look += 1
    word, following = tokens[look][0], tokens[look + 1][0]
    if is_year(word):
        return ReadDate(f"{word}-{month}", look + 1)
    if is_year(following) and (word in _OF or word in APOSTROPHES or (word in _JOINTS and _touch(tokens, look))):
        return ReadDate(f"{following}-{month}", look + 2)
    if (word in APOSTROPHES or word in _JOINTS) and _touch(tokens, look) and (year := _short_year(following)):
        return ReadDate(f"{year}-{month}", look + 2, word not in APOSTROPHES)
    if word.isdecimal() and len(word) <= 2:
        return _after_month_and_number(tokens, look, month)
    return ReadDate(f"-{month}", at)


def _after_month_and_number(tokens: list[Token], at: int, month: str) -> ReadDate:
    """`Jan 15, 2020` and `Jan 15th 2020` have a day; `Jan 20` is read as a year, said to be short."""
    look = at + 1
    if tokens[look][0] in _ORDINALS:
        look += 1
    while tokens[look][0] in _COMMAS:
        look += 1
    if is_year(tokens[look][0]):
        return ReadDate(f"{tokens[look][0]}-{month}", look + 1)
    year = _short_year(tokens[at][0])
    return ReadDate(f"{year}-{month}", at + 1, True) if year else ReadDate(f"-{month}", at + 1)


def _year_first(tokens: list[Token], at: int) -> ReadDate | None:
    """`2020`, `2020-05`, `2020/05/17`, `2020.05`, `2020年5月`."""
    year = tokens[at][0]
    if not is_year(year) or not _stands_alone(tokens, at):
        return None
    mark, number = tokens[at + 1][0], tokens[at + 2][0]
    if mark in ("年", "년"):
        month = _month(number)
        return (
            ReadDate(f"{year}-{month}", at + 4)
            if month and tokens[at + 3][0] in ("月", "월")
            else ReadDate(year, at + 2)
        )
    name = at + 2 if mark == "." else at + 1  # 2020 May – …, 2020. május
    if tokens[name][0] in MONTHS and (mark == "." or number in _TO or number in _ENDS):
        return ReadDate(f"{year}-{MONTHS[tokens[name][0]]}", name + 1)
    month = _month(number) if mark in _JOINTS and _touch(tokens, at) and _touch(tokens, at + 1) else ""
    if not month:
        return ReadDate(year, at + 1)
    second_mark, third = tokens[at + 3][0], tokens[at + 4][0]
    if second_mark in _JOINTS and _touch(tokens, at + 2):
        if is_year(third) and mark == "-" != second_mark:
            return ReadDate(year, at + 1)  # 2006-07/2009: a year, then a month of another year
        if third.isdecimal() and len(third) <= 2:
            return ReadDate(f"{year}-{month}", at + 5)
    if mark == "-" and at == 0 and not second_mark and len(number) == 2 and year > "1999" and number > year[2:]:
        return ReadDate(year, at + 1)  # 2010-12 and nothing else: years
    return ReadDate(f"{year}-{month}", at + 3)


def _month(word: str) -> str:
    """`5` as `05`; empty when it is no month."""
    return f"{int(word):02}" if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 12 else ""


def _number_first(tokens: list[Token], at: int) -> ReadDate | None:
    """`08/2023`, `08.2023`, `15.08.2023`, `8/15/2023`, `15 August 2023`, `08/23`."""
    first = tokens[at][0]
    if not 1 <= int(first) <= 31 or not _stands_alone(tokens, at):
        return None
    look = at + 2 if tokens[at + 1][0] in _ORDINALS else at + 1
    named = look
    while tokens[named][0] in _BETWEEN_DAY_AND_MONTH:
        named += 1
    if tokens[named][0] in MONTHS:
        read = _after_month(tokens, named + 1, MONTHS[tokens[named][0]])
        return None if read.is_short else read
    mark, second = tokens[look][0], tokens[look + 1][0]
    if mark not in _JOINTS or not second.isdecimal():
        return None
    month = _month(first)
    if month and is_year(second):
        return ReadDate(f"{second}-{month}", look + 2)
    if tokens[look + 2][0] == mark and is_year(tokens[look + 3][0]):
        month = _month_of_day(first, second, mark)
        return ReadDate(f"{tokens[look + 3][0]}-{month}", look + 4) if month else None
    year = _short_year(second) if month and mark == "/" else ""
    return ReadDate(f"{year}-{month}", look + 2, True) if year else None


def _month_of_day(first: str, second: str, mark: str) -> str:
    """The month of a full numeric date: the second number after dots and dashes, the first one after US slashes."""
    month, day = (first, second) if mark == "/" and int(first) <= 12 else (second, first)
    return _month(month) if len(day) <= 2 and 1 <= int(day) <= 31 else ""


def _goes_on_as_date(tokens: list[Token], at: int) -> bool:
    """Behind `Print Studio`, 2014 is a version, but `2014 – 2015`, `2014 – present` and `05/2014` are dates."""
    mark, word = tokens[at + 1][0], tokens[at + 2][0]
    if len(tokens[at][0]) <= 2:
        return mark in _JOINTS and is_year(word)
    return mark in _TO and (is_year(word) or word in PRESENT)


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """The number is no amount, no part of a longer number, no version of a product."""
    if at == 0:
        return True
    before = tokens[at - 1][0]
    if not _touch(tokens, at - 1):
        return before not in PRODUCTS or _goes_on_as_date(tokens, at)
    if before in _BEFORE_AMOUNTS or before.isdecimal():
        return False
    if before in _JOINTS and at > 1 and tokens[at - 2][0].isdecimal():
        # 555-2019 and 2008/2012 go on from a number that was no date
        length = len(tokens[at - 2][0])
        return length <= 2 or (before != "/" and length == 4)
    return True
