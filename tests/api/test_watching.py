"""What is written down of requests."""

import logging

import pytest
from starlette.testclient import TestClient

from builders.api import ApiOfTest
from resume_customizer.core.permissions import Role


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.workspace("watch.ann")


def test_each_request_is_one_line_with_ids_and_nobodys_text(
    api: ApiOfTest, ann: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "resume_customizer.requests")
    answer = api.client.post("/api/v1/banks", json={"name": "canary name"}, headers=ann)
    api.client.get("/api/v1/points?q=canary", headers=ann)

    lines = [vars(record)["told"] for record in caplog.records if record.name == "resume_customizer.requests"]
    assert [(each["method"], each["operation"], each["status"]) for each in lines] == [
        ("POST", "/api/v1/banks", 201),
        ("GET", "/api/v1/points", 200),
    ]
    assert lines[0]["workspace"] == api.workspaces["watch.ann"]
    assert lines[0]["request_id"] == answer.headers["x-request-id"]
    assert len(lines[0]["user"]) == 36
    assert "canary" not in str(lines)


def test_each_refusal_is_a_line_with_its_code_and_who_tried(
    api: ApiOfTest, ann: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "resume_customizer.requests")
    viewer = api.member("watch.ann", "watch.viewer", Role.VIEWER)
    caplog.clear()
    api.client.post("/api/v1/banks", json={"name": "canary name"}, headers=viewer)
    api.client.get("/api/v1/banks", headers={"Authorization": "Bearer canary"})
    api.client.get("/api/v1/members", headers=ann | {"X-Workspace": "canary"})
    api.client.get("/api/v1/banks", headers=ann)

    lines = [vars(record)["told"] for record in caplog.records if record.name == "resume_customizer.requests"]
    assert [(each["status"], each["code"]) for each in lines] == [
        (403, "not-permitted"),
        (401, "not-signed-in"),
        (404, "no-workspace"),
        (200, ""),
    ]
    assert len(lines[0]["user"]) == 36
    assert lines[0]["workspace"] == api.workspaces["watch.ann"]
    assert "canary" not in str(lines)


def test_figures_go_by_operations_and_are_for_the_operator(api: ApiOfTest, ann: dict[str, str]) -> None:
    operator = api.person("watch.operator", is_operator=True)
    for number in range(5):
        api.client.get(f"/api/v1/banks/unknown-{number}", headers=ann)
    text = api.client.get("/metrics", headers=operator).text

    assert 'operation="/api/v1/banks/{bank_id}",status="404"' in text
    assert "unknown-" not in text
    assert "rcp_request_seconds_bucket" in text
    assert "process_resident_memory_bytes" in text
    assert api.client.get("/metrics", headers=ann).status_code == 403
    assert api.client.get("/metrics").status_code == 401
    assert api.client.get("/metrics", headers=api.member("watch.ann", "watch.bob", Role.ADMIN)).status_code == 403


def test_what_is_not_ready_is_named(api: ApiOfTest, client: TestClient) -> None:
    from dataclasses import replace

    from resume_customizer.api.application import make_application
    from resume_customizer.core.errors import Unavailable

    class Broken:
        def call(self, *_: object, **__: object) -> object:
            raise Unavailable("gone", "The secret reason.")

    broken = TestClient(make_application(replace(api.entrance, documents=Broken())), base_url="http://127.0.0.1")
    answer = broken.get("/readyz")

    assert (answer.status_code, answer.json()["parts"]) == (503, {"store": "ok", "documents": "failing"})
    assert "secret reason" not in answer.text
    assert client.get("/readyz").json() == {"status": "ok", "parts": {"store": "ok", "documents": "ok"}}
