"""A few screens are made at a time, in the order in which they were asked for; the others wait their turn.

asked for, in a thread of its own  ->  Turns.turn()  ->  Streamlit's run of the script

One interpreter runs one thread at a time. Fifty screens made at once all come late, and hold up the loop that talks to
browsers each time it needs the interpreter; the same fifty a few at a time come one after the other, each as fast as it
can be. Decision 63; figures: docs/capacity.md.

Promises (tests in tests/ui/test_turns.py):

* No more are made at once than may be, and who came first is first.
* Whoever takes long, as who waits for a document, no longer stands in the way of others.
* A turn ends with its work, also when that fails.
* No click is lost while it waits its turn (tests/ui/test_clicks.py).
"""

import threading
import time
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunner

AT_ONCE: Final = 3
"""One has the interpreter while two wait for the database."""
LONG: Final = 0.2
"""Seconds, some twenty times what a screen takes."""


class Turns:
    """So many turns at once, from any threads. A turn that takes `long` seconds goes on, and counts no more."""

    def __init__(self, at_once: int, long: float) -> None:
        """`long` in seconds."""
        self._at_once, self._long = at_once, long
        self._lock = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._begun: dict[threading.Event, float] = {}

    @contextmanager
    def turn(self) -> Generator[None]:
        """Wait for a turn, and have it."""
        mine = threading.Event()
        with self._lock:
            self._waiting.append(mine)
            self._pass_on()
        while not mine.wait(self._long):
            with self._lock:
                self._pass_on()
        try:
            yield
        finally:
            with self._lock:
                self._begun.pop(mine, None)
                self._pass_on()

    def _pass_on(self) -> None:
        now = time.monotonic()
        self._begun = {turn: begun for turn, begun in self._begun.items() if now - begun < self._long}
        while self._waiting and len(self._begun) < self._at_once:
            first = self._waiting.popleft()
            self._begun[first] = now
            first.set()


_TURNS: Final = Turns(AT_ONCE, LONG)


class ScriptRunnerInTurn(ScriptRunner):
    """Streamlit's begins as soon as it is asked. Here the turn comes first, and takes in what was clicked meanwhile."""

    has_begun = False

    def _run_script_thread(self) -> None:
        with _TURNS.turn():
            self.has_begun = True
            super()._run_script_thread()


class SessionInTurn(AppSession):
    """What is asked for goes to the run that still waits; one that has begun is left behind, as Streamlit does it."""

    def request_rerun(self, client_state: ClientState | None) -> None:
        """As a browser asks with each click; a part of a page never stops the whole of it."""
        is_part = client_state is not None and client_state.fragment_id
        now = self._scriptrunner
        if isinstance(now, ScriptRunnerInTurn) and now.has_begun and not is_part:
            now.request_stop()
            self._scriptrunner = None
        super().request_rerun(client_state)
