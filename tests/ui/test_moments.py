"""Moments by the person's clock: the promises of resume_customizer.ui.moments."""

from datetime import UTC, datetime

import pytest
from streamlit.runtime.context import ContextProxy

from resume_customizer.ui import moments

SUMMER = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
WINTER = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def names(monkeypatch: pytest.MonkeyPatch, zone: str | None) -> None:
    """What the browser says of its time zone."""
    monkeypatch.setattr(ContextProxy, "timezone", property(lambda _self: zone))


def test_a_moment_is_shown_by_the_browsers_clock_also_across_a_change_of_daylight_saving(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names(monkeypatch, "Europe/Berlin")

    assert moments.shown_with_zone(SUMMER) == "2026-10-25 02:30 CEST"
    assert moments.shown_with_zone(WINTER) == "2026-10-25 02:30 CET"
    assert moments.shown(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "2027-01-01 00:30"


@pytest.mark.parametrize("zone", [None, "", "Nowhere/Land", "../../etc/passwd", "\x00", "a" * 5000])
def test_a_browser_that_names_no_time_zone_gets_utc(monkeypatch: pytest.MonkeyPatch, zone: str | None) -> None:
    names(monkeypatch, zone)

    assert moments.shown_with_zone(SUMMER) == "2026-10-25 00:30 UTC"
