"""Experiences that stand under no title of their own.

    other parts  ->  a labelled or dated header with bullets below  ->  find_untitled()  ->  Entry each

Two cases: a resume without section titles, and engagements (`Client: …`, `Project: …`) that follow
personal details, as in long consultants' resumes. Education and certificates stay what they are.
"""

from resume_customizer.resume.understanding.blocks import OWNERS
from resume_customizer.resume.understanding.experiences import Entry, find_entries, is_dated
from resume_customizer.resume.understanding.headings import Part
from resume_customizer.resume.understanding.labels import has_colon, split_field
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.vocabulary import STUDIES

_LEAD = 2
"""More bold characters in front than this are words."""
_NEVER = frozenset(("education", "certifications", "awards", "skills", "experience", "projects", "volunteer"))


def find_untitled(parts: list[Part], has_others: bool) -> list[Entry]:
    """What reads like experiences outside of experience parts; `has_others` says that some were found inside."""
    found: list[Entry] = []
    for part in parts:
        if part.topic in _NEVER:
            continue
        with_dates = not part.is_known or (not has_others and part.topic in ("contact", "summary"))
        start = _first_header(part.rows, with_dates)
        if start >= 0:
            found.extend(entry for entry in find_entries(part.rows[start:], "employment") if _is_convincing(entry))
    for entry in found:
        entry.doubt = max(entry.doubt, 0.2)
        if any(row.label == "project" for row in entry.header):
            entry.kind = "project"
    return found


def _first_header(rows: list[Row], with_dates: bool) -> int:
    """The row that the first experience begins with, or -1."""
    for at, row in enumerate(rows):
        if row.words > 30 or (row.is_bulleted and not (is_dated(row) and row.line.bold_lead > _LEAD)):
            continue
        if has_colon(row.text) and split_field(row.text)[0] in OWNERS:
            return at
        if with_dates and row.period is not None and row.period.is_range:
            return _top_of_header(rows, at)
    return -1


def _top_of_header(rows: list[Row], at: int) -> int:
    """The first of the short rows right above the dates."""
    while at and not rows[at].gap and not rows[at - 1].is_bulleted and rows[at - 1].words <= 12:
        at -= 1
    return at


def _is_convincing(entry: Entry) -> bool:
    """Labelled or dated, with marked bullets or a label that heads them, and no study."""
    labels = {row.label for row in entry.header}
    if not any(row.sort in ("bullet", "tasks") for row in entry.body):
        return False
    if not labels.isdisjoint(OWNERS):
        return True
    words = {word.strip(".,()").casefold() for row in entry.header for word in row.text.split()}
    dated = any(row.period is not None and row.period.is_range for row in entry.header)
    return dated and STUDIES.isdisjoint(words) and any(row.sort == "bullet" for row in entry.body)
