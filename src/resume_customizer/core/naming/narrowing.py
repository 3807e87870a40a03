"""A text with one blank where it has two, for names that are broken there, and where each character came from.

    text  ->  narrowed()  ->  Narrowed.text  ->  a place in it  ->  place()  ->  the place in the text

Text out of a PDF has two blanks where a line ended: "Power  Point", "MS  Office".

Promise (tests in tests/core/test_narrowing.py): every character that is left is found again where it was.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

_BLANKS = re.compile(r" {2,3}(?! )")


class Narrowed(NamedTuple):
    """A text with fewer blanks."""

    text: str
    begins: list[int]
    """Where in it each piece begins that has been moved."""
    moved: list[int]
    """By how many places, for each of these pieces."""

    def place(self, at: int) -> int:
        """Where the text that it was made of has the character at this place."""
        return at + self.moved[bisect_right(self.begins, at) - 1]


def narrowed(text: str) -> Narrowed:
    """The text with one blank for two or three; more stand between columns and stay."""
    pieces, begins, moved = list[str](), [0], [0]
    last = length = 0
    for found in _BLANKS.finditer(text):
        if found.start() and text[found.start() - 1] == " ":
            continue
        pieces += (text[last : found.start()], " ")
        length += found.start() - last + 1
        last = found.end()
        begins.append(length)
        moved.append(last - length)
    return Narrowed("".join((*pieces, text[last:])), begins, moved)
