"""The stores that every test of a store runs on, each empty; one that is missing here is not supported."""

import tempfile
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import TypeAlias

import sqlalchemy as sa

from resume_customizer.infrastructure.json_files.store import JsonStore
from resume_customizer.infrastructure.sql import engines, migrating
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import Store
from services_of_tests import Services

Make: TypeAlias = Callable[[Path, Callable[[], Services]], AbstractContextManager[Store]]
_number = count()
ROLE = "worker_of_tests"


@contextmanager
def sqlite(folder: Path, _services: Callable[[], Services]) -> Generator[Store]:
    """A file of SQLite."""
    path = folder / "store.db"
    path.write_bytes(empty_sqlite_file())
    yield SqlStore(engines.make_engine(f"sqlite:///{path}"))


@contextmanager
def json(folder: Path, _services: Callable[[], Services]) -> Generator[Store]:
    """A folder of JSON files."""
    yield JsonStore(folder / "store")


@contextmanager
def postgresql(_folder: Path, services: Callable[[], Services]) -> Generator[Store]:
    """A database of a real PostgreSQL, by a role that can't bypass row-level security."""
    url = make_database(services().postgres)
    store = SqlStore(engines.make_engine(url))
    store.check_safety()
    yield store


STORES: tuple[Make, ...] = (sqlite, json, postgresql)


@cache
def empty_sqlite_file() -> bytes:
    """A file with the schema and nothing else; made once, because that takes a second."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        engine = engines.make_engine(f"sqlite:///{path}")
        migrating.upgrade(engine)
        engine.dispose()
        return path.read_bytes()


def make_database(owner: str) -> str:
    """A new database with the schema; the address for the role that the product works as."""
    template = _make_template(owner)
    name = f"store_{next(_number)}"
    _on_server(owner, f"CREATE DATABASE {name} TEMPLATE {template}")
    return sa.make_url(owner).set(database=name, username=ROLE).render_as_string(hide_password=False)


@cache
def _make_template(owner: str) -> str:
    """A database with the schema and nothing else, which others are copied from."""
    _on_server(owner, f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS", "CREATE DATABASE with_schema")
    engine = engines.make_engine(as_owner(owner, "with_schema"), limits=False)
    migrating.upgrade(engine, app_role=ROLE)
    engine.dispose()
    return "with_schema"


def as_owner(owner: str, database: str) -> str:
    """The address of a database for the owner of everything."""
    return sa.make_url(owner).set(database=database).render_as_string(hide_password=False)


def _on_server(owner: str, *statements: str) -> None:
    server = sa.create_engine(owner, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        for each in statements:
            connection.execute(sa.text(each))
    server.dispose()
