"""How a screen begins, and what it shows when there is nothing yet.

page_header(title, lead) · empty_state(title, text, …) · two_lines(title, text) · plain(text)
"""

import re
from html import escape
from typing import Final

import streamlit as st

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!~$|<>:&])")


def plain(text: str) -> str:
    """What people typed, so that Markdown shows it as it is, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def page_header(title: str, lead: str = "") -> None:
    """The screen's name and one line of what it is for."""
    st.title(title, anchor=False)
    if lead:
        st.caption(lead)


def empty_state(title: str, text: str, *, icon: str = "inbox") -> None:
    """Nothing is here yet: why, and what to do; buttons follow."""
    with st.container(border=True):
        st.markdown(f"#### :material/{icon}: {title}")
        st.markdown(text)


def two_lines(title: str, text: str, mark: str = "") -> None:
    """Something by its name, with what is known of it below; all of it may be what people typed."""
    marked = f' <span class="rcp-mark">{escape(mark)}</span>' if mark else ""
    st.html(f'<div class="rcp-two"><b>{escape(title)}</b>{marked}<br><span>{escape(text)}</span></div>')
