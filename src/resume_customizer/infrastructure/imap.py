"""Read what came, and look for what was sent, in a mailbox (IMAP4rev1, RFC 3501).

    account + folder + how far it was read  ->  ImapMailboxes.read_new()  ->  messages, and how far it is read now

Nothing is changed: messages are looked at without marking them as seen, and folders are opened for reading only.

Promises (tests in tests/infrastructure/test_imap.py):

* A folder is read once: each message that came is given once, and the first time none of the old ones.
* Certificates are always checked; hosts in the installation's own network are refused unless allowed.
* A mailbox that is slow, huge or rude costs a bounded time and memory.
"""

import imaplib
import re
import ssl
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import socket
from typing import Final

from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError, Unavailable
from resume_customizer.core.mail_server import Attempt, ImapAccount
from resume_customizer.infrastructure.deadlines import cut_after
from resume_customizer.infrastructure.network_targets import Targets
from resume_customizer.services.mail.mail_ports import NewMails

_MOST_AT_ONCE: Final = 200
_MOST_OF_A_MESSAGE: Final = 200_000
_FOLDER: Final = re.compile(r'[^\x00-\x1f\x7f-\U0010ffff"\\]{1,200}')
_MESSAGE_ID: Final = re.compile(r"<[\x21\x23-\x3b\x3d\x3f-\x5b\x5d-\x7e]{1,250}>")
_VALIDITY: Final = re.compile(rb"(\d{1,10})")


class ImapMailboxes:
    """Mailboxes that users name; safe to share between threads."""

    def __init__(self, targets: Targets, seconds: float = 60.0, ca_file: Path | None = None) -> None:
        """`seconds` for a whole talk; `ca_file` adds authorities that the operator trusts."""
        self._targets, self._seconds = targets, seconds
        self._context = ssl.create_default_context()
        if ca_file is not None:
            self._context.load_verify_locations(ca_file)

    def examine(self, account: ImapAccount) -> Attempt:
        """Whether it can be read."""
        try:
            with self._session(account) as server:
                server.noop()
        except ResumeCustomizerError as fault:
            return Attempt("failed", fault.where or "connect", fault.message)
        return Attempt("sent", message="The mailbox took the sign-in.")

    def read_new(self, account: ImapAccount, folder: str, read_until: str) -> NewMails:
        """What came since; for the first time, only where the folder ends now. Raises Unavailable."""
        with self._session(account) as server:
            validity, count = _open_folder(server, folder)
            known, _, last = read_until.partition(":")
            if known != validity or not last.isdecimal():
                newest = _newest_uid(server) if count else 0
                return NewMails((), f"{validity}:{newest}")
            uids = [each for each in _search(server, f"UID {int(last) + 1}:*") if each > int(last)][:_MOST_AT_ONCE]
            found = tuple(filter(None, (_fetch(server, uid) for uid in uids)))
            return NewMails(found, f"{validity}:{uids[-1] if uids else last}")

    def holds(self, account: ImapAccount, folder: str, message_id: str) -> bool:
        """Whether a message is in a folder. Raises Unavailable."""
        if not _MESSAGE_ID.fullmatch(message_id):
            raise InvalidInput("bad-message-id", "A Message-ID must be like <text@host>.")
        with self._session(account) as server:
            _open_folder(server, folder)
            return bool(_search(server, f'HEADER Message-ID "{message_id}"'))

    @contextmanager
    def _session(self, account: ImapAccount) -> Generator[imaplib.IMAP4]:
        """A connection that is signed in; what goes wrong says at which step (`where`)."""
        step = "connect"
        try:
            server = _Server(account, self._targets, self._context, self._seconds)
            with cut_after(self._seconds, server):
                try:
                    step = "sign-in"
                    _sign_in(server, account)
                    step = "read"
                    yield server
                finally:
                    with suppress(OSError, imaplib.IMAP4.error):
                        server.logout()
                    with suppress(OSError):
                        server.shutdown()
        except ResumeCustomizerError as fault:
            fault.where = fault.where or step
            raise
        except (OSError, imaplib.IMAP4.error) as fault:
            sentence = f"The mailbox failed at the step “{step}”: {_why(fault, step)}."
            raise Unavailable("mailbox", sentence, step) from None


class _Server(imaplib.IMAP4):
    """A connection to an address that may be named, with TLS from the first byte."""

    def __init__(self, account: ImapAccount, targets: Targets, context: ssl.SSLContext, seconds: float) -> None:
        self._targets, self._context, self._seconds = targets, context, seconds
        super().__init__(account.host, account.port, seconds)

    def _create_socket(self, timeout: float | None) -> socket:
        connection = self._targets.connect(self.host, self.port, timeout or self._seconds)
        try:
            return self._context.wrap_socket(connection, server_hostname=self.host)
        except OSError:
            connection.close()
            raise


def _sign_in(server: imaplib.IMAP4, account: ImapAccount) -> None:
    if account.token is None:
        server.login(account.user, account.password)
        return
    answer = f"user={account.user}\x01auth=Bearer {account.token()}\x01\x01".encode()
    server.authenticate("XOAUTH2", lambda _challenge: answer)


def _open_folder(server: imaplib.IMAP4, folder: str) -> tuple[str, int]:
    """Open a folder for reading; its validity (RFC 3501, 2.3.1.1), and how many messages it holds."""
    if not _FOLDER.fullmatch(folder):
        raise InvalidInput("bad-folder", "The name of a folder is plain ASCII, without quotes and backslashes.")
    status, data = server.select(f'"{folder}"', readonly=True)
    if status != "OK":
        raise Unavailable("no-folder", f"The mailbox has no folder “{folder}”; check its name.", "folder")
    found = _VALIDITY.search(b" ".join(filter(None, server.response("UIDVALIDITY")[1])))
    return (found[1].decode() if found else "0"), int(data[0] or b"0")


def _newest_uid(server: imaplib.IMAP4) -> int:
    return max(_search(server, "UID *"), default=0)


def _search(server: imaplib.IMAP4, what: str) -> list[int]:
    status, data = server.uid("SEARCH", what)
    if status != "OK":
        raise imaplib.IMAP4.error("search")
    return sorted(int(each) for each in (data[0] or b"").split() if each.isdigit())


def _fetch(server: imaplib.IMAP4, uid: int) -> bytes:
    """The beginning of a message, which holds its headers; empty when it has gone."""
    status, data = server.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{_MOST_OF_A_MESSAGE}>)")
    if status != "OK":
        raise imaplib.IMAP4.error("fetch")
    return next((bytes(each[1]) for each in data if isinstance(each, tuple)), b"")


def _why(fault: Exception, step: str) -> str:
    """For people, without what a stranger's server could have put in."""
    if isinstance(fault, ssl.SSLCertVerificationError):
        return f"its certificate is not good ({fault.verify_message})"
    if isinstance(fault, ssl.SSLError):
        return "it does not speak TLS on this port"
    if isinstance(fault, TimeoutError):
        return "it did not answer in time"
    if isinstance(fault, imaplib.IMAP4.error) and not isinstance(fault, imaplib.IMAP4.abort):
        return "it refused user name and password" if step == "sign-in" else "it refused"
    return "the connection was lost"
