"""A worker at work: one job after the other, with a sign of life while it lasts; the same under every kind of worker.

    WorkLoop.run()  ->  claim  ->  the job, beside it a heart that beats  ->  finish | fail | put back  ->  claim …

Promises (tests in tests/contracts/test_workers.py):

* Told to stop, it ends what it has in hand at the next step of the job, and another worker goes on from there.
* No job waits for what is loaded once.
* What was done is kept, also when the database is away for a moment.
* A process that has grown too large ends after its job, and another one takes its place.
"""

import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

import psutil

from resume_customizer.core.errors import Conflict, ResumeCustomizerError, Unavailable
from resume_customizer.core.jobs import Step
from resume_customizer.core.records.record import INSTALLATION, new_id
from resume_customizer.core.records.work import Worker
from resume_customizer.services.background.job_kinds import Stopped
from resume_customizer.services.background.job_lines import JOB_QUEUES
from resume_customizer.services.background.tasks import Task
from resume_customizer.services.background.working import Working
from resume_customizer.services.store import InWorkspace, Store, Transaction

log = logging.getLogger(__name__)
_SHORTEST_NAP: Final = 0.05
_LONGEST_NAP: Final = 1.0
_SAY_EVERY: Final = 10.0
"""Seconds between two lines about itself."""
_SILENT: Final = timedelta(hours=1)
"""After this, nobody needs to know of a worker that was killed."""
_BEATS_IN_A_LEASE: Final = 5
MOST_MEMORY: Final = 600_000_000
"""Bytes of one process; documents are worked on in others."""


class Stop(Protocol):
    """An event, of threads or of processes."""

    def is_set(self) -> bool:
        """Whether the worker is to end."""
        ...

    def wait(self, timeout: float) -> object:
        """Wait so many seconds for it."""
        ...


def new_name() -> str:
    """A name that no other worker has or will have."""
    return f"{socket.gethostname()[:60]}/{os.getpid()}/{new_id()[-12:]}"


@dataclass(slots=True)
class Tally:
    """What a worker has done."""

    done: int = 0
    failed: int = 0
    put_back: int = 0
    """Jobs that others go on with, or the same worker when it is their turn again."""
    said_at: float = -_SAY_EVERY
    job_id: str | None = None


@dataclass(slots=True)
class WorkLoop:
    """One worker; run() is for one thread."""

    working: Working
    store: Store
    stop: Stop
    queues: Sequence[str] = JOB_QUEUES
    most_memory: int = MOST_MEMORY
    name: str = field(default_factory=new_name)
    tally: Tally = field(default_factory=Tally)

    def get_ready(self) -> None:
        """Load what jobs work with; what can't be loaded now, the first job loads."""
        with suppress(ResumeCustomizerError):
            self.working.get_ready()

    def run(self) -> bool:
        """Until it is told to stop, or has grown too large: then True."""
        nap = _SHORTEST_NAP
        while not self.stop.is_set():
            self.say()
            if self.work_off_one():
                nap = _SHORTEST_NAP
                if psutil.Process().memory_info().rss > self.most_memory:
                    log.warning("Worker %s has grown beyond its memory and is replaced.", self.name)
                    return True
            else:
                self.stop.wait(nap)
                nap = min(2 * nap, _LONGEST_NAP)
        return False

    def work_off_one(self) -> bool:
        """Work off the job whose turn it is; False when there was none."""
        try:
            task = self.working.claim(self.name, self.queues)
        except ResumeCustomizerError as fault:
            log.warning("No job can be had: %s", fault)
            return False
        if task is None:
            return False
        self.tally.job_id = task.job.id
        try:
            self._work_off(task)
        finally:
            self.tally.job_id = None
        return True

    def _work_off(self, task: Task) -> None:
        with _Heart(self.working, task, self.stop):
            try:
                result = self.working.run(task)
            except Stopped:
                self.tally.put_back += 1
                self._keep(task, lambda: self.working.put_back(task))
            except Exception as fault:  # noqa: BLE001 - whatever it is, the job is told and the worker goes on
                self.tally.failed += 1
                problem = fault
                log.warning("Job %s (%s) failed: %s", task.job.id, task.job.kind, type(fault).__name__)
                self._keep(task, lambda: self.working.fail(task, problem))
            else:
                self.tally.done += 1
                self._keep(task, lambda: self.working.finish(task, result))

    def _keep(self, task: Task, work: Callable[[], None]) -> None:
        """Try again while the database is away; when that lasts longer than the lease, the job is done again."""
        until = time.monotonic() + self.working.lease.total_seconds()
        nap = _SHORTEST_NAP
        while not task.is_lost:
            try:
                return work()
            except (Unavailable, Conflict) as fault:
                if time.monotonic() > until:
                    log.warning("Job %s could not be kept: %s", task.job.id, fault)
                    return None
                time.sleep(nap)
                nap = min(2 * nap, _LONGEST_NAP)
        return None

    def say(self) -> None:
        """Write down what it is and has done; it does no harm when that fails."""
        if time.monotonic() - self.tally.said_at < _SAY_EVERY:
            return
        self.tally.said_at = time.monotonic()
        with suppress(ResumeCustomizerError):
            self.store.run(InWorkspace(INSTALLATION), self._write_down)

    def _write_down(self, tx: Transaction) -> None:
        process = psutil.Process()
        cpu = process.cpu_times()
        found = tx.find(Worker, name=self.name)
        said = replace(
            found or Worker(name=self.name, seen_at=datetime.now(UTC)),
            host=socket.gethostname(),
            process=process.pid,
            queues=", ".join(self.queues),
            seen_at=datetime.now(UTC),
            job_id=self.tally.job_id,
            done=self.tally.done,
            failed=self.tally.failed,
            memory=process.memory_info().rss,
            cpu_milliseconds=round(1000 * (cpu.user + cpu.system)),
        )
        if found:
            tx.update(said)
        else:
            tx.add(said)
        for silent in tx.list(Worker, order="seen_at", until=said.seen_at - _SILENT).records:
            tx.delete(silent)

    def take_leave(self) -> None:
        """It ends: what it says of itself goes, and what it may still hold is due again."""
        with suppress(ResumeCustomizerError):
            self.working.forget(self.name)
            self.store.run(InWorkspace(INSTALLATION), lambda tx: remove_worker(tx, self.name))


def remove_worker(tx: Transaction, name: str) -> None:
    """Forget what a worker said of itself."""
    found = tx.find(Worker, name=name)
    if found:
        tx.delete(found)


class _Heart:
    """Beats beside a job, in a thread of its own, and carries to it what was asked."""

    def __init__(self, working: Working, task: Task, stop: Stop) -> None:
        self._working = working
        self._task = task
        self._stop = stop
        self._is_done = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heart", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._is_done.set()
        self._thread.join()

    def _beat(self) -> None:
        every = self._working.lease.total_seconds() / _BEATS_IN_A_LEASE
        next_at = time.monotonic() + every / 4
        while not self._is_done.wait(_SHORTEST_NAP * 2):
            if self._stop.is_set():
                self._task.ask_to_stop(Step.TRY_LATER)
            if time.monotonic() >= next_at:
                next_at = time.monotonic() + every
                with suppress(Unavailable, Conflict):  # the lease lasts for several beats
                    self._working.beat(self._task)
