"""What worker processes hold in memory after 1,000, 5,000 and 10,000 items: what they do not give back would show.

    PYTHONPATH=tests python benchmarks/worker_memory.py [--count 10000]

Batches of 200 resumes for 10 targets, one after the other, through two local workers on a file of SQLite. The workers'
processes, and the ones that work on documents for them, are looked at every second: the largest of each since the mark
before, and all of them together. Exits with 1 when the largest worker has grown by more than a tenth after the first
mark.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import psutil
from jobs import fill, upload_all, wait_for_workers

from builders import POINTS_TEXT
from faults.kills import Installation, an_actor, on_sqlite
from resume_customizer.app_bootstrap import build_desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.record import Id
from resume_customizer.services.background.batches import Target, Wanted
from resume_customizer.services.desk import Desk

RESUMES, TARGETS = 200, 10
MARKS = (1_000, 5_000, 10_000)
MOST_GROWTH = 1.10
MEGABYTE = 1e6


class Sizes:
    """The largest resident sets that were seen since the last mark, by what a process does."""

    def __init__(self, workers: Installation) -> None:
        self._root = psutil.Process(workers.processes[0].pid)
        self._largest: dict[str, float] = defaultdict(float)

    def look(self) -> None:
        """See how large they are now."""
        now: dict[str, list[float]] = {"worker": [], "documents": []}
        for process in self._root.children(recursive=True):
            try:
                line, size = " ".join(process.cmdline()), process.memory_info().rss / MEGABYTE
            except psutil.NoSuchProcess:
                continue
            if "resource_tracker" not in line:
                now["documents" if "forkserver" in line else "worker"].append(size)
        for name, sizes in now.items():
            self._largest[name] = max(self._largest[name], *sizes, 0.0)
        self._largest["together"] = max(self._largest["together"], sum(map(sum, now.values())))

    def take(self) -> dict[str, float]:
        """What was seen; begins anew."""
        found, self._largest = dict(self._largest), defaultdict(float)
        return found


def work_through(desk: Desk, actor: Actor, resumes: list[Id], workers: Installation, count: int) -> dict[int, float]:
    """So many items; the size of the largest worker by mark."""
    sizes, found, before = Sizes(workers), dict[int, float](), 0
    began = time.perf_counter()
    while before < count:
        targets = [Target(label=f"{before + number}", points=POINTS_TEXT) for number in range(TARGETS)]
        order = Wanted(name=f"after {before}", resume_ids=resumes, targets=targets)
        batch = desk.batches.prepare(actor, order).batch_id
        view = desk.batches.run(actor, batch)
        while not view.finished_at:
            time.sleep(1.0)
            sizes.look()
            view = desk.batches.show(actor, batch)
            done = before + view.progress.done
            for mark in MARKS:
                if mark <= min(done, count) and mark not in found:
                    seen = sizes.take()
                    found[mark] = seen["worker"]
                    told = ", ".join(f"{name} {size:.0f} MB" for name, size in seen.items())
                    print(f"{mark:,} items after {time.perf_counter() - began:.0f} s: {told}", flush=True)
        before += view.progress.total
    return found


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--count", type=int, default=10_000)
    options = arguments.parse_args()
    print(f"load average {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory() as place, on_sqlite(Path(place)) as (app, workers):
        desk, actor = build_desk(app), an_actor(app)
        fill(Path(place) / "many", None, RESUMES)
        resumes = upload_all(desk, actor, Path(place) / "many")
        workers.start()
        try:
            wait_for_workers(desk, actor)
            found = work_through(desk, actor, resumes, workers, options.count)
        finally:
            workers.end()
    ratio = found[max(found)] / found[min(found)]
    print(f"largest worker: {ratio:.3f} times its size of the first mark (wanted: at most {MOST_GROWTH})")
    return int(ratio > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
