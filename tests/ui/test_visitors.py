"""Who stands behind a cookie: the promises of resume_customizer.ui.visitors."""

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from builders.web import Web
from resume_customizer.core.actor import Actor
from resume_customizer.ui.guests import Guest


def test_a_person_and_a_guest_are_found_by_their_passes(web: Web) -> None:
    ann = web.desk.workspace("ann")
    person = web.visitors.find(web.pass_of("ann"), NOBODY.source, ann.workspace_id)

    assert isinstance(person, Actor)
    assert (person.user_id, person.role) == (ann.user_id, ann.role)
    assert isinstance(web.visitors.find(web.guest_pass(), NOBODY.source), Guest)


def test_what_has_ended_is_nobody_from_the_next_look_on(web: Web) -> None:
    ann = web.desk.person("ann")
    shown = web.pass_of("ann")
    web.desk.devices.sign_out_everywhere(ann, PASSWORD)
    assert web.visitors.find(shown, NOBODY.source) is None

    shown = web.pass_of("ann")
    web.desk.later(minutes=31)
    assert web.visitors.find(shown, NOBODY.source) is None


@pytest.mark.parametrize("shown", ["", "p.", "g.", "x.abc", "p." + "a" * 43, "g." + "a" * 43, "p." + "a" * 999])
def test_anything_else_is_nobody(web: Web, shown: str) -> None:
    assert web.visitors.find(shown, NOBODY.source) is None


def test_a_guest_s_token_is_no_session_and_a_session_no_guest(web: Web) -> None:
    web.desk.person("ann")

    assert web.visitors.find("p." + web.guest_pass()[2:], NOBODY.source) is None
    assert web.visitors.find("g." + web.pass_of("ann")[2:], NOBODY.source) is None


def test_a_workspace_of_others_counts_as_none(web: Web) -> None:
    ann = web.desk.workspace("ann")
    web.desk.person("eve")
    eve = web.visitors.find(web.pass_of("eve"), NOBODY.source, ann.workspace_id)

    assert isinstance(eve, Actor)
    assert (eve.workspace_id, eve.role) == ("", None)


def test_without_guests_nobody_is_one(desk: Desk, web: Web) -> None:
    shown = web.guest_pass()
    web.visitors.guests = None

    assert web.visitors.find(shown, NOBODY.source) is None
