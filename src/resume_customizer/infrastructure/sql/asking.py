"""The questions that are asked again and again: made once, because making one costs more than asking it.

kind + shape of the question + what the scope names  ->  a query with places for values  ->  kept for the next time

How many there are is bounded by the code: a shape holds names of columns, never a value.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from resume_customizer.core.records.record import Record
from resume_customizer.infrastructure.sql.among import SINCE, Shape, list_of_each
from resume_customizer.infrastructure.sql.kinds import TENANT
from resume_customizer.infrastructure.sql.paging import Order, Query
from resume_customizer.infrastructure.sql.people import of_people
from resume_customizer.infrastructure.sql.schema import KIND_OF, TABLE_OF
from resume_customizer.services.store import Value

_UNTIL = "until"


class Sight(NamedTuple):
    """What a scope names."""

    workspace: bool
    user: bool
    adviser: bool


@cache
def with_key(kind: type[Record], names: tuple[str, ...], sight: Sight, *, is_locked: bool) -> Query:
    """The record with a key, of those that can be seen; made once, as below."""
    query = every_one(kind).where(*_is_one(kind, names), _is_seen(kind, sight))
    return query.with_for_update() if is_locked else query


class More(NamedTuple):
    """What narrows lists besides their choices: columns with a value, columns without one, a bound of the order."""

    having: tuple[str, ...]
    without: tuple[str, ...]
    since: bool


@cache
def among(kind: type[Record], shapes: tuple[Shape, ...], more: More, by: Order, sight: Sight) -> Query:
    """The first records of many lists, of those that can be seen; made once."""
    table = TABLE_OF[kind]
    conditions = [_is_seen(kind, sight), *_is_one(kind, more.having)]
    conditions += (table.c[name] != sa.bindparam(f"this_{name}") for name in more.without)
    if more.since:
        conditions.append(table.c[by.column] >= sa.bindparam(SINCE))
    return list_of_each(table, shapes, conditions, by)


def _is_one(kind: type[Record], names: tuple[str, ...]) -> list[sa.ColumnElement[bool]]:
    return [TABLE_OF[kind].c[name] == sa.bindparam(f"this_{name}") for name in names]


def _is_seen(kind: type[Record], sight: Sight) -> sa.ColumnElement[bool]:
    """The scope, as a condition with places for its values."""
    table, about = TABLE_OF[kind], KIND_OF[kind]
    if not about.is_tenant:
        return sa.true()
    here = table.c[TENANT] == sa.bindparam("this_home") if sight.workspace else sa.false()
    if sight.adviser:
        here = sa.and_(here, *of_people(kind, sa.bindparam("this_home"), sa.bindparam("this_adviser")))
    return sa.or_(here, table.c[about.seen_by] == sa.bindparam("this_user")) if about.seen_by and sight.user else here


@cache
def every_one(kind: type[Record]) -> Query:
    """All rows of a kind; made once, because making it costs more than asking."""
    return sa.select(*TABLE_OF[kind].c)


class Listed(NamedTuple):
    """What narrows a list: columns, and whether nothing is wanted in them; bounds of the order; where it goes on."""

    columns: tuple[tuple[str, bool], ...]
    since: bool
    until: bool
    goes_on: bool


@cache
def listing(kind: type[Record], listed: Listed, by: Order, sight: Sight) -> Query:
    """One page of a list, of those that can be seen; made once."""
    table = TABLE_OF[kind]
    conditions = [_is_seen(kind, sight)]
    for number, (name, is_nothing) in enumerate(listed.columns):
        column = table.c[name]
        conditions.append(column.is_(None) if is_nothing else column == _of(column, f"this_{number}"))
    order = table.c[by.column]
    if listed.since:
        conditions.append(order >= _of(order, SINCE))
    if listed.until:
        conditions.append(order <= _of(order, _UNTIL))
    return by.apply(every_one(kind).where(*conditions), table, goes_on=listed.goes_on)


def values_listed(values: Mapping[int, Value], since: Value, until: Value) -> dict[str, Any]:
    """The values of a list, by the names of their places."""
    return {SINCE: since, _UNTIL: until} | {f"this_{number}": value for number, value in values.items()}


def _of(column: sa.Column[Any], name: str) -> sa.BindParameter[Any]:
    return sa.bindparam(name, type_=column.type)
