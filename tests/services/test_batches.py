"""Many resumes as one piece of work: the promises of resume_customizer.services.background.batches and batch_work."""

from dataclasses import replace

import pytest

from builders.batches import (
    GO,
    KAFKA,
    PEOPLE,
    carry_out,
    next_task,
    several_resumes,
    wanted,
    without_experience,
    work_off,
)
from builders.desk import Desk, document_work
from builders.stored import RESUME_POINTS
from resume_customizer.core.actor import Actor
from resume_customizer.core.batches import PORTION, BatchStatus, ItemStatus, Pairing
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted, QuotaExceeded
from resume_customizer.core.jobs import Status
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.record import Id
from resume_customizer.core.records.resumes import Batch, BatchItem, Customization
from resume_customizer.core.records.work import AuditEntry
from resume_customizer.core.sheets import Row
from resume_customizer.core.tiers import Limit, Tier
from resume_customizer.services.background.batch_work import BatchWork, most_in_a_group
from resume_customizer.services.background.batches import Target
from resume_customizer.services.background.job_kinds import Stopped
from resume_customizer.services.usage import use


@pytest.fixture
def ann(desk: Desk) -> Actor:
    """The owner of a workspace."""
    return desk.workspace("ann")


def statuses(desk: Desk, actor: Actor, batch_id: Id) -> list[str]:
    return [each.status for each in desk.batches.list_items(actor, batch_id, limit=1000).records]


def made(desk: Desk, actor: Actor, batch_id: Id) -> list[Customization]:
    return list(desk.customizations.list_customizations(actor, batch_id=batch_id, limit=1000).records)


def big_batch(desk: Desk, actor: Actor, cells: int) -> Id:
    """A batch that needs several portions."""
    desk.usage.set_tier(Actor("operator", actor.source, is_operator=True), actor.workspace_id, Tier.PREMIUM)
    (resume,) = several_resumes(desk, actor, 1)
    targets = [Target(label=f"target {number}", points=RESUME_POINTS) for number in range(cells)]
    return desk.batches.prepare(actor, wanted([resume], *targets)).batch_id


def test_every_resume_is_made_for_every_target(desk: Desk, ann: Actor) -> None:
    prepared = desk.batches.prepare(ann, wanted(several_resumes(desk, ann), KAFKA, GO))
    assert (prepared.status, prepared.counts["new"], prepared.targets) == (
        BatchStatus.NEW,
        6,
        ("Kafka desk", "Gateway"),
    )
    assert made(desk, ann, prepared.batch_id) == []

    running = desk.batches.run(ann, prepared.batch_id)
    assert (running.status, running.counts["waiting"], running.progress.percent) == (BatchStatus.RUNNING, 6, 0)
    work_off(desk)

    over = desk.batches.show(ann, prepared.batch_id)
    assert (over.status, over.counts["done"], over.progress.percent) == (BatchStatus.DONE, 6, 100)
    assert over.finished_at
    items = desk.batches.list_items(ann, prepared.batch_id).records
    assert [(each.placed, each.label) for each in items] == [(3, "Kafka desk")] * 3 + [(1, "Gateway")] * 3
    for each in made(desk, ann, prepared.batch_id):
        assert desk.customizations.verify(ann, each.id)["holds"]


def test_one_cell_that_fails_does_not_stop_the_others_and_is_tried_again_alone(desk: Desk, ann: Actor) -> None:
    bad = without_experience(desk, ann)
    resumes = [*several_resumes(desk, ann, 2), bad]
    batch_id = desk.batches.prepare(ann, wanted(resumes)).batch_id
    desk.batches.run(ann, batch_id)
    work_off(desk)

    assert statuses(desk, ann, batch_id) == ["done", "done", "failed"]
    (failed,) = desk.batches.list_items(ann, batch_id, status="failed").records
    assert (failed.error_code, "No point could be placed" in failed.error) == ("nothing-placed", True)
    before = {each.id for each in made(desk, ann, batch_id)}

    again = desk.batches.retry_failed(ann, batch_id)
    assert (again.status, again.counts["waiting"], again.counts["done"]) == (BatchStatus.RUNNING, 1, 2)
    work_off(desk)
    assert statuses(desk, ann, batch_id) == ["done", "done", "failed"]
    assert {each.id for each in made(desk, ann, batch_id)} == before


def test_each_cell_is_looked_at_before_anything_is_made(desk: Desk, ann: Actor) -> None:
    resumes = [*several_resumes(desk, ann, 1), without_experience(desk, ann)]
    batch_id = desk.batches.prepare(ann, wanted(resumes)).batch_id
    desk.batches.forecast(ann, batch_id)
    work_off(desk)

    seen = desk.batches.show(ann, batch_id)
    assert (seen.status, seen.foreseen, seen.counts["new"]) == (BatchStatus.NEW, 2, 2)
    good, bad = desk.batches.list_items(ann, batch_id).records
    assert (good.placed, good.unplaced, good.coverage_before, good.coverage_after) == (3, 0, 250, 750)
    assert (bad.placed, bad.unplaced) == (0, 3)
    assert len(bad.forecast["unplaced"]) == 3
    assert good.forecast["pages"] == bad.forecast["pages"] == [1, 1]
    assert made(desk, ann, batch_id) == []

    desk.batches.run(ann, batch_id, [good.number])
    work_off(desk)
    assert statuses(desk, ann, batch_id) == ["done", "left out"]


def test_what_was_made_before_is_said_in_the_forecast(desk: Desk, ann: Actor) -> None:
    resumes = several_resumes(desk, ann, 1)
    requirement = desk.requirements.create(ann, {"title": "Kafka Engineer", "client": "Harbor Bank"})
    target = Target(requirement_id=requirement.id, points=RESUME_POINTS)
    first = desk.batches.prepare(ann, wanted(resumes, target)).batch_id
    desk.batches.run(ann, first)
    work_off(desk)
    second = desk.batches.prepare(ann, wanted(resumes, target)).batch_id
    desk.batches.forecast(ann, second)
    work_off(desk)

    (item,) = desk.batches.list_items(ann, second).records
    assert item.label == "Kafka Engineer"
    assert ["Made before" in each for each in item.forecast["conflicts"]] == [True]


def test_a_batch_is_run_once(desk: Desk, ann: Actor) -> None:
    batch_id = desk.batches.prepare(ann, wanted(several_resumes(desk, ann, 1))).batch_id
    desk.batches.run(ann, batch_id)
    with pytest.raises(Conflict, match="run already"):
        desk.batches.run(ann, batch_id)
    work_off(desk)
    with pytest.raises(Conflict, match="failed or was cancelled"):
        desk.batches.retry_failed(ann, batch_id)
    with pytest.raises(Conflict, match="Nothing of this batch"):
        desk.batches.pause(ann, batch_id)


def test_a_paused_batch_goes_on_where_it_was(desk: Desk, ann: Actor) -> None:
    batch_id = big_batch(desk, ann, PORTION + 5)
    desk.batches.run(ann, batch_id)
    carry_out(desk, next_task(desk))
    paused = desk.batches.pause(ann, batch_id)

    assert (paused.status, paused.counts["done"], paused.counts["waiting"]) == (BatchStatus.PAUSED, PORTION, 5)
    assert work_off(desk) == 0
    assert desk.batches.resume(ann, batch_id).status is BatchStatus.RUNNING
    work_off(desk)
    assert desk.batches.show(ann, batch_id).counts["done"] == PORTION + 5
    assert len(made(desk, ann, batch_id)) == PORTION + 5


def test_a_cancelled_batch_keeps_what_was_made_and_can_be_taken_up_again(desk: Desk, ann: Actor) -> None:
    batch_id = big_batch(desk, ann, PORTION + 5)
    desk.batches.run(ann, batch_id)
    carry_out(desk, next_task(desk))
    cancelled = desk.batches.cancel(ann, batch_id)

    assert (cancelled.counts["done"], cancelled.counts["cancelled"]) == (PORTION, 5)
    assert cancelled.status is BatchStatus.DONE
    desk.batches.retry_failed(ann, batch_id)
    work_off(desk)
    assert desk.batches.show(ann, batch_id).counts["done"] == PORTION + 5


def test_a_portion_in_hand_stops_at_its_next_cell_and_keeps_what_it_has(desk: Desk, ann: Actor) -> None:
    batch_id = big_batch(desk, ann, 5)
    desk.batches.run(ann, batch_id)
    task = next_task(desk)
    report = task.report

    def report_and_stop(done: int, total: int, step: str = "") -> None:
        if done == 3:
            desk.batches.cancel(ann, batch_id)
            desk.working.beat(task)
        report(done, total, step)

    task.report = report_and_stop
    carry_out(desk, task)

    assert statuses(desk, ann, batch_id) == ["done"] * 3 + ["cancelled"] * 2
    assert len(made(desk, ann, batch_id)) == 3
    assert desk.batches.show(ann, batch_id).finished_at


def test_a_portion_that_takes_long_keeps_what_it_has_and_goes_to_the_end_of_the_line(desk: Desk, ann: Actor) -> None:
    batch_id = big_batch(desk, ann, PORTION)
    desk.batches.run(ann, batch_id)
    task = next_task(desk)
    impatient = BatchWork(desk.ground, desk.blobs, document_work(), seconds_of_a_turn=0.0)
    with pytest.raises(Stopped):
        impatient.run(task)
    desk.working.put_back(task)

    done = desk.batches.show(ann, batch_id).counts["done"]
    assert 0 < done < PORTION
    assert desk.jobs.list_jobs(ann, batch_id=batch_id).jobs[0].status is Status.WAITING
    work_off(desk)
    assert desk.batches.show(ann, batch_id).counts["done"] == len(made(desk, ann, batch_id)) == PORTION


@pytest.mark.parametrize(("cells", "most"), [(1, 1), (25, 25), (32, 16), (50, 17), (100, 34), (1000, 50)])
def test_a_portion_is_divided_so_that_one_group_is_kept_while_the_next_is_made(cells: int, most: int) -> None:
    assert most_in_a_group(cells) == most


def test_what_a_portion_is_divided_into_is_all_of_it(desk: Desk, ann: Actor) -> None:
    batch_id = big_batch(desk, ann, 36)
    desk.batches.run(ann, batch_id)
    work_off(desk)

    with desk.ground.inside(ann) as tx:
        kept = [each.details["cells"] for each in tx.every(AuditEntry, order="number") if each.action == "batch.made"]
    assert sum(kept) == len(made(desk, ann, batch_id)) == 36


def test_what_was_kept_together_stands_in_the_trail_as_one_entry_that_names_each(desk: Desk, ann: Actor) -> None:
    batch_id = desk.batches.prepare(ann, wanted(several_resumes(desk, ann))).batch_id
    desk.batches.run(ann, batch_id)
    work_off(desk)

    with desk.ground.inside(ann) as tx:
        entries = [each for each in tx.every(AuditEntry, order="number") if each.action == "batch.made"]
    named = [name for each in entries for name in each.details["customizations"]]
    assert sorted(named) == sorted(each.id for each in made(desk, ann, batch_id))
    assert {each.record_id for each in entries} == {batch_id}
    assert desk.audit.verify(ann).broken is None


def test_cells_of_the_same_resume_come_together(desk: Desk, ann: Actor) -> None:
    resumes = several_resumes(desk, ann, 3)
    batch_id = desk.batches.prepare(ann, wanted(resumes, KAFKA, GO)).batch_id
    desk.batches.run(ann, batch_id)
    task = next_task(desk)

    assert list(task.job.input["numbers"]) == [1, 4, 2, 5, 3, 6]
    carry_out(desk, task)
    assert statuses(desk, ann, batch_id) == ["done"] * 6


def test_a_portion_that_two_workers_take_for_theirs_is_made_once(desk: Desk, ann: Actor) -> None:
    batch_id = big_batch(desk, ann, 4)
    desk.batches.run(ann, batch_id)
    dead = next_task(desk, "taken for dead")
    report = dead.report

    def report_late(done: int, total: int, step: str = "") -> None:
        if done == 3:
            desk.later(minutes=1)
            carry_out(desk, next_task(desk, "alive"))
        report(done, total, step)

    dead.report = report_late
    with pytest.raises(Stopped):
        desk.working.run(dead)

    assert statuses(desk, ann, batch_id) == ["done"] * 4
    assert len(made(desk, ann, batch_id)) == 4
    (used,) = [each for each in desk.usage.show(ann)[1] if each.limit is Limit.CUSTOMIZATIONS]
    assert used.used == 4


def test_what_is_over_the_limits_is_refused_before_anything_begins(desk: Desk, ann: Actor) -> None:
    resumes = several_resumes(desk, ann, 4)
    with pytest.raises(QuotaExceeded, match="12 wanted"):
        desk.batches.prepare(ann, wanted(resumes, KAFKA, GO, GO))
    batch_id = desk.batches.prepare(ann, wanted(resumes)).batch_id
    with desk.ground.inside(ann) as tx:
        use(tx, desk.ground, ann.workspace_id, Limit.CUSTOMIZATIONS, 98)
    assert desk.batches.show(ann, batch_id).quota_left == 2

    with pytest.raises(QuotaExceeded, match="98 used, 4 more wanted"):
        desk.batches.run(ann, batch_id)
    assert statuses(desk, ann, batch_id) == ["new"] * 4
    desk.batches.run(ann, batch_id, [1, 3])
    work_off(desk)
    assert statuses(desk, ann, batch_id) == ["done", "left out", "done", "left out"]


def test_a_limit_that_is_reached_meanwhile_fails_the_cells_that_are_over_it_and_no_others(
    desk: Desk, ann: Actor
) -> None:
    batch_id = desk.batches.prepare(ann, wanted(several_resumes(desk, ann, 4))).batch_id
    desk.batches.run(ann, batch_id)
    with desk.ground.inside(ann) as tx:
        use(tx, desk.ground, ann.workspace_id, Limit.CUSTOMIZATIONS, 97)
    work_off(desk)

    assert sorted(statuses(desk, ann, batch_id)) == ["done"] * 3 + ["failed"]
    (failed,) = desk.batches.list_items(ann, batch_id, status="failed").records
    assert failed.error_code == "over-customizations"
    assert len(made(desk, ann, batch_id)) == 3


def test_pairs_come_from_names_or_from_a_table(desk: Desk, ann: Actor) -> None:
    resumes = several_resumes(desk, ann, 3)
    targets = [replace(KAFKA, label=PEOPLE[1]), replace(GO, label="mila strand")]
    by_name = desk.batches.prepare(ann, wanted(resumes, *targets, pairing=Pairing.BY_NAME))
    assert by_name.problems == (f"The resume “{PEOPLE[0]}.docx” fits the name of no target.",)
    items = desk.batches.list_items(ann, by_name.batch_id).records
    assert [(each.resume_name, each.label) for each in items] == [(PEOPLE[1], PEOPLE[1]), (PEOPLE[2], "mila strand")]

    rows = [
        Row(2, {"Resume": f"{PEOPLE[0]}.docx", "Target": "Gateway"}),
        Row(3, {"Resume": PEOPLE[2].upper(), "Target": "Kafka desk"}),
        Row(4, {"Resume": "Somebody Else", "Target": "Gateway"}),
    ]
    by_table = desk.batches.prepare(ann, wanted(resumes, KAFKA, GO, pairing=Pairing.BY_TABLE, rows=rows))
    items = desk.batches.list_items(ann, by_table.batch_id).records
    assert [(each.resume_name, each.label) for each in items] == [(PEOPLE[0], "Gateway"), (PEOPLE[2], "Kafka desk")]
    assert by_table.problems == ("Row 4: no resume “Somebody Else”.",)


def test_what_makes_no_batch_is_refused(desk: Desk, ann: Actor) -> None:
    resumes = several_resumes(desk, ann, 1)
    for bad, told in (
        (wanted([]), "needs resumes"),
        (wanted(resumes, Target(label="empty")), "needs points"),
        (wanted(resumes, pattern="{salary}"), "can't have “{salary}”"),
        (wanted(resumes, replace(KAFKA, label="nobody"), pairing=Pairing.BY_NAME), "No resume fits"),
        (wanted(resumes, pairing=Pairing.BY_TABLE, rows=[Row(2, {"name": "x"})]), "needs the columns"),
    ):
        with pytest.raises(InvalidInput, match=told):
            desk.batches.prepare(ann, bad)
    with pytest.raises(NotFound):
        desk.batches.prepare(ann, wanted(["01a229cc-d4f7-7000-91b5-8c1434eae389"]))
    batch_id = desk.batches.prepare(ann, wanted(resumes)).batch_id
    with pytest.raises(InvalidInput, match="no cell 7"):
        desk.batches.run(ann, batch_id, [7])
    with pytest.raises(NotPermitted):
        desk.batches.run(replace(ann, role=Role.VIEWER), batch_id)


def test_who_asked_for_it_is_written_to_once_when_the_batch_is_over(desk: Desk, ann: Actor) -> None:
    resumes = [*several_resumes(desk, ann, 2), without_experience(desk, ann)]
    for asked in (False, True):
        batch_id = desk.batches.prepare(ann, wanted(resumes, mail_when_over=asked)).batch_id
        assert desk.batches.show(ann, batch_id).mail_when_over is asked
        desk.batches.run(ann, batch_id)
        assert not [letter for _, letter in desk.letters if "is over" in letter.subject]
        work_off(desk)

    (found,) = [(to, letter) for to, letter in desk.letters if "is over" in letter.subject]
    assert found[0] == "ann@desk.example"
    assert "“Monday” that you ordered is over: 2 documents were made, 1 could not be." in found[1].text
    assert "https://desk.example" in found[1].text


def test_the_figures_of_a_batch_are_those_of_its_cells(desk: Desk, ann: Actor) -> None:
    batch_id = desk.batches.prepare(
        ann, wanted([*several_resumes(desk, ann, 3), without_experience(desk, ann)])
    ).batch_id
    desk.batches.run(ann, batch_id)
    work_off(desk)

    with desk.ground.inside(ann) as tx:
        batch = tx.get(Batch, batch_id)
        items = list(tx.every(BatchItem, order="number", batch_id=batch_id))
    assert (batch.total, batch.done, batch.failed) == (4, 3, 1)
    assert sum(each.status == ItemStatus.DONE for each in items) == batch.done
    assert [each.id for each in desk.batches.list_batches(ann).records] == [batch_id]
