"""Reads tech-stack text that people type: headings, bullets, plain lines, wrapped lines, in any mixture.

    rows  ->  facts about the whole text  ->  one verdict for each row  ->  Gathering

Each row is a heading, a point, the rest of the point before it, or it is named as left out. What a row is follows
from its own look (Row), its neighbours, and the habits of the text: does it wrap at a width, do its points
end with a full stop, do its headings stand behind a blank line. Rules stand in order; the first that knows decides.

Promises (tests in tests/core/tech_stack_readers/test_loose.py):

* No row with content vanishes.
* A wrapped point has the line that it begins on.
* Time grows with the length of the text only.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from resume_customizer.core.tech_stack_readers.gathering import Gathering
from resume_customizer.core.tech_stack_readers.habits import habits_of
from resume_customizer.core.tech_stack_readers.names import heading_name, split_title
from resume_customizer.core.tech_stack_readers.rows import read_rows
from resume_customizer.core.tech_stack_readers.rules import verdict_on
from resume_customizer.core.tech_stack_readers.spot import Spot, Verdict, is_label

_BOLD = re.compile(r"(?<![\w*])\*\*(?!\s)([^*]+)(?<!\s)\*\*(?![\w*])")


def read_loose_text(lines: Iterable[tuple[int, str]], gathered: Gathering) -> None:
    """Give every numbered line to the gathering as what it is."""
    rows = read_rows(lines)
    if not rows:
        return
    habits = habits_of(rows)
    spot = Spot(rows[0], rows[0], None, habits, gathered)
    text: list[str] = []
    for at, row in enumerate(rows):
        spot.row, spot.above = row, rows[max(0, at - 1)]
        spot.below = rows[at + 1] if at + 1 < len(rows) else None
        spot.has_label = spot.below is not None and not spot.below.marker and is_label(spot.below)
        if spot.has_label and at + 2 < len(rows):
            spot.below = rows[at + 2]
        verdict = verdict_on(spot)
        if verdict == "rest" and text:
            text.append(f"{row.marker} {row.body}" if row.marker else row.body)
            continue
        _finish_point(spot, text)
        text = _begin(spot, verdict)
    _finish_point(spot, text)


def _begin(spot: Spot, verdict: Verdict) -> list[str]:
    """Act on a verdict; gives the text of the point that begins here."""
    row = spot.row
    if verdict in ("label", "chatter"):
        reason = "a label, not a technology" if verdict == "label" else "reads as talk, not as a point"
        spot.gathered.left_out(row.body, row.line, reason)
        return []
    text = row.body
    if verdict == "titled point":
        title, text = split_title(row.body) or (row.name, row.body)
        spot.gathered.heading(heading_name(title), row.line)
        spot.heading, spot.titled = row, True
    elif verdict == "heading":
        spot.gathered.heading(row.name, row.line)
        spot.heading, spot.point, spot.titled = row, None, False
        return []
    elif verdict == "bare point":
        spot.gathered.notice("point-without-bullet", "this line has no bullet; read as a point of its own", row.line)
    spot.point = row
    return [text]


def _finish_point(spot: Spot, text: list[str]) -> None:
    if not text or spot.point is None:
        return
    parts = [text[0]]
    for above, part in pairwise(text):
        hyphenated = above.endswith("-") and above[-2:-1].isalpha() and part[0].islower()
        parts += (part,) if hyphenated else (" ", part)
    joined = "".join(parts)
    plain = without_bold(joined)
    if plain != joined:
        spot.gathered.markup_removed(spot.point.line)
    spot.gathered.point(plain, spot.point.line)
    text.clear()


def without_bold(text: str) -> str:
    """The text without pairs of Markdown's `**`."""
    return _BOLD.sub(r"\1", text) if "**" in text else text
