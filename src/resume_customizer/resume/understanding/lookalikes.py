"""Titles whose words nobody knows: rows that are set as the known titles are.

rows + known titles  ->  add_lookalikes()        no title known at all  ->  titles_by_look()
"""

from bisect import bisect
from collections import Counter

from resume_customizer.resume.understanding.labels import FIELD_LABELS, label_kind, split_field
from resume_customizer.resume.understanding.places import is_place
from resume_customizer.resume.understanding.prominence import TitleLook, prominence, title_look
from resume_customizer.resume.understanding.role_words import ROLES
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.title_cells import TitleCells
from resume_customizer.resume.understanding.topics import Topic
from resume_customizer.resume.understanding.vocabulary import STUDIES

Titles = dict[int, tuple[Topic, str]]
"""By the position of the row: what it is about, and the title as written."""

_MOST_WORDS = 7
_UNLIKE_TITLES = frozenset("\t|@")
_DOCUMENTS = frozenset(
    (
        "curriculum vitae",
        "resume",
        "résumé",
        "cv",
        "bio-data",
        "biodata",
        "lebenslauf",
        "currículum vítae",
        "curriculum",
    )
)
"""What stands above a name."""
_STRIKING = 3.0
_SHORT = 12


def add_lookalikes(rows: list[Row], titles: Titles, cells: TitleCells, body: float) -> None:
    """Add rows with unknown words that are set exactly like known titles, when those are the more.

    Where one follows a known title at once, it and its like up to the next known title are headers of that part.
    """
    known: dict[TitleLook, list[int]] = {}
    for at in titles:
        known.setdefault(title_look(rows[at]), []).append(at)
    more: dict[TitleLook, list[int]] = {look: [] for look in known}
    often = Counter(row.title for row in rows)
    alike = {
        at: look
        for at, row in enumerate(rows)
        if at not in titles and _is_unknown(row) and (look := title_look(row)) in known and often[row.title] == 1
    }
    employers = _employers(rows, titles, alike)
    inner: TitleLook | None = None
    section = -1
    starts = sorted(titles)
    for at, look in alike.items():
        here = bisect(starts, at)
        inner = inner if here == section else None
        section = here
        if look == inner:
            continue
        if at - 1 in titles and title_look(rows[at - 1]) == look:
            inner = look
        elif at not in employers and _may_be_title(rows, at) and cells.holds_title(at):
            top = starts[here - 1] if here else 0
            if _is_within_job(rows, at, starts[here] if here < len(starts) else len(rows)):
                continue
            if _has_headers_above(rows, top, at) or not _heads_dates(rows[at + 1 : at + 3]):
                more[look].append(at)
    for look, found in more.items():
        if 2 <= len(known[look]) >= len(found) and prominence(rows[known[look][0]], body) >= 1:
            titles.update((at, ("other", rows[at].text)) for at in found)


def _is_within_job(rows: list[Row], at: int, end: int) -> bool:
    """Between a dated header and its first bullets, with another dated header before the next title."""
    above, below = rows[at - 1], rows[at + 1] if at + 1 < end else None
    if below is None or not below.is_bulleted or above.is_bulleted or not _tells_range(above):
        return False
    return any(not row.is_bulleted and row.words <= _SHORT and _tells_range(row) for row in rows[at + 2 : end])


def _tells_range(row: Row) -> bool:
    return row.period is not None and row.period.is_range


def _employers(rows: list[Row], titles: Titles, alike: dict[int, TitleLook]) -> set[int]:
    """Rows in a title's look that stand beside dates again and again within one section: names in its headers."""
    beside: dict[tuple[int, TitleLook], list[int]] = {}
    starts = sorted(titles)
    for at, look in alike.items():
        if _stands_beside_dates(rows, at):
            beside.setdefault((bisect(starts, at), look), []).append(at)
    looks = {look for (_, look), group in beside.items() if len(group) > 1}
    return {at for (_, look), group in beside.items() if look in looks for at in group}


def _stands_beside_dates(rows: list[Row], at: int) -> bool:
    """A short row right above tells a time, or one of the next three below, before any bullet or text."""
    above = rows[at - 1] if at else None
    if above is not None and not rows[at].gap and not above.is_bulleted and above.words <= _SHORT and above.period:
        return True
    for below in rows[at + 1 : at + 4]:
        if below.is_bulleted or below.words > _SHORT:
            return False
        if below.period is not None:
            return True
    return False


def titles_by_look(rows: list[Row], body: float) -> Titles:
    """The most striking short rows that are set alike."""
    groups: dict[TitleLook, list[int]] = {}
    for at, row in enumerate(rows):
        if at and _is_unknown(row) and prominence(row, body) >= _STRIKING and row.period is None:
            groups.setdefault(title_look(row), []).append(at)
    several = [group for group in groups.values() if len(group) > 1]
    best = max(several, key=lambda group: prominence(rows[group[0]], body), default=[])
    return {at: ("other", rows[at].text) for at in best}


def _is_unknown(row: Row) -> bool:
    return row.words <= _MOST_WORDS and not row.is_bulleted and row.title != "" and row.topic is None


def _may_be_title(rows: list[Row], at: int) -> bool:
    """No date, no role, no label, no list of things, and not the name at the very top."""
    row = rows[at]
    if at == 0 or row.text[-1] in ".,;" or not _UNLIKE_TITLES.isdisjoint(row.text) or row.period is not None:
        return False
    beside = rows[at - 1]
    if at == 1 and beside.title in _DOCUMENTS:
        return False  # the name
    if label_kind(row.title) or is_place(row.text):
        return False
    if not row.gap and not beside.is_bulleted and split_field(beside.text)[0] in FIELD_LABELS:
        return False
    if (
        row.cell is not None
        and beside.cell is not None
        and beside.cell[:2] == row.cell[:2]
        and beside.period is not None
    ):
        return False
    words = row.title.split()
    return ROLES.isdisjoint(words) and STUDIES.isdisjoint(words)


def _has_headers_above(rows: list[Row], top: int, at: int) -> bool:
    """Between the title above and the row, several short rows tell times: the headers here are set otherwise."""
    dated = sum(1 for row in rows[top:at] if not row.is_bulleted and row.words <= _SHORT and row.period is not None)
    return dated > 1


def _heads_dates(below: list[Row]) -> bool:
    """One of the next two rows is a dated header: it is the name of an employer, a school, a project."""
    if not below or below[0].is_bulleted:
        return False
    if below[0].period is not None:
        return True
    return len(below) > 1 and below[0].words <= 6 and not below[1].is_bulleted and below[1].period is not None
