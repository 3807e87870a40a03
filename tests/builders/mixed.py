"""Resumes by chance: any header with any dates, list, closing line, section titles and program.

    seed  ->  mixed_resume()  ->  SampleResume with its truth

The named shapes show one oddity each; here they meet, so that a rule that was made for one sample is found out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from builders.careers import DATA, DEVOPS, DOTNET, FRONTEND, JAVA, TESTER, Career, Job
from builders.dates import DATE_SHAPES
from builders.docx import (
    DASHES,
    DOTS,
    GOOGLE_DOCS,
    LIBREOFFICE,
    PLAIN,
    PLAIN_DOTS,
    ROUND,
    SQUARES,
    WORD,
    WORD_EDITED,
    WPS,
    Blocks,
    Habits,
    blank,
    bold,
    bullets,
    heading,
    italic,
    line,
    typed_bullets,
)
from builders.sheet import (
    RIGHT,
    SampleResume,
    SectionKind,
    Sheet,
    add_letterhead,
    ruled,
    shaded,
    typed_capitals,
    underlined,
)

T = TypeVar("T")
CAREERS = (JAVA, DATA, DEVOPS, FRONTEND, TESTER, DOTNET)
PROGRAMS: tuple[Habits, ...] = (PLAIN, WORD, WORD, WORD_EDITED, GOOGLE_DOCS, LIBREOFFICE, WPS)
ENGLISH_DATES = tuple(
    shape
    for shape in DATE_SHAPES
    if shape.name not in {"summer", "dotted-numbers", "french", "german", "spanish", "portuguese", "dutch", "italian"}
)
TITLES: dict[SectionKind, tuple[str, ...]] = {
    "summary": ("Summary", "Professional Summary", "Profile", "Executive Summary", "About Me", "Career Objective"),
    "skills": ("Skills", "Technical Skills", "Core Competencies", "Technical Expertise", "Tools & Technologies"),
    "experience": (
        "Experience",
        "Work Experience",
        "Professional Experience",
        "Employment History",
        "Career History",
        "Work History",
    ),
    "education": ("Education", "Academic Background", "Education & Training", "Academic Qualifications"),
    "certifications": ("Certifications", "Licenses & Certifications", "Professional Certifications"),
}
ROLES = (
    "Scrum Master", "SAP FICO Consultant", "Business Systems Analyst", "Site Reliability Engineer II",
    "Payroll Clerk", "Registered Nurse", "Assistant Store Manager", "Technical Writer", "VP of Engineering",
    "Salesforce Developer", "Associate Director, Data Science", "Graphic Designer", "Sr. Oracle DBA",
    "Help Desk Technician", "UX Researcher", "Network Administrator", "Machine Learning Engineer (Contract)",
    "Co-Founder & CTO", "Teaching Assistant", "Mainframe Developer", "Cloud Architect", "Project Coordinator",
    "Electrical Engineer", "ETL Lead", "Product Owner",
)  # fmt: skip
FIRST_NAMES_OF_FIRMS = (
    "Alderbrook", "Bluefin", "Corvane", "Dunmore", "Eastgate", "Fjordline", "Granite Peak", "Hollis", "Ivywood",
    "Junova", "Kessler & Rowe", "Larkfield", "Mapleton", "Novaterra", "Oakhaven", "Pellworth", "Quantrel",
    "Redwillow", "Solvanta",
)  # fmt: skip
KINDS_OF_FIRMS = (
    "", " Inc.", " LLC", " Group", " Technologies", " Labs", " Bank", " Health System", " Insurance Company",
    " Pvt. Ltd.", " & Sons", " Consulting, Inc.", " School District", " Airlines", " Studio",
    " Energy Partners", " Foods", " GmbH",
)  # fmt: skip
PLACES = (
    "Austin, TX", "Remote", "New York, NY", "St. Louis, MO", "Hyderabad, India", "London, UK", "Toronto, ON",
    "Bengaluru", "San Francisco, California", "Berlin, Germany", "Washington, DC", "Minneapolis, MN",
    "Sydney, Australia",
)  # fmt: skip
LABELS = ("", "", "Responsibilities:", "Key Responsibilities:", "Roles and Responsibilities:", "Key Achievements:")
CLOSINGS = ("", "", "Environment", "Technologies", "Tech Stack", "Technologies Used", "Tools")


@dataclass(frozen=True, slots=True)
class Header:
    """How one resume writes the header of each experience."""

    write: Callable[[Job, str], Blocks]
    tells_place: bool = True


HEADERS: dict[str, Header] = {
    "company-dates-role": Header(
        lambda job, when: [
            line(bold(job.company), f", {job.location}\t{when}", tabs=[RIGHT], before=120),
            line(italic(job.role)),
        ]
    ),
    "role-dates-company": Header(
        lambda job, when: [
            line(bold(job.role), f"\t{when}", tabs=[RIGHT], before=120),
            line(f"{job.company}, {job.location}"),
        ]
    ),
    "three-pipes": Header(lambda job, when: line(f"{job.role} | {job.company} | {when}", bold=True), tells_place=False),
    "four-pipes": Header(lambda job, when: heading(f"{job.company} | {job.role} | {job.location} | {when}", 2)),
    "role-at-company": Header(
        lambda job, when: line(bold(f"{job.role} at {job.company}"), f" ({when})", before=120), tells_place=False
    ),
    "soft-break": Header(
        lambda job, when: line(bold(f"{job.company} – {job.location}\t{when}\n{job.role}"), tabs=[RIGHT], before=120)
    ),
    "client-and-role": Header(
        lambda job, when: [
            line(f"Client: {job.company}, {job.location}\t{when}", bold=True, tabs=[RIGHT], before=120),
            line(f"Role: {job.role}", bold=True),
        ]
    ),
    "dates-first": Header(
        lambda job, when: line(f"{when}\t", bold(f"{job.role}, {job.company}"), tabs=[2600], before=120),
        tells_place=False,
    ),
    "three-lines": Header(
        lambda job, when: [
            line(job.role, bold=True, before=120),
            line(f"{job.company}, {job.location}"),
            line(when, italic=True),
        ]
    ),
    "two-headings": Header(
        lambda job, when: [heading(job.company, 2), heading(f"{job.role} | {when}", 3)], tells_place=False
    ),
    "brackets": Header(
        lambda job, when: [
            line(bold(job.company), f" ({job.location})\t", bold(when), tabs=[RIGHT], before=120),
            line(job.role, bold=True, italic=True),
        ]
    ),
    "capitals": Header(
        lambda job, when: [
            line(f"{job.company}, {job.location}", caps=True, bold=True, before=120),
            line(f"{job.role}\t{when}", tabs=[RIGHT]),
        ]
    ),
    "dates-above": Header(
        lambda job, when: [
            line(when, color="7F7F7F", before=160),
            line(bold(job.role), f" – {job.company}, {job.location}"),
        ]
    ),
    "commas": Header(
        lambda job, when: line(bold(job.role), f", {job.company}, {job.location}, {when}", before=120),
    ),
}
LISTS: dict[str, Callable[[Sequence[str]], Blocks]] = {
    "dots": lambda texts: bullets(*texts, list=DOTS),
    "round": lambda texts: bullets(*texts, list=ROUND),
    "squares": lambda texts: bullets(*texts, list=SQUARES),
    "dashes": lambda texts: bullets(*texts, list=DASHES),
    "style": lambda texts: bullets(*texts, style="List Bullet"),
    "list-paragraph": lambda texts: bullets(*texts, style="List Paragraph", list=PLAIN_DOTS),
    "typed-dot": lambda texts: typed_bullets(*texts, marker="•\t", left=360, hanging=360),
    "typed-dot-space": lambda texts: typed_bullets(*texts, marker="• "),
    "typed-hyphen": lambda texts: typed_bullets(*texts, marker="- "),
    "typed-dash": lambda texts: typed_bullets(*texts, marker="–\t", left=360, hanging=360),
    "typed-star": lambda texts: typed_bullets(*texts, marker="* "),
    "typed-arrow": lambda texts: typed_bullets(*texts, marker="➢ "),
    "typed-square": lambda texts: typed_bullets(*texts, marker="▪\t", left=360, hanging=360),
}


def mixed_resume(seed: int) -> SampleResume:
    """The same seed gives the same resume; its name tells the choices."""
    chance = Random(seed)
    header, listing = _pick(chance, tuple(HEADERS)), _pick(chance, tuple(LISTS))
    dates, program = _pick(chance, ENGLISH_DATES), _pick(chance, PROGRAMS)
    name = f"mixed-{seed}-{header}-{dates.name}-{listing}"
    sheet = Sheet(name, 0, _career(chance), _pick(chance, (ruled, underlined, shaded, typed_capitals)), dates)
    add_letterhead(sheet, centered=chance.random() < 0.5, emoji=chance.random() < 0.2)
    before, after = _other_sections(chance)
    for kind in before:
        _write_section(sheet, chance, kind)
    _write_experience(sheet, chance, HEADERS[header], LISTS[listing])
    for kind in after:
        _write_section(sheet, chance, kind)
    return sheet.done(habits=program, font=_pick(chance, ("Arial", "Times New Roman", "Calibri")))


def _pick(chance: Random, options: Sequence[T]) -> T:
    return options[chance.randrange(len(options))]


def _career(chance: Random) -> Career:
    """A person with one to all of the jobs, the newest first; half of them with other titles and companies."""
    career = _pick(chance, CAREERS)
    jobs = career.jobs[: 1 + chance.randrange(len(career.jobs))]
    if chance.random() < 0.5:
        return career.with_jobs(*jobs)
    return career.with_jobs(*(_elsewhere(job, chance) for job in jobs))


def _elsewhere(job: Job, chance: Random) -> Job:
    company = _pick(chance, FIRST_NAMES_OF_FIRMS) + _pick(chance, KINDS_OF_FIRMS)
    return replace(job, role=_pick(chance, ROLES), company=company, location=_pick(chance, PLACES))


def _other_sections(chance: Random) -> tuple[list[SectionKind], list[SectionKind]]:
    """What stands before the experience, and what after it."""
    before: list[SectionKind] = ["summary"]
    after: list[SectionKind] = []
    for kind in ("skills", "education"):
        (before if chance.random() < 0.4 else after).append(kind)
    return before, [*after, "certifications"]


def _title(sheet: Sheet, chance: Random, kind: SectionKind) -> str:
    title = _pick(chance, TITLES[kind])
    if sheet.heading is typed_capitals:
        return title.upper()
    return title + (":" if sheet.heading is underlined else "")


def _write_section(sheet: Sheet, chance: Random, kind: SectionKind) -> None:
    person = sheet.career
    rows = {
        "summary": person.summary,
        "skills": tuple(f"{name}: {words}" for name, words in person.skills),
        "education": person.education,
        "certifications": person.certifications,
    }[kind]
    if rows:
        listed = DOTS if chance.random() < 0.4 else None
        sheet.section(kind, _title(sheet, chance, kind), [line(row, list=listed, tabs=[RIGHT]) for row in rows])


def _write_experience(sheet: Sheet, chance: Random, header: Header, listing: Callable[[Sequence[str]], Blocks]) -> None:
    label, closing = _pick(chance, LABELS), _pick(chance, CLOSINGS)
    describes, spaced = chance.random() < 0.3, chance.random() < 0.3
    sheet.section("experience", _title(sheet, chance, "experience"))
    for job in sheet.career.jobs:
        blocks: list[Blocks] = [header.write(job, sheet.when(job))]
        if describes and job.about:
            blocks.append(line(job.about))
        if label:
            blocks.append(line(label, bold=True))
        blocks.append(listing(job.bullets))
        environment = f"{closing}: {job.environment}" if closing else None
        if environment:
            blocks.append(line(bold(f"{closing}:"), f" {job.environment}"))
        if spaced:
            blocks.append(blank())
        place = job.location if header.tells_place else None
        sheet.experience(job, *blocks, location=place, environment=environment)
