"""What the operator does: the promises of resume_customizer.services.running.operating."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.accounts import SessionRules
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted, NotSignedIn
from resume_customizer.core.permissions import Scope
from resume_customizer.core.records.accounts import Session
from resume_customizer.core.tiers import Tier


def operator(desk: Desk) -> Actor:
    first = replace(desk.person("olga"), is_operator=True)
    desk.operating.set_operator(first, first.user_id, is_operator=True)
    return desk.signed_in("olga")


def test_an_account_that_the_operator_makes_can_be_used_at_once(desk: Desk) -> None:
    olga = operator(desk)
    user_id = desk.operating.add_user(olga, "Ann@desk.example", "Ann", PASSWORD)

    assert desk.sign_in("ann").user_id == user_id
    assert desk.operating.find_user(olga, "ann@DESK.example").name == "Ann"
    with pytest.raises(Conflict, match="already"):
        desk.operating.add_user(olga, "ann@desk.example", "Ann", PASSWORD)
    with pytest.raises(InvalidInput, match="at least 8"):
        desk.operating.add_user(olga, "bob@desk.example", "Bob", "short")


def test_a_locked_account_is_signed_out_at_once_and_can_not_sign_in(desk: Desk) -> None:
    olga, ann = operator(desk), desk.workspace("ann")
    session = desk.sign_in("ann")
    key = desk.api_keys.create(ann, "import", frozenset({Scope.READ}))[0].reveal()

    desk.operating.lock(olga, ann.user_id)

    for attempt in (
        lambda: desk.sign_in("ann"),
        lambda: desk.signing_in.actor_of(NOBODY, session.session_token.reveal()),
        lambda: desk.signing_in.refresh(NOBODY, session.refresh_token.reveal()),
        lambda: desk.api_keys.actor_of(NOBODY, key),
    ):
        with pytest.raises(NotSignedIn):
            attempt()
    assert desk.operating.find_user(olga, "ann@desk.example").is_locked

    desk.operating.unlock(olga, ann.user_id)
    assert desk.sign_in("ann")
    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, session.session_token.reveal())


def test_a_locked_account_is_not_told_to_strangers_and_gets_no_link(desk: Desk) -> None:
    olga, ann = operator(desk), desk.person("ann")
    desk.operating.lock(olga, ann.user_id)
    written = len(desk.letters)

    with pytest.raises(NotSignedIn, match="Address or password is wrong"):
        desk.sign_in("ann", "wrong")
    desk.accounts.ask_new_password(NOBODY, "ann@desk.example")
    assert len(desk.letters) == written


def test_an_installation_always_has_an_operator(desk: Desk) -> None:
    olga, ann = operator(desk), desk.person("ann")

    for attempt in (
        lambda: desk.operating.set_operator(olga, olga.user_id, is_operator=False),
        lambda: desk.operating.lock(olga, olga.user_id),
    ):
        with pytest.raises(Conflict, match="only operator"):
            attempt()
    desk.operating.set_operator(olga, ann.user_id, is_operator=True)
    desk.operating.set_operator(olga, olga.user_id, is_operator=False)

    assert not desk.signed_in("olga").is_operator
    assert desk.signed_in("ann").is_operator


def test_the_operator_sees_size_and_tier_of_workspaces_and_not_what_they_hold(desk: Desk) -> None:
    olga, ann = operator(desk), desk.workspace("ann")

    (line,) = desk.operating.list_workspaces(olga)

    assert (line.workspace_id, line.name, line.tier, line.members) == (ann.workspace_id, "Ann's desk", Tier.FREE, 1)
    assert [user.address for user in desk.operating.list_users(olga)] == ["ann@desk.example", "olga@desk.example"]
    with pytest.raises(NotFound):
        desk.signing_in.actor_of(NOBODY, desk.sign_in("olga").session_token.reveal(), ann.workspace_id)


def test_nobody_else_may_do_what_the_operator_does(desk: Desk) -> None:
    ann = desk.workspace("ann")

    for attempt in (
        lambda: desk.operating.list_users(ann),
        lambda: desk.operating.list_workspaces(ann),
        lambda: desk.operating.lock(ann, ann.user_id),
        lambda: desk.operating.set_operator(ann, ann.user_id, is_operator=True),
        lambda: desk.operating.add_user(ann, "bob@desk.example", "Bob", PASSWORD),
    ):
        with pytest.raises(NotPermitted):
            attempt()


def test_an_unknown_user_is_not_found(desk: Desk) -> None:
    olga = operator(desk)

    for method in (desk.operating.lock, desk.operating.unlock):
        with pytest.raises(NotFound):
            method(olga, "019a0000-0000-7000-8000-000000000000")
    with pytest.raises(NotFound, match="no account with the address"):
        desk.operating.find_user(olga, "nobody@desk.example")


def test_everybody_is_signed_out_at_once_but_for_who_does_it(desk: Desk) -> None:
    olga, ann = operator(desk), desk.workspace("ann")
    session = desk.sign_in("ann")
    key = desk.api_keys.create(ann, "import", frozenset({Scope.READ}))[0].reveal()

    assert desk.operating.sign_everybody_out(olga, but_here=True) >= 3

    for attempt in (
        lambda: desk.again(ann),
        lambda: desk.signing_in.actor_of(NOBODY, session.session_token.reveal()),
        lambda: desk.signing_in.refresh(NOBODY, session.refresh_token.reveal()),
    ):
        with pytest.raises(NotSignedIn):
            attempt()
    assert desk.signing_in.actor_of(NOBODY, desk.sign_in("ann").session_token.reveal())
    assert desk.api_keys.actor_of(NOBODY, key)
    assert desk.again(olga).is_operator
    assert desk.operating.sign_everybody_out(olga) == 2
    with pytest.raises(NotSignedIn):
        desk.again(olga)


def test_more_sessions_than_are_looked_at_in_one_go_end_all(desk: Desk) -> None:
    olga = operator(desk)
    with desk.ground.outside() as tx:
        tx.add_all(Session(user_id=olga.user_id, token_hash=f"{each}", used_at=desk.now) for each in range(1_100))

    assert desk.operating.sign_everybody_out(olga, but_here=True) >= 1_100
    assert [each.session_id for each in desk.devices.list_devices(olga)] == [olga.session_id]


def test_sessions_that_last_longer_than_usual_end_too(tmp_path: Path) -> None:
    """Where the installation lets them stand unused for a week."""
    desk = Desk(tmp_path, sessions=SessionRules(idle=timedelta(days=7), absolute=timedelta(days=30)))
    olga, ann = operator(desk), desk.person("ann")
    desk.later(days=6)
    assert desk.again(ann)
    desk.later(days=6)
    olga = desk.signed_in("olga")

    assert desk.operating.sign_everybody_out(olga, but_here=True) >= 1
    with pytest.raises(NotSignedIn):
        desk.again(ann)


def test_one_is_signed_out_everywhere_and_others_are_not(desk: Desk) -> None:
    olga, ann, bob = operator(desk), desk.person("ann"), desk.person("bob")

    assert desk.operating.sign_out(olga, ann.user_id) == 1
    with pytest.raises(NotSignedIn):
        desk.again(ann)
    assert desk.again(bob)
    with pytest.raises(NotPermitted):
        desk.operating.sign_out(bob, olga.user_id)


def test_who_lost_app_and_codes_gets_in_with_the_password_after_the_operator_took_the_factor(desk: Desk) -> None:
    olga, ann = operator(desk), desk.person("ann")
    desk.with_second_factor(ann)
    (code, *_) = desk.second_factor.new_recovery_codes(ann, PASSWORD)

    desk.operating.drop_second_factor(olga, ann.user_id)

    with pytest.raises(NotSignedIn):
        desk.again(ann)
    assert desk.letters[-1][0] == "ann@desk.example"
    assert "switched off" in desk.letters[-1][1].subject
    again = desk.signed_in("ann")
    assert not desk.second_factor.is_on(again)
    desk.with_second_factor(again)
    with pytest.raises(NotSignedIn):
        desk.sign_in("ann", code=code)


def test_a_first_password_counts_for_a_week_and_one_s_own_for_good(desk: Desk) -> None:
    olga = operator(desk)
    for name in ("ann", "bob"):
        desk.operating.add_user(olga, f"{name}@desk.example", name.title(), PASSWORD)
    assert desk.accounts.password_ends_at(desk.signed_in("ann")) == desk.now + timedelta(days=7)
    ann = desk.signed_in("ann")
    desk.accounts.change_password(ann, PASSWORD, "a vase of another kind")
    assert desk.accounts.password_ends_at(ann) is None
    desk.later(days=7)

    assert desk.sign_in("ann", "a vase of another kind")
    with pytest.raises(NotSignedIn) as refusal:
        desk.sign_in("bob")
    assert refusal.value.code == "first-password-over"
    with pytest.raises(NotSignedIn, match="Address or password"):
        desk.sign_in("bob", "wrong")

    bob = desk.operating.find_user(olga, "bob@desk.example")
    link = desk.operating.new_password_link(olga, bob.user_id)
    desk.accounts.reset_password(NOBODY, link.partition("#")[2], "a vase of a third kind")
    desk.later(days=30)
    assert desk.sign_in("bob", "a vase of a third kind")
