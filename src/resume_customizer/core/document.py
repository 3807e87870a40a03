"""What reading a resume yields: sections, experiences, bullets, and where a new bullet goes.

    bytes  ->  resume.reader.read_resume()  ->  ResumeDocument

Everything is plain data. Paragraphs are named by position: the index of their `w:p`
element among all `w:p` of the story part in document order (copies in
`mc:Fallback` counted too), valid only for the bytes with `sha256`.
"""

from dataclasses import dataclass
from typing import Literal

from resume_customizer.core.notices import Notice

SectionKind = Literal[
    "summary", "skills", "experience", "projects", "education", "certifications", "awards", "contact", "other"
]
ExperienceKind = Literal["employment", "project", "volunteer"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the resume under one heading."""

    kind: SectionKind
    title: str | None
    """The heading as written; None when the section has none."""
    paragraph: int | None = None
    """Position of the heading."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A responsibility or achievement that is already in the document."""

    paragraph: int
    text: str
    """Without its typed marker, white space levelled."""


@dataclass(frozen=True, slots=True)
class BulletTemplate:
    """A new bullet's XML with two holes: `head` [paraId] `body` [text] `tail`, in the story part's encoding.

    `body` alone carries no paraId when `takes_id` is false; then `head` is empty.
    """

    head: bytes
    body: bytes
    tail: bytes
    takes_id: bool
    marker: str = ""
    """The typed marker and its gap that the body already holds, for showing."""


@dataclass(frozen=True, slots=True)
class Splice:
    """One place in the story part where inserted elements go: a byte offset and the look they take."""

    offset: int
    template: BulletTemplate


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where new bullets of one experience go."""

    after: int
    """Position of the paragraph that they follow, as a reader sees it."""
    after_text: str
    splices: tuple[Splice, ...]
    """One, or two in a text box: the `mc:Choice` and the `mc:Fallback` copy are kept in step."""


@dataclass(frozen=True, slots=True)
class Experience:
    """One employment, or one project or client engagement with its own bullets."""

    kind: ExperienceKind
    role: str | None
    company: str | None
    location: str | None
    start: str | None
    """`YYYY-MM`, `YYYY` or None."""
    end: str | None
    """`YYYY-MM`, `YYYY`, `present` or None."""
    header: tuple[str, ...]
    bullets: tuple[Bullet, ...]
    environment: str | None
    """The closing `Environment:` or `Technologies:` line, as written."""
    confidence: float
    """0 to 1: how sure the reading is."""
    anchor: Anchor | None = None
    """None when no bullet can be added safely; `no_anchor_reason` says why."""
    no_anchor_reason: str = ""
    text: str = ""
    """All of the experience's lines, for matching technologies."""


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the package, as stored."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ResumeDocument:
    """One resume as understood, for exactly one file."""

    sha256: str
    story_part: str
    """Name of the main document part, e.g. `word/document.xml`."""
    sections: tuple[Section, ...]
    experiences: tuple[Experience, ...]
    lines: tuple[str, ...]
    """Every visible line of the document, to find points that are already there."""
    notices: tuple[Notice, ...]
    parts: tuple[Part, ...]
    free_paragraph_id: int
    """The first of a run of `w14:paraId` values (31 bits) that the story part does not use."""
