"""Stored customizations: the promises of resume_customizer.services.library.customizations."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from builders.desk import Desk
from builders.stored import A_POSTING, RESUME_POINTS, a_stored_resume, newest_version, small_resume
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NothingToPlace, QuotaExceeded
from resume_customizer.core.records.resumes import Customization, StoredFile
from resume_customizer.core.tiers import TIERS, Limit, Tier
from resume_customizer.resume.verifier import verify
from resume_customizer.services.library.customizations import Order


def an_order(desk: Desk, actor: Actor, key: str = "") -> Order:
    version = newest_version(desk, actor, a_stored_resume(desk, actor))
    return Order(version.id, points=RESUME_POINTS, posting=A_POSTING, key=key)


def customizations_used(desk: Desk, actor: Actor) -> int:
    return next(each.used for each in desk.usage.show(actor)[1] if each.limit is Limit.CUSTOMIZATIONS)


def test_the_document_is_the_original_plus_the_placed_points(desk: Desk) -> None:
    ann = desk.workspace("ann")

    made = desk.customizations.make(ann, an_order(desk, ann))

    document = desk.customizations.read_document(ann, made.id)
    found = verify(small_resume(), document.content)
    assert found.holds
    assert len(found.inserted) == made.placed == 3
    assert (made.unplaced, made.technologies) == (0, "Kafka, Terraform")
    assert (made.coverage_before, made.coverage_after) == (250, 750)
    assert desk.customizations.read_original(ann, made.id).content == small_resume()
    assert desk.customizations.verify(ann, made.id)["holds"] is True
    certificate = json.loads(desk.customizations.read_certificate(ann, made.id).content)
    assert certificate["customized_sha256"] == document.digest
    assert "<mark>Designed an event backbone" in desk.customizations.preview(ann, made.id)


def test_the_plan_that_was_shown_is_the_plan_that_is_kept(desk: Desk) -> None:
    ann = desk.workspace("ann")
    order = an_order(desk, ann)
    plan = desk.customizations.plan(ann, order)
    del plan["placements"][0]

    made = desk.customizations.make(ann, Order(order.version_id, plan=plan))

    kept = desk.customizations.show_customization(ann, made.id)
    assert [row["point"] for row in kept.plan["placements"]] == [row["point"] for row in plan["placements"]]
    assert made.placed == len(plan["placements"]) == 2


def test_points_of_a_bank_say_which_they_are_and_who_approved_them(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    desk.banks.import_points(ann, bank.id, RESUME_POINTS)
    kafka, lag, _ = desk.banks.list_points(ann, bank.id).records
    desk.banks.reject(ann, [lag.id])
    version = newest_version(desk, ann, a_stored_resume(desk, ann))

    made = desk.customizations.make(ann, Order(version.id, bank_ids=(bank.id,), technologies=("kafka",)))

    (row,) = desk.customizations.show_customization(ann, made.id).provenance["points"]
    assert row["bank_point"] == kafka.id
    assert (row["author"], row["approved_by"], row["placed_by"]) == (ann.user_id, ann.user_id, ann.user_id)
    assert row["bank_point_version"] == 1
    assert desk.banks.show_point(ann, kafka.id).uses == 1
    with pytest.raises(InvalidInput, match="no approved points"):
        desk.customizations.make(ann, Order(version.id, bank_ids=(bank.id,), technologies=("Cobol",)))


def test_the_same_work_under_the_same_key_is_done_and_counted_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    order = an_order(desk, ann, key="batch 1, resume 1")

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: desk.customizations.make(ann, order).id, range(16)))

    assert len(set(made)) == 1
    with desk.ground.inside(ann) as tx:
        assert tx.count(Customization) == 1
        assert sorted(each.uses for each in tx.every(StoredFile)) == [1, 1, 1]
    assert customizations_used(desk, ann) == 1


def test_what_cannot_be_made_keeps_nothing(desk: Desk) -> None:
    ann = desk.workspace("ann")
    version = newest_version(desk, ann, a_stored_resume(desk, ann))

    with pytest.raises(NothingToPlace):
        desk.customizations.make(ann, Order(version.id, points="Java\n• Built booking services in Java.\n"))

    assert desk.customizations.list_customizations(ann).records == ()
    assert customizations_used(desk, ann) == 0


def test_more_than_the_tier_allows_is_refused_and_keeps_nothing(desk: Desk) -> None:
    ann = desk.workspace("ann")
    order = an_order(desk, ann)
    desk.customizations.make(ann, order)
    with desk.ground.inside(ann) as tx:
        from resume_customizer.services.usage import use

        use(tx, desk.ground, ann.workspace_id, Limit.CUSTOMIZATIONS, TIERS[Tier.FREE][Limit.CUSTOMIZATIONS] - 1)
        files = tx.count(StoredFile)

    with pytest.raises(QuotaExceeded, match="100 customizations a month"):
        desk.customizations.make(ann, order)

    with desk.ground.inside(ann) as tx:
        assert (tx.count(Customization), tx.count(StoredFile)) == (1, files)


def test_tracked_changes_hold_the_same_points_in_a_name(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = desk.customizations.make(ann, an_order(desk, ann))

    tracked = desk.customizations.read_tracked(ann, made.id, "Ann Lindqvist")
    again = desk.customizations.read_tracked(ann, made.id, "Ann Lindqvist")

    assert tracked.content == again.content != desk.customizations.read_document(ann, made.id).content
    assert len(verify(small_resume(), tracked.content).inserted) == made.placed


def test_customizations_are_listed_by_what_they_are_for_and_found_by_words(desk: Desk) -> None:
    ann = desk.workspace("ann")
    order = an_order(desk, ann)
    made = desk.customizations.make(ann, order)
    other = desk.customizations.make(ann, an_order(desk, ann))
    renamed = desk.customizations.rename(ann, made.id, "For the harbour", seen=made.version)

    every = desk.customizations.list_customizations(ann).records
    of_one = desk.customizations.list_customizations(ann, resume_id=made.resume_id).records
    assert [each.id for each in every] == [other.id, made.id]
    assert [each.id for each in of_one] == [made.id]
    assert [each.id for each in desk.customizations.search_customizations(ann, "harbour").records] == [renamed.id]
    with pytest.raises(InvalidInput):
        desk.customizations.list_customizations(ann, resume_id=made.resume_id, batch_id=made.id)


def test_a_resume_stays_while_there_are_customizations_of_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = desk.customizations.make(ann, an_order(desk, ann))

    with pytest.raises(Conflict, match="1 customizations were made"):
        desk.resumes.remove(ann, made.resume_id)
    desk.customizations.remove(ann, made.id)
    desk.resumes.remove(ann, made.resume_id)

    with desk.ground.inside(ann) as tx:
        assert {each.uses for each in tx.every(StoredFile)} == {0}
