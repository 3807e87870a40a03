"""Batches of real customizations while processes are killed at random moments: nothing lost, nothing doubled.

    batch of resumes  ->  workers  ->  SIGKILL to a worker, to the one that watches, to Redis, to PostgreSQL  ->  Found

    PYTHONPATH=tests python tests/faults/kills.py --kills 200 [--kind celery] [--seed 1]

Prints what was killed how often and what was found as JSON; ends with 1 when something was lost or done twice.
`make faults` runs it for local workers on SQLite and for Celery on PostgreSQL.
"""

import argparse
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from pydantic import SecretStr

from builders.stored import RESUME_POINTS, small_resume
from contracts import stores
from resume_customizer.app_bootstrap import App, build_app, build_desk
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.record import INSTALLATION, Id
from resume_customizer.core.records.resumes import BatchItem, Customization
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.core.tiers import Limit, Tier
from resume_customizer.services.background.batches import Target, Wanted
from resume_customizer.services.desk import Desk
from resume_customizer.services.store import InWorkspace
from resume_customizer.settings import Settings, Workers
from services_of_tests import Services, running_services

HERE = Path(__file__).parent.parent
BETWEEN = (0.2, 6.0)
"""Seconds between two kills: some hit a process that has just begun, some one that is at work."""
TIMEOUT = 900.0
"""Seconds for one batch to come to its end."""


@dataclass(slots=True)
class Found:
    """What became of everything."""

    cells: int = 0
    lost: int = 0
    doubled: int = 0
    set_aside: int = 0
    """Batches with a portion that lost its worker too often, which a person tried again."""
    wrong_figures: list[str] = field(default_factory=list)
    killed: Counter[str] = field(default_factory=Counter)
    slowest_batch: float = 0.0

    @property
    def is_good(self) -> bool:
        """Nothing lost, nothing doubled, every figure right."""
        return not (self.lost or self.doubled or self.wrong_figures)


class Installation:
    """An installation with workers in processes of their own."""

    def __init__(self, folder: Path, environment: dict[str, str], chaos: dict[str, Callable[[], None]]) -> None:
        self._environment = {**os.environ, **environment, "RCP_DATA_DIR": str(folder)}
        self._log = folder / "workers.log"
        self._chaos = chaos
        self._commands = [["-m", "resume_customizer", "worker", "--processes", "2"]]
        if environment.get("RCP_WORKERS") == "celery":
            self._commands.append(["-m", "resume_customizer", "worker", "--beat"])
        self.processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Begin, or begin anew what has ended, as whoever runs services on a machine does."""
        if not self.processes:
            self.processes = [self._run(command) for command in self._commands]
        for at, process in enumerate(self.processes):
            if process.poll() is not None:
                self.processes[at] = self._run(self._commands[at])

    def _run(self, command: list[str]) -> "subprocess.Popen[bytes]":
        with self._log.open("ab") as log:
            return subprocess.Popen([sys.executable, *command], env=self._environment, stdout=log, stderr=log, cwd="/")

    def kill(self, chance: random.Random) -> str:
        """Kill something; says what. Empty: there was no worker yet."""
        workers = self._workers()
        what = chance.choice(["worker"] * 6 + ["main process"] * 2 + list(self._chaos))
        if not workers:
            return ""
        if what in self._chaos:
            self._chaos[what]()
        elif what == "worker":
            with suppress(psutil.NoSuchProcess):
                chance.choice(workers).kill()
        else:
            self.processes[0].kill()
            self.processes[0].wait()
            self.processes[0] = self._run(self._commands[0])
        return what

    def told(self) -> str:
        """What they have written so far."""
        return self._log.read_text("utf-8")

    def _workers(self) -> list[psutil.Process]:
        with suppress(psutil.NoSuchProcess):
            return psutil.Process(self.processes[0].pid).children(recursive=True)
        return []

    def end(self) -> None:
        """No process is left."""
        for process in self.processes:
            left: list[psutil.Process] = []
            with suppress(psutil.NoSuchProcess):
                left = psutil.Process(process.pid).children(recursive=True)
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(35)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for each in left:
                with suppress(psutil.NoSuchProcess):
                    each.kill()
        self.processes = []


def run(app: App, workers: Installation, kills: int, seed: int, sizes: tuple[int, int]) -> Found:
    """Batches of resumes × targets, until there were so many kills; then everything is counted."""
    chance, found = random.Random(seed), Found()
    desk, actor = build_desk(app), an_actor(app)
    resumes = [desk.resumes.upload(actor, f"Resume {n}.docx", small_resume(f"Person {n}")).id for n in range(sizes[0])]
    batches: list[Id] = []
    try:
        workers.start()
        while sum(found.killed.values()) < kills:
            targets = [Target(label=f"target {n}", points=RESUME_POINTS) for n in range(sizes[1])]
            order = Wanted(name=f"batch {len(batches)}", resume_ids=resumes, targets=targets)
            batch_id = again(lambda order=order: desk.batches.prepare(actor, order)).batch_id
            again(lambda batch_id=batch_id: desk.batches.run(actor, batch_id))
            batches.append(batch_id)
            began = time.monotonic()
            _disturb(lambda batch_id=batch_id: is_over(desk, actor, batch_id, found), workers, found, kills, chance)
            found.slowest_batch = max(found.slowest_batch, time.monotonic() - began)
    finally:
        workers.end()
    for batch_id in batches:
        count(app, desk, actor, batch_id, found)
    check_all(desk, actor, found)
    return found


def _disturb(
    is_done: Callable[[], bool], workers: Installation, found: Found, kills: int, chance: random.Random
) -> None:
    until = time.monotonic() + TIMEOUT
    while time.monotonic() < until and not is_done():
        time.sleep(chance.uniform(*BETWEEN))
        workers.start()
        if sum(found.killed.values()) < kills and (what := workers.kill(chance)):
            found.killed[what] += 1


def is_over(desk: Desk, actor: Actor, batch_id: Id, found: Found) -> bool:
    """Whether a batch has come to its end; not yet, while the database is away."""
    try:
        batch = desk.batches.show(actor, batch_id)
        if batch.finished_at and batch.counts["failed"]:
            found.set_aside += 1
            desk.batches.retry_failed(actor, batch_id)
            return False
    except ResumeCustomizerError:
        return False
    return batch.finished_at is not None


def count(app: App, desk: Desk, actor: Actor, batch_id: Id, found: Found) -> None:
    """What the cells of a batch have become."""
    view = desk.batches.show(actor, batch_id)
    with app.store.reading(InWorkspace(actor.workspace_id)) as seen:
        items = list(seen.every(BatchItem, order="number", batch_id=batch_id))
        made = list(seen.every(Customization, batch_id=batch_id))
    found.cells += len(items)
    per_cell = Counter((each.resume_id, each.key) for each in made)
    found.lost += sum(item.customization_id not in {each.id for each in made} for item in items)
    found.doubled += sum(number - 1 for number in per_cell.values()) + max(0, len(made) - len(items))
    if (view.counts["done"], view.progress.percent) != (len(items), 100):
        found.wrong_figures.append(f"{view.name}: {dict(view.counts)}, {view.progress.percent} %")


def check_all(desk: Desk, actor: Actor, found: Found) -> None:
    """Quota, audit trail, and a sample of the documents themselves."""
    (used,) = [each.used for each in desk.usage.show(actor)[1] if each.limit is Limit.CUSTOMIZATIONS]
    if used != found.cells:
        found.wrong_figures.append(f"{used} counted against the quota, {found.cells} made")
    if desk.audit.verify(actor).broken is not None:
        found.wrong_figures.append("the trail is broken")
    for each in desk.customizations.list_customizations(actor, limit=20).records:
        if not desk.customizations.verify(actor, each.id)["holds"]:
            found.wrong_figures.append(f"{each.name} does not verify")


def again(work: Callable[[], object]):  # noqa: ANN201 - what the work gives
    """Ask again while the database is away, as a person does."""
    for _ in range(60):
        try:
            return work()
        except ResumeCustomizerError as fault:
            if fault.code == "batch-began":
                return None
            time.sleep(0.5)
    return work()


def an_actor(app: App) -> Actor:
    """The owner of a workspace of the largest tier."""
    with app.store.transaction(InWorkspace(INSTALLATION)) as tx:
        user = tx.add(User(email="ann@desk.example", email_key="ann@desk.example"))
        home = tx.add(Workspace(name="Bright Desk", tier=Tier.ENTERPRISE))
    with app.store.transaction(InWorkspace(home.id)) as tx:
        tx.add(Membership(user_id=user.id, role=Role.OWNER))
    return Actor(user.id, Source(Door.API), home.id, Role.OWNER)


@contextmanager
def on_sqlite(folder: Path) -> Generator[tuple[App, Installation]]:
    """Local workers on a file of SQLite."""
    with build_app(Settings(data_dir=folder)) as app:
        yield app, Installation(folder, {}, {})


@contextmanager
def on_postgresql(folder: Path, given: Services | None = None) -> Generator[tuple[App, Installation]]:
    """Celery's workers on PostgreSQL and Redis, which are killed as well."""
    with ExitStack() as stack:
        services = given or stack.enter_context(running_services())
        address = stores.make_database(services.postgres)
        redis = Redis(folder)
        stack.callback(redis.kill)
        environment = {
            "RCP_DATABASE_URL": address,
            "RCP_WORKERS": "celery",
            "RCP_REDIS_URL": redis.address,
            "RCP_FALLBACK": "false",
        }
        chaos: dict[str, Callable[[], None]] = {
            "Redis": redis.restart,
            "PostgreSQL": lambda: restart_postgresql(services),
        }
        settings = Settings(
            data_dir=folder,
            database_url=SecretStr(address),
            workers=Workers.CELERY,
            redis_url=SecretStr(redis.address),
            fallback=False,
        )
        app = stack.enter_context(build_app(settings))
        yield app, Installation(folder, environment, chaos)


def restart_postgresql(services: Services) -> None:
    """As after a crash: connections are cut, and what was not committed is gone."""
    services.crash_postgres()
    services.revive_postgres()


class Redis:
    """A Redis of its own that keeps nothing when it is killed."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self._folder = folder
        self.address = f"redis://127.0.0.1:{self._port}/0"
        self._process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        program = shutil.which("redis-server") or shutil.which("valkey-server") or ""
        options = ["--port", str(self._port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        return subprocess.Popen([program, *options], cwd=self._folder, stdout=subprocess.DEVNULL)

    def kill(self) -> None:
        """SIGKILL."""
        self._process.kill()
        self._process.wait()

    def restart(self) -> None:
        """Everything that it knew is gone."""
        self.kill()
        self._process = self._start()


PLACES = {"local": on_sqlite, "celery": on_postgresql}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kills", type=int, default=100)
    arguments.add_argument("--kind", choices=sorted(PLACES), default="local")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--resumes", type=int, default=20)
    arguments.add_argument("--targets", type=int, default=20)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, PLACES[options.kind](Path(folder)) as (app, workers):
        found = run(app, workers, options.kills, options.seed, (options.resumes, options.targets))
    told = {
        "kind": options.kind,
        "killed": dict(found.killed),
        "cells": found.cells,
        "lost": found.lost,
        "set_aside": found.set_aside,
        "doubled": found.doubled,
        "wrong_figures": found.wrong_figures,
        "slowest_batch_seconds": round(found.slowest_batch, 1),
    }
    print(json.dumps(told, indent=1))  # noqa: T201 - what the command is for
    raise SystemExit(0 if found.is_good else 1)


if __name__ == "__main__":
    main()
