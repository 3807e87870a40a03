"""What was removed is at hand no more, either: the promise of infrastructure/fallback/standby.py about erasing.

an account is used and erased on PostgreSQL  ->  the files for when it is away  ->  not a byte of the person
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from builders.desk import PASSWORD, Desk
from contracts import stores
from resume_customizer.core.permissions import Role, Scope
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.fallback.standby import Standby, rows_of
from resume_customizer.infrastructure.fallback.store import FallbackStore
from resume_customizer.infrastructure.sql import engines
from resume_customizer.infrastructure.sql.schema import KIND_OF
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.infrastructure.sql.transaction import RowChange
from resume_customizer.services.people.accounts import AboutMe
from resume_customizer.services.store import InWorkspace
from services_of_tests import Services

CANARIES = (b"canbob", b"canary bio", b"canary skill", b"canary key")


def bytes_of(folder: Path) -> bytes:
    """All that lies there."""
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()).lower()


@pytest.fixture
def store(services: Services, tmp_path: Path) -> Iterator[FallbackStore]:
    made = FallbackStore(SqlStore(engines.make_engine(stores.make_database(services.postgres))), tmp_path / "without")
    yield made
    made.close()


def test_erasing_an_account_reaches_what_is_kept_for_when_the_database_is_away(
    store: FallbackStore, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, store=store)
    owner = desk.workspace("ann")
    bob = desk.member(owner, "canbob", Role.EDITOR)
    desk.accounts.change_about_me(bob, AboutMe("Canbob", "canary bio", ("canary skill",)))
    key, _ = desk.api_keys.create(bob, "canary key", frozenset({Scope.READ}))
    desk.api_keys.actor_of(bob, key.reveal())
    store.settle()
    before = bytes_of(tmp_path / "without")
    assert [each for each in CANARIES if each not in before] == []

    desk.privacy.erase_account(desk.again(bob), PASSWORD)
    store.settle()

    after = bytes_of(tmp_path / "without")
    assert [each for each in CANARIES if each in after] == []
    assert b"ann's desk" in after


def a_standby(folder: Path) -> Standby:
    return Standby(folder, lambda _workspace, _changes: None)


def removed(resume: Resume) -> list[RowChange]:
    return [RowChange(KIND_OF[Resume], resume.id, None)]


def test_what_another_process_had_read_before_does_not_bring_it_back(tmp_path: Path) -> None:
    resume = Resume(id=new_id(), workspace_id=new_id(), name="Canary", version=3)
    one, other = a_standby(tmp_path), a_standby(tmp_path)
    one.keep(rows_of([resume]))
    one.keep(removed(resume))
    other.keep(rows_of([resume]))

    with other.reading(InWorkspace(resume.workspace_id)) as tx:
        assert list(tx.every(Resume)) == []
    for each in (one, other):
        each.close()
    assert b"canary" not in bytes_of(tmp_path)


def test_what_is_removed_while_more_is_used_than_can_be_noted_is_removed_all_the_same(
    store: FallbackStore, tmp_path: Path
) -> None:
    home = InWorkspace(new_id())
    with store.transaction(home) as tx:
        gone = tx.add(Resume(name="Canary"))
    store.settle()
    blocker = engines.make_standby_engine(next((tmp_path / "without").glob("*.db")))
    with blocker.connect() as connection:
        connection.exec_driver_sql("SELECT 1")  # takes the lock of a writer: nothing is noted meanwhile
        for number in range(2_100):
            with store.transaction(home) as tx:
                tx.add(Resume(name=f"resume {number}"))
        with store.transaction(home) as tx:
            tx.delete(tx.get(Resume, gone.id))
    blocker.dispose()
    with store.transaction(home) as tx:
        tx.add(Resume(name="one more"))
    store.settle()

    until = time.monotonic() + 30
    while b"canary" in bytes_of(tmp_path / "without") and time.monotonic() < until:
        time.sleep(0.1)
    assert b"canary" not in bytes_of(tmp_path / "without")


def test_what_could_not_be_removed_yet_is_removed_with_what_is_used_next(store: FallbackStore, tmp_path: Path) -> None:
    home = InWorkspace(new_id())
    with store.transaction(home) as tx:
        gone = tx.add(Resume(name="Canary"))
    store.settle()
    file = next((tmp_path / "without").glob("*.db"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("ALTER TABLE gone RENAME TO elsewhere")
    with store.transaction(home) as tx:
        tx.delete(tx.get(Resume, gone.id))
    store.settle()
    assert b"canary" in bytes_of(tmp_path / "without")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("ALTER TABLE elsewhere RENAME TO gone")

    with store.transaction(home) as tx:
        tx.add(Resume(name="one more"))
    store.settle()

    assert b"canary" not in bytes_of(tmp_path / "without")
