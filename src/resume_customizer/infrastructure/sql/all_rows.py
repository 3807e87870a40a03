"""Every row of a store, whatever workspace it belongs to: for copies, moves and restoring, and for nothing else.

    SqlStore.every_row()  ->  AllRows: homes, chunks of rows as they are, rows put or cleared  ->  one transaction

PostgreSQL shows a workspace's rows only to those who name it, so they are gone through workspace by workspace.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.infrastructure.sql import row_security
from resume_customizer.infrastructure.sql.kinds import TENANT, Kind, plain_row
from resume_customizer.infrastructure.sql.schema import KINDS, TABLE_OF, TENANT_KINDS, metadata
from resume_customizer.infrastructure.sql.transaction import RowChange, SqlTransaction

Row = Mapping[str, Any]
_AT_ONCE: Final = 500
_BY_NAME: Final = {kind.name: kind for kind in KINDS}
IN_ORDER: Final[tuple[Kind[Any], ...]] = tuple(
    _BY_NAME[table.name] for table in metadata.sorted_tables if table.name in _BY_NAME
)
"""Every kind; what is named comes before what names it."""


class TableState(NamedTuple):
    """What a table holds, told in a line."""

    rows: int
    sha256: str
    """Of all rows, by workspace and id: the same in every store."""


class AllRows(SqlTransaction):
    """All rows, in one transaction."""

    @cached_property
    def _homes(self) -> tuple[str, ...]:
        """Every workspace, and the installation."""
        found = {INSTALLATION, *self._execute(sa.text("SELECT id FROM workspaces")).scalars().all()}
        if self._connection.dialect.name == "sqlite":  # one that has lost its own row is found here, too
            for kind in TENANT_KINDS:
                column = TABLE_OF[kind.record_type].c[TENANT]
                found.update(self._execute(sa.select(column).distinct()).scalars().all())
        return tuple(sorted(map(str, found)))

    def homes(self, kind: Kind[Any]) -> tuple[str, ...]:
        """Where rows of a kind can be; the workspace `""` for what belongs to none."""
        return self._homes if kind.is_tenant else ("",)

    def chunks(self, kind: Kind[Any], home: str) -> Iterator[list[dict[str, Any]]]:
        """The rows of one kind in one workspace, by id, some at a time."""
        table, last = TABLE_OF[kind.record_type], ""
        while True:
            self._enter(home)
            query = self._here(kind, sa.select(*table.c)).order_by(table.c.id).limit(_AT_ONCE)
            found = self._execute(query.where(table.c.id > last) if last else query).mappings().all()
            if not found:
                return
            yield [dict(row) for row in found]
            last = str(found[-1]["id"])

    def put(self, kind: Kind[Any], home: str, rows: Sequence[Row]) -> int:
        """Have these rows, as they are; says how many were not there so."""
        self._enter(home)
        table = TABLE_OF[kind.record_type]
        query = self._here(kind, sa.select(*table.c)).where(table.c.id.in_([row["id"] for row in rows]))
        there = {str(row["id"]): canonical(row) for row in self._execute(query).mappings()}
        new = [dict(row) for row in rows if row["id"] not in there]
        changed = [dict(row) for row in rows if row["id"] in there and there[row["id"]] != canonical(row)]
        if new:
            self._execute(table.insert(), new)
        for row in changed:
            self._execute(self._here(kind, table.update()).where(table.c.id == row["id"]).values(row))
        self.changes.extend(RowChange(kind, row["id"], row) for row in (*new, *changed))
        return len(new) + len(changed)

    def clear(self) -> None:
        """Remove everything."""
        for kind in reversed(IN_ORDER):
            table = TABLE_OF[kind.record_type]
            for home in self.homes(kind):
                for chunk in self.chunks(kind, home):
                    ids = [row["id"] for row in chunk]
                    self._execute(self._here(kind, table.delete()).where(table.c.id.in_(ids)))
                    self.changes.extend(RowChange(kind, each, None) for each in ids)
        self.__dict__.pop("_homes", None)

    def state(self, kind: Kind[Any]) -> TableState:
        """What a table holds."""
        told = RowDigest()
        for home in self.homes(kind):
            for chunk in self.chunks(kind, home):
                for row in chunk:
                    told.add(canonical(row))
        return told.state

    def _enter(self, home: str) -> None:
        self._workspace = home
        if self._connection.dialect.name == "postgresql":
            row_security.set_scope(self._connection, home)

    def _here(self, kind: Kind[Any], statement: Any) -> Any:  # noqa: ANN401 - select, update or delete
        return statement.where(self._is_visible(kind))


class RowDigest:
    """The SHA-256 of rows, one after the other."""

    def __init__(self) -> None:
        self._digest, self._rows = sha256(), 0

    def add(self, line: bytes) -> None:
        """One row more, in its one form."""
        self._digest.update(line + b"\n")
        self._rows += 1

    @property
    def state(self) -> TableState:
        """What came so far."""
        return TableState(self._rows, self._digest.hexdigest())


def canonical(row: Row) -> bytes:
    """A row in one form, whichever store it comes from."""
    text = json.dumps(_even(plain_row(row)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _even(value: Any) -> Any:  # noqa: ANN401 - JSON values
    """Numbers that are whole have one form: PostgreSQL does not tell 1 from 1.0 in the same way as others."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {name: _even(each) for name, each in value.items()}
    return [_even(each) for each in value] if isinstance(value, list | tuple) else value
