"""Work on many things in a few long-lived processes; one bad thing costs that thing only.

    work + items  ->  run_in_processes()  ->  (position, result | Failure) as they finish

Each process is started once and is always given the next few items ahead of time, so that it never waits.

Promises (tests in tests/infrastructure/test_processes.py):

* Every item gets exactly one answer, also when its process dies or takes too long.
* An item that takes longer than allowed is stopped, and only that item fails.
* However many items there are, only a few are in memory at a time.
* What a process may use does not depend on how much its parent has mapped.
"""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from time import monotonic
from typing import Any, NoReturn, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_Pipe: TypeAlias = "connection.Connection[Any, Any]"

_AHEAD = 4
"""How many items a process holds at a time."""
_MOMENT = 0.5
"""Seconds that a busy process gets to end by itself."""
_START = "fork" if sys.platform == "linux" else "spawn"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no result: `timeout`, `died` or `crashed`, and one sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process may use."""

    seconds: float = 15.0
    """For one item."""
    memory: int = 3_000_000_000
    """Bytes of address space beyond what the process begins with, where the system can limit it.

    This much is for a person's own files at the command line, since LibreOffice inherits it, which maps gigabytes.
    """


DEFAULT_LIMITS = Limits()
DOCUMENT_LIMITS = Limits(seconds=14.0, memory=900_000_000)
"""For what can't be trusted: ended within 15 seconds, and at most 1 GB with the 100 MB that a process begins with.
Honest files of two thousand pages take 450 MB (benchmarks/honest_files.py)."""


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: "_Pipe"
    held: deque[int] = field(default_factory=deque)
    """Positions of the items that it was given and has not answered, in order."""
    since: float = 0.0
    """When it began with the first of them."""
    ended: bool = False


def run_in_processes(
    work: Callable[[Item], Result], items: Sequence[Item], processes: int, limits: Limits = DEFAULT_LIMITS
) -> Generator[tuple[int, Result | Failure]]:
    """Call `work` on every item in other processes and yield each position with its result, as they finish.

    `work`, the items and the results must be picklable. Closing the iterator stops the processes.
    """
    waiting = deque(range(len(items)))
    workers: list[_Worker] = []
    try:
        for _ in range(min(processes, len(items))):
            workers.append(_start(work, limits, workers))
        while waiting or any(worker.held for worker in workers):
            for worker in workers:
                _feed(worker, items, waiting)
            _wait(workers, limits)
            for worker in tuple(workers):
                yield from _answers(worker)
                failure = _fate(worker, limits)
                if failure is not None:
                    workers.remove(worker)
                    _stop(worker)
                    failed = worker.held.popleft()
                    waiting.extendleft(reversed(worker.held))
                    workers.append(_start(work, limits, workers))
                    yield failed, failure
    finally:
        for worker in workers:
            _stop(worker)


def _start(work: Callable[[Any], Any], limits: Limits, others: Sequence[_Worker]) -> _Worker:
    context = get_context(_START)
    ours, theirs = context.Pipe()
    inherited = [ours, *(other.pipe for other in others)] if _START == "fork" else []
    process = context.Process(target=_serve, args=(work, theirs, limits.memory, inherited), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _feed(worker: _Worker, items: Sequence[Any], waiting: deque[int]) -> None:
    """Give it items until it holds a few."""
    while waiting and len(worker.held) < _AHEAD:
        position = waiting.popleft()
        if not worker.held:
            worker.since = monotonic()
        worker.held.append(position)
        with suppress(OSError):  # it is dead: that is noticed when its answer is awaited
            worker.pipe.send((position, items[position]))


def _wait(workers: list[_Worker], limits: Limits) -> None:
    """Until one of them answers, dies or is out of time."""
    busy = [worker for worker in workers if worker.held]
    left = min((worker.since for worker in busy), default=0.0) + limits.seconds - monotonic()
    connection.wait([worker.pipe for worker in busy], max(0.0, left) + 0.01)


def _answers(worker: _Worker) -> Iterator[tuple[int, Any]]:
    """What it has finished by now."""
    try:
        while worker.held and worker.pipe.poll():
            answer = worker.pipe.recv()
            worker.held.popleft()
            worker.since = monotonic()
            yield answer
    except (EOFError, OSError):
        worker.ended = True


def _fate(worker: _Worker, limits: Limits) -> Failure | None:
    """Why the item in hand will not be finished; None while all is well."""
    if not worker.held:
        return None
    if worker.ended:
        worker.process.join(1.0)
        return Failure("died", f"the process that worked on it ended unexpectedly (code {worker.process.exitcode})")
    if monotonic() - worker.since > limits.seconds:
        return Failure("timeout", f"it took longer than {limits.seconds:g} seconds")
    return None


def _stop(worker: _Worker) -> None:
    """An idle process ends by itself; a busy one gets a moment to remove what it has half written."""
    worker.pipe.close()
    if worker.held:
        worker.process.terminate()
    worker.process.join(_MOMENT)
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def _serve(work: Callable[[Item], Result], pipe: "_Pipe", memory: int, inherited: Sequence["_Pipe"]) -> None:
    """What a process does: answer items until the other end of the pipe is closed, also by the parent's death."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    signal.signal(signal.SIGTERM, _leave)
    for each in inherited:
        each.close()
    limit_memory(memory)
    gc.freeze()
    with suppress(EOFError, OSError):
        while True:
            position, item = pipe.recv()
            pipe.send((position, _attempt(work, item)))


def _leave(*_: object) -> NoReturn:
    raise SystemExit(1)


def _attempt(work: Callable[[Item], Result], item: Item) -> Result | Failure:
    try:
        return work(item)
    except Exception as fault:  # noqa: BLE001 - one item's fault must not end the others
        return Failure("crashed", f"{type(fault).__name__}: {fault}"[:300])


def limit_memory(memory: int) -> None:
    """So that a hostile item runs into an error instead of taking the machine down.

    The limit counts from what is mapped already: a process that was forked begins with all that its parent has mapped,
    stacks of threads and libraries too, and could else not even load what it needs for its work.
    """
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):
        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = _mapped() + memory
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _mapped() -> int:
    """Bytes of address space that this process has mapped; 0 where the system does not say so."""
    try:
        with open("/proc/self/statm", "rb") as told:  # noqa: PTH123 - pathlib is not loaded here
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
