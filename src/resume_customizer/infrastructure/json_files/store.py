"""The store in a folder of readable JSON files: the same schema and queries, in memory, written down as it changes.

    folder  ->  Generations.load()  ->  SQLite in memory
    a transaction  ->  its rows appended to the folder  ->  COMMIT

For one process and small use: everything is in memory, and transactions run one after the other. What a transaction
did is on the disk before its block is left.

Promises (tests in tests/contracts/, tests/infrastructure/test_json_store.py and tests/faults/test_kill.py):

* What was kept is there after any crash; what was not kept in full is not there at all.
* A folder of an older version of the program is brought up to this one, and one of a newer version is left alone.
* A second process is refused and told why.
"""

import threading
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from resume_customizer.core.errors import Unavailable
from resume_customizer.core.notices import Notice
from resume_customizer.infrastructure.json_files.generations import Change, Generations, Tables
from resume_customizer.infrastructure.sql import migrating
from resume_customizer.infrastructure.sql.engines import make_memory_engine
from resume_customizer.infrastructure.sql.kinds import plain_row
from resume_customizer.infrastructure.sql.making import insert_plain, make_schema
from resume_customizer.infrastructure.sql.schema import KINDS, metadata
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.infrastructure.sql.transaction import RowChange, SqlTransaction
from resume_customizer.services.store import Scope, StoreHealth

_ABOUT: Final = "about"
"""The table of the folder itself."""
_SECONDS_TO_WAIT: Final = 30
_FEWEST_BEFORE_COMPACTING: Final = 2000


class JsonStore(SqlStore):
    """A store that threads of one process share."""

    def __init__(self, folder: Path) -> None:
        """Raises Conflict when another process owns the folder, UnreadableInput when it is damaged beyond repair."""
        self._files = Generations(folder)
        self._one_at_a_time = threading.Lock()
        self._since_compacted = 0
        try:
            loaded = self._files.load()
            super().__init__(make_memory_engine())
            self.notices: tuple[Notice, ...] = loaded.notices
            """What could not be had back."""
            self._fill(loaded.tables)
        except BaseException:
            self._files.close()
            raise

    def visit(self) -> AbstractContextManager[None]:
        """Nothing is handed on: there is one connection, and others wait for it."""
        return nullcontext()

    def health(self) -> StoreHealth:
        """How it is doing; what was damaged is said as long as it is open."""
        said = " ".join(f"{each.where}: {each.message}" for each in self.notices)
        health = super().health()
        return replace(health, message=said) if health.is_reachable else health

    def close(self) -> None:
        """Write everything as one readable generation, and let another process own the folder."""
        if self._since_compacted:
            self._compact()
        super().close()
        self._files.close()

    def _ask_revision(self) -> str:
        return migrating.NEWEST  # there is one connection, and whoever works with it must not be disturbed

    def _built_on(self) -> str:
        return "JSON files"

    @contextmanager
    def _connected(self, manner: str, scope: Scope) -> Generator[Connection]:
        if not self._one_at_a_time.acquire(timeout=_SECONDS_TO_WAIT):
            raise Unavailable("store-busy", "Somebody else is writing for too long. Try again in a moment.")
        try:
            with super()._connected(manner, scope) as connection:
                yield connection
        finally:
            self._one_at_a_time.release()

    def _keep(self, connection: Connection, tx: SqlTransaction) -> None:
        if tx.changes:
            self._files.append([_written(change) for change in tx.changes])
            self._since_compacted += len(tx.changes)
        connection.commit()
        if self._since_compacted > max(_FEWEST_BEFORE_COMPACTING, self._row_count):
            with suppress(Unavailable):  # what was kept is kept; it is tried again with the next change
                self._files.compact(self._dump(connection))
                self._since_compacted = 0
            connection.rollback()

    def _fill(self, tables: Tables) -> None:
        about = tables.pop(_ABOUT, {}).get("schema", {"revision": migrating.NEWEST if not tables else ""})
        revision = str(about.get("revision", ""))
        if revision > migrating.NEWEST:
            message = "This folder was used by a newer version of this program. Use that one, or restore a backup."
            raise Unavailable("newer-database", message)
        if revision != migrating.NEWEST:
            migrating.upgrade(self._engine, revision or "0001")
        with self._engine.begin() as connection:
            if revision == migrating.NEWEST:
                make_schema(connection)
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for name, rows in tables.items():
                insert_plain(connection, name, rows.values())
        if revision != migrating.NEWEST:
            migrating.upgrade(self._engine)
        self._row_count = sum(len(rows) for rows in tables.values())
        if not tables or revision != migrating.NEWEST:
            self._compact()

    def _compact(self) -> None:
        with self._engine.connect() as connection:
            self._files.compact(self._dump(connection))
        self._since_compacted = 0

    def _dump(self, connection: Connection) -> Tables:
        """Every row, as it is written down."""
        tables: Tables = {_ABOUT: {"schema": {"revision": migrating.NEWEST}}}
        for kind in KINDS:
            table = metadata.tables[kind.name]
            tables[kind.name] = {
                row["id"]: plain_row(row) for row in connection.execute(sa.select(*table.c)).mappings()
            }
        self._row_count = sum(len(rows) for rows in tables.values())
        return tables


def _written(change: RowChange) -> Change:
    return Change(change.kind.name, change.key, None if change.row is None else plain_row(change.row))
