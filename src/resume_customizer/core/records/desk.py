"""The staffing desk: requirements, consultants, interviews, submissions, and the lines that were sent."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from resume_customizer.core.records.record import NOT_YET, Id, Json, TenantRecord, Words

NEVER: Final = datetime(9999, 12, 31, tzinfo=UTC)
"""Due at no time: sorts behind everything that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(TenantRecord):
    """The record of one opening."""

    title: str
    status: str = "New"
    client: str = ""
    end_client: str = ""
    implementation_partner: str = ""
    prime_vendor: str = ""
    vendor_company: str = ""
    vendor_person: str = ""
    vendor_phone: str = ""
    vendor_email: str = ""
    rate_cents: int | None = None
    rate_currency: str = "USD"
    rate_per: str = "hour"
    tax_term: str = ""
    location: str = ""
    work_mode: str = ""
    """`remote`, `hybrid`, `on-site` or unknown."""
    duration: str = ""
    posting: str = ""
    posting_link: str = ""
    source: str = ""
    technologies: Words = ()
    primary_technology: str = ""
    must_have: Words = ()
    nice_to_have: Words = ()
    years: int | None = None
    analysis: Json = field(default_factory=dict)
    """What the posting was understood to ask for, with the places that say so."""
    priority: int = 0
    deadline: datetime | None = None
    next_step: str = ""
    next_step_due: datetime | None = None
    due_at: datetime = NEVER
    """The earlier of deadline and next step."""
    client_key: str = ""
    """The end client, else the client, as clients are compared."""
    title_key: str = ""
    """The title, as titles are compared."""
    created_by: Id | None = None
    changed_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingMark(TenantRecord):
    """One of a few marks of a requirement's posting: near-same postings share at least one."""

    requirement_id: Id
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange(TenantRecord):
    """A requirement went from one status to another; figures are made of these."""

    requirement_id: Id
    before: str
    """Empty: it was created so."""
    after: str
    at: datetime
    changed_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(TenantRecord):
    """A consultant or a member who is on a requirement."""

    requirement_id: Id
    consultant_id: Id | None = None
    user_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(TenantRecord):
    """One entry of a requirement's timeline."""

    requirement_id: Id
    author_id: Id | None = None
    text: str
    kind: str = "comment"
    """`comment`, or what happened: `status`, `submission` …"""
    consultant_id: Id | None = None
    """Whom it names, where it tells what happened to somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(TenantRecord):
    """A file at a requirement, a consultant or a submission."""

    of_kind: str
    of_id: Id
    name: str
    digest: str
    size: int
    added_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultant(TenantRecord):
    """Somebody whose resumes are sent out."""

    name: str
    contact: str = ""
    """Encrypted: e-mail, phone, address."""
    location: str = ""
    time_zone: str = ""
    work_authorization: str = ""
    skills: Words = ()
    availability: str = ""
    expected_rate_cents: int | None = None
    expected_rate_currency: str = "USD"
    project_history: str = ""
    status: str = "available"
    notes: str = ""
    cohort: str = ""
    """Of a career service: whom the person is looked after with."""
    target_roles: Words = ()
    progress: str = ""
    """Of a career service: how far the search has come."""
    adviser_id: Id | None = None
    """Of a career service: the member who looks after the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(TenantRecord):
    """A talk that a client has with a consultant."""

    requirement_id: Id
    consultant_id: Id
    submission_id: Id | None = None
    round: int = 1
    starts_at: datetime
    minutes: int = 60
    time_zone: str = "UTC"
    mode: str = ""
    link: str = ""
    interviewers: str = ""
    status: str = "planned"
    result: str = ""
    feedback: str = ""
    notes: str = ""
    remind_minutes: int = 60
    """How long before it people are reminded; 0: not at all."""
    changed_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(TenantRecord):
    """One consultant sent for one requirement, with the exact file."""

    requirement_id: Id
    consultant_id: Id
    customization_id: Id | None = None
    file_digest: str
    file_name: str
    status: str = "sent"
    role: str = ""
    end_client: str = ""
    prime_vendor: str = ""
    vendor_company: str = ""
    right_to_represent: str = ""
    """What the consultant agreed to."""
    represented_since: datetime | None = None
    """When the consultant agreed."""
    rate_cents: int | None = None
    rate_currency: str = "USD"
    rate_per: str = "hour"
    tax_term: str = ""
    sent_to: str = ""
    sent_by: Id | None = None
    sent_at: datetime | None = None
    experiences: Json = field(default_factory=dict)
    """Employers, titles and dates that the file says, to be compared with what else was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionLock(TenantRecord):
    """One consultant at one end client for one role: there is never a second one."""

    consultant_id: Id
    client_key: str
    role_key: str
    submission_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLine(TenantRecord):
    """One line of a resume that was sent: to whom, and where it comes from."""

    submission_id: Id
    consultant_id: Id
    client_key: str = ""
    vendor_key: str = ""
    text: str
    head: str
    """A mark of the first half of its words; lines that say the same share this or the next."""
    tail: str
    sent_at: datetime = NOT_YET
    is_added: bool = False
    """Whether this program inserted it."""
    technology: str = ""
    point_id: Id | None = None
    """The point of a bank that it is, and which version of it."""
    point_version: int = 0
    author_id: Id | None = None
    decided_by: Id | None = None
    """Who approved the point."""
    made_by: Id | None = None
    """Who placed it."""
    reason: str = ""
    """Why it was placed there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff(TenantRecord):
    """A consultant stands behind one point, or does not."""

    consultant_id: Id
    point_key: str
    text: str
    is_confirmed: bool
    said_at: datetime
    note: str = ""
    written_by: Id | None = None
