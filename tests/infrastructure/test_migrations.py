"""Steps of the schema: the promises of infrastructure/sql/migrating.py."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Engine

from contracts import stores
from resume_customizer.core.errors import Unavailable
from resume_customizer.infrastructure.sql import engines, migrating
from resume_customizer.infrastructure.sql.making import make_schema
from resume_customizer.infrastructure.sql.schema import KINDS, SEARCHED_KINDS, TENANT_KINDS
from services_of_tests import Services


def _sqlite(request: pytest.FixtureRequest, folder: Path) -> str:
    return f"sqlite:///{folder / 'migrated.db'}"


def _postgresql(request: pytest.FixtureRequest, folder: Path) -> str:
    services: Services = request.getfixturevalue("services")
    name = f"migrated_{folder.name[:40].lower()}"
    stores._on_server(services.postgres, f"CREATE DATABASE {name}")
    return stores.as_owner(services.postgres, name)


@pytest.fixture(params=[_sqlite, pytest.param(_postgresql, marks=pytest.mark.services)], ids=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    return request.param(request, tmp_path)


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    found = engines.make_engine(address, limits=False)
    yield found
    found.dispose()


def test_what_the_steps_make_is_what_the_schema_says(engine: Engine) -> None:
    migrating.upgrade(engine)
    migrating.check(engine)
    migrating.require_newest(engine)

    tables = set(sa.inspect(engine).get_table_names())
    assert {each.name for each in KINDS} <= tables
    assert len(KINDS) > 40


def test_a_difference_would_be_found(engine: Engine) -> None:
    migrating.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP INDEX ix_resumes_by_name"))
    with pytest.raises(Exception, match="ix_resumes_by_name"):
        migrating.check(engine)


def test_a_step_can_be_taken_back(engine: Engine) -> None:
    migrating.upgrade(engine)
    migrating.downgrade(engine)
    assert set(sa.inspect(engine).get_table_names()) <= {"alembic_version"}
    with pytest.raises(Unavailable, match="run `migrate` once"):
        migrating.require_newest(engine)

    migrating.upgrade(engine)
    migrating.check(engine)


def test_a_database_of_a_newer_version_is_left_alone(engine: Engine) -> None:
    migrating.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unavailable) as caught:
        migrating.require_newest(engine)
    assert caught.value.code == "newer-database"


def _upgrade(address: str) -> None:
    migrating.upgrade(engines.make_engine(address, limits=False))


def test_two_that_start_at_once_take_each_step_once(address: str, engine: Engine) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_upgrade, args=(address,)) for _ in range(2)]
    for each in processes:
        each.start()
    for each in processes:
        each.join(120)
    assert [each.exitcode for each in processes] == [0, 0]
    migrating.require_newest(engine)


def test_the_newest_step_is_the_one_that_the_program_names() -> None:
    folder = ScriptDirectory(str(Path(migrating.__file__).parent / "migrations"))
    assert folder.get_current_head() == migrating.NEWEST
    assert folder.get_bases() == ["0001"]


def test_tables_made_without_steps_are_the_same(tmp_path: Path) -> None:
    """JSON files are loaded into tables that no step has made."""
    made = engines.make_engine(f"sqlite:///{tmp_path / 'made.db'}")
    with made.begin() as connection:
        make_schema(connection)
    migrated = engines.make_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    migrating.upgrade(migrated)
    migrating.check(made)
    names = sa.text("SELECT name, CASE type WHEN 'trigger' THEN sql END FROM sqlite_master ORDER BY type, name")
    with made.connect() as one, migrated.connect() as other:
        found = one.execute(names).all()
        assert found == other.execute(names).all()
    made.dispose()
    migrated.dispose()
    assert len([name for name, sql in found if sql]) == 3 * len(SEARCHED_KINDS)
    assert len(TENANT_KINDS) > 30
