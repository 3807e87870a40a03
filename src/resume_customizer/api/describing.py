"""The description of the API: what FastAPI finds, with problems, ways of coming in, and an example of everything.

    FastAPI.openapi()  ->  describe()  ->  OpenAPI 3.1, made once

Promises (tests in tests/api/test_description.py):

* Every operation says what it is, who may call it, and every answer that it gives.
* Every body and every answer has an example, which its schema allows.
"""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI

from resume_customizer.api.problems import MEDIA_TYPE, Problem

Spec = dict[str, Any]
_SCHEMES: Final = {
    "token": {"type": "http", "scheme": "bearer", "description": "An access token of /auth/sign-in, or an API key."},
    "session": {"type": "apiKey", "in": "cookie", "name": "rcp_session", "description": "For pages of the web app."},
}
_BY_FORMAT: Final = {
    "uuid": "01994f3a-7b7c-7d1e-8a55-3f6f0c9b1a2d",
    "date-time": "2026-11-23T09:00:00Z",
    "date": "2026-11-23",
    "uri": "https://desk.example/",
}
_DEEPEST: Final = 8


def describe(app: FastAPI) -> None:
    """Let an app describe itself in full."""
    usual = app.openapi

    def described() -> Spec:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(usual())
        return app.openapi_schema

    setattr(app, "openapi", described)  # noqa: B010 - FastAPI's way of changing the description


def operations_of(spec: Spec) -> Iterator[tuple[str, str, Spec]]:
    """Method, path and description of every operation."""
    for path, methods in spec["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def example_of(schema: Spec, schemas: Spec, depth: int = 0, *, is_sent: bool = False) -> Any:  # noqa: ANN401 - any
    """A value that a schema allows, of the examples and usual values of its fields; of what is sent, what has to be."""
    for given in ("example", "const"):
        if given in schema:
            return schema[given]
    if schema.get("examples"):
        return schema["examples"][0]
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].rpartition("/")[2]], schemas, depth + 1, is_sent=is_sent)
    if "default" in schema:
        return schema["default"]
    if schema.get("enum"):
        return schema["enum"][0]
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return example_of(schema[several][0], schemas, depth, is_sent=is_sent)
    return _made(schema, schemas, depth, is_sent=is_sent)


def _made(schema: Spec, schemas: Spec, depth: int, *, is_sent: bool) -> Any:  # noqa: ANN401 - any value
    kind = schema.get("type")
    if kind == "object":
        fields = schema.get("properties", {}) if depth < _DEEPEST else {}
        needed = {*schema.get("required", ()), *(name for name, each in fields.items() if each.get("examples"))}
        shown = {name: each for name, each in fields.items() if not is_sent or name in needed}
        return {name: example_of(each, schemas, depth + 1, is_sent=is_sent) for name, each in shown.items()}
    if kind == "array":
        inside = schema.get("items", {})
        return [example_of(inside, schemas, depth + 1, is_sent=is_sent)] if inside and depth < _DEEPEST else []
    if kind in {"integer", "number"}:
        return max(1, int(schema.get("minimum", 1)))
    if kind == "boolean":
        return False
    if kind == "null":
        return None
    text = _BY_FORMAT.get(schema.get("format", ""), "text")
    return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength", 1_000)]


def _completed(spec: Spec) -> Spec:
    components = spec.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(schemas["Problem"].pop("$defs", {}))
    components["securitySchemes"] = _SCHEMES
    for _, _, operation in operations_of(spec):
        operation.setdefault("description", operation["summary"])
        for content in _contents(operation.get("requestBody", {})):
            content.setdefault("example", example_of(content["schema"], schemas, is_sent=True))
        for status, answer in operation["responses"].items():
            for content in _contents(answer):
                content.setdefault("example", example_of(content.get("schema", {}), schemas))
            problem = answer.get("content", {}).get(MEDIA_TYPE)
            if problem:
                problem["example"] = _problem(HTTPStatus(int(status)))
    return spec


def _contents(described: Spec) -> Iterator[Spec]:
    """What of a body or an answer is JSON."""
    yield from (content for kind, content in described.get("content", {}).items() if kind == "application/json")


def _problem(status: HTTPStatus) -> Spec:
    code = status.phrase.lower().replace(" ", "-")
    return {
        "type": f"urn:resume-customizer:problem:{code}",
        "title": status.phrase,
        "status": status.value,
        "detail": status.description or status.phrase,
        "code": code,
        "where": "",
        "request_id": "01a2b3c4d5e6f708",
        "errors": [],
    }
