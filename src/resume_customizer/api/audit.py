"""The audit trail of a workspace: read, verify, export."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import Query
from fastapi.responses import StreamingResponse
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Digits, In, Listed, Mark, Out
from resume_customizer.api.pages import MOST
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.audit import Entry
from resume_customizer.core.permissions import Action

_LINES = {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}}
_TABLE = {"content": {"text/csv": {"schema": {"type": "string"}}}}


class AuditEntry(Out):
    """Who did what to which record."""

    number: int
    at: datetime
    actor_id: str
    action: str = Field(examples=["member.invited"])
    record_kind: str
    record_id: str
    source: str
    details: dict[str, Any]
    hash: str


class KeptHead(In):
    """A head that was kept, when there is one: with it, an end that was cut is found."""

    kept_head: Mark = ""


class Verified(Out):
    """Whether the trail is as it was."""

    holds: bool
    entries: int
    broken_at: int | None = Field(description="The number of the first entry that is not as it was.")
    reason: str
    sealed_head: str = Field(description="Keep it elsewhere.")


def audit_routes(entrance: Entrance) -> Routes:
    """The operations."""
    audit, routes = entrance.desk.audit, Routes("audit", "/audit-entries")

    @routes.get("", Action.VIEW_AUDIT, "What was done, the newest first")
    def list_entries(
        actor: Who,
        after: Annotated[int | None, Digits, Query(ge=1, le=2**62, description="Where the page before ended.")] = None,
        limit: Annotated[int, Digits, Query(ge=1, le=MOST)] = 50,
    ) -> Listed[AuditEntry]:
        found = audit.list_entries(actor, after, limit)
        is_last = len(found) < limit or found[-1].number == 1
        return Listed[AuditEntry](items=[_entry(each) for each in found], next="" if is_last else str(found[-1].number))

    @routes.post("/verify", Action.VIEW_AUDIT, "Is the trail as it was?")
    def verify(actor: Who, kept: KeptHead) -> Verified:
        found = audit.verify(actor, kept.kept_head)
        broken = found.broken
        return Verified(
            holds=broken is None,
            entries=found.entries,
            broken_at=broken.number if broken else None,
            reason=broken.reason if broken else "",
            sealed_head=found.sealed_head,
        )

    @routes.get("/export.ndjson", Action.VIEW_AUDIT, "The trail as lines of JSON", responses={200: _LINES})
    def export_json(actor: Who) -> StreamingResponse:
        """With them and the sealed head, anybody can verify the trail."""
        lines = (f"{line}\n" for line in audit.export_json(actor))
        return StreamingResponse(lines, media_type="application/x-ndjson")

    @routes.get("/export.csv", Action.VIEW_AUDIT, "The trail as a table", responses={200: _TABLE})
    def export_csv(actor: Who) -> StreamingResponse:
        """No cell can run as a formula."""
        return StreamingResponse(audit.export_csv(actor), media_type="text/csv")

    return routes


def _entry(entry: Entry) -> AuditEntry:
    event = entry.event
    return AuditEntry(
        number=entry.number,
        at=event.at,
        actor_id=event.actor_id,
        action=event.action,
        record_kind=event.record_kind,
        record_id=event.record_id,
        source=event.source,
        details=dict(event.details),
        hash=entry.hash,
    )
