"""Whether a known title in a table cell is a section title, or the label of the cells beside or below it.

rows  ->  TitleCells  ->  holds_title(at)
"""

from resume_customizer.resume.understanding.label_words import ENVIRONMENT_LABELS, LABELS
from resume_customizer.resume.understanding.rows import Row

_AROUND = 6
"""Rows before and behind that may stand in the same table row."""


class TitleCells:
    """The tables of one resume; columns are counted once, when first asked for."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows
        self._balance: dict[tuple[int, int], int] | None = None

    def holds_title(self, at: int) -> bool:
        """A title stands in its row alone, in a column of titles, or outside of tables."""
        return self._rows[at].cell is None or not (self._is_column_head(at) or self._is_label(at))

    def _is_column_head(self, at: int) -> bool:
        """The table row has three or more cells with one short line each."""
        table, line, _ = self._rows[at].cell or (0, 0, 0)
        cells: dict[int, int] = {}
        for other in self._rows[max(0, at - _AROUND) : at + _AROUND + 1]:
            if other.cell is not None and other.cell[:2] == (table, line):
                cells[other.cell[2]] = cells.get(other.cell[2], 0) + 1
                if other.words > 5:
                    return False
        return len(cells) >= 3 and max(cells.values()) == 1

    def _is_label(self, at: int) -> bool:
        """Text stands beside it, and a title right above the table, or most first lines of its column are no titles."""
        table, line, column = self._rows[at].cell or (0, 0, 0)
        beside = self._rows[at + 1] if at + 1 < len(self._rows) else None
        if beside is None or beside.cell is None or beside.cell[:2] != (table, line) or beside.cell[2] <= column:
            return False
        if beside.topic is not None:
            return False
        if self._has_title_above(at, table) or self._is_under_title_across(at):
            return True
        if self._balance is None:
            self._balance = self._count()
        return self._balance.get((table, column), 0) <= 0

    def _has_title_above(self, at: int, table: int) -> bool:
        """The table is what a section title right above it announces."""
        while at >= 0 and (cell := self._rows[at].cell) is not None and cell[0] == table:
            at -= 1
        return at >= 0 and self._rows[at].topic not in (None, "contact")

    def _is_under_title_across(self, at: int) -> bool:
        """`EDV:` below `Kenntnisse`: behind a colon, where the title above in the table stands alone and has none."""
        row, rows = self._rows[at], self._rows
        if row.text[-1] not in ":：" or row.cell is None:
            return False
        for back in range(at - 1, 0, -1):
            above = rows[back]
            if above.cell is None or above.cell[0] != row.cell[0]:
                return False
            if above.topic is not None and above.text[-1] not in ":：" and above.cell[1] != row.cell[1]:
                others = (rows[near].cell for near in (back - 1, back + 1))
                return all(cell is None or cell[:2] != above.cell[:2] for cell in others)
        return False

    def _count(self) -> dict[tuple[int, int], int]:
        """By table and column: titles less other short lines, among the first lines of cells."""
        balance: dict[tuple[int, int], int] = {}
        for row in self._rows:
            if row.cell is None or not row.is_first_in_cell:
                continue
            column = (row.cell[0], row.cell[2])
            if row.topic is not None and row.title not in ENVIRONMENT_LABELS and row.title not in LABELS:
                balance[column] = balance.get(column, 0) + 1
            elif row.words <= 6 and not row.period:
                balance[column] = balance.get(column, 0) - 1
        return balance
