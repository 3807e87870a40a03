"""What every request passes: the promises of resume_customizer.api.guard."""

import logging
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from builders.api import SITE, ApiOfTest
from resume_customizer.api.guard import Guard
from resume_customizer.infrastructure.refusals import LOGGER


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Host": "evil.example", "Origin": "http://evil.example"},
        {"Host": "127.0.0.1:8000", "Origin": "http://127.0.0.1:9000"},
    ],
)
def test_another_host_or_a_page_of_another_origin_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.get("/livez", headers=headers)

    assert answer.status_code == 403
    assert answer.json()["code"] == "wrong-host-or-origin"


@pytest.mark.parametrize(
    "headers",
    [{}, {"Host": "localhost:8000"}, {"Host": "[::1]:80"}, {"Host": "localhost:1", "Origin": "http://localhost:1"}],
)
def test_programs_and_pages_of_this_server_are_answered(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/livez", headers=headers).status_code == 200


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    socket = WebSocket(scope, receive, send)
    await socket.accept()
    await socket.send_text("hello")
    await socket.close()


def test_a_websocket_is_opened_by_our_own_pages_only() -> None:
    client = TestClient(Guard(_echo), base_url="http://127.0.0.1")

    with client.websocket_connect("/", headers={"Host": "localhost", "Origin": "http://localhost"}) as socket:
        assert socket.receive_text() == "hello"
    for origin in ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
        with pytest.raises(WebSocketDisconnect), client.websocket_connect("/", headers={"Host": "localhost", **origin}):
            pass


@pytest.mark.parametrize("stated", [True, False], ids=["stated", "growing"])
def test_a_body_beyond_the_limit_is_refused_while_it_is_read(app: FastAPI, *, stated: bool) -> None:
    read = 0

    def body() -> Iterator[bytes]:
        nonlocal read
        for _ in range(100):
            read += 1000
            yield b"x" * 1000

    client = TestClient(Guard(app, max_body=5_000), base_url="http://127.0.0.1")
    content = b"x" * 5_001 if stated else body()
    answer = client.post("/api/v1/points/parse", content=content, headers={"Content-Type": "application/json"})

    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert "5,000 bytes" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/livez", "/api/v1/nothing", "/nothing", "/api/v1/openapi.json"])
def test_every_answer_has_the_security_headers_and_an_id_of_ours(client: TestClient, path: str) -> None:
    answers = [client.get(path, headers={"X-Request-Id": "mine"}) for _ in range(2)]

    for answer in answers:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert len(answer.headers["x-request-id"]) == 16
    assert answers[0].headers["x-request-id"] != answers[1].headers["x-request-id"]


def test_no_page_of_the_api_may_do_anything(client: TestClient) -> None:
    answer = client.get("/api/v1/openapi.json")

    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_turned_away_is_a_line_without_anything_that_was_sent(
    api: ApiOfTest, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    api.client.get("/api/v1/canary", headers={"Host": "canary.example"})
    api.client.get("/api/v1/canary", headers={"Origin": "https://canary.example"})
    api.client.post("/api/v1/points/parse", content=b"{}", headers={"Content-Length": "99999999999"})
    small = TestClient(Guard(api.guard._app, max_body=10), base_url=SITE)
    as_json = {"Content-Type": "application/json"}
    grown = small.post("/api/v1/points/parse", content=iter([b"canary"] * 9), headers=as_json)

    assert grown.status_code == 413
    told = [vars(record)["told"] for record in caplog.records if record.name == LOGGER]
    assert [each["code"] for each in told] == ["wrong-host-or-origin"] * 2 + ["too-large"] * 2
    assert {each["door"] for each in told} == {"guard"}
    assert all(each["address"] and len(each["request_id"]) == 16 for each in told)
    assert "canary" not in str(told)
