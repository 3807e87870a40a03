"""Jobs standing in line: put in, taken out, counted; within somebody's transaction.

    Job  ->  stand_in_line()  ->  Job + Due + an open WorkLine of its workspace and queue
    leave_line()  ->  the job stands somewhere else, and is due no more

Whatever locks more than one of them does so in this order: WorkLine, Due, Job. Two can't wait for each other then.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Final

from resume_customizer.core.errors import Conflict
from resume_customizer.core.jobs import Queue, turn_of_newcomer
from resume_customizer.core.records.record import Id
from resume_customizer.core.records.work import Due, Job, WorkLine
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import InWorkspace, Transaction

JOB_QUEUES: Final = (Queue.INTERACTIVE.value, Queue.BULK.value)


def prepare_line(ground: Ground, home: Id, queue: str) -> None:
    """Make a workspace's line, apart from the work that is put in it: two at once must not fail by that."""
    with ground.store.reading(InWorkspace(home)) as seen:
        if seen.find(WorkLine, queue=queue, in_workspace=home):
            return
    with suppress(Conflict), ground.within(home) as tx:
        tx.add(WorkLine(queue=queue, in_workspace=home, is_open=False))


def stand_in_line(tx: Transaction, home: Id, jobs: Sequence[Job], due_at: datetime) -> tuple[Job, ...]:
    """Keep new jobs of one queue; they are due from a moment on, in their order."""
    if not jobs:
        return ()
    open_line(tx, home, jobs[0].queue)
    kept = tx.add_all(jobs)
    tx.add_all(Due(queue=each.queue, in_workspace=home, subject_id=each.id, due_at=due_at) for each in kept)
    return kept


def stand_in_line_again(tx: Transaction, home: Id, job: Job, due_at: datetime) -> None:
    """A job that waits again: it is due from a moment on."""
    open_line(tx, home, job.queue)
    tx.add(Due(queue=job.queue, in_workspace=home, subject_id=job.id, due_at=due_at))


def leave_line(tx: Transaction, due: Due | None) -> None:
    """A job is due no more."""
    if due is not None:
        tx.delete(due)


def locked_due(tx: Transaction, job: Job) -> Due | None:
    """What says when a job is due, locked; None for a job that is not in line."""
    found = tx.find(Due, queue=job.queue, subject_id=job.id)
    return tx.get(Due, found.id, lock=True) if found else None


def open_line(tx: Transaction, home: Id, queue: str) -> None:
    """Make sure that workers look into a workspace's line; it stays locked until the end of the transaction."""
    others = (each.turn for each in tx.list(WorkLine, queue=queue, is_open=True, order="turn", limit=1).records)
    found = tx.find(WorkLine, queue=queue, in_workspace=home)
    if found is None:
        tx.add(WorkLine(queue=queue, in_workspace=home, turn=turn_of_newcomer(0, others)))
        return
    line = tx.get(WorkLine, found.id, lock=True)
    if not line.is_open:
        tx.update(replace(line, is_open=True, turn=turn_of_newcomer(line.turn, others)))
