"""A table of any length: the server gives a page of it, the person sorts, searches and turns pages.

Column, rows of this page  ->  show_table()  ->  Asked: which page, sorting, search; the row that was opened

Promises (tests in tests/ui/test_components.py):

* A page holds no more than its rows, however many there are in all.
* What cells hold is shown as text; moments by the person's clock.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import streamlit as st

from resume_customizer.ui.components.element import did, mount
from resume_customizer.ui.moments import shown
from resume_customizer.ui.texts import _, worded

PAGE: Final = 25
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `sort` names the order that the service knows, empty for none."""

    name: str
    title: str
    sort: str = ""
    is_number: bool = False
    is_word: bool = False
    """One of a few words of the core: said in the reader's language, with a capital."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of many; each has an `id`."""

    rows: Sequence[Mapping[str, object]]
    following: str = ""
    """Where the next page begins, as the service names it; empty for the last one."""
    total: int | None = None
    """How many there are in all, where that is known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person asked of a table so far."""

    search: str = ""
    sort: str = ""
    """A name, with `-` before it for the other way round."""
    after: tuple[str, ...] = ()
    """Where each page behind the first begins, as the service names it; the last is the one that is shown."""

    @property
    def cursor(self) -> str:
        """Where the page begins; empty for the first."""
        return self.after[-1] if self.after else ""


def asked_of(key: str, sort: str = "") -> Asked:
    """What is to be read for this table now; ask before the rows are read."""
    asked = st.session_state.get(f"{key}-asked") or Asked(sort=sort)
    changed = _changed(asked, did(key) or {}, st.session_state.get(f"{key}-following", ""))
    if changed != asked:
        st.session_state[f"{key}-asked"] = changed
    return changed


def begin_again(key: str, sort: str = "") -> None:
    """The first page, because something else is listed now; sorted otherwise when that is said."""
    asked = st.session_state.get(f"{key}-asked") or Asked()
    st.session_state[f"{key}-asked"] = Asked(asked.search, sort or asked.sort)


def picked_of(key: str) -> tuple[str, ...]:
    """The rows that are ticked, on whatever page they stand; ask before the table is shown."""
    picked: list[str] = st.session_state.setdefault(f"{key}-picked", [])
    done = did(key) or {}
    named = done.get("ids")
    if done.get("do") == "pick" and isinstance(named, list):
        ids = [str(each) for each in named[:PAGE]]
        rest = [each for each in picked if each not in ids]
        st.session_state[f"{key}-picked"] = picked = [*rest, *ids] if done.get("on") else rest
    return tuple(picked)


def forget_picks(key: str) -> None:
    """No row is ticked any more."""
    st.session_state.pop(f"{key}-picked", None)


def show_table(
    key: str, columns: Sequence[Column], page: Page, *, search: str = "", opens: bool = False, picks: bool = False
) -> str:
    """Show one page. Gives the id of the row that was opened, else nothing.

    `search` is what the search field is called, empty for none; with `picks` rows can be ticked, see `picked_of`.
    """
    asked = st.session_state.get(f"{key}-asked") or Asked()
    st.session_state[f"{key}-following"] = page.following
    words = {each.name for each in columns if each.is_word}
    done = mount(
        "table",
        key,
        {
            "columns": [[each.name, each.title, each.sort, each.is_number] for each in columns],
            "rows": [{name: _cell(value, name in words) for name, value in row.items()} for row in page.rows],
            "sort": asked.sort,
            "search": asked.search,
            "page": len(asked.after) + 1,
            "more": bool(page.following),
            "total": page.total,
            "searching": search,
            "opens": opens,
            "picked": list(st.session_state.get(f"{key}-picked", ())) if picks else None,
            "texts": _texts(),
        },
    )
    return str(done.get("id", "")) if done and done.get("do") == "open" else ""


def _changed(asked: Asked, done: Mapping[str, Any], following: str) -> Asked:
    what = done.get("do")
    if what == "sort":
        return Asked(asked.search, str(done.get("sort", ""))[:60])
    if what == "search":
        return Asked(str(done.get("search", ""))[:200], asked.sort)
    if what == "next" and following:
        return Asked(asked.search, asked.sort, (*asked.after, following))
    if what == "back":
        return Asked(asked.search, asked.sort, asked.after[:-1])
    return asked


def _cell(value: object, is_word: bool = False) -> object:
    if is_word and isinstance(value, str):
        return worded(value)
    if isinstance(value, datetime):
        return shown(value)
    return value if isinstance(value, int | float | str | bool) else "" if value is None else str(value)


def _texts() -> dict[str, str]:
    return {
        "next": _("Next page"),
        "back": _("Page before"),
        "page": _("Page"),
        "open": _("Open"),
        "none": _("Nothing is found."),
        "rows": _("in all"),
        "sorted": _("Sort by"),
        "pick": _("Tick"),
        "picks": _("Tick this page"),
    }
