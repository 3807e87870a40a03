"""A record and those that it leads to, in one question: who calls is looked up with every request.

kind + key + links  ->  linked()  ->  one SELECT with outer joins  ->  parts_of()  ->  a row for each kind, or None
"""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Any

import sqlalchemy as sa

from resume_customizer.core.records.record import Record
from resume_customizer.infrastructure.sql.kinds import TENANT
from resume_customizer.infrastructure.sql.paging import Query
from resume_customizer.infrastructure.sql.schema import KIND_OF, TABLE_OF
from resume_customizer.services.store import Link


@cache
def linked(kind: type[Record], names: tuple[str, ...], links: tuple[Link, ...], *, has_home: bool) -> Query:
    """The question; values are `this_` and a name of the key, and `this_home`. Made once for each."""
    table = TABLE_OF[kind]
    joined: sa.FromClause = table
    for link in links:
        other = TABLE_OF[link.kind]
        condition = other.c[link.key] == (table.c[link.column] if link.column else sa.bindparam("this_home"))
        joined = joined.outerjoin(other, sa.and_(condition, _is_here(link.kind, has_home=has_home)))
    columns = [column for each in (table, *(TABLE_OF[link.kind] for link in links)) for column in each.c]
    wanted = (table.c[name] == sa.bindparam(f"this_{name}") for name in names)
    return sa.select(*columns).select_from(joined).where(_is_here(kind, has_home=has_home), *wanted)


def parts_of(row: Sequence[Any], kinds: Sequence[type[Record]]) -> tuple[Sequence[Any] | None, ...]:
    """The columns of each kind; None for one that is not there."""
    ends = list(accumulate(len(KIND_OF[kind].field_names) for kind in kinds))
    parts = (row[begin:end] for begin, end in zip((0, *ends), ends, strict=False))
    return tuple(part if part[0] is not None else None for part in parts)


def _is_here(kind: type[Record], *, has_home: bool) -> sa.ColumnElement[bool]:
    if not KIND_OF[kind].is_tenant:
        return sa.true()
    return TABLE_OF[kind].c[TENANT] == sa.bindparam("this_home") if has_home else sa.false()
