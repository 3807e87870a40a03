"""Passwords kept as PBKDF2-HMAC-SHA256 with 1,000,000 rounds, and older hashes read until the next sign-in.

    password  ->  hash()  ->  $pbkdf2-sha256$i=1000000$salt$hash
    password + what is stored, or None for an unknown user  ->  verify()  ->  Verdict: matches, needs_rehash

The work is done by OpenSSL through `cryptography`, which lets other threads run meanwhile. At most two hashes are
worked out at the same time, and only a few more may wait: a flood of sign-ins is told to come back, and stops nothing
else.

Promises (tests in tests/infrastructure/test_passwords.py):

* A stored hash is salted, holds its own parameters, and never shows the password.
* Hashes of other programs (`imported_passwords`) are verified and marked to be renewed.
* An unknown user takes the same work as a known one; hashes are compared in constant time.
* What is stored and can't be read is nobody's password; it is no error, and costs the same work.
* More sign-ins than can be worked off are refused at once, before anything else is done for them.
"""

import base64
import hmac
import os
import threading
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from typing import Final, NamedTuple

from resume_customizer.core.errors import Unavailable
from resume_customizer.infrastructure import imported_passwords

ROUNDS: Final = 1_000_000
_PREFIX: Final = "$pbkdf2-sha256$i="
_SALT_BYTES: Final = 16
_HASH_BYTES: Final = 32


class Verdict(NamedTuple):
    """What verifying says."""

    matches: bool
    needs_rehash: bool
    """True when the password matches and its hash is not made as hashes are made today."""


class Passwords:
    """Hashes passwords and verifies them; one for the whole process, safe for many threads."""

    def __init__(self, rounds: int = ROUNDS, at_once: int = 2, waiting: int = 20) -> None:
        """Fewer rounds than ROUNDS are for tests only."""
        self._rounds = rounds
        self._gate = _Gate(at_once, waiting)
        self._nobody = self._text(os.urandom(_SALT_BYTES), os.urandom(_HASH_BYTES))

    def turn(self) -> AbstractContextManager[None]:
        """A place among those who wait, for all that this thread does in the block; raises Unavailable `busy`."""
        return self._gate.place()

    def hash(self, password: str) -> str:
        """What is stored for a new password; raises Unavailable `busy`."""
        salt = os.urandom(_SALT_BYTES)
        with self._gate.passing():
            return self._text(salt, _pbkdf2(_bytes(password), salt, self._rounds))

    def verify(self, password: str, stored: str | None) -> Verdict:
        """Whether it is the password; None stands for an unknown user. Raises Unavailable `busy`."""
        with self._gate.passing():
            known = _read(stored) if stored else None
            if known is None and stored and imported_passwords.is_known(stored):
                matches = imported_passwords.matches(_bytes(password), stored)
                return Verdict(matches, matches)
            salt, expected, rounds = known or _read(self._nobody) or (b"", b"", self._rounds)
            same = hmac.compare_digest(_pbkdf2(_bytes(password), salt, rounds), expected)
            matches = same and known is not None
            return Verdict(matches, matches and rounds != self._rounds)

    def _text(self, salt: bytes, digest: bytes) -> str:
        return f"{_PREFIX}{self._rounds}${_base64(salt)}${_base64(digest)}"


@lru_cache(maxsize=1)
def common_passwords() -> frozenset[str]:
    """Passwords that are tried first, in lower case: 30,000 from lists that were published after break-ins."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"])


def _pbkdf2(password: bytes, salt: bytes, rounds: int) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    return PBKDF2HMAC(SHA256(), _HASH_BYTES, salt, rounds).derive(password)


def _read(stored: str) -> tuple[bytes, bytes, int] | None:
    """Salt, hash and rounds of a hash of ours."""
    if not stored.startswith(_PREFIX):
        return None
    rounds, *parts = stored.removeprefix(_PREFIX).split("$")
    if len(parts) != 2 or not imported_passwords.is_count(rounds, imported_passwords.MOST_ROUNDS):
        return None
    try:
        salt, digest = (base64.b64decode(part + "=" * (-len(part) % 4), validate=True) for part in parts)
    except ValueError:
        return None
    return (salt, digest, int(rounds)) if len(digest) == _HASH_BYTES else None


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode().rstrip("=")


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")


class _Gate:
    """Lets a few through at a time; a few more may wait, the rest is turned away."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._inside = threading.BoundedSemaphore(at_once)
        self._places = threading.BoundedSemaphore(at_once + waiting)
        self._mine = threading.local()

    @contextmanager
    def place(self) -> Generator[None]:
        """A place to wait in; the one that this thread has already, if it has one."""
        if getattr(self._mine, "has_place", False):
            yield
            return
        if not self._places.acquire(blocking=False):
            raise Unavailable("busy", "Too many people are signing in right now; try again in a few seconds.")
        self._mine.has_place = True
        try:
            yield
        finally:
            self._mine.has_place = False
            self._places.release()

    @contextmanager
    def passing(self) -> Generator[None]:
        """Wait for a turn, or raise Unavailable."""
        with self.place(), self._inside:
            yield
