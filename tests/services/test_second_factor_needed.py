"""Where a second factor is needed: the promises of signing in, API keys and workspaces about it.

The installation, or a workspace, asks for one  ->  who has none may get one, and do nothing else
"""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, NotPermitted
from resume_customizer.core.permissions import Action, Role, Scope
from resume_customizer.core.records.accounts import ApiKey
from resume_customizer.core.secret_text import Secret


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[Desk]:
    """An installation that lets nobody in without one."""
    made = Desk(tmp_path, second_factor_needed=True)
    yield made
    made.store.close()


def asking(desk: Desk) -> tuple[Actor, Secret]:
    """The owner of a workspace that asks for one, and the seed of the owner's app."""
    ann = desk.workspace("ann")
    seed = desk.with_second_factor(ann)
    desk.workspaces.need_second_factor(desk.again(ann), is_needed=True)
    return desk.again(ann), seed


def refused(desk: Desk, actor: Actor) -> str:
    with pytest.raises(NotPermitted) as refusal:
        desk.requirements.list_requirements(actor)
    return refusal.value.code


def test_a_member_without_one_may_set_one_up_and_nothing_else(desk: Desk) -> None:
    ann, _ = asking(desk)
    bob = desk.member(ann, "bob", Role.EDITOR)

    assert bob.lacks_second_factor
    assert {action for action in Action if bob.may(action)} == {Action.SET_UP_ACCOUNT}
    assert refused(desk, bob) == "second-factor-needed"
    with pytest.raises(NotPermitted, match="POST /api/v1/me/second-factor"):
        desk.workspaces.list_mine(bob)

    desk.with_second_factor(bob)

    assert desk.again(bob).may(Action.CHANGE_RECORDS)
    assert desk.requirements.list_requirements(desk.again(bob)).records == ()


def test_who_has_one_notices_nothing_and_signs_in_with_it(desk: Desk) -> None:
    ann, seed = asking(desk)
    token = desk.sign_in("ann", code=desk.code(seed)).session_token.reveal()
    later = desk.signing_in.actor_of(NOBODY, token, ann.workspace_id)

    assert not later.lacks_second_factor
    assert later.may(Action.DELETE_WORKSPACE)


def test_it_is_not_asked_for_in_other_workspaces(desk: Desk) -> None:
    ann, _ = asking(desk)
    bob = desk.member(ann, "bob", Role.EDITOR)
    outside = desk.signed_in("bob")
    own = desk.workspaces.create(outside, "Bob's own")

    assert bob.lacks_second_factor
    assert not desk.signed_in("bob", own).lacks_second_factor
    assert [line.needs_second_factor for line in desk.workspaces.list_mine(outside)] == [True, False]


def test_a_key_made_before_is_no_way_round_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    text, _ = desk.api_keys.create(bob, "nightly", frozenset(Scope))
    assert desk.api_keys.actor_of(NOBODY, text.reveal()).may(Action.CHANGE_RECORDS)
    desk.with_second_factor(ann)
    desk.workspaces.need_second_factor(desk.again(ann), is_needed=True)

    key = desk.api_keys.actor_of(NOBODY, text.reveal())
    assert [action for action in Action if key.may(action)] == []
    with pytest.raises(NotPermitted, match="once its owner has set one up"):
        desk.requirements.list_requirements(key)

    desk.with_second_factor(desk.signed_in("bob", ann.workspace_id))
    assert desk.api_keys.actor_of(NOBODY, text.reveal()).may(Action.CHANGE_RECORDS)


def test_switching_it_off_leads_back_to_setting_it_up(desk: Desk) -> None:
    ann, _ = asking(desk)
    key, _ = desk.api_keys.create(ann, "nightly", frozenset({Scope.READ}))
    desk.second_factor.stop(ann, PASSWORD)

    assert desk.again(ann).lacks_second_factor
    assert refused(desk, desk.api_keys.actor_of(NOBODY, key.reveal())) == "second-factor-needed"


def test_who_has_none_does_not_ask_others_for_one(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with pytest.raises(Conflict) as refusal:
        desk.workspaces.need_second_factor(ann, is_needed=True)

    assert refusal.value.code == "own-factor-first"
    assert not desk.again(ann).lacks_second_factor


@pytest.mark.parametrize("role", [Role.EDITOR, Role.VIEWER])
def test_owner_and_admins_say_it_and_no_program_does(desk: Desk, role: Role) -> None:
    ann = desk.workspace("ann")
    text, _ = desk.api_keys.create(ann, "all", frozenset(Scope))
    key, bob = desk.api_keys.actor_of(NOBODY, text.reveal()), desk.member(ann, "bob", role)
    for actor in (key, bob):
        with pytest.raises(NotPermitted):
            desk.workspaces.need_second_factor(actor, is_needed=False)

    carl = desk.member(ann, "carl", Role.ADMIN)
    desk.with_second_factor(carl)
    desk.workspaces.need_second_factor(desk.again(carl), is_needed=True)
    assert desk.again(bob).lacks_second_factor


def test_what_is_said_of_it_stands_in_the_trail(desk: Desk) -> None:
    ann, _ = asking(desk)
    desk.workspaces.need_second_factor(ann, is_needed=True)
    desk.workspaces.need_second_factor(ann, is_needed=False)

    told = [each.event.action for each in desk.audit.list_entries(ann) if "second-factor" in each.event.action]
    assert sorted(told) == ["workspace.second-factor-left-open", "workspace.second-factor-needed"]


def test_an_installation_asks_everybody_also_the_operator_and_who_is_in_no_workspace(strict: Desk) -> None:
    strict.first_account.make(NOBODY, "root@desk.example", "Root", PASSWORD)
    root = strict.signed_in("root")

    assert {action for action in Action if root.may(action)} == {Action.SET_UP_ACCOUNT}
    with pytest.raises(NotPermitted, match="second factor is needed"):
        strict.operating.list_users(root)
    strict.with_second_factor(root)
    assert strict.operating.list_users(strict.again(root))


def test_who_is_invited_joins_first_and_sets_it_up_then(strict: Desk) -> None:
    ann = strict.person("ann")
    strict.with_second_factor(ann)
    ann = strict.again(ann)
    workspace_id = strict.workspaces.create(ann, "Ann's desk")
    inviter = Actor(ann.user_id, ann.source, workspace_id, Role.OWNER)
    strict.workspaces.invite(inviter, "bob@desk.example", Role.VIEWER)
    token = strict.token_of("bob@desk.example")
    bob = strict.person("bob")

    assert strict.workspaces.join(bob, token) == workspace_id
    strict.with_second_factor(bob)
    assert strict.workspaces.list_mine(strict.again(bob))[0].workspace_id == workspace_id


def test_nothing_of_an_account_is_told_or_changed_by_who_lacks_one(strict: Desk) -> None:
    """Every method that needs no more than an account, but for those of setting it up."""
    bob = strict.person("bob")
    tried = {
        "accounts": ("about_me", "change_password"),
        "api_keys": ("create", "list_keys", "revoke"),
        "privacy": ("export_account", "erase_account"),
        "second_factor": ("new_recovery_codes", "stop"),
        "devices": ("list_devices", "end_session", "sign_out_everywhere"),
        "workspaces": ("create", "list_mine", "leave"),
    }
    for service, names in tried.items():
        for name in names:
            method = getattr(getattr(strict.services, service), name)
            needed = [
                each
                for each in inspect.signature(method).parameters.values()
                if each.default is each.empty and each.name != "actor"
            ]
            with pytest.raises(NotPermitted) as refusal:
                method(bob, *("x" for _ in needed))
            assert refusal.value.code == "second-factor-needed"
    with strict.ground.outside() as tx:
        assert tx.count(ApiKey) == 0


def test_who_lacks_one_signs_out(strict: Desk) -> None:
    bob = strict.person("bob")
    assert strict.signing_in.issue_access(bob).reveal()
    strict.signing_in.sign_out(bob)
    with pytest.raises(Exception, match="ended"):
        strict.again(bob)
