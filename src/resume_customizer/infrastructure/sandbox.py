"""Work on what can't be trusted, in processes of their own that may be killed.

    Sandbox.call(work, …)  ->  a free process, within its memory and time, without a network  ->  result or error
    Sandbox.call_each(work, items)  ->  the same for one item after the other, which are handed over together

Promises (tests in tests/infrastructure/test_sandbox.py):

* What takes too long, too much memory or kills its process is refused, and the next call finds a working process.
* Whatever is done in a process, it holds less than 1 GB of memory.
* The process that the others are copied from may be killed at any moment, too.
* Nothing in there opens a connection.
* Of many items each has its own limits, and one that breaks the process costs that item only.
* More callers than can be served soon are told so at once.
* A process that is free is used before another one is started.
* An error of ours arrives as itself; anything else says that something unexpected happened, and nothing of the input.
* What the caller knows of technologies beside the catalogue is known in there, for this call.
"""

import gc
import queue
import signal
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager, suppress
from multiprocessing import connection, get_context
from threading import Semaphore
from typing import Any, NamedTuple, ParamSpec, TypeAlias, TypeVar

from resume_customizer.core.errors import PromiseBroken, RefusedInput, ResumeCustomizerError, Unavailable
from resume_customizer.core.naming.own_technologies import knowing, known_here
from resume_customizer.infrastructure.processes import DOCUMENT_LIMITS, Limits, limit_memory

Given = ParamSpec("Given")
Item = TypeVar("Item")
Result = TypeVar("Result")
_Pipe: TypeAlias = "connection.Connection[Any, Any]"
_Call: TypeAlias = tuple[tuple[Any, ...], dict[str, Any]]

_CALLS = 2000
"""After this many a process is replaced: what libraries keep forever is given back."""
_SECONDS_TO_START = 60
_TRIES, _MOMENT = 5, 0.1
_START = "forkserver" if sys.platform == "linux" else "spawn"
LOADED = ("resume_customizer.services.documents.customizing",)
_NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto")


class Sandbox:
    """A few long-lived processes; safe to share between threads."""

    def __init__(
        self,
        processes: int = 2,
        waiting: int = 16,
        limits: Limits = DOCUMENT_LIMITS,
        loaded: Sequence[str] = LOADED,
    ) -> None:
        """`loaded` are modules that its processes begin with, where the system can copy processes."""
        self._limits, self._loaded = limits, loaded
        self._room = Semaphore(processes + waiting)
        self._free: queue.LifoQueue[_Process | None] = queue.LifoQueue()
        for _ in range(processes):
            self._free.put(None)  # started when first needed

    def call(self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """The result of `work`, which must be importable by name; raises its error, RefusedInput or Unavailable."""
        with self._place() as place:
            (answer,) = place.process.answers(work, [(given, named)])
        if answer.fault is not None:
            raise answer.fault
        return answer.result

    def call_each(
        self, work: Callable[[Item], Result], items: Sequence[Item]
    ) -> Generator[Result | ResumeCustomizerError]:
        """What `work` makes of each item, or its error, in their order and as they come; raises Unavailable.

        The next items are worked on while the results of those before are used. Whoever closes it early pays with
        the process.
        """
        calls = [((item,), {}) for item in items]
        with self._place() as place:
            while calls:
                for answer in place.process.answers(work, calls):
                    yield answer.fault or answer.result
                    del calls[0]

    @contextmanager
    def _place(self) -> "Generator[_Place]":
        """A process for one caller, as soon as one is free."""
        if not self._room.acquire(blocking=False):
            raise Unavailable("busy", "Too many documents are being worked on right now. Try again in a moment.")
        try:
            place = _Place(self._limits, self._loaded, self._free.get())
            try:
                yield place
            finally:
                self._free.put(place.leave())
        finally:
            self._room.release()

    def close(self) -> None:
        """End the processes that are free."""
        with suppress(queue.Empty):
            while True:
                process = self._free.get_nowait()
                if process is not None:
                    process.stop()


class _Answer(NamedTuple):
    """What became of one call."""

    fault: ResumeCustomizerError | None
    result: Any


class _Place:
    """A place for one caller, with a process that is replaced when it is not good any more."""

    def __init__(self, limits: Limits, loaded: Sequence[str], process: "_Process | None") -> None:
        self._limits, self._loaded, self._process = limits, loaded, process

    @property
    def process(self) -> "_Process":
        if self._process is None or not self._process.is_good:
            self._process = None
            self._process = _Process(self._limits, self._loaded)
        return self._process

    def leave(self) -> "_Process | None":
        """The process, when others can use it."""
        return self._process if self._process and self._process.is_good else None


class _Process:
    """One process that works on one thing at a time."""

    def __init__(self, limits: Limits, loaded: Sequence[str]) -> None:
        context = get_context(_START)
        context.set_forkserver_preload(list(loaded))
        self._limits, self._calls = limits, 0
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, limits.memory), daemon=True)
        with closing(theirs):
            self._begin()
        self.is_good = True
        self._wait()

    def _begin(self) -> None:
        """Start it; when the process that all of them are copied from was killed, a new one takes its place."""
        for _ in range(_TRIES):
            with suppress(EOFError, OSError):
                return self._process.start()
            time.sleep(_MOMENT)
        self._pipe.close()
        raise _not_started()

    def answers(self, work: Callable[..., Any], calls: Sequence[_Call]) -> Generator[_Answer]:
        """What becomes of each call; none any more behind one that cost the process."""
        left = len(calls)
        try:
            with suppress(OSError):  # it is dead: that is noticed when its answer is awaited
                self._pipe.send((known_here(), work, calls))
            while left and self.is_good:
                answer = self._receive()
                left -= 1
                self._calls += 1
                yield answer
        finally:
            if left or self._calls >= _CALLS:
                self.stop()

    def _receive(self) -> _Answer:
        try:
            if self._pipe.poll(self._limits.seconds):
                return _Answer(*self._pipe.recv())
            fault = RefusedInput(
                "too-slow", f"This took longer than {self._limits.seconds:g} seconds, so it was stopped."
            )
        except (EOFError, OSError):
            fault = RefusedInput("too-hard", "The process that worked on this file did not survive it.")
        self.stop()
        return _Answer(fault, None)

    def _wait(self) -> None:
        """Until it works: the time of a document is its own, and not that of starting on a busy machine."""
        try:
            is_ready = self._pipe.poll(_SECONDS_TO_START) and self._pipe.recv()
        except (EOFError, OSError):
            is_ready = False
        if not is_ready:
            self.stop()
            raise _not_started()

    def stop(self) -> None:
        """End it, whatever it does."""
        if not self.is_good:
            return
        self.is_good = False
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _not_started() -> Unavailable:
    return Unavailable("busy", "The processes that work on documents do not start. Try again in a moment.")


def _serve(pipe: "_Pipe", memory: int) -> None:
    """What a process does, until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    limit_memory(memory)
    sys.addaudithook(_refuse_network)
    gc.freeze()
    with suppress(EOFError, OSError):
        pipe.send(True)  # it works
        while True:
            own, work, calls = pipe.recv()
            with knowing(own):
                for given, named in calls:
                    pipe.send(_attempt(work, given, named))


def _attempt(
    work: Callable[..., Any], given: tuple[Any, ...], named: dict[str, Any]
) -> tuple[ResumeCustomizerError | None, Any]:
    try:
        return None, work(*given, **named)
    except ResumeCustomizerError as fault:
        return fault, None
    except MemoryError:
        return RefusedInput("too-large", "This takes more memory than one document may use."), None
    except Exception as fault:  # noqa: BLE001 - the process goes on
        message = f"Something unexpected happened ({type(fault).__name__}); nothing was changed."
        return PromiseBroken("unexpected", message), None


def _refuse_network(event: str, _: tuple[Any, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError("no network in the sandbox")
