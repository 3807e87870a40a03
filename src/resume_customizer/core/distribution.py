"""Decide which points go under which experience.

    ResumeDocument + PointBank (+ Posting)  ->  distribute()  ->  Plan

Four steps: who receives (receivers), what the resume says already (similarity), who goes first when room is short,
how the rest is shared out (strategies). First go the technologies that a posting names, then relatives of those, then
the others; of equals the first point of each technology, then the second of each, so that a short room is shared too.
What experiences know always decides which points take the places of a share (not in round-robin, cycles and newest,
which deal as their names say); with a posting it bends the shares themselves.

Promises (tests in tests/core/test_distribution.py):

* Every point of the bank is placed once or listed as unplaced with its reason.
* The same input gives the same plan, on every machine.
* No experience gets more than the cap; an excluded one, or one without a safe place, gets nothing.
* A point that the resume says already is left out, with the line that says it; of points that say the same one is kept.
* Each placement has its reason with the evidence.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.fit import Fit, fit_of
from resume_customizer.core.plan import Placement, Plan, Unplaced
from resume_customizer.core.receivers import Receivers, choose_receivers
from resume_customizer.core.similarity import find_repeats, index_lines
from resume_customizer.core.strategies import STRATEGIES, Deal, Offer, Strategy, share_out
from resume_customizer.core.tech_stack import PointBank

if TYPE_CHECKING:
    from resume_customizer.core.posting import Posting, Relevance

Order = Literal["grouped", "interleaved", "as-given"]
ORDERS: tuple[Order, ...] = ("grouped", "interleaved", "as-given")


@dataclass(frozen=True, slots=True)
class DistributionRules:
    """How far to spread the points; raises InvalidInput `bad-rules` for what makes no sense."""

    strategy: Strategy = "weighted"
    experiences: int | None = None
    """How many experiences receive, newest first; None for three, or for all of `include`."""
    points_per_experience: int | None = None
    """The most new points for one experience; None for no limit."""
    include: tuple[int, ...] = ()
    """Only these experiences, by position; empty for all."""
    exclude: tuple[int, ...] = ()
    """Never these, also when included."""
    order: Order = "grouped"
    """Within an experience: by technology, technologies in turn, or as in the input."""
    points_per_cycle: int = 2
    """For `cycles`: points of each technology to one experience before the next one's turn."""

    def __post_init__(self) -> None:
        if self.strategy not in STRATEGIES:
            raise InvalidInput(
                "bad-rules", f"There is no strategy “{self.strategy}”; there are: {', '.join(STRATEGIES)}."
            )
        if self.order not in ORDERS:
            raise InvalidInput("bad-rules", f"There is no order “{self.order}”; there are: {', '.join(ORDERS)}.")
        for name in ("experiences", "points_per_experience", "points_per_cycle"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise InvalidInput("bad-rules", f"{name.replace('_', ' ')} is {value}; it must be at least 1.")


DEFAULT_RULES = DistributionRules()


def distribute(
    document: ResumeDocument,
    bank: PointBank,
    rules: DistributionRules = DEFAULT_RULES,
    posting: "Posting | None" = None,
) -> Plan:
    """The plan for these points in this resume; raises InvalidInput for an experience that is not there."""
    receivers = choose_receivers(document, rules.experiences, rules.include, rules.exclude)
    offers = tuple(_offers(bank))
    said = _already_said(document, offers)
    fresh = [offer for offer in offers if offer.position not in said]
    if receivers.chosen:
        placements, left = _deal(_read_table(document, bank, rules, posting, receivers), fresh)
    else:
        placements, left = (), {offer.position: (receivers.code, receivers.reason) for offer in fresh}
    reasons = said | left
    unplaced = tuple(
        Unplaced(offer.point.text, offer.technology, offer.point.line, *reasons[offer.position])
        for offer in offers
        if offer.position in reasons
    )
    return Plan(document.sha256, placements, unplaced, rules.strategy, points=len(offers), notices=receivers.notices)


def _offers(bank: PointBank) -> Iterator[Offer]:
    position = 0
    for stack, tech_stack in enumerate(bank.stacks):
        for rank, point in enumerate(tech_stack.points):
            yield Offer(point, tech_stack.technology, stack, rank, position)
            position += 1


def _already_said(document: ResumeDocument, offers: tuple[Offer, ...]) -> dict[int, tuple[str, str]]:
    """Code and reason for each offer that the resume or an earlier point says already, by position."""
    said: dict[int, tuple[str, str]] = {}
    repeats = find_repeats(tuple(offer.point.text for offer in offers))
    index = index_lines(document.lines)
    for at, offer in enumerate(offers):
        line = index.find(offer.point.text)
        if line is not None:
            said[offer.position] = ("already-there", f"The resume says this already: “{line}”")
        elif at in repeats:
            first = offers[repeats[at]].point
            said[offer.position] = ("repeated", f"Says the same as the point in line {first.line}: “{first.text}”")
    return said


class _Table(NamedTuple):
    """Who is dealt to, and what speaks for which place."""

    rules: DistributionRules
    receivers: Receivers
    fits: list[tuple[Fit, ...]]
    """For each stack: how well each receiver knows it."""
    relevances: "list[Relevance] | None"
    """For each stack: how the posting speaks of it; None without a posting."""

    def relevance(self, offer: Offer) -> int:
        """How much the posting asks for this point; 0 without a posting."""
        return self.relevances[offer.stack].level if self.relevances else 0


def _read_table(
    document: ResumeDocument,
    bank: PointBank,
    rules: DistributionRules,
    posting: "Posting | None",
    receivers: Receivers,
) -> _Table:
    experiences = [document.experiences[index] for index in receivers.chosen]
    names = [stack.technology for stack in bank.stacks]
    fits = [tuple([fit_of(name, experience) for experience in experiences]) for name in names]
    if posting is None:
        return _Table(rules, receivers, fits, None)
    from resume_customizer.core.posting import relevance_of

    return _Table(rules, receivers, fits, [relevance_of(name, posting) for name in names])


def _deal(table: _Table, fresh: list[Offer]) -> tuple[tuple[Placement, ...], dict[int, tuple[str, str]]]:
    """Placements in the order of the experiences; code and reason for what found no room, by position."""
    rules, chosen = table.rules, table.receivers.chosen
    first = sorted(_rank_anew(fresh), key=lambda offer: (-table.relevance(offer), offer.rank, offer.stack))
    cap = rules.points_per_experience or max(1, len(first))
    room = cap * len(chosen)
    levels = [tuple([fit.level for fit in fits]) for fits in table.fits]
    deal = Deal(first[:room], len(chosen), cap, levels, table.relevances is not None, rules.points_per_cycle)
    hands: list[list[Offer]] = [[] for _ in chosen]
    for offer, receiver in zip(deal.offers, share_out(rules.strategy, deal), strict=True):
        hands[receiver].append(offer)
    placements: list[Placement] = []
    for receiver in sorted(range(len(chosen)), key=chosen.__getitem__):
        placements += _placements(table, receiver, hands[receiver])
    return tuple(placements), {offer.position: ("no-room", _no_room(table, offer, cap)) for offer in first[room:]}


def _rank_anew(fresh: list[Offer]) -> list[Offer]:
    """Count each stack's points without those that are left out."""
    counts: dict[int, int] = {}
    ranked = []
    for offer in fresh:
        rank = counts.get(offer.stack, 0)
        counts[offer.stack] = rank + 1
        ranked.append(offer if offer.rank == rank else offer._replace(rank=rank))
    return ranked


def _placements(table: _Table, receiver: int, hand: list[Offer]) -> Iterator[Placement]:
    """One receiver's points in their order."""
    experience, rule = table.receivers.chosen[receiver], table.rules.strategy
    hand.sort(key=_SORT_KEYS[table.rules.order])
    of_all = f" of {len(hand)} {'point' if len(hand) == 1 else 'points'}"
    words = {stack: _reason(table, receiver, stack) for stack in {offer.stack for offer in hand}}
    for number, offer in enumerate(hand, 1):
        before, after = words[offer.stack]
        reason = f"{before}{number}{of_all}{after}."
        yield Placement(offer.point.text, offer.technology, offer.point.line, experience, None, rule, reason)


def _reason(table: _Table, receiver: int, stack: int) -> tuple[str, str]:
    """What stands before and behind "2 of 6 points" in the reason of a stack's points."""
    place, evidence = table.receivers.places[receiver], table.fits[stack][receiver].evidence
    said = f"{evidence}; {place}" if evidence else f"{place[0].upper()}{place[1:]}"
    return f"{said}, {_TURNS.get(table.rules.strategy, '')}", _asked(table, stack)


_TURNS = {"round-robin": "dealt in turn, ", "cycles": "dealt in cycles, "}
_SORT_KEYS: dict[Order, Callable[[Offer], tuple[int, int]]] = {
    "grouped": lambda offer: (offer.stack, offer.rank),
    "interleaved": lambda offer: (offer.rank, offer.stack),
    "as-given": lambda offer: (offer.point.line, offer.position),
}


def _asked(table: _Table, stack: int) -> str:
    """What the posting says of a stack."""
    relevance = table.relevances[stack] if table.relevances else None
    if relevance is None or relevance.named is None:
        return ""
    close = f", a relative of {relevance.of}," if relevance.level == 1 else ""
    return f"; the posting names {relevance.named.name}{close} in line {relevance.named.lines[0]}"


def _no_room(table: _Table, offer: Offer, cap: int) -> str:
    count = len(table.receivers.chosen)
    who = "the one experience that receives has" if count == 1 else f"the {count} experiences that receive have"
    points = "1 point" if cap == 1 else f"{cap} points"
    each = "" if count == 1 else " each"
    later = f" The posting does not name {offer.technology}, so others went first." if _came_last(table, offer) else ""
    return f"No room: {who} {points}{each} already.{later}"


def _came_last(table: _Table, offer: Offer) -> bool:
    return bool(table.relevances) and table.relevance(offer) == 0 and any(each.level for each in table.relevances or ())
