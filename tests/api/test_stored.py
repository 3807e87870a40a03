"""Resumes, banks, customizations and drafts over HTTP: one story, from the upload to the proof."""

import io
from typing import Any

import pytest
from docx import Document
from starlette.testclient import TestClient

from builders.api import ApiOfTest
from doors.conftest import POINTS, resume_bytes

RESUME = resume_bytes()
DOCX_NAME = "Nadia Quist.docx"


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.workspace("stored.ann")


def post(client: TestClient, headers: dict[str, str], path: str, body: object) -> dict[str, Any]:
    answer = client.post(f"/api/v1{path}", json=body, headers=headers)
    assert answer.status_code in (200, 201), answer.text
    return answer.json()


@pytest.fixture(scope="module")
def resume(api: ApiOfTest, ann: dict[str, str]) -> dict[str, Any]:
    """A stored resume."""
    answer = api.client.post("/api/v1/resumes", files={"file": (DOCX_NAME, RESUME)}, headers=ann)
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture(scope="module")
def version(api: ApiOfTest, ann: dict[str, str], resume: dict[str, Any]) -> str:
    """The id of its first version."""
    (only,) = api.client.get(f"/api/v1/resumes/{resume['id']}/versions", headers=ann).json()["items"]
    return str(only["id"])


def test_a_stored_resume_comes_back_byte_for_byte_whole_and_in_parts(
    api: ApiOfTest, ann: dict[str, str], version: str
) -> None:
    path = f"/api/v1/resume-versions/{version}/file"
    whole = api.client.get(path, headers=ann)
    parts = [api.client.get(path, headers=ann | {"Range": each}) for each in ("bytes=0-99", "bytes=100-")]
    known = api.client.get(path, headers=ann | {"If-None-Match": whole.headers["etag"]})

    assert whole.content == RESUME
    assert b"".join(each.content for each in parts) == RESUME
    assert known.status_code == 304
    assert whole.headers["content-disposition"] == "attachment; filename*=UTF-8''Nadia%20Quist.docx"


def test_an_upload_sent_twice_with_its_key_is_stored_once(api: ApiOfTest) -> None:
    bob = api.workspace("stored.bob")
    sent = [
        api.client.post(
            "/api/v1/resumes", files={"file": ("a.docx", RESUME)}, headers=bob | {"Idempotency-Key": "up-1"}
        )
        for _ in range(2)
    ]

    assert sent[0].json() == sent[1].json()
    assert len(api.client.get("/api/v1/resumes", headers=bob).json()["items"]) == 1


def test_an_upload_that_grows_too_large_is_refused_while_it_is_read(api: ApiOfTest, ann: dict[str, str]) -> None:
    answer = api.client.post("/api/v1/resumes", files={"file": ("a.docx", b"x" * 21_000_000)}, headers=ann)

    assert answer.status_code == 413
    assert "20,100,000 bytes" in answer.json()["detail"]


def test_a_resume_is_changed_only_as_it_was_seen(api: ApiOfTest, ann: dict[str, str], resume: dict[str, Any]) -> None:
    path, change = f"/api/v1/resumes/{resume['id']}", {"name": "Nadia, Java", "tags": ["java", "senior"]}
    first = api.client.get(path, headers=ann)
    changed = api.client.patch(path, json=change, headers=ann | {"If-Match": first.headers["etag"]})
    late = api.client.patch(path, json=change, headers=ann | {"If-Match": first.headers["etag"]})

    assert (changed.status_code, changed.json()["name"], changed.json()["tags"]) == (
        200,
        "Nadia, Java",
        ["java", "senior"],
    )
    assert late.status_code == 412
    assert api.client.get("/api/v1/resumes?q=senior", headers=ann).json()["items"][0]["id"] == resume["id"]


def test_points_of_a_bank_reach_a_document_and_everything_proves_it(
    api: ApiOfTest, ann: dict[str, str], version: str
) -> None:
    client = api.client
    bank = post(client, ann, "/banks", {"name": "Backend"})
    imported = post(client, ann, f"/banks/{bank['id']}/imports", {"text": POINTS})
    assert imported["added"] > 1
    points = client.get(f"/api/v1/points?bank_id={bank['id']}", headers=ann).json()["items"]
    post(client, ann, "/points/reject", {"point_ids": [points[0]["id"]]})

    wish = {"version_id": version, "bank_ids": [bank["id"]], "posting": "Must have: Kafka."}
    plan = post(client, ann, "/plans", wish)
    made = post(client, ann, "/customizations", {**wish, "plan": plan, "name": "Harbor"})
    assert made["placed"] == imported["added"] - 1
    path = f"/api/v1/customizations/{made['id']}"
    document = client.get(f"{path}/file", headers=ann).content
    texts = [paragraph.text for paragraph in Document(io.BytesIO(document)).paragraphs]

    assert points[0]["text"] not in texts
    assert points[1]["text"] in texts
    assert client.get(f"{path}/original", headers=ann).content == RESUME
    assert client.get(f"{path}/verification", headers=ann).json()["holds"] is True
    assert client.get(f"{path}/certificate", headers=ann).json()
    assert client.get(path, headers=ann).json()["provenance"]["points"]
    page = client.get(f"{path}/preview", headers=ann)
    assert points[1]["text"] in page.text
    assert "script" not in page.headers["content-security-policy"]
    assert client.get("/api/v1/usage", headers=ann).json()["limits"][0]["used"] == 1
    tracked = client.get(f"{path}/tracked?author=Nadia", headers=ann).content
    assert b"Nadia" in Document(io.BytesIO(tracked)).element.xml.encode()


def test_unfinished_work_is_its_owners_and_is_not_overwritten(api: ApiOfTest, ann: dict[str, str]) -> None:
    kept = post(api.client, ann, "/drafts", {"name": "Harbor", "points": "Kafka\n• a"})
    path = f"/api/v1/drafts/{kept['id']}"
    saved = api.client.put(path, json={"name": "Harbor 2"}, headers=ann | {"If-Match": '"1"'})
    late = api.client.put(path, json={"name": "Harbor 3"}, headers=ann | {"If-Match": '"1"'})

    assert (saved.status_code, late.status_code) == (200, 412)
    assert api.client.get(path, headers=ann).json()["name"] == "Harbor 2"
    assert api.client.delete(path, headers=ann).status_code == 204
    assert api.client.get(path, headers=ann).status_code == 404


def test_a_posting_is_analysed_and_a_resume_matched_with_it(client: TestClient) -> None:
    posting = "Senior engineer\nMust have: Kafka, Java.\nNice to have: Go."
    analysis = client.post("/api/v1/postings/analyze", json={"text": posting}).json()
    match = client.post("/api/v1/match", files={"resume": ("a.docx", RESUME)}, data={"posting": posting}).json()

    assert {"Apache Kafka", "Java"} <= {each["name"] for each in analysis["technologies"]}
    assert 0 <= match["score"] <= 100
    assert match["requirements"]
    assert client.post("/api/v1/match", files={"resume": ("a.docx", RESUME)}).json()["code"] == "no-posting"


def test_technologies_are_looked_up_by_any_name_they_have(client: TestClient) -> None:
    assert client.get("/api/v1/technologies?q=kafka").json()["items"]
    assert client.get("/api/v1/technologies/CI/CD").json()["name"]
    assert client.get("/api/v1/technologies/nothing like this").status_code == 404
