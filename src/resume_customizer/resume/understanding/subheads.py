"""Headings within an experience: `Growth`, `People`, `Projects`, each above some of its bullets.

rows of a part  ->  set_apart_subheads()  ->  their sort is `tasks`
"""

from resume_customizer.resume.understanding.evidence import weigh_vocabulary
from resume_customizer.resume.understanding.places import is_place
from resume_customizer.resume.understanding.rows import Look, Row

_MOST_WORDS = 6
_COLONS = frozenset(":：")


def set_apart_subheads(rows: list[Row]) -> None:
    """Rows set alike, each right above bullets, some of them behind bullets, where other rows tell the time.

    So are those that end in a colon, as others of their look do that are known to head bullets.
    """
    looks: dict[Look, list[int]] = {}
    for at, row in enumerate(rows):
        if not row.is_bulleted and not row.sort and row.period is None:
            looks.setdefault(row.look, []).append(at)
    for group in looks.values():
        if len(group) > 1 and all(_may_be_subhead(rows, at) for at in group) and _go_on_below(rows, group):
            for at in group:
                rows[at].sort = "tasks"
    told = {row.look for row in rows if row.sort == "tasks" and row.text[-1] in _COLONS}
    for at, row in enumerate(rows):
        if (
            not (row.sort or row.is_bulleted)
            and row.look in told
            and row.text[-1] in _COLONS
            and _may_be_subhead(rows, at)
        ):
            row.sort = "tasks"


def _may_be_subhead(rows: list[Row], at: int) -> bool:
    row = rows[at]
    if row.words > _MOST_WORDS or row.period is not None or row.line.outline == 0 or at + 1 == len(rows):
        return False
    return rows[at + 1].is_bulleted and not weigh_vocabulary(row.text.lower()) and not is_place(row.text)


def _go_on_below(rows: list[Row], group: list[int]) -> bool:
    """Some stand between bullets, and some right below a header's dates."""
    between = any(at and rows[at - 1].is_bulleted for at in group)
    return between and any(at and rows[at - 1].period is not None and not rows[at - 1].is_bulleted for at in group)
