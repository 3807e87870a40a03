"""The lines of a text, for saying where something stands.

text  ->  Lines  ->  number(offset), evidence(start, end)
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from resume_customizer.core.analysis import Evidence

_MOST: Final = 1_000
"""Characters of a line that are shown before a place, and behind it: a text without lines can name thousands."""


class Lines:
    """Where lines begin and end, for evidence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def number(self, at: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._starts, at)

    def numbers(self, offsets: Iterable[int]) -> Iterator[int]:
        """The lines of offsets that are in order: faster than one by one."""
        number, count = 0, len(self._starts)
        for at in offsets:
            while number < count and self._starts[number] <= at:
                number += 1
            yield number

    def evidence(self, start: int, end: int) -> Evidence:
        """The place of a span, with its line, or what is near of a line that is very long."""
        number = bisect_right(self._starts, start)
        begin = self._starts[number - 1]
        stop = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return Evidence(number, self.text[max(begin, start - _MOST) : min(stop, end + _MOST)].strip(), start, end)
