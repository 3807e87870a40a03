"""Background work, as the people of a workspace see it: start, watch, pause, cancel, try again.

    Jobs.start()  ->  a row that waits in line  ->  a worker (working.py)  ->  Jobs.show(): result or reason

Promises (tests in tests/services/test_jobs.py):

* A job that was accepted is in the database; whatever else is away then, it is done later.
* A job is done in the place of the one who started it: who may not do the work may not start it either.
* What is cancelled before it began is never begun; what runs is told so and stops at its next step.
* Only what failed, was cancelled or was set aside can be tried again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, TypeAlias

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.jobs import Progress, Status, Step, move, progress_of
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import Id, Json
from resume_customizer.core.records.work import Due, Job, Worker
from resume_customizer.services.background.job_kinds import JobKind, JobKinds
from resume_customizer.services.background.job_lines import (
    JOB_QUEUES,
    leave_line,
    locked_due,
    prepare_line,
    stand_in_line,
    stand_in_line_again,
)
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Transaction
from resume_customizer.services.telling import tell_of_job

_LONGEST_CORRELATION: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class JobView:
    """A job as it is shown."""

    job_id: Id
    kind: str
    queue: str
    status: Status
    step: str
    progress: Progress
    attempts: int
    error_code: str
    error: str
    correlation: str
    is_stopping: bool
    """It was asked to stop, and will at its next step."""
    batch_id: Id | None
    started_by: Id | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    version: int
    result: Json = field(repr=False)


@dataclass(frozen=True, slots=True)
class JobPage:
    """Some jobs of a list."""

    jobs: tuple[JobView, ...]
    next: str
    """What to ask for the next page with; empty: this is the last one."""


@dataclass(frozen=True, slots=True)
class QueueFigures:
    """How long a queue of the installation is."""

    queue: str
    waiting: int
    running: int
    oldest: datetime | None
    """Since when the first of them is due; None when none is."""


Nudge: TypeAlias = Callable[[Id, Id, str], None]
"""Is told of workspace, job and queue."""


def no_nudge(_workspace_id: Id, _job_id: Id, _queue: str) -> None:
    """Workers look by themselves."""


class Jobs:
    """The background work of workspaces."""

    def __init__(self, ground: Ground, kinds: JobKinds, nudge: Nudge = no_nudge) -> None:
        """`nudge` is told of a job once it is kept; when that fails, a sweep finds it."""
        self._ground = ground
        self._kinds = kinds
        self._nudge = nudge

    def start(self, actor: Actor, kind: str, given: Json, correlation: str = "") -> JobView:
        """Put a job in line; `given` is what its kind works on. Raises InvalidInput for what it can't work on."""
        actor.require(Action.VIEW_RECORDS)
        known = self._kind(kind)
        actor.require(known.action)
        known.check(given)
        prepare_line(self._ground, actor.workspace_id, known.queue)
        new = Job(
            kind=kind,
            queue=known.queue,
            input=given,
            started_by=actor.user_id,
            correlation=correlation[:_LONGEST_CORRELATION],
        )
        with self._ground.inside(actor) as tx:
            self._ground.record(tx, actor, "job.started", ("job", new.id), {"kind": kind})
            (job,) = stand_in_line(tx, actor.workspace_id, (new,), self._ground.clock())
        self._nudge(actor.workspace_id, job.id, job.queue)
        return self._view(job)

    def show(self, actor: Actor, job_id: Id) -> JobView:
        """One job; raises NotFound."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return self._view(tx.get(Job, job_id))

    def list_jobs(self, actor: Actor, status: str = "", batch_id: Id = "", after: str = "", count: int = 50) -> JobPage:
        """One page of the workspace's jobs, the newest first; of one status, or of one batch."""
        actor.require(Action.VIEW_RECORDS)
        if status and status not in set(Status):
            raise InvalidInput("no-such-status", f"A job is {', '.join(Status)}; never “{status[:40]}”.")
        if status and batch_id:
            raise InvalidInput("one-filter", "List jobs by status or by batch, not by both.")
        chosen = {"status": status} if status else {"batch_id": batch_id} if batch_id else {}
        with self._ground.looking(actor) as tx:
            page = tx.list(Job, after=after, limit=count, **chosen)
        return JobPage(tuple(map(self._view, page.records)), page.next)

    def cancel(self, actor: Actor, job_id: Id) -> JobView:
        """Never begin it, or stop it at its next step; what it has kept by then stays."""
        actor.require(Action.VIEW_RECORDS)
        return self._stop(actor, job_id, Step.CANCEL)

    def pause(self, actor: Actor, job_id: Id) -> JobView:
        """Take it out of the line until it is resumed."""
        actor.require(Action.VIEW_RECORDS)
        return self._stop(actor, job_id, Step.PAUSE)

    def resume(self, actor: Actor, job_id: Id) -> JobView:
        """Put a paused job in line again."""
        actor.require(Action.VIEW_RECORDS)
        return self._again(actor, job_id, Step.RESUME)

    def retry(self, actor: Actor, job_id: Id) -> JobView:
        """Put a job that failed, was cancelled or was set aside in line again, with all its attempts."""
        actor.require(Action.VIEW_RECORDS)
        return self._again(actor, job_id, Step.RETRY)

    def list_workers(self, actor: Actor) -> tuple[Worker, ...]:
        """The processes that work, as they last said of themselves. For the operator."""
        actor.require(Action.VIEW_INSTALLATION)
        with self._ground.outside() as tx:
            return tx.list(Worker, order="-seen_at", limit=1000).records

    def show_queues(self, actor: Actor) -> tuple[QueueFigures, ...]:
        """How much waits and runs in the installation. For the operator."""
        actor.require(Action.VIEW_INSTALLATION)
        now = self._ground.clock()
        with self._ground.outside() as tx:
            return tuple(self._figures(tx, queue, now) for queue in JOB_QUEUES)

    @staticmethod
    def _figures(tx: Transaction, queue: str, now: datetime) -> QueueFigures:
        running = tx.count(Due, queue=queue, is_leased=True)
        first = tx.list(Due, queue=queue, is_leased=False, order="due_at", until=now, limit=1).records
        return QueueFigures(
            queue, tx.count(Due, queue=queue, is_leased=False), running, first[0].due_at if first else None
        )

    def _kind(self, kind: str) -> JobKind:
        if kind not in self._kinds:
            raise InvalidInput("no-such-kind", f"There is no background work “{kind[:40]}”.")
        return self._kinds[kind]

    def _stop(self, actor: Actor, job_id: Id, step: Step) -> JobView:
        with self._ground.inside(actor) as tx:
            seen = tx.get(Job, job_id)
            known = self._kind(seen.kind)
            actor.require(known.action)
            job = stop_job(tx, self._ground, known, seen, step)
            self._ground.record(tx, actor, f"job.{step}", ("job", job.id), {"kind": job.kind})
        return self._view(job)

    def _again(self, actor: Actor, job_id: Id, step: Step) -> JobView:
        with self._ground.inside(actor) as tx:
            seen = tx.get(Job, job_id)
            known = self._kind(seen.kind)
            actor.require(known.action)
            if step is Step.RESUME:
                job = resume_job(tx, self._ground, known, seen)
            else:
                job = _begin_again(tx, self._ground, known, seen)
            self._ground.record(tx, actor, f"job.{step}", ("job", job.id), {"kind": job.kind})
        self._nudge(actor.workspace_id, job.id, job.queue)
        return self._view(job)

    def _view(self, job: Job) -> JobView:
        ended = job.finished_at or self._ground.clock()
        return JobView(
            job_id=job.id,
            kind=job.kind,
            queue=job.queue,
            status=Status(job.status),
            step=job.step,
            progress=progress_of(job.progress, job.total, job.started_at, ended),
            attempts=job.attempts,
            error_code=job.error_code,
            error=job.error,
            correlation=job.correlation,
            is_stopping=job.status == Status.RUNNING and bool(job.cancel_asked_at or job.pause_asked_at),
            batch_id=job.batch_id,
            started_by=job.started_by,
            created_at=job.created_at,
            started_at=job.started_at,
            finished_at=job.finished_at,
            version=job.version,
            result=job.result,
        )


def stop_job(tx: Transaction, ground: Ground, kind: JobKind, seen: Job, step: Step) -> Job:
    """Cancel or pause a job, in somebody's transaction; one that runs is asked to. Raises Conflict `job-is-…`."""
    due = locked_due(tx, seen)
    job = tx.get(Job, seen.id, lock=True)
    moved, now = move(Status(job.status), step), ground.clock()
    if job.status == Status.RUNNING:
        if step is Step.CANCEL:
            return tx.update(replace(job, cancel_asked_at=now))
        return tx.update(replace(job, pause_asked_at=now))
    leave_line(tx, due)
    ended = now if step is Step.CANCEL else None
    job = tx.update(replace(job, status=moved, step="", finished_at=ended))
    kind.settle(tx, ground, job)
    tell_of_job(tx, ground, job)
    return job


def resume_job(tx: Transaction, ground: Ground, kind: JobKind, seen: Job) -> Job:
    """Put a paused job in line again, in somebody's transaction; it goes on from where it was."""
    return _stand_again(tx, ground, kind, replace(seen, status=move(Status(seen.status), Step.RESUME)))


def _begin_again(tx: Transaction, ground: Ground, kind: JobKind, seen: Job) -> Job:
    """Put an ended job in line as if it had never been begun."""
    job = replace(
        seen,
        status=move(Status(seen.status), Step.RETRY),
        attempts=0,
        error_code="",
        error="",
        fault="",
        step="",
        cancel_asked_at=None,
        started_at=None,
        finished_at=None,
    )
    return _stand_again(tx, ground, kind, job)


def _stand_again(tx: Transaction, ground: Ground, kind: JobKind, job: Job) -> Job:
    stand_in_line_again(tx, job.workspace_id, job, ground.clock())
    kept = tx.update(job)
    kind.settle(tx, ground, kept)
    return kept
