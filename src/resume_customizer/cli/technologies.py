"""`technologies search`, `show` and `tag`: what is known of technologies, and where texts name them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.files import STANDARD_INPUT, answer_lines
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import count, print_json, say

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.naming.technologies import Technology

_SHOWN = 4
"""Spellings in a row of the search."""
_KIN = 16
"""Relatives that are named."""


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    group = typer.Typer(help="Look up technologies, and find them in texts.", no_args_is_help=True)
    for command in (search, show, tag):
        group.command(cls=kind)(command)
    app.add_typer(group, name="technologies")


def search(
    words: Annotated[str, typer.Argument(metavar="TEXT", help="Part of a name, a spelling or a category.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, metavar="N", help="The most rows.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find technologies by their names, spellings or categories.

    resume-customizer technologies search kube
    """
    from resume_customizer.services.documents.technologies import search as find
    from resume_customizer.services.documents.technologies import technology_to_json

    found = find(words, limit)
    if as_json:
        print_json({"technologies": [technology_to_json(each) for each in found]})
        return
    for each in found:
        say(each.name, "bold")
        others = each.spellings[1 : _SHOWN + 1]
        also = f", also {', '.join(others)}" if others else ""
        say(f"{each.category}{f', {each.year}' if each.year else ''}{also}", "dim", indent=2, hanging=2)
    if not found:
        say(f"Nothing is known by “{words}”, nor by a name that sounds like it.", "yellow")


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name, or any of its spellings.")],
    as_json: AsJson = False,
) -> None:
    """Show all that is known of one technology.

    resume-customizer technologies show k8s
    """
    from resume_customizer.services.documents.technologies import show as find
    from resume_customizer.services.documents.technologies import technology_to_json

    known = find(name)
    if as_json:
        print_json(technology_to_json(known))
    else:
        _show(known)


def tag(
    texts: Annotated[
        Path, typer.Argument(metavar="FILE", help='Lines {"id", "text"}; - reads standard input.')
    ] = STANDARD_INPUT,
    as_lines: Annotated[  # noqa: ARG001 - there is no other form yet; the name keeps room for one
        bool, typer.Option("--jsonl", help="One line of JSON for each line, as is usual.")
    ] = True,
    practices: Annotated[
        bool, typer.Option("--practices", help="Also methods, concepts and rules, such as Agile or GDPR.")
    ] = False,
) -> None:
    """Find the technologies that texts name, line by line, for programs.

        cat texts.jsonl | resume-customizer technologies tag --jsonl

    Each line `{"id", "text"}` gives a line `{"id", "technologies": [{"name", "start", "end", "text"}]}`; places count
    Unicode code points. A line that can't be read ends it with exit code 3 and its number.
    """
    from resume_customizer.services.documents.technologies import tag_line

    answer_lines(texts, partial(tag_line, practices=practices))


def _show(known: "Technology") -> None:
    from resume_customizer.core.naming.technologies import relatives_of

    say(known.name, "bold")
    say(f"{known.category}{' (a practice)' if known.kind == 'practice' else ''}", indent=2)
    rows = (
        ("Also written", ", ".join(known.spellings[1:])),
        ("Part of, or built on", ", ".join(known.parents)),
        ("Close to it", _few([each for each in relatives_of(known.name) if each not in known.parents])),
        ("Since", f"{known.year}: {known.source}" if known.year else ""),
        ("Until", f"{known.end}: {known.end_source}" if known.end else ""),
    )
    for title, text in rows:
        if text:
            say(f"{title}: {text}", indent=2, hanging=2)
    say(f"Known by {count(len(known.spellings), 'name')}.", "dim", indent=2)


def _few(names: list[str]) -> str:
    rest = len(names) - _KIN
    return ", ".join(names[:_KIN]) + (f" and {rest} more" if rest > 0 else "")
