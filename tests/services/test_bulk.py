"""Many resumes, each on its own: the promises of resume_customizer.services.documents.bulk."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from builders import a_bank, a_docx, bold, bullets, heading, line
from resume_customizer.core.certificate import parse_certificate
from resume_customizer.core.errors import Conflict, InvalidInput, UnreadableInput
from resume_customizer.services.documents.bulk import Source, Task, Work, attempt_task, carry_out_task, tasks_for
from resume_customizer.services.documents.instructions import Instructions

RESUME = a_docx(
    heading("Experience"),
    line(bold("Harrow Freight"), " | Senior Engineer | Jan 2021 – Present"),
    bullets("Built claim services in Java.", "Tuned slow queries in Oracle."),
)
POINTS = Instructions(a_bank(Python=["Built loaders for nine tenants"]), source="points.txt")
TASK = Task(Path("in.docx"), Path("out.docx"), Path("out.json"))


class Memory:
    """Files that live in memory."""

    def __init__(self, **files: bytes) -> None:
        self.files = {Path(name.replace("_", ".")): content for name, content in files.items()}
        self.inputs: tuple[Path, ...] = ()
        self.like: Path | None = None

    def read_file(self, path: Path) -> bytes:
        if path not in self.files:
            raise UnreadableInput("no-such-file", "There is no such file.", str(path))
        return self.files[path]

    def write_files(
        self, contents: Mapping[Path, bytes], inputs: Iterable[Path] = (), like: Path | None = None
    ) -> None:
        self.inputs, self.like = tuple(inputs), like
        self.files.update(contents)


def test_the_file_and_its_certificate_are_written_together_and_inputs_are_named() -> None:
    disk = Memory(in_docx=RESUME)

    done, report = carry_out_task(TASK, Work(POINTS, disk, (Path("points.txt"),)))

    assert done.written is not None
    assert disk.files[Path("out.docx")] == done.written.content
    assert parse_certificate(json.loads(disk.files[Path("out.json")])) == done.written.certificate
    assert disk.inputs == (Path("in.docx"), Path("points.txt"))
    assert (report["output"], report["certificate"]) == ("out.docx", "out.json")


def test_a_dry_run_writes_nothing() -> None:
    disk = Memory(in_docx=RESUME)

    _, report = carry_out_task(TASK, Work(POINTS, disk, dry=True))

    assert list(disk.files) == [Path("in.docx")]
    assert report["output"] is None
    assert report["output_sha256"]


def test_one_bad_file_is_an_outcome_with_its_reason() -> None:
    disk = Memory(in_docx=b"not a resume")

    bad = attempt_task(TASK, Work(POINTS, disk))
    missing = attempt_task(Task(Path("none.docx"), Path("x"), Path("y")), Work(POINTS, disk))

    assert bad.error is not None
    assert (bad.error.code, bad.error.where) == ("not-a-zip", "in.docx")
    assert missing.error is not None
    assert missing.error.code == "no-such-file"
    assert list(disk.files) == [Path("in.docx")]


@pytest.mark.parametrize("certificate", [b"", b"[]", b"{", b'{"version": 1}', b"[" * 100_000, b"\xff"])
def test_an_output_without_a_fitting_certificate_is_kept(certificate: bytes) -> None:
    disk = Memory(in_docx=RESUME, out_docx=b"somebody's work", out_json=certificate)

    with pytest.raises(Conflict) as fault:
        carry_out_task(TASK, Work(POINTS, disk, overwrite=False))

    assert fault.value.code == "output-changed"
    assert disk.files[Path("out.docx")] == b"somebody's work"


def test_an_output_of_ours_is_made_anew() -> None:
    disk = Memory(in_docx=RESUME)
    carry_out_task(TASK, Work(POINTS, disk, overwrite=False))
    first = dict(disk.files)

    carry_out_task(TASK, Work(POINTS, disk, overwrite=False))

    assert disk.files == first


def test_each_resume_keeps_its_name_in_the_folder_asked_for_or_beside_itself() -> None:
    sources = [Source(Path("a/x.docx"), Path("x.docx")), Source(Path("a/b/y.docx"), Path("b/y.docx"))]

    asked, beside = tasks_for(sources, Path("out")), tasks_for(sources, None)

    assert [str(task.target) for task in asked] == ["out/x.docx", "out/b/y.docx"]
    assert [str(task.certificate) for task in asked] == ["out/x.docx.certificate.json", "out/b/y.docx.certificate.json"]
    assert [str(task.target) for task in beside] == ["a/customized/x.docx", "a/b/customized/y.docx"]


@pytest.mark.parametrize("other", ["x.docx", "X.DOCX"])
def test_two_resumes_never_get_the_same_output(other: str) -> None:
    sources = [Source(Path("a/x.docx"), Path("x.docx")), Source(Path("b") / other, Path(other))]

    with pytest.raises(InvalidInput) as fault:
        tasks_for(sources, Path("out"))

    assert fault.value.code == "same-output"
    assert len(tasks_for(sources, None)) == 2


def test_a_resume_that_is_named_twice_is_done_once() -> None:
    assert len(tasks_for([Source(Path("x.docx"), Path("x.docx"))] * 2, None)) == 1
