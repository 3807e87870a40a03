"""Readings that are kept: the promises of resume_customizer.services.documents.readings."""

import json
from dataclasses import replace

import pytest

from builders.batches import PEOPLE, several_resumes, wanted, work_off
from builders.desk import Desk
from builders.shapes import ALL_SHAPES, SampleResume
from builders.stored import A_POSTING, RESUME_POINTS, small_resume
from resume_customizer.core.actor import Actor
from resume_customizer.core.corrections import header_of
from resume_customizer.core.records.resumes import ResumeReading
from resume_customizer.resume.package import Permissions
from resume_customizer.resume.reader import read_resume
from resume_customizer.services.documents.customizing import make_plan
from resume_customizer.services.documents.made import make, plan_again
from resume_customizer.services.documents.one_call import Request
from resume_customizer.services.documents.readings import name_of_rules, reading_to_text, recall_reading

ANN, BOB = small_resume("Ann Quill"), small_resume("Bob Strand")
KEPT = reading_to_text(read_resume(ANN))
WITH_PLACES = [shape for shape in ALL_SHAPES if shape.truth.experiences]
OTHER_NAMES = KEPT.replace('"role":"', '"role":"Vice ')


@pytest.fixture
def ann(desk: Desk) -> Actor:
    """The owner of a workspace."""
    return desk.workspace("ann")


def rows(desk: Desk, actor: Actor) -> list[ResumeReading]:
    with desk.ground.store.reading(actor) as seen:
        return sorted(seen.every(ResumeReading), key=lambda row: row.resume_version_id)


@pytest.mark.parametrize("shape", WITH_PLACES, ids=lambda shape: shape.name)
def test_what_is_made_with_a_kept_reading_is_byte_for_byte_what_is_made_without(shape: SampleResume) -> None:
    request = Request(shape.data, points=RESUME_POINTS.encode(), posting=A_POSTING.encode())
    without = make(request)

    with_it = make(replace(request, reading=without.reading))

    assert without.reading
    assert with_it == replace(without, reading="", milliseconds=with_it.milliseconds)


def test_a_kept_reading_is_believed() -> None:
    made = make(Request(ANN, points=RESUME_POINTS.encode(), reading=OTHER_NAMES))
    assert "Vice Java Developer" in json.dumps(made.plan)


@pytest.mark.parametrize(
    "kept",
    ["", "{}", "no JSON", KEPT[:-9], KEPT.replace('"sha256":"', '"sha256":"0', 1), reading_to_text(read_resume(BOB))],
)
def test_a_reading_that_is_damaged_or_of_other_bytes_is_not_used(kept: str) -> None:
    assert recall_reading(KEPT, ANN, ()) == read_resume(ANN)
    assert recall_reading(kept, ANN, ()) is None
    assert make(Request(ANN, points=RESUME_POINTS.encode(), reading=kept)).reading == KEPT


def test_a_resume_is_read_once_for_all_its_plans_and_another_one_is_not_taken_for_it() -> None:
    for_kafka, _, _ = plan_again(Request(ANN, points=RESUME_POINTS.encode(), posting=A_POSTING.encode()))
    to_go = Request(ANN, points="Go\n• Built the gateway in Go.".encode())
    for_go, _, _ = plan_again(to_go)
    assert for_go.document is for_kafka.document

    header = header_of(for_go.document.experiences[0])
    for other in (
        replace(to_go, resume=BOB),
        replace(to_go, permissions=Permissions(macros=True)),
        replace(to_go, corrections=[{"kind": "rename", "header": header, "company": "Harbor Bank"}]),
        replace(to_go, reading=OTHER_NAMES),
    ):
        planned, instructions, _ = plan_again(other)
        fresh = make_plan(other.resume, instructions, recall_reading(other.reading, ANN, ()))
        assert (planned.document, planned.plan) == (fresh.document, fresh.plan)
        assert planned.document is not for_go.document
        assert plan_again(to_go).planned.document is for_go.document


def test_a_batch_uses_what_was_kept_and_replaces_what_is_stale_or_gone(desk: Desk, ann: Actor) -> None:
    resumes = several_resumes(desk, ann, 3)
    at_upload = rows(desk, ann)
    assert [each.program for each in at_upload] == [name_of_rules()] * 3
    with desk.ground.inside(ann) as tx:
        tx.update(replace(at_upload[0], program="earlier rules", document=OTHER_NAMES))
        tx.delete(at_upload[1])
    header = header_of(read_resume(small_resume(PEOPLE[2])).experiences[0])
    desk.resumes.correct(ann, resumes[2], [{"kind": "rename", "header": header, "company": "Harbor Bank"}])

    for _ in range(2):  # dry run and batch
        batch = desk.batches.prepare(ann, wanted(resumes)).batch_id
        desk.batches.forecast(ann, batch)
        work_off(desk)
        assert [(each.program, each.document) for each in rows(desk, ann)[:2]] == [
            (each.program, each.document) for each in at_upload[:2]
        ]
        assert "Harbor Bank" in rows(desk, ann)[2].document
    seen = [each.changed_at for each in rows(desk, ann)]
    desk.batches.run(ann, batch)
    work_off(desk)

    made = desk.customizations.list_customizations(ann, batch_id=batch).records
    assert [desk.customizations.verify(ann, each.id)["holds"] for each in made] == [True] * 3
    assert [each.changed_at for each in rows(desk, ann)] == seen


def test_a_reading_goes_with_its_version(desk: Desk, ann: Actor) -> None:
    (resume,) = several_resumes(desk, ann, 1)
    desk.resumes.add_version(ann, resume, "ann.docx", ANN)
    assert len(rows(desk, ann)) == 2
    desk.resumes.remove(ann, resume)
    assert rows(desk, ann) == []
