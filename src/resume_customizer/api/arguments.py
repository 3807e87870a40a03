"""From a request to the arguments of an operation's function, in one pass over all that was sent.

    what FastAPI found out about the function  ->  Arguments, once for each operation
    path, query, headers, body  ->  Arguments.read()  ->  values by name, or all that is wrong

FastAPI describes the parameters in the contract. It does not read them: it looks at each parameter's kind anew with
every request, which took longer than the question to the database (docs/decisions/0051).

Promises (tests in tests/api/test_arguments.py):

* All that is wrong is said at once, wherever it stands: path, query, headers, body.
* A parameter that there is not, that is said twice, or that holds what is no character is refused.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, TypeAlias

from fastapi import Request, Response
from fastapi._compat import ModelField, Undefined
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import request_body_to_args
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field, ValidationError, create_model

from resume_customizer.api.in_place import run
from resume_customizer.api.sent import find_query_faults

NO_BODY: Final = Undefined
Fault: TypeAlias = Mapping[str, Any]
"""`loc` and `msg`, as pydantic and FastAPI name them."""
_SOURCES: Final = ("path", "query", "header")


class Arguments:
    """How the arguments of one operation are read."""

    def __init__(self, dependant: Dependant, *, is_embedded: bool) -> None:
        """`is_embedded`: a form, of which each field is an argument."""
        self._function = _Call(dependant)
        self._body, self._is_embedded = dependant.body_params, is_embedded
        fields = {source: list(_fields(dependant, source)) for source in _SOURCES}
        self._known = frozenset(each.alias for each in fields["query"])
        self._headers = tuple(each.alias for each in fields["header"])
        shapes: dict[str, Any] = {source: _shape_of(each) for source, each in fields.items()}
        self._shape = create_model("Sent", **shapes)

    def read(self, request: Request, body: object = NO_BODY) -> dict[str, Any]:
        """The arguments, by name."""
        wrong: list[Fault] = find_query_faults(request, self._known)
        sent = self._checked(request, wrong)
        given = self._checked_body(body, wrong)
        if wrong:
            raise RequestValidationError(wrong)
        return self._function.arguments(sent, request) | dict(given)

    def _checked(self, request: Request, wrong: list[Fault]) -> Mapping[str, Mapping[str, Any]]:
        headers = request.headers
        sent = {
            "path": request.path_params,
            "query": {name: value for name, value in request.query_params.items() if name in self._known},
            "header": {name: headers[name] for name in self._headers if name in headers},
        }
        try:
            found = vars(self._shape.model_validate(sent))
            return {source: vars(each) for source, each in found.items()}
        except ValidationError as fault:
            told = {each["loc"] for each in wrong}
            faults = fault.errors(include_url=False, include_input=False)
            wrong.extend(each for each in faults if each["loc"] not in told)
        return {}

    def _checked_body(self, body: object, wrong: list[Fault]) -> Mapping[str, Any]:
        if not self._body:
            return {}
        given, faults = run(request_body_to_args(self._body, body, self._is_embedded))
        wrong.extend(faults)
        return given


class _Call:
    """A function and what it takes: parameters, and what other functions make of parameters."""

    def __init__(self, dependant: Dependant) -> None:
        self._takes = [
            (each.name, source, _key(each)) for source in _SOURCES for each in getattr(dependant, f"{source}_params")
        ]
        self._made = [(each.name, each.call, _Call(each)) for each in dependant.dependencies if each.call and each.name]
        self._request, self._response = dependant.request_param_name, dependant.response_param_name

    def arguments(self, sent: Mapping[str, Mapping[str, Any]], request: Request) -> dict[str, Any]:
        """Its arguments."""
        found = {name: sent[source][key] for name, source, key in self._takes}
        for name, make, call in self._made:
            found[name] = make(**call.arguments(sent, request))
        if self._request:
            found[self._request] = request
        if self._response:
            found[self._response] = _headers_alone()
        return found


def _headers_alone() -> Response:
    """What a function puts cookies on; it has no length of its own that would stand beside the answer's."""
    made = Response()
    del made.headers["content-length"]
    return made


def _fields(dependant: Dependant, source: str) -> Iterator[ModelField]:
    """The parameters of a function from one place, and of those that it depends on."""
    yield from getattr(dependant, f"{source}_params")
    for each in dependant.dependencies:
        yield from _fields(each, source)


def _shape_of(fields: list[ModelField]) -> type[BaseModel]:
    """Parameters of one place, by the names that they are sent under."""
    shape: dict[str, Any] = {}
    for each in fields:
        about = each.field_info
        usual = Field(alias=each.alias) if about.is_required() else Field(each.default, alias=each.alias)
        kind: Any = about.annotation
        shape[_key(each)] = (Annotated[(kind, *about.metadata)] if about.metadata else kind, usual)
    return create_model("Given", **shape)


def _key(field: ModelField) -> str:
    """What a parameter is called in between: any name, but none that models have for themselves."""
    return f"given_{field.name}_{field.alias}"
