"""Background work: many resumes through the job system, against the command on a folder and a plain loop, in one run.

    python benchmarks/jobs.py [FOLDER] [--count 200] [--celery]

The same resumes and points three ways: the library in a loop (one process, nothing written), the command on a folder
(two processes, files written), and a batch (two worker processes; files, records and the audit trail kept). Then what
the job system itself costs: a job without any work, from its claim to its end. With --celery the batch runs once more,
with Celery's workers on PostgreSQL and Redis beside local ones on the same PostgreSQL.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

import psutil
from folder import copies, ours

from builders import POINTS_TEXT
from builders.shapes import ALL_SHAPES
from faults.kills import Installation, an_actor, on_postgresql, on_sqlite
from resume_customizer.app_bootstrap import App, build_desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.jobs import Queue
from resume_customizer.core.records.work import Job
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.services.batches import Target, Wanted
from resume_customizer.services.customizing import Instructions, customize
from resume_customizer.services.desk import Desk
from resume_customizer.services.job_kinds import JobKind
from resume_customizer.services.job_lines import prepare_line, stand_in_line
from resume_customizer.services.working import Working

Place: TypeAlias = Callable[[Path], AbstractContextManager[tuple[App, Installation]]]
EMPTY = 100


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


def cpu_of(workers: Installation) -> float:
    """Seconds of CPU that the worker processes have used so far."""
    total = 0.0
    for root in workers.processes:
        for process in [psutil.Process(root.pid), *psutil.Process(root.pid).children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                total += times.user + times.system
    return total


def through_jobs(place: Place, folder: Path, here: Path) -> Measured:
    """One batch of all resumes for one target."""
    here.mkdir()
    with place(here) as (app, workers):
        desk, actor = build_desk(app), an_actor(app)
        resumes = [desk.resumes.upload(actor, path.name, path.read_bytes()).id for path in sorted(folder.iterdir())]
        target = Target(label="all", points=POINTS_TEXT)
        batch = desk.batches.prepare(actor, Wanted(name="all", resume_ids=resumes, targets=[target])).batch_id
        workers.start()
        try:
            wait_for_workers(desk, actor)
            begin, used = datetime.now(UTC), cpu_of(workers)
            desk.batches.run(actor, batch)
            while not (ended := desk.batches.show(actor, batch).finished_at):
                time.sleep(0.5)  # who asks more often takes what is measured
            took, used = (ended - begin).total_seconds(), cpu_of(workers) - used
        finally:
            workers.end()
        cells = desk.batches.list_items(actor, batch, limit=1000).records
        made = sum(each.status == "done" for each in cells)
        return Measured(took, used, sum(each.milliseconds for each in cells) / 1000 / len(cells), made)


def wait_for_workers(desk: Desk, actor: Actor) -> None:
    """Until they have begun: how long that takes is not measured."""
    operator = Actor("operator", actor.source, is_operator=True)
    if desk.jobs.list_workers(operator):
        return
    for _ in range(600):
        if len(desk.jobs.list_workers(operator)) >= 1:
            break
        time.sleep(0.1)
    time.sleep(1.0)


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


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--celery", action="store_true")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        (here / "points.txt").write_text(POINTS_TEXT, encoding="utf-8")
        given = options.folder
        if given is None:
            given = here / "samples"
            given.mkdir()
            for sample in ALL_SHAPES:
                (given / f"{sample.name}.docx").write_bytes(sample.data)
        copies(sorted(path for path in given.iterdir() if path.suffix == ".docx"), here / "many", options.count)
        print(f"{options.count} resumes; load average {os.getloadavg()[0]:.1f}")
        loop = plain_loop(here / "many")
        print(f"library in a loop, one process: {1000 * loop:.1f} ms of CPU each")
        wall, cpu = (each / options.count for each in ours(here / "many", here / "points.txt", here / "out"))
        print(f"command on a folder, two processes: {1000 * wall:.1f} ms each, {1000 * cpu:.1f} ms of CPU")
        show("two local workers on SQLite", through_jobs(on_sqlite, here / "many", here / "local"), options.count, wall)
        print(f"a job without work, from claim to end: {1000 * of_an_empty_job(here / 'empty'):.1f} ms of CPU")
        if options.celery:
            found = through_jobs(on_postgresql, here / "many", here / "celery")
            show("two workers of Celery on PostgreSQL", found, options.count, wall)


def show(name: str, found: Measured, count: int, wall: float) -> None:
    """Two lines on a batch."""
    each = found.seconds / count
    print(f"batch, {name}: {1000 * each:.1f} ms each, {1000 * found.cpu / count:.1f} ms of CPU; {found.made} made")
    print(f"    {100 * wall / each:.0f} % of the command's throughput; work on a cell {1000 * found.cell:.1f} ms")


if __name__ == "__main__":
    main()
