"""`workspace technologies|know|forget`: what a workspace knows beside and against the catalogue of technologies."""

from typing import Annotated

import typer

from resume_customizer.cli.desk import As, WorkspaceName, as_member, open_desk
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say
from resume_customizer.core.errors import NotFound
from resume_customizer.core.records.banks import TechnologyOverride

Technology = Annotated[str, typer.Argument(metavar="TECHNOLOGY", help="Its name.", show_default=False)]


def technologies(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List what a workspace knows of technologies beside and against the catalogue.

    resume-customizer workspace technologies "Bright Desk"
    """
    with open_desk() as desk:
        rows = desk.technologies.list_own(as_member(desk, workspace, who))
    if as_json:
        print_json({"technologies": [_values(row) for row in rows]})
        return
    for row in rows:
        say(f"{row.name}{' (ignored)' if row.is_ignored else ''}", "bold", indent=2)
        for title, words in (("also", row.aliases), ("part of", row.parents)):
            if words:
                say(f"{title} {', '.join(words)}", "dim", indent=4)
    say(
        f"{count(len(rows), 'technology', 'technologies')} of its own."
        if rows
        else "It has no technologies of its own."
    )


def know(
    workspace: WorkspaceName,
    technology: Technology,
    spellings: Annotated[
        list[str] | None, typer.Option("--also", metavar="NAME", help="Another spelling.", show_default=False)
    ] = None,
    category: Annotated[str, typer.Option("--category", metavar="NAME", help="Its kind.", show_default=False)] = "",
    parents: Annotated[
        list[str] | None,
        typer.Option("--part-of", metavar="NAME", help="What it is part of or stands on.", show_default=False),
    ] = None,
    ignore: Annotated[bool, typer.Option("--ignore", help="It is no technology here.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Add a technology that the catalogue lacks, or say something else of one that it has.

    resume-customizer workspace know "Bright Desk" "Quay Ledger" --also QLedger --part-of Java
    """
    from resume_customizer.services.library.workspace_technologies import OwnEntry

    entry = OwnEntry(technology, spellings or (), category, parents or (), ignore)
    with open_desk() as desk:
        kept = desk.technologies.save(as_member(desk, workspace, who), entry)
    if as_json:
        print_json(_values(kept))
    else:
        say(f"“{clean(workspace)}” {'ignores' if ignore else 'knows'} {clean(kept.name)} now.")


def forget(workspace: WorkspaceName, technology: Technology, who: As = "", as_json: AsJson = False) -> None:
    """Forget what a workspace said of a technology: what the catalogue says counts again.

    resume-customizer workspace forget "Bright Desk" "Quay Ledger"
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        rows = desk.technologies.list_own(actor)
        row = next((each for each in rows if each.name.lower() == technology.strip().lower()), None)
        if row is None:
            message = (
                f"“{clean(workspace)}” says nothing of “{clean(technology)}”; `workspace technologies` lists its own."
            )
            raise NotFound("no-such-technology", message)
        desk.technologies.remove(actor, row.id)
    if as_json:
        print_json({"removed": row.name})
    else:
        say(f"What the catalogue says of {clean(row.name)} counts again.")


def _values(row: TechnologyOverride) -> dict[str, object]:
    return {
        "name": row.name,
        "aliases": list(row.aliases),
        "category": row.category,
        "parents": list(row.parents),
        "is_ignored": row.is_ignored,
    }
