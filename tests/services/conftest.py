"""An installation of its own for each test of a service: alone, or on each database that many share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.desk import Desk
from contracts import stores
from resume_customizer.core.accounts import Registration
from resume_customizer.infrastructure.sql.engines import make_engine


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """One installation, empty; a transaction that is still open at the end of a test fails it."""
    made = Desk(tmp_path)
    yield made
    health = made.store.health()
    made.store.close()
    assert health.in_use == 0


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """One installation that many work with, on SQLite and on PostgreSQL; nothing may be left open here either."""
    engine = None
    if request.param == "postgresql":
        engine = make_engine(stores.make_database(request.getfixturevalue("services").postgres))
    made = Desk(tmp_path, Registration.OPEN, engine)
    yield made
    health = made.store.health()
    made.store.close()
    assert health.in_use == 0
