"""What is picked rather than typed: a number, an amount of money, a day, a moment, a time of day, a time zone.

a kept value  ->  pick_…(label, value, key)  ->  a value as the service takes it

Promises (tests in tests/ui/test_pickers.py):

* A moment is picked by the person's clock, and one that nobody touches stays what it was, to the second.
* Money is typed as it is said, and kept in cents.
* A day reads as days do everywhere else in the app.
* A whole number stays between its least and its most.
* All of these can be taken out again, but for a number that is needed.
"""

from datetime import date, datetime
from functools import cache
from zoneinfo import available_timezones

import streamlit as st

from resume_customizer.core.staffing.requirements import read_moment
from resume_customizer.ui.moments import by_own_clock, local, own_zone
from resume_customizer.ui.texts import _

_DAY = "YYYY-MM-DD"


def pick_money(label: str, value: object, key: str) -> int | None:
    """Cents; None: no amount."""
    _begin_with(key, int(str(value)) / 100 if value not in {None, ""} else None)
    amount = st.number_input(label, 0.0, value=None, step=1.0, format="%.2f", key=key)
    return None if amount is None else round(100 * amount)


def pick_number(label: str, value: object, key: str, span: tuple[int, int], *, needed: bool = False) -> int | None:
    """A whole number from the least to the most; None: none. A kept one that is outside of them is shown as none.

    One that is `needed` can't be emptied, and begins with the least.
    """
    least, most = span
    kept = int(str(value)) if value not in {None, ""} else None
    _begin_with(key, kept if kept is not None and least <= kept <= most else None)
    if needed:
        return st.number_input(label, least, most, step=1, key=key)
    return st.number_input(label, least, most, value=None, step=1, key=key)


def pick_day(label: str, value: date | None = None, key: str | None = None) -> date | None:
    """A day, written like everywhere else; None: none."""
    return st.date_input(label, value, format=_DAY, key=key)


def pick_moment(label: str, value: object, key: str) -> datetime | None:
    """A moment by the person's clock; None: none."""
    kept = read_moment(value)
    shown = local(kept).replace(second=0, microsecond=0, tzinfo=None) if kept else None
    clock = _("By the clock of {zone}.", zone=own_zone())
    _begin_with(key, shown)
    said = st.datetime_input(label, None, key=key, format=_DAY, help=clock)
    if said is None or said == shown:
        return kept if said else None
    return by_own_clock(said)


def pick_time(label: str, value: object, key: str) -> str:
    """A time by the clock of a zone that the record names, `2026-12-01T15:00`; empty: none."""
    _begin_with(key, datetime.fromisoformat(str(value)) if value else None)
    said = st.datetime_input(label, None, key=key, format=_DAY)
    return said.isoformat(timespec="minutes") if said else ""


def pick_zone(label: str, value: object, key: str, none: str = "") -> str:
    """An IANA name; `none` is how no zone is called where there may be none."""
    kept = str(value or "")
    names = dict.fromkeys([*([""] if none else []), *_zones(), *([kept] if kept else [])])
    at = list(names).index(kept) if kept in names else 0
    return st.selectbox(label, list(names), at, format_func=lambda each: each or none, key=key)


def _begin_with(key: str, value: object) -> None:
    """Streamlit lets a person empty only what is empty by itself, so that a kept value goes in beside it."""
    if value is not None and key not in st.session_state:
        st.session_state[key] = value


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(available_timezones()))
