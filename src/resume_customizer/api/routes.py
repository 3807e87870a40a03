"""How an operation is written down: its path, who may call it, what it is, and a function.

    routes = Routes("banks", "/banks")
    @routes.post("", Action.CHANGE_RECORDS, "Make a point bank", once=True)
    def create(actor: Who, bank: NewBank) -> Bank: ...

    request  ->  Operation: who, may they, what was sent  ->  the function  ->  JSON, ETag, or a stored answer

Everything that all operations have in common happens here, in api/operation.py or in api/guard.py; docs/api.md says it
for callers, and at its end for who adds operations.

Promises (tests in tests/api/test_routes.py):

* Unknown parameters and fields are refused, and everything that is wrong is said at once.
* With an Idempotency-Key something is made once (services/once.py).
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Annotated, Any, Final, TypeAlias, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from resume_customizer.api.entrance import WORKSPACE_HEADER, Access, Entrance, Policy
from resume_customizer.api.operation import MAX_BYTES, MAX_JSON, PACE, PERMISSION, Operation
from resume_customizer.api.problems import problems
from resume_customizer.api.sent import digest_of
from resume_customizer.api.versions import etag_of, is_known
from resume_customizer.core.actor import Actor
from resume_customizer.core.call_limits import Pace
from resume_customizer.core.permissions import OPERATOR_ACTIONS, Action
from resume_customizer.services.once import Answer, Asked

F = TypeVar("F", bound=Callable[..., Any])
PREFIX: Final = "/api/v1"
CHANGED: Final = (HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED)
"""The errors of changing what somebody else may be changing."""
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


def _actor(request: Request) -> Actor:
    return request.state.actor


Who: TypeAlias = Annotated[Actor, Depends(_actor)]
"""Who calls: the first parameter of an operation's function."""


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
        """Something to read. `more`: the fields of Kind, `shows` of api/shapes.py, or what FastAPI takes."""
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
        answers, shape = {**known, **more.pop("responses", {})}, more.pop("shows", None)

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
                response_model=shape or model if is_model else None,
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
        told[PACE] = str(kind.pace)
    if kind.most != MAX_JSON:
        told[MAX_BYTES] = kind.most
    if parameters:
        told["parameters"] = parameters
    if policy is not Access.ANYBODY:
        told["security"] = [*_SECURITY, {}] if policy is Access.DOCUMENTS else _SECURITY
    return told


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

    answer = entrance.desk.once.answer(actor, Asked(key, operation, digest_of(request)), kept)
    headers = {**answer.headers, **({"Idempotency-Replayed": "true"} if answer.is_repeated else {})}
    return Response(answer.text, answer.status, headers, "application/json" if answer.text else None)
