"""Every screen, empty and filled, for everybody who may see it: none throws, and each says its name."""

import pytest

from builders.web import Web
from resume_customizer.core.actor import Actor
from resume_customizer.core.permissions import Role, Scope
from resume_customizer.ui.screens import SCREENS

PATHS = [each.path for each in SCREENS]


def filled(web: Web) -> Actor:
    """A workspace with something of everything."""
    ann = web.desk.workspace("ann")
    web.desk.member(ann, "bob", Role.EDITOR)
    web.desk.workspaces.invite(ann, "carl@desk.example", Role.VIEWER)
    web.desk.api_keys.create(ann, "nightly", frozenset({Scope.READ}))
    return ann


def operator(web: Web) -> str:
    from builders.desk import NOBODY, PASSWORD

    web.desk.first_account.make(NOBODY, "root@desk.example", "Root", PASSWORD)
    return web.pass_of("root")


@pytest.mark.parametrize("path", PATHS)
def test_a_screen_works_where_nothing_is_there_yet(web: Web, path: str) -> None:
    shown = operator(web)
    web.desk.workspaces.create(web.desk.signed_in("root"), "Empty")
    test = web.screen(path, shown)

    assert not test.exception
    assert not test.error
    assert len(test.title) == 1


@pytest.mark.parametrize("path", [path for path in PATHS if path != "admin"])
def test_a_screen_works_with_what_people_have(web: Web, path: str) -> None:
    filled(web)
    test = web.screen(path, web.pass_of("ann"))

    assert not test.exception
    assert not test.error
    assert len(test.title) == 1


@pytest.mark.parametrize("path", [each.path for each in SCREENS if each.for_guests])
def test_a_screen_for_guests_works_for_guests(web: Web, path: str) -> None:
    test = web.screen(path, web.guest_pass())

    assert not test.exception
    assert len(test.title) == 1


def test_somebody_without_a_workspace_is_asked_to_make_one(web: Web) -> None:
    web.desk.person("ann")
    test = web.screen("home", web.pass_of("ann"))
    test.text_input[0].set_value("Ann's desk")
    test.button[0].click().run()

    assert [each.name for each in web.desk.workspaces.list_mine(web.desk.signed_in("ann"))] == ["Ann's desk"]


def test_inviting_and_taking_back_work_on_the_screen(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("team", web.pass_of("ann"))
    test.text_input[0].set_value("dora@desk.example")
    next(each for each in test.button if each.label == "Send an invitation").click().run()
    assert [each.address for each in web.desk.workspaces.list_invitations(ann)] == ["dora@desk.example"]

    next(each for each in test.button if each.label == "Take back").click().run()
    assert web.desk.workspaces.list_invitations(ann) == ()


def test_an_error_of_a_service_is_shown_in_its_own_words(web: Web) -> None:
    web.desk.workspace("ann")
    test = web.screen("team", web.pass_of("ann"))
    test.text_input[0].set_value("no address")
    next(each for each in test.button if each.label == "Send an invitation").click().run()

    assert not test.exception
    assert "bad\\-address" in test.error[0].value
