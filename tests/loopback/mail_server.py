"""Mail servers on loopback: a real one (aiosmtpd), and one that plays a script, faults included."""

import ssl
from collections.abc import Collection, Generator, Iterable
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import create_server, socket
from threading import Event, Thread

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

PASSWORD = "canary-password-77"


@dataclass
class Taken:
    """One message that a server took."""

    sender: str
    recipients: list[str]
    content: bytes


@dataclass
class Inbox:
    """A handler of aiosmtpd that keeps what it takes, and refuses as it is told."""

    taken: list[Taken] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    """What is said to a recipient instead of 250."""
    end: str = "250 taken"
    """What is said at the end of the data."""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.end.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.taken.append(Taken(str(envelope.mail_from), list(envelope.rcpt_tos), envelope.content))
        return self.end


@dataclass(frozen=True)
class MailServer:
    """Where a running server listens."""

    host: str
    port: int
    inbox: Inbox


@dataclass(frozen=True)
class Authority:
    """Makes certificates that a test trusts."""

    ca: trustme.CA
    file: Path

    def context(self, host: str = "localhost") -> ssl.SSLContext:
        """For a server of that name."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(host).configure_cert(context)
        return context


def make_authority(folder: Path) -> Authority:
    """A new authority, with its certificate in a file."""
    ca, file = trustme.CA(), folder / "authority.pem"
    ca.cert_pem.write_to_path(str(file))
    return Authority(ca, file)


@contextmanager
def mail_server(
    inbox: Inbox | None = None,
    tls: ssl.SSLContext | None = None,
    starttls: ssl.SSLContext | None = None,
    user: str = "",
    utf8: bool = True,
) -> Generator[MailServer]:
    """A real server on a free port of `localhost`."""
    kept = inbox or Inbox()

    def check(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)

    controller = Controller(
        kept,
        hostname="127.0.0.1",
        port=free_port(),
        ssl_context=tls,
        tls_context=starttls,
        authenticator=check if user else None,
        auth_required=bool(user),
        auth_require_tls=not tls,
        enable_SMTPUTF8=utf8,
    )
    controller.start()
    try:
        yield MailServer("localhost", controller.port, kept)
    finally:
        controller.stop()


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(create_server(("127.0.0.1", 0))) as server:
        return server.getsockname()[1]


@contextmanager
def scripted_server(
    answers: Iterable[bytes | None], tls: ssl.SSLContext | None = None, also: Collection[bytes | None] = ()
) -> Generator[MailServer]:
    """Gives the answers one by one, one for each line that comes in (the first at once); None cuts the connection.

    All lines up to the final full stop of the data count as one, when the answer before was 354. After the last answer
    it says nothing more. `also` is played for who comes after.
    """
    server = create_server(("127.0.0.1", 0))
    over = Event()
    listening = tls.wrap_socket(server, server_side=True) if tls else server
    scripts = [list(answers)] + ([list(also)] if also else [])
    thread = Thread(target=lambda: [_play(listening, each, over) for each in scripts])
    thread.start()
    try:
        yield MailServer("localhost", listening.getsockname()[1], Inbox())
    finally:
        over.set()
        with suppress(OSError), socket() as last:
            last.connect(listening.getsockname())  # nobody may have come
        thread.join()
        listening.close()


def _play(server: socket, answers: list[bytes | None], over: Event) -> None:
    with suppress(OSError), closing(server.accept()[0]) as connection:
        connection.settimeout(5)
        lines = connection.makefile("rb")
        for at, answer in enumerate(answers):
            if at:
                line = lines.readline()
                while answers[at - 1] and bytes(answers[at - 1] or b"").startswith(b"354") and line != b".\r\n":
                    line = lines.readline()
            if answer is None:
                return
            connection.sendall(answer)
        over.wait(20)
