"""No click is lost while it waits, nor to a page that goes away: promises of ui/turns.py and ui/quicker.py."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.script_data import ScriptData
from streamlit.runtime.session_manager import SessionClient
from streamlit.web.server.starlette import starlette_app

from resume_customizer.ui import turns

FOREVER = 1000.0
SCRIPT = """
import time
from pathlib import Path
import streamlit as st
folder = Path({folder!r})
st.title("Make it")
(folder / "begun").touch()
while not (folder / "go").exists():
    time.sleep(0.01)
if st.button("Make", key="make"):
    (folder / "done").touch()
"""


class Browser(SessionClient):
    """One that is there and takes what comes."""

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Nothing is kept of it."""


class Page:
    """A page with a button; its script waits for the file `go`."""

    def __init__(self, runtime: Runtime, folder: Path) -> None:
        self._folder, self._runtime = folder, runtime
        found = runtime._session_mgr.connect_session(Browser(), ScriptData(str(folder / "script.py")), {})
        info = runtime._session_mgr.get_active_session_info(found)
        assert info is not None
        self.session: AppSession = info.session

    async def opened(self) -> None:
        """Its first run has ended."""
        self.may_go()
        self.session.request_rerun(None)
        await self.begins()
        await until(lambda: self.session._scriptrunner is None)
        (self._folder / "go").unlink()

    def click(self) -> None:
        """The button."""
        (button,) = (each for each in self.session.session_state._new_widget_state.widget_metadata if "make" in each)
        state = ClientState()
        state.widget_states.widgets.add(id=button, trigger_value=True)
        self.session.request_rerun(state)

    def change(self) -> None:
        """Something else."""
        self.session.request_rerun(ClientState())

    def go_away(self) -> None:
        """Loaded anew, closed, or out of reach."""
        self._runtime._session_mgr.disconnect_session(self.session.id)

    async def begins(self) -> None:
        """A run of it has begun."""
        begun = self._folder / "begun"
        await until(begun.exists)
        begun.unlink()

    def may_go(self) -> None:
        """Runs need not wait."""
        (self._folder / "go").touch()

    async def does(self) -> None:
        """What was clicked is done."""
        await until((self._folder / "done").exists)
        await until(lambda: self.session._scriptrunner is None)


async def until(happens: Callable[[], object]) -> None:
    """Wait for it, a minute at most."""
    async with asyncio.timeout(60):
        while not happens():
            await asyncio.sleep(0.01)


@pytest.fixture
def visit(
    tmp_path: Path, configure: Callable[[], None]
) -> Iterator[Callable[[Callable[[Page], Coroutine[Any, Any, None]]], None]]:
    """To run what somebody does on an open page."""
    configure()
    (tmp_path / "script.py").write_text(SCRIPT.format(folder=str(tmp_path)))
    runtime = starlette_app.App(tmp_path / "script.py")._create_runtime()

    async def run(steps: Callable[[Page], Coroutine[Any, Any, None]]) -> None:
        await runtime.start()
        page = Page(runtime, tmp_path)
        await page.opened()
        await steps(page)
        runtime.stop()
        await runtime.stopped

    yield lambda steps: asyncio.run(run(steps))
    type(runtime)._instance = None


@pytest.mark.parametrize("then", [Page.change, Page.go_away])
def test_a_click_is_not_lost_while_it_waits_its_turn(
    visit: Callable[..., None], then: Callable[[Page], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "_TURNS", turns.Turns(1, FOREVER))

    async def steps(page: Page) -> None:
        with turns._TURNS.turn():
            page.click()
            await until(lambda: turns._TURNS._waiting)
            then(page)
        page.may_go()
        await page.does()

    visit(steps)


def test_a_click_is_not_lost_to_a_page_that_goes_away_before_its_run_has_come_to_it(visit: Callable[..., None]) -> None:
    async def steps(page: Page) -> None:
        page.click()
        await page.begins()
        page.go_away()
        page.may_go()
        await page.does()

    visit(steps)


def test_who_clicks_while_something_runs_does_not_wait_for_it(visit: Callable[..., None]) -> None:
    async def steps(page: Page) -> None:
        page.click()
        await page.begins()
        page.change()
        await page.begins()
        page.may_go()
        await until(lambda: page.session._scriptrunner is None)

    visit(steps)
