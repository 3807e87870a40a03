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
    """The pieces of a new bullet's XML, cloned from a bullet beside it; UTF-8, as they stand in the story part.

    `<p id><pPr> properties <rPr> mark </rPr></pPr> marker <r> run <t> lead TEXT </t></r></p>`
    """

    prefix: bytes
    """The namespace prefix of WordprocessingML with its colon (`w:`), or empty."""
    id_prefix: bytes = b""
    """The prefix of `paraId` with its colon (`w14:`); empty when the bullets carry none."""
    properties: bytes = b""
    """The children of `w:pPr` but for `w:rPr`, `w:sectPr` and revision marks."""
    mark: bytes = b""
    """The run properties of the paragraph mark."""
    marker: bytes = b""
    """Whole runs that hold a typed marker set in its own way."""
    run: bytes = b""
    """`w:rPr` of the text."""
    lead: bytes = b""
    """A typed marker that is set like the text."""
    counted: tuple[tuple[bytes, bytes], ...] = ()
    """Where items are numbered by hand: `marker` and `lead` of the first new one, the second, …"""


@dataclass(frozen=True, slots=True)
class Splice:
    """One place in the story part where inserted elements go, and the look that they take."""

    offset: int
    """In bytes of the story part, as UTF-8 without byte order mark."""
    template: BulletTemplate


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where new bullets of one experience go."""

    after: int
    """Position of the paragraph that they follow, as a reader sees it."""
    after_text: str
    """What that paragraph says; the last words in front of it when it is empty."""
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
    reading: str = ""
    """Names the corrections that a person made of the reading; empty without any."""
