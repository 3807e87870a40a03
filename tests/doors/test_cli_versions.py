"""`reapply` and `compare`, as a person runs them."""

import io
import json
from pathlib import Path

import pytest
from docx import Document

from doors.conftest import Run, resume_bytes


@pytest.fixture
def versions(folder: Path, run: Run) -> Path:
    """A customized resume, and `new.docx`: with another name on top, and without its older job."""
    assert run("customize", "resume.docx", "-p", "points.txt").code == 0
    document = Document(io.BytesIO(resume_bytes("Petra Vandersloot-Quist")))
    at = next(i for i, each in enumerate(document.paragraphs) if "Northgate" in each.text)
    for each in document.paragraphs[at : at + 3]:
        document.element.body.remove(each._p)
    document.save(str(folder / "new.docx"))
    return folder


def test_each_point_has_its_outcome_and_the_file_is_written(versions: Path, run: Run) -> None:
    ran = run("reapply", "customized/resume.docx", "new.docx", "--json")

    assert ran.code == 0
    assert ran.json["counts"] == {"applied": 2, "conflict": 1}
    assert {row["status"] for row in ran.json["outcomes"]} == {"applied", "conflict"}
    assert ran.json["output"] == "customized/new.docx"
    assert run("verify", "new.docx", "customized/new.docx").code == 0


def test_a_person_reads_what_happened_and_what_to_do(versions: Path, run: Run) -> None:
    ran = run("reapply", "customized/resume.docx", "new.docx", "-o", "out.docx")

    assert "3 points: 2 applied, 1 conflict." in ran.out
    assert "the experience is not in the new version. Name another experience" in ran.out
    assert "resume-customizer verify new.docx out.docx" in ran.out


def test_with_all_or_nothing_a_conflict_writes_no_resume(versions: Path, run: Run) -> None:
    ran = run("reapply", "customized/resume.docx", "new.docx", "-o", "out.docx", "--all-or-nothing")

    assert ran.code == 3
    assert not (versions / "out.docx").exists()


def test_the_plan_holds_the_conflicts_to_be_settled_by_hand(versions: Path, run: Run) -> None:
    run("reapply", "customized/resume.docx", "new.docx", "--plan", "plan.json", "-o", "out.docx")
    plan = json.loads((versions / "plan.json").read_text("utf-8"))

    assert [row["code"] for row in plan["unplaced"]] == ["experience-gone"]
    assert (
        run("plan", "new.docx", "--plan", "plan.json", "--edit", "-o", "mine.json", stdin="move -1 0\nsave\n").code == 0
    )
    done = run("customize", "new.docx", "--plan", "mine.json", "-o", "all.docx", "--json")
    assert len(done.json["placed"]) == 3


def test_a_file_that_was_changed_since_is_not_replaced_unasked(versions: Path, run: Run) -> None:
    run("reapply", "customized/resume.docx", "new.docx")
    (versions / "customized" / "new.docx").write_bytes(b"mine")

    assert run("reapply", "customized/resume.docx", "new.docx").code == 3
    assert (versions / "customized" / "new.docx").read_bytes() == b"mine"
    assert run("reapply", "customized/resume.docx", "new.docx", "--overwrite").code == 0


def test_no_input_is_written_over(versions: Path, run: Run) -> None:
    for output in ("resume.docx", "new.docx", "customized/resume.docx"):
        before = (versions / output).read_bytes()
        ran = run("reapply", "customized/resume.docx", "new.docx", "-o", output, "--old-base", "resume.docx")
        assert ran.code == 2
        assert (versions / output).read_bytes() == before


def test_without_a_certificate_the_error_says_what_else_helps(versions: Path, run: Run) -> None:
    (versions / "customized" / "resume.docx.certificate.json").unlink()

    assert "--old-base" in run("reapply", "customized/resume.docx", "new.docx").err
    ran = run("reapply", "customized/resume.docx", "new.docx", "--old-base", "resume.docx", "--json")
    assert ran.json["counts"] == {"applied": 2, "conflict": 1}


def test_two_plans_are_compared_with_what_the_posting_asks_for(folder: Path, run: Run) -> None:
    (folder / "job.txt").write_text("Requirements:\n- Kafka\n", "utf-8")
    run("plan", "resume.docx", "-p", "points.txt", "-s", "newest", "-o", "a.json")
    run("plan", "resume.docx", "-p", "points.txt", "-s", "even", "--per-experience", "1", "-o", "b.json")
    found = run("compare", "a.json", "b.json", "--posting", "job.txt", "--json").json

    assert len(found["same"]) + len(found["moved"]) + len(found["only_first"]) == 3
    assert found["only_second"] == []
    assert {row["experience"] for row in found["same"]} == {"Senior Engineer, Harrow Freight"}
    assert found["moved"][0]["other_experience"] == "Engineer, Northgate Mills"
    assert set(found["named_needs"]) == {"asked", "first", "second"}
    shown = run("compare", "a.json", "b.json").out
    assert "Senior Engineer, Harrow Freight → Engineer, Northgate Mills" in shown
    assert "Only in a.json:" in shown


def test_two_customized_files_are_compared_by_their_certificates(versions: Path, run: Run) -> None:
    run("reapply", "customized/resume.docx", "new.docx")
    found = run("compare", "customized/resume.docx", "customized/new.docx", "--json").json

    assert (len(found["same"]), len(found["only_first"]), found["only_second"]) == (2, 1, [])
    assert run("compare", "resume.docx", "customized/new.docx").code == 3
