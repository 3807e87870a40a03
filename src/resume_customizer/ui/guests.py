"""People who try the main job without an account, where the installation allows it.

admit()  ->  a token for a cookie  ->  find(token)  ->  Guest, whose work stays in memory and ends with it

Promises (tests in tests/ui/test_guests.py):

* Only a token that the server has issued is a guest, and it is kept as a hash.
* A guest who is idle, and whatever they did, is forgotten; one guest never gets another's work.
* There are never more guests, nor more of their bytes, than there is room for.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, Final

from resume_customizer.core.errors import QuotaExceeded

MOST: Final = 200
IDLE: Final = timedelta(hours=2)
MOST_BYTES: Final = 20_000_000
"""Files of one guest."""


@dataclass(slots=True)
class Guest:
    """Somebody without an account."""

    guest_id: str
    used_at: datetime
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    """By SHA-256."""
    work: dict[str, Any] = field(default_factory=dict[str, Any])
    """What is under way, as JSON values."""

    def keep(self, content: bytes) -> str:
        """Keep a file as long as the guest; gives its SHA-256. Raises QuotaExceeded."""
        digest = hashlib.sha256(content).hexdigest()
        held = sum(map(len, self.files.values()))
        if digest not in self.files and held + len(content) > MOST_BYTES:
            message = "Without an account there is room for 20 MB of files: begin anew, or make an account."
            raise QuotaExceeded("guest-room", message)
        self.files[digest] = content
        return digest


class Guests:
    """All guests of this process."""

    def __init__(self, clock: Callable[[], datetime], most: int = MOST) -> None:
        self._clock, self._most = clock, most
        self._guests: dict[str, Guest] = {}
        self._lock = Lock()

    def admit(self) -> str:
        """A new guest's token. Raises QuotaExceeded when there is no room."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._forget(now)
            if len(self._guests) >= self._most:
                message = "Too many people are trying this out right now. Try again later, or sign in."
                raise QuotaExceeded("too-many-guests", message)
            key = _key(token)
            self._guests[key] = Guest(key[:16], now)
        return token

    def find(self, token: str) -> Guest | None:
        """The guest with this token."""
        now = self._clock()
        with self._lock:
            self._forget(now)
            guest = self._guests.get(_key(token))
            if guest is not None:
                guest.used_at = now
            return guest

    def end(self, token: str) -> None:
        """Forget a guest and all they did."""
        with self._lock:
            self._guests.pop(_key(token), None)

    def _forget(self, now: datetime) -> None:
        gone = [key for key, guest in self._guests.items() if now - guest.used_at > IDLE]
        for key in gone:
            del self._guests[key]


def _key(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
