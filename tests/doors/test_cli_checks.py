"""`verify`, `undo`, `diff`: the promises of resume_customizer.cli.checks."""

from pathlib import Path

import pytest

from builders import a_docx, line
from doors.conftest import Run


@pytest.fixture
def out(folder: Path, run: Run) -> Path:
    """A customized resume with its certificate beside it."""
    assert run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx").code == 0
    return folder / "out.docx"


def test_verify_proves_it_with_and_without_a_certificate(folder: Path, run: Run, out: Path) -> None:
    beside = run("verify", "resume.docx", "out.docx", "--json")
    (folder / "out.docx.certificate.json").rename(folder / "c.json")
    without = run("verify", "resume.docx", "out.docx", "--json")
    named = run("verify", "resume.docx", "out.docx", "c.json", "--json")

    assert [ran.code for ran in (beside, without, named)] == [0, 0, 0]
    assert [ran.json["certificate"] for ran in (beside, without, named)] == [
        "out.docx.certificate.json",
        None,
        "c.json",
    ]
    assert len(without.json["inserted"]) == 3
    assert without.json["holds"] is True


def test_verify_finds_a_changed_original_line(folder: Path, run: Run, out: Path) -> None:
    (folder / "other.docx").write_bytes(a_docx(line("Another resume")))

    ran = run("verify", "other.docx", "out.docx", "--json")
    said = run("verify", "other.docx", "out.docx")

    assert ran.code == 1
    assert ran.json["holds"] is False
    assert ran.json["problems"]
    assert "The promise is broken" in said.out


def test_verify_says_when_the_files_are_named_in_the_wrong_order(folder: Path, run: Run, out: Path) -> None:
    said = run("verify", out, "resume.docx")

    assert said.code == 1
    assert "It holds the other way round" in said.out


def test_verify_finds_a_certificate_of_another_file(folder: Path, run: Run, out: Path) -> None:
    run("customize", "resume.docx", "-p", "points.txt", "-n", "1", "-o", "other.docx")

    assert run("verify", "resume.docx", "out.docx", "other.docx.certificate.json").code == 1


def test_undo_gives_back_the_original_byte_for_byte(folder: Path, run: Run, out: Path) -> None:
    original = (folder / "resume.docx").read_bytes()
    forms = [
        ["out.docx", "-o", "back.docx"],
        ["out.docx", "out.docx.certificate.json", "-o", "back.docx"],
        ["out.docx", "--certificate", "out.docx.certificate.json", "-o", "back.docx"],
    ]
    for form in forms:
        ran = run("undo", *form)

        assert ran.code == 0
        assert (folder / "back.docx").read_bytes() == original
        (folder / "back.docx").unlink()
    assert run("undo", "out.docx", "--json").json["output"] == "restored/out.docx"
    assert (folder / "restored" / "out.docx").read_bytes() == original


def test_undo_refuses_a_file_that_was_changed_since(folder: Path, run: Run, out: Path) -> None:
    out.write_bytes(out.read_bytes() + b" ")

    ran = run("undo", "out.docx", "-o", "back.docx")

    assert ran.code == 1
    assert not (folder / "back.docx").exists()


def test_undo_never_writes_over_what_it_reads(run: Run, out: Path) -> None:
    assert run("undo", "out.docx", "-o", "out.docx").code == 2
    assert run("undo", "out.docx", "-o", "out.docx.certificate.json").code == 2


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 99}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_certificate_is_named(folder: Path, run: Run, out: Path, content: bytes) -> None:
    (folder / "c.json").write_bytes(content)

    ran = run("undo", "out.docx", "c.json", "-o", "back.docx")

    assert ran.code == 3
    assert "c.json" in ran.err
    assert "certificate" in ran.err


def test_two_certificates_are_one_too_many(run: Run, out: Path) -> None:
    assert run("undo", "out.docx", "a.json", "--certificate", "b.json").code == 2


def test_diff_shows_what_was_added_between_what_stays(run: Run, out: Path) -> None:
    shown = run("diff", "resume.docx", "out.docx", "--context", "1")
    changes = run("diff", "resume.docx", "out.docx", "--json").json["changes"]

    assert shown.code == 0
    assert "  Tuned slow queries in Oracle.\n+ " in shown.out
    assert "3 lines added, 0 lines removed." in shown.out
    assert "Petra" not in shown.out
    assert {change["kind"] for change in changes} == {"added"}
    assert len(changes) == 3


def test_diff_shows_what_was_taken_away(folder: Path, run: Run) -> None:
    (folder / "a.docx").write_bytes(a_docx(line("One"), line("Two"), line("Three")))
    (folder / "b.docx").write_bytes(a_docx(line("One"), line("Zwei"), line("Three")))

    changes = run("diff", "a.docx", "b.docx", "--json").json["changes"]

    assert changes == [
        {"kind": "removed", "text": "Two", "before": 2, "after": None},
        {"kind": "added", "text": "Zwei", "before": None, "after": 2},
    ]
