"""Changes that were accepted while the database was away, and that somebody else's had overtaken.

    replaying  ->  KeptChange, beside what is there  ->  KeptChanges.list_open()  ->  a person decides  ->  .settle()

Promises (tests in tests/services/test_kept_changes.py):

* Members see what was kept beside in their workspace, in full, until somebody has settled it.
* Settling it is recorded, and removes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from resume_customizer.core.actor import Actor
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.work import KeptChange
from resume_customizer.services.ground import Ground


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """One change that was not made."""

    change_id: str
    of_kind: str
    of_id: str
    reason: str
    wanted: Mapping[str, Any]
    """What was to be written; empty: it was to be removed."""
    accepted_at: datetime


class KeptChanges:
    """What was kept beside in the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_open(self, actor: Actor) -> tuple[KeptBeside, ...]:
        """Those that nobody has settled, the oldest first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return tuple(map(_line, tx.every(KeptChange, is_open=True)))

    def settle(self, actor: Actor, change_id: str) -> None:
        """Somebody has looked at it: it is not listed any more. Raises NotFound."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            kept = tx.get(KeptChange, change_id)
            tx.update(replace(kept, is_open=False))
            self._ground.record(tx, actor, "kept-change.settled", (kept.of_kind, kept.of_id))


def _line(kept: KeptChange) -> KeptBeside:
    return KeptBeside(kept.id, kept.of_kind, kept.of_id, kept.reason, kept.row, kept.accepted_at)
