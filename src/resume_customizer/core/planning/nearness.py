"""How near a point is to a text in meaning, as far as words tell.

    points + texts (each as its lines)  ->  NearnessMeasure.measure()  ->  a table of numbers from 0 to 1

`LexicalNearness` is the default and needs nothing: words are weighted by how few of the lines have them (TF-IDF), lines
are compared by the cosine of their weights, and a text is as near as its nearest line. A measure changes the ranking
only; what a posting asks for and where a point may go are decided without it.

Promises (tests in tests/core/test_nearness.py):

* The same words are nearer than others; rare words tell more than words that every line has.
* Repeating a word never makes a text nearer.
* A point is as near to a text as to its nearest line, and adding a line never makes the text less near.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt
from typing import Protocol, TypeAlias

from resume_customizer.core.notices import Notice

Table: TypeAlias = list[list[float]]
"""A row for each point, a column for each text."""
_WORD = re.compile(r"[^\W_][\w+#.]*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s")
_SHORTEST_STEM = 4
_SAY_NOTHING = frozenset(
    "a an and as at by for from in into is of on or our that the their them these this to using via was were "
    "which with".split()
)


class NearnessMeasure(Protocol):
    """A way of telling how near points are to texts."""

    @property
    def name(self) -> str:
        """What a person calls it."""
        ...

    @property
    def notices(self) -> Sequence[Notice]:
        """What a person should know of the last measuring."""
        ...

    def measure(self, points: Sequence[str], texts: Sequence[Sequence[str]]) -> Table:
        """For each point how near it is to each text, from 0 to 1; a text is given as its lines."""
        ...


class LexicalNearness:
    """Nearness by the words that two lines share."""

    name = "words"
    notices = ()

    def measure(self, points: Sequence[str], texts: Sequence[Sequence[str]]) -> Table:
        """For each point how near it is to each text, from 0 to 1; a text is given as its lines."""
        asked = [_words(point) for point in points]
        lines = [[_words(line) for line in text] for text in texts]
        have = Counter(word for text in lines for line in text for word in line)
        count = sum(len(text) for text in lines)

        def weight(word: str) -> float:
            return log((1 + count) / (1 + have[word])) + 1

        lengths = [[_length(line, weight) for line in text] for text in lines]
        table: Table = []
        for words in asked:
            length = _length(words, weight)
            row = []
            for text, sizes in zip(lines, lengths, strict=True):
                pairs = zip(text, sizes, strict=True)
                nearest = (sum(weight(word) ** 2 for word in words & line) / (length * size) for line, size in pairs)
                row.append(rounded(max(nearest, default=0.0)))
            table.append(row)
        return table


def rounded(value: float) -> float:
    """A nearness as it counts: from 0 to 1, in steps that do not differ from machine to machine."""
    return round(min(1.0, max(0.0, value)), 3)


def _words(line: str) -> frozenset[str]:
    return frozenset(_stems(word.rstrip(".") for word in _WORD.findall(line.casefold())))


def _stems(words: Iterable[str]) -> Iterable[str]:
    """Words without the endings that change with the sentence."""
    for word in words:
        if word in _SAY_NOTHING:
            continue
        ending = next((each for each in _ENDINGS if word.endswith(each)), "")
        yield word[: -len(ending)] if ending and len(word) - len(ending) >= _SHORTEST_STEM else word


def _length(words: frozenset[str], weight: "_Weight") -> float:
    return sqrt(sum(weight(word) ** 2 for word in sorted(words))) or 1.0


class _Weight(Protocol):
    """How much a word tells."""

    def __call__(self, word: str, /) -> float:
        """The weight of a word."""
        ...
