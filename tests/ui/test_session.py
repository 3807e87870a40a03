"""Who runs a screen right now: the promises of resume_customizer.ui.session."""

from streamlit.testing.v1 import AppTest

from builders.desk import PASSWORD
from builders.web import Web
from resume_customizer.core.permissions import Role


def said(test: AppTest) -> str:
    """Everything that a run shows as text."""
    return "\n".join(str(each.value) for each in [*test.title, *test.markdown, *test.caption, *test.subheader])


def test_the_next_run_after_signing_out_anywhere_shows_nothing_but_the_way_in(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("team", web.pass_of("ann"))
    assert "Team" in said(test)

    web.desk.devices.sign_out_everywhere(ann, PASSWORD)
    test.run()

    assert "Team" not in said(test)
    assert "(/sign-in)" in said(test)


def test_a_session_that_has_timed_out_shows_nothing(web: Web) -> None:
    web.desk.workspace("ann")
    test = web.screen("team", web.pass_of("ann"))
    web.desk.later(minutes=31)
    test.run()

    assert "(/sign-in)" in said(test)


def test_a_role_that_was_changed_counts_from_the_next_run(web: Web) -> None:
    ann = web.desk.workspace("ann")
    bob = web.desk.member(ann, "bob", Role.ADMIN)
    test = web.screen("team", web.pass_of("bob"))
    assert "Invite somebody" in said(test)

    web.desk.workspaces.change_role(ann, bob.user_id, Role.VIEWER)
    test.run()

    assert "Invite somebody" not in said(test)


def test_nobody_gets_a_screen_by_a_made_up_pass(web: Web) -> None:
    for shown in ("", "p.x", "g.x"):
        assert "(/sign-in)" in said(web.screen("help", shown))
