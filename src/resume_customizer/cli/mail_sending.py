"""Sending: the mailer, letters that wait without a server, mails to many (`mailing`), and to whom not (`no-mail`)."""

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.desk import (
    As,
    Commands,
    WorkspaceName,
    add_group,
    as_member,
    open_desk,
    operator,
    require_server,
)
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done, tell

if TYPE_CHECKING:
    from typer.core import TyperCommand

MailingId = Annotated[str, typer.Argument(metavar="MAILING", help="The mailing's id.", show_default=False)]
Address = Annotated[str, typer.Argument(metavar="ADDRESS", help="An e-mail address.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("mailer", cls=kind)(mailer)
    app.command("letters", cls=kind)(letters)
    mailings: Commands = {"list": list_mailings, "problems": problems, "cancel": cancel}
    add_group(app, kind, "mailing", "Mails of one text to many people.", mailings)
    no_mail: Commands = {"list": list_no_mail, "add": add_no_mail, "remove": remove_no_mail}
    add_group(app, kind, "no-mail", "Who is not written to.", no_mail)


def mailer(
    connections: Annotated[int, typer.Option("--connections", min=1, max=32, help="To mail servers at once.")] = 4,
    until_empty: Annotated[bool, typer.Option("--until-empty", help="Stop when nothing is due any more.")] = False,
) -> None:
    """Send what is due, write follow-ups, look for answers and tell webhooks, until Ctrl-C.

    resume-customizer mailer
    """
    require_server()
    from resume_customizer.app_bootstrap import open_mailer
    from resume_customizer.services.running.mailer import run_mailer

    stop = threading.Event()
    with open_mailer() as desk:
        if until_empty:
            sent = 0
            while found := desk.following_up.run_due() + desk.sending.send_due() + desk.delivering.deliver_due():
                sent += found
            say(f"{count(sent, 'mail')}, follow-ups and messages to webhooks were seen to.")
            return
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: stop.set())
        tell("Mail is sent as it becomes due. Ctrl-C stops after what is under way.")
        run_mailer(desk, stop, connections)


def letters(
    folder: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Write them to files.", show_default=False)
    ] = None,
    send: Annotated[bool, typer.Option("--send", help="Send them: a server is set now.")] = False,
    as_json: AsJson = False,
) -> None:
    """List letters of the program itself that wait, because no mail server is set (RCP_SMTP_HOST).

    resume-customizer letters --out letters
    """
    from resume_customizer.infrastructure.files import write_files

    with open_desk() as desk:
        lines = desk.letters.list_letters(operator())
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            files = {folder / f"{each.letter_id}.eml": each.letter_id for each in lines}
            read = {path: desk.letters.read_letter(operator(), letter_id) for path, letter_id in files.items()}
            if read:
                write_files(read)
        sent = desk.letters.send_waiting(operator()) if send else 0
    shown: list[dict[str, Any]] = [
        {"letter_id": each.letter_id, "to": each.to, "subject": each.subject, "status": each.status} for each in lines
    ]
    if as_json:
        print_json({"letters": shown, "sent": sent})
        return
    for each in shown:
        say(clean(f"{each['status']:<6}{each['to']}  {each['subject']}"), indent=2)
        say(each["letter_id"], "dim", indent=4)
    say(f"{count(len(shown), 'letter')}{f', {sent} on their way' if send else ''}.")


# ------------------------------------------------------------------ mailings


def list_mailings(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List the newest mailings with how far each is.

    resume-customizer mailing list "Bright Desk"
    """
    with open_desk() as desk:
        lines = desk.mailings.list_mailings(as_member(desk, workspace, who))
    if as_json:
        shown = ("mailing_id", "name", "total", "per_minute", "is_cancelled", "is_over")
        print_json(
            {"mailings": [{name: getattr(each, name) for name in shown} | {"counts": each.counts} for each in lines]}
        )
        return
    for each in lines:
        counts = ", ".join(f"{number:,} {status}" for status, number in each.counts.items() if number)
        state = " (cancelled)" if each.is_cancelled else "" if each.is_over else " (under way)"
        say(f"{clean(each.name) or each.mailing_id}{state}: {counts} of {each.total:,}", indent=2)
        say(
            f"{each.mailing_id}  {each.per_minute:,.0f} a minute, {each.created_at:%Y-%m-%d %H:%M} UTC", "dim", indent=4
        )
    say(f"{count(len(lines), 'mailing')}.")


def problems(workspace: WorkspaceName, mailing: MailingId, who: As = "", as_json: AsJson = False) -> None:
    """List who of a mailing did not get their message, or perhaps not, and what the server said.

    resume-customizer mailing problems "Bright Desk" MAILING
    """
    with open_desk() as desk:
        lines = desk.mailings.list_problems(as_member(desk, workspace, who), mailing)
    if as_json:
        shown = ("mail_id", "address", "status", "answer")
        print_json({"problems": [{name: getattr(each, name) for name in shown} for each in lines]})
        return
    for each in lines:
        say(clean(f"{each.status:<8}{each.address}  {each.answer}"), indent=2)
    say(f"{count(len(lines), 'problem')}.")


def cancel(workspace: WorkspaceName, mailing: MailingId, who: As = "", as_json: AsJson = False) -> None:
    """Stop a mailing: what has not left does not go out.

    resume-customizer mailing cancel "Bright Desk" MAILING
    """
    with open_desk() as desk:
        stopped = desk.mailings.cancel(as_member(desk, workspace, who), mailing)
    say_done(f"{count(stopped, 'mail')} will not go out.", {"stopped": stopped}, as_json=as_json)


# ------------------------------------------------------------------ who is not written to


def list_no_mail(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List the addresses that no mail goes to.

    resume-customizer no-mail list "Bright Desk"
    """
    with open_desk() as desk:
        found = desk.follow_ups.list_no_mail(as_member(desk, workspace, who))
    if as_json:
        print_json({"addresses": [{"address": address, "reason": reason} for address, reason in found]})
        return
    for address, reason in found:
        say(clean(f"{address}  {reason}"), indent=2)
    say(f"{len(found):,} {'address' if len(found) == 1 else 'addresses'}.")


def add_no_mail(workspace: WorkspaceName, address: Address, who: As = "", as_json: AsJson = False) -> None:
    """Never write to an address again from this workspace.

    resume-customizer no-mail add "Bright Desk" bo@x.example
    """
    with open_desk() as desk:
        desk.follow_ups.add_no_mail(as_member(desk, workspace, who), address)
    say_done(f"No mail goes to {clean(address)} any more.", as_json=as_json)


def remove_no_mail(workspace: WorkspaceName, address: Address, who: As = "", as_json: AsJson = False) -> None:
    """Write to an address again.

    resume-customizer no-mail remove "Bright Desk" bo@x.example
    """
    with open_desk() as desk:
        desk.follow_ups.remove_no_mail(as_member(desk, workspace, who), address)
    say_done(f"Mail goes to {clean(address)} again.", as_json=as_json)
