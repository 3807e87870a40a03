"""Where the sections of a resume begin.

    rows  ->  known titles  ->  how titles look here  ->  other lines that look so  ->  find_sections()  ->  Part per heading

A known title counts when it stands alone and is set like a title; a title that is set lower than
the resume's main titles, inside of another section, is a label of that section. Lines
that look like the main titles are titles, whatever they say.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from resume_customizer.core.document import SectionKind
from resume_customizer.resume.understanding.label_words import ENVIRONMENT_LABELS, LABELS, TASK_LABELS
from resume_customizer.resume.understanding.rows import Look, Row
from resume_customizer.resume.understanding.section_titles import Topic, clean_title, exact_kind
from resume_customizer.resume.understanding.vocabulary import ROLES

_STYLE_WORDS = (
    "heading",
    "section",
    "title",
    "rubri",
    "überschrift",
    "titre",
    "titolo",
    "标题",
    "titulo",
    "título",
    "kop ",
)
_ACHIEVING = ("achiev", "accompl", "highl", "result")
_ALSO_LABELS = frozenset(
    "skills|technologies|tools|technology|software|languages|language|summary|overview|projects|project|training|trainings|objective|"
    "objectives|background|profile|activities|courses|coursework|research|leadership|service|community|technical environment|"
    "tools and technologies|tech stack|key projects|key skills|selected projects|thesis|dissertation|relevant coursework|"
    "certification|certificate|degree|mission|missions|stage|stages|kenntnisse|technologien|logiciels|outils|tecnologías|herramientas|"
    "reference|link|links|programming languages|soft skills|hard skills|work|employment|strengths|capabilities|competencies|"
    "expertise|specialties|other|others|misc|personal|social|career|university|projet|projekt|proyecto|progetto".split(
        "|"
    )
)
"""Titles that inside of a section may as well be its labels."""
_PERSONAL = ("person", "pers", "datos p", "dados p", "dati p", "informa", "dane o")
_ENOUGH = 2.0
_ENOUGH_IN_PLAIN_TEXT = 1.2
"""What speaks for a title must come to this; less where nothing in the resume is set apart."""
_SURE = frozenset(("experience", "education", "certifications", "contact", "awards"))


@dataclass(slots=True)
class Part:
    """A section with its rows, in reading order."""

    topic: Topic
    title: str | None
    heading: Row | None
    rows: list[Row] = field(default_factory=list)
    is_known: bool = True
    """Its title is one of those that resumes have."""

    @property
    def kind(self) -> SectionKind:
        """The section's kind as others see it."""
        return "other" if self.topic == "volunteer" else self.topic  # type: ignore[return-value]


def find_sections(rows: list[Row]) -> list[Part]:
    """The parts of the resume; the first has no heading and holds what stands before all headings."""
    body = _body_size(rows)
    titles = _known_titles(rows, body, _ENOUGH)
    if all(prominence(rows[at], body) < 1 for at in titles):
        titles = _known_titles(rows, body, _ENOUGH_IN_PLAIN_TEXT)
    titles = _without_labels(rows, titles, body) if titles else _titles_by_look(rows, body)
    _add_lookalikes(rows, titles, body)
    parts = _parts(rows, titles)
    if not any(part.topic == "experience" for part in parts):
        for part in parts:  # "Project Experience" is the work experience where there is no other
            if part.topic == "projects" and part.heading is not None and "experience" in part.heading.title:
                part.topic = "experience"
    return parts


def _body_size(rows: list[Row]) -> float:
    """The font size that most words have."""
    weight: dict[float, int] = {}
    for row in rows:
        size = row.line.size
        weight[size] = weight.get(size, 0) + row.words
    return max(weight, key=lambda size: weight[size]) if weight else 11.0


def prominence(row: Row, body: float) -> float:
    """How much a row is set apart from running text."""
    line = row.line
    value = 0.0
    if row.is_bold:
        value += 1
    if row.is_upper:
        value += 1.5
    if line.outline is not None:
        value += 2
    elif line.style and _is_title_style(line.style):
        value += 1.5
    if line.ruled:
        value += 1
    if line.size > body + 0.4:
        value += 1 + min(1.0, (line.size - body) / 8)
    elif line.size < body - 0.4:
        value -= 0.5
    if line.underlined:
        value += 0.5
    if line.color and line.color not in ("000000", "auto"):
        value += 0.25
    return value


@lru_cache(256)
def _is_title_style(style: str) -> bool:
    return any(word in style for word in _STYLE_WORDS)


def _known_titles(rows: list[Row], body: float, enough: float) -> dict[int, tuple[Topic, str]]:
    """Candidates by position in `rows`: rows whose whole text, or whose beginning before a colon, is a known title."""
    found: dict[int, tuple[Topic, str]] = {}
    for at, row in enumerate(rows):
        if row.topic is not None:
            if _stands_as_title(rows, at, body, enough):
                found[at] = (row.topic, row.text)
        elif not row.is_bulleted and row.words <= 40:
            inline = _inline_title(row)
            if inline is not None:
                found[at] = inline
    return found


def _stands_as_title(rows: list[Row], at: int, body: float, enough: float) -> bool:
    row = rows[at]
    if row.cell is not None and (_is_in_grid(rows, at) or _is_cell_label(rows, at)):
        return False
    if row.text[0] in "[{<":
        return False
    if row.text[0].islower() and not row.line.caps and not row.is_bold:
        return False
    score = prominence(row, body) + (1.5 if exact_kind(row.title) is not None else 1.2)
    if row.gap or row.is_first_in_cell or row.line.box is not None:
        score += 0.5
    if row.text[-1] in ":：":
        score += 0.5
    return score >= enough


def _inline_title(row: Row) -> tuple[Topic, str] | None:
    """`EDUCATION: University of …`: a title that shares its line with the first text of its section."""
    text = row.text
    cut = min((at for at in (text.find(":"), text.find("\t")) if at > 0), default=0)
    if not 3 < cut <= 45 or not (row.is_bold or row.line.outline is not None or text[:cut].isupper()):
        return None
    title = clean_title(text[:cut])
    topic = exact_kind(title)
    if topic is None or title in LABELS or title in TASK_LABELS or title in ENVIRONMENT_LABELS:
        return None
    if row.line.outline is not None:
        return topic, text
    if text[:cut].isupper() or (row.is_bold and not row.text.isupper() and topic in _SURE):
        return topic, text[: cut + 1].strip()
    return None


def _is_in_grid(rows: list[Row], at: int) -> bool:
    """The row of the table has three or more cells with one short line each: column heads, not titles."""
    table, line, _ = rows[at].cell or (0, 0, 0)
    cells: dict[int, int] = {}
    for other in rows[max(0, at - 6) : at + 7]:
        if other.cell is not None and other.cell[:2] == (table, line):
            cells[other.cell[2]] = cells.get(other.cell[2], 0) + 1
            if other.words > 5:
                return False
    return len(cells) >= 3 and max(cells.values()) == 1


def _is_cell_label(rows: list[Row], at: int) -> bool:
    """A label in front of a value: text stands beside it, and most other first cells of its table are no titles."""
    table, line, column = rows[at].cell or (0, 0, 0)
    if at + 1 >= len(rows):
        return False
    beside = rows[at + 1].cell
    if beside is None or beside[:2] != (table, line) or beside[2] <= column:
        return False
    if rows[at + 1].topic is not None:
        return False
    known = others = 0
    for other in rows:
        if other.cell is not None and other.cell[0] == table and other.cell[2] == column and other.is_first_in_cell:
            if other.topic is not None and other.title not in ENVIRONMENT_LABELS and other.title not in LABELS:
                known += 1
            elif other.words <= 6 and not other.period:
                others += 1
    return known <= others


def _without_labels(rows: list[Row], titles: dict[int, tuple[Topic, str]], body: float) -> dict[int, tuple[Topic, str]]:
    """Leave out known titles that are labels inside of a section: set lower than the main titles, or said again and again."""
    main = [prominence(rows[at], body) for at, (topic, _) in titles.items() if topic in ("experience", "education")]
    main = main or [prominence(rows[at], body) for at in titles]
    if not main:
        return titles
    level = sorted(main)[(len(main) - 1) // 2]
    often: dict[str, int] = {}
    for at in titles:
        often[rows[at].title] = often.get(rows[at].title, 0) + 1
    kept: dict[int, tuple[Topic, str]] = {}
    current: Topic | None = None
    for at, (topic, title) in titles.items():
        row = rows[at]
        striking = prominence(row, body)
        lower = striking < level - 0.4
        within = current in ("experience", "projects", "volunteer")
        repeated = often[row.title] >= 3 and row.title != ""
        label_like = (
            row.title in _ALSO_LABELS or row.title in TASK_LABELS or any(word in row.title for word in _ACHIEVING)
        )
        sure = topic in ("experience", "education") or (
            striking >= 0.5 and not label_like and (striking >= 1 or topic in _SURE)
        )
        if (
            (lower and current is not None and (not sure or (current == topic != "other")))
            or (repeated and (lower or not sure))
            or (within and lower and label_like)
        ):
            continue
        kept[at] = (topic, title)
        current = topic
    return kept


def _add_lookalikes(rows: list[Row], titles: dict[int, tuple[Topic, str]], body: float) -> None:
    """Rows with unknown words that are set exactly like most known titles.

    Where one follows a known title at once, it and its like up to the next known title are headers of that part.
    """
    looks: dict[tuple[Look, bool, bool], int] = {}
    for at in titles:
        key = _title_look(rows[at])
        looks[key] = looks.get(key, 0) + 1
    shared: dict[tuple[Look, bool, bool], list[int]] = {key: [] for key in looks}
    inner: tuple[Look, bool, bool] | None = None
    for at, row in enumerate(rows):
        if at in titles:
            inner = None
        elif row.words <= 7 and not row.is_bulleted and row.title and row.topic is None:
            look = _title_look(row)
            alike = shared.get(look)
            if alike is None or look == inner:
                continue
            if at - 1 in titles and _title_look(rows[at - 1]) == look:
                inner = look
            elif _may_be_title(rows, at):
                alike.append(at)
    for key, more in shared.items():
        striking = prominence(rows[next(at for at in titles if _title_look(rows[at]) == key)], body)
        if looks[key] >= 2 and striking >= 1 and len(more) <= looks[key]:
            for at in more:
                titles[at] = ("other", rows[at].text)


def _titles_by_look(rows: list[Row], body: float) -> dict[int, tuple[Topic, str]]:
    """Where no title is known (another language): the most striking short rows that are set alike."""
    groups: dict[tuple[Look, bool, bool], list[int]] = {}
    for at, row in enumerate(rows):
        if (
            at
            and row.words <= 7
            and not row.is_bulleted
            and row.title
            and prominence(row, body) >= 3
            and row.period is None
        ):
            groups.setdefault(_title_look(row), []).append(at)
    several = [group for group in groups.values() if len(group) > 1]
    best = max(several, key=lambda group: prominence(rows[group[0]], body), default=[])
    return {at: ("other", rows[at].text) for at in best}


def _title_look(row: Row) -> tuple[Look, bool, bool]:
    return row.look, row.is_upper, row.line.ruled


def _may_be_title(rows: list[Row], at: int) -> bool:
    """No date, no label, no list of things, and not the name at the very top."""
    row = rows[at]
    if (
        at == 0
        or "\t" in row.text
        or "|" in row.text
        or "@" in row.text
        or row.text[-1] in ".,;"
        or row.period is not None
    ):
        return False
    if ROLES.intersection(row.title.split()):
        return False
    if at + 1 < len(rows) and not rows[at + 1].is_bulleted:
        if rows[at + 1].period is not None:
            return False
        if (
            at + 2 < len(rows)
            and rows[at + 1].words <= 6
            and not rows[at + 2].is_bulleted
            and rows[at + 2].period is not None
        ):
            return False
    if row.cell is not None and (_is_in_grid(rows, at) or _is_cell_label(rows, at)):
        return False
    return row.title not in TASK_LABELS and row.title not in LABELS and row.title not in ENVIRONMENT_LABELS


def _parts(rows: list[Row], titles: dict[int, tuple[Topic, str]]) -> list[Part]:
    """Give every row to the part it stands in; each text box and each column goes on with its own."""
    parts = [Part("contact", None, None)]
    own = _boxes_with_titles(rows, titles)
    current: dict[object, int] = {}
    for at, row in enumerate(rows):
        flow = row.line.box if row.line.box in own else None
        if at in titles:
            topic, title = titles[at]
            if topic == "contact" and len(parts) > 3 and row.title.startswith(_PERSONAL):
                topic = "other"  # birth date, family, … at the end, as in India
            current[flow] = len(parts)
            parts.append(Part(topic, title, row, is_known=row.topic is not None or title != row.text))
            if title != row.text:
                parts[-1].rows.append(row)
        else:
            parts[current.get(flow, 0)].rows.append(row)
    return parts


def _boxes_with_titles(rows: list[Row], titles: dict[int, tuple[Topic, str]]) -> set[int | None]:
    """Text boxes that hold a title together with its text."""
    count: dict[int | None, int] = {}
    for row in rows:
        if row.line.box is not None:
            count[row.line.box] = count.get(row.line.box, 0) + 1
    return {rows[at].line.box for at in titles if rows[at].line.box is not None and count[rows[at].line.box] > 1}
