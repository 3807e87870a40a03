"""Errors as problem details: one table, nothing that a stranger should not see."""

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from resume_customizer.api.guard import Guard
from resume_customizer.api.problems import add_problems, status_of
from resume_customizer.core import errors


def _all_errors() -> set[type[errors.ResumeCustomizerError]]:
    every = [each for each in vars(errors).values() if isinstance(each, type)]
    return {each for each in every if issubclass(each, errors.ResumeCustomizerError)} - {errors.ResumeCustomizerError}


EXPECTED: dict[type[errors.ResumeCustomizerError], int] = {
    errors.InvalidInput: 422,
    errors.UnreadableInput: 422,
    errors.RefusedInput: 422,
    errors.NothingToPlace: 422,
    errors.NotFound: 404,
    errors.NotPermitted: 403,
    errors.NotSignedIn: 401,
    errors.Conflict: 409,
    errors.QuotaExceeded: 429,
    errors.Unavailable: 503,
    errors.NotWritable: 503,
    errors.PromiseBroken: 500,
}


def test_every_error_has_its_status() -> None:
    assert {kind: status_of(kind("code", "message")) for kind in _all_errors()} == EXPECTED


def test_an_unexpected_error_tells_a_stranger_nothing_and_the_log_everything(caplog: pytest.LogCaptureFixture) -> None:
    app = FastAPI()
    add_problems(app)

    @app.get("/fails")
    def fails() -> None:
        raise ValueError("the password is hunter2")

    client = TestClient(Guard(app), base_url="http://localhost", raise_server_exceptions=False)
    answer = client.get("/fails")

    assert answer.status_code == 500
    assert answer.json()["code"] == "unexpected"
    assert "hunter2" not in answer.text
    assert answer.json()["request_id"] in caplog.text


def test_a_busy_server_says_when_to_come_back() -> None:
    app = FastAPI()
    add_problems(app)

    @app.get("/busy")
    def busy() -> None:
        raise errors.Unavailable("busy", "Too much to do.")

    answer = TestClient(Guard(app), base_url="http://localhost").get("/busy")

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")


def test_a_field_that_is_missing_and_one_that_there_is_not_are_told_in_sentences(client: TestClient) -> None:
    answer = client.post("/api/v1/auth/sign-in", json={"address": "ann@desk.example", "secret": "x", "cookie": 1})

    assert {each["field"]: each["message"] for each in answer.json()["errors"]} == {
        "password": "This is needed.",
        "secret": "There is no such field.",
        "cookie": "This is neither true nor false. Send one of them, without quotation marks.",
    }
    assert "password: This is needed. " in answer.json()["detail"]


def test_the_description_names_the_problems_of_every_operation(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()

    assert "Problem" in described["components"]["schemas"]
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert operation["summary"]
            if path.startswith("/api/"):
                for status, answer in operation["responses"].items():
                    assert status < "4" or list(answer["content"]) == ["application/problem+json"], path
