"""Answers to what a person asks about a plan: why here, why not there, what would it cost, what is still missing.

    Study  ->  explain() | why()  ->  sentences with the lines that they rest on

"Why not there?" is answered by solving the same problem again with the point there: what changes is the cost, and
whoever moves is named. Nothing is estimated.

Promises (tests in tests/core/test_explaining.py):

* The parts of a placement, summed, are what the solver was told.
* What another place would cost is what is lost when a person pins the point there.
* The lines that are quoted stand in the resume and in the posting.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from resume_customizer.core.document import Experience
from resume_customizer.core.errors import NotFound
from resume_customizer.core.naming.mentions import technologies_of
from resume_customizer.core.naming.technologies import relatives_of
from resume_customizer.core.planning.decided import Study
from resume_customizer.core.planning.fit import NAMED, UNKNOWN
from resume_customizer.core.planning.needs import names_any
from resume_customizer.core.planning.objective import PRESETS, Problem, Weights, Worth, worth_of
from resume_customizer.core.planning.plan import Placement, Plan, experience_title
from resume_customizer.core.planning.similarity import text_key
from resume_customizer.core.planning.telling_words import share_a_word
from resume_customizer.core.planning.weighing import Part

_SHOWN = 3
"""Points that are named as moving; more are counted."""


class Quote(NamedTuple):
    """A line that a reason rests on."""

    source: str
    """`resume` or `posting`."""
    line: int | None
    """In the posting, from 1."""
    text: str


class Explained(NamedTuple):
    """Why one point stands where it stands."""

    row: Placement
    parts: tuple[Part, ...]
    quotes: tuple[Quote, ...]


class Elsewhere(NamedTuple):
    """What another place would mean for a point."""

    experience: int
    title: str
    cost: int | None
    """How much worse the whole would be (units of docs/distribution.md); None where the point can't go."""
    sentence: str


class Answered(NamedTuple):
    """Why a point stands where it stands and not elsewhere."""

    point: str
    experience: int | None
    reason: str
    quotes: tuple[Quote, ...]
    elsewhere: tuple[Elsewhere, ...]


def explain(done: Study, plan: Plan) -> tuple[Explained, ...]:
    """Every placement of the plan that was studied, with what counted and the lines that say so."""
    places = {_key(done, at): (at, own) for at, own in enumerate(done.hands) if own is not None}
    explained = []
    for row in plan.placements:
        found = places.get((row.technology, row.line, row.point))
        if found is None:
            explained.append(Explained(row, (), ()))
            continue
        explained.append(Explained(row, done.scales.parts(*found, _weights(done)), _quotes(done, *found)))
    return tuple(explained)


def as_it_stands(done: Study, plan: Plan) -> Study:
    """A study of a plan's points, with everything where the plan has it, edited or not."""
    chosen = {position: receiver for receiver, position in enumerate(done.receivers.chosen)}
    places = {(row.technology, row.line, row.point): chosen.get(row.experience) for row in plan.placements}
    return done._replace(hands=tuple(places.get(_key(done, at)) for at in range(len(done.open))))


def why(done: Study, plan: Plan, asked: str) -> Answered:
    """Why a point (some of its words, or its line in the points file) stands where it stands, and not elsewhere.

    Raises NotFound when no point, or more than one, is meant.
    """
    rows = [*plan.placements, *plan.unplaced]
    row = rows[_find(asked, [(row.point, row.line) for row in rows])]
    at = next((at for at in range(len(done.open)) if _key(done, at) == (row.technology, row.line, row.point)), None)
    here = row.experience if isinstance(row, Placement) else None
    if at is None:
        return Answered(row.point, here, row.reason, (), ())
    own = done.hands[at]
    quotes = _quotes(done, at, own) if own is not None else ()
    return Answered(row.point, here, row.reason, quotes, tuple(_elsewhere(done, at)))


def _find(asked: str, rows: list[tuple[str, int]]) -> int:
    wanted = text_key(asked)
    exact = [at for at, (point, _) in enumerate(rows) if text_key(point) == wanted]
    if not exact and asked.strip().isdecimal():
        exact = [at for at, (_, line) in enumerate(rows) if line == int(asked)]
    found = exact or [at for at, (point, _) in enumerate(rows) if wanted and wanted in text_key(point)]
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"No point says “{asked}”. Give some of its words, or its line in the points file."
        raise NotFound("no-such-point", message)
    named = "; ".join(f"line {rows[at][1]}: “{rows[at][0]}”" for at in found[:_SHOWN])
    raise NotFound("many-such-points", f"{len(found)} points say “{asked}”: {named}. Give more words, or the line.")


def _key(done: Study, at: int) -> tuple[str, int, str]:
    offer = done.open[at]
    return offer.technology, offer.point.line, offer.point.text


def _weights(done: Study) -> Weights:
    return done.rules.weighing() if done.strategy == "best" else PRESETS["balanced"]


def _quotes(done: Study, at: int, receiver: int) -> tuple[Quote, ...]:
    """The lines that speak for a placement, each once."""
    return tuple(dict.fromkeys(_all_quotes(done, at, receiver)))


def _all_quotes(done: Study, at: int, receiver: int) -> Iterator[Quote]:
    scales, experience = done.scales, done.scales.experiences[receiver]
    fit = scales.fit(at, receiver)
    if fit.level != UNKNOWN:
        own = technologies_of(scales.heading(at))
        names = own if fit.level == NAMED else tuple(relative for name in own for relative in relatives_of(name))
        line = next((line for line in _lines_of(experience) if names_any(line, names)), "")
        if line:
            yield Quote("resume", None, line)
    for word in scales.shared_words(at, receiver):
        line = next((line for line in _lines_of(experience) if share_a_word(word, line)), "")
        if line:
            yield Quote("resume", None, line)
            break
    asked = scales.asked_for(at).technology
    if asked is not None:
        yield Quote("posting", asked.evidence[0].line, asked.evidence[0].text)


def _lines_of(experience: Experience) -> Iterator[str]:
    """An experience's lines, the telling ones first."""
    yield from filter(None, (experience.environment, experience.role))
    lines = [" ".join(line.split()) for line in experience.text.split("\n")]
    yield from (line for line in lines if line and line not in experience.header)


def _elsewhere(done: Study, at: int) -> Iterator[Elsewhere]:
    """Every experience but the point's own."""
    chosen = done.receivers.chosen
    for position, experience in enumerate(done.document.experiences):
        title = experience_title(experience, position)
        if position not in chosen[: done.receivers.usual]:
            yield Elsewhere(position, title, None, _why_not_receiving(done, position))
        elif done.hands[at] != chosen.index(position):
            cost, sentence = _cost(done, at, chosen.index(position))
            yield Elsewhere(position, title, cost, sentence)


def _why_not_receiving(done: Study, position: int) -> str:
    experience, rules = done.document.experiences[position], done.rules
    if experience.anchor is None:
        return f"It can't take points: {(experience.no_anchor_reason or 'no bullet can be added safely').rstrip('.')}."
    if position in rules.exclude:
        return "It is excluded."
    if rules.include and position not in rules.include:
        return "It is not among the experiences that were asked for."
    if experience.kind == "volunteer" or not experience.bullets:
        return "Surer experiences receive first; --include makes it receive."
    count = rules.experiences or done.receivers.usual
    return f"Only {count} receive, the newest first; --experiences or --include lets more receive."


def _cost(done: Study, at: int, receiver: int) -> tuple[int | None, str]:
    """What it costs to put a point there, and who else would move."""
    problem = done.problem
    own = _difference(done, at, receiver)
    if problem is None:
        told = f" By the weights of `best`: {own}." if own else ""
        return None, f"“{done.strategy}” deals by its rule and weighs nothing.{told}"
    if problem.gains[at][receiver] is None:
        return None, f"It is refused there: {done.scales.anachronism(at, receiver)}."
    answer = pinned_answer(problem, at, receiver)
    if answer is None:
        return None, "The limits that were asked for, and what is locked, leave no room there."
    now, then = worth_of(problem, done.hands), worth_of(problem, answer)
    cost = now.worth - then.worth
    said = [_coverage_lost(now, then), _price(cost), own, _movers(done, at, answer)]
    text = "; ".join(filter(None, said))
    return cost, f"{text[0].upper()}{text[1:]}."


def pinned_answer(problem: Problem, at: int, receiver: int) -> tuple[int | None, ...] | None:
    """The best distribution with one point at one receiver; None when that breaks a limit."""
    from resume_customizer.core.planning.objective import is_allowed
    from resume_customizer.core.planning.solving import solve

    pinned = list(problem.pinned) or [None] * len(problem.gains)
    pinned[at] = receiver
    asked = replace(problem, pinned=pinned)
    if not is_allowed(replace(asked, needs=()), pinned):
        return None
    return solve(asked).receivers


def _price(cost: int) -> str:
    return (
        f"it would cost {cost:,}" if cost > 0 else f"it would gain {-cost:,}" if cost < 0 else "it would cost nothing"
    )


def _coverage_lost(now: Worth, then: Worth) -> str:
    lost = []
    for name, before, after in (("must-have", now.musts, then.musts), ("nice-to-have", now.nices, then.nices)):
        if after < before:
            lost.append(
                f"{before - after} {name}{'' if before - after == 1 else 's'} of the posting would not be shown"
            )
    return " and ".join(lost)


def _difference(done: Study, at: int, receiver: int) -> str:
    """What speaks for the point there and where it stands, as far as it differs."""
    weights, own = _weights(done), done.hands[at]
    there = {part.name: part for part in done.scales.parts(at, receiver, weights)}
    here = {part.name: part for part in done.scales.parts(at, own, weights)} if own is not None else {}
    said = []
    for name in dict.fromkeys((*here, *there)):
        mine, other = here.get(name), there.get(name)
        difference = (other.worth if other else 0) - (mine.worth if mine else 0)
        if difference and own is not None:
            said.append(_compared(mine, other))
    return "; ".join(said)


def _compared(here: Part | None, there: Part | None) -> str:
    """One thing that counts differently in two places."""
    if there is None:
        return f"where it stands, {here.clause} ({here.worth:+,}), and not there" if here else ""
    said = f"there, {there.clause} ({there.worth:+,}"
    return f"{said} instead of {here.worth:+,})" if here else f"{said})"


def _movers(done: Study, at: int, answer: tuple[int | None, ...]) -> str:
    """Who else would stand elsewhere."""
    moved = [n for n, (now, then) in enumerate(zip(done.hands, answer, strict=True)) if now != then and n != at]
    if not moved:
        return "nothing else would move"
    named = []
    for n in moved[:_SHOWN]:
        receiver = answer[n]
        where = f"to experience {done.receivers.chosen[receiver]}" if receiver is not None else "out of the resume"
        named.append(f"“{done.open[n].point.text}” {where}")
    more = f", and {len(moved) - _SHOWN} more" if len(moved) > _SHOWN else ""
    return f"this would move {'; '.join(named)}{more}"
