"""`mail`: write mails, see what became of them, and settle what nobody knows."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.services.composing import Message
    from resume_customizer.services.outbox import MailLine

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
        "to-do": to_do,
    }
    add_group(app, kind, "mail", "Write mails, and see what became of them.", commands)


def write(
    workspace: WorkspaceName,
    template: Annotated[
        str, typer.Option("--template", metavar="NAME", help="A text; `template list` shows all.")
    ] = "",
    subject: Annotated[str, typer.Option("--subject", metavar="TEXT", help="A subject of its own.")] = "",
    text: Annotated[
        Path | None,
        typer.Option("--text", metavar="FILE", help="A text of its own.", show_default=False),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="ADDRESS", help="Who gets it.", show_default=False),
    ] = None,
    receivers: Annotated[
        Path | None,
        typer.Option(
            "--list", metavar="FILE", help="Addresses, one a line, or a CSV with columns.", show_default=False
        ),
    ] = None,
    account: Annotated[
        str, typer.Option("--account", metavar="ID", help="The mail account; without one, messages wait as drafts.")
    ] = "",
    requirement: Annotated[str, typer.Option("--requirement", metavar="ID", help="What it is about.")] = "",
    consultant: Annotated[str, typer.Option("--consultant", metavar="ID", help="Who it is about.")] = "",
    customization: Annotated[
        list[str] | None,
        typer.Option("--attach", metavar="ID", help="A customization whose document goes along.", show_default=False),
    ] = None,
    as_pdf: Annotated[bool, typer.Option("--pdf", help="The document goes along as a PDF (LibreOffice).")] = False,
    with_certificate: Annotated[
        bool, typer.Option("--certificate", help="The certificate of each document goes along too.")
    ] = False,
    value: Annotated[
        list[str] | None,
        typer.Option("--value", metavar="NAME=TEXT", help="What a place is filled with.", show_default=False),
    ] = None,
    cc: Annotated[
        list[str] | None, typer.Option("--cc", metavar="ADDRESS", help="In copy.", show_default=False)
    ] = None,
    bcc: Annotated[
        list[str] | None, typer.Option("--bcc", metavar="ADDRESS", help="In blind copy.", show_default=False)
    ] = None,
    reply_to: Annotated[str, typer.Option("--reply-to", metavar="ADDRESS", help="Where answers go.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="Not before, e.g. 2027-03-01T09:00+01:00.")] = "",
    in_business_hours: Annotated[
        bool, typer.Option("--business-hours", help="Only in the workspace's business hours.")
    ] = False,
    spread: Annotated[int, typer.Option("--spread", metavar="MINUTES", min=0, help="Over how long.")] = 0,
    sequence: Annotated[str, typer.Option("--follow-up", metavar="ID", help="A sequence that follows each.")] = "",
    as_drafts: Annotated[bool, typer.Option("--draft", help="Keep them as drafts.")] = False,
    dry_run: Annotated[
        Path | None,
        typer.Option("--dry-run", metavar="FOLDER", help="Only write each message to a file.", show_default=False),
    ] = None,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Write a message to each person, from a template or a text; all are kept or none.

    resume-customizer mail write "Bright Desk" --template thank-you --to "Bo <bo@x.example>" --value title=Java
    """
    from resume_customizer.services.composing import Writing
    from resume_customizer.services.mail_values import About

    wanted = Writing(
        receivers=_receivers(to or [], receivers),
        template_id=template,
        text=_own_text(subject, text),
        account_id=account,
        about=About(requirement, consultant),
        files=_files(customization or [], as_pdf=as_pdf, with_certificate=with_certificate),
        cc=tuple(cc or ()),
        bcc=tuple(bcc or ()),
        reply_to=reply_to,
        values=dict(_pair(each) for each in value or ()),
        when=_when(at, spread, in_business_hours=in_business_hours),
        as_drafts=as_drafts,
        sequence_id=sequence,
    )
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        if dry_run is not None:
            _write_files(desk.composing.preview(actor, wanted), dry_run, as_json=as_json)
            return
        queued = desk.composing.queue(actor, wanted)
    if as_json:
        print_json({"mail_ids": queued.mail_ids, "mailing_id": queued.mailing_id, "already": queued.already})
        return
    say(f"{count(len(queued.mail_ids), 'message')} in the outbox.", "green")
    for address in queued.already:
        say(f"{clean(address)} has, or is getting, the very same message: nothing was done.", "yellow", indent=2)


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
    _said(f"Written to {output}.", as_json=as_json)


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
        moment = desk.outbox.send(actor, mail, account, _when(at, 0, in_business_hours=False))
    _said(f"It goes out at {moment:%Y-%m-%d %H:%M} UTC.", as_json=as_json)


def cancel(workspace: WorkspaceName, mail: MailId, who: As = "", as_json: AsJson = False) -> None:
    """Let a mail that waits not go out.

    resume-customizer mail cancel "Bright Desk" MAIL
    """
    with open_desk() as desk:
        desk.outbox.cancel(as_member(desk, workspace, who), mail)
    _said("It does not go out.", as_json=as_json)


def retry(workspace: WorkspaceName, mail: MailId, who: As = "", as_json: AsJson = False) -> None:
    """Try a mail that failed again, for those who did not get it.

    resume-customizer mail retry "Bright Desk" MAIL
    """
    with open_desk() as desk:
        desk.outbox.retry(as_member(desk, workspace, who), mail)
    _said("It is tried again.", as_json=as_json)


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
    _said("It counts as sent." if arrived else "It is sent again.", as_json=as_json)


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
    _said("Mail goes out again." if resume else "Nothing goes out now.", as_json=as_json)


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


def _receivers(to: list[str], file: Path | None) -> "tuple[Any, ...]":
    from resume_customizer.core.mail_lists import read_receiver, read_receivers
    from resume_customizer.infrastructure.files import read_file

    listed = read_receivers(read_file(file).decode("utf-8-sig", "replace")).receivers if file else ()
    return (*(read_receiver(each) for each in to), *listed)


def _files(customizations: list[str], *, as_pdf: bool, with_certificate: bool) -> "tuple[Any, ...]":
    from resume_customizer.services.mail_files import FileWish

    what = ("document", "certificate") if with_certificate else ("document",)
    return tuple(FileWish(each, kind, as_pdf=as_pdf and kind == "document") for each in customizations for kind in what)


def _own_text(subject: str, file: Path | None) -> "Any":  # noqa: ANN401 - a text, or none
    from resume_customizer.infrastructure.files import read_file
    from resume_customizer.services.mail_templates import TemplateText

    if not subject and file is None:
        return None
    if not subject or file is None:
        raise wrong_usage("--subject and --text belong together.")
    return TemplateText(subject, read_file(file).decode("utf-8-sig", "replace"))


def _when(at: str, spread: int, *, in_business_hours: bool) -> "Any":  # noqa: ANN401 - its type is loaded late
    from resume_customizer.core.mail_schedule import When

    try:
        moment = datetime.fromisoformat(at) if at else None
    except ValueError:
        raise wrong_usage("A time is like 2027-03-01T09:00+01:00.") from None
    return When(moment, in_business_hours, spread)


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        raise wrong_usage("A value is given as NAME=TEXT.")
    return name.strip(), value


def _write_files(messages: "tuple[Message, ...]", folder: Path, *, as_json: bool) -> None:
    """Each message as a file; nothing is written when one has a problem."""
    from resume_customizer.core.errors import InvalidInput
    from resume_customizer.core.file_names import clean_file_name
    from resume_customizer.infrastructure.files import write_files

    problems = [f"{each.receiver.address}: {' '.join(each.problems)}" for each in messages if each.problems]
    if problems:
        raise InvalidInput("not-ready", f"Nothing was written. {' '.join(problems[:5])}")
    names = [clean_file_name(f"{number:04} {each.receiver.address}.eml") for number, each in enumerate(messages, 1)]
    folder.mkdir(parents=True, exist_ok=True)
    write_files({folder / name: each.content for name, each in zip(names, messages, strict=True)})
    _said(f"{count(len(names), 'message')} written to {folder}.", as_json=as_json)


def _values(line: "MailLine") -> dict[str, Any]:
    return {
        "mail_id": line.mail_id,
        "subject": line.subject,
        "status": line.status,
        "due_at": line.due_at.isoformat(),
        "tries": line.tries,
        "answer": line.answer,
    }


def _said(sentence: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"done": sentence})
    else:
        say(sentence, "green")
