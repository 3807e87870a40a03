"""Rules for rows directly below a point: its rest, a new heading, or one more point."""

from resume_customizer.core.tech_stack_readers.names import split_title
from resume_customizer.core.tech_stack_readers.spot import Spot, Verdict, is_known, title_of_known_kind


def goes_on(spot: Spot) -> Verdict | None:
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
    return (words == 1 and not is_last_word) or is_known(row)


def below_bullet_by_place(spot: Spot) -> Verdict | None:
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
    if title_of_known_kind(spot) and spot.above.is_complete and spot.heading is not None:
        return "titled point"
    if not row.body[0].isupper() or row.words < 5:
        return "rest"
    if habits.wrap_width:
        return "bare point" if spot.fits_above else "rest"
    return "bare point" if spot.above.is_complete and row.starts_with_verb else "rest"


def below_bullet_by_width(spot: Spot) -> Verdict | None:
    """A name that was a heading before, a colon, and the width at which the text wraps tell."""
    row, habits = spot.row, spot.habits
    if spot.leads_list and spot.gathered.knows(row.name):
        return "heading"
    if row.has_colon:
        return "heading" if row.shape == 2 or row.words <= 4 else "rest"
    if not habits.wrap_width:
        return None
    if not spot.fits_above and not (spot.above.is_complete and row.shape == 2):
        may_end = spot.leads_list and not habits.has_gaps_before_headings and not spot.above.ends_with_name
        return "heading" if may_end and is_known(row) else "rest"
    return "heading" if spot.leads_list else None


def below_bullet_by_habit(spot: Spot) -> Verdict | None:
    """What is left: a name before a list is a heading, unless this text's habits speak against it."""
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
        if doubtful and not complete:
            in_doubt_still = (spaced and spot.above.ends_with_name) or not is_known(row)
            return "rest" if in_doubt_still else "heading"
        return "heading"
    leads = complete or below.marker != point.marker or not (habits.has_wrapped_lines or in_name)
    return "heading" if len(row.name.split()) <= 3 and (leads or is_known(row)) else "rest"


def below_plain_by_place(spot: Spot) -> Verdict | None:
    """Indentation, a colon, and the width at which the text wraps tell."""
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


def below_plain_by_look(spot: Spot) -> Verdict | None:
    """A name, or a few words between sentences, is a heading."""
    row, below, point = spot.row, spot.below, spot.point
    if point is None or not row.shape or row.starts_with_verb:
        return None
    if below is None:
        return "heading" if row.shape == 2 and row.words <= 3 and point.words >= 5 else None
    if row.shape == 2:
        return "heading" if row.words <= 5 and below.shape < 2 else None
    is_short = row.words <= 3 and row.body[0].isalpha() and below.words >= 5 and spot.above.words >= 5
    return "heading" if is_short and not below.gap else None


def below_plain_by_habit(spot: Spot) -> Verdict | None:
    """Where points end with a full stop, one without goes on."""
    habits = spot.habits
    joins = habits.ends_points_with_stop and habits.has_wrapped_lines and not spot.above.is_complete
    return "rest" if joins else None
