"""How much is let in at once, and how often one caller: what is too much is told so without delay.

    request  ->  Shedding: 503 while there is no place  ->  Room: a place  ->  Paces: counters, 429  ->  the operation
    a look   ->  look(): one of few threads  ->  the operation

Promises (tests in tests/api/test_pacing.py):

* More than can be worked on soon is answered 503 within a moment, and who is let in is answered.
* What only reads records takes a few threads at most, and leaves the others to what takes longer.
* Over a limit is answered 429 with when to come back; every counted answer says how much is left.
"""

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Final, TypeVar

from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from anyio.to_thread import run_sync
from fastapi import Request
from starlette.types import ASGIApp, Receive, Send
from starlette.types import Scope as AsgiScope

from resume_customizer.api.guard import HEADERS_OF_LIMITS, send_problem
from resume_customizer.api.problems import RETRY_AFTER
from resume_customizer.api.watching import OPERATION
from resume_customizer.core.actor import Actor
from resume_customizer.core.call_limits import MINUTE, Pace, limits_of
from resume_customizer.core.errors import QuotaExceeded, Unavailable
from resume_customizer.core.tiers import Tier
from resume_customizer.infrastructure.call_counts import CallCounts, Standing
from resume_customizer.services.remembered import Remembered
from resume_customizer.services.usage import UsageOfWorkspaces

T = TypeVar("T")
MOST_AT_ONCE: Final = 64
"""Requests that are worked on or wait for a thread."""
PAUSE: Final = 0.25
"""Seconds before somebody is sent away: who asks again at once would take the time of those who were let in."""
MOST_LOOKS: Final = 12
"""Threads for what only reads records: more of them do no more, and keep the one that reads requests from its turn."""
_LOOKS: Final[RunVar[CapacityLimiter]] = RunVar("looks")
_KNOWN_FOR: Final = 60.0
_MOST_KNOWN: Final = 10_000
_BUSY: Final = "busy"
_TOO_MANY: Final = "Too many requests are being worked on right now. Try again in a moment."
_OPERATIONS: Final = "/api/v1/"
_RETRY_AFTER: Final = (b"retry-after", RETRY_AFTER.encode())


class Room:
    """Places for requests; for the one thread of an event loop."""

    def __init__(self, most: int = MOST_AT_ONCE) -> None:
        self._most = most
        self.taken = 0

    @property
    def is_full(self) -> bool:
        """Whether the next request is sent away."""
        return self.taken >= self._most

    @contextmanager
    def place(self, *, counts: bool = True) -> Generator[None]:
        """A place for this block; raises Unavailable when all are taken. Who watches over the process needs none."""
        if not counts:
            yield
            return
        if self.is_full:
            raise Unavailable(_BUSY, _TOO_MANY)
        self.taken += 1
        try:
            yield
        finally:
            self.taken -= 1


async def look(work: Callable[[Request], T], request: Request) -> T:
    """Do what only reads records in one of a few threads of its own."""
    try:
        limiter = _LOOKS.get()
    except LookupError:
        limiter = CapacityLimiter(MOST_LOOKS)
        _LOOKS.set(limiter)
    return await run_sync(work, request, limiter=limiter)


class Shedding:
    """The layer that sends away what there is no place for, before anything is looked at: it costs next to nothing.

    It stands before the operations; an operation takes its place itself, so that who comes between is sent away there.
    """

    def __init__(self, app: ASGIApp, room: Room) -> None:
        self._app, self._room = app, room

    async def __call__(self, scope: AsgiScope, receive: Receive, send: Send) -> None:
        """Serve one connection, or not."""
        if self._room.is_full and scope["type"] == "http" and scope["path"].startswith(_OPERATIONS):
            scope[OPERATION] = "sent away"
            await asyncio.sleep(PAUSE)
            await send_problem(scope, send, HTTPStatus.SERVICE_UNAVAILABLE, _BUSY, _TOO_MANY, [_RETRY_AFTER])
            return
        await self._app(scope, receive, send)


class Paces:
    """Limits of calls; tiers are known for a minute."""

    def __init__(self, counts: CallCounts, usage: UsageOfWorkspaces) -> None:
        self._counts, self._usage = counts, usage
        self._tiers = Remembered[Tier](_MOST_KNOWN, _KNOWN_FOR)

    def check(self, request: Request, pace: Pace, actor: Actor) -> None:
        """Count a call; raises QuotaExceeded when it is over a limit."""
        caller = actor.session_id if actor.scopes is not None else actor.user_id
        counters = limits_of(pace, actor.source.address, caller, self._tier(actor))
        standings = [self._counts.count(each) for each in counters]
        if standings:
            add_headers(request.scope, standings)
        over = next((each for each in standings if each.is_over), None)
        if over is not None:
            message = f"No more than {over.counter.allowed:,} calls a minute are allowed here. Wait a moment."
            raise QuotaExceeded("too-many-calls", message)

    def _tier(self, actor: Actor) -> Tier:
        return self._tiers.made(actor.workspace_id, lambda: self._usage.tier_of(actor))


def add_headers(scope: AsgiScope, standings: list[Standing]) -> None:
    """The standard headers, for the narrowest limit (draft-ietf-httpapi-ratelimit-headers)."""
    over = next((each for each in standings if each.is_over), standings[-1])
    name = over.counter.name
    told = [
        (b"ratelimit-policy", f'"{name}";q={over.counter.allowed};w={MINUTE}'.encode()),
        (b"ratelimit", f'"{name}";r={over.left};t={over.seconds}'.encode()),
    ]
    if over.is_over:
        told.append((b"retry-after", str(over.seconds).encode()))
    scope[HEADERS_OF_LIMITS] = told
