"""Lines that were sent, found again: the same words for several people at one client or vendor.

    line  ->  marks_of_line()  ->  head and tail  ->  candidates  ->  says_the_same()  ->  a repeat

A line that was edited in one place keeps its first or its last words, so that one of two marks finds it.

Promises (tests in tests/core/test_sent_lines.py):

* Lines that say the same share their head or their tail, also when one was edited in one place.
* A short line is found only as a whole.
"""

from hashlib import blake2b
from typing import Final, NamedTuple

from resume_customizer.core.planning.similarity import prepare
from resume_customizer.core.planning.wording import FEWEST_WORDS, prefix_of, say_the_same

_ENDS: Final = 3
"""Words at each end that make a mark."""


class LineMarks(NamedTuple):
    """What a line is found by."""

    head: str
    tail: str


def marks_of_line(text: str) -> LineMarks:
    """The marks of a line."""
    key, wording = prepare(text)
    if len(wording.words) < FEWEST_WORDS:
        return LineMarks(_digest(f"= {key}"), _digest(f"= {key}"))
    prefixes = [prefix_of(word) for word in wording.words]
    return LineMarks(_digest("^ " + " ".join(prefixes[:_ENDS])), _digest("$ " + " ".join(prefixes[-_ENDS:])))


def says_the_same(one: str, other: str) -> bool:
    """Whether two lines say the same, or nearly the same."""
    if one == other:
        return True
    if "&" not in one + other and _digits_of(one) != _digits_of(other):  # a quick look; an escape may have some
        return False
    here, there = prepare(one), prepare(other)
    return here.key == there.key or say_the_same(here.wording, there.wording)


def _digits_of(text: str) -> str:
    return "".join(sorted(filter(str.isdigit, text)))


def point_key(text: str) -> str:
    """What a point is known by, however it is typed."""
    return _digest(prepare(text).key)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=9).hexdigest()
