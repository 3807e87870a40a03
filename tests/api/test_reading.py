"""The description as a page to read: the promises of resume_customizer.api.reading."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from starlette.testclient import TestClient

from resume_customizer.api.describing import operations_of
from resume_customizer.api.reading import PATH, page_of


class Seen(HTMLParser):
    """What stands on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action"}]


def test_every_operation_and_kind_stands_on_the_page_and_every_link_leads_somewhere(client: TestClient) -> None:
    described, seen = client.get("/api/v1/openapi.json").json(), Seen(client.get(PATH).text)
    operations = [operation["operationId"] for _, _, operation in operations_of(described)]
    assert len(operations) > 150

    assert len(seen.ids) == len(set(seen.ids))
    assert {*operations, *(f"kind-{name}" for name in described["components"]["schemas"])} <= set(seen.ids)
    inside = {link[1:] for link in seen.links if link.startswith("#")}
    assert inside - set(seen.ids) == set()


def test_it_needs_no_script_and_nothing_from_elsewhere(client: TestClient) -> None:
    answer = client.get(PATH)
    policy, seen = answer.headers["content-security-policy"], Seen(answer.text)
    style = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)

    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "unsafe" not in policy
    assert f"'sha256-{b64encode(sha256(style[0].encode()).digest()).decode()}'" in policy
    assert seen.tags & {"script", "iframe", "form", "object", "img"} == set()
    assert {link for link in seen.links if not link.startswith(("#", "data:,", "/api/"))} == set()
    assert ' style="' not in answer.text


def test_what_the_description_says_stands_there_as_text() -> None:
    evil = "</pre><script>x()</script>"
    operation = {
        "operationId": evil,
        "summary": evil,
        "description": evil + evil,
        "tags": [evil],
        "responses": {evil: {}},
    }
    operation["parameters"] = [{"name": evil, "in": evil, "schema": {"enum": [evil]}, "description": evil}]
    operation["requestBody"] = {"content": {"application/json": {"schema": {"format": evil}, "example": evil}}}
    schemas = {evil: {"description": evil, "properties": {evil: {"$ref": evil}}}}
    spec = {
        "info": {"title": evil, "version": evil},
        "paths": {evil: {evil: operation}},
        "components": {"schemas": schemas},
    }

    assert "script" not in Seen(page_of(spec)).tags
