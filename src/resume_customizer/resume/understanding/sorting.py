"""What each row of an experience part is: header, bullet, text, label.

    rows of a part  ->  labels  ->  evidence for a header, weighed  ->  what rows that look alike say  ->  sort_rows()

Sorts: `header`, `bullet`, `text` (running text), `tasks` (a label that heads bullets), `environment`, `aside` (closing words),
`detail` (industry, team size, …: neither header nor bullet), `label` (a cell that labels the next one).
"""

import re
from functools import lru_cache

from resume_customizer.resume.understanding.labels import (
    ENVIRONMENT_LABELS,
    LABELS,
    PLACEHOLDER_TASKS,
    TASK_ENDINGS,
    TASK_LABELS,
)
from resume_customizer.resume.understanding.places import is_place
from resume_customizer.resume.understanding.rows import Look, Row
from resume_customizer.resume.understanding.vocabulary import CJK_ROLES, ORGANIZATIONS, ROLES

HEADER_FROM = 2.0
"""The score from which a row is a header."""

_KEY_EDGES = " \t\r\n*_.-–—•·[(#0123456789:：<>"
_HEADER_STYLES = (
    "job",
    "company",
    "date",
    "position",
    "employer",
    "title",
    "subsection",
    "institution",
    "entry",
    "role",
    "organization",
)
_TEXT_STYLES = ("body", "text", "list", "normal (web)", "paragraph", "bullet", "description", "detail")
_WORD = re.compile(r"[^\W\d_]+")
_TASK_WORDS = (
    "responsib",
    "duties",
    "includ",
    "achiev",
    "accomplish",
    "tasks",
    "following",
    "aufgaben",
    "missions",
    "funciones",
)
_SEPARATED = re.compile(r" [|–—•·▪/-] ")
_ON_REQUEST = re.compile(r"request|available|demand|anfrage|petici|solicit|richiesta|aanvraag|życzenie", re.IGNORECASE)
_SENTENCE_ENDS = ".。!?;；"
_FIELD_LABELS = frozenset(("role", "title", "company", "location", "period", "project"))


def sort_rows(rows: list[Row]) -> None:
    """Say of every row what it is (`sort`), of labelled rows what the label says, and how much speaks for a header."""
    if any(row.cell is not None for row in rows):
        _find_cell_labels(rows)
    for at, row in enumerate(rows):
        if not row.sort:
            _sort_by_label(row)
            if (
                not row.sort
                and row.text[-1] in ":："
                and at
                and at + 1 < len(rows)
                and _announces_tasks(row, rows[at + 1])
            ):
                row.sort = "tasks"
    _close_environments(rows)
    for at, row in enumerate(rows):
        if row.sort:
            continue
        if row.is_bulleted:
            row.sort = "bullet"
        else:
            row.score = _evidence(rows, at)
    _follow_the_first(rows)
    _listen_to_lookalikes(rows)
    for row in rows:
        if not row.sort:
            row.sort = "header" if row.score >= HEADER_FROM else "text"
    _join_neighbours(rows)


def label_key(text: str) -> str:
    """A label as it is looked up."""
    key = text.casefold()
    if "(" in key or "–" in key:
        key = key.replace("(", " ").replace(")", " ").replace("–", "-")
    return " ".join(key.split()).strip(_KEY_EDGES)


def split_label(text: str) -> tuple[str, str]:
    """`Client: Acme` as key and value; an empty key when no known label stands in front."""
    cut = text.find(":", 0, 48)
    wide = text.find("：", 0, 30)
    if cut < 0 or 0 <= wide < cut:
        cut = wide
    if cut > 0:
        key = label_key(text[:cut])
        if key in LABELS or key in TASK_LABELS or key in ENVIRONMENT_LABELS or _ends_as_task_label(key):
            return key, text[cut + 1 :].strip()
        return "", text
    for dash in (" - ", " – ", " — ", "- ", "– "):
        cut = text.find(dash, 0, 30)
        if cut > 0:
            key = label_key(text[:cut])
            field = LABELS.get(key)
            if field in _FIELD_LABELS and " " not in key:
                return key, text[cut + len(dash) :].strip()
            break
    return "", text


def _ends_as_task_label(key: str) -> bool:
    words = key.split()
    return 2 <= len(words) <= 5 and words[-1] in TASK_ENDINGS


def _find_cell_labels(rows: list[Row]) -> None:
    """A cell with a known label tells what the cell beside it says."""
    for at in range(len(rows) - 1):
        row, beside = rows[at], rows[at + 1]
        if row.cell is None or row.words > 9 or row.period is not None:
            continue
        key = label_key(row.text)
        kind = _kind_of_key(key)
        if not kind:
            continue
        if beside.cell is None or beside.cell[:2] != row.cell[:2] or beside.cell[2] <= row.cell[2]:
            if row.text[-1] in ":：":
                row.sort = "tasks" if kind in ("tasks", "environment") else "label"
            continue
        row.sort = "tasks" if kind == "tasks" else "label"
        if (
            kind == "tasks"
            and beside.words <= 5
            and not beside.is_bulleted
            and _words_weight(beside.text.lower()) >= 1.5
        ):
            row.sort, kind = "label", "role"  # `Mission | Chef de projet`
        value = at + 1
        while value < len(rows) and rows[value].cell == beside.cell:
            if kind == "environment" and not rows[value].is_bulleted:
                rows[value].sort = "environment"
            elif kind == "detail":
                rows[value].sort = "detail"
            elif kind in _FIELD_LABELS:
                rows[value].sort, rows[value].label, rows[value].score = "header", kind, 4.0
            value += 1


def _announces_tasks(row: Row, below: Row) -> bool:
    """`My duties included:` above bullets."""
    if row.is_bulleted or not below.is_bulleted or not 3 <= row.words <= 12 or row.period is not None:
        return False
    lower = row.text.lower()
    return any(word in lower for word in _TASK_WORDS)


def _kind_of_key(key: str) -> str:
    if key in TASK_LABELS or _ends_as_task_label(key):
        return "tasks"
    return "environment" if key in ENVIRONMENT_LABELS else LABELS.get(key, "")


def _sort_by_label(row: Row) -> None:
    """Rows that begin with, or are, a known label; and those that only say where references are."""
    text = row.text
    colon = ":" in text[:48] or "：" in text[:30]
    if row.is_bulleted:
        if colon:
            key, value = split_label(text)
            if key in ENVIRONMENT_LABELS and _is_enumeration(value):
                row.sort = "environment"
        return
    if row.words <= 10 and text[:5].casefold() in ("refer", "référ") and _ON_REQUEST.search(text):
        row.sort = "aside"
        return
    if not colon and len(text) > 60:
        return
    key, value = split_label(text)
    if key:
        _sort_labelled(row, _kind_of_key(key), value)
    elif row.words <= 5:
        bare = label_key(text)
        if bare in TASK_LABELS or (bare in ENVIRONMENT_LABELS and row.is_bold):
            row.sort = "tasks"


def _sort_labelled(row: Row, kind: str, value: str) -> None:
    if kind == "environment":
        row.sort = "environment"
    elif kind == "tasks":
        row.sort = "text" if value else "tasks"
    elif kind == "detail":
        row.sort = "detail"
    elif kind in _FIELD_LABELS and row.words <= 30:
        row.sort, row.label, row.score = "header", kind, 4.0


def _is_enumeration(value: str) -> bool:
    """Names with commas between, no sentence."""
    words = value.count(" ") + 1
    return words <= 4 or words <= 4 * (value.count(",") + value.count(";") + value.count("|") + value.count("/"))


def _close_environments(rows: list[Row]) -> None:
    """An environment line among the bullets is a bullet unless it closes them; a bare label takes the next row along."""
    for at, row in enumerate(rows):
        following = rows[at + 1] if at + 1 < len(rows) else None
        if (
            row.sort == "tasks"
            and label_key(row.text) in ENVIRONMENT_LABELS
            and following is not None
            and not following.sort
        ):
            if not (following.is_bulleted or following.gap or following.period):
                following.sort = "environment"
        if row.sort != "environment":
            continue
        if following is not None and not row.is_bulleted and _goes_on(following):
            following.sort = "aside"  # the line goes on in a paragraph of its own
        if (
            row.is_bulleted
            and following is not None
            and following.is_bulleted
            and following.line.indent >= row.line.indent
        ):
            row.sort = ""
        elif (
            following is not None
            and not split_label(row.text)[1]
            and label_key(row.text) in ENVIRONMENT_LABELS
            and not following.sort
        ):
            if following.is_bulleted or following.gap or following.period:
                continue
            row.sort, following.sort = "tasks", "environment"


def _goes_on(row: Row) -> bool:
    """Only names with commas between: the rest of an environment line."""
    text = row.text
    if (
        row.sort
        or row.is_bulleted
        or row.gap
        or row.is_bold
        or row.line.bold_lead
        or row.line.outline is not None
        or text.count(",") < 2
    ):
        return False
    return _is_enumeration(text) and row.period is None and not has_role(text.lower())


def _evidence(rows: list[Row], at: int) -> float:
    """How much speaks for a header, from the row itself and its neighbours."""
    row = rows[at]
    words = row.words
    text = row.text
    score = _form(row)
    period = row.period if words <= 45 else None
    if period is not None:
        rest = words - len(text[period.left : period.right].split())
        told = row.line.bold_lead > 2 or text[period.right : period.right + 3].lstrip(")] ")[:1] == ":"
        if rest <= 22 and (text[-1] not in ".;" or (told and period.left < 90)):
            score += 4 if period.is_range or rest <= 2 else 2.5 if rest <= 12 else 1
    if words > 14:
        score -= 1.5 if (period is not None or "\t" in text or "|" in text) else 4 if words > 18 else 2.5
    if text[-1] in _SENTENCE_ENDS and words > 5 and period is None:
        score -= 3
    first = text[0]
    if first.islower() and words > 3:
        score -= 2
    lower = text.lower()
    if ("[" in text or row.line.placeholder or "{" in text) and any(word in lower for word in PLACEHOLDER_TASKS):
        score -= 4
    if words <= 14:
        score += _words_weight(lower)
        if words <= 6 and is_place(text):
            score += 1
    if at == 0:
        score += 2
    elif rows[at - 1].is_bulleted and not row.line.cell:
        score += 1
    elif row.gap:
        score += 0.5
    return score


def _form(row: Row) -> float:
    """Evidence in how the row is set."""
    line = row.line
    score = 0.5 if row.words <= 8 else 0.0
    if line.outline is not None:
        score += 2
    if row.is_bold:
        score += 1.5
    elif line.bold_lead > 2:
        score += 1 if row.text[: line.bold_lead].strip()[-1:] != ":" else 0
    if line.italic or line.underlined:
        score += 0.5
    if row.is_upper:
        score += 1
    if "\t" in row.text or "   " in row.text:
        score += 1
    if _SEPARATED.search(row.text):
        score += 0.7
    return score + _style_weight(line.style) if line.style else score


@lru_cache(256)
def _style_weight(style: str) -> float:
    """Evidence in the name of a style."""
    if any(word in style for word in _TEXT_STYLES):
        return -0.5
    return 1.5 if any(word in style for word in _HEADER_STYLES) else 0.0


def _words_weight(lower: str) -> float:
    """Evidence in the words: a role, an organization."""
    if not lower.isascii() and any(role in lower for role in CJK_ROLES):
        return 1.5
    score = 0.0
    for word in _WORD.findall(lower):
        if word in ROLES:
            score = max(score, 1.5)
        elif word in ORGANIZATIONS:
            score = max(score, 1.0)
    return score


def has_role(lower: str) -> bool:
    """A word for a role is among the words."""
    return _words_weight(lower) >= 1.5


def is_separated(text: str) -> bool:
    """Something parts it: a dash, a pipe, a bullet."""
    return _SEPARATED.search(text) is not None


def _follow_the_first(rows: list[Row]) -> None:
    """The first row of a part opens an experience; short rows that are set like it, unlike running text, do so too."""
    first = rows[0]
    if first.sort or first.is_bulleted or first.score < HEADER_FROM:
        return
    alike = [row for row in rows if not row.is_bulleted and row.look == first.look]
    if len(alike) < 2 or any(row.words > 16 or (row.score < -1 and not row.sort) for row in alike):
        return
    if any(row.look != first.look for row in rows):
        for row in alike[1:]:
            row.score += 1.5


def _join_neighbours(rows: list[Row]) -> None:
    """Short plain rows that touch a dated header belong to it: between two headers, right above, or right below."""
    for at, row in enumerate(rows):
        if row.sort != "text" or row.words > 16 or row.score <= -1.5:
            continue
        before = rows[at - 1] if at else None
        after = rows[at + 1] if at + 1 < len(rows) else None
        above = before is not None and before.sort == "header" and not _is_apart(row, before)
        below = after is not None and after.sort == "header" and not _is_apart(after, row)
        opens = before is None or row.gap or before.is_bulleted or before.sort in ("environment", "bullet")
        if (
            (above and below)
            or (below and opens and after is not None and after.period is not None and row.score > -0.5)
            or (above and before is not None and before.period is not None and _completes(rows, at))
        ):
            row.sort = "header"


def _is_apart(row: Row, above: Row) -> bool:
    """An empty line parts them; cells of one table row are not apart."""
    return row.gap and not (row.cell is not None and above.cell is not None and row.cell[:2] == above.cell[:2])


def _completes(rows: list[Row], at: int) -> bool:
    """The row below a dated one says what is still missing: a role, an organization, a place."""
    row, dated = rows[at], rows[at - 1]
    after = rows[at + 1] if at + 1 < len(rows) else None
    if row.score < 0 or row.text[-1] in _SENTENCE_ENDS:
        return False
    lower = row.text.lower()
    if _words_weight(lower) > 0 or is_place(row.text) or _SEPARATED.search(row.text):
        return True
    if after is not None and (after.is_bulleted or after.sort in ("tasks", "environment")) and row.words <= 8:
        return True
    period = dated.period
    rest = dated.text[: period.left] + dated.text[period.right :] if period else dated.text
    alone = (at < 2 or rows[at - 2].sort != "header") and not re.search(r"[|,•·]| [-–—] | at ", rest)
    return (
        alone
        and after is not None
        and (after.is_bulleted or after.sort in ("tasks", "environment") or after.words > 14)
    )


def _listen_to_lookalikes(rows: list[Row]) -> None:
    """Rows that are set alike are of one sort: the unclear ones follow the clear ones."""
    groups: dict[Look, list[Row]] = {}
    for row in rows:
        if not row.is_bulleted and (not row.sort or row.label):
            groups.setdefault(row.look, []).append(row)
    several = len(groups) > 1
    for group in groups.values():
        open_rows = [row for row in group if not row.sort]
        if not open_rows or len(group) < 2:
            continue
        mean = sum(max(-2.0, min(5.0, row.score)) for row in group) / len(group)
        for row in open_rows:
            if several and -3 < row.score < 4:
                row.score = 0.6 * row.score + 0.4 * mean
