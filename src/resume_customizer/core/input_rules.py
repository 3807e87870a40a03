"""What people and programs may send: one table of lengths, characters and numbers for every service and door.

    kind of input + what was sent  ->  read_text(), read_number()  ->  the same, in one normal form, or InvalidInput

Lengths are characters after normalisation (NFC), so that the same text has one length however it was typed.

Promises (tests in tests/core/test_input_rules.py):

* A text that no store could give back as it was (NUL, halves of surrogate pairs, noncharacters) is refused.
* What sets a line's direction or can't be seen is refused where a text stands on one line.
* A number that is none, or beyond what every store can keep, is refused.
* What is refused says what, and how much is allowed; the text itself is not repeated.
"""

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from resume_customizer.core.errors import InvalidInput

LARGEST_INTEGER: Final = 2**63 - 1
"""What PostgreSQL and SQLite keep in eight bytes."""
MOST_MARKS: Final = 10
"""Combining marks on one letter; more only make a page unreadable."""


@dataclass(frozen=True, slots=True)
class TextRule:
    """What a kind of text may be."""

    longest: int
    on_one_line: bool = True
    shortest: int = 0


@dataclass(frozen=True, slots=True)
class NumberRule:
    """Between what a kind of number lies, both inclusive."""

    least: float
    most: float


TEXTS: Final[Mapping[str, TextRule]] = {
    "name": TextRule(120, shortest=1),  # of a person, a workspace, a resume, a bank, a key
    "title": TextRule(200),  # of an opening, an interview, a template
    "label": TextRule(60),  # a status, a tag, a technology's version
    "technology": TextRule(120),
    "address": TextRule(254, shortest=3),  # e-mail: RFC 5321, 4.5.3.1.3
    "link": TextRule(2_000),
    "phone": TextRule(60),
    "place": TextRule(200),
    "time-zone": TextRule(64, shortest=1),
    "subject": TextRule(998),  # of an e-mail: RFC 5322, 2.1.1
    "file-name": TextRule(255),
    "token": TextRule(400, shortest=1),
    "code": TextRule(64),
    "search": TextRule(200),
    "mark": TextRule(2_000),  # where a page of a list ended
    "point": TextRule(2_000, on_one_line=False, shortest=1),
    "note": TextRule(10_000, on_one_line=False),
    "letter": TextRule(100_000, on_one_line=False),  # the text of an e-mail
    "posting": TextRule(200_000, on_one_line=False),
    "points": TextRule(2_000_000, on_one_line=False),
}
"""By kind."""

NUMBERS: Final[Mapping[str, NumberRule]] = {
    "count": NumberRule(0, 1_000_000),
    "version": NumberRule(1, 2**31 - 1),
    "years": NumberRule(0, 80),
    "rate": NumberRule(0, 10_000_000),
    "score": NumberRule(0, 100),
    "seconds": NumberRule(0, 366 * 86_400),
    "days": NumberRule(1, 366),
    "integer": NumberRule(-LARGEST_INTEGER - 1, LARGEST_INTEGER),
}
"""By kind."""

_UNSEEN: Final = frozenset("\u00ad\u061c\u180e\u200b\u200e\u200f\ufeff") | frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x2060, 0x2070)))
)


def read_text(text: str, kind: str, where: str = "") -> str:
    """A text in its normal form; raises InvalidInput `bad-text`, with the place when it is given."""
    fault = find_fault(text, kind)
    if fault:
        raise InvalidInput("bad-text", fault, where)
    return unicodedata.normalize("NFC", text)


def find_fault(text: str, kind: str) -> str:
    """What is wrong with a text, as a sentence; empty when nothing is."""
    rule = TEXTS[kind]
    if len(text) > 4 * rule.longest + 100:  # no text of this length becomes short enough
        return _length(rule)
    normal = unicodedata.normalize("NFC", text)
    if not rule.shortest <= len(normal) <= rule.longest:
        return _length(rule)
    if normal.isascii() and normal.isprintable():
        return ""
    return _characters(normal, rule)


def read_number(number: float, kind: str) -> float:
    """The number; raises InvalidInput `bad-number`."""
    rule = NUMBERS[kind]
    if isinstance(number, bool) or not math.isfinite(number) or not rule.least <= number <= rule.most:
        raise InvalidInput("bad-number", f"This is a number from {rule.least:,} to {rule.most:,}.")
    return number


def _length(rule: TextRule) -> str:
    if rule.shortest:
        return f"This has {rule.shortest:,} to {rule.longest:,} characters."
    return f"This has at most {rule.longest:,} characters."


def _characters(text: str, rule: TextRule) -> str:
    marks = 0
    for char in text:
        kind = unicodedata.category(char)
        if kind == "Cs" or ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF:
            return "This holds something that is no character."
        if kind == "Cc" and (rule.on_one_line or char not in "\t\n\r"):
            allowed = "it stands on one line" if rule.on_one_line else "only tabs and line breaks are"
            return f"This holds a control character (U+{ord(char):04X}), which is not allowed: {allowed}."
        if rule.on_one_line and (char in _UNSEEN or kind in {"Zl", "Zp"}):
            return f"This holds a character that nobody can see (U+{ord(char):04X})."
        marks = marks + 1 if kind == "Mn" else 0
        if marks > MOST_MARKS:
            return f"This has a letter with more than {MOST_MARKS} marks on it."
    return ""
