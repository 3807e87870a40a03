"""`batch list`, `show`, `watch`, `cells` and `download`: how far batches are, and what came of them.

a batch  ->  BatchView, its cells, its files  ->  lines for people, JSON for programs, one ZIP
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.batch_values import batch_line, batch_values, cell_line, cell_values, show_batch
from resume_customizer.cli.desk import As, WorkspaceName, as_member, open_desk
from resume_customizer.cli.exits import REFUSED
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say

if TYPE_CHECKING:
    from resume_customizer.core.records.resumes import BatchItem
    from resume_customizer.services.background.batches import BatchView
    from resume_customizer.services.desk import Desk

BatchId = Annotated[str, typer.Argument(metavar="BATCH", help="Its id; `batch list` shows it.", show_default=False)]


def list_batches(
    workspace: WorkspaceName,
    number: Annotated[int, typer.Option("--count", min=1, max=500, help="How many.")] = 20,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """List the batches of a workspace, the newest first."""
    with open_desk() as desk:
        found = desk.batches.list_batches(as_member(desk, workspace, who), limit=number).records
    if as_json:
        print_json({"batches": [batch_line(each) for each in found]})
        return
    for each in found:
        done = f"{each.done} of {each.total} made" + (f", {each.failed} failed" if each.failed else "")
        say(
            f"{each.id}  {each.created_at:%Y-%m-%d %H:%M}  {clean(each.name)}  {each.status}  {done}",
            indent=2,
            hanging=2,
        )
    if not found:
        say("No batches.")


def show(workspace: WorkspaceName, batch_id: BatchId, who: As = "", as_json: AsJson = False) -> None:
    """Show how far a batch is."""
    with open_desk() as desk:
        tell_batch(desk.batches.show(as_member(desk, workspace, who), batch_id), as_json=as_json)


def watch(workspace: WorkspaceName, batch_id: BatchId, who: As = "", as_json: AsJson = False) -> None:
    """Stay with a batch until it is over, and work on it here; Ctrl-C leaves it as it is.

    resume-customizer batch watch "Bright Desk" 01a229cc-d4f7-7000-91b5-8c1434eae389
    """
    from resume_customizer.cli.batch_watching import open_with_workers, stay_until_over

    with open_with_workers() as desk:
        view = stay_until_over(desk, as_member(desk, workspace, who), batch_id)
        tell_batch(view, as_json=as_json)
    if view.counts["failed"]:
        raise typer.Exit(REFUSED)


def cells(
    workspace: WorkspaceName,
    batch_id: BatchId,
    status: Annotated[str, typer.Option("--status", metavar="STATUS", help="Only those that stand so.")] = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """List the cells of a batch with what came of each.

    resume-customizer batch cells "Bright Desk" 01a229cc-d4f7-7000-91b5-8c1434eae389 --status failed
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        found = all_cells(desk, actor, batch_id, status)
        tell_cells(found, desk.batches.show(actor, batch_id), as_json=as_json)


def download(
    workspace: WorkspaceName,
    batch_id: BatchId,
    target: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="A new ZIP.", show_default="the batch's name")
    ] = None,
    pattern: Annotated[str, typer.Option("--pattern", metavar="NAMES", help="How files are called.")] = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Write all documents, certificates and a manifest into one ZIP; a file that is there is never replaced.

    resume-customizer batch download "Bright Desk" 01a229cc-d4f7-7000-91b5-8c1434eae389 --pattern "{title}_{consultant}"
    """
    from resume_customizer.cli.batch_values import write_new_file

    with open_desk() as desk:
        name, pieces = desk.batch_files.download(as_member(desk, workspace, who), batch_id, pattern)
        path = target or Path(name)
        size = write_new_file(path, pieces)
    if as_json:
        print_json({"file": str(path), "size": size})
    else:
        say(f"{clean(path)}: {size / 1e6:,.1f} MB", "green")


def all_cells(desk: "Desk", actor: object, batch_id: str, status: str = "") -> "list[BatchItem]":
    """Page by page."""
    found: list[BatchItem] = []
    after = ""
    while True:
        page = desk.batches.list_items(actor, batch_id, status, after, 1000)  # ty: ignore[invalid-argument-type]
        found += page.records
        after = page.next
        if not after:
            return found


def tell_batch(view: "BatchView", *, as_json: bool) -> None:
    """A few lines, or JSON."""
    if as_json:
        print_json(batch_values(view))
    else:
        show_batch(view)


def tell_cells(found: "list[BatchItem]", view: "BatchView", *, as_json: bool) -> None:
    """A line for each and how many may still be made, or JSON."""
    if as_json:
        print_json({"batch": batch_values(view), "cells": [cell_values(each) for each in found]})
        return
    for each in found:
        cell_line(each)
    say(f"{count(len(found), 'cell')}; {view.quota_left:,} customizations left this month.")
