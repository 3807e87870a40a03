"""Hand one message to a mail server (RFC 5321), and say exactly what became of it.

    account + envelope + bytes  ->  SmtpSender.send()  ->  Attempt: sent, deferred, failed or unknown

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
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import socket

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.mail_server import Attempt, SmtpAccount
from resume_customizer.infrastructure.deadlines import cut_after
from resume_customizer.infrastructure.network_targets import Targets

_SAID = re.compile(r"[^\x20-\x7e]+")
_MOST_SAID = 200
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

    def send(self, account: SmtpAccount, sender: str, recipients: tuple[str, ...], content: bytes) -> Attempt:
        """Try once. `content` has CRLF line ends. Never raises for what a server does; see `Attempt`."""
        step = _Step()
        try:
            with self._session(account, step) as server:
                return _hand_over(server, step, (sender, recipients), content)
        except _Refused as fault:
            return Attempt("failed" if fault.is_final else "deferred", step.name, fault.sentence(step.name))
        except ResumeCustomizerError as fault:
            return Attempt("deferred" if fault.code in _MAY_PASS else "failed", step.name, fault.message)
        except (OSError, smtplib.SMTPException) as fault:
            return Attempt("unknown" if step.is_past_return else "deferred", step.name, _sentence(fault, step.name))

    def examine(self, account: SmtpAccount) -> Attempt:
        """Everything but a message: `sent` when an account works, else the step that failed and why."""
        step = _Step()
        try:
            with self._session(account, step):
                return Attempt("sent", message="The mail server took the sign-in.")
        except _Refused as fault:
            return Attempt("failed", step.name, fault.sentence(step.name))
        except ResumeCustomizerError as fault:
            return Attempt("failed", step.name, fault.message)
        except (OSError, smtplib.SMTPException) as fault:
            return Attempt("failed", step.name, _sentence(fault, step.name))

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


def _hand_over(server: smtplib.SMTP, step: _Step, envelope: tuple[str, tuple[str, ...]], content: bytes) -> Attempt:
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
