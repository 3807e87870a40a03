"""Where the sections of a resume begin.

    rows  ->  known titles - labels within sections + rows that look alike  ->  find_sections()  ->  Part each

A known title counts when it stands alone and is set like a title; a title that is set lower than
the resume's main titles, inside of another section, is a label of that section. Lines
that look like the main titles are titles, whatever they say.
"""

from collections import Counter

from resume_customizer.core.document import SectionKind
from resume_customizer.resume.understanding.contents import hidden_title, may_tell_of_work, told_by_rows
from resume_customizer.resume.understanding.label_words import ALSO_LABELS, ENVIRONMENT_LABELS, LABELS, TASK_LABELS
from resume_customizer.resume.understanding.lookalikes import Titles, add_lookalikes, titles_by_look
from resume_customizer.resume.understanding.marked_titles import free_marked_titles
from resume_customizer.resume.understanding.prominence import IN_CAPITALS, body_size, prominence
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.section_titles import clean_title, exact_kind
from resume_customizer.resume.understanding.title_cells import TitleCells
from resume_customizer.resume.understanding.topics import Topic

_ENOUGH = 2.0
_ENOUGH_IN_PLAIN_TEXT = 1.2
"""What speaks for a title must come to this; less where nothing in the resume is set apart."""
_LOWER = 0.4
"""A title that is less prominent than the main ones by this much is set lower."""
_OFTEN = 3
_SHORT = 16
_LONGEST_INLINE = 45
_DECORATION = frozenset("■◆◇□●▼【《❖➢")
_DOCUMENT = "書"
"""Ends what a whole document is called in Japan."""
_ACHIEVING = ("achiev", "accompl", "highl", "result")
_PERSONAL = ("person", "pers", "datos p", "dados p", "dati p", "informa", "dane o")
_SURE = frozenset(("experience", "education", "certifications", "contact", "awards"))
_MAIN = frozenset(("experience", "education"))
_LEARNED = frozenset(("education", "certifications"))
_WITH_ENTRIES = frozenset(("experience", "projects", "volunteer"))


class Part:
    """A section with its rows, in reading order."""

    def __init__(self, topic: Topic, title: str | None, heading: Row | None, is_known: bool) -> None:
        self.topic = topic
        self.title = title
        self.heading = heading
        self.is_known = is_known
        """Its title is one of those that resumes have."""
        self.rows: list[Row] = []

    @property
    def kind(self) -> SectionKind:
        """The section's kind as others see it."""
        return "other" if self.topic == "volunteer" else self.topic


def find_sections(rows: list[Row]) -> list[Part]:
    """The parts of the resume; the first has no heading and holds what stands before all headings."""
    free_marked_titles(rows)
    body = body_size(rows)
    cells = TitleCells(rows)
    titles = _known_titles(rows, cells, body, _ENOUGH)
    tells_work = any(topic == "experience" for topic, _ in titles.values())
    in_plain_text = all(prominence(rows[at], body) - IN_CAPITALS * rows[at].is_upper < 1 for at in titles)
    if not tells_work or in_plain_text:
        titles = _known_titles(rows, cells, body, _ENOUGH_IN_PLAIN_TEXT)
    titles = _without_labels(rows, titles, body, in_plain_text) if titles else titles_by_look(rows, body)
    add_lookalikes(rows, titles, cells, body)
    parts = _parts(rows, titles)
    is_only = not any(part.topic in ("experience", "projects") for part in parts)
    for part in parts:
        part.topic = told_by_rows(part, is_only=is_only)
    if not any(part.topic == "experience" for part in parts):
        for part in parts:  # "Project Experience" is the work experience where there is no other
            if part.topic == "projects" and part.heading is not None and "experience" in part.heading.title:
                part.topic = "experience"
    return parts if any(part.topic in _WITH_ENTRIES for part in parts) else _parted_at_hidden_title(parts)


def _parted_at_hidden_title(parts: list[Part]) -> list[Part]:
    """The first part that goes on with employments, below a title of unknown words in plain text, is two parts."""
    for number, part in enumerate(parts):
        at = hidden_title(part.rows)
        if at >= (part.heading is None):
            heading = part.rows[at]
            other = Part("experience", heading.text, heading, False)
            other.rows = part.rows[at + 1 :]
            del part.rows[at:]
            return [*parts[: number + 1], other, *parts[number + 1 :]]
    return parts


def _known_titles(rows: list[Row], cells: TitleCells, body: float, enough: float) -> Titles:
    """Rows whose whole text, or whose beginning before a colon, is a known title and stands like one."""
    found: Titles = {}
    for at, row in enumerate(rows):
        if row.topic is not None:
            if at == 0 and row.title.endswith(_DOCUMENT):
                continue
            if _stands_as_title(row, body) >= enough and cells.holds_title(at):
                found[at] = (row.topic, row.text)
        elif not row.is_bulleted and row.words <= 40:
            inline = _inline_title(row)
            if inline is not None:
                found[at] = inline
    return found


def _stands_as_title(row: Row, body: float) -> float:
    """How much speaks for a section title that has known words."""
    striking = prominence(row, body)
    if row.text[0] in "[{<«" or (row.text[0].islower() and not row.line.caps and striking < 1):
        return 0.0
    score = striking + (1.5 if exact_kind(row.title) is not None else 1.2)
    if row.gap or row.is_first_in_cell or row.line.box is not None:
        score += 0.5
    if row.text[0] in _DECORATION:
        score += 1
    return score + 0.5 if row.text[-1] in ":：" else score


def _inline_title(row: Row) -> tuple[Topic, str] | None:
    """`EDUCATION: University of …`: a title that shares its line with the first text of its section."""
    text = row.text
    cut = min((at for at in (text.find(":"), text.find("\t")) if at > 0), default=0)
    in_capitals = text[:cut].isupper() if 3 < cut <= _LONGEST_INLINE else False
    is_lead = cut <= row.line.bold_lead <= cut + 2
    if not 3 < cut <= _LONGEST_INLINE or not (row.is_bold or row.line.outline is not None or in_capitals or is_lead):
        return None
    title = clean_title(text[:cut])
    topic = exact_kind(title)
    if topic is None or title in LABELS or title in TASK_LABELS or title in ENVIRONMENT_LABELS:
        return None
    if row.line.outline is not None:
        return topic, text
    parted = in_capitals or (row.is_bold and topic in _SURE and not text.isupper()) or (is_lead and topic in _LEARNED)
    return (topic, text[: cut + 1].strip()) if parted else None


def _without_labels(rows: list[Row], titles: Titles, body: float, in_plain_text: bool) -> Titles:
    """Leave out labels inside of sections: titles set lower than the main ones, or said again and again.

    In plain text capitals alone set none higher: what is no label's word and is said once is a title without them, too.
    """
    striking = {at: prominence(rows[at], body) for at in titles}
    often = Counter(rows[at].title for at in titles)
    once = [at for at, (topic, _) in titles.items() if topic in _MAIN and often[rows[at].title] < _OFTEN]
    main = sorted(striking[at] for at in once) or sorted(striking.values())
    looks = {rows[at].look for at in once}
    level = main[(len(main) - 1) // 2] - _LOWER
    with_colon = {at for at, (topic, _) in titles.items() if topic in _MAIN and rows[at].text[-1] in ":："}
    kept: Titles = {}
    current: Topic | None = None
    above = ""
    start = -1
    for at, (topic, title) in titles.items():
        row = rows[at]
        told = current in _WITH_ENTRIES or may_tell_of_work(above)
        sure = _is_surely_title(row, topic, striking[at])
        lower = striking[at] < level and not (row.look in looks and often[row.title] == 1 and told)
        once_said = often[row.title] == 1 and not _may_be_label(row.title) and exact_kind(row.title) is not None
        lower = lower and not (in_plain_text and once_said)
        repeated = often[row.title] >= _OFTEN and row.title != ""
        if repeated and (lower or not sure or row.title in TASK_LABELS):
            continue
        unlike = row.text[-1] in ":：" and with_colon <= {at}
        tasks = _tells_of_tasks(row.title) or (current == topic and row.title in TASK_LABELS)
        if current in _WITH_ENTRIES and tasks and (unlike or often[row.title] > 1):
            continue
        heads_tasks = _tells_of_tasks(row.title) or (unlike and row.title in TASK_LABELS)
        if current in _WITH_ENTRIES and heads_tasks and _goes_on_with_entries(rows, at, titles):
            continue
        if unlike and current == topic and topic in _WITH_ENTRIES:
            continue
        if lower and current is not None and (not sure or current == topic != "other"):
            continue
        if lower and current in _WITH_ENTRIES and _may_be_label(row.title):
            continue
        if lower and topic not in _MAIN and current not in _WITH_ENTRIES and _is_like_first(rows, start, at, titles):
            continue
        kept[at] = (topic, title)
        current, above, start = topic, row.title, at
    return kept


def _is_like_first(rows: list[Row], start: int, at: int, titles: Titles) -> bool:
    """Set as the row right under the title above, which nobody knows, with bullets under both: a field of skill."""
    first = start + 1
    if not 0 < first < at - 1 or first in titles or at + 1 == len(rows) or rows[first].look != rows[at].look:
        return False
    return not rows[first].is_bulleted and rows[first + 1].is_bulleted and rows[at + 1].is_bulleted


def _goes_on_with_entries(rows: list[Row], at: int, titles: Titles) -> bool:
    """Behind its bullets, and before the next title, a short row that tells a range of time: the next employment."""
    for on in range(at + 1, len(rows)):
        row = rows[on]
        if on in titles:
            return False
        if not row.is_bulleted and row.words <= _SHORT and row.period is not None and row.period.is_range:
            return rows[at + 1].is_bulleted
    return False


def _is_surely_title(row: Row, topic: Topic, striking: float) -> bool:
    if topic in _MAIN:
        return True
    return not _may_be_label(row.title) and striking >= (0.5 if topic in _SURE else 1)


def _may_be_label(title: str) -> bool:
    return title in ALSO_LABELS or title in TASK_LABELS or any(word in title for word in _ACHIEVING)


def _tells_of_tasks(title: str) -> bool:
    """`Key Achievements`: may as well stand in every experience, above some of its bullets."""
    return any(word in title for word in _ACHIEVING) and "award" not in title and "honor" not in title


def _parts(rows: list[Row], titles: Titles) -> list[Part]:
    """Give every row to the part it stands in; a text box with titles of its own goes on by itself."""
    parts = [Part("contact", None, None, True)]
    own = _boxes_with_titles(rows, titles)
    current: dict[int | None, int] = {}
    for at, row in enumerate(rows):
        flow = row.line.box if row.line.box in own else None
        if at not in titles:
            parts[current.get(flow, 0)].rows.append(row)
            continue
        topic, title = titles[at]
        if topic == "contact" and len(parts) > 3 and row.title.startswith(_PERSONAL):
            topic = "other"  # birth date, family, … at the end, as in India
        current[flow] = len(parts)
        parts.append(Part(topic, title, row, row.topic is not None or title != row.text))
        if title != row.text:
            parts[-1].rows.append(row)
    return parts


def _boxes_with_titles(rows: list[Row], titles: Titles) -> set[int | None]:
    """Text boxes that hold a title together with its text."""
    count = Counter(row.line.box for row in rows if row.line.box is not None)
    return {rows[at].line.box for at in titles if count.get(rows[at].line.box, 0) > 1}
