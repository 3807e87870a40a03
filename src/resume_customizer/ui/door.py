"""The web app as one ASGI application, to be mounted beside the API.

Installation  ->  make_web_app()  ->  Gate( front pages | Streamlit ), and what runs as long as it is served
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.infrastructure.garbage import collect_now_and_then, settle
from resume_customizer.ui.front.files import file_routes
from resume_customizer.ui.front.opening import Opening
from resume_customizer.ui.front.routes import Front
from resume_customizer.ui.gate import Gate
from resume_customizer.ui.installation import Installation, install
from resume_customizer.ui.look import configure

SCRIPT: Final = Path(__file__).parent / "app.py"


@dataclass(frozen=True, slots=True)
class WebApp:
    """What serves pages; the lifespan is entered by what it is mounted in."""

    application: ASGIApp
    lifespan: Callable[[Any], AbstractAsyncContextManager[Any]]


def make_web_app(made: Installation, hosts: tuple[str, ...], secret: str) -> WebApp:
    """One for a process; `hosts` are the names under which it is called, `secret` signs Streamlit's own cookies."""
    install(made)
    configure(hosts, secret)
    import streamlit as st

    from resume_customizer.ui.failing import on_script_error

    streamlit = st.App(SCRIPT, on_script_error=on_script_error)
    running = streamlit.lifespan()

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        async with running(app):
            caring = asyncio.create_task(_care(made))
            yield
            caring.cancel()

    return WebApp(with_front(made, Opening(streamlit, made.visitors.names)), lifespan)


def _warm_up(made: Installation) -> None:
    """Load what the first visitor would wait for."""
    from resume_customizer.services.documents.plan_board import read_points
    from resume_customizer.ui import frame  # noqa: F401 - to have it
    from resume_customizer.ui.screens import SCREENS

    for screen in SCREENS:
        screen.show()
    with suppress(ResumeCustomizerError):  # a machine that is too busy for it right now serves all the same
        made.documents.call(read_points, "Kafka\n• Warmed up.")


async def _care(made: Installation) -> None:
    """Streamlit would look for garbage after each run of a script (ui/look.py)."""
    await asyncio.to_thread(_warm_up, made)
    settle()
    await collect_now_and_then()


def with_front(made: Installation, screens: ASGIApp) -> Gate:
    """The pages for signing in beside the screens, all behind the gate."""
    front = Front(made).routes()
    inside = [*file_routes(made), Mount("/", screens)]
    return Gate(Starlette(routes=[*front, *inside]), screens, made.visitors, [each.path for each in front])
