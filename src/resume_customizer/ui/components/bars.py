"""Bars with their numbers, to be looked at and saved as a picture.

names and values  ->  show_bars()
"""

from collections.abc import Sequence
from typing import Final

from resume_customizer.ui.components.element import mount
from resume_customizer.ui.texts import _

MOST: Final = 30
"""Bars of one picture."""


def show_bars(key: str, title: str, bars: Sequence[tuple[str, float]]) -> None:
    """Show them; a button saves the picture."""
    shown = [{"name": name, "value": value} for name, value in bars[:MOST]]
    mount("bars", key, {"title": title, "file": key, "bars": shown, "texts": {"png": _("Save as a picture")}})
