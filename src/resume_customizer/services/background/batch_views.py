"""A batch as it is shown, with its figures as of now; within somebody's transaction.

Batch  ->  view_of()  ->  BatchView
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from resume_customizer.core.batches import USUAL_PATTERN, BatchStatus, ItemStatus
from resume_customizer.core.jobs import Progress, progress_of
from resume_customizer.core.records.record import Id
from resume_customizer.core.records.resumes import Batch, BatchItem
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.tiers import Limit, check_limit
from resume_customizer.services.background.batch_counts import MAIL_WHEN_OVER, count_items
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Reading
from resume_customizer.services.usage import used_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchView:
    """A batch as it is shown."""

    batch_id: Id
    name: str
    status: BatchStatus
    counts: Mapping[str, int]
    """Cells by where they stand."""
    foreseen: int
    """Cells that were looked at."""
    progress: Progress
    quota_left: int
    """Customizations that the workspace may still make this month."""
    problems: tuple[str, ...]
    """What could not be paired."""
    pattern: str
    made_by: Id | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    version: int
    targets: tuple[str, ...] = field(default=())
    mail_when_over: bool = False


def view_of(tx: Reading, ground: Ground, batch: Batch) -> BatchView:
    """The batch, with its progress."""
    counts = count_items(tx, batch.id)
    used = used_of(tx, ground, Limit.CUSTOMIZATIONS)
    allowed = check_limit(tx.get(Workspace, batch.workspace_id).tier, Limit.CUSTOMIZATIONS, 0, 0).allowed
    made = counts[ItemStatus.DONE] + counts[ItemStatus.FAILED]
    total = made + counts[ItemStatus.WAITING] + counts[ItemStatus.CANCELLED]
    now = batch.finished_at or ground.clock()
    return BatchView(
        batch_id=batch.id,
        name=batch.name,
        status=BatchStatus(batch.status),
        counts={each.value: number for each, number in counts.items()},
        foreseen=tx.count(BatchItem, batch_id=batch.id, is_foreseen=True),
        progress=progress_of(made, total or batch.total, batch.started_at, now),
        quota_left=max(0, allowed - used),
        problems=tuple(batch.choices.get("problems", ())),
        pattern=batch.choices.get("pattern", USUAL_PATTERN),
        made_by=batch.made_by,
        created_at=batch.created_at,
        started_at=batch.started_at,
        finished_at=batch.finished_at,
        version=batch.version,
        targets=tuple(each["label"] for each in batch.choices.get("targets", ())),
        mail_when_over=bool(batch.choices.get(MAIL_WHEN_OVER)),
    )
