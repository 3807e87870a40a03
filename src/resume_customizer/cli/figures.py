"""`analytics`: figures of the desk."""

from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, print_json, say

if TYPE_CHECKING:
    from datetime import datetime

    from typer.core import TyperCommand

Name = Annotated[
    str,
    typer.Argument(metavar="FIGURE", help="funnel, times, response, demand, points or members.", show_default=False),
]
Since = Annotated[str, typer.Option("--since", metavar="TIME", help="What began then or later.", show_default=False)]
Until = Annotated[str, typer.Option("--until", metavar="TIME", help="What began then or before.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {"show": show, "export": export, "refresh": refresh}
    add_group(app, kind, "analytics", "Figures: what comes of requirements, and what works.", commands)


def show(
    workspace: WorkspaceName, figure: Name, since: Since = "", until: Until = "", who: As = "", as_json: AsJson = False
) -> None:
    """Show a figure; shares come with their interval, and of fewer than thirty there is none.

    resume-customizer analytics show "Bright Desk" funnel
    """
    with open_desk() as desk:
        found = desk.analytics.show_figure(as_member(desk, workspace, who), figure, _moment(since), _moment(until))
    if as_json:
        print_json({"figure": found.name, "rows": [dict(row) for row in found.rows]})
        return
    say(found.title, "bold")
    for row in found.rows:
        shown = (f"{name} {value}" for name, value in row.items() if name not in {"share", "low", "high", "sentence"})
        say(clean(", ".join(shown)), indent=2)
        if row.get("sentence"):
            say(clean(row["sentence"]), "dim", indent=4)


def export(
    workspace: WorkspaceName,
    figure: Name,
    form: Annotated[str, typer.Option("--form", metavar="FORM", help="csv or json.")] = "csv",
    since: Since = "",
    until: Until = "",
    who: As = "",
) -> None:
    """Write a figure to standard output.

    resume-customizer analytics export "Bright Desk" demand --form csv
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        typer.echo(desk.analytics.export_figure(actor, figure, form, _moment(since), _moment(until)).rstrip("\r\n"))


def refresh(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """Compute anew what figures are made of, where PostgreSQL keeps it.

    resume-customizer analytics refresh "Bright Desk"
    """
    with open_desk() as desk:
        desk.analytics.refresh(as_member(desk, workspace, who))
    if as_json:
        print_json({"refreshed": True})
    else:
        say("The figures are as new as the records.", "green")


def _moment(text: str) -> "datetime | None":
    from resume_customizer.core.staffing.requirements import read_moment

    try:
        return read_moment(text)
    except ValueError as fault:
        raise wrong_usage(f"a time {fault}") from None
