"""Whether other programs still read all that they read before, and read the new points where they stand.

    text before, text after, as one reader gives them + the added points  ->  hold_readings()  ->  Reading

What applicant tracking systems make of a resume is their secret; that independent readers of the same file lose
nothing and find each new point behind its bullet is what can be shown.

Promises (tests in tests/core/test_reading_back.py):

* A word that was read before and is read no more is named.
* A point that is not read, or not behind the bullet that it follows, is named.
* What a reader adds of its own, such as markers, page numbers and repeated page headers, is no fault.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

_WORD = re.compile(r"\w+")
_ENDING: Final = 8
"""Words at the end of a bullet by which it is recognised."""
_OF_A_PAGE: Final = 60
"""Words that may stand between two pages: footers, page numbers, headers."""


class Added(NamedTuple):
    """One point that was put in, and the bullet that it follows."""

    point: str
    after: str


class Reading(NamedTuple):
    """What one reader makes of a customized file."""

    reader: str
    words: int
    """Read before."""
    lost: tuple[str, ...]
    """Words that were read before and are not any more."""
    missing: tuple[str, ...]
    """Points that are not read as one sentence."""
    displaced: tuple[str, ...]
    """Points that are not read behind the bullet that they follow."""

    @property
    def holds(self) -> bool:
        """Whether there is nothing to complain of."""
        return not (self.lost or self.missing or self.displaced)


def hold_readings(reader: str, before: str, after: str, added: Sequence[Added], *, is_paged: bool) -> Reading:
    """Hold what a reader gives of the customized file against what it gives of the original.

    `is_paged` is for readers of pages, where lines of the page's margins can come between.
    """
    old, new = _words(before), _words(after)
    slack = _OF_A_PAGE if is_paged else 0
    lost = Counter(old) - Counter(new)
    if is_paged:  # "page 1 of 1" becomes "page 1 of 2"
        lost = Counter({word: number for word, number in lost.items() if not (word.isdigit() and len(word) < 4)})
    missing, displaced, since = [], [], list[tuple[str, ...]]()
    for each in added:
        sought = _words(each.point)
        places = _places(new, sought, slack)
        ending = _words(each.after)[-_ENDING:]
        if not places:
            missing.append(each.point)
        elif not any(_stands_behind(new, place, (ending, *since), slack) for place in places):
            displaced.append(each.point)
        since.append(sought[-_ENDING:])
    return Reading(reader, len(old), tuple(sorted(lost)), tuple(missing), tuple(displaced))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _places(words: Sequence[str], sought: Sequence[str], slack: int) -> list[int]:
    """Where the sought words begin, in order; `slack` other words may come in between, all at once."""
    if not sought:
        return []
    return [at for at, word in enumerate(words) if word == sought[0] and _goes_on(words[at:], sought, slack)]


def _goes_on(words: Sequence[str], sought: Sequence[str], slack: int) -> bool:
    same = next((n for n, (a, b) in enumerate(zip(words, sought, strict=False)) if a != b), len(sought))
    if same >= len(sought):
        return len(words) >= len(sought)
    rest = tuple(sought[same:])
    return any(tuple(words[same + gap : same + gap + len(rest)]) == rest for gap in range(1, slack + 1))


def _stands_behind(words: Sequence[str], place: int, endings: Sequence[tuple[str, ...]], slack: int) -> bool:
    """Whether one of the endings stands right in front of a place: the bullet's, or that of a point put in before."""
    return any(
        tuple(words[place - gap - len(ending) : place - gap]) == ending
        for ending in endings
        if ending
        for gap in range(min(slack, place - len(ending)) + 1)
        if place - gap - len(ending) >= 0
    )
