"""Counts of calls in a sliding minute: in Redis for several processes, else in memory.

    Counter  ->  CallCounts.count()  ->  Standing: what is left, and when it is whole again

Promises (tests in tests/infrastructure/test_call_counts.py):

* No more than is allowed goes through in any minute, from however many threads and processes.
* Without Redis, for as long as it is away, each process counts for itself: nobody is refused for it.
"""

import logging
import time
from dataclasses import dataclass
from typing import Final

from limits import RateLimitItemPerSecond
from limits.errors import StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import SlidingWindowCounterRateLimiter

from resume_customizer.core.call_limits import MINUTE, Counter

_LOG = logging.getLogger(__name__)
_SECONDS_TO_REDIS: Final = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """How a counter stands after a call."""

    counter: Counter
    is_over: bool
    left: int
    seconds: int
    """Until something is allowed again, or all of it."""


class CallCounts:
    """Counters that threads share."""

    def __init__(self, redis_url: str = "") -> None:
        """Without `redis_url` there is one process, which counts in memory."""
        self._here = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._shared = self._here
        if redis_url:
            times = {"socket_connect_timeout": _SECONDS_TO_REDIS, "socket_timeout": _SECONDS_TO_REDIS}
            storage = storage_from_string(redis_url, wrap_exceptions=True, **times)
            self._shared = SlidingWindowCounterRateLimiter(storage)

    def count(self, counter: Counter) -> Standing:
        """Count a call; one that is over the limit is not counted."""
        try:
            return _counted(self._shared, counter)
        except StorageError:
            _LOG.warning("Redis does not answer; calls are counted in this process alone")
            return _counted(self._here, counter)


def _counted(limiter: SlidingWindowCounterRateLimiter, counter: Counter) -> Standing:
    item = RateLimitItemPerSecond(counter.allowed, MINUTE, namespace="rcp")
    is_over = not limiter.hit(item, counter.name, counter.subject)
    stats = limiter.get_window_stats(item, counter.name, counter.subject)
    seconds = max(1, min(MINUTE, round(stats.reset_time - time.time())))
    return Standing(counter, is_over, 0 if is_over else max(0, stats.remaining), seconds)
