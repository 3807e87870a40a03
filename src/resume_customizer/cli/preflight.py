"""`preflight` and `read-back`: what can be done with a resume beforehand, and what other programs read afterwards."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.exits import BROKEN, REFUSED, wrong_usage
from resume_customizer.cli.files import certificate_beside, read_certificate, write_output
from resume_customizer.cli.options import AllowMacros, AllowSigned, AsJson, permissions
from resume_customizer.cli.screen import count, print_json, say
from resume_customizer.core.errors import UnreadableInput, about
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.services.documents.preflight import Looked

_LOOKS = {"exactly editable": "green", "with a warning": "yellow", "refused": "red"}


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("preflight", cls=kind)(preflight)
    app.command("read-back", cls=kind)(read_back)


def preflight(
    resumes: Annotated[
        list[Path], typer.Argument(metavar="RESUME...", help="The resumes to look at.", show_default=False)
    ],
    picture: Annotated[
        Path | None,
        typer.Option(
            "--picture",
            metavar="FILE",
            help="Draw one resume as a PDF with the places for new points marked.",
            show_default=False,
        ),
    ] = None,
    allow_macros: AllowMacros = False,
    allow_signed: AllowSigned = False,
    as_json: AsJson = False,
) -> None:
    """Say what can be done with resumes, before anything is done.

    resume-customizer preflight resume.docx
    resume-customizer preflight resume.docx --picture where.pdf
    """
    from resume_customizer.services.documents.preflight import look, looked_to_json

    if picture and (len(resumes) > 1 or picture.suffix.lower() != ".pdf"):
        raise wrong_usage("--picture draws one resume, into a file that ends in .pdf.")
    allowed = permissions(macros=allow_macros, signed=allow_signed)
    looked: dict[Path, Looked] = {}
    for path in resumes:
        with about(path):
            looked[path] = look(read_file(path), allowed, mark=picture is not None)
    if picture:
        _draw(resumes[0], looked[resumes[0]], picture)
    if as_json:
        print_json({"resumes": [{"resume": str(path), **looked_to_json(each)} for path, each in looked.items()]})
    else:
        for path, each in looked.items():
            _show(path, each)
        if picture:
            say(f"{picture} shows where new points go.", "green")
    if any(each.verdict.standing.value == "refused" for each in looked.values()):
        raise typer.Exit(REFUSED)


def read_back(
    customized: Annotated[
        Path, typer.Argument(metavar="CUSTOMIZED", help="The file that customize made.", show_default=False)
    ],
    certificate: Annotated[
        Path | None,
        typer.Option("--certificate", metavar="FILE", help="Its certificate.", show_default="beside the file"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what other programs read: nothing less than before, and each new point behind its bullet.

    It is read by this program, by mammoth, and, where it is installed, by LibreOffice as text and as PDF.

    resume-customizer read-back customized/resume.docx
    """
    from resume_customizer.infrastructure.sandbox import Sandbox
    from resume_customizer.infrastructure.text_readers import text_readers
    from resume_customizer.resume.verifier import undo
    from resume_customizer.services.documents import reading_back

    place = certificate or certificate_beside(customized)
    if not place.exists():
        message = "There is no certificate beside it. Name the one that customize wrote with --certificate."
        raise UnreadableInput("no-certificate", message, str(customized))
    content, stated = read_file(customized), read_certificate(place)
    with about(customized):
        original = undo(content, stated)
    documents = Sandbox(processes=1)
    try:
        found = tuple(reading_back.read_back(original, content, stated, text_readers(documents)))
    finally:
        documents.close()
    values = [reading_back.reading_to_json(each) for each in found]
    holds = all(each["holds"] is not False for each in values)
    if as_json:
        print_json({"holds": holds, "readers": values})
    else:
        for each in values:
            _show_reading(each)
    if not holds:
        raise typer.Exit(BROKEN)


def _draw(resume: Path, looked: "Looked", picture: Path) -> None:
    from resume_customizer.infrastructure.libreoffice import convert_to_pdf

    if looked.marked is None:
        raise UnreadableInput("nothing-to-draw", looked.verdict.reasons[0].message, str(resume))
    made = convert_to_pdf(looked.marked, resume.suffix or ".docx")
    write_output({picture: made}, (resume,), resume)


def _show(path: Path, looked: "Looked") -> None:
    standing = looked.verdict.standing.value
    say(f"{path.name}: {standing}", "bold", _LOOKS[standing])
    for reason in looked.verdict.reasons:
        where = f" ({reason.where})" if reason.where and reason.where != str(path) else ""
        say(f"- {reason.message}{where}", indent=2, hanging=2)
    if looked.document is not None and not looked.verdict.reasons:
        places = sum(each.anchor is not None for each in looked.document.experiences)
        say(f"{count(places, 'experience')} can take new points.", indent=2)


def _show_reading(found: dict[str, Any]) -> None:
    if found["holds"] is None:
        say(f"{found['reader']}: not read. {found['reason']}", "yellow", hanging=2)
        return
    if found["holds"]:
        say(f"{found['reader']}: all {found['words']:,} words as before, each new point in its place.", "green")
        return
    say(f"{found['reader']}: not the same.", "red")
    for name, said in (("lost", "no longer read"), ("missing", "not found"), ("displaced", "not behind its bullet")):
        for each in found[name]:
            say(f"- {said}: {each}", indent=2, hanging=2)
