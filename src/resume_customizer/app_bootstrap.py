"""The one place that picks adapters: what every door and every test starts from.

    Settings  ->  build_app()  ->  App: the store, the files  ->  closed at the end of the block

Services are made here from their ports, and reach the doors as fields of App.
"""

import os
import threading
from collections.abc import Generator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from resume_customizer.core.accounts import SessionRules
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import ResumeCustomizerError, Unavailable
from resume_customizer.core.password_rules import KnownPasswords
from resume_customizer.infrastructure import totp
from resume_customizer.infrastructure.encrypted_links import Addresses, check_links, require_encryption
from resume_customizer.infrastructure.fallback.store import FallbackStore
from resume_customizer.infrastructure.installation import Finding
from resume_customizer.infrastructure.local_worker import WorkerThreads
from resume_customizer.infrastructure.machine import LocalMachine
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.infrastructure.passwords import Passwords, common_passwords
from resume_customizer.infrastructure.published_passwords import published_passwords
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.infrastructure.secrets import read_key_ring
from resume_customizer.infrastructure.stores import USUAL_FILE, open_blobs, open_store
from resume_customizer.infrastructure.tokens import AccessTokens
from resume_customizer.infrastructure.virus_scanner import virus_scanner
from resume_customizer.infrastructure.webhook_posts import WebhookPosts, WebhookSetting
from resume_customizer.services.background.jobs import Nudge, no_nudge
from resume_customizer.services.background.working import Working
from resume_customizer.services.desk import Desk, DeskRules, Means, make_desk
from resume_customizer.services.ground import Ground
from resume_customizer.services.last_transaction import HoldingStore
from resume_customizer.services.people.accounts import AccountRules
from resume_customizer.services.ports import Blobs, WorkOnMany
from resume_customizer.services.running.mailer import run_mailer
from resume_customizer.services.store import Store
from resume_customizer.settings import ENV_FILE, Settings, Workers, listed, read_settings

_MAIL_CONNECTIONS: Final = 2
_SECONDS_UNTIL_LOOKED_AGAIN: Final = 5.0
_SECONDS_FOR_A_LOOK: Final = 10.0
_LOADED: Final = tuple(
    f"resume_customizer.{each}"
    for each in ("services.documents.made", "services.documents.foreseeing", "core.tech_stack_readers.shapes")
)
"""What processes that work on documents begin with."""


@dataclass(frozen=True, slots=True)
class App:
    """One installation, ready to work."""

    settings: Settings
    store: Store
    blobs: Blobs
    documents: WorkOnMany


@contextmanager
def build_app(settings: Settings) -> Generator[App]:
    """An installation as it is set; raises Unavailable or InvalidInput that say what to do."""
    require_safe_links(settings)
    blobs = open_blobs(settings.files_url, settings.data_dir)
    store = open_store(settings.database_url.get_secret_value(), settings.data_dir, fallback=settings.fallback)
    documents = Sandbox(loaded=_LOADED)
    try:
        yield App(settings, store, blobs, documents)
    finally:
        documents.close()
        store.close()


def build_desk(app: App) -> Desk:
    """What people do here; raises Unavailable when the keys for secrets are not good enough."""
    settings = app.settings
    keys = settings.secret_keys.get_secret_value()
    ring = read_key_ring(keys, settings.secret_keys_file, production=settings.production)
    scanner = virus_scanner(settings.clamd_url)
    ground = Ground(HoldingStore(app.store), ring, lambda: datetime.now(UTC), os.urandom, settings.site, scanner)
    accounts = AccountRules(settings.registration, settings.shortest_password, settings.second_factor_needed)
    published = published_passwords(settings.published_passwords_file)
    keys_of_heads = ring.derived("audit heads")
    tokens = AccessTokens(ring.derived("access tokens"), settings.site)
    means = Means(
        ground,
        Passwords(),
        totp,
        tokens,
        lambda: KnownPasswords(common_passwords(), published),
        keys_of_heads,
        app.blobs,
        app.documents,
        LocalMachine(settings.data_dir),
        make_mail_means(_mail_setting(settings)),
        WebhookPosts(
            WebhookSetting(
                settings.webhook_private_hosts, settings.webhook_ca_file, outside_hosts=settings.outside_hosts
            )
        ),
        nudge=make_nudge(settings),
    )
    return make_desk(means, DeskRules(accounts, SessionRules()))


def require_safe_links(settings: Settings) -> None:
    """In production nothing goes to another machine in clear; raises InvalidInput that says what to set."""
    if settings.production:
        require_encryption(_addresses(settings))


def _addresses(settings: Settings) -> Addresses:
    return Addresses(
        database=settings.database_url.get_secret_value(),
        database_owner=settings.database_owner_url.get_secret_value(),
        files=settings.files_url,
        redis=settings.redis_url.get_secret_value(),
        language_model=settings.llm_url,
        scanner=settings.clamd_url,
        mail_host=settings.smtp_host,
        mail_security=settings.smtp_security,
        proxies=listed(settings.proxies),
        serves_tls=settings.tls_certificate is not None,
        plain_hosts=listed(settings.plain_hosts),
    )


def examine_server(settings: Settings) -> tuple[Finding, ...]:
    """Whether what the server stands on is there, and how the installation says it is doing; nothing is changed."""
    from resume_customizer.infrastructure import server_checks as look

    keys, file, address = settings.secret_keys, settings.secret_keys_file, settings.database_url.get_secret_value()
    is_celery, usual_file = settings.workers is Workers.CELERY, settings.data_dir / USUAL_FILE
    database = look.check_database(address, usual_file)
    found = [
        look.check_site(settings.site, production=settings.production),
        check_links(_addresses(settings), production=settings.production),
        look.settings_file_is_private(Path(ENV_FILE)),
        look.check_keys(keys.get_secret_value(), file, production=settings.production),
        look.check_data_folder(settings.data_dir),
        look.check_disk(settings.data_dir),
        database,
        look.check_spool(settings.data_dir),
        look.check_redis(settings.redis_url.get_secret_value(), is_needed=is_celery),
        look.check_mail_server(replace(_mail_setting(settings), seconds=_SECONDS_FOR_A_LOOK)),
        look.check_scanner(settings.clamd_url),
    ]
    if database.good and not address.startswith("json:") and (address or usual_file.exists()):
        with suppress(ResumeCustomizerError), build_app(settings.model_copy(update={"fallback": False})) as app:
            operator = Actor("command line", Source(Door.CLI), is_operator=True)
            desk = build_desk(app)
            found.append(look.check_secrets(lambda: desk.resealing.check(operator)))
            found += look.check_what_runs(desk.system.show(operator))
    return tuple(each for each in found if each is not None)


def make_nudge(settings: Settings) -> Nudge:
    """How workers hear of new work: those of Celery are told, the others look by themselves."""
    if settings.workers is not Workers.CELERY:
        return no_nudge
    from resume_customizer.infrastructure.celery import Nudges, make_celery

    return Nudges(make_celery(settings.redis_url.get_secret_value()))


@contextmanager
def open_working() -> Generator[tuple[Working, Store]]:
    """What one process of a worker needs. Without the database it waits: what it keeps must be known to all workers."""
    with build_app(read_settings().model_copy(update={"fallback": False})) as app:
        yield build_desk(app).working, app.store


@contextmanager
def open_mailer() -> Generator[Desk]:
    """What a mailer needs. Without the database it waits: a mail is claimed where every sender sees it."""
    with build_app(read_settings().model_copy(update={"fallback": False})) as app:
        yield build_desk(app)


@contextmanager
def embedded_workers(app: App, desk: Desk) -> Generator[None]:
    """Background work within the server, when no other process does it."""
    if app.settings.workers is not Workers.EMBEDDED:
        yield
        return
    is_shared = not isinstance(app.store, FallbackStore)
    with workers_here(app, desk), _embedded_mailer(desk if is_shared else None):
        yield


@contextmanager
def workers_here(app: App, desk: Desk) -> Generator[None]:
    """Background work in this process, when it is done within a server: nobody else may be there to do it."""
    if app.settings.workers is not Workers.EMBEDDED:
        yield
        return
    is_shared = not isinstance(app.store, FallbackStore)
    opened = partial(nullcontext, (desk.working, app.store)) if is_shared else open_working
    with WorkerThreads(opened, app.settings.worker_count):
        yield


@contextmanager
def _embedded_mailer(desk: Desk | None) -> Generator[None]:
    """Mail goes out from within the server; without a desk to share, through one of its own, as soon as it opens."""
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            try:
                with nullcontext(desk) if desk else open_mailer() as own:
                    run_mailer(own, stop, _MAIL_CONNECTIONS)
            except Unavailable:
                stop.wait(_SECONDS_UNTIL_LOOKED_AGAIN)

    mailer = threading.Thread(target=work)
    mailer.start()
    try:
        yield
    finally:
        stop.set()
        mailer.join()


def _mail_setting(settings: Settings) -> MailSetting:
    return MailSetting(
        settings.smtp_host,
        settings.smtp_port,
        settings.smtp_security,
        settings.smtp_user,
        settings.smtp_password.get_secret_value(),
        settings.smtp_sender,
        settings.smtp_seconds,
        settings.smtp_ca_file,
        settings.mail_private_hosts,
        settings.mail_token_command,
        settings.outside_hosts,
    )
