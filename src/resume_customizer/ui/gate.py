"""What stands before Streamlit: nobody comes in whom the server does not know.

    request or websocket  ->  which part it is for  ->  who sends it  ->  Streamlit, told who it is | sign-in | refused

Streamlit itself hands its session to whoever names the session's id, takes uploads from anybody, and shows its figures
to all. So this stands before it, sees websockets too, and alone says in a header who is there; the same header of a
client is taken off. Streamlit binds its sessions to what the header says.

Promises (tests in tests/ui/test_gate.py):

* Without a cookie of ours there is no websocket, no upload, no download, and no page but those for signing in.
* Who names another's Streamlit session gets a new one of their own.
* What changes something comes from a page of ours: without an Origin it is refused.
* Parts of Streamlit that nobody needs here answer nothing.
* Every screen is found under its name, also the one where somebody arrives.
* Of scripts in a page itself only Streamlit's own run, and none makes code of text.
* What is somebody's, downloads too, is not kept by browsers.
* What is refused is a line of the log.
* Who can't be looked up is let in by nobody: the answer is to try again in a moment.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from resume_customizer.core.actor import Door, Source
from resume_customizer.core.errors import Unavailable
from resume_customizer.infrastructure.refusals import Tried, note_refusal
from resume_customizer.ui.look import VISITOR_HEADER
from resume_customizer.ui.visitors import Visitors
from resume_customizer.ui.ways import with_way

SIGN_IN: Final = "/sign-in"
_OPEN: Final = ("/static/", "/favicon", "/front/", "/_stcore/health", "/_stcore/host-config")
"""The same for everybody: Streamlit's own files, and what its page asks before it connects."""
_PERSONAL: Final = ("/media/", "/files/")
"""Somebody's documents and pictures."""
_CLOSED: Final = (
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/agent",
    "/_stcore/allowed-message-origins",
    "/auth/",
    "/oauth2callback",
    "/component/",
    "/app/static",
)
_FIRST: Final = {"p": "/home", "g": "/customize"}
"""Where a person, and a guest, arrive: Streamlit shows its first page at `/` alone and finds none at its own name."""
_VISITOR: Final = VISITOR_HEADER.encode()
_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_METHODS: Final = _READS | {"POST", "PUT", "DELETE", "PATCH"}
"""Any other, like TRACE, gets nowhere."""
_REFUSED: Final = 4401
"""Code of a websocket that is closed because nobody is signed in."""
_LATER: Final = 1013
"""Code of one that may be tried again (IANA, WebSocket close codes)."""
_CODES: Final = {401: "not-signed-in", 403: "no-origin", 404: "closed"}
"""What refusals are called in the log."""
_SCRIPT: Final = re.compile(r"<script>([^<]*)</script>")
_POLICY: Final = (
    "default-src 'self'; script-src 'self' {scripts} blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
    "frame-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
"""Nothing may come from, or go to, another place; of scripts in the page itself only those that Streamlit has there."""


class Gate:
    """Around Streamlit's application."""

    def __init__(self, app: ASGIApp, sockets: ASGIApp, visitors: Visitors, front: Iterable[str]) -> None:
        """`sockets` takes websockets; `front` are the paths of pages for people who are not signed in."""
        self._app, self._sockets, self._visitors, self._front = app, sockets, visitors, frozenset(front)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        theirs = [each for each in scope["headers"] if each[0].lower() != _VISITOR]
        scope = {**scope, "headers": theirs}
        headers, path = Headers(raw=theirs), scope["path"]
        if path.startswith(_CLOSED):
            await _answer(scope, receive, send, 404)
        elif scope.get("method", "GET") not in _METHODS:
            await _answer(scope, receive, send, 405)
        elif scope.get("method", "") not in _READS and "origin" not in headers:
            await _answer(scope, receive, send, 403)
        elif scope["type"] == "http" and (path in self._front or path.startswith(_OPEN)):
            await self._app(scope, receive, _with_policy(send))
        else:
            try:
                shown = await run_in_threadpool(self._visitors.of_cookies, cookies_of(headers), source_of(scope))
            except Unavailable:
                await _answer(scope, receive, send, 503)
                return
            if shown and path == _FIRST[shown[0]] and scope.get("method") in _READS:
                await RedirectResponse(_first_screen(scope), 303)(scope, receive, send)
            elif shown:
                scope["headers"] = [*theirs, (_VISITOR, shown.encode("latin-1", "replace"))]
                await self._let_in(scope, receive, send)
            else:
                await self._turn_away(scope, receive, send, headers)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._sockets(scope, receive, send)
        else:
            await self._app(scope, receive, _with_policy(send, is_kept=not scope["path"].startswith(_PERSONAL)))

    async def _turn_away(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and "text/html" in headers.get("accept", ""):
            answer = RedirectResponse(SIGN_IN, 303)
            with_way(answer, scope["path"], scope.get("query_string", b"").decode("latin-1"), self._visitors.names)
            await answer(scope, receive, send)
        else:
            await _answer(scope, receive, send, 401)


@cache
def policy() -> str:
    """What a page may load: Streamlit's own inline scripts are named by what they are (W3C, CSP 3, 2.3.1)."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    digests = [b64encode(sha256(each.encode()).digest()).decode() for each in _SCRIPT.findall(page)]
    return _POLICY.format(scripts=" ".join(f"'sha256-{each}'" for each in digests))


def _first_screen(scope: Scope) -> str:
    """With what the address says besides."""
    return f"/?{asked}" if (asked := scope.get("query_string", b"").decode("latin-1")) else "/"


def cookies_of(headers: Headers) -> dict[str, str]:
    """The cookies of a request."""
    return cookie_parser(headers.get("cookie", ""))


def source_of(scope: Scope) -> Source:
    """Where a connection comes from."""
    client = scope.get("client")
    program = Headers(scope=scope).get("user-agent", "")
    return Source(Door.WEB, client[0] if client else "", program[:200], scope.get("request_id", ""))


async def _answer(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    if status in _CODES:
        here = source_of(scope)
        tried = Tried("gate", scope["type"], address=here.address, request_id=here.request_id)
        note_refusal(_CODES[status], tried, is_attack=status == 403)
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _LATER if status == 503 else _REFUSED})
        return
    words = {
        401: "Sign in first.",
        403: "This comes from no page of this server.",
        404: "There is nothing here.",
        405: "Nothing here is done by this method.",
        503: "Too much is going on right now. Try again in a moment.",
    }
    headers = {"allow": ", ".join(sorted(_METHODS))} if status == 405 else None
    await PlainTextResponse(words[status], status, headers)(scope, receive, send)


def _with_policy(send: Send, *, is_kept: bool = True) -> Send:
    """The answer says what the page may load; and, where it is somebody's, that no browser keeps it."""

    async def decorated(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("content-security-policy", policy())
            if not is_kept:
                headers["cache-control"] = "no-store"
            headers.setdefault("referrer-policy", "same-origin")  # with less, forms come from the origin "null"
        await send(message)

    return decorated
