"""`preflight` and `read-back` at the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders.hostile import ALL_HOSTILE
from builders.stored import RESUME_POINTS, small_resume
from doors.conftest import Run


@pytest.fixture
def resume(folder: Path) -> Path:
    path = folder / "petra.docx"
    path.write_bytes(small_resume())
    (folder / "points.txt").write_text(RESUME_POINTS, encoding="utf-8")
    return path


def test_each_resume_gets_its_verdict_and_the_reason(folder: Path, resume: Path, run: Run) -> None:
    hostile = next(each for each in ALL_HOSTILE if each.expected == "refused")
    (folder / "bad.docx").write_bytes(hostile.data)

    ran = run("preflight", "petra.docx", "bad.docx", "--json")

    assert ran.code == 3
    good, bad = ran.json["resumes"]
    assert (good["standing"], good["reasons"]) == ("exactly editable", [])
    places = [each["insert_after"] for each in good["experiences"]]
    assert places == ["Led a team of three.", "Moved batch jobs to Java."]
    assert (bad["standing"], bad["reasons"][0]["code"]) == ("refused", hostile.code)
    said = run("preflight", "petra.docx")
    assert said.code == 0
    assert "petra.docx: exactly editable" in said.out
    assert "2 experiences can take new points" in said.out


def test_a_picture_shows_where_points_go(
    folder: Path, resume: Path, run: Run, libreoffice: Callable[[bytes], bytes]
) -> None:
    ran = run("preflight", "petra.docx", "--picture", "where.pdf")

    assert ran.code == 0, ran.err
    assert (folder / "where.pdf").read_bytes().startswith(b"%PDF")
    assert resume.read_bytes() == small_resume()
    assert run("preflight", "petra.docx", "--picture", "where.gif").code == 2


def test_every_reader_reads_all_as_before_and_each_point_in_its_place(
    folder: Path, resume: Path, run: Run, libreoffice: Callable[[bytes], bytes]
) -> None:
    run("customize", "petra.docx", "-p", "points.txt", "-o", "out.docx")

    found = run("read-back", "out.docx", "--json").json

    assert found["holds"] is True
    assert len(found["readers"]) == 4
    assert [each["holds"] for each in found["readers"]] == [True] * 4
    assert all(each["words"] > 20 for each in found["readers"])


def test_without_a_certificate_it_says_what_to_name(folder: Path, resume: Path, run: Run) -> None:
    ran = run("read-back", "petra.docx")

    assert ran.code == 3
    assert "--certificate" in ran.err
