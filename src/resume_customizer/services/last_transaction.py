"""The transaction in which a request's effect is recorded, held until its answer can be kept in it too.

    a service records its effect  ->  the transaction is held  ->  the answer is written in it  ->  one COMMIT for both
    another transaction begins    ->  it was not the last one: it is kept at once

Outside of a request with a key nothing is held, and every transaction is kept where its block ends.

Promises (tests in tests/services/test_once.py):

* An effect and the answer that tells of it are kept together, or neither is.
* A held transaction never waits for another one of the same request.
"""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Final, TypeVar

from resume_customizer.services.store import Reading, Scope, Store, StoreHealth, Transaction

T = TypeVar("T")


class Held:
    """What one request holds."""

    def __init__(self) -> None:
        self._effect: Transaction | None = None
        self._tx: Transaction | None = None
        self._open = ExitStack()

    def note(self, tx: Transaction) -> None:
        """An effect was recorded in this transaction."""
        self._effect = tx

    def keeps(self, tx: Transaction) -> bool:
        """Whether this transaction is to be held."""
        return tx is self._effect

    def hold(self, tx: Transaction, still_open: ExitStack) -> None:
        """Keep it open."""
        self._tx, self._open = tx, still_open

    def let_go(self) -> None:
        """Keep what is held, in the store."""
        self._tx, self._effect = None, None
        self._open.close()

    @contextmanager
    def last(self, store: Store, scope: Scope) -> Generator[Transaction]:
        """The held transaction, or a new one when nothing is held; kept at the end of the block."""
        tx = self._tx
        if tx is None:
            with store.transaction(scope) as new:
                yield new
            return
        self._tx, self._effect = None, None
        with self._open:
            yield tx


_HELD: Final[ContextVar[Held | None]] = ContextVar("held", default=None)


@contextmanager
def holding() -> Generator[Held]:
    """From here to the end of the block, in this thread: the last transaction with an effect is held."""
    held = Held()
    token = _HELD.set(held)
    try:
        yield held
    finally:
        _HELD.reset(token)


def note_effect(tx: Transaction) -> None:
    """An effect was recorded in this transaction."""
    held = _HELD.get()
    if held is not None:
        held.note(tx)


class HoldingStore:
    """A store as services of a desk see it: the same, but that a request with a key can hold its last transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def transaction(self, scope: Scope) -> Generator[Transaction]:
        """All that is done in the block is kept, or nothing."""
        held = _let_go()
        with ExitStack() as still_open:
            tx = still_open.enter_context(self._store.transaction(scope))
            yield tx
            if held is not None and held.keeps(tx):
                held.hold(tx, still_open.pop_all())

    def reading(self, scope: Scope) -> AbstractContextManager[Reading]:
        """The same for reading only."""
        _let_go()
        return self._store.reading(scope)

    def visit(self) -> AbstractContextManager[None]:
        """For one request, in one thread: its readings need not each be a transaction of their own."""
        return self._store.visit()

    def run(self, scope: Scope, work: Callable[[Transaction], T]) -> T:
        """What `work` gives, done in one transaction; tried again when something got in its way."""
        _let_go()
        return self._store.run(scope, work)

    def health(self) -> StoreHealth:
        """How it is doing."""
        return self._store.health()

    def away_since(self) -> datetime | None:
        """Since when work goes on without the database."""
        return self._store.away_since()

    def close(self) -> None:
        """Let go of connections, files and locks."""
        self._store.close()


def _let_go() -> Held | None:
    held = _HELD.get()
    if held is not None:
        held.let_go()
    return held
