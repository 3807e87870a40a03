"""Carry the insertions of one customization over to a new version of the resume.

    old resume + new resume  ->  pair_experiences()  +  insertions  ->  reapply()  ->  Reapplied(Plan, outcomes)

A customization is a patch with anchors: each point goes behind the same bullet of the same experience, wherever
that stands now. What can't be told apart is not guessed.

Promises (tests in tests/core/test_reapplying.py):

* Every insertion has exactly one outcome: applied, moved, conflict or already there; none is lost silently.
* A point goes to another employment never by chance: two experiences that fit alike are a conflict.
* A point that the new version says already is not placed again.
* Where a point came from, and why it was placed, is carried over.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from resume_customizer.core.document import Bullet, Experience, ResumeDocument
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.experience_pairs import Candidates, likeness, pair_experiences
from resume_customizer.core.planning.plan import Placement, Plan, Unplaced, check_place, experience_title
from resume_customizer.core.planning.similarity import index_lines, text_key

_REWORDED = 0.5
"""Likeness from which two bullets are one that was reworded."""
_CLEARLY = 0.1
"""By how much the best reworded bullet must lead the next one."""

Status = Literal["applied", "moved", "conflict", "already-there"]


class Carried(NamedTuple):
    """One insertion of the old customization."""

    point: str
    technology: str
    line: int
    experience: int
    after: str
    """The bullet that it followed, as written."""
    rule: str = ""
    reason: str = ""
    lost: str = ""
    """Why it can't be carried over whatever the new resume says, e.g. reworded by hand; empty when it can."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one insertion."""

    status: Status
    point: str
    was: str
    """The experience that it stood under."""
    now: str
    """The experience that it stands under; empty for a conflict."""
    reason: str
    todo: str = ""
    """What a person can do about a conflict."""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Reapplied:
    """A plan for the new version, and one outcome for each insertion, in the order of the insertions."""

    plan: Plan
    outcomes: tuple[Outcome, ...]


class _Place(NamedTuple):
    after: int | None
    reason: str
    """Empty when it is the same place as before."""


def reapply(old: ResumeDocument, new: ResumeDocument, insertions: tuple[Carried, ...]) -> Reapplied:
    """Where each insertion goes in the new version; conflicts stay in the plan as points that are left out."""
    versions = _Versions(old, new, pair_experiences(old.experiences, new.experiences))
    said = index_lines(new.lines)
    placements: dict[tuple[str, str, int], Placement] = {}
    unplaced: list[Unplaced] = []
    outcomes: list[Outcome] = []
    for each in insertions:
        key, was, line = (each.point, each.technology, each.line), versions.title(each), said.find(each.point)
        row = None
        if line is not None:
            outcome = Outcome("already-there", each.point, was, "", f"the new version says it: “{line}”")
        elif key in placements:
            outcome = _conflict(each, was, "repeated", "the same point was inserted twice", "Reword one of the two.")
        else:
            outcome, row = versions.carry(each, was)
        outcomes.append(outcome)
        if row is not None:
            placements[key] = row
        else:
            reason = f"{outcome.reason}. {outcome.todo}".rstrip()
            code = outcome.code or outcome.status
            unplaced.append(Unplaced(each.point, each.technology, each.line, code, reason))
    plan = Plan(new.sha256, tuple(placements.values()), tuple(unplaced), "reapply", points=len(insertions))
    return Reapplied(plan, tuple(outcomes))


class _Versions(NamedTuple):
    """Two versions of a resume, and which experience is which."""

    old: ResumeDocument
    new: ResumeDocument
    pairs: tuple[Candidates, ...]

    def title(self, each: Carried) -> str:
        """The experience that an insertion stood under."""
        if not 0 <= each.experience < len(self.old.experiences):
            return "outside of all experiences"
        return experience_title(self.old.experiences[each.experience], each.experience)

    def carry(self, each: Carried, was: str) -> tuple[Outcome, Placement | None]:
        """One insertion: what to say of it, and its row unless it is a conflict."""
        owner = _owner(each, was, self)
        if isinstance(owner, Outcome):
            return owner, None
        position, why = owner
        experience = self.new.experiences[position]
        now = experience_title(experience, position)
        place = _find_place(each, self.old.experiences[each.experience], experience, position, self.new)
        if place is None:
            blocked = experience.no_anchor_reason or "no bullet can be added safely"
            todo = "Give it a bulleted list, or choose another experience in the plan."
            return _conflict(each, was, "no-anchor", f"“{now}” can't take points: {blocked.rstrip('.')}", todo), None
        reasons = "; ".join(part for part in (why, place.reason) if part)
        row = Placement(each.point, each.technology, each.line, position, place.after, each.rule, each.reason)
        return Outcome("moved" if reasons else "applied", each.point, was, now, reasons or "at the same place"), row


def _owner(each: Carried, was: str, versions: _Versions) -> "tuple[int, str] | Outcome":
    """The experience of the new version, with what to say when it is another by name; or a conflict."""
    old, new = versions.old.experiences, versions.new.experiences
    if each.lost:
        return _conflict(each, was, "changed-by-hand", each.lost, "Add it to the plan if you want it back.")
    if not 0 <= each.experience < len(old):
        todo = "Put it there by hand, or customize the new version with --after-paragraph."
        return _conflict(each, was, "outside", "it stood outside of all experiences", todo)
    candidates = versions.pairs[each.experience]
    if not candidates:
        todo = "Name another experience for it in the plan, or leave it out."
        return _conflict(each, was, "experience-gone", "the experience is not in the new version", todo)
    if len(candidates) == 1:
        return candidates[0], _renamed(old[each.experience], new[candidates[0]])
    holding = [one for one in candidates if _says(new[one], each.after)]
    if len(holding) == 1:
        return holding[0], "several experiences fit; this one has the bullet that it followed"
    names = ", ".join(f"“{experience_title(new[one], one)}”" for one in candidates)
    todo = "Choose one of them in the plan."
    return _conflict(each, was, "ambiguous", f"several experiences fit alike: {names}", todo)


def _find_place(each: Carried, old: Experience, new: Experience, owner: int, document: ResumeDocument) -> _Place | None:
    """Behind the same bullet, the reworded one, a neighbour's, or last; None when nothing can be added."""
    if new.anchor is None:
        return None
    last = new.anchor.after_text
    if old.anchor is not None and text_key(each.after) == text_key(old.anchor.after_text):
        same = text_key(last) == text_key(each.after)
        return _Place(None, "" if same else f"the experience ends with another bullet now: “{_short(last)}”")
    for bullet, reason in _anchors(each.after, old.bullets, new.bullets):
        if bullet is not None and _can_follow(each, bullet, owner, document):
            return _Place(bullet.paragraph, reason)
    return _Place(None, f"the bullet that it followed is gone: “{_short(each.after)}”; it stands last now")


def _anchors(after: str, old: tuple[Bullet, ...], new: tuple[Bullet, ...]) -> "list[tuple[Bullet | None, str]]":
    """Bullets to follow, best first, each with what to say when it is not the same one."""
    found: list[tuple[Bullet | None, str]] = []
    same = [bullet for bullet in new if text_key(bullet.text) == text_key(after)]
    if same:
        twice = "" if len(same) == 1 else "the bullet that it followed stands there more than once; behind the first"
        found.append((same[0], twice))
    reworded = _reworded(after, new)
    if reworded is not None:
        found.append((reworded, f"the bullet that it followed was reworded: “{_short(reworded.text)}”"))
    at = next((index for index, bullet in enumerate(old) if text_key(bullet.text) == text_key(after)), None)
    if at is not None:
        gone = "the bullet that it followed can't be followed any more"
        for before in reversed(old[:at]):
            near = next((bullet for bullet in new if text_key(bullet.text) == text_key(before.text)), None)
            found.append((near, f"{gone}; behind the one in front of it: “{_short(before.text)}”"))
    return found


def _reworded(text: str, bullets: tuple[Bullet, ...]) -> Bullet | None:
    """The one bullet that is clearly the reworded text."""
    ranked = sorted(((likeness(text, bullet.text), -bullet.paragraph, bullet) for bullet in bullets), reverse=True)
    if not ranked or ranked[0][0] < _REWORDED:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEARLY:
        return None
    return ranked[0][2]


def _can_follow(each: Carried, bullet: Bullet, owner: int, document: ResumeDocument) -> bool:
    try:
        row = Placement(each.point, each.technology, each.line, owner, bullet.paragraph)
        check_place(row, document.experiences, "")
    except InvalidInput:
        return False
    return True


def _conflict(each: Carried, was: str, code: str, reason: str, todo: str) -> Outcome:
    return Outcome("conflict", each.point, was, "", reason, todo, code)


def _renamed(old: Experience, new: Experience) -> str:
    before, after = old.company or "", new.company or ""
    if before and after and text_key(before) != text_key(after):
        return f"“{before}” is called “{after}” now"
    return ""


def _says(experience: Experience, text: str) -> bool:
    return any(text_key(bullet.text) == text_key(text) for bullet in experience.bullets)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
