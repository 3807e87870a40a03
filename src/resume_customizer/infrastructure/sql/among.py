"""The lists of many values at once: one question instead of one for each value.

choices + order + most  ->  list_of_each()  ->  a part for each choice, the first rows of each value  ->  one statement

The rows of a value are counted by the database, so that a value with many rows leaves room for the others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard

import sqlalchemy as sa

from resume_customizer.infrastructure.sql.paging import Order
from resume_customizer.services.store import Value

Choice: TypeAlias = Mapping[str, Value | Sequence[Value]]
_PLACE = "place_of_its_value"


def list_of_each(
    table: sa.Table, choices: Iterable[Choice], conditions: Sequence[sa.ColumnElement[bool]], by: Order, most: int
) -> sa.Select[*tuple[Any, ...]] | None:
    """The statement; None when nothing is chosen. Rows come in no order, and once for each choice that they fit."""
    parts = [_part(table, choice, conditions, by, most) for choice in choices if all(map(_is_some, choice.values()))]
    if not parts:
        return None
    found = (sa.union_all(*parts) if len(parts) > 1 else parts[0]).subquery()
    return sa.select(*(found.c[column.name] for column in table.c))


def _part(
    table: sa.Table, choice: Choice, conditions: Sequence[sa.ColumnElement[bool]], by: Order, most: int
) -> sa.Select[*tuple[Any, ...]]:
    several = [table.c[name] for name, value in choice.items() if _is_several(value)]
    columns = [table.c[name] for name in dict.fromkeys((by.column, "id"))]
    sorting = [column.desc() if by.is_down else column.asc() for column in columns]
    place = sa.func.row_number().over(partition_by=several or None, order_by=sorting).label(_PLACE)
    rows = sa.select(*table.c, place).where(*conditions, *_fits(table, choice)).subquery()
    return sa.select(*(rows.c[column.name] for column in table.c)).where(rows.c[_PLACE] <= most)


def _fits(table: sa.Table, choice: Choice) -> Iterator[sa.ColumnElement[bool]]:
    for name, value in choice.items():
        column = table.c[name]
        yield column.in_(list(dict.fromkeys(value))) if _is_several(value) else column == value


def _is_several(value: Value | Sequence[Value]) -> TypeGuard[Sequence[Value]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _is_some(value: Value | Sequence[Value]) -> bool:
    return not _is_several(value) or bool(value)
