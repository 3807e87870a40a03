"""`serve`: the API for other programs, on this machine.

options  ->  a process of its own (`python -m resume_customizer.api`), which takes the place of this one
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
_NEEDED = ("fastapi", "uvicorn", "python_multipart")


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("serve", cls=kind)(serve)


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, metavar="N", help="On which port.")] = 8000,
) -> None:
    """Serve the API to programs on this machine, until Ctrl-C.

        resume-customizer serve --port 8000

    Nobody signs in yet, so only this machine is served. Takes the extra `app`.
    """
    if host not in _THIS_MACHINE:
        raise wrong_usage("Nobody signs in yet, so only this machine is served: leave --host out, or say 127.0.0.1.")
    if not all(map(find_spec, _NEEDED)):
        message = "The API takes the extra `app`: pip install 'resume-customizer[app]'."
        raise Unavailable("no-server", message)
    say(f"Serving on http://{host}:{port}; /api/v1/openapi.json describes it. End with Ctrl-C.", "green")
    sys.stdout.flush()
    command = [sys.executable, "-m", "resume_customizer.api", host, str(port)]
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606 - there is nothing that a shell would read
    raise typer.Exit(subprocess.call(command))
