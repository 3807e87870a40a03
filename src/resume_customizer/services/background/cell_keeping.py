"""Cells of a batch that were worked on are kept: many as one, or, where one of them can't be, each by itself.

    Cell, …  ->  CellKeeping.keep()  ->  customizations, files, cells, quota, trail, the batch: one transaction
    one of them over the quota, or named by nobody any more  ->  each in its own  ->  the reason stands at the cell

Promises (tests in tests/services/test_batches.py and tests/faults/test_batches_killed.py):

* A cell and its customization are kept in one transaction, so that none is made twice and none is lost.
* The trail names each customization that was made, in one entry for all that were kept together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.batches import ItemStatus
from resume_customizer.core.errors import Conflict, PromiseBroken, ResumeCustomizerError, Unavailable
from resume_customizer.core.records.record import Id
from resume_customizer.core.records.resumes import BatchItem, Customization
from resume_customizer.services.background.batch_counts import recount
from resume_customizer.services.background.job_kinds import Work
from resume_customizer.services.documents.foreseeing import Foreseen
from resume_customizer.services.documents.made import Made
from resume_customizer.services.documents.readings import replace_readings
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.keeping import Keeping, Written
from resume_customizer.services.library.keeping import Work as Carried
from resume_customizer.services.library.making import Order, Prepared
from resume_customizer.services.store import Transaction

_LONGEST_REASON: Final = 1000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that was worked on, and what came of it."""

    item: BatchItem
    order: Order
    prepared: Prepared | ResumeCustomizerError
    result: Made | Foreseen | ResumeCustomizerError


class CellKeeping:
    """Keeps what workers have made of cells."""

    def __init__(self, ground: Ground, keeping: Keeping) -> None:
        self._ground, self._keeping = ground, keeping

    def keep(self, work: Work, cells: Sequence[Cell], before: int) -> None:
        """Keep all of them; `before` so many cells of the portion had an end. Raises Stopped when it is not ours."""
        if not cells:
            return
        written = self._write(work.actor, cells)
        replace_readings(self._ground, work.actor, _new_readings(cells))
        try:
            self._keep_together(work, cells, written, before)
        except ResumeCustomizerError as fault:
            if is_passing(fault):
                raise
            for number, each in enumerate(cells):
                self._keep_alone(work, each, written, before + number)

    def _write(self, actor: Actor, cells: Sequence[Cell]) -> dict[Id, Written]:
        """The files of those that were made, by cell."""
        made = [
            (each.item.id, Carried(each.order, each.prepared, each.result))
            for each in cells
            if isinstance(each.prepared, Prepared) and isinstance(each.result, Made)
        ]
        written = self._keeping.write(actor, [work for _, work in made])
        return {item_id: each for (item_id, _), each in zip(made, written, strict=True)}

    def _keep_alone(self, work: Work, cell: Cell, written: dict[Id, Written], before: int) -> None:
        try:
            self._keep_together(work, [cell], written, before)
        except ResumeCustomizerError as fault:
            if is_passing(fault):
                raise
            self._keep_together(work, [replace(cell, result=fault)], written, before)

    def _keep_together(self, work: Work, cells: Sequence[Cell], written: dict[Id, Written], before: int) -> None:
        with self._ground.inside(work.actor) as tx:
            job = work.hold(tx)
            batch_id = job.batch_id or ""
            items = {each.id: each for each in tx.find_all(BatchItem, "id", [each.item.id for each in cells])}
            still = [each for each in cells if each.item.id in items and items[each.item.id].status == each.item.status]
            to_keep = [each for each in still if isinstance(each.result, Made)]
            made = self._keep_made(tx, work.actor, batch_id, to_keep, written)
            earlier = _earlier(tx, [each.item for each in still if isinstance(each.result, Foreseen)])
            tx.update_all(_changed(items[each.item.id], each, made, earlier) for each in still)
            # What goes forward has not lost its worker again and again, however often that happened on the way.
            tx.update(replace(job, progress=before + len(cells), attempts=1))
            recount(tx, self._ground, batch_id)

    def _keep_made(
        self, tx: Transaction, actor: Actor, batch_id: Id, cells: Sequence[Cell], written: dict[Id, Written]
    ) -> dict[Id, Customization]:
        """The customizations, by cell."""
        if not cells:
            return {}
        kept = self._keeping.keep(tx, actor, [written[each.item.id] for each in cells])
        ids: list[JsonValue] = [each.id for each in kept]
        details: dict[str, JsonValue] = {"cells": len(kept), "customizations": ids}
        self._ground.record(tx, actor, "batch.made", ("batch", batch_id), details)
        return {each.item.id: one for each, one in zip(cells, kept, strict=True)}


def _new_readings(cells: Iterable[Cell]) -> dict[Id, str]:
    """By version, of resumes that had to be read."""
    results = ((each.item.resume_version_id, each.result) for each in cells)
    return {version: made.reading for version, made in results if isinstance(made, Made | Foreseen) and made.reading}


def _changed(
    item: BatchItem, cell: Cell, made: dict[Id, Customization], earlier: dict[tuple[Id, Id], list[str]]
) -> BatchItem:
    """The cell with what came of it."""
    item = replace(item, error_code="", error="")
    result = cell.result
    if isinstance(result, Foreseen):
        conflicts = earlier.get((item.resume_version_id, item.requirement_id or ""), [])
        return _with_forecast(item, result, conflicts)
    if isinstance(result, ResumeCustomizerError):
        failed = replace(item, error_code=result.code, error=str(result)[:_LONGEST_REASON])
        if item.status == ItemStatus.NEW:
            return replace(failed, is_foreseen=True)
        return replace(failed, status=ItemStatus.FAILED)
    if item.id not in made:
        raise PromiseBroken("no-result", "A cell has neither a result nor a reason.")
    kept = made[item.id]
    return replace(
        item,
        status=ItemStatus.DONE,
        milliseconds=result.milliseconds,
        customization_id=kept.id,
        placed=kept.placed,
        unplaced=kept.unplaced,
        coverage_before=kept.coverage_before,
        coverage_after=kept.coverage_after,
    )


def _with_forecast(item: BatchItem, foreseen: Foreseen, conflicts: list[str]) -> BatchItem:
    return replace(
        item,
        is_foreseen=True,
        milliseconds=foreseen.milliseconds,
        placed=foreseen.placed,
        unplaced=len(foreseen.unplaced),
        coverage_before=foreseen.coverage_before,
        coverage_after=foreseen.coverage_after,
        forecast={
            "unplaced": foreseen.unplaced,
            "warnings": foreseen.warnings,
            "conflicts": conflicts[:5],
            "pages": foreseen.pages,
        },
    )


def _earlier(tx: Transaction, items: Iterable[BatchItem]) -> dict[tuple[Id, Id], list[str]]:
    """What was made before of the same versions for the same requirements."""
    versions = list(dict.fromkeys(each.resume_version_id for each in items if each.requirement_id))
    found: dict[tuple[Id, Id], list[str]] = {}
    for each in tx.list_among(Customization, {"resume_version_id": versions}, most=50) if versions else ():
        if each.requirement_id:
            said = f"Made before: “{each.name}”, {each.created_at:%Y-%m-%d}."
            found.setdefault((each.resume_version_id, each.requirement_id), []).append(said)
    return found


def is_passing(fault: ResumeCustomizerError) -> bool:
    """Whether it is not the cell's fault: then the portion is tried again later."""
    return isinstance(fault, Unavailable) or (isinstance(fault, Conflict) and fault.code == "changed-meanwhile")
