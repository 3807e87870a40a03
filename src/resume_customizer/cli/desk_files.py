"""`attachment` and `client-copy`: files that are kept with records, and what goes out of a stored file."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.desk_values import Item
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.files import read_input, write_output
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

if TYPE_CHECKING:
    from typer.core import TyperCommand

Kind = Annotated[str, typer.Argument(metavar="KIND", help="requirement, consultant or submission.", show_default=False)]
Customization = Annotated[
    str, typer.Option("--customization", metavar="ID", help="The file of a customization.", show_default=False)
]
Version = Annotated[
    str, typer.Option("--version-id", metavar="ID", help="Or a version of a resume.", show_default=False)
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    files: Commands = {"list": list_files, "add": add, "get": get, "remove": remove}
    add_group(app, kind, "attachment", "Files at requirements, consultants and submissions.", files)
    copies: Commands = {"metadata": metadata, "make": make}
    add_group(app, kind, "client-copy", "What a stored file says besides its text; copies without contact.", copies)


def list_files(workspace: WorkspaceName, kind: Kind, record_id: Item, who: As = "", as_json: AsJson = False) -> None:
    """List the files of a record.

    resume-customizer attachment list "Bright Desk" requirement ID
    """
    with open_desk() as desk:
        found = desk.attachments.list_attachments(as_member(desk, workspace, who), kind, record_id)
    if as_json:
        print_json({"files": [{"id": f.id, "name": f.name, "size": f.size, "digest": f.digest} for f in found]})
        return
    for each in found:
        say(f"{clean(each.name)}, {each.size:,} bytes", indent=2)
        say(each.id, "dim", indent=4)
    say(f"{count(len(found), 'file')}.")


def add(
    workspace: WorkspaceName,
    kind: Kind,
    record_id: Item,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Keep a file with a record.

    resume-customizer attachment add "Bright Desk" requirement ID notes.txt
    """
    content = read_input(file, 20_000_000, "file")
    with open_desk() as desk:
        made = desk.attachments.attach(as_member(desk, workspace, who), kind, record_id, file.name, content)
    say_done(f"{clean(made.name)} is kept. Its id is {made.id}.", {"attachment_id": made.id}, as_json=as_json)


def get(workspace: WorkspaceName, attachment_id: Item, output: Output, who: As = "", as_json: AsJson = False) -> None:
    """Write a file as it came in.

    resume-customizer attachment get "Bright Desk" ID --output notes.txt
    """
    with open_desk() as desk:
        found = desk.attachments.read_attachment(as_member(desk, workspace, who), attachment_id)
    write_output({output: found.content}, (), output)
    say_done(f"{clean(str(output))} is written.", {"output": str(output)}, as_json=as_json)


def remove(workspace: WorkspaceName, attachment_id: Item, who: As = "", as_json: AsJson = False) -> None:
    """Remove a file; what proves a submission stays.

    resume-customizer attachment remove "Bright Desk" ID
    """
    with open_desk() as desk:
        desk.attachments.remove_attachment(as_member(desk, workspace, who), attachment_id)
    say_done("It is removed.", {"attachment_id": attachment_id}, as_json=as_json)


def metadata(
    workspace: WorkspaceName,
    customization: Customization = "",
    version: Version = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Show what a stored file says besides its text: author, programs, revision marks, comments, hidden text.

    resume-customizer client-copy metadata "Bright Desk" --customization ID
    """
    with open_desk() as desk:
        found = desk.client_copies.show_metadata(as_member(desk, workspace, who), customization, version)
    values = asdict(found)
    if as_json:
        print_json({"metadata": values})
        return
    for name, value in {**values.pop("properties"), **values}.items():
        told = ", ".join(value) if isinstance(value, list | tuple) else str(value)
        if value:
            say(f"{name.replace('_', ' '):<22}{clean(told)}", indent=2)


def make(
    workspace: WorkspaceName,
    output: Output,
    names: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="A name to take out; can be repeated.", show_default=False),
    ] = None,
    customization: Customization = "",
    version: Version = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Write a copy without e-mail addresses, phone numbers, links and these names; no certificate holds for it.

    resume-customizer client-copy make "Bright Desk" --customization ID --name "Petra Vandersloot" -o client.docx
    """
    if not names:
        raise wrong_usage("Say whose name is taken out, e.g. --name 'Petra Vandersloot'.")
    with open_desk() as desk:
        made = desk.client_copies.make_copy(as_member(desk, workspace, who), tuple(names), customization, version)
    write_output({output: made.content}, (), output)
    values: dict[str, object] = {"output": str(output), "removed": made.removed, "statement": made.statement}
    say_done(f"{clean(str(output))} is written. {made.statement}", values, as_json=as_json)
