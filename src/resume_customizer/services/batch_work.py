"""A portion of a batch in the hands of a worker: cell by cell, kept together every second or so.

    Job with numbers of cells  ->  Making: read, work out in the sandbox  ->  customizations and cells, one transaction
    a cell that fails  ->  the reason stands at the cell  ->  the next cell

Promises (tests in tests/services/test_batches.py and tests/faults/test_batches_killed.py):

* A cell and its customization are kept in one transaction, so that none is made twice and none is lost.
* A document that breaks the sandbox fails alone.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.batches import ItemStatus
from resume_customizer.core.errors import Conflict, PromiseBroken, ResumeCustomizerError, Unavailable
from resume_customizer.core.jobs import Queue, Status
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import Json
from resume_customizer.core.records.resumes import Batch, BatchItem, Customization
from resume_customizer.core.records.work import Job
from resume_customizer.services import foreseeing, one_call
from resume_customizer.services.batch_counts import recount
from resume_customizer.services.ground import Ground
from resume_customizer.services.job_kinds import JobKind, Stopped, Work
from resume_customizer.services.making import Making, Order, Prepared
from resume_customizer.services.ports import WorkOnMany
from resume_customizer.services.store import Transaction

_KEEP_EVERY: Final = 1.0
"""Seconds of work that are lost at most when a worker is killed."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A cell that was worked on: its result, or why there is none."""

    item: BatchItem
    milliseconds: int
    order: Order | None = None
    prepared: Prepared | None = None
    answer: one_call.Answer | None = None
    foreseen: foreseeing.Foreseen | None = None
    fault: ResumeCustomizerError | None = None


class BatchWork:
    """What the jobs of batches do."""

    def __init__(self, ground: Ground, making: Making, documents: WorkOnMany) -> None:
        self._ground, self._making, self._documents = ground, making, documents

    def kinds(self) -> dict[str, JobKind]:
        """Both kinds of work."""
        return {
            "batch": JobKind(self.run, Action.CUSTOMIZE, Queue.BULK, settle=settle),
            "batch forecast": JobKind(self.forecast, Action.CUSTOMIZE, Queue.BULK),
        }

    def run(self, work: Work) -> Json:
        """Make the cells of a portion that wait."""
        return self._work_off(work, ItemStatus.WAITING, self._make)

    def forecast(self, work: Work) -> Json:
        """Look at the cells of a portion."""
        return self._work_off(work, ItemStatus.NEW, self._foresee)

    def _work_off(self, work: Work, status: ItemStatus, attempt: Any) -> Json:  # noqa: ANN401 - one of the two below
        batch, items = self._read(work)
        todo = [item for item in items if item.status == status and not (item.is_foreseen and status == ItemStatus.NEW)]
        done, total = len(items) - len(todo), len(items)
        made: list[_Made] = []
        since = time.monotonic()
        try:
            for item in todo:
                work.report(done + len(made), total, item.resume_name)
                made.append(attempt(work.actor, batch, item))
                if time.monotonic() - since >= _KEEP_EVERY:
                    done += self._keep(work, made, done)
                    made, since = [], time.monotonic()
        except Stopped:
            self._keep(work, made, done)  # raises Stopped itself when another worker has the portion by now
            raise
        self._keep(work, made, done)
        return {"cells": total}

    def _read(self, work: Work) -> tuple[Batch, list[BatchItem]]:
        numbers = set(work.job.input["numbers"])
        with self._ground.store.reading(work.actor) as seen:
            batch = seen.get(Batch, work.job.batch_id or "")
            found = seen.list(
                BatchItem,
                order="number",
                batch_id=batch.id,
                since=min(numbers),
                until=max(numbers),
                limit=1000,
            ).records
        return batch, [item for item in found if item.number in numbers]

    def _make(self, actor: Actor, batch: Batch, item: BatchItem) -> _Made:
        began = time.perf_counter()
        order = order_of(batch, item)
        try:
            prepared = self._making.read(actor, order)
            answer = self._making.work_out(prepared)
        except ResumeCustomizerError as fault:
            if _is_passing(fault):
                raise
            return _Made(item, _since(began), order, fault=fault)
        return _Made(item, _since(began), order, prepared, answer)

    def _foresee(self, actor: Actor, batch: Batch, item: BatchItem) -> _Made:
        began = time.perf_counter()
        try:
            request = self._making.read(actor, order_of(batch, item)).request
            foreseen = self._documents.call(foreseeing.foresee, request)
        except ResumeCustomizerError as fault:
            if _is_passing(fault):
                raise
            return _Made(item, _since(began), fault=fault)
        return _Made(item, _since(began), foreseen=foreseen)

    # -------------------------------------------------------------- keeping

    def _keep(self, work: Work, made: Sequence[_Made], before: int) -> int:
        """Keep all in one transaction; when one of them can't be kept, each in its own. Says how many they were."""
        if not made:
            return 0
        try:
            self._keep_together(work, made, before)
        except ResumeCustomizerError as fault:
            if _is_passing(fault):
                raise
            for number, each in enumerate(made):
                self._keep_alone(work, each, before + number)
        return len(made)

    def _keep_alone(self, work: Work, made: _Made, before: int) -> None:
        try:
            self._keep_together(work, [made], before)
        except ResumeCustomizerError as fault:
            if _is_passing(fault):
                raise
            self._keep_together(work, [replace(made, fault=fault)], before)

    def _keep_together(self, work: Work, made: Sequence[_Made], before: int) -> None:
        with self._ground.inside(work.actor) as tx:
            job = work.hold(tx)
            for each in made:
                item = tx.get(BatchItem, each.item.id)
                if item.status == each.item.status:
                    tx.update(self._kept(tx, work.actor, item, each))
            # What goes forward has not lost its worker again and again, however often that happened on the way.
            tx.update(replace(job, progress=before + len(made), attempts=1))
            recount(tx, self._ground, job.batch_id or "")

    def _kept(self, tx: Transaction, actor: Actor, item: BatchItem, made: _Made) -> BatchItem:
        item = replace(item, milliseconds=made.milliseconds, error_code="", error="")
        if made.foreseen is not None:
            return _with_forecast(tx, item, made.foreseen)
        if made.fault is not None:
            failed = replace(item, error_code=made.fault.code, error=str(made.fault)[:1000])
            if item.status == ItemStatus.NEW:
                return replace(failed, is_foreseen=True)
            return replace(failed, status=ItemStatus.FAILED)
        if made.order is None or made.prepared is None or made.answer is None:
            raise PromiseBroken("no-result", "A cell has neither a result nor a reason.")
        kept = self._making.keep(tx, actor, made.order, made.prepared, made.answer)
        return replace(
            item,
            status=ItemStatus.DONE,
            customization_id=kept.id,
            placed=kept.placed,
            unplaced=kept.unplaced,
            coverage_before=kept.coverage_before,
            coverage_after=kept.coverage_after,
        )


def order_of(batch: Batch, item: BatchItem) -> Order:
    """The order for one cell; its key makes it the same work whenever it is done."""
    target = batch.choices["targets"][item.target]
    return Order(
        version_id=item.resume_version_id,
        points=target["points"],
        bank_ids=tuple(target["bank_ids"]),
        technologies=tuple(target["technologies"]),
        posting=target["posting"],
        requirement_id=target["requirement_id"],
        rules=target["rules"],
        name=f"{item.resume_name[:90]} – {item.label[:90]}",
        key=f"batch {batch.id} {item.number}",
        batch_id=batch.id,
    )


def settle(tx: Transaction, ground: Ground, job: Job) -> None:
    """A portion has ended, is paused or waits again: its cells that were not reached follow it."""
    after = {
        Status.CANCELLED: ItemStatus.CANCELLED,
        Status.FAILED: ItemStatus.FAILED,
        Status.QUARANTINED: ItemStatus.FAILED,
    }.get(Status(job.status))
    numbers = job.input["numbers"]
    if after is not None:
        for number in numbers:
            item = tx.find(BatchItem, batch_id=job.batch_id, number=number)
            if item and item.status == ItemStatus.WAITING:
                tx.update(replace(item, status=after, error_code=job.error_code, error=job.error))
    elif job.status == Status.WAITING and job.started_at is None:  # to be done from the beginning
        for number in numbers:
            item = tx.find(BatchItem, batch_id=job.batch_id, number=number)
            if item and item.status in {ItemStatus.FAILED, ItemStatus.CANCELLED}:
                tx.update(replace(item, status=ItemStatus.WAITING, error_code="", error=""))
    recount(tx, ground, job.batch_id or "")


def _with_forecast(tx: Transaction, item: BatchItem, foreseen: foreseeing.Foreseen) -> BatchItem:
    earlier = tx.list(Customization, resume_version_id=item.resume_version_id, limit=50).records
    conflicts = [
        f"Made before: “{each.name}”, {each.created_at:%Y-%m-%d}."
        for each in earlier
        if each.requirement_id == item.requirement_id and item.requirement_id
    ]
    return replace(
        item,
        is_foreseen=True,
        placed=foreseen.placed,
        unplaced=len(foreseen.unplaced),
        coverage_before=foreseen.coverage_before,
        coverage_after=foreseen.coverage_after,
        forecast={"unplaced": foreseen.unplaced, "warnings": foreseen.warnings, "conflicts": conflicts[:5]},
    )


def _is_passing(fault: ResumeCustomizerError) -> bool:
    """Whether it is not the cell's fault: then the portion is tried again later."""
    return isinstance(fault, Unavailable) or (isinstance(fault, Conflict) and fault.code == "changed-meanwhile")


def _since(began: float) -> int:
    return round(1000 * (time.perf_counter() - began))
