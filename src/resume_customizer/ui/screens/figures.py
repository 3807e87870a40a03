"""Figures: what comes of requirements, where time goes, who answers, what is asked for, what works.

Visit  ->  one figure as a chart and a table  ->  CSV, JSON
"""

from datetime import UTC, datetime, time

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.services.analytics import Figure
from resume_customizer.ui.components.bars import show_bars
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header
from resume_customizer.ui.components.table import Column, Page, show_table
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

_BARS = {
    "funnel": (("stage",), "requirements"),
    "times": (("status",), "median_hours"),
    "response": (("by", "name"), "answered"),
    "demand": (("technology", "month"), "requirements"),
    "points": (("point",), "submissions"),
    "members": (("user_id",), "submissions"),
}
"""What a bar is called, and what is measured."""
_MOST = 100
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
        since = st.date_input(_("From"), value=None)
        until = st.date_input(_("Until"), value=None)
        if st.button(_("Refresh"), icon=":material/refresh:"):
            visit.desk.analytics.refresh(visit.actor)
    begin = datetime.combine(since, time.min, UTC) if since else None
    end = datetime.combine(until, time.max, UTC) if until else None
    with telling():
        figure = visit.desk.analytics.show_figure(visit.actor, chosen, begin, end)
        _bars(figure)
        _table(figure)
        if visit.may(Action.EXPORT_RECORDS):
            _saving(visit, figure)


def _bars(figure: Figure) -> None:
    named, measured = _BARS[figure.name]
    rows = [row for row in figure.rows if row[measured]]
    if not rows:
        st.caption(_("There is nothing to show yet."))
        return
    bars = [(", ".join(str(row[name]) for name in named), float(row[measured])) for row in rows]
    show_bars(f"figure-{figure.name}", figure.title, bars)


def _table(figure: Figure) -> None:
    names = [name for name in figure.columns if name not in {"low", "high", "share", "user_id", "point_id"}]
    columns = [Column(name, _(name.replace("_", " ")), is_number=name in _NUMBERS) for name in names]
    rows = [{"id": str(number), **{name: row[name] for name in names}} for number, row in enumerate(figure.rows)]
    show_table(f"figures-{figure.name}", columns, Page(rows[:_MOST]))


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
