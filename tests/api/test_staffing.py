"""The staffing desk over HTTP: one story, from a vendor's e-mail to the interview."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from builders.api import ApiOfTest
from builders.requirements import a_vendor_mail, every_field
from builders.staffing import a_resume_file
from resume_customizer.api.openings import Opening, WholeOpening
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.desk import Requirement
from resume_customizer.services.staffing.views_of_requirements import requirement_to_json

BASE = "/api/v1"
RIGHT = {"right_to_represent": "Yes, for 75 USD, by e-mail", "represented_since": "2026-11-20T10:00:00Z"}


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.workspace("staffing.ann")


@pytest.fixture(scope="module")
def client(api: ApiOfTest) -> TestClient:
    return api.client


def post(client: TestClient, headers: dict[str, str], path: str, body: object, status: int = 201) -> dict[str, Any]:
    answer = client.post(f"{BASE}{path}", json=body, headers=headers)
    assert answer.status_code == status, answer.text
    return answer.json()


def get(client: TestClient, headers: dict[str, str], path: str) -> dict[str, Any]:
    answer = client.get(f"{BASE}{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture(scope="module")
def opening(client: TestClient, ann: dict[str, str]) -> dict[str, Any]:
    """A requirement, made of what a vendor's e-mail says."""
    proposed = post(client, ann, "/requirements/proposals", {"text": a_vendor_mail()}, 200)
    assert proposed["fields"]["end_client"]["evidence"][0]["text"] == "End Client: Harbor National Bank"
    fields = {name: each["value"] for name, each in proposed["fields"].items()}
    return post(client, ann, "/requirements", fields)["requirement"]


@pytest.fixture(scope="module")
def person(client: TestClient, ann: dict[str, str]) -> dict[str, Any]:
    """A consultant with a stored resume."""
    made = post(client, ann, "/consultants", {"name": "Petra Vandersloot", "email": "petra@people.example"})
    file = {"file": ("Petra.docx", a_resume_file())}
    resume = client.post(f"{BASE}/resumes", files=file, data={"consultant_id": made["id"]}, headers=ann).json()
    (version,) = get(client, ann, f"/resumes/{resume['id']}/versions")["items"]
    return {**made, "version_id": version["id"]}


def test_every_field_of_a_requirement_goes_in_and_comes_out(client: TestClient, ann: dict[str, str]) -> None:
    made = post(client, ann, "/requirements", every_field())
    path = f"{BASE}/requirements/{made['requirement']['id']}"
    shown = client.get(path, headers=ann)

    found = shown.json()["requirement"]
    same = {name: value for name, value in every_field().items() if name not in {"deadline", "next_step_due"}}
    assert {name: found[name] for name in same} == same
    assert found["deadline"] == "2026-12-01T14:00:00Z"
    etag = shown.headers["etag"]
    changed = client.patch(path, json={"priority": 5}, headers=ann | {"If-Match": etag})
    again = client.patch(path, json={"priority": 6}, headers=ann | {"If-Match": etag})
    assert (changed.json()["requirement"]["priority"], again.status_code) == (5, 412)


def test_what_is_wrong_is_said(client: TestClient, ann: dict[str, str]) -> None:
    for body in ({"title": "x", "salary": 1}, {"client": "x"}, {"title": "x", "tax_term": "W3"}):
        answer = client.post(f"{BASE}/requirements", json=body, headers=ann)
        assert answer.status_code == 422, answer.text
        assert answer.headers["content-type"] == "application/problem+json"


def test_lists_board_timeline_and_status(client: TestClient, ann: dict[str, str], opening: dict[str, Any]) -> None:
    path = f"/requirements/{opening['id']}"
    moved = client.put(f"{BASE}{path}/status", json={"status": "Working"}, headers=ann)
    refused = client.put(f"{BASE}{path}/status", json={"status": "Placed"}, headers=ann)
    said = post(client, ann, f"{path}/timeline", {"text": "Called Priya."})

    assert moved.json()["requirement"]["status"] == "Working"
    assert (refused.status_code, refused.json()["code"]) == (409, "not-following")
    assert [each["text"] for each in get(client, ann, f"{path}/timeline")["items"]] == [said["text"], "New → Working"]
    assert get(client, ann, "/requirements?q=harbor%20bank")["items"]
    listed = get(client, ann, "/requirements?status=Working&client=harbor%20national%20bank")["items"]
    assert [each["id"] for each in listed] == [opening["id"]]
    assert "posting" not in listed[0]
    columns = {each["status"]: each["count"] for each in get(client, ann, "/requirements/board")["columns"]}
    assert columns["Working"] == 1
    assert get(client, ann, f"{path}/links")["submissions"] == []
    many = post(client, ann, "/requirements/changes", {"ids": [opening["id"]], "changes": {"source": "mail"}}, 200)
    assert many == {"changed": 1}


def test_a_table_is_tried_and_then_imported_and_everything_is_exported(client: TestClient, ann: dict[str, str]) -> None:
    table = {"file": ("openings.csv", b"title,client\nTester,Orchard Imports\n")}
    tried = client.post(f"{BASE}/requirement-imports", files=table, headers=ann).json()
    done = client.post(f"{BASE}/requirement-imports", files=table, data={"dry_run": "false"}, headers=ann).json()

    assert (tried["kept"], tried["new"]) == (False, 1)
    assert (done["kept"], done["rows"][0]["outcome"]) == (True, "new")
    exported = client.get(f"{BASE}/requirement-export?form=csv", headers=ann)
    assert "Orchard Imports" in exported.text
    assert exported.headers["content-type"].startswith("text/csv")


def test_somebody_is_sent_once_with_the_right_and_the_exact_file(
    client: TestClient, ann: dict[str, str], opening: dict[str, Any], person: dict[str, Any]
) -> None:
    body = {"requirement_id": opening["id"], "consultant_id": person["id"], "version_id": person["version_id"]}
    checked = post(client, ann, "/submissions/check", body, 200)
    refused = client.post(f"{BASE}/submissions", json=body, headers=ann)
    sent = post(client, ann, "/submissions", {**body, **RIGHT})
    again = client.post(f"{BASE}/submissions", json={**body, **RIGHT}, headers=ann)

    assert (checked["can_be_sent"], refused.status_code, refused.json()["code"]) == (False, 422, "no-right")
    assert (again.status_code, again.json()["code"]) == (409, "double-submission")
    file = client.get(f"{BASE}/submissions/{sent['id']}/file", headers=ann)
    assert file.content == a_resume_file()
    assert file.headers["etag"] == f'"{sent["file_digest"]}"'
    lines = get(client, ann, f"/submissions/{sent['id']}/lines")["items"]
    assert "Moved forty batch jobs to Java." in {each["text"] for each in lines}
    found = get(client, ann, "/sent-lines?text=Moved%20forty%20batch%20jobs%20to%20Java.")["items"]
    assert [each["consultant"] for each in found] == ["Petra Vandersloot"]
    assert get(client, ann, f"/submissions/{sent['id']}/interview-sheet")["points"] == []

    talk = post(
        client,
        ann,
        "/interviews",
        {
            "requirement_id": opening["id"],
            "consultant_id": person["id"],
            "submission_id": sent["id"],
            "starts_at": "2027-01-05T15:00",
            "time_zone": "America/New_York",
        },
    )
    assert talk["starts_at"] == "2027-01-05T20:00:00Z"
    calendar = client.get(f"{BASE}/interviews/{talk['id']}/calendar", headers=ann)
    assert calendar.text.startswith("BEGIN:VCALENDAR")
    links = get(client, ann, f"/requirements/{opening['id']}/links")
    assert ([each["id"] for each in links["submissions"]], len(links["interviews"])) == ([sent["id"]], 1)


def test_a_proof_comes_with_the_submission(
    client: TestClient, api: ApiOfTest, ann: dict[str, str], person: dict[str, Any]
) -> None:
    opening = post(client, ann, "/requirements", {"title": "Tester", "end_client": "Sable", "vendor_company": "W"})
    body = {
        "requirement_id": opening["requirement"]["id"],
        "consultant_id": person["id"],
        "version_id": person["version_id"],
        **RIGHT,
    }
    files = {"proof": ("yes.eml", b"From: petra\n\nYes.\n")}
    path = f"{BASE}/submissions/with-proof"
    answer = client.post(path, headers=ann, data={"submission": json.dumps(body)}, files=files)
    wrong = client.post(path, headers=ann, data={"submission": "{}"}, files=files)

    assert answer.status_code == 201, answer.text
    assert wrong.status_code == 422
    (proof,) = get(client, ann, f"/attachments?of_kind=submission&of_id={answer.json()['id']}")["items"]
    assert client.get(f"{BASE}/attachments/{proof['id']}/file", headers=ann).content == b"From: petra\n\nYes.\n"


def test_contact_is_for_those_who_may_change_records(
    client: TestClient, api: ApiOfTest, ann: dict[str, str], person: dict[str, Any]
) -> None:
    bob = api.member("staffing.ann", "staffing.bob", Role.VIEWER)

    assert "petra@people.example" not in str(get(client, bob, f"/consultants/{person['id']}"))
    assert client.get(f"{BASE}/consultants/{person['id']}/contact", headers=bob).status_code == 403
    contact = get(client, ann, f"/consultants/{person['id']}/contact")
    assert contact == {"email": "petra@people.example"}


def test_who_fits_and_what_the_desk_agrees_on(
    client: TestClient, ann: dict[str, str], opening: dict[str, Any], person: dict[str, Any]
) -> None:
    (fit,) = get(client, ann, f"/requirements/{opening['id']}/fits")["items"]
    assert (fit["consultant"], fit["version_id"]) == ("Petra Vandersloot", person["version_id"])
    assert fit["score"] is not None
    assert get(client, ann, f"/consultants/{person['id']}/fits")["items"]
    changed = client.patch(f"{BASE}/desk-policy", json={"similarity_days": 30}, headers=ann)
    assert changed.json()["similarity_days"] == 30
    assert get(client, ann, "/desk-policy")["right_to_represent"] == "with-vendor"
    assert get(client, ann, "/caseload")["items"][0]["people"] == 1


def test_figures_are_shown_and_saved(client: TestClient, ann: dict[str, str], opening: dict[str, Any]) -> None:
    assert client.post(f"{BASE}/analytics/refresh", headers=ann).status_code == 204
    funnel = get(client, ann, "/analytics/funnel")
    assert funnel["rows"][0]["requirements"] >= 1
    assert funnel["rows"][0]["share"] is None
    assert "too few" in funnel["rows"][0]["sentence"]
    assert get(client, ann, "/analytics/funnel?since=2099-01-01T00:00:00Z")["rows"][0]["requirements"] == 0
    saved = client.get(f"{BASE}/analytics/demand/file?form=csv", headers=ann)
    assert saved.text.startswith("month,technology,requirements")
    assert client.get(f"{BASE}/analytics/mood", headers=ann).status_code == 422


def test_a_copy_for_a_client_has_no_name_in_it(client: TestClient, ann: dict[str, str], person: dict[str, Any]) -> None:
    body = {"version_id": person["version_id"], "names": ["Petra Vandersloot"]}
    answer = client.post(f"{BASE}/client-copies", json=body, headers=ann)

    assert (answer.status_code, int(answer.headers["x-removed"]) > 0) == (200, True)
    assert answer.content.startswith(b"PK")
    told = get(client, ann, f"/client-copies/metadata?version_id={person['version_id']}")
    assert told["comments"] == 0


@pytest.mark.parametrize("moment", ["0.5", "1763886000", "-1", "1e3", "yesterday", "2026-11-23"])
def test_a_number_is_no_time(client: TestClient, ann: dict[str, str], moment: str) -> None:
    answer = client.get(f"/api/v1/interviews?since={moment}", headers=ann)
    assert answer.status_code == 422, answer.text


def test_a_requirement_is_answered_with_all_of_its_fields_and_in_lists_without_the_long_ones() -> None:
    made = Requirement(title="Java developer")

    assert WholeOpening.model_fields.keys() == requirement_to_json(made).keys()
    assert Opening.model_fields.keys() == requirement_to_json(made, is_short=True).keys()
