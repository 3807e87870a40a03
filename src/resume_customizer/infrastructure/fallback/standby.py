"""What was used lately, in a file of SQLite beside the data folder, for the time when the database is away.

    rows that were read or written  ->  Standby.keep()  ->  the file, which all processes of this machine share
    the database is away  ->  Standby.transaction()  ->  the same questions and changes; accepted before they are kept

A part of the records only: what is not here may well be in the database, so that it is never called missing. Neither
passwords, tokens of links and mail, nor trails are kept here.

Promises (tests in tests/infrastructure/test_fallback.py):

* What was used lately is found as it was, by its workspace only.
* What is not at hand is called so, and not missing.
* Accounts, members and mail can't be changed here; looking in is noted, and nothing else of a session.
* Nothing is kept here that was not accepted.
* What was removed is gone from the file at once, to the last byte, and does not come back by what another process
  had read before (tests/infrastructure/test_fallback_forgets.py).
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from resume_customizer.core.errors import NotFound, Unavailable
from resume_customizer.core.records import accounts, mail
from resume_customizer.core.records.accounts import ApiKey, Profile, Session, User
from resume_customizer.core.records.record import Record
from resume_customizer.core.records.resumes import StoredFile
from resume_customizer.core.records.work import (
    AuditEntry,
    AuditHead,
    DoneRequest,
    Due,
    ReplayedWork,
    Webhook,
    WebhookDelivery,
)
from resume_customizer.core.records.workspaces import Invitation, Membership, Usage, Workspace
from resume_customizer.infrastructure.sql import migrating
from resume_customizer.infrastructure.sql.engines import make_standby_engine
from resume_customizer.infrastructure.sql.kinds import Kind, plain_row
from resume_customizer.infrastructure.sql.making import make_schema
from resume_customizer.infrastructure.sql.paging import Query
from resume_customizer.infrastructure.sql.reading import SqlReading
from resume_customizer.infrastructure.sql.schema import KIND_OF, TABLE_OF
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.infrastructure.sql.transaction import RowChange, SqlTransaction
from resume_customizer.services.store import Link, Scope, Value

R = TypeVar("R", bound=Record)
Accept: TypeAlias = Callable[[str, list[dict[str, Any]]], None]
"""Keeps a workspace's changes for good before they count."""
_FILE: Final = "recently-used.db"
_KEPT_FOR: Final = timedelta(days=14)
_MOST: Final = 200_000
_HIDDEN: Final = {User: {"password_hash": "", "second_factor": "not here"}}
"""What stands in the place of what nobody needs for going on; that somebody has a second factor is still seen."""
_KNOWN: Final = (Session, ApiKey, User, Workspace, Membership)
"""What is asked for by a key that somebody has: when it is not at hand, it is not known whether it exists."""
_NOTED: Final = (Session, ApiKey)
COUNTED: Final[dict[type[Record], str]] = {Usage: "used", StoredFile: "uses"}
"""Columns that are counted up and down: what is written down is by how much."""
_NEVER_HERE: Final = (AuditEntry, AuditHead, Due, DoneRequest, ReplayedWork, Webhook, WebhookDelivery)
_AWAY: Final = "The database can't be reached"


def waits(what: str) -> Unavailable:
    """The error for what can't be done now."""
    return Unavailable("degraded", f"{_AWAY}; {what} until it is back. Nothing was changed.")


class _AtHand(SqlReading):
    """What can be asked of a part of the records."""

    def get(self, kind: type[R], record_id: str, *, lock: bool = False) -> R:
        """One record; raises Unavailable when it is not at hand."""
        try:
            return super().get(kind, record_id, lock=lock)
        except NotFound:
            raise self._not_at_hand() from None

    def find(self, kind: type[R], **key: Value) -> R | None:
        """The one record that has a unique key."""
        found = super().find(kind, **key)
        if found is None and kind in _KNOWN:
            raise self._not_at_hand()
        return found

    def follow(self, kind: type[Record], links: tuple[Link, ...], /, **key: Value) -> tuple[Record | None, ...]:
        """A record and those that it leads to; raises Unavailable for one that is not at hand."""
        first = self._one(kind, key)
        others = (self._one(each.kind, {each.key: self._value(first, each)}) for each in links)
        found: Any = (first, *others)
        return found

    def _value(self, first: Record, link: Link) -> Any:  # noqa: ANN401 - of a column
        return getattr(first, link.column) if link.column else self._workspace

    def _one(self, kind: type[Any], key: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a record of that kind
        return self.get(kind, key["id"]) if set(key) == {"id"} else self.find(kind, **key)

    def find_all(self, kind: type[R], name: str, values: Iterable[Value]) -> tuple[R, ...]:
        """The records that have these keys; raises Unavailable when one of them may be elsewhere."""
        wanted = tuple(dict.fromkeys(values))
        found = super().find_all(kind, name, wanted)
        if len(found) < len(wanted) and (name == "id" or kind in _KNOWN):
            raise self._not_at_hand()
        return found

    def _records(self, kind: type[R], query: Query, values: Mapping[str, Value] | None = None) -> tuple[R, ...]:
        """A trail is whole, or not shown."""
        if kind is AuditEntry:
            raise self._not_at_hand()
        return super()._records(kind, query, values)

    def claim(
        self,
        kind: type[R],  # noqa: ARG002
        *,
        order: str,  # noqa: ARG002
        until: Value,  # noqa: ARG002
        limit: int = 1,  # noqa: ARG002
        **where: Value,  # noqa: ARG002
    ) -> tuple[R, ...]:
        """Nothing is handed out for work: another machine may have it."""
        raise waits("background work waits")

    def _not_at_hand(self) -> Unavailable:
        message = f"{_AWAY}, and this was not used here lately. Try again when it is back."
        return Unavailable("not-at-hand", message)


class _StandbyReading(_AtHand):
    """Looking only."""


class _StandbyTransaction(_AtHand, SqlTransaction):
    """What can be done with a part of the records."""

    def __init__(self, connection: Connection, scope: Scope, clock: Callable[[], datetime]) -> None:
        super().__init__(connection, scope, clock)
        self.counted: dict[int, int] = {}
        """By how much the change of this number counts up or down."""

    def add_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep new records."""
        made = tuple(records)
        for record in made:
            self._check(type(record))
        first = len(self.changes)
        added = super().add_all(made)
        for at, record in enumerate(made, first):
            self._count(at, record, 0)
        return added

    def update(self, record: R) -> R:
        """Keep a changed record."""
        kind = type(record)
        before = super().get(kind, record.id)
        if isinstance(record, _NOTED):
            if replace(record, used_at=getattr(before, "used_at", None)) != before:
                raise waits("accounts stay as they are")
            changes = len(self.changes)
            noted = super().update(record)
            del self.changes[changes:]
            return noted
        self._check(kind)
        at = len(self.changes)
        changed = super().update(record)
        self._count(at, record, getattr(before, COUNTED[kind]) if kind in COUNTED else 0)
        return changed

    def update_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep changed records, one by one: each is looked at."""
        return tuple(map(self.update, records))

    def delete(self, record: Record) -> None:
        """Remove a record."""
        self._check(type(record))
        super().delete(record)

    def delete_all(self, records: Iterable[Record]) -> None:
        """Remove records, one by one: each is looked at."""
        for each in records:
            self.delete(each)

    def _check(self, kind: type[Record]) -> None:
        if (kind.__module__ == accounts.__name__ and kind is not Profile) or kind in {
            Workspace,
            Membership,
            Invitation,
        }:
            raise waits("accounts and members stay as they are")
        if kind.__module__ == mail.__name__ or kind in {Webhook, WebhookDelivery}:
            raise waits("mail waits")

    def _count(self, at: int, record: Record, before: int) -> None:
        column = COUNTED.get(type(record))
        if column:
            self.counted[at] = getattr(record, column) - before


class Standby(SqlStore):
    """The file of one machine."""

    def __init__(self, folder: Path, accept: Accept, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = folder / _FILE
        super().__init__(_open(self._path), clock)
        self._accept = accept

    def keep(self, changes: Iterable[RowChange]) -> None:
        """Have these rows at hand, or no more; one that is newer here stays."""
        now, shrunk = self._clock().timestamp(), dict[str, Kind[Any]]()
        with self._engine.begin() as connection:
            for change in changes:
                if not _belongs_here(change.kind.record_type):
                    continue
                if change.row is None:
                    table = TABLE_OF[change.kind.record_type]
                    connection.execute(table.delete().where(table.c.id == change.key))
                    connection.exec_driver_sql("INSERT OR REPLACE INTO gone VALUES (?, ?)", (change.key, now))
                    shrunk[change.kind.name] = change.kind
                else:
                    _have(connection, change.kind, change.row, now)
        if shrunk:
            self._wipe(shrunk.values())

    def _wipe(self, shrunk: Iterable[Kind[Any]]) -> None:
        """Of what was removed no word is left to be searched for, nor in the log of changes.

        While somebody else reads there, the log keeps it until the next time.
        """
        statements = [
            f"INSERT INTO {each.name}_search ({each.name}_search) VALUES ('optimize')"  # noqa: S608 - names of the schema
            for each in shrunk
            if each.words and _belongs_here(each.record_type)
        ]
        with closing(self._engine.raw_connection()) as connection, suppress(sqlite3.OperationalError):
            cursor = connection.cursor()
            for each in (*statements, "PRAGMA wal_checkpoint(TRUNCATE)"):
                cursor.execute(each).fetchall()  # each by itself: a checkpoint is none of a transaction's work

    def forget(self, kind: Kind[Any], ids: Iterable[str]) -> None:
        """Have these records at hand no more."""
        table = TABLE_OF[kind.record_type]
        with self._engine.begin() as connection:
            for record_id in ids:
                connection.execute(table.delete().where(table.c.id == record_id))

    def let_go(self) -> None:
        """Remove what was not used for long, and what is too much."""
        oldest = (self._clock() - _KEPT_FOR).timestamp()
        with self._engine.begin() as connection:
            beyond = "SELECT at FROM uses ORDER BY at DESC LIMIT 1 OFFSET ?"
            found = connection.exec_driver_sql(beyond, (_MOST,)).scalar_one_or_none()
            oldest = max(oldest, found or 0)
            for kind in KIND_OF.values():
                if _belongs_here(kind.record_type):
                    stale = f"(SELECT id FROM uses WHERE kind = '{kind.name}' AND at <= ?)"  # noqa: S608 - ours
                    connection.exec_driver_sql(f'DELETE FROM "{kind.name}" WHERE id IN {stale}', (oldest,))  # noqa: S608
            connection.exec_driver_sql("DELETE FROM uses WHERE at <= ?", (oldest,))
            connection.exec_driver_sql("DELETE FROM gone WHERE at <= ?", ((self._clock() - _KEPT_FOR).timestamp(),))
        self._wipe(KIND_OF.values())

    def _work(self, connection: Connection, scope: Scope) -> SqlTransaction:
        return _StandbyTransaction(connection, scope, self._clock)

    def _look(self, connection: Connection, scope: Scope) -> SqlReading:
        return _StandbyReading(connection, scope)

    def _keep(self, connection: Connection, tx: SqlTransaction) -> None:
        counted = tx.counted if isinstance(tx, _StandbyTransaction) else {}
        written = [_written(change, counted.get(at)) for at, change in enumerate(tx.changes)]
        if written:
            self._accept(tx.workspace, written)
        connection.commit()


def _have(connection: Connection, kind: Kind[Any], row: dict[str, Any], now: float) -> None:
    """A row at hand, unless a newer one is, or it was removed meanwhile."""
    table, key = TABLE_OF[kind.record_type], row["id"]
    newer = sa.select(table.c.id).where(table.c.id == key, table.c.version > row["version"])
    removed = connection.exec_driver_sql("SELECT 1 FROM gone WHERE id = ?", (key,)).first()
    if removed is None and connection.execute(newer).first() is None:
        hidden = _HIDDEN.get(kind.record_type, {})
        shown = {name: value and hidden.get(name, value) for name, value in row.items()}
        connection.execute(table.insert().prefix_with("OR REPLACE"), [shown])
        connection.exec_driver_sql("INSERT OR REPLACE INTO uses VALUES (?, ?, ?)", (kind.name, key, now))


def _written(change: RowChange, counted: int | None) -> dict[str, Any]:
    """A change as JSON values."""
    row = None if change.row is None else plain_row(change.row)
    return {"table": change.kind.name, "id": change.key, "row": row, "seen": change.seen, "counted": counted}


def _belongs_here(kind: type[Record]) -> bool:
    if kind in _NEVER_HERE or kind.__module__ == mail.__name__:
        return False
    return kind.__module__ != accounts.__name__ or kind in {User, Profile, Session, ApiKey}


def rows_of(records: Iterable[Record]) -> list[RowChange]:
    """Records as rows to keep."""
    found = []
    for record in records:
        kind: Kind[Any] = KIND_OF[type(record)]
        found.append(RowChange(kind, record.id, kind.row(record)))
    return found


def _open(path: Path) -> sa.Engine:
    """The file, made anew when it is of another version or damaged: it can be lost."""
    for is_last in (False, True):
        engine = make_standby_engine(path)
        try:
            with engine.begin() as connection:
                if not migrating.find_revision(connection):
                    make_schema(connection)
                    connection.exec_driver_sql(
                        "CREATE TABLE uses (kind TEXT, id TEXT, at REAL, PRIMARY KEY (kind, id)) WITHOUT ROWID"
                    )
                    connection.exec_driver_sql("CREATE INDEX ix_uses_at ON uses (at)")
                gone = "CREATE TABLE IF NOT EXISTS gone (id TEXT PRIMARY KEY, at REAL) WITHOUT ROWID"
                connection.exec_driver_sql(gone)
                if migrating.find_revision(connection) == migrating.NEWEST:
                    return engine
        except SQLAlchemyError as fault:
            if is_last:
                raise Unavailable("not-writable", "The file of what was used lately can't be opened.") from fault
        engine.dispose()
        for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            with suppress(OSError):
                each.unlink(missing_ok=True)
    raise Unavailable("not-writable", "The file of what was used lately can't be made.")
