"""Tries to sign in, counted for each account and each network address, until they are too many.

    SignInTries.count(), before a password is checked  ->  SignInTries.forget(), when it was right

    once an hour  ->  prune_tries(): what counts no more is removed

Promises (tests in tests/services/test_signing_in.py and tests/services/test_many_at_once.py):

* A try is counted before its password is checked: many at once are no way around the limit.
* Tries of whoever it was, also of nobody with an account, are removed once they count no more.
"""

import hashlib
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Final

from resume_customizer.core.accounts import (
    FOR_AN_ACCOUNT,
    FOR_AN_ADDRESS,
    FOR_LETTERS,
    Failures,
    Patience,
    is_held,
    read_address,
    with_failure,
)
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, QuotaExceeded
from resume_customizer.core.records.accounts import SignInFailures, User
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import InWorkspace, Transaction

ATTEMPTS: Final = 4
"""At writing down what several may begin to count at the same moment."""
_KEPT: Final = max(each.forgotten_after for each in (FOR_AN_ACCOUNT, FOR_AN_ADDRESS, FOR_LETTERS))
_AT_ONCE: Final = 500


class SignInTries:
    """What was tried; for the service that signs people in."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def count(self, key: str, address: str) -> User | None:
        """Whose try this is, counted before anything is checked; raises QuotaExceeded when it comes too early."""
        now = self._ground.clock()
        # Who is held waits for nobody to be told so.
        with self._ground.store.reading(InWorkspace(INSTALLATION)) as seen:
            for counter, patience in _counters(key, address):
                _check_patience(seen.find(SignInFailures, subject=counter), patience, now)
            user = seen.find(User, email_key=key) if key else None
        for left in reversed(range(ATTEMPTS)):
            try:
                self._write_down(key, address, now)
                break
            except Conflict:  # another first try of the same address was quicker
                if not left:
                    raise
        return user

    def _write_down(self, key: str, address: str, now: datetime) -> None:
        with self._ground.outside() as tx:
            for counter, patience in _counters(key, address):
                tries = tries_of(tx, counter)
                failures = _check_patience(tries, patience, now)
                counted = with_failure(failures, patience, now)
                if tries:
                    tx.update(replace(tries, count=counted.count, last_at=now))
                else:
                    tx.add(SignInFailures(subject=counter, count=counted.count, last_at=now))

    def forget(self, tx: Transaction, key: str, address: str) -> None:
        """This try was no failure: forget those of the account, and take this one back from the address."""
        for counter, _ in _counters(key, address):
            tries = tries_of(tx, counter)
            if tries is not None and counter == _counter_of(key):
                tx.delete(tries)
            elif tries is not None:
                tx.update(replace(tries, count=max(0, tries.count - 1)))


def prune_tries(ground: Ground) -> int:
    """Remove tries that count no more; says how many. Anybody can leave one with an address that nobody has."""
    until, pruned = ground.clock() - _KEPT, 0
    while True:
        with ground.outside() as tx:
            old = tx.list(SignInFailures, order="changed_at", until=until, limit=_AT_ONCE).records
            for each in old:
                with suppress(NotFound, Conflict):  # it is counted on at this moment, or gone
                    tx.delete(each)
        pruned += len(old)
        if len(old) < _AT_ONCE:
            return pruned


def key_of(address: str) -> str:
    """The address as it is compared; empty for what is no address, which is then wrong like any other."""
    try:
        return read_address(address).key
    except InvalidInput:
        return ""


def _check_patience(tries: SignInFailures | None, patience: Patience, now: datetime) -> Failures:
    """What was tried before; raises QuotaExceeded while it is too much."""
    failures = Failures(tries.count, tries.last_at) if tries else Failures()
    if is_held(failures, patience, now):
        raise QuotaExceeded("too-many-tries", "Too many tries. Wait a few minutes, or set a new password.")
    return failures


def tries_of(tx: Transaction, counter: str) -> SignInFailures | None:
    """The tries of a counter, held: people behind one address sign in at the same moment, too."""
    found = tx.find(SignInFailures, subject=counter)
    with suppress(NotFound):  # who came in at this moment has none any more
        return tx.get(SignInFailures, found.id, lock=True) if found else None
    return None


def _counters(key: str, address: str) -> list[tuple[str, Patience]]:
    counters = [(_counter_of(key), FOR_AN_ACCOUNT)]
    return [*counters, (f"from {address}"[:100], FOR_AN_ADDRESS)] if address else counters


def _counter_of(key: str) -> str:
    """SignInFailures are counted for addresses without accounts too; their names are not kept."""
    return f"account {hashlib.sha256(key.encode()).hexdigest()}"
