"""`match`, as a person and a program run it."""

from pathlib import Path

import pytest

from doors.conftest import Run


@pytest.fixture
def posting(folder: Path) -> str:
    text = "Requirements:\n- 3+ years of Java\n- Kafka\n- Rust\n\nNice to have:\n- Oracle database\n"
    (folder / "job.txt").write_text(text, encoding="utf-8")
    return "job.txt"


def test_the_score_comes_with_its_parts_and_lines(run: Run, posting: str) -> None:
    found = run("match", "resume.docx", posting, "--month", "2026-11", "--json").json

    rows = {row["names"][0]: row for row in found["requirements"]}
    assert rows["Java"]["state"] == "shown"
    assert rows["Java"]["years"] == 5.9
    assert rows["Java"]["posting"] == {"line": 2, "text": "- 3+ years of Java"}
    assert rows["Java"]["resume"][0]["uses"][0]["line"] == "Built claim services in Java."
    assert rows["Rust"]["state"] == "missing"
    weight = sum(part["weight"] for part in found["parts"])
    total = sum(part["weight"] * part["share"] for part in found["parts"])
    assert found["score"] == pytest.approx(100 * total / weight, abs=0.6)
    assert any(gap.startswith("Rust is asked for") for gap in found["gaps"])


def test_a_person_reads_what_is_met_and_what_is_missing(run: Run, posting: str) -> None:
    shown = run("match", "resume.docx", posting, "--month", "2026-11").out

    assert " of 100" in shown.splitlines()[0]
    assert "Java: 5.9 years, 2021-01 to present" in shown
    assert "What is missing" in shown


def test_the_posting_is_an_argument_or_named_as_everywhere_else(run: Run, posting: str) -> None:
    for command in (("match", "resume.docx"), ("analyze",)):
        assert run(*command, "--posting", posting, "--json").json == run(*command, posting, "--json").json
        twice = run(*command, posting, "--posting", posting)
        assert (twice.code, "named twice" in twice.err) == (2, True)
    assert "Say which posting" in run("match", "resume.docx").err


def test_without_anything_asked_for_there_is_no_score(folder: Path, run: Run) -> None:
    (folder / "job.txt").write_text("We are a nice team.\n", encoding="utf-8")

    assert run("match", "resume.docx", "job.txt", "--json").json["score"] is None
    assert "there is no score" in run("match", "resume.docx", "job.txt").out


def test_a_wrong_month_is_wrong_usage(run: Run, posting: str) -> None:
    assert run("match", "resume.docx", posting, "--month", "soon").code == 2
