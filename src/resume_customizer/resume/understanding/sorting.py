"""What each row of an experience part is: header, bullet, text, label.

    rows of a part  ->  labels  ->  evidence for a header, weighed  ->  what rows that look alike say  ->  sort_rows()

Sorts: `header`, `bullet`, `text` (running text), `tasks` (a label that heads bullets), `environment`,
`detail` (industry, team size, …: neither header nor bullet), `label` (a cell that labels the next one),
`aside` (closing words).
"""

import re
from itertools import pairwise, takewhile

from resume_customizer.resume.understanding.asides import is_aside
from resume_customizer.resume.understanding.cell_labels import label_cells
from resume_customizer.resume.understanding.evidence import (
    HEADER_FROM,
    SENTENCE_ENDS,
    ends_in_short_form,
    evidence,
    has_role,
    is_separated,
    weigh_vocabulary,
)
from resume_customizer.resume.understanding.label_words import ENVIRONMENT_LABELS, TASK_LABELS
from resume_customizer.resume.understanding.labels import (
    has_colon,
    is_enumeration,
    is_environment_label,
    label_key,
    label_kind,
    split_label,
)
from resume_customizer.resume.understanding.partners import set_aside_partners
from resume_customizer.resume.understanding.placed_names import cut_place
from resume_customizer.resume.understanding.places import is_place
from resume_customizer.resume.understanding.roles import part_role
from resume_customizer.resume.understanding.rows import Look, Row
from resume_customizer.resume.understanding.subheads import set_apart_subheads
from resume_customizer.resume.understanding.table_columns import label_columns

_TASK_WORDS = tuple("responsib duties includ achiev accomplish tasks following aufgaben missions funciones".split())
_SHORT = 5
_MOST_OF_MISSION = 14
_COMMAS_ONLY = re.compile(r"^[^|•·–—]+$")
_HONOURS = re.compile(
    r"(?:awards?|hono(?:u)?rs?|recognitions?) ?(?:received|won|and recognition)?[:：] ?\S", re.IGNORECASE
)
"""`Awards: Rep of the Year 2019, 2021`: told of the employment above."""
_PARTED = r"[|,•·]| [-–—] | at "


def sort_rows(rows: list[Row]) -> None:
    """Say of every row what it is (`sort`), of labelled rows what the label says, and how much speaks for a header."""
    if any(row.cell is not None for row in rows):
        label_columns(rows)
        label_cells(rows)
    for row in rows:
        if not row.sort:
            _sort_by_label(row)
    set_aside_partners(rows)
    _sort_by_what_follows(rows)
    set_apart_subheads(rows)
    for at, row in enumerate(rows):
        if row.sort:
            continue
        if row.is_bulleted:
            row.sort = "bullet"
        else:
            row.score = evidence(rows, at)
    _follow_the_first(rows)
    _listen_to_lookalikes(rows)
    for row in rows:
        if not row.sort:
            row.sort = "header" if row.score >= HEADER_FROM else "text"
    _join_between(rows)
    _join_neighbours(rows)


def _sort_by_label(row: Row) -> None:
    """Rows that begin with, or are, a known label; and those that only say where references are."""
    text = row.text
    colon = has_colon(text)
    if row.is_bulleted:
        if colon and _is_environment(text):
            row.sort = "environment"
        return
    if is_aside(row):
        row.sort = "aside"
    elif colon and _HONOURS.match(text):
        row.sort = "detail"
    elif colon or len(text) <= 60 or " – " in text[:30] or " - " in text[:30]:
        key, value = split_label(text)
        if key:
            _sort_labelled(row, label_kind(key), value)
        elif row.words <= 5:
            bare = label_key(text)
            if bare in TASK_LABELS or (bare in ENVIRONMENT_LABELS and row.is_bold):
                row.sort = "tasks"


def _is_environment(text: str) -> bool:
    key, value = split_label(text)
    return key in ENVIRONMENT_LABELS and is_enumeration(value)


def _sort_labelled(row: Row, kind: str, value: str) -> None:
    if kind == "environment":
        row.sort = "environment"
    elif kind == "tasks" and row.period is not None and row.period.is_range and row.words <= _MOST_OF_MISSION:
        row.sort, row.label, row.score = "header", "project", 4.0  # `Mission: Globex (2019 – 2021)`
    elif kind == "tasks":
        row.sort, row.score = ("text" if value else "tasks"), -4.0
    elif kind == "detail":
        row.sort = "detail" if value else "label"
    elif row.words <= 30:
        row.sort, row.label, row.score = "header", kind, 4.0


def _sort_by_what_follows(rows: list[Row]) -> None:
    """Labels whose text stands in the next row; environment lines among bullets, or that go on in another paragraph."""
    for at, (row, below) in enumerate(pairwise(rows)):
        if row.sort == "environment":
            _sort_environment(row, below)
        elif row.sort == "tasks":
            if is_environment_label(row.text) and _may_follow(below):
                below.sort = "environment"
        elif at and not row.sort and row.text[-1] in ":：" and (_announces_tasks(row, below) or _heads(rows, at)):
            row.sort = "tasks"


def _sort_environment(row: Row, below: Row) -> None:
    if row.is_bulleted:
        if below.is_bulleted and below.line.indent >= row.line.indent:
            row.sort = ""  # only the line that closes the bullets is none
    elif _goes_on(below) or (row.text[-1] == "," and _may_follow(below)):
        below.sort = "aside"
    elif not split_label(row.text)[1] and is_environment_label(row.text) and _may_follow(below):
        row.sort, below.sort = "tasks", "environment"


def _may_follow(row: Row) -> bool:
    """It may be the text of the label above."""
    return not (row.sort or row.is_bulleted or row.gap or row.period is not None)


def _goes_on(row: Row) -> bool:
    """Only names with commas between: the rest of an environment line."""
    line = row.line
    if row.text.count(",") < 2 or line.bold_lead or line.outline is not None or not _may_follow(row):
        return False
    return is_enumeration(row.text) and not has_role(row.text) and cut_place(row.text) is None


def _announces_tasks(row: Row, below: Row) -> bool:
    """`My duties included:` above bullets, or above text where it is short."""
    if row.is_bulleted or row.period is not None or not 3 <= row.words <= (12 if below.is_bulleted else 5):
        return False
    lower = row.text.lower()
    return any(word in lower for word in _TASK_WORDS)


def _heads(rows: list[Row], at: int) -> bool:
    """`Key wins:` between a dated header and bullets, of words that are in no name."""
    row, below = rows[at], rows[at + 1]
    if row.is_bulleted or not below.is_bulleted or row.words > _SHORT or row.period is not None:
        return False
    dated = any(above.period is not None and not above.is_bulleted for above in rows[max(0, at - 3) : at])
    return dated and not weigh_vocabulary(row.text.lower())


def _follow_the_first(rows: list[Row]) -> None:
    """The first row of a part opens an experience; short rows that are set like it, unlike running text, do so too."""
    first = rows[0]
    if first.sort or first.score < HEADER_FROM:
        return
    alike = [row for row in rows if not row.is_bulleted and row.look == first.look]
    if len(alike) < 2 or any(row.words > 16 or (row.score < -1 and not row.sort) for row in alike):
        return
    if any(row.look != first.look for row in rows):
        for row in alike[1:]:
            row.score += 1.5


def _listen_to_lookalikes(rows: list[Row]) -> None:
    """Rows that are set alike are of one sort: the unclear ones follow the clear ones."""
    groups: dict[Look, list[Row]] = {}
    for row in rows:
        if not row.is_bulleted and (not row.sort or row.label):
            groups.setdefault(row.look, []).append(row)
    if len(groups) < 2:
        return
    for group in groups.values():
        if len(group) < 2:
            continue
        mean = sum(max(-2.0, min(5.0, row.score)) for row in group) / len(group)
        for row in group:
            if not row.sort and -3 < row.score < 4:
                row.score = 0.6 * row.score + 0.4 * mean


def _join_neighbours(rows: list[Row]) -> None:
    """Short plain rows that touch a dated header belong to it: between two headers, right above, or right below."""
    for at, row in enumerate(rows):
        if row.sort != "text" or row.words > 16 or row.score <= -1.5 or _is_sentence(row):
            continue
        before = rows[at - 1] if at else None
        after = rows[at + 1] if at + 1 < len(rows) else None
        above = before if before is not None and before.sort == "header" and not _is_apart(row, before) else None
        below = after if after is not None and after.sort == "header" and not _is_apart(after, row) else None
        opens = before is None or row.gap or before.is_bulleted or before.sort == "environment"
        if (
            (above is not None and below is not None)
            or (below is not None and opens and below.period is not None and row.score > -0.5)
            or (above is not None and _is_below_dates(rows, at) and _completes(rows, at))
            or (above is not None and after is not None and _names_the_place(row, after))
        ):
            row.sort = "header"


def _join_between(rows: list[Row]) -> None:
    """Two or three short rows between a row that says nothing but dates and another row of its header."""
    for at, row in enumerate(rows):
        if row.sort != "header" or row.period is None or len(row.text) - row.period.right + row.period.left > 3:
            continue
        start = next((back for back in range(at - 1, max(-1, at - 5), -1) if rows[back].sort == "header"), at)
        end = next((on for on in range(at + 1, min(len(rows), at + 5)) if rows[on].sort == "header"), at)
        below = [] if end == at or rows[end].period is not None else rows[at + 1 : end + 1]
        for between, last in ((rows[start + 1 : at], row), (below[:-1], below[-1] if below else row)):
            if all(_may_be_between(each, row) for each in between) and not any(each.gap for each in (*between, last)):
                for each in between:
                    each.sort = "header"


def _may_be_between(row: Row, dated: Row) -> bool:
    short = row.words <= 10 and row.score > -1
    return row.sort == "text" and short and row.cell == dated.cell and not _is_sentence(row)


def _names_the_place(row: Row, below: Row) -> bool:
    """Between a header and its bullets: an organization, or something with a place behind it."""
    if not (below.is_bulleted or below.sort == "tasks") or row.words > 10:
        return False
    return weigh_vocabulary(row.text.lower()) >= 1 or is_place(row.text) or cut_place(row.text) is not None


def _is_sentence(row: Row) -> bool:
    """It ends like one, and not in `Inc.` or `Ltd.`."""
    if row.words < 3 or row.text[-1] not in SENTENCE_ENDS:
        return False
    return not ends_in_short_form(row.text)


def _is_below_dates(rows: list[Row], at: int) -> bool:
    """The row above is dated, or belongs to a header whose dates stand higher."""
    if rows[at - 1].period is not None:
        return True
    above = takewhile(lambda row: row.sort == "header", reversed(rows[max(0, at - 4) : at]))
    return rows[at].words <= 6 and any(row.period is not None for row in above)


def _is_apart(row: Row, above: Row) -> bool:
    """An empty line parts them; cells of one table row are not apart."""
    return row.gap and not (row.cell is not None and above.cell is not None and row.cell[:2] == above.cell[:2])


def _completes(rows: list[Row], at: int) -> bool:
    """The row below a dated one says what is still missing: a role, an organization, a place."""
    row = rows[at]
    if row.score < -1 or _is_sentence(row):
        return False
    if weigh_vocabulary(row.text.lower()) > 0 or is_place(row.text) or is_separated(row.text):
        return True
    if row.words <= 8 and "," in row.text and cut_place(row.text) is not None:
        return True
    after = rows[at + 1] if at + 1 < len(rows) else None
    if after is None:
        return False
    heads = after.is_bulleted or after.sort in ("tasks", "environment")
    tells = after.words > 14 or _is_sentence(after)
    return (heads and row.words <= 8) or ((heads or tells) and _count_names(rows, at) < 2)


def _count_names(rows: list[Row], at: int) -> int:
    """How many names the header above the row tells, its dates left out; 2 stands for all that are more."""
    names = 0
    for back in range(at - 1, max(-1, at - 5), -1):
        above = rows[back]
        if above.sort != "header":
            break
        period = above.period
        rest = above.text[: period.left] + above.text[period.right :] if period else above.text
        rest = rest.strip(" \t,|·•()[]–—-")
        if any(map(str.isalpha, rest)):
            names += 2 if re.search(_PARTED, rest) and (not _COMMAS_ONLY.search(rest) or part_role(rest)) else 1
    return names
