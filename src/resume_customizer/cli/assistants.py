"""`mcp`: tools for an assistant that runs on this machine."""

from typing import TYPE_CHECKING, Any

import typer

from resume_customizer.cli.desk import As, WorkspaceName, as_member

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("mcp", cls=kind)(serve_assistant)


def serve_assistant(workspace: WorkspaceName, address: As = "") -> None:
    """Let an assistant use a workspace, over standard input and output (MCP).

        resume-customizer mcp "Harbor Staffing" --as ann@desk.example

    It may look, plan and customize as that member, with points that people have approved; it approves nothing.
    """
    from resume_customizer import __version__
    from resume_customizer.app_bootstrap import build_app, build_desk
    from resume_customizer.infrastructure.assistants import make_assistants_server
    from resume_customizer.settings import read_settings

    with build_app(read_settings()) as app:
        desk = build_desk(app)
        as_member(desk, workspace, address)  # a wrong name is told before anything is served

        def who(_: Any) -> Any:  # noqa: ANN401 - what the server gives
            return as_member(desk, workspace, address)

        make_assistants_server(desk, app.documents, who, __version__).run("stdio")
