"""Resumes, their versions and files, and what was made of them."""

from dataclasses import dataclass, field
from datetime import datetime

from resume_customizer.core.batches import ItemStatus
from resume_customizer.core.records.record import Id, Json, TenantRecord, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile(TenantRecord):
    """A file that is kept, by its content."""

    digest: str
    """SHA-256: unique in a workspace."""
    size: int
    kind: str
    """`docx`, `pdf`, `json` …, by what is in it."""
    uses: int = 0
    """How many records name it; at none it may go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume(TenantRecord):
    """A stored DOCX, with its versions."""

    name: str
    consultant_id: Id | None = None
    owner_id: Id | None = None
    version_count: int = 0
    tags: Words = ()
    choices: Json = field(default_factory=dict)
    """Corrections of what was understood, remembered for the next version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeVersion(TenantRecord):
    """One state of a resume."""

    resume_id: Id
    number: int
    file_name: str
    digest: str
    size: int
    uploaded_by: Id | None = None
    understood: Json = field(default_factory=dict)
    """Counts and notices of reading it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeReading(TenantRecord):
    """A version as it was read, so that it is not read again for each customization; it can be lost."""

    resume_version_id: Id
    program: str
    """Names the rules that it was read by: those of another version may understand it otherwise."""
    document: str
    """The ResumeDocument, as JSON; it says what was corrected and of which bytes it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(TenantRecord):
    """Work on a customization that is not finished: it survives a refresh, a second tab and a restart."""

    owner_id: Id
    name: str = ""
    resume_version_id: Id | None = None
    requirement_id: Id | None = None
    posting: str = ""
    points: str = ""
    plan: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Customization(TenantRecord):
    """One plan applied to one version of one resume: what lists show of it."""

    name: str
    key: str | None = None
    """The same work has the same key: unique in a workspace, so that it is done once."""
    resume_id: Id
    resume_version_id: Id
    requirement_id: Id | None = None
    batch_id: Id | None = None
    made_by: Id | None = None
    status: str = "done"
    placed: int = 0
    unplaced: int = 0
    coverage_before: int = 0
    """In tenths of a percent, as after."""
    coverage_after: int = 0
    output_digest: str = ""
    certificate_digest: str = ""
    technologies: str = ""
    """Separated by commas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomizationDetail(TenantRecord):
    """The rest of a customization, apart so that lists stay quick."""

    customization_id: Id
    plan: Json
    provenance: Json = field(default_factory=dict)
    """Where each point comes from, with what program and rules it was placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(TenantRecord):
    """Many resumes customized as one piece of work."""

    name: str
    made_by: Id | None = None
    status: str = "new"
    total: int = 0
    done: int = 0
    failed: int = 0
    choices: Json = field(default_factory=dict)
    """Its targets, the pattern of its files' names, and what could not be paired."""
    started_at: datetime | None = None
    paused_at: datetime | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchItem(TenantRecord):
    """One cell of a batch: one resume for one target."""

    batch_id: Id
    number: int
    """From 1, in the order of the batch."""
    resume_id: Id
    resume_version_id: Id
    resume_name: str
    file_name: str
    """Of the version that it starts from."""
    target: int
    """Which of the batch's targets, from 0."""
    label: str
    requirement_id: Id | None = None
    status: str = ItemStatus.NEW
    is_foreseen: bool = False
    """It was looked at; then the figures say what would be, or what is."""
    placed: int = 0
    unplaced: int = 0
    coverage_before: int = 0
    """In tenths of a percent, as after."""
    coverage_after: int = 0
    forecast: Json = field(default_factory=dict)
    """Points without a place, warnings and conflicts."""
    customization_id: Id | None = None
    error_code: str = ""
    error: str = ""
    milliseconds: int = 0
