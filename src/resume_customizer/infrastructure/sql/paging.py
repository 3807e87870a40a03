"""Keyset pages: where one ended, the next begins, however much was added in between.

    order + after  ->  Order: by what, from where  ->  condition and sorting  ->  rows  ->  mark of the last one

A page is found through an index in the same time wherever it lies.
"""

import base64
import binascii
import json
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

import sqlalchemy as sa

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.records.record import Record, is_id
from resume_customizer.infrastructure.sql.columns import time_text

Query: TypeAlias = sa.Select[*tuple[Any, ...]]
_AFTER = "after_"
_WANTED = "wanted"


class Order(NamedTuple):
    """How a list is sorted: by one column, then by id, both the same way."""

    column: str
    is_down: bool

    @classmethod
    def read(cls, text: str) -> "Order":
        """`name`, or `-name` for the greatest first."""
        return cls(text.removeprefix("-"), text.startswith("-"))

    def apply(self, query: Query, table: sa.Table, *, goes_on: bool = False) -> Query:
        """The query for one page; where it begins, if it goes on, and how much it holds, are values from `place`."""
        columns = [table.c[name] for name in self._columns]
        if goes_on:
            begin = (sa.bindparam(f"{_AFTER}{number}", type_=each.type) for number, each in enumerate(columns))
            bounds = sa.tuple_(*columns), sa.tuple_(*begin)
            query = query.where(bounds[0] < bounds[1] if self.is_down else bounds[0] > bounds[1])
        query = query.order_by(*(column.desc() if self.is_down else column.asc() for column in columns))
        return query.limit(sa.bindparam(_WANTED, type_=sa.BigInteger()))

    def place(self, after: str, table: sa.Table, wanted: int) -> dict[str, Any]:
        """The values for a page of so many rows behind the mark of another one; raises InvalidInput."""
        begin = self._place(after, table) if after else []
        return {_WANTED: wanted} | {f"{_AFTER}{number}": value for number, value in enumerate(begin)}

    @property
    def _columns(self) -> tuple[str, ...]:
        return ("id",) if self.column == "id" else (self.column, "id")

    def mark(self, record: Record) -> str:
        """Where a page ended."""
        if self.column == "id":
            return record.id
        value = getattr(record, self.column)
        plain = time_text(value) if isinstance(value, datetime) else value
        return base64.urlsafe_b64encode(json.dumps([plain, record.id]).encode()).decode().rstrip("=")

    def _place(self, after: str, table: sa.Table) -> list[Any]:
        try:
            return [after] if self.column == "id" and is_id(after) else self._decoded(after, table)
        except (ValueError, TypeError, binascii.Error, RecursionError):
            message = "This is not where a page of this list ended. Begin with its first page."
            raise InvalidInput("bad-page", message) from None

    def _decoded(self, after: str, table: sa.Table) -> list[Any]:
        value, record_id = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        if self.column == "id" or not is_id(record_id):
            raise ValueError("no place in this list")
        wanted = table.c[self.column].type.python_type
        if wanted is datetime:
            value = datetime.fromisoformat(value)
        if type(value) is not wanted:
            raise TypeError("another kind of value")
        return [value, record_id]
