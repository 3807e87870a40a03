"""The process that listens: the promises of resume_customizer.api.server about what comes over a connection."""

import socket
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress

import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from resume_customizer.api.server import MAX_HEAD, BoundedHttp

_READ_AT_ONCE = 256 * 1024
_MOST = 1_000 * MAX_HEAD
"""More than what the system keeps for who does not read it."""
BEGIN = b"POST / HTTP/1.1\r\nHost: here\r\n"
CHUNKED = BEGIN + b"Transfer-Encoding: chunked\r\n\r\n"
ENDLESS = {
    "a line of the head": BEGIN + b"X-Long: ",
    "the address": b"GET /",
    "lines of the head": BEGIN,
    "what follows a size": CHUNKED + b"2;x=",
    "lines behind the body": CHUNKED + b"2\r\nok\r\n0\r\n",
    "a line behind the body": CHUNKED + b"2\r\nok\r\n0\r\nX-Long: ",
}


async def told(scope: Scope, receive: Receive, send: Send) -> None:
    """How many bytes the body had, and a line of the head."""
    request = Request(scope, receive)
    size = len(await request.body())
    await PlainTextResponse(f"{size} {request.headers.get('x-said', 'nothing')}")(scope, receive, send)


class Impatient(BoundedHttp):
    """Waits a moment for what is asked for."""

    seconds_for_a_head = 0.5


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with listening(BoundedHttp) as made:
        yield made


@contextmanager
def listening(kind: type[BoundedHttp]) -> Generator[int]:
    """A server that tells what it read; its port."""
    config = uvicorn.Config(told, port=0, http=kind, lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as made:
        thread = threading.Thread(target=server.run, args=([made],))
        thread.start()
        yield made.getsockname()[1]
        server.should_exit = True
        thread.join(30)


@pytest.mark.parametrize("name", ENDLESS)
def test_what_has_no_end_is_refused_before_it_is_large(port: int, name: str) -> None:
    more = b"X-More: of it\r\n" * 1_000 if "lines" in name else b"x" * 16_000

    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(ENDLESS[name])
        sent, answer = 0, b""
        with suppress(ConnectionError):
            while sent < _MOST:
                connection.sendall(more)
                sent += len(more)
        with suppress(ConnectionError):
            answer = connection.recv(1_000)

    assert sent < _MOST
    assert answer == b"" or answer.startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("size", [2, MAX_HEAD * 40])
def test_a_large_head_and_a_body_are_read(port: int, size: int) -> None:
    head = BEGIN + b"X-Said: hello\r\nX-Large: " + b"x" * (MAX_HEAD - 200) + b"\r\nConnection: close\r\n"
    plain = head + b"Content-Length: %d\r\n\r\n" % size + b"b" * size
    chunked = head + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % size + b"b" * size + b"\r\n0\r\n\r\n"

    for asked in (plain, chunked):
        assert _answer(port, asked).endswith(b"\r\n\r\n%d hello" % size)


def test_a_line_behind_the_body_is_not_taken_for_one_of_the_head(port: int) -> None:
    asked = CHUNKED.replace(b"Host", b"Connection: close\r\nHost") + b"2\r\nok\r\n0\r\nX-Said: hello\r\n\r\n"

    assert _answer(port, asked).endswith(b"\r\n\r\n2 nothing")


@pytest.mark.parametrize(
    ("said", "answers"),
    [(b"", 0), (b"GE", 0), (BEGIN, 0), (BEGIN + b"Content-Length: 2\r\n\r\nok" + BEGIN, 1)],
    ids=["nothing", "a word", "half a head", "a request and a half"],
)
def test_who_does_not_say_what_they_want_is_not_waited_for(said: bytes, answers: int) -> None:
    with listening(Impatient) as port:
        assert _answer(port, said).count(b"HTTP/1.1 200") == answers


def test_who_asked_in_time_is_answered_however_long_it_takes() -> None:
    with listening(Impatient) as port, socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(BEGIN + b"Connection: close\r\nContent-Length: 2\r\n\r\no")
        time.sleep(3 * Impatient.seconds_for_a_head)
        connection.sendall(b"k")
        answer = b"".join(iter(lambda: connection.recv(_READ_AT_ONCE), b""))

    assert answer.startswith(b"HTTP/1.1 200")


def _answer(port: int, asked: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(asked)
        return b"".join(iter(lambda: connection.recv(_READ_AT_ONCE), b""))
