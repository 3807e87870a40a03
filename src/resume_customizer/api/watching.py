"""What is written down of each request: one line in the log, and figures; nothing of what was sent.

    request  ->  the app  ->  status and time  ->  a line with operation, user, workspace, request id  |  Metrics

Promises (tests in tests/api/test_watching.py):

* Each answered request is one line, which holds ids and no text of anybody; of a refused one its code, too.
* Figures go by operations, so that their number does not grow with what is asked for.
"""

import logging
import time
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from resume_customizer.api.problems import CODE
from resume_customizer.infrastructure.metrics import Metrics

OPERATION: Final = "rcp.operation"
"""Where an operation says in the scope what it is: its path, with names for what is in it."""
WHO: Final = "rcp.who"
"""And who called it: user and workspace."""
_LOG = logging.getLogger("resume_customizer.requests")
_QUIET: Final = frozenset({"/livez", "/readyz", "/metrics"})


class Watch:
    """The layer around all operations and pages."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, and write down how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin, status = time.perf_counter(), 0

        async def seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, seen)
        finally:
            self._write(scope, status, time.perf_counter() - begin)

    def _write(self, scope: Scope, status: int, seconds: float) -> None:
        operation = scope.get(OPERATION, "pages" if not scope["path"].startswith("/api/") else "unknown")
        self._metrics.answered(scope["method"], operation, status, seconds)
        user_id, workspace_id = scope.get(WHO, ("", ""))
        told: dict[str, Any] = {
            "method": scope["method"],
            "operation": operation,
            "status": status,
            "code": scope.get(CODE, ""),
            "milliseconds": round(seconds * 1000, 1),
            "user": user_id,
            "workspace": workspace_id,
            "request_id": scope.get("request_id", ""),
            "address": (scope.get("client") or ("",))[0],
        }
        _LOG.log(
            logging.DEBUG if operation in _QUIET or operation == "pages" else logging.INFO,
            "request",
            extra={"told": told},
        )
