"""`consultant`: who is sent, what they can do, and which openings fit them."""

from typing import TYPE_CHECKING

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.desk_values import Item, Limit, Set, read_fields_of, shown_fields
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {"add": add, "list": list_consultants, "show": show, "set": set_fields, "fits": fits}
    add_group(app, kind, "consultant", "The consultants of a workspace.", commands)


def add(workspace: WorkspaceName, given: Set = None, who: As = "", as_json: AsJson = False) -> None:
    """Add a consultant.

    resume-customizer consultant add "Bright Desk" --set name="Petra Vandersloot" --set skills="Java, Kafka"
    """
    with open_desk() as desk:
        made = desk.consultants.create(as_member(desk, workspace, who), read_fields_of(given))
    say_done(f"{clean(made.name)} is there. The id is {made.id}.", {"consultant_id": made.id}, as_json=as_json)


def list_consultants(workspace: WorkspaceName, limit: Limit = 50, who: As = "", as_json: AsJson = False) -> None:
    """List consultants by name.

    resume-customizer consultant list "Bright Desk"
    """
    with open_desk() as desk:
        page = desk.consultants.list_consultants(as_member(desk, workspace, who), limit=limit)
    if as_json:
        print_json({"consultants": [shown_fields(each) for each in page.records]})
        return
    for each in page.records:
        say(f"{clean(each.name)}, {clean(each.status)}: {clean(', '.join(each.skills))}", indent=2)
        say(each.id, "dim", indent=4)
    say(f"{count(len(page.records), 'consultant')}.")


def show(workspace: WorkspaceName, consultant_id: Item, who: As = "", as_json: AsJson = False) -> None:
    """Show a consultant with contact.

    resume-customizer consultant show "Bright Desk" ID
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        found = desk.consultants.show(actor, consultant_id)
        contact = desk.consultants.show_contact(actor, consultant_id)
    values = shown_fields(found) | contact
    if as_json:
        print_json({"consultant": values})
        return
    for name, value in values.items():
        if value not in (None, "", []):
            say(f"{name:<24}{clean(', '.join(value) if isinstance(value, list) else value)}", indent=2, hanging=24)


def set_fields(
    workspace: WorkspaceName, consultant_id: Item, given: Set = None, who: As = "", as_json: AsJson = False
) -> None:
    """Change fields of a consultant.

    resume-customizer consultant set "Bright Desk" ID --set availability="in two weeks"
    """
    with open_desk() as desk:
        made = desk.consultants.edit(as_member(desk, workspace, who), consultant_id, read_fields_of(given))
    say_done(f"{clean(made.name)} is changed.", {"consultant_id": made.id}, as_json=as_json)


def fits(
    workspace: WorkspaceName, consultant_id: Item, limit: Limit = 10, who: As = "", as_json: AsJson = False
) -> None:
    """Show which open requirements fit a consultant, the best first.

    resume-customizer consultant fits "Bright Desk" ID
    """
    with open_desk() as desk:
        found = desk.fitting.find_requirements(as_member(desk, workspace, who), consultant_id, limit)
    if as_json:
        print_json({"fits": [{"requirement_id": each.requirement_id, "score": each.score} for each in found]})
        return
    for each in found:
        say(f"{clean(each.title)}: {'no resume' if each.score is None else f'{each.score} of 100'}", indent=2)
        say(each.requirement_id, "dim", indent=4)
