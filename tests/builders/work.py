"""Jobs for tests, which leave traces: what was begun, in a file, and what was kept, in the store.

address of a database  ->  open_work()  ->  what a process of a worker needs, with the kinds of work below
"""

import os
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.jobs import Queue
from resume_customizer.core.permissions import Action, Role
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.record import INSTALLATION, Id, Json
from resume_customizer.core.records.work import ProcessingEntry
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.core.tiers import Tier
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.infrastructure.secrets import KeyRing
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.background.job_kinds import JobKind, JobKinds, Stopped, Work
from resume_customizer.services.background.jobs import Jobs, Nudge, no_nudge
from resume_customizer.services.background.working import Working
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import InWorkspace, Store

EFFECT = "effect"
RING = KeyRing({"2026-11": bytes(range(32))})
KEPT: list[bytes] = []
READY: list[int] = []
"""Processes that were told to get ready."""


class Steps:
    """Work in steps: each leaves one effect, in the transaction that says how far it is."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def run(self, work: Work) -> Json:
        """Go on from where it was."""
        total, pause = work.job.input["steps"], work.job.input.get("pause", 0)
        for number in range(work.job.progress, total):
            work.report(number, total)
            time.sleep(pause)
            with self._ground.within(work.job.workspace_id) as tx:
                job = work.hold(tx)
                tx.add(ProcessingEntry(subject_kind=EFFECT, subject_id=job.id, step=str(number), milliseconds=0))
                tx.update(replace(job, progress=number + 1, total=total))
        with suppress(Stopped):  # it is done, whatever is asked of it now
            work.report(total, total)
        return {"process": os.getpid()}


def die(work: Work) -> Json:
    """End the process, as a hostile document could."""
    os._exit(9)


def grow(work: Work) -> Json:
    """Take memory and keep it."""
    KEPT.append(os.urandom(1) * work.job.input["bytes"])
    return {"process": os.getpid()}


def get_ready() -> None:
    """What a worker does before its first job."""
    READY.append(os.getpid())


def say_ready(work: Work) -> Json:
    """Whether this process got ready."""
    return {"ready": [os.getpid()] == READY}


def use_sandbox(work: Work) -> Json:
    """Work on a document, in a process of the sandbox."""
    sandbox = Sandbox(processes=1)
    try:
        return {"process": sandbox.call(os.getpid)}
    finally:
        sandbox.close()


def kinds(ground: Ground) -> JobKinds:
    """The kinds of work."""
    return {
        "steps": JobKind(Steps(ground).run, Action.CUSTOMIZE),
        "bulk steps": JobKind(Steps(ground).run, Action.CUSTOMIZE, Queue.BULK),
        "ready": JobKind(say_ready, Action.CUSTOMIZE, get_ready=get_ready),
        "ready, too": JobKind(say_ready, Action.CUSTOMIZE, get_ready=get_ready),
        "die": JobKind(die, Action.CUSTOMIZE),
        "document": JobKind(use_sandbox, Action.CUSTOMIZE),
        "grow": JobKind(grow, Action.CUSTOMIZE),
    }


def make_ground(store: Store) -> Ground:
    """With the clock of the machine."""
    return Ground(store, RING, lambda: datetime.now(UTC), os.urandom)


@contextmanager
def open_work(address: str, lease: float = 30.0) -> Generator[tuple[Working, Store]]:
    """What a process of a worker needs."""
    store = SqlStore(make_engine(address))
    ground = make_ground(store)
    try:
        yield Working(ground, kinds(ground), lease=timedelta(seconds=lease)), store
    finally:
        store.close()


class Office:
    """A workspace that has work done, seen from outside of its workers."""

    def __init__(self, address: str, nudge: Nudge = no_nudge) -> None:
        self.store = SqlStore(make_engine(address))
        self.ground = make_ground(self.store)
        self.jobs = Jobs(self.ground, kinds(self.ground), nudge)

    def workspace(self, name: str, tier: Tier = Tier.ENTERPRISE) -> Actor:
        """A workspace, and its owner."""
        with self.store.transaction(InWorkspace(INSTALLATION)) as tx:
            user = tx.add(User(email=f"{name}@work.example", email_key=f"{name}@work.example"))
            home = tx.add(Workspace(name=name, tier=tier))
        with self.store.transaction(InWorkspace(home.id)) as tx:
            tx.add(Membership(user_id=user.id, role=Role.OWNER))
        return Actor(user.id, Source(Door.API), home.id, Role.OWNER)

    def wait_for(self, actor: Actor, job_ids: list[Id], seconds: float = 90.0) -> list[str]:
        """The states of jobs, once all have ended."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            states = [self.jobs.show(actor, each) for each in job_ids]
            if all(each.finished_at for each in states):
                break
            time.sleep(0.1)
        return [self.jobs.show(actor, each).status.value for each in job_ids]

    def effects(self, actor: Actor, job_id: Id) -> list[int]:
        """The effects that a job in steps has left, in order."""
        with self.store.reading(InWorkspace(actor.workspace_id)) as seen:
            found = seen.every(ProcessingEntry, subject_kind=EFFECT, subject_id=job_id)
            return sorted(int(each.step) for each in found)
