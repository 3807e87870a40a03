"""An installation of its own for a test, with a clock that the test sets, and people who sign in.

Desk()  ->  .person("ann")  ->  Actor;  .letters holds what was written to people
"""

import atexit
import base64
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from sqlalchemy.engine import Engine

from contracts import stores
from resume_customizer.core.account_mails import Letter
from resume_customizer.core.accounts import Registration, SessionRules
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.password_rules import KnownPasswords
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import Session
from resume_customizer.core.records.mail import Delivery, OutboxMail
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.secret_text import Secret
from resume_customizer.core.tokens import TokenUse, hash_token
from resume_customizer.infrastructure import totp
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.machine import LocalMachine
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.infrastructure.passwords import Cost, Passwords
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.infrastructure.secrets import KeyRing
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.infrastructure.tokens import AccessTokens
from resume_customizer.infrastructure.webhook_posts import WebhookPosts, WebhookSetting
from resume_customizer.services.background.job_kinds import JobKind
from resume_customizer.services.desk import DeskRules, Means, make_desk
from resume_customizer.services.ground import Ground, place_of_letter
from resume_customizer.services.last_transaction import HoldingStore
from resume_customizer.services.mail.mail_ports import MailMeans
from resume_customizer.services.people.accounts import AccountRules
from resume_customizer.services.people.signing_in import SignedIn
from resume_customizer.services.ports import Receivers
from resume_customizer.services.store import Store

PASSWORD = "plum vase on the sill"
QUICK = Cost(memory=8, rounds=1)
"""The least that there is."""
NOBODY = Actor("", Source(Door.WEB, "192.0.2.1", "Firefox"))
OLD_KEY, NEW_KEY = bytes(range(32)), bytes(range(100, 132))
RING = KeyRing({"2026-11": OLD_KEY})


class Desk:
    """One installation, on a file of SQLite or on another database."""

    def __init__(
        self,
        folder: Path,
        registration: Registration = Registration.OPEN,
        engine: Engine | None = None,
        store: Store | None = None,
        mail: MailMeans | None = None,
        receivers: Receivers | None = None,
        *,
        second_factor_needed: bool = False,
        sessions: SessionRules = SessionRules(),  # noqa: B008 - it can't be changed
        look_for_viruses: Callable[[bytes], None] = lambda _content: None,
    ) -> None:
        """`engine` leads to another database than a file in the folder; `store` is one that is there already.

        `mail` leads to other mail servers than those that users name, `receivers` to other receivers of webhooks.
        `look_for_viruses` is asked before a file is kept.
        """
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
        if store is None:
            self.engine = engine or _file_engine(folder / "desk.db")
            store = SqlStore(self.engine, lambda: self.now)
        self.store = store
        site = "https://desk.example"
        self.ground = Ground(HoldingStore(store), RING, lambda: self.now, os.urandom, site, look_for_viruses)
        self.job_kinds: dict[str, JobKind] = {}
        self.blobs = FolderBlobs(folder / "files")
        self.mail = mail or make_mail_means(MailSetting(private_hosts="*", seconds=10))
        means = Means(
            self.ground,
            Passwords(QUICK),
            totp,
            AccessTokens(RING.derived("access tokens"), "https://desk.example", clock=lambda: self.now),
            lambda: KnownPasswords({"sunshine"}),
            RING.derived("audit heads"),
            self.blobs,
            document_work(),
            LocalMachine(folder),
            self.mail,
            receivers or WebhookPosts(WebhookSetting("127.0.0.1", seconds=2)),
            self.job_kinds,
        )
        rules = AccountRules(registration, second_factor_needed=second_factor_needed)
        self.services = made = make_desk(means, DeskRules(rules, sessions))
        self.accounts, self.second_factor, self.signing_in = made.accounts, made.second_factor, made.signing_in
        self.devices = made.devices
        self.api_keys, self.workspaces, self.usage = made.api_keys, made.workspaces, made.usage
        self.operating, self.privacy, self.audit = made.operating, made.privacy, made.audit
        self.once, self.system = made.once, made.system
        self.jobs, self.working = made.jobs, made.working
        self.batches, self.batch_files = made.batches, made.batch_files
        self.first_account = made.first_account
        self.resumes, self.banks = made.resumes, made.banks
        self.customizations, self.drafts = made.customizations, made.drafts
        self.requirements, self.timelines = made.requirements, made.timelines
        self.requirement_transfer, self.saved_views = made.requirement_transfer, made.saved_views
        self.attachments, self.desk_policies = made.attachments, made.desk_policies
        self.consultants, self.fitting = made.consultants, made.fitting
        self.submissions, self.sent_lines = made.submissions, made.sent_lines
        self.interview_sheets, self.interviews = made.interview_sheets, made.interviews
        self.mail_accounts, self.mail_templates, self.composing = (
            made.mail_accounts,
            made.mail_templates,
            made.composing,
        )
        self.outbox, self.follow_ups, self.answers = made.outbox, made.follow_ups, made.answers
        self.letters_of_the_program, self.mailings = made.letters, made.mailings
        self.analytics, self.client_copies = made.analytics, made.client_copies
        self.technologies = made.technologies
        self.webhooks, self.delivering = made.webhooks, made.delivering

    @property
    def letters(self) -> list[tuple[str, Letter]]:
        """What waits in the outbox, for whom, the oldest first; opened as the one who sends it does."""
        found = []
        for mail, receiver in self.letters_sealed():
            text = RING.open(mail.body, place_of_letter(mail.id)).reveal()
            found.append((receiver, Letter(mail.subject, text)))
        return found

    def letters_sealed(self) -> list[tuple[OutboxMail, str]]:
        """What waits in the outbox as it is kept."""
        with self.ground.outside() as tx:
            homes = [INSTALLATION, *(workspace.id for workspace in tx.every(Workspace, order="name"))]
        found = []
        for home in homes:
            with self.ground.within(home) as tx:
                for mail in list(tx.every(OutboxMail)):
                    found += [(mail, delivery.receiver) for delivery in tx.every(Delivery, mail_id=mail.id)]
        return sorted(found, key=lambda each: each[0].id)

    def later(self, **span: float) -> None:
        """Let time go by."""
        self.now += timedelta(**span)

    def token_of(self, address: str) -> str:
        """The token in the last link that was sent to an address."""
        texts = [letter.text for to, letter in self.letters if to == address and "#" in letter.text]
        return texts[-1].partition("#")[2].split()[0]

    def person(self, name: str, workspace_id: str = "") -> Actor:
        """Somebody with an account, signed in."""
        address = f"{name}@desk.example"
        self.accounts.register(NOBODY, address, name.title(), PASSWORD)
        self.accounts.confirm_address(NOBODY, self.token_of(address))
        return self.signed_in(name, workspace_id)

    def code(self, seed: Secret) -> str:
        """What an app shows now."""
        key = base64.b32decode(seed.reveal())
        return TOTP(key, 6, SHA1(), 30).generate(int(self.now.timestamp())).decode()

    def with_second_factor(self, person: Actor) -> Secret:
        """Set one up, in the session of this person; gives the app's seed, whose next code counts at once."""
        seed = self.second_factor.start(person, PASSWORD).seed
        self.second_factor.confirm(person, self.code(seed))
        self.later(seconds=30)
        return seed

    def again(self, person: Actor) -> Actor:
        """The same session, looked up anew."""
        with self.ground.outside() as tx:
            session, shown = tx.get(Session, person.session_id), self.ground.new_token()
            tx.update(replace(session, token_hash=hash_token(shown, TokenUse.SESSION)))
        return self.signing_in.actor_of(NOBODY, shown, person.workspace_id)

    def sign_in(self, name: str, password: str = PASSWORD, code: str = "") -> SignedIn:
        """Begin a session."""
        return self.signing_in.sign_in(NOBODY, f"{name}@desk.example", password, code)

    def signed_in(self, name: str, workspace_id: str = "") -> Actor:
        """Somebody in a workspace, in a new session."""
        return self.signing_in.actor_of(NOBODY, self.sign_in(name).session_token.reveal(), workspace_id)

    def workspace(self, owner: str) -> Actor:
        """A new workspace; its owner, who is made for it."""
        person = self.person(owner)
        return self.signed_in(owner, self.workspaces.create(person, f"{owner.title()}'s desk"))

    def member(self, inviter: Actor, name: str, role: Role) -> Actor:
        """Somebody new in the inviter's workspace."""
        self.workspaces.invite(inviter, f"{name}@desk.example", role)
        token = self.token_of(f"{name}@desk.example")
        self.workspaces.join(self.person(name), token)
        return self.signed_in(name, inviter.workspace_id)


@cache
def document_work() -> Sandbox:
    """The processes that work on documents, the same for all tests: starting them takes a second."""
    work = Sandbox()
    atexit.register(work.close)
    return work


def _file_engine(file: Path) -> Engine:
    """A file of SQLite, made when it is not there."""
    if not file.exists():
        file.write_bytes(stores.empty_sqlite_file())
    return make_engine(f"sqlite:///{file}")
