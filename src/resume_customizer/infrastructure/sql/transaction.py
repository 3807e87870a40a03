"""One transaction: every question and every change, within the scope that it began with.

record  ->  Kind  ->  one statement with its workspace  ->  the database
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from resume_customizer.core.errors import Conflict, PromiseBroken, ResumeCustomizerError
from resume_customizer.core.records.record import Record, TenantRecord
from resume_customizer.infrastructure.sql.kinds import TENANT, Kind
from resume_customizer.infrastructure.sql.reading import SqlReading
from resume_customizer.infrastructure.sql.schema import KIND_OF, TABLE_OF
from resume_customizer.services.store import Scope

R = TypeVar("R", bound=Record)


class RowChange(NamedTuple):
    """A row that was written, or removed."""

    kind: Kind[Any]
    key: str
    row: dict[str, Any] | None
    """None for a removed one."""
    seen: int = 0
    """The version that was changed or removed; 0 for a new row."""


class SqlTransaction(SqlReading):
    """What can be done, in one scope."""

    def __init__(
        self, connection: Connection, scope: Scope, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__(connection, scope)
        self._clock = clock
        self.changes: list[RowChange] = []
        """Every row that was written or removed, in order."""

    def add(self, record: R) -> R:
        """Keep a new record."""
        return self.add_all((record,))[0]

    def add_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep many new records of one kind."""
        now = self._clock()
        made = tuple(replace(self._at_home(each), created_at=now, changed_at=now, version=1) for each in records)
        if made:
            kind = KIND_OF[type(made[0])]
            rows = [kind.row(each) for each in made]
            self._execute(TABLE_OF[kind.record_type].insert(), rows)
            self.changes.extend(RowChange(kind, row["id"], row) for row in rows)
        return made

    def write_row(self, change: RowChange) -> bool:
        """Write a row as it is, with its times and version, or remove it.

        False when its version is not there, and for a new one when its key is taken.
        """
        table = TABLE_OF[change.kind.record_type]
        this = self._is_version(change.kind, change.key, change.seen)
        if change.row is None:
            done = self._execute(table.delete().where(*this))
        elif change.seen:
            done = self._execute(table.update().where(*this).values(change.row))
        else:
            done = self._execute(self._insert(table).values(change.row).on_conflict_do_nothing())
        if done.rowcount:
            self.changes.append(change)
        return bool(done.rowcount)

    def update(self, record: R) -> R:
        """Keep a changed record."""
        kind = KIND_OF[type(record)]
        made = replace(self._at_home(record), changed_at=self._clock(), version=record.version + 1)
        row = kind.row(made)
        this = {"this_home": self._workspace, "this_id": record.id, "this_version": record.version}
        done = self._execute(_change(kind.record_type), row | this)
        if not done.rowcount:
            raise self._why_not(record)
        self.changes.append(RowChange(kind, made.id, row, record.version))
        return made

    def update_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep many changed records of one kind."""
        given, now = tuple(records), self._clock()
        if not given:
            return ()
        kind = KIND_OF[type(given[0])]
        made = tuple(replace(self._at_home(each), changed_at=now, version=each.version + 1) for each in given)
        rows = [kind.row(each) for each in made]
        these = [
            {"this_home": self._workspace, "this_id": each.id, "this_version": each.version} | row
            for each, row in zip(given, rows, strict=True)
        ]
        done = self._execute(_change(kind.record_type), these)
        if done.rowcount != len(given):
            self.fault = self._why_not(next(filter(None, map(self._other_than, given, made)), given[0]))
            raise self.fault
        self.changes.extend(RowChange(kind, each.id, row, each.version) for each, row in zip(given, rows, strict=True))
        return made

    def delete(self, record: Record) -> None:
        """Remove a record."""
        kind = KIND_OF[type(record)]
        done = self._execute(TABLE_OF[kind.record_type].delete().where(*self._is_this(record)))
        if not done.rowcount:
            raise self._why_not(record)
        self.changes.append(RowChange(kind, record.id, None, record.version))

    def delete_all(self, records: Iterable[Record]) -> None:
        """Remove many records of one kind."""
        given = tuple(records)
        if not given:
            return
        kind = KIND_OF[type(given[0])]
        these = [{"this_home": self._workspace, "this_id": each.id, "this_version": each.version} for each in given]
        done = self._execute(_removal(kind.record_type), these)
        if done.rowcount != len(given):
            self.fault = self._why_not(given[0])
            raise self.fault
        self.changes.extend(RowChange(kind, each.id, None, each.version) for each in given)

    def _insert(self, table: sa.Table) -> Any:  # noqa: ANN401 - of either dialect
        return (postgresql if self._connection.dialect.name == "postgresql" else sqlite).insert(table)

    def refresh_facts(self) -> None:
        """Compute anew what figures are made of, where it is kept."""
        if self._connection.dialect.name == "postgresql":
            self._execute(sa.text("SET LOCAL statement_timeout = '15min'"))  # nobody waits for it
            self._execute(sa.text("SELECT refresh_desk_facts()"))

    def _is_this(self, record: Record) -> tuple[sa.ColumnElement[bool], ...]:
        return self._is_version(KIND_OF[type(record)], record.id, record.version)

    def _is_version(self, kind: Kind[Any], record_id: str, version: int) -> tuple[sa.ColumnElement[bool], ...]:
        columns = TABLE_OF[kind.record_type].c
        home = (columns[TENANT] == self._workspace if self._workspace else sa.false(),) if kind.is_tenant else ()
        return (*home, columns.id == record_id, columns.version == version)

    def _why_not(self, record: Record) -> ResumeCustomizerError:
        self.get(type(record), record.id)
        message = "Somebody changed this meanwhile. Load it again, and repeat the change."
        return Conflict("changed-meanwhile", message)

    def _other_than(self, before: R, made: R) -> R | None:
        """The record as it was, when what is kept of it is something else than what was made."""
        kept = self.get(type(before), before.id)
        return None if (kept.version, kept.changed_at) == (made.version, made.changed_at) else before

    def _at_home(self, record: R) -> R:
        """The record with its workspace; one of another workspace is refused, whoever made the mistake."""
        if not isinstance(record, TenantRecord):
            return record
        if not self._workspace or record.workspace_id not in {"", self._workspace}:
            raise PromiseBroken("other-workspace", "A record of another workspace was not written.")
        return replace(record, workspace_id=self._workspace)


@cache
def _change(kind: type[Record]) -> sa.Update:
    """What changes one version of a record; one of a workspace was seen to be in it before."""
    return TABLE_OF[kind].update().where(*_this_version(kind))


@cache
def _removal(kind: type[Record]) -> sa.Delete:
    """What removes one version of a record."""
    return TABLE_OF[kind].delete().where(*_this_version(kind))


def _this_version(kind: type[Record]) -> tuple[sa.ColumnElement[bool], ...]:
    columns = TABLE_OF[kind].c
    home = (columns[TENANT] == sa.bindparam("this_home"),) if KIND_OF[kind].is_tenant else ()
    return *home, columns.id == sa.bindparam("this_id"), columns.version == sa.bindparam("this_version")
