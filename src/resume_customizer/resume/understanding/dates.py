"""When something was: the period that a line of a resume names.

    text  ->  words and numbers  ->  dates  ->  find_period()  ->  Period(start, end, where in the text)

Promises (tests/resume/understanding/test_dates.py):

* A range gives both ends, a single date gives the same start and end, an open one ends in `present`.
* Months are known in many languages; seasons and parts of a year give the year alone.
* A template's place for dates (`[Start date] – [End date]`, `MM/YYYY`, `20XX`) is a period without values.
* Phone numbers, amounts and version numbers are not periods.
"""

import re
from dataclasses import dataclass

from resume_customizer.resume.understanding.calendar_words import (
    BEFORE_A_YEAR,
    MONTHS,
    PRESENT,
    PRESENT_PHRASES,
    PRODUCTS,
    RANGE_WORDS,
    SEASONS,
    SINCE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """What a line says about time, and the characters that say it."""

    start: str | None
    """`YYYY-MM`, `YYYY` or None."""
    end: str | None
    """`YYYY-MM`, `YYYY`, `present` or None."""
    left: int
    right: int
    is_range: bool
    """Two ends are written, or an open one."""
    is_placeholder: bool = False
    """The place where a template wants dates; start and end are None."""

    def holds(self, other: "Period") -> bool:
        """The other period lies within this one."""
        if not (self.start and self.end and other.start and other.end) or self.is_placeholder:
            return False
        return self.start[:7] <= other.start + "-99"[: max(0, 7 - len(other.start))] and _last(other.end) <= _last(
            self.end
        )


_TOKEN = re.compile(r"[年月日년월일至到今]|[^\W\d_年月日년월일至到今]+|\d+|[^\w\s]")
_HINT = re.compile(r"(?:19|20)\d\d|['’‘`´]\d\d|\d[/.]\d\d|[A-Za-z.][ -]\d\d(?!\d)|[年月]|[0-9０-９]{4}")
_DASHES = frozenset("-–—‒‐‑−~〜～－ー→›»―➔")
_APOSTROPHES = frozenset("'’‘`´")
_PLACEHOLDER_HINTS = (
    "[",
    "date",
    "year",
    "month",
    "{",
    "<",
    "20xx",
    "yyyy",
    "xxxx",
    "mm/",
    "jahr",
    "jjjj",
    "aaaa",
    "【",
)
_PLACEHOLDER = re.compile(
    r"[\[<{【][^\]>}】\n]{0,40}(?:\bdat(?:e|es|um|a)\b|dates?[\]>}_]|start|\bend\b|year|month|duration|period|\bdur\b|\bjahr|\bfecha|\bann[ée]e"
    r"|\bto\]|\bfrom\b|年|日期|时间|期間|期间)[^\]>}】\n]{0,40}[\]>}】]"
    r"|(?:\bmonth )?\b(?:mm|m|xx)[/.-](?:20)?(?:yyyy|yy|xxxx|xx)\b|(?:\bmonth )?\b(?:20|19)(?:xx|__|yy)\b(?:[-–/](?:20|19)?(?:xx|yy))?|\byyyy\b|\bxxxx\b|\bjjjj\b|\baaaa\b"
    r"|\b\w{0,20}?(?:start|end|begin|finish)[ _]?(?:date|year|month)s?\d?\b|\bmonth,? ?(?:and |& )?y(?:ea)?r\b"
    r"|\bdates? (?:from|to|of employment|employed|attended|worked)\b|\b(?:job|proj|project|work|employment)[ _]?dates?\b",
    re.IGNORECASE,
)
_SECOND_HALF = re.compile(
    r"\s{0,4}(?:[-–—]|to\b|until\b|bis\b|à\b|a\b)\s{0,4}(?:present\b|current\b|now\b|to\b|\[to\])?", re.IGNORECASE
)

_DIGIT = re.compile(r"\d")
_LONGEST_PLACEHOLDER_LINE = 200
_FAR_ENOUGH = 500
"""Characters of a line that are looked at: no header is longer."""

_Token = tuple[str, int, int]


def _last(end: str) -> str:
    """The end of a period, comparable: a year ends with its last month."""
    return "9999" if end == "present" else end if len(end) == 7 else f"{end}-12"


def find_period(text: str) -> Period | None:
    """The period that `text` names: its first range, else its last single date, else a template's place for dates."""
    text = text[:_FAR_ENOUGH]
    if _DIGIT.search(text) and _HINT.search(text):
        found = _find_written(text)
        if found is not None:
            return found
    if len(text) < _LONGEST_PLACEHOLDER_LINE:
        lower = text.lower()
        for hint in _PLACEHOLDER_HINTS:
            if hint in lower:
                return _find_placeholder(text)
    return None


def _find_written(text: str) -> Period | None:
    tokens = [
        (m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text.casefold() if text.isascii() else _fold(text))
    ]
    single: Period | None = None
    at = behind = 0
    while at < len(tokens):
        period, after = _period_at(tokens, at)
        if period is None:
            at += 1
        elif period.is_range:
            return period
        else:
            joined = (
                single is not None
                and at - behind <= 1
                and (at == behind or tokens[behind][0] in (",", "&", "and", "/", "und", "et", "y"))
            )
            if joined and single is not None and single.start and period.end and single.start < period.end:
                single = Period(
                    single.start, period.end, single.left, period.right, is_range=False
                )  # Fall 2017, Spring 2018
            else:
                single = period
            at = behind = after
    return single


def _fold(text: str) -> str:
    """Lower case that keeps every character's place."""
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _period_at(tokens: list[_Token], at: int) -> tuple[Period | None, int]:
    """The period that begins with token `at`, and the first token after it."""
    since = tokens[at][0] in SINCE
    begin = at + 1 if since else at
    start, after, short = _date_at(tokens, begin)
    if start is None:
        return None, at
    left = tokens[at][1]
    end, beyond = _end_at(tokens, after, start)
    if end is not None:
        if start[0] == "-":  # Jun – Aug 2019
            if not end[0].isdigit():
                return None, at
            start = end[:4] + start
        return Period(start, end, left, tokens[beyond - 1][2], is_range=True), beyond
    if start[0] == "-" or short:
        return None, at
    if since and tokens[at][0] not in ("from", "de", "von", "od", "da", "du", "a"):
        return Period(start, "present", left, tokens[after - 1][2], is_range=True), after
    if after < len(tokens) and tokens[after][0] in _DASHES and _closes(tokens, after + 1):
        return Period(start, "present", left, tokens[after][2], is_range=True), after + 1
    return Period(start, start, left, tokens[after - 1][2], is_range=False), after


def _closes(tokens: list[_Token], at: int) -> bool:
    """Nothing follows, or only a closing bracket: `2020 –` and `(2020 – )` are open ranges."""
    return at >= len(tokens) or tokens[at][0] in ")]|"


def _end_at(tokens: list[_Token], at: int, start: str) -> tuple[str | None, int]:
    """The end of a range whose start was read up to `at`; None when no range goes on there."""
    beyond = _separator(tokens, at)
    if beyond == at:
        # 2000/2009: a slash between two full years
        if at + 1 < len(tokens) and tokens[at][0] == "/" and len(start) == 4 and _year(tokens[at + 1][0]):
            return tokens[at + 1][0], at + 2
        return None, at
    present = _present_at(tokens, beyond)
    if present:
        return "present", present
    end, after, _ = _date_at(tokens, beyond)
    if end is not None and end[0] != "-":
        return end, after
    if beyond < len(tokens) and len(start) == 4 and len(tokens[beyond][0]) == 2 and tokens[beyond][0].isdigit():
        return start[:2] + tokens[beyond][0], beyond + 1
    return None, at


def _separator(tokens: list[_Token], at: int) -> int:
    """The token after a dash, `to`, `bis`, …; `at` itself when there is none."""
    while at < len(tokens) and (tokens[at][0] in _DASHES or tokens[at][0] in RANGE_WORDS):
        at += 1
    return at


def _present_at(tokens: list[_Token], at: int) -> int:
    """The token after a word for today, or 0."""
    if at >= len(tokens):
        return 0
    word = tokens[at][0]
    if word in PRESENT:
        return at + 1
    follow = PRESENT_PHRASES.get(word)
    if follow is not None:
        for phrase in follow:
            if all(at + 1 + i < len(tokens) and tokens[at + 1 + i][0] == w for i, w in enumerate(phrase)):
                return at + 1 + len(phrase)
    return 0


def _date_at(tokens: list[_Token], at: int) -> tuple[str | None, int, bool]:
    """The date at `at`, the token after it, and whether its year was written in two digits without a mark.

    A month without a year comes as `-MM`: the other end of the range may carry the year.
    """
    while at < len(tokens) and tokens[at][0] in BEFORE_A_YEAR:
        at += 1
        if at < len(tokens) and tokens[at][0] in "./,":
            at += 1
    if at >= len(tokens):
        return None, at, False
    word = tokens[at][0]
    if word in SEASONS:
        return _after_season(tokens, at + 1)
    month = MONTHS.get(word)
    if month is not None:
        return _after_month(tokens, at + 1, month)
    if word in _APOSTROPHES:
        year = _short_year(tokens, at + 1)
        return (year, at + 2, False) if year and tokens[at + 1][1] == tokens[at][2] else (None, at, False)
    if not word.isdecimal():
        return None, at, False
    if len(word) == 4:
        return _after_year(tokens, at)
    return _after_small_number(tokens, at) if len(word) <= 2 else (None, at, False)


def _after_season(tokens: list[_Token], at: int) -> tuple[str | None, int, bool]:
    while at < len(tokens) and tokens[at][0] in (",", "of", "term", "semester", "'", "’", "-", "/"):
        at += 1
    if at < len(tokens):
        if _year(tokens[at][0]):
            return tokens[at][0], at + 1, False
        if tokens[at - 1][0] in _APOSTROPHES and (year := _short_year(tokens, at)):
            return year, at + 1, False
    return None, at, False


def _after_month(tokens: list[_Token], at: int, month: str) -> tuple[str | None, int, bool]:
    """`Jan 2020`, `Jan. 15, 2020`, `Jan '20`, `Jan-20`, or `Jan` alone."""
    alone = f"-{month}"
    look = _skip(tokens, at, ".,")
    if look >= len(tokens):
        return alone, at, False
    word = tokens[look][0]
    if word in ("of", "de", "del", "di", "do") and look + 1 < len(tokens) and _year(tokens[look + 1][0]):
        return f"{tokens[look + 1][0]}-{month}", look + 2, False
    marked = word in _APOSTROPHES or word in "-/‐‑"
    if marked and look + 1 < len(tokens) and tokens[look + 1][1] == tokens[look][2]:
        if _year(tokens[look + 1][0]):
            return f"{tokens[look + 1][0]}-{month}", look + 2, False
        year = _short_year(tokens, look + 1)
        if year:
            return f"{year}-{month}", look + 2, word not in _APOSTROPHES
    if _year(word):
        return f"{word}-{month}", look + 1, False
    if word.isdecimal() and len(word) <= 2:
        return _after_month_and_number(tokens, look, month)
    return alone, at, False


def _after_month_and_number(tokens: list[_Token], at: int, month: str) -> tuple[str | None, int, bool]:
    """`Jan 15, 2020` and `Jan 15th 2020` have a day; `Jan 20` is read as a year, said to be short."""
    look = at + 1
    if look < len(tokens) and tokens[look][0] in ("st", "nd", "rd", "th"):
        look += 1
    look = _skip(tokens, look, ",.")
    if look < len(tokens) and _year(tokens[look][0]):
        return f"{tokens[look][0]}-{month}", look + 1, False
    year = _short_year(tokens, at)
    return (f"{year}-{month}", at + 1, True) if year else (f"-{month}", at + 1, False)


def _after_year(tokens: list[_Token], at: int) -> tuple[str | None, int, bool]:
    """`2020`, `2020-05`, `2020/05/17`, `2020.05`, `2020年5月`."""
    year = tokens[at][0]
    if not _year(year) or not _stands_alone(tokens, at):
        return None, at, False
    after = at + 1
    if after < len(tokens) and tokens[after][0] in "年년":
        return _after_year_sign(tokens, after, year)
    if after + 1 < len(tokens) and tokens[after][0] in "-/.‐‑" and tokens[after][1] == tokens[at][2]:
        number = tokens[after + 1][0]
        joined = tokens[after + 1][1] == tokens[after][2]
        if joined and number.isdecimal() and len(number) <= 2 and 1 <= int(number) <= 12:
            beyond = after + 2
            if beyond + 1 < len(tokens) and tokens[beyond][0] in "/.-" and tokens[beyond][1] == tokens[beyond - 1][2]:
                third = tokens[beyond + 1][0]
                if _year(third) and tokens[after][0] == "-" != tokens[beyond][0]:
                    return year, after, False  # 2006-07/2009: a year, then a month of another year
                if third.isdecimal() and len(third) <= 2:
                    beyond += 2
            if (
                len(number) == 2
                and tokens[after][0] == "-"
                and int(number) > int(year[2:])
                and year > "1999"
                and beyond >= len(tokens)
                and at == 0
            ):
                return year, after, False  # 2010-12 and nothing else: years
            return f"{year}-{int(number):02}", beyond, False
    return year, after, False


def _after_year_sign(tokens: list[_Token], at: int, year: str) -> tuple[str | None, int, bool]:
    """`2020年`, `2020年5月`."""
    if at + 1 < len(tokens) and tokens[at + 1][0].isdecimal() and len(tokens[at + 1][0]) <= 2:
        month = int(tokens[at + 1][0])
        if 1 <= month <= 12 and at + 2 < len(tokens) and tokens[at + 2][0] in "月월":
            return f"{year}-{month:02}", at + 3, False
    return year, at + 1, False


def _after_small_number(tokens: list[_Token], at: int) -> tuple[str | None, int, bool]:
    """`08/2023`, `08.2023`, `15.08.2023`, `8/15/2023`, `15 August 2023`, `08/23`."""
    first = int(tokens[at][0])
    if not 1 <= first <= 31 or not _stands_alone(tokens, at):
        return None, at, False
    look = at + 1
    if look < len(tokens) and tokens[look][0] in ("st", "nd", "rd", "th"):
        look += 1
    named = _skip(tokens, look, ". -de")
    if named < len(tokens) and (month := MONTHS.get(tokens[named][0])):
        date, after, short = _after_month(tokens, named + 1, month)
        return (date, after, short) if not short else (None, at, False)
    if look + 1 >= len(tokens) or tokens[look][0] not in "/.-‐‑" or not tokens[look + 1][0].isdecimal():
        return None, at, False
    second = tokens[look + 1][0]
    if first <= 12 and _year(second):
        return f"{second}-{first:02}", look + 2, False
    if look + 3 < len(tokens) and tokens[look + 2][0] == tokens[look][0] and _year(tokens[look + 3][0]):
        month = _month_of(first, int(second), tokens[look][0])
        return (f"{tokens[look + 3][0]}-{month:02}", look + 4, False) if month else (None, at, False)
    if first <= 12 and len(second) == 2 and (year := _short_year(tokens, look + 1)) and tokens[look][0] == "/":
        return f"{year}-{first:02}", look + 2, True
    return None, at, False


def _month_of(first: int, second: int, mark: str) -> int:
    """The month of a full numeric date: the second number after dots and dashes, the first one after US slashes."""
    month, day = (first, second) if mark == "/" and first <= 12 else (second, first)
    return month if 1 <= month <= 12 and 1 <= day <= 31 else 0


def _stands_alone(tokens: list[_Token], at: int) -> bool:
    """The number is no amount, no part of a longer number, no version of a product."""
    if at == 0:
        return True
    before, _, right = tokens[at - 1]
    if right == tokens[at][1] and (before in "$€£#+_@&=%" or before.isdecimal()):
        return False
    if right == tokens[at][1] and before in "-./" and at > 1 and tokens[at - 2][0].isdecimal():
        # 555-2019 and 2008/2012 go on from a number that was no date
        return len(tokens[at - 2][0]) <= 2 or (before != "/" and len(tokens[at - 2][0]) == 4)
    return before not in PRODUCTS


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and "1950" <= word <= "2049"


def _short_year(tokens: list[_Token], at: int) -> str | None:
    """`19` as 2019, `87` as 1987."""
    if at >= len(tokens):
        return None
    word = tokens[at][0]
    if len(word) != 2 or not word.isdecimal():
        return None
    return ("20" if word < "50" else "19") + word


def _skip(tokens: list[_Token], at: int, marks: str) -> int:
    while at < len(tokens) and tokens[at][0] in marks:
        at += 1
    return at


def _find_placeholder(text: str) -> Period | None:
    first = _PLACEHOLDER.search(text)
    if first is None:
        return None
    right = first.end()
    while (more := _PLACEHOLDER.search(text, right)) and more.start() - right <= 6:
        right = more.end()
    if more := _SECOND_HALF.match(text, right):
        right = more.end()
    return Period(None, None, first.start(), right, is_range=True, is_placeholder=True)
