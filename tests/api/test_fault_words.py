"""Faults of fields in plain words: the promises of resume_customizer.api.fault_words."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from builders.api import ApiOfTest
from resume_customizer.api.describing import operations_of

WRONG: list[Any] = [None, "x" * 5_000, "", [1], ["x"] * 500, {"x": 1}, -5, 1.5]
LIBRARY = re.compile(
    r"\b[Ii]nput|\bString should|\bList should|\bDictionary|\bvalid (?:list|string|dictionary|boolean)|pydantic"
)
NOBODY = "01994f3a-7b7c-7d1e-8a55-3f6f0c9b1a2d"


def test_a_wrong_kind_is_told_with_its_field_and_what_to_send(api: ApiOfTest) -> None:
    headers = api.workspace("words")
    wrong = {"skills": "Java, Kafka", "name": 7, "expected_rate_cents": "many", "notes": ["x"], "time_zone": "x" * 65}
    answer = api.client.post("/api/v1/consultants", json=wrong, headers=headers)

    assert {each["field"]: each["message"] for each in answer.json()["errors"]} == {
        "skills": 'This is no list. Send one in square brackets, like ["Java", "Kafka"].',
        "name": "This is no text. Send it in quotation marks.",
        "expected_rate_cents": "This is no whole number.",
        "notes": "This is no text. Send it in quotation marks.",
        "time_zone": "This is too long: the most is 64 characters.",
    }
    assert "skills: This is no list. " in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "message"),
    [("limit=0", "The least is 1."), ("limit=201", "The most is 200."), ("limit=x", "This is no whole number.")],
)
def test_a_number_of_an_address_is_told_with_its_limit(api: ApiOfTest, query: str, message: str) -> None:
    headers = api.workspace(f"limit{query[6:]}")
    answer = api.client.get(f"/api/v1/banks?{query}", headers=headers)

    assert answer.json()["errors"] == [{"field": "query.limit", "message": message}]


def test_no_wrong_value_anywhere_is_told_in_the_words_of_a_library(own_api: ApiOfTest) -> None:
    headers, client = own_api.workspace("ann", is_operator=True), own_api.client
    described = client.get("/api/v1/openapi.json").json()
    told: set[str] = set()
    for method, path, operation in operations_of(described):
        for body in _bodies(described, operation):
            where = re.sub(r"\{\w+\}", NOBODY, path)
            answer = client.request(method, where, json=body, headers=headers)
            told |= {each["message"] for each in answer.json().get("errors", ())}

    assert len(told) > 20
    assert {each for each in told if LIBRARY.search(each)} == set()
    assert {each for each in told if not each.endswith(".")} == set()


def _bodies(described: dict[str, Any], operation: dict[str, Any]) -> Iterator[Any]:
    """Each wrong value as the whole body, and in every field at once."""
    schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    fields = described["components"]["schemas"].get(schema.get("$ref", "").rpartition("/")[2], {}).get("properties", {})
    for value in WRONG if schema else ():
        yield value
        yield dict.fromkeys(fields, value)
