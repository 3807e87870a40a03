"""What several services do to a requirement: find it, keep it changed, move it from status to status.

a service's transaction  ->  keep_new() | keep_changed() | move()  ->  record, marks, timeline and trail together
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.naming.own_technologies import knowing
from resume_customizer.core.posting import analyze_posting
from resume_customizer.core.records.desk import Comment, Interview, PostingMark, Requirement, StatusChange, Submission
from resume_customizer.core.staffing.duplicates import Likeness, compare, keyed, marks_of
from resume_customizer.core.staffing.requirements import Status, check_move
from resume_customizer.services.documents.analyzing import analysis_to_json
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.workspace_technologies import known_in
from resume_customizer.services.store import Reading, Transaction
from resume_customizer.services.telling import tell_of_requirement

KIND = "requirement"
_MOST_CANDIDATES = 60


def keep_new(tx: Transaction, ground: Ground, actor: Actor, fields: Mapping[str, Any]) -> Requirement:
    """A new requirement with its marks, its first status and its entry in the trail."""
    made = keyed(Requirement(**fields, created_by=actor.user_id, changed_by=actor.user_id))
    if made.posting:
        made = replace(made, analysis=_analysis(tx, made.posting))
    added = tx.add(made)
    tx.add_all(PostingMark(requirement_id=added.id, mark=mark) for mark in marks_of(added.posting))
    tx.add(
        StatusChange(
            requirement_id=added.id, before="", after=added.status, at=ground.clock(), changed_by=actor.user_id
        )
    )
    ground.record(tx, actor, "requirement.created", (KIND, added.id), {"title": added.title})
    return added


def keep_changed(tx: Transaction, actor: Actor, before: Requirement, changes: Mapping[str, Any]) -> Requirement:
    """The requirement with other values; what it is found by goes with them."""
    changed = keyed(replace(before, **changes, changed_by=actor.user_id))
    if changed.posting != before.posting:
        changed = replace(changed, analysis=_analysis(tx, changed.posting) if changed.posting else {})
        for mark in list(tx.every(PostingMark, requirement_id=before.id)):
            tx.delete(mark)
        tx.add_all(PostingMark(requirement_id=before.id, mark=mark) for mark in marks_of(changed.posting))
    return tx.update(changed)


def _analysis(tx: Reading, posting: str) -> dict[str, Any]:
    """What the posting asks for, with the technologies as the workspace knows them."""
    with knowing(known_in(tx)):
        return analysis_to_json(analyze_posting(posting))


def move(tx: Transaction, ground: Ground, actor: Actor, before: Requirement, status: str) -> Requirement:
    """The requirement in another status, with its timeline; the same status is no change. Raises Conflict."""
    after = check_move(before.status, status)
    if after == before.status:
        return before
    moved = tx.update(replace(before, status=after.value, changed_by=actor.user_id))
    note_move(tx, actor, before, after, ground.clock())
    details: dict[str, JsonValue] = {"from": before.status, "to": after.value}
    ground.record(tx, actor, "requirement.moved", (KIND, before.id), details)
    tell_of_requirement(tx, ground, moved, before.status)
    return moved


def note_move(tx: Transaction, actor: Actor, before: Requirement, after: Status, at: datetime) -> None:
    """Write a move into the timeline, and down for figures."""
    author = actor.user_id or None
    tx.add(StatusChange(requirement_id=before.id, before=before.status, after=after.value, at=at, changed_by=author))
    text = f"{before.status} → {after}"
    tx.add(Comment(requirement_id=before.id, author_id=author, text=text, kind="status"))


def note(tx: Transaction, actor: Actor, about: Interview | Submission, kind: str, text: str) -> None:
    """Write what happened to an interview or a submission into the timeline of its requirement."""
    tx.add(
        Comment(
            requirement_id=about.requirement_id,
            consultant_id=about.consultant_id,
            author_id=actor.user_id,
            text=text,
            kind=kind,
        )
    )


def find_alike(tx: Reading, requirement: Requirement) -> tuple[Likeness, ...]:
    """Requirements that seem to be the same opening, the most alike first."""
    ids: dict[str, None] = {}
    for mark in marks_of(requirement.posting):
        page = tx.list(PostingMark, mark=mark, limit=_MOST_CANDIDATES)
        ids |= dict.fromkeys(each.requirement_id for each in page.records)
    found = {each: tx.get(Requirement, each) for each in list(ids)[:_MOST_CANDIDATES]}
    if requirement.client_key:
        page = tx.list(
            Requirement, {"title_key": requirement.title_key}, client_key=requirement.client_key, limit=_MOST_CANDIDATES
        )
        found |= {each.id: each for each in page.records}
    found.pop(requirement.id, None)
    alike = [likeness for other in found.values() if (likeness := compare(requirement, other)) is not None]
    return tuple(sorted(alike, key=lambda each: (-each.share, -len(each.reasons), each.requirement_id)))
