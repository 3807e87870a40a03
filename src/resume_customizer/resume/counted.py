"""Lists that are numbered or lettered by hand: `1.`, `2)`, `(a)`, `iv.` typed in front of each item.

    lines + the bullets of an experience  ->  read_counts()  ->  Count of each item: what is typed, what comes next

One such item alone tells nothing (`a) …` may begin a sentence): at least the last two bullets count up, in one form.
Promises (tests in tests/resume/test_counted.py):

* A new point behind the last item goes on counting; the items above it stay as they are.
* Text that only looks counted is left alone, also when it begins like an item.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from resume_customizer.resume.lines import Line

_ITEM = re.compile(r"[ \t\u00a0]*(\(?)(\d{1,2}|[ivxIVX]{1,6}|[A-Za-z])(\.\)|[.)])(?:[ \t\u00a0]+(?=\S)|(?=[^\W\d_]))")
_ROMAN: Sequence[str] = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii "
    "xxix xxx"
).split()
_LETTERS: list[str] = list("abcdefghijklmnopqrstuvwxyz")
_NUMBERS = [str(number) for number in range(1, 100)]
_SERIES: tuple[Sequence[str], ...] = (
    _NUMBERS,
    _LETTERS,
    [letter.upper() for letter in _LETTERS],
    _ROMAN,
    [number.upper() for number in _ROMAN],
)
_FEWEST = 2
_MOST_NEXT = 30


class Count(NamedTuple):
    """What is typed in front of one item, and how the list goes on behind the last one."""

    lead: str
    """All of it, with the gap behind it: `(c) `."""
    value: str
    """`c`"""
    following: tuple[str, ...]
    """`d`, `e`, …"""


_Item = re.Match[str]


def read_counts(lines: Sequence[Line], bullets: Sequence[int]) -> dict[int, Count]:
    """The last bullets that count up, by position, copies in text boxes included; empty where they don't."""
    last = _item_of(lines[bullets[-1]]) if bullets else None
    if last is None:
        return {}
    items = [_item_of(lines[at]) for at in reversed(bullets)]
    series = max(_SERIES, key=lambda each: _run(items, each))
    length = _run(items, series)
    if length < _FEWEST:
        return {}
    at = series.index(last[2]) + 1
    following = tuple(series[at : at + _MOST_NEXT])
    counts: dict[int, Count] = {}
    for position, item in zip(bullets[-length:], reversed(items[:length]), strict=True):
        if item is not None:
            counts[position] = Count(item[0], item[2], following)
            twin = lines[position].twin
            if twin is not None:
                counts[twin] = counts[position]
    return counts


def _item_of(line: Line) -> _Item | None:
    """What is typed in front, where neither Word nor a bullet marks the line."""
    return None if line.is_bulleted else _ITEM.match(line.text)


def _run(items: Sequence[_Item | None], series: Sequence[str]) -> int:
    """How many items, the last one first, count down one by one in one form."""
    last = items[0]
    if last is None or last[2] not in series:
        return 0
    at = series.index(last[2])
    for length, item in enumerate(items):
        wanted = series[at - length] if length <= at else ""
        if item is None or (item[1], item[2], item[3]) != (last[1], wanted, last[3]):
            return length
    return len(items)
