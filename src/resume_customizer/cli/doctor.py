"""`doctor`: whether everything that is needed is there and safe, and what to do where it is not.

the program (infrastructure/installation.py)  +  what a server stands on (app_bootstrap.examine_server)  ->  findings
"""

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.exits import BROKEN
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, painted, print_json, say

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.infrastructure.installation import Finding


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the command of this file."""
    app.command("doctor", cls=kind)(doctor)


def doctor(
    server: Annotated[
        bool | None,
        typer.Option(
            "--server/--no-server",
            help="Look at what a server stands on, too.",
            show_default="where a setting RCP_… is set",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check the installation, and say what to do.

        resume-customizer doctor

    Looked at are Python, the libraries, write access, LibreOffice and fonts; of a server also its database, Redis,
    keys, data folder, disk, mail server, virus scanner, workers and backups. Nothing is changed.

    Exit code 0 when everything needed is there, 1 when something needed is missing. LibreOffice and fonts are only
    needed for PDFs.
    """
    from resume_customizer.infrastructure.installation import examine

    findings = [*examine(), *(_of_server() if _is_wanted(server) else ())]
    healthy = all(finding.good or not finding.needed for finding in findings)
    if as_json:
        checks = [{"name": f.name, "good": f.good, "needed": f.needed, "message": f.message} for f in findings]
        print_json({"healthy": healthy, "checks": checks})
    else:
        for finding in findings:
            word, look = (
                ("ok", "green") if finding.good else (("wrong", "red") if finding.needed else ("look", "yellow"))
            )
            say(f"{painted(f'{word:<8}', look)}{finding.name}: {clean(finding.message)}", hanging=8)
    if not healthy:
        raise typer.Exit(BROKEN)


def _is_wanted(server: bool | None) -> bool:
    return server if server is not None else any(name.startswith("RCP_") for name in os.environ)


def _of_server() -> "tuple[Finding, ...]":
    from resume_customizer.core.errors import ResumeCustomizerError
    from resume_customizer.infrastructure.installation import Finding
    from resume_customizer.settings import read_settings

    if not all(map(find_spec, ("sqlalchemy", "alembic", "cryptography"))):
        message = "not installed: pip install 'resume-customizer[server]'"
        return (Finding("server libraries", good=False, message=message),)
    from resume_customizer.app_bootstrap import examine_server

    try:
        return examine_server(read_settings())
    except ResumeCustomizerError as fault:
        return (Finding("settings", good=False, message=fault.message),)
