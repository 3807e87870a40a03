"""Records that move between stores: the promises of infrastructure/sql/moving.py."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from builders.filled_store import fill, held
from contracts import stores
from resume_customizer.core.errors import Conflict
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.sql.all_rows import IN_ORDER
from resume_customizer.infrastructure.sql.moving import move
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace

WAYS = [("json", "sqlite"), ("sqlite", "postgresql"), ("postgresql", "json"), ("sqlite", "json")]


ALL_WAYS = pytest.mark.parametrize(
    "pair",
    [pytest.param(way, marks=pytest.mark.services if "postgresql" in way else ()) for way in WAYS],
    ids="-".join,
    indirect=True,
)
ONE_WAY = pytest.mark.parametrize("pair", [("sqlite", "json")], ids="-".join, indirect=True)


@pytest.fixture
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[SqlStore, SqlStore]]:
    """A source and a target, both empty."""
    with ExitStack() as stack:
        made = []
        for name in request.param:
            folder = tmp_path / f"{name}{len(made)}"
            folder.mkdir()
            make = getattr(stores, name)
            made.append(stack.enter_context(make(folder, lambda: request.getfixturevalue("services"))))
        yield made[0], made[1]
        for each in made:
            each.close()


@ALL_WAYS
def test_what_arrives_is_what_was_there(pair: tuple[SqlStore, SqlStore]) -> None:
    source, target = pair
    homes = fill(source)
    moved = {each.table: each for each in move(source, target)}

    assert held(target, homes) == held(source, homes)
    assert (moved["resumes"].state.rows, moved["resumes"].written, moved["users"].written) == (6, 6, 1)
    again = move(source, target)
    assert sum(each.written for each in again) == 0
    assert [each.state for each in again] == [each.state for each in moved.values()]


@ONE_WAY
def test_a_dry_run_counts_and_writes_nothing(pair: tuple[SqlStore, SqlStore]) -> None:
    source, target = pair
    homes = fill(source)
    moved = move(source, target, only_look=True)
    assert sum(each.state.rows for each in moved) > 20
    assert held(target, homes) == []


@ONE_WAY
def test_what_was_interrupted_goes_on_and_takes_what_changed_meanwhile(pair: tuple[SqlStore, SqlStore]) -> None:
    source, target = pair
    homes = fill(source)
    with source.every_row(writing=False) as here, target.every_row(writing=True) as there:
        for kind in IN_ORDER[: len(IN_ORDER) // 2]:
            for home in here.homes(kind):
                for chunk in here.chunks(kind, home):
                    there.put(kind, home, chunk)
    with source.transaction(InWorkspace(homes[0])) as tx:
        for each in list(tx.every(Resume)):
            tx.update(replace(each, name="Größe, changed"))
    move(source, target)
    assert held(target, homes) == held(source, homes)


@ONE_WAY
def test_a_target_that_holds_something_else_is_left_as_it_is(pair: tuple[SqlStore, SqlStore]) -> None:
    source, target = pair
    fill(source)
    theirs = fill(target, resumes=1)
    before = held(target, theirs)
    with pytest.raises(Conflict, match="another installation"):
        move(source, target)
    assert held(target, theirs) == before
