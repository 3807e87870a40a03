"""`draft` and `approve`: a language model, where one is set up, drafts points; a person says which are true.

    draft TECHNOLOGY  ->  drafts.json  ->  approve  ->  points.json, with approved points only

Nothing else takes a file of drafts, so a draft gets into a resume only by a person's word.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.distribution_options import numbers_of
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.files import read_any_text, read_drafts_file, write_output
from resume_customizer.cli.models import language_model
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import count, is_terminal, json_text, print_json, say, show_notices

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.drafts import Draft, Drafts

_QUESTION = "[y] true of me  [n] no  [e] edit  [q] stop > "


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("draft", cls=kind)(draft)
    app.command("approve", cls=kind)(approve)


def draft(
    technology: Annotated[str, typer.Argument(metavar="TECHNOLOGY", help="What the points are about.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the drafts go, to be approved.")
    ] = Path("drafts.json"),
    posting: Annotated[
        Path | None,
        typer.Option(
            "--posting", metavar="FILE", help="A job advertisement that the points should speak to.", show_default=False
        ),
    ] = None,
    number: Annotated[int, typer.Option("--count", min=1, max=50, metavar="N", help="How many drafts.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Let a language model draft points; they wait for your approval.

        resume-customizer draft Kafka --posting job.txt -o drafts.json
        resume-customizer approve drafts.json -o points.json

    Takes a model that you set up: RCP_LLM_URL and RCP_LLM_MODEL (docs/settings.md). The technology and the posting
    are sent there; no resume is.
    """
    from resume_customizer.core.drafts import drafts_to_json
    from resume_customizer.services.documents.suggesting import draft_points

    model = language_model()
    text = ""
    if posting is not None:
        text = read_any_text(posting, "posting").text
    drafts = draft_points(model, technology, text, number)
    values = drafts_to_json(drafts)
    inputs = (posting,) if posting else ()
    write_output({output: json_text(values, indent=1).encode() + b"\n"}, inputs, like=output)
    if as_json:
        print_json(values)
        return
    for each in drafts.drafts:
        say(each.text, indent=2, hanging=2)
    show_notices(drafts.notices)
    say(f"{count(len(drafts.drafts), 'draft')} by {model.name}: {output}. None is used before you approve it.")
    say(f"Go through them: resume-customizer approve {output} -o points.json", "dim")


def approve(
    drafts: Annotated[Path, typer.Argument(metavar="DRAFTS", help="The file that `draft` made.", show_default=False)],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The points file with what you approved.")
    ] = Path("points.json"),
    rows: Annotated[
        str,
        typer.Option(
            "--rows",
            metavar="NUMBERS",
            help="Approve these, counted from 1, without being asked: 1,3",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Go through drafts, one by one, and write those that are true of you to a points file.

    resume-customizer approve drafts.json -o points.json
    resume-customizer approve drafts.json --rows 1,3 -o points.json
    """
    from resume_customizer.core.drafts import approved_bank
    from resume_customizer.core.errors import NothingToPlace
    from resume_customizer.core.points import bank_to_json

    given = read_drafts_file(drafts)
    settled = _chosen(given, numbers_of(rows, "--rows")) if rows else replace(given, drafts=tuple(_asked(given)))
    bank = approved_bank(settled)
    if not bank.stacks:
        raise NothingToPlace("nothing-approved", "No draft was approved, so no file was written.", str(drafts))
    write_output({output: json_text(bank_to_json(bank), indent=1).encode() + b"\n"}, (drafts,), like=drafts)
    if as_json:
        print_json(bank_to_json(bank))
        return
    points = sum(len(stack.points) for stack in bank.stacks)
    say(f"{output} holds {count(points, 'point')} that you approved.", "green")
    show_notices(bank.notices)


def _chosen(drafts: "Drafts", rows: tuple[int, ...]) -> "Drafts":
    """The drafts with these rows approved, as a person said on the command line."""
    wrong = [row for row in rows if not 1 <= row <= len(drafts.drafts)]
    if wrong:
        raise wrong_usage(f"There is no draft {wrong[0]}; the file has {count(len(drafts.drafts), 'draft')}.")
    marked = (replace(each, is_approved=row in rows) for row, each in enumerate(drafts.drafts, 1))
    return replace(drafts, drafts=tuple(marked))


def _asked(drafts: "Drafts") -> "Iterator[Draft]":
    """Each draft as a person settles it; after `q` the rest stays as it was."""
    if not is_terminal(sys.stdin):
        raise wrong_usage("Drafts are approved by a person in a terminal, or by their rows: --rows 1,3.")
    waiting = iter(drafts.drafts)
    for row, each in enumerate(waiting, 1):
        say()
        say(f"{row} of {len(drafts.drafts)}, {each.technology}: {each.text}", "bold", hanging=2)
        answer = _answer()
        if answer == "q":
            yield each
            yield from waiting
            return
        text = input("New words > ").strip() if answer == "e" else each.text
        yield replace(each, text=text or each.text, is_approved=answer != "n")


def _answer() -> str:
    while True:
        answer = input(_QUESTION).strip().lower()[:1]
        if answer in ("y", "n", "e", "q"):
            return answer
