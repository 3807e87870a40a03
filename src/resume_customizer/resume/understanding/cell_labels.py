"""Cells that label the cell beside them: `Role | Developer`, `Aufgaben | …`.

rows of a part  ->  label_cells()  ->  labels are set apart, and what they tell is labelled
"""

from collections.abc import Iterable
from itertools import islice, pairwise, takewhile

from resume_customizer.resume.understanding.evidence import has_role
from resume_customizer.resume.understanding.labels import FIELD_LABELS, label_key, label_kind
from resume_customizer.resume.understanding.rows import Row


def label_cells(rows: list[Row]) -> None:
    """A cell with a known label tells what the cell beside it says."""
    for at, (row, beside) in enumerate(pairwise(rows)):
        if row.sort or row.cell is None or row.words > 9 or row.period is not None:
            continue
        kind = label_kind(label_key(row.text))
        if not kind:
            continue
        if beside.cell is None or beside.cell[:2] != row.cell[:2] or beside.cell[2] <= row.cell[2]:
            if row.text[-1] in ":：":  # a label without a value
                row.sort = "tasks" if kind in ("tasks", "environment") else "label"
            continue
        if kind == "tasks" and beside.words <= 5 and not beside.is_bulleted and has_role(beside.text):
            kind = "role"  # `Mission | Chef de projet`
        row.sort = "tasks" if kind == "tasks" else "label"
        _sort_values(takewhile(lambda value, cell=beside.cell: value.cell == cell, islice(rows, at + 1, None)), kind)


def _sort_values(values: Iterable[Row], kind: str) -> None:
    """The rows of the cell beside a label."""
    for value in values:
        if kind == "environment" and not value.is_bulleted:
            value.sort = "environment"
        elif kind == "detail":
            value.sort = "detail"
        elif kind in FIELD_LABELS:
            value.sort, value.label, value.score = "header", kind, 4.0
