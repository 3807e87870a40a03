"""The other side of jobs: how a worker gets one, keeps it, and brings it to an end.

    claim()  ->  Task, on a lease  ->  beat() while it runs  ->  finish() | fail() | put_back()
    a worker that dies  ->  the lease ends  ->  the job is due again  ->  claim() by another one

Workspaces take turns (core/jobs.py), and a workspace has so many jobs running as its tier allows. Whatever a worker
keeps, it keeps in a transaction that holds its lease: one that was taken for dead keeps nothing.

Promises (tests in tests/services/test_working.py, tests/contracts/test_workers.py, tests/faults/):

* A job that was accepted is brought to an end, whichever process dies at whatever moment.
* What a job keeps is kept once, also when two workers take it for theirs.
* A workspace with very much work does not keep another one waiting.
* A job that ends its worker again and again is set aside, with the reason.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeVar

from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import NotFound, NotPermitted
from resume_customizer.core.jobs import (
    ENDED,
    LEASE,
    MOST_AT_ONCE,
    Status,
    Step,
    Verdict,
    judge,
    judge_loss,
    move,
    next_turn,
    order_of_queues,
    pause_before,
)
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.record import Id, Json
from resume_customizer.core.records.work import Due, Job, ProcessingEntry, WorkLine
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.services.desk_policies import is_only_assigned
from resume_customizer.services.ground import Ground
from resume_customizer.services.job_kinds import JobKinds
from resume_customizer.services.job_lines import JOB_QUEUES
from resume_customizer.services.store import InWorkspace, Transaction
from resume_customizer.services.tasks import Lease, Task, held_by
from resume_customizer.services.telling import tell_of_job

T = TypeVar("T")
_LINES: Final = 50
"""Lines that are looked into for one job."""
_MOST_COUNTED: Final = 500
_UNKNOWN_KIND: Final = timedelta(seconds=30)
"""After this a job of a kind that this version does not know is offered again; a newer worker may take it."""


class Working:
    """What workers do with jobs; to be shared by the threads of a process."""

    def __init__(
        self,
        ground: Ground,
        kinds: JobKinds,
        *,
        lease: timedelta = LEASE,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._ground = ground
        self._kinds = kinds
        self.lease = lease
        self._chance = chance
        self._claims = 0

    # -------------------------------------------------------------- getting one

    def claim(self, worker: str, queues: Sequence[str]) -> Task | None:
        """The job whose turn it is, for a worker with a name of its own; None when there is nothing to do now."""
        self._claims += 1
        for queue in order_of_queues(tuple(queues), self._claims):
            for line, is_empty in self._open_lines(queue):
                claimed = self._run(line.in_workspace, _Claim(self, worker, line, is_empty=is_empty))
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

    def claim_in(self, tx: Transaction, worker: str, line: WorkLine) -> Task | None:
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
            tx.update(replace(due, due_at=now + _UNKNOWN_KIND, is_leased=False, leased_by="", leased_until=None))
            return None
        if job.status not in {Status.WAITING, Status.RUNNING}:
            tx.delete(due)
            return None
        if job.status == Status.RUNNING and not self._go_on(tx, due, job, now):
            return None
        until = now + self.lease
        number = due.attempts + 1
        tx.update(replace(due, due_at=until, leased_until=until, leased_by=worker, is_leased=True, attempts=number))
        job = tx.update(
            replace(job, status=Status.RUNNING, attempts=job.attempts + 1, started_at=job.started_at or now)
        )
        return Task(Lease(due.in_workspace, due.id, worker, number), job, self._actor_of(tx, job))

    def _go_on(self, tx: Transaction, due: Due, job: Job, now: datetime) -> bool:
        """Whether a job whose worker was lost is to be begun again; otherwise it is brought to its end."""
        asked = _asked(job)
        verdict = judge_loss(job.attempts)
        if asked:
            self._end(tx, due, job, asked, now)
        elif verdict.step is Step.QUARANTINE:
            self._end(tx, due, _with(job, verdict), Step.QUARANTINE, now)
        else:
            return True
        return False

    def _actor_of(self, tx: Transaction, job: Job) -> Actor:
        """The one who started it, with the rights of today."""
        member = tx.find(Membership, user_id=job.started_by) if job.started_by else None
        source = Source(Door.WORKER)
        if member is None or tx.get(User, member.user_id).disabled_at:
            return Actor("", source, job.workspace_id)
        only_assigned = is_only_assigned(tx, member.role)
        return Actor(member.user_id, source, job.workspace_id, member.role, only_assigned=only_assigned)

    # -------------------------------------------------------------- keeping it

    def run(self, task: Task) -> Json:
        """Do what the job's kind says; raises what that raises."""
        kind = self._kinds[task.job.kind]
        if not task.actor.may(kind.action):
            message = "The one who started this may not do it any more. Let somebody who may start it again."
            raise NotPermitted("not-permitted-any-more", message)
        return kind.run(task)

    def beat(self, task: Task) -> None:
        """Say that it is being worked on, and how far it is; the task learns what was asked meanwhile."""
        now = self._ground.clock()

        def work(tx: Transaction) -> None:
            due = held_by(tx, task.lease)
            if due is None:
                task.lose()
                return
            until = now + self.lease
            tx.update(replace(due, due_at=until, leased_until=until))
            job = tx.get(Job, due.subject_id)
            done, total, step = task.progress
            if (job.progress, job.total, job.step) != (done, total, step):
                job = tx.get(Job, due.subject_id, lock=True)
                job = tx.update(replace(job, progress=done, total=total, step=step))
            asked = _asked(job)
            if asked:
                task.ask_to_stop(asked)

        self._run(task.lease.workspace_id, work)

    # -------------------------------------------------------------- bringing it to an end

    def finish(self, task: Task, result: Json) -> None:
        """It is done."""

        def work(tx: Transaction, due: Due, job: Job, now: datetime) -> None:
            done, total, _ = task.progress
            self._end(tx, due, replace(job, result=result, progress=done, total=total), Step.FINISH, now)

        self._settle(task, work)

    def fail(self, task: Task, fault: Exception) -> None:
        """It raised an error: it is tried again later, has failed, or is set aside."""

        def work(tx: Transaction, due: Due, job: Job, now: datetime) -> None:
            verdict = judge(fault, job.attempts)
            asked = _asked(job)
            if verdict.step is not Step.TRY_LATER or asked:
                self._end(tx, due, _with(job, verdict), asked or verdict.step, now)
                return
            later = now + pause_before(job.attempts, self._chance())
            tx.update(replace(_with(job, verdict), status=Status.WAITING))
            tx.update(_unleased(due, later))

        self._settle(task, work)

    def put_back(self, task: Task) -> None:
        """It stopped because it was asked to; without being cancelled or paused it waits for another worker."""

        def work(tx: Transaction, due: Due, job: Job, now: datetime) -> None:
            done, total, step = task.progress
            job = replace(job, progress=done, total=total, step=step)
            asked = _asked(job)
            if asked:
                self._end(tx, due, job, asked, now)
                return
            tx.update(replace(job, status=Status.WAITING, attempts=max(0, job.attempts - 1)))
            tx.update(_unleased(due, now))

        self._settle(task, work)

    def forget(self, worker: str) -> int:
        """A worker is known to be gone: its jobs are due now. Says how many."""
        now = self._ground.clock()
        with self._ground.store.reading(InWorkspace()) as seen:
            held = seen.list(Due, leased_by=worker, limit=1000).records
        for due in held:
            self._run(due.in_workspace, lambda tx, due=due: _end_lease(tx, due, worker, now))
        return len(held)

    def _end(self, tx: Transaction, due: Due, job: Job, step: Step, now: datetime) -> None:
        """The job takes a step after which it is in nobody's hands."""
        status = move(Status(job.status), step)
        ended = replace(
            job,
            status=status,
            finished_at=now if status in ENDED else None,
            cancel_asked_at=None if status is Status.PAUSED else job.cancel_asked_at,
            pause_asked_at=None,
        )
        if status is Status.DONE:
            ended = replace(ended, error_code="", error="", fault="", step="")
        tx.delete(due)
        kept = tx.update(ended)
        took = round((now - (job.started_at or now)) / timedelta(milliseconds=1))
        tx.add(
            ProcessingEntry(
                subject_kind="job", subject_id=job.id, step=job.kind, milliseconds=max(0, took), status=status
            )
        )
        self._kinds[job.kind].settle(tx, self._ground, kept)
        tell_of_job(tx, self._ground, kept)

    def _settle(self, task: Task, work: Callable[[Transaction, Due, Job, datetime], None]) -> None:
        def held(tx: Transaction) -> None:
            due = held_by(tx, task.lease)
            if due is None:
                task.lose()
                return
            work(tx, due, tx.get(Job, due.subject_id, lock=True), self._ground.clock())

        self._run(task.lease.workspace_id, held)

    def _run(self, workspace_id: Id, work: Callable[[Transaction], T]) -> T:
        return self._ground.store.run(InWorkspace(workspace_id), work)


@dataclass(frozen=True, slots=True)
class _Claim:
    """One look into one line."""

    working: Working
    worker: str
    line: WorkLine
    is_empty: bool

    def __call__(self, tx: Transaction) -> Task | None:
        line = tx.get(WorkLine, self.line.id, lock=True)
        if not self.is_empty:
            return self.working.claim_in(tx, self.worker, line)
        is_still = not tx.list(Due, queue=line.queue, in_workspace=line.in_workspace, order="due_at", limit=1).records
        if is_still and line.is_open:
            tx.update(replace(line, is_open=False))
        return None


def _end_lease(tx: Transaction, seen: Due, worker: str, now: datetime) -> None:
    try:
        due = tx.get(Due, seen.id, lock=True)
    except NotFound:
        return
    if due.leased_by == worker and due.attempts == seen.attempts:
        tx.update(replace(due, due_at=now))


def _unleased(due: Due, due_at: datetime) -> Due:
    return replace(due, due_at=due_at, leased_by="", leased_until=None, is_leased=False)


def _asked(job: Job) -> Step | None:
    if job.cancel_asked_at:
        return Step.CANCEL
    return Step.PAUSE if job.pause_asked_at else None


def _with(job: Job, verdict: Verdict) -> Job:
    return replace(job, error_code=verdict.code, error=verdict.message, fault=verdict.fault)
