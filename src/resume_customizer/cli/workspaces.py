"""`workspace` and `usage`: who works together, what they know, and what of their tier they use."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import (
    Address,
    As,
    Commands,
    WorkspaceName,
    add_group,
    as_member,
    as_person,
    find_workspace,
    open_desk,
    operator,
)
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.own_technologies import forget, know, technologies
from resume_customizer.cli.screen import clean, count, print_json, say, say_done
from resume_customizer.core.permissions import Role
from resume_customizer.core.tiers import Tier

if TYPE_CHECKING:
    from typer.core import TyperCommand

_OF_EVERY_RECORD = {"id", "workspace_id", "created_at", "changed_at", "version"}


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "add": add,
        "list": list_workspaces,
        "members": members,
        "invite": invite,
        "remove": remove,
        "transfer": transfer,
        "conflicts": conflicts,
        "technologies": technologies,
        "know": know,
        "forget": forget,
    }
    add_group(app, kind, "workspace", "The workspaces of this installation.", commands)
    usage: Commands = {"show": show, "tier": set_tier}
    add_group(app, kind, "usage", "What workspaces use of their tier.", usage)


def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.", show_default=False)],
    owner: Annotated[str, typer.Option("--owner", metavar="ADDRESS", help="Who owns it.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Make a workspace.

    resume-customizer workspace add "Bright Desk" --owner ann@desk.example
    """
    with open_desk() as desk:
        workspace_id = desk.workspaces.create(as_person(desk, owner), name)
    if as_json:
        print_json({"workspace_id": workspace_id})
    else:
        say(f"“{clean(name)}” belongs to {clean(owner)}. Its id is {workspace_id}.", "green")


def list_workspaces(as_json: AsJson = False) -> None:
    """List the workspaces: name, tier, how many members; nothing of what they hold.

    resume-customizer workspace list
    """
    with open_desk() as desk:
        lines = desk.operating.list_workspaces(operator())
    if as_json:
        print_json(
            {
                "workspaces": [
                    {
                        "workspace_id": each.workspace_id,
                        "name": each.name,
                        "tier": each.tier.value,
                        "members": each.members,
                        "created_at": each.created_at.isoformat(),
                    }
                    for each in lines
                ]
            }
        )
        return
    for each in lines:
        say(f"{clean(each.name)}", indent=2)
        say(f"{each.tier.value}, {count(each.members, 'member')}, {each.workspace_id}", "dim", indent=4)
    say(f"{count(len(lines), 'workspace')}.")


def members(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List the members of a workspace, and who was invited.

    resume-customizer workspace members "Bright Desk"
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        listed, waiting = desk.workspaces.list_members(actor), desk.workspaces.list_invitations(actor)
    if as_json:
        print_json(
            {
                "members": [
                    {"user_id": each.user_id, "address": each.address, "name": each.name, "role": each.role.value}
                    for each in listed
                ],
                "invitations": [
                    {"address": each.address, "role": each.role.value, "expires_at": each.expires_at.isoformat()}
                    for each in waiting
                ],
            }
        )
        return
    for member in listed:
        say(f"{member.role.value:<7} {clean(member.address)}  {clean(member.name)}", indent=2)
    for each in waiting:
        say(f"{each.role.value:<7} {clean(each.address)}  invited, until {each.expires_at:%Y-%m-%d}", "dim", indent=2)


def invite(
    workspace: WorkspaceName,
    address: Address,
    role: Annotated[Role, typer.Option("--role", help="What the person may do.")] = Role.EDITOR,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Invite somebody by e-mail.

    resume-customizer workspace invite "Bright Desk" bob@desk.example --role editor
    """
    with open_desk() as desk:
        desk.workspaces.invite(as_member(desk, workspace, who), address, role)
    say_done(f"An invitation for {clean(address)} waits in the outbox.", {"done": address}, as_json=as_json)


def remove(workspace: WorkspaceName, address: Address, who: As = "", as_json: AsJson = False) -> None:
    """Take somebody out of a workspace; their API keys there end.

    resume-customizer workspace remove "Bright Desk" bob@desk.example
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        desk.workspaces.remove(actor, as_member(desk, workspace, address).user_id)
    say_done(f"{clean(address)} is no member any more.", {"done": address}, as_json=as_json)


def transfer(workspace: WorkspaceName, address: Address, as_json: AsJson = False) -> None:
    """Make another member the owner; the owner becomes admin.

    resume-customizer workspace transfer "Bright Desk" bob@desk.example
    """
    with open_desk() as desk:
        desk.workspaces.transfer(as_member(desk, workspace), as_member(desk, workspace, address).user_id)
    say_done(f"{clean(address)} owns “{clean(workspace)}” now.", {"done": address}, as_json=as_json)


def conflicts(
    workspace: WorkspaceName,
    settle: Annotated[
        str, typer.Option("--settle", metavar="ID", help="You have looked at this one.", show_default=False)
    ] = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """List changes that were accepted while the database was away and overtaken by others; nothing of them is lost.

    resume-customizer workspace conflicts "Bright Desk"
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        if settle:
            desk.kept_changes.settle(actor, settle)
        kept = desk.kept_changes.list_open(actor)
    if as_json:
        values = [asdict(each) | {"accepted_at": each.accepted_at.isoformat()} for each in kept]
        print_json({"conflicts": values})
        return
    for each in kept:
        say(f"{each.accepted_at:%Y-%m-%d %H:%M}  {each.of_kind} {each.of_id}: {each.reason}", indent=2)
        say(f"{each.change_id}: {_short(each.wanted)}", "dim", indent=4)
    say(f"{count(len(kept), 'conflict')}.")


def show(workspace: WorkspaceName, as_json: AsJson = False) -> None:
    """Show what a workspace uses of what its tier allows.

    resume-customizer usage show "Bright Desk"
    """
    with open_desk() as desk:
        tier, usages = desk.usage.show(as_member(desk, workspace))
    if as_json:
        used = {each.limit.value: {"used": each.used, "allowed": each.allowed} for each in usages}
        print_json({"tier": tier.value, "usage": used})
        return
    say(f"Tier {tier.value.capitalize()}")
    for each in usages:
        say(f"{each.limit.value:<16}{each.used:>16,} of {each.allowed:,}", indent=2)


def set_tier(
    workspace: WorkspaceName,
    tier: Annotated[Tier, typer.Argument(metavar="TIER", help="free, premium or enterprise.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Sign a workspace up for another tier.

    resume-customizer usage tier "Bright Desk" premium
    """
    with open_desk() as desk:
        desk.usage.set_tier(operator(), find_workspace(desk, workspace), tier)
    say_done(f"“{clean(workspace)}” has the tier {tier.value.capitalize()} now.", {"done": tier.value}, as_json=as_json)


def _short(wanted: "Mapping[str, object]") -> str:
    """What was to be written, in a line."""
    told = ", ".join(f"{name}: {value}" for name, value in wanted.items() if name not in _OF_EVERY_RECORD and value)
    return clean(told)[:300] or "it was to be removed"
