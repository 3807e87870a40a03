"""API keys: the promises of resume_customizer.services.people.api_keys."""

from datetime import timedelta

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.errors import InvalidInput, NotFound, NotPermitted, NotSignedIn, QuotaExceeded
from resume_customizer.core.permissions import Action, Role, Scope

READ = frozenset({Scope.READ})


def test_a_key_works_in_its_workspace_for_its_scopes(desk: Desk) -> None:
    ann = desk.workspace("ann")
    key, shown = desk.api_keys.create(ann, "nightly import", frozenset({Scope.WRITE}))

    actor = desk.api_keys.actor_of(NOBODY, key.reveal())

    assert (actor.user_id, actor.workspace_id, actor.session_id) == (ann.user_id, ann.workspace_id, shown.key_id)
    assert actor.may(Action.CUSTOMIZE)
    assert not actor.may(Action.SEND_MAIL)
    assert not actor.may(Action.CHANGE_OWN_ACCOUNT)
    assert key.reveal().startswith(shown.begins)


def test_a_key_can_make_no_key_and_change_no_account(desk: Desk) -> None:
    ann = desk.workspace("ann")
    actor = desk.api_keys.actor_of(NOBODY, desk.api_keys.create(ann, "all", frozenset(Scope))[0].reveal())

    for attempt in (
        lambda: desk.api_keys.create(actor, "more", READ),
        lambda: desk.api_keys.list_keys(actor),
        lambda: desk.devices.sign_out_everywhere(actor, PASSWORD),
        lambda: desk.workspaces.leave(actor),
        lambda: desk.workspaces.create(actor, "more"),
    ):
        with pytest.raises(NotPermitted, match="This API key may not"):
            attempt()


def test_a_key_never_does_more_than_its_owner_does_now(desk: Desk) -> None:
    owner = desk.workspace("ann")
    bob = desk.member(owner, "bob", Role.EDITOR)
    key = desk.api_keys.create(bob, "import", frozenset({Scope.WRITE}))[0].reveal()

    desk.workspaces.change_role(owner, bob.user_id, Role.VIEWER)

    assert not desk.api_keys.actor_of(NOBODY, key).may(Action.CUSTOMIZE)


def test_a_key_ends_when_it_expires_is_revoked_or_its_owner_goes(desk: Desk) -> None:
    owner = desk.workspace("ann")
    bob = desk.member(owner, "bob", Role.EDITOR)
    short, _ = desk.api_keys.create(bob, "short", READ, timedelta(days=1))
    revoked, shown = desk.api_keys.create(bob, "revoked", READ)
    left, _ = desk.api_keys.create(bob, "left", READ)
    assert len(desk.api_keys.list_keys(bob)) == 3

    desk.api_keys.revoke(bob, shown.key_id)
    desk.later(days=1)
    for key in (short, revoked):
        with pytest.raises(NotSignedIn):
            desk.api_keys.actor_of(NOBODY, key.reveal())
    assert desk.api_keys.actor_of(NOBODY, left.reveal())
    desk.workspaces.remove(owner, bob.user_id)
    with pytest.raises(NotSignedIn):
        desk.api_keys.actor_of(NOBODY, left.reveal())

    desk.member(owner, "carl", Role.VIEWER)
    with pytest.raises(NotSignedIn):
        desk.api_keys.actor_of(NOBODY, left.reveal())


def test_nobody_sees_or_revokes_the_keys_of_others(desk: Desk) -> None:
    owner = desk.workspace("ann")
    bob = desk.member(owner, "bob", Role.EDITOR)
    key, shown = desk.api_keys.create(bob, "import", READ)

    assert desk.api_keys.list_keys(owner) == ()
    with pytest.raises(NotFound):
        desk.api_keys.revoke(owner, shown.key_id)
    assert desk.api_keys.actor_of(NOBODY, key.reveal())


def test_only_the_hash_of_a_key_is_kept(desk: Desk) -> None:
    ann = desk.workspace("ann")
    key, shown = desk.api_keys.create(ann, "import", READ)

    assert key.reveal() not in f"{key} {shown} {desk.api_keys.list_keys(ann)}"
    assert len(shown.begins) == 10


@pytest.mark.parametrize("text", ["", "rcp_", "x" * 51, "rcp_" + "a" * 47])
def test_what_is_no_key_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(NotSignedIn):
        desk.api_keys.actor_of(NOBODY, text)


def test_a_key_that_makes_no_sense_is_refused(desk: Desk) -> None:
    ann = desk.workspace("ann")

    with pytest.raises(InvalidInput, match="needs a scope: read, write, send, manage"):
        desk.api_keys.create(ann, "none", frozenset())
    for days in (0, 367):
        with pytest.raises(InvalidInput, match="1 to 366 days"):
            desk.api_keys.create(ann, "long", READ, timedelta(days=days))
    with pytest.raises(InvalidInput, match="belongs to a workspace"):
        desk.api_keys.create(desk.person("eve"), "nowhere", READ)


def test_nobody_collects_keys_without_end(desk: Desk) -> None:
    ann = desk.workspace("ann")
    for number in range(25):
        desk.api_keys.create(ann, f"key {number}", READ)

    with pytest.raises(QuotaExceeded, match="revoke one first"):
        desk.api_keys.create(ann, "one more", READ)
