"""What mail is sent and read with, as the installation is set.

    MailSetting  ->  make_mail_means()  ->  servers, mailboxes, texts, tokens, and the installation's own server

Promises (tests in tests/infrastructure/test_mail_means.py):

* Without a server of its own the installation works, and its letters wait.
* Users reach no host in the installation's own network that its operator has not named.
* The program for tokens gets one name, as it is, through no shell; one that it could take for an option it never gets.
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.core.mail import Mailbox
from resume_customizer.core.mail_server import Security, SmtpAccount
from resume_customizer.infrastructure.built_in_mails import BuiltInMails
from resume_customizer.infrastructure.imap import ImapMailboxes
from resume_customizer.infrastructure.libreoffice import convert_to_pdf
from resume_customizer.infrastructure.network_targets import Targets, targets_of
from resume_customizer.infrastructure.smtp import SmtpSender
from resume_customizer.services.mail.mail_ports import AccessTokens, MailMeans, OwnServer

_SECONDS_FOR_A_TOKEN: Final = 30
_LONGEST_TOKEN: Final = 10_000


@dataclass(frozen=True, slots=True)
class MailSetting:
    """What the operator has set."""

    host: str = ""
    port: int = 587
    security: Security = "starttls"
    user: str = ""
    password: str = ""
    sender: str = ""
    seconds: float = 60.0
    ca_file: Path | None = None
    private_hosts: str = ""
    token_command: Path | None = None
    outside_hosts: str = ""


def make_mail_means(setting: MailSetting) -> MailMeans:
    """The means of mail; raises InvalidInput `bad-setting`."""
    targets = targets_of(setting.private_hosts, setting.outside_hosts)
    return MailMeans(
        SmtpSender(targets, setting.seconds, setting.ca_file),
        ImapMailboxes(targets, setting.seconds, setting.ca_file),
        BuiltInMails(),
        tokens_of(setting.token_command),
        convert_to_pdf,
        _own(setting),
    )


def tokens_of(command: Path | None) -> AccessTokens:
    """Access tokens from a program of the operator: it gets a user's name, and prints a fresh token."""

    def fetch(user: str) -> str:
        if command is None:
            raise Unavailable("no-tokens", "Accounts with tokens need RCP_MAIL_TOKEN_COMMAND, which is not set.")
        if user.startswith(
            "-"
        ):  # no "--" before it: that would be the first argument of a script that knows no options
            raise InvalidInput("bad-account", "The user of an account with tokens can't begin with a hyphen.")
        try:
            done = subprocess.run(
                [command, user], capture_output=True, text=True, timeout=_SECONDS_FOR_A_TOKEN, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            raise Unavailable("no-tokens", "The program for access tokens did not run, or not in time.") from None
        token = done.stdout.strip()
        if done.returncode or not token or len(token) > _LONGEST_TOKEN or not token.isprintable():
            raise Unavailable("no-tokens", "The program for access tokens gave none for this user.")
        return token

    return fetch


def _own(setting: MailSetting) -> OwnServer | None:
    if not setting.host:
        return None
    if not setting.sender:
        raise InvalidInput("bad-setting", "RCP_SMTP_SENDER is needed beside RCP_SMTP_HOST: an e-mail address.")
    route = SmtpAccount(setting.host, setting.port, setting.security, setting.user, setting.password)
    servers = SmtpSender(Targets(allow_private=True), setting.seconds, setting.ca_file)
    return OwnServer(route, Mailbox(setting.sender, "Resume Customizer Pro"), servers)
