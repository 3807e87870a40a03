"""`batch`: many resumes for many openings or points, looked at first, then made, by the command line.

prepare  ->  preview: what each cell would be  ->  run, with a bar; Ctrl-C cancels  ->  retry
list | show | watch | cells | download: cli/batch_looking.py
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.batch_looking import (
    BatchId,
    all_cells,
    cells,
    download,
    list_batches,
    show,
    tell_batch,
    tell_cells,
    watch,
)
from resume_customizer.cli.batch_values import numbers_of, resume_ids, targets_of
from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.files import read_input
from resume_customizer.cli.options import AsJson

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.services.background.batches import BatchView

_PATHS = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[RESUME]...", help="Word documents, or folders of them; they are stored.", show_default=False
    ),
]
_STORED = Annotated[
    list[str] | None, typer.Option("--stored", metavar="ID", help="A stored resume; repeatable.", show_default=False)
]
_ALL = Annotated[bool, typer.Option("--all", help="All resumes that are stored.")]
_POINTS = Annotated[
    list[Path] | None,
    typer.Option("--points", "-p", metavar="FILE", help="A target: its points; repeatable.", show_default=False),
]
_POSTINGS = Annotated[
    list[Path] | None,
    typer.Option("--posting", metavar="FILE", help="A target: its posting; repeatable.", show_default=False),
]
_OPENINGS = Annotated[
    list[str] | None,
    typer.Option("--requirement", metavar="ID", help="A target: an opening; repeatable.", show_default=False),
]
_BANKS = Annotated[
    list[str] | None,
    typer.Option("--bank", metavar="ID", help="Where points for openings come from; repeatable.", show_default=False),
]
_PAIRS = Annotated[
    Path | None,
    typer.Option(
        "--pairs", metavar="FILE", help="A table (CSV, XLSX): columns `resume`, `target`.", show_default=False
    ),
]
_PATTERN = Annotated[str, typer.Option("--pattern", metavar="NAMES", help="How files are called.")]
_WAIT = Annotated[bool, typer.Option("--wait/--no-wait", help="Stay until it has ended, and work on it here.")]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "prepare": prepare,
        "preview": preview,
        "run": run,
        "list": list_batches,
        "show": show,
        "watch": watch,
        "cells": cells,
        "retry": retry,
        "pause": pause,
        "resume": resume,
        "cancel": cancel,
        "download": download,
    }
    add_group(app, kind, "batch", "Many resumes for many openings: looked at first, then made.", commands)


def prepare(
    workspace: WorkspaceName,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the batch is called.", show_default=False)],
    paths: _PATHS = None,
    stored: _STORED = None,
    every: _ALL = False,
    points: _POINTS = None,
    postings: _POSTINGS = None,
    openings: _OPENINGS = None,
    banks: _BANKS = None,
    pairs: _PAIRS = None,
    by_name: Annotated[bool, typer.Option("--by-name", help="Pair by the names of files.")] = False,
    pattern: _PATTERN = "{original}",
    mail: Annotated[
        bool, typer.Option("--mail", help="Write to the one in whose place it is when it is over.")
    ] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Pair resumes and targets, all with all unless you say otherwise; nothing is made.

        resume-customizer batch prepare "Bright Desk" Monday resumes/ -p java.txt -p kafka.txt

        resume-customizer batch prepare "Bright Desk" Monday --all -p java.txt -p kafka.txt --pairs pairs.xlsx

        resume-customizer batch prepare "Bright Desk" Monday --all --posting acme.txt --posting bolt.html -p mine.txt

    Targets are called like their files, without the ending.
    """
    from resume_customizer.core.batches import Pairing
    from resume_customizer.services.background.batches import Wanted
    from resume_customizer.services.staffing.importing import read_rows

    rows = read_rows(read_input(pairs, 20_000_000, "table"), pairs.name) if pairs else ()
    targets = targets_of(points or [], postings or [], openings or [], banks or [])
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        wanted = Wanted(
            name=name,
            resume_ids=resume_ids(desk, actor, paths or [], stored or [], every=every),
            targets=targets,
            pairing=Pairing.BY_TABLE if pairs else Pairing.BY_NAME if by_name else Pairing.ALL,
            rows=rows,
            pattern=pattern,
            mail_when_over=mail,
        )
        tell_batch(desk.batches.prepare(actor, wanted), as_json=as_json)


def preview(workspace: WorkspaceName, batch_id: BatchId, who: As = "", as_json: AsJson = False) -> None:
    """Show what each cell would be: points with and without a place, coverage, pages, what is odd; nothing is made.

    resume-customizer batch preview "Bright Desk" 01a229cc-d4f7-7000-91b5-8c1434eae389
    """
    from resume_customizer.cli.batch_watching import open_with_workers, wait_for_forecast

    with open_with_workers() as desk:
        actor = as_member(desk, workspace, who)
        seen = desk.batches.show(actor, batch_id)
        if seen.status == "new" and seen.foreseen < sum(seen.counts.values()):
            desk.batches.forecast(actor, batch_id)
            wait_for_forecast(desk, actor, batch_id)
        tell_cells(all_cells(desk, actor, batch_id), desk.batches.show(actor, batch_id), as_json=as_json)


def run(
    workspace: WorkspaceName,
    batch_id: BatchId,
    chosen: Annotated[str, typer.Option("--cells", metavar="NUMBERS", help="Only these, e.g. 1-20,25.")] = "",
    wait: _WAIT = True,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Make the cells. Ctrl-C cancels what was not begun; what was made stays.

    resume-customizer batch run "Bright Desk" 01a229cc-d4f7-7000-91b5-8c1434eae389 --cells 1-20
    """
    numbers = numbers_of(chosen) if chosen else None
    _work("run", workspace, batch_id, who, wait=wait, as_json=as_json, numbers=numbers)


def retry(
    workspace: WorkspaceName, batch_id: BatchId, wait: _WAIT = True, who: As = "", as_json: AsJson = False
) -> None:
    """Try the cells again that failed or were cancelled, and no others."""
    _work("retry_failed", workspace, batch_id, who, wait=wait, as_json=as_json)


def resume(
    workspace: WorkspaceName, batch_id: BatchId, wait: _WAIT = True, who: As = "", as_json: AsJson = False
) -> None:
    """Go on with a batch that was paused."""
    _work("resume", workspace, batch_id, who, wait=wait, as_json=as_json)


def pause(workspace: WorkspaceName, batch_id: BatchId, who: As = "", as_json: AsJson = False) -> None:
    """Begin no more cells until it is resumed."""
    with open_desk() as desk:
        tell_batch(desk.batches.pause(as_member(desk, workspace, who), batch_id), as_json=as_json)


def cancel(workspace: WorkspaceName, batch_id: BatchId, who: As = "", as_json: AsJson = False) -> None:
    """Begin no more cells; what was made stays."""
    with open_desk() as desk:
        tell_batch(desk.batches.cancel(as_member(desk, workspace, who), batch_id), as_json=as_json)


def _work(
    begin: str, workspace: str, batch_id: str, who: str, *, wait: bool, as_json: bool, numbers: list[int] | None = None
) -> None:
    """Begin something with a batch, and stay until it has ended."""
    from resume_customizer.cli import INTERRUPTED
    from resume_customizer.cli.batch_watching import open_with_workers, wait_for_end
    from resume_customizer.cli.exits import REFUSED

    with open_with_workers() if wait else open_desk() as desk:
        actor = as_member(desk, workspace, who)
        chosen = {} if numbers is None else {"numbers": numbers}
        view: BatchView = getattr(desk.batches, begin)(actor, batch_id, **chosen)
        if wait:
            view = wait_for_end(desk, actor, batch_id)
        tell_batch(view, as_json=as_json)
    if wait and (view.counts["failed"] or view.counts["cancelled"]):
        raise typer.Exit(REFUSED if view.counts["failed"] else INTERRUPTED)
