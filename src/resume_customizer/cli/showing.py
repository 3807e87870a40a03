"""`preview` and `pdf`: the resume as a page to look at."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.files import certificate_beside, read_certificate, write_output
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import print_json, say, tell
from resume_customizer.core.errors import ResumeCustomizerError, UnreadableInput, about
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from typer.core import TyperCommand

Shown = Annotated[Path, typer.Argument(metavar="RESUME", help="The resume to show.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("preview", cls=kind)(preview)
    app.command("pdf", cls=kind)(pdf)


def preview(
    resume: Shown,
    original: Annotated[
        Path | None,
        typer.Option(
            "--original",
            metavar="FILE",
            help="What it was made from, to mark what is new.",
            show_default="its certificate tells",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The HTML file.", show_default="NAME.html beside the resume"
        ),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--timeout", min=1, metavar="SECONDS", help="Give up after this time.")
    ] = 30.0,
    as_json: AsJson = False,
) -> None:
    """Make an HTML page with the new points marked.

    resume-customizer preview customized/resume.docx
    """
    target = output or resume.with_suffix(".html")
    content, before = read_file(resume), _original(resume, original)
    with about(resume):
        page = _converted((content, before, resume.name), seconds)
    write_output({target: page.encode()}, (resume, *((original,) if original else ())), resume)
    if as_json:
        print_json({"output": str(target), "marked": before is not None})
        return
    say(f"{target} shows the resume{' with the new points marked' if before else ''}.", "green")
    if before is None:
        tell("Nothing is marked: there is no certificate beside the file. Name the original with --original.")


def pdf(
    resume: Shown,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The PDF.", show_default="NAME.pdf beside the resume"),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--timeout", min=1, metavar="SECONDS", help="Give up after this time.")
    ] = 120.0,
    as_json: AsJson = False,
) -> None:
    """Make a PDF, when LibreOffice is installed.

    resume-customizer pdf customized/resume.docx
    """
    from resume_customizer.infrastructure.libreoffice import convert_to_pdf
    from resume_customizer.resume.package import Permissions, open_package

    target = output or resume.with_suffix(".pdf")
    content = read_file(resume)
    with about(resume):
        open_package(content, Permissions(macros=True, signature=True))
        made = convert_to_pdf(content, resume.suffix or ".docx", seconds)
    write_output({target: made}, (resume,), resume)
    if as_json:
        print_json({"output": str(target)})
    else:
        say(f"{target} is the PDF.", "green")


def _original(resume: Path, original: Path | None) -> bytes | None:
    """The original's bytes: the file that is named, or what the certificate beside the resume gives back."""
    if original is not None:
        return read_file(original)
    certificate = certificate_beside(resume)
    if not certificate.exists():
        return None
    from resume_customizer.resume.verifier import undo

    stated = read_certificate(certificate)
    with about(resume):
        return undo(read_file(resume), stated)


def _converted(task: tuple[bytes, bytes | None, str], seconds: float) -> str:
    """The page, made in a process of its own: an odd document can make the conversion take very long."""
    from resume_customizer.infrastructure.processes import Failure, Limits, run_in_processes

    (_, made), *_ = run_in_processes(_attempt, [task], 1, Limits(seconds=seconds))
    if isinstance(made, Failure):
        raise UnreadableInput("no-preview", f"No preview can be made of this document: {made.message}.")
    if isinstance(made, ResumeCustomizerError):
        raise made
    return made


def _attempt(task: tuple[bytes, bytes | None, str]) -> str | ResumeCustomizerError:
    from resume_customizer.resume.preview import preview_html

    try:
        return preview_html(*task)
    except ResumeCustomizerError as fault:
        return fault
