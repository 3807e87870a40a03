"""`serve`: the API for other programs, and the web app.

options  ->  a process of its own (`python -m resume_customizer.serving`), which takes the place of this one
"""

import errno
import os
import socket
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
_NEEDED = ("fastapi", "uvicorn", "python_multipart", "streamlit", "sqlalchemy", "cryptography", "jwt")
THRIFT = {"MALLOC_ARENA_MAX": "2", "MALLOC_MMAP_THRESHOLD_": "65536"}
"""For the C library on Linux: hashing passwords and reading documents gives its memory back."""


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("serve", cls=kind)(serve)


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, metavar="N", help="On which port.")] = 8501,
) -> None:
    """Serve the web app and the API, until Ctrl-C.

        resume-customizer serve

    Other machines are served only in production (RCP_PRODUCTION). Takes the extras `app` and `server`.
    """
    if not all(map(find_spec, _NEEDED)):
        message = (
            "The web app and the API take the extras `app` and `server`: pip install 'resume-customizer[app,server]'."
        )
        raise Unavailable("no-server", message)
    from resume_customizer.settings import read_settings

    settings = read_settings()
    if host not in _THIS_MACHINE and not settings.production:
        message = "Other machines are served in production only: set RCP_PRODUCTION=1 and keys (docs/settings.md)."
        raise wrong_usage(message)
    _check_port(host, port)
    site = f"{'https' if settings.tls_certificate else 'http'}://{host}:{port}"
    say(f"Open {site} in your browser. End with Ctrl-C.", "green")
    say(f"Programs: {site}/api/v1/docs describes the API, openapi.json beside it for machines.", "dim")
    sys.stdout.flush()
    command = [sys.executable, "-m", "resume_customizer.serving", host, str(port)]
    environment = THRIFT | os.environ
    if os.name == "posix":
        os.execve(sys.executable, command, environment)  # noqa: S606 - there is nothing that a shell would read
    raise typer.Exit(subprocess.call(command, env=environment))


def _check_port(host: str, port: int) -> None:
    """Whether it can be listened to: else it would be told only after everything else has begun."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        socket.create_server(address[:2], family=family).close()
    except OSError as fault:
        is_taken = fault.errno == errno.EADDRINUSE
        why = "another program listens there" if is_taken else (fault.strerror or str(fault)).lower()
        message = f"It can't be served at {host}, port {port}: {why}. Name another port with --port."
        raise Unavailable("port-taken" if is_taken else "no-port", message) from None
