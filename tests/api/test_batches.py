"""Batches and jobs over HTTP: one story, from the pairs to the ZIP."""

import json
from typing import Any

import pytest

from builders.api import ApiOfTest
from builders.batches import PEOPLE, opened
from builders.stored import RESUME_POINTS, small_resume
from builders.xlsx import a_workbook
from resume_customizer.services.background.job_lines import JOB_QUEUES


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.workspace("batches.ann")


def post(api: ApiOfTest, ann: dict[str, str], path: str, body: object, status: int = 200) -> dict[str, Any]:
    answer = api.client.post(f"/api/v1{path}", json=body, headers=ann)
    assert answer.status_code == status, answer.text
    return answer.json()


def work_off(api: ApiOfTest) -> None:
    working = api.desk.working
    while task := working.claim("a worker", JOB_QUEUES):
        working.finish(task, working.run(task))


def events(text: str) -> list[tuple[str, Any]]:
    blocks = [each.split("\n") for each in text.strip().split("\n\n")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in blocks]


def test_pairs_come_from_a_table_that_is_sent_along(api: ApiOfTest, ann: dict[str, str]) -> None:
    sent = api.client.post("/api/v1/resumes", files={"file": ("Mila Strand.docx", small_resume("Mila"))}, headers=ann)
    targets = [{"label": "Kafka desk", "points": RESUME_POINTS}, {"label": "Gateway", "points": "Go\n• Built it."}]
    batch = {"name": "Monday", "resume_ids": [sent.json()["id"]], "targets": targets, "mail_when_over": True}
    tables = {
        "pairs.csv": b"resume,target\nMila Strand,Gateway\nNobody,Gateway\n",
        "pairs.xlsx": a_workbook([["Target", "Resume"], ["Gateway", "Mila Strand.docx"], ["Gateway", "Nobody"]]),
    }
    for name, table in tables.items():
        answer = api.client.post(
            "/api/v1/batches/from-table", files={"file": (name, table)}, data={"batch": json.dumps(batch)}, headers=ann
        )
        assert answer.status_code == 201, answer.text
        made = answer.json()
        assert (made["counts"]["new"], made["mail_when_over"]) == (1, True)
        assert made["problems"] == ["Row 3: no resume “Nobody”."]

    wrong = api.client.post(
        "/api/v1/batches/from-table", files={"file": ("a.csv", b"x")}, data={"batch": "{}"}, headers=ann
    )
    assert wrong.status_code == 422
    assert "name" in wrong.text


def test_resumes_are_paired_looked_at_made_and_taken_away(api: ApiOfTest, ann: dict[str, str]) -> None:
    resumes = []
    for name in PEOPLE[:2]:
        sent = api.client.post("/api/v1/resumes", files={"file": (f"{name}.docx", small_resume(name))}, headers=ann)
        resumes.append(sent.json()["id"])
    targets = [
        {"label": "Kafka desk", "points": RESUME_POINTS},
        {"label": "Gateway", "points": "Go\n• Built it in Go."},
    ]
    pairs = [{"resume": PEOPLE[0], "target": "gateway"}, {"resume": f"{PEOPLE[1]}.docx", "target": "Kafka desk"}]
    body = {"name": "Monday", "resume_ids": resumes, "targets": targets, "pairing": "by-table", "pairs": pairs}
    batch = post(api, ann, "/batches", body, 201)
    path = f"/batches/{batch['batch_id']}"

    post(api, ann, f"{path}/forecast", {})
    work_off(api)
    cells = api.client.get(f"/api/v1{path}/cells", headers=ann).json()["items"]
    assert [(each["resume_name"], each["placed"], each["status"]) for each in cells] == [
        (PEOPLE[0], 1, "new"),
        (PEOPLE[1], 3, "new"),
    ]

    assert post(api, ann, f"{path}/run", {"numbers": [2]})["status"] == "running"
    assert post(api, ann, f"{path}/pause", {})["status"] == "paused"
    assert post(api, ann, f"{path}/resume", {})["status"] == "running"
    work_off(api)
    shown = api.client.get(f"/api/v1{path}", headers=ann).json()
    assert (shown["status"], shown["progress"]["percent"], shown["counts"]["left out"]) == ("done", 100, 1)

    told = events(api.client.get(f"/api/v1{path}/events", headers=ann).text)
    assert [name for name, _ in told] == ["progress", "end"]
    assert told[0][1]["counts"]["done"] == 1
    answer = api.client.get(f"/api/v1{path}/files", params={"pattern": "{target}_{resume}"}, headers=ann)
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''Monday.zip"
    with opened([answer.content]) as archive:
        assert archive.namelist() == [
            f"Kafka desk_{PEOPLE[1]}.docx",
            f"certificates/Kafka desk_{PEOPLE[1]}.certificate.json",
            "manifest.csv",
        ]

    jobs = api.client.get("/api/v1/jobs", params={"batch_id": batch["batch_id"]}, headers=ann).json()["items"]
    assert [(each["kind"], each["status"]) for each in jobs] == [("batch", "done"), ("batch forecast", "done")]
    told = events(api.client.get(f"/api/v1/jobs/{jobs[0]['job_id']}/events", headers=ann).text)
    assert [name for name, _ in told] == ["progress", "end"]
    assert post(api, ann, f"/jobs/{jobs[0]['job_id']}/retry", {}, 409)["code"] == "job-is-done"
    assert api.client.get("/api/v1/batches", headers=ann).json()["items"][0]["done"] == 1


def test_a_batch_of_somebody_else_is_not_there(api: ApiOfTest, ann: dict[str, str]) -> None:
    bob = api.workspace("batches.bob")
    batch = api.client.get("/api/v1/batches", headers=ann).json()["items"][0]["id"]
    for rest in ("", "/cells", "/events", "/files"):
        assert api.client.get(f"/api/v1/batches/{batch}{rest}", headers=bob).status_code == 404
    assert api.client.get(f"/api/v1/batches/{batch}", headers=ann).status_code == 200
