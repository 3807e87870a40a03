"""Rules for rows that may begin something: with a bullet, behind a gap, or directly under a heading."""

from resume_customizer.core.tech_stack_readers.markers import DASHES
from resume_customizer.core.tech_stack_readers.names import is_name, split_title
from resume_customizer.core.tech_stack_readers.rows import Row
from resume_customizer.core.tech_stack_readers.spot import Spot, Verdict, title_of_known_kind
from resume_customizer.core.tech_stack_readers.words import PAST_TENSES

# ---------------------------------------------------------------- rows with a bullet or number


def dash_in_sentence(spot: Spot) -> Verdict | None:
    """A line that was broken before a dash – as here – is no list of dashes."""
    row, above, below, point = spot.row, spot.above, spot.below, spot.point
    if row.marker not in ("–", "—") or point is None or row.gap or not row.starts_low or above.is_complete:
        return None
    is_list = row.marker in (point.marker, below.marker if below is not None else "") or spot.habits.begins_points_low
    return None if is_list else "rest"


def marked_heading(spot: Spot) -> Verdict | None:
    """A heading that has a bullet or number itself: something stands under it."""
    row, below, heading = spot.row, spot.below, spot.heading
    if not row.shape or below is None:
        return None
    if (row.is_marked_up and not below.is_marked_up) or (row.has_colon and row.shape == 2 and row.words <= 5):
        return "heading"
    is_sibling = heading is not None and (heading.marker, heading.indent) == (row.marker, row.indent)
    if not is_sibling and not _may_break_list(row, below, spot):
        return None
    if below.marker:
        leads = below.indent > row.indent or below.marker != row.marker
    else:
        leads = row.shape == 2 and row.words <= 4 <= below.words and not below.starts_low
    most_words = 5 if row.shape == 2 else 4 if is_sibling or row.has_colon else 3
    return "heading" if leads and row.words <= most_words and not row.starts_with_verb else None


def _may_break_list(row: Row, below: Row, spot: Spot) -> bool:
    """Not one more point of a list above: no list, or a name behind a gap, further out, or marked in another way."""
    heading, point = spot.heading, spot.point
    if heading is None or point is None:
        return True
    if row.shape < 2 or row.gap:
        return row.shape == 2
    is_other = row.marker != point.marker
    if heading.marker:
        return row.indent <= heading.indent and (is_other or row.indent < point.indent)
    resumes = below.marker == point.marker and row.indent <= point.indent
    return is_other and resumes and row.marker not in DASHES + "*+"


def marked_title(spot: Spot) -> Verdict | None:
    """`• Java: Designed …` where no other heading is in force."""
    return title_of_known_kind(spot) if spot.heading is None or (spot.titled and spot.heading.marker) else None


# ---------------------------------------------------------------- rows behind a gap


def goes_on_behind_gap(spot: Spot) -> Verdict | None:
    """The rest of a point in spite of a blank line: it begins small, and is no name above a list."""
    row, below = spot.row, spot.below
    if spot.point is None or row.has_colon or not row.starts_low or spot.habits.begins_points_low:
        return None
    is_name_alone = row.shape and row.words <= 3 and below is not None and not below.gap
    leads = is_name_alone and below is not None and (below.marker or not below.starts_low)
    hangs = spot.heading is not None and row.indent > spot.heading.indent
    return "rest" if spot.above.is_unfinished or hangs or not leads else None


def opening_before_list(spot: Spot) -> Verdict | None:
    """What stands above a list behind a gap is its heading."""
    row = spot.row
    if not spot.leads_list:
        return None
    parts = split_title(row.body)
    if parts and not row.has_colon and (not row.shape or _begins_with_verb(parts[1])):
        return title_of_known_kind(spot) or ("titled point" if is_name(parts[0], 3) else None)
    if row.shape:
        return "heading"
    return None


def opening_title(spot: Spot) -> Verdict | None:
    """`Java: Designed …` behind a gap."""
    if spot.habits.has_bullets and spot.point is not None and ": " in spot.row.body:
        parts = split_title(spot.row.body)
        return "titled point" if parts and is_name(parts[0], 3) else None
    return title_of_known_kind(spot)


def opening_name(spot: Spot) -> Verdict | None:
    """A heading above plain lines: a name, or something much shorter than what follows."""
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


def opening_sentence(spot: Spot) -> Verdict | None:
    """A sentence without a bullet where others have one: talk before the first heading, a point behind it."""
    row = spot.row
    if not spot.habits.has_bullets or row.starts_with_verb:
        return None
    if not spot.gathered.has_heading:
        return "chatter"
    return "bare point" if spot.point is not None and spot.point.marker else None


# ---------------------------------------------------------------- rows directly under a heading


def under_heading(spot: Spot) -> Verdict | None:
    """A heading directly under another one: the other was a title."""
    row, below = spot.row, spot.below
    if not row.shape or below is None or row.starts_with_verb:
        return None
    if below.marker or row.has_colon:
        return "heading" if row.shape == 2 or row.has_colon else None
    is_title_above = spot.heading is not None and spot.heading is spot.above and spot.heading.line == 1
    is_name_here = row.shape == 2 and row.words <= 4
    return "heading" if is_title_above and is_name_here and not below.shape and not below.gap else None


def _begins_with_verb(text: str) -> bool:
    first = text.split(" ", 1)[0].lower()
    return first in PAST_TENSES or (first.endswith(("ed", "ing")) and len(first) > 4 and not is_name(text, 4))
