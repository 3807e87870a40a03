"""A receiver of webhooks on loopback that checks nothing, keeps what it got, and answers as it is told to."""

import ssl
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

Behaviour = Callable[["ReceiverHandler"], None]


@dataclass
class Receiver:
    """A running receiver: its address, what it got, and how it behaves."""

    url: str
    behave: Behaviour
    got: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    """Path, headers with small letters, and body of each request."""
    over: Event = field(default_factory=Event)

    @property
    def ids(self) -> list[str]:
        """The ids of the messages, in the order in which they came."""
        return [headers["webhook-id"] for _, headers, _ in self.got]


class ReceiverHandler(BaseHTTPRequestHandler):
    """One request."""

    receiver: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.receiver.got.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        with suppress(OSError):
            self.receiver.behave(self)

    def send(self, status: int, **headers: str) -> None:
        """An answer without a body."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the standard library
        """Say nothing on the screen."""


def answers(status: int, **headers: str) -> Behaviour:
    """This status."""
    return lambda handler: handler.send(status, **headers)


def hangs(handler: ReceiverHandler) -> None:
    """No answer at all."""
    handler.receiver.over.wait(30)


def drips(handler: ReceiverHandler) -> None:
    """A byte of a header now and then."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
    while not handler.receiver.over.wait(0.05):
        handler.wfile.write(b"a")
        handler.wfile.flush()


def hangs_up(handler: ReceiverHandler) -> None:
    """Closes the connection without a word."""
    handler.close_connection = True


@contextmanager
def receiver(behave: Behaviour | None = None, tls: ssl.SSLContext | None = None) -> Generator[Receiver]:
    """A receiver on a free port, gone at the end of the block."""
    handler = type("Handler", (ReceiverHandler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    host = "https://localhost" if tls else "http://127.0.0.1"
    made = Receiver(f"{host}:{server.server_port}/told?by=us", behave or answers(204))
    setattr(handler, "receiver", made)  # noqa: B010 - a class of its own for this server
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        made.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
