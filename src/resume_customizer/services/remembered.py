"""What is kept in memory to save work: the last few of each kind, for one process (docs/decisions/0047).

Remembered.get(key)  ->  what was kept for this key, while it is young enough, else None
Remembered.made(key, make)  ->  the same, else made now and kept

A key holds all that the answer depends on: whose it is, and the version or the digest of what it was made from. So what
changed has another key, and nothing has to be told to any process. What may be done is never kept: it is asked.

Promises (tests in tests/services/test_remembered.py and tests/api/test_remembered.py):

* What was lost is made again, and what is too old is not used.
* Nothing that is kept here, or in Redis, changes an answer when it is lost or wrong; at most how soon it comes.
* Memory is bounded, whatever is asked for.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Remembered(Generic[V]):
    """The last few; whoever asks names in the key whose they are."""

    def __init__(self, most: int, seconds: float = float("inf"), clock: Callable[[], float] = time.monotonic) -> None:
        """`seconds` that what is kept counts."""
        self._most, self._seconds, self._clock = most, seconds, clock
        self._kept: OrderedDict[Hashable, tuple[float, V]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> V | None:
        """What is kept for the key."""
        with self._lock:
            found = self._kept.get(key)
            if found is None or self._clock() >= found[0]:
                return None
            self._kept.move_to_end(key)
            return found[1]

    def keep(self, key: Hashable, value: V) -> None:
        """From now on this; the one that was not asked for longest makes room."""
        with self._lock:
            self._kept[key] = self._clock() + self._seconds, value
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def made(self, key: Hashable, make: Callable[[], V]) -> V:
        """What is kept for the key, else made now; two at once may both make it."""
        found = self.get(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def forget(self) -> None:
        """Nothing is kept any more."""
        with self._lock:
            self._kept.clear()
