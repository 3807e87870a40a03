"""Hand one message to a mail server (RFC 5321), and say exactly what became of it.

    account + envelope + bytes  ->  SmtpSender.send()  ->  Delivery: sent, deferred, failed or unknown

The end of the data is the point of no return: what fails before it was not taken by the server, and may be tried again;
when the connection is lost after it, nobody here knows whether the message was taken. That is `unknown`, never sent
again by itself.

Promises (tests in tests/infrastructure/test_smtp.py):

* A message whose fate is not known is never called failed, and one that was not taken is never called sent.
* Certificates are always checked, and no password goes over a connection without TLS.
* Each fault names the step that failed; none holds the password.
"""

import re
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from typing import Literal

from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError
from resume_customizer.infrastructure.deadlines import cut_after
from resume_customizer.infrastructure.network_targets import Targets

Security = Literal["tls", "starttls", "none"]
"""TLS from the first byte (port 465), after STARTTLS (587), or none: for a server that asks for no sign-in."""
Outcome = Literal["sent", "deferred", "failed", "unknown"]
"""Taken by the server; not now, try later; never; nobody knows."""
_SAID = re.compile(r"[^\x20-\x7e]+")
_MOST_SAID = 200


@dataclass(frozen=True, slots=True)
class Provider:
    """Where a large provider takes mail."""

    host: str
    port: int
    security: Security


PROVIDERS: dict[str, Provider] = {
    "gmail": Provider("smtp.gmail.com", 465, "tls"),
    "outlook": Provider("smtp-mail.outlook.com", 587, "starttls"),
    "office365": Provider("smtp.office365.com", 587, "starttls"),
    "yahoo": Provider("smtp.mail.yahoo.com", 465, "tls"),
    "icloud": Provider("smtp.mail.me.com", 587, "starttls"),
    "zoho": Provider("smtp.zoho.com", 465, "tls"),
    "fastmail": Provider("smtp.fastmail.com", 465, "tls"),
    "sendgrid": Provider("smtp.sendgrid.net", 587, "starttls"),
    "mailgun": Provider("smtp.mailgun.org", 587, "starttls"),
}


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
        if any(ord(character) < 32 for character in self.host + self.user + self.password):
            raise InvalidInput("bad-account", "Host, user and password can't hold control characters.")


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one message."""

    outcome: Outcome
    step: str = ""
    """The step that failed: connect, greeting, hello, tls, sign-in, sender, recipients, data or end."""
    message: str = ""
    """One sentence for people."""
    refused: dict[str, str] = field(default_factory=dict)
    """Recipients that the server did not take, with what it said, when it took others."""


class SmtpSender:
    """Sends through servers that users name; safe to share between threads."""

    def __init__(self, targets: Targets, seconds: float = 60.0, ca_file: Path | None = None) -> None:
        """`seconds` for a whole message; `ca_file` adds authorities that the operator trusts."""
        self._targets, self._seconds = targets, seconds
        self._context = ssl.create_default_context()
        if ca_file is not None:
            self._context.load_verify_locations(ca_file)

    def send(self, account: SmtpAccount, sender: str, recipients: tuple[str, ...], content: bytes) -> Delivery:
        """Try once. `content` has CRLF line ends. Never raises for what a server does; see `Delivery`."""
        step = _Step()
        try:
            with self._session(account, step) as server:
                return _hand_over(server, step, (sender, recipients), content)
        except _Refused as fault:
            return Delivery("failed" if fault.is_final else "deferred", step.name, fault.sentence(step.name))
        except ResumeCustomizerError as fault:
            return Delivery("deferred" if fault.code == "no-connection" else "failed", step.name, fault.message)
        except (OSError, smtplib.SMTPException) as fault:
            return Delivery("unknown" if step.is_past_return else "deferred", step.name, _sentence(fault, step.name))

    def examine(self, account: SmtpAccount) -> Delivery:
        """Everything but a message: `sent` when an account works, else the step that failed and why."""
        step = _Step()
        try:
            with self._session(account, step):
                return Delivery("sent", message="The mail server took the sign-in.")
        except _Refused as fault:
            return Delivery("failed", step.name, fault.sentence(step.name))
        except ResumeCustomizerError as fault:
            return Delivery("failed", step.name, fault.message)
        except (OSError, smtplib.SMTPException) as fault:
            return Delivery("failed", step.name, _sentence(fault, step.name))

    @contextmanager
    def _session(self, account: SmtpAccount, step: "_Step") -> Generator[smtplib.SMTP]:
        """A connection that is signed in."""
        server = _Server(self._targets, self._context if account.security == "tls" else None, self._seconds)
        with cut_after(self._seconds, server):
            try:
                step.name = "connect"
                code, said = server.connect(account.host, account.port)
                step.name = "greeting"
                _expect(code, said, 220)
                step.name = "hello"
                server.ehlo_or_helo_if_needed()
                if account.security == "starttls":
                    step.name = "tls"
                    server.starttls(context=self._context)
                    server.ehlo_or_helo_if_needed()
                if account.user:
                    step.name = "sign-in"
                    _sign_in(server, account)
                yield server
            finally:
                server.close()


class _Step:
    """Where a session is."""

    name = "connect"
    is_past_return = False


class _Server(smtplib.SMTP):
    """A connection to an address that may be named, with TLS from the first byte when a context is given."""

    def __init__(self, targets: Targets, context: ssl.SSLContext | None, seconds: float) -> None:
        self._targets, self._from_first_byte = targets, context
        super().__init__(timeout=seconds)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket:
        self._host = host  # what STARTTLS checks the certificate against
        connection = self._targets.connect(host, port, timeout)
        if self._from_first_byte is None:
            return connection
        try:
            return self._from_first_byte.wrap_socket(connection, server_hostname=host)
        except OSError:
            connection.close()
            raise


class _Refused(Exception):
    """The server said no."""

    def __init__(self, code: int, said: bytes) -> None:
        self.code, self.said = code, _plain(said)
        self.is_final = code >= 500  # RFC 5321, 4.2.1
        super().__init__(code)

    def sentence(self, step: str) -> str:
        """For people."""
        return f"The mail server refused at the step “{step}”: {self.code} {self.said}".strip()


def _expect(code: int, said: bytes, *good: int) -> None:
    if code not in good:
        raise _Refused(code if code > 0 else 421, said)


def _sign_in(server: smtplib.SMTP, account: SmtpAccount) -> None:
    try:
        if account.token is None:
            server.login(account.user, account.password)
        else:
            answer = f"user={account.user}\x01auth=Bearer {account.token()}\x01\x01".encode()
            code, said = server.docmd("AUTH", "XOAUTH2 " + b64encode(answer).decode())
            if code == 334:  # the server sends what is wrong, and waits for an empty line
                code, said = server.docmd("")
            _expect(code, said, 235, 503)
    except smtplib.SMTPAuthenticationError as fault:
        said = fault.smtp_error
        raise _Refused(fault.smtp_code, said if isinstance(said, bytes) else said.encode()) from None
    except smtplib.SMTPNotSupportedError:
        raise _Refused(504, b"the server takes no sign-in of a kind known here") from None


def _hand_over(server: smtplib.SMTP, step: _Step, envelope: tuple[str, tuple[str, ...]], content: bytes) -> Delivery:
    sender, recipients = envelope
    options = []
    if not all(address.isascii() for address in (sender, *recipients)):
        if not server.has_extn("smtputf8"):
            raise _Refused(553, b"the server takes no addresses with letters beyond ASCII")
        options = ["SMTPUTF8", "BODY=8BITMIME"]
    step.name = "sender"
    _expect(*server.mail(sender, options), 250)
    step.name = "recipients"
    refused, answers = {}, []
    for recipient in recipients:
        code, said = server.rcpt(recipient)
        if code not in (250, 251):
            answers.append(_Refused(code, said))
            refused[recipient] = f"{code} {_plain(said)}"
    if len(refused) == len(recipients):
        raise min(answers, key=lambda answer: answer.is_final)  # one that may be taken later is reason to try again
    step.name = "data"
    _expect(*server.docmd("DATA"), 354)
    server.send(_dots_doubled(content))
    step.name, step.is_past_return = "end", True
    server.send(b".\r\n")
    _expect(*server.getreply(), 250)
    with suppress(OSError, smtplib.SMTPException):
        server.quit()
    return Delivery("sent", refused=refused)


def _dots_doubled(content: bytes) -> bytes:
    """A line that begins with a full stop gets another one (RFC 5321, 4.5.2); the last line ends."""
    doubled = content.replace(b"\r\n.", b"\r\n..")
    doubled = b"." + doubled if doubled.startswith(b".") else doubled
    return doubled if doubled.endswith(b"\r\n") else doubled + b"\r\n"


def _plain(said: bytes) -> str:
    return _SAID.sub(" ", said.decode("ascii", "replace"))[:_MOST_SAID].strip()


def _sentence(fault: Exception, step: str) -> str:
    """For people: what happened at which step, without what a stranger's server could have put in."""
    if isinstance(fault, ssl.SSLCertVerificationError):
        what = f"its certificate is not good ({fault.verify_message})"
    elif isinstance(fault, ssl.SSLError):
        what = "it does not speak TLS on this port"
    elif isinstance(fault, TimeoutError):
        what = "it did not answer in time"
    elif isinstance(fault, smtplib.SMTPNotSupportedError):
        what = "it offers no STARTTLS"
    else:
        what = "the connection was lost"
    return f"The mail server failed at the step “{step}”: {what}."
