"""A grid of resumes and what they are for: each cell says what it would be, or what became of it, and can be chosen.

rows, columns, cells  ->  show_matrix()  ->  left_out(): the cells that were not chosen  |  cell_opened(): its number
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from resume_customizer.ui.components.element import did, mount
from resume_customizer.ui.texts import _

KEY: Final = "matrix"
MOST: Final = 5_000
"""Cells of one grid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell."""

    number: int
    row: int
    column: int
    mark: str
    """How it stands: new, odd, bad, waiting, done, failed, left-out, cancelled."""
    text: str
    told: str
    """All of it in words, for who points at it or does not see it."""
    is_chosen: bool


def left_out() -> list[int] | None:
    """The cells that are not chosen, when the person has just chosen others."""
    done = did(KEY) or {}
    if done.get("do") != "choose" or not isinstance(done.get("without"), list):
        return None
    return [each for each in done["without"][:MOST] if isinstance(each, int) and each > 0]


def cell_opened() -> int:
    """The number of the cell that was opened, else 0."""
    done = did(KEY) or {}
    number = done.get("number")
    return number if done.get("do") == "open" and isinstance(number, int) else 0


def show_matrix(rows: Sequence[str], columns: Sequence[str], cells: Sequence[Cell], *, chooses: bool) -> None:
    """Show it; `chooses` while there is something to choose."""
    texts = {"grid": _("Grid"), "resume": _("Resume"), "choose": _("Choose"), "all": _("Choose all of {name}")}
    texts |= {"every": _("Choose all")}
    shown = [asdict(each) for each in cells[:MOST]]
    data = {"rows": list(rows), "columns": list(columns), "cells": shown, "chooses": chooses, "texts": texts}
    mount("matrix", KEY, data)
