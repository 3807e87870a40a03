"""The parts of a screen as tabs, or behind a button: what is not looked at is not run.

names and functions  ->  show_parts()  ->  the open one alone;  popover(), fold()  ->  what is in it, when it is open
"""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager

import streamlit as st

from resume_customizer.ui.components.faults import telling


def show_parts(key: str, parts: Mapping[str, Callable[[], None]]) -> None:
    """Tabs by their names; which one is open stands under `key` in the session."""
    for tab, part in zip(st.tabs(list(parts), key=key, on_change="rerun"), parts.values(), strict=True):
        if tab.open:
            with tab, telling():
                part()


@contextmanager
def popover(label: str, icon: str, key: str, *, is_wide: bool = True) -> Generator[bool]:
    """A button with something behind it; False while that is closed, and need not be made."""
    opener = st.popover(
        label, icon=f":material/{icon}:", width="stretch" if is_wide else "content", on_change="rerun", key=key
    )
    with opener:
        yield bool(opener.open)


@contextmanager
def fold(label: str, icon: str, key: str, *, is_open: bool = False) -> Generator[bool]:
    """A line that opens; False while it is closed, and what is in it need not be made."""
    folded = st.expander(label, icon=f":material/{icon}:", expanded=is_open, on_change="rerun", key=key)
    with folded:
        yield bool(folded.open)
