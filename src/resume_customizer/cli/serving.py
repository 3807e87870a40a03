"""`serve`: the API for other programs, and the web app.

options  ->  a process of its own (`python -m resume_customizer.serving`), which takes the place of this one
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.screen import say
from resume_customizer.core.errors import Unavailable

if TYPE_CHECKING:
    from typer.core import TyperCommand

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
_NEEDED = ("fastapi", "uvicorn", "python_multipart", "sqlalchemy", "cryptography", "jwt")


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("serve", cls=kind)(serve)


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, metavar="N", help="On which port.")] = 8000,
) -> None:
    """Serve the API, until Ctrl-C.

        resume-customizer serve --port 8000

    Other machines are served only in production (RCP_PRODUCTION). Takes the extras `app` and `server`.
    """
    if not all(map(find_spec, _NEEDED)):
        message = "The API takes the extras `app` and `server`: pip install 'resume-customizer[app,server]'."
        raise Unavailable("no-server", message)
    from resume_customizer.settings import read_settings

    if host not in _THIS_MACHINE and not read_settings().production:
        message = "Other machines are served in production only: set RCP_PRODUCTION=1 and keys (docs/settings.md)."
        raise wrong_usage(message)
    say(f"Serving on http://{host}:{port}; /api/v1/openapi.json describes it. End with Ctrl-C.", "green")
    sys.stdout.flush()
    command = [sys.executable, "-m", "resume_customizer.serving", host, str(port)]
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606 - there is nothing that a shell would read
    raise typer.Exit(subprocess.call(command))
