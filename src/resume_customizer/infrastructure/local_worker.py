"""Workers of this machine: processes that are watched, or threads of the process that owns the records.

    WorkerProcesses.run()  ->  processes, each with a WorkLoop  ->  one that dies is replaced, its job due at once
    WorkerThreads  ->  the same loop in threads: for records in JSON files, which one process owns

Documents are not worked on in here but in the sandbox's processes, so a thread is as good as a process for them.

Promises (tests in tests/infrastructure/test_local_worker.py and tests/contracts/test_workers.py):

* A process that dies is replaced, and what it had in hand is due again at once.
* On SIGTERM or Ctrl-C every process puts back what it has in hand; after 30 seconds at most all have ended.
* When the one that watches dies, the others end by themselves.
"""

import gc
import logging
import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.process import BaseProcess
from typing import Final, Self, TypeAlias

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.infrastructure.work_loop import MOST_MEMORY, WorkLoop, new_name, remove_worker
from resume_customizer.services.background.job_lines import JOB_QUEUES
from resume_customizer.services.background.working import Working
from resume_customizer.services.store import InWorkspace, Store

log = logging.getLogger(__name__)
DRAIN_SECONDS: Final = 25.0
"""How long processes get to put back what they have in hand."""
_LOOK_EVERY: Final = 0.2
_START: Final = "fork" if sys.platform == "linux" else "spawn"
_SHORT_LIFE: Final = 5.0
_LONGEST_NAP: Final = 30.0

Open: TypeAlias = Callable[[], AbstractContextManager[tuple[Working, Store]]]
"""Opens an installation for one process; must be importable by name."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the processes are to do."""

    open: Open
    queues: Sequence[str] = JOB_QUEUES
    most_memory: int = MOST_MEMORY


@dataclass(slots=True)
class _Child:
    """One process, and what it is called in leases."""

    name: str
    process: BaseProcess
    began: float = field(default_factory=time.monotonic)


class WorkerProcesses:
    """So many processes that work; run() watches them."""

    def __init__(self, plan: Plan, processes: int) -> None:
        self._plan = plan
        self._count = processes
        self._children: list[_Child] = []
        self._context = multiprocessing.get_context(_START)
        self.stop = threading.Event()
        self._short_lives = 0

    def run(self) -> None:
        """Until the stop is set, e.g. by a signal; raises what opening the installation raises."""
        with self._plan.open():
            pass  # it can be opened, and is loaded; but processes that are forked must not share what is open
        gc.freeze()
        try:
            while not self.stop.is_set():
                self._bury()
                while len(self._children) < self._count and not self.stop.is_set():
                    self._children.append(self._start())
                self.stop.wait(_LOOK_EVERY)
        finally:
            self._drain()

    def stop_on_signals(self) -> None:
        """SIGTERM and Ctrl-C stop it."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop.set())

    def _start(self) -> _Child:
        name = new_name()
        process = self._context.Process(target=_work, args=(self._plan, name), name="worker")
        process.start()
        return _Child(name, process)

    def _bury(self) -> None:
        """See who has ended; what they had in hand is due."""
        ended = [each for each in self._children if not each.process.is_alive()]
        self._children = [each for each in self._children if each not in ended]
        self._forget(ended)
        for child in ended:
            if time.monotonic() - child.began < _SHORT_LIFE:
                self._short_lives += 1
                nap = min(2.0 ** min(self._short_lives, 10) / 10, _LONGEST_NAP)
                log.warning("A worker ended soon after it began (code %s).", child.process.exitcode)
                self.stop.wait(nap)
            else:
                self._short_lives = 0

    def _drain(self) -> None:
        for child in self._children:
            child.process.terminate()
        until = time.monotonic() + DRAIN_SECONDS
        for child in self._children:
            child.process.join(max(0.0, until - time.monotonic()))
            if child.process.is_alive():
                child.process.kill()
                child.process.join()
        self._forget(self._children)

    def _forget(self, ended: Sequence[_Child]) -> None:
        """Their leases end now instead of later; when the database is away, they end by themselves."""
        if not ended:
            return
        with suppress(ResumeCustomizerError), self._plan.open() as (working, store):
            for child in ended:
                working.forget(child.name)
                store.run(InWorkspace(INSTALLATION), partial(remove_worker, name=child.name))


def _work(plan: Plan, name: str) -> None:
    """What a process does."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that watches decides what Ctrl-C means
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent, stop), daemon=True).start()
    with plan.open() as (working, store):
        loop = WorkLoop(working, store, stop, plan.queues, plan.most_memory, name)
        try:
            loop.get_ready()
            loop.run()
        finally:
            loop.take_leave()


def _watch(parent: BaseProcess, stop: threading.Event) -> None:
    parent.join()
    stop.set()


class WorkerThreads:
    """Workers inside of this process; used as a context manager."""

    def __init__(self, open_working: Open, count: int = 1, queues: Sequence[str] = JOB_QUEUES) -> None:
        self._open, self._queues = open_working, queues
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._work, name="worker", daemon=True) for _ in range(count)]

    def __enter__(self) -> Self:
        for each in self._threads:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        until = time.monotonic() + DRAIN_SECONDS
        for each in self._threads:
            each.join(max(0.0, until - time.monotonic()))

    def _work(self) -> None:
        nap = _LOOK_EVERY
        while not self._stop.is_set():
            try:
                with self._open() as (working, store):
                    self._loop(working, store)
            except ResumeCustomizerError as fault:
                log.warning("No background work is done for now: %s", fault)
                self._stop.wait(nap)
                nap = min(2 * nap, _LONGEST_NAP)

    def _loop(self, working: Working, store: Store) -> None:
        # How much this process may use is not the workers' to decide: it does other things, too.
        loop = WorkLoop(working, store, self._stop, self._queues, most_memory=2**63)
        try:
            loop.run()
        finally:
            loop.take_leave()
