"""Connections and repeats of the store: the promises of infrastructure/sql/store.py."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy.pool import QueuePool

from contracts import stores
from resume_customizer.core.errors import Conflict, Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.sql.engines import OVERFLOW, POOL
from resume_customizer.infrastructure.sql.faults import ConnectionLost, GotInTheWay
from resume_customizer.infrastructure.sql.reading import SqlReading
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace, Reading, Transaction
from services_of_tests import Services

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


def test_readings_of_one_visit_are_one_transaction_and_each_sees_its_own_workspace(
    tmp_path: Path, services: Services
) -> None:
    with stores.postgresql(tmp_path, lambda: services) as made:
        assert isinstance(made, SqlStore)
        other = InWorkspace(new_id(), new_id())
        for scope in (HOME, other):
            with made.transaction(scope) as tx:
                tx.add(Resume(name=f"of {scope.workspace_id}"))
        seen = list[tuple[str, str, str, list[str]]]()
        with made.visit():
            for scope in (HOME, other, HOME):
                with made.reading(scope) as reading:
                    seen.append((*_transaction_of(reading), [each.name for each in reading.list(Resume).records]))
        with made.reading(HOME) as reading:
            begun_anew = _transaction_of(reading)[0]
        made.close()

    assert [each[1:] for each in seen] == [
        (scope.workspace_id, scope.user_id, [f"of {scope.workspace_id}"]) for scope in (HOME, other, HOME)
    ]
    assert len({each[0] for each in seen}) == 1
    assert begun_anew != seen[0][0]


def _transaction_of(reading: Reading) -> tuple[str, str, str]:
    """When it began, and what PostgreSQL shows it."""
    assert isinstance(reading, SqlReading)
    asked = "SELECT now()::text, current_setting('rcp.workspace_id'), current_setting('rcp.user_id')"
    row = reading._connection.exec_driver_sql(asked).one()
    return row[0], row[1], row[2]


def test_what_is_handed_on_is_put_back_before_anything_is_written_and_at_the_end(store: SqlStore) -> None:
    pool = store._engine.pool
    assert isinstance(pool, QueuePool)
    with store.visit():
        with store.reading(HOME) as reading:
            reading.count(Resume)
        handed_on = pool.checkedout()
        with store.transaction(HOME) as tx:
            tx.add(Resume(name="new"))
            writing = pool.checkedout()
        with store.reading(HOME) as reading:
            assert reading.count(Resume) == 1

    assert (handed_on, writing, pool.checkedout()) == (1, 1, 0)


def test_a_reading_that_failed_hands_nothing_on(store: SqlStore) -> None:
    with store.visit():
        with pytest.raises(ZeroDivisionError), store.reading(HOME):
            raise ZeroDivisionError
        with store.reading(HOME) as outer, store.reading(HOME) as inner:
            assert outer.count(Resume) == inner.count(Resume) == 0
    assert store.health().in_use == 0
