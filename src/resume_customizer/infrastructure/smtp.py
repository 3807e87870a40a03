"""Hand one message to a mail server (RFC 5321), and say exactly what became of it.

    account  ->  SmtpSender.line()  ->  SmtpLine.send(envelope, bytes)  ->  Attempt: sent, deferred, failed or unknown

A line stays open between messages, for a while and for so many: connecting, TLS and the sign-in cost more than most
messages.

The end of the data is the point of no return: what fails before it was not taken by the server, and may be tried again;
when the connection is lost after it, nobody here knows whether the message was taken. That is `unknown`, never sent
again by itself.

Promises (tests in tests/infrastructure/test_smtp.py):

* A message whose fate is not known is never called failed, and one that was not taken is never called sent.
* Certificates are always checked, and no password goes over a connection without TLS.
* A server that closed the line between two messages costs neither of them anything.
* Each fault names the step that failed; none holds the password.
"""

import re
import smtplib
import ssl
import time
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from socket import IPPROTO_TCP, TCP_NODELAY, socket

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.mail_server import Attempt, Security, SmtpAccount
from resume_customizer.infrastructure.deadlines import cut_after
from resume_customizer.infrastructure.network_targets import Targets

_SAID = re.compile(r"[^\x20-\x7e]+")
_MOST_SAID = 200
_MESSAGES_OF_A_LINE = 100
_LONGEST_REST = 15.0
"""Seconds after which a server may have gone; the strictest ones wait not much longer."""
_SECONDS_FOR_LEAVE = 0.5
_LEAVES = 421
"""The server says that it closes the connection (RFC 5321, 3.8)."""
_WITH_A_MESSAGE = frozenset({"sender", "recipients", "data", "end"})
_MAY_PASS = frozenset({"no-connection", "no-such-host"})
"""What another try may get over: a server that is down, a name server that does not answer."""


class SmtpSender:
    """Sends through servers that users name; safe to share between threads."""

    def __init__(self, targets: Targets, seconds: float = 60.0, ca_file: Path | None = None) -> None:
        """`seconds` for a whole message; `ca_file` adds authorities that the operator trusts."""
        self._targets, self._seconds = targets, seconds
        self._context = ssl.create_default_context()
        if ca_file is not None:
            self._context.load_verify_locations(ca_file)

    def line(self, account: SmtpAccount) -> "SmtpLine":
        """A line to a server; nothing is connected before there is something to send."""
        return SmtpLine(account, lambda: self._server(account), self._seconds)

    def examine(self, account: SmtpAccount) -> Attempt:
        """Everything but a message: `sent` when an account works, else the step that failed and why."""
        step, server = _Step(), self._server(account)
        try:
            with cut_after(self._seconds, server):
                server.sign_on(account, step)
            return Attempt("sent", message="The mail server took the sign-in.")
        except (_Refused, ResumeCustomizerError, OSError, smtplib.SMTPException) as fault:
            return replace(_attempt(fault, step), outcome="failed")
        finally:
            server.close()

    def _server(self, account: SmtpAccount) -> "_Server":
        return _Server(self._targets, self._context, account.security, self._seconds)


class SmtpLine:
    """A connection to one server that is kept for several messages; for one thread."""

    def __init__(self, account: SmtpAccount, connect: Callable[[], "_Server"], seconds: float) -> None:
        self._account, self._connect, self._seconds = account, connect, seconds
        self._server: _Server | None = None
        self._sent, self._used_at = 0, 0.0

    def send(self, sender: str, recipients: tuple[str, ...], content: bytes) -> Attempt:
        """Try once. `content` has CRLF line ends. Never raises for what a server does; see `Attempt`.

        A connection that was open, and turns out to be gone before the text, says nothing about the message: then it
        is tried over a new one.
        """
        if self._sent >= _MESSAGES_OF_A_LINE or time.monotonic() - self._used_at > _LONGEST_REST:
            self.close()
        attempt, was_gone = self._try(sender, recipients, content)
        return self._try(sender, recipients, content)[0] if was_gone else attempt

    def close(self) -> None:
        """Take leave, if there is anybody to take leave of."""
        server, self._server, self._sent = self._server, None, 0
        if server is not None:
            with suppress(OSError, smtplib.SMTPException), cut_after(_SECONDS_FOR_LEAVE, server):
                server.quit()
            server.close()

    def _try(self, sender: str, recipients: tuple[str, ...], content: bytes) -> tuple[Attempt, bool]:
        """What became of it; and whether an open connection turned out to be gone before the text."""
        step, was_open = _Step(), self._server is not None
        server, self._server = self._server or self._connect(), None
        is_kept, was_gone = False, False
        try:
            with cut_after(self._seconds, server):
                if not was_open:
                    server.sign_on(self._account, step)
                attempt = _hand_over(server, step, (sender, recipients), content)
            is_kept = True
        except _Refused as fault:
            attempt = _attempt(fault, step)
            is_kept = step.name in _WITH_A_MESSAGE and fault.code != _LEAVES
            was_gone = was_open and step.name == "sender" and fault.code == _LEAVES
        except (ResumeCustomizerError, OSError, smtplib.SMTPException) as fault:
            attempt = _attempt(fault, step)
            was_gone = was_open and not step.is_past_return
        if is_kept:
            self._server, self._used_at = server, time.monotonic()
            self._sent += 1
        else:
            server.close()
        return attempt, was_gone


class _Step:
    """Where a session is."""

    name = "connect"
    is_past_return = False


class _Server(smtplib.SMTP):
    """A connection to an address that may be named, with TLS as the account says."""

    def __init__(self, targets: Targets, context: ssl.SSLContext, security: Security, seconds: float) -> None:
        self._targets, self._tls = targets, context
        self._from_first_byte = context if security == "tls" else None
        self.is_clean = True
        """Nothing is left of a message before."""
        super().__init__(timeout=seconds)

    def sign_on(self, account: SmtpAccount, step: "_Step") -> None:
        """Connect, and be ready for a message."""
        step.name = "connect"
        code, said = self.connect(account.host, account.port)
        step.name = "greeting"
        _expect(code, said, 220)
        step.name = "hello"
        self.ehlo_or_helo_if_needed()
        if account.security == "starttls":
            step.name = "tls"
            self.starttls(context=self._tls)
            self.ehlo_or_helo_if_needed()
        if account.user:
            step.name = "sign-in"
            _sign_in(self, account)

    def begin_message(self) -> None:
        """What is left of one that was refused is forgotten (RFC 5321, 4.1.1.5)."""
        if not self.is_clean and self.rset()[0] != 250:
            raise smtplib.SMTPServerDisconnected
        self.is_clean = False

    def _get_socket(self, host: str, port: int, timeout: float) -> socket:
        self._host = host  # what STARTTLS checks the certificate against
        connection = self._targets.connect(host, port, timeout)
        connection.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)  # the full stop at the end does not wait for an answer
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


def _attempt(fault: Exception, step: _Step) -> Attempt:
    """What a fault means for the message."""
    if isinstance(fault, _Refused):
        return Attempt("failed" if fault.is_final else "deferred", step.name, fault.sentence(step.name))
    if isinstance(fault, ResumeCustomizerError):
        return Attempt("deferred" if fault.code in _MAY_PASS else "failed", step.name, fault.message)
    return Attempt("unknown" if step.is_past_return else "deferred", step.name, _sentence(fault, step.name))


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


def _hand_over(server: _Server, step: _Step, envelope: tuple[str, tuple[str, ...]], content: bytes) -> Attempt:
    sender, recipients = envelope
    options = []
    if not all(address.isascii() for address in (sender, *recipients)):
        if not server.has_extn("smtputf8"):
            raise _Refused(553, b"the server takes no addresses with letters beyond ASCII")
        options = ["SMTPUTF8", "BODY=8BITMIME"]
    step.name = "sender"
    server.begin_message()
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
    server.is_clean = True
    return Attempt("sent", refused=refused)


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
