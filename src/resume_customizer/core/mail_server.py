"""Mail servers, as people name them, and what a talk with one can end with.

    provider | host, port, security + user + password or token  ->  SmtpAccount  ->  a talk  ->  Attempt

Promises (tests in tests/infrastructure/test_smtp.py):

* A password is never sent without TLS, and never shown.
* Who signs in with tokens is no option of the program that prints them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from resume_customizer.core.errors import InvalidInput

Security: TypeAlias = Literal["tls", "starttls", "none"]
"""TLS from the first byte (port 465), after STARTTLS (587), or none: for a server that asks for no sign-in."""
Outcome: TypeAlias = Literal["sent", "deferred", "failed", "unknown"]
"""Taken by the server; not now, try later; never; nobody knows."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Where a large provider takes mail, and where it keeps what came and what was sent."""

    title: str
    """As the provider writes its own name."""
    host: str
    port: int
    security: Security
    imap_host: str = ""
    sent_folder: str = ""
    user_name: str = ""
    """Who signs in, where that is the same for everybody; empty: the sender's address."""


PROVIDERS: Final[Mapping[str, Provider]] = {
    "gmail": Provider("Gmail", "smtp.gmail.com", 465, "tls", "imap.gmail.com", "[Gmail]/Sent Mail"),
    "outlook": Provider("Outlook.com", "smtp-mail.outlook.com", 587, "starttls", "outlook.office365.com", "Sent"),
    "office365": Provider(
        "Microsoft 365", "smtp.office365.com", 587, "starttls", "outlook.office365.com", "Sent Items"
    ),
    "yahoo": Provider("Yahoo Mail", "smtp.mail.yahoo.com", 465, "tls", "imap.mail.yahoo.com", "Sent"),
    "icloud": Provider("iCloud Mail", "smtp.mail.me.com", 587, "starttls", "imap.mail.me.com", "Sent Messages"),
    "zoho": Provider("Zoho Mail", "smtp.zoho.com", 465, "tls", "imap.zoho.com", "Sent"),
    "fastmail": Provider("Fastmail", "smtp.fastmail.com", 465, "tls", "imap.fastmail.com", "Sent"),
    "sendgrid": Provider("SendGrid", "smtp.sendgrid.net", 587, "starttls", user_name="apikey"),
    "mailgun": Provider("Mailgun", "smtp.mailgun.org", 587, "starttls"),
}
"""By what people call them; IMAP is spoken on port 993, with TLS from the first byte."""


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """How to reach a server; raises InvalidInput for what can't be, or would show a password to the network."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    token: Callable[[], str] | None = field(default=None, repr=False)
    """Gives a fresh OAuth 2 access token; then XOAUTH2 is used instead of the password."""

    def __post_init__(self) -> None:
        if not self.host or not 0 < self.port < 65536:
            raise InvalidInput("bad-account", "Name the mail server's host, and a port from 1 to 65535.")
        if self.security == "none" and self.user:
            raise InvalidInput("no-tls", "A password is sent with TLS only; choose TLS or STARTTLS for this server.")
        _check_names(self)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of one message, or of a talk without one."""

    outcome: Outcome
    step: str = ""
    """The step that failed: connect, greeting, hello, tls, sign-in, sender, recipients, data or end."""
    message: str = ""
    """One sentence for people."""
    refused: dict[str, str] = field(default_factory=dict)
    """Recipients that the server did not take, with what it said, when it took others."""


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """How to read what came; TLS from the first byte, always."""

    host: str
    port: int
    user: str
    password: str = field(default="", repr=False)
    token: Callable[[], str] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.host or not 0 < self.port < 65536:
            raise InvalidInput("bad-account", "Name the IMAP server's host, and a port from 1 to 65535.")
        _check_names(self)


def _check_names(account: SmtpAccount | ImapAccount) -> None:
    if any(ord(character) < 32 for character in account.host + account.user + account.password):
        raise InvalidInput("bad-account", "Host, user and password can't hold control characters.")
    if account.token is not None and account.user.startswith("-"):
        raise InvalidInput("bad-account", "The user of an account with tokens can't begin with a hyphen.")
