"""What happens around a requirement: comments, who is on it, and everything that is linked to it.

    comment() | assign() | unassign()  ->  list_timeline(), list_assignments(), list_links()

Promises (tests in tests/services/test_timelines.py):

* The timeline keeps who said what and when; a comment is changed and removed by its author only.
* A consultant or a member is assigned once.
* A requirement leads to everything that was made and sent for it, and back.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Assignment, Comment, Consultant, Interview, Requirement, Submission
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.core.records.resumes import Customization, Draft
from resume_customizer.core.records.workspaces import Membership
from resume_customizer.core.staffing.requirements import read_comment
from resume_customizer.services.ground import Ground
from resume_customizer.services.staffing.requirement_moves import KIND
from resume_customizer.services.store import Page, Reading

_MOST_LINKED: Final = 200
LINKED: Final[dict[str, type[Any]]] = {
    "drafts": Draft,
    "customizations": Customization,
    "submissions": Submission,
    "interviews": Interview,
    "mails": OutboxMail,
}
"""What names a requirement, in the order of the work."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """Somebody who is on a requirement."""

    assignment_id: str
    requirement_id: str
    user_id: str
    """Of a member; empty for a consultant."""
    consultant_id: str
    name: str
    """Of a consultant."""


@dataclass(frozen=True, slots=True)
class Links:
    """Everything that was made or sent for a requirement: the newest of each kind."""

    requirement_id: str
    linked: dict[str, tuple[Any, ...]]
    """Records by kind, as LINKED names them."""


class Timelines:
    """Comments, assignments and links of requirements."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def comment(self, actor: Actor, requirement_id: str, comment: str) -> Comment:
        """Say something about a requirement."""
        actor.require(Action.CHANGE_RECORDS)
        text = read_comment(comment)
        with self._ground.inside(actor) as tx:
            found = tx.get(Requirement, requirement_id)
            added = tx.add(Comment(requirement_id=found.id, author_id=actor.user_id, text=text))
            self._ground.record(tx, actor, "requirement.commented", (KIND, found.id))
        return added

    def change_comment(self, actor: Actor, comment_id: str, comment: str) -> Comment:
        """Put one's own comment in other words."""
        actor.require(Action.CHANGE_RECORDS)
        text = read_comment(comment)
        with self._ground.inside(actor) as tx:
            found = _own(tx, actor, comment_id)
            changed = tx.update(replace(found, text=text))
            self._ground.record(tx, actor, "requirement.comment-changed", (KIND, found.requirement_id))
        return changed

    def remove_comment(self, actor: Actor, comment_id: str) -> None:
        """Take one's own comment back."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            found = _own(tx, actor, comment_id)
            tx.delete(found)
            self._ground.record(tx, actor, "requirement.comment-removed", (KIND, found.requirement_id))

    def list_timeline(self, actor: Actor, requirement_id: str, after: str = "", limit: int = 50) -> Page[Comment]:
        """What was said and what happened, the newest first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            tx.get(Requirement, requirement_id)
            return tx.list(Comment, requirement_id=requirement_id, after=after, limit=limit)

    # -------------------------------------------------------------- who is on it

    def assign(self, actor: Actor, requirement_id: str, user_id: str = "", consultant_id: str = "") -> Assigned:
        """Put a member or a consultant on a requirement. Raises Conflict for one who is on it already."""
        actor.require(Action.CHANGE_RECORDS)
        if bool(user_id) == bool(consultant_id):
            raise InvalidInput("bad-fields", "Name a member or a consultant, one of both.")
        with self._ground.inside(actor) as tx:
            found = tx.get(Requirement, requirement_id)
            if user_id and tx.find(Membership, user_id=user_id) is None:
                raise NotFound("no-member", "There is no such member in this workspace.")
            if consultant_id:
                tx.get(Consultant, consultant_id)
            there = tx.list(Assignment, requirement_id=found.id, limit=_MOST_LINKED).records
            if any((each.user_id or "", each.consultant_id or "") == (user_id, consultant_id) for each in there):
                raise Conflict("exists-already", "This one is on the requirement already.")
            added = tx.add(
                Assignment(requirement_id=found.id, user_id=user_id or None, consultant_id=consultant_id or None)
            )
            details: dict[str, JsonValue] = {"user_id": user_id, "consultant_id": consultant_id}
            self._ground.record(tx, actor, "requirement.assigned", (KIND, found.id), details)
            return _assigned(tx, added)

    def unassign(self, actor: Actor, assignment_id: str) -> None:
        """Take somebody off a requirement."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            found = tx.get(Assignment, assignment_id)
            tx.delete(found)
            details: dict[str, JsonValue] = {"user_id": found.user_id, "consultant_id": found.consultant_id}
            self._ground.record(tx, actor, "requirement.unassigned", (KIND, found.requirement_id), details)

    def list_assignments(self, actor: Actor, requirement_id: str) -> tuple[Assigned, ...]:
        """Who is on a requirement, the first first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            tx.get(Requirement, requirement_id)
            there = tx.list(Assignment, requirement_id=requirement_id, order="id", limit=_MOST_LINKED).records
            return tuple(_assigned(tx, each) for each in there)

    def list_links(self, actor: Actor, requirement_id: str) -> Links:
        """What was made, sent and agreed for a requirement."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            found = tx.get(Requirement, requirement_id)
            pages = {
                name: tx.list(kind, requirement_id=found.id, limit=_MOST_LINKED).records
                for name, kind in LINKED.items()
            }
        return Links(found.id, pages)


def _own(tx: Reading, actor: Actor, comment_id: str) -> Comment:
    found = tx.get(Comment, comment_id)
    if found.kind != "comment":
        raise InvalidInput("not-a-comment", "This entry tells what happened; it stays as it is.")
    if found.author_id != actor.user_id:
        raise NotPermitted("not-yours", "Only who wrote a comment changes or removes it.")
    return found


def _assigned(tx: Reading, assignment: Assignment) -> Assigned:
    consultant = tx.get(Consultant, assignment.consultant_id) if assignment.consultant_id else None
    return Assigned(
        assignment.id,
        assignment.requirement_id,
        assignment.user_id or "",
        assignment.consultant_id or "",
        consultant.name if consultant else "",
    )
