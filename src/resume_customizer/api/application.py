"""The API as one ASGI application.

make_api(sandbox)  ->  FastAPI: /api/v1/…, its description, /livez and /readyz
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from resume_customizer import __version__
from resume_customizer.api.documents import document_routes
from resume_customizer.api.problems import Problem, add_problems
from resume_customizer.api.texts import text_routes
from resume_customizer.infrastructure.sandbox import Sandbox

DESCRIPTION = "Puts the right points into a person's own Word resume, leaves every other byte as it was, and proves it."


def make_api(sandbox: Sandbox) -> FastAPI:
    """All operations; the sandbox is closed at the end."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        yield
        await run_in_threadpool(sandbox.close)

    app = FastAPI(
        title="Resume Customizer Pro",
        version=__version__,
        description=DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # its page would be loaded from elsewhere
        redoc_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
    )
    add_problems(app)
    app.include_router(document_routes(sandbox))
    app.include_router(text_routes(sandbox))

    @app.get("/livez", tags=["health"], summary="Is the process alive?")
    async def livez() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/readyz", tags=["health"], summary="Can it do its work?")
    def readyz() -> dict[str, str]:
        sandbox.call(abs, -1)
        return {"status": "ok", "sandbox": "ok"}

    @app.api_route("/api/{path:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
    async def nothing(path: str) -> None:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no /api/{path}; /api/v1/openapi.json lists what there is.")

    usual = app.openapi

    def with_problem() -> dict[str, object]:
        described = usual()
        schemas = described.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(schemas["Problem"].pop("$defs", {}))
        return described

    setattr(app, "openapi", with_problem)  # noqa: B010 - FastAPI's way of changing the description
    return app
