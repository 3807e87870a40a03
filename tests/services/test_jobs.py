"""Background work as people see it: the promises of resume_customizer.services.background.jobs."""

from dataclasses import replace

import pytest

from builders.desk import PASSWORD, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotPermitted, RefusedInput
from resume_customizer.core.jobs import Status
from resume_customizer.core.permissions import Action, Role
from resume_customizer.core.records.record import Json
from resume_customizer.core.records.work import Due, Job
from resume_customizer.services.background.job_kinds import JobKind, Stopped, Work
from resume_customizer.services.background.job_lines import JOB_QUEUES
from resume_customizer.services.background.jobs import Jobs
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Transaction

SETTLED: list[str] = []


def count_up(work: Work) -> Json:
    for number in range(3):
        work.report(number, 3, f"step {number}")
    return {"counted": 3}


def refuse(work: Work) -> Json:
    raise RefusedInput("too-slow", "This took longer than 15 seconds, so it was stopped.")


def check(given: Json) -> None:
    if "bad" in given:
        raise InvalidInput("bad-input", "This can't be worked on.")


def settle(tx: Transaction, ground: Ground, job: Job) -> None:
    SETTLED.append(job.status)


@pytest.fixture
def ann(desk: Desk) -> Actor:
    """The owner of a workspace, where there is work of two kinds."""
    SETTLED.clear()
    desk.job_kinds["count"] = JobKind(count_up, Action.CUSTOMIZE, check=check, settle=settle)
    desk.job_kinds["refuse"] = JobKind(refuse, Action.CUSTOMIZE)
    return desk.workspace("ann")


def work_off(desk: Desk) -> None:
    """What a worker does with the next job."""
    task = desk.working.claim("a worker", JOB_QUEUES)
    assert task
    try:
        result = desk.working.run(task)
    except RefusedInput as fault:
        desk.working.fail(task, fault)
    else:
        desk.working.finish(task, result)


def dues(desk: Desk) -> int:
    with desk.ground.outside() as tx:
        return sum(tx.count(Due, queue=queue, is_leased=leased) for queue in JOB_QUEUES for leased in (True, False))


def test_a_job_waits_is_done_and_shows_its_result(desk: Desk, ann: Actor) -> None:
    started = desk.jobs.start(ann, "count", {"of": "things"}, "request 7")
    assert (started.status, started.correlation, started.progress.done) == (Status.WAITING, "request 7", 0)

    work_off(desk)

    done = desk.jobs.show(ann, started.job_id)
    assert (done.status, done.result, done.attempts, done.error) == (Status.DONE, {"counted": 3}, 1, "")
    assert done.finished_at == desk.now
    assert dues(desk) == 0


def test_what_cannot_be_worked_on_is_not_taken(desk: Desk, ann: Actor) -> None:
    with pytest.raises(InvalidInput, match="can't be worked on"):
        desk.jobs.start(ann, "count", {"bad": True})
    with pytest.raises(InvalidInput, match="no background work"):
        desk.jobs.start(ann, "nonsense", {})

    assert desk.jobs.list_jobs(ann).jobs == ()
    assert dues(desk) == 0


def test_who_may_not_do_the_work_may_neither_start_nor_stop_it(desk: Desk, ann: Actor) -> None:
    viewer = replace(ann, role=Role.VIEWER)
    job_id = desk.jobs.start(ann, "count", {}).job_id

    with pytest.raises(NotPermitted):
        desk.jobs.start(viewer, "count", {})
    for step in (desk.jobs.cancel, desk.jobs.pause, desk.jobs.resume, desk.jobs.retry):
        with pytest.raises(NotPermitted):
            step(viewer, job_id)
    assert desk.jobs.show(viewer, job_id).status is Status.WAITING


def test_who_lost_the_right_meanwhile_has_nothing_done_for_them(desk: Desk, ann: Actor) -> None:
    bob = desk.member(ann, "bob", Role.EDITOR)
    job_id = desk.jobs.start(bob, "count", {}).job_id
    desk.workspaces.change_role(ann, bob.user_id, Role.VIEWER)

    task = desk.working.claim("a worker", JOB_QUEUES)
    assert task
    with pytest.raises(NotPermitted) as caught:
        desk.working.run(task)
    desk.working.fail(task, caught.value)

    assert desk.jobs.show(ann, job_id).error_code == "not-permitted-any-more"


def test_for_who_was_erased_meanwhile_nothing_is_done(desk: Desk, ann: Actor) -> None:
    bob = desk.member(ann, "bob", Role.EDITOR)
    jobs = [desk.jobs.start(bob, "count", {}).job_id for _ in range(2)]
    running = desk.working.claim("a worker", JOB_QUEUES)
    assert running
    desk.privacy.erase_account(bob, PASSWORD)

    desk.working.beat(running)
    with pytest.raises(Stopped):
        desk.working.run(running)
    desk.working.put_back(running)
    while task := desk.working.claim("a worker", JOB_QUEUES):
        with pytest.raises(NotPermitted) as caught:
            desk.working.run(task)
        desk.working.fail(task, caught.value)

    assert [desk.jobs.show(ann, each).error_code for each in jobs] == ["not-permitted-any-more"] * 2
    assert dues(desk) == 0


def test_what_is_cancelled_before_it_began_is_never_begun(desk: Desk, ann: Actor) -> None:
    job_id = desk.jobs.start(ann, "count", {}).job_id

    assert desk.jobs.cancel(ann, job_id).status is Status.CANCELLED
    assert desk.working.claim("a worker", JOB_QUEUES) is None
    assert SETTLED == ["cancelled"]
    with pytest.raises(Conflict, match="is cancelled"):
        desk.jobs.cancel(ann, job_id)


def test_what_runs_is_asked_to_stop(desk: Desk, ann: Actor) -> None:
    job_id = desk.jobs.start(ann, "count", {}).job_id
    task = desk.working.claim("a worker", JOB_QUEUES)
    assert task

    asked = desk.jobs.cancel(ann, job_id)
    assert (asked.status, asked.is_stopping) == (Status.RUNNING, True)
    desk.working.beat(task)
    assert task.stop
    desk.working.put_back(task)

    assert desk.jobs.show(ann, job_id).status is Status.CANCELLED
    assert SETTLED == ["cancelled"]


def test_a_paused_job_waits_for_its_resumption(desk: Desk, ann: Actor) -> None:
    job_id = desk.jobs.start(ann, "count", {}).job_id

    desk.jobs.pause(ann, job_id)
    desk.later(days=3)
    assert desk.working.claim("a worker", JOB_QUEUES) is None

    desk.jobs.resume(ann, job_id)
    work_off(desk)
    assert desk.jobs.show(ann, job_id).status is Status.DONE
    assert SETTLED == ["paused", "waiting", "done"]


def test_what_broke_its_worker_is_set_aside_until_somebody_tries_again(desk: Desk, ann: Actor) -> None:
    job_id = desk.jobs.start(ann, "refuse", {}).job_id
    work_off(desk)

    aside = desk.jobs.show(ann, job_id)
    assert (aside.status, aside.error_code) == (Status.QUARANTINED, "too-slow")
    assert "15 seconds" in aside.error
    assert desk.working.claim("a worker", JOB_QUEUES) is None

    again = desk.jobs.retry(ann, job_id)
    assert (again.status, again.attempts, again.error) == (Status.WAITING, 0, "")
    work_off(desk)
    assert desk.jobs.show(ann, job_id).status is Status.QUARANTINED


def test_what_is_done_or_waits_is_not_tried_again(desk: Desk, ann: Actor) -> None:
    job_id = desk.jobs.start(ann, "count", {}).job_id
    with pytest.raises(Conflict, match="is waiting"):
        desk.jobs.retry(ann, job_id)
    work_off(desk)
    with pytest.raises(Conflict, match="is done"):
        desk.jobs.retry(ann, job_id)


def test_jobs_come_in_pages_the_newest_first(desk: Desk, ann: Actor) -> None:
    started = [desk.jobs.start(ann, "count", {}).job_id for _ in range(5)]
    desk.jobs.cancel(ann, started[0])

    first = desk.jobs.list_jobs(ann, count=3)
    rest = desk.jobs.list_jobs(ann, after=first.next, count=3)
    assert [each.job_id for each in (*first.jobs, *rest.jobs)] == started[::-1]
    assert [each.job_id for each in desk.jobs.list_jobs(ann, status="cancelled").jobs] == started[:1]
    with pytest.raises(InvalidInput, match="never “lost”"):
        desk.jobs.list_jobs(ann, status="lost")


def test_a_job_is_kept_before_anybody_is_told_of_it(desk: Desk, ann: Actor) -> None:
    seen: list[tuple[str, str]] = []

    def nudge(home: str, job: str, queue: str) -> None:
        with desk.ground.within(home) as tx:
            seen.append((tx.get(Job, job).status, queue))

    Jobs(desk.ground, desk.job_kinds, nudge).start(ann, "count", {})

    assert seen == [("waiting", "interactive")]


def test_the_operator_sees_how_long_the_queues_are_and_nothing_of_the_work(desk: Desk, ann: Actor) -> None:
    for _ in range(3):
        desk.jobs.start(ann, "count", {})
    desk.working.claim("a worker", JOB_QUEUES)
    operator = Actor("operator", ann.source, is_operator=True)

    interactive, bulk = desk.jobs.show_queues(operator)

    assert (interactive.waiting, interactive.running, interactive.oldest) == (2, 1, desk.now)
    assert (bulk.waiting, bulk.running, bulk.oldest) == (0, 0, None)
    with pytest.raises(NotPermitted):
        desk.jobs.show_queues(ann)


def test_each_step_of_a_person_stands_in_the_trail(desk: Desk, ann: Actor) -> None:
    job_id = desk.jobs.start(ann, "count", {}).job_id
    for step in (desk.jobs.pause, desk.jobs.resume, desk.jobs.cancel, desk.jobs.retry):
        step(ann, job_id)

    trail = [each.event for each in desk.audit.list_entries(ann) if each.event.record_id == job_id]
    assert [each.action for each in trail][::-1] == [
        "job.started",
        "job.pause",
        "job.resume",
        "job.cancel",
        "job.retry",
    ]
