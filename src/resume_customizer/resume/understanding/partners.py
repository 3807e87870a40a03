"""Firms that stand between a consultant and the client: `Implementation Partner: …` is no employer beside `Client: …`.

labelled rows of a part  ->  set_aside_partners()  ->  partners beside clients are details
"""

from resume_customizer.resume.understanding.labels import split_label
from resume_customizer.resume.understanding.rows import Row

_PARTNERS = frozenset(
    ("implementation partner", "prime vendor", "implementer", "consulting company", "payroll company")
)
_CLIENTS = frozenset(("client", "client name", "end client", "end customer", "customer", "client/location"))
_NEAR = 4


def set_aside_partners(rows: list[Row]) -> None:
    """A partner is a detail where a client is told in the same header."""
    if not any(row.label == "company" for row in rows):
        return
    keys = [split_label(row.text)[0] if row.label == "company" else "" for row in rows]
    for at, key in enumerate(keys):
        if key in _PARTNERS and (_has_client(rows, keys, at, -1) or _has_client(rows, keys, at, 1)):
            rows[at].sort, rows[at].label = "detail", ""


def _has_client(rows: list[Row], keys: list[str], at: int, step: int) -> bool:
    """Up or down the header, before any row of another sort."""
    for on in range(at + step, at + step * (_NEAR + 1), step):
        if not 0 <= on < len(rows) or rows[on].sort not in ("header", "detail"):
            return False
        if keys[on] in _CLIENTS:
            return True
    return False
