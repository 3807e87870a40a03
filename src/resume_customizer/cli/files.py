"""Read what a command was given, write what it was asked for. Each error names the file that it is about."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from resume_customizer.cli.exits import wrong_usage
from resume_customizer.core.errors import Conflict, ResumeCustomizerError, UnreadableInput, about
from resume_customizer.infrastructure.files import read_file, write_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from resume_customizer.core.certificate import Certificate
    from resume_customizer.core.document import ResumeDocument
    from resume_customizer.core.drafts import Drafts
    from resume_customizer.core.planning.plan import Plan
    from resume_customizer.core.points import PointBank
    from resume_customizer.core.text import CleanText
    from resume_customizer.resume.package import Permissions

Task = TypeVar("Task")
Result = TypeVar("Result")

STANDARD_INPUT = Path("-")


def read_input(path: Path, limit: int | None = None, what: str = "points") -> bytes:
    """A file's bytes, or what comes on standard input for `-`."""
    if path != STANDARD_INPUT:
        return read_file(path, limit) if limit else read_file(path)
    if sys.stdin.isatty():
        sys.stderr.write(f"Type or paste the {what}; end with Ctrl-D (Ctrl-Z and Enter on Windows).\n")
    return sys.stdin.buffer.read(limit + 1 if limit else -1)


def read_points(path: Path, *, strict: bool = False) -> "PointBank":
    """The technologies and points of a tech-stack file."""
    from resume_customizer.core.tech_stack import parse_tech_stack
    from resume_customizer.core.text import MAX_BYTES

    name = name_of(path)
    content = read_input(path, MAX_BYTES)
    with about(name if path == STANDARD_INPUT else path):
        return parse_tech_stack(content, strict=strict, file_name=name)


def read_any_text(path: Path, what: str) -> "CleanText":
    """The text of a posting in any form; a PDF is read in a process of its own, within limits."""
    from resume_customizer.core.text import MAX_BYTES

    content = read_input(path, MAX_BYTES, what)
    name = name_of(path)
    with about(name if path == STANDARD_INPUT else path):
        task = (content, name)
        return within_limits(_read_text, task) if content.startswith(b"%PDF") else _read_text(task)


def read_any_resume(path: Path, allowed: "Permissions") -> "ResumeDocument":
    """What is understood of a resume, Word document or PDF."""
    from resume_customizer.resume.reader import read_resume

    content = read_file(path)
    with about(path):
        return within_limits(_read_pdf, content) if content.startswith(b"%PDF") else read_resume(content, allowed)


def within_limits(read: "Callable[[Task], Result]", task: "Task") -> "Result":
    """Read a PDF in a process of its own: a small one can cost minutes and gigabytes."""
    from functools import partial

    from resume_customizer.infrastructure.processes import DOCUMENT_LIMITS, Failure, run_in_processes

    (_, done), *_ = run_in_processes(partial(_attempt, read), [task], 1, DOCUMENT_LIMITS)
    if isinstance(done, Failure):
        message = f"The PDF can't be read: {done.message}. Paste its text, or use the document that it was made from."
        raise UnreadableInput("unreadable-pdf", message)
    if isinstance(done, ResumeCustomizerError):
        raise done
    return done


def _attempt(read: "Callable[[Task], Result]", task: "Task") -> "Result | ResumeCustomizerError":
    """An error of ours comes back as a value: others would lose their code on the way."""
    try:
        return read(task)
    except ResumeCustomizerError as fault:
        return fault


def _read_pdf(content: bytes) -> "ResumeDocument":
    from resume_customizer.resume.pdf_resume import read_pdf_resume

    return read_pdf_resume(content)


def _read_text(task: tuple[bytes, str]) -> "CleanText":
    from resume_customizer.services.documents.reading_texts import read_any_text as read

    return read(*task)


def answer_lines(path: Path, answer: "Callable[[bytes, int], object]") -> None:
    """A line of JSON on standard output for each line with something in it, one after the other, however many."""
    lines: Iterable[bytes] = sys.stdin.buffer if path == STANDARD_INPUT else read_file(path).splitlines()
    for number, line in enumerate(lines, 1):
        if line.strip():
            with about(name_of(path)):
                values = answer(line, number)
            sys.stdout.write(json.dumps(values) + "\n")


def name_of(path: Path) -> str:
    """How a file is called where its folder is nobody's business."""
    name = "standard input" if path == STANDARD_INPUT else path.name
    return name.encode("utf-8", "replace").decode()


def read_plan(path: Path) -> "Plan":
    """A plan that `plan` made, perhaps edited since."""
    from resume_customizer.core.planning.plan_rows import parse_plan

    values = _read_json(path, "plan")
    with about(path):
        return parse_plan(values)


def read_certificate(path: Path) -> "Certificate":
    """A certificate that `customize` wrote."""
    from resume_customizer.core.certificate import parse_certificate

    values = _read_json(path, "certificate")
    with about(path):
        return parse_certificate(values)


def read_drafts_file(path: Path) -> "Drafts":
    """Drafts that `draft` made, perhaps edited since."""
    from resume_customizer.core.drafts import parse_drafts

    values = _read_json(path, "file of drafts")
    with about(path):
        return parse_drafts(values)


def write_output(contents: dict[Path, bytes], inputs: tuple[Path, ...], like: Path) -> None:
    """Write files that a person named; one that would replace an input is wrong usage."""
    try:
        write_files(contents, inputs, like)
    except Conflict as fault:
        raise wrong_usage(str(fault)) from None


def certificate_beside(path: Path) -> Path:
    """Where the certificate of a customized file stands unless told otherwise."""
    return path.with_name(f"{path.name}.certificate.json")


def _read_json(path: Path, kind: str) -> Any:  # noqa: ANN401 - JSON can be anything
    content = read_input(path)
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as fault:
        place = f"{path}, line {fault.lineno}" if isinstance(fault, json.JSONDecodeError) else str(path)
        raise UnreadableInput(f"bad-{kind}", f"This is not a {kind}: it can't be read as JSON.", place) from None
