"""Passwords kept as Argon2id, and hashes of before and of other programs read until the next sign-in.

    password  ->  hash()  ->  $argon2id$v=19$m=19456,t=2,p=1$salt$hash
    password + what is stored, or None for an unknown user  ->  verify()  ->  Verdict: matches, needs_rehash

The work is done by OpenSSL through `cryptography`, which lets other threads run meanwhile. At most two hashes are
worked out at the same time, so that they take memory twice at most, and only a few more may wait: a flood of sign-ins
is told to come back, and stops nothing else.

Promises (tests in tests/infrastructure/test_passwords.py):

* A stored hash is salted, holds its own parameters, and never shows the password.
* Hashes by PBKDF2, and those of other programs (`imported_passwords`), are verified and marked to be renewed.
* An unknown user takes the same work as a known one; hashes are compared in constant time.
* What is stored and can't be read is nobody's password; it is no error, and costs the same work.
* More sign-ins than can be worked off are refused at once, before anything else is done for them.
"""

import base64
import hmac
import os
import re
import threading
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from resume_customizer.core.errors import Unavailable
from resume_customizer.infrastructure import imported_passwords
from resume_customizer.infrastructure.imported_passwords import decoded, is_count

_SALT_BYTES: Final = 16
_HASH_BYTES: Final = 32
_ARGON2: Final = re.compile(r"\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)")
_LONGEST: Final = 512


@dataclass(frozen=True, slots=True)
class Cost:
    """What working out a hash takes: OWASP's first choice, unless it is told otherwise."""

    memory: int = 19_456
    """KiB."""
    rounds: int = 2
    lanes: int = 1

    @property
    def is_bearable(self) -> bool:
        """Whether a hash of this cost, made elsewhere, is worked out here at all (RFC 9106, section 3.1)."""
        return 8 * self.lanes <= self.memory <= 2**18 and 1 <= self.rounds <= 16 and 1 <= self.lanes <= 16


class Verdict(NamedTuple):
    """What verifying says."""

    matches: bool
    needs_rehash: bool
    """True when the password matches and its hash is not made as hashes are made today."""


class Passwords:
    """Hashes passwords and verifies them; one for the whole process, safe for many threads."""

    def __init__(self, cost: Cost = Cost(), at_once: int = 2, waiting: int = 20) -> None:
        """Another cost is for tests only."""
        self._cost = cost
        self._gate = _Gate(at_once, waiting)
        self._nobody = _Hash(cost, os.urandom(_SALT_BYTES), os.urandom(_HASH_BYTES))

    def turn(self) -> AbstractContextManager[None]:
        """A place among those who wait, for all that this thread does in the block; raises Unavailable `busy`."""
        return self._gate.place()

    def hash(self, password: str) -> str:
        """What is stored for a new password; raises Unavailable `busy`."""
        salt = os.urandom(_SALT_BYTES)
        with self._gate.passing():
            return _Hash(self._cost, salt, _argon2(_bytes(password), salt, _HASH_BYTES, self._cost)).text()

    def verify(self, password: str, stored: str | None) -> Verdict:
        """Whether it is the password; None stands for an unknown user. Raises Unavailable `busy`."""
        with self._gate.passing():
            known = _read(stored) if stored else None
            if known is None and stored and imported_passwords.is_known(stored):
                matches = imported_passwords.matches(_bytes(password), stored)
                return Verdict(matches, matches)
            compared = known or self._nobody
            made = _argon2(_bytes(password), compared.salt, len(compared.digest), compared.cost)
            matches = hmac.compare_digest(made, compared.digest) and known is not None
            return Verdict(matches, matches and compared.cost != self._cost)


@dataclass(frozen=True, slots=True)
class _Hash:
    """A stored hash, with what it was made from."""

    cost: Cost
    salt: bytes
    digest: bytes

    def text(self) -> str:
        """As it is stored."""
        cost = f"m={self.cost.memory},t={self.cost.rounds},p={self.cost.lanes}"
        return f"$argon2id$v=19${cost}${_base64(self.salt)}${_base64(self.digest)}"


@lru_cache(maxsize=1)
def common_passwords() -> frozenset[str]:
    """Passwords that are tried first, in lower case: 30,000 from lists that were published after break-ins."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"])


def _argon2(password: bytes, salt: bytes, length: int, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(salt=salt, length=length, iterations=cost.rounds, lanes=cost.lanes, memory_cost=cost.memory)
    return made.derive(password)


def _read(stored: str) -> _Hash | None:
    """A hash by Argon2id, by whomever it was made."""
    found = _ARGON2.fullmatch(stored) if len(stored) <= _LONGEST else None
    if not found or not all(is_count(each, 2**18) for each in found.groups()[:3]):
        return None
    memory, rounds, lanes = map(int, found.groups()[:3])
    made = _Hash(Cost(memory, rounds, lanes), decoded(found[4]), decoded(found[5]))
    return made if made.cost.is_bearable and len(made.salt) >= 8 and len(made.digest) >= 16 else None


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
