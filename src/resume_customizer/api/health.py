"""Is it alive, can it work: for whoever watches over the process."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import Response
from pydantic import Field

from resume_customizer.api.entrance import Access, Entrance
from resume_customizer.api.fields import Out
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.call_limits import Pace
from resume_customizer.core.errors import ResumeCustomizerError, Unavailable
from resume_customizer.core.permissions import Action
from resume_customizer.infrastructure.metrics import MEDIA_TYPE

_FIGURES: dict[int | str, dict[str, Any]] = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}


class Alive(Out):
    """The process answers."""

    status: str = Field("ok", examples=["ok"])


class Ready(Out):
    """Each part, and whether it does its work."""

    status: str = Field(examples=["ok", "degraded", "not ready"])
    parts: dict[str, str] = Field(examples=[{"store": "ok", "documents": "ok"}])


def health_routes(entrance: Entrance) -> Routes:
    """The operations."""
    routes = Routes("health", base="")

    @routes.get("/livez", Access.ANYBODY, "Is the process alive?", pace=Pace.UNCOUNTED)
    def livez() -> Alive:
        return Alive(status="ok")

    @routes.get(
        "/readyz",
        Access.ANYBODY,
        "Can it do its work?",
        pace=Pace.UNCOUNTED,
        responses={200: {"model": Ready}, 503: {"model": Ready}},
    )
    def readyz() -> Response:
        """Answers 503 and names the part that fails; says nothing of why, which stands in the log.

        `degraded`: it goes on without its database, which misses nothing once it is back.
        """
        parts = {
            "store": _state(lambda: _check_store(entrance)),
            "documents": _state(lambda: entrance.documents.call(abs, -1)),
        }
        states = set(parts.values())
        is_ready = states <= {"ok", "degraded"}
        ready = Ready(status="not ready" if not is_ready else "degraded" if "degraded" in states else "ok", parts=parts)
        status = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
        return Response(ready.model_dump_json(), status, media_type="application/json")

    @routes.get(
        "/metrics", Action.VIEW_INSTALLATION, "Figures of this process", pace=Pace.UNCOUNTED, responses=_FIGURES
    )
    def metrics(actor: Who) -> Response:
        """For Prometheus, with an operator's API key of the scope `manage`."""
        entrance.metrics.set_under_way(entrance.room.taken)
        entrance.metrics.set_system(entrance.desk.system.show(actor))
        return Response(entrance.metrics.text(), media_type=MEDIA_TYPE)

    return routes


def _check_store(entrance: Entrance) -> None:
    health = entrance.desk.ground.store.health()
    if health.degraded_since is not None:
        raise Unavailable("degraded", health.message)
    if not health.is_reachable:
        raise Unavailable("no-store", health.message)


def _state(check: Callable[[], object]) -> str:
    try:
        check()
    except ResumeCustomizerError as fault:
        return fault.code if fault.code in {"busy", "degraded"} else "failing"
    return "ok"
