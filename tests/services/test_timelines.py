"""What happens around a requirement: the promises of resume_customizer.services.staffing.timelines."""

import pytest

from builders.desk import Desk
from builders.requirements import a_requirement
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.services.staffing.timelines import LINKED


def test_the_timeline_keeps_who_said_what_and_when(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    made = desk.requirements.create(ann, a_requirement())
    desk.timelines.comment(ann, made.id, "Called Priya.")
    desk.later(minutes=5)
    desk.timelines.comment(bob, made.id, "She wants\ntwo references.")

    page = desk.timelines.list_timeline(ann, made.id)

    assert [(each.author_id, each.text) for each in page.records] == [
        (bob.user_id, "She wants\ntwo references."),
        (ann.user_id, "Called Priya."),
    ]
    assert page.records[0].created_at == desk.now


def test_a_comment_is_changed_and_removed_by_its_author_only(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    made = desk.requirements.create(ann, a_requirement())
    said = desk.timelines.comment(bob, made.id, "frist")
    desk.requirements.move(ann, made.id, "Working")

    with pytest.raises(NotPermitted, match="Only who wrote"):
        desk.timelines.change_comment(ann, said.id, "x")
    with pytest.raises(NotPermitted):
        desk.timelines.remove_comment(ann, said.id)
    (happened,) = [each for each in desk.timelines.list_timeline(ann, made.id).records if each.kind == "status"]
    with pytest.raises(InvalidInput, match="tells what happened"):
        desk.timelines.remove_comment(ann, happened.id)

    assert desk.timelines.change_comment(bob, said.id, "first").text == "first"
    desk.timelines.remove_comment(bob, said.id)
    assert [each.id for each in desk.timelines.list_timeline(ann, made.id).records] == [happened.id]


def test_a_member_is_assigned_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    eve = desk.person("eve")
    made = desk.requirements.create(ann, a_requirement())
    on = desk.timelines.assign(ann, made.id, user_id=ann.user_id)

    with pytest.raises(Conflict, match="already"):
        desk.timelines.assign(ann, made.id, user_id=ann.user_id)
    with pytest.raises(NotFound, match="no such member"):
        desk.timelines.assign(ann, made.id, user_id=eve.user_id)
    with pytest.raises(InvalidInput):
        desk.timelines.assign(ann, made.id)

    assert [each.user_id for each in desk.timelines.list_assignments(ann, made.id)] == [ann.user_id]
    desk.timelines.unassign(ann, on.assignment_id)
    assert desk.timelines.list_assignments(ann, made.id) == ()


def test_a_requirement_leads_to_what_was_sent_for_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made, other = (desk.requirements.create(ann, a_requirement()) for _ in range(2))
    with desk.ground.inside(ann) as tx:
        mail = tx.add(OutboxMail(key="m1", subject="Java", body="", due_at=desk.now, requirement_id=made.id))

    links = desk.timelines.list_links(ann, made.id)

    assert list(links.linked) == list(LINKED)
    assert links.linked["mails"] == (mail,)
    assert not any(desk.timelines.list_links(ann, other.id).linked.values())
