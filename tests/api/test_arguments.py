"""Everything that was sent is looked at in one pass."""

import asyncio
from typing import Annotated

import pytest
from fastapi import FastAPI, Form, Query, Response, UploadFile
from starlette.testclient import TestClient

from builders.api import SITE, ApiOfTest
from resume_customizer.api.entrance import Access
from resume_customizer.api.fields import In, Listed, Name, Out
from resume_customizer.api.guard import Guard
from resume_customizer.api.in_place import run
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.problems import add_problems
from resume_customizer.api.routes import Routes
from resume_customizer.api.versions import Seen


class Told(Out):
    """What arrived."""

    name: str


class Named(In):
    """A name."""

    name: Name


def telling() -> Routes:
    """Operations that take parameters from everywhere."""
    routes = Routes("told", "/told")

    @routes.put("/{number}", Access.ANYBODY, "Tell")
    def tell(
        number: str, seen: Seen, new: Named, paging: Pages, word: Annotated[str, Query(max_length=3)] = "abc"
    ) -> Told:
        return Told(name=" ".join(map(str, (number, seen, new.name, paging.after, paging.limit, word))))

    @routes.get("", Access.ANYBODY, "A list")
    def list_told(paging: Pages, q: Annotated[str, Query(min_length=2)]) -> Listed[Told]:
        return listed(Told, [Told(name=f"{q} {paging.limit}")])

    @routes.post("/forms", Access.ANYBODY, "Send a form")
    def send(file: UploadFile, answer: Response, word: Annotated[str, Form(max_length=3)] = "abc") -> Told:
        answer.headers["x-told"] = "yes"
        return Told(name=f"{file.filename} {len(file.file.read())} {word}")

    return routes


@pytest.fixture(scope="module")
def told(api: ApiOfTest) -> TestClient:
    """A server with these operations."""
    app = FastAPI()
    app.state.entrance = api.entrance
    add_problems(app)
    app.router.routes.extend(telling().router.routes)
    return TestClient(Guard(app), base_url=SITE, raise_server_exceptions=False)


def test_each_parameter_arrives_and_what_is_not_sent_is_what_it_usually_is(told: TestClient) -> None:
    sent = told.put("/api/v1/told/7?limit=3", json={"name": "Ann"}, headers={"If-Match": '"4"'})
    usual = told.put("/api/v1/told/7?after=x&word=", json={"name": "Ann"})

    assert sent.json() == {"name": "7 4 Ann  3 abc"}
    assert usual.json() == {"name": "7 0 Ann x 50 "}
    assert told.get("/api/v1/told?q=some").json() == {"items": [{"name": "some 50"}], "next": ""}


def test_all_that_is_wrong_is_said_at_once_wherever_it_stands(told: TestClient) -> None:
    query = "limit=0&word=long&page=2&after=%00&after=b"
    answer = told.put(f"/api/v1/told/7?{query}", json={"name": "", "id": 1}, headers={"If-Match": "x"})

    wrong = {each["field"]: each["message"] for each in answer.json()["errors"]}
    assert answer.status_code == 422
    assert set(wrong) == {"query.limit", "query.word", "query.page", "query.after", "header.if-match", "name", "id"}
    assert wrong["query.page"] == "There is no such parameter."
    assert wrong["header.if-match"] == 'This is no ETag of ours, like "3".'


def test_what_is_needed_and_not_sent_is_said_with_what_there_is_not(told: TestClient) -> None:
    answer = told.get("/api/v1/told?page=2")

    assert {each["field"]: each["message"] for each in answer.json()["errors"]} == {
        "query.q": "This is needed.",
        "query.page": "There is no such parameter.",
    }
    assert told.put("/api/v1/told/7", headers={"Content-Type": "application/json"}).status_code == 422


def test_a_form_is_told_all_at_once_as_well_and_does_nothing(told: TestClient) -> None:
    wrong = told.post("/api/v1/told/forms?page=2", data={"word": "long"}, files={"other": b""})
    right = told.post("/api/v1/told/forms", files={"file": ("a.txt", b"bytes")})

    assert {each["field"] for each in wrong.json()["errors"]} == {"query.page", "word", "file"}
    assert (right.json(), right.headers["x-told"]) == ({"name": "a.txt 5 abc"}, "yes")
    assert right.headers.get_list("content-length") == [str(len(right.content))]


def test_what_would_wait_where_nothing_can_be_waited_for_is_a_mistake() -> None:
    with pytest.raises(RuntimeError, match="waits"):
        run(asyncio.sleep(0))
