"""The API of an installation of its own, as programs and pages call it.

    ApiOfTest(folder)  ->  .workspace("ann")  ->  .client for requests, .as_("ann") for the headers of a person

People sign in by the API itself; letters are read from the outbox.
"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from builders.desk import PASSWORD, QUICK, RING, document_work
from contracts import stores
from resume_customizer.api.application import make_application
from resume_customizer.api.entrance import Entrance, Rules
from resume_customizer.core.accounts import Registration, SessionRules
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.password_rules import KnownPasswords
from resume_customizer.core.permissions import Role
from resume_customizer.infrastructure import totp
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.machine import LocalMachine
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.infrastructure.passwords import Passwords
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.infrastructure.tokens import AccessTokens
from resume_customizer.infrastructure.webhook_posts import WebhookPosts, WebhookSetting
from resume_customizer.services.desk import Desk, DeskRules, Means, make_desk
from resume_customizer.services.ground import Ground
from resume_customizer.services.last_transaction import HoldingStore
from resume_customizer.services.people.accounts import AccountRules
from resume_customizer.services.store import Store

SITE = "http://127.0.0.1:8000"
OPEN = Rules(open_calls=True)
OPERATOR = Actor("operator of the tests", Source(Door.CLI), is_operator=True)


def desk_of(store: Store, folder: Path) -> Desk:
    """Services on a store, with files in a folder; passwords are hashed fast."""
    ground = Ground(HoldingStore(store), RING, lambda: datetime.now(UTC), os.urandom, SITE)
    tokens, heads = AccessTokens(RING.derived("access tokens"), SITE), RING.derived("audit heads")
    blobs, work = FolderBlobs(folder / "files"), document_work()
    mail = make_mail_means(MailSetting(private_hosts="*", seconds=10))
    machine, passwords = LocalMachine(folder), Passwords(QUICK)
    hooks = WebhookPosts(WebhookSetting("127.0.0.1", seconds=2))
    means = Means(
        ground, passwords, totp, tokens, lambda: KnownPasswords({"sunshine"}), heads, blobs, work, machine, mail, hooks
    )
    return make_desk(means, DeskRules(AccountRules(Registration.OPEN), SessionRules()))


class ApiOfTest:
    """One installation behind its door."""

    def __init__(self, folder: Path, rules: Rules = OPEN, store: Store | None = None) -> None:
        """`store` is another one than a file in the folder."""
        self.store = store or sqlite_store(folder)
        self.desk = desk_of(self.store, folder)
        self.entrance = Entrance(self.desk, document_work(), rules)
        self.guard = make_application(self.entrance)
        self.client = TestClient(self.guard, base_url=SITE, raise_server_exceptions=False)
        self.tokens: dict[str, str] = {}
        self.workspaces: dict[str, str] = {}

    def close(self) -> None:
        """Let go of everything."""
        self.store.close()

    def person(self, name: str, *, is_operator: bool = False) -> dict[str, str]:
        """Somebody with an account, signed in by the API; gives the headers of their requests."""
        address = f"{name}@desk.example"
        self.desk.operating.add_user(OPERATOR, address, name.title(), PASSWORD, is_operator=is_operator)
        return self.sign_in(name)

    def sign_in(self, name: str) -> dict[str, str]:
        """Begin a new session of a person."""
        asked = {"address": f"{name}@desk.example", "password": PASSWORD}
        answer = self.client.post("/api/v1/auth/sign-in", json=asked)
        assert answer.status_code == 200, answer.text
        self.tokens[name] = answer.json()["access_token"]
        return self.as_(name)

    def workspace(self, owner: str, *, is_operator: bool = False) -> dict[str, str]:
        """Somebody with a workspace of their own."""
        headers = self.person(owner, is_operator=is_operator)
        made = self.client.post("/api/v1/workspaces", json={"name": f"{owner.title()}'s desk"}, headers=headers)
        assert made.status_code == 201, made.text
        self.workspaces[owner] = made.json()["workspace_id"]
        return self.as_(owner)

    def member(self, owner: str, name: str, role: Role) -> dict[str, str]:
        """Somebody new in an owner's workspace."""
        headers = self.person(name)
        user_id = self.client.get("/api/v1/me", headers=headers).json()["user_id"]
        from resume_customizer.core.records.workspaces import Membership

        with self.desk.ground.within(self.workspaces[owner]) as tx:
            tx.add(Membership(user_id=user_id, role=role))
        self.workspaces[name] = self.workspaces[owner]
        return self.as_(name)

    def as_(self, name: str) -> dict[str, str]:
        """The headers of a person's requests."""
        found = {"Authorization": f"Bearer {self.tokens[name]}"}
        return found | ({"X-Workspace": self.workspaces[name]} if name in self.workspaces else {})

    def key(self, name: str, *scopes: str) -> dict[str, str]:
        """The headers of a program with a key of a person's."""
        body: Mapping[str, Any] = {"name": "program", "scopes": list(scopes)}
        made = self.client.post("/api/v1/api-keys", json=body, headers=self.as_(name))
        assert made.status_code == 201, made.text
        return {"Authorization": f"Bearer {made.json()['key']}"}


def sqlite_store(folder: Path) -> SqlStore:
    """A new file of SQLite."""
    file = folder / "api.db"
    if not file.exists():
        file.write_bytes(stores.empty_sqlite_file())
    return SqlStore(make_engine(f"sqlite:///{file}"))
