"""An installation of its own for each test of a service."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """One installation, empty; a transaction that is still open at the end of a test fails it."""
    made = Desk(tmp_path)
    yield made
    health = made.store.health()
    made.store.close()
    assert health.in_use == 0
