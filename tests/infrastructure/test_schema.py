"""Every table: the promises of infrastructure/sql/kinds.py and schema.py."""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
import sqlalchemy as sa

from contracts import stores
from resume_customizer.core.records.record import Json, Record, Words, new_id
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.kinds import TENANT, Kind, plain_row
from resume_customizer.infrastructure.sql.schema import KINDS, TABLE_OF, TENANT_KINDS


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    """A database in SQLite."""
    path = tmp_path / "schema.db"
    path.write_bytes(stores.empty_sqlite_file())
    made = make_engine(f"sqlite:///{path}")
    yield made
    made.dispose()


def _example(hint: Any) -> Any:  # noqa: ANN401 - a value for any field
    if get_origin(hint) in {Union, type(int | None)}:
        return _example(next(each for each in get_args(hint) if each is not type(None)))
    if get_origin(hint) is Annotated:
        return new_id()
    if hint == Words:
        return ("a", "Größe")
    if hint == Json:
        return {"list": [1, {"deep": None}], "text": "“x”"}
    if issubclass(hint, StrEnum):
        return list(hint)[-1]
    moment = datetime(2026, 11, 23, 9, 30, 0, 123456, tzinfo=UTC)
    return {bool: True, int: 2**60, str: "Größe", datetime: moment}[hint]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_comes_back_as_it_was_stored(engine: sa.Engine, kind: Kind[Record]) -> None:
    record = kind.record_type(**{name: _example(kind.hints[name]) for name in kind.field_names})
    table = TABLE_OF[kind.record_type]
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(table.insert(), [kind.row(record)])
        row = connection.execute(sa.select(*table.c)).one()
    assert kind.record(row) == record
    assert kind.typed(plain_row(kind.row(record))) == kind.row(record)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_happens_when_a_record_is_made_but_that_its_fields_are_set(kind: Kind[Record]) -> None:
    assert not hasattr(kind.record_type, "__post_init__")
    assert kind.record_type.__init__.__qualname__.endswith(f"{kind.record_type.__name__}.__init__")


def test_a_reference_can_not_leave_its_workspace() -> None:
    tenants = {kind.name for kind in TENANT_KINDS}
    every = [each for kind in TENANT_KINDS for each in TABLE_OF[kind.record_type].foreign_key_constraints]
    inside = [each for each in every if each.referred_table.name in tenants]
    assert len(inside) > 20
    assert [each.name for each in inside if TENANT not in each.column_keys] == []


def test_what_is_listed_has_an_index_that_begins_with_its_workspace() -> None:
    listed = [(kind, index) for kind in TENANT_KINDS for index in TABLE_OF[kind.record_type].indexes]
    assert len(listed) > 60
    assert [index.name for _, index in listed if next(iter(index.columns)).name != TENANT] == []
