"""A portion of a batch in the hands of a worker: group by group, each kept as one while the next is worked on.

    Job with numbers of cells  ->  groups  ->  Making: read, worked out in the sandbox  ->  CellKeeping, beside it
    a cell that fails  ->  the reason stands at the cell  ->  the next cell
    a portion that takes long  ->  put back after a few seconds, for whoever is next in line

Promises (tests in tests/services/test_batches.py and tests/faults/test_batches_killed.py):

* A document that breaks the sandbox fails alone.
* Asked to stop, it keeps what it has made and begins no other cell.
* Nobody waits long for a turn, however slow the documents of somebody else's batch are.
"""

import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final, TypeAlias

from resume_customizer.core.batches import ItemStatus
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.jobs import Queue
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import Json
from resume_customizer.core.records.resumes import Batch, BatchItem
from resume_customizer.services.background.batch_counts import cells_of, settle
from resume_customizer.services.background.cell_keeping import Cell, CellKeeping, is_passing
from resume_customizer.services.background.job_kinds import JobKind, Stopped, Work
from resume_customizer.services.documents import foreseeing, made
from resume_customizer.services.documents.one_call import Request
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.keeping import Keeping
from resume_customizer.services.library.making import Making, Order, Prepared
from resume_customizer.services.library.workspace_technologies import working_for
from resume_customizer.services.ports import Blobs, WorkOnMany

_GROUP: Final = 50
"""Cells that are kept together, at most."""
_GROUPS: Final = 3
"""Into so many groups a portion is divided, so that one is kept while the next is worked on, unless they were small."""
_SMALL: Final = 16
"""A group of so few cells costs more to keep than waiting for it does."""
_SECONDS_OF_A_GROUP: Final = 1.5
"""Work that is lost at most when a worker is killed, but for a cell that takes longer by itself."""
SECONDS_OF_A_TURN: Final = 3.0
"""After this it is the turn of whoever is next in line."""
_FIRST_GUESS: Final = 0.15
"""Seconds for a cell, until the first ones were made."""
Attempt: TypeAlias = Callable[[Request], Any]
"""What is done with each cell, in the sandbox."""


@dataclass(slots=True)
class _Portion:
    """What a worker has in hand."""

    work: Work
    batch: Batch
    attempt: Attempt
    done: int
    """Cells that have an end."""
    total: int
    ends_at: float
    """When it is somebody else's turn."""
    group: int = _GROUP
    """Cells that are kept together, at most."""

    def report(self, ahead: int, name: str = "") -> None:
        """How far it is; raises Stopped."""
        self.work.report(self.done + ahead, self.total, name)


class BatchWork:
    """What the jobs of batches do."""

    def __init__(
        self, ground: Ground, blobs: Blobs, documents: WorkOnMany, seconds_of_a_turn: float = SECONDS_OF_A_TURN
    ) -> None:
        self._ground, self._documents, self._turn = ground, documents, seconds_of_a_turn
        self._making = Making(ground, blobs, documents)
        self._keeping = CellKeeping(ground, Keeping(ground, blobs))
        self._pace = _FIRST_GUESS

    def kinds(self) -> dict[str, JobKind]:
        """Both kinds of work."""
        return {
            "batch": JobKind(self.run, Action.CUSTOMIZE, Queue.BULK, get_ready=self.get_ready, settle=settle),
            "batch forecast": JobKind(self.forecast, Action.CUSTOMIZE, Queue.BULK, get_ready=self.get_ready),
        }

    def get_ready(self) -> None:
        """A process of the sandbox that has loaded what it works with."""
        self._documents.call(made.get_ready)

    def run(self, work: Work) -> Json:
        """Make the cells of a portion that wait."""
        return self._work_off(work, made.make, lambda item: item.status == ItemStatus.WAITING)

    def forecast(self, work: Work) -> Json:
        """Look at the cells of a portion."""
        return self._work_off(
            work, foreseeing.foresee, lambda item: item.status == ItemStatus.NEW and not item.is_foreseen
        )

    def _work_off(self, work: Work, attempt: Attempt, is_wanted: Callable[[BatchItem], bool]) -> Json:
        with self._ground.store.reading(work.actor) as seen:
            batch = seen.get(Batch, work.job.batch_id or "")
            items = cells_of(seen, batch.id, work.job.input["numbers"])
        todo = [item for item in items if is_wanted(item)]
        ends_at = time.monotonic() + self._turn
        portion = _Portion(
            work, batch, attempt, len(items) - len(todo), len(items), ends_at, most_in_a_group(len(todo))
        )
        with working_for(self._ground, work.actor), ThreadPoolExecutor(1, "keeping") as beside:
            self._go_through(portion, todo, beside)
        with suppress(Stopped):  # it is done, whatever is asked of it now
            portion.report(0)
        return {"cells": len(items)}

    def _go_through(self, portion: _Portion, todo: Sequence[BatchItem], beside: ThreadPoolExecutor) -> None:
        """Group by group; what one of them raised is raised when the one before is kept, and so is what it made."""
        kept: Future[None] | None = None
        while todo:
            cells, ending = self._attempt_group(portion, todo[: self._size_of_a_group(portion)])
            if kept:
                kept.result()  # raises Stopped when another worker has the portion by now
            kept = beside.submit(self._keeping.keep, portion.work, cells, portion.done)
            portion.done, todo = portion.done + len(cells), todo[len(cells) :]
            if todo and not ending and time.monotonic() > portion.ends_at:
                ending = Stopped()
            if ending:
                kept.result()
                raise ending
        if kept:
            kept.result()

    def _attempt_group(
        self, portion: _Portion, items: Sequence[BatchItem]
    ) -> tuple[list[Cell], Stopped | ResumeCustomizerError | None]:
        """What became of the first of these cells, and why it was not all of them: a stop, or nobody's fault."""
        cells: list[Cell] = []
        began = time.perf_counter()
        try:
            portion.report(0, items[0].resume_name)
            with closing(self._attempts(portion, items)) as attempts:
                for cell, following in attempts:
                    cells.append(cell)
                    if following:
                        portion.report(len(cells), following.resume_name)
        except Stopped as stop:
            return cells, stop
        except ResumeCustomizerError as fault:
            return cells, fault
        self._pace = (self._pace + (time.perf_counter() - began) / max(1, len(cells))) / 2
        return cells, None

    def _attempts(self, portion: _Portion, items: Sequence[BatchItem]) -> Generator[tuple[Cell, BatchItem | None]]:
        """Each cell with what became of it, and the one behind it; raises what is no cell's own fault."""
        orders = [order_of(portion.batch, item) for item in items]
        prepared = self._making.read_all(portion.work.actor, orders)
        requests = [each.request for each in prepared if isinstance(each, Prepared)]
        results = self._documents.call_each(portion.attempt, requests)
        try:
            for item, following, order, each in zip_longest(items, items[1:], orders, prepared):
                if each is None:
                    return  # the rest is too much for now
                result = next(results) if isinstance(each, Prepared) else each
                if isinstance(result, ResumeCustomizerError) and is_passing(result):
                    raise result
                yield Cell(item, order, each, result), following
        finally:
            results.close()

    def _size_of_a_group(self, portion: _Portion) -> int:
        return max(1, min(portion.group, int(_SECONDS_OF_A_GROUP / self._pace)))


def most_in_a_group(cells: int) -> int:
    """How many of so many cells are kept together, at most, when they are quickly made."""
    groups = max(1, min(_GROUPS, cells // _SMALL))
    return min(_GROUP, -(-cells // groups))


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
