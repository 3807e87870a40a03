"""Elements of our own: a little HTML and script beside this file, mounted as a component of Streamlit.

NAME.js (+ NAME.css)  ->  element(NAME)  ->  mount(key, data)  ->  what the person did, as JSON values

The scripts set text as text (`textContent`) and never make markup of data (tests/ui/test_components.py).
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

_FOLDER: Final = Path(__file__).parent
_COMMON: Final = (_FOLDER / "common.js").read_text("utf-8")
_STYLE: Final = (_FOLDER / "common.css").read_text("utf-8")


@cache
def element(name: str) -> Callable[..., Any]:
    """A component of Streamlit from the files of this folder."""
    style = _FOLDER / f"{name}.css"
    return st.components.v2.component(
        f"rcp_{name}",
        html='<div class="root"></div>',
        css=_STYLE + (style.read_text("utf-8") if style.exists() else ""),
        js=_COMMON + (_FOLDER / f"{name}.js").read_text("utf-8"),
    )


def mount(name: str, key: str, data: dict[str, Any]) -> dict[str, Any] | None:
    """Show an element; gives what the person did since the last run, once: `{"do": …, …}`."""
    element(name)(key=key, data=data, on_did_change=_nothing)
    return did(key)


def did(key: str) -> dict[str, Any] | None:
    """What the person did with an element since the last run; known before the element is shown again."""
    state = st.session_state.get(key)
    done = state.get("did") if isinstance(state, Mapping) else None
    return dict(done) if isinstance(done, Mapping) else None


def _nothing() -> None:
    """Streamlit sends what was done only when something listens."""
