"""Mail accounts: whose server mail goes out through, and whether it works.

    add()  ->  test(): which step fails, and why  ->  used by whoever may send  ->  pause() | remove()

An account is the workspace's, or one person's own, which others neither see nor use. A server in the installation's own
network is refused unless its operator allows it (RCP_MAIL_PRIVATE_HOSTS).

Promises (tests in tests/services/test_mail_accounts.py):

* A password is sealed where it is kept, is never shown again, and goes over TLS only.
* A person's own account is there for that person only.
* A test says which step failed.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from resume_customizer.core.accounts import read_address, read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.mail_server import PROVIDERS, Attempt, Provider
from resume_customizer.core.outbox import READY, MailStatus
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.mail import MailAccount, OutboxMail
from resume_customizer.core.records.work import Due
from resume_customizer.core.secret_text import Secret
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.accounts_in_use import (
    mailbox_of,
    open_password,
    place_of_password,
    route_of,
    usable_account,
)
from resume_customizer.services.mail.mail_ports import AccessTokens, Mailboxes, MailServers
from resume_customizer.services.store import Transaction

MAILBOX_QUEUE: Final = "mailbox"
"""What mailboxes are called among what is due."""
_MOST: Final = 50
_LONGEST_SIGNATURE: Final = 2_000


@dataclass(frozen=True, slots=True)
class AccountWish:
    """A mail account as somebody describes it; a provider's name fills in its servers."""

    name: str
    sender: str
    provider: str = ""
    sender_name: str = ""
    reply_to: str = ""
    signature: str = ""
    host: str = ""
    port: int = 0
    security: str = ""
    user_name: str = ""
    """Empty: what the provider's users sign in with, usually the sender's address."""
    signs_in_with: str = "password"
    imap_host: str = ""
    imap_port: int = 993
    sent_folder: str = ""
    per_minute: int = 30
    is_own: bool = False
    """Only the one who adds it sees and uses it."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A mail account as its users see it: all but the password."""

    account_id: str
    name: str
    sender: str
    sender_name: str
    reply_to: str
    signature: str
    host: str
    port: int
    security: str
    user_name: str
    signs_in_with: str
    has_password: bool
    imap_host: str
    imap_port: int
    sent_folder: str
    per_minute: int
    is_own: bool
    is_paused: bool
    fault: str
    """Why its mailbox could not be read the last time."""
    version: int


class MailAccounts:
    """What people do with mail accounts."""

    def __init__(self, ground: Ground, servers: MailServers, mailboxes: Mailboxes, tokens: AccessTokens) -> None:
        self._ground, self._servers, self._mailboxes, self._tokens = ground, servers, mailboxes, tokens

    def add(self, actor: Actor, wish: AccountWish, password: Secret) -> str:
        """Keep a new account; gives its id. The workspace's need another right than one's own."""
        self._require(actor, is_own=wish.is_own)
        account = _filled(MailAccount(name="", sender="", host="", port=0, security=""), wish, actor)
        self._check_servers(account, password)
        account = replace(account, password=self._sealed(account, password))
        with self._ground.inside(actor) as tx:
            if tx.count(MailAccount) >= _MOST:
                raise Conflict("too-many-accounts", f"A workspace has at most {_MOST} mail accounts; remove one.")
            self._take_turns(tx, tx.add(account))
            self._ground.record(tx, actor, "mail-account.added", ("mail account", account.id), {"host": account.host})
        return account.id

    def change(self, actor: Actor, account_id: str, wish: AccountWish, password: Secret | None, version: int) -> None:
        """Keep it changed; no password leaves the one that it has, unless the server is another one now."""
        with self._ground.inside(actor) as tx:
            before = usable_account(tx, actor, account_id)
            self._require(actor, is_own=before.owner_id is not None)
            self._require(actor, is_own=wish.is_own)
            account = replace(_filled(before, wish, actor), version=version)
            moved = (account.host, account.imap_host, account.user_name) != (
                before.host,
                before.imap_host,
                before.user_name,
            )
            if password is None and before.password and moved:
                message = "Give the password again: it is not sent to another server or user by itself."
                raise InvalidInput("password-needed", message)
            known = password if password is not None else open_password(self._ground, before)
            self._check_servers(account, known)
            sealed = before.password if password is None else self._sealed(account, password)
            self._take_turns(tx, tx.update(replace(account, password=sealed)))
            self._ground.record(tx, actor, "mail-account.changed", ("mail account", account_id), {"host": account.host})

    def list_accounts(self, actor: Actor) -> tuple[AccountLine, ...]:
        """The workspace's accounts and the actor's own, by name."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            found = tx.every(MailAccount, order="name")
            return tuple(_line(each) for each in found if each.owner_id in {None, actor.user_id})

    def show(self, actor: Actor, account_id: str) -> AccountLine:
        """One account; raises NotFound."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return _line(usable_account(tx, actor, account_id))

    def test(self, actor: Actor, account_id: str) -> tuple[Attempt, Attempt | None]:
        """Sign in without sending anything: at the server that takes mail, and at the one that keeps it, if named."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            account = usable_account(tx, actor, account_id)
            self._ground.record(tx, actor, "mail-account.tested", ("mail account", account_id))
        password = open_password(self._ground, account)
        sending = self._servers.examine(route_of(account, password, self._tokens))
        if not account.imap_host:
            return sending, None
        return sending, self._mailboxes.examine(mailbox_of(account, password, self._tokens))

    def pause(self, actor: Actor, account_id: str, *, is_paused: bool) -> None:
        """Nothing goes out through it until it is let go on."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            account = usable_account(tx, actor, account_id)
            tx.update(replace(account, paused_at=self._ground.clock() if is_paused else None))
            done = "mail-account.paused" if is_paused else "mail-account.resumed"
            self._ground.record(tx, actor, done, ("mail account", account_id))

    def remove(self, actor: Actor, account_id: str) -> None:
        """Forget an account and its password. Raises Conflict while mail waits to go out through it."""
        with self._ground.inside(actor) as tx:
            account = usable_account(tx, actor, account_id)
            self._require(actor, is_own=account.owner_id is not None)
            for status in (*READY, MailStatus.SENDING):
                if tx.count(OutboxMail, account_id=account_id, status=status.value):
                    raise Conflict("in-use", "Mail waits to go out through this account; cancel it first.")
            for mail in list(tx.every(OutboxMail, account_id=account_id)):
                tx.update(replace(mail, account_id=None))
            tx.delete(account)
            self._ground.record(tx, actor, "mail-account.removed", ("mail account", account_id))

    def _take_turns(self, tx: Transaction, account: MailAccount) -> None:
        """A mailbox that is named is looked into from now on."""
        if account.imap_host and tx.find(Due, queue=MAILBOX_QUEUE, subject_id=account.id) is None:
            home, now = account.workspace_id, self._ground.clock()
            tx.add(Due(queue=MAILBOX_QUEUE, in_workspace=home, subject_id=account.id, due_at=now))

    def _require(self, actor: Actor, *, is_own: bool) -> None:
        actor.require(Action.SEND_MAIL if is_own else Action.CHANGE_SECRETS)

    def _check_servers(self, account: MailAccount, password: Secret) -> None:
        """Whether the account can be used as it is described; raises InvalidInput."""
        route_of(account, password, self._tokens)
        if account.user_name and not password and account.signs_in_with == "password":
            raise InvalidInput("no-password", "This server asks for a sign-in: give the (app) password.")
        if account.imap_host:
            mailbox_of(account, password, self._tokens)

    def _sealed(self, account: MailAccount, password: Secret) -> str:
        return self._ground.seals.seal(password, place_of_password(account.id)) if password else ""


def _filled(account: MailAccount, wish: AccountWish, actor: Actor) -> MailAccount:
    """The account as it is wished for; raises InvalidInput."""
    provider = PROVIDERS.get(wish.provider)
    if wish.provider and provider is None:
        raise InvalidInput("no-provider", f"Known providers are {', '.join(PROVIDERS)}; or name host and port.")
    if wish.signs_in_with not in {"password", "token"}:
        raise InvalidInput("bad-account", "An account signs in with a `password` or a `token`.")
    if not 0 <= wish.per_minute <= 6_000:
        raise InvalidInput("bad-pace", "Say from 0 (no limit) to 6,000 messages a minute.")
    if len(wish.signature) > _LONGEST_SIGNATURE:
        raise InvalidInput("text-too-long", f"A signature has at most {_LONGEST_SIGNATURE:,} characters.")
    sender = read_address(wish.sender).written
    values: dict[str, Any] = {
        "host": wish.host.strip() or (provider.host if provider else ""),
        "port": wish.port or (provider.port if provider else 0),
        "security": wish.security or (provider.security if provider else "tls"),
        "imap_host": wish.imap_host.strip() or (provider.imap_host if provider else ""),
        "sent_folder": wish.sent_folder.strip() or (provider.sent_folder if provider else ""),
    }
    needs_sign_in = values["security"] != "none"
    return replace(
        account,
        **values,
        name=read_name(wish.name, "mail account's name"),
        sender=sender,
        sender_name=read_name(wish.sender_name, "sender's name") if wish.sender_name.strip() else "",
        reply_to=read_address(wish.reply_to).written if wish.reply_to.strip() else "",
        signature=wish.signature.strip(),
        user_name=wish.user_name.strip() or _usual_user(provider, sender, needs_sign_in=needs_sign_in),
        signs_in_with=wish.signs_in_with,
        imap_port=wish.imap_port,
        per_minute=wish.per_minute,
        owner_id=actor.user_id if wish.is_own else None,
    )


def _usual_user(provider: Provider | None, sender: str, *, needs_sign_in: bool) -> str:
    """Who signs in, where nobody is named."""
    if not needs_sign_in:
        return ""
    return (provider.user_name if provider else "") or sender


def _line(account: MailAccount) -> AccountLine:
    return AccountLine(
        account.id,
        account.name,
        account.sender,
        account.sender_name,
        account.reply_to,
        account.signature,
        account.host,
        account.port,
        account.security,
        account.user_name,
        account.signs_in_with,
        bool(account.password),
        account.imap_host,
        account.imap_port,
        account.sent_folder,
        account.per_minute,
        account.owner_id is not None,
        account.paused_at is not None,
        str(account.read_until.get("fault", "")),
        account.version,
    )
