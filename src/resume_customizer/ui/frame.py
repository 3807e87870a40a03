"""The frame around every screen: navigation, the account, the keyboard.

Visit  ->  screens_for()  ->  st.navigation  ->  the chosen screen

All of this runs on every click, before the screen itself: what is the same for everybody is made once.

Promises (tests in tests/ui/test_frame.py):

* Looking who is there and all that a quick screen reads is one transaction; a screen that may take long keeps no
  connection while it does.
"""

from collections.abc import Callable
from contextlib import ExitStack
from contextvars import ContextVar
from copy import copy
from functools import cache
from typing import Any, Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.ui.components import second_factor
from resume_customizer.ui.components.shell import ICON, LOGO, show_shell
from resume_customizer.ui.desk.opened import SCREENS as SHOWN
from resume_customizer.ui.installation import installation
from resume_customizer.ui.refusing import note_screen
from resume_customizer.ui.screens import SCREENS, SECTIONS, screens_for
from resume_customizer.ui.session import Visit, come_in, workspaces
from resume_customizer.ui.texts import LANGUAGES, _, language

_visit: ContextVar[Visit] = ContextVar("visit")
_BY_PATH: Final = {each.path: each for each in SCREENS}


def show() -> None:
    """One run."""
    st.set_page_config(page_title="Resume Customizer Pro", page_icon=ICON, layout="wide")
    st.logo(LOGO, size="large", icon_image=ICON)
    with ExitStack() as readings:
        readings.enter_context(installation().desk.ground.store.visit())
        _show(readings)


def _show(readings: ExitStack) -> None:
    """The frame, and the screen in it; what takes long closes `readings` first, so that it keeps no connection."""
    visit = come_in()
    _visit.set(visit)
    is_in_between = second_factor.is_in_between(visit)
    screens = SCREENS if is_in_between else screens_for(visit)
    pages = {each.path: _page(each.path, language(), at == 0) for at, each in enumerate(screens)}
    st.session_state["pages"] = pages
    sections: dict[str, list[Any]] = {}
    for screen in screens:
        sections.setdefault(_(SECTIONS[screen.section]), []).append(pages[screen.path])
    chosen = st.navigation(sections, expanded=True, position="hidden" if is_in_between else "sidebar")
    shown = [] if is_in_between else screens
    with st.sidebar:
        show_shell(_account(visit), [{"path": each.path, "title": _(each.title)} for each in shown])
    if installation().desk.ground.store.away_since():
        st.warning(
            _(
                "The database can't be reached. What was used lately can be opened, and your work is kept; "
                "accounts and mail wait until it is back."
            ),
            icon=":material/cloud_off:",
        )
    if is_in_between:
        second_factor.show_needed(visit)
        return
    if not next(screen for screen in screens if pages[screen.path] is chosen).is_quick:
        readings.close()
    copy(chosen).run()  # running a page changes it, and everybody has the same ones


@cache
def _page(path: str, spoken: str, is_first: bool) -> Any:  # noqa: ANN401 - Streamlit's page, by what makes it one
    assert spoken == language()  # noqa: S101 - the title is in this language
    screen = _BY_PATH[path]
    return st.Page(
        _opened(path),
        title=_(screen.title),
        icon=f":material/{screen.icon}:",
        url_path=path,
        default=is_first,
    )


def _opened(path: str) -> Callable[[], None]:
    """A screen's module is loaded when it is opened for the first time."""

    def opened() -> None:
        note_screen(path)
        st.session_state[SHOWN] = (st.session_state.get(SHOWN, ("", ""))[1], path)
        _BY_PATH[path].show()(_visit.get())

    return opened


def _account(visit: Visit) -> dict[str, Any]:
    mine = workspaces(visit)
    here = next((each for each in mine if each.workspace_id == visit.actor.workspace_id), None)
    return {
        "guest": visit.is_guest,
        "workspace": visit.actor.workspace_id,
        "role": str(here.role) if here else "",
        "workspaces": [{"id": each.workspace_id, "name": each.name} for each in mine],
        "languages": [{"id": code, "name": name} for code, name in LANGUAGES.items()],
        "language": language(),
        "texts": {
            "workspace": _("Workspace"),
            "language": _("Language"),
            "out": _("End guest visit") if visit.is_guest else _("Sign out"),
            "in": _("Sign in"),
            "guest": _("You are here without an account. What you do ends with this visit."),
        },
        "operator": visit.may(Action.VIEW_INSTALLATION),
    }
