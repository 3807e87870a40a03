"""What every kind of worker must do: the promises of services/background/working.py, in real processes.

To add a kind of worker, add it to KINDS; do not add a test that runs on one kind only.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest

from builders.work import Office
from contracts import stores
from loopback import workers
from loopback.workers import Fleet
from resume_customizer.core.actor import Actor
from resume_customizer.core.jobs import MOST_LOSSES
from resume_customizer.core.records.record import Id
from resume_customizer.infrastructure.celery import Nudges, make_celery
from resume_customizer.services.background.jobs import Nudge, no_nudge

KINDS = ("local on sqlite", "celery on postgresql")
NEEDS_SERVICES = KINDS[1:]


class Place:
    """One installation with its workers."""

    def __init__(self, kind: str, folder: Path, request: pytest.FixtureRequest) -> None:
        self.kind, self.folder, self._stack = kind, folder, ExitStack()
        worker, _, database = kind.partition(" on ")
        self.worker = worker
        if database == "sqlite":
            path = folder / "store.db"
            path.write_bytes(stores.empty_sqlite_file())
            self.address = f"sqlite:///{path}"
        else:
            self.address = stores.make_database(request.getfixturevalue("services").postgres)
        self.environment = {workers.ADDRESS: self.address, workers.PROCESSES: "2", workers.LEASE: "3"}
        nudge: Nudge = no_nudge
        if worker == "celery":
            redis = f"{request.getfixturevalue('services').redis.rpartition('/')[0]}/{7}"
            self.environment[workers.REDIS] = redis
            self.app = make_celery(redis)
            self.app.control.purge()
            nudge = Nudges(self.app)
        self.office = Office(self.address, nudge)

    def fleet(self, **environment: str) -> Fleet:
        """Workers, which end with the place."""
        found = {**self.environment, **environment}
        return self._stack.enter_context(workers.running(self.worker, found, self.folder))

    def start(self, actor: Actor, count: int, kind: str = "steps", **given: float) -> list[Id]:
        """Jobs in line."""
        return [self.office.jobs.start(actor, kind, given).job_id for _ in range(count)]

    def close(self) -> None:
        """No process is left."""
        self._stack.close()
        health = self.office.store.health()
        self.office.store.close()
        assert health.in_use == 0


@pytest.fixture(
    params=[pytest.param(each, marks=pytest.mark.services if each in NEEDS_SERVICES else ()) for each in KINDS]
)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """One installation, whose workers a test starts itself."""
    found = Place(request.param, tmp_path, request)
    yield found
    found.close()


def until_some_are_done(place: Place, actor: Actor, job_ids: list[Id], count: int) -> None:
    """Wait until so many effects are kept."""
    until = monotonic() + 60
    while sum(len(place.office.effects(actor, each)) for each in job_ids) < count and monotonic() < until:
        sleep(0.05)


def test_all_that_was_started_is_done_and_what_ends_its_worker_is_set_aside(place: Place) -> None:
    ann = place.office.workspace("ann")
    good = [*place.start(ann, 8, steps=3), *place.start(ann, 4, "bulk steps", steps=2)]
    poison = place.start(ann, 1, "die")
    documents = place.start(ann, 2, "document")
    ready = place.start(ann, 1, "ready")
    place.fleet()

    assert place.office.wait_for(ann, good) == ["done"] * 12
    assert place.office.wait_for(ann, documents) == ["done"] * 2
    assert place.office.wait_for(ann, ready) == ["done"]
    assert place.office.jobs.show(ann, ready[0]).result == {"ready": True}
    assert place.office.wait_for(ann, poison) == ["quarantined"]
    assert [place.office.effects(ann, each) for each in good] == [[0, 1, 2]] * 8 + [[0, 1]] * 4
    aside = place.office.jobs.show(ann, poison[0])
    assert (aside.error_code, aside.attempts) == ("worker-lost", MOST_LOSSES)


def test_killed_workers_lose_nothing_and_do_nothing_twice(place: Place) -> None:
    ann = place.office.workspace("ann")
    jobs = place.start(ann, 6, steps=10, pause=0.03)
    fleet = place.fleet()
    for number in range(1, 5):
        until_some_are_done(place, ann, jobs, 10 * number)
        fleet.kill_one(number)

    assert place.office.wait_for(ann, jobs) == ["done"] * 6
    assert [place.office.effects(ann, each) for each in jobs] == [list(range(10))] * 6
    shown = [place.office.jobs.show(ann, each) for each in jobs]
    assert [(each.progress.done, each.progress.total) for each in shown] == [(10, 10)] * 6
    assert sum(each.attempts for each in shown) > 6


def test_told_to_stop_they_put_back_what_they_have_and_others_go_on_from_there(place: Place) -> None:
    ann = place.office.workspace("ann")
    jobs = place.start(ann, 2, steps=40, pause=0.05)
    fleet = place.fleet()
    until_some_are_done(place, ann, jobs, 5)
    assert fleet.stop() == 0

    kept = [place.office.effects(ann, each) for each in jobs]
    assert 0 < sum(map(len, kept)) < 80
    assert {place.office.jobs.show(ann, each).status for each in jobs} == {"waiting"}
    fleet.restart()

    assert place.office.wait_for(ann, jobs) == ["done", "done"]
    assert [place.office.effects(ann, each) for each in jobs] == [list(range(40))] * 2
    assert [place.office.jobs.show(ann, each).attempts for each in jobs] == [1, 1]


def test_when_the_one_that_watches_is_killed_nothing_is_lost_or_done_twice(place: Place) -> None:
    ann = place.office.workspace("ann")
    jobs = place.start(ann, 4, steps=20, pause=0.03)
    fleet = place.fleet()
    until_some_are_done(place, ann, jobs, 5)
    orphans = fleet.workers()
    fleet.kill()
    fleet.restart()

    assert place.office.wait_for(ann, jobs) == ["done"] * 4
    assert [place.office.effects(ann, each) for each in jobs] == [list(range(20))] * 4
    gone, alive = psutil.wait_procs(orphans, timeout=30)
    assert (len(gone), alive) == (len(orphans), [])
    assert gone


def test_a_job_that_runs_stops_when_it_is_cancelled(place: Place) -> None:
    ann = place.office.workspace("ann")
    (job,) = place.start(ann, 1, steps=400, pause=0.05)
    place.fleet()
    until_some_are_done(place, ann, [job], 1)
    place.office.jobs.cancel(ann, job)

    assert place.office.wait_for(ann, [job]) == ["cancelled"]
    assert 0 < len(place.office.effects(ann, job)) < 400


def test_a_process_that_has_grown_too_large_is_replaced_and_the_work_goes_on(place: Place) -> None:
    ann = place.office.workspace("ann")
    size = 700_000_000
    place.fleet(**{workers.PROCESSES: "1"})
    processes = set()
    for _ in range(2):
        jobs = place.start(ann, 1, "grow", bytes=size)
        assert place.office.wait_for(ann, jobs) == ["done"]
        processes.add(place.office.jobs.show(ann, jobs[0]).result["process"])

    assert len(processes) == 2
