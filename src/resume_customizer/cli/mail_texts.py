"""`template`: texts to write mails from, with their versions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import (
    As,
    Commands,
    WorkspaceName,
    add_group,
    as_member,
    open_desk,
)
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

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
        "change": change,
        "versions": versions,
        "remove": remove,
        "export": export,
        "import": import_texts,
    }
    add_group(app, kind, "template", "Texts to write mails from.", commands)


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
    from resume_customizer.services.mail.mail_templates import TemplateText

    body = read_file(text).decode("utf-8-sig", "replace")
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        template_id = desk.mail_templates.save(actor, name, TemplateText(subject, body), is_own=is_own)
    if as_json:
        print_json({"template_id": template_id})
    else:
        say(f"“{clean(name)}” is kept. Its id is {template_id}.", "green")


def change(
    workspace: WorkspaceName,
    template: TemplateId,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Another name.")] = "",
    subject: Annotated[str, typer.Option("--subject", metavar="TEXT", help="Another subject.")] = "",
    text: Annotated[
        Path | None, typer.Option("--text", metavar="FILE", help="Another text.", show_default=False)
    ] = None,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Keep a new version of a text; what is not named stays.

    resume-customizer template change "Bright Desk" TEMPLATE --text hello.txt
    """
    from resume_customizer.infrastructure.files import read_file
    from resume_customizer.services.mail.mail_templates import TemplateText

    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        before = desk.mail_templates.show(actor, template)
        body = read_file(text).decode("utf-8-sig", "replace") if text else before.text.body
        after = TemplateText(subject or before.text.subject, body)
        desk.mail_templates.change(actor, template, name or before.line.name, after, before.line.version)
    say_done(f"It is version {before.line.number + 1} now.", {"number": before.line.number + 1}, as_json=as_json)


def versions(workspace: WorkspaceName, template: TemplateId, who: As = "", as_json: AsJson = False) -> None:
    """List what a text was, the newest version first.

    resume-customizer template versions "Bright Desk" TEMPLATE
    """
    with open_desk() as desk:
        found = desk.mail_templates.list_versions(as_member(desk, workspace, who), template)
    if as_json:
        print_json({"versions": [{"number": number, "subject": t.subject, "body": t.body} for number, t in found]})
        return
    for number, text in found:
        say(f"{number}  {clean(text.subject)}", "bold")
        say(clean(text.body), indent=2)


def remove(workspace: WorkspaceName, template: TemplateId, who: As = "", as_json: AsJson = False) -> None:
    """Forget a text and its versions; what was written with it stays.

    resume-customizer template remove "Bright Desk" TEMPLATE
    """
    with open_desk() as desk:
        desk.mail_templates.remove(as_member(desk, workspace, who), template)
    say_done("The text is gone.", as_json=as_json)


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
