"""A desk that is full: records written many times over, straight into the tables of SQLite.

engine + table  ->  written_often()  ->  the newest record as often as is said, each with an id of its own
"""

from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Engine

NAMED: Final = {
    "requirements": ("title",),
    "resumes": ("name",),
    "bank_points": ("text", "text_key"),
    "consultants": ("name",),
    "batches": ("name",),
    "jobs": (),
}
"""What a number is written behind, so that records can be told apart and unique ones stay so."""


def written_often(engine: Engine, table: str, count: int) -> int:
    """Write the newest record of a table that often; gives how many there are then."""
    with engine.begin() as connection:
        columns = [each["name"] for each in sa.inspect(connection).get_columns(table)]
        changed = {name: f"{name} || ' ' || n" for name in NAMED[table]} | {
            "id": "substr(id, 1, 24) || printf('%012x', n)"
        }
        values = ", ".join(changed.get(name, name) for name in columns)
        connection.execute(
            sa.text(
                f"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count:d}) "
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} "
                f"FROM (SELECT * FROM {table} ORDER BY id DESC LIMIT 1), numbers"
            )
        )
        return connection.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one()
