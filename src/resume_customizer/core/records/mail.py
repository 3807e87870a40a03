"""E-mail: accounts to send from, templates, the outbox, follow-ups."""

from dataclasses import dataclass, field
from datetime import datetime

from resume_customizer.core.records.record import Id, Json, TenantRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAccount(TenantRecord):
    """A mail server and who sends through it."""

    name: str
    sender: str
    sender_name: str = ""
    reply_to: str = ""
    signature: str = ""
    host: str
    port: int
    security: str
    user_name: str = ""
    password: str = ""
    """Encrypted."""
    signs_in_with: str = "password"
    """Or `token`: a fresh OAuth 2 access token each time."""
    per_minute: int = 30
    """Messages that go out in a minute at most; 0: as many as there are."""
    imap_host: str = ""
    """Where answers are read; empty: they are not."""
    imap_port: int = 993
    sent_folder: str = ""
    """Where the provider keeps what was sent; empty: nobody knows."""
    read_until: Json = field(default_factory=dict)
    """How far each folder was read."""
    paused_at: datetime | None = None
    owner_id: Id | None = None
    """None: everybody's in the workspace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTemplate(TenantRecord):
    """A text with places to fill in; the newest version."""

    name: str
    subject: str
    body: str
    language: str = "en"
    number: int = 1
    """Of this version."""
    owner_id: Id | None = None
    """None: everybody's in the workspace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTemplateVersion(TenantRecord):
    """What a template was."""

    template_id: Id
    number: int
    subject: str
    body: str
    changed_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing(TenantRecord):
    """Many mails of one text, a message for each person."""

    name: str
    total: int
    made_by: Id | None = None
    cancelled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxMail(TenantRecord):
    """A mail that is to be sent, or was: it is sent once."""

    key: str
    """What would be the same mail has the same key: unique in a workspace."""
    account_id: Id | None = None
    subject: str
    body: str
    """Encrypted: the text of a letter of ours, or text and HTML as JSON."""
    sender: str = ""
    sender_name: str = ""
    reply_to: str = ""
    attachments: Json = field(default_factory=dict)
    message_id: str = ""
    thread_id: str = ""
    """The Message-ID of the mail that this one follows up."""
    status: str = "due"
    """core/outbox.py says which there are."""
    due_at: datetime
    first_tried_at: datetime | None = None
    slot_at: datetime | None = None
    """The moment that the speed limits have kept for it."""
    tries: int = 0
    answer: str = ""
    """What became of the last try, for people."""
    mailing_id: Id | None = None
    requirement_id: Id | None = None
    submission_id: Id | None = None
    follow_up_id: Id | None = None
    written_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(TenantRecord):
    """One receiver of one mail, and what became of it."""

    mail_id: Id
    receiver: str
    receiver_name: str = ""
    role: str = "to"
    status: str = "waiting"
    """`unknown` when the server fell silent after the text: that is never sent again by itself."""
    attempts: int = 0
    answer: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAnswer(TenantRecord):
    """Something that came back for a mail: a reply, a bounce, a wish to hear no more. Its text is not kept."""

    mail_id: Id
    kind: str
    sender: str
    message_id: str
    came_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPace(TenantRecord):
    """From when on the next mail may go out through one account, or to one domain."""

    subject: str
    free_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoMail(TenantRecord):
    """An address that is not written to."""

    address_key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpSequence(TenantRecord):
    """Steps that follow a mail until somebody answers."""

    name: str
    steps: Json
    number: int = 1
    """Of this version of the steps."""
    is_active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(TenantRecord):
    """One mail's way through a sequence."""

    sequence_id: Id
    mail_id: Id
    steps: Json = field(default_factory=dict)
    """Those of its sequence as they were when it began: it keeps them."""
    number: int = 1
    """Of that version of the steps."""
    step: int = 0
    """The next one, from 0."""
    status: str = "waiting"
    """Or `ended`."""
    due_at: datetime
    ended_because: str = ""
    values: Json = field(default_factory=dict)
    """What the places of its texts are filled with."""
    requirement_id: Id | None = None
    requirement_status: str = ""
    """As it was in the beginning; another one ends the sequence."""
    written_by: Id | None = None
