"""How the installation is doing, for whoever runs it: its store, what waits, who works, and the machine.

    System.show()  ->  SystemFigures  ->  the page of the operator, GET /api/v1/admin/system, /metrics

Nothing of what workspaces hold is looked at.

Promises (tests in tests/services/test_system.py):

* It answers while the database is away, and says so.
* A worker that has not spoken for a while does not count as one that works.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.jobs import Queue
from resume_customizer.core.machine import MachineFigures
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.work import AuditEntry, Due, Worker
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import Machine
from resume_customizer.services.store import Reading, StoreHealth

SILENT: Final = timedelta(seconds=60)
"""A worker speaks every ten seconds; after this it counts as gone."""
BACKED_UP: Final = "installation.backed-up"
"""How the trail of the installation calls a backup."""
_WORKERS: Final = 1000


@dataclass(frozen=True, slots=True)
class QueueLength:
    """How long a queue of the installation is."""

    queue: str
    waiting: int
    running: int
    oldest_seconds: float
    """For how long the first of them is due; 0 when none is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemFigures:
    """Everything that the operator sees of a running installation."""

    at: datetime
    store: StoreHealth
    queues: tuple[QueueLength, ...]
    """Empty while the database is away."""
    workers: int
    """That have spoken lately; on all machines."""
    backed_up_at: datetime | None
    machine: MachineFigures


class System:
    """The running installation."""

    def __init__(self, ground: Ground, machine: Machine) -> None:
        self._ground, self._machine = ground, machine

    def show(self, actor: Actor) -> SystemFigures:
        """How it is doing now. For the operator."""
        actor.require(Action.VIEW_INSTALLATION)
        now, store = self._ground.clock(), self._ground.store.health()
        queues, workers, backed_up_at = (), 0, None
        if store.is_reachable:
            with suppress(ResumeCustomizerError), self._ground.outside() as tx:
                queues = tuple(_length(tx, each, now) for each in Queue)
                workers = _working(tx, now)
                backed_up_at = last_backup(tx)
        return SystemFigures(
            at=now,
            store=store,
            queues=queues,
            workers=workers,
            backed_up_at=backed_up_at,
            machine=self._machine.look(),
        )


def last_backup(tx: Reading) -> datetime | None:
    """When a backup was made last; None: never."""
    found = tx.list(AuditEntry, action=BACKED_UP, order="-number", limit=1).records
    return found[0].at if found else None


def _working(tx: Reading, now: datetime) -> int:
    return len(tx.list(Worker, order="-seen_at", since=now - SILENT, limit=_WORKERS).records)


def _length(tx: Reading, queue: str, now: datetime) -> QueueLength:
    running = tx.count(Due, queue=queue, is_leased=True)
    first = tx.list(Due, queue=queue, is_leased=False, order="due_at", until=now, limit=1).records
    seconds = (now - first[0].due_at).total_seconds() if first else 0.0
    return QueueLength(queue, tx.count(Due, queue=queue, is_leased=False), running, max(0.0, seconds))
