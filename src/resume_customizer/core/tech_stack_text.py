"""Reads tech-stack text that people type: headings, bullets, plain lines, wrapped lines, in any mixture.

    rows  ->  facts about the whole text  ->  one verdict for each row  ->  Gathering

Each row is a heading, a point, the rest of the point before it, or it is named as left out. What a row is follows
from its own look (tech_stack_rows), its neighbours, and the habits of the text: does it wrap at a width, do its points
end with a full stop, do its headings stand behind a blank line. Rules stand in order; the first that knows decides.

Promises (tests in tests/core/test_tech_stack_text.py):

* No row with content vanishes.
* A wrapped point has the line that it begins on.
* Time grows with the length of the text only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from resume_customizer.core.tech_stack_gathering import Gathering
from resume_customizer.core.tech_stack_rows import Row, heading_name, is_name, read_rows, split_title
from resume_customizer.core.tech_stack_words import CHATTER, LABELS, PAST_TENSES, TO_THE_READER

Verdict = Literal["heading", "titled point", "point", "bare point", "rest", "label", "chatter"] | None
"""A `bare point` has no bullet where others do; a `titled point` brings its heading along (`Java: Designed …`)."""
_NARROWEST_WRAP = 55
"""Nobody wraps text at fewer columns."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What holds for the text as a whole."""

    has_bullets: bool
    has_wrapped_lines: bool
    widest: int
    """Length of the longest line; 0 when no line is so long that it would be broken."""
    wrap_width: int
    """Column at which lines were broken by a program; 0 when they were not."""
    ends_points_with_stop: bool
    begins_points_low: bool
    has_gaps_before_headings: bool


@dataclass(slots=True)
class Spot:
    """One row among its neighbours, and what has been read so far."""

    row: Row
    above: Row
    """The row before; for the first row itself."""
    below: Row | None
    habits: Habits
    gathered: Gathering
    heading: Row | None = None
    """The heading in force."""
    point: Row | None = None
    """The row that the point above began with; None directly after a heading."""
    has_label: bool = False
    """The next line is a label, such as `Responsibilities:`."""
    titled: bool = False
    """Headings came with their points in one line so far."""

    @property
    def point_is_marked(self) -> bool:
        """The point above began with a bullet or number."""
        return self.point is not None and bool(self.point.marker)

    @property
    def leads_list(self) -> bool:
        """The next row has a bullet or number."""
        return self.below is not None and bool(self.below.marker)

    @property
    def fits_above(self) -> bool:
        """The line above had room for this row's first word: nothing forced a line break there."""
        first = self.row.body.split(" ", 1)[0]
        return self.above.width + 1 + len(first) <= self.habits.wrap_width - 8


def read_loose_text(lines: Iterable[tuple[int, str]], gathered: Gathering) -> None:
    """Give every numbered line to the gathering as what it is."""
    rows = read_rows(lines)
    if not rows:
        return
    habits = _habits(rows)
    spot = Spot(rows[0], rows[0], None, habits, gathered)
    text: list[str] = []
    for at, row in enumerate(rows):
        spot.row, spot.above = row, rows[max(0, at - 1)]
        spot.below = rows[at + 1] if at + 1 < len(rows) else None
        spot.has_label = spot.below is not None and not spot.below.marker and _is_label(spot.below)
        if spot.has_label and at + 2 < len(rows):
            spot.below = rows[at + 2]
        verdict = _verdict(spot)
        if verdict == "rest" and text:
            text.append(row.body)
            continue
        _finish_point(spot, text)
        text = _begin(spot, verdict)
    _finish_point(spot, text)


def _is_label(row: Row) -> bool:
    return row.name.casefold() in LABELS


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
    joined = text[0]
    for part in text[1:]:
        hyphenated = joined.endswith("-") and joined[-2:-1].isalpha() and part[0].islower()
        joined += part if hyphenated else f" {part}"
    plain = without_bold(joined)
    if plain != joined:
        spot.gathered.markup_removed(spot.point.line)
    spot.gathered.point(plain, spot.point.line)
    text.clear()


def without_bold(text: str) -> str:
    """The text without pairs of Markdown's `**`."""
    parts = text.split("**")
    if len(parts) < 3 or len(parts) % 2 == 0 or any(p != p.strip() or not p for p in parts[1::2]):
        return text
    return "".join(parts)


def _habits(rows: list[Row]) -> Habits:
    pairs = list(zip(rows, rows[1:], strict=False))
    wraps = [
        (above, row) for above, row in pairs
        if not row.marker and not row.gap and row.body[0].islower() and row.starts_low and not row.has_colon
        and (above.marker or above.words > 3)
    ]  # fmt: skip
    ends = [above for above, below in pairs if (below.marker or below.gap) and above.words > 3]
    bullets = [row for row in rows if row.marker]
    widest = max(row.width for row in rows)
    firsts = bullets or [row for above, row in pairs if above.gap and above.shape and above.words <= 4 and not row.gap]
    return Habits(
        has_bullets=bool(bullets),
        has_wrapped_lines=bool(wraps),
        widest=widest if widest >= _NARROWEST_WRAP else 0,
        wrap_width=_wrap_width(widest, wraps),
        ends_points_with_stop=len(ends) > 5 and all(row.is_complete for row in ends),
        begins_points_low=sum(row.starts_low for row in firsts) * 2 > len(firsts),
        has_gaps_before_headings=any(
            row.gap and row.shape and not row.marker and below.marker for row, below in pairs[1:]
        ),
    )


def _wrap_width(width: int, wraps: list[tuple[Row, Row]]) -> int:
    """The column where lines were broken, if every break so far was forced by it."""
    if len(wraps) < 2 or width < _NARROWEST_WRAP:
        return 0
    forced = sum(above.width + 1 + row.body.find(" ") > width - 8 for above, row in wraps)
    return width if forced * 10 >= len(wraps) * 9 else 0


def _verdict(spot: Spot) -> Verdict:
    """What this row is: the first rule that knows decides."""
    row = spot.row
    if row.marker:
        rules = _MARKED
    elif row.gap or (spot.heading is None and spot.point is None):
        rules = _OPENING
    elif spot.point is None:
        rules = _UNDER_HEADING
    else:
        rules = _BELOW_BULLET if spot.point.marker else _BELOW_PLAIN
    for rule in rules:
        verdict = rule(spot)
        if verdict:
            return verdict
    return "point"


# ---------------------------------------------------------------- rules for any row


def _label(spot: Spot) -> Verdict:
    return "label" if _is_label(spot.row) else None


def _marked_up(spot: Spot) -> Verdict:
    row = spot.row
    in_sentence = spot.point is not None and not row.gap and spot.above.is_unfinished
    return "heading" if row.is_marked_up and row.shape and not in_sentence else None


def _chatter(spot: Spot) -> Verdict:
    """What a chat tool says around the points."""
    text = spot.row.body.lower()
    begins = any(text.startswith(c) and not text[len(c) : len(c) + 1].isalnum() for c in CHATTER)
    return "chatter" if begins or not TO_THE_READER.isdisjoint(text.split()) else None


def _title_of_known_kind(spot: Spot) -> Verdict:
    """`Java: Designed …` where headings stand in the line of their points."""
    parts = split_title(spot.row.body)
    if parts is None or spot.row.has_colon:
        return None
    is_usual = spot.heading is None or spot.titled or spot.gathered.knows(heading_name(parts[0]))
    return "titled point" if is_usual and is_name(parts[0], 4) else None


# ---------------------------------------------------------------- rows with a bullet or number


def _marked_heading(spot: Spot) -> Verdict:
    """A heading that has a bullet or number itself: something stands under it."""
    row, below, heading = spot.row, spot.below, spot.heading
    if not row.shape or below is None:
        return None
    if (row.is_marked_up and not below.is_marked_up) or (row.has_colon and row.shape == 2 and row.words <= 5):
        return "heading"
    is_sibling = heading is not None and (heading.marker, heading.indent) == (row.marker, row.indent)
    if not is_sibling and heading is not None and spot.point is not None:
        is_other_kind = row.marker != spot.point.marker or row.indent < spot.point.indent
        is_outer = bool(heading.marker) and row.indent <= heading.indent and is_other_kind
        if row.shape < 2 or not (row.gap or is_outer):
            return None
    if below.marker:
        leads = below.indent > row.indent or below.marker != row.marker
    else:
        leads = row.shape == 2 and row.words <= 4 <= below.words and not below.starts_low
    most_words = 5 if row.shape == 2 else 4 if is_sibling or row.has_colon else 3
    return "heading" if leads and row.words <= most_words and not row.starts_with_verb else None


def _marked_title(spot: Spot) -> Verdict:
    """`• Java: Designed …` where no other heading is in force."""
    return _title_of_known_kind(spot) if spot.heading is None or (spot.titled and spot.heading.marker) else None


# ---------------------------------------------------------------- rows behind a gap


def _goes_on_behind_gap(spot: Spot) -> Verdict:
    row = spot.row
    if spot.point is None or row.has_colon or not row.starts_low or spot.habits.begins_points_low:
        return None
    return "rest" if spot.above.is_unfinished or not row.shape or not spot.leads_list else None


def _opening_before_list(spot: Spot) -> Verdict:
    row = spot.row
    if not spot.leads_list:
        return None
    parts = split_title(row.body)
    if parts and not row.has_colon and (not row.shape or _begins_with_verb(parts[1])):
        return _title_of_known_kind(spot) or ("titled point" if is_name(parts[0], 3) else None)
    if row.shape:
        return "heading"
    return None


def _opening_title(spot: Spot) -> Verdict:
    """`Java: Designed …` behind a gap."""
    if spot.habits.has_bullets and spot.point is not None and ": " in spot.row.body:
        parts = split_title(spot.row.body)
        return "titled point" if parts and is_name(parts[0], 3) else None
    return _title_of_known_kind(spot)


def _opening_name(spot: Spot) -> Verdict:
    row, below = spot.row, spot.below
    if row.shape and row.has_colon:
        return "heading"
    if row.shape == 2 and row.words <= 5:
        return "heading" if below is not None or spot.point is not None or spot.heading is None else None
    is_short = row.words <= (6 if spot.heading is None else 4)
    if not row.shape or not is_short or row.starts_with_verb or below is None:
        return None
    if below.gap:
        return "heading" if spot.heading is None and below.shape else None
    return "heading" if below.words >= row.words + 2 else None


def _opening_sentence(spot: Spot) -> Verdict:
    row = spot.row
    if not spot.habits.has_bullets or row.starts_with_verb:
        return None
    if spot.heading is None:
        return "chatter"
    return "bare point" if spot.point is not None and spot.point.marker else None


# ---------------------------------------------------------------- rows directly under a heading


def _under_heading(spot: Spot) -> Verdict:
    """A heading directly under another one: the other was a title."""
    row, below = spot.row, spot.below
    if not row.shape or below is None or row.starts_with_verb:
        return None
    if below.marker or row.has_colon:
        return "heading" if row.shape == 2 or row.has_colon else None
    is_title_above = spot.heading is not None and spot.heading is spot.above and spot.heading.line == 1
    is_name_here = row.shape == 2 and row.words <= 4
    return "heading" if is_title_above and is_name_here and not below.shape and not below.gap else None


# ---------------------------------------------------------------- rows directly below a point


def _goes_on(spot: Spot) -> Verdict:
    """The sentence above can't end there, or this can't begin one."""
    row, heading = spot.row, spot.heading
    if heading is not None and heading.body[0].islower() and spot.habits.begins_points_low and spot.leads_list:
        return "rest" if spot.above.is_unfinished or row.words > 2 else None
    if row.starts_low and not row.has_colon and (spot.point_is_marked or not spot.habits.begins_points_low):
        return "rest"
    return "rest" if spot.above.is_unfinished or row.goes_on else None


def _below_bullet_by_place(spot: Spot) -> Verdict:
    """Indentation, quotes, numbering and line width tell."""
    row, point, below = spot.row, spot.point, spot.below
    if point is None:
        return None
    base = spot.heading.indent if spot.heading is not None else 0
    if (row.indent > base and not row.has_colon) or row.body[0] in "“‘\"'(<[{":
        return "rest"
    if not row.shape:
        return _sentence_below_bullet(spot)
    if below is None or spot.has_label:
        return "heading" if row.has_colon or spot.has_label else "rest"
    if point.number and below.number and point.marker == below.marker and below.number != point.number:
        return "rest" if below.number > point.number else "heading"
    return None


def _sentence_below_bullet(spot: Spot) -> Verdict:
    """A point whose bullet was forgotten, or the next sentence of the point above."""
    row, habits = spot.row, spot.habits
    if _title_of_known_kind(spot) and spot.above.is_complete and spot.heading is not None:
        return "titled point"
    if not row.body[0].isupper() or row.words < 5:
        return "rest"
    if habits.wrap_width:
        return "bare point" if spot.fits_above else "rest"
    return "bare point" if spot.above.is_complete and row.starts_with_verb else "rest"


def _below_bullet_by_width(spot: Spot) -> Verdict:
    row = spot.row
    if spot.habits.wrap_width and not row.has_colon:
        if not spot.fits_above and not (spot.above.is_complete and row.shape == 2):
            return "rest"
        return "heading" if spot.leads_list else None
    if row.has_colon:
        return "heading" if row.shape == 2 or row.words <= 4 else "rest"
    return "heading" if spot.gathered.knows(row.name) else None


def _below_bullet_by_habit(spot: Spot) -> Verdict:
    row, below, point, habits = spot.row, spot.below, spot.point, spot.habits
    if below is None or point is None:
        return "rest"
    complete = spot.above.is_complete
    if not below.marker:
        leads = row.shape == 2 and not below.shape and not below.starts_low
        return "heading" if leads else "rest"
    if row.shape == 2:
        spaced = habits.has_gaps_before_headings and habits.has_wrapped_lines and below.marker == point.marker
        in_name = spot.above.width == habits.widest and spot.above.ends_with_name and row.words <= 2
        doubtful = below.gap or habits.ends_points_with_stop or spaced or in_name
        return "heading" if complete or not doubtful else "rest"
    in_name = habits.has_wrapped_lines or spot.above.ends_with_name
    leads = complete or below.marker != point.marker or not in_name
    return "heading" if leads and row.words <= 3 else "rest"


def _below_plain_by_place(spot: Spot) -> Verdict:
    row, point, heading = spot.row, spot.point, spot.heading
    if point is None:
        return None
    if row.indent > point.indent:
        return "rest"
    if heading is not None and point.indent > heading.indent >= row.indent and row.shape:
        return "heading"
    if spot.leads_list and (row.shape == 2 or (row.shape and row.has_colon)):
        return "heading"
    if row.shape and row.has_colon:
        return "heading"
    begins = row.starts_with_verb or row.body[0].isdigit() or spot.above.is_complete or split_title(row.body) is not None
    return "rest" if spot.habits.wrap_width and not spot.fits_above and not begins else None


def _below_plain_by_look(spot: Spot) -> Verdict:
    row, below, point = spot.row, spot.below, spot.point
    if point is None or not row.shape or row.starts_with_verb:
        return None
    if below is None:
        return "heading" if row.shape == 2 and row.words <= 3 and point.words >= 5 else None
    if row.shape == 2:
        return "heading" if row.words <= 5 and below.shape < 2 else None
    is_short = row.words <= 3 and row.body[0].isalpha() and below.words >= 5 and spot.above.words >= 5
    return "heading" if is_short and not below.gap else None


def _below_plain_by_habit(spot: Spot) -> Verdict:
    habits = spot.habits
    joins = habits.ends_points_with_stop and habits.has_wrapped_lines and not spot.above.is_complete
    return "rest" if joins else None


def _begins_with_verb(text: str) -> bool:
    first = text.split(" ", 1)[0].lower()
    return first in PAST_TENSES or (first.endswith(("ed", "ing")) and len(first) > 4 and not is_name(text, 4))


Rule = Callable[[Spot], Verdict]
_MARKED: tuple[Rule, ...] = (_label, _marked_heading, _marked_title)
_OPENING: tuple[Rule, ...] = (
    _chatter, _label, _marked_up, _goes_on_behind_gap, _opening_before_list, _opening_title, _opening_name, _opening_sentence,
)  # fmt: skip
_UNDER_HEADING: tuple[Rule, ...] = (_label, _marked_up, _under_heading)
_BELOW_BULLET: tuple[Rule, ...] = (
    _label, _marked_up, _goes_on, _below_bullet_by_place, _below_bullet_by_width, _below_bullet_by_habit,
)  # fmt: skip
_BELOW_PLAIN: tuple[Rule, ...] = (
    _label, _marked_up, _goes_on, _below_plain_by_place, _title_of_known_kind, _below_plain_by_look, _below_plain_by_habit,
)  # fmt: skip
