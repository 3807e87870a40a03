"""Two things that Streamlit does again and again though nothing has changed, done once; its screens made in turn.

configure()  ->  quicken()  ->  Streamlit's own parts, before its application is made

There is no setting for any of them. Figures: docs/capacity.md.

Promises (tests in tests/ui/test_quicker.py):

* What a page is told of the theme is what Streamlit itself would tell it.
* Whoever has something to be sent is looked at, whoever has not is still counted as there.
* A script runs in its turn.
* What was clicked is done, also when the page is loaded anew or closed right after it (tests/ui/test_clicks.py).
"""

from functools import cache, partial

from streamlit import runtime
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import RuntimeConfig, app_session, websocket_session_manager
from streamlit.runtime.session_manager import ActiveSessionInfo, SessionInfo
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from resume_customizer.ui.turns import ScriptRunnerInTurn, SessionInTurn


def quicken() -> None:
    """Put all in place, with the settings of now."""
    setattr(app_session, "ScriptRunner", ScriptRunnerInTurn)  # noqa: B010 - where Streamlit makes its own
    setattr(websocket_session_manager, "AppSession", SessionInTurn)  # noqa: B010
    _theme.cache_clear()
    setattr(app_session, "_populate_theme_msg", _say_theme)  # noqa: B010 - a private function
    setattr(runtime, "RuntimeConfig", partial(RuntimeConfig, session_manager_class=SessionsWithNews))  # noqa: B010


class SessionsWithNews(WebsocketSessionManager):
    """Streamlit sends what screens say every 5 ms, and looks at each open session for it: here at those that have some.

    With five hundred open pages, fifty of which change in a second, looking at all took some 7 % of its time (py-spy).
    """

    def disconnect_session(self, session_id: str) -> None:
        """A page that goes away stops nothing that it asked for; Streamlit would stop its run halfway."""
        info = self.get_active_session_info(session_id)
        if info is None:
            return
        setattr(info.session, "request_script_stop", _go_on)  # noqa: B010 - for this one call
        try:
            super().disconnect_session(session_id)
        finally:
            delattr(info.session, "request_script_stop")

    def list_active_sessions(self) -> list[ActiveSessionInfo]:
        """For the loop that sends; nothing else of this server asks."""
        return [each for each in super().list_active_sessions() if not each.session._browser_queue.is_empty()]  # noqa: SLF001

    def list_sessions(self) -> list[SessionInfo]:
        """All that are there or were there a moment ago, to end them with the server."""
        there = (SessionInfo(each.client, each.session) for each in super().list_active_sessions())
        return [*there, *self._session_storage.list()]

    def num_active_sessions(self) -> int:
        """All that are there, also while nothing is to be sent."""
        return len(super().list_active_sessions())


def _go_on() -> None:
    """Nothing is stopped."""


_theirs = app_session._populate_theme_msg  # noqa: SLF001


@cache
def _theme(section: str) -> CustomThemeConfig:
    theme = CustomThemeConfig()
    _theirs(theme, section)
    return theme


def _say_theme(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Each run tells the page the theme, which Streamlit gathers from its settings: longer than three elements take."""
    if _theme(section).ByteSize():
        msg.MergeFrom(_theme(section))
