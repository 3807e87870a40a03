"""PostgreSQL, and what goes on without it.

    works: a transaction  ->  PostgreSQL; what it used  ->  Standby
    away:  a transaction  ->  Standby; what it changed  ->  the spool, on the disk before it counts
    back:  the spool  ->  Replaying, in the order of acceptance, once  ->  works

The circuit opens when a transaction can't begin. From then on until everything that was accepted is in the database,
work goes on in the standby. Each process has a journal of its own; one that is gone leaves it to the others.

Promises (tests in tests/infrastructure/test_fallback.py):

* What was used lately can be opened, and new work is accepted, while the database is away.
* What was accepted is in the database once it is back: all of it, once, in its order.
* That it is so is said by health(), with how much waits.
"""

import logging
import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from resume_customizer.core.errors import NotFound, ResumeCustomizerError, Unavailable
from resume_customizer.core.records.record import INSTALLATION, Record, is_id
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.infrastructure.circuit_breaker import CircuitBreaker
from resume_customizer.infrastructure.fallback.replaying import KIND, Replaying
from resume_customizer.infrastructure.fallback.standby import Standby, rows_of
from resume_customizer.infrastructure.spool import Entry, Spool
from resume_customizer.infrastructure.sql.faults import ConnectionLost, GotInTheWay
from resume_customizer.infrastructure.sql.kinds import Kind
from resume_customizer.infrastructure.sql.reading import SqlReading
from resume_customizer.infrastructure.sql.schema import KIND_OF, KINDS
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.infrastructure.sql.transaction import RowChange, SqlTransaction
from resume_customizer.services.store import InWorkspace, Reading, Scope, StoreHealth, Transaction

T = TypeVar("T")
_PAUSE: Final = 1.0
_PATIENCE: Final = 30.0
"""Seconds that are waited for another process to do what it accepted before."""
_MOMENT: Final = 0.2
_AT_ONCE: Final = 50
_TRIES: Final = 4
_WAITING_ROWS: Final = 2_000
_REMEMBERED: Final = 20_000
_log = logging.getLogger(__name__)


class _OthersFirst(Exception):
    """Another process has accepted something before this, and is still to do it."""


class FallbackStore:
    """A store on PostgreSQL that goes on without it."""

    def __init__(
        self,
        primary: SqlStore,
        folder: Path,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        pause: float = _PAUSE,
    ) -> None:
        """`folder` is for the standby and the spool; every `pause` seconds it is tried whether the database is back."""
        self._primary, self._clock, self._pause = primary, clock, pause
        self._spool = Spool(folder / "spool", clock)
        self._standby = Standby(folder, self._accept, clock)
        self._breaker = CircuitBreaker("The database", failures=1, pause=pause)
        self._accepting = threading.RLock()
        self._closed = threading.Event()
        self._degraded_since: datetime | None = None
        self._is_safe = False
        self._used: queue.Queue[list[RowChange] | None] = queue.Queue(_WAITING_ROWS)
        self._remembered: dict[str, int] = {}
        self._removed: deque[RowChange] = deque(maxlen=_REMEMBERED)
        """Found no place in the queue, or could not be done yet."""
        self._keeper: threading.Thread | None = None
        self._recovery: threading.Thread | None = None
        primary.used = self._remember
        self._begin()

    # -------------------------------------------------------------- as every store

    @contextmanager
    def transaction(self, scope: Scope) -> Generator[Transaction]:
        """All that is done in the block is kept, in the database or to be done there; or nothing."""
        with ExitStack() as stack:
            tx = self._try(lambda: stack.enter_context(self._primary.transaction(scope)))
            if tx is not None:
                self._have_workspace_at_hand(tx, scope)
            yield tx if tx is not None else self._without(stack, scope)

    @contextmanager
    def reading(self, scope: Scope) -> Generator[Reading]:
        """The same for reading only."""
        with ExitStack() as stack:
            found = self._try(lambda: stack.enter_context(self._primary.reading(scope)))
            yield found if found is not None else stack.enter_context(self._standby.reading(scope))

    def visit(self) -> AbstractContextManager[None]:
        """Readings of this thread in the block, one after another, are one transaction of the database."""
        return self._primary.visit()

    def run(self, scope: Scope, work: Callable[[Transaction], T]) -> T:
        """What `work` gives, tried again when something got in the way."""
        for left in reversed(range(_TRIES)):
            try:
                with self.transaction(scope) as tx:
                    return work(tx)
            except (GotInTheWay, ConnectionLost):
                if not left:
                    raise
                self._closed.wait(0.05 * (_TRIES - left))
        raise AssertionError("unreachable")

    def health(self) -> StoreHealth:
        """How it is doing; what waits is said as long as something does."""
        since = self._degraded_since
        if since is None:
            return self._primary.health()
        waiting = self._spool.count()
        message = (
            f"The database can't be reached since {since:%Y-%m-%d %H:%M} UTC. What was used here lately can be opened "
            f"and new work is kept; accounts and mail wait. {waiting:,} pieces of work wait for the database."
        )
        health = replace(self._standby.health(), built_on="PostgreSQL", is_reachable=False, message=message)
        return replace(health, degraded_since=since, waiting=waiting)

    def away_since(self) -> datetime | None:
        """Since when work goes on without the database."""
        return self._degraded_since

    def close(self) -> None:
        """Let go of everything; what waits is done by who comes next."""
        self._closed.set()
        if self._keeper:
            self._used.put(None)
            self._keeper.join()
        if recovery := self._recovery:
            recovery.join()
        with self._accepting:
            self._spool.close()
        self._primary.close()
        self._standby.close()

    def settle(self) -> None:
        """Wait until what was used is at hand."""
        self._used.join()

    # -------------------------------------------------------------- while it works

    def _begin(self) -> None:
        """Find out whether the database is there, and whether something waits for it."""
        try:
            self._check()
        except ConnectionLost:
            self._go_without()
            return
        except BaseException:
            self.close()
            raise
        if self._spool.waiting():
            self._go_without()
        else:
            self._standby.let_go()

    def _check(self) -> None:
        """Raise Unavailable when the database is not there, not prepared or not safe."""
        if self._is_safe:
            self._primary.ask()
            return
        self._primary.check_version()
        self._primary.check_safety()
        self._is_safe = True

    def _try(self, enter: Callable[[], T]) -> T | None:
        """What the database gives; None when it is away."""
        if self._degraded_since is not None:
            return None
        fault: Unavailable | None = None

        def entered() -> T | None:
            nonlocal fault
            try:
                return enter()
            except ConnectionLost:
                raise
            except Unavailable as other:  # it is there, only busy
                fault = other
                return None

        try:
            found = self._breaker.call(entered)
        except Unavailable:
            self._go_without()
            return None
        if fault is not None:
            raise fault
        return found

    def _remember(self, used: SqlReading) -> None:
        """Have what a transaction used at hand; never waits, and never fails it."""
        changes = used.changes if isinstance(used, SqlTransaction) else []
        known = self._remembered
        rows = [*rows_of(each for each in used.seen if known.get(each.id) != each.version), *changes]
        fresh = [each for each in rows if each.row is None or known.get(each.key) != each.row["version"]]
        if not fresh:
            return
        if len(self._remembered) > _REMEMBERED:
            self._remembered.clear()
        self._remembered.update({each.key: each.row["version"] for each in fresh if each.row is not None})
        if self._keeper is None:
            self._start_keeping()
        try:
            self._used.put_nowait(fresh)
        except queue.Full:
            # What was read may be left out; what was removed has to go there, too.
            self._removed.extend(each for each in fresh if each.row is None)

    def _owed(self) -> Iterator[RowChange]:
        while self._removed:
            yield self._removed.popleft()

    def _start_keeping(self) -> None:
        with self._accepting:
            if self._keeper is None and not self._closed.is_set():
                self._keeper = threading.Thread(target=self._keep, name="standby", daemon=True)
                self._keeper.start()

    def _keep(self) -> None:
        while (rows := self._used.get()) is not None:
            wanted = [*rows, *self._owed()]
            try:
                self._standby.keep(wanted)
            except (ResumeCustomizerError, SQLAlchemyError, OSError):  # the database has it all
                _log.warning("What was used is not at hand for the time without the database", exc_info=True)
                self._removed.extend(each for each in wanted if each.row is None)
            finally:
                self._used.task_done()
        self._used.task_done()

    def _have_workspace_at_hand(self, tx: Transaction, scope: Scope) -> None:
        """Its tier is asked for by all work in it."""
        home = scope.workspace_id
        if home != INSTALLATION and is_id(home) and home not in self._remembered:
            try:
                tx.get(Workspace, home)
            except NotFound:
                self._remembered[home] = 0

    # -------------------------------------------------------------- while it is away

    def _without(self, stack: ExitStack, scope: Scope) -> Transaction:
        """A transaction in the standby; when the database came back just now, one there."""
        stack.enter_context(self._accepting)
        if self._degraded_since is None:
            return stack.enter_context(self._primary.transaction(scope))
        if self._keeper:
            self._used.join()
        return stack.enter_context(self._standby.transaction(scope))

    def _accept(self, workspace: str, changes: list[dict[str, Any]]) -> None:
        self._spool.accept(KIND, {"workspace": workspace, "changes": changes})

    def _go_without(self) -> None:
        with self._accepting:
            if self._degraded_since is None:
                self._degraded_since = self._clock()
                _log.warning("The database can't be reached: work goes on without it")
            if self._recovery is None:
                self._recovery = threading.Thread(target=self._recover, name="recovery", daemon=True)
                self._recovery.start()

    # -------------------------------------------------------------- when it is back

    def _recover(self) -> None:
        """Try until the database is back and has everything."""
        others_since: datetime | None = None
        while not self._closed.is_set() and self._recovery is threading.current_thread():
            try:
                self._breaker.call(self._check)
                self._replay(patient=others_since is None or (self._clock() - others_since).total_seconds() < _PATIENCE)
            except _OthersFirst:
                others_since = others_since or self._clock()
                self._closed.wait(_MOMENT)
            except ResumeCustomizerError as fault:
                _log.info("The database is not back: %s", fault.code)
                self._closed.wait(self._pause)
            except Exception:  # noqa: BLE001 - whatever it is, accepted work is not given up
                _log.exception("Accepted work could not be done; it is kept, and tried again")
                self._closed.wait(self._pause)

    def _replay(self, *, patient: bool) -> None:
        """Do everything that was accepted, by this process and those that are gone; then work as before."""
        replaying, journals = Replaying(self._primary), Spool(self._spool.folder, self._clock)
        begun = self._clock().astimezone(UTC).isoformat(timespec="microseconds")

        def do_all(before: str = "") -> None:
            """Up to what others have accepted first; `before`: nothing matters that they accepted later."""
            with self._accepting:
                self._spool.close()  # what is accepted from here on goes to another journal
            first = journals.first_of_others() if patient else ""
            if before and first >= before:
                first = ""

            def do(entries: tuple[Entry, ...]) -> None:
                if self._closed.is_set():
                    raise _OthersFirst
                replaying.do(entries)

            for notice in journals.replay_some(do, _AT_ONCE, until=first):
                _log.error("%s: %s", notice.where, notice.message)
            if first:
                raise _OthersFirst

        do_all()
        with self._accepting:  # what was accepted meanwhile is little, and nothing is added to it now
            do_all(begun)
            self._refresh(replaying)
            self._degraded_since = self._recovery = None
            self._remembered.clear()
            _log.warning("The database is back, and has everything that was accepted")

    def _refresh(self, replaying: Replaying) -> None:
        """Have at hand what the database made of it."""
        kinds: dict[str, Kind[Any]] = {kind.name: kind for kind in KINDS}
        for (home, table), ids in replaying.touched.items():
            kind = kinds[table]
            with self._primary.reading(InWorkspace(home)) as tx:
                rows = [_now(tx, kind, record_id) for record_id in ids]
            self._standby.forget(kind, ids)
            self._standby.keep(rows)


def _now(tx: Reading, kind: Kind[Any], record_id: str) -> RowChange:
    try:
        record: Record = tx.get(kind.record_type, record_id)
    except NotFound:
        return RowChange(kind, record_id, None)
    return RowChange(kind, record_id, KIND_OF[kind.record_type].row(record))
