"""The contract, held against every answer that a test of the API gets.

Contract(api)  ->  check(answer), after each request of the client  ->  AssertionError where it is another one
"""

from functools import cache
from typing import Any

import httpx2 as httpx
import jsonschema
from pydantic import BaseModel

from builders.api import ApiOfTest
from resume_customizer.api.application import make_api, routes_of
from resume_customizer.api.operation import Operation
from resume_customizer.api.shapes import Shape


class Contract:
    """What an installation's API says of itself."""

    def __init__(self, api: ApiOfTest) -> None:
        operations = (each for routes in routes_of(api.entrance) for each in routes.router.routes)
        self._operations = [each for each in operations if isinstance(each, Operation)]
        self._spec = cache(lambda: make_api(api.entrance).openapi())
        self.checked = 0

    def check(self, answer: httpx.Response) -> None:
        """An answer of JSON is what its operation says: its schema allows it, and a shape names all that is in it."""
        request, path = answer.request, answer.request.url.path
        if answer.is_error or answer.headers.get("content-type") != "application/json" or "mcp" in path:
            return
        found = [each for each in self._operations if each.path == path] or [
            each for each in self._operations if each.path_regex.match(path)
        ]
        operation = next((each for each in found if request.method in (each.methods or ())), None)
        if operation is None:
            return
        answer.read()
        described = self._spec()["paths"][operation.path_format][request.method.lower()]["responses"]
        content = described[str(answer.status_code)].get("content", {})
        assert "application/json" in content, f"{operation.path} does not say that it answers JSON"
        schema: dict[str, Any] = content["application/json"].get("schema", {})
        jsonschema.validate(answer.json(), {**schema, "components": self._spec()["components"]})
        _check_shape(operation.response_model, answer.json())
        self.checked += 1


def _check_shape(model: Any, values: Any) -> None:  # noqa: ANN401 - an operation's
    if isinstance(model, type) and issubclass(model, BaseModel) and issubclass(model, Shape):
        assert model.model_validate(values).model_dump(mode="json", exclude_unset=True) == values
