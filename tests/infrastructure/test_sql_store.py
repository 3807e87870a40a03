"""Connections and repeats of the store: the promises of infrastructure/sql/store.py."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from contracts import stores
from resume_customizer.core.errors import Conflict, Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.sql.engines import OVERFLOW, POOL
from resume_customizer.infrastructure.sql.faults import ConnectionLost, GotInTheWay
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace, Reading, Transaction

HOME = InWorkspace(new_id())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """A store in SQLite."""
    with stores.sqlite(tmp_path, lambda: pytest.fail("not needed")) as made:
        assert isinstance(made, SqlStore)
        yield made
        made.close()


@pytest.mark.parametrize("fault", [ZeroDivisionError(), KeyboardInterrupt(), Conflict("x", "y")])
def test_every_connection_goes_back_whatever_happens(store: SqlStore, fault: BaseException) -> None:
    def fail(begin: Callable[[InWorkspace], AbstractContextManager[Reading]]) -> None:
        with begin(HOME) as tx:
            tx.list(Resume)
            raise fault

    for _ in range(POOL + OVERFLOW + 5):
        for begin in (store.transaction, store.reading):
            with pytest.raises(type(fault)):
                fail(begin)
    assert store.health().in_use == 0


@pytest.mark.parametrize("fault", [GotInTheWay("store-busy", "x"), ConnectionLost("database-away", "x")])
def test_what_got_in_the_way_is_tried_again_and_done_once(store: SqlStore, fault: Unavailable) -> None:
    tries: list[int] = []

    def work(tx: Transaction) -> str:
        tries.append(tx.count(Resume))
        tx.add(Resume(name="once"))
        if len(tries) < 3:
            raise fault
        return "done"

    assert store.run(HOME, work) == "done"
    assert tries == [0, 0, 0]
    with store.reading(HOME) as tx:
        assert tx.count(Resume) == 1


def test_what_may_have_been_kept_is_not_tried_again(store: SqlStore) -> None:
    tries: list[int] = []

    def work(tx: Transaction) -> None:
        tries.append(1)
        raise Unavailable("outcome-unknown", "The database went away while it kept the work.")

    with pytest.raises(Unavailable):
        store.run(HOME, work)
    assert tries == [1]


def test_after_some_tries_it_is_told(store: SqlStore) -> None:
    tries: list[int] = []

    def work(tx: Transaction) -> None:
        tries.append(1)
        raise GotInTheWay("store-busy", "Somebody else is changing the same.")

    with pytest.raises(Unavailable, match="Somebody else"):
        store.run(HOME, work)
    assert len(tries) == 4
