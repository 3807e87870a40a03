"""Customize many resumes: one file after the other, each on its own.

    sources  ->  tasks_for()  ->  Task, Task, …  ->  attempt_task()  ->  Outcome, Outcome, …

Promises:

* One bad file costs that file only; its outcome says why.
* Two resumes never get the same output, and no output is one of the inputs' names in its folder.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from resume_customizer.core.certificate import Certificate, certificate_to_json, parse_certificate
from resume_customizer.core.errors import Conflict, InvalidInput, ResumeCustomizerError, UnreadableInput, about
from resume_customizer.services.documents.customizing import Customized, customize
from resume_customizer.services.documents.instructions import Instructions
from resume_customizer.services.documents.reports import customization_to_json
from resume_customizer.services.ports import Files

RESUME_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
DEFAULT_FOLDER = "customized"
CERTIFICATE_SUFFIX = ".certificate.json"


class Source(NamedTuple):
    """One resume, and what it is called inside an output folder."""

    path: Path
    relative: Path


class Task(NamedTuple):
    """One resume, and the files that it is made into."""

    source: Path
    target: Path
    certificate: Path


class Outcome(NamedTuple):
    """What became of one resume."""

    source: Path
    report: dict[str, Any] | None
    """The JSON of `customize`; None when there was an error."""
    error: ResumeCustomizerError | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with every file."""

    instructions: Instructions
    files: Files
    inputs: tuple[Path, ...] = ()
    """Files that no output may replace, beside the resume itself."""
    dry: bool = False
    """Write nothing."""
    overwrite: bool = True
    """Replace outputs that a person has changed since."""


def tasks_for(sources: Iterable[Source], folder: Path | None) -> tuple[Task, ...]:
    """Where each resume's output goes: into `folder`, or into `customized` beside it, under its own name.

    Raises InvalidInput when two resumes would get the same output.
    """
    tasks: dict[str, Task] = {}
    for source in sources:
        target = folder / source.relative if folder else source.path.parent / DEFAULT_FOLDER / source.path.name
        name = normalize("NFC", str(target)).casefold()  # some systems take names for the same that differ in this
        if name in tasks and tasks[name].source == source.path:
            continue  # named twice
        if name in tasks:
            message = f"{tasks[name].source} and {source.path} would both become {target}. Customize them apart."
            raise InvalidInput("same-output", message)
        tasks[name] = Task(source.path, target, certificate_beside(target))
    return tuple(tasks.values())


def certificate_beside(path: Path) -> Path:
    """Where the certificate of a customized file stands unless told otherwise."""
    return path.with_name(path.name + CERTIFICATE_SUFFIX)


def carry_out_task(task: Task, work: Work) -> tuple[Customized, dict[str, Any]]:
    """Read, customize, write the file and its certificate; returns the JSON of `customize` too."""
    content = work.files.read_file(task.source)
    with about(task.source):
        done = customize(content, work.instructions)
    if done.written is None or work.dry:
        return done, customization_to_json(done, None, None)
    if not work.overwrite:
        check_unchanged(task, work.files)
    certificate = certificate_bytes(done.written.certificate)
    contents = {task.certificate: certificate, task.target: done.written.content}
    work.files.write_files(contents, (task.source, *work.inputs), task.source)
    report = customization_to_json(done, str(task.target), str(task.certificate))
    return done, report


def attempt_task(task: Task, work: Work) -> Outcome:
    """The same, with an error as part of the outcome."""
    try:
        return Outcome(task.source, carry_out_task(task, work)[1])
    except ResumeCustomizerError as fault:
        return Outcome(task.source, None, fault)


def check_unchanged(task: Task, files: Files) -> None:
    """Raise Conflict for an output that was not made by this program, or that a person has changed since."""
    try:
        content = files.read_file(task.target)
    except UnreadableInput as fault:
        if fault.code == "no-such-file":
            return
        raise
    if _certified_digest(task.certificate, files) != sha256(content).hexdigest():
        message = "This file was changed since it was made, or comes from elsewhere. Name another output with -o, "
        raise Conflict("output-changed", message + "or replace it with --overwrite.", str(task.target))


def _certified_digest(certificate: Path, files: Files) -> str | None:
    try:
        return parse_certificate(json.loads(files.read_file(certificate))).customized_sha256
    except (ResumeCustomizerError, ValueError, RecursionError):
        return None


def certificate_bytes(certificate: Certificate) -> bytes:
    """One field a line: quick to write, and still something that a person can look into."""
    rows = (f'"{name}": {_encode(value)}' for name, value in certificate_to_json(certificate).items())
    return ("{\n" + ",\n".join(rows) + "\n}\n").encode()


_encode = json.JSONEncoder(ensure_ascii=False).encode
