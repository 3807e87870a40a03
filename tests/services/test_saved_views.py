"""Saved views: the promise of resume_customizer.services.staffing.saved_views."""

import pytest

from builders.desk import Desk
from resume_customizer.core.errors import InvalidInput, NotFound, NotPermitted
from resume_customizer.core.permissions import Role


def test_ones_own_views_are_seen_by_nobody_else_and_shared_ones_by_all(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.VIEWER)
    mine = desk.saved_views.save(ann, "requirements", "Due", {"order": "due_at"})
    shared = desk.saved_views.save(ann, "requirements", "Java", {"primary_technology": "Java"}, is_shared=True)
    desk.saved_views.save(ann, "requirements", "Due", {"order": "title"})

    assert [(each.name, each.choice) for each in desk.saved_views.list_views(ann, "requirements")] == [
        ("Due", {"order": "title"}),
        ("Java", {"primary_technology": "Java"}),
    ]
    assert [each.name for each in desk.saved_views.list_views(bob, "requirements")] == ["Java"]
    with pytest.raises(NotFound):
        desk.saved_views.remove_view(bob, mine.id)
    with pytest.raises(NotPermitted):
        desk.saved_views.remove_view(bob, shared.id)
    with pytest.raises(NotPermitted):
        desk.saved_views.save(bob, "requirements", "Mine", {}, is_shared=True)

    assert desk.saved_views.save(bob, "requirements", "Mine", {}).owner_id == bob.user_id
    desk.saved_views.remove_view(ann, mine.id)
    assert [each.name for each in desk.saved_views.list_views(ann, "requirements")] == ["Java"]


def test_a_view_is_of_a_list_that_there_is(desk: Desk) -> None:
    ann = desk.workspace("ann")
    for screen, choice in (("nothing", {}), ("requirements", {"a": "x" * 30_000})):
        with pytest.raises(InvalidInput):
            desk.saved_views.save(ann, screen, "A", choice)
