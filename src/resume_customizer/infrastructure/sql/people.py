"""What an adviser of a career service sees: the people assigned to them, and all that is theirs, of every kind.

Kind.names  ->  leading_to_people(): the columns through which a record belongs to somebody  ->  of_people(): conditions

A new kind of record that names a person, or something that belongs to one, is held by this without another line.

Promises (tests in tests/contracts/test_store.py and tests/services/test_advisers.py):

* An adviser finds nothing of people who are assigned to others, of whatever kind it is.
* What belongs to nobody in particular is seen by all.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

import sqlalchemy as sa

from resume_customizer.core.records.desk import Consultant
from resume_customizer.core.records.record import Record
from resume_customizer.infrastructure.sql.kinds import TENANT
from resume_customizer.infrastructure.sql.schema import KIND_OF, TABLE_OF

_Given: TypeAlias = str | sa.BindParameter[Any]
"""An id, or the place where one is put."""


@cache
def leading_to_people(kind: type[Record]) -> tuple[tuple[str, type[Record]], ...]:
    """The columns that name a consultant, or a record that belongs to one."""
    named = KIND_OF[kind].names.items()
    return tuple((column, target) for column, target in named if target is Consultant or leading_to_people(target))


def of_people(kind: type[Record], workspace: _Given, adviser: _Given) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions that hold for records of people assigned to an adviser, or of nobody."""
    yield from _conditions(kind, TABLE_OF[kind], workspace, adviser)


def _conditions(
    kind: type[Record], table: sa.FromClause, workspace: _Given, adviser: _Given
) -> Iterator[sa.ColumnElement[bool]]:
    if kind is Consultant:
        yield table.c.adviser_id == adviser
    for column, target in leading_to_people(kind):
        named = TABLE_OF[target].alias()
        theirs = named.c[TENANT] == workspace, *_conditions(target, named, workspace, adviser)
        is_theirs = table.c[column].in_(sa.select(named.c.id).where(*theirs))
        yield sa.or_(table.c[column].is_(None), is_theirs) if TABLE_OF[kind].c[column].nullable else is_theirs
