"""Whether what a server stands on is there: the promises of resume_customizer.infrastructure.server_checks."""

import os
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import redis
import sqlalchemy as sa

from contracts import stores
from loopback.mail_server import mail_server
from resume_customizer.core.errors import UnreadableInput
from resume_customizer.core.machine import MachineFigures
from resume_customizer.infrastructure import server_checks as look
from resume_customizer.infrastructure.installation import Finding
from resume_customizer.infrastructure.mail_means import MailSetting
from resume_customizer.infrastructure.secrets import new_key
from resume_customizer.infrastructure.spool import Spool
from resume_customizer.services.running.system import QueueLength, SystemFigures
from resume_customizer.services.store import StoreHealth
from services_of_tests import Services, running_scanner

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


def changed(address: str, *statements: str) -> None:
    """Something is done to a database by its owner, outside of the program."""
    engine = sa.create_engine(sa.make_url(address).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))
    engine.dispose()


def test_a_good_database_is_told_from_one_that_is_away_not_prepared_newer_or_not_safe(services: Services) -> None:
    address, nowhere = stores.make_database(services.postgres), Path("nowhere")
    owner = stores.as_owner(services.postgres, str(sa.make_url(address).database))

    good = look.check_database(address, nowhere)
    unsafe = look.check_database(owner, nowhere)
    changed(owner, "UPDATE alembic_version SET version_num = '9999'")
    newer = look.check_database(address, nowhere)
    changed(owner, "DELETE FROM alembic_version")
    older = look.check_database(address, nowhere)
    away = look.check_database("postgresql://me:hunter2@127.0.0.1:1/none", nowhere)  # pragma: allowlist secret

    assert good.good
    assert good.message.startswith("PostgreSQL 1")
    assert (unsafe.good, "can bypass row-level security" in unsafe.message) == (False, True)
    assert (newer.good, "newer version" in newer.message) == (False, True)
    assert (older.good, "run `migrate`" in older.message) == (False, True)
    assert (away.good, "can't be reached" in away.message, "hunter2" in away.message) == (False, True, False)
    assert "127.0.0.1:1/none" in away.message
    both = "postgresql://me@/none?host=127.0.0.1:1&host=127.0.0.1:2"
    assert "127.0.0.1:1 or 127.0.0.1:2/none" in look.check_database(both, nowhere).message


def test_looking_makes_nothing_and_finds_a_damaged_file(tmp_path: Path) -> None:
    file = tmp_path / "records.db"
    assert look.check_database("", file).good
    assert look.check_spool(tmp_path / "data").good
    assert look.check_data_folder(tmp_path / "data").good
    assert list(tmp_path.iterdir()) == []

    file.write_bytes(stores.empty_sqlite_file())
    assert look.check_database("", file).message == "SQLite, whole"
    content = bytearray(file.read_bytes())
    content[8192:20480] = os.urandom(12288)
    file.write_bytes(content)
    damaged = look.check_database("", file)
    assert not damaged.good

    sqlite3.connect(tmp_path / "empty.db").execute("VACUUM")
    assert "run `migrate`" in look.check_database(f"sqlite:///{tmp_path / 'empty.db'}", file).message
    assert look.check_database(f"json:///{tmp_path}", file).good


def test_work_that_waits_for_the_database_is_counted(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "without-database" / "spool")
    spool.accept("change", {"of": "nothing"})

    found = look.check_spool(tmp_path)

    assert (found.good, found.message.startswith("1 pieces wait")) == (False, True)
    spool.close()


def test_a_redis_that_is_away_or_throws_messages_away_is_found(services: Services) -> None:
    assert look.check_redis(services.redis, is_needed=True).good
    with redis.Redis.from_url(services.redis) as client:
        client.config_set("maxmemory-policy", "allkeys-lru")
        try:
            careless = look.check_redis(services.redis, is_needed=True)
        finally:
            client.config_set("maxmemory-policy", "noeviction")

    assert (careless.good, "noeviction" in careless.message) == (False, True)
    away = look.check_redis("redis://me:hunter2@127.0.0.1:1/0", is_needed=True)  # pragma: allowlist secret
    assert (away.good, "127.0.0.1:1/0" in away.message, "hunter2" in away.message) == (False, True, False)
    assert not look.check_redis("", is_needed=True).good
    assert look.check_redis("", is_needed=False).good


def test_keys_that_are_missing_weak_or_open_to_others_are_found(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(new_key("2026-11"), "ascii")
    file.chmod(0o644)

    assert look.check_keys(new_key("2026-11"), None, production=True).good
    assert "chmod 600" in look.check_keys("", file, production=True).message
    assert look.check_keys("", None, production=True).needed
    development = look.check_keys("", None, production=False)
    assert (development.good, development.needed) == (False, False)
    many = ",".join(new_key(f"key-{number}") for number in range(3))
    assert "key reseal" in look.check_keys(many, None, production=True).message


def test_keys_that_do_not_open_what_is_kept_are_found() -> None:
    def fail() -> None:
        raise UnreadableInput("wrong-key", "The key “2026-11” is another one.")

    assert look.check_secrets(lambda: None).good
    found = look.check_secrets(fail)
    assert (found.good, found.needed, "2026-11" in found.message) == (False, True, True)


def test_a_data_folder_that_is_a_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert "is a file: name a folder in RCP_DATA_DIR" in look.check_data_folder(tmp_path / "file").message


def test_a_data_folder_that_others_may_look_into_is_found(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert "chmod 700" in look.check_data_folder(tmp_path).message
    tmp_path.chmod(0o700)
    assert look.check_data_folder(tmp_path).good

    settings = tmp_path / ".env"
    assert look.settings_file_is_private(settings) is None
    settings.write_text("RCP_PRODUCTION=1", "ascii")
    settings.chmod(0o644)
    assert look.settings_file_is_private(settings) == Finding(
        "settings file", good=False, message=f"others may read {settings}: chmod 600 {settings}", needed=False
    )
    settings.chmod(0o600)
    assert look.settings_file_is_private(settings) == Finding(
        "settings file", good=True, message=f"{settings} is yours alone", needed=False
    )


def test_a_disk_without_room_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "GB are left" in look.check_disk(tmp_path / "not" / "yet").message
    monkeypatch.setattr(look, "_LEAST_FREE", 10**18)
    found = look.check_disk(tmp_path)
    assert (found.good, f"left for {tmp_path}: make room" in found.message) == (False, True)


def test_a_mail_server_is_asked_everything_but_a_message(tmp_path: Path) -> None:
    assert not look.check_mail_server(MailSetting()).needed
    nobody = MailSetting("127.0.0.1", 1, "none", sender="desk@desk.example", seconds=3)
    assert not look.check_mail_server(nobody).good
    assert "RCP_SMTP_SENDER" in look.check_mail_server(replace(nobody, sender="")).message
    with mail_server() as server:
        there = look.check_mail_server(replace(nobody, host=server.host, port=server.port))
        assert server.inbox.taken == []
    assert there.good


def test_a_virus_scanner_is_asked_whether_it_says_what_it_did_not_look_into(scanner: str) -> None:
    assert not look.check_scanner("").needed
    assert look.check_scanner(scanner) == look.check_scanner(scanner)
    assert look.check_scanner(scanner).good
    with running_scanner() as as_it_comes:
        mild = look.check_scanner(as_it_comes)
        assert mild == look.check_scanner(as_it_comes)
    assert (mild.good, mild.needed, "AlertExceedsMax yes" in mild.message) == (False, False, True)
    gone = look.check_scanner(as_it_comes)
    assert (gone.good, gone.needed) == (False, True)
    assert "no file is taken" in gone.message


def test_production_is_reached_over_tls() -> None:
    assert not look.check_site("http://desk.example", production=True).good
    assert look.check_site("https://desk.example", production=True).good
    assert look.check_site("http://localhost:8501", production=False).good


def test_what_the_installation_says_of_itself_becomes_findings() -> None:
    health = StoreHealth("SQLite", is_reachable=True, milliseconds=1, in_use=0, idle=1, most=1, revision="0001")
    machine = MachineFigures(host="desk", cores=2, load=0, cpu_percent=0, memory=1, memory_free=1, disk=1, disk_free=1)
    well = SystemFigures(
        at=NOW,
        store=health,
        queues=(QueueLength("mail", 3, 0, 12.0),),
        workers=2,
        backed_up_at=NOW - timedelta(hours=9),
        machine=machine,
    )
    ill = replace(well, queues=(QueueLength("mail", 3, 0, 720.0),), workers=0, backed_up_at=None)

    assert [each.good for each in look.check_what_runs(well)] == [True, True, True]
    workers, queues, backup = look.check_what_runs(ill)
    assert (workers.good, workers.needed, "start `serve`" in workers.message) == (False, False, True)
    assert (queues.good, queues.needed, "mail for 12 minutes" in queues.message) == (False, True, True)
    assert "start `mailer`, or more" in queues.message
    several = replace(ill, queues=(*ill.queues, QueueLength("bulk", 1, 0, 900.0), QueueLength("webhook", 1, 0, 900.0)))
    assert "start `mailer` and `worker`, or more" in look.check_what_runs(several)[1].message
    assert (backup.good, "run `backup`" in backup.message) == (False, True)
