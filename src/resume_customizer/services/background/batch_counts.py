"""Where a batch stands, counted from its cells; within somebody's transaction.

cells by status  ->  recount()  ->  the batch's figures and status; at its end webhooks, and who ordered it, are told
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from resume_customizer.core.account_mails import batch_over
from resume_customizer.core.batches import BatchStatus, ItemStatus, status_of
from resume_customizer.core.jobs import Status
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.record import NOT_YET, Id
from resume_customizer.core.records.resumes import Batch, BatchItem
from resume_customizer.core.records.work import Job
from resume_customizer.core.records.workspaces import Membership
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Reading, Transaction
from resume_customizer.services.telling import tell_of_batch

_AFTER: Final = {
    Status.CANCELLED: ItemStatus.CANCELLED,
    Status.FAILED: ItemStatus.FAILED,
    Status.QUARANTINED: ItemStatus.FAILED,
}
"""What becomes of the cells of a portion that has ended so."""
_IN_A_ROW: Final = 1000
"""Numbers that are so close are read together, with those between them."""
MAIL_WHEN_OVER: Final = "mail_when_over"
"""Among a batch's choices: whether the one who ordered it is written to."""
KEEP: Final = NOT_YET
"""Leaves it as it is whether the batch is paused."""


def count_items(tx: Reading, batch_id: Id) -> dict[ItemStatus, int]:
    """How many cells stand where."""
    counts = tx.count_by(BatchItem, "status", batch_id=batch_id)
    return {status: counts.get(status.value, 0) for status in ItemStatus}


def cells_of(tx: Reading, batch_id: Id, numbers: Sequence[int]) -> tuple[BatchItem, ...]:
    """The cells that have these numbers, in their order."""
    at = {number: place for place, number in enumerate(numbers)}
    found: Iterable[BatchItem] = ()
    if numbers and max(numbers) - min(numbers) < _IN_A_ROW:
        first, last = min(numbers), max(numbers)
        page = tx.list(BatchItem, order="number", batch_id=batch_id, since=first, until=last, limit=_IN_A_ROW)
        found = page.records
    elif numbers:
        found = tx.list_among(BatchItem, {"batch_id": batch_id, "number": numbers}, order="id", most=1)
    return tuple(sorted((item for item in found if item.number in at), key=lambda item: at[item.number]))


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
        _write_to_who_ordered(tx, ground, counted)
    return counted


def _write_to_who_ordered(tx: Transaction, ground: Ground, batch: Batch) -> None:
    """A letter that it is over, when it was wanted, to somebody who is still a member."""
    if not batch.choices.get(MAIL_WHEN_OVER) or not batch.made_by:
        return
    if tx.find(Membership, user_id=batch.made_by):
        letter = batch_over(batch.name, batch.done, batch.failed, ground.site)
        ground.post(tx, tx.get(User, batch.made_by).email, letter)


def settle(tx: Transaction, ground: Ground, job: Job) -> None:
    """A portion has ended, is paused or waits again: its cells that were not reached follow it."""
    after = _AFTER.get(Status(job.status))
    cells = cells_of(tx, job.batch_id or "", job.input["numbers"])
    if after is not None:
        left = [each for each in cells if each.status == ItemStatus.WAITING]
        tx.update_all(replace(each, status=after, error_code=job.error_code, error=job.error) for each in left)
    elif job.status == Status.WAITING and job.started_at is None:  # to be done from the beginning
        again = [each for each in cells if each.status in {ItemStatus.FAILED, ItemStatus.CANCELLED}]
        tx.update_all(replace(each, status=ItemStatus.WAITING, error_code="", error="") for each in again)
    recount(tx, ground, job.batch_id or "")
