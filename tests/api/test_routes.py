"""What all operations have in common."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from fastapi import FastAPI, UploadFile
from starlette.testclient import TestClient

from builders.api import SITE, ApiOfTest
from resume_customizer.api.entrance import Access
from resume_customizer.api.fields import In, Listed, Name, Out
from resume_customizer.api.guard import Guard
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.problems import add_problems
from resume_customizer.api.routes import PERMISSION, Operation, Routes, Who
from resume_customizer.api.versions import Seen
from resume_customizer.core.errors import Conflict
from resume_customizer.core.permissions import Action
from resume_customizer.services.ground import Ground


class Thing(Out):
    """Something with a version."""

    name: str
    version: int


class NewThing(In):
    """Something to make."""

    name: Name
    number: int = 0


@dataclass
class Box:
    """Things that were made."""

    made: list[str]
    version: int = 3


def things(ground: Ground, box: Box) -> Routes:
    """Operations on things, as others write theirs."""
    routes = Routes("things", "/things")

    @routes.get("", Access.ANYBODY, "All things")
    def list_things(paging: Pages) -> Listed[Thing]:
        return cut(Thing, [Thing(name=f"thing {n}", version=1) for n in range(7)], paging, lambda each: each.name)

    @routes.get("/one", Access.ANYBODY, "One thing")
    def show() -> Thing:
        return Thing(name="one", version=box.version)

    @routes.patch("/one", Access.ANYBODY, "Change a thing")
    def change(seen: Seen, new: NewThing) -> Thing:
        if seen not in {0, box.version}:
            raise Conflict("changed-meanwhile", "Somebody changed this meanwhile.")
        box.version += 1
        return Thing(name=new.name, version=box.version)

    @routes.post("", Action.CHANGE_OWN_ACCOUNT, "Make a thing", once=True)
    def make(actor: Who, new: NewThing) -> Thing:
        with ground.outside() as tx:
            ground.record(tx, actor, "thing.made")
            box.made.append(new.name)
        return Thing(name=new.name, version=len(box.made))

    @routes.post("/files", Action.CHANGE_OWN_ACCOUNT, "Send a file", once=True)
    def send(file: UploadFile) -> Thing:
        box.made.append(str(file.filename))
        return Thing(name=str(file.filename), version=len(file.file.read()))

    return routes


@pytest.fixture
def box() -> Box:
    return Box([])


@pytest.fixture
def client(api: ApiOfTest, box: Box) -> TestClient:
    """The API with operations on things."""
    with_things = FastAPI()
    with_things.state.entrance = api.entrance
    add_problems(with_things)
    with_things.include_router(things(api.desk.ground, box).router)
    return TestClient(Guard(with_things), base_url=SITE, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.person("routes.ann")


def test_nothing_of_a_body_is_read_before_it_is_known_who_sends_it(client: TestClient, ann: dict[str, str]) -> None:
    json_type = {"Content-Type": "application/json"}

    assert client.post("/api/v1/things", content=b"{", headers=json_type).status_code == 401
    assert client.post("/api/v1/things", content=b"{", headers=json_type | ann).status_code == 422


def test_an_operation_can_not_be_written_down_without_saying_who_may_call_it() -> None:
    from fastapi import APIRouter

    with pytest.raises(TypeError):
        Routes("x").get("/x", summary="no policy")  # ty: ignore[missing-argument]
    router = APIRouter(route_class=Operation)
    with pytest.raises(KeyError, match=PERMISSION):
        router.get("/x")(lambda: None)


def test_everything_that_is_wrong_is_said_at_once(client: TestClient, ann: dict[str, str]) -> None:
    answer = client.post("/api/v1/things", json={"name": "a\u202eb", "number": "x", "id": 1, "owner": 2}, headers=ann)

    wrong = {each["field"]: each["message"] for each in answer.json()["errors"]}
    assert answer.status_code == 422
    assert set(wrong) == {"name", "number", "id", "owner"}
    assert wrong["name"] == "This holds a character that nobody can see (U+202E)."


@pytest.mark.parametrize("query", ["page=2", "limit=0", "limit=201", "limit=1e1", "limit=%EF%BC%91", "limit=5&limit=6"])
def test_unknown_and_wrong_parameters_are_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/api/v1/things?{query}").status_code == 422
    assert client.get("/api/v1/things?after=%00").status_code == 422


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "application/json; charset=utf-16"}, 415),
        ({"Content-Type": "application/json", "Content-Encoding": "gzip"}, 415),
        ({"Content-Type": "application/json; charset=UTF-8"}, 201),
    ],
)
def test_a_body_is_plain_json(client: TestClient, ann: dict[str, str], headers: dict[str, str], status: int) -> None:
    assert client.post("/api/v1/things", content=b'{"name": "a"}', headers=headers | ann).status_code == status


def test_json_has_a_limit_of_its_own(client: TestClient, ann: dict[str, str]) -> None:
    body = b'{"name": "' + b"a" * 1_000_000 + b'"}'
    answer = client.post("/api/v1/things", content=body, headers={"Content-Type": "application/json"} | ann)

    assert answer.status_code == 413
    assert answer.json()["detail"] == "The JSON of this request may hold 1,000,000 bytes."


def test_a_list_comes_in_pages_that_neither_repeat_nor_leave_out(client: TestClient) -> None:
    names, after = [], ""
    for _ in range(4):
        found: dict[str, Any] = client.get("/api/v1/things", params={"after": after, "limit": 3}).json()
        names += [each["name"] for each in found["items"]]
        after = found["next"]
        if not after:
            break

    assert names == [f"thing {n}" for n in range(7)]
    assert after == ""


def test_what_is_known_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/things/one")
    again = client.get("/api/v1/things/one", headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["etag"] == '"3"'
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", '"3"')
    assert client.get("/api/v1/things/one", headers={"If-None-Match": '"2", W/"4"'}).status_code == 200


def test_a_change_of_what_somebody_else_changed_is_refused(client: TestClient) -> None:
    asked = {"name": "new"}

    assert client.patch("/api/v1/things/one", json=asked, headers={"If-Match": '"3"'}).headers["etag"] == '"4"'
    late = client.patch("/api/v1/things/one", json=asked, headers={"If-Match": '"3"'})
    assert (late.status_code, late.json()["code"]) == (412, "changed-meanwhile")
    assert client.patch("/api/v1/things/one", json=asked).status_code == 200
    for wrong in (b"3x", b'"0x3"', "９".encode(), b'"99999999999"', b""):
        headers = [(b"If-Match", wrong)]
        assert client.patch("/api/v1/things/one", json=asked, headers=headers).status_code == 422


def test_with_a_key_something_is_made_once(client: TestClient, box: Box, ann: dict[str, str]) -> None:
    keyed = ann | {"Idempotency-Key": "routes-1"}
    answers = [client.post("/api/v1/things", json={"name": "a"}, headers=keyed) for _ in range(3)]

    assert box.made == ["a"]
    assert {(each.status_code, each.text, each.headers["etag"]) for each in answers} == {
        (201, '{"name":"a","version":1}', '"1"')
    }
    assert ["idempotency-replayed" in each.headers for each in answers] == [False, True, True]
    assert client.post("/api/v1/things", json={"name": "b"}, headers=keyed).json()["code"] == "key-used"
    assert client.post("/api/v1/things", json={"name": "b"}, headers=ann | {"Idempotency-Key": ""}).status_code == 422


def test_a_file_sent_again_with_its_key_is_the_same_request(client: TestClient, box: Box, ann: dict[str, str]) -> None:
    keyed = ann | {"Idempotency-Key": "routes-2"}
    answers = [client.post("/api/v1/things/files", files={"file": ("a.docx", b"bytes")}, headers=keyed) for _ in "ab"]
    other = client.post("/api/v1/things/files", files={"file": ("a.docx", b"other")}, headers=keyed)

    assert [each.json() for each in answers] == [{"name": "a.docx", "version": 5}] * 2
    assert other.json()["code"] == "key-used"
    assert box.made == ["a.docx"]
    assert replace(box).version == 3


@pytest.mark.parametrize("number", [True, "3", 3.0, None])
def test_what_is_no_whole_number_is_not_taken_for_one(api: ApiOfTest, number: object) -> None:
    ann = api.workspace(f"ann-{type(number).__name__.lower()}")
    hours = {"zone": "UTC", "opens": "09:00", "closes": "17:00", "days": [number], "holidays": []}

    answer = api.client.put("/api/v1/mails/hours", json=hours, headers=ann)

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "days.0", "message": "This is no whole number."}]
