"""Decides what each row of a loose text is, by its look, its neighbours and the habits of the text.

    Spot (a row among its neighbours)  ->  verdict_on()  ->  heading, point, rest of a point, …

The rules for a place (behind a gap, under a heading, below a bullet, below a plain point) stand in order in a tuple;
the first that knows decides, and a row that no rule knows is a point.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from resume_customizer.core.tech_stack_readers.gathering import Gathering
from resume_customizer.core.tech_stack_readers.habits import Habits
from resume_customizer.core.tech_stack_readers.markers import DASHES
from resume_customizer.core.tech_stack_readers.names import heading_name, is_name, split_title
from resume_customizer.core.tech_stack_readers.rows import Row
from resume_customizer.core.tech_stack_readers.words import CHATTER, LABELS, PAST_TENSES, TO_THE_READER

Verdict = Literal["heading", "titled point", "point", "bare point", "rest", "label", "chatter"]
"""A `bare point` has no bullet where others do; a `titled point` brings its heading along (`Java: Designed …`); the
`rest` belongs to the point above; a `label` and `chatter` are left out, with a notice."""


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


def verdict_on(spot: Spot) -> Verdict:
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


def is_label(row: Row) -> bool:
    """Whether the row says what follows, not which technology: `Responsibilities:`."""
    return row.name.casefold() in LABELS


def _label(spot: Spot) -> Verdict | None:
    return "label" if is_label(spot.row) else None


def _marked_up(spot: Spot) -> Verdict | None:
    row = spot.row
    in_sentence = spot.point is not None and not row.gap and spot.above.is_unfinished
    return "heading" if row.is_marked_up and row.shape and not in_sentence else None


def _chatter(spot: Spot) -> Verdict | None:
    """What a chat tool says around the points."""
    text = spot.row.body.lower()
    begins = any(text.startswith(c) and not text[len(c) : len(c) + 1].isalnum() for c in CHATTER)
    return "chatter" if begins or not TO_THE_READER.isdisjoint(text.split()) else None


def _title_of_known_kind(spot: Spot) -> Verdict | None:
    """`Java: Designed …` where headings stand in the line of their points."""
    parts = split_title(spot.row.body)
    if parts is None or spot.row.has_colon:
        return None
    is_usual = spot.heading is None or spot.titled or spot.gathered.knows(heading_name(parts[0]))
    return "titled point" if is_usual and is_name(parts[0], 4) else None


# ---------------------------------------------------------------- rows with a bullet or number


def _dash_in_sentence(spot: Spot) -> Verdict | None:
    """A line that was broken before a dash – as here – is no list of dashes."""
    row, above, below, point = spot.row, spot.above, spot.below, spot.point
    if row.marker not in ("–", "—") or point is None or row.gap or not row.starts_low or above.is_complete:
        return None
    is_list = row.marker in (point.marker, below.marker if below is not None else "") or spot.habits.begins_points_low
    return None if is_list else "rest"


def _marked_heading(spot: Spot) -> Verdict | None:
    """A heading that has a bullet or number itself: something stands under it."""
    row, below, heading = spot.row, spot.below, spot.heading
    if not row.shape or below is None:
        return None
    if (row.is_marked_up and not below.is_marked_up) or (row.has_colon and row.shape == 2 and row.words <= 5):
        return "heading"
    is_sibling = heading is not None and (heading.marker, heading.indent) == (row.marker, row.indent)
    if (
        not is_sibling
        and heading is not None
        and spot.point is not None
        and not _breaks_list(row, below, heading, spot)
    ):
        return None
    if below.marker:
        leads = below.indent > row.indent or below.marker != row.marker
    else:
        leads = row.shape == 2 and row.words <= 4 <= below.words and not below.starts_low
    most_words = 5 if row.shape == 2 else 4 if is_sibling or row.has_colon else 3
    return "heading" if leads and row.words <= most_words and not row.starts_with_verb else None


def _breaks_list(row: Row, below: Row, heading: Row, spot: Spot) -> bool:
    """A name that can't be one more point of the list above: behind a gap, further out, or marked in another way."""
    if row.shape < 2 or spot.point is None or row.gap:
        return row.shape == 2 and bool(row.gap)
    is_other = row.marker != spot.point.marker
    if heading.marker:
        return row.indent <= heading.indent and (is_other or row.indent < spot.point.indent)
    resumes = below.marker == spot.point.marker and row.indent <= spot.point.indent
    return is_other and resumes and row.marker not in DASHES + "*+"


def _marked_title(spot: Spot) -> Verdict | None:
    """`• Java: Designed …` where no other heading is in force."""
    return _title_of_known_kind(spot) if spot.heading is None or (spot.titled and spot.heading.marker) else None


# ---------------------------------------------------------------- rows behind a gap


def _goes_on_behind_gap(spot: Spot) -> Verdict | None:
    row, below = spot.row, spot.below
    if spot.point is None or row.has_colon or not row.starts_low or spot.habits.begins_points_low:
        return None
    is_name_alone = row.shape and row.words <= 3 and below is not None and not below.gap
    leads = is_name_alone and below is not None and (below.marker or not below.starts_low)
    hangs = spot.heading is not None and row.indent > spot.heading.indent
    return "rest" if spot.above.is_unfinished or hangs or not leads else None


def _opening_before_list(spot: Spot) -> Verdict | None:
    row = spot.row
    if not spot.leads_list:
        return None
    parts = split_title(row.body)
    if parts and not row.has_colon and (not row.shape or _begins_with_verb(parts[1])):
        return _title_of_known_kind(spot) or ("titled point" if is_name(parts[0], 3) else None)
    if row.shape:
        return "heading"
    return None


def _opening_title(spot: Spot) -> Verdict | None:
    """`Java: Designed …` behind a gap."""
    if spot.habits.has_bullets and spot.point is not None and ": " in spot.row.body:
        parts = split_title(spot.row.body)
        return "titled point" if parts and is_name(parts[0], 3) else None
    return _title_of_known_kind(spot)


def _opening_name(spot: Spot) -> Verdict | None:
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


def _opening_sentence(spot: Spot) -> Verdict | None:
    row = spot.row
    if not spot.habits.has_bullets or row.starts_with_verb:
        return None
    if spot.heading is None:
        return "chatter"
    return "bare point" if spot.point is not None and spot.point.marker else None


# ---------------------------------------------------------------- rows directly under a heading


def _under_heading(spot: Spot) -> Verdict | None:
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


def _goes_on(spot: Spot) -> Verdict | None:
    """The sentence above can't end there, or this can't begin one."""
    row, heading = spot.row, spot.heading
    if heading is not None and heading.body[0].islower() and spot.habits.begins_points_low and spot.leads_list:
        return "rest" if spot.above.is_unfinished or row.words > 2 else None
    if spot.above.is_unfinished or row.goes_on:
        return "rest"
    low = row.starts_low and not row.has_colon and (spot.point_is_marked or not spot.habits.begins_points_low)
    return "rest" if low and not _is_low_name(spot) else None


def _is_low_name(spot: Spot) -> bool:
    """`pandas` or `dbt` in a line of its own, and not the last word of a wrapped point."""
    row, below, habits = spot.row, spot.below, spot.habits
    words = len(row.name.split())
    if not 0 < words <= 2 or below is None or (below.starts_low and not below.marker):
        return False
    if spot.above.is_complete:
        return words == 1
    if habits.wrap_width and not spot.fits_above:
        return False
    is_last_word = habits.has_wrapped_lines or spot.above.width == habits.widest or spot.above.ends_with_name
    return (words == 1 and not is_last_word) or _is_known(row)


def _is_known(row: Row) -> bool:
    """The last resort where the rules leave it open: a technology has this name."""
    from resume_customizer.core.technologies import find_technology

    return find_technology(row.name) is not None


def _below_bullet_by_place(spot: Spot) -> Verdict | None:
    """Indentation, quotes, numbering and line width tell."""
    row, point, below = spot.row, spot.point, spot.below
    if point is None:
        return None
    base = spot.heading.indent if spot.heading is not None else 0
    if (row.indent > base and not row.has_colon) or row.body[0] in "(<[{":
        return "rest"
    if row.body[0] in "“‘\"'" and row.shape < 2:
        return "rest"
    if not row.shape:
        return _sentence_below_bullet(spot)
    if below is None or spot.has_label:
        return "heading" if row.has_colon or spot.has_label else "rest"
    if point.number and below.number and point.marker == below.marker and below.number != point.number:
        return "rest" if below.number > point.number else "heading"
    return None


def _sentence_below_bullet(spot: Spot) -> Verdict | None:
    """A point whose bullet was forgotten, or the next sentence of the point above."""
    row, habits = spot.row, spot.habits
    if _title_of_known_kind(spot) and spot.above.is_complete and spot.heading is not None:
        return "titled point"
    if not row.body[0].isupper() or row.words < 5:
        return "rest"
    if habits.wrap_width:
        return "bare point" if spot.fits_above else "rest"
    return "bare point" if spot.above.is_complete and row.starts_with_verb else "rest"


def _below_bullet_by_width(spot: Spot) -> Verdict | None:
    row, habits = spot.row, spot.habits
    if spot.leads_list and spot.gathered.knows(row.name):
        return "heading"
    if row.has_colon:
        return "heading" if row.shape == 2 or row.words <= 4 else "rest"
    if not habits.wrap_width:
        return None
    if not spot.fits_above and not (spot.above.is_complete and row.shape == 2):
        may_end = spot.leads_list and not habits.has_gaps_before_headings and not spot.above.ends_with_name
        return "heading" if may_end and _is_known(row) else "rest"
    return "heading" if spot.leads_list else None


def _below_bullet_by_habit(spot: Spot) -> Verdict | None:
    row, below, point, habits = spot.row, spot.below, spot.point, spot.habits
    if below is None or point is None:
        return "rest"
    complete = spot.above.is_complete
    in_name = spot.above.width == habits.widest and spot.above.ends_with_name
    if not below.marker:
        leads = row.shape == 2 and not below.shape and not below.starts_low
        return "heading" if leads else "rest"
    if row.shape == 2:
        spaced = habits.has_gaps_before_headings and habits.has_wrapped_lines and below.marker == point.marker
        doubtful = below.gap or habits.ends_points_with_stop or spaced or (in_name and row.words <= 2)
        return "heading" if complete or not doubtful or (not spot.above.ends_with_name and _is_known(row)) else "rest"
    leads = complete or below.marker != point.marker or not (habits.has_wrapped_lines or in_name)
    return "heading" if len(row.name.split()) <= 3 and (leads or _is_known(row)) else "rest"


def _below_plain_by_place(spot: Spot) -> Verdict | None:
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
    begins = (
        row.starts_with_verb or row.body[0].isdigit() or spot.above.is_complete or split_title(row.body) is not None
    )
    return "rest" if spot.habits.wrap_width and not spot.fits_above and not begins else None


def _below_plain_by_look(spot: Spot) -> Verdict | None:
    row, below, point = spot.row, spot.below, spot.point
    if point is None or not row.shape or row.starts_with_verb:
        return None
    if below is None:
        return "heading" if row.shape == 2 and row.words <= 3 and point.words >= 5 else None
    if row.shape == 2:
        return "heading" if row.words <= 5 and below.shape < 2 else None
    is_short = row.words <= 3 and row.body[0].isalpha() and below.words >= 5 and spot.above.words >= 5
    return "heading" if is_short and not below.gap else None


def _below_plain_by_habit(spot: Spot) -> Verdict | None:
    habits = spot.habits
    joins = habits.ends_points_with_stop and habits.has_wrapped_lines and not spot.above.is_complete
    return "rest" if joins else None


def _begins_with_verb(text: str) -> bool:
    first = text.split(" ", 1)[0].lower()
    return first in PAST_TENSES or (first.endswith(("ed", "ing")) and len(first) > 4 and not is_name(text, 4))


Rule = Callable[[Spot], Verdict | None]
_MARKED: tuple[Rule, ...] = (_label, _dash_in_sentence, _marked_heading, _marked_title)
_OPENING: tuple[Rule, ...] = (
    _chatter, _label, _marked_up, _goes_on_behind_gap,
    _opening_before_list, _opening_title, _opening_name, _opening_sentence,
)  # fmt: skip
_UNDER_HEADING: tuple[Rule, ...] = (_label, _marked_up, _under_heading)
_BELOW_BULLET: tuple[Rule, ...] = (
    _label, _marked_up, _goes_on, _below_bullet_by_place, _below_bullet_by_width, _below_bullet_by_habit,
)  # fmt: skip
_BELOW_PLAIN: tuple[Rule, ...] = (
    _label, _marked_up, _goes_on,
    _below_plain_by_place, _title_of_known_kind, _below_plain_by_look, _below_plain_by_habit,
)  # fmt: skip
