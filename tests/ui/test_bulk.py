"""The screens Bulk and Jobs: the promises of resume_customizer.ui.many, and what people do there."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from builders.batches import GO, KAFKA, next_task, several_resumes, wanted, without_experience, work_off
from builders.web import Web
from resume_customizer.core.actor import Actor
from resume_customizer.core.batches import BatchStatus, ItemStatus, Pairing
from resume_customizer.core.permissions import Role
from resume_customizer.core.sheets import Row
from resume_customizer.ui.many.cells import numbers_to_text, parse_numbers
from resume_customizer.ui.many.choices import Choices, ChoicesKeeper, PointSet, choices_to_json, parse_choices
from resume_customizer.ui.many.running import batch_moving, steer_batch
from resume_customizer.ui.screens.jobs import jobs_moving, steer_job
from resume_customizer.ui.session import Visit
from resume_customizer.ui.work import DraftKeeper, Step


def shown(test: AppTest, name: str) -> dict[str, Any]:
    """What an element of our own was given."""
    protos = [each.proto for each in test.get("bidi_component")]
    (found,) = [each for each in protos if each.component_name == f"rcp_{name}"]
    return json.loads(found.json)[0]


def press(test: AppTest, label: str) -> None:
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception


def opened(web: Web, batch_id: str, name: str = "ann") -> AppTest:
    """The screen Bulk with one batch."""
    test = web.screen("bulk", web.pass_of(name))
    test.query_params["batch"] = batch_id
    test.run()
    assert not test.exception
    return test


def visit_of(web: Web, actor: Actor) -> Visit:
    return Visit(actor, web.desk.services, web.sandbox)


def test_what_was_chosen_is_there_after_a_refresh_and_gone_once_its_batch_is_there(web: Web) -> None:
    ann = web.desk.workspace("ann")
    several_resumes(web.desk, ann, 2)
    test = web.screen("bulk", web.pass_of("ann"))
    press(test, "Take all 2")
    next(each for each in test.text_input if each.label == "What they are called").set_value("Gateway")
    next(each for each in test.text_area if each.label == "Points").set_value("Go\n• Built the gateway in Go.")
    press(test, "Add them")

    again = web.screen("bulk", web.pass_of("ann"))
    assert "**Gateway** · 2 lines" in [each.value for each in again.markdown]
    press(again, "Look at 2 pairs")
    (batch,) = web.desk.batches.list_batches(ann).records
    assert (batch.total, batch.status) == (2, BatchStatus.NEW)
    assert again.query_params["batch"] == batch.id
    assert web.desk.drafts.list_drafts(ann).records == ()


def test_it_never_mixes_with_the_unfinished_work_of_customize(web: Web) -> None:
    visit = visit_of(web, web.desk.workspace("ann"))
    customize = DraftKeeper(visit, {})
    customize.keep(customize.load().do(Step(points="Kafka\n• Designed topics.")))
    ChoicesKeeper(visit, {}).keep(Choices(name="Monday"))

    assert DraftKeeper(visit, {}).load().now.points == "Kafka\n• Designed topics."
    assert ChoicesKeeper(visit, {}).load().name == "Monday"


def test_choices_survive_the_way_to_json_and_back() -> None:
    choices = Choices(
        name="Monday",
        resumes={"1": "Petra"},
        requirements={"2": "Java Developer"},
        banks=("3",),
        sets=(PointSet(label="Go", points="Go\n• Built it.", posting="Must have: Go"),),
        pairing=Pairing.BY_TABLE,
        rows=(Row(2, {"resume": "Petra", "target": "Go"}),),
        table="pairs.csv",
        pattern="{target}",
    )

    assert parse_choices(json.loads(json.dumps(choices_to_json(choices)))) == choices


def test_a_batch_is_looked_at_chosen_from_and_made_and_the_grid_says_so(web: Web) -> None:
    ann = web.desk.workspace("ann")
    batch = web.desk.batches.prepare(ann, wanted(several_resumes(web.desk, ann, 3), KAFKA, GO))
    test = opened(web, batch.batch_id)
    press(test, "Look at every pair")
    work_off(web.desk)
    test.run()
    assert [each["text"] for each in shown(test, "matrix")["cells"]][3:] == ["+1", "+1", "+1"]

    test.query_params["without"] = "4-6"
    test.run()
    press(test, "Make 3 resumes")
    assert shown(test, "progress")["items"][0]["total"] == 3
    work_off(web.desk)
    test.run()
    assert [each["mark"] for each in shown(test, "matrix")["cells"]] == ["done"] * 3 + ["left-out"] * 3
    assert shown(test, "progress")["items"][0]["done"] == 3
    assert [each.label for each in test.button if each.label.startswith("Make")] == []


def test_a_cell_that_failed_says_why_and_is_tried_again_alone(web: Web) -> None:
    ann = web.desk.workspace("ann")
    ids = [*several_resumes(web.desk, ann, 1), without_experience(web.desk, ann)]
    batch = web.desk.batches.run(ann, web.desk.batches.prepare(ann, wanted(ids, GO)).batch_id)
    work_off(web.desk)
    test = opened(web, batch.batch_id)
    test.session_state["bulk-cell"] = 2
    test.run()
    assert any("failed: " in each.value.replace("\\", "") for each in test.markdown)
    (item,) = shown(test, "progress")["items"]
    assert ([name for name, _label, _icon in item["actions"]], item["bad"]) == (["retry"], True)

    steer_batch(visit_of(web, ann), batch.batch_id, "retry")
    (waiting,) = web.desk.batches.list_items(ann, batch.batch_id, ItemStatus.WAITING).records
    assert waiting.number == 2


def test_a_batch_is_paused_resumed_and_cancelled_as_its_rows_say(web: Web) -> None:
    ann = web.desk.workspace("ann")
    visit = visit_of(web, ann)
    batch = web.desk.batches.run(ann, web.desk.batches.prepare(ann, wanted(several_resumes(web.desk, ann, 2))).batch_id)
    seen = [batch_moving(visit, batch.batch_id)]
    for step in ("pause", "resume", "cancel", "no such step"):
        steer_batch(visit, batch.batch_id, step)
        seen.append(batch_moving(visit, batch.batch_id))

    assert [each.status for each in seen] == ["running", "paused", "running", "cancelled", "cancelled"]
    assert [each.is_moving for each in seen] == [True, False, True, False, False]


def test_left_out_cells_stand_in_the_address() -> None:
    numbers = [1, 2, 3, 5, 9, 10]

    assert numbers_to_text(numbers) == "1-3.5.9-10"
    assert parse_numbers("1-3.5.9-10") == numbers
    assert parse_numbers("x.-1.5-.7.9999999999999") == [7]
    assert len(parse_numbers("1-99999")) <= 5_001


def test_who_may_only_look_starts_and_stops_nothing(web: Web) -> None:
    ann = web.desk.workspace("ann")
    web.desk.member(ann, "vera", Role.VIEWER)
    batch = web.desk.batches.run(ann, web.desk.batches.prepare(ann, wanted(several_resumes(web.desk, ann, 1))).batch_id)
    test = opened(web, batch.batch_id, "vera")

    assert shown(test, "progress")["items"][0]["actions"] == []
    assert not [each for each in web.screen("bulk", web.pass_of("vera")).button_group if "New batch" in each.options]


def test_jobs_are_listed_and_one_says_what_came_of_it(web: Web) -> None:
    ann = web.desk.workspace("ann")
    visit = visit_of(web, ann)
    web.desk.batches.run(ann, web.desk.batches.prepare(ann, wanted(several_resumes(web.desk, ann, 2))).batch_id)
    (waiting,) = jobs_moving(visit)
    assert waiting.status == "waits in line"
    next_task(web.desk)
    steer_job(visit, waiting.key, "cancel")
    (stopping,) = jobs_moving(visit)
    assert (stopping.status, stopping.actions) == ("stops at its next step", ())

    test = web.screen("jobs", web.pass_of("ann"))
    (row,) = shown(test, "table")["rows"]
    assert row["kind"] == "Making resumes"
    test.query_params["job"] = str(row["id"])
    test.run()
    assert [each.value for each in test.title] == ["Making resumes"]


@pytest.mark.parametrize("path", ["bulk", "jobs"])
def test_batches_and_jobs_of_another_workspace_are_not_found(web: Web, path: str) -> None:
    ann = web.desk.workspace("ann")
    web.desk.workspace("eve")
    batch = web.desk.batches.run(ann, web.desk.batches.prepare(ann, wanted(several_resumes(web.desk, ann, 1))).batch_id)
    (job,) = web.desk.jobs.list_jobs(ann).jobs
    test = web.screen(path, web.pass_of("eve"))
    test.query_params["batch"], test.query_params["job"] = batch.batch_id, job.job_id
    test.run()

    assert not test.exception
    assert len(test.error) == 1
