"""What a good distribution is, in whole numbers.

    Weights (a preset, or per call)  +  what is known of points and experiences  ->  Problem  ->  worth_of() an answer

Goals, in this order; the next one only decides among answers that are equal in the one before:

1. coverage: must-haves of the posting that a placed point names, then nice-to-haves;
2. where lines are limited, how many points are placed: short ones may take the place of a long one;
3. worth: the sum of what `Problem.gains` says of each placement, plus shares, variety and crowding, which count points;
4. the order of the input, the newer experience first, so that there is one best answer on every machine.

docs/distribution.md has the formula and what each weight means to a person.

Promises (tests in tests/core/test_objective.py):

* Placing one more point is always worth more than leaving it out, whatever the weights.
* Every preset keeps its word: shares never grow with age where nothing else speaks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Literal, NamedTuple

from resume_customizer.core.errors import InvalidInput

Preset = Literal["balanced", "recent-first", "deep-in-newest", "even"]
MAX_WEIGHT = 10_000
CROWDED = 6
"""From this point of a technology on, one more in the same experience is no worse than the one before."""
_TIE_STEPS = 1024


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each consideration counts, as whole numbers; raises InvalidInput `bad-weights`."""

    asked_must: int = 800
    """A point whose technology the posting must have."""
    asked_nice: int = 500
    asked_mentioned: int = 200
    asked_relative: int = 150
    """A point whose technology is a relative of one that the posting must have or welcomes."""
    named: int = 600
    """The experience names the point's technology."""
    relative: int = 240
    """The experience names a relative of it."""
    words: int = 40
    """Each word of the trade that the point and the experience share, up to four."""
    seniority: int = 60
    """A point about leading belongs where the role leads, and not where it is a junior one."""
    nearness: int = 300
    """A nearness in meaning of 1, where it was measured."""
    share: int = 900
    """How strongly experiences get their share: the k-th point of one adds share × fade / k."""
    fade: int = 70
    """In percent: how much of the share of an experience the next older one gets; 100 for the same."""
    variety: int = 300
    """The k-th point of a technology, in all, adds variety / k."""
    crowding: int = 30
    """What the second point of a technology in one experience costs; the third twice that, and so on up to five."""
    anachronism: int = 1500
    """What a point costs where its technology did not exist yet."""

    def __post_init__(self) -> None:
        for each in fields(self):
            value, most = getattr(self, each.name), 100 if each.name == "fade" else MAX_WEIGHT
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
                message = f"The weight {each.name.replace('_', ' ')} is {value}; it is a whole number from 0 to {most}."
                raise InvalidInput("bad-weights", message)

    @property
    def placed(self) -> int:
        """What every placed point is worth by itself: more than everything that could count against it."""
        return self.anachronism + self.seniority + (CROWDED - 1) * self.crowding + 1


PRESETS: dict[Preset, Weights] = {
    "balanced": Weights(),
    "recent-first": Weights(named=400, relative=160, share=1500, fade=45),
    "deep-in-newest": Weights(named=200, relative=80, share=3000, fade=12, crowding=0),
    "even": Weights(named=400, relative=160, share=2500, fade=100),
}


class Need(NamedTuple):
    """Something that the posting asks for and that points could cover."""

    is_must: bool
    points: tuple[int, ...]
    """Positions of the points that name it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that decides. Points and receivers (newest first) are counted from 0."""

    gains: Sequence[Sequence[int | None]]
    """For each point and receiver what the placement is worth by itself; None where it is not allowed."""
    stacks: Sequence[int]
    """For each point its technology."""
    caps: Sequence[int]
    """For each receiver the most points."""
    weights: Weights = PRESETS["balanced"]
    needs: tuple[Need, ...] = ()
    """Those that the resume does not cover yet."""
    quotas: Mapping[int, int] = field(default_factory=dict[int, int])
    """The most points of a technology."""
    quota_each: int | None = None
    """The most points of one technology in one experience."""
    lines: Sequence[Sequence[int]] = ()
    """For each point and receiver the lines that it adds; empty where nobody counts them."""
    most_lines: int | None = None
    pinned: Sequence[int | None] = ()
    """For each point the receiver that a person has chosen; empty for none."""

    @property
    def receivers(self) -> int:
        """How many experiences receive."""
        return len(self.caps)


class Worth(NamedTuple):
    """How good an answer is; compares as the goals do."""

    musts: int
    nices: int
    placed: int
    """How many points are placed, where lines are limited; else 0."""
    worth: int
    ties: int


def share_step(weights: Weights, receiver: int, count: int) -> int:
    """What the `count`-th point (from 1) of a receiver adds for its share."""
    return int(weights.share * weights.fade**receiver) // (100**receiver * count)


def variety_step(weights: Weights, count: int) -> int:
    """What the `count`-th point (from 1) of a technology adds."""
    return weights.variety // count


def crowding_step(weights: Weights, count: int) -> int:
    """What the `count`-th point (from 1) of a technology in one experience costs."""
    return weights.crowding * min(count - 1, CROWDED - 1)


def tie_weight(problem: Problem, point: int, receiver: int) -> int:
    """What decides among equals: earlier points first and in newer experiences, then a scatter without a pattern."""
    order = (len(problem.gains) - point) * (problem.receivers - receiver)
    scatter = (point * 0x9E3779B1 + receiver * 0x85EBCA6B) & 0xFFFFFFFF
    scatter = ((scatter ^ (scatter >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    return order * _TIE_STEPS + ((scatter ^ (scatter >> 12)) % _TIE_STEPS)


def worth_of(problem: Problem, answer: Sequence[int | None]) -> Worth:
    """How good an answer is: for each point its receiver, or None."""
    weights, placed = problem.weights, [(at, receiver) for at, receiver in enumerate(answer) if receiver is not None]
    per_receiver = [0] * problem.receivers
    per_stack: dict[int, int] = {}
    per_both: dict[tuple[int, int], int] = {}
    worth = 0
    for at, receiver in placed:
        stack = problem.stacks[at]
        per_receiver[receiver] += 1
        per_stack[stack] = per_stack.get(stack, 0) + 1
        both = per_both[stack, receiver] = per_both.get((stack, receiver), 0) + 1
        worth += problem.gains[at][receiver] or 0
        worth += share_step(weights, receiver, per_receiver[receiver])
        worth += variety_step(weights, per_stack[stack]) - crowding_step(weights, both)
    covered = [need.is_must for need in problem.needs if any(answer[at] is not None for at in need.points)]
    ties = sum(tie_weight(problem, at, receiver) for at, receiver in placed)
    count = len(placed) if problem.most_lines is not None else 0
    return Worth(sum(covered), len(covered) - sum(covered), count, worth, ties)


def is_allowed(problem: Problem, answer: Sequence[int | None]) -> bool:
    """Whether an answer keeps all limits."""
    placed = [(at, receiver) for at, receiver in enumerate(answer) if receiver is not None]
    counts: dict[tuple[int, int], int] = {}
    for at, receiver in placed:
        both = (problem.stacks[at], receiver)
        counts[both] = counts.get(both, 0) + 1
    totals: dict[int, int] = {}
    for (stack, _), count in counts.items():
        totals[stack] = totals.get(stack, 0) + count
    full = [
        sum(count for (_, receiver), count in counts.items() if receiver == own) for own in range(len(problem.caps))
    ]
    lines = sum(problem.lines[at][receiver] for at, receiver in placed) if problem.most_lines is not None else 0
    return (
        all(problem.gains[at][receiver] is not None for at, receiver in placed)
        and all(count <= cap for count, cap in zip(full, problem.caps, strict=True))
        and all(totals.get(stack, 0) <= quota for stack, quota in problem.quotas.items())
        and (problem.quota_each is None or max(counts.values(), default=0) <= problem.quota_each)
        and (problem.most_lines is None or lines <= problem.most_lines)
        and all(pin is None or answer[at] == pin for at, pin in enumerate(problem.pinned))
    )
