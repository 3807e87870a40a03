"""Work on a customization that is not finished: kept, so that a refresh, a second tab or a restart loses nothing.

    save()  ->  list_drafts(), show_draft()  ->  save() with the version that was seen  ->  remove() when it is done

A draft is its owner's: nobody else in the workspace sees it.

Promises (tests in tests/services/test_unfinished_work.py):

* What was saved last is what is shown, in every tab; a save over a newer one is refused, and loses neither.
* Nobody but its owner sees or changes a draft.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput, NotFound, QuotaExceeded
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.resumes import Draft, ResumeVersion
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Page, Reading

MOST_DRAFTS: Final = 100
LONGEST_TEXT: Final = 2_000_000
"""Characters of points or of a posting."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What is kept of unfinished work."""

    name: str = ""
    version_id: str = ""
    """The version of a resume."""
    requirement_id: str = ""
    points: str = ""
    posting: str = ""
    plan: Mapping[str, Any] = field(default_factory=dict)
    """A plan with its history, or whatever the screen needs to go on."""


class Drafts:
    """A person's unfinished work in the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def save(self, actor: Actor, work: Unfinished, draft_id: str = "", seen: int = 0) -> Draft:
        """Keep it: as a new draft, or instead of what a draft held. Raises Conflict `changed-meanwhile`."""
        actor.require(Action.CUSTOMIZE)
        if max(len(work.points), len(work.posting)) > LONGEST_TEXT or len(work.name) > 200:
            raise InvalidInput("too-long", f"A draft's texts may have {LONGEST_TEXT:,} characters each.")
        with self._ground.inside(actor) as tx:
            if work.version_id:
                tx.get(ResumeVersion, work.version_id)
            if work.requirement_id:
                tx.get(Requirement, work.requirement_id)
            before = self._own(tx, actor, draft_id) if draft_id else None
            held = replace(
                before or Draft(owner_id=actor.user_id),
                name=work.name,
                resume_version_id=work.version_id or None,
                requirement_id=work.requirement_id or None,
                points=work.points,
                posting=work.posting,
                plan=dict(work.plan),
            )
            if before is not None:
                return tx.update(replace(held, version=seen or before.version))
            if tx.count(Draft, owner_id=actor.user_id) >= MOST_DRAFTS:
                raise QuotaExceeded("too-many-drafts", f"You have {MOST_DRAFTS} drafts; finish or remove some first.")
            return tx.add(held)

    def list_drafts(self, actor: Actor, after: str = "", limit: int = 50) -> Page[Draft]:
        """One page of the actor's drafts, the one changed last first."""
        actor.require(Action.CUSTOMIZE)
        with self._ground.looking(actor) as tx:
            return tx.list(Draft, order="-changed_at", after=after, limit=limit, owner_id=actor.user_id)

    def show_draft(self, actor: Actor, draft_id: str) -> Draft:
        """One of the actor's drafts."""
        actor.require(Action.CUSTOMIZE)
        with self._ground.looking(actor) as tx:
            return self._own(tx, actor, draft_id)

    def remove_draft(self, actor: Actor, draft_id: str) -> None:
        """Forget a draft."""
        actor.require(Action.CUSTOMIZE)
        with self._ground.inside(actor) as tx:
            tx.delete(self._own(tx, actor, draft_id))

    @staticmethod
    def _own(tx: Reading, actor: Actor, draft_id: str) -> Draft:
        draft = tx.get(Draft, draft_id)
        if draft.owner_id != actor.user_id:
            raise NotFound("not-found", "There is no such draft.")
        return draft
