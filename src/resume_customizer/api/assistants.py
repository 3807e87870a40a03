"""The door for assistants: the Model Context Protocol over HTTP, at /api/mcp.

request  ->  who is it, may they?  ->  a tool of infrastructure/assistants.py, as that one

No session is kept between requests: each one says who it is, with an access token or an API key.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Final

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from mcp.server.mcpserver import Context
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import Receive, Scope, Send

from resume_customizer import __version__
from resume_customizer.api.entrance import Entrance
from resume_customizer.api.watching import OPERATION
from resume_customizer.core.actor import Actor
from resume_customizer.core.permissions import Action
from resume_customizer.infrastructure.assistants import make_assistants_server

PATH: Final = "/api/mcp"
_ACTOR: Final = "rcp.actor"


class AssistantsDoor:
    """An ASGI application for one path."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        server = make_assistants_server(entrance.desk, entrance.documents, _who, __version__)
        # The guard has looked at host and origin already.
        trusting = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        server.streamable_http_app(stateless_http=True, json_response=True, transport_security=trusting)
        self._sessions = server.session_manager

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """For as long as the process serves."""
        async with self._sessions.run():
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        scope[OPERATION] = PATH
        request = Request(scope, receive)
        with self._entrance.room.place():
            scope[_ACTOR] = await run_in_threadpool(self._entrance.let_in, request, Action.VIEW_RECORDS)
            await self._sessions.asgi_app(scope, receive, send)


def _who(context: Context[Any, Any]) -> Actor:
    """Whom the request was let in as."""
    request: Any = context.request_context.request
    actor: Actor = request.scope[_ACTOR]
    return actor
