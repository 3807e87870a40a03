"""Connections to PostgreSQL and SQLite, set up so that nothing accepted is lost and nobody waits for ever.

address  ->  make_engine()  ->  sqlalchemy.Engine with its pool
"""

import json
import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from resume_customizer.core.errors import InvalidInput
from resume_customizer.infrastructure.sql.columns import json_text

POOL: Final = 20
OVERFLOW: Final = 10
_SECONDS_FOR_A_CONNECTION: Final = 5
_RECYCLE_AFTER: Final = 1800
_SILENCE: Final = {
    "tcp_user_timeout": 5_000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
}
"""When a network that swallows packets is given up: nothing sent is confirmed for five seconds, or nobody is there."""
_BUSY_MILLISECONDS: Final = 30_000
_LIMITS: Final = "-c statement_timeout=10s -c lock_timeout=3s -c idle_in_transaction_session_timeout=30s"
_ALWAYS: Final = "-c timezone=UTC -c jit=off -c random_page_cost=1.1"
"""Compiling a question takes longer than any question of ours may take; and disks have no arm that must move."""
_DECODE: Final = json.JSONDecoder().raw_decode
"""For what PostgreSQL writes: one value, nothing around it."""
_NOT_ASKED: Final = (None,) * 5
READS: Final = "reads"
"""Execution option of a connection that only reads."""


def read_url(address: str) -> URL:
    """An address of a database; raises InvalidInput, which does not repeat it: it can hold a password."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise InvalidInput("bad-setting", "RCP_DATABASE_URL is no address of a database.") from None
    if url.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in {"sqlite", "sqlite+pysqlite"}:
        return url.set(drivername="sqlite+pysqlite")
    message = "RCP_DATABASE_URL must begin with sqlite:///, postgresql:// or json:///."
    raise InvalidInput("bad-setting", message)


def make_engine(address: str, *, limits: bool = True) -> Engine:
    """An engine for PostgreSQL or a file of SQLite; `limits` stop what takes too long, which a migration may."""
    url = read_url(address)
    return _sqlite_file(url) if url.drivername.startswith("sqlite") else _postgres(url, limits=limits)


def make_memory_engine() -> Engine:
    """SQLite in memory: one connection, for whoever holds the lock."""
    arguments = {"check_same_thread": False}
    engine = sa.create_engine("sqlite://", poolclass=StaticPool, json_serializer=json_text, connect_args=arguments)
    _set_up_sqlite(engine, ("PRAGMA foreign_keys=ON",))
    return engine


def make_standby_engine(path: Path) -> Engine:
    """A file of SQLite with a part of the records: what they name need not be there, and it may be lost."""
    path.parent.mkdir(parents=True, exist_ok=True)
    arguments = {"timeout": _BUSY_MILLISECONDS / 1000, "check_same_thread": False}
    engine = sa.create_engine(
        f"sqlite:///{path}", json_serializer=json_text, connect_args=arguments, hide_parameters=True
    )
    pragmas = (
        f"busy_timeout={_BUSY_MILLISECONDS}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=OFF",
        "recursive_triggers=ON",
        "secure_delete=ON",
    )
    _set_up_sqlite(engine, tuple(f"PRAGMA {each}" for each in pragmas))
    return engine


def _postgres(url: URL, *, limits: bool) -> Engine:
    asked = url.query.get("options", "")
    options = f"{_LIMITS if limits else ''} {_ALWAYS} {asked}"
    arguments = {
        "connect_timeout": _SECONDS_FOR_A_CONNECTION,
        "options": options,
        "application_name": "resume-customizer",
        **_SILENCE,
    }
    engine = sa.create_engine(
        url.difference_update_query(["options"]),
        pool_size=POOL,
        max_overflow=OVERFLOW,
        pool_timeout=_SECONDS_FOR_A_CONNECTION,
        pool_recycle=_RECYCLE_AFTER,
        pool_use_lifo=True,
        json_serializer=json_text,
        connect_args=arguments,
        hide_parameters=True,
    )
    _listen(engine, "connect", _read_quickly)
    if limits:
        _listen(engine, "do_connect", _connected)
    return engine


def _connected(_dialect: object, _entry: object, given: tuple[Any, ...], named: dict[str, Any]) -> object:
    from resume_customizer.infrastructure.sql.silence import AnsweredInTime

    return AnsweredInTime.connect(*given, **named)


def _read_quickly(connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401 - psycopg's
    """Ids come as the text that they are in records, and JSON without detours: rows cost half as much."""
    from psycopg.types.string import TextLoader

    connection.adapters.register_loader("uuid", TextLoader)
    connection.adapters.register_loader("jsonb", _json_loader())
    connection.cursor_factory = _plain_cursor()


@cache
def _plain_cursor() -> type:
    from psycopg import Cursor

    class PlainCursor(Cursor[Any]):
        """Says of its columns what SQLAlchemy asks for, which is their names and kinds."""

        @property
        def description(self) -> Any:  # noqa: ANN401 - as the DB API has it
            found = self.pgresult
            if found is None or not found.nfields:
                return None
            columns = range(found.nfields)
            return [(str(found.fname(each) or b"", "utf-8"), found.ftype(each), *_NOT_ASKED) for each in columns]

    return PlainCursor


@cache
def _json_loader() -> type:
    from psycopg.adapt import Buffer, Loader

    class JsonLoader(Loader):
        def load(self, data: Buffer) -> Any:  # noqa: ANN401 - whatever it is
            return _DECODE(str(data, "utf-8"))[0]

    return JsonLoader


def _sqlite_file(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise InvalidInput("bad-setting", "RCP_DATABASE_URL names no file; write sqlite:////folder/file.db.")
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        url,
        pool_size=POOL,
        max_overflow=OVERFLOW,
        pool_timeout=_SECONDS_FOR_A_CONNECTION,
        json_serializer=json_text,
        connect_args={"timeout": _BUSY_MILLISECONDS / 1000, "check_same_thread": False},
        hide_parameters=True,
    )
    # FULL: on the disk before an answer, safe from a power failure too.
    pragmas = (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"busy_timeout={_BUSY_MILLISECONDS}",
    )
    _set_up_sqlite(engine, tuple(f"PRAGMA {each}" for each in reversed(pragmas)))
    return engine


def _set_up_sqlite(engine: Engine, statements: tuple[str, ...]) -> None:
    def connected(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # transactions begin where we say, not where the driver thinks
        for statement in statements:
            connection.execute(statement)

    def begins(connection: Connection) -> None:
        # A writer takes its lock at once: one that read first would be refused later, whatever the time-out.
        is_reading = connection.get_execution_options().get(READS)
        connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")

    _listen(engine, "connect", connected)
    _listen(engine, "begin", begins)


def _listen(engine: Engine, name: str, action: Callable[..., Any]) -> None:
    event.listen(engine, name, action)
