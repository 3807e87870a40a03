"""A slice of the search for what a killed process loses: `make faults` does the same two hundred times."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from builders.stored import RESUME_POINTS, small_resume
from faults.kills import an_actor, on_postgresql, on_sqlite, run
from resume_customizer.app_bootstrap import build_desk
from resume_customizer.services.background.batches import Target, Wanted
from services_of_tests import running_services

PROCESSES = 2


def test_killed_workers_lose_no_cell_of_a_batch_and_make_none_twice(tmp_path: Path) -> None:
    with on_sqlite(tmp_path) as (app, workers):
        found = run(app, workers, kills=4, seed=7, sizes=(6, 10))

    assert sum(found.killed.values()) == 4
    assert (found.lost, found.doubled, found.wrong_figures) == (0, 0, [])
    assert found.cells >= 60


@pytest.mark.services
def test_workers_that_begin_while_the_database_is_away_do_their_work_once_it_is_back(tmp_path: Path) -> None:
    with running_services() as services, on_postgresql(tmp_path, services) as (app, workers), ExitStack() as at_the_end:
        desk, actor = build_desk(app), an_actor(app)
        resume = desk.resumes.upload(actor, "Resume.docx", small_resume("Petra Vandersloot"))
        order = Wanted(name="early", resume_ids=[resume.id], targets=[Target(label="one", points=RESUME_POINTS)])
        batch = desk.batches.prepare(actor, order).batch_id
        services.crash_postgres()
        at_the_end.callback(workers.end)
        workers.start()
        wait_until(lambda: workers.told().count("No background work is done for now") >= PROCESSES)
        services.revive_postgres()
        desk.batches.run(actor, batch)
        wait_until(lambda: desk.batches.show(actor, batch).finished_at is not None)

        assert desk.batches.show(actor, batch).counts["done"] == 1


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 90
    while not holds():
        assert time.monotonic() < until, "it did not come to it in time"
        time.sleep(0.2)
