"""How points are shared out among the experiences that receive.

    Deal (offers, who chooses first comes first; who knows what)  ->  share_out()  ->  receivers

`weighted`: m experiences have the weights m … 1, newest first; shares are whole and never grow with age (D'Hondt).
`even`: all weights 1. With both, the shares are fixed first; which point takes which place then follows
what the experiences know: stacks that few know choose first, named before related before unknown.
`round-robin`: one each in turn. `cycles`: of each technology k points to the newest, the next k to the second, and
around again. `newest`: all to the newest, the rest to the next when it is full.

With a posting, shares bend to what experiences know: each point in turn goes where weight × pull / (points there + 1)
is greatest, the pull being 4 where its technology is named, 2 where a relative is, else 1. `round-robin` then does as
`even`, and `cycles` begins with the experiences that know the technology best.

Promises (tests in tests/core/test_strategies.py):

* Every offer gets a receiver while there is room, and no receiver gets more than the cap.
* Without a posting, weighted shares never grow with age.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from resume_customizer.core.points import Point

Strategy = Literal["weighted", "round-robin", "cycles", "newest", "even"]
_PULL = (1, 2, 4)
"""How much an experience draws points that it knows nothing of, a relative of, the technology itself of."""
STRATEGIES: tuple[Strategy, ...] = ("weighted", "round-robin", "cycles", "newest", "even")


class Offer(NamedTuple):
    """One point to be placed."""

    point: Point
    technology: str
    stack: int
    """Position of its stack in the point bank."""
    rank: int
    """How many points of its stack stand before it."""
    position: int
    """In the point bank."""


class Deal(NamedTuple):
    """Everything that sharing out needs."""

    offers: list[Offer]
    """In the order of who chooses first; no more than there is room for."""
    receivers: int
    """How many, newest first."""
    cap: int
    """The most for one receiver."""
    levels: list[tuple[int, ...]]
    """For each stack: how well each receiver knows it, 0 to 2."""
    knowledge_first: bool = False
    """There is a posting: what experiences know bends the shares."""
    points_per_cycle: int = 2
    caps: tuple[int, ...] = ()
    """The most for each receiver, where they differ."""
    taken: tuple[int, ...] = ()
    """How many points a person has given to each receiver already."""

    def room(self) -> list[int]:
        """How many points each receiver can still take."""
        caps = self.caps or (self.cap,) * self.receivers
        return [max(0, cap - taken) for cap, taken in zip(caps, self.counts(), strict=True)]

    def counts(self) -> list[int]:
        """How many points each receiver has before anything is dealt."""
        return list(self.taken or (0,) * self.receivers)


def share_out(strategy: Strategy, deal: Deal) -> list[int]:
    """The receiver of each offer, in the order of the offers."""
    if strategy == "newest":
        places = (receiver for receiver, room in enumerate(deal.room()) for _ in range(room))
        return [next(places) for _ in deal.offers]
    if strategy == "cycles":
        return _in_cycles(deal)
    if strategy == "round-robin" and not deal.knowledge_first:
        return _in_turn(deal)
    weights = tuple(range(deal.receivers, 0, -1)) if strategy == "weighted" else (1,) * deal.receivers
    if deal.knowledge_first:
        return _by_pull(deal, weights)
    return _by_knowledge(deal, list(_shares(len(deal.offers), weights, tuple(deal.room()), tuple(deal.counts()))))


def _in_turn(deal: Deal) -> list[int]:
    """One each in turn, in the order of the point bank."""
    turns = sorted(range(len(deal.offers)), key=lambda at: deal.offers[at].position)
    receivers = [0] * len(turns)
    room, turn = deal.room(), 0
    for at in turns:
        while not room[turn % deal.receivers]:
            turn += 1
        receivers[at] = turn % deal.receivers
        room[receivers[at]] -= 1
        turn += 1
    return receivers


def _in_cycles(deal: Deal) -> list[int]:
    """So many of each technology to the first, the next to the second, …; whoever is full is left out."""
    room = deal.room()
    dealt: dict[int, int] = {}
    receivers = []
    for offer in deal.offers:
        order = list(range(deal.receivers))
        if deal.knowledge_first:
            order.sort(key=lambda receiver: -deal.levels[offer.stack][receiver])
        count = dealt.get(offer.stack, 0)
        dealt[offer.stack] = count + 1
        first = count // deal.points_per_cycle
        turns = (order[(first + step) % deal.receivers] for step in range(deal.receivers))
        receiver = next(receiver for receiver in turns if room[receiver])
        room[receiver] -= 1
        receivers.append(receiver)
    return receivers


def _by_pull(deal: Deal, weights: tuple[int, ...]) -> list[int]:
    """Each in turn where most pulls it: the weight, what is known there, and how little it has got."""
    counts, room = deal.counts(), deal.room()
    receivers = []
    for offer in deal.offers:
        levels = deal.levels[offer.stack]
        pulls = [
            (weight * _PULL[level] / (count + 1), level, -at)
            for at, (weight, level, count) in enumerate(zip(weights, levels, counts, strict=True))
            if room[at]
        ]
        receiver = -max(pulls)[2]
        counts[receiver] += 1
        room[receiver] -= 1
        receivers.append(receiver)
    return receivers


@lru_cache(maxsize=256)
def _shares(count: int, weights: tuple[int, ...], room: tuple[int, ...], taken: tuple[int, ...]) -> tuple[int, ...]:
    """How many more each receiver gets: each next one to whom most is owed, the newest of equals."""
    shares = [0] * len(weights)
    for _ in range(count):
        open_ones = [at for at, share in enumerate(shares) if share < room[at]]
        shares[max(open_ones, key=lambda at: (weights[at] / (taken[at] + shares[at] + 1), -at))] += 1
    return tuple(shares)


def _by_knowledge(deal: Deal, room: list[int]) -> list[int]:
    """Fill the shares, each offer where its technology is known best; who has least choice chooses first."""
    receivers = [-1] * len(deal.offers)
    left = list(range(len(receivers)))
    for level in sorted({level for levels in deal.levels for level in levels}, reverse=True):
        knowers = [[at for at, own in enumerate(levels) if own >= level] for levels in deal.levels]
        if level:
            left.sort(key=lambda at: len(knowers[deal.offers[at].stack]))
        waiting = []
        for at in left:
            for receiver in knowers[deal.offers[at].stack]:
                if room[receiver]:
                    room[receiver] -= 1
                    receivers[at] = receiver
                    break
            else:
                waiting.append(at)
        left = sorted(waiting)
    return receivers
