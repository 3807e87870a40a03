"""What is kept beside: views of lists, and changes that were accepted while the database was away and overtaken."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Flag, In, Listed, Name, Out
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.permissions import Action

_SEE, _CHANGE = Action.VIEW_RECORDS, Action.CHANGE_RECORDS
_Screen = Literal["requirements", "consultants", "submissions", "interviews", "mails", "resumes", "points", "jobs"]


class ViewToSave(In):
    """A choice of a list, under a name."""

    screen: _Screen
    name: Name = Field(examples=["My open ones"])
    choice: dict[str, Any] = Field(description="What is chosen, as the list's own parameters say it.")
    is_shared: Flag = Field(False, description="Everybody of the workspace has it.")


class View(Out):
    """A saved view."""

    id: str
    screen: str
    name: str
    choice: dict[str, Any]
    owner_id: str | None = Field(description="Whose it is; null: shared.")
    version: int


class KeptChange(Out):
    """A change that was accepted and not made, because somebody else's was quicker."""

    change_id: str
    of_kind: str = Field(examples=["resumes"])
    of_id: str
    reason: str
    wanted: dict[str, Any] = Field(description="What was to be written; empty: it was to be removed.")
    accepted_at: datetime


def kept_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _views(entrance), _changes(entrance)


def _views(entrance: Entrance) -> Routes:
    saved_views, routes = entrance.desk.saved_views, Routes("views", "/saved-views")

    @routes.get("", _SEE, "One's own and the shared views of a list, by name")
    def list_views(actor: Who, screen: Annotated[_Screen, Query()], paging: Pages) -> Listed[View]:
        return cut(View, saved_views.list_views(actor, screen), paging, lambda each: each.id)

    @routes.post("", _SEE, "Keep a choice under a name; the same name again replaces it", once=True)
    def save(actor: Who, wanted: ViewToSave) -> View:
        """A shared one takes the permission to change records."""
        return View.of(saved_views.save(actor, wanted.screen, wanted.name, wanted.choice, is_shared=wanted.is_shared))

    @routes.delete("/{view_id}", _SEE, "Forget a view")
    def remove_view(actor: Who, view_id: str) -> None:
        """A shared one takes the permission to change records."""
        saved_views.remove_view(actor, view_id)

    return routes


def _changes(entrance: Entrance) -> Routes:
    kept_changes, routes = entrance.desk.kept_changes, Routes("kept-changes", "/kept-changes")

    @routes.get("", _SEE, "Changes that were accepted and not made, the oldest first")
    def list_open(actor: Who, paging: Pages) -> Listed[KeptChange]:
        """While the database was away they were kept; when it was back, somebody else had been quicker."""
        return cut(KeptChange, kept_changes.list_open(actor), paging, lambda each: each.change_id)

    @routes.post("/{change_id}/settle", _CHANGE, "Say that such a change was looked at")
    def settle(actor: Who, change_id: str) -> None:
        """It is not listed any more; nothing is removed."""
        kept_changes.settle(actor, change_id)

    return routes
