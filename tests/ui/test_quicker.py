"""What Streamlit does once instead of again and again: the promises of resume_customizer.ui.quicker."""

import asyncio
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import Runtime, app_session
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.script_data import ScriptData
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.session_manager import SessionClient
from streamlit.web.server.starlette import starlette_app

from resume_customizer.ui import look
from resume_customizer.ui.quicker import SessionsWithNews


def test_a_page_is_told_of_the_theme_what_streamlit_itself_would_tell_it(configure: Callable[[], None]) -> None:
    untouched = spec_from_file_location("untouched", app_session.__file__)
    assert untouched is not None
    assert untouched.loader is not None
    theirs = module_from_spec(untouched)
    untouched.loader.exec_module(theirs)
    configure()
    ours = app_session._populate_theme_msg

    assert ours is not theirs._populate_theme_msg
    for section in ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar"):
        told, expected = CustomThemeConfig(), CustomThemeConfig()
        for _ in range(2):
            told.Clear()
            ours(told, section)
        theirs._populate_theme_msg(expected, section)
        assert told == expected
        assert bool(told.ByteSize()) is (section != "theme.sidebar")


class Browser(SessionClient):
    """One that is there and takes what comes."""

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Nothing is kept of it."""


def test_whoever_has_something_to_be_sent_is_looked_at_and_all_are_counted() -> None:
    asyncio.run(_look_at_three())


async def _look_at_three() -> None:
    files, storage = MemoryUploadedFileManager("/upload"), MemorySessionStorage()
    sessions = SessionsWithNews(storage, files, ScriptCache(), lambda: None)
    script = ScriptData(str(look.__file__))
    quiet, busy, gone = (sessions.connect_session(Browser(), script, {}) for _ in range(3))
    for each in (quiet, busy, gone):
        info = sessions.get_active_session_info(each)
        assert info is not None
        info.session.flush_browser_queue()
    info = sessions.get_active_session_info(busy)
    assert info is not None
    info.session._enqueue_forward_msg(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY))
    sessions.disconnect_session(gone)

    assert [each.session.id for each in sessions.list_active_sessions()] == [busy]
    assert sessions.num_active_sessions() == 2
    assert {each.session.id for each in sessions.list_sessions()} == {quiet, busy, gone}
    info.session.flush_browser_queue()
    assert sessions.list_active_sessions() == []
    assert sessions.num_active_sessions() == 2


def test_streamlit_makes_its_sessions_with_it(configure: Callable[[], None]) -> None:
    configure()
    app = starlette_app.App(look.__file__)
    runtime = app._create_runtime()
    try:
        assert isinstance(runtime._session_mgr, SessionsWithNews)
    finally:
        type(runtime)._instance = None


def test_streamlit_runs_its_scripts_in_turn(tmp_path: Path, configure: Callable[[], None]) -> None:
    configure()
    script, seen = tmp_path / "script.py", tmp_path / "seen"
    script.write_text(f"""
from pathlib import Path
from resume_customizer.ui.turns import _TURNS
Path({str(tmp_path)!r}, "new").write_text(str(len(_TURNS._begun)))
Path({str(tmp_path)!r}, "new").rename({str(seen)!r})
""")
    runtime = starlette_app.App(script)._create_runtime()
    try:
        assert asyncio.run(_run(runtime, script, seen)) == "1"
    finally:
        type(runtime)._instance = None


async def _run(runtime: Runtime, script: Path, seen: Path) -> str:
    sessions = runtime._session_mgr
    info = sessions.get_active_session_info(sessions.connect_session(Browser(), ScriptData(str(script)), {}))
    assert info is not None
    info.session.request_rerun(None)
    async with asyncio.timeout(60):
        while not seen.exists():
            await asyncio.sleep(0.01)
    info.session.shutdown()
    return seen.read_text()
