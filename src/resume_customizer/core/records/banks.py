"""Point banks: the points that a workspace has, and which of them people have approved."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from resume_customizer.core.records.record import Id, TenantRecord, Words


class Approval(StrEnum):
    """Only an approved point can reach a document."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointBank(TenantRecord):
    """The points of a workspace, of a consultant or of a user."""

    name: str
    consultant_id: Id | None = None
    owner_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPoint(TenantRecord):
    """One sentence that can be added to resumes."""

    bank_id: Id
    technology: str
    text: str
    text_key: str
    """As it is compared: the same point is kept once in a bank."""
    author_id: Id | None = None
    """Who gave these words."""
    edition: int = 1
    """Which words they are: counted up with each change of them, and with nothing else."""
    approval: Approval = Approval.PROPOSED
    decided_by: Id | None = None
    decided_at: datetime | None = None
    origin: str = "typed"
    """`typed`, `imported` or `drafted`."""
    tags: Words = ()
    uses: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnologyOverride(TenantRecord):
    """What a workspace knows better than the catalogue."""

    name: str
    name_key: str
    aliases: Words = ()
    category: str = ""
    parents: Words = ()
    is_ignored: bool = False
