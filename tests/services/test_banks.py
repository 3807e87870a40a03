"""Point banks: the promises of resume_customizer.services.library.banks."""

import pytest

from builders.desk import Desk
from builders.stored import RESUME_POINTS
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.banks import Approval, BankPoint
from resume_customizer.services.library.banks import approved_points


def texts(desk: Desk, actor: Actor, bank_id: str) -> list[tuple[str, str]]:
    return [(each.technology, each.text) for each in desk.banks.list_points(actor, bank_id).records]


def test_an_import_keeps_each_point_once_with_its_technology(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")

    first = desk.banks.import_points(ann, bank.id, RESUME_POINTS)
    again = desk.banks.import_points(ann, bank.id, RESUME_POINTS.replace("•", "-").replace("Kafka\n", "KAFKA\n", 1))

    assert (first.added, first.known) == (3, 0)
    assert (again.added, again.known) == (0, 3)
    assert texts(desk, ann, bank.id) == [
        ("Kafka", "Designed an event backbone on Kafka for 40 services."),
        ("Kafka", "Cut Kafka consumer lag from minutes to seconds."),
        ("Terraform", "Described the whole platform in Terraform modules."),
    ]
    assert desk.banks.list_technologies(ann, bank.id) == {"Kafka": 2, "Terraform": 1}


def test_what_an_import_cannot_read_is_named_with_its_line_and_nothing_is_kept(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")

    with pytest.raises(InvalidInput, match="line"):
        desk.banks.import_points(ann, bank.id, '{"Java": ["Built it.",}')

    assert texts(desk, ann, bank.id) == []


def test_only_approved_points_are_handed_to_a_customization(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    desk.banks.import_points(ann, bank.id, RESUME_POINTS, approval=Approval.PROPOSED)
    kafka, lag, terraform = desk.banks.list_points(ann, bank.id).records
    assert {kafka.approval, lag.approval, terraform.approval} == {Approval.PROPOSED}

    assert desk.banks.approve(ann, [kafka.id, terraform.id, kafka.id]) == 2
    assert desk.banks.reject(ann, [terraform.id]) == 1
    assert desk.banks.approve(ann, [kafka.id]) == 0

    with desk.ground.inside(ann) as tx:
        assert [each.text for each in approved_points(tx, bank.id)] == [kafka.text]
    waiting = desk.banks.list_points(ann, bank.id, approval=Approval.PROPOSED).records
    assert [each.id for each in waiting] == [lag.id]


def test_who_may_not_approve_adds_points_that_wait(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    bob = desk.member(ann, "bob", Role.VIEWER)

    with pytest.raises(NotPermitted):
        desk.banks.add_point(bob, bank.id, "Go", "Built the gateway in Go.")
    point = desk.banks.add_point(ann, bank.id, "Go", "Built the gateway in Go.")
    assert (point.approval, point.decided_by) == (Approval.APPROVED, ann.user_id)
    with pytest.raises(NotPermitted):
        desk.banks.reject(bob, [point.id])


def test_an_edited_point_is_approved_anew_and_the_trail_has_both_texts(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    point = desk.banks.add_point(ann, bank.id, "Go", "Built the gateway in Go.")
    desk.later(hours=1)

    changed = desk.banks.edit_point(ann, point.id, "Go", "Built two gateways in Go.", seen=point.version)

    assert changed.text == "Built two gateways in Go."
    assert changed.decided_at == desk.now
    entry = next(each for each in desk.audit.list_entries(ann) if each.event.action == "point.edited")
    assert entry.event.details == {"before": point.text, "after": changed.text}
    with pytest.raises(Conflict, match="changed"):
        desk.banks.edit_point(ann, point.id, "Go", "Something else was built.", seen=point.version)


def test_a_point_says_who_gave_the_words_it_has_and_which_words_they_are(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    bob = desk.member(ann, "bob", Role.EDITOR)
    point = desk.banks.add_point(bob, bank.id, "Go", "Built the gateway in Go.")

    desk.banks.reject(ann, [point.id])
    desk.banks.approve(ann, [point.id])
    again = desk.banks.edit_point(ann, point.id, "Go", "Built the gateway in Go.")
    other = desk.banks.edit_point(ann, point.id, "Go", "Built two gateways in Go.")

    assert [(each.author_id, each.edition) for each in (point, again, other)] == [
        (bob.user_id, 1),
        (bob.user_id, 1),
        (ann.user_id, 2),
    ]


def test_the_same_point_is_not_added_twice(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    desk.banks.add_point(ann, bank.id, "Go", "Built the gateway in Go.")
    other = desk.banks.add_point(ann, bank.id, "Go", "Wrote the client in Go.")

    with pytest.raises(Conflict, match="already"):
        desk.banks.add_point(ann, bank.id, "Go", "• built the gateway in Go")
    with pytest.raises(Conflict, match="already"):
        desk.banks.edit_point(ann, other.id, "Go", "Built the gateway in Go")


def test_points_that_say_nearly_the_same_are_found(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    first = desk.banks.add_point(ann, bank.id, "Kafka", "Designed a Kafka event backbone for all booking services.")
    desk.banks.add_point(ann, bank.id, "Kafka", "Wrote runbooks for the operators of the clusters.")
    near = desk.banks.add_point(ann, bank.id, "Kafka", "Designed Kafka event backbones for all booking services.")

    found = desk.banks.similar_points(ann, bank.id)

    assert [(each.point.id, each.other.id) for each in found] == [(near.id, first.id)]


def test_an_export_can_be_imported_again(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank, other = desk.banks.create(ann, "Desk"), desk.banks.create(ann, "Copy")
    desk.banks.import_points(ann, bank.id, RESUME_POINTS)

    desk.banks.import_points(ann, other.id, desk.banks.export_points(ann, bank.id))

    assert texts(desk, ann, other.id) == texts(desk, ann, bank.id)


def test_points_are_found_by_words(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    desk.banks.import_points(ann, bank.id, RESUME_POINTS)

    assert [each.technology for each in desk.banks.search_points(ann, "modul platform").records] == ["Terraform"]


def test_a_removed_bank_takes_its_points_with_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bank = desk.banks.create(ann, "Desk")
    desk.banks.import_points(ann, bank.id, RESUME_POINTS)
    renamed = desk.banks.rename(ann, bank.id, "Old desk", seen=bank.version)
    assert [each.name for each in desk.banks.list_banks(ann).records] == [renamed.name]

    desk.banks.remove(ann, bank.id)

    with desk.ground.inside(ann) as tx:
        assert tx.count(BankPoint) == 0
    with pytest.raises(NotFound):
        desk.banks.show_bank(ann, bank.id)
