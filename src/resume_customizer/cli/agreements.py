"""`desk`: what a workspace agrees on, its caseload, and views of its lists that are kept."""

from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.desk_values import Item, Set, read_fields_of
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

if TYPE_CHECKING:
    from typer.core import TyperCommand

Screen = Annotated[
    str, typer.Argument(metavar="LIST", help="requirements, consultants, submissions …", show_default=False)
]
_YES = {"yes": True, "true": True, "no": False, "false": False}


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "policy": policy,
        "caseload": caseload,
        "adviser": adviser,
        "cohort": cohort,
        "views": views,
        "keep-view": keep_view,
        "forget-view": forget_view,
    }
    add_group(app, kind, "desk", "What a workspace agrees on, its caseload, its views.", commands)


def policy(workspace: WorkspaceName, given: Set = None, who: As = "", as_json: AsJson = False) -> None:
    """Show what is agreed on, or agree on something else with --set.

    The names: right_to_represent (always, with-vendor, never), needs_proof, needs_sign_off, similarity_days,
    is_career_service.

    resume-customizer desk policy "Bright Desk" --set right_to_represent=always --set needs_sign_off=yes
    """
    from resume_customizer.core.staffing.desk_policy import policy_to_json

    wanted = {name: _read(str(value)) for name, value in read_fields_of(given).items()}
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        policies = desk.desk_policies
        found = policies.change_policy(actor, wanted) if wanted else policies.show_policy(actor)
    values = policy_to_json(found)
    if as_json:
        print_json({"policy": values})
        return
    for name, value in values.items():
        say(f"{name:<22}{_said(value)}", indent=2)


def caseload(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """Show the people that a member looks after, by cohort, and how far they have come.

    resume-customizer desk caseload "Bright Future" --as adviser@example.org
    """
    with open_desk() as desk:
        lines = desk.consultants.caseload(as_member(desk, workspace, who))
    if as_json:
        cohorts = [{"cohort": each.name, "people": each.people, "by_progress": each.by_progress} for each in lines]
        print_json({"cohorts": cohorts})
        return
    for each in lines:
        say(f"{clean(each.name) or 'no cohort'}: {each.people:,}", indent=2)
        said = (f"{name or 'not said'} {number}" for name, number in each.by_progress.items() if number)
        say(", ".join(said), "dim", indent=4)
    say(f"{count(sum(each.people for each in lines), 'person', 'people')}.")


def adviser(
    workspace: WorkspaceName,
    consultant_id: Item,
    address: Annotated[
        str, typer.Option("--member", metavar="ADDRESS", help="Who looks after them.", show_default="nobody")
    ] = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Assign somebody to a member, who sees them from then on; without --member to nobody.

    resume-customizer desk adviser "Bright Future" ID --member adviser@example.org
    """
    with open_desk() as desk:
        user_id = as_member(desk, workspace, address).user_id if address else ""
        made = desk.consultants.set_adviser(as_member(desk, workspace, who), consultant_id, user_id)
    sentence = f"{clean(made.name)} is looked after by {clean(address) or 'nobody'} now."
    say_done(sentence, {"consultant_id": made.id, "adviser_id": made.adviser_id}, as_json=as_json)


def cohort(
    workspace: WorkspaceName,
    name: Annotated[str, typer.Argument(metavar="COHORT", help="Its name.", show_default=False)],
    who: As = "",
) -> None:
    """Write the people of a cohort to standard output, one on each line as JSON, without contact.

    resume-customizer desk cohort "Bright Future" "Spring 2026" > cohort.jsonl
    """
    with open_desk() as desk:
        for line in desk.consultants.export_cohort(as_member(desk, workspace, who), name):
            typer.echo(line)


def views(workspace: WorkspaceName, screen: Screen, who: As = "", as_json: AsJson = False) -> None:
    """List the views of a list that are kept: one's own, and those for everybody.

    resume-customizer desk views "Bright Desk" requirements
    """
    with open_desk() as desk:
        found = desk.saved_views.list_views(as_member(desk, workspace, who), screen)
    if as_json:
        listed = [{"id": v.id, "name": v.name, "shared": v.owner_id is None, "choice": v.choice} for v in found]
        print_json({"views": listed})
        return
    for each in found:
        say(f"{clean(each.name)}{'' if each.owner_id else ' (shared)'}", indent=2)
        said = ", ".join(f"{name}={value}" for name, value in each.choice.items())
        say(f"{clean(said)}  {each.id}", "dim", indent=4)
    say(f"{count(len(found), 'view')}.")


def keep_view(
    workspace: WorkspaceName,
    screen: Screen,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.", show_default=False)],
    given: Set = None,
    is_shared: Annotated[bool, typer.Option("--shared", help="For everybody in the workspace.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Keep a choice of a list under a name; the same name again takes the place of the one before.

    resume-customizer desk keep-view "Bright Desk" requirements "Harbor, open" --set client=Harbor --set status=New
    """
    choice = read_fields_of(given)
    if not choice:
        raise wrong_usage("Say what is chosen, e.g. --set status=Working.")
    with open_desk() as desk:
        made = desk.saved_views.save(as_member(desk, workspace, who), screen, name, choice, is_shared=is_shared)
    say_done(f"“{clean(made.name)}” is kept.", {"view_id": made.id}, as_json=as_json)


def forget_view(workspace: WorkspaceName, view_id: Item, who: As = "", as_json: AsJson = False) -> None:
    """Forget a view.

    resume-customizer desk forget-view "Bright Desk" ID
    """
    with open_desk() as desk:
        desk.saved_views.remove_view(as_member(desk, workspace, who), view_id)
    say_done("It is forgotten.", {"view_id": view_id}, as_json=as_json)


def _read(value: str) -> object:
    known = _YES.get(value.casefold())
    if known is not None:
        return known
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else value


def _said(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
