"""The workers' side of jobs: the promises of services/background/working.py, on SQLite and PostgreSQL."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from builders.desk import Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import RefusedInput, Unavailable
from resume_customizer.core.jobs import LEASE, MOST_AT_ONCE, MOST_ATTEMPTS, MOST_LOSSES, Queue, Status, Step
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import Json
from resume_customizer.core.records.work import Due, Job, ProcessingEntry, WorkLine
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.tiers import Tier
from resume_customizer.services.background.job_kinds import JobKind, Stopped, Work
from resume_customizer.services.background.job_lines import JOB_QUEUES
from resume_customizer.services.background.tasks import Task


def nothing(work: Work) -> Json:
    return {}


@pytest.fixture
def shared(shared: Desk) -> Desk:
    """The same with kinds of jobs that do nothing."""
    shared.job_kinds["nothing"] = JobKind(nothing, Action.CUSTOMIZE)
    shared.job_kinds["much"] = JobKind(nothing, Action.CUSTOMIZE, Queue.BULK)
    return shared


def claimed(desk: Desk, worker: str = "one") -> Task:
    task = desk.working.claim(worker, JOB_QUEUES)
    assert task
    return task


def job_of(desk: Desk, task: Task) -> Job:
    with desk.ground.within(task.lease.workspace_id) as tx:
        return tx.get(Job, task.job.id)


def put_on_tier(desk: Desk, actor: Actor, tier: Tier) -> None:
    with desk.ground.within(actor.workspace_id) as tx:
        tx.update(replace(tx.get(Workspace, actor.workspace_id), tier=tier))


def test_one_job_is_one_workers_until_its_lease_ends(shared: Desk) -> None:
    shared.jobs.start(shared.workspace("ann"), "nothing", {})

    first = claimed(shared)
    assert shared.working.claim("two", JOB_QUEUES) is None
    shared.later(seconds=LEASE.total_seconds() - 1)
    assert shared.working.claim("two", JOB_QUEUES) is None
    shared.later(seconds=2)
    second = claimed(shared, "two")

    assert second.job.id == first.job.id
    assert job_of(shared, second).attempts == 2


def test_a_sign_of_life_keeps_the_lease_and_shows_the_progress(shared: Desk) -> None:
    ann = shared.workspace("ann")
    shared.jobs.start(ann, "nothing", {})
    task = claimed(shared)
    for number in range(5):
        task.report(number, 5, f"step {number}")
        shared.later(seconds=LEASE.total_seconds() - 1)
        shared.working.beat(task)
        assert shared.working.claim("two", JOB_QUEUES) is None

    shown = shared.jobs.show(ann, task.job.id)
    assert (shown.progress.done, shown.progress.total, shown.step) == (4, 5, "step 4")
    assert not task.is_lost


def test_who_was_taken_for_dead_keeps_nothing(shared: Desk) -> None:
    shared.jobs.start(shared.workspace("ann"), "nothing", {})
    dead = claimed(shared)
    shared.later(minutes=1)
    alive = claimed(shared, "two")

    with shared.ground.within(dead.lease.workspace_id) as tx, pytest.raises(Stopped):
        dead.hold(tx)
    shared.working.beat(dead)
    assert dead.is_lost
    shared.working.finish(dead, {"by": "the dead"})
    assert job_of(shared, alive).status == Status.RUNNING
    shared.working.finish(alive, {"by": "the living"})
    shared.working.finish(alive, {"by": "the living, again"})

    assert job_of(shared, alive).result == {"by": "the living"}
    with pytest.raises(Stopped):
        dead.report(1, 2)


def test_a_worker_that_is_known_to_be_gone_loses_its_jobs_at_once(shared: Desk) -> None:
    shared.jobs.start(shared.workspace("ann"), "nothing", {})
    task = claimed(shared)

    assert shared.working.forget("somebody else") == 0
    assert shared.working.claim("two", JOB_QUEUES) is None
    assert shared.working.forget("one") == 1
    assert claimed(shared, "two").job.id == task.job.id


def test_what_ends_its_worker_again_and_again_is_set_aside(shared: Desk) -> None:
    ann = shared.workspace("ann")
    job_id = shared.jobs.start(ann, "nothing", {}).job_id
    for _ in range(MOST_LOSSES):
        claimed(shared)
        shared.later(minutes=1)
    assert shared.working.claim("two", JOB_QUEUES) is None

    aside = shared.jobs.show(ann, job_id)
    assert (aside.status, aside.error_code, aside.attempts) == (Status.QUARANTINED, "worker-lost", MOST_LOSSES)


def test_what_was_away_is_waited_for_a_few_times(shared: Desk) -> None:
    ann = shared.workspace("ann")
    job_id = shared.jobs.start(ann, "nothing", {}).job_id
    for attempt in range(1, MOST_ATTEMPTS + 1):
        task = claimed(shared)
        shared.working.fail(task, Unavailable("mail-server-away", "The mail server is away."))
        assert shared.working.claim("one", JOB_QUEUES) is None
        assert shared.jobs.show(ann, job_id).attempts == attempt
        shared.later(minutes=5)

    failed = shared.jobs.show(ann, job_id)
    assert (failed.status, failed.error) == (Status.FAILED, "The mail server is away.")
    assert shared.working.claim("one", JOB_QUEUES) is None


def test_what_is_set_down_for_another_worker_has_lost_no_attempt(shared: Desk) -> None:
    shared.jobs.start(shared.workspace("ann"), "nothing", {})
    for _ in range(20):
        task = claimed(shared)
        task.ask_to_stop(Step.TRY_LATER)
        with pytest.raises(Stopped):
            task.report(3, 10)
        shared.working.put_back(task)

    last = claimed(shared)
    assert (last.job.attempts, last.job.progress) == (1, 3)


def test_what_was_cancelled_while_its_worker_died_is_not_begun_again(shared: Desk) -> None:
    ann = shared.workspace("ann")
    job_id = shared.jobs.start(ann, "nothing", {}).job_id
    claimed(shared)
    shared.jobs.cancel(ann, job_id)
    shared.later(minutes=1)

    assert shared.working.claim("two", JOB_QUEUES) is None
    assert shared.jobs.show(ann, job_id).status is Status.CANCELLED


def test_a_workspace_with_very_much_work_does_not_keep_another_one_waiting(shared: Desk) -> None:
    big, small = shared.workspace("ann"), shared.workspace("bob")
    put_on_tier(shared, big, Tier.ENTERPRISE)
    for _ in range(60):
        shared.jobs.start(big, "much", {})
    for _ in range(3):
        shared.working.finish(claimed(shared), {})
    for _ in range(3):
        shared.jobs.start(small, "much", {})

    order = []
    for _ in range(20):
        task = claimed(shared)
        order.append(task.lease.workspace_id)
        shared.working.finish(task, {})

    assert order.count(small.workspace_id) == 3


def test_a_workspace_has_so_many_jobs_running_as_its_tier_allows(shared: Desk) -> None:
    ann, bob = shared.workspace("ann"), shared.workspace("bob")
    for _ in range(6):
        shared.jobs.start(ann, "much", {})
    tasks = [claimed(shared, f"worker {number}") for number in range(MOST_AT_ONCE[Tier.FREE])]
    assert shared.working.claim("one more", JOB_QUEUES) is None

    shared.jobs.start(bob, "much", {})
    assert claimed(shared, "one more").lease.workspace_id == bob.workspace_id
    shared.working.finish(tasks[0], {})
    assert claimed(shared).lease.workspace_id == ann.workspace_id


def test_a_lost_job_is_begun_again_also_when_as_many_run_as_may(shared: Desk) -> None:
    ann = shared.workspace("ann")
    for _ in range(6):
        shared.jobs.start(ann, "much", {})
    for number in range(MOST_AT_ONCE[Tier.FREE]):
        claimed(shared, f"worker {number}")
    shared.later(minutes=1)

    again = [claimed(shared, f"other {number}") for number in range(MOST_AT_ONCE[Tier.FREE])]
    assert shared.working.claim("one more", JOB_QUEUES) is None
    assert len({each.job.id for each in again}) == MOST_AT_ONCE[Tier.FREE]


def test_what_somebody_waits_for_goes_before_bulk_work(shared: Desk) -> None:
    ann = shared.workspace("ann")
    shared.jobs.start(ann, "much", {})
    shared.jobs.start(ann, "nothing", {})

    assert [claimed(shared).job.kind for _ in range(2)] == ["nothing", "much"]


def test_a_kind_of_another_version_is_left_to_a_worker_that_knows_it(shared: Desk) -> None:
    shared.jobs.start(shared.workspace("ann"), "nothing", {})
    known = shared.job_kinds.pop("nothing")
    assert shared.working.claim("old version", JOB_QUEUES) is None

    shared.job_kinds["nothing"] = known
    shared.later(minutes=1)
    assert claimed(shared, "new version").job.attempts == 1


def test_an_empty_line_is_closed_and_opened_by_the_next_job(shared: Desk) -> None:
    ann = shared.workspace("ann")
    for _ in range(2):
        shared.jobs.start(ann, "nothing", {})
        shared.working.finish(claimed(shared), {})
        assert shared.working.claim("one", JOB_QUEUES) is None
        with shared.ground.outside() as tx:
            assert tx.list(WorkLine, queue="interactive", is_open=True, order="turn").records == ()


def test_each_end_of_a_job_is_written_down_with_its_time(shared: Desk) -> None:
    ann = shared.workspace("ann")
    shared.jobs.start(ann, "nothing", {})
    task = claimed(shared)
    shared.later(seconds=3)
    shared.working.fail(task, RefusedInput("too-hard", "It did not survive it."))

    with shared.ground.inside(ann) as tx:
        (entry,) = tx.every(ProcessingEntry)
    assert (entry.step, entry.milliseconds, entry.status) == ("nothing", 3000, "quarantined")


def test_many_workers_at_once_begin_each_job_once(shared: Desk) -> None:
    people = [shared.workspace(name) for name in ("ann", "bob", "cyd")]
    started = set()
    for person in people:
        put_on_tier(shared, person, Tier.ENTERPRISE)
        started |= {shared.jobs.start(person, "much", {}).job_id for _ in range(12)}
    begun: list[str] = []
    lock = threading.Lock()

    def work(number: int) -> None:
        while len(begun) < len(started):
            task = shared.working.claim(f"worker {number}", JOB_QUEUES)
            if task:
                with lock:
                    begun.append(task.job.id)
                shared.working.finish(task, {"by": number})

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(4)))

    assert sorted(begun) == sorted(started)
    with shared.ground.outside() as tx:
        assert tx.list(Due, queue="bulk", order="due_at").records == ()
