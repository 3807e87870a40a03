"""What changed between two versions of a document, line by line.

    lines before + lines after  ->  compare_lines()  ->  Change, Change, … in reading order

Promises:

* Where lines were only added, exactly those are named as added.
* Two long, unlike documents are compared in little time: what can't be matched cheaply is removed and added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

_LONGEST = 3_000
"""Lines that differ on either side, beyond which no closer look is taken."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line, kept, added or removed; positions count from 0."""

    kind: Literal["kept", "added", "removed"]
    text: str
    before: int | None = None
    after: int | None = None


def compare_lines(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """Every line of both versions, in reading order."""
    start = _same(before, after)
    end = _same(before[start:][::-1], after[start:][::-1])
    middle_before, middle_after = before[start : len(before) - end], after[start : len(after) - end]
    found = [Change("kept", text, at, at) for at, text in enumerate(before[:start])]
    for kind, old, new in _middle(middle_before, middle_after):
        at = None if old is None else old + start
        to = None if new is None else new + start
        found.append(Change(kind, after[to] if to is not None else before[at or 0], at, to))
    rest = range(end, 0, -1)
    found += [Change("kept", before[-left], len(before) - left, len(after) - left) for left in rest]
    return tuple(found)


_Step = tuple[Literal["kept", "added", "removed"], int | None, int | None]


def _same(before: Sequence[str], after: Sequence[str]) -> int:
    """How many lines are the same at the start."""
    for at, (old, new) in enumerate(zip(before, after, strict=False)):
        if old != new:
            return at
    return min(len(before), len(after))


def _middle(before: Sequence[str], after: Sequence[str]) -> Iterator[_Step]:
    """The part that differs: as additions when it can be, else as the closest match."""
    kept = _kept_in(before, after)
    if kept is not None:
        for new in range(len(after)):
            yield ("kept", kept[new], new) if new in kept else ("added", None, new)
        return
    at = to = 0
    for old, new, size in _matches(before, after):
        yield from (("removed", each, None) for each in range(at, old))
        yield from (("added", None, each) for each in range(to, new))
        yield from (("kept", old + each, new + each) for each in range(size))
        at, to = old + size, new + size


def _kept_in(before: Sequence[str], after: Sequence[str]) -> dict[int, int] | None:
    """New position → old position, when every old line is still there in order; else None."""
    kept: dict[int, int] = {}
    for new, text in enumerate(after):
        if len(kept) < len(before) and text == before[len(kept)]:
            kept[new] = len(kept)
    return kept if len(kept) == len(before) else None


def _matches(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int]]:
    if max(len(before), len(after)) > _LONGEST:
        return [(len(before), len(after), 0)]
    from difflib import SequenceMatcher

    return [tuple(each) for each in SequenceMatcher(None, before, after).get_matching_blocks()]
