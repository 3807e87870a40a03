"""Staying with a batch: a bar on the terminal, work on it in this process, and Ctrl-C that cancels politely.

open_with_workers()  ->  Desk, with workers here unless others do the work  ->  wait_for_end()  ->  BatchView
"""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Final

from resume_customizer.cli.desk import require_server
from resume_customizer.cli.screen import is_terminal, tell
from resume_customizer.core.errors import Conflict

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from resume_customizer.core.actor import Actor
    from resume_customizer.services.background.batches import BatchView
    from resume_customizer.services.desk import Desk

_LOOK_EVERY: Final = 0.2
Moved = Callable[[int, int], None]
"""Is told how many are done, of how many."""


@contextmanager
def open_with_workers() -> "Generator[Desk]":
    """The services of this installation, and workers in this process when its work is done within a server."""
    require_server()
    from resume_customizer.app_bootstrap import build_app, build_desk, workers_here
    from resume_customizer.settings import read_settings

    with build_app(read_settings()) as app:
        desk = build_desk(app)
        with workers_here(app, desk):
            yield desk


def wait_for_end(desk: "Desk", actor: "Actor", batch_id: str) -> "BatchView":
    """Until the batch is over, or paused; Ctrl-C cancels it, and a second one leaves it as it is."""
    with _bar("Making") as moved:
        try:
            return _wait(desk, actor, batch_id, moved)
        except KeyboardInterrupt:
            tell("It is being cancelled: what is in hand is finished and kept. Ctrl-C again leaves at once.", "yellow")
            with _nothing_left():
                desk.batches.cancel(actor, batch_id)
            return _wait(desk, actor, batch_id, moved)


def stay_until_over(desk: "Desk", actor: "Actor", batch_id: str) -> "BatchView":
    """Until the batch is over, or paused; Ctrl-C leaves it as it is, for whoever works on it next."""
    with _bar("Made") as moved:
        try:
            return _wait(desk, actor, batch_id, moved)
        except KeyboardInterrupt:
            return desk.batches.show(actor, batch_id)


def _wait(desk: "Desk", actor: "Actor", batch_id: str, moved: Moved) -> "BatchView":
    while True:
        view = desk.batches.show(actor, batch_id)
        moved(view.progress.done, view.progress.total)
        if view.finished_at or view.status in {"new", "paused"}:
            return view
        time.sleep(_LOOK_EVERY)


def wait_for_forecast(desk: "Desk", actor: "Actor", batch_id: str) -> None:
    """Until every cell was looked at, or nobody looks any more; Ctrl-C stops it, and shows what is known."""
    with _bar("Looking") as moved:
        try:
            while not _is_foreseen(desk, actor, batch_id, moved):
                time.sleep(_LOOK_EVERY)
        except KeyboardInterrupt:
            with _nothing_left():
                desk.batches.cancel(actor, batch_id)


def _is_foreseen(desk: "Desk", actor: "Actor", batch_id: str, moved: Moved) -> bool:
    from resume_customizer.core.jobs import ENDED

    view = desk.batches.show(actor, batch_id)
    total = sum(view.counts.values())
    moved(view.foreseen, total)
    jobs = desk.jobs.list_jobs(actor, batch_id=batch_id, count=1000).jobs
    return view.foreseen >= total or all(job.status in ENDED for job in jobs)


@contextmanager
def _nothing_left() -> Generator[None]:
    """Nothing was left to be cancelled."""
    try:
        yield
    except Conflict:
        return


def _bar(title: str) -> "AbstractContextManager[Moved]":
    """A bar with elapsed time, rate and what remains, for a person who looks; otherwise nothing."""
    return _shown(title) if is_terminal(sys.stderr) else nullcontext(lambda _done, _total: None)


@contextmanager
def _shown(title: str) -> Generator[Moved]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns: tuple[Any, ...] = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None, rate="")

        def moved(done: int, total: int) -> None:
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(task, completed=done, total=total, rate=f"{speed:,.1f} a second" if speed else "")

        yield moved
