"""Where a template wants dates: `[Start date] – [End date]`, `MM/YYYY`, `20XX`, `(StartYear - EndYear)`, `[起止年份]`.

text  ->  find_placeholder()  ->  (left, right)
"""

import re

_LONGEST_LINE = 200
_HINTS = ("[", "date", "year", "month", "{", "<", "20xx", "yyyy", "xxxx", "mm/", "jahr", "jjjj", "aaaa", "【")
_BRACKETED = r"[\[<{【]([^\[\]<>{}【】\n]{1,60})[\]>}】]"
_WORD_FOR_TIME = (
    r"dat(?:e|es|um|a)(?![a-z])|start|(?<![a-z])end(?![a-z])|year|month|duration|period|jahr|fecha"
    r"|(?<![a-z])dur(?![a-z])"
    r"|année|annee|(?<![a-z])(?:from|to)(?![a-z])|年|日期|时间|期間|期间"
)
_DIGITS_MISSING = (
    r"(?:month )?(?:mm|xx|m)[/.-](?:20)?(?:yyyy|yy|xxxx|xx)\b"
    r"|(?:(?:month|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?) )?"
    r"(?:20|19)(?:xx|__|yy)(?:[-–/](?:20|19)?(?:xx|yy))?\b"
    r"|\b(?:yyyy|xxxx|jjjj|aaaa)\b"
)
_WORDS_FOR_DATES = (
    r"(?:start|end|begin|finish|job|proj|project|work|employment)[ _]?(?:date|year)s?\d?\b"
    r"|month,? (?:and |& )?y(?:ea)?r\b"
    r"|dates? (?:from|to|of employment|employed|attended|worked)\b"
)
_SECOND_HALF = r"\s{0,4}(?:[-–—]|(?:to|until|bis|à|a)\b)\s{0,4}(?:(?:present|current|now|to)\b|\[to\])?"
_NEAR = 6
"""Characters that may stand between the two ends of a range."""


def find_placeholder(text: str) -> tuple[int, int] | None:
    """The characters of a template's place for dates."""
    if len(text) > _LONGEST_LINE:
        return None
    lower = text.lower()
    if len(lower) != len(text):
        return None
    for hint in _HINTS:
        if hint in lower:
            return _find(lower)
    return None


def _find(lower: str) -> tuple[int, int] | None:
    spans: list[tuple[int, int]] = []
    if any(mark in lower for mark in "[<{【"):
        spans = [m.span() for m in re.finditer(_BRACKETED, lower) if re.search(_WORD_FOR_TIME, m.group(1))]
    if "xx" in lower or "yy" in lower or "__" in lower or "jj" in lower or "aaaa" in lower:
        spans.extend(m.span() for m in re.finditer(_DIGITS_MISSING, lower))
    if "date" in lower or "year" in lower or "yr" in lower:
        spans.extend((_word_start(lower, m.start()), m.end()) for m in re.finditer(_WORDS_FOR_DATES, lower))
    if not spans:
        return None
    spans.sort()
    left, right = spans[0]
    for next_left, next_right in spans[1:]:
        if next_left - right > _NEAR:
            break
        right = max(right, next_right)
    rest = re.match(_SECOND_HALF, lower[right:])
    return left, right + rest.end() if rest else right


def _word_start(lower: str, at: int) -> int:
    """Where the word around `at` begins: `JobStartDate` is one."""
    while at and lower[at - 1].isalpha():
        at -= 1
    return at
