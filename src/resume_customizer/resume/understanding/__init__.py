"""What a resume says, from the plain facts of its paragraphs.

    lines  ->  rows  ->  sections  ->  experiences  ->  what their headers say  ->  understand()  ->  Understanding

Promises (tests/resume/understanding/):

* Skills, education, certifications, summaries, references and contact lines are never experiences.
* Headers are found by evidence (dates, labels, look, words), and the look that repeats decides.
* What is guessed has a low confidence and a notice.
"""

from collections.abc import Sequence

from resume_customizer.core.document import ExperienceKind, Section
from resume_customizer.core.notices import Notice
from resume_customizer.resume.lines import Line
from resume_customizer.resume.understanding.dates import has_days_first
from resume_customizer.resume.understanding.evidence import has_role
from resume_customizer.resume.understanding.experiences import Entry, find_entries
from resume_customizer.resume.understanding.found import FoundExperience, Understanding
from resume_customizer.resume.understanding.headers import Naming, name_entries
from resume_customizer.resume.understanding.headings import find_sections
from resume_customizer.resume.understanding.rows import Row, read_rows
from resume_customizer.resume.understanding.untitled import find_untitled

__all__ = ["FoundExperience", "Understanding", "understand"]

_KINDS: dict[str, ExperienceKind] = {"experience": "employment", "projects": "project", "volunteer": "volunteer"}
_BREAKS = (
    "career break", "career gap", "gap year", "sabbatical", "parental leave", "maternity leave", "paternity leave",
    "family leave", "elternzeit", "sabbatjahr", "année sabbatique", "congé parental", "año sabático",
)  # fmt: skip
_MOST_BLANKS = 4
_GUESSED = 0.5
_UNSURE = "Which is the role and which the organization was not told for sure: please check both."
_PARTING = frozenset(("-", "–", "—", ":", ",", "(", "|"))
_REASONS = (" to ", " for ", " due ", " while ")
_TAUGHT = frozenset(
    ("teaching", "courses taught", "classes taught", "teaching and supervision", "lehre", "enseignement")
)
"""Titles that stand above employments as well as above lists of courses."""


def understand(lines: Sequence[Line]) -> Understanding:
    """Sections, experiences and notices of a resume; the same lines always give the same answer."""
    rows = read_rows(lines)
    if has_days_first(row.text for row in rows):
        for row in rows:
            row.read_days_first()
    parts = find_sections(rows)
    sections = tuple(
        Section(part.kind, part.title, part.heading.index if part.heading else None)
        for part in parts
        if part.heading is not None or part.rows
    )
    entries: list[Entry] = []
    for part in parts:
        kind = _KINDS.get(part.topic)
        if kind is not None:
            found = find_entries(part.rows, kind)
            found = _with_content(found) if kind == "volunteer" else found
            entries.extend(_without_courses(found) if part.title and part.title.casefold() in _TAUGHT else found)
    entries.extend(find_untitled(parts, bool(entries)))
    if len(parts) > 2:
        entries.sort(key=lambda entry: entry.header[0].place)
    namings = name_entries(entries)
    experiences = tuple(_found(entry, naming) for entry, naming in zip(entries, namings, strict=True))
    return Understanding(sections, experiences, _notices(experiences, namings))


def _with_content(entries: list[Entry]) -> list[Entry]:
    """Outside of employments and projects, lines alone (clubs, courses) are no experiences."""
    return [entry for entry in entries if any(row.is_bulleted or row.period is not None for row in _told_in(entry))]


def _without_courses(entries: list[Entry]) -> list[Entry]:
    """`Rivers and People (2015–2018)`: what was taught, by no role, with nothing told of it."""
    return [entry for entry in entries if entry.bullets or any(has_role(row.text) for row in entry.header)]


def _told_in(entry: Entry) -> list[Row]:
    return [*entry.header, *entry.bullets] if entry.bullets else []


def _found(entry: Entry, naming: Naming) -> FoundExperience:
    bullets = tuple(row.index for row in entry.bullets)
    environment = entry.environment
    header = tuple(sorted(row.index for row in entry.header))
    after = [row.index for row in entry.body if row.sort in ("tasks", "text", "detail")]
    period = naming.period
    return FoundExperience(
        kind=entry.kind,
        role=naming.role,
        company=naming.company,
        location=naming.location,
        start=period.start if period else None,
        end=period.end if period else None,
        header=header,
        bullets=bullets,
        environment=environment.index if environment else None,
        insert_after=bullets[-1] if bullets else None,
        body=tuple(sorted([*header, *(row.index for row in entry.body)])),
        confidence=_confidence(entry, naming),
        after_header=after[-1] if after else entry.header[-1].index,
    )


def _confidence(entry: Entry, naming: Naming) -> float:
    """How sure the reading is: dates, a name, bullets and a header that looks like the others speak for it."""
    value = 1.0 - entry.doubt
    if naming.period is None:
        value -= 0.15
    if naming.role is None and naming.company is None:
        value -= 0.3
    value -= 0.2 * (1 - naming.clear)
    if not entry.bullets:
        value -= 0.1
    if naming.clear < 1:  # names that were guessed make no doubtful experience, but no sure one, either
        value = min(value, max(0.6, value - 0.4 * (1 - naming.clear)))
    if _is_break(naming):
        value = min(value, 0.4)  # told like an employment, but nobody worked there
    return round(max(0.05, min(1.0, value)), 2)


def _is_break(naming: Naming) -> bool:
    name = (naming.role or naming.company or "").casefold()
    told = next((name[len(each) :] for each in _BREAKS if name.startswith(each)), None)
    if told is None:
        return False
    return name.count(" ") < _MOST_BLANKS or told[:2].strip(" ") in _PARTING or told.startswith(_REASONS)


def _notices(experiences: tuple[FoundExperience, ...], namings: Sequence[Naming]) -> tuple[Notice, ...]:
    found: list[Notice] = []
    for each, naming in zip(experiences, namings, strict=True):
        where = f"paragraph {each.header[0] + 1}"
        if each.confidence < 0.6:
            found.append(
                Notice(
                    "doubtful-experience", "This was taken for an experience, but not surely: please check it.", where
                )
            )
        elif naming.clear <= _GUESSED:
            found.append(Notice("unsure-names", _UNSURE, where))
        if not each.bullets:
            found.append(Notice("no-bullets", "This experience has no bullets yet.", where))
    if not experiences:
        found.append(Notice("no-experience", "No experience was found in this document."))
    return tuple(found)
