"""A job in the hands of a worker, and the lease that says so.

claim  ->  Lease, with a number of its own  ->  Task: report(), hold()  ->  kept only as long as the lease is this one
"""

import threading
from dataclasses import dataclass

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotFound
from resume_customizer.core.jobs import Step
from resume_customizer.core.records.record import Id
from resume_customizer.core.records.work import Due, Job
from resume_customizer.services.background.job_kinds import Stopped
from resume_customizer.services.store import Transaction


@dataclass(frozen=True, slots=True)
class Lease:
    """What a worker has to show when it keeps something."""

    workspace_id: Id
    due_id: Id
    worker: str
    number: int


class Task:
    """A job in the hands of a worker: services/background/job_kinds.py says what functions see of it (Work)."""

    def __init__(self, lease: Lease, job: Job, actor: Actor) -> None:
        self.lease = lease
        self._job = job
        self._actor = actor
        self._stop: Step | None = None
        self._is_lost = False
        self._lock = threading.Lock()
        self._progress = (job.progress, job.total, job.step)

    @property
    def job(self) -> Job:
        """The job as it was when it began."""
        return self._job

    @property
    def actor(self) -> Actor:
        """In whose place it is done."""
        return self._actor

    @property
    def progress(self) -> tuple[int, int, str]:
        """What was reported last: done, total, step."""
        with self._lock:
            return self._progress

    @property
    def stop(self) -> Step | None:
        """What it was asked for: to be cancelled, paused, or done later by another worker."""
        return self._stop

    @property
    def is_lost(self) -> bool:
        """Another worker has the job by now."""
        return self._is_lost

    def ask_to_stop(self, step: Step) -> None:
        """Let it stop at its next step."""
        self._stop = self._stop or step

    def lose(self) -> None:
        """It is not this worker's any more."""
        self._is_lost = True

    def report(self, done: int, total: int, step: str = "") -> None:
        """Say how far it is; raises Stopped when the job was asked to stop."""
        with self._lock:
            self._progress = (done, total, step)
        if self._stop or self._is_lost:
            raise Stopped

    def hold(self, tx: Transaction) -> Job:
        """The job, locked; raises Stopped when another worker has it by now."""
        held = held_by(tx, self.lease)
        if held is None:
            self._is_lost = True
            raise Stopped
        return tx.get(Job, held.subject_id, lock=True)


def held_by(tx: Transaction, lease: Lease) -> Due | None:
    """What a lease is for, locked; None when it is not its worker's any more."""
    try:
        due = tx.get(Due, lease.due_id, lock=True)
    except NotFound:
        return None
    is_held = due.is_leased and due.leased_by == lease.worker and due.attempts == lease.number
    return due if is_held else None
