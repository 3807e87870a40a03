"""What `batch` takes and shows: resumes and targets as they are typed, batches and cells as lines and as JSON."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.files import read_any_text, read_input
from resume_customizer.cli.screen import clean, count, say
from resume_customizer.core.errors import Conflict, Unavailable
from resume_customizer.core.text import read_text
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from resume_customizer.core.actor import Actor
    from resume_customizer.core.records.record import Id
    from resume_customizer.core.records.resumes import Batch, BatchItem
    from resume_customizer.services.background.batches import BatchView, Target
    from resume_customizer.services.desk import Desk

_LOOK = {"done": "green", "failed": "red", "cancelled": "yellow", "left out": "dim"}


def resume_ids(
    desk: "Desk", actor: "Actor", paths: Sequence[Path], stored: Sequence[str], *, every: bool
) -> "list[Id]":
    """The resumes that were named; files are stored first."""
    from resume_customizer.infrastructure.folders import find_resumes
    from resume_customizer.services.documents.bulk import RESUME_SUFFIXES

    ids = list(stored)
    after = ""
    while every:
        page = desk.resumes.list_resumes(actor, "id", after, 1000)
        ids += [each.id for each in page.records]
        after = page.next
        every = bool(after)
    for path, _ in find_resumes(paths, RESUME_SUFFIXES, recursive=True):
        ids.append(desk.resumes.upload(actor, path.name, read_file(path)).id)
    if not ids:
        raise wrong_usage("Name resumes: files, folders, --stored ID, or --all for those that are stored.")
    return ids


def targets_of(
    points: Sequence[Path], postings: Sequence[Path], openings: Sequence[str], banks: Sequence[str]
) -> "list[Target]":
    """What resumes are made for: openings, else postings, each with the points, else each file of points."""
    from resume_customizer.services.background.batches import Target

    texts = {path: read_text(read_input(path), "points").text for path in points}
    asked = {path: read_any_text(path, "posting").text for path in postings}
    from_banks = tuple(banks)
    if len(texts) > 1 and not openings and len(asked) <= 1:
        posting = next(iter(asked.values()), "")
        return [
            Target(label=path.stem, points=text, posting=posting, bank_ids=from_banks) for path, text in texts.items()
        ]
    if len(texts) > 1:
        raise wrong_usage("Several openings or postings take their points from --bank, or from one --points FILE.")
    text = next(iter(texts.values()), "")
    made = [Target(requirement_id=each, points=text, bank_ids=from_banks) for each in openings]
    made += [Target(label=path.stem, posting=each, points=text, bank_ids=from_banks) for path, each in asked.items()]
    return made or [Target(label=path.stem, points=text, bank_ids=from_banks) for path in texts]


def numbers_of(text: str) -> list[int]:
    """`1-3,7` as numbers."""
    numbers: list[int] = []
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if not first.isdecimal() or not (last or first).isdecimal() or int(last or first) - int(first) > 100_000:
            raise wrong_usage(f"--cells takes numbers such as 1-20,25; not “{clean(part)[:40]}”.")
        numbers += range(int(first), int(last or first) + 1)
    return numbers


def write_new_file(path: Path, pieces: Iterable[bytes]) -> int:
    """Write a file that is not there yet; says how large it is. Raises Conflict, Unavailable."""
    beside = path.with_name(f".{os.urandom(6).hex()}.part")
    try:
        if path.exists():
            raise Conflict("target-is-there", "This file is there already. Name another one with -o.", str(path))
        with beside.open("xb") as file:
            size = sum(file.write(piece) for piece in pieces)
        beside.rename(path)
    except OSError as fault:
        raise Unavailable("not-writable", f"The file can't be written: {fault.strerror}.", str(path)) from None
    finally:
        with suppress(OSError):
            beside.unlink()
    return size


def show_batch(view: "BatchView") -> None:
    """A few lines."""
    say(f"{clean(view.name)}: {view.status}", "bold")
    say(f"Its id is {view.batch_id}.", indent=2)
    counts = ", ".join(f"{number:,} {status}" for status, number in view.counts.items() if number)
    say(f"Cells: {counts}", indent=2)
    progress = view.progress
    if view.started_at:
        took = ((view.finished_at or view.started_at) - view.started_at).total_seconds()
        left = "" if progress.seconds_left is None or view.finished_at else f", about {progress.seconds_left} s left"
        told = f" in {took:,.1f} s" if view.finished_at else ""
        say(f"{progress.done:,} of {progress.total:,} ({progress.percent} %){told}{left}", indent=2)
    if view.counts["failed"]:
        say("Why cells failed: `batch cells … --status failed`. `batch retry` tries them again.", "yellow", indent=2)
    for problem in view.problems:
        say(clean(problem), "yellow", indent=2)


def cell_line(cell: "BatchItem") -> None:
    """One cell, with what is or would be."""
    is_known = cell.is_foreseen or cell.status == "done"
    figures = f"  {cell.placed} placed, {cell.unplaced} left out" if is_known and not cell.error else ""
    if is_known and cell.coverage_after:
        figures += f", coverage {cell.coverage_before / 10:g} → {cell.coverage_after / 10:g} %"
    pages = cell.forecast.get("pages")
    if pages:
        before, after = pages
        figures += f", {count(after, 'page')} {'as before' if before == after else f'instead of {before}'}"
    say(
        f"{cell.number:>4}  {clean(cell.resume_name)} – {clean(cell.label)}  {cell.status}{figures}",
        *filter(None, [_LOOK.get(cell.status, "")]),
        hanging=6,
    )
    notes = [
        *cell.forecast.get("unplaced", ()),
        *cell.forecast.get("conflicts", ()),
        *cell.forecast.get("warnings", ()),
    ]
    for note in [cell.error, *notes[:5]] if cell.error else notes[:5]:
        say(clean(note), "dim", indent=6, hanging=2)


def batch_values(view: "BatchView") -> dict[str, Any]:
    """A batch as JSON."""
    return {
        "batch_id": view.batch_id,
        "name": view.name,
        "status": view.status.value,
        "counts": dict(view.counts),
        "foreseen": view.foreseen,
        "done": view.progress.done,
        "total": view.progress.total,
        "percent": view.progress.percent,
        "rate": view.progress.rate,
        "seconds_left": view.progress.seconds_left,
        "quota_left": view.quota_left,
        "problems": list(view.problems),
        "targets": list(view.targets),
        "pattern": view.pattern,
        "created_at": view.created_at.isoformat(),
        "started_at": view.started_at.isoformat() if view.started_at else None,
        "finished_at": view.finished_at.isoformat() if view.finished_at else None,
    }


def batch_line(batch: "Batch") -> dict[str, Any]:
    """A batch in a list, as JSON."""
    return {
        "batch_id": batch.id,
        "name": batch.name,
        "status": batch.status,
        "total": batch.total,
        "done": batch.done,
        "failed": batch.failed,
        "created_at": batch.created_at.isoformat(),
        "finished_at": batch.finished_at.isoformat() if batch.finished_at else None,
    }


def cell_values(cell: "BatchItem") -> dict[str, Any]:
    """A cell as JSON."""
    return {
        "number": cell.number,
        "resume_id": cell.resume_id,
        "resume": cell.resume_name,
        "target": cell.label,
        "requirement_id": cell.requirement_id,
        "status": cell.status,
        "placed": cell.placed,
        "unplaced": cell.unplaced,
        "coverage_before": cell.coverage_before / 10,
        "coverage_after": cell.coverage_after / 10,
        "forecast": dict(cell.forecast),
        "customization_id": cell.customization_id,
        "error": {"code": cell.error_code, "message": cell.error} if cell.error_code else None,
        "milliseconds": cell.milliseconds,
    }
