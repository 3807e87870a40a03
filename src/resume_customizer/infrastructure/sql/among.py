"""The lists of many values at once: one question instead of one for each value.

shapes of the choices + order  ->  list_of_each()  ->  a part for each choice, the first rows of each value  ->  a query
choices  ->  values_of()  ->  what the query is asked with

The rows of a value are counted by the database, so that a value with many rows leaves room for the others. The query
has places for its values, so that it is made once for each shape: making it takes longer than asking it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, TypeGuard

import sqlalchemy as sa

from resume_customizer.infrastructure.sql.paging import Order
from resume_customizer.services.store import Value

Choice: TypeAlias = Mapping[str, Value | Sequence[Value]]
Shape: TypeAlias = tuple[tuple[str, bool], ...]
"""The columns of a choice, and whether several values of them are wanted."""
SINCE: Final = "since"
_MOST: Final = "most"
_PLACE: Final = "place_of_its_value"


def shapes_of(choices: Iterable[Choice]) -> tuple[Shape, ...]:
    """The shapes of choices."""
    return tuple(tuple((name, is_several(value)) for name, value in choice.items()) for choice in choices)


def values_of(choices: Iterable[Choice], since: Value, most: int) -> dict[str, object]:
    """The values of choices, by the names of their places."""
    values: dict[str, object] = {SINCE: since, _MOST: most}
    for number, choice in enumerate(choices):
        for name, value in choice.items():
            values[_place(number, name)] = list(dict.fromkeys(value)) if is_several(value) else value
    return values


def list_of_each(
    table: sa.Table, shapes: Sequence[Shape], conditions: Sequence[sa.ColumnElement[bool]], by: Order
) -> sa.Select[*tuple[Any, ...]]:
    """The query. Rows come in no order, and once for each choice that they fit."""
    parts = [_part(table, number, shape, conditions, by) for number, shape in enumerate(shapes)]
    found = (sa.union_all(*parts) if len(parts) > 1 else parts[0]).subquery()
    return sa.select(*(found.c[column.name] for column in table.c))


def is_several(value: Value | Sequence[Value]) -> TypeGuard[Sequence[Value]]:
    """Whether it is several values."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def _part(
    table: sa.Table, number: int, shape: Shape, conditions: Sequence[sa.ColumnElement[bool]], by: Order
) -> sa.Select[*tuple[Any, ...]]:
    several = [table.c[name] for name, is_one_of in shape if is_one_of]
    columns = [table.c[name] for name in dict.fromkeys((by.column, "id"))]
    sorting = [column.desc() if by.is_down else column.asc() for column in columns]
    most = sa.bindparam(_MOST, type_=sa.BigInteger())
    if not several:
        first = sa.select(*table.c).where(*conditions, *_fits(table, number, shape)).order_by(*sorting).limit(most)
        return sa.select(*first.subquery().c)
    place = sa.func.row_number().over(partition_by=several, order_by=sorting).label(_PLACE)
    rows = sa.select(*table.c, place).where(*conditions, *_fits(table, number, shape)).subquery()
    return sa.select(*(rows.c[column.name] for column in table.c)).where(rows.c[_PLACE] <= most)


def _fits(table: sa.Table, number: int, shape: Shape) -> Iterator[sa.ColumnElement[bool]]:
    for name, is_one_of in shape:
        column, place = table.c[name], _place(number, name)
        yield column.in_(sa.bindparam(place, expanding=True)) if is_one_of else column == sa.bindparam(place)


def _place(number: int, name: str) -> str:
    return f"choice_{number}_{name}"
