"""`customize` on folders and several resumes: the promises of resume_customizer.cli.many."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builders.hostile import ALL_HOSTILE, hostile_named
from doors.conftest import Run, resume_bytes
from resume_customizer.core.errors import NotWritable, PromiseBroken, UnreadableInput
from resume_customizer.services.documents.bulk import Outcome


@pytest.fixture
def resumes(folder: Path) -> Path:
    """A folder of five resumes."""
    place = folder / "resumes"
    place.mkdir()
    for number in range(5):
        (place / f"r{number}.docx").write_bytes(resume_bytes(f"Person Number {number}"))
    return place


def test_every_resume_of_a_folder_is_customized_under_its_own_name(folder: Path, run: Run, resumes: Path) -> None:
    ran = run("customize", "resumes", "-p", "points.txt", "-o", "out", "--jobs", "2", "--json")

    assert ran.code == 0
    assert [row["resume"] for row in ran.json["files"]] == [f"resumes/r{number}.docx" for number in range(5)]
    assert [row["output"] for row in ran.json["files"]] == [f"out/r{number}.docx" for number in range(5)]
    assert {key: ran.json[key] for key in ("customized", "nothing_placed", "failed")} == {
        "customized": 5,
        "nothing_placed": 0,
        "failed": 0,
    }
    for number in range(5):
        assert run("verify", f"resumes/r{number}.docx", f"out/r{number}.docx").code == 0


def test_a_file_in_a_folder_run_is_the_same_as_alone(folder: Path, run: Run, resumes: Path) -> None:
    run("customize", "resumes", "-p", "points.txt", "-o", "out")
    run("customize", "resumes/r3.docx", "-p", "points.txt", "-o", "alone.docx")

    assert (folder / "out" / "r3.docx").read_bytes() == (folder / "alone.docx").read_bytes()


def test_one_bad_file_costs_that_file_only(folder: Path, run: Run, resumes: Path) -> None:
    (resumes / "r2.docx").write_bytes(hostile_named("legacy-doc").data)

    ran = run("customize", "resumes", "-p", "points.txt", "-o", "out")

    assert ran.code == 3
    assert "resumes/r2.docx: Error: This is a Word 97" in ran.out
    assert "4 of 5 resumes customized" in ran.out
    assert "1 failed" in ran.out
    assert sorted(path.name for path in (folder / "out").glob("*.docx")) == ["r0.docx", "r1.docx", "r3.docx", "r4.docx"]


def test_every_hostile_file_is_an_error_in_its_own_row_and_harms_no_other(run: Run, resumes: Path) -> None:
    for hostile in ALL_HOSTILE:
        (resumes / f"{hostile.name}.docx").write_bytes(hostile.data)

    ran = run("customize", "resumes", "-p", "points.txt", "-o", "out", "--json", "--allow-signed")

    rows = {Path(row["resume"]).stem: row for row in ran.json["files"]}
    assert ran.code == 3
    assert [rows[f"r{number}"]["exit_code"] for number in range(5)] == [0] * 5
    assert len(rows) == 5 + len(ALL_HOSTILE)
    hostile_rows = [rows[hostile.name] for hostile in ALL_HOSTILE]
    assert {row["exit_code"] for row in hostile_rows} == {0, 3, 4}
    assert all(row["error"]["code"] and row["error"]["message"] for row in hostile_rows if row["exit_code"] == 3)
    assert sum(row["exit_code"] == 3 for row in hostile_rows) > 50


def test_a_folder_where_nothing_could_be_placed_is_exit_code_4(run: Run, resumes: Path) -> None:
    none = run("customize", "resumes", "-p", "points.txt", "-o", "out", "--exclude", "0,1")
    run("customize", "resumes/r0.docx", "-p", "points.txt", "-o", "resumes/r0-done.docx")
    some = run("customize", "resumes", "-p", "points.txt", "-o", "out", "--json")

    assert none.code == 4
    assert "in 5 nothing could be placed" in none.out
    assert some.code == 0
    assert some.json["nothing_placed"] == 1


def test_folders_inside_are_looked_into_when_asked_and_keep_their_names(folder: Path, run: Run, resumes: Path) -> None:
    (resumes / "team").mkdir()
    shutil.copy(resumes / "r0.docx", resumes / "team" / "r0.docx")
    for passed_over in ("~$r1.docx", ".hidden.docx", "notes.txt"):
        (resumes / passed_over).write_bytes(b"no resume")

    flat = run("customize", "resumes", "-p", "points.txt", "-o", "flat", "--json").json["files"]
    deep = run("customize", "resumes", "-p", "points.txt", "-o", "resumes/out", "-r", "--json").json["files"]
    again = run("customize", "resumes", "-p", "points.txt", "-o", "resumes/out", "-r", "--json").json["files"]

    assert len(flat) == 5
    assert [row["output"] for row in deep][-1] == "resumes/out/team/r0.docx"
    assert [row["resume"] for row in again] == [row["resume"] for row in deep]


def test_several_resumes_land_beside_themselves_without_an_output(folder: Path, run: Run, resumes: Path) -> None:
    ran = run("customize", "resume.docx", "resumes/r1.docx", "-p", "points.txt", "--json")

    assert [row["output"] for row in ran.json["files"]] == ["customized/resume.docx", "resumes/customized/r1.docx"]


def test_two_resumes_never_get_the_same_output(folder: Path, run: Run, resumes: Path) -> None:
    (folder / "other").mkdir()
    shutil.copy(resumes / "r1.docx", folder / "other" / "R1.docx")

    ran = run("customize", "resumes/r1.docx", "other/R1.docx", "-p", "points.txt", "-o", "out")

    assert ran.code == 2
    assert "resumes/r1.docx and other/R1.docx" in ran.err
    assert not (folder / "out").exists()


def test_an_output_folder_that_holds_the_inputs_is_refused(folder: Path, run: Run, resumes: Path) -> None:
    before = {path: path.read_bytes() for path in resumes.iterdir()}

    ran = run("customize", "resumes", "-p", "points.txt", "-o", "resumes")

    assert ran.code == 2
    assert {path: path.read_bytes() for path in resumes.iterdir()} == before


@pytest.mark.parametrize("wrong", [["-o", "out.docx"], ["--certificate", "c.json"], ["-o", "points.txt"]])
def test_what_is_meant_for_one_resume_is_refused_for_several(run: Run, resumes: Path, wrong: list[str]) -> None:
    ran = run("customize", "resumes", "-p", "points.txt", *wrong)

    assert ran.code == 2


def test_a_plan_is_for_one_resume(folder: Path, run: Run, resumes: Path) -> None:
    run("plan", "resume.docx", "-p", "points.txt", "-o", "plan.json")

    assert run("customize", "resumes", "--plan", "plan.json").code == 2


def test_a_file_that_takes_too_long_is_given_up_and_the_rest_goes_on(folder: Path, resumes: Path) -> None:
    import os

    os.mkfifo(resumes / "r2-never.docx")  # reading it waits for ever
    command = [sys.executable, "-m", "resume_customizer", "customize", "resumes", "-p", "points.txt", "-o", "out"]

    ran = subprocess.run([*command, "--timeout", "1"], capture_output=True, encoding="utf-8", timeout=60, check=False)

    assert ran.returncode == 3
    assert "resumes/r2-never.docx: Error: the file could not be worked on: it took longer than 1 seconds" in ran.stdout
    assert "5 of 6 resumes customized" in ran.stdout


def test_the_exit_code_is_that_of_the_worst_file() -> None:
    from resume_customizer.cli.exits import worst
    from resume_customizer.cli.many import code_of

    placed, nothing = ({"placed": rows, "unplaced": []} for rows in ([{}], []))
    codes = [
        code_of(Outcome(Path(), placed)),
        code_of(Outcome(Path(), nothing)),
        code_of(Outcome(Path(), None, NotWritable("x", "x"))),
        code_of(Outcome(Path(), None, UnreadableInput("x", "x"))),
        code_of(Outcome(Path(), None, PromiseBroken("x", "x"))),
    ]

    assert codes == [0, 4, 5, 3, 1]
    assert [worst(codes[:upto]) for upto in range(1, 6)] == [0, 0, 5, 3, 1]
    assert worst([4, 4]) == 4
