"""Where a batch stands, counted from its cells; within somebody's transaction.

cells by status  ->  recount()  ->  the batch's own figures, its status, and its end
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from resume_customizer.core.batches import BatchStatus, ItemStatus, status_of
from resume_customizer.core.records.record import NOT_YET, Id
from resume_customizer.core.records.resumes import Batch, BatchItem
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Reading, Transaction
from resume_customizer.services.telling import tell_of_batch

KEEP: Final = NOT_YET
"""Leaves it as it is whether the batch is paused."""


def count_items(tx: Reading, batch_id: Id) -> dict[ItemStatus, int]:
    """How many cells stand where."""
    return {status: tx.count(BatchItem, batch_id=batch_id, status=status.value) for status in ItemStatus}


def recount(tx: Transaction, ground: Ground, batch_id: Id, paused_at: datetime | None = KEEP) -> Batch:
    """Bring the batch's figures up to its cells; lock whatever else is to be locked before."""
    batch = tx.get(Batch, batch_id, lock=True)
    counts = count_items(tx, batch_id)
    paused = batch.paused_at if paused_at == KEEP else paused_at
    status = status_of(counts, is_paused=paused is not None)
    is_over = status in {BatchStatus.DONE, BatchStatus.CANCELLED}
    counted = tx.update(
        replace(
            batch,
            status=status,
            done=counts[ItemStatus.DONE],
            failed=counts[ItemStatus.FAILED],
            paused_at=paused,
            finished_at=(batch.finished_at or ground.clock()) if is_over else None,
        )
    )
    if is_over and batch.finished_at is None:
        tell_of_batch(tx, ground, counted)
    return counted
