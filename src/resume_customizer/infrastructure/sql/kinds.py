"""How a record class becomes a table, and a record a row.

    class of fields  ->  Kind: columns, keys, indexes, words  ->  sqlalchemy.Table
    record  ->  Kind.row()  ->  values by column  ->  Kind.record()  ->  the same record

Promises (tests in tests/infrastructure/test_schema.py):

* Every field of every record class is a column, with a type that gives back what was stored.
* A reference can't leave its workspace.
"""

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Final, Generic, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

import sqlalchemy as sa

from resume_customizer.core.records.record import Json, Record, TenantRecord, Words
from resume_customizer.infrastructure.sql.columns import JSON_COLUMN, IdColumn, TimeColumn, time_text

R = TypeVar("R", bound=Record)
TENANT: Final = "workspace_id"


class By(NamedTuple):
    """A list that is asked for: the columns it is chosen by, and the one it is sorted by."""

    columns: tuple[str, ...]
    order: str = "id"


def by(*columns: str, order: str = "id") -> By:
    """A list by these columns."""
    return By(columns, order)


@dataclass(frozen=True)
class Kind(Generic[R]):
    """One kind of record: its class, its table, and how its records are found."""

    record_type: type[R]
    name: str
    unique: tuple[tuple[str, ...], ...] = ()
    """Keys; within a workspace for what belongs to one."""
    listed: tuple[By, ...] = ()
    """Lists besides the one of all, by id."""
    names: Mapping[str, type[Record]] = field(default_factory=dict)
    """Columns that hold the id of another record."""
    words: tuple[str, ...] = ()
    """Columns that are searched."""
    seen_by: str = ""
    """The column of the user who sees the record from outside of its workspace too."""

    @cached_property
    def is_tenant(self) -> bool:
        """Whether it belongs to a workspace."""
        return issubclass(self.record_type, TenantRecord)

    @cached_property
    def hints(self) -> dict[str, Any]:
        """The types of its fields, the ids marked."""
        return get_type_hints(self.record_type, include_extras=True)

    @cached_property
    def field_names(self) -> tuple[str, ...]:
        """Its columns, in order."""
        return tuple(each.name for each in fields(self.record_type))

    @cached_property
    def lists(self) -> frozenset[By]:
        """Every list that has an index; columns in the order of their names."""
        bare = (By(tuple(sorted(each.columns)), each.order) for each in self.listed)
        return frozenset({By(()), *bare, *self.keys})

    @cached_property
    def keys(self) -> frozenset[By]:
        """Its unique keys; columns in the order of their names."""
        return frozenset(By(tuple(sorted(each))) for each in self.unique)

    @cached_property
    def _readers(self) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        """Of the fields that are something else in a record than in a row, by their places."""
        readers = ((place, _reader(self.hints[name])) for place, name in enumerate(self.field_names))
        return tuple((place, reader) for place, reader in readers if reader is not None)

    @cached_property
    def _setters(self) -> tuple[Callable[[Any, Any], None], ...]:
        """What puts a value into a new record: making a frozen one by its class takes three times as long."""
        return tuple(getattr(self.record_type, name).__set__ for name in self.field_names)

    def record(self, row: Sequence[Any]) -> R:
        """A row as it comes from the database, in the order of the fields."""
        return self.records((row,))[0]

    def records(self, rows: Iterable[Sequence[Any]]) -> tuple[R, ...]:
        """Rows as they come from the database: where most of the time of a list goes."""
        setters, readers, kind, found = self._setters, self._readers, self.record_type, list[R]()
        for row in rows:
            values = list(row)
            for place, reader in readers:
                value = values[place]
                if value is not None:
                    values[place] = reader(value)
            made = kind.__new__(kind)
            for put, value in zip(setters, values, strict=True):
                put(made, value)
            found.append(made)
        return tuple(found)

    def row(self, record: R) -> dict[str, Any]:
        """A record as it goes to the database."""
        return {name: _bare(getattr(record, name)) for name in self.field_names}

    def typed(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row as it is written down in JSON, as it goes to the database; unknown columns are left out."""
        return {name: self._typed(name, row[name]) for name in self.field_names if name in row}

    def _typed(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a column's
        is_time = _without_none(self.hints[name])[0] is datetime
        return datetime.fromisoformat(value) if is_time and value is not None else value

    def make_table(self, metadata: sa.MetaData, tables: Mapping[type[Record], str]) -> sa.Table:
        """The table, with its keys, references and indexes."""
        head = (TENANT,) if self.is_tenant else ()
        keys = [
            sa.UniqueConstraint(*head, *each, name=f"uq_{self.name}_{'_'.join(each)}") for each in self.unique if each
        ]
        if () in self.unique:
            keys.append(sa.UniqueConstraint(*head, name=f"uq_{self.name}_one"))
        table = sa.Table(
            self.name,
            metadata,
            *(self._column(name) for name in self.field_names),
            sa.PrimaryKeyConstraint(*head, "id", name=f"pk_{self.name}"),
            *keys,
            *self._references(tables),
        )
        for each in self.listed:
            last = ("id",) if each.order == "id" else (each.order, "id")
            if table.c[each.order].nullable:
                raise ValueError(f"{self.name} can't be sorted by {each.order}, which can be empty.")
            sa.Index(_index_name(self.name, each), *(table.c[name] for name in (*head, *each.columns, *last)))
        return table

    def _column(self, name: str) -> sa.Column[Any]:
        type_, is_nullable = _column_type(self.hints[name])
        return sa.Column(name, type_, nullable=is_nullable)

    def _references(self, tables: Mapping[type[Record], str]) -> list[sa.ForeignKeyConstraint]:
        found = []
        for column, other in self.names.items():
            inside = self.is_tenant and issubclass(other, TenantRecord)
            here = [TENANT, column] if inside else [column]
            there = [f"{tables[other]}.{each}" for each in ([TENANT, "id"] if inside else ["id"])]
            found.append(sa.ForeignKeyConstraint(here, there, name=f"fk_{self.name}_{column}"))
        return found


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as it is written down in JSON."""
    return {name: time_text(value) if isinstance(value, datetime) else value for name, value in row.items()}


def _index_name(table: str, each: By) -> str:
    parts = [table, *each.columns] + ([] if each.order == "id" else ["by", each.order])
    return f"ix_{'_'.join(parts)}"[:60]


def _without_none(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - a type, of whatever form
    if get_origin(hint) in {Union, types.UnionType}:
        inside = [each for each in get_args(hint) if each is not type(None)]
        return inside[0], True
    return hint, False


def _column_type(hint: Any) -> tuple[sa.types.TypeEngine[Any], bool]:  # noqa: ANN401
    inner, is_nullable = _without_none(hint)
    if get_origin(inner) is Annotated:
        return IdColumn(), is_nullable
    if inner in {Json, Words}:
        return JSON_COLUMN, is_nullable
    simple: dict[type, type[sa.types.TypeEngine[Any]]] = {
        bool: sa.Boolean,
        int: sa.BigInteger,
        str: sa.Text,
        datetime: TimeColumn,
    }
    for python, column in simple.items():
        if issubclass(inner, python):
            return column(), is_nullable
    raise TypeError(f"There is no column for {inner}.")


def _reader(hint: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401
    inner, _ = _without_none(hint)
    if inner == Words:
        return tuple
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return {each.value: each for each in inner}.__getitem__
    return None


def _bare(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
