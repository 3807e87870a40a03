"""Workspaces and their members: the promises of resume_customizer.services.people.workspaces."""

import pytest

from builders.desk import Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted, QuotaExceeded
from resume_customizer.core.permissions import Role
from resume_customizer.core.tiers import Tier


def roles(desk: Desk, actor: Actor) -> dict[str, Role]:
    return {member.name: member.role for member in desk.workspaces.list_members(actor)}


def test_who_makes_a_workspace_owns_it(desk: Desk) -> None:
    ann = desk.workspace("ann")

    assert roles(desk, ann) == {"Ann": Role.OWNER}
    (line,) = desk.workspaces.list_mine(ann)
    assert (line.workspace_id, line.name, line.tier, line.role) == (
        ann.workspace_id,
        "Ann's desk",
        Tier.FREE,
        Role.OWNER,
    )
    desk.workspaces.rename(ann, " Bright  Desk ")
    assert desk.workspaces.list_mine(ann)[0].name == "Bright Desk"


def test_an_invitation_is_for_one_address_and_counts_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.workspaces.invite(ann, "Bob@desk.example", Role.EDITOR)
    token = desk.token_of("Bob@desk.example")
    bob, eve = desk.person("bob"), desk.person("eve")

    with pytest.raises(NotPermitted, match="another address"):
        desk.workspaces.join(eve, token)
    assert desk.workspaces.join(bob, token) == ann.workspace_id
    with pytest.raises(InvalidInput, match="was used"):
        desk.workspaces.join(bob, token)
    assert roles(desk, ann) == {"Ann": Role.OWNER, "Bob": Role.EDITOR}


def test_an_invitation_counts_for_a_week_and_until_it_is_taken_back(desk: Desk) -> None:
    ann, bob = desk.workspace("ann"), desk.person("bob")
    desk.workspaces.invite(ann, "bob@desk.example", Role.VIEWER)
    desk.later(days=7)
    with pytest.raises(InvalidInput, match="has expired"):
        desk.workspaces.join(bob, desk.token_of("bob@desk.example"))
    assert desk.workspaces.list_invitations(ann) == ()

    desk.workspaces.invite(ann, "bob@desk.example", Role.VIEWER)
    (waiting,) = desk.workspaces.list_invitations(ann)
    desk.workspaces.take_back(ann, waiting.invitation_id)
    with pytest.raises(InvalidInput):
        desk.workspaces.join(bob, desk.token_of("bob@desk.example"))
    with pytest.raises(NotFound):
        desk.workspaces.take_back(ann, waiting.invitation_id)


def test_a_newer_invitation_replaces_the_older_one(desk: Desk) -> None:
    ann, bob = desk.workspace("ann"), desk.person("bob")
    desk.workspaces.invite(ann, "bob@desk.example", Role.EDITOR)
    older = desk.token_of("bob@desk.example")
    desk.workspaces.invite(ann, "BOB@desk.example", Role.VIEWER)

    with pytest.raises(InvalidInput):
        desk.workspaces.join(bob, older)
    desk.workspaces.join(bob, desk.token_of("BOB@desk.example"))
    assert roles(desk, ann)["Bob"] is Role.VIEWER
    with pytest.raises(Conflict, match="is a member already"):
        desk.workspaces.invite(ann, "bob@desk.example", Role.EDITOR)


def test_members_and_open_invitations_count_against_the_tier(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.workspaces.invite(ann, "bob@desk.example", Role.EDITOR)
    desk.workspaces.invite(ann, "carl@desk.example", Role.EDITOR)

    with pytest.raises(QuotaExceeded, match="allows 3 members: 3 used, 1 more wanted"):
        desk.workspaces.invite(ann, "dora@desk.example", Role.EDITOR)
    desk.workspaces.invite(ann, "carl@desk.example", Role.VIEWER)
    assert len(desk.workspaces.list_invitations(ann)) == 2


def test_nobody_gives_or_takes_a_role_that_is_not_below_their_own(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.ADMIN)
    carl = desk.member(ann, "carl", Role.VIEWER)

    for attempt in (
        lambda: desk.workspaces.change_role(bob, carl.user_id, Role.ADMIN),
        lambda: desk.workspaces.change_role(bob, carl.user_id, Role.OWNER),
        lambda: desk.workspaces.change_role(bob, bob.user_id, Role.OWNER),
        lambda: desk.workspaces.change_role(bob, ann.user_id, Role.VIEWER),
        lambda: desk.workspaces.remove(bob, ann.user_id),
        lambda: desk.workspaces.change_role(ann, carl.user_id, Role.OWNER),
        lambda: desk.workspaces.invite(bob, "dora@desk.example", Role.ADMIN),
        lambda: desk.workspaces.invite(ann, "dora@desk.example", Role.OWNER),
        lambda: desk.workspaces.change_role(carl, bob.user_id, Role.VIEWER),
        lambda: desk.workspaces.transfer(bob, bob.user_id),
    ):
        with pytest.raises(NotPermitted):
            attempt()
    assert roles(desk, ann) == {"Ann": Role.OWNER, "Bob": Role.ADMIN, "Carl": Role.VIEWER}

    desk.workspaces.change_role(bob, carl.user_id, Role.EDITOR)
    desk.workspaces.change_role(ann, bob.user_id, Role.VIEWER)
    assert roles(desk, ann) == {"Ann": Role.OWNER, "Carl": Role.EDITOR, "Bob": Role.VIEWER}


def test_a_workspace_always_has_exactly_one_owner(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    with pytest.raises(Conflict, match="hand the workspace over first"):
        desk.workspaces.leave(ann)
    with pytest.raises(NotPermitted):
        desk.workspaces.remove(ann, ann.user_id)
    with pytest.raises(NotPermitted):
        desk.workspaces.change_role(ann, ann.user_id, Role.ADMIN)
    with pytest.raises(Conflict):
        desk.workspaces.transfer(ann, ann.user_id)

    desk.workspaces.transfer(ann, bob.user_id)

    assert roles(desk, bob) == {"Bob": Role.OWNER, "Ann": Role.ADMIN}
    with pytest.raises(Conflict):
        desk.workspaces.transfer(ann, ann.user_id)
    desk.workspaces.leave(ann)
    assert roles(desk, desk.signed_in("bob", ann.workspace_id)) == {"Bob": Role.OWNER}


def test_what_belongs_to_another_workspace_is_answered_like_what_does_not_exist(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    desk.workspaces.invite(ann, "bob@desk.example", Role.EDITOR)
    (waiting,) = desk.workspaces.list_invitations(ann)

    for of_ann, unknown in ((ann.user_id, "019a0000-0000-7000-8000-000000000000"),):
        for method in (desk.workspaces.remove, desk.workspaces.transfer):
            with pytest.raises(NotFound) as refusal:
                method(eve, of_ann)
            with pytest.raises(NotFound) as other:
                method(eve, unknown)
            assert str(refusal.value) == str(other.value)
    with pytest.raises(NotFound):
        desk.workspaces.change_role(eve, ann.user_id, Role.VIEWER)
    with pytest.raises(NotFound):
        desk.workspaces.take_back(eve, waiting.invitation_id)


def test_nobody_makes_workspaces_without_end(desk: Desk) -> None:
    ann = desk.person("ann")
    for number in range(10):
        desk.workspaces.create(ann, f"Desk {number}")

    with pytest.raises(QuotaExceeded, match="You own 10 workspaces already"):
        desk.workspaces.create(ann, "One more")
