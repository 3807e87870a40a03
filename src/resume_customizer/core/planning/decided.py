"""What was decided about a point bank and a resume, and the plan that says so.

    Wishes: what a person has decided already  ->  distribution.study()  ->  Study  ->  plan_of()  ->  Plan

A study is the whole answer: which point goes to which experience, and what that followed from. Questions about a plan
are answered with it (explaining), and another limit of lines needs no second one (distribution.study_again).

Promises and tests: those of resume_customizer.core.planning.distribution.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.plan import NO_EXPERIENCE, Placement, Plan, Unplaced, check_place
from resume_customizer.core.planning.reasons import numbered, reason_of
from resume_customizer.core.planning.receivers import Receivers
from resume_customizer.core.planning.rules import DistributionRules, StrategyName, rules_to_json
from resume_customizer.core.planning.strategies import Offer
from resume_customizer.core.planning.weighing import Scales

if TYPE_CHECKING:
    from resume_customizer.core.planning.objective import Problem


class Wishes(NamedTuple):
    """What a person has decided already."""

    locked: tuple[Placement, ...] = ()
    """Rows that stay as they are."""
    places: tuple[int, ...] = ()
    """For each of them its place among the points of its experience, from 0."""
    left_out: tuple[Unplaced, ...] = ()
    """Points that are not to be placed."""


NO_WISHES = Wishes()


class Study(NamedTuple):
    """Everything that a plan follows from; what its questions are answered with."""

    document: ResumeDocument
    rules: DistributionRules
    strategy: StrategyName
    receivers: Receivers
    offers: tuple[Offer, ...]
    """All points, those that a person put in by hand at the end."""
    scales: Scales
    """Of the open points, see `open`."""
    open: tuple[Offer, ...]
    """Those that can be placed, locked ones among them."""
    hands: tuple[int | None, ...]
    """For each open point its receiver, or None."""
    locked: dict[int, Placement]
    """Rows that stay, by the position of their point."""
    wishes: Wishes
    reasons: dict[int, tuple[str, str]]
    """Code and reason for each point that is not placed, by its position."""
    points: int = 0
    """How many the point bank has."""
    caps: tuple[int, ...] = ()
    problem: "Problem | None" = None
    """What was solved; None for the classic strategies."""
    gap: int = 0
    """How much better, at most, another answer could be; 0 for the proven best."""


def plan_of(done: Study) -> Plan:
    """What a study says, as a plan; raises InvalidInput when points are to follow a bullet that is not there."""
    placements = tuple(_all_placements(done))
    for row in placements if done.rules.behind else ():
        check_place(row, done.document.experiences, f"behind {row.after}")
    unplaced = tuple(
        Unplaced(offer.point.text, offer.technology, offer.point.line, *done.reasons[offer.position])
        for offer in done.offers
        if offer.position in done.reasons
    )
    return Plan(
        done.document.sha256,
        (*(row for row in done.wishes.locked if row.experience == NO_EXPERIENCE), *placements),
        unplaced,
        done.strategy,
        points=done.points,
        notices=(*done.receivers.notices, *_notices(done)),
        rules=rules_to_json(done.rules),
        gap=done.gap,
        reading=done.document.reading,
    )


def _all_placements(done: Study) -> Iterator[Placement]:
    """The rows in the order of the experiences."""
    behind, chosen = dict(done.rules.behind), done.receivers.chosen
    places = dict(zip(done.wishes.locked, done.wishes.places, strict=False))
    for receiver in sorted(range(len(chosen)), key=chosen.__getitem__):
        hand = sorted((at for at, own in enumerate(done.hands) if own == receiver), key=lambda at: _sort_key(done, at))
        rows: list[int | Placement] = [at for at in hand if done.open[at].position not in done.locked]
        kept = [done.locked[done.open[at].position] for at in hand if done.open[at].position in done.locked]
        for row in sorted(kept, key=lambda row: places.get(row, len(hand))):
            rows.insert(places.get(row, len(rows)), row)
        for number, row in enumerate(rows, 1):
            yield row if isinstance(row, Placement) else _row(done, row, receiver, behind, (number, len(rows)))


def _row(done: Study, at: int, receiver: int, behind: dict[int, int], place: tuple[int, int]) -> Placement:
    offer, position = done.open[at], done.receivers.chosen[receiver]
    weights = done.rules.weighing() if done.strategy == "best" else None
    reason = reason_of(done.scales, at, receiver, done.receivers.places[receiver], done.strategy, weights)
    after, point = behind.get(position), offer.point
    return Placement(point.text, offer.technology, point.line, position, after, done.strategy, numbered(reason, *place))


def _sort_key(done: Study, at: int) -> tuple[int, ...]:
    offer = done.open[at]
    if done.rules.order == "grouped":
        return offer.stack, offer.rank
    if done.rules.order == "interleaved":
        return offer.rank, offer.stack
    if done.rules.order == "as-given":
        return offer.point.line, offer.position
    return -done.scales.asked_for(at).level, offer.stack, offer.rank


def _notices(done: Study) -> Iterator[Notice]:
    """What a person should look at."""
    for at, receiver in enumerate(done.hands):
        late = done.scales.anachronism(at, receiver) if receiver is not None else ""
        if late:
            yield Notice("anachronism", f"“{done.open[at].point.text}”: {late}.", f"line {done.open[at].point.line}")
    yield from done.scales.notices
    if done.gap:
        message = f"The search was stopped early: another distribution may be better by up to {done.gap}."
        yield Notice("stopped-early", message)
