"""What an operator does is interrupted, or done while everything goes on: migrating, changing keys, backing up.

a process of upkeep  ->  SIGKILL at some moment  ->  the same again  ->  as if it had not been interrupted

KILLS says how often; `make faults` asks for many.
"""

import multiprocessing
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from builders.desk import NEW_KEY, OLD_KEY, Desk
from contracts import stores
from resume_customizer.core.records.banks import PointBank
from resume_customizer.core.records.mail import MailAccount
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import StoredFile
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.infrastructure.backups import open_backup, restore, write_backup
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.celery import Nudges, make_celery
from resume_customizer.infrastructure.secrets import KeyRing
from resume_customizer.infrastructure.sql import engines, migrating
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.running.resealing import Resealing
from resume_customizer.services.store import InWorkspace
from services_of_tests import Services

KILLS = int(os.environ.get("KILLS", "2"))
SECRETS = 120
BOTH = KeyRing({"2027-01": NEW_KEY, "2026-11": OLD_KEY})
KEY = ("2026-11", b"k" * 32)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An installation in a file that other processes open, too."""
    made = Desk(tmp_path)
    yield made
    made.store.close()


def killed(work: Callable[..., None], *given: object, after: float) -> None:
    """Begin something in a process of its own, and kill it after so many seconds; it may have ended by then."""
    process = multiprocessing.get_context("fork").Process(target=work, args=given)
    process.start()
    process.join(after)
    process.kill()
    process.join()


def _upgrade(address: str) -> None:
    migrating.upgrade(engines.make_engine(address, limits=False))


def test_a_migration_that_was_killed_left_nothing_half_and_is_completed_by_the_next(services: Services) -> None:
    name = f"killed_{os.getpid()}"
    server = sa.create_engine(stores.as_owner(services.postgres, "postgres"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    server.dispose()
    address = stores.as_owner(services.postgres, name)
    engine = engines.make_engine(address, limits=False)

    for number in range(KILLS):
        killed(_upgrade, address, after=random.Random(number).uniform(0.05, 0.6))
        with engine.connect() as connection:
            tables = set(sa.inspect(connection).get_table_names())
            assert (migrating.find_revision(connection) == migrating.NEWEST) == ("users" in tables)

    migrating.upgrade(engine)
    migrating.check(engine)
    migrating.require_newest(engine)
    engine.dispose()


def _reseal(folder: Path) -> None:
    desk = Desk(folder)
    ground = replace(desk.ground, seals=BOTH)
    Resealing(ground).reseal_all(replace(desk.signed_in("olga"), is_operator=True))


def test_a_change_of_keys_that_was_killed_leaves_every_secret_readable_and_is_completed_by_the_next(
    desk: Desk, tmp_path: Path
) -> None:
    olga, ann = replace(desk.person("olga"), is_operator=True), desk.workspace("ann")
    kept = [
        MailAccount(name=f"{n}", sender="d@desk.example", host="mail.example", port=465, security="tls")
        for n in range(SECRETS)
    ]
    with desk.ground.within(ann.workspace_id) as tx:
        tx.add_all(replace(each, password=desk.ground.seals.seal(_secret(each.id), _place(each.id))) for each in kept)

    for number in range(KILLS):
        killed(_reseal, tmp_path, after=random.Random(number).uniform(0.05, 0.8))
        assert _opened(desk, ann.workspace_id, BOTH) == {each.id for each in kept}
    Resealing(replace(desk.ground, seals=BOTH)).reseal_all(olga)

    assert _opened(desk, ann.workspace_id, KeyRing({"2027-01": NEW_KEY})) == {each.id for each in kept}


def _secret(account_id: str) -> Secret:
    return Secret(f"canary {account_id}")


def _place(account_id: str) -> Place:
    return Place("mail_accounts", "password", account_id)


def _opened(desk: Desk, home: str, ring: KeyRing) -> set[str]:
    """The accounts whose password opens to what it was."""
    with desk.ground.within(home) as tx:
        accounts = list(tx.every(MailAccount))
    return {
        each.id for each in accounts if ring.open(each.password, _place(each.id)).reveal() == _secret(each.id).reveal()
    }


def test_a_backup_made_while_others_write_is_of_one_moment_and_whole_elsewhere(tmp_path: Path) -> None:
    with stores.sqlite(tmp_path, lambda: pytest.fail("not needed")) as store:
        assert isinstance(store, SqlStore)
        blobs, home, over = FolderBlobs(tmp_path / "files"), new_id(), threading.Event()
        written = list[int]()

        def write() -> None:
            """A bank and a stored file with the same number, in one transaction."""
            number = 0
            while not over.is_set():
                content = f"file {number}".encode()
                digest = blobs.put(home, content)
                with store.transaction(InWorkspace(home)) as tx:
                    tx.add(PointBank(name=f"{number:06}"))
                    tx.add(StoredFile(digest=digest, size=len(content), kind="txt", uses=1))
                written.append(number)
                number += 1

        writer = threading.Thread(target=write)
        writer.start()
        try:
            while len(written) < 20:
                time.sleep(0.01)
            before = len(written)
            write_backup(store, blobs, tmp_path / "all.rcpb", KEY)
            after = len(written)
        finally:
            over.set()
            writer.join()

        there = tmp_path / "there"
        there.mkdir()
        with stores.sqlite(there, lambda: pytest.fail("not needed")) as other:
            assert isinstance(other, SqlStore)
            restore(open_backup(tmp_path / "all.rcpb", dict([KEY])), other, FolderBlobs(there / "files"))
            with other.reading(InWorkspace(home)) as tx:
                names = sorted(each.name for each in tx.every(PointBank))
                digests = [each.digest for each in tx.every(StoredFile)]
            other.close()
        store.close()

    assert names == [f"{number:06}" for number in range(len(names))]
    assert before <= len(names) <= after + 1
    contents = {FolderBlobs(there / "files").get(home, digest) for digest in digests}
    assert contents == {f"file {number}".encode() for number in range(len(names))}


def test_work_is_accepted_while_redis_is_away_or_full(services: Services) -> None:
    import redis

    Nudges(make_celery("redis://127.0.0.1:1/0"))("home", "job", "bulk")
    with redis.Redis.from_url(services.redis) as client:
        client.config_set("maxmemory", "1")
        try:
            Nudges(make_celery(services.redis))("home", "job", "bulk")
            with pytest.raises(redis.ResponseError, match="maxmemory"):
                client.set("anything", "x" * 100)
        finally:
            client.config_set("maxmemory", "0")
            client.delete("bulk")
