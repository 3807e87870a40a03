"""Leave a service alone for a while that has failed several times in a row.

    call  ->  CircuitBreaker.call()  ->  the answer, or Unavailable at once while the circuit is open

Closed: calls go through. After so many failures in a row it opens: calls fail at once, which spares people the wait
and the service the load. After a pause one call is let through; its outcome closes or opens the circuit again.

Promises (tests in tests/infrastructure/test_circuit_breaker.py):

* After as many failures in a row as allowed, nothing is called until the pause is over.
* After the pause one call at a time tries; success closes the circuit, failure opens it for another pause.
* Errors of the caller's own input do not count.
"""

import time
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from resume_customizer.core.errors import Unavailable

T = TypeVar("T")


class CircuitBreaker:
    """Guards the calls of one service; safe to share between threads."""

    def __init__(
        self, service: str, failures: int = 3, pause: float = 30.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`failures` in a row open the circuit for `pause` seconds."""
        self._service, self._allowed, self._pause, self._clock = service, failures, pause, clock
        self._lock = Lock()
        self._failures = 0
        self._closed_from = 0.0
        self._is_trying = False

    @property
    def is_open(self) -> bool:
        """Whether calls fail at once."""
        return self._failures >= self._allowed and self._clock() < self._closed_from

    def call(self, action: Callable[[], T]) -> T:
        """What the action gives; only Unavailable counts as a failure of the service. Raises Unavailable when open."""
        is_trial = self._enter()
        try:
            result = action()
        except Unavailable:
            self._failed()
            raise
        finally:
            if is_trial:
                self._is_trying = False
        with self._lock:
            self._failures = 0
        return result

    def _enter(self) -> bool:
        """Whether this call is the one that tries after a pause; raises Unavailable while no call may go through."""
        with self._lock:
            if self._failures < self._allowed:
                return False
            left = self._closed_from - self._clock()
            if left > 0 or self._is_trying:
                seconds = max(1, round(left))
                raise Unavailable(
                    "circuit-open",
                    f"{self._service} failed {self._failures} times in a row and is left alone; "
                    f"the next try is in {seconds} s.",
                )
            self._is_trying = True
            return True

    def _failed(self) -> None:
        with self._lock:
            self._failures += 1
            self._closed_from = self._clock() + self._pause
