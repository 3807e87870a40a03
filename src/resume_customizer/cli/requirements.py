"""`requirement`: openings, from a vendor's e-mail to the board."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.desk_values import Item, Limit, Set, read_fields_of
from resume_customizer.cli.files import read_any_text, read_input
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.records.desk import Requirement
    from resume_customizer.services.staffing.requirement_transfer import Imported

From = Annotated[
    Path | None,
    typer.Option("--from", metavar="FILE", help="The posting or the vendor's e-mail, in any form.", show_default=False),
]
Status = Annotated[str, typer.Option("--status", metavar="STATUS", help="Only these.", show_default=False)]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A table of CSV, XLSX or JSON.", show_default=False)]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="What to say.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "propose": propose,
        "add": add,
        "list": list_requirements,
        "show": show,
        "set": set_fields,
        "move": move,
        "comment": comment,
        "board": board,
        "duplicates": duplicates,
        "fits": fits,
        "import": import_table,
        "export": export,
    }
    add_group(app, kind, "requirement", "The openings of a workspace, and what is done for them.", commands)


def propose(
    workspace: WorkspaceName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A posting or an e-mail.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Show which fields a posting or a vendor's e-mail says, and whether the opening is there already.

    resume-customizer requirement propose "Bright Desk" mail.eml
    """
    text = read_any_text(file, "posting").text
    with open_desk() as desk:
        found = desk.requirements.propose(as_member(desk, workspace, who), text)
    if as_json:
        fields = {
            each.field: {"value": each.value, "evidence": [place._asdict() for place in each.evidence]}
            for each in found.fields
        }
        print_json({"fields": fields, "duplicates": [each._asdict() for each in found.duplicates]})
        return
    for each in found.fields:
        value = ", ".join(each.value) if isinstance(each.value, tuple) else each.value
        say(f"{each.field:<24}{clean(value)}", indent=2, hanging=24)
        say(f"line {each.evidence[0].line}: {clean(each.evidence[0].text)}", "dim", indent=26, hanging=2)
    for other in found.duplicates:
        say(f"Seems to be there already: “{clean(other.title)}” ({other.requirement_id})", "yellow")
        say("; ".join(map(clean, other.reasons)), "dim", indent=2)


def add(workspace: WorkspaceName, file: From = None, given: Set = None, who: As = "", as_json: AsJson = False) -> None:
    """Make a requirement, of what a posting says and of fields that you give.

    resume-customizer requirement add "Bright Desk" --from mail.eml --set source=mail --set priority=2
    """
    text = read_any_text(file, "posting").text if file else ""
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        fields: dict[str, object] = {}
        if text:
            proposed = desk.requirements.propose(actor, text)
            fields = {each.field: each.value for each in proposed.fields} | {"posting": proposed.posting}
        made = desk.requirements.create(actor, fields | read_fields_of(given))
    _told(made, f"“{clean(made.title)}” is there. Its id is {made.id}.", as_json=as_json)


def list_requirements(
    workspace: WorkspaceName,
    status: Status = "",
    search: Annotated[str, typer.Option("--search", metavar="WORDS", help="Words to find.", show_default=False)] = "",
    limit: Limit = 50,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """List requirements, the newest first; of one status, or those that words find.

    resume-customizer requirement list "Bright Desk" --status Working
    """
    from resume_customizer.services.staffing.requirements import Wanted

    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        if search:
            page = desk.requirements.search_requirements(actor, search, limit=limit)
        else:
            page = desk.requirements.list_requirements(actor, Wanted(status=status), limit=limit)
    if as_json:
        from resume_customizer.services.staffing.views_of_requirements import requirement_to_json

        print_json({"requirements": [requirement_to_json(each, is_short=True) for each in page.records]})
        return
    for each in page.records:
        _line(each)
    say(f"{count(len(page.records), 'requirement')}{', and more' if page.next else ''}.")


def show(workspace: WorkspaceName, requirement_id: Item, who: As = "", as_json: AsJson = False) -> None:
    """Show a requirement, its timeline, and what was made and sent for it.

    resume-customizer requirement show "Bright Desk" 01994f3a-7b7c-7d1e-8a55-3f6f0c9b1a2d
    """
    from resume_customizer.services.staffing.views_of_requirements import requirement_to_json

    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        found = desk.requirements.show(actor, requirement_id)
        timeline = desk.timelines.list_timeline(actor, requirement_id).records
        links = desk.timelines.list_links(actor, requirement_id).linked
    values = requirement_to_json(found)
    if as_json:
        linked = {name: [each.id for each in records] for name, records in links.items()}
        print_json({"requirement": values, "timeline": [each.text for each in timeline], "links": linked})
        return
    for name, value in values.items():
        if value not in (None, "", [], {}) and name not in {"posting", "analysis"}:
            say(f"{name:<24}{clean(', '.join(value) if isinstance(value, list) else value)}", indent=2, hanging=24)
    say("; ".join(f"{count(len(each), name.removesuffix('s'))}" for name, each in links.items() if each), "dim")
    for entry in timeline:
        say(f"{entry.created_at:%Y-%m-%d %H:%M} {clean(entry.text)}", indent=2, hanging=17)


def set_fields(
    workspace: WorkspaceName, requirement_id: Item, given: Set = None, who: As = "", as_json: AsJson = False
) -> None:
    """Change fields of a requirement.

    resume-customizer requirement set "Bright Desk" ID --set rate="85 USD per hour" --set deadline=2026-12-01
    """
    with open_desk() as desk:
        made = desk.requirements.edit(as_member(desk, workspace, who), requirement_id, read_fields_of(given))
    _told(made, f"“{clean(made.title)}” is changed.", as_json=as_json)


def move(
    workspace: WorkspaceName,
    requirement_id: Item,
    status: Annotated[str, typer.Argument(metavar="STATUS", help="E.g. Working.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Move a requirement to another status; says which may follow when this one may not.

    resume-customizer requirement move "Bright Desk" ID Working
    """
    with open_desk() as desk:
        made = desk.requirements.move(as_member(desk, workspace, who), requirement_id, status)
    _told(made, f"“{clean(made.title)}” is {made.status} now.", as_json=as_json)


def comment(workspace: WorkspaceName, requirement_id: Item, text: Text, who: As = "", as_json: AsJson = False) -> None:
    """Say something in the timeline of a requirement.

    resume-customizer requirement comment "Bright Desk" ID "Called Priya: two rounds by video."
    """
    with open_desk() as desk:
        said = desk.timelines.comment(as_member(desk, workspace, who), requirement_id, text)
    if as_json:
        print_json({"comment_id": said.id})
    else:
        say("It is in the timeline.", "green")


def board(workspace: WorkspaceName, limit: Limit = 5, who: As = "", as_json: AsJson = False) -> None:
    """Show the board: every status with its count, and what is due first.

    resume-customizer requirement board "Bright Desk"
    """
    with open_desk() as desk:
        columns = desk.requirements.board(as_member(desk, workspace, who), limit)
    if as_json:
        print_json(
            {each.status: {"count": each.count, "ids": [one.id for one in each.requirements]} for each in columns}
        )
        return
    for each in columns:
        say(f"{each.status} ({each.count:,})", "bold")
        for one in each.requirements:
            _line(one)


def duplicates(workspace: WorkspaceName, requirement_id: Item, who: As = "", as_json: AsJson = False) -> None:
    """Show requirements that seem to be the same opening, with what says so.

    resume-customizer requirement duplicates "Bright Desk" ID
    """
    with open_desk() as desk:
        found = desk.requirements.find_duplicates(as_member(desk, workspace, who), requirement_id)
    if as_json:
        print_json({"duplicates": [each._asdict() for each in found]})
        return
    for each in found:
        say(f"{clean(each.title)} ({each.requirement_id})", indent=2)
        say("; ".join(map(clean, each.reasons)), "dim", indent=4)
    say(f"{count(len(found), 'requirement')} may be the same opening.")


def fits(
    workspace: WorkspaceName, requirement_id: Item, limit: Limit = 10, who: As = "", as_json: AsJson = False
) -> None:
    """Show which consultants fit a requirement, the best first, with what is missing.

    resume-customizer requirement fits "Bright Desk" ID
    """
    with open_desk() as desk:
        found = desk.fitting.find_consultants(as_member(desk, workspace, who), requirement_id, limit)
    if as_json:
        print_json(
            {"fits": [{"consultant_id": each.consultant_id, "score": each.score, **each.match} for each in found]}
        )
        return
    for each in found:
        score = "no resume" if each.score is None else f"{each.score} of 100"
        say(f"{clean(each.consultant)}: {score}", indent=2)
        for part in each.match.get("parts", ()):
            say(clean(part["clause"]), "dim", indent=4)
        for gap in each.match.get("gaps", ())[:3]:
            say(clean(gap), "yellow", indent=4)


def import_table(
    workspace: WorkspaceName,
    file: File,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the rows; without it, only say what would be done.")
    ] = False,
    right_ones: Annotated[
        bool, typer.Option("--right-ones", help="Keep the right rows though others are wrong.")
    ] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Import a table of requirements: first tried, then kept.

    resume-customizer requirement import "Bright Desk" openings.xlsx

    resume-customizer requirement import "Bright Desk" openings.xlsx --keep
    """
    from resume_customizer.services.staffing.importing import read_rows

    rows = read_rows(read_input(file, 20_000_000, "table"), file.name)
    with open_desk() as desk:
        done = desk.requirement_transfer.import_requirements(
            as_member(desk, workspace, who), rows, dry_run=not keep, keep_right_ones=right_ones
        )
    if as_json:
        print_json({"kept": done.is_kept, "rows": [_row(each) for each in done.rows]})
    else:
        _show_import(done)


def _show_import(done: "Imported") -> None:
    for each in done.rows:
        if each.outcome != "new":
            say(f"row {each.row}: {each.outcome}: {clean(each.title)}: {clean(each.message)}", "yellow", indent=2)
    told = f"{done.count('new')} new, {done.count('duplicate')} there already, {done.count('wrong')} wrong"
    say(f"{told}. {'Kept.' if done.is_kept else 'Nothing was kept.'}", "green" if done.is_kept else "dim")


def _row(row: object) -> dict[str, object]:
    return {name: getattr(row, name) for name in ("row", "outcome", "title", "message", "requirement_id")}


def export(
    workspace: WorkspaceName,
    form: Annotated[str, typer.Option("--form", metavar="FORM", help="csv or json.")] = "csv",
    who: As = "",
) -> None:
    """Write all requirements to standard output, as CSV or as lines of JSON.

    resume-customizer requirement export "Bright Desk" --form json
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        transfer = desk.requirement_transfer
        for each in transfer.export_json(actor) if form == "json" else transfer.export_csv(actor):
            typer.echo(each.rstrip("\r\n"))


def _line(requirement: "Requirement") -> None:
    client = requirement.end_client or requirement.client
    say(f"{clean(requirement.title)}{f', {clean(client)}' if client else ''}", indent=2)
    say(f"{requirement.status}, {requirement.id}", "dim", indent=4)


def _told(made: "Requirement", sentence: str, *, as_json: bool) -> None:
    if as_json:
        from resume_customizer.services.staffing.views_of_requirements import requirement_to_json

        print_json({"requirement": requirement_to_json(made)})
    else:
        say(sentence, "green")
