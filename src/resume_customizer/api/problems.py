"""Errors as RFC 9457 problem details: the API's language for errors, in one table.

any exception  ->  problem_of()  ->  application/problem+json
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from resume_customizer.api.fault_words import words_of
from resume_customizer.core import errors

STATUSES: dict[type[errors.ResumeCustomizerError], HTTPStatus] = {
    errors.InvalidInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.NotSignedIn: HTTPStatus.UNAUTHORIZED,
    errors.NotPermitted: HTTPStatus.FORBIDDEN,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.QuotaExceeded: HTTPStatus.TOO_MANY_REQUESTS,
    errors.Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.PromiseBroken: HTTPStatus.INTERNAL_SERVER_ERROR,
}
CODE: Final = "rcp.code"
"""Where the code of a problem stands in the scope, for the line of the log."""
MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "2"
"""Seconds until a busy or unreachable part is worth another try."""
_LOG = logging.getLogger(__name__)


class FieldError(BaseModel):
    """What is wrong with one part of the input."""

    field: str = Field(examples=["resume"])
    message: str = Field(examples=["This is needed."])


class Problem(BaseModel):
    """What went wrong, for people (`title`, `detail`) and for programs (`status`, `code`)."""

    type: str = Field(examples=["urn:resume-customizer:problem:not-a-docx"])
    title: str = Field(examples=["Unprocessable Entity"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["This is no Word document (.docx)."])
    code: str = Field(examples=["not-a-docx"])
    where: str = Field("", examples=["line 3"], description="The place in the input, when there is one.")
    request_id: str = Field("", examples=["01a2b3c4d5e6f708"], description="Name it when you report the problem.")
    errors: list[FieldError] = Field([], description="All parts of the input that are wrong.")


def problems(
    signed_in: bool,
    has_body: bool,
    has_place: bool,
    once: bool,
    more: Iterable[HTTPStatus] = (),
) -> dict[int | str, dict[str, Any]]:
    """The error answers of an operation, for its description; `has_place`: its path names a record."""
    facts = {
        HTTPStatus.BAD_REQUEST: has_body,
        HTTPStatus.UNAUTHORIZED: True,  # also where nobody need sign in: a token that holds no more is told as such
        HTTPStatus.FORBIDDEN: True,
        HTTPStatus.NOT_FOUND: signed_in or has_place,
        HTTPStatus.REQUEST_TIMEOUT: has_body,
        HTTPStatus.CONFLICT: once,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: has_body,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE: has_body,
        HTTPStatus.UNPROCESSABLE_ENTITY: True,
        HTTPStatus.TOO_MANY_REQUESTS: True,
        HTTPStatus.INTERNAL_SERVER_ERROR: True,
        HTTPStatus.SERVICE_UNAVAILABLE: True,
    }
    return problems_of(*sorted({*(status for status, holds in facts.items() if holds), *more}))


def problems_of(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """Error answers, for a description."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {each.value: {"description": each.phrase, "content": content} for each in statuses}


def add_problems(app: FastAPI) -> None:
    """Answer every error of the app with a problem."""

    async def ours(request: Request, fault: errors.ResumeCustomizerError) -> JSONResponse:
        status = status_of(fault)
        if fault.code == "changed-meanwhile" and "if-match" in request.headers:
            status = HTTPStatus.PRECONDITION_FAILED
        return problem_of(request, status, fault.message, fault.code, where=fault.where)

    async def invalid(request: Request, fault: RequestValidationError) -> JSONResponse:
        wrong = [{"field": _field(each["loc"]), "message": words_of(each)} for each in fault.errors()]
        detail = " ".join(f"{each['field']}: {each['message']}" for each in wrong)
        return problem_of(request, HTTPStatus.UNPROCESSABLE_ENTITY, detail, "invalid-request", wrong=wrong)

    async def http(request: Request, fault: HTTPException) -> JSONResponse:
        if isinstance(fault.__cause__, OSError):  # what was sent is put aside while it is read
            full = errors.Unavailable("not-writable", "There is no room for what you sent. Try again later.")
            _LOG.error("a request could not be put aside: %s", fault.__cause__.strerror)
            return await ours(request, full)
        status = HTTPStatus(fault.status_code)
        code = status.phrase.lower().replace(" ", "-")
        return problem_of(request, status, str(fault.detail), code, headers=fault.headers)

    async def unexpected(request: Request, fault: Exception) -> JSONResponse:
        _LOG.error("unexpected %s in request %s", type(fault).__name__, _request_id(request), exc_info=fault)
        message = "Something unexpected happened; nothing was changed. Report it with the request id."
        return problem_of(request, HTTPStatus.INTERNAL_SERVER_ERROR, message, "unexpected")

    async def gone(request: Request, _: ClientDisconnect) -> JSONResponse:
        return problem_of(request, HTTPStatus.BAD_REQUEST, "The caller went away before all was sent.", "gone")

    table: dict[type[Exception], Any] = {
        ClientDisconnect: gone,
        errors.ResumeCustomizerError: ours,
        RequestValidationError: invalid,
        HTTPException: http,
        Exception: unexpected,
    }
    for kind, answer in table.items():
        app.add_exception_handler(kind, answer)


def status_of(fault: errors.ResumeCustomizerError) -> HTTPStatus:
    """The status for an error: that of the nearest class in the table."""
    found = (status for kind, status in STATUSES.items() if isinstance(fault, kind))
    return next(found, HTTPStatus.INTERNAL_SERVER_ERROR)


def problem_of(
    request: Request,
    status: HTTPStatus,
    detail: str,
    code: str,
    *,
    where: str = "",
    wrong: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """One problem as an answer."""
    request.scope[CODE] = code
    problem = Problem(
        type=f"urn:resume-customizer:problem:{code}",
        title=status.phrase,
        status=status,
        detail=detail,
        code=code,
        where=where,
        request_id=_request_id(request),
        errors=[FieldError(**each) for each in wrong],
    )
    return JSONResponse(problem.model_dump(), status, {**_usual(status, code), **(headers or {})}, MEDIA_TYPE)


def _usual(status: HTTPStatus, code: str) -> dict[str, str]:
    """Headers that belong to a status."""
    if status == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    if status in {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS} or code == "in-flight":
        return {"Retry-After": RETRY_AFTER}
    return {}


def _field(place: Sequence[str | int]) -> str:
    return ".".join(str(each) for each in place if each != "body") or "body"


def _request_id(request: Request) -> str:
    return request.scope.get("request_id", "")
