"""What happens before an operation's function is called, and in which thread.

    request  ->  a place  ->  who is it, may they?  ->  strict body  ->  Arguments  ->  the function  ->  its answer

All that takes time is done in one thread, and where there is a body in another one after it was read.

Promises (tests in tests/api/test_routes.py):

* Nothing of a body is read before it is known that the caller may do this.
* An operation can't be written down without saying who may call it.
"""

from collections.abc import Callable, Coroutine
from contextlib import nullcontext
from typing import Any, Final

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.params import Form
from fastapi.routing import APIRoute
from starlette.types import Receive, Scope, Send

from resume_customizer.api.arguments import NO_BODY, Arguments
from resume_customizer.api.entrance import Access, Entrance, Policy
from resume_customizer.api.guard import LIMIT
from resume_customizer.api.pacing import look
from resume_customizer.api.sent import read_form, read_json
from resume_customizer.api.strict_json import parse_json
from resume_customizer.api.watching import OPERATION
from resume_customizer.core.call_limits import Pace
from resume_customizer.core.permissions import Action

MAX_JSON: Final = 1_000_000
"""Bytes of a JSON body; an operation can allow more."""
PERMISSION: Final = "x-permission"
MAX_BYTES: Final = "x-max-bytes"
PACE: Final = "x-pace"
"""What the contract says of an operation besides what FastAPI finds."""


class Operation(APIRoute):
    """One operation; FastAPI describes it and does not answer it."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **more: Any) -> None:  # noqa: ANN401 - FastAPI's
        """`endpoint` gives a Response; `more` is what FastAPI takes."""
        super().__init__(path, endpoint, **more)
        told = self.openapi_extra or {}
        self._policy = _policy(told[PERMISSION])
        self._pace, self._most = Pace(told.get(PACE, Pace.USUAL)), told.get(MAX_BYTES, MAX_JSON)
        self._counts = self._pace is not Pace.UNCOUNTED
        self._only_reads = self.methods == {"GET"} and self.response_model is not None and self._counts
        self._arguments = Arguments(self.dependant, is_embedded=self._embed_body_fields)
        self.app = self._serve

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request."""
        return self._answer

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Without what FastAPI has around it, which is for functions that it calls."""
        answer = await self._answer(Request(scope, receive, send))
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        entrance: Entrance = request.app.state.entrance
        request.scope[OPERATION] = self.path_format
        with entrance.room.place(counts=self._counts):
            return await self._made(request)

    async def _made(self, request: Request) -> Response:
        if self.body_field is None:
            in_thread = look if self._only_reads else run_in_threadpool
            return await in_thread(self._let_in_and_work, request)
        await run_in_threadpool(self._let_in, request)
        if isinstance(self.body_field.field_info, Form):
            if self._most != MAX_JSON:
                request.scope[LIMIT] = self._most
            form = await read_form(request)
            try:
                return await run_in_threadpool(self._work, request, form)
            finally:
                await form.close()
        body = await read_json(request, self._most)
        return await run_in_threadpool(self._read_and_work, request, body)

    def _let_in(self, request: Request) -> None:
        request.state.actor = request.app.state.entrance.let_in(request, self._policy, self._pace)

    def _let_in_and_work(self, request: Request) -> Response:
        entrance: Entrance = request.app.state.entrance
        with entrance.desk.ground.store.visit() if self._only_reads else nullcontext():
            self._let_in(request)
            return self._work(request)

    def _read_and_work(self, request: Request, body: bytes) -> Response:
        return self._work(request, parse_json(body) if body else NO_BODY)

    def _work(self, request: Request, body: object = NO_BODY) -> Response:
        return self.endpoint(**self._arguments.read(request, body))


def _policy(told: str) -> Policy:
    return Access(told) if told in set(Access) else Action(told)
