"""What understanding yields: plain data, paragraphs named by `Line.index`."""

from typing import NamedTuple

from resume_customizer.core.document import ExperienceKind, Section
from resume_customizer.core.notices import Notice


class FoundExperience(NamedTuple):
    """One employment, project or engagement; all numbers are `Line.index`."""

    kind: ExperienceKind
    role: str | None
    company: str | None
    location: str | None
    start: str | None
    end: str | None
    header: tuple[int, ...]
    bullets: tuple[int, ...]
    environment: int | None
    insert_after: int | None
    """The last bullet, where new ones go by default; None without bullets."""
    body: tuple[int, ...]
    """All lines of it, header included."""
    confidence: float
    after_header: int | None
    """Where the first bullet could go when there is none."""


class Understanding(NamedTuple):
    """Sections and experiences in document order, and what was understood with doubt."""

    sections: tuple[Section, ...]
    experiences: tuple[FoundExperience, ...]
    notices: tuple[Notice, ...]
