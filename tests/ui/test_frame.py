"""What is around every screen: the promises of resume_customizer.ui.frame."""

from collections.abc import Generator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event
from streamlit.testing.v1 import AppTest

from builders.web import Web
from resume_customizer.core.permissions import Action
from resume_customizer.ui import frame
from resume_customizer.ui.door import SCRIPT
from resume_customizer.ui.screens import Screen


@contextmanager
def begun() -> Generator[list[object]]:
    """The transactions that begin in this block."""
    seen: list[object] = []
    note = seen.append
    event.listen(Engine, "begin", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "begin", note)


@pytest.mark.parametrize("is_quick", [True, False])
def test_the_readings_of_a_quick_screen_are_one_transaction_and_others_keep_no_connection(
    web: Web, monkeypatch: pytest.MonkeyPatch, is_quick: bool
) -> None:
    web.desk.workspace("ann")
    home = Screen("home", "Home", "home", "work", Action.CHANGE_OWN_ACCOUNT, is_quick=is_quick)
    monkeypatch.setattr(frame, "screens_for", lambda _visit: (home,))
    test = AppTest.from_file(SCRIPT, default_timeout=30)
    test.user = {"visitor": web.pass_of("ann")}
    test.run()

    with begun() as transactions:
        test.run()

    assert not test.exception
    assert test.title[0].value == "Home"
    assert (len(transactions) == 1) is is_quick
