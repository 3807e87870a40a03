"""Elements of our own: a little HTML and script beside this file, mounted as a component of Streamlit.

NAME.js (+ NAME.css)  ->  element(NAME)  ->  mount(key, data)  ->  what the person did, as JSON values

The scripts set text as text (`textContent`) and never make markup of data (tests/ui/test_components.py).
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

_FOLDER: Final = Path(__file__).parent
_COMMON: Final = (_FOLDER / "common.js").read_text("utf-8")
_STYLE: Final = (_FOLDER / "common.css").read_text("utf-8")
_LOOK: Final = f"const LOOK = {json.dumps((_FOLDER / 'look.css').read_text('utf-8'))};\n"
"""Rules for Streamlit's own elements, which its theme can't say; the shell puts them into the page, once."""
_ENTRY: Final = "\nexport default (component) => shown({ ...component, data: component.data[0] });\n"


@cache
def element(name: str) -> Callable[..., Any]:
    """A component of Streamlit from the files of this folder."""
    style = _FOLDER / f"{name}.css"
    script = (_FOLDER / f"{name}.js").read_text("utf-8").replace("export default function", "const shown = function")
    return st.components.v2.component(
        f"rcp_{name}",
        html='<div class="root"></div>',
        css=_STYLE + (style.read_text("utf-8") if style.exists() else ""),
        js=_COMMON + (_LOOK if name == "shell" else "") + script + _ENTRY,
    )


def mount(name: str, key: str, data: Mapping[str, Any]) -> dict[str, Any] | None:
    """Show an element; gives what the person did since the last run, once: `{"do": …, …}`.

    The data stands in a list, as Streamlit looks whether each value of a mapping is a table, which takes longer than
    all the rest.
    """
    return _done(element(name)(key=key, data=[data], on_did_change=_nothing))


def show_still(name: str, data: Mapping[str, Any]) -> None:
    """Show an element that tells nothing back. Without a key it costs the fields of the page nothing."""
    element(name)(data=[data])


def did(key: str) -> dict[str, Any] | None:
    """What the person did with an element since the last run; known before the element is shown again."""
    return _done(st.session_state.get(key))


def _done(state: Any) -> dict[str, Any] | None:  # noqa: ANN401 - as Streamlit has it
    """Asked of `dict`, as it is an instance of a class made just now, which `Mapping` would take long to judge."""
    done = state.get("did") if isinstance(state, dict) else None
    return dict(done) if isinstance(done, dict) else None


def _nothing() -> None:
    """Streamlit sends what was done only when something listens."""
