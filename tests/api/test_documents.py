"""The main job over HTTP, as a program calls it."""

import io
import json
from base64 import b64decode
from typing import Any

import pytest
from docx import Document
from starlette.testclient import TestClient

from builders import ALL_SHAPES
from doors.conftest import POINTS, resume_bytes
from resume_customizer.api.documents import DOCX

RESUME = resume_bytes()
KAFKA = "Designed topics and retention for order events"


def files(**contents: bytes) -> dict[str, tuple[str, bytes]]:
    return {name: (f"{name}.docx", content) for name, content in contents.items()}


def customize(client: TestClient, **form: str) -> dict[str, Any]:
    answer = client.post(
        "/api/v1/customize", files=files(resume=RESUME), data=form, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def lines_of(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def test_a_resume_is_inspected(client: TestClient) -> None:
    answer = client.post("/api/v1/inspect", files=files(resume=RESUME))

    assert [each["company"] for each in answer.json()["experiences"]] == ["Harrow Freight", "Northgate Mills"]


def test_one_call_gives_the_customized_file_under_its_own_name(client: TestClient) -> None:
    answer = client.post(
        "/api/v1/customize", files={"resume": ("Zoë Ä.docx", RESUME), "points_file": ("mine.txt", POINTS.encode())}
    )

    assert answer.headers["content-type"] == DOCX
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''Zo%C3%AB%20%C3%84.docx"
    assert KAFKA in lines_of(answer.content)


def test_the_answer_as_json_holds_file_certificate_and_report_and_can_be_verified_and_undone(
    client: TestClient,
) -> None:
    done = customize(client, points=POINTS)
    changed, certificate = b64decode(done["document"]), json.dumps(done["certificate"]).encode()

    assert sorted(row["point"] for row in done["report"]["placed"]) == sorted(
        text for text in lines_of(changed) if text not in lines_of(RESUME)
    )
    checked = client.post("/api/v1/verify", files=files(original=RESUME, customized=changed, certificate=certificate))
    assert checked.json()["holds"] is True
    undone = client.post("/api/v1/undo", files=files(customized=changed, certificate=certificate))
    assert undone.content == RESUME


def test_a_plan_is_made_edited_and_carried_out(client: TestClient) -> None:
    asked = {"points": POINTS, "posting": "Must have: Kafka.", "rules": '{"strategy": "newest"}'}
    plan = client.post("/api/v1/plan", files=files(resume=RESUME), data=asked).json()
    assert {row["experience"] for row in plan["placements"]} == {0}

    plan["placements"] = [row | {"experience": 1, "after": None} for row in plan["placements"]][:1]
    done = customize(client, plan=json.dumps(plan))
    assert [row["experience"] for row in done["report"]["placed"]] == [1]


def test_tracked_changes_carry_the_name(client: TestClient) -> None:
    changed = b64decode(customize(client, points=POINTS, author="Nadia Quist")["document"])

    assert "Nadia Quist" in Document(io.BytesIO(changed)).element.xml


@pytest.mark.parametrize(
    ("form", "code", "where"),
    [
        ({}, "no-points", "points"),
        ({"points": "Kafka\n"}, "nothing-placed", ""),
        ({"points": POINTS, "rules": "{"}, "bad-json", "rules"),
        ({"points": POINTS, "rules": '{"strategy": "magic"}'}, "bad-rules", ""),
        ({"points": POINTS, "plan": "[" * 100_000}, "bad-json", "plan"),
        ({"points": POINTS, "colour": "red"}, "invalid-request", ""),
    ],
)
def test_what_can_not_be_done_is_a_problem_that_says_why(
    client: TestClient, form: dict[str, str], code: str, where: str
) -> None:
    answer = client.post("/api/v1/customize", files=files(resume=RESUME), data=form)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["code"], problem["where"]) == (code, where)
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["x-request-id"]


def test_all_fields_that_are_wrong_are_named_at_once(client: TestClient) -> None:
    answer = client.post("/api/v1/plan", data={"points": POINTS, "colour": "red", "allow_macros": "perhaps"})

    assert {each["field"] for each in answer.json()["errors"]} == {"resume", "colour", "allow_macros"}


@pytest.mark.parametrize("shape", ALL_SHAPES[:8], ids=lambda shape: shape.name)
def test_every_door_gives_the_same_bytes(client: TestClient, shape: Any) -> None:  # noqa: ANN401 - a named shape
    from resume_customizer.core.tech_stack import parse_tech_stack
    from resume_customizer.services.documents.customizing import customize as in_process
    from resume_customizer.services.documents.instructions import Instructions

    here = in_process(shape.data, Instructions(bank=parse_tech_stack(POINTS), source="points"))
    there = client.post("/api/v1/customize", files=files(resume=shape.data), data={"points": POINTS})

    assert (there.content if there.status_code == 200 else None) == (here.written.content if here.written else None)


def test_points_are_parsed(client: TestClient) -> None:
    bank = client.post("/api/v1/points/parse", json={"text": POINTS}).json()

    assert [stack["technology"] for stack in bank["stacks"]] == ["Python", "Kafka"]
    assert client.post("/api/v1/points/parse", json={"text": "x", "more": 1}).status_code == 422


@pytest.mark.parametrize("text", ["\x00", "\ud800", "1e400", "NaN"])
def test_odd_characters_and_numbers_are_no_server_error(client: TestClient, text: str) -> None:
    body = json.dumps({"text": text, "strict": False}).encode()
    answers = [client.post("/api/v1/points/parse", content=body, headers={"Content-Type": "application/json"})]
    answers.append(client.post("/api/v1/points/parse", content=f'{{"text": {text!a}}}'.encode()))

    assert all(answer.status_code in (200, 415, 422) for answer in answers)
