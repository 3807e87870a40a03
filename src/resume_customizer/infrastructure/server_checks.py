"""Whether what a server stands on is there and safe: each a finding that says what to do.

database · Redis · keys · data folder · disk · mail server · scanner · what it says of itself  ->  Finding, …

Nothing is made, migrated or changed here, and no secret stands in a message.

Promises (tests in tests/infrastructure/test_server_checks.py):

* What is wrong with a database is told apart: away, not prepared, prepared by a newer version, not safe, another clock.
* A standby that would lose something is told, too (tests/faults/test_failover.py).
* Looking makes no file, no table and no key.
"""

import os
import shutil
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.infrastructure.files import is_writable
from resume_customizer.infrastructure.installation import Finding
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.infrastructure.secrets import read_key_ring
from resume_customizer.infrastructure.spool import Spool
from resume_customizer.infrastructure.sql import migrating, row_security
from resume_customizer.infrastructure.sql.engines import READS, make_engine
from resume_customizer.infrastructure.sql.faults import translated
from resume_customizer.infrastructure.virus_scanner import tells_of_limits, virus_scanner
from resume_customizer.services.background.job_lines import JOB_QUEUES
from resume_customizer.services.running.system import SystemFigures

_LEAST_FREE: Final = 1_000_000_000
_CLOCKS_AGREE: Final = 30.0
"""Seconds; docs/operations-scaling.md says so."""
_LONG_WAIT: Final = 300
_OLD_BACKUP: Final = timedelta(days=2)
_SECONDS: Final = 3
_NEWEST_LINE: Final = 2
_STANDBYS: Final = sa.text("SELECT current_setting('synchronous_standby_names')")


def check_database(address: str, usual_file: Path) -> Finding:
    """The database at an address; without one, the file of SQLite that is used then."""
    if address.startswith("json:"):
        return Finding("database", good=True, message="JSON files, for one process")
    if not address and not usual_file.exists():
        return Finding("database", good=True, message=f"SQLite; {usual_file} is made when it is first needed")
    try:
        engine = make_engine(address or f"sqlite:///{usual_file}")
        try:
            migrating.require_newest(engine)
            with translated(), engine.connect().execution_options(**{READS: True}) as connection:
                return _examined(connection)
        finally:
            engine.dispose()
    except ResumeCustomizerError as fault:
        place = f" It is set to {_place(address)}." if fault.code == "database-away" and address else ""
        return Finding("database", good=False, message=f"{fault.message}{place}")


def _place(address: str) -> str:
    """Where an address leads to, without its password and whatever else it says."""
    url = sa.make_url(address)
    one = f"{url.host}:{url.port}" if url.port else url.host or ""
    hosts = url.query.get("host", one)
    return f"{hosts if isinstance(hosts, str) else ' or '.join(hosts)}/{url.database or ''}"


def _examined(connection: Connection) -> Finding:
    """A database that answers and is prepared: whether it is safe, and has our time."""
    if connection.dialect.name == "sqlite":
        told = str(connection.scalar(sa.text("PRAGMA quick_check(1)")))
        good = told == "ok"
        message = "SQLite, whole" if good else f"The file is damaged ({told[:80]}): restore the last backup."
        return Finding("database", good, message)
    version = str(connection.scalar(sa.text("SHOW server_version"))).split()[0]
    danger = row_security.find_danger(connection)
    if danger:
        message = (
            f"Not safe: {danger}. RCP_DATABASE_URL takes a role that only works with the tables (docs/operations.md)."
        )
        return Finding("database", good=False, message=message)
    theirs: datetime = connection.scalar(sa.text("SELECT clock_timestamp()")) or datetime.now(UTC)
    apart = abs((theirs - datetime.now(UTC)).total_seconds())
    if apart > _CLOCKS_AGREE:
        message = f"Its clock and that of this machine are {apart:.0f} seconds apart: let both be set by NTP."
        return Finding("database", good=False, message=message)
    if len(connection.engine.url.query.get("host", ())) > 1 and not connection.scalar(_STANDBYS):
        message = (
            "Its standby follows a little later, so that what was accepted last is lost when it takes over: "
            "set synchronous_standby_names (docs/operations.md)."
        )
        return Finding("database", good=False, message=message, needed=False)
    return Finding("database", good=True, message=f"PostgreSQL {version}, prepared, its role can't pass over rules")


def check_spool(data_dir: Path) -> Finding:
    """What was accepted on this machine while the database was away."""
    waiting = Spool(data_dir / "without-database" / "spool").count()
    if not waiting:
        return Finding("accepted work", good=True, message="all of it is in the database")
    message = f"{waiting:,} pieces wait for the database. Start the server here: it brings them there by itself."
    return Finding("accepted work", good=False, message=message, needed=False)


def check_redis(url: str, *, is_needed: bool) -> Finding:
    """Redis; `is_needed`: background work is handed out by Celery."""
    if not url:
        message = "RCP_WORKERS=celery needs RCP_REDIS_URL." if is_needed else "not set; one web process needs none"
        return Finding("Redis", not is_needed, message, is_needed)
    import redis

    try:
        with redis.Redis.from_url(url, socket_timeout=_SECONDS, socket_connect_timeout=_SECONDS) as client:
            told = client.config_get("maxmemory-policy")
            version = client.info("server")["redis_version"]
    except (redis.RedisError, ValueError, OSError):
        place = url.rpartition("@")[2].removeprefix("redis://").partition("?")[0]
        message = f"does not answer at {place}: start it, or set RCP_REDIS_URL. Meanwhile each process counts alone."
        return Finding("Redis", good=False, message=message, needed=is_needed)
    policy = told.get("maxmemory-policy", "noeviction") if isinstance(told, dict) else "noeviction"
    if policy != "noeviction":
        message = f"throws messages away when it is full ({policy}): set maxmemory-policy to noeviction."
        return Finding("Redis", good=False, message=message, needed=is_needed)
    return Finding("Redis", good=True, message=f"{version} answers", needed=is_needed)


def check_keys(text: str, file: Path | None, *, production: bool) -> Finding:
    """The keys that secrets are sealed with."""
    try:
        ring = read_key_ring(text, file, production=production)
    except ResumeCustomizerError as fault:
        return Finding("secret keys", good=False, message=fault.message)
    if not text.strip() and file is None:
        message = "the well-known one of development; set RCP_SECRET_KEYS before real secrets are kept"
        return Finding("secret keys", good=False, message=message, needed=False)
    number = len(ring.fingerprints())
    if number > _NEWEST_LINE:
        message = f"{number} keys: run `key reseal`, then take the old ones out"
        return Finding("secret keys", good=False, message=message, needed=False)
    return Finding("secret keys", good=True, message=f"{number} in use")


def check_secrets(check: Callable[[], None]) -> Finding:
    """Whether the keys open what is kept; `check` raises when they do not."""
    try:
        check()
    except ResumeCustomizerError as fault:
        message = f"RCP_SECRET_KEYS does not open what is kept ({fault}): set the keys that it was sealed with."
        return Finding("sealed secrets", good=False, message=message)
    return Finding("sealed secrets", good=True, message="open with the keys that are set")


def check_data_folder(folder: Path) -> Finding:
    """Whether data can be written, and by others not read."""
    if not folder.exists():
        above = next((each for each in folder.parents if each.exists()), Path("/"))
        good = is_writable(above)
        message = f"{folder} is made when first needed" if good else f"{folder} can't be made: {above} can't be written"
        return Finding("data folder", good, message)
    if not folder.is_dir():
        return Finding("data folder", good=False, message=f"{folder} is a file: name a folder in RCP_DATA_DIR")
    if not is_writable(folder):
        is_read_only = hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY
        way_out = "mount its disk for writing" if is_read_only else "chown it to the user that the server runs as"
        return Finding("data folder", good=False, message=f"{folder} can't be written by this user: {way_out}")
    if sys.platform != "win32" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        message = f"other users of this machine may look into {folder}: chmod 700 {folder}"
        return Finding("data folder", good=False, message=message, needed=False)
    return Finding("data folder", good=True, message=str(folder))


def check_disk(folder: Path) -> Finding:
    """Whether there is room for what will be kept."""
    place = next((each for each in (folder, *folder.parents) if each.exists()), Path("/"))
    left = shutil.disk_usage(place).free
    good = left >= _LEAST_FREE
    said = f"{left / 1e9:.1f} GB are left for {folder}"
    return Finding("disk", good, said if good else f"{said}: make room (docs/runbook.md)")


def check_mail_server(setting: MailSetting) -> Finding:
    """The mail server of the program's own letters: everything but a message."""
    if not setting.host:
        message = "RCP_SMTP_HOST is not set: letters with links wait, and the operator hands them on"
        return Finding("mail server", good=False, message=message, needed=False)
    try:
        own = make_mail_means(setting).own
        if own is None:
            return Finding("mail server", good=False, message="is not set", needed=False)
        attempt = own.servers.examine(own.route)
    except (ResumeCustomizerError, OSError) as fault:
        return Finding("mail server", good=False, message=str(fault))
    return Finding("mail server", attempt.outcome == "sent", attempt.message)


def check_scanner(address: str) -> Finding:
    """What looks for viruses: it is given a word, and what it can't look at from end to end."""
    if not address:
        message = "RCP_CLAMD_URL is not set: nobody looks for viruses in files that are kept"
        return Finding("virus scanner", good=False, message=message, needed=False)
    try:
        virus_scanner(address, _SECONDS)(b"doctor")
        tells = tells_of_limits(address, _SECONDS)
    except ResumeCustomizerError as fault:
        return Finding("virus scanner", good=False, message=f"no file is taken: {fault}")
    if not tells:
        message = "answers, and calls clean what it did not look into: write AlertExceedsMax yes into clamd.conf"
        return Finding("virus scanner", good=False, message=message, needed=False)
    return Finding("virus scanner", good=True, message="answers, and says what it did not look into")


def check_site(site: str, *, production: bool) -> Finding:
    """Whether links in letters and cookies are for TLS."""
    good = site.startswith("https://") or not production
    message = site if good else f"RCP_SITE is {site}: in production it is the https address that people type"
    return Finding("site", good, message)


def check_what_runs(now: SystemFigures) -> tuple[Finding, ...]:
    """What the installation says of itself: who works, what waits, when it was copied."""
    waiting = [each for each in now.queues if each.oldest_seconds > _LONG_WAIT]
    works = f"{now.workers} at work" if now.workers else "none has spoken in the last minute: start `serve` or `worker`"
    queues = ", ".join(f"{each.queue} for {each.oldest_seconds / 60:.0f} minutes" for each in waiting)
    programs = {"worker" if each.queue in JOB_QUEUES else "mailer" for each in waiting}
    named = " and ".join(f"`{each}`" for each in sorted(programs))
    line = f"work waits ({queues}): start {named}, or more of them" if waiting else "nothing waits for long"
    made_at = now.backed_up_at
    is_fresh = made_at is not None and now.at - made_at <= _OLD_BACKUP
    said = f"the last one was made {made_at:%Y-%m-%d %H:%M} UTC" if made_at else "there is none"
    return (
        Finding("workers", now.workers > 0, works, needed=False),
        Finding("queues", not waiting, line, needed=bool(waiting)),
        Finding("backup", is_fresh, said if is_fresh else f"{said}: run `backup` each night", needed=False),
    )


def settings_file_is_private(file: Path) -> Finding | None:
    """Whether a file of settings, which can hold secrets, is its owner's alone; None: there is none."""
    if not file.exists() or sys.platform == "win32":
        return None
    open_to_others = stat.S_IMODE(file.stat().st_mode) & 0o077 or file.stat().st_uid not in {os.getuid(), 0}
    message = f"others may read {file}: chmod 600 {file}" if open_to_others else f"{file} is yours alone"
    return Finding("settings file", not open_to_others, message, needed=False)
