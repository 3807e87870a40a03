"""What the commands about users, workspaces and keys have in common: who acts, and how people and workspaces are named.

    the one at this machine  ->  operator()  |  as_member(workspace, address)  ->  Actor

Whoever can run commands where the installation keeps its data could read that data anyway. So the command line acts as
the operator, or in the place of a member; the audit trail says that it was the command line.
"""

import getpass
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from resume_customizer.cli.screen import tell
from resume_customizer.core.errors import Conflict, NotFound, Unavailable

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.actor import Actor
    from resume_customizer.services.desk import Desk

_NEEDED = ("sqlalchemy", "alembic", "psycopg", "cryptography", "jwt", "bcrypt", "zxcvbn", "filelock")
Commands: TypeAlias = dict[str, Callable[..., None]]
"""Functions by what they are called on the command line."""
WorkspaceName = Annotated[str, typer.Argument(metavar="WORKSPACE", help="Its name or its id.", show_default=False)]
Address = Annotated[str, typer.Argument(metavar="ADDRESS", help="The person's e-mail address.", show_default=False)]
As = Annotated[
    str,
    typer.Option("--as", metavar="ADDRESS", help="In whose place.", show_default="the workspace's owner"),
]


def add_group(app: typer.Typer, kind: "type[TyperCommand]", name: str, about: str, commands: Commands) -> None:
    """A group of commands, e.g. `user add`."""
    group = typer.Typer(cls=app.info.cls, rich_markup_mode=None, no_args_is_help=True, help=about)
    for command, function in commands.items():
        group.command(command, cls=kind)(function)
    app.add_typer(group, name=name)


def require_server() -> None:
    """Raise Unavailable, which says what to install, where the libraries of an installation are missing."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        message = "Accounts and stored records take the extra `server`: pip install 'resume-customizer[server]'."
        raise Unavailable("no-server-libraries", message, f"missing: {', '.join(missing)}")


@contextmanager
def open_desk() -> "Generator[Desk]":
    """The services of this installation."""
    require_server()
    from resume_customizer.app_bootstrap import build_app, build_desk
    from resume_customizer.settings import read_settings

    with build_app(read_settings()) as app:
        if app.store.health().degraded_since:
            tell("The database can't be reached: this is what was used here lately, and not all there is.", "yellow")
        yield build_desk(app)


def operator() -> "Actor":
    """The one at this machine."""
    from resume_customizer.core.actor import Actor, Door, Source

    return Actor("command line", Source(Door.CLI, program=_login()), is_operator=True)


def as_member(desk: "Desk", workspace: str, address: str = "") -> "Actor":
    """Somebody in a workspace, in whose place the command acts: its owner when nobody is named."""
    from resume_customizer.core.actor import Actor, Door, Source
    from resume_customizer.core.permissions import Action

    workspace_id = find_workspace(desk, workspace)
    member = desk.operating.find_member(operator(), workspace_id, address)
    found = Actor(member.user_id, Source(Door.CLI, program=_login()), workspace_id, member.role)
    sees_all = found.may(Action.CHANGE_WORKSPACE) or not desk.desk_policies.show_policy(found).is_career_service
    return found if sees_all else replace(found, only_assigned=True)


def as_person(desk: "Desk", address: str) -> "Actor":
    """Somebody outside of workspaces, in whose place the command acts."""
    from resume_customizer.core.actor import Actor, Door, Source

    user = desk.operating.find_user(operator(), address)
    return Actor(user.user_id, Source(Door.CLI, program=_login()))


def find_workspace(desk: "Desk", named: str) -> str:
    """The id of a workspace that is named by its id or its name; raises NotFound, Conflict for a name that two have."""
    lines = desk.operating.list_workspaces(operator())
    found = [each.workspace_id for each in lines if named in {each.workspace_id, each.name}]
    if not found:
        raise NotFound("no-workspace", f"There is no workspace “{named}”; `workspace list` shows all.")
    if len(found) > 1:
        raise Conflict(
            "two-workspaces", f"Several workspaces are called “{named}”; name one by its id: {', '.join(found)}."
        )
    return found[0]


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
