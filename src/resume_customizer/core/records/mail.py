"""E-mail: accounts to send from, templates, the outbox, follow-ups."""

from dataclasses import dataclass, field
from datetime import datetime

from resume_customizer.core.records.record import Id, Json, TenantRecord, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAccount(TenantRecord):
    """A mail server and who sends through it."""

    name: str
    sender: str
    host: str
    port: int
    security: str
    user_name: str = ""
    password: str = ""
    """Encrypted."""
    owner_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTemplate(TenantRecord):
    """A text with places to fill in."""

    name: str
    subject: str
    body: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxMail(TenantRecord):
    """A mail that is to be sent, or was: it is sent once."""

    key: str
    """What would be the same mail has the same key: unique in a workspace."""
    account_id: Id | None = None
    subject: str
    body: str
    sender: str = ""
    attachments: Json = field(default_factory=dict)
    message_id: str = ""
    thread_id: str = ""
    status: str = "waiting"
    due_at: datetime
    requirement_id: Id | None = None
    submission_id: Id | None = None
    follow_up_id: Id | None = None
    written_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(TenantRecord):
    """One receiver of one mail, and what became of it."""

    mail_id: Id
    receiver: str
    role: str = "to"
    status: str = "waiting"
    """`unknown` when the server fell silent after the text: that is never sent again by itself."""
    attempts: int = 0
    answer: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpSequence(TenantRecord):
    """Steps that follow a mail until somebody answers."""

    name: str
    steps: Json
    is_active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(TenantRecord):
    """One mail's way through a sequence."""

    sequence_id: Id
    mail_id: Id
    step: int = 0
    status: str = "waiting"
    due_at: datetime
    ended_because: str = ""
    receivers: Words = ()
