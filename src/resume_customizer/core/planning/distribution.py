"""Decide which points go under which experience.

    ResumeDocument + PointBank (+ Analysis)  ->  study()  ->  Study: who goes where  ->  plan_of()  ->  Plan

Four steps: who receives (receivers), what the resume says already (similarity), who goes first when room is short,
and who goes where: by the best answer there is (weighing, objective, solving), or by one of the classic strategies.
Of a classic strategy's points first go the technologies that a posting names, then relatives of those, then the
others; of equals the first point of each technology, then the second of each, so that a short room is shared too.
What a person has locked stays where it is; everything else is decided around it.

Promises (tests in tests/core/test_distribution.py):

* Every point of the bank is placed once or listed as unplaced with its reason.
* The same input gives the same plan, on every machine.
* No experience gets more than the cap; an excluded one, or one without a safe place, gets nothing.
* A point that the resume says already is left out, with the line that says it; of points that say the same one is kept.
* Each placement has its reason with the evidence.
* What is locked stays, word for word and in its place.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.planning.decided import NO_WISHES, Study, Wishes, plan_of
from resume_customizer.core.planning.plan import NO_EXPERIENCE, Placement, Plan, Unplaced
from resume_customizer.core.planning.reasons import count_given, why_left_out
from resume_customizer.core.planning.receivers import add_receivers, check_experiences, choose_receivers
from resume_customizer.core.planning.rules import DEFAULT_RULES, DistributionRules, StrategyName
from resume_customizer.core.planning.similarity import find_repeats, index_lines
from resume_customizer.core.planning.strategies import STRATEGIES, Deal, Offer, Strategy, share_out
from resume_customizer.core.planning.weighing import NO_AIDS, Aids, Limits, Scales
from resume_customizer.core.points import Point, PointBank

if TYPE_CHECKING:
    from resume_customizer.core.analysis import Analysis


def distribute(
    document: ResumeDocument,
    bank: PointBank,
    rules: DistributionRules = DEFAULT_RULES,
    analysis: "Analysis | None" = None,
    aids: Aids = NO_AIDS,
) -> Plan:
    """The plan for these points in this resume; raises InvalidInput for an experience that is not there."""
    return plan_of(study(document, bank, rules, analysis, aids))


def study(
    document: ResumeDocument,
    bank: PointBank,
    rules: DistributionRules = DEFAULT_RULES,
    analysis: "Analysis | None" = None,
    aids: Aids = NO_AIDS,
    wishes: Wishes = NO_WISHES,
) -> Study:
    """Decide who goes where; raises InvalidInput for more points than `best` decides on in reasonable time."""
    points = sum(len(stack.points) for stack in bank.stacks)
    strategy = rules.settled(something_to_weigh=analysis is not None or aids.nearness is not None, points=points)
    inside = [row for row in wishes.locked if row.experience != NO_EXPERIENCE]
    check_experiences([position for position, _ in rules.caps], len(document.experiences))
    receivers = choose_receivers(document, rules.experiences, rules.include, rules.exclude)
    receivers = add_receivers(receivers, document, [row.experience for row in inside])
    offers, locked = _offers(bank, inside)
    reasons = _left_out(wishes.left_out, offers) | _already_said(document, offers, locked)
    waiting = tuple(offer for offer in offers if offer.position in locked or offer.position not in reasons)
    if not receivers.chosen:
        reasons |= {offer.position: (receivers.code, receivers.reason) for offer in waiting}
        waiting = ()
    scales = Scales(document, waiting, receivers.chosen, analysis, aids)
    before = Study(document, rules, strategy, receivers, offers, scales, waiting, (), locked, wishes, reasons)
    pinned = _pinned(before)
    before = before._replace(points=points, caps=_caps(before, pinned))
    return _solved(before, pinned) if strategy == "best" else _dealt(before, strategy, pinned)


def study_again(done: Study, most_lines: int) -> Study:
    """The best answer with another limit of lines; what does not hang on it is not looked at again."""
    waiting = {offer.position for offer in done.open}
    reasons = {position: reason for position, reason in done.reasons.items() if position not in waiting}
    rules = replace(done.rules, most_lines=most_lines)
    return _solved(done._replace(rules=rules, reasons=reasons), _pinned(done))


def _pinned(before: Study) -> list[int | None]:
    """For each open point the receiver that a person has chosen."""
    chosen, locked = before.receivers.chosen, before.locked
    return [
        chosen.index(locked[offer.position].experience) if offer.position in locked else None for offer in before.open
    ]


def _offers(bank: PointBank, locked: Sequence[Placement]) -> tuple[tuple[Offer, ...], dict[int, Placement]]:
    """All points in order, and the locked rows by the position of theirs; rows by hand get a place of their own."""
    keep = {(row.technology, row.line, row.point): row for row in locked}
    offers, found = [], dict[int, Placement]()
    stacks = {stack.technology: at for at, stack in enumerate(bank.stacks)}
    for at, stack in enumerate(bank.stacks):
        for rank, point in enumerate(stack.points):
            row = keep.pop((stack.technology, point.line, point.text), None)
            if row is not None:
                found[len(offers)] = row
            offers.append(Offer(point, stack.technology, at, rank, len(offers)))
    ranks = Counter(offer.stack for offer in offers)
    for row in keep.values():
        found[len(offers)] = row
        at = stacks.setdefault(row.technology, len(stacks))
        offers.append(Offer(Point(row.point, row.line), row.technology, at, ranks[at], len(offers)))
        ranks[at] += 1
    return tuple(offers), found


def _left_out(left_out: Sequence[Unplaced], offers: Sequence[Offer]) -> dict[int, tuple[str, str]]:
    """Code and reason for each point that a person left out, by position."""
    out = {(row.technology, row.line, row.point): (row.code, row.reason) for row in left_out}
    keys = {offer.position: (offer.technology, offer.point.line, offer.point.text) for offer in offers}
    return {position: out[key] for position, key in keys.items() if key in out}


def _already_said(
    document: ResumeDocument, offers: tuple[Offer, ...], locked: dict[int, Placement]
) -> dict[int, tuple[str, str]]:
    """Code and reason for each offer that the resume or an earlier point says already, by position."""
    said: dict[int, tuple[str, str]] = {}
    repeats = find_repeats(tuple(offer.point.text for offer in offers))
    index = index_lines(document.lines)
    for at, offer in enumerate(offers):
        if offer.position in locked:
            continue
        line = index.find(offer.point.text)
        if line is not None:
            said[offer.position] = ("already-there", f"The resume says this already: “{line}”")
        elif at in repeats:
            first = offers[repeats[at]].point
            said[offer.position] = ("repeated", f"Says the same as the point in line {first.line}: “{first.text}”")
    return said


def _caps(before: Study, pinned: Sequence[int | None]) -> tuple[int, ...]:
    """The most points for each receiver: never fewer than a person has put there."""
    usual = before.rules.points_per_experience or max(1, len(before.open))
    special = dict(before.rules.caps)
    caps = []
    put = Counter(pinned)
    for at, position in enumerate(before.receivers.chosen):
        cap = special.get(position, usual) if at < before.receivers.usual else 0
        caps.append(max(cap, put[at]))
    return tuple(caps)


def _solved(before: Study, pinned: Sequence[int | None]) -> Study:
    """With the best answer."""
    from resume_customizer.core.planning.solving import solve

    limits = _limits(before, pinned)
    problem = before.scales.problem(before.rules.weighing(), before.caps, limits)
    answer = solve(problem)
    given = count_given(before.scales, answer.receivers, before.caps)
    left = {
        offer.position: why_left_out(before.scales, at, given, before.caps, limits)
        for at, (offer, receiver) in enumerate(zip(before.open, answer.receivers, strict=True))
        if receiver is None
    }
    reasons = before.reasons | left
    return before._replace(hands=answer.receivers, reasons=reasons, problem=problem, gap=answer.gap)


def _limits(before: Study, pinned: Sequence[int | None]) -> Limits:
    """The rules for these points, widened where a person has locked more than they allow."""
    rules, offers = before.rules, before.open
    own = {heading.casefold(): quota for heading, quota in rules.quotas}
    quotas: dict[int, int] = {}
    for offer in offers:
        quota = own.get(offer.technology.casefold(), rules.points_per_technology)
        if quota is not None:
            quotas[offer.stack] = quota
    kept = [(offer.stack, pin) for offer, pin in zip(offers, pinned, strict=True) if pin is not None]
    put = Counter(stack for stack, _ in kept)
    for stack, quota in quotas.items():
        quotas[stack] = max(quota, put[stack])
    each = rules.same_technology
    most = rules.most_lines
    if each is not None and kept:
        each = max(each, *Counter(kept).values())
    if most is not None:
        most = max(most, sum(before.scales.lines(at, pin) for at, pin in enumerate(pinned) if pin is not None))
    return Limits(quotas, each, most, pinned if kept else (), rules.refuse_anachronisms)


def _dealt(before: Study, strategy: StrategyName, pinned: Sequence[int | None]) -> Study:
    """Shared out by a classic strategy."""
    classic: Strategy = next(each for each in STRATEGIES if each == strategy)
    scales, caps = before.scales, before.caps
    hands: list[int | None] = list(pinned)
    free = _rank_anew([at for at, pin in enumerate(pinned) if pin is None], before.open)
    first = sorted(free, key=lambda at: (-scales.asked_for(at).level, free[at].rank, free[at].stack))
    put = Counter(pinned)
    taken = tuple(put[receiver] for receiver in range(len(caps)))
    room = sum(caps) - sum(taken)
    stacks = {offer.stack: at for at, offer in enumerate(before.open)}
    levels = [
        tuple([scales.fit(stacks[stack], receiver).level for receiver in range(len(caps))]) if stack in stacks else ()
        for stack in range(max(stacks, default=-1) + 1)
    ]
    offers = [free[at] for at in first[:room]]
    per_cycle = before.rules.points_per_cycle
    deal = Deal(offers, len(caps), max(caps, default=1), levels, bool(scales.asked), per_cycle, caps, taken)
    for at, receiver in zip(first[:room], share_out(classic, deal) if offers else (), strict=True):
        hands[at] = receiver
    given = count_given(scales, hands, caps)
    left = {before.open[at].position: why_left_out(scales, at, given, caps, None) for at in first[room:]}
    return before._replace(hands=tuple(hands), reasons=before.reasons | left)


def _rank_anew(free: Sequence[int], offers: Sequence[Offer]) -> dict[int, Offer]:
    """Count each stack's points without those that are left out."""
    counts: dict[int, int] = {}
    ranked = {}
    for at in free:
        offer = offers[at]
        rank = counts.get(offer.stack, 0)
        counts[offer.stack] = rank + 1
        ranked[at] = offer if offer.rank == rank else offer._replace(rank=rank)
    return ranked
