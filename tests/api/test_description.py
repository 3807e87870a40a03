"""The contract: every operation in full, and examples that it allows."""

import re
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from builders.api import ApiOfTest
from resume_customizer.api.describing import operations_of
from resume_customizer.api.entrance import Access
from resume_customizer.api.routes import PERMISSION
from resume_customizer.core.permissions import OPERATOR_ACTIONS, Action

PROBLEM = ["application/problem+json"]
EVERYWHERE = {"403", "422", "429", "500", "503"}


@pytest.fixture(scope="module")
def spec(client: TestClient) -> dict[str, Any]:
    found = client.get("/api/v1/openapi.json").json()
    assert len(list(operations_of(found))) > 70
    return found


def test_every_operation_says_what_it_is_and_who_may_call_it(spec: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations_of(spec)]
    permissions = {each.value for each in (*Access, *Action)}

    assert len(set(names)) == len(names)
    for _, path, operation in operations_of(spec):
        assert operation["summary"][0].isupper(), path
        assert not operation["summary"].endswith("."), path
        assert operation["description"], path
        assert operation["tags"], path
        assert operation[PERMISSION] in permissions, path
        assert ("security" in operation) == (operation[PERMISSION] != Access.ANYBODY), path


def test_every_operation_names_every_error_that_it_can_give(spec: dict[str, Any]) -> None:
    for method, path, operation in operations_of(spec):
        answers, where = operation["responses"], f"{method} {path}"
        errors = {status for status in answers if status >= "4"}
        assert errors >= EVERYWHERE, where
        for status in errors:
            if not path.startswith("/readyz"):
                assert list(answers[status]["content"]) == PROBLEM, where
        if operation[PERMISSION] != Access.ANYBODY:
            assert errors >= {"401", "404"}, where
        if "{" in path:
            assert "404" in errors, where
        if "requestBody" in operation:
            assert errors >= {"400", "408", "413", "415"}, where
        headers = {each["name"] for each in operation.get("parameters", []) if each["in"] == "header"}
        if "Idempotency-Key" in headers:
            assert "409" in errors, where
        if "if-match" in {each.lower() for each in headers}:
            assert errors >= {"409", "412"}, where
        if operation[PERMISSION] in {each.value for each in set(Action) - OPERATOR_ACTIONS}:
            assert "X-Workspace" in headers, where


OPEN = {
    "AuditEntry.details": "what an event tells differs with the event, and new ones come",
    "View.choice": "the parameters of whichever list it is a view of",
    "KeptChange.wanted": "the fields of whichever record could not be written",
}
"""Objects of answers that differ from case to case, and why."""


def test_every_object_of_an_answer_says_what_is_in_it(spec: dict[str, Any]) -> None:
    schemas, untyped, looked = spec["components"]["schemas"], set[str](), set[str]()

    def look(schema: dict[str, Any], where: str) -> None:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if name not in looked:
                looked.add(name)
                look(schemas[name], name)
            return
        inside = schema.get("additionalProperties", {})
        parts = [(each, f"{where}.{name}") for name, each in schema.get("properties", {}).items()]
        parts += [(each, where) for several in ("anyOf", "oneOf", "allOf") for each in schema.get(several, ())]
        parts += [(each, f"{where}[]") for each in (inside, schema.get("items", {})) if isinstance(each, dict) and each]
        is_said = bool(parts) or "const" in schema or "enum" in schema
        if not is_said and schema.get("type") in {None, "object", "array"}:
            untyped.add(where)
        for each, place in parts:
            look(each, place)

    for method, path, operation in operations_of(spec):
        for status, answer in operation["responses"].items():
            for kind, content in answer.get("content", {}).items():
                look(content.get("schema", {}), f"{method} {path} {status} {kind}")

    assert len(looked) > 150
    assert untyped == set(OPEN)


def test_every_path_names_the_parameters_that_it_has(spec: dict[str, Any]) -> None:
    for method, path, operation in operations_of(spec):
        named = {each["name"] for each in operation.get("parameters", []) if each["in"] == "path"}
        assert named == {each.partition(":")[0] for each in re.findall(r"{([^}]+)}", path)}, f"{method} {path}"
        assert re.fullmatch(r"/(livez|readyz|metrics|api/v1(/[a-z0-9-]+(\.[a-z]+)?|/{[a-z_]+})+)", path), path


def test_every_body_and_every_answer_has_an_example_that_its_schema_allows(spec: dict[str, Any]) -> None:
    checked = 0
    for method, path, operation in operations_of(spec):
        described = [operation.get("requestBody", {}), *operation["responses"].values()]
        for content in (each.get("content", {}) for each in described):
            for kind, one in content.items():
                if kind not in {"application/json", *PROBLEM}:
                    continue
                schema = {**one.get("schema", {}), "components": spec["components"]}
                jsonschema.validate(one["example"], schema)
                checked += 1
        has_json = "application/json" in operation.get("requestBody", {}).get("content", {"application/json": 0})
        assert "requestBody" not in operation or has_json or "multipart/form-data" in str(operation), f"{method} {path}"

    assert checked > 300


A_RECORD = {"not-found", "no-customization", "no-template", "user-exists"}
A_SECRET = {"wrong-password", "wrong-code", "bad-token", "not-signed-in"}
"""What can be wrong with an example: it names something that only the caller has."""


def test_the_example_of_a_body_is_taken_but_for_what_only_the_caller_has(
    own_api: ApiOfTest, spec: dict[str, Any]
) -> None:
    own_api.workspace("ann", is_operator=True)
    taken, refused = set[str](), dict[str, str]()
    for method, path, operation in operations_of(spec):
        sent = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if sent is None or method != "POST" or "{" in path:
            continue
        answer = own_api.client.post(path, json=sent["example"], headers=own_api.as_("ann"))
        if answer.status_code < 400:
            taken.add(path)
        else:
            refused[path] = answer.json()["code"]
        if path.endswith("/sign-outs"):
            own_api.sign_in("ann")

    assert set(refused.values()) <= A_RECORD | A_SECRET, refused
    assert {f"/api/v1/{noun}" for noun in ("banks", "requirements", "consultants", "mails", "mail-accounts")} <= taken
    assert len(taken) > len(refused)


def test_what_is_refused_is_described(api: ApiOfTest, spec: dict[str, Any]) -> None:
    """Each operation is called by nobody, with nothing: the answer is one that it names."""
    for method, path, operation in operations_of(spec):
        answer = api.client.request(method, re.sub(r"{[^}]+}", "nothing", path))
        assert str(answer.status_code) in operation["responses"], f"{method} {path}: {answer.status_code}"
        assert answer.status_code < 500, f"{method} {path}"
