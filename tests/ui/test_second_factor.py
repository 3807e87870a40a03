"""A second factor that is needed, in the web app: the promises of resume_customizer.ui.components.second_factor."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from builders.desk import PASSWORD, Desk
from builders.web import OURS, Web, with_part
from resume_customizer.core.accounts import Registration
from resume_customizer.core.actor import Actor
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.secret_text import Secret
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.ui.door import SCRIPT


def asking(web: Web) -> Actor:
    """The owner of a workspace that needs one, who has one; and Bob, who has none."""
    ann = web.desk.workspace("ann")
    web.desk.member(ann, "bob", Role.EDITOR)
    web.desk.with_second_factor(ann)
    web.desk.workspaces.need_second_factor(web.desk.again(ann), is_needed=True)
    return ann


def opened(shown: str) -> AppTest:
    """The app, as somebody opens it."""
    test = AppTest.from_file(SCRIPT, default_timeout=30)
    test.user = {"visitor": shown}
    return test.run()


def titles(test: AppTest) -> list[str]:
    return [each.value for each in test.title]


def test_who_lacks_one_sees_the_way_to_it_and_no_screen(web: Web) -> None:
    asking(web)
    test = opened(web.pass_of("bob"))

    assert not test.exception
    assert titles(test) == ["A second factor is needed here"]
    assert "Ann's desk" in test.markdown[0].value.replace("\\", "")
    assert [each.label for each in test.text_input] == ["Password"]


def test_who_has_set_it_up_sees_the_codes_once_and_goes_on(web: Web) -> None:
    asking(web)
    test = opened(web.pass_of("bob"))
    test.text_input[0].input("wrong")
    test.button[0].click().run()
    assert "not right" in test.error[0].value

    test.text_input[0].input(PASSWORD)
    test.button[0].click().run()
    seed = Secret(test.code[0].value)
    test.text_input[0].input(web.desk.code(seed))
    test.button[0].click().run()

    assert titles(test) == ["Your second factor is on"]
    assert len(test.code[0].value.split("\n")) == 10
    test.run()
    assert titles(test) == ["Your second factor is on"]
    next(each for each in test.button if each.label.startswith("I have kept them")).click().run()
    assert titles(test) == ["Home"]
    assert not test.code


def test_no_screen_tells_anything_when_it_runs_without_the_frame(web: Web) -> None:
    asking(web)
    shown = web.pass_of("bob")
    for path in ("resumes", "team", "profile", "requirements"):
        test = web.screen(path, shown)
        said = [each.message for each in test.exception] + [each.value for each in test.error]
        assert any("second factor is needed" in each for each in said)
        assert "Ann" not in f"{[each.value for each in test.markdown]}"


def test_an_owner_says_it_on_the_team_s_screen(web: Web) -> None:
    ann = web.desk.workspace("ann")
    web.desk.with_second_factor(ann)
    part = with_part(web.screen("team", shown_by(web, ann)), "team-part", "The workspace")
    asked = next(each for each in part.button if each.label == "Ask everybody for a second factor")
    asked.click().run()
    part.session_state["second-factor-yes"] = True
    part.run()

    with web.desk.ground.outside() as tx:
        assert tx.get(Workspace, ann.workspace_id).needs_second_factor
    part.run()
    next(each for each in part.button if each.label == "Leave it to each member").click().run()
    with web.desk.ground.outside() as tx:
        assert not tx.get(Workspace, ann.workspace_id).needs_second_factor


def shown_by(web: Web, person: Actor) -> str:
    """A pass for a session that there is."""
    from dataclasses import replace

    from resume_customizer.core.records.accounts import Session
    from resume_customizer.core.tokens import TokenUse, hash_token

    token = web.desk.ground.new_token()
    with web.desk.ground.outside() as tx:
        session = tx.get(Session, person.session_id)
        tx.update(replace(session, token_hash=hash_token(token, TokenUse.SESSION)))
    return f"p.{token}"


@pytest.fixture
def strict(tmp_path: Path, sandbox: Sandbox) -> Web:
    """An installation that lets nobody in without one."""
    desk = Desk(tmp_path, Registration.OPEN, second_factor_needed=True)
    return Web(desk, tmp_path, sandbox, second_factor_needed=True)


def test_the_first_account_of_an_installation_that_needs_one_gets_its_workspace(strict: Web) -> None:
    typed = {"address": "ann@desk.example", "name": "Ann", "password": PASSWORD}
    with strict.client() as browser:
        assert browser.post("/first-account", data=typed, headers=OURS).headers["location"] == "/"
    test = opened(strict.pass_of("ann"))
    assert titles(test) == ["A second factor is needed here"]
    assert "This installation" in test.markdown[0].value

    person = strict.desk.signed_in("ann")
    strict.desk.with_second_factor(person)
    assert len(strict.desk.workspaces.list_mine(strict.desk.again(person))) == 1


def test_who_is_invited_there_joins_by_the_link_before_it_is_set_up(strict: Web) -> None:
    ann = strict.desk.person("ann")
    strict.desk.with_second_factor(ann)
    workspace_id = strict.desk.workspaces.create(strict.desk.again(ann), "Ann's desk")
    strict.desk.workspaces.invite(
        Actor(ann.user_id, ann.source, workspace_id, Role.OWNER), "bob@desk.example", Role.VIEWER
    )
    token = strict.desk.token_of("bob@desk.example")
    strict.desk.person("bob")
    with strict.client() as browser:
        browser.post("/sign-in", data={"address": "bob@desk.example", "password": PASSWORD}, headers=OURS)
        assert browser.post("/join", data={"token": token}, headers=OURS).headers["location"] == "/"


def test_where_the_installation_needs_one_a_workspace_has_nothing_to_choose(strict: Web) -> None:
    ann = strict.desk.person("ann")
    strict.desk.with_second_factor(ann)
    strict.desk.workspaces.create(strict.desk.again(ann), "Ann's desk")
    part = with_part(strict.screen("team", shown_by(strict, ann)), "team-part", "The workspace")

    assert "Everybody in this installation" in part.markdown[-1].value
    assert not any("second factor" in each.label for each in part.button)
