"""Work on a customization that is not finished; its owner's alone."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import In, Listed, Out, Text
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.shapes import As, PlanShape
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.services.library.drafts import Unfinished

_MAKE = Action.CUSTOMIZE
_MOST = 5_000_000


class DraftToKeep(In):
    """What is to be kept."""

    name: Annotated[str, Text("title")] = Field("", examples=["Harbor, Java"])
    version_id: Annotated[str, Field(max_length=36)] = ""
    requirement_id: Annotated[str, Field(max_length=36)] = ""
    points: Annotated[str, Text("points")] = ""
    posting: Annotated[str, Text("posting")] = ""
    plan: dict[str, Any] = Field(default_factory=dict)

    def work(self) -> Unfinished:
        """As the service takes it."""
        return Unfinished(self.name, self.version_id, self.requirement_id, self.points, self.posting, self.plan)


class DraftLine(Out):
    """A draft in a list."""

    id: str
    name: str
    resume_version_id: str | None
    requirement_id: str | None
    changed_at: datetime
    version: int


class Draft(DraftLine):
    """A draft with all that it holds."""

    points: str
    posting: str
    plan: Annotated[dict[str, Any], As(PlanShape)]


def draft_routes(entrance: Entrance) -> Routes:
    """The operations."""
    drafts, routes = entrance.desk.drafts, Routes("drafts", "/drafts")

    @routes.get("", _MAKE, "One's drafts, the one changed last first")
    def list_drafts(actor: Who, paging: Pages) -> Listed[DraftLine]:
        found = drafts.list_drafts(actor, paging.after, paging.limit)
        return listed(DraftLine, found.records, found.next)

    @routes.post("", _MAKE, "Keep a new draft", once=True, most=_MOST)
    def create(actor: Who, draft: DraftToKeep) -> Draft:
        return Draft.of(drafts.save(actor, draft.work()))

    @routes.get("/{draft_id}", _MAKE, "One draft")
    def show(actor: Who, draft_id: str) -> Draft:
        return Draft.of(drafts.show_draft(actor, draft_id))

    @routes.put("/{draft_id}", _MAKE, "Keep this instead of what the draft held", most=_MOST, errors=CHANGED)
    def save(actor: Who, draft_id: str, seen: Seen, draft: DraftToKeep) -> Draft:
        return Draft.of(drafts.save(actor, draft.work(), draft_id, seen))

    @routes.delete("/{draft_id}", _MAKE, "Forget a draft", errors=CHANGED)
    def remove(actor: Who, draft_id: str) -> None:
        drafts.remove_draft(actor, draft_id)

    return routes
