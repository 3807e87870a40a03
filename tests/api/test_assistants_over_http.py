"""The door for assistants over HTTP: the same keys and limits as all operations."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from builders.api import ApiOfTest

PATH = "/api/mcp"
HEADERS = {"Accept": "application/json, text/event-stream", "MCP-Protocol-Version": "2025-06-18"}


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.workspace("mcp.ann")


def ask(client: TestClient, headers: dict[str, str], method: str, **params: Any) -> Any:  # noqa: ANN401 - JSON
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return client.post(PATH, json=body, headers=HEADERS | headers)


def test_an_assistant_comes_in_with_a_key_and_works_as_its_owner(api: ApiOfTest, ann: dict[str, str]) -> None:
    api.client.post("/api/v1/banks", json={"name": "Backend"}, headers=ann)
    key = api.key("mcp.ann", "read")
    tools = ask(api.client, key, "tools/list").json()["result"]["tools"]
    called = ask(api.client, key, "tools/call", name="list_banks", arguments={}).json()["result"]

    assert "customize" in {each["name"] for each in tools}
    assert "Backend" in called["content"][0]["text"]
    refused = {"version_id": "x", "bank_ids": ["x"]}
    told = ask(api.client, key, "tools/call", name="customize", arguments=refused).json()["result"]
    assert told["isError"]
    assert "not-in-scope" in told["content"][0]["text"]


def test_nobody_and_who_may_not_look_are_refused(api: ApiOfTest, ann: dict[str, str]) -> None:
    assert ask(api.client, {}, "tools/list").status_code == 401
    assert ask(api.client, api.key("mcp.ann", "send"), "tools/list").status_code == 403
    assert ask(api.client, ann | {"X-Workspace": "other"}, "tools/list").status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"jsonrpc": "2.0"}', b"[" * 10_000, b'{"id": NaN}'])
def test_what_is_no_message_is_refused(api: ApiOfTest, ann: dict[str, str], body: bytes) -> None:
    headers = HEADERS | ann | {"Content-Type": "application/json"}

    assert 400 <= api.client.post(PATH, content=body, headers=headers).status_code < 500
