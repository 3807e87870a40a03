"""The staffing desk: requirements, consultants, interviews, submissions."""

from dataclasses import dataclass, field
from datetime import datetime

from resume_customizer.core.records.record import Id, Json, TenantRecord, Words


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
    is_remote: bool = False
    duration: str = ""
    posting: str = ""
    posting_link: str = ""
    source: str = ""
    technologies: Words = ()
    primary_technology: str = ""
    analysis: Json = field(default_factory=dict)
    """Must-have, nice-to-have and years, as corrected."""
    priority: int = 0
    deadline: datetime | None = None
    next_step: str = ""
    next_step_due: datetime | None = None
    created_by: Id | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(TenantRecord):
    """A talk that a client has with a consultant."""

    requirement_id: Id
    consultant_id: Id
    submission_id: Id | None = None
    round: int = 1
    starts_at: datetime
    time_zone: str = "UTC"
    mode: str = ""
    link: str = ""
    interviewers: str = ""
    status: str = "planned"
    result: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(TenantRecord):
    """One consultant sent for one requirement, with the exact file."""

    requirement_id: Id
    consultant_id: Id
    customization_id: Id | None = None
    file_digest: str
    file_name: str
    status: str = "sent"
    right_to_represent: str = ""
    """How and when the consultant agreed."""
    rate_cents: int | None = None
    rate_currency: str = "USD"
    rate_per: str = "hour"
    tax_term: str = ""
    sent_to: str = ""
    sent_by: Id | None = None
    sent_at: datetime | None = None
