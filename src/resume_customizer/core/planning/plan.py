"""A plan: which point goes under which experience and after which bullet, why, and what is left over.

    distribute()  ->  Plan  <->  JSON that a person can edit  ->  parse_plan()  ->  check_plan()  ->  the writer

A plan is for exactly one version of one resume and changes nothing by itself; the writer
refuses it for any other file. What is shown is what gets written.

Promises (tests in tests/core/test_plan.py):

* A plan survives the way to JSON and back.
* Rows can be moved, taken out, added and reworded; what is wrong is named with its row.
* A plan that was made for another version of the resume is refused.
"""

from dataclasses import dataclass, field
from typing import Any

from resume_customizer.core.document import Experience, ResumeDocument
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.points import PointBank

PLAN_VERSION = 2
"""Version 1 had no locks, original texts, rules or gap; it is still read."""
BY_HAND = "by hand"
"""The rule of a row that a person added."""
NO_EXPERIENCE = -1
"""The experience of a placement that follows a paragraph outside of all experiences."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One point and where it goes. Points with the same place stand in the plan's order."""

    point: str
    technology: str
    line: int
    """Line of the tech-stack text that the point begins on (from 1); 0 when it was added by hand."""
    experience: int
    """Position in `ResumeDocument.experiences`, or NO_EXPERIENCE."""
    after: int | None = None
    """Position of the paragraph it follows; None for the experience's own anchor (after its last bullet)."""
    rule: str = ""
    """What decided: the strategy's name, or `by hand`."""
    reason: str = ""
    """One plain sentence."""
    locked: bool = False
    """A person wants it to stay as it is; everything else is decided around it."""
    original: str = ""
    """The point as it was given, when a person has changed its words."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """One point that goes nowhere, and why."""

    point: str
    technology: str
    line: int
    code: str
    """`already-there`, `repeated`, `no-room`, `anachronism`, `no-experience`, `no-anchor`, `excluded`, `left-out` by a
    person, or what a person wrote."""
    reason: str
    original: str = ""
    """The point as it was given, when a person has changed its words."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where each point goes, for exactly one version of one resume."""

    document_sha256: str
    placements: tuple[Placement, ...]
    unplaced: tuple[Unplaced, ...] = ()
    strategy: str = ""
    version: int = PLAN_VERSION
    points: int = 0
    """How many points there were to place; 0 when that is not known."""
    notices: tuple[Notice, ...] = ()
    """What a person should know: experiences passed over or read with doubt."""
    rules: dict[str, Any] = field(default_factory=dict[str, Any])
    """What was asked for, as JSON values; see `resume_customizer.core.planning.rules`."""
    gap: int = 0
    """How much better, at most, another distribution could be; 0 for the proven best."""
    reading: str = ""
    """`ResumeDocument.reading`: with other corrections the experiences may have other numbers."""


def plan_to_json(plan: Plan, document: ResumeDocument) -> dict[str, Any]:
    """The plan as JSON values, with hints for the person who edits it; `parse_plan` passes over the hints."""
    experiences = document.experiences
    return {
        "version": PLAN_VERSION,
        "document_sha256": plan.document_sha256,
        "strategy": plan.strategy,
        "points": plan.points,
        "rules": plan.rules,
        "gap": plan.gap,
        "reading": document.reading,
        "experiences": [_experience_hint(index, experience) for index, experience in enumerate(experiences)],
        "placements": [_placement_row(row, experiences) for row in plan.placements],
        "unplaced": [
            {"point": u.point, "technology": u.technology, "line": u.line, "code": u.code, "reason": u.reason}
            | ({"original": u.original} if u.original else {})
            for u in plan.unplaced
        ],
        "notices": [{"code": n.code, "message": n.message, "where": n.where} for n in plan.notices],
    }


def check_plan(plan: Plan, document: ResumeDocument, bank: PointBank | None = None) -> tuple[Notice, ...]:
    """What a person changed, as notices; with the point bank, point by point.

    Raises Conflict `stale-plan` for another version of the resume, InvalidInput for a row that can't be carried out.
    """
    if plan.document_sha256 != document.sha256:
        raise Conflict(
            "stale-plan",
            "This plan was made for another version of the resume; make a new plan for this file.",
        )
    if plan.reading != document.reading:
        raise Conflict(
            "stale-plan",
            "How the resume is understood was corrected since this plan was made; make a new plan.",
        )
    seen: dict[tuple[str, str, int], int] = {}
    for number, row in enumerate(plan.placements, 1):
        where = f"placements row {number}"
        check_place(row, document.experiences, where)
        first = seen.setdefault((row.point, row.technology, row.line), number)
        if first != number:
            raise InvalidInput("placed-twice", f"Row {first} places the same point; a point is placed once.", where)
    return _changes(plan, bank)


def experience_title(experience: Experience, index: int) -> str:
    """What to call an experience: its role and company, else its header, else its number."""
    named = ", ".join(part for part in (experience.role, experience.company) if part)
    return named or next((line for line in experience.header if line.strip()), f"experience {index}")


def _experience_hint(index: int, experience: Experience) -> dict[str, Any]:
    dates = " – ".join(date for date in (experience.start, experience.end) if date)
    bullets = {str(bullet.paragraph): bullet.text for bullet in experience.bullets}
    return {"experience": index, "title": experience_title(experience, index), "dates": dates, "bullets": bullets}


def _placement_row(row: Placement, experiences: tuple[Experience, ...]) -> dict[str, Any]:
    experience = experiences[row.experience] if 0 <= row.experience < len(experiences) else None
    return {
        "point": row.point,
        "technology": row.technology,
        "line": row.line,
        "experience": row.experience,
        "experience_title": experience_title(experience, row.experience) if experience else None,
        "after": row.after,
        "after_text": _text_before(row, experience) if experience else None,
        "rule": row.rule,
        "reason": row.reason,
        "locked": row.locked,
    } | ({"original": row.original} if row.original else {})


def _text_before(row: Placement, experience: Experience) -> str | None:
    """The bullet that the point will follow, as written."""
    if row.after is None:
        return experience.anchor.after_text if experience.anchor else None
    return next((bullet.text for bullet in experience.bullets if bullet.paragraph == row.after), None)


def check_place(row: Placement, experiences: tuple[Experience, ...], where: str) -> None:
    """Raise InvalidInput for a place that is not there, or where a point would tear something apart."""
    if row.experience == NO_EXPERIENCE and row.after is not None:
        return  # a paragraph named by a person; whether a bullet can follow it is for the writer to say
    if not 0 <= row.experience < len(experiences):
        known = f"0 to {len(experiences) - 1}" if len(experiences) > 1 else "0" if experiences else "none"
        message = f"There is no experience {row.experience}; this resume has: {known}."
        raise InvalidInput("no-such-experience", message, where)
    experience = experiences[row.experience]
    title = experience_title(experience, row.experience)
    if experience.anchor is None:
        why = experience.no_anchor_reason or "no bullet can be added safely"
        raise InvalidInput("no-anchor", f"“{title}” can't take points: {why.rstrip('.')}.", where)
    places = [bullet.paragraph for bullet in experience.bullets]
    if row.after is not None and row.after not in (*places, experience.anchor.after):
        known = f"its bullets are {', '.join(map(str, places))}" if places else "it has none; leave `after` empty"
        raise InvalidInput("no-such-bullet", f"Paragraph {row.after} is not a bullet of “{title}”: {known}.", where)
    for bullet in experience.bullets[:-1]:
        if row.after == bullet.paragraph and bullet.text.rstrip().endswith(":"):
            message = f"“{bullet.text}” leads in what follows it; a point would come between."
            raise InvalidInput("leads-in-a-list", message, where)


def _changes(plan: Plan, bank: PointBank | None) -> tuple[Notice, ...]:
    """What a person took out or put in."""
    listed = [row.point for row in (*plan.placements, *plan.unplaced)]
    if bank is None:
        missing = plan.points - len(
            {(r.technology, r.line, r.point) for r in (*plan.placements, *plan.unplaced) if r.line}
        )
        if plan.points and missing > 0:
            were = "was" if missing == 1 else "were"
            message = f"{missing} of the {plan.points} points {were} taken out of the plan by hand."
            return (Notice("taken-out", message),)
        return ()
    given = {point.text: point.line for stack in bank.stacks for point in stack.points}
    taken_out = [
        Notice("taken-out", f"Taken out of the plan by hand: {point}", f"line {line}")
        for point, line in given.items()
        if point not in listed
    ]
    put_in = [
        Notice("put-in", f"Not in the points, put into the plan by hand: {row.point}", f"placements row {number}")
        for number, row in enumerate(plan.placements, 1)
        if row.point not in given
    ]
    return (*taken_out, *put_in)
