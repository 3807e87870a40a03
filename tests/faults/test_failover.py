"""The PostgreSQL that counts is lost, and the one that follows it takes its place.

writers of two processes  ->  the first server dies  ->  the standby is promoted  ->  all that was accepted, once

SECONDS_UNDER_LOAD says how long they write before, meanwhile and after; `make faults` has them write longer.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from contracts import stores
from resume_customizer.core.errors import Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.infrastructure.server_checks import check_database
from resume_customizer.infrastructure.stores import open_store
from resume_customizer.services.store import InWorkspace, Store
from services_of_tests import Services, running_services

pytestmark = pytest.mark.services
SECONDS = float(os.environ.get("SECONDS_UNDER_LOAD", "0.5"))
HOME = InWorkspace(new_id())
SYNCHRONOUS = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"


@pytest.fixture(scope="module")
def server() -> Iterator[Services]:
    with running_services() as found:
        yield found


class Writers:
    """Threads that make records, each under a name of its own, and note what they were told."""

    def __init__(self, *places: Store) -> None:
        self.accepted, self.unknown = list[str](), list[str]()
        self._over = threading.Event()
        self._threads = [
            threading.Thread(target=self._write, args=(store, f"{at}-{thread}"))
            for at, store in enumerate(places)
            for thread in range(3)
        ]
        for each in self._threads:
            each.start()

    def go_on(self) -> int:
        """Let them write for a while, until something more was accepted, however busy the machine is; how much is."""
        before = len(self.accepted)
        time.sleep(SECONDS)
        until(lambda: len(self.accepted) > before)
        return len(self.accepted)

    def end(self) -> None:
        self._over.set()
        for each in self._threads:
            each.join()

    def _write(self, store: Store, writer: str) -> None:
        number = 0
        while not self._over.wait(0.02):
            number += 1
            try:
                with store.transaction(HOME) as tx:
                    tx.add(Resume(name=f"{writer}-{number}"))
                self.accepted.append(f"{writer}-{number}")
            except Unavailable as fault:
                if fault.code == "outcome-unknown":
                    self.unknown.append(f"{writer}-{number}")


def follow(server: Services) -> str:
    """A standby that has everything before it is accepted; gives the address of both for an installation."""
    first = sa.make_url(stores.make_database(server.postgres))
    standby = server.make_standby()
    engine = sa.create_engine(server.postgres, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("ALTER SYSTEM SET synchronous_standby_names = 'standby'"))
        connection.execute(sa.text("SELECT pg_reload_conf()"))
        until(lambda: bool(connection.scalar(sa.text(SYNCHRONOUS))))
    engine.dispose()
    hosts = f"host=127.0.0.1:{first.port}&host=127.0.0.1:{standby}"
    return f"postgresql+psycopg://{first.username}@/{first.database}?{hosts}&target_session_attrs=read-write"


def until(holds: Callable[[], bool]) -> None:
    for _ in range(1200):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("It did not come about.")


def test_when_a_standby_takes_over_nothing_accepted_is_lost_and_nothing_is_there_twice(
    server: Services, tmp_path: Path
) -> None:
    address = follow(server)
    places = [open_store(address, tmp_path / name, fallback=True) for name in ("one machine", "another machine")]
    with places[0].transaction(HOME) as tx:
        tx.add(Workspace(id=HOME.workspace_id, name="Home"))
    writers = Writers(*places)
    try:
        before = writers.go_on()
        server.crash_postgres()
        until(lambda: all(each.away_since() for each in places))
        without = writers.go_on()
        server.promote_standby()
        until(lambda: not any(each.away_since() for each in places))
        writers.go_on()
    finally:
        writers.end()
    until(lambda: not any(each.away_since() for each in places))
    for each in places:
        each.close()

    again = open_store(address, tmp_path)
    with again.reading(HOME) as tx:
        names = [each.name for each in tx.every(Resume)]
    again.close()
    assert 0 < before < without < len(writers.accepted)
    assert set(writers.accepted) - set(names) == set(), "lost"
    assert len(names) == len(set(names)), "doubled"
    assert set(names) - set(writers.accepted) <= set(writers.unknown)
    looked = check_database(address, tmp_path)  # nothing follows the second one yet
    assert (looked.good, "synchronous_standby_names" in looked.message) == (False, True)
