"""The same installation on every kind of store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.desk import Desk
from contracts import stores


@pytest.fixture(
    params=[
        pytest.param(make, marks=pytest.mark.services if make is stores.postgresql else ()) for make in stores.STORES
    ],
    ids=lambda make: make.__name__,
)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """One installation on each kind of store."""
    with request.param(tmp_path, lambda: request.getfixturevalue("services")) as store:
        yield Desk(tmp_path, store=store)
        store.close()
