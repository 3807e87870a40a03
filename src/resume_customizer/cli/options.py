"""Options that several commands share, with one name and one help text each."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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


def permissions(*, macros: bool, signed: bool) -> "Permissions":
    """What the person allows for a file that is refused by default."""
    from resume_customizer.resume.package import Permissions

    return Permissions(macros=macros, signature=signed)
