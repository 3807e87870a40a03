"""Who does something: the promises of resume_customizer.core.actor."""

import pytest

from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import NotPermitted, NotSignedIn
from resume_customizer.core.permissions import Action, Role, Scope

HERE = Source(Door.WEB, "192.0.2.7")


def test_an_actor_with_the_permission_goes_on() -> None:
    Actor("ann", HERE, "desk", Role.EDITOR).require(Action.CUSTOMIZE)
    Actor("ann", HERE, "desk", Role.EDITOR, scopes=frozenset({Scope.WRITE})).require(Action.CUSTOMIZE)
    Actor("ann", HERE, is_operator=True).require(Action.MANAGE_USERS)


@pytest.mark.parametrize(
    ("actor", "said"),
    [
        (Actor("vic", HERE, "desk", Role.VIEWER), "As viewer of this workspace you may not customize resumes"),
        (Actor("sam", HERE), "You may not customize resumes here"),
        (Actor("op", HERE, is_operator=True), "You may not customize resumes here"),
        (
            Actor("key", HERE, "desk", Role.OWNER, scopes=frozenset({Scope.SEND, Scope.READ})),
            "This API key may not customize resumes (its scopes: read, send)",
        ),
    ],
)
def test_an_actor_without_the_permission_is_refused_with_what_was_tried(actor: Actor, said: str) -> None:
    with pytest.raises(NotPermitted) as refusal:
        actor.require(Action.CUSTOMIZE)

    assert said in str(refusal.value)


def test_a_role_without_a_workspace_can_not_be_said() -> None:
    with pytest.raises(ValueError, match="workspace"):
        Actor("ann", HERE, role=Role.OWNER)


def test_who_lacks_a_second_factor_that_is_needed_may_get_one_and_nothing_else() -> None:
    ann = Actor("ann", HERE, "desk", Role.OWNER, is_operator=True, lacks_second_factor=True)
    key = Actor("ann", HERE, "desk", Role.OWNER, scopes=frozenset(Scope), lacks_second_factor=True)

    assert {action for action in Action if ann.may(action)} == {Action.SET_UP_ACCOUNT}
    assert not any(key.may(action) for action in Action)
    for actor, said in ((ann, "set one up first"), (key, "once its owner has set one up")):
        with pytest.raises(NotPermitted, match=said) as refusal:
            actor.require(Action.VIEW_RECORDS)
        assert refusal.value.code == "second-factor-needed"


def test_what_one_may_not_do_anyway_is_refused_as_that() -> None:
    with pytest.raises(NotPermitted, match="As viewer"):
        Actor("vic", HERE, "desk", Role.VIEWER, lacks_second_factor=True).require(Action.CUSTOMIZE)


def test_nobody_may_do_nothing_that_needs_a_permission() -> None:
    nobody = Actor("", HERE)

    assert not any(nobody.may(action) for action in Action)
    with pytest.raises(NotSignedIn, match="Sign in first to send e-mail"):
        nobody.require(Action.SEND_MAIL)
    with pytest.raises(ValueError, match="no role"):
        Actor("", HERE, "desk", Role.OWNER)
    with pytest.raises(ValueError, match="no role"):
        Actor("", HERE, is_operator=True)
