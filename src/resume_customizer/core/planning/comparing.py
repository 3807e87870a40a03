"""Two plans, or two outputs, side by side: which points stand in one only, and which stand elsewhere.

    placed points of the one + of the other  ->  compare()  ->  Comparison

Promises (tests in tests/core/test_comparing.py):

* Every point of both sides is in the comparison exactly once.
* A point that stands under the same experience on both sides is never called moved, however often it is there.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.core.planning.needs import needs_met_by, needs_of
from resume_customizer.core.planning.similarity import text_key

if TYPE_CHECKING:
    from resume_customizer.core.analysis import Analysis


class PlacedPoint(NamedTuple):
    """A point, and the title of the experience that it stands under."""

    text: str
    technology: str
    experience: str


class Comparison(NamedTuple):
    """Points of two sides, each in the order of its side."""

    same: tuple[PlacedPoint, ...]
    moved: tuple[tuple[PlacedPoint, PlacedPoint], ...]
    """The same point under another experience: as in the first, as in the second."""
    only_first: tuple[PlacedPoint, ...]
    only_second: tuple[PlacedPoint, ...]


class Named(NamedTuple):
    """How many needs of a posting the points of one side name."""

    musts: int
    nices: int


class NamedNeeds(NamedTuple):
    """The needs of a posting, and how many of them each side names."""

    asked: Named
    first: Named
    second: Named


def compare(first: Sequence[PlacedPoint], second: Sequence[PlacedPoint]) -> Comparison:
    """Which points the two sides share; small differences in how a point is typed do not count."""
    left: dict[str, list[PlacedPoint]] = defaultdict(list)
    for point in second:
        left[text_key(point.text)].append(point)
    same, open_ones = [], []
    for point in first:
        others = left[text_key(point.text)]
        twin = next((other for other in others if other.experience == point.experience), None)
        if twin is None:
            open_ones.append(point)
        else:
            others.remove(twin)
            same.append(point)
    moved, only_first = [], []
    for point in open_ones:
        others = left[text_key(point.text)]
        if others:
            moved.append((point, others.pop(0)))
        else:
            only_first.append(point)
    rest = {id(point) for others in left.values() for point in others}
    only_second = (point for point in second if id(point) in rest)
    return Comparison(tuple(same), tuple(moved), tuple(only_first), tuple(only_second))


def named_needs(first: Sequence[PlacedPoint], second: Sequence[PlacedPoint], analysis: "Analysis") -> NamedNeeds:
    """How many of the posting's needs the points of each side name in their words."""
    needs = needs_of(analysis)

    def count(met: Iterable[bool]) -> Named:
        musts = [need.is_must for need, is_met in zip(needs, met, strict=True) if is_met]
        return Named(sum(musts), len(musts) - sum(musts))

    sides = (map(bool, needs_met_by([point.text for point in side], needs)) for side in (first, second))
    return NamedNeeds(count(True for _ in needs), *map(count, sides))
