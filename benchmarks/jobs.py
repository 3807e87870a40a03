"""Background work: many resumes through the job system, against the command on a folder and a plain loop, in one run.

    PYTHONPATH=tests python benchmarks/jobs.py [FOLDER] [--count 200] [--kind local|celery|both]

With `local`, the usual one, the same resumes and points three ways: the library in a loop (one process, nothing
written), the command on a folder (two processes, files written), and a batch (two worker processes on a file of SQLite;
files, records and the audit trail kept). Then what the job system itself costs: a job without any work, from its claim
to its end. With `celery` the batch runs on PostgreSQL, in turns through two local worker processes and through two of
Celery's, all of them warm; how long the workers take to begin is measured nowhere, they are there before the work.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

import psutil
from folder import copies, ours

from builders import POINTS_TEXT
from builders.shapes import ALL_SHAPES
from contracts import stores
from faults.kills import Installation, an_actor, on_sqlite
from resume_customizer.app_bootstrap import App, build_app, build_desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.jobs import Queue
from resume_customizer.core.records.record import Id
from resume_customizer.core.records.resumes import BatchItem
from resume_customizer.core.records.work import Job
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.services.background.batches import Target, Wanted
from resume_customizer.services.background.job_kinds import JobKind
from resume_customizer.services.background.job_lines import prepare_line, stand_in_line
from resume_customizer.services.background.working import Working
from resume_customizer.services.desk import Desk
from resume_customizer.services.documents.customizing import customize
from resume_customizer.services.documents.instructions import Instructions
from resume_customizer.settings import Settings, Workers, read_settings
from services_of_tests import Services, running_services

Place: TypeAlias = Callable[[Path], AbstractContextManager[tuple[App, Installation]]]
EMPTY = 100
PROCESSES = 2
WARM = 60
"""Resumes in a batch that goes before, so that each worker has had its portion."""


def plain_loop(folder: Path) -> float:
    """Seconds of CPU for each resume, with the library alone."""
    instructions = Instructions(bank=parse_tech_stack(POINTS_TEXT))
    paths = sorted(folder.iterdir())
    begin = time.process_time()
    for path in paths:
        try:
            customize(path.read_bytes(), instructions)
        except ResumeCustomizerError:
            continue
    return (time.process_time() - begin) / len(paths)


class Measured(NamedTuple):
    """What a batch took."""

    seconds: float
    cpu: float
    """Seconds of CPU of all worker processes."""
    cell: float
    """Seconds of work on a cell, without keeping it."""
    made: int
    database: float = 0.0
    """Seconds of CPU of PostgreSQL."""


def cpu_of(workers: Installation) -> float:
    """Seconds of CPU that the worker processes have used so far."""
    return sum(cpu_below(root.pid) for root in workers.processes)


def cpu_below(pid: int) -> float:
    """Seconds of CPU of a process and all below it, those that have ended included: whoever waited for them has it."""
    total = 0.0
    with suppress(psutil.NoSuchProcess):
        for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                total += sum(process.cpu_times()[:4])  # of its own, and of its children that have ended
    return total


def upload_all(desk: Desk, actor: Actor, folder: Path) -> list[Id]:
    """Every file of a folder, as a resume."""
    return [desk.resumes.upload(actor, path.name, path.read_bytes()).id for path in sorted(folder.iterdir())]


def one_batch(desk: Desk, actor: Actor, workers: Installation, resumes: Sequence[Id]) -> Measured:
    """A batch of resumes for one target, from its order to its end."""
    order = Wanted(name="all", resume_ids=resumes, targets=[Target(label="all", points=POINTS_TEXT)])
    batch = desk.batches.prepare(actor, order).batch_id
    begin, used = datetime.now(UTC), cpu_of(workers)
    desk.batches.run(actor, batch)
    while not (ended := desk.batches.show(actor, batch).finished_at):
        time.sleep(0.5)  # who asks more often takes what is measured
    took, used = (ended - begin).total_seconds(), cpu_of(workers) - used
    with desk.ground.store.reading(actor) as seen:
        cells = list(seen.every(BatchItem, order="number", batch_id=batch))
    made = sum(each.status == "done" for each in cells)
    return Measured(took, used, sum(each.milliseconds for each in cells) / 1000 / len(cells), made)


def through_jobs(place: Place, folder: Path, here: Path) -> Measured:
    """One batch of all resumes for one target, through workers that have just begun."""
    here.mkdir()
    with place(here) as (app, workers):
        desk, actor = build_desk(app), an_actor(app)
        resumes = upload_all(desk, actor, folder)
        workers.start()
        try:
            wait_for_workers(desk, actor)
            return one_batch(desk, actor, workers, resumes)
        finally:
            workers.end()


def wait_for_workers(desk: Desk, actor: Actor, count: int = PROCESSES) -> None:
    """Until they have begun."""
    operator = Actor("operator", actor.source, is_operator=True)
    for _ in range(600):
        if len(desk.jobs.list_workers(operator)) >= count:
            return
        time.sleep(0.1)


def of_an_empty_job(here: Path) -> float:
    """Seconds of CPU from the claim to the end of a job without work."""
    here.mkdir()
    with on_sqlite(here) as (app, _):
        desk, actor = build_desk(app), an_actor(app)
        kinds = {"nothing": JobKind(lambda _: {}, next(iter(sorted(actor._actions))))}  # noqa: SLF001
        working = Working(desk.ground, kinds)
        prepare_line(desk.ground, actor.workspace_id, Queue.BULK)
        with desk.ground.inside(actor) as tx:
            jobs = [Job(kind="nothing", queue=Queue.BULK, started_by=actor.user_id) for _ in range(EMPTY)]
            stand_in_line(tx, actor.workspace_id, jobs, desk.ground.clock())
        begin = time.process_time()
        while task := working.claim("benchmark", (Queue.BULK.value,)):
            working.finish(task, working.run(task))
        return (time.process_time() - begin) / EMPTY


# ---------------------------------------------------------------- Celery beside local workers


@contextmanager
def on_postgresql(folder: Path) -> Generator[tuple[App, dict[str, Installation], Services]]:
    """One installation, and both kinds of workers for it."""
    with running_services() as services:
        common = {
            "RCP_DATABASE_URL": stores.make_database(services.postgres),
            "RCP_REDIS_URL": services.redis,
            "RCP_FALLBACK": "false",
        }
        os.environ |= common
        read_settings.cache_clear()
        kinds = {Workers.APART.value: "local", Workers.CELERY.value: "celery"}
        workers = {
            name: Installation(folder, {**common, "RCP_WORKERS": setting}, {}) for setting, name in kinds.items()
        }
        with build_app(Settings(data_dir=folder)) as app:
            yield app, workers, services


def side_by_side(folder: Path, here: Path, rounds: int) -> dict[str, list[Measured]]:
    """The same batch through local workers and through Celery's, in turns."""
    here.mkdir()
    found: dict[str, list[Measured]] = {"local": [], "celery": []}
    with on_postgresql(here) as (app, kinds, services):
        actor = an_actor(app)
        settings = app.settings.model_copy(update={"workers": Workers.CELERY})
        desks = {"local": build_desk(app), "celery": build_desk(replace(app, settings=settings))}
        resumes = upload_all(desks["local"], actor, folder)
        for number in range(rounds):
            for name in ("local", "celery") if number % 2 == 0 else ("celery", "local"):
                desk, workers = desks[name], kinds[name]
                workers.start()
                try:
                    one_batch(desk, actor, workers, resumes[:WARM])
                    before = cpu_of_postgresql(services)
                    measured = one_batch(desk, actor, workers, resumes)
                    database = cpu_of_postgresql(services) - before
                finally:
                    workers.end()
                found[name].append(measured._replace(database=database))
    return found


def cpu_of_postgresql(services: Services) -> float:
    """Seconds of CPU of the database."""
    (pid,) = (int(path.read_text().split()[0]) for path in services.folder.rglob("postmaster.pid"))
    return cpu_below(pid)


# ---------------------------------------------------------------- what is told


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--kind", choices=["local", "celery", "both"], default="local")
    arguments.add_argument("--rounds", type=int, default=2, help="of local workers and Celery's, in turns")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        fill(here / "many", options.folder, options.count)
        print(f"{options.count} resumes; load average {os.getloadavg()[0]:.1f}")
        if options.kind != "celery":
            against_the_command(here, options.count)
        if options.kind != "local":
            against_each_other(here, options.count, options.rounds)


def fill(folder: Path, given: Path | None, count: int) -> None:
    """So many resumes: the given ones, or the samples of the tests, under new names."""
    with tempfile.TemporaryDirectory() as place:
        if given is None:
            given = Path(place)
            for sample in ALL_SHAPES:
                (given / f"{sample.name}.docx").write_bytes(sample.data)
        copies(sorted(path for path in given.iterdir() if path.suffix == ".docx"), folder, count)


def against_the_command(here: Path, count: int) -> None:
    """The library, the command, and local workers."""
    (here / "points.txt").write_text(POINTS_TEXT, encoding="utf-8")
    loop = plain_loop(here / "many")
    print(f"library in a loop, one process: {1000 * loop:.1f} ms of CPU each")
    wall, cpu = (each / count for each in ours(here / "many", here / "points.txt", here / "out"))
    print(f"command on a folder, two processes: {1000 * wall:.1f} ms each, {1000 * cpu:.1f} ms of CPU")
    found = through_jobs(on_sqlite, here / "many", here / "local")
    show("two local workers on SQLite", found, count)
    by_cpu = 100 * cpu / (found.cpu / count)
    print(f"    {100 * wall * count / found.seconds:.0f} % of the command's throughput, {by_cpu:.0f} % by CPU")
    print(f"a job without work, from claim to end: {1000 * of_an_empty_job(here / 'empty'):.1f} ms of CPU")


def against_each_other(here: Path, count: int, rounds: int) -> None:
    """Local workers and Celery's."""
    found = side_by_side(here / "many", here / "postgresql", rounds)
    best = {name: min(each, key=lambda one: one.seconds) for name, each in found.items()}
    for name, each in found.items():
        for one in each:
            show(f"two workers of {name} on PostgreSQL", one, count)
            print(f"    {1000 * one.database / count:.1f} ms of CPU of PostgreSQL")
    least = {name: min(one.cpu for one in each) for name, each in found.items()}
    by_clock, by_cpu = best["local"].seconds / best["celery"].seconds, least["local"] / least["celery"]
    print(f"Celery: {100 * by_clock:.0f} % of the local workers' throughput (best rounds), {100 * by_cpu:.0f} % by CPU")


def show(name: str, found: Measured, count: int) -> None:
    """A line on a batch."""
    each = f"{1000 * found.seconds / count:.1f} ms each, {1000 * found.cpu / count:.1f} ms of CPU"
    print(f"batch, {name}: {each}; {found.made} made; work on a cell {1000 * found.cell:.1f} ms", flush=True)


if __name__ == "__main__":
    main()
