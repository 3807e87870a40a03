"""`mail`: what waits and went out, what became of it, what nobody knows; `mail write` is in mail_writing."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.mail_writing import read_when, write
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.services.mail.outbox import MailLine

MailId = Annotated[str, typer.Argument(metavar="MAIL", help="The mail's id.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "write": write,
        "list": list_mails,
        "show": show,
        "save": save,
        "send": send,
        "cancel": cancel,
        "retry": retry,
        "settle": settle,
        "pause": pause,
        "hours": hours,
        "to-do": to_do,
    }
    add_group(app, kind, "mail", "Write mails, and see what became of them.", commands)


def list_mails(
    workspace: WorkspaceName,
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="draft, scheduled, due, sent, failed, unknown …")
    ] = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """List the newest mails.

    resume-customizer mail list "Bright Desk" --status unknown
    """
    with open_desk() as desk:
        lines = desk.outbox.list_mails(as_member(desk, workspace, who), status).lines
    if as_json:
        print_json({"mails": [_values(each) for each in lines]})
        return
    for each in lines:
        say(f"{each.status:<10}{each.due_at:%Y-%m-%d %H:%M} UTC  {clean(each.subject)}", indent=2)
        say(f"{each.mail_id}  {clean(each.answer)}".rstrip(), "dim", indent=4)
    say(f"{count(len(lines), 'mail')}.")


def show(workspace: WorkspaceName, mail: MailId, who: As = "", as_json: AsJson = False) -> None:
    """Show a mail: to whom, what, and what became of it.

    resume-customizer mail show "Bright Desk" MAIL
    """
    with open_desk() as desk:
        found = desk.outbox.show(as_member(desk, workspace, who), mail)
    people = [
        {"address": each.address, "role": each.role, "status": each.status, "answer": each.answer}
        for each in found.receivers
    ]
    if as_json:
        print_json({**_values(found.line), "message_id": found.message_id, "receivers": people, "text": found.text})
        return
    say(f"{clean(found.line.subject)}  ({found.line.status})", "bold")
    for each in people:
        say(clean(f"{each['role']:<4}{each['address']}: {each['status']} {each['answer']}".rstrip()), indent=2)
    for file in found.files:
        say(f"with {clean(file.name)}, {file.size:,} bytes, SHA-256 {file.digest[:16]}…", "dim", indent=2)
    for kind, sender, came_at in found.answers:
        say(f"{kind} from {clean(sender)}, {came_at:%Y-%m-%d %H:%M} UTC", "cyan", indent=2)
    say()
    say(clean(found.text))


def save(
    workspace: WorkspaceName,
    mail: MailId,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Write a message to a file (.eml), which mail programs open.

    resume-customizer mail save "Bright Desk" MAIL -o hello.eml
    """
    from resume_customizer.infrastructure.files import write_files

    with open_desk() as desk:
        content = desk.outbox.read_message(as_member(desk, workspace, who), mail)
    write_files({output: content})
    say_done(f"Written to {output}.", as_json=as_json)


def send(
    workspace: WorkspaceName,
    mail: MailId,
    account: Annotated[str, typer.Option("--account", metavar="ID", help="Through another account.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="Not before.")] = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Let a draft or a scheduled mail go out, now or later.

    resume-customizer mail send "Bright Desk" MAIL
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        moment = desk.outbox.send(actor, mail, account, read_when(at))
    say_done(f"It goes out at {moment:%Y-%m-%d %H:%M} UTC.", as_json=as_json)


def cancel(workspace: WorkspaceName, mail: MailId, who: As = "", as_json: AsJson = False) -> None:
    """Let a mail that waits not go out.

    resume-customizer mail cancel "Bright Desk" MAIL
    """
    with open_desk() as desk:
        desk.outbox.cancel(as_member(desk, workspace, who), mail)
    say_done("It does not go out.", as_json=as_json)


def retry(workspace: WorkspaceName, mail: MailId, who: As = "", as_json: AsJson = False) -> None:
    """Try a mail that failed again, for those who did not get it.

    resume-customizer mail retry "Bright Desk" MAIL
    """
    with open_desk() as desk:
        desk.outbox.retry(as_member(desk, workspace, who), mail)
    say_done("It is tried again.", as_json=as_json)


def settle(
    workspace: WorkspaceName,
    mail: MailId,
    arrived: Annotated[bool, typer.Option("--arrived", help="It arrived.")] = False,
    again: Annotated[bool, typer.Option("--again", help="It is to be sent again.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Say what became of a mail whose fate nobody knew, after having looked.

    resume-customizer mail settle "Bright Desk" MAIL --arrived
    """
    if arrived == again:
        raise wrong_usage("Say --arrived or --again.")
    with open_desk() as desk:
        desk.outbox.settle(as_member(desk, workspace, who), mail, arrived=arrived)
    say_done("It counts as sent." if arrived else "It is sent again.", as_json=as_json)


def pause(
    workspace: WorkspaceName,
    resume: Annotated[bool, typer.Option("--go-on", help="Let it go on.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Send nothing of a workspace until it is let go on.

    resume-customizer mail pause "Bright Desk"
    """
    with open_desk() as desk:
        desk.outbox.pause_all(as_member(desk, workspace, who), is_paused=not resume)
    say_done("Mail goes out again." if resume else "Nothing goes out now.", as_json=as_json)


def hours(
    workspace: WorkspaceName,
    zone: Annotated[str, typer.Option("--zone", metavar="NAME", help="A time zone, e.g. America/New_York.")] = "",
    opens: Annotated[str, typer.Option("--opens", metavar="TIME", help="E.g. 09:00.")] = "",
    closes: Annotated[str, typer.Option("--closes", metavar="TIME", help="E.g. 17:30.")] = "",
    holiday: Annotated[
        list[str] | None,
        typer.Option("--holiday", metavar="DATE", help="All holidays, e.g. 2026-12-25.", show_default=False),
    ] = None,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Show the business hours that mail can wait for, or set what is named of them.

    resume-customizer mail hours "Bright Desk" --zone Europe/Berlin --opens 08:30
    """
    wanted = {"zone": zone, "opens": opens, "closes": closes, "holidays": holiday}
    named = {name: value for name, value in wanted.items() if value}
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        if named:
            desk.outbox.set_hours(actor, named)
        found = desk.outbox.show_settings(actor)
    holidays = f", but for {', '.join(found['holidays'])}" if found["holidays"] else ""
    say_done(f"{found['opens']} to {found['closes']} in {found['zone']}{holidays}.", found, as_json=as_json)


def to_do(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List what mail asks of people: fates to settle, failures, follow-ups that come next.

    resume-customizer mail to-do "Bright Desk"
    """
    from datetime import timedelta

    with open_desk() as desk:
        found = desk.follow_ups.list_to_do(as_member(desk, workspace, who), datetime.now(UTC) + timedelta(days=1))
    follow_ups: list[dict[str, Any]] = [
        {"mail_id": each.mail_id, "subject": each.subject, "to": each.to, "step": each.step, "due": f"{each.due_at:%c}"}
        for each in found.follow_ups
    ]
    if as_json:
        mails = {"unknown": found.unknown, "failed": found.failed}
        print_json({**{name: [_values(each) for each in lines] for name, lines in mails.items()}, "due": follow_ups})
        return
    for title, lines in (("Fate unknown", found.unknown), ("Failed", found.failed)):
        for each in lines:
            say(f"{title}: {clean(each.subject)}  {each.mail_id}  {clean(each.answer)}", indent=2)
    for each in follow_ups:
        say(clean(f"Follow-up {each['step']} at {each['due']}: {each['subject']} to {', '.join(each['to'])}"), indent=2)
    say(f"{count(len(found.unknown) + len(found.failed), 'mail')}, {count(len(follow_ups), 'follow-up')}.")


def _values(line: "MailLine") -> dict[str, Any]:
    return {
        "mail_id": line.mail_id,
        "subject": line.subject,
        "status": line.status,
        "due_at": line.due_at.isoformat(),
        "tries": line.tries,
        "answer": line.answer,
    }
