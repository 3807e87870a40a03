"""What a person is told when an output can't be written: which file, why, what to do, and exit code 5."""

from pathlib import Path

import pytest

from doors.conftest import Run

WRITING = [
    ("customize", "resume.docx", "-p", "points.txt", "-o", "way/out.docx"),
    ("customize", "resume.docx", "resume2.docx", "-p", "points.txt", "-o", "way/"),
    ("plan", "resume.docx", "-p", "points.txt", "-o", "way/plan.json"),
    ("preview", "resume.docx", "-o", "way/resume.html"),
]


@pytest.mark.parametrize("command", WRITING, ids=lambda each: " ".join(each[:2]))
def test_an_output_that_can_t_be_written_is_exit_code_5_and_named(
    folder: Path, run: Run, command: tuple[str, ...]
) -> None:
    (folder / "resume2.docx").write_bytes((folder / "resume.docx").read_bytes())
    (folder / "way").write_bytes(b"a file where a folder should be")
    before = {path: path.read_bytes() for path in folder.iterdir()}

    ran = run(*command)

    said = ran.out + ran.err
    assert ran.code == (2 if command[-1] == "way/" else 5)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    if ran.code == 5:
        assert f"{command[-1]}" in said
        assert "a file stands where its folder should be. Name another place for it" in said


def test_a_full_or_closed_folder_of_results_is_told_of_the_resume_that_it_is_about(folder: Path, run: Run) -> None:
    (folder / "customized").write_bytes(b"in the way")

    ran = run("customize", "resume.docx", "-p", "points.txt", "--json")

    assert ran.code == 5
    assert ran.json["error"]["code"] == "not-writable"
    assert ran.json["exit_code"] == 5
