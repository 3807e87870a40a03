"""The other side of jobs: how a worker gets one, keeps it, and brings it to an end.

    claim()  ->  Task, on a lease  ->  beat() while it runs  ->  finish() | fail() | put_back()
    a worker that dies  ->  the lease ends  ->  the job is due again  ->  claim() by another one

Whose turn it is: job_turns.py. What is written down when a job ends: job_endings.py. Whatever a worker keeps, it
keeps in a transaction that holds its lease: one that was taken for dead keeps nothing.

Promises (tests in tests/services/test_working.py, tests/contracts/test_workers.py, tests/faults/):

* A job that was accepted is brought to an end, whichever process dies at whatever moment.
* Who loses the right to it, or is erased, has nothing more done for them.
* What a job keeps is kept once, also when two workers take it for theirs.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from resume_customizer.core.errors import NotPermitted
from resume_customizer.core.jobs import LEASE, Step
from resume_customizer.core.records.record import Id, Json
from resume_customizer.core.records.work import Due, Job
from resume_customizer.services.background.job_endings import Endings, Held, asked_of, end_lease
from resume_customizer.services.background.job_kinds import JobKinds
from resume_customizer.services.background.job_turns import Turns, actor_of
from resume_customizer.services.background.tasks import Task, held_by
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import InWorkspace, Transaction

T = TypeVar("T")


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
        self._endings = Endings(ground, kinds, chance)
        self._turns = Turns(ground, kinds, self._endings, lease)

    def get_ready(self) -> None:
        """Load what the first job would else wait for; raises Unavailable."""
        for work in dict.fromkeys(kind.get_ready for kind in self._kinds.values()):
            work()

    # -------------------------------------------------------------- getting one

    def claim(self, worker: str, queues: Sequence[str]) -> Task | None:
        """The job whose turn it is, for a worker with a name of its own; None when there is nothing to do now."""
        return self._turns.claim(worker, queues)

    def count_due(self) -> dict[str, int]:
        """How many jobs nobody works on and could begin now, by queue; at most a few hundred of each."""
        return self._turns.count_due()

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
            asked = asked_of(job)
            if not asked and not actor_of(tx, job).may(self._kinds[job.kind].action):
                asked = Step.TRY_LATER  # whoever has it next is told that it may not be done any more
            if asked:
                task.ask_to_stop(asked)

        self._run(task.lease.workspace_id, work)

    # -------------------------------------------------------------- bringing it to an end

    def finish(self, task: Task, result: Json) -> None:
        """It is done."""
        self._settle(task, lambda held: self._endings.finish(held, task, result))

    def fail(self, task: Task, fault: Exception) -> None:
        """It raised an error: it is tried again later, has failed, or is set aside."""
        self._settle(task, lambda held: self._endings.fail(held, fault))

    def put_back(self, task: Task) -> None:
        """It stopped because it was asked to; without being cancelled or paused it waits for another worker."""
        self._settle(task, lambda held: self._endings.put_back(held, task))

    def forget(self, worker: str) -> int:
        """A worker is known to be gone: its jobs are due now. Says how many."""
        now = self._ground.clock()
        with self._ground.store.reading(InWorkspace()) as seen:
            held = seen.list(Due, leased_by=worker, limit=1000).records
        for due in held:
            self._run(due.in_workspace, lambda tx, due=due: end_lease(tx, due, worker, now))
        return len(held)

    # -------------------------------------------------------------- how

    def _settle(self, task: Task, work: Callable[[Held], None]) -> None:
        def held(tx: Transaction) -> None:
            found = self._endings.hold(tx, task)
            if found:
                work(found)

        self._run(task.lease.workspace_id, held)

    def _run(self, workspace_id: Id, work: Callable[[Transaction], T]) -> T:
        return self._ground.store.run(InWorkspace(workspace_id), work)
