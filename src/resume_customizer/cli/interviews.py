"""`interview`: when they talk, with files for calendars and letters before it."""

from datetime import datetime
from typing import TYPE_CHECKING

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk, operator
from resume_customizer.cli.desk_values import Consultant, Item, Limit, Requirement, Set, read_fields_of, shown_fields
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import count, print_json, say, say_done

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {"plan": plan, "list": list_interviews, "calendar": calendar, "remind": remind}
    add_group(app, kind, "interview", "Interviews, with files for calendars.", commands)


def plan(
    workspace: WorkspaceName,
    requirement: Requirement = "",
    consultant: Consultant = "",
    given: Set = None,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Plan an interview; its time is local in time_zone, or in the consultant's.

    resume-customizer interview plan "Bright Desk" --requirement ID --consultant ID --set starts_at=2026-12-01T15:00
    """
    from resume_customizer.core.staffing.interviews import local_time

    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        made = desk.interviews.plan_interview(actor, requirement, consultant, read_fields_of(given))
    say_done(f"It is at {local_time(made)}. Its id is {made.id}.", {"interview_id": made.id}, as_json=as_json)


def list_interviews(workspace: WorkspaceName, limit: Limit = 50, who: As = "", as_json: AsJson = False) -> None:
    """List the interviews that are still to come, the next one first.

    resume-customizer interview list "Bright Desk"
    """
    from datetime import UTC

    from resume_customizer.core.staffing.interviews import local_time

    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        page = desk.interviews.list_interviews(actor, since=datetime.now(UTC), limit=limit)
    if as_json:
        print_json({"interviews": [shown_fields(each) for each in page.records]})
        return
    for each in page.records:
        say(f"{local_time(each)}, round {each.round}, {each.status}", indent=2)
        say(each.id, "dim", indent=4)
    say(f"{count(len(page.records), 'interview')}.")


def calendar(workspace: WorkspaceName, interview_id: Item, who: As = "") -> None:
    """Write an interview as an iCalendar file to standard output.

    resume-customizer interview calendar "Bright Desk" ID > interview.ics
    """
    with open_desk() as desk:
        typer.echo(desk.interviews.calendar(as_member(desk, workspace, who), interview_id).rstrip("\r\n"))


def remind(as_json: AsJson = False) -> None:
    """Put letters into the outbox for interviews that are near, in all workspaces; to be run every few minutes.

    resume-customizer interview remind
    """
    with open_desk() as desk:
        sent = desk.interviews.send_reminders(operator())
    say_done(
        f"{count(sent, 'letter')} {'waits' if sent == 1 else 'wait'} in the outbox.",
        {"letters": str(sent)},
        as_json=as_json,
    )
