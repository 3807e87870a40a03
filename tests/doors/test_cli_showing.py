"""`preview` and `pdf`: the promises of resume_customizer.cli.showing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from doors.conftest import Run


@pytest.fixture
def out(folder: Path, run: Run) -> Path:
    """A customized resume with its certificate beside it."""
    assert run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx").code == 0
    return folder / "out.docx"


def _marked(page: Path) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", page.read_text(encoding="utf-8"))


def test_the_preview_marks_exactly_the_new_points(folder: Path, run: Run, out: Path) -> None:
    placed = run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx", "--json").json["placed"]

    ran = run("preview", "out.docx", "--json")

    assert ran.code == 0
    assert ran.json == {"output": "out.html", "marked": True}
    assert sorted(_marked(folder / "out.html")) == sorted(row["point"] for row in placed)
    assert "Petra Vandersloot" in (folder / "out.html").read_text(encoding="utf-8")


def test_the_original_can_be_named_instead_of_a_certificate(folder: Path, run: Run, out: Path) -> None:
    run("preview", "out.docx", "-o", "with.html")
    (folder / "out.docx.certificate.json").unlink()

    named = run("preview", "out.docx", "--original", "resume.docx", "-o", "named.html")
    none = run("preview", "out.docx", "-o", "none.html")

    assert named.code == none.code == 0
    assert (folder / "named.html").read_bytes() == (folder / "with.html").read_bytes()
    assert _marked(folder / "none.html") == []
    assert "Nothing is marked" in none.err


def test_what_is_no_resume_has_no_preview(run: Run) -> None:
    ran = run("preview", "points.txt")

    assert ran.code == 3
    assert "points.txt" in ran.err


def test_a_preview_never_overwrites_the_resume(run: Run, out: Path) -> None:
    assert run("preview", "out.docx", "-o", "out.docx").code == 2


def test_a_pdf_is_made(folder: Path, run: Run, libreoffice: Callable[[bytes], bytes]) -> None:
    ran = run("pdf", "resume.docx", "--json")

    assert ran.code == 0
    assert (folder / "resume.pdf").read_bytes().startswith(b"%PDF")
    assert ran.json == {"output": "resume.pdf"}
