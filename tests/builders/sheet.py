"""A sample resume in the making: what is written down, and at the same time what a reader should find.

    Sheet.section(…), Sheet.experience(job, …)  ->  Sheet.done()  ->  SampleResume(name, data, truth)

The truth is stated by whoever lays the resume out; nothing is read back from the document.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from builders.careers import Career, Job
from builders.dates import SHORT, DateShape
from builders.docx import (
    DOTS,
    NUMBERS,
    Blocks,
    ListKind,
    Xml,
    a_docx,
    bold,
    bullets,
    cell,
    heading,
    line,
    link,
    row,
    table,
)

RIGHT = ("right", 10080)
"""A tab at the right margin, in twentieths of a point."""
SectionKind = Literal[
    "summary", "skills", "experience", "projects", "education", "certifications", "awards", "contact", "other"
]


@dataclass(frozen=True, slots=True)
class TrueExperience:
    """One experience as a careful person reads it."""

    kind: str
    role: str | None
    company: str | None
    location: str | None
    start: str | None
    """`YYYY-MM`, `YYYY` or None."""
    end: str | None
    """`YYYY-MM`, `YYYY`, `present` or None."""
    bullet_texts: tuple[str, ...]
    """Without typed markers; white space levelled; deleted text left out."""
    environment: str | None
    """The whole closing line, as written."""

    @property
    def bullets(self) -> int:
        """How many bullets it has."""
        return len(self.bullet_texts)

    @property
    def last_bullet(self) -> str | None:
        """The bullet that a new point goes after."""
        return self.bullet_texts[-1] if self.bullet_texts else None


@dataclass(frozen=True, slots=True)
class Truth:
    """What is in a sample resume."""

    experiences: tuple[TrueExperience, ...]
    headings: tuple[tuple[SectionKind, str], ...]


@dataclass(frozen=True, slots=True)
class SampleResume:
    """A document and what is true of it."""

    name: str
    data: bytes
    truth: Truth
    shape: int
    """Number in the list of resume shapes that all must work, 1 to 12."""


HeadingMaker = Callable[[str], Blocks]


def ruled(title: str) -> Blocks:
    """A section heading in Word's style Heading 1."""
    return heading(title)


def underlined(title: str) -> Blocks:
    """A section heading of a staffing desk: bold, underlined, with a colon, no style."""
    return line(title, bold=True, underline=True, size=11, before=160, after=60)


def shaded(title: str) -> Blocks:
    """A section heading as a grey bar, shown in capitals by formatting."""
    return line(title, bold=True, caps=True, shade="D9E2F3", before=160, after=80)


def typed_capitals(title: str) -> Blocks:
    """A section heading typed in capitals, over a rule; use with a title in capitals."""
    return line(title, bold=True, rule=True, before=160, after=80, keep_next=True)


@dataclass(slots=True)
class Sheet:
    """One resume while it is laid out."""

    name: str
    shape: int
    career: Career
    heading: HeadingMaker = ruled
    dates: DateShape = SHORT
    body: list[Blocks] = field(default_factory=list)
    found: list[TrueExperience] = field(default_factory=list)
    headings: list[tuple[SectionKind, str]] = field(default_factory=list)

    def add(self, *blocks: Blocks) -> None:
        """Write something that is no section and no experience."""
        self.body.extend(blocks)

    def section(self, kind: SectionKind, title: str, *blocks: Blocks) -> None:
        """Begin a section under a heading."""
        self.add(self.note_section(kind, title), *blocks)

    def note_section(self, kind: SectionKind, title: str) -> Blocks:
        """A heading for the caller to place, already counted as true."""
        self.headings.append((kind, title))
        return self.heading(title)

    def experience(self, job: Job, *blocks: Blocks, **truth: Any) -> None:  # noqa: ANN401
        """Write an experience; `truth` says where the document tells less or more than the job does."""
        self.note_experience(job, **truth)
        self.add(*blocks)

    def note_experience(self, job: Job, **truth: Any) -> None:  # noqa: ANN401
        """Count a job that the caller places itself."""
        start, end = self.dates.known(job.start, job.end) if job.start else (None, None)
        known: dict[str, Any] = {
            "kind": job.kind,
            "role": job.role or None,
            "company": job.company or None,
            "location": job.location or None,
            "start": start,
            "end": end,
            "bullet_texts": job.bullets,
            "environment": None,
        }
        self.found.append(TrueExperience(**known | truth))

    def when(self, job: Job) -> str:
        """The job's dates as this resume writes them."""
        return self.dates.shown(job.start, job.end)

    def done(self, **form: Any) -> SampleResume:  # noqa: ANN401
        """The document and its truth; `form` goes to `a_docx`."""
        truth = Truth(tuple(self.found), tuple(self.headings))
        form.setdefault("title", f"Resume of {self.career.name}")
        return SampleResume(self.name, a_docx(*self.body, **form), truth, self.shape)


def add_letterhead(sheet: Sheet, *, centered: bool = True, emoji: bool = False) -> None:
    """Name, title and a contact line with pipes."""
    person = sheet.career
    align: Literal["center", "left"] = "center" if centered else "left"
    signs = ("📍 ", "📞 ", "✉ ", "🔗 ") if emoji else ("", "", "", "")
    sheet.add(
        line(person.name, bold=True, size=18, align=align, after=0),
        line(person.title, size=11, align=align, after=0),
        line(
            f"{signs[0]}{person.city} | {signs[1]}{person.phone} | {signs[2]}",
            link(person.email, f"mailto:{person.email}"),
            f" | {signs[3]}{person.web}",
            align=align,
            after=120,
        ),
    )


def add_summary(sheet: Sheet, title: str = "Professional Summary", kind: ListKind | None = DOTS) -> None:
    """The summary: bullets, or one paragraph when there is no list."""
    person = sheet.career
    rows = bullets(*person.summary, list=kind) if kind else [line(" ".join(person.summary))]
    sheet.section("summary", title, rows)


def add_skills(
    sheet: Sheet, title: str = "Technical Skills", manner: Literal["grid", "lines", "numbered", "commas"] = "lines"
) -> None:
    """The skills: a bordered table, lines or a numbered list with bold lead-ins, or one line of words."""
    groups = sheet.career.skills
    shapes: dict[str, Callable[[], Blocks]] = {
        "grid": lambda: table(
            *(row(cell(line(name, bold=True)), cell(line(words))) for name, words in groups),
            widths=(2600, 7480),
            borders=True,
        ),
        "lines": lambda: [line(bold(f"{name}: "), words) for name, words in groups],
        "numbered": lambda: [line(bold(f"{name}: "), words, list=NUMBERS) for name, words in groups],
        "commas": lambda: line(", ".join(words for _, words in groups)),
    }
    sheet.section("skills", title, shapes[manner]())


def add_closing(
    sheet: Sheet, *, bulleted: bool = False, education: str = "Education", proofs: str = "Certifications"
) -> None:
    """Education and certifications, with their years: never an experience."""
    person = sheet.career
    kind = DOTS if bulleted else None
    right = ("right", 10080)
    sheet.section("education", education, [line(school, list=kind, tabs=[right]) for school in person.education])
    if person.certifications:
        sheet.section("certifications", proofs, [line(proof, list=kind) for proof in person.certifications])


def add_opening(sheet: Sheet) -> None:
    """Letterhead, summary and skills in the usual way."""
    add_letterhead(sheet)
    add_summary(sheet)
    add_skills(sheet)


def environment_of(job: Job, label: str = "Environment") -> str:
    """The closing line as written."""
    return f"{label}: {job.environment}"


def environment_line(job: Job, label: str = "Environment") -> Xml:
    """That line, with its label in bold."""
    return line(bold(f"{label}: "), job.environment, after=160)


def classic_header(sheet: Sheet, job: Job) -> list[Xml]:
    """Company and place with the dates at the right margin, the role in italics below."""
    return [
        line(
            bold(job.company), f", {job.location}\t{sheet.when(job)}", tabs=[RIGHT], before=120, after=0, keep_next=True
        ),
        line(job.role, italic=True, keep_next=True),
    ]
