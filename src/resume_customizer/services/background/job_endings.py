"""How a job comes out of a worker's hands: done, failed, set aside, stopped, or waiting for another try.

    Task + what came of it  ->  Endings, in a transaction that holds the lease  ->  the job's row, and no Due any more
    its kind's settle(), its time, webhooks  ->  in the same transaction

Promises (tests in tests/services/test_working.py):

* Who was taken for dead ends nothing.
* What was away is waited for a few times; what ends its worker again and again is set aside, with the reason.
* What somebody asked for meanwhile, to cancel or to pause, comes before another try.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from resume_customizer.core.errors import NotFound
from resume_customizer.core.jobs import ENDED, Status, Step, Verdict, judge, judge_loss, move, pause_before
from resume_customizer.core.records.record import Json
from resume_customizer.core.records.work import Due, Job, ProcessingEntry
from resume_customizer.services.background.job_kinds import JobKinds
from resume_customizer.services.background.tasks import Task, held_by
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Transaction
from resume_customizer.services.telling import tell_of_job


@dataclass(frozen=True, slots=True)
class Held:
    """A job that is this worker's, locked in a transaction."""

    tx: Transaction
    due: Due
    job: Job
    now: datetime


class Endings:
    """What is written down when a job leaves a worker's hands; everything here is within somebody's transaction."""

    def __init__(self, ground: Ground, kinds: JobKinds, chance: Callable[[], float]) -> None:
        self._ground, self._kinds, self._chance = ground, kinds, chance

    def hold(self, tx: Transaction, task: Task) -> Held | None:
        """What a task has in hand, locked; None when it is not its worker's any more, which the task learns."""
        due = held_by(tx, task.lease)
        if due is None:
            task.lose()
            return None
        return Held(tx, due, tx.get(Job, due.subject_id, lock=True), self._ground.clock())

    def finish(self, held: Held, task: Task, result: Json) -> None:
        """It is done."""
        done, total, _ = task.progress
        self._end(_but(held, result=result, progress=done, total=total), Step.FINISH)

    def fail(self, held: Held, fault: Exception) -> None:
        """It raised an error: it is tried again later, has failed, or is set aside."""
        verdict, asked = judge(fault, held.job.attempts), asked_of(held.job)
        judged = _with(held, verdict)
        if verdict.step is not Step.TRY_LATER or asked:
            self._end(judged, asked or verdict.step)
            return
        later = held.now + pause_before(held.job.attempts, self._chance())
        held.tx.update(replace(judged.job, status=Status.WAITING))
        held.tx.update(unleased(held.due, later))

    def put_back(self, held: Held, task: Task) -> None:
        """It stopped because it was asked to; without being cancelled or paused it waits for another worker."""
        done, total, step = task.progress
        stopped = _but(held, progress=done, total=total, step=step)
        asked = asked_of(held.job)
        if asked:
            self._end(stopped, asked)
            return
        job = stopped.job
        held.tx.update(replace(job, status=Status.WAITING, attempts=max(0, job.attempts - 1)))
        held.tx.update(unleased(held.due, held.now))

    def go_on(self, held: Held) -> bool:
        """Whether a job whose worker was lost is to be begun again; otherwise it is brought to its end."""
        asked = asked_of(held.job)
        verdict = judge_loss(held.job.attempts)
        if asked:
            self._end(held, asked)
        elif verdict.step is Step.QUARANTINE:
            self._end(_with(held, verdict), Step.QUARANTINE)
        else:
            return True
        return False

    def _end(self, held: Held, step: Step) -> None:
        """The job takes a step after which it is in nobody's hands."""
        tx, job, now = held.tx, held.job, held.now
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
        tx.delete(held.due)
        kept = tx.update(ended)
        took = round((now - (job.started_at or now)) / timedelta(milliseconds=1))
        tx.add(
            ProcessingEntry(
                subject_kind="job", subject_id=job.id, step=job.kind, milliseconds=max(0, took), status=status
            )
        )
        self._kinds[job.kind].settle(tx, self._ground, kept)
        tell_of_job(tx, self._ground, kept)


def end_lease(tx: Transaction, seen: Due, worker: str, now: datetime) -> None:
    """The lease of a worker that is gone ends now, unless somebody else has the job by now."""
    try:
        due = tx.get(Due, seen.id, lock=True)
    except NotFound:
        return
    if due.leased_by == worker and due.attempts == seen.attempts:
        tx.update(replace(due, due_at=now))


def unleased(due: Due, due_at: datetime) -> Due:
    """In nobody's hands, and due at a moment."""
    return replace(due, due_at=due_at, leased_by="", leased_until=None, is_leased=False)


def asked_of(job: Job) -> Step | None:
    """What somebody has asked for while it runs."""
    if job.cancel_asked_at:
        return Step.CANCEL
    return Step.PAUSE if job.pause_asked_at else None


def _but(held: Held, **changed: object) -> Held:
    """The same, with something else in its job."""
    return replace(held, job=replace(held.job, **changed))


def _with(held: Held, verdict: Verdict) -> Held:
    return _but(held, error_code=verdict.code, error=verdict.message, fault=verdict.fault)
