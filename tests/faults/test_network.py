"""The network to PostgreSQL goes silent: who waits is told after seconds, nothing is done twice, work goes on.

a store  ->  a line that swallows packets, or stalls  ->  PostgreSQL
"""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlalchemy as sa

from contracts import stores
from loopback.line import Line, Silence
from resume_customizer.core.errors import Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.infrastructure.fallback.store import FallbackStore
from resume_customizer.infrastructure.sql import engines
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace, Store, Transaction
from services_of_tests import Services

HOME = InWorkspace(new_id())


class Fate(NamedTuple):
    """What became of a piece of work while the line was silent."""

    code: str
    tries: int
    """How often the work was begun."""
    kept: int
    """How often its record is there afterwards."""


def _names(store: Store) -> list[str]:
    with store.reading(HOME) as tx:
        return [each.name for each in tx.every(Resume)]


def _fate(address: str, how: Silence, when: str) -> Fate:
    """Make a record, and have the line go silent at some moment."""
    url, tries = sa.make_url(address), 0
    with Line(url.port or 0) as line:
        store = SqlStore(engines.make_engine(url.set(port=line.port).render_as_string(hide_password=False)))
        _names(store)
        silent = line.silent(how)

        def work(tx: Transaction) -> None:
            nonlocal tries
            tries += 1
            if when == "asking":
                silent.__enter__()
            tx.add(Resume(name=f"{how.name} {when}"))
            if when == "keeping":
                silent.__enter__()

        if when == "beginning":
            silent.__enter__()
        try:
            store.run(HOME, work)
            code = "done"
        except Unavailable as fault:
            code = fault.code
        silent.__exit__(None, None, None)
        found = _names(store)
        store.close()
    return Fate(code, tries, found.count(f"{how.name} {when}"))


def _goes_on(address: str, how: Silence, folder: Path) -> list[str]:
    """What is in the database of an installation that wrote before, while and after the line was silent."""
    url = sa.make_url(address)
    with Line(url.port or 0) as line:
        engine = engines.make_engine(url.set(port=line.port).render_as_string(hide_password=False))
        store = FallbackStore(SqlStore(engine, tries=1), folder, pause=0.05)
        with store.transaction(HOME) as tx:
            tx.add(Workspace(id=HOME.workspace_id, name="Home"))
            tx.add(Resume(name="before"))
        store.settle()
        with line.silent(how), store.transaction(HOME) as tx:
            tx.add(Resume(name="meanwhile"))
        while store.away_since():
            time.sleep(0.05)
        with store.transaction(HOME) as tx:
            tx.add(Resume(name="after"))
        store.close()
    direct = SqlStore(engines.make_engine(address))
    found = sorted(_names(direct))
    direct.close()
    return found


class Ended(NamedTuple):
    """How everything ended."""

    fates: dict[tuple[Silence, str], Fate]
    went_on: dict[Silence, list[str]]


CASES = [
    (Silence.DEAD, "beginning"),
    (Silence.DEAD, "keeping"),
    (Silence.STALLED, "beginning"),
    (Silence.STALLED, "asking"),
    (Silence.STALLED, "keeping"),
    (Silence.NO_REPLIES, "keeping"),
]
SILENCES = [Silence.DEAD, Silence.STALLED]


@pytest.fixture(scope="module")
def ended(services: Services, tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """All of it at the same time: each waits for seconds."""
    address = stores.make_database(services.postgres)
    others = [(stores.make_database(services.postgres), how, tmp_path_factory.mktemp("data")) for how in SILENCES]
    with ThreadPoolExecutor(len(CASES) + len(others)) as pool:
        fates = pool.map(lambda case: _fate(address, *case), CASES)
        went_on = pool.map(lambda other: _goes_on(*other), others)
        return Ended(dict(zip(CASES, fates, strict=True)), dict(zip(SILENCES, went_on, strict=True)))


@pytest.mark.parametrize("how", SILENCES)
def test_work_that_could_not_begin_is_refused_after_seconds_and_not_done(ended: Ended, how: Silence) -> None:
    assert ended.fates[how, "beginning"] == Fate("database-away", 0, 0)


@pytest.mark.parametrize(("how", "kept"), [(Silence.DEAD, {0}), (Silence.STALLED, {0, 1}), (Silence.NO_REPLIES, {1})])
def test_work_whose_end_nobody_knows_is_called_so_and_not_done_again(
    ended: Ended, how: Silence, kept: set[int]
) -> None:
    fate = ended.fates[how, "keeping"]
    assert (fate.code, fate.tries, fate.kept in kept) == ("outcome-unknown", 1, True)


def test_a_question_that_is_not_answered_is_given_up(ended: Ended) -> None:
    assert ended.fates[Silence.STALLED, "asking"] == Fate("database-away", 1, 0)


@pytest.mark.parametrize("how", SILENCES)
def test_an_installation_goes_on_without_a_database_that_went_silent(ended: Ended, how: Silence) -> None:
    assert ended.went_on[how] == ["after", "before", "meanwhile"]
