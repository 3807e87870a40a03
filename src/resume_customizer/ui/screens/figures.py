"""Figures: what comes of requirements, where time goes, who answers, what is asked for, what works.

Visit  ->  one figure as a chart and a table  ->  CSV, JSON
"""

from datetime import UTC, datetime, time

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.services.analytics import Figure
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

_CHARTS = {
    "funnel": ("stage", "requirements", None),
    "times": ("status", "median_hours", None),
    "response": ("name", "submissions", "by"),
    "demand": ("month", "requirements", "technology"),
    "points": ("point", "submissions", None),
    "members": ("user_id", "submissions", None),
}
"""What stands along the chart, what is measured, and what is told apart by colour."""


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
        _chart(figure)
        st.dataframe([_row(row) for row in figure.rows], hide_index=True)
        if visit.may(Action.EXPORT_RECORDS):
            _saving(visit, figure)


def _chart(figure: Figure) -> None:
    along, measured, apart = _CHARTS[figure.name]
    rows = [dict(row) for row in figure.rows if row[measured] is not None][:60]
    if not rows:
        st.caption(_("There is nothing to show yet."))
    elif figure.name == "demand":
        st.line_chart(rows, x=along, y=measured, color=apart)
    else:
        st.bar_chart(rows, x=along, y=measured, color=apart, horizontal=True, sort=False)


def _row(row: object) -> dict[str, object]:
    values = dict(row) if isinstance(row, dict) else {}
    return {name: value for name, value in values.items() if name not in {"low", "high", "share"}}


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
