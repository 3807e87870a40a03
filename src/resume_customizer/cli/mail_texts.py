"""`template`: texts to write mails from. `mailer` and `letters`: what sends mail, and what waits without a server."""

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
from resume_customizer.cli.screen import clean, count, print_json, say, tell

if TYPE_CHECKING:
    from typer.core import TyperCommand

TemplateId = Annotated[str, typer.Argument(metavar="TEMPLATE", help="A name or an id.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "list": list_templates,
        "show": show,
        "places": places,
        "add": add,
        "export": export,
        "import": import_texts,
    }
    add_group(app, kind, "template", "Texts to write mails from.", commands)
    app.command("mailer", cls=kind)(mailer)
    app.command("letters", cls=kind)(letters)


def list_templates(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List the texts: those that come with the program first.

    resume-customizer template list "Bright Desk"
    """
    with open_desk() as desk:
        lines = desk.mail_templates.list_templates(as_member(desk, workspace, who))
    if as_json:
        shown = ("template_id", "name", "subject", "about", "is_built_in", "number")
        print_json({"templates": [{name: getattr(each, name) for name in shown} for each in lines]})
        return
    for each in lines:
        say(f"{clean(each.name):<24}{clean(each.about or each.subject)}", indent=2)
        if not each.is_built_in:
            say(f"version {each.number}, {each.template_id}", "dim", indent=4)


def show(workspace: WorkspaceName, template: TemplateId, who: As = "", as_json: AsJson = False) -> None:
    """Show a text with its places.

    resume-customizer template show "Bright Desk" submission
    """
    with open_desk() as desk:
        found = desk.mail_templates.show(as_member(desk, workspace, who), template)
    if as_json:
        print_json({"subject": found.text.subject, "body": found.text.body, "places": found.places})
        return
    say(clean(found.text.subject), "bold")
    say()
    say(clean(found.text.body))


def places(as_json: AsJson = False) -> None:
    """List what a text can fill in, with examples.

    resume-customizer template places
    """
    from resume_customizer.core.mail_text import PLACES

    if as_json:
        print_json({name: {"about": each.about, "example": each.example} for name, each in PLACES.items()})
        return
    for name, each in PLACES.items():
        say(f"{{{{ {name} }}}}  {each.about}: {each.example.splitlines()[0]}", indent=2)


def add(
    workspace: WorkspaceName,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What to call it.", show_default=False)],
    subject: Annotated[str, typer.Option("--subject", metavar="TEXT", help="Its subject.", show_default=False)],
    text: Annotated[Path, typer.Option("--text", metavar="FILE", help="Its text.", show_default=False)],
    is_own: Annotated[bool, typer.Option("--own", help="Only the one in whose place you act uses it.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Keep a text.

    resume-customizer template add "Bright Desk" --name Greeting --subject "Hello {{ receiver_name }}" --text hello.txt
    """
    from resume_customizer.infrastructure.files import read_file
    from resume_customizer.services.mail_templates import TemplateText

    body = read_file(text).decode("utf-8-sig", "replace")
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        template_id = desk.mail_templates.save(actor, name, TemplateText(subject, body), is_own=is_own)
    if as_json:
        print_json({"template_id": template_id})
    else:
        say(f"“{clean(name)}” is kept. Its id is {template_id}.", "green")


def export(workspace: WorkspaceName, who: As = "") -> None:
    """Print the workspace's texts as JSON, for `template import`.

    resume-customizer template export "Bright Desk" > texts.json
    """
    with open_desk() as desk:
        typer.echo(desk.mail_templates.export(as_member(desk, workspace, who)))


def import_texts(
    workspace: WorkspaceName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `template export` printed.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Keep texts that were exported, all or none.

    resume-customizer template import "Bright Desk" texts.json
    """
    from resume_customizer.infrastructure.files import read_file

    content = read_file(file).decode("utf-8-sig", "replace")
    with open_desk() as desk:
        made = desk.mail_templates.import_texts(as_member(desk, workspace, who), content)
    if as_json:
        print_json({"template_ids": made})
    else:
        say(f"{count(len(made), 'text')} kept.", "green")


def mailer(
    connections: Annotated[int, typer.Option("--connections", min=1, max=32, help="To mail servers at once.")] = 4,
    until_empty: Annotated[bool, typer.Option("--until-empty", help="Stop when nothing is due any more.")] = False,
) -> None:
    """Send what is due, write follow-ups, look for answers and tell webhooks, until Ctrl-C.

    resume-customizer mailer
    """
    require_server()
    from resume_customizer.app_bootstrap import open_mailer
    from resume_customizer.services.mailer import run_mailer

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
