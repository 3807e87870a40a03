"""The API as one ASGI application, and what it stands in.

Entrance  ->  make_api()  ->  FastAPI: /api/v1/…, its description, /livez and /readyz
          ->  make_application(api, pages)  ->  the same behind the guard, with the pages of the web app in one process
"""

from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from resume_customizer import __version__
from resume_customizer.api.analytics import analytics_routes
from resume_customizer.api.assistants import PATH as ASSISTANTS
from resume_customizer.api.assistants import AssistantsDoor
from resume_customizer.api.audit import audit_routes
from resume_customizer.api.auth import auth_routes
from resume_customizer.api.banks import bank_routes
from resume_customizer.api.batches import batch_routes
from resume_customizer.api.client_copies import client_copy_routes
from resume_customizer.api.customizations import customization_routes
from resume_customizer.api.describing import describe
from resume_customizer.api.documents import document_routes
from resume_customizer.api.drafts import draft_routes
from resume_customizer.api.entrance import Entrance
from resume_customizer.api.finding import Finding
from resume_customizer.api.guard import LOOPBACK, Guard
from resume_customizer.api.health import health_routes
from resume_customizer.api.jobs import job_routes
from resume_customizer.api.kept import kept_routes
from resume_customizer.api.keys import key_routes
from resume_customizer.api.mail import mail_routes
from resume_customizer.api.mail_accounts import mail_account_routes
from resume_customizer.api.mail_setup import mail_setup_routes
from resume_customizer.api.mail_templates import mail_template_routes
from resume_customizer.api.mailings import mailing_routes
from resume_customizer.api.me import me_routes
from resume_customizer.api.operating import operating_routes
from resume_customizer.api.outbox import outbox_routes
from resume_customizer.api.own_technologies import own_technology_routes
from resume_customizer.api.pacing import Shedding
from resume_customizer.api.people import people_routes
from resume_customizer.api.problems import add_problems
from resume_customizer.api.reading import HEADERS as READING_HEADERS
from resume_customizer.api.reading import PATH as READING
from resume_customizer.api.reading import page_of
from resume_customizer.api.requirement_transfer import requirement_transfer_routes
from resume_customizer.api.requirements import requirement_routes
from resume_customizer.api.resumes import resume_routes
from resume_customizer.api.routes import Routes
from resume_customizer.api.sent_lines import sent_line_routes
from resume_customizer.api.submissions import submission_routes
from resume_customizer.api.texts import technology_routes, text_routes
from resume_customizer.api.timelines import timeline_routes
from resume_customizer.api.watching import Watch
from resume_customizer.api.webhooks import webhook_routes
from resume_customizer.api.workspaces import workspace_routes

DESCRIPTION: Final = (
    "Puts the right points into a person's own Word resume, leaves every other byte as it was, and proves it."
)


@dataclass(frozen=True, slots=True)
class Pages:
    """The web app: an ASGI application of its own, served at `/` by the same process."""

    application: ASGIApp
    lifespan: Callable[[FastAPI], AbstractAsyncContextManager[Any]] | None = None


def routes_of(entrance: Entrance) -> tuple[Routes, ...]:
    """Every operation. A new file of operations is added here, and nowhere else."""
    return (
        auth_routes(entrance),
        me_routes(entrance),
        *workspace_routes(entrance),
        key_routes(entrance),
        audit_routes(entrance),
        operating_routes(entrance),
        *resume_routes(entrance),
        *bank_routes(entrance),
        *customization_routes(entrance),
        draft_routes(entrance),
        requirement_routes(entrance),
        requirement_transfer_routes(entrance),
        timeline_routes(entrance),
        *people_routes(entrance),
        *submission_routes(entrance),
        sent_line_routes(entrance),
        analytics_routes(entrance),
        mail_routes(entrance),
        *outbox_routes(entrance),
        *mailing_routes(entrance),
        mail_account_routes(entrance),
        *mail_template_routes(entrance),
        *mail_setup_routes(entrance),
        *kept_routes(entrance),
        batch_routes(entrance),
        job_routes(entrance),
        client_copy_routes(entrance),
        webhook_routes(entrance),
        document_routes(entrance),
        text_routes(entrance),
        technology_routes(),
        own_technology_routes(entrance),
        health_routes(entrance),
    )


def make_api(entrance: Entrance, pages: Pages | None = None) -> FastAPI:
    """All operations; `pages` get what is left."""
    assistants = AssistantsDoor(entrance)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        async with AsyncExitStack() as running:
            await running.enter_async_context(assistants.running())
            if pages and pages.lifespan:
                await running.enter_async_context(pages.lifespan(app))
            yield

    app = FastAPI(
        title="Resume Customizer Pro",
        version=__version__,
        description=DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # its page would be loaded from elsewhere: api/reading.py makes ours
        redoc_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
    )
    app.state.entrance = entrance
    add_problems(app)
    operations = [route for routes in routes_of(entrance) for route in routes.router.routes]
    app.router.routes.extend(operations)
    app.router.routes.append(Route(ASSISTANTS, assistants, include_in_schema=False))
    app.router.routes.append(Route(READING, _reading(app), include_in_schema=False))

    @app.api_route("/api/{path:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
    async def nothing(path: str) -> None:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no /api/{path}; {READING} lists what there is.")

    if pages:
        app.mount("/", pages.application)
    app.router.middleware_stack = Finding(operations, app.router.middleware_stack)
    describe(app)
    return app


def _reading(app: FastAPI) -> Callable[[Request], HTMLResponse]:
    """The description as a page, made once."""

    @cache
    def page() -> str:
        return page_of(app.openapi())

    def endpoint(_request: Request) -> HTMLResponse:
        return HTMLResponse(page(), headers=READING_HEADERS)

    return endpoint


def make_application(entrance: Entrance, hosts: Iterable[str] = LOOPBACK, pages: Pages | None = None) -> Guard:
    """What is served: the API, and the pages of the web app where there are any, behind the guard."""
    watched = Watch(Shedding(make_api(entrance, pages), entrance.room), entrance.metrics)
    sockets = pages.application if pages else None  # the API has none
    return Guard(watched, hosts, sockets=sockets, is_secure=entrance.rules.is_secure)
