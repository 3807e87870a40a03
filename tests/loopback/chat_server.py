"""A chat-completion endpoint on loopback that answers as it is told to, faults and malice included."""

import json
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Behaviour = Callable[["ChatHandler"], None]


@dataclass
class ChatServer:
    """A running server: its address, what it was asked, and how it behaves."""

    url: str
    behave: Behaviour
    questions: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    over: Event = field(default_factory=Event)
    """Set at the end, so that no handler goes on."""


class ChatHandler(BaseHTTPRequestHandler):
    """One request."""

    chat: ChatServer

    def do_POST(self) -> None:
        self.chat.keys.append(self.headers.get("Authorization", ""))
        self.chat.questions.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        with suppress(OSError):  # the client goes away, as it should
            self.chat.behave(self)

    def send(self, status: int, content: bytes, **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the standard library
        """Say nothing on the screen."""


@contextmanager
def chat_server(behave: Behaviour) -> Generator[ChatServer]:
    """A server on a free port, gone at the end of the block."""
    handler = type("Handler", (ChatHandler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    chat = ChatServer(f"http://127.0.0.1:{server.server_port}/v1", behave)
    handler.chat = chat
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield chat
    finally:
        chat.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def says(text: str) -> Behaviour:
    """A well-formed completion with this text."""
    content = json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()
    return lambda handler: handler.send(200, content)


def sends(status: int, content: bytes = b"", **headers: str) -> Behaviour:
    """This status and these bytes."""
    return lambda handler: handler.send(status, content, **headers)


def hangs(handler: ChatHandler) -> None:
    """No answer at all."""
    handler.chat.over.wait(30)


def drips(handler: ChatHandler) -> None:
    """A byte of a header now and then."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
    while not handler.chat.over.wait(0.05):
        handler.wfile.write(b"a")
        handler.wfile.flush()


def never_ends(handler: ChatHandler) -> None:
    """Ever more of the same."""
    handler.send(200, b'{"choices": "')
    while not handler.chat.over.is_set():
        handler.wfile.write(b"x" * 65536)


def breaks_off(handler: ChatHandler) -> None:
    """Less than was announced."""
    handler.send(200, b'{"choices"', **{"Content-Length": "5000"})
