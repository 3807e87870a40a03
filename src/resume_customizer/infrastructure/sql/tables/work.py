"""Tables of what the program does: webhooks, jobs, requests done once, the audit trail."""

from typing import Any, Final

from resume_customizer.core.records.resumes import Batch
from resume_customizer.core.records.work import (
    AuditEntry,
    AuditHead,
    DoneRequest,
    Due,
    Job,
    KeptChange,
    ProcessingEntry,
    ReplayedWork,
    Webhook,
    WebhookDelivery,
    Worker,
    WorkLine,
)
from resume_customizer.infrastructure.sql.kinds import Kind, by

WORK: Final[tuple[Kind[Any], ...]] = (
    Kind(Webhook, "webhooks", listed=(by("is_active"), by(order="name"))),
    Kind(
        WebhookDelivery,
        "webhook_deliveries",
        listed=(by("webhook_id"), by("webhook_id", "status")),
        names={"webhook_id": Webhook},
    ),
    Kind(
        Job,
        "jobs",
        listed=(by("status"), by("kind"), by("batch_id"), by("started_by")),
        names={"batch_id": Batch},
    ),
    Kind(
        Due,
        "due",
        unique=(("queue", "subject_id"),),
        listed=(
            by("queue", order="due_at"),
            by("queue", "is_leased", order="due_at"),
            by(order="due_at"),
            by("in_workspace"),
            by("queue", "in_workspace", order="due_at"),
            by("queue", "in_workspace", "is_leased", order="due_at"),
            by("leased_by"),
        ),
    ),
    Kind(
        WorkLine,
        "work_lines",
        unique=(("queue", "in_workspace"),),
        listed=(by("queue", "is_open", order="turn"), by("in_workspace")),
    ),
    Kind(Worker, "workers", unique=(("name",),), listed=(by(order="seen_at"),)),
    Kind(DoneRequest, "done_requests", unique=(("key",),), listed=(by(order="expires_at"),)),
    Kind(ReplayedWork, "replayed_work", unique=(("key",),), listed=(by("in_workspace"),)),
    Kind(KeptChange, "kept_changes", listed=(by("is_open"), by("of_kind", "of_id"))),
    Kind(ProcessingEntry, "processing_entries", listed=(by("subject_kind", "subject_id"), by("status"))),
    Kind(
        AuditEntry,
        "audit_entries",
        unique=(("number",),),
        listed=(
            by(order="number"),
            by(order="at"),
            by("actor_id", order="number"),
            by("record_kind", "record_id", order="number"),
            by("action", order="number"),
        ),
    ),
    Kind(AuditHead, "audit_heads", unique=((),)),
)
