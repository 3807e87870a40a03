"""Forms from a table of fields: a widget for each, and what was filled in.

FIELDS + values  ->  show_fields()  ->  values as the service takes them
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import zip_longest
from typing import Final

import streamlit as st

from resume_customizer.core.staffing.rates import PER
from resume_customizer.core.staffing.requirements import TAX_TERMS, WORK_MODES, Field
from resume_customizer.ui.components.pickers import pick_moment, pick_money, pick_number, pick_time, pick_zone
from resume_customizer.ui.texts import _, marked, worded

CHOICES: dict[str, tuple[str, ...]] = {
    "tax_term": ("", *TAX_TERMS),
    "work_mode": ("", *WORK_MODES),
    "rate_per": PER,
}
_LABELS: Final = {"rate_cents": marked("Rate"), "expected_rate_cents": marked("Expected rate")}
"""Where the field's own label names what is kept, not what is typed."""
_LONG = {"posting": 260, "notes": 120, "project_history": 160, "address": 80, "feedback": 120}


def show_fields(
    fields: Mapping[str, Field],
    names: Sequence[str],
    values: Mapping[str, object],
    key: str,
    choices: Mapping[str, Sequence[str]] = CHOICES,
) -> dict[str, object]:
    """A widget for each named field, in two columns; gives what stands in them. `choices` are for those that have."""
    filled: dict[str, object] = {}
    short = [name for name in names if name not in _LONG]
    for pair in zip_longest(short[::2], short[1::2]):  # row by row, so that a phone has them in their order
        for name, column in zip(pair, st.columns(2), strict=True):
            if name:
                with column:
                    filled[name] = _field(name, fields[name], values.get(name), key, choices.get(name, ()))
    for name in names:
        if name in _LONG:
            label = _(fields[name].label)
            filled[name] = st.text_area(label, _text(values.get(name)), height=_LONG[name], key=f"{key}-{name}")
    return filled


def _field(name: str, field: Field, value: object, key: str, choices: Sequence[str]) -> object:
    label, text = _(_LABELS.get(name, field.label)), _text(value)
    if pick := _picked().get(name):
        return pick(label, value, f"{key}-{name}")
    if field.span:
        return pick_number(label, value, f"{key}-{name}", field.span, needed=field.needed)
    if choices:
        at = choices.index(text) if text in choices else 0
        chosen = _("None") if not choices[0] else ""
        return st.selectbox(label, choices, at, format_func=lambda each: worded(each) or chosen, key=f"{key}-{name}")
    return st.text_input(label, text, key=f"{key}-{name}")


def _picked() -> Mapping[str, Callable[[str, object, str], object]]:
    """Fields that nobody should have to type."""
    return {
        "rate_cents": pick_money,
        "expected_rate_cents": pick_money,
        "deadline": pick_moment,
        "next_step_due": pick_moment,
        "starts_at": pick_time,
        "time_zone": partial(pick_zone, none=_("None")),
    }


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return value.isoformat() if isinstance(value, datetime) else str(value)
