"""Background work, what was done, and the audit trail."""

from dataclasses import dataclass, field
from datetime import datetime

from resume_customizer.core.jobs import Queue, Status
from resume_customizer.core.records.record import Id, Json, Record, TenantRecord, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(TenantRecord):
    """A piece of background work: the row is the truth, a message only a nudge."""

    kind: str
    queue: str = Queue.INTERACTIVE
    status: str = Status.WAITING
    input: Json = field(default_factory=dict)
    result: Json = field(default_factory=dict)
    batch_id: Id | None = None
    started_by: Id | None = None
    progress: int = 0
    total: int = 0
    step: str = ""
    attempts: int = 0
    """How often a worker began with it; one that was asked to stop does not count."""
    error_code: str = ""
    error: str = ""
    """For people."""
    fault: str = ""
    """For operators: what kind of error, and where in the program."""
    correlation: str = ""
    """The request that it began with, as logs name it."""
    cancel_asked_at: datetime | None = None
    pause_asked_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Record):
    """Something that a worker has to see to, in whatever workspace: what and when, and nothing of what it holds."""

    queue: str
    """`interactive` and `bulk` for jobs, `mail`, `follow-up` …"""
    in_workspace: Id
    subject_id: Id
    due_at: datetime
    """While it is leased: when the lease ends, so that what a worker lost is due again by itself."""
    leased_by: str = ""
    leased_until: datetime | None = None
    is_leased: bool = False
    attempts: int = 0
    """Counts the leases: an older one is no lease any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine(Record):
    """The line in which the jobs of one workspace stand in one queue, and whose turn it is between workspaces."""

    queue: str
    in_workspace: Id
    is_open: bool = True
    """Whether there may be anything in it."""
    turn: int = 0
    """The least is served first; grows with every job, more slowly for larger tiers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker(Record):
    """A process that does background work, as it last said of itself."""

    name: str
    host: str = ""
    process: int = 0
    queues: str = ""
    seen_at: datetime
    job_id: Id | None = None
    """What it works on."""
    done: int = 0
    failed: int = 0
    memory: int = 0
    """In bytes."""
    cpu_milliseconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneRequest(Record):
    """A request with a key was answered: the same key gets the same answer, and no second effect."""

    key: str
    """Who, where and the key: unique."""
    body_digest: str
    status: int = 0
    answer: Json = field(default_factory=dict)
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingEntry(TenantRecord):
    """One step of processing, with its time."""

    subject_kind: str
    subject_id: Id
    step: str
    milliseconds: int
    status: str = "done"
    details: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry(TenantRecord):
    """One link of a workspace's chain (core/audit.py says what it means); it is never changed."""

    number: int
    at: datetime
    actor_id: str
    action: str
    record_kind: str = ""
    record_id: str = ""
    source: str = ""
    details: Json = field(default_factory=dict)
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditHead(TenantRecord):
    """Where a chain ends, and where it begins since older entries were dropped; one row, locked to append."""

    number: int = 0
    hash: str = ""
    first_number: int = 0
    first_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedWork(Record):
    """Work that was accepted while the database was away, and is done: it is not done twice."""

    key: str
    outcome: str = ""
    in_workspace: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptChange(TenantRecord):
    """A change that was accepted while the database was away, and that can't be made: kept beside what is there."""

    of_kind: str
    """The table of what was to be changed."""
    of_id: Id
    reason: str
    row: Json = field(default_factory=dict)
    """All that was to be written; empty: it was to be removed."""
    accepted_at: datetime
    is_open: bool = True
    """Until somebody has looked at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook(TenantRecord):
    """Where a workspace wants to be told that something is done."""

    name: str
    url: str
    events: Words = ()
    key: str = ""
    """Its secrets, encrypted."""
    is_active: bool = True
    stopped_because: str = ""
    """Why it was switched off, when that was not asked for."""
    failures: int = 0
    """Tries that failed, one after the other, since the last one that did not."""
    failing_since: datetime | None = None
    rests_until: datetime | None = None
    """Before this no message is tried: its receiver has failed, or was slow."""
    made_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookDelivery(TenantRecord):
    """One message to one webhook, and what became of it."""

    webhook_id: Id
    event: str
    body: str
    """As it is signed and sent: ids of records, and nothing of what they hold."""
    status: str = "waiting"
    tries: int = 0
    due_at: datetime
    answer: int = 0
    """The status that the receiver answered last; 0: none."""
    fault: str = ""
    """What failed last, for people."""
    milliseconds: int = 0
    """What the last try took."""
    delivered_at: datetime | None = None
