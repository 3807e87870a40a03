"""Whose job it is now: workspaces take turns, and a worker gets the first job of the one whose turn it is.

    open lines, by turn  ->  one line, locked  ->  its first due job, as long as the tier allows one more  ->  Task

A line is the jobs of one workspace in one queue (services/background/job_lines.py says in which order rows are locked).

Promises (tests in tests/services/test_working.py):

* A workspace with very much work does not keep another one waiting.
* A workspace has so many jobs running as its tier allows; one that lost its worker is begun again all the same.
* Many workers at once begin each job once.
* A job of a kind that this version does not know is left to a worker that knows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import NotFound
from resume_customizer.core.jobs import MOST_AT_ONCE, Status, next_turn, order_of_queues
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.work import Due, Job, WorkLine
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.services.background.job_endings import Endings, Held, unleased
from resume_customizer.services.background.job_kinds import JobKinds
from resume_customizer.services.background.job_lines import JOB_QUEUES
from resume_customizer.services.background.tasks import Lease, Task
from resume_customizer.services.desk_policies import is_only_assigned
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import InWorkspace, Transaction

_LINES: Final = 50
"""Lines that are looked into for one job."""
_MOST_COUNTED: Final = 500
_UNKNOWN_KIND: Final = timedelta(seconds=30)
"""After this a job of a kind that this version does not know is offered again; a newer worker may take it."""


class Turns:
    """Gives out jobs."""

    def __init__(self, ground: Ground, kinds: JobKinds, endings: Endings, lease: timedelta) -> None:
        self._ground, self._kinds, self._endings, self._lease = ground, kinds, endings, lease
        self._claims = 0

    def claim(self, worker: str, queues: Sequence[str]) -> Task | None:
        """The job whose turn it is; None when there is nothing to do now."""
        self._claims += 1
        for queue in order_of_queues(tuple(queues), self._claims):
            for line, is_empty in self._open_lines(queue):
                look = _Look(self, worker, line, is_empty=is_empty)
                claimed = self._ground.store.run(InWorkspace(line.in_workspace), look)
                if claimed:
                    return claimed
        return None

    def count_due(self) -> dict[str, int]:
        """How many jobs nobody works on and could begin now, by queue; at most a few hundred of each."""
        now = self._ground.clock()
        with self._ground.store.reading(InWorkspace()) as seen:
            return {
                queue: len(seen.list(Due, queue=queue, order="due_at", until=now, limit=_MOST_COUNTED).records)
                for queue in JOB_QUEUES
            }

    def _open_lines(self, queue: str) -> list[tuple[WorkLine, bool]]:
        """Lines in which a job is due, or nothing is left, in the order of their turns."""
        now, found = self._ground.clock(), []
        with self._ground.store.reading(InWorkspace()) as seen:
            for line in seen.list(WorkLine, queue=queue, is_open=True, order="turn", limit=_LINES).records:
                first = seen.list(Due, queue=queue, in_workspace=line.in_workspace, order="due_at", limit=1).records
                if not first or first[0].due_at <= now:
                    found.append((line, not first))
        return found

    def take_from(self, tx: Transaction, worker: str, line: WorkLine) -> Task | None:
        """A job of one line, which is locked by this transaction."""
        now, home = self._ground.clock(), line.in_workspace
        tier = tx.get(Workspace, home).tier
        running = tx.list(Due, queue=line.queue, in_workspace=home, is_leased=True, order="due_at", since=now)
        is_full = len(running.records) >= MOST_AT_ONCE[tier]
        for due in tx.claim(Due, queue=line.queue, in_workspace=home, order="due_at", until=now, limit=2):
            if is_full and not due.is_leased:
                continue
            task = self._begin(tx, worker, due, now)
            if task:
                tx.update(replace(line, turn=next_turn(line.turn, tier)))
                return task
        return None

    def _begin(self, tx: Transaction, worker: str, due: Due, now: datetime) -> Task | None:
        try:
            job = tx.get(Job, due.subject_id, lock=True)
        except NotFound:
            tx.delete(due)
            return None
        if job.kind not in self._kinds:
            tx.update(unleased(due, now + _UNKNOWN_KIND))
            return None
        if job.status not in {Status.WAITING, Status.RUNNING}:
            tx.delete(due)
            return None
        if job.status == Status.RUNNING and not self._endings.go_on(Held(tx, due, job, now)):
            return None
        until, number = now + self._lease, due.attempts + 1
        tx.update(replace(due, due_at=until, leased_until=until, leased_by=worker, is_leased=True, attempts=number))
        job = tx.update(
            replace(job, status=Status.RUNNING, attempts=job.attempts + 1, started_at=job.started_at or now)
        )
        return Task(Lease(due.in_workspace, due.id, worker, number), job, actor_of(tx, job))


def actor_of(tx: Transaction, job: Job) -> Actor:
    """The one who started a job, with the rights of today."""
    member = tx.find(Membership, user_id=job.started_by) if job.started_by else None
    source = Source(Door.WORKER)
    if member is None or tx.get(User, member.user_id).disabled_at:
        return Actor("", source, job.workspace_id)
    only_assigned = is_only_assigned(tx, member.role)
    return Actor(member.user_id, source, job.workspace_id, member.role, only_assigned=only_assigned)


@dataclass(frozen=True, slots=True)
class _Look:
    """One look into one line."""

    turns: Turns
    worker: str
    line: WorkLine
    is_empty: bool

    def __call__(self, tx: Transaction) -> Task | None:
        line = tx.get(WorkLine, self.line.id, lock=True)
        if not self.is_empty:
            return self.turns.take_from(tx, self.worker, line)
        is_still = not tx.list(Due, queue=line.queue, in_workspace=line.in_workspace, order="due_at", limit=1).records
        if is_still and line.is_open:
            tx.update(replace(line, is_open=False))
        return None
