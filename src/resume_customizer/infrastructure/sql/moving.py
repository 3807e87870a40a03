"""All records of one store to another: PostgreSQL, SQLite, JSON files, in any direction.

    source, at one moment  ->  move()  ->  target, some rows at a time  ->  both counted and compared  ->  Moved

Promises (tests in tests/infrastructure/test_moving.py):

* What arrives is what was there: every table has as many rows and the same checksum.
* What was interrupted goes on where it stopped, when it is begun again.
* A target that holds something else is left as it is.
"""

from dataclasses import dataclass

from resume_customizer.core.errors import Conflict
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.infrastructure.sql.all_rows import IN_ORDER, AllRows, TableState
from resume_customizer.infrastructure.sql.schema import KIND_OF
from resume_customizer.infrastructure.sql.store import SqlStore


@dataclass(frozen=True, slots=True)
class Moved:
    """One table that was moved, or would be."""

    table: str
    state: TableState
    """Of the source, and when it was moved of the target, too."""
    written: int
    """Rows that the target did not have."""


def move(source: SqlStore, target: SqlStore, *, only_look: bool = False) -> tuple[Moved, ...]:
    """Bring all records of `source` into `target`; raises Conflict when that holds something else.

    `only_look` counts and compares, and writes nothing.
    """
    with source.every_row(writing=False) as here:
        with target.every_row(writing=False) as there:
            _check_same(here, there)
        written = {kind.name: 0 if only_look else _move_kind(here, target, kind.name) for kind in IN_ORDER}
        states = {kind.name: here.state(kind) for kind in IN_ORDER}
    if not only_look:
        with target.every_row(writing=False) as there:
            differing = [kind.name for kind in IN_ORDER if there.state(kind) != states[kind.name]]
        if differing:
            message = "What arrived is not what was there: begin again with an empty target."
            raise Conflict("differs", message, ", ".join(differing))
    return tuple(Moved(name, states[name], written[name]) for name in written)


def _move_kind(here: AllRows, target: SqlStore, name: str) -> int:
    kind = next(each for each in IN_ORDER if each.name == name)
    written = 0
    for home in here.homes(kind):
        for chunk in here.chunks(kind, home):
            with target.every_row(writing=True) as there:
                written += there.put(kind, home, chunk)
    return written


def _check_same(here: AllRows, there: AllRows) -> None:
    """Whoever and whatever is in the target has to be of this installation, e.g. of a move that was interrupted."""
    for kind in (KIND_OF[User], KIND_OF[Workspace]):
        known = {row["id"] for chunk in here.chunks(kind, "") for row in chunk}
        if any(row["id"] not in known for chunk in there.chunks(kind, "") for row in chunk):
            message = "The target holds records of another installation. Nothing was written; name an empty one."
            raise Conflict("not-empty", message)
