"""A removed row's text is in the file of SQLite no more: what infrastructure/sql/engines.py sets.

a row  ->  DELETE  ->  the bytes of the file
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from resume_customizer.infrastructure.sql.engines import make_engine, make_standby_engine

CANARY = "canary " * 40
"""More than the few bytes at which SQLite writes its list of free places, and less than a page."""


def is_left_in(engine: sa.Engine, path: Path) -> bool:
    """Whether the text of a row, between two that stay, is in the file after it was removed."""
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)")
        for number, text in enumerate(("before", CANARY, "after")):
            connection.exec_driver_sql("INSERT INTO notes VALUES (?, ?)", (number, text))
    assert CANARY.encode() in path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM notes WHERE id = 1")
    engine.dispose()  # the last one to go brings the journal into the file
    written = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    assert b"before" in written
    return b"canary canary" in written


def usually_off(engine: sa.Engine) -> sa.Engine:
    """As with a SQLite that was built without it: some are built with, where nothing would have to be set."""
    event.listen(
        engine, "connect", lambda connection, _entry: connection.execute("PRAGMA secure_delete=OFF"), insert=True
    )
    return engine


@pytest.mark.parametrize("made", [make_standby_engine, lambda path: make_engine(f"sqlite:///{path}")])
def test_a_removed_rows_text_is_not_in_the_file_any_more(tmp_path: Path, made: Callable[[Path], sa.Engine]) -> None:
    path = tmp_path / "removed.db"

    assert not is_left_in(usually_off(made(path)), path)


def test_without_that_setting_it_would_be(tmp_path: Path) -> None:
    path = tmp_path / "usual.db"
    engine = sa.create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda connection, _entry: connection.execute("PRAGMA journal_mode=WAL"))

    assert is_left_in(usually_off(engine), path)
