"""Changes that were overtaken: the promises of services/running/kept_changes.py."""

import pytest

from builders.desk import Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotFound, NotPermitted
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.work import KeptChange


def kept_in(desk: Desk, actor: Actor) -> KeptChange:
    with desk.ground.inside(actor) as tx:
        kept = KeptChange(
            of_kind="resumes", of_id=new_id(), reason="changed", row={"name": "mine"}, accepted_at=desk.now
        )
        return tx.add(kept)


def test_members_see_what_was_kept_beside_until_it_is_settled(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    viewer = desk.member(ann, "bob", Role.VIEWER)
    kept = kept_in(desk, ann)
    (line,) = desk.services.kept_changes.list_open(viewer)
    assert (line.change_id, line.of_kind, line.wanted) == (kept.id, "resumes", {"name": "mine"})
    assert desk.services.kept_changes.list_open(eve) == ()
    with pytest.raises(NotFound):
        desk.services.kept_changes.settle(eve, kept.id)
    with pytest.raises(NotPermitted):
        desk.services.kept_changes.settle(viewer, kept.id)

    desk.services.kept_changes.settle(ann, kept.id)
    assert desk.services.kept_changes.list_open(ann) == ()
    with desk.ground.inside(ann) as tx:
        assert tx.get(KeptChange, kept.id).row == {"name": "mine"}
    assert desk.audit.list_entries(ann)[0].event.action == "kept-change.settled"
