"""Moments, as the person's clock shows them: their browser's time zone, UTC where it names none.

a moment (UTC)  ->  local(at)  ->  shown(at): "2026-12-01 09:30"  |  shown_with_zone(at): "2026-12-01 09:30 CET"
a time that was picked  ->  by_own_clock(said)  ->  a moment

Promises (tests in tests/ui/test_moments.py):

* A moment is shown in the browser's time zone, also across a change of daylight saving.
* A browser that names no time zone, or none that there is, gets UTC.
"""

from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

import streamlit as st


def local(at: datetime) -> datetime:
    """The same moment by the person's clock."""
    return at.astimezone(_own())


def by_own_clock(said: datetime) -> datetime:
    """The moment at which the person's clock shows this; of two, when clocks are put back, the first."""
    return said.replace(tzinfo=_own())


def own_zone() -> str:
    """The name of the person's time zone."""
    return str(_own())


def shown(at: datetime) -> str:
    """To the minute."""
    return f"{local(at):%Y-%m-%d %H:%M}"


def shown_with_zone(at: datetime) -> str:
    """To the minute, with the zone, for texts that are read elsewhere too."""
    return f"{local(at):%Y-%m-%d %H:%M %Z}"


def _own() -> tzinfo:
    return _zone(str(st.context.timezone or ""))


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    """The zone of an IANA name."""
    try:
        return ZoneInfo(name) if name else UTC
    except (OSError, ValueError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return UTC
