"""`match`: how well a resume fits a posting, with the lines of both that say so."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.files import read_any_resume, read_any_text
from resume_customizer.cli.options import AllowMacros, AllowSigned, AsJson, PostingNamed, one_posting, permissions
from resume_customizer.cli.screen import painted, print_json, say, show_notices
from resume_customizer.core.errors import about

if TYPE_CHECKING:
    from datetime import date

    from typer.core import TyperCommand

    from resume_customizer.core.document import ResumeDocument
    from resume_customizer.core.matching import Match, Row

_LOOKS = {"shown": "green", "listed": "yellow", "missing": "red"}


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("match", cls=kind)(match)


def match(
    resume: Annotated[Path, typer.Argument(metavar="RESUME", help="A resume: .docx or .pdf.", show_default=False)],
    posting: Annotated[
        Path | None,
        typer.Argument(
            metavar="POSTING", help="A job advertisement: .txt, .md, .html, .eml, .docx or .pdf.", show_default=False
        ),
    ] = None,
    named: PostingNamed = None,
    month: Annotated[
        str, typer.Option("--month", metavar="YYYY-MM", help="The month in which years end.", show_default="now")
    ] = "",
    allow_macros: AllowMacros = False,
    allow_signed: AllowSigned = False,
    as_json: AsJson = False,
) -> None:
    """Show how well a resume fits a posting, and what is missing.

        resume-customizer match resume.docx posting.txt

    The score is from 0 to 100: must-haves and nice-to-haves that experiences show, years, and how recent they are.
    """
    from resume_customizer.core.matching import match as compare
    from resume_customizer.core.posting import analyze_posting

    advertisement = one_posting(posting, named)
    if advertisement is None:
        raise wrong_usage("Say which posting: resume-customizer match RESUME POSTING.")
    today = _day(month)
    with about(resume):
        document = read_any_resume(resume, permissions(macros=allow_macros, signed=allow_signed))
    read = read_any_text(advertisement, "posting")
    found = compare(document, analyze_posting(read.text), today)
    if as_json:
        from resume_customizer.services.documents.matching import match_to_json

        print_json(match_to_json(found, document))
    else:
        _show(found, document)
        show_notices((*document.notices, *read.notices))


def _day(month: str) -> "date":
    if not month:
        return datetime.now(UTC).date()
    try:
        return datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC).date()
    except ValueError:
        raise wrong_usage("--month takes a month like 2026-11.") from None


def _show(found: "Match", document: "ResumeDocument") -> None:
    if found.score is None:
        say("The posting asks for nothing that is known as a technology, nor for years: there is no score.", "yellow")
        return
    say(f"{found.score} of 100", "bold")
    for part in found.parts:
        say(f"{part.name:14} {part.share:4.0%}  {part.clause}", indent=2)
    for is_must, title in ((True, "Must have"), (False, "Nice to have")):
        rows = [row for row in found.rows if row.is_must == is_must]
        if rows:
            say()
            say(title, "bold")
        for row in rows:
            _show_row(row, document)
    if found.gaps:
        say()
        say("What is missing", "bold")
    for gap in found.gaps:
        say(f"- {gap}", indent=2, hanging=2)


def _show_row(row: "Row", document: "ResumeDocument") -> None:
    from resume_customizer.core.planning.plan import experience_title

    asked = f", {row.asked_years:g} years asked for" if row.asked_years else ""
    say(f"{painted(f'{row.state:8}', _LOOKS[row.state])}{row.title}{asked} (posting, line {row.asked.line})", indent=2)
    for use in row.known[:2]:
        if use.uses:
            since = f"{use.years:g} years, {use.first} to {use.last}" if use.first else "no dates"
            say(f"{use.name}: {since}", indent=10, hanging=2)
            at, line = use.uses[0]
            say(f"{experience_title(document.experiences[at], at)}: “{line}”", "dim", indent=10, hanging=2)
        else:
            say(f"“{use.listed}”", "dim", indent=10, hanging=2)
