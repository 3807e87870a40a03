"""PostgreSQL works, and something in it is in the way: transactions that cross, locks, questions without end, no room.

a store  ->  PostgreSQL, where others hold what it needs  ->  done once, or refused after seconds in a sentence
"""

import threading
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from contracts import stores
from resume_customizer.core.errors import Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.sql import engines
from resume_customizer.infrastructure.sql.faults import translated
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace, Transaction
from services_of_tests import Services

HOME = InWorkspace(new_id())


@pytest.fixture
def store(engine: Engine) -> SqlStore:
    return SqlStore(engine)


@contextmanager
def locked(services: Services, engine: Engine, table: str) -> Generator[None]:
    """Somebody else holds a whole table in a transaction that does not end."""
    owner = sa.create_engine(stores.as_owner(services.postgres, str(engine.url.database)))
    with owner.begin() as connection:
        connection.execute(sa.text(f"LOCK TABLE {table}"))
        yield
    owner.dispose()


def test_two_transactions_that_cross_are_both_done_once(store: SqlStore) -> None:
    with store.transaction(HOME) as tx:
        one, two = (tx.add(Resume(name="")) for _ in range(2))
    both_hold_one, begun = threading.Barrier(2), list[str]()

    def change(name: str, order: tuple[str, str]) -> None:
        def work(tx: Transaction) -> None:
            begun.append(name)
            for at, record_id in enumerate(order):
                found = tx.get(Resume, record_id, lock=True)
                tx.update(replace(found, name=f"{found.name}{name}"))
                if at == 0 and begun.count(name) == 1:
                    both_hold_one.wait(30)

        store.run(HOME, work)

    with ThreadPoolExecutor(2) as pool:
        for each in (pool.submit(change, "a", (one.id, two.id)), pool.submit(change, "b", (two.id, one.id))):
            each.result()

    assert len(begun) > 2, "nothing was in the way"
    with store.reading(HOME) as tx:
        assert {"".join(sorted(tx.get(Resume, each.id).name)) for each in (one, two)} == {"ab"}


def test_who_waits_for_a_lock_is_told_after_seconds_and_others_are_not_held_up(
    services: Services, engine: Engine, store: SqlStore
) -> None:
    with locked(services, engine, "resumes"):
        with pytest.raises(Unavailable) as told, store.transaction(HOME) as tx:
            tx.add(Resume(name="waits"))
        assert store.health().is_reachable
    assert (told.value.code, store.health().in_use) == ("store-busy", 0)
    with store.transaction(HOME) as tx:
        assert tx.count(Resume) == 0


def test_a_question_without_end_and_a_forgotten_transaction_are_stopped_by_the_server(engine: Engine) -> None:
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    with engine.begin() as connection:
        assert [connection.scalar(sa.text(f"SHOW {name}")) for name in names] == ["10s", "3s", "30s"]

    def say(*statements: str, after: float = 0.0) -> None:
        with translated(), engine.begin() as connection:
            for each in statements:
                connection.execute(sa.text(each))
                time.sleep(after)

    with pytest.raises(Unavailable) as told:
        say("SET LOCAL statement_timeout = '50ms'", "SELECT pg_sleep(60)")
    assert told.value.code == "took-too-long"
    with pytest.raises(Unavailable) as told:
        say("SET LOCAL idle_in_transaction_session_timeout = '50ms'", "SELECT 1", after=0.5)
    assert told.value.code == "database-away"


def test_when_all_connections_are_in_use_one_more_is_told_and_it_goes_on_once_one_is_free(store: SqlStore) -> None:
    with ExitStack() as held:
        for _ in range(engines.POOL + engines.OVERFLOW):
            held.enter_context(store.reading(HOME))
        with pytest.raises(Unavailable) as told, store.reading(HOME):
            pytest.fail("there was one more")
    assert told.value.code == "store-busy"
    with store.reading(HOME) as tx:
        assert tx.count(Resume) == 0
