"""`inspect`, `parse-points` and `plan`: what the program understood, and what it would do."""

import json
from pathlib import Path

import pytest

from builders.shapes import ALL_SHAPES
from doors.conftest import Run


def test_inspect_tells_sections_and_experiences(run: Run) -> None:
    told = run("inspect", "resume.docx", "--json").json

    assert set(told) == {"sha256", "sections", "experiences", "notices"}
    assert [section["kind"] for section in told["sections"]].count("experience") == 1
    first = told["experiences"][0]
    assert set(first) == {
        "kind", "role", "company", "location", "start", "end", "header", "bullets", "environment", "insert_after",
        "confidence",
    }  # fmt: skip
    assert first["kind"] == "employment"
    assert (first["start"], first["end"]) == ("2021-01", "present")
    assert first["bullets"] == ["Built claim services in Java.", "Tuned slow queries in Oracle."]
    assert first["environment"] == "Environment: Java, Oracle, Kafka"
    assert first["insert_after"] == "Tuned slow queries in Oracle."


def test_inspect_is_readable_for_people_too(run: Run) -> None:
    said = run("inspect", "resume.docx").out

    assert "resume.docx: 2 experiences" in said
    assert "Harrow Freight" in said
    assert "“Tuned slow queries in Oracle.”" in said


def test_a_resume_is_not_read_from_standard_input_and_that_is_said(run: Run) -> None:
    refused = run("inspect", "-")

    assert refused.code == 3
    assert "not from standard input. Name the file." in refused.err


@pytest.mark.parametrize("sample", ALL_SHAPES[::7], ids=lambda sample: sample.name)
def test_inspect_and_customize_work_for_resumes_of_every_kind(folder: Path, run: Run, sample) -> None:  # noqa: ANN001
    (folder / "sample.docx").write_bytes(sample.data)

    inspected = run("inspect", "sample.docx", "--json")
    customized = run("customize", "sample.docx", "-p", "points.txt", "-o", "out.docx", "--json")

    assert inspected.code == 0
    assert customized.code in (0, 4)
    report = customized.json
    assert len(report["placed"]) + len(report["unplaced"]) == 3
    assert all(row["reason"] for row in report["unplaced"])
    if customized.code == 0:
        assert run("verify", "sample.docx", "out.docx").code == 0


def test_parse_points_tells_technologies_with_points_and_lines(run: Run) -> None:
    told = run("parse-points", "points.txt", "--json").json

    assert told["stacks"] == [
        {
            "technology": "Python",
            "points": [
                {"text": "Built streaming loaders for nine tenants", "line": 2},
                {"text": "Tuned slow loops until the nightly batch fit into two hours", "line": 3},
            ],
        },
        {"technology": "Kafka", "points": [{"text": "Designed topics and retention for order events", "line": 6}]},
    ]
    assert told["notices"] == []
    assert "Kafka" in run("parse-points", "points.txt").out


def test_parse_points_reads_standard_input(run: Run) -> None:
    assert run("parse-points", "-", "--json", stdin=b"Go\n- Wrote it\n").json["stacks"][0]["technology"] == "Go"


def test_points_that_are_no_text_are_refused_with_the_file_named(folder: Path, run: Run) -> None:
    (folder / "points.bin").write_bytes(b"PK\x03\x04 no text")

    ran = run("parse-points", "points.bin", "--json")

    assert ran.code == 3
    assert "points.bin" in ran.err
    assert ran.json["exit_code"] == 3


def test_strict_points_name_the_line(folder: Path, run: Run) -> None:
    (folder / "loose.txt").write_text("## Java\n1. Built it\n", encoding="utf-8")

    ran = run("parse-points", "loose.txt", "--strict")

    assert ran.code == 3
    assert "loose.txt" in ran.err
    assert "line 1" in ran.err


def test_a_plan_shows_every_point_with_its_reason_and_changes_nothing(folder: Path, run: Run) -> None:
    before = sorted(folder.iterdir())

    said = run("plan", "resume.docx", "-p", "points.txt")
    plan = run("plan", "resume.docx", "-p", "points.txt", "--json").json

    assert said.code == 0
    assert all(row["reason"] in said.out for row in plan["placements"])
    assert len(plan["placements"]) == 3
    assert sorted(folder.iterdir()) == before


def test_a_plan_can_be_edited_and_carried_out(folder: Path, run: Run) -> None:
    run("plan", "resume.docx", "-p", "points.txt", "-o", "plan.json")
    plan = json.loads((folder / "plan.json").read_bytes())
    row = plan["placements"][0]
    row["experience"], row["after"] = 1, int(min(plan["experiences"][1]["bullets"], key=int))
    row["point"] = "Built streaming loaders for ten tenants"
    (folder / "plan.json").write_text(json.dumps({**plan, "placements": [row]}), encoding="utf-8")

    ran = run("customize", "resume.docx", "--plan", "plan.json", "-o", "out.docx", "--json")

    assert ran.code == 0
    assert [(row["point"], row["experience"], row["after"]) for row in ran.json["placed"]] == [
        ("Built streaming loaders for ten tenants", 1, "Wrote loaders in Python.")
    ]
    assert "taken-out" in {notice["code"] for notice in ran.json["notices"]}
    assert run("verify", "resume.docx", "out.docx").code == 0


def test_an_unedited_plan_gives_what_customize_gives(folder: Path, run: Run) -> None:
    run("plan", "resume.docx", "-p", "points.txt", "-o", "plan.json")
    run("customize", "resume.docx", "--plan", "plan.json", "-o", "by-plan.docx")
    run("customize", "resume.docx", "-p", "points.txt", "-o", "directly.docx")

    assert (folder / "by-plan.docx").read_bytes() == (folder / "directly.docx").read_bytes()


def test_a_stale_plan_is_refused(folder: Path, run: Run) -> None:
    run("plan", "resume.docx", "-p", "points.txt", "-o", "plan.json")
    run("customize", "resume.docx", "--plan", "plan.json", "-o", "out.docx")

    ran = run("customize", "out.docx", "--plan", "plan.json", "-o", "twice.docx", "--json")

    assert ran.code == 3
    assert ran.json["error"]["code"] == "stale-plan"
    assert not (folder / "twice.docx").exists()


def test_a_row_that_can_t_be_carried_out_is_named_with_the_file_of_the_plan(folder: Path, run: Run) -> None:
    run("plan", "resume.docx", "-p", "points.txt", "-o", "plan.json")
    values = json.loads((folder / "plan.json").read_text("utf-8"))
    values["placements"][1]["experience"] = 99
    (folder / "plan.json").write_text(json.dumps(values), "utf-8")

    for command in ("customize", "plan"):
        ran = run(command, "resume.docx", "--plan", "plan.json")
        assert (ran.code, ran.err.strip()) == (
            3,
            "Error: resume.docx, plan.json, placements row 2: There is no experience 99; this resume has: 0 to 1.",
        )


@pytest.mark.parametrize("content", [b"", b"nonsense", b"[]", b'{"placements": 3}'])
def test_what_is_no_plan_is_named(folder: Path, run: Run, content: bytes) -> None:
    (folder / "plan.json").write_bytes(content)

    ran = run("customize", "resume.docx", "--plan", "plan.json")

    assert ran.code == 3
    assert "plan.json" in ran.err


def test_a_plan_never_overwrites_an_input(folder: Path, run: Run) -> None:
    assert run("plan", "resume.docx", "-p", "points.txt", "-o", "points.txt").code == 2
