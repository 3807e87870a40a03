"""The store in PostgreSQL or SQLite.

    scope  ->  a connection of the pool  ->  its workspace set  ->  SqlTransaction  ->  COMMIT, or ROLLBACK

Promises (tests in tests/contracts/test_store.py and tests/infrastructure/test_sql_store.py):

* Every connection goes back to the pool, whatever happens in the block.
* What got in the way of another transaction is tried again; what may have been kept is not.
"""

import random
import threading
import time
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from typing import Final, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from resume_customizer.core.errors import ResumeCustomizerError, Unavailable
from resume_customizer.infrastructure.sql import migrating, row_security
from resume_customizer.infrastructure.sql.all_rows import AllRows
from resume_customizer.infrastructure.sql.engines import READS
from resume_customizer.infrastructure.sql.faults import ConnectionLost, GotInTheWay, translated
from resume_customizer.infrastructure.sql.handing_on import HandingOn
from resume_customizer.infrastructure.sql.reading import SqlReading
from resume_customizer.infrastructure.sql.transaction import SqlTransaction
from resume_customizer.services.store import InWorkspace, Reading, Scope, StoreHealth, Transaction

T = TypeVar("T")
_TRIES: Final = 4
_PAUSE: Final = 0.05
_SECONDS_TO_TRY: Final = 5.0
"""After which a database that went away is left alone: each try can take as long."""
_REVISION = sa.text("SELECT version_num FROM alembic_version")
_WRITES: Final = ""
_READS: Final = "READ ONLY"
_READS_A_MOMENT: Final = "ISOLATION LEVEL REPEATABLE READ, READ ONLY"
"""In which manner a transaction begins, in PostgreSQL's words."""


class SqlStore:
    """A store that threads share."""

    def __init__(
        self, engine: Engine, clock: Callable[[], datetime] = lambda: datetime.now(UTC), tries: int = _TRIES
    ) -> None:
        """`clock` says what records are dated with; `tries` are made to begin a transaction."""
        self._engine = engine
        self._clock = clock
        self._tries = tries
        self.used: Callable[[SqlReading], None] | None = None
        """Is told of each transaction that ended well."""
        self._is_postgres = engine.dialect.name == "postgresql"
        self._count = threading.Lock()
        self._open = 0
        self._handing_on = HandingOn(self._end)

    @contextmanager
    def transaction(self, scope: Scope) -> Generator[Transaction]:
        """All that is done in the block is kept, or nothing."""
        with self._connected(_WRITES, scope) as connection:
            tx = self._work(connection, scope)
            yield tx
            self._commit(connection, tx)
        if self.used:
            self.used(tx)

    @contextmanager
    def reading(self, scope: Scope) -> Generator[Reading]:
        """The same for reading only."""
        with self._connected(_READS, scope) as connection:
            reading = self._look(connection, scope)
            yield reading
        if self.used:
            self.used(reading)

    def visit(self) -> AbstractContextManager[None]:
        """Readings of this thread in the block, one after another, are one transaction."""
        return self._handing_on.visit()

    @contextmanager
    def every_row(self, *, writing: bool) -> Generator[AllRows]:
        """Every row of every workspace, of one moment; what is written is kept at the end of the block, or nothing."""
        nowhere = InWorkspace()
        with self._connected(_WRITES if writing else _READS_A_MOMENT, nowhere) as connection:
            rows = AllRows(connection, nowhere, self._clock)
            yield rows
            if writing:
                self._commit(connection, rows)

    def run(self, scope: Scope, work: Callable[[Transaction], T]) -> T:
        """What `work` gives, tried again when something got in the way."""
        until = time.monotonic() + _SECONDS_TO_TRY
        for left in reversed(range(_TRIES)):
            try:
                with self.transaction(scope) as tx:
                    return work(tx)
            except (GotInTheWay, ConnectionLost) as fault:
                if not left or (isinstance(fault, ConnectionLost) and time.monotonic() > until):
                    raise
                _wait(_TRIES - left)
        raise AssertionError("unreachable")

    def health(self) -> StoreHealth:
        """How it is doing."""
        begin = time.perf_counter()
        try:
            revision, message = self._ask_revision(), ""
        except ResumeCustomizerError as fault:
            revision, message = "", fault.message
        took = (time.perf_counter() - begin) * 1000
        pool = self._engine.pool
        idle, most = (pool.checkedin(), pool.size() + self._overflow()) if isinstance(pool, QueuePool) else (0, 1)
        return StoreHealth(self._built_on(), not message, took, self._open, idle, most, revision, message)

    def away_since(self) -> datetime | None:
        """Nothing goes on without this database."""
        return None

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def ask(self) -> None:
        """Raise Unavailable when it does not answer."""
        self._ask_revision()

    def check_version(self) -> None:
        """Raise Unavailable when its schema is not what this version works with."""
        migrating.require_newest(self._engine)

    def check_safety(self) -> None:
        """Raise Unavailable `unsafe-database` when the role of the connections could see what it must not."""
        if not self._is_postgres:
            return
        with translated(), self._engine.connect() as connection:
            danger = row_security.find_danger(connection)
        if danger:
            raise Unavailable("unsafe-database", f"The database is not safe to use: {danger}. See docs/settings.md.")

    def _ask_revision(self) -> str:
        with translated(), self._begin_once(_READS, InWorkspace()) as connection:
            return connection.execute(_REVISION).scalar_one_or_none() or ""

    def _built_on(self) -> str:
        return "PostgreSQL" if self._is_postgres else "SQLite"

    def _overflow(self) -> int:
        return int(getattr(self._engine.pool, "_max_overflow", 0))

    def _work(self, connection: Connection, scope: Scope) -> SqlTransaction:
        return SqlTransaction(connection, scope, self._clock)

    def _look(self, connection: Connection, scope: Scope) -> SqlReading:
        return SqlReading(connection, scope)

    def _commit(self, connection: Connection, tx: SqlTransaction) -> None:
        if tx.fault:  # a database that was refused something keeps nothing; one that would is made to
            raise tx.fault
        try:
            with translated():
                self._keep(connection, tx)
        except ConnectionLost:
            message = "The database went away while it kept the work: look whether it is there before you repeat it."
            raise Unavailable("outcome-unknown", message) from None

    def _keep(self, connection: Connection, tx: SqlTransaction) -> None:  # noqa: ARG002 - where it is all that is kept
        """Commit."""
        connection.commit()

    @contextmanager
    def _connected(self, manner: str, scope: Scope) -> Generator[Connection]:
        """A connection within a transaction of this scope; what is not committed is rolled back."""
        connection = self._taken_over(manner, scope) or self._begin(manner, scope)
        with self._count:
            self._open += 1
        is_handed_on = False
        try:
            with translated():
                yield connection
            is_handed_on = manner == _READS and self._handing_on.keep(connection)
        finally:
            with self._count:
                self._open -= 1
            if not is_handed_on:
                self._end(connection)

    def _taken_over(self, manner: str, scope: Scope) -> Connection | None:
        """The connection of the reading before this one, where there is one."""
        connection = self._handing_on.take()
        if connection is None:
            return None
        if manner == _READS and (
            not self._is_postgres or row_security.move(connection, scope.workspace_id, scope.user_id)
        ):
            return connection
        self._end(connection)
        return None

    def _end(self, connection: Connection) -> None:
        with suppress(SQLAlchemyError):  # a broken one is taken out of the pool
            if self._is_postgres and connection.in_transaction() and not connection.invalidated:
                row_security.end(connection)
            connection.close()

    def _begin(self, manner: str, scope: Scope) -> Connection:
        """A connection that works; while the database does not answer it is tried again."""
        until = time.monotonic() + _SECONDS_TO_TRY
        for left in reversed(range(self._tries)):
            try:
                return self._begin_once(manner, scope)
            except ConnectionLost:
                if not left or time.monotonic() > until:
                    raise
                _wait(self._tries - left)
        raise AssertionError("unreachable")

    def _begin_once(self, manner: str, scope: Scope) -> Connection:
        """One that broke while the pool had it is exchanged: that shows when a transaction begins on it, at no cost."""
        with translated():
            connection = self._engine.connect()
            try:
                return self._begin_on(connection, manner, scope)
            except DBAPIError as fault:
                if not fault.connection_invalidated:
                    raise
            return self._begin_on(self._engine.connect(), manner, scope)

    def _begin_on(self, connection: Connection, manner: str, scope: Scope) -> Connection:
        try:
            if self._is_postgres:
                row_security.begin(connection, manner, scope.workspace_id, scope.user_id)
            else:
                connection = connection.execution_options(**{READS: bool(manner)})
                connection.begin()
        except BaseException:
            connection.close()
            raise
        return connection


def _wait(times: int) -> None:
    time.sleep(_PAUSE * 2**times * (0.5 + random.random()))  # noqa: S311 - so that two do not meet again
