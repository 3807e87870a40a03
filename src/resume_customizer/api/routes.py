"""How an operation is written down: its path, who may call it, what it is, and a function.

    routes = Routes("banks", "/banks")
    @routes.post("", Action.CHANGE_RECORDS, "Make a point bank", once=True)
    def create(actor: Who, bank: NewBank) -> Bank: ...

    request  ->  who is it, may they?  ->  strict body  ->  the function  ->  JSON, ETag, or a stored answer

Everything that all operations have in common happens here or in api/guard.py; docs/api.md says it for callers, and
docs/api-routes.md for who adds operations.

Promises (tests in tests/api/test_routes.py):

* Nothing of a body is read before it is known that the caller may do this.
* An operation can't be written down without saying who may call it.
* Unknown parameters and fields are refused, and everything that is wrong is said at once.
* With an Idempotency-Key something is made once (services/once.py).
"""

import hashlib
import inspect
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Annotated, Any, Final, TypeAlias, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.datastructures import UploadFile
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.params import Form, Query
from fastapi.routing import APIRoute
from pydantic import TypeAdapter
from starlette.datastructures import UploadFile as PlainUploadFile
from starlette.exceptions import HTTPException

from resume_customizer.api.entrance import WORKSPACE_HEADER, Access, Entrance, Policy
from resume_customizer.api.guard import LIMIT
from resume_customizer.api.problems import problems
from resume_customizer.api.strict_json import parse_json
from resume_customizer.api.versions import etag_of, is_known
from resume_customizer.api.watching import OPERATION
from resume_customizer.core.actor import Actor
from resume_customizer.core.call_limits import Pace
from resume_customizer.core.permissions import OPERATOR_ACTIONS, Action
from resume_customizer.services.once import Answer, Asked

F = TypeVar("F", bound=Callable[..., Any])
PREFIX: Final = "/api/v1"
MAX_JSON: Final = 1_000_000
"""Bytes of a JSON body; an operation can allow more."""
CHANGED: Final = (HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED)
"""The errors of changing what somebody else may be changing."""
PERMISSION: Final = "x-permission"
_MAX_BODY: Final = "x-max-bytes"
_PACE: Final = "x-pace"
_KEY: Final = "Idempotency-Key"
_KEY_PARAMETER: Final = {
    "name": _KEY,
    "in": "header",
    "required": False,
    "description": "The same key within 24 hours gets the same answer and has no second effect.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
}
_WORKSPACE_PARAMETER: Final = {
    "name": WORKSPACE_HEADER,
    "in": "header",
    "required": False,
    "description": "The id of the workspace; not needed with an API key, nor by who has only one.",
    "schema": {"type": "string", "format": "uuid"},
}
_SECURITY: Final = [{"token": []}, {"session": []}]


async def _actor(request: Request) -> Actor:
    return request.state.actor


Who: TypeAlias = Annotated[Actor, Depends(_actor)]
"""Who calls: the first parameter of an operation's function."""


class Operation(APIRoute):
    """One operation: what happens before its function is called."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request."""
        usual = super().get_route_handler()
        told = self.openapi_extra or {}
        policy = _policy(told[PERMISSION])
        known = frozenset(each.alias for each in get_flat_params(self.dependant) if isinstance(each.field_info, Query))
        reads_json = self.body_field is not None and not isinstance(self.body_field.field_info, Form)
        most, pace = told.get(_MAX_BODY, MAX_JSON), Pace(told.get(_PACE, Pace.USUAL))

        async def handle(request: Request) -> Response:
            entrance: Entrance = request.app.state.entrance
            request.scope[OPERATION] = self.path_format
            with entrance.room.place(counts=pace is not Pace.UNCOUNTED):
                request.state.actor = await run_in_threadpool(entrance.let_in, request, policy, pace)
                _check_query(request, known)
                if reads_json:
                    await _read_json(request, most)
                elif most != MAX_JSON:
                    request.scope[LIMIT] = most
                return await usual(request)

        return handle


@dataclass(frozen=True, slots=True)
class Kind:
    """What is special about an operation."""

    status: int = HTTPStatus.OK
    once: bool = False
    """It makes something, and takes an Idempotency-Key."""
    errors: tuple[HTTPStatus, ...] = ()
    """Besides those that follow from the rest."""
    pace: Pace = Pace.USUAL
    """How its calls are counted."""
    most: int = MAX_JSON
    """Bytes of its body: of JSON; of a form, where it says another number."""


class Routes:
    """The operations of one kind of resource."""

    def __init__(self, tag: str, prefix: str = "", *, base: str = PREFIX) -> None:
        """`prefix` is the resource's plural noun, e.g. `/banks`."""
        self.router = APIRouter(prefix=base + prefix, tags=[tag], route_class=Operation)
        self._base = base + prefix

    def get(self, path: str, policy: Policy, summary: str, **more: Any) -> Callable[[F], F]:  # noqa: ANN401
        """Something to read. `more`: the fields of Kind, or what FastAPI takes."""
        return self._add("GET", path, policy, summary, more)

    def post(self, path: str, policy: Policy, summary: str, **more: Any) -> Callable[[F], F]:  # noqa: ANN401
        """Something to do; with `once`, something to make, which is answered with 201."""
        return self._add("POST", path, policy, summary, more)

    def put(self, path: str, policy: Policy, summary: str, **more: Any) -> Callable[[F], F]:  # noqa: ANN401
        """Something to replace."""
        return self._add("PUT", path, policy, summary, more)

    def patch(self, path: str, policy: Policy, summary: str, **more: Any) -> Callable[[F], F]:  # noqa: ANN401
        """Something to change."""
        return self._add("PATCH", path, policy, summary, more)

    def delete(self, path: str, policy: Policy, summary: str, **more: Any) -> Callable[[F], F]:  # noqa: ANN401
        """Something to remove; answered with 204."""
        more.setdefault("status", HTTPStatus.NO_CONTENT)
        return self._add("DELETE", path, policy, summary, more)

    def _add(self, method: str, path: str, policy: Policy, summary: str, more: dict[str, Any]) -> Callable[[F], F]:
        special = {name: more.pop(name) for name in ("status", "once", "errors", "most", "pace") if name in more}
        if special.get("once"):
            special.setdefault("status", HTTPStatus.CREATED)
        kind = Kind(**special)
        extra = {**_told(policy, kind), **more.pop("openapi_extra", {})}
        has_body = method in {"POST", "PUT", "PATCH"}
        known = problems(policy is not Access.ANYBODY, has_body, "{" in self._base + path, kind.once, kind.errors)
        answers = {**known, **more.pop("responses", {})}

        def add(function: F) -> F:
            name = str(getattr(function, "__name__", path))
            model = inspect.signature(function).return_annotation
            is_model = not (isinstance(model, type) and issubclass(model, Response)) and model is not None
            answered = _answered(function, method, kind, TypeAdapter(model) if is_model else None)
            self.router.add_api_route(
                path,
                answered,
                methods=[method],
                summary=summary,
                status_code=kind.status,
                response_model=model if is_model else None,
                responses=answers,
                openapi_extra=extra,
                name=name,
                operation_id=f"{self.router.tags[0]}-{name}".replace(" ", "-").replace("_", "-"),
                **{"response_class": Response, **more} if not is_model else more,
            )
            return function

        return add


def _told(policy: Policy, kind: Kind) -> dict[str, Any]:
    """What the description of the API says of an operation besides what FastAPI finds."""
    parameters = [_KEY_PARAMETER] if kind.once else []
    if isinstance(policy, Action) and policy not in OPERATOR_ACTIONS:
        parameters = [*parameters, _WORKSPACE_PARAMETER]
    told: dict[str, Any] = {PERMISSION: str(policy)}
    if kind.pace is not Pace.USUAL:
        told[_PACE] = str(kind.pace)
    if kind.most != MAX_JSON:
        told[_MAX_BODY] = kind.most
    if parameters:
        told["parameters"] = parameters
    if policy is not Access.ANYBODY:
        told["security"] = [*_SECURITY, {}] if policy is Access.DOCUMENTS else _SECURITY
    return told


def _policy(told: str) -> Policy:
    return Access(told) if told in set(Access) else Action(told)


def _answered(
    function: Callable[..., Any], method: str, kind: Kind, adapter: TypeAdapter[Any] | None
) -> Callable[..., Response]:
    """The function as FastAPI calls it: its answer is made in the same thread, with its ETag, and kept with its key."""
    signature = inspect.signature(function)
    incoming = inspect.Parameter("incoming", inspect.Parameter.KEYWORD_ONLY, annotation=Request)

    def work(given: dict[str, Any]) -> Response:
        answer = made = function(**given)
        if not isinstance(made, Response):
            etag = etag_of(made)
            headers = {"ETag": etag} if etag else {}
            body = adapter.dump_json(made) if adapter else None
            answer = Response(body, kind.status, headers, "application/json" if adapter else None)
        for injected in (each for each in given.values() if isinstance(each, Response)):
            answer.headers.raw.extend(injected.headers.raw)  # cookies that the function has set
        return answer

    @wraps(function)
    def answered(incoming: Request, **given: Any) -> Response:  # noqa: ANN401 - whatever the function takes
        key = incoming.headers.get(_KEY)
        if kind.once and key is not None:
            return _once(incoming, key, lambda: work(given))
        answer = work(given)
        if method == "GET" and is_known(answer.headers.get("ETag", ""), incoming.headers.get("If-None-Match")):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": answer.headers["ETag"]})
        return answer

    parameters = [*signature.parameters.values(), incoming]
    setattr(answered, "__signature__", signature.replace(parameters=parameters, return_annotation=Response))  # noqa: B010
    return answered


def _once(request: Request, key: str, work: Callable[[], Response]) -> Response:
    entrance: Entrance = request.app.state.entrance
    actor: Actor = request.state.actor
    operation = f"{request.method} {request.url.path}"

    def kept() -> Answer:
        answer = work()
        told = {name: answer.headers[name] for name in ("ETag", "Location") if name in answer.headers}
        return Answer(answer.status_code, bytes(answer.body).decode(), told)

    answer = entrance.desk.once.answer(actor, Asked(key, operation, _digest(request)), kept)
    headers = {**answer.headers, **({"Idempotency-Replayed": "true"} if answer.is_repeated else {})}
    return Response(answer.text, answer.status, headers, "application/json" if answer.text else None)


def _digest(request: Request) -> str:
    """Of what was sent; of a form its fields, for its boundary is another one each time."""
    found = hashlib.sha256(str(request.url.query).encode())
    form = getattr(request, "_form", None)
    if form is None:
        found.update(getattr(request, "_body", b""))
        return found.hexdigest()
    for name, value in sorted(form.multi_items(), key=lambda item: item[0]):
        found.update(repr(name).encode())
        if isinstance(value, UploadFile | PlainUploadFile):
            value.file.seek(0)
            found.update(repr(value.filename).encode() + hashlib.file_digest(value.file, "sha256").digest())
            value.file.seek(0)
        else:
            found.update(repr(value).encode())
    return found.hexdigest()


def _check_query(request: Request, known: frozenset[str]) -> None:
    """Refuse parameters that the operation does not have, and what can't be a text in them."""
    wrong = [
        {"loc": ("query", name), "msg": message}
        for name, value in request.query_params.multi_items()
        if (message := _fault(name, value, known, request))
    ]
    if wrong:
        raise RequestValidationError(wrong)


def _fault(name: str, value: str, known: frozenset[str], request: Request) -> str:
    if name not in known:
        return "There is no such parameter."
    if "\0" in value or (not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value)):
        return "This holds something that is no character."
    return "" if len(request.query_params.getlist(name)) == 1 else "This is said twice."


async def _read_json(request: Request, most: int) -> None:
    """Read the body within its limit, strictly; what FastAPI asks for later is this."""
    content_type, _, charset = request.headers.get("content-type", "").partition(";")
    is_utf8 = charset.strip().lower().replace('"', "") in {"", "charset=utf-8"}
    if content_type.strip().lower() != "application/json" or not is_utf8 or "content-encoding" in request.headers:
        message = "Send JSON: `Content-Type: application/json`, in UTF-8, not compressed."
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, message)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            message = f"The JSON of this request may hold {most:,} bytes."
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message, {"Connection": "close"})
    request._body = bytes(body)  # noqa: SLF001 - where Starlette keeps what it has read
    if body:
        request._json = parse_json(request._body)  # noqa: SLF001
