"""The schema of a new database in SQLite, made at once: what the steps make, without running them.

tests/infrastructure/test_migrations.py holds the two together.
"""

from sqlalchemy.engine import Connection

from resume_customizer.infrastructure.sql import migrating
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
