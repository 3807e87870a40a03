"""The schema of a new database in SQLite, made at once: what the steps make, without running them.

tests/infrastructure/test_migrations.py holds the two together.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.engine import Connection

from resume_customizer.infrastructure.sql import migrating
from resume_customizer.infrastructure.sql.columns import json_text
from resume_customizer.infrastructure.sql.schema import SEARCHED_KINDS, metadata
from resume_customizer.infrastructure.sql.searching import sqlite_statements


def make_schema(connection: Connection) -> None:
    """Every table, index and trigger."""
    metadata.create_all(connection)
    for kind in SEARCHED_KINDS:
        for statement in sqlite_statements(kind.name, kind.words):
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (migrating.NEWEST,))


def insert_plain(connection: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Rows as they are written down in JSON, whatever revision they are of."""
    for row in rows:
        columns = ", ".join(f'"{name}"' for name in row)
        places = ", ".join("?" * len(row))
        values = tuple(json_text(value) if isinstance(value, dict | list) else value for value in row.values())
        connection.exec_driver_sql(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', values)  # noqa: S608
