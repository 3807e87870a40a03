"""Figures of the desk, as JSON and as files."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import Query, Response

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Moment
from resume_customizer.api.files import saved_as
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes_of_the_desk import FigureFileShape, FigureShape
from resume_customizer.core.permissions import Action
from resume_customizer.services.staffing.analytics import Figure

_FILES: dict[int | str, dict[str, Any]] = {
    200: {"model": FigureFileShape, "content": {"text/csv": {"schema": {"type": "string"}}}}
}


def analytics_routes(entrance: Entrance) -> Routes:
    """The operations."""
    analytics, routes = entrance.desk.analytics, Routes("analytics", "/analytics")

    @routes.get("", Action.VIEW_RECORDS, "The figures that there are")
    def list_figures(actor: Who) -> dict[str, str]:
        return analytics.list_figures(actor)

    @routes.post("/refresh", Action.VIEW_RECORDS, "Compute anew what figures are made of", status=204)
    def refresh(actor: Who) -> None:
        """Where PostgreSQL keeps it; elsewhere figures are always as new as the records."""
        analytics.refresh(actor)

    @routes.get("/{figure}", Action.VIEW_RECORDS, "One figure", shows=FigureShape)
    def show_figure(
        actor: Who, figure: str, since: Moment | None = None, until: Moment | None = None
    ) -> dict[str, Any]:
        """Shares come with their 95 % interval; of fewer than thirty there is none."""
        return figure_to_json(analytics.show_figure(actor, figure, since, until))

    @routes.get("/{figure}/file", Action.EXPORT_RECORDS, "One figure as CSV or JSON", responses=_FILES)
    def export_figure(
        actor: Who,
        figure: str,
        form: Annotated[str, Query(pattern="^(csv|json)$")] = "csv",
        since: Moment | None = None,
        until: Moment | None = None,
    ) -> Response:
        text = analytics.export_figure(actor, figure, form, since, until)
        media = "text/csv; charset=utf-8" if form == "csv" else "application/json"
        return Response(text, headers={"Content-Disposition": saved_as(f"{figure}.{form}")}, media_type=media)

    return routes


def figure_to_json(figure: Figure) -> dict[str, Any]:
    """A figure for programs."""
    return {
        "figure": figure.name,
        "title": figure.title,
        "columns": list(figure.columns),
        "rows": [dict(row) for row in figure.rows],
        "since": _text(figure.since),
        "until": _text(figure.until),
    }


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
