"""Decides what each row of a loose text is, by its look, its neighbours and the habits of the text.

    Spot (a row among its neighbours)  ->  verdict_on()  ->  heading, point, rest of a point, …

The rules for a place (behind a gap, under a heading, below a bullet, below a plain point) stand in order in a tuple;
the first that knows decides, and a row that no rule knows is a point.
"""

from collections.abc import Callable

from resume_customizer.core.tech_stack_readers.rules_below_points import (
    below_bullet_by_habit,
    below_bullet_by_place,
    below_bullet_by_width,
    below_plain_by_habit,
    below_plain_by_look,
    below_plain_by_place,
    goes_on,
)
from resume_customizer.core.tech_stack_readers.rules_for_starts import (
    dash_in_sentence,
    goes_on_behind_gap,
    marked_heading,
    marked_title,
    opening_before_list,
    opening_name,
    opening_sentence,
    opening_title,
    under_heading,
)
from resume_customizer.core.tech_stack_readers.spot import Spot, Verdict, chatter, label, marked_up, title_of_known_kind

Rule = Callable[[Spot], Verdict | None]
_MARKED: tuple[Rule, ...] = (label, dash_in_sentence, marked_heading, marked_title)
_OPENING: tuple[Rule, ...] = (
    chatter, label, marked_up, goes_on_behind_gap,
    opening_before_list, opening_title, opening_name, opening_sentence,
)  # fmt: skip
_UNDER_HEADING: tuple[Rule, ...] = (label, marked_up, under_heading)
_BELOW_BULLET: tuple[Rule, ...] = (
    label, marked_up, goes_on, below_bullet_by_place, below_bullet_by_width, below_bullet_by_habit,
)  # fmt: skip
_BELOW_PLAIN: tuple[Rule, ...] = (
    label, marked_up, goes_on,
    below_plain_by_place, title_of_known_kind, below_plain_by_look, below_plain_by_habit,
)  # fmt: skip


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
