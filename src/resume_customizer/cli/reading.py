"""`inspect` and `parse-points`: what the program understood, before anything is done with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.files import name_of, read_any_resume, read_points
from resume_customizer.cli.options import AllowMacros, AllowSigned, AsJson, Resume, permissions
from resume_customizer.cli.screen import count, print_json, say, show_notices
from resume_customizer.core.errors import about
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.document import Experience, ResumeDocument
    from resume_customizer.core.points import PointBank
    from resume_customizer.resume.lines import Line


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("inspect", cls=kind)(inspect)
    app.command("parse-points", cls=kind)(parse_points)


def inspect(
    resume: Resume,
    paragraphs: Annotated[
        bool, typer.Option("--paragraphs", help="List every paragraph with its number, for --after-paragraph.")
    ] = False,
    allow_macros: AllowMacros = False,
    allow_signed: AllowSigned = False,
    as_json: AsJson = False,
) -> None:
    """Show what is understood of a resume.

    Its sections, its experiences, and where new points would go.

    resume-customizer inspect resume.docx
    resume-customizer inspect resume.docx --paragraphs
    """
    from resume_customizer.resume.reader import open_document
    from resume_customizer.services.documents.reports import inspection_to_json

    allowed = permissions(macros=allow_macros, signed=allow_signed)
    document = read_any_resume(resume, allowed)
    lines: tuple[Line, ...] = ()
    if paragraphs:
        with about(resume):
            lines = open_document(read_file(resume), allowed).lines
    if as_json:
        numbered = {"paragraphs": [{"paragraph": at + 1, "text": line.text} for at, line in enumerate(lines)]}
        print_json(inspection_to_json(document) | (numbered if paragraphs else {}))
        return
    _show_resume(resume.name, document)
    if paragraphs:
        say()
        for at, line in enumerate(lines):
            say(f"{at + 1:>5}  {' '.join(line.text.split())}", *(("dim",) if line.fallback else ()), hanging=7)


def parse_points(
    points: Annotated[
        Path, typer.Argument(metavar="POINTS", help="Technologies and their points; - reads standard input.")
    ],
    strict: Annotated[bool, typer.Option("--strict", help="Accept only the three classic shapes.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what is understood of a points file.

    Each technology with its points, and the lines that they begin on.

    resume-customizer parse-points points.txt
    resume-customizer parse-points - < points.txt
    """
    from resume_customizer.core.points import bank_to_json

    bank = read_points(points, strict=strict)
    if as_json:
        print_json(bank_to_json(bank))
    else:
        _show_bank(name_of(points), bank)


def _show_resume(name: str, document: "ResumeDocument") -> None:
    say(f"{name}: {count(len(document.experiences), 'experience')}, {count(len(document.sections), 'section')}", "bold")
    for number, experience in enumerate(document.experiences):
        say()
        _show_experience(number, experience)
    if document.sections:
        say()
        titles = (section.kind + (f" ({section.title})" if section.title else "") for section in document.sections)
        say(f"Sections: {', '.join(titles)}", hanging=10)
    show_notices(document.notices)


def _show_experience(number: int, experience: "Experience") -> None:
    say(f"[{number}] {title_of(experience)}", "bold", hanging=4)
    facts = (dates_of(experience), experience.location, experience.kind, f"{experience.confidence:.0%} sure")
    say(" · ".join(fact for fact in facts if fact), indent=4)
    if experience.anchor is None:
        say(f"No point can be added: {experience.no_anchor_reason}.", "yellow", indent=4)
    else:
        say(f"{count(len(experience.bullets), 'bullet')}; new points go after:", indent=4)
        say(f"“{experience.anchor.after_text}”", "dim", indent=4, hanging=1)
    if experience.environment:
        say(experience.environment, "dim", indent=4, hanging=2)


def title_of(experience: "Experience") -> str:
    """Role and company, or the first line of its header."""
    named = " at ".join(each for each in (experience.role, experience.company) if each)
    return named or next(iter(experience.header), "(no title)")


def dates_of(experience: "Experience") -> str:
    """`2021-03 – present`; empty without dates."""
    return " – ".join(each for each in (experience.start, experience.end) if each)


def _show_bank(name: str, bank: "PointBank") -> None:
    total = sum(len(stack.points) for stack in bank.stacks)
    say(f"{name}: {count(len(bank.stacks), 'technology', 'technologies')}, {count(total, 'point')}", "bold")
    for stack in bank.stacks:
        say()
        say(stack.technology, "bold")
        for point in stack.points:
            say(f"{point.line:>5}  {point.text}", hanging=7)
    show_notices(bank.notices)
