"""Which experience of one version of a resume is which of another.

    experiences before + after  ->  likeness of each pair  ->  best assignment of all  ->  candidates per old experience

Promises (tests in tests/core/test_experience_pairs.py):

* The pairs are the best of all together, not the first that fit.
* An experience that two fit alike has both as candidates; one that none fits has none.
* Experiences that nothing tells apart keep their order, when there are as many in both versions.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from resume_customizer.core.document import Experience
from resume_customizer.core.planning.similarity import text_key

Candidates: TypeAlias = tuple[int, ...]
"""New experiences that an old one can be, the likeliest first: none, one, or several that fit alike."""

_WORD = re.compile(r"\w+")
_ENOUGH = 0.45
"""Likeness from which two experiences can be the same."""
_CLEARLY = 0.06
"""By how much the best assignment must lead the one in which two partners are swapped."""
_REWORDED = 0.5
"""Likeness from which a bullet counts as a reworded one."""
_STEPS = 10_000
"""The solver counts likeness in whole steps."""


def pair_experiences(old: Sequence[Experience], new: Sequence[Experience]) -> tuple[Candidates, ...]:
    """For each old experience its candidates among the new ones."""
    likes = [[experience_likeness(before, after) for after in new] for before in old]
    partners = assign(likes)
    found = [_candidates(at, partners, likes) for at in range(len(old))]
    return tuple(_without_twins(at, found, old) for at in range(len(old)))


def experience_likeness(old: Experience, new: Experience) -> float:
    """0 to 1, from bullets, company, role, dates and header; what neither has does not count."""
    parts = [
        (3.0, likeness(old.company or "", new.company or ""), old.company or new.company),
        (1.5, likeness(old.role or "", new.role or ""), old.role or new.role),
        (0.5, likeness(" ".join(old.header), " ".join(new.header)), old.header or new.header),
        (1.0, float(old.start == new.start), old.start or new.start),
        (0.5, float(old.end == new.end), old.end or new.end),
        (4.0, _bullet_likeness(old, new), old.bullets or new.bullets),
    ]
    known = [(weight, like) for weight, like, something in parts if something]
    return sum(weight * like for weight, like in known) / sum(weight for weight, _ in known) if known else 0.0


def likeness(first: str, second: str) -> float:
    """0 to 1: the share of words that two texts have in common."""
    one, other = _words(first), _words(second)
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def assign(likes: Sequence[Sequence[float]]) -> tuple[int | None, ...]:
    """For each row its column, so that the sum is the largest there is; pairs that are not alike enough stay alone."""
    nearest = [max(range(len(row)), key=row.__getitem__) for row in likes if row]
    if len(nearest) == len(likes) and len(set(nearest)) == len(nearest):  # everybody gets the first choice
        return tuple(column if row[column] >= _ENOUGH else None for row, column in zip(likes, nearest, strict=True))
    from resume_customizer.core.planning.objective import Problem, Weights
    from resume_customizer.core.planning.solving import solve

    gains = [[round(_STEPS * (like - _ENOUGH)) + 1 if like >= _ENOUGH else None for like in row] for row in likes]
    columns = len(likes[0]) if likes else 0
    only_likeness = Weights(share=0, variety=0, crowding=0)
    return solve(Problem(gains, range(len(likes)), [1] * columns, only_likeness)).receivers


def _candidates(row: int, partners: Sequence[int | None], likes: Sequence[Sequence[float]]) -> Candidates:
    """The partner, and every other new experience with which the whole would be nearly as good."""
    mine = partners[row]
    if mine is None:
        return ()
    owners = {column: at for at, column in enumerate(partners) if column is not None}
    candidates = [mine]
    for column, like in enumerate(likes[row]):
        if column == mine or like < _ENOUGH:
            continue
        lost = likes[row][mine] - like
        if column in owners:
            lost += likes[owners[column]][column] - likes[owners[column]][mine]
        if lost < _CLEARLY:
            candidates.append(column)
    return tuple(candidates)


def _without_twins(at: int, found: Sequence[Candidates], old: Sequence[Experience]) -> Candidates:
    """Experiences that nothing tells apart, such as the entries of a template, keep their order."""
    mine = sorted(found[at])
    if len(mine) < 2:
        return found[at]
    twins = [each for each, theirs in enumerate(found) if sorted(theirs) == mine and _are_same(old[at], old[each])]
    return (mine[twins.index(at)],) if len(twins) == len(mine) else found[at]


def _are_same(one: Experience, other: Experience) -> bool:
    return round(experience_likeness(one, other), 6) == 1


def _bullet_likeness(old: Experience, new: Experience) -> float:
    """The share of bullets that both have; a reworded one counts in part."""
    before = {text_key(bullet.text): bullet.text for bullet in old.bullets}
    after = {text_key(bullet.text): bullet.text for bullet in new.bullets}
    if not before or not after:
        return 0.0
    fresh = [text for key, text in after.items() if key not in before]
    gone = [text for key, text in before.items() if key not in after]
    shared = float(len(before) - len(gone))
    for text in gone:
        best = max((likeness(text, other) for other in fresh), default=0.0)
        shared += best if best >= _REWORDED else 0.0
    return min(1.0, 2 * shared / (len(before) + len(after)))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
