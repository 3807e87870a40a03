"""`analyze`: what a posting asks for, for people, for programs and for pipelines; and PDFs at the door."""

import json
from pathlib import Path

import pytest

from builders.pdf import a_pdf, a_pdf_of_operators, a_scanned_pdf
from doors.conftest import Run

POSTING = """Senior Java Developer
Location: Leeds (Hybrid)

Requirements
- 5+ years of Java
- AWS or Azure
- No PHP

Nice to have
- Kafka

About us
We were the first to leave COBOL.
"""


def test_it_tells_what_is_required_welcome_a_choice_mentioned_and_refused_with_lines(run: Run) -> None:
    said = run("analyze", "-", stdin=POSTING).out

    assert said.splitlines()[0] == "Senior Java Developer"
    order = ["Must have", "One of these is enough", "Nice to have", "Only mentioned", "Not wanted"]
    assert sorted(order, key=said.index) == order
    assert "Java (5+ years)\n    line 5: “- 5+ years of Java” (also in line 1)" in said
    assert "AWS or Azure\n    line 6: “- AWS or Azure”" in said
    assert "PHP\n    line 7: “- No PHP”" in said
    assert "senior · Leeds · hybrid" in said


def test_programs_get_the_same_as_json(folder: Path, run: Run) -> None:
    (folder / "job.txt").write_text(POSTING, encoding="utf-8")

    told = run("analyze", "job.txt", "--json").json

    asked = {each["name"]: (each["requirement"], each["group"], each["years"]) for each in told["technologies"]}
    assert asked == {
        "Java": ("must", None, 5.0),
        "AWS": ("either", 0, None),
        "Azure": ("either", 0, None),
        "Apache Kafka": ("nice", None, None),
        "COBOL": ("mentioned", None, None),
    }
    first = told["technologies"][0]["evidence"][0]
    assert (first["line"], first["text"]) == (5, "- 5+ years of Java")
    assert POSTING[first["start"] : first["end"]] == first["words"] == "Java"
    assert (told["title"], told["location"], told["remote"]) == ("Senior Java Developer", "Leeds", "hybrid")
    assert [each["name"] for each in told["refused"]] == ["PHP"]
    assert told["notices"] == []


def test_a_pipeline_gets_one_line_for_each_line(run: Run) -> None:
    lines = [
        {"id": "a", "text": "You must know Java.\nKafka is a plus.\nWe have a dog."},
        {"id": 2, "text": "\ud800 broken é"},
    ]

    ran = run("analyze", "--jsonl", stdin="\n".join(json.dumps(each) for each in lines) + "\n\n")

    first, second = [json.loads(line) for line in ran.out.splitlines()]
    assert first["sentences"] == [
        {"text": "You must know Java.", "requirement": "must"},
        {"text": "Kafka is a plus.", "requirement": "nice"},
        {"text": "We have a dog.", "requirement": "other"},
    ]
    assert [each["name"] for each in first["technologies"]] == ["Java", "Apache Kafka"]
    assert second["id"] == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"nonsense", "not JSON"),
        (b'{"id": 1', "not JSON"),
        (b"[1]", "no JSON object"),
        (b'{"text": "Java"}', "no `id`"),
        (b'{"id": true, "text": "Java"}', "no `id`"),
        (b'{"id": 1, "text": 5}', "no `text`"),
        (b'{"id": 1, "text": "\xff"}', "not JSON"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_an_error_that_names_it(run: Run, line: bytes, said: str) -> None:
    ran = run("analyze", "--jsonl", stdin=b'{"id": 1, "text": "Java"}\n' + line + b"\n")

    assert ran.code == 3
    assert "line 2" in ran.err
    assert said in ran.err
    assert len(ran.out.splitlines()) == 1


def test_json_and_jsonl_do_not_go_together(run: Run) -> None:
    assert run("analyze", "--json", "--jsonl", stdin="").code == 2


def test_an_empty_posting_asks_for_nothing_and_is_no_error(run: Run) -> None:
    ran = run("analyze", "-", stdin="")

    assert ran.code == 0
    assert "No technology" in ran.out


def test_a_pdf_is_analyzed_and_taken_for_posting_too(folder: Path, run: Run) -> None:
    (folder / "job.pdf").write_bytes(a_pdf(["Requirements", "• Python and Kafka"]))

    assert [each["name"] for each in run("analyze", "job.pdf", "--json").json["technologies"]] == [
        "Python",
        "Apache Kafka",
    ]
    planned = run("plan", "resume.docx", "-p", "points.txt", "--posting", "job.pdf", "--json")
    assert planned.code == 0
    assert "asks for Python" in planned.out


def test_a_scan_is_refused_with_the_way_out(folder: Path, run: Run) -> None:
    (folder / "scan.pdf").write_bytes(a_scanned_pdf())

    ran = run("analyze", "scan.pdf")

    assert ran.code == 3
    assert "text recognition" in ran.err


def test_a_small_pdf_that_would_cost_minutes_is_stopped_or_refused(folder: Path, run: Run) -> None:
    (folder / "bomb.pdf").write_bytes(a_pdf_of_operators(700_000))

    ran = run("analyze", "bomb.pdf")

    assert ran.code == 3
    assert "bomb.pdf" in ran.err


def test_a_resume_that_is_a_pdf_can_be_inspected_and_not_customized(folder: Path, run: Run) -> None:
    lines = [
        "Petra Vandersloot",
        "EXPERIENCE",
        "Harrow Freight | Engineer | Jan 2021 – Present",
        "• Ran Java.",
        "• Ran Go.",
    ]
    (folder / "resume.pdf").write_bytes(a_pdf(lines))

    inspected = run("inspect", "resume.pdf", "--json").json
    refused = run("customize", "resume.pdf", "-p", "points.txt")

    assert [each["company"] for each in inspected["experiences"]] == ["Harrow Freight"]
    assert refused.code == 3
    assert "can't be customized" in refused.err
    assert ".docx" in refused.err
