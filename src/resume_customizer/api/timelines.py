"""What happens around a requirement: its timeline with comments, who is on it, what was made and sent for it."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import In, Listed, Out, Text
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes_of_the_desk import LinksShape
from resume_customizer.core.permissions import Action
from resume_customizer.services.staffing.views_of_requirements import record_to_json

_VIEW, _CHANGE = Action.VIEW_RECORDS, Action.CHANGE_RECORDS


class Words(In):
    """What somebody says."""

    text: Annotated[str, Text("note")]


class NewAssignment(In):
    """A member or a consultant, one of both."""

    user_id: Annotated[str, Field(max_length=36)] = ""
    consultant_id: Annotated[str, Field(max_length=36)] = ""


class Comment(Out):
    """One entry of a timeline."""

    id: str
    requirement_id: str
    author_id: str | None
    text: str
    kind: str = Field(description="`comment`, or what happened: `status`, `submission`, `interview` …")
    created_at: datetime
    version: int


class Assigned(Out):
    """Somebody who is on a requirement."""

    assignment_id: str
    requirement_id: str
    user_id: str
    consultant_id: str
    name: str


def timeline_routes(entrance: Entrance) -> Routes:
    """The operations."""
    timelines, routes = entrance.desk.timelines, Routes("timelines")

    @routes.get("/requirements/{requirement_id}/timeline", _VIEW, "What was said and what happened, the newest first")
    def list_timeline(actor: Who, requirement_id: str, paging: Pages) -> Listed[Comment]:
        page = timelines.list_timeline(actor, requirement_id, paging.after, paging.limit)
        return listed(Comment, page.records, page.next)

    @routes.post("/requirements/{requirement_id}/timeline", _CHANGE, "Say something", once=True)
    def comment(actor: Who, requirement_id: str, words: Words) -> Comment:
        return Comment.of(timelines.comment(actor, requirement_id, words.text))

    @routes.patch("/comments/{comment_id}", _CHANGE, "Put one's own comment in other words")
    def change_comment(actor: Who, comment_id: str, words: Words) -> Comment:
        return Comment.of(timelines.change_comment(actor, comment_id, words.text))

    @routes.delete("/comments/{comment_id}", _CHANGE, "Take one's own comment back")
    def remove_comment(actor: Who, comment_id: str) -> None:
        timelines.remove_comment(actor, comment_id)

    @routes.get("/requirements/{requirement_id}/assignments", _VIEW, "Who is on a requirement")
    def list_assignments(actor: Who, requirement_id: str) -> Listed[Assigned]:
        return listed(Assigned, timelines.list_assignments(actor, requirement_id))

    @routes.post("/requirements/{requirement_id}/assignments", _CHANGE, "Put somebody on it", once=True)
    def assign(actor: Who, requirement_id: str, whom: NewAssignment) -> Assigned:
        return Assigned.of(timelines.assign(actor, requirement_id, whom.user_id, whom.consultant_id))

    @routes.delete("/assignments/{assignment_id}", _CHANGE, "Take somebody off a requirement")
    def unassign(actor: Who, assignment_id: str) -> None:
        timelines.unassign(actor, assignment_id)

    @routes.get(
        "/requirements/{requirement_id}/links",
        _VIEW,
        "What was made, sent and agreed for a requirement",
        shows=LinksShape,
    )
    def list_links(actor: Who, requirement_id: str) -> dict[str, Any]:
        """By kind: drafts, customizations, submissions, interviews, mails."""
        found = timelines.list_links(actor, requirement_id)
        hidden = frozenset({"workspace_id", "plan", "body", "experiences", "points", "posting"})
        return {kind: [record_to_json(each, hidden) for each in records] for kind, records in found.linked.items()}

    return routes
