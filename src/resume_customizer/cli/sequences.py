"""`sequence`: steps that follow a mail until somebody answers, and what is on its way."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

if TYPE_CHECKING:
    from typer.core import TyperCommand

SequenceId = Annotated[str, typer.Argument(metavar="SEQUENCE", help="The sequence's id.", show_default=False)]
Steps = Annotated[
    list[str] | None,
    typer.Option(
        "--step", metavar="TEXT:DAYS", help="A text, so many business days after the step before.", show_default=False
    ),
]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "list": list_sequences,
        "add": add,
        "change": change,
        "switch": switch,
        "begin": begin,
        "waiting": waiting,
        "end": end,
    }
    add_group(app, kind, "sequence", "Follow-ups: steps that follow a mail until somebody answers.", commands)


def list_sequences(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List the sequences with their steps, and what ends each of them.

    resume-customizer sequence list "Bright Desk"
    """
    from resume_customizer.services.mail.following_up import ENDINGS

    with open_desk() as desk:
        lines = desk.follow_ups.list_sequences(as_member(desk, workspace, who))
    if as_json:
        shown = ("sequence_id", "name", "is_active", "number", "running")
        found = [{name: getattr(each, name) for name in shown} for each in lines]
        for values, each in zip(found, lines, strict=True):
            values["steps"] = [{"template_id": step.template_id, "days": step.days} for step in each.steps]
        print_json({"sequences": found, "ends_with": list(ENDINGS)})
        return
    for each in lines:
        state = "" if each.is_active else ", switched off"
        say(f"{clean(each.name)}  (version {each.number}, {count(each.running, 'mail')} on the way{state})", indent=2)
        steps = ", then ".join(f"{clean(step.template_id)} after {count(step.days, 'day')}" for step in each.steps)
        say(f"{each.sequence_id}  {steps}", "dim", indent=4)
    say(f"{count(len(lines), 'sequence')}. Each ends with {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.")


def add(
    workspace: WorkspaceName,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What it is called.", show_default=False)],
    step: Steps = None,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Keep a new sequence; without steps it gets the usual three.

    resume-customizer sequence add "Bright Desk" --name "After a submission" --step follow-up-1:3 --step follow-up-2:5
    """
    from resume_customizer.services.mail.follow_ups import USUAL

    with open_desk() as desk:
        kept = desk.follow_ups.save_sequence(as_member(desk, workspace, who), name, _steps(step) or USUAL)
    say_done(f"Kept: {kept}", {"sequence_id": kept}, as_json=as_json)


def change(
    workspace: WorkspaceName,
    sequence: SequenceId,
    step: Steps = None,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Another name.")] = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Give a sequence other steps or another name; mails that it follows already keep their steps.

    resume-customizer sequence change "Bright Desk" SEQUENCE --step follow-up-1:2 --step follow-up-3:10
    """
    from resume_customizer.core.errors import NotFound

    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        found = next((each for each in desk.follow_ups.list_sequences(actor) if each.sequence_id == sequence), None)
        if found is None:
            raise NotFound("not-found", "There is no such follow up sequence.")
        steps = _steps(step) or found.steps
        desk.follow_ups.change_sequence(actor, sequence, name or found.name, steps, found.version)
    say_done("Changed; what is on its way keeps its steps.", {"sequence_id": sequence}, as_json=as_json)


def switch(
    workspace: WorkspaceName,
    sequence: SequenceId,
    on: Annotated[bool, typer.Option("--on/--off", help="On, or off: that ends it everywhere.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Switch a sequence off, which ends it wherever it is on its way, or on again.

    resume-customizer sequence switch "Bright Desk" SEQUENCE --off
    """
    with open_desk() as desk:
        desk.follow_ups.switch_sequence(as_member(desk, workspace, who), sequence, is_active=on)
    say_done("Switched on." if on else "Switched off.", {"sequence_id": sequence, "is_active": on}, as_json=as_json)


def begin(
    workspace: WorkspaceName,
    sequence: SequenceId,
    mail: Annotated[str, typer.Option("--mail", metavar="ID", help="The mail to follow.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Let a sequence follow a mail that is there already.

    resume-customizer sequence begin "Bright Desk" SEQUENCE --mail MAIL
    """
    with open_desk() as desk:
        made = desk.follow_ups.begin(as_member(desk, workspace, who), mail, sequence)
    say_done(f"It follows: {made}", {"follow_up_id": made}, as_json=as_json)


def waiting(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List what is on its way, the next one first.

    resume-customizer sequence waiting "Bright Desk"
    """
    with open_desk() as desk:
        lines = desk.follow_ups.list_waiting(as_member(desk, workspace, who))
    if as_json:
        shown = ("follow_up_id", "mail_id", "subject", "to", "sequence", "step", "steps")
        found = [{name: getattr(each, name) for name in shown} | {"due": each.due_at.isoformat()} for each in lines]
        print_json({"waiting": found})
        return
    for each in lines:
        step = f"step {each.step} of {each.steps} at {each.due_at:%Y-%m-%d %H:%M} UTC"
        say(f"{clean(each.subject)}: {clean(each.sequence)}, {step}", indent=2)
        say(f"{each.follow_up_id}  to {clean(', '.join(each.to))}", "dim", indent=4)
    say(f"{count(len(lines), 'follow-up')}.")


def end(
    workspace: WorkspaceName,
    follow_up: Annotated[str, typer.Argument(metavar="FOLLOW-UP", help="Its id.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """End one by hand; what has not left of it does not go out.

    resume-customizer sequence end "Bright Desk" FOLLOW-UP
    """
    with open_desk() as desk:
        desk.follow_ups.end(as_member(desk, workspace, who), follow_up)
    say_done("Ended.", {"follow_up_id": follow_up}, as_json=as_json)


def _steps(given: list[str] | None) -> "tuple[Any, ...]":
    from resume_customizer.services.mail.following_up import Step

    found = []
    for each in given or ():
        text, mark, days = each.rpartition(":")
        if not mark or not days.isdecimal():
            raise wrong_usage("A step is given as TEXT:DAYS, e.g. follow-up-1:3.")
        found.append(Step(text, int(days)))
    return tuple(found)
