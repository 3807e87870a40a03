"""What kinds of background work there are, and what the one who does it is given.

kind of a job  ->  JobKind: queue, permission, function  ->  function(Work)  ->  result, as JSON
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from resume_customizer.core.actor import Actor
from resume_customizer.core.jobs import Queue
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import Json
from resume_customizer.core.records.work import Job
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Transaction


class Stopped(Exception):
    """Raised within a job that was asked to stop; whoever works it off lets it through."""


class Work(Protocol):
    """A job in the hands of the function that does it."""

    @property
    def job(self) -> Job:
        """The job as it was when it began."""
        ...

    @property
    def actor(self) -> Actor:
        """In whose place it is done."""
        ...

    def report(self, done: int, total: int, step: str = "") -> None:
        """Say how far it is, as often as wanted; raises Stopped when the job was asked to stop."""
        ...

    def hold(self, tx: Transaction) -> Job:
        """The job, locked, in a transaction that keeps results; raises Stopped when another worker has it by now.

        With this a worker that was taken for dead can keep nothing any more: what it did, somebody else does.
        """
        ...


def _accept(_given: Json) -> None:
    """Anything."""


def _ready() -> None:
    """There is nothing to load."""


def _nothing(_tx: Transaction, _ground: Ground, _job: Job) -> None:
    """Nothing follows."""


@dataclass(frozen=True, slots=True)
class JobKind:
    """One kind of work."""

    run: Callable[[Work], Json]
    """Does it; what it has kept when it is killed must do no harm when it is done again."""
    action: Action
    """What somebody must be allowed to start, stop and repeat it."""
    queue: Queue = Queue.INTERACTIVE
    check: Callable[[Json], None] = _accept
    """Raises InvalidInput for what can't be worked on."""
    get_ready: Callable[[], None] = _ready
    """Runs when a worker begins: what it loads, no job waits for."""
    settle: Callable[[Transaction, Ground, Job], None] = _nothing
    """Runs whenever the job is paused, waits again after that, or ends; in the same transaction."""


JobKinds: TypeAlias = Mapping[str, JobKind]
