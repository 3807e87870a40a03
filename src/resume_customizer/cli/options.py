"""Options that several commands share, with one name and one help text each."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.exits import wrong_usage

if TYPE_CHECKING:
    from resume_customizer.resume.package import Permissions

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of text for people.")]
Resume = Annotated[Path, typer.Argument(metavar="RESUME", help="A Word document (.docx).", show_default=False)]
AllowMacros = Annotated[
    bool, typer.Option("--allow-macros", help="Accept a file with macros; they are kept byte for byte and not run.")
]
AllowSigned = Annotated[
    bool, typer.Option("--allow-signed", help="Accept a signed file, although its signature will no longer hold.")
]
_POINTS = typer.Option(
    "--points", "-p", metavar="FILE", help="Technologies and their points; - reads standard input.", show_default=False
)
Points = Annotated[Path | None, _POINTS]


PostingNamed = Annotated[
    Path | None, typer.Option("--posting", metavar="FILE", help="The same as POSTING.", show_default=False)
]


def one_posting(given: Path | None, named: Path | None) -> Path | None:
    """A posting that can be given as an argument, or by its name as everywhere else."""
    if given is not None and named is not None:
        raise wrong_usage("The posting is named twice. Give it once, as POSTING or with --posting.")
    return given if given is not None else named


def permissions(*, macros: bool, signed: bool) -> "Permissions":
    """What the person allows for a file that is refused by default."""
    from resume_customizer.resume.package import Permissions

    return Permissions(macros=macros, signature=signed)
