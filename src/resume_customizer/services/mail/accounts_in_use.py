"""A mail account in use: who may use it, its password opened, and the servers that it means.

    account id + actor  ->  usable_account()  ->  open_password()  ->  route_of(): out | mailbox_of(): in

Promises and tests: those of resume_customizer.services.mail.mail_accounts.
"""

from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput, NotFound
from resume_customizer.core.mail_server import ImapAccount, Security, SmtpAccount
from resume_customizer.core.records.mail import MailAccount
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.mail_ports import AccessTokens
from resume_customizer.services.store import Reading

_SECURITY: Final[tuple[Security, ...]] = ("tls", "starttls", "none")


def place_of_password(account_id: str) -> Place:
    """Where the sealed password of an account is kept."""
    return Place("mail_accounts", "password", account_id)


def open_password(ground: Ground, account: MailAccount) -> Secret:
    """The password of an account; empty when it has none."""
    return ground.seals.open(account.password, place_of_password(account.id)) if account.password else Secret("")


def usable_account(tx: Reading, actor: Actor, account_id: str) -> MailAccount:
    """An account that the actor may use; raises NotFound for others' own, as for what is not there."""
    account = tx.get(MailAccount, account_id)
    if account.owner_id not in {None, actor.user_id}:
        raise NotFound("not-found", "There is no such mail account.")
    return account


def route_of(account: MailAccount, password: Secret, tokens: AccessTokens) -> SmtpAccount:
    """How mail goes out through an account; raises InvalidInput."""
    if account.security not in _SECURITY:
        raise InvalidInput("bad-account", "The connection is `tls`, `starttls` or `none`.")
    security: Security = next(each for each in _SECURITY if each == account.security)
    user = account.user_name
    if account.signs_in_with == "token":
        return SmtpAccount(account.host, account.port, security, user, token=lambda: tokens(user))
    return SmtpAccount(account.host, account.port, security, user, password.reveal())


def mailbox_of(account: MailAccount, password: Secret, tokens: AccessTokens) -> ImapAccount:
    """How an account's mailbox is read; raises InvalidInput."""
    user = account.user_name or account.sender
    if account.signs_in_with == "token":
        return ImapAccount(account.imap_host, account.imap_port, user, token=lambda: tokens(user))
    return ImapAccount(account.imap_host, account.imap_port, user, password.reveal())
