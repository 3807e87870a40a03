"""Figures: what comes of requirements, where time goes, who answers, what is asked for, what works.

Visit  ->  one figure as a chart and a table  ->  CSV, JSON
"""

import re
from datetime import UTC, datetime, time
from typing import Any, Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.services.staffing.analytics import Figure
from resume_customizer.ui.components.bars import show_bars
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header
from resume_customizer.ui.components.pickers import pick_day
from resume_customizer.ui.components.table import Column, Page, show_table
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

_BARS = {
    "funnel": (("stage",), "requirements"),
    "times": (("status",), "median_hours"),
    "response": (("by", "name"), "answered"),
    "demand": (("technology", "month"), "requirements"),
    "points": (("point",), "submissions"),
    "members": (("member",), "submissions"),
}
"""What a bar is called, and what is measured."""
_MOST = 100
_TITLES = {
    "stage": marked("Stage"),
    "requirements": marked("Requirements"),
    "status": marked("Status"),
    "ended": marked("Ended"),
    "still_there": marked("Still there"),
    "median_hours": marked("Hours, half of them"),
    "most_of_them_within_hours": marked("Hours, nine of ten"),
    "by": marked("By"),
    "name": marked("Name"),
    "submissions": marked("Submissions"),
    "answered": marked("Answered"),
    "talks": marked("Interviews"),
    "sentence": marked("What can be said"),
    "month": marked("Month"),
    "technology": marked("Technology"),
    "point": marked("Point"),
    "member": marked("Member"),
    "tier": marked("Tier"),
    "customizations": marked("Customizations"),
}
_TOO_FEW: Final = re.compile(r"(\d+) of (\d+): too few to say anything; (\d+) are needed")
_SHARE: Final = re.compile(r"(\d+%) \((\d+) of (\d+); 95 % interval (\d+%) to (\d+%)\)")
_NUMBERS = frozenset(
    "requirements submissions answered talks ended still_there median_hours most_of_them_within_hours "
    "customizations".split()
)


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Figures"), _("A share comes with its interval; of fewer than thirty nothing is claimed."))
    figures = visit.desk.analytics.list_figures(visit.actor)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(_("Figure"), list(figures), format_func=lambda each: _(figures[each]))
        since = pick_day(_("From"))
        until = pick_day(_("Until"))
        if st.button(_("Refresh"), icon=":material/refresh:"):
            visit.desk.analytics.refresh(visit.actor)
    begin = datetime.combine(since, time.min, UTC) if since else None
    end = datetime.combine(until, time.max, UTC) if until else None
    with telling():
        figure = visit.desk.analytics.show_figure(visit.actor, chosen, begin, end)
        rows = _named(visit, figure)
        if not any(row.get(name) for row in rows for name in _NUMBERS):
            text = _("Figures come from what happens to requirements and submissions; the button reads what is new.")
            empty_state(_("There is nothing to show yet"), text, icon="monitoring")
            return
        _bars(figure, rows)
        _table(figure, rows)
        if visit.may(Action.EXPORT_RECORDS):
            _saving(visit, figure)


def _named(visit: Visit, figure: Figure) -> list[dict[str, Any]]:
    """The rows, members by their names."""
    if "user_id" not in figure.columns:
        return [dict(row) for row in figure.rows]
    names = {each.user_id: each.name for each in visit.desk.workspaces.list_members(visit.actor)}
    gone = _("somebody who has left")
    return [{"member": names.get(row["user_id"], gone), **row} for row in figure.rows]


def _bars(figure: Figure, every: list[dict[str, Any]]) -> None:
    named, measured = _BARS[figure.name]
    rows = [row for row in every if row[measured]]
    if not rows:
        return
    bars = [(", ".join(_(str(row[name])) for name in named), float(row[measured])) for row in rows]
    show_bars(f"figure-{figure.name}", _(figure.title), bars)


def _table(figure: Figure, every: list[dict[str, Any]]) -> None:
    head = ("member",) if "user_id" in figure.columns else ()
    hidden = {"low", "high", "share", "user_id", "point_id"}
    names = [name for name in (*head, *figure.columns) if name not in hidden]
    columns = [
        Column(name, _(_TITLES[name]), is_number=name in _NUMBERS, is_word=name in {"stage", "status"})
        for name in names
    ]
    told = [row | {"sentence": _told(row["sentence"])} if "sentence" in row else row for row in every[:_MOST]]
    rows = [{"id": str(number), **{name: row[name] for name in names}} for number, row in enumerate(told)]
    show_table(f"figures-{figure.name}", columns, Page(rows))


def _told(sentence: str) -> str:
    """What can be said of a share (core/figures.py), in the language of who reads it."""
    if few := _TOO_FEW.fullmatch(sentence):
        count, of, fewest = few.groups()
        return _("{count} of {of}: too few to say anything; {fewest} are needed", count=count, of=of, fewest=fewest)
    if found := _SHARE.fullmatch(sentence):
        share, count, of, low, high = found.groups()
        told = _("{share} ({count} of {of}; 95 % interval {low} to {high})")
        return told.format(share=share, count=count, of=of, low=low, high=high)
    return sentence


def _saving(visit: Visit, figure: Figure) -> None:
    with st.container(horizontal=True):
        for form, mime in (("csv", "text/csv"), ("json", "application/json")):
            st.download_button(
                form.upper(),
                data=lambda form=form: visit.desk.analytics.export_figure(
                    visit.actor, figure.name, form, figure.since, figure.until
                ),
                file_name=f"{figure.name}.{form}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
            )
