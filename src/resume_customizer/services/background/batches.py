"""Many resumes customized as one piece of work: paired, looked at, chosen, run, tried again where it failed.

    Wanted  ->  prepare(): a batch with its cells  ->  forecast(): what each would be  ->  run(): chosen cells as jobs
    jobs (services/background/batch_work.py)  ->  show(), list_items()  ->  services/background/batch_files.py: one ZIP

Promises (tests in tests/services/test_batches.py and tests/faults/test_batches_killed.py):

* One cell that fails never stops the others; it says why, and can be tried again alone.
* Nothing is made before it was run, and a cell is made once, whoever is killed meanwhile.
* Progress is counted from the cells themselves, so it can't drift.
* What is over the tier's limits is refused before anything begins.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Final

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.batches import ItemStatus, check_pattern, portions
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.jobs import Queue, Status, Step
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import Id, Json
from resume_customizer.core.records.resumes import Batch, BatchItem
from resume_customizer.core.records.work import Job
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.tiers import Limit, check_limit
from resume_customizer.services.background.batch_counts import MAIL_WHEN_OVER, recount
from resume_customizer.services.background.batch_pairing import (
    Target,
    Wanted,
    cells_to_keep,
    newest_of,
    pair,
    read_target,
)
from resume_customizer.services.background.batch_views import BatchView, view_of
from resume_customizer.services.background.job_kinds import JobKinds
from resume_customizer.services.background.job_lines import prepare_line, stand_in_line
from resume_customizer.services.background.jobs import Nudge, no_nudge, resume_job, stop_job
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Page, Transaction
from resume_customizer.services.usage import use, used_of

__all__ = ["BatchView", "Batches", "Target", "Wanted"]
RUN: Final = "batch"
FORECAST: Final = "batch forecast"
_MOST_TARGETS: Final = 500


class Batches:
    """What people do with batches."""

    def __init__(self, ground: Ground, kinds: JobKinds, nudge: Nudge = no_nudge) -> None:
        self._ground, self._kinds, self._nudge = ground, kinds, nudge

    # -------------------------------------------------------------- before anything is made

    def prepare(self, actor: Actor, wanted: Wanted) -> BatchView:
        """Pair resumes and targets, and keep the cells; nothing is made. Raises InvalidInput, QuotaExceeded."""
        actor.require(Action.CUSTOMIZE)
        name = read_name(wanted.name, "batch's name")
        pattern = check_pattern(wanted.pattern)
        if not wanted.resume_ids or not 0 < len(wanted.targets) <= _MOST_TARGETS:
            message = f"A batch needs resumes, and one to {_MOST_TARGETS} targets."
            raise InvalidInput("empty-batch", message)
        with self._ground.inside(actor) as tx:
            resumes = newest_of(tx, wanted.resume_ids)
            targets = [read_target(tx, each, number) for number, each in enumerate(wanted.targets, 1)]
            cells = pair(wanted, resumes, targets)
            if not cells.pairs:
                raise InvalidInput("empty-batch", " ".join(("No resume fits a target.", *cells.problems[:5])))
            use(tx, self._ground, actor.workspace_id, Limit.BATCH, len(cells.pairs))
            choices: Json = {
                "targets": [{**asdict(each), "bank_ids": list(each.bank_ids)} for each in targets],
                "pattern": pattern,
                "problems": list(cells.problems),
                MAIL_WHEN_OVER: wanted.mail_when_over,
            }
            batch = tx.add(Batch(name=name, made_by=actor.user_id, total=len(cells.pairs), choices=choices))
            tx.add_all(cells_to_keep(batch, cells, resumes, targets))
            details = {"name": name, "cells": len(cells.pairs)}
            self._ground.record(tx, actor, "batch.prepared", ("batch", batch.id), details)
            return view_of(tx, self._ground, batch)

    def forecast(self, actor: Actor, batch_id: Id) -> BatchView:
        """Look at every cell in the background: what would be placed and why not; nothing is made."""
        actor.require(Action.CUSTOMIZE)
        return self._begin(actor, batch_id, FORECAST, None)

    # -------------------------------------------------------------- running

    def run(self, actor: Actor, batch_id: Id, numbers: Sequence[int] | None = None) -> BatchView:
        """Make the chosen cells, or all; the others are left out. Raises Conflict when it was run, QuotaExceeded."""
        actor.require(Action.CUSTOMIZE)
        return self._begin(actor, batch_id, RUN, numbers)

    def retry_failed(self, actor: Actor, batch_id: Id) -> BatchView:
        """Try the cells again that failed or were cancelled, and no others."""
        actor.require(Action.CUSTOMIZE)
        prepare_line(self._ground, actor.workspace_id, Queue.BULK)
        with self._ground.inside(actor) as tx:
            batch = tx.get(Batch, batch_id, lock=True)
            again = [
                item
                for status in (ItemStatus.FAILED, ItemStatus.CANCELLED)
                for item in tx.every(BatchItem, order="number", batch_id=batch.id, status=status.value)
            ]
            if not again:
                raise Conflict("nothing-failed", "No cell of this batch has failed or was cancelled.")
            tx.update_all(replace(item, status=ItemStatus.WAITING, error_code="", error="") for item in again)
            batch = self._put_in_line(tx, actor, batch, RUN, again)
            self._ground.record(tx, actor, "batch.retried", ("batch", batch.id), {"cells": len(again)})
            view = view_of(tx, self._ground, batch)
        self._nudge_for(actor, view)
        return view

    def pause(self, actor: Actor, batch_id: Id) -> BatchView:
        """Begin no more cells until it is resumed; what is in hand is finished."""
        actor.require(Action.CUSTOMIZE)
        return self._stop(actor, batch_id, Step.PAUSE)

    def cancel(self, actor: Actor, batch_id: Id) -> BatchView:
        """Begin no more cells; what was made stays."""
        actor.require(Action.CUSTOMIZE)
        return self._stop(actor, batch_id, Step.CANCEL)

    def resume(self, actor: Actor, batch_id: Id) -> BatchView:
        """Go on with a batch that was paused."""
        actor.require(Action.CUSTOMIZE)
        prepare_line(self._ground, actor.workspace_id, Queue.BULK)
        with self._ground.inside(actor) as tx:
            tx.get(Batch, batch_id)
            for job in list(tx.every(Job, batch_id=batch_id)):
                if job.status == Status.PAUSED:
                    resume_job(tx, self._ground, self._kinds[job.kind], job)
                elif job.pause_asked_at and job.status == Status.RUNNING:
                    tx.update(replace(tx.get(Job, job.id, lock=True), pause_asked_at=None))
            batch = recount(tx, self._ground, batch_id, paused_at=None)
            self._ground.record(tx, actor, "batch.resumed", ("batch", batch.id))
            view = view_of(tx, self._ground, batch)
        self._nudge_for(actor, view)
        return view

    # -------------------------------------------------------------- looking

    def show(self, actor: Actor, batch_id: Id) -> BatchView:
        """One batch, with its progress."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.inside(actor) as tx:
            return view_of(tx, self._ground, tx.get(Batch, batch_id))

    def list_batches(self, actor: Actor, after: str = "", limit: int = 50) -> Page[Batch]:
        """One page, the newest first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.inside(actor) as tx:
            return tx.list(Batch, after=after, limit=limit)

    def list_items(
        self, actor: Actor, batch_id: Id, status: str = "", after: str = "", limit: int = 100
    ) -> Page[BatchItem]:
        """One page of its cells by their numbers; of one status."""
        actor.require(Action.VIEW_RECORDS)
        if status and status not in set(ItemStatus):
            raise InvalidInput("no-such-status", f"A cell is {', '.join(ItemStatus)}; never “{status[:40]}”.")
        where = {"status": status} if status else {}
        with self._ground.inside(actor) as tx:
            tx.get(Batch, batch_id)
            return tx.list(BatchItem, order="number", after=after, limit=limit, batch_id=batch_id, **where)

    # -------------------------------------------------------------- how

    def _begin(self, actor: Actor, batch_id: Id, kind: str, numbers: Sequence[int] | None) -> BatchView:
        prepare_line(self._ground, actor.workspace_id, Queue.BULK)
        with self._ground.inside(actor) as tx:
            batch = tx.get(Batch, batch_id, lock=True)
            items = list(tx.every(BatchItem, order="number", batch_id=batch.id))
            if any(item.status != ItemStatus.NEW for item in items):
                raise Conflict(
                    "batch-began", "This batch was run already. Prepare another one, or try its failures again."
                )
            if kind == RUN:
                items = self._choose(tx, actor, items, numbers)
            batch = self._put_in_line(tx, actor, batch, kind, items)
            action = "batch.run" if kind == RUN else "batch.forecast"
            self._ground.record(tx, actor, action, ("batch", batch.id), {"cells": len(items)})
            view = view_of(tx, self._ground, batch)
        self._nudge_for(actor, view)
        return view

    def _choose(
        self, tx: Transaction, actor: Actor, items: list[BatchItem], numbers: Sequence[int] | None
    ) -> list[BatchItem]:
        wanted = {item.number for item in items} if numbers is None else set(numbers)
        unknown = wanted - {item.number for item in items}
        if unknown or not wanted:
            which = f"no cell {min(unknown)}" if unknown else "nothing to do without cells"
            raise InvalidInput("no-such-cell", f"This batch has {which}; its cells are 1 to {len(items)}.")
        tier = tx.get(Workspace, actor.workspace_id).tier
        check_limit(tier, Limit.CUSTOMIZATIONS, used_of(tx, self._ground, Limit.CUSTOMIZATIONS), len(wanted))
        tx.update_all(
            replace(item, status=ItemStatus.WAITING if item.number in wanted else ItemStatus.LEFT_OUT) for item in items
        )
        return [item for item in items if item.number in wanted]

    def _put_in_line(self, tx: Transaction, actor: Actor, batch: Batch, kind: str, items: Sequence[BatchItem]) -> Batch:
        """Cells of the same resume come together: it is read once for all of them."""
        now = self._ground.clock()
        first = {item.resume_version_id: item.number for item in reversed(items)}
        in_turn = sorted(items, key=lambda item: (first[item.resume_version_id], item.number))
        jobs = [
            Job(
                kind=kind,
                queue=Queue.BULK,
                input={"numbers": list(portion)},
                batch_id=batch.id,
                started_by=actor.user_id,
                total=len(portion),
            )
            for portion in portions([item.number for item in in_turn])
        ]
        began = batch.started_at or (now if kind == RUN else None)
        tx.update(replace(batch, started_at=began, finished_at=None, paused_at=None))
        stand_in_line(tx, actor.workspace_id, jobs, now)
        return recount(tx, self._ground, batch.id)

    def _stop(self, actor: Actor, batch_id: Id, step: Step) -> BatchView:
        with self._ground.inside(actor) as tx:
            tx.get(Batch, batch_id)
            open_jobs = [job for job in tx.every(Job, batch_id=batch_id) if job.status in _OPEN[step]]
            if not open_jobs:
                raise Conflict("batch-is-over", "Nothing of this batch waits or runs.")
            for job in open_jobs:
                stop_job(tx, self._ground, self._kinds[job.kind], job, step)
            paused_at = self._ground.clock() if step is Step.PAUSE else None
            batch = recount(tx, self._ground, batch_id, paused_at=paused_at)
            self._ground.record(tx, actor, f"batch.{step}", ("batch", batch.id))
            return view_of(tx, self._ground, batch)

    def _nudge_for(self, actor: Actor, view: BatchView) -> None:
        """One word for each portion that may wait."""
        for _ in portions(range(view.counts.get(ItemStatus.WAITING, 0) or sum(view.counts.values()))):
            self._nudge(actor.workspace_id, view.batch_id, Queue.BULK)


_OPEN: Final[Mapping[Step, frozenset[str]]] = {
    Step.PAUSE: frozenset({Status.WAITING, Status.RUNNING}),
    Step.CANCEL: frozenset({Status.WAITING, Status.RUNNING, Status.PAUSED}),
}
