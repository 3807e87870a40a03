"""`audit`: what was done, by whom, and whether the trail is as it was."""

import sys
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import (
    As,
    Commands,
    WorkspaceName,
    add_group,
    as_member,
    find_workspace,
    open_desk,
    operator,
)
from resume_customizer.cli.exits import BROKEN
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.audit import Entry
    from resume_customizer.services.audit import Verified


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {"list": list_entries, "verify": verify, "export": export, "drop-old": drop_old}
    add_group(app, kind, "audit", "What was done, by whom, and whether the trail is as it was.", commands)


def list_entries(
    workspace: WorkspaceName,
    number: Annotated[int, typer.Option("--count", min=1, max=500, help="How many.")] = 20,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Show the last entries of a workspace's trail, the newest first.

    resume-customizer audit list "Bright Desk"
    """
    with open_desk() as desk:
        entries = desk.audit.list_entries(as_member(desk, workspace, who), count=number)
    if as_json:
        print_json({"entries": [_values(entry) for entry in entries]})
        return
    for entry in entries:
        event = entry.event
        say(f"{entry.number:>6}  {event.at:%Y-%m-%d %H:%M:%S}  {clean(event.action)}", indent=2)
        details = ", ".join(f"{name}: {value}" for name, value in event.details.items())
        on = f"{event.record_kind} {event.record_id}".strip()
        said = "; ".join(filter(None, (f"by {event.actor_id or 'nobody'}", event.source, on, details)))
        say(clean(said), "dim", indent=10)


def verify(
    workspace: Annotated[
        str, typer.Argument(metavar="[WORKSPACE]", help="Its name or its id.", show_default="every trail")
    ] = "",
    head: Annotated[
        str, typer.Option("--head", metavar="HEAD", help="A head that was printed before and kept.", show_default=False)
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Verify that no entry was changed, removed or added since; prints the head of each trail, to be kept elsewhere.

    resume-customizer audit verify
    resume-customizer audit verify "Bright Desk" --head 41:9f…:c0…
    """
    with open_desk() as desk:
        if workspace:
            found = {find_workspace(desk, workspace): desk.audit.verify(as_member(desk, workspace), head)}
        else:
            found = desk.audit.verify_all(operator())
        names = {each.workspace_id: each.name for each in desk.operating.list_workspaces(operator())}
    broken = [each for each in found.values() if each.broken]
    if as_json:
        print_json({"trails": [_verified(chain, each) for chain, each in found.items()], "whole": not broken})
    else:
        for chain, each in found.items():
            _say_verified(clean(names.get(chain, "the installation")), each)
    if broken:
        raise typer.Exit(BROKEN)


def export(
    workspace: WorkspaceName,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV for a spreadsheet instead of lines of JSON.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to.", show_default="standard output")
    ] = None,
    who: As = "",
) -> None:
    """Write a workspace's whole trail; what is written can be verified by others.

    resume-customizer audit export "Bright Desk" --csv -o trail.csv
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        lines = desk.audit.export_csv(actor) if as_csv else (f"{line}\n" for line in desk.audit.export_json(actor))
        _write(lines, output)


def drop_old(
    workspace: WorkspaceName,
    days: Annotated[int, typer.Option("--keep-days", min=1, max=36_500, help="Entries that are older go, for good.")],
    who: As = "",
) -> None:
    """Forget the oldest entries of a workspace's trail; what stays can be verified as before.

    resume-customizer audit drop-old "Bright Desk" --keep-days 730
    """
    with open_desk() as desk:
        dropped = desk.audit.drop_old(as_member(desk, workspace, who), timedelta(days=days))
    say(f"{count(dropped, 'entry', 'entries')} older than {count(days, 'day')} dropped.", "green")


def _write(lines: Iterable[str], output: Path | None) -> None:
    if output is None:
        for line in lines:
            sys.stdout.write(line.replace("\r\n", "\n"))
        return
    from resume_customizer.cli.files import write_output

    write_output({output: "".join(lines).encode()}, (), output)
    say(f"{output} holds the trail.", "green")


def _say_verified(name: str, verified: "Verified") -> None:
    if verified.broken:
        say(f"{name}: BROKEN at entry {verified.broken.number:,}. {verified.broken.reason}", "red")
    else:
        say(f"{name}: whole, {count(verified.entries, 'entry', 'entries')}", "green")
        if verified.sealed_head:
            say(verified.sealed_head, "dim", indent=2)


def _verified(chain: str, verified: "Verified") -> dict[str, object]:
    broken = verified.broken
    return {
        "workspace_id": chain,
        "entries": verified.entries,
        "broken_at": broken.number if broken else None,
        "reason": broken.reason if broken else "",
        "head": verified.sealed_head,
    }


def _values(entry: "Entry") -> dict[str, object]:
    event = entry.event
    return {
        "number": entry.number,
        "at": event.at.isoformat(),
        "actor_id": event.actor_id,
        "action": event.action,
        "record_kind": event.record_kind,
        "record_id": event.record_id,
        "source": event.source,
        "details": dict(event.details),
    }
