"""What a person changes in a plan, as pure functions on plans; and the way back.

    Plan  ->  move | lock | leave_out | put_back | reorder | reword | put_behind | add | cap  ->  Plan
    Plan  ->  resolve()  ->  Plan: everything that is not locked, decided anew
    History  ->  do() | undo() | redo()

Rows are counted from 1, as they are shown. A change that can't be carried out raises InvalidInput and changes nothing;
nothing but `resolve` moves rows that a person did not name.

Promises (tests in tests/core/test_plan_editing.py):

* No point is ever lost: what is not placed is listed as left out.
* What is locked stays, word for word and in its place, however often everything else is decided anew.
* A point whose words were changed keeps its original words beside it.
* Undo gives back the very plan; redo takes it away again; a new change forgets what was undone.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.decided import Study, Wishes, plan_of
from resume_customizer.core.planning.distribution import study
from resume_customizer.core.planning.plan import BY_HAND, NO_EXPERIENCE, Placement, Plan, Unplaced, check_place
from resume_customizer.core.planning.plan_rows import clean_point
from resume_customizer.core.planning.rules import parse_rules, rules_to_json
from resume_customizer.core.planning.weighing import NO_AIDS, Aids
from resume_customizer.core.points import Point, PointBank, TechStack

if TYPE_CHECKING:
    from resume_customizer.core.analysis import Analysis

LEFT_OUT = "left-out"
"""The code of a point that a person left out."""
_MOVED = "Moved here by hand."
_COMPUTED = ("already-there", "repeated", "no-room", "anachronism", "no-experience", "no-anchor", "excluded")
"""Codes that deciding anew may change."""


def move(plan: Plan, document: ResumeDocument, row: int, experience: int) -> Plan:
    """Pin a placed point to an experience, at the end of its new points."""
    moved = replace(_placed(plan, row), experience=experience, after=None, rule=BY_HAND, reason=_MOVED, locked=True)
    check_place(moved, document.experiences, f"row {row}")
    rest = [each for at, each in enumerate(plan.placements, 1) if at != row]
    return replace(plan, placements=_inserted(rest, moved))


def put_behind(plan: Plan, document: ResumeDocument, row: int, paragraph: int | None) -> Plan:
    """Let a placed point follow another bullet of its experience; None for the usual place."""
    reason = _MOVED if paragraph is not None else "Moved back to the usual place by hand."
    changed = replace(_placed(plan, row), after=paragraph, rule=BY_HAND, reason=reason, locked=True)
    check_place(changed, document.experiences, f"row {row}")
    return _with_row(plan, row, changed)


def reorder(plan: Plan, row: int, place: int) -> Plan:
    """Make a placed point the n-th (from 1) among the new points of its experience."""
    chosen = _placed(plan, row)
    own = [at for at, each in enumerate(plan.placements) if each.experience == chosen.experience]
    if not 1 <= place <= len(own):
        raise InvalidInput("bad-place", f"There is no place {place}; this experience has 1 to {len(own)}.")
    rows = [each for at, each in enumerate(plan.placements, 1) if at != row]
    rows.insert(own[place - 1], replace(chosen, rule=BY_HAND, reason="Put in this order by hand.", locked=True))
    return replace(plan, placements=tuple(rows))


def lock(plan: Plan, row: int) -> Plan:
    """Keep a placed point where and how it is."""
    return _with_row(plan, row, replace(_placed(plan, row), locked=True))


def unlock(plan: Plan, row: int) -> Plan:
    """Let a placed point be decided anew; one that was added by hand stays until it is left out."""
    return _with_row(plan, row, replace(_placed(plan, row), locked=False))


def leave_out(plan: Plan, row: int) -> Plan:
    """Take a point out of the resume; it is listed as left out."""
    gone = _placed(plan, row)
    rest = tuple(each for at, each in enumerate(plan.placements, 1) if at != row)
    out = Unplaced(gone.point, gone.technology, gone.line, LEFT_OUT, "Left out by hand.", gone.original)
    return replace(plan, placements=rest, unplaced=(*plan.unplaced, out))


def put_back(plan: Plan, document: ResumeDocument, row: int, experience: int) -> Plan:
    """Place a point (of the list of those left out, from 1) under an experience, whatever kept it out."""
    if not 1 <= row <= len(plan.unplaced):
        raise InvalidInput("no-such-row", f"There is no left-out row {row}; there are {len(plan.unplaced)}.")
    back = plan.unplaced[row - 1]
    reason = f"Put here by hand; it had been left out ({back.code})."
    placed = Placement(
        back.point, back.technology, back.line, experience, None, BY_HAND, reason, locked=True, original=back.original
    )
    check_place(placed, document.experiences, f"left-out row {row}")
    unplaced = tuple(each for at, each in enumerate(plan.unplaced, 1) if at != row)
    return replace(plan, placements=_inserted(list(plan.placements), placed), unplaced=unplaced)


def reword(plan: Plan, row: int, text: str) -> Plan:
    """Change a placed point's words; the original ones are kept beside them."""
    point = clean_point(text, f"row {row}")
    old = _placed(plan, row)
    original = old.original or old.point
    twin = next((n for n, e in enumerate(plan.placements, 1) if n != row and e.point == point), None)
    if twin is not None:
        raise InvalidInput("placed-twice", f"Row {twin} says this already; a point is placed once.", f"row {row}")
    changed = replace(old, point=point, original="" if point == original else original)
    return _with_row(plan, row, changed)


def add(plan: Plan, document: ResumeDocument, text: str, technology: str, experience: int) -> Plan:
    """Add a point of one's own."""
    point = clean_point(text, "the new point")
    placed = Placement(point, technology, 0, experience, None, BY_HAND, "Added by hand.", locked=True)
    check_place(placed, document.experiences, "the new point")
    if any(each.point == point for each in (*plan.placements, *plan.unplaced)):
        raise InvalidInput("placed-twice", "The plan has this point already.", "the new point")
    return replace(plan, placements=_inserted(list(plan.placements), placed))


def cap(plan: Plan, document: ResumeDocument, experience: int, most: int | None) -> Plan:
    """Limit the new points of one experience, for the next time that everything is decided anew."""
    if not 0 <= experience < len(document.experiences):
        message = f"There is no experience {experience}; this resume has {len(document.experiences)}."
        raise InvalidInput("no-such-experience", message)
    rules = parse_rules(plan.rules)
    others = [pair for pair in rules.caps if pair[0] != experience]
    caps = tuple(sorted([*others, (experience, most)])) if most is not None else tuple(others)
    return replace(plan, rules=rules_to_json(replace(rules, caps=caps)))


def resolve(plan: Plan, document: ResumeDocument, analysis: "Analysis | None" = None, aids: Aids = NO_AIDS) -> Plan:
    """Decide everything anew that is neither locked, added nor left out by hand, by the plan's own rules."""
    fresh = plan_of(study_of(plan, document, analysis, aids))
    originals = {_key(row): row.original for row in (*plan.placements, *plan.unplaced) if row.original}
    placements = tuple(
        row if row.original else replace(row, original=originals.get(_key(row), "")) for row in fresh.placements
    )
    unplaced = tuple(replace(row, original=originals.get(_key(row), "")) for row in fresh.unplaced)
    return replace(fresh, placements=placements, unplaced=unplaced, points=plan.points)


def study_of(plan: Plan, document: ResumeDocument, analysis: "Analysis | None" = None, aids: Aids = NO_AIDS) -> Study:
    """The study of a plan's points by its rules, around what a person has decided."""
    kept = [row for row in plan.placements if row.locked or row.rule == BY_HAND or row.experience == NO_EXPERIENCE]
    locked = tuple(replace(row, locked=True) for row in kept)
    wishes = Wishes(
        locked,
        tuple(_place_of(plan, row) for row in kept),
        tuple(row for row in plan.unplaced if row.code not in _COMPUTED),
    )
    return study(document, _bank_of(plan), parse_rules(plan.rules), analysis, aids, wishes)


def _place_of(plan: Plan, row: Placement) -> int:
    return [each for each in plan.placements if each.experience == row.experience].index(row)


def _bank_of(plan: Plan) -> PointBank:
    """The points of a plan as they were given, in their order; rows by hand are no part of it."""
    rows = [row for row in (*plan.placements, *plan.unplaced) if row.line]
    rows = [row for row in rows if not isinstance(row, Placement) or row.experience != NO_EXPERIENCE]
    stacks: dict[str, list[Point]] = {}
    for row in sorted(rows, key=lambda row: row.line):
        stacks.setdefault(row.technology, []).append(Point(row.point, row.line))
    return PointBank(tuple(TechStack(technology, tuple(points)) for technology, points in stacks.items()))


def _key(row: Placement | Unplaced) -> tuple[str, int, str]:
    return row.technology, row.line, row.point


def _placed(plan: Plan, row: int) -> Placement:
    if not 1 <= row <= len(plan.placements):
        count = len(plan.placements)
        known = f"there are {count}" if count else "there is none"
        raise InvalidInput("no-such-row", f"There is no row {row}; {known}.")
    return plan.placements[row - 1]


def _with_row(plan: Plan, row: int, changed: Placement) -> Plan:
    return replace(plan, placements=tuple(changed if at == row else each for at, each in enumerate(plan.placements, 1)))


def _inserted(rows: list[Placement], row: Placement) -> tuple[Placement, ...]:
    """With a row at the end of its experience's."""
    before = [at for at, each in enumerate(rows) if each.experience <= row.experience]
    rows.insert(before[-1] + 1 if before else 0, row)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class History:
    """A plan with the ones before it, and those that were undone."""

    present: Plan
    past: tuple[Plan, ...] = ()
    future: tuple[Plan, ...] = ()

    def do(self, plan: Plan) -> "History":
        """With a new present; what was undone is forgotten. A change that changes nothing is no step."""
        return self if plan == self.present else History(plan, (*self.past, self.present))

    def undo(self) -> "History":
        """One step back; raises InvalidInput at the beginning."""
        if not self.past:
            raise InvalidInput("nothing-to-undo", "There is nothing to undo.")
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redo(self) -> "History":
        """One step forward again; raises InvalidInput when nothing was undone."""
        if not self.future:
            raise InvalidInput("nothing-to-redo", "There is nothing to redo.")
        return History(self.future[0], (*self.past, self.present), self.future[1:])
