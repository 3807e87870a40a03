"""What every request passes: who may speak to us, how much may be sent, and what every answer carries.

    request  ->  Host and Origin  ->  size, counted while it is read  ->  the app  ->  security headers, request id

A plain ASGI application around another one, so that it sees websockets too. It refuses other hosts' names, which
stops a web page elsewhere from reaching a server on this machine by a name of its own (DNS rebinding), and requests
of pages from other origins.

Promises (tests in tests/api/test_guard.py):

* A request or websocket for another host, or from a page of another origin, is refused.
* A body that grows beyond the limit is refused while it is read, whatever its headers say.
* A body that does not arrive in its time is not waited for.
* What is turned away is a line of the log, without anything that was sent.
* Every answer has the security headers and a request id; an id that the client sends is not taken over.
"""

import asyncio
import json
from collections.abc import Iterable
from http import HTTPStatus
from secrets import token_hex
from typing import TypeAlias
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from resume_customizer.api.problems import CODE, MEDIA_TYPE
from resume_customizer.infrastructure.refusals import Tried, note_refusal

Headers: TypeAlias = list[tuple[bytes, bytes]]

HEADERS_OF_LIMITS = "rcp.headers"
"""Where headers wait in the scope for the answer, whatever it will be."""
LIMIT = "rcp.max_body"
"""Where an operation says in the scope that its requests hold less."""
MAX_BODY = 40_000_000
"""Bytes of one request: three documents of the largest size, and their texts."""
SECONDS = 60.0
"""That a request has to arrive."""
HEADERS: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
]
"""What an answer has that says nothing else itself: pages say what they may load."""
STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
API_HEADERS: Headers = [(b"cache-control", b"no-store")]
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """The outermost layer; `hosts` are the names, without ports, under which this server may be called."""

    def __init__(
        self,
        app: ASGIApp,
        hosts: Iterable[str] = LOOPBACK,
        max_body: int = MAX_BODY,
        *,
        sockets: ASGIApp | None = None,
        is_secure: bool = False,
        seconds: float = SECONDS,
    ) -> None:
        """`sockets` takes websockets, where it isn't the app; `is_secure`: over TLS alone; `seconds` for a body.

        A layer between would cost each message of a websocket its time, and each open one its memory.
        """
        self._app, self._hosts, self._max_body = app, frozenset(hosts), max_body
        self._sockets = sockets or app
        self._headers: Headers = [*HEADERS, STRICT_TRANSPORT] if is_secure else HEADERS
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        scope["request_id"] = token_hex(8)
        headers = dict(scope["headers"])
        why = self._fault(scope, headers)
        if why:
            await self._refuse(scope, send, HTTPStatus.FORBIDDEN, "wrong-host-or-origin", why)
        elif scope["type"] == "websocket":
            await self._sockets(scope, receive, send)
        elif _stated_length(headers) > self._max_body:
            too_large = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            await self._refuse(scope, send, too_large, "too-large", _too_large(self._max_body))
        else:
            await self._serve(scope, receive, send)

    async def _refuse(self, scope: Scope, send: Send, status: HTTPStatus, code: str, detail: str) -> None:
        _note(scope, code)
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": code})
            return
        headers = _with_headers(scope, [(b"connection", b"close")], self._headers)
        await send_problem(scope, send, status, code, detail, headers)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        read, is_whole, until = 0, False, asyncio.get_running_loop().time() + self._seconds

        async def counted() -> Message:
            nonlocal read, is_whole
            if is_whole:
                return await receive()
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                _note(scope, "too-slow")
                message = f"The request did not arrive within {self._seconds:g} seconds."
                raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, message, {"Connection": "close"}) from None
            is_whole = not message.get("more_body", False)
            read += len(message.get("body", b""))
            most = min(self._max_body, scope.get(LIMIT, self._max_body))
            if read > most:
                _note(scope, "too-large")
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _too_large(most), {"Connection": "close"})
            return message

        async def decorated(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_headers(scope, message["headers"], self._headers)
            await send(message)

        await self._app(scope, counted, decorated)

    def _fault(self, scope: Scope, headers: dict[bytes, bytes]) -> str:
        """Why this server does not answer; empty when it does."""
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if _name(host) not in self._hosts:
            return "This server is not called by this name."
        origin = headers.get(b"origin", b"").decode("latin-1").lower()
        if origin and urlsplit(origin).netloc != host:
            return "Pages of other origins may not call this server."
        if not origin and scope["type"] == "websocket":
            return "A websocket is opened by a page of this server only."
        return ""


def _with_headers(scope: Scope, headers: Headers, usual: Headers = HEADERS) -> Headers:
    """The answer's headers, and ours where it has none of that name."""
    ours = [*usual, *(API_HEADERS if scope["path"].startswith("/api/") else [])]
    given = {name.lower() for name, _ in headers}
    waiting: Headers = scope.get(HEADERS_OF_LIMITS, [])
    replaced = {name for name, _ in waiting}
    kept = [(name, value) for name, value in headers if name.lower() not in replaced]
    more = [(name, value) for name, value in ours if name not in given]
    return [*kept, *waiting, *more, (b"x-request-id", scope["request_id"].encode())]


def _note(scope: Scope, code: str) -> None:
    address = (scope.get("client") or ("",))[0]
    tried = Tried("guard", scope["type"], address=address, request_id=scope["request_id"])
    note_refusal(code, tried, is_attack=True)


def _too_large(most: int) -> str:
    return f"A request may hold {most:,} bytes."


def _name(host: str) -> str:
    """A host without its port."""
    return host if host.endswith("]") else host.rpartition(":")[0] or host


def _stated_length(headers: dict[bytes, bytes]) -> int:
    length = headers.get(b"content-length", b"0")
    return int(length) if length.isdigit() and len(length) < 20 else 0


async def send_problem(
    scope: Scope, send: Send, status: HTTPStatus, code: str, detail: str, headers: Iterable[tuple[bytes, bytes]]
) -> None:
    """Answer a request that nobody looks at further with a problem, as api/problems.py makes them for all others."""
    scope[CODE] = code
    problem = {
        "type": f"urn:resume-customizer:problem:{code}",
        "title": status.phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "where": "",
        "request_id": scope["request_id"],
        "errors": [],
    }
    body = json.dumps(problem).encode()
    told = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", str(len(body)).encode()), *headers]
    await send({"type": "http.response.start", "status": int(status), "headers": told})
    await send({"type": "http.response.body", "body": body})
