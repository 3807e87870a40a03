"""When something was: the period that a line of a resume names.

    text  ->  words and numbers  ->  dates  ->  find_period()  ->  Period(start, end, where in the text)

Promises (tests/resume/understanding/test_dates.py):

* A range gives both ends, a single date gives the same start and end, an open one ends in `present`.
* Months are known in many languages; seasons and parts of a year give the year alone.
* A template's place for dates (`[Start date] – [End date]`, `MM/YYYY`, `20XX`) is a period without values.
* Phone numbers, amounts and version numbers are not periods.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from resume_customizer.resume.understanding.calendar_words import (
    END_LABELS,
    PRESENT,
    PRESENT_PHRASES,
    RANGE_WORDS,
    SINCE,
)
from resume_customizer.resume.understanding.date_forms import Token, date_at, is_year, split_words
from resume_customizer.resume.understanding.date_placeholders import find_placeholder


class Period(NamedTuple):
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
    is_open: bool = False
    """It ends in a dash; the end may stand in the next line."""

    def holds(self, other: "Period") -> bool:
        """The other period lies within this one."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        latest_start = other.start if len(other.start) > 4 else f"{other.start}-12"
        ends = other.end <= self.end[:4] if len(other.end) == _YEAR else _last_month(other.end) <= _last_month(self.end)
        return self.start <= latest_start and ends


_DIGIT = re.compile(r"\d")
_HINT = re.compile(r"(?:19|20)\d\d|['’‘`´]\d\d|\d[/.]\d\d|[A-Za-z.][ -]?\d\d(?!\d)|[年월]")
_FULL_DATE = r"(?<!\d)(\d\d?)/(\d\d?)/(?=(?:19|20)\d\d(?!\d))"
_DASHES = frozenset("-–—‒‐‑−~〜～－ー→›»―➔>")
_WEAK_SINCE = frozenset(("from", "de", "von", "od", "da", "du", "a"))
"""Words that begin a range, but alone say nothing about today."""
_JOINED_BY = frozenset((",", "&", "and", "/", "und", "et", "y"))
_CLOSING = frozenset(("", ")", "]", "|"))
_ONWARDS = frozenset(("onwards", "onward"))
_UP_TO = (["t", "/", "m"], ["tot", "en", "met"])
"""Up to and with, in Dutch."""
_OPENING = frozenset(("(", "[", "|", "•", "·"))
_MARKS = frozenset(",;|•·/")
_STILL = ("- present", "– present", "— present", "-present", "–present", "to present")
_GAPS = ("\t", "\n")
_DAY, _YEAR = 2, 4
_ENOUGH_FIRSTS = 3
_FAR_ENOUGH = 500
"""Characters of a line that are looked at: no header is longer."""


def find_period(text: str) -> Period | None:
    """The period that `text` names: its first range, else its last single date, else a template's place for dates."""
    text = text[:_FAR_ENOUGH]
    if _DIGIT.search(text) and _HINT.search(text):
        found = _find_written(text)
        if found is not None:
            return found
    place = find_placeholder(text)
    if place is None:
        return None
    end = "present" if text[: place[1]].casefold().endswith(_STILL) else None
    return Period(None, end, *place, is_range=True, is_placeholder=True)


def find_end(text: str) -> Period | None:
    """A line that says nothing but `Present`, in any language: the second half of a period."""
    tokens = split_words(text.strip(" ()-–—.:"))
    behind = _present_at(tokens, 0)
    return Period(None, "present", 0, len(text), is_range=False) if behind and not tokens[behind][0] else None


def has_days_first(texts: Iterable[str]) -> bool:
    """All numbers behind a slash can be months; some before it can be none (`28/02/2019`), or all are firsts."""
    dates = [date for text in texts if text.count("/") > 1 for date in re.findall(_FULL_DATE, text[:_FAR_ENOUGH])]
    if any(int(second) > 12 for _, second in dates):
        return False
    firsts = len(dates) >= _ENOUGH_FIRSTS and all(int(first) == 1 for first, _ in dates)
    return any(int(first) > 12 for first, _ in dates) or (firsts and any(int(second) > 1 for _, second in dates))


def put_dots(text: str) -> str:
    """`28/02/2019` as `28.02.2019`, which says that the day stands first; every character keeps its place."""
    return re.sub(_FULL_DATE, r"\1.\2.", text)


def join_halves(one: Period, two: Period) -> Period | None:
    """The period whose start and end stand in two lines; None when each says something of its own."""
    if one.start is None or two.end is None or two.is_range or (one.is_range and not one.is_open):
        return None
    if two.start is not None and two.start < one.start + ("" if one.is_open else "-00"):
        return None
    return Period(one.start, two.end, one.left, one.right, is_range=True)


def _last_month(end: str) -> str:
    return "9999" if end == "present" else end if len(end) > 4 else f"{end}-12"


def _find_written(text: str) -> Period | None:
    tokens = split_words(_with_days_first(text) if text.count("/") > 1 else text)
    single: Period | None = None
    at = behind = 0
    while tokens[at][0]:
        if len(tokens[at][0]) <= _DAY and text[tokens[at][2] : tokens[at][2] + 1] in _GAPS:
            at += 1  # `Level 9⇥March 2020`: no day
            continue
        read = _period_at(tokens, at)
        if read is None:
            at += 1
            continue
        period, after = read
        if period.is_range:
            return period
        behind_dash = tokens[after][2]
        if tokens[after][0] in _DASHES and text[behind_dash : behind_dash + 1] in _GAPS and period.start:
            return Period(period.start, "present", period.left, behind_dash, is_range=True, is_open=True)  # 2016 –⇥
        near = at == behind or (at == behind + 1 and tokens[behind][0] in _JOINED_BY)
        single = _joined(single, period) if single is not None and near else period
        at = behind = after
    return single


def _with_days_first(text: str) -> str:
    """`01/09/2016 – 28/02/2019`: one day that is no month, or firsts of months only, tell the order of all dates."""
    dates = re.findall(_FULL_DATE, text)
    is_first = all(int(first) == 1 < int(second) for first, second in dates)
    if (is_first and dates and not any(int(second) > 12 for _, second in dates)) or has_days_first((text,)):
        return put_dots(text)
    return text


def _joined(one: Period, two: Period) -> Period:
    """`Fall 2017, Spring 2018`: from the first to the last."""
    if one.start is None or two.end is None or one.start >= two.end:
        return two
    return Period(one.start, two.end, one.left, two.right, is_range=False)


def _period_at(tokens: list[Token], at: int) -> tuple[Period, int] | None:
    """The period that begins with token `at`, and the first token behind it."""
    since = tokens[at][0] in SINCE
    read = date_at(tokens, at + 1 if since else at)
    if read is None:
        return None
    start, after, is_short = read
    left = tokens[at][1]
    end, beyond = _end_at(tokens, after, start)
    if end:
        if start[0] == "-":  # Jun – Aug 2019
            if not end[0].isdigit():
                return None
            start = end[:4] + start
        return Period(start, end, left, tokens[beyond - 1][2], is_range=True), beyond
    if start[0] == "-" or is_short:
        return None
    if tokens[after][0] in _ONWARDS:
        return Period(start, "present", left, tokens[after][2], is_range=True), after + 1
    if since and (tokens[at][0] not in _WEAK_SINCE or (_opens(tokens, at) and tokens[after][0] in _CLOSING)):
        return Period(start, "present", left, tokens[after - 1][2], is_range=True), after
    if tokens[after][0] in _DASHES and tokens[after + 1][0] in _CLOSING:  # 2020 –
        return Period(start, "present", left, tokens[after][2], is_range=True, is_open=True), after + 1
    return Period(start, start, left, tokens[after - 1][2], is_range=False), after


def _opens(tokens: list[Token], at: int) -> bool:
    """It stands in front, or behind a mark that parts: `Globex | Da 03/2019`."""
    return at == 0 or tokens[at - 1][0] in _OPENING


def _end_at(tokens: list[Token], at: int, start: str) -> tuple[str, int]:
    """The end of a range whose start was read up to `at`; empty when no range goes on there."""
    beyond = at
    while tokens[beyond][0] in _DASHES or tokens[beyond][0] in RANGE_WORDS:
        beyond += 1
    if tokens[at][0][:1] == "t" and [token[0] for token in tokens[at : at + 3]] in _UP_TO:
        beyond = at + 3
    beyond = _behind_end_label(tokens, at) or beyond
    word = tokens[beyond][0]
    if beyond == at:
        return _behind_slash(tokens, at, start) if word == "/" and len(start) == _YEAR else ("", at)
    if present := _present_at(tokens, beyond):
        return "present", present
    read = date_at(tokens, beyond)
    if read is not None and read.iso[0] != "-":
        return read.iso, read.behind
    if len(start) == 4 and len(word) == 2 and word.isdecimal():  # 2019-20
        return start[:2] + word, beyond + 1
    return "", at


def _behind_slash(tokens: list[Token], at: int, start: str) -> tuple[str, int]:
    """`2000/2009`, `2019/20`: a year, or the last two digits of the next one."""
    word = tokens[at + 1][0]
    if is_year(word):
        return word, at + 2
    return (str(int(start) + 1), at + 2) if word == f"{int(start) + 1}"[2:] else ("", at)


def _behind_end_label(tokens: list[Token], at: int) -> int:
    """The token behind `End:`, `| End date:`, `To:`; 0 when there is none."""
    at += tokens[at][0] in _MARKS
    if tokens[at][0] not in END_LABELS:
        return 0
    at += 2 if tokens[at + 1][0] == "date" else 1
    return at + 1 if tokens[at][0] == ":" else 0


def _present_at(tokens: list[Token], at: int) -> int:
    """The token behind a word or phrase for today, or 0."""
    word = tokens[at][0]
    if word in PRESENT:
        return at + 1
    for phrase in PRESENT_PHRASES.get(word, ()):
        if all(tokens[at + 1 + i][0] == follow for i, follow in enumerate(phrase)):
            return at + 1 + len(phrase)
    return 0
