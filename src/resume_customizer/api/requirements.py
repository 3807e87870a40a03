"""Requirements: proposed from a posting, made, listed, searched, on a board, changed."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Query
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Identifier, In, Listed, Number, Text
from resume_customizer.api.openings import Board, Column, Likeness, One, Opening, one, openings, page_of
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.shapes_of_the_desk import ProposalShape
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.core.staffing.requirements import Status
from resume_customizer.services.staffing.requirements import MOST_AT_ONCE, ORDERS, Wanted

_VIEW, _CHANGE = Action.VIEW_RECORDS, Action.CHANGE_RECORDS
_CONFLICT = (HTTPStatus.CONFLICT,)
Title = Annotated[str, Text("title")]
Technologies = Annotated[list[Annotated[str, Text("label")]], Field(max_length=200)]
When = Annotated[str, Field(max_length=40, examples=["2026-12-01T15:00:00Z", "2026-12-01"])]
Filter = Annotated[str, Query(max_length=200)]


class RequirementFields(In):
    """What is known of an opening; what is not sent stays as it is."""

    title: Title = Field("", examples=["Senior Java Developer"])
    client: Title = ""
    end_client: Title = Field("", examples=["Harbor National Bank"])
    implementation_partner: Title = ""
    prime_vendor: Title = ""
    vendor_company: Title = ""
    vendor_person: Title = ""
    vendor_phone: Annotated[str, Text("phone")] = ""
    vendor_email: Title = ""
    rate: Title = Field("", description="Instead of the next three.", examples=["95.50 USD per hour"])
    rate_cents: Annotated[int, Number("integer")] | None = None
    rate_currency: Annotated[str, Field(max_length=3)] = "USD"
    rate_per: Annotated[str, Field(max_length=10)] = "hour"
    tax_term: Annotated[str, Field(max_length=10)] = Field("", description="C2C, W2, 1099 or full-time.")
    location: Annotated[str, Text("place")] = ""
    work_mode: Annotated[str, Field(max_length=10)] = Field("", description="remote, hybrid or on-site.")
    duration: Title = ""
    posting: Annotated[str, Text("posting")] = ""
    posting_link: Annotated[str, Text("link")] = ""
    source: Title = ""
    technologies: Technologies = Field(default_factory=list)
    primary_technology: Annotated[str, Text("label")] = ""
    must_have: Technologies = Field(default_factory=list)
    nice_to_have: Technologies = Field(default_factory=list)
    years: Annotated[int, Number("years")] | None = None
    priority: Annotated[int, Number("score")] = Field(0, description="0 to 9.")
    deadline: When | None = None
    next_step: Annotated[str, Text("note")] = ""
    next_step_due: When | None = None

    def sent(self) -> dict[str, Any]:
        """What was sent, and nothing else."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class Posting(In):
    """A posting, or a vendor's whole e-mail."""

    text: Annotated[str, Text("posting")]


class Move(In):
    """Another status."""

    status: Status


class ManyChanges(In):
    """The same change of many requirements."""

    ids: Annotated[list[Identifier], Field(min_length=1, max_length=MOST_AT_ONCE)]
    changes: RequirementFields = Field(default_factory=RequirementFields)
    status: Status | None = Field(None, examples=[Status.WORKING])


def requirement_routes(entrance: Entrance) -> Routes:
    """The operations."""
    requirements, routes = entrance.desk.requirements, Routes("requirements", "/requirements")

    @routes.get("", _VIEW, "Requirements, chosen, sorted or searched")
    def list_requirements(
        actor: Who,
        paging: Pages,
        q: Annotated[str, Text("search"), Query(description="Words of title, client, vendor or posting.")] = "",
        status: Filter = "",
        client: Filter = "",
        vendor_company: Filter = "",
        source: Filter = "",
        technology: Filter = "",
        order: Annotated[str, Query(description=f"One of {', '.join(ORDERS)}.", max_length=20)] = "-id",
    ) -> Listed[Opening]:
        """Without posting and analysis."""
        if q:
            page = requirements.search_requirements(actor, q, paging.after, paging.limit)
        else:
            wanted = Wanted(
                status=status,
                client=client,
                vendor_company=vendor_company,
                source=source,
                primary_technology=technology,
                order=order,
            )
            page = requirements.list_requirements(actor, wanted, paging.after, paging.limit)
        return page_of(page.records, page.next)

    @routes.post("", _CHANGE, "Make a requirement", once=True)
    def create(actor: Who, new: RequirementFields) -> One:
        return one(requirements.create(actor, new.sent()))

    @routes.post(
        "/proposals",
        _VIEW,
        "Fields that a posting or a vendor's e-mail says, with the lines that say so",
        shows=ProposalShape,
    )
    def propose(actor: Who, posting: Posting) -> dict[str, Any]:
        """Nothing is kept; `duplicates` are requirements that seem to be the same opening."""
        found = requirements.propose(actor, posting.text)
        return {
            "fields": {
                each.field: {"value": each.value, "evidence": [place._asdict() for place in each.evidence]}
                for each in found.fields
            },
            "analysis": found.analysis,
            "duplicates": [Likeness.of(each).model_dump() for each in found.duplicates],
            "posting": found.posting,
        }

    @routes.get("/board", _VIEW, "Every status with its count and its first requirements")
    def board(actor: Who, limit: Annotated[int, Query(ge=1, le=100)] = 20) -> Board:
        columns = requirements.board(actor, limit)
        shown = [Column(status=each.status, count=each.count, items=openings(each.requirements)) for each in columns]
        return Board(columns=shown)

    @routes.get("/mine", _VIEW, "The requirements that one is assigned to, those that are due first first")
    def list_mine(actor: Who) -> Listed[Opening]:
        return page_of(requirements.list_mine(actor))

    @routes.post("/changes", _CHANGE, "Change many requirements, all or none", errors=_CONFLICT)
    def edit_many(actor: Who, wanted: ManyChanges) -> dict[str, int]:
        done = requirements.edit_many(actor, tuple(wanted.ids), wanted.changes.sent(), wanted.status or "")
        return {"changed": done.count}

    @routes.get("/{requirement_id}", _VIEW, "One requirement")
    def show(actor: Who, requirement_id: str) -> One:
        return one(requirements.show(actor, requirement_id))

    @routes.patch("/{requirement_id}", _CHANGE, "Change fields of a requirement", errors=CHANGED)
    def edit(actor: Who, requirement_id: str, seen: Seen, changes: RequirementFields) -> One:
        return one(requirements.edit(actor, requirement_id, changes.sent(), seen or None))

    @routes.put("/{requirement_id}/status", _CHANGE, "Move a requirement to another status", errors=CHANGED)
    def move(actor: Who, requirement_id: str, seen: Seen, wanted: Move) -> One:
        """409 `not-following` names the statuses that may follow."""
        return one(requirements.move(actor, requirement_id, wanted.status, seen or None))

    @routes.delete("/{requirement_id}", Action.DELETE_RECORDS, "Remove a requirement", errors=_CONFLICT)
    def remove(actor: Who, requirement_id: str) -> None:
        """409 once something was made or sent for it."""
        requirements.remove(actor, requirement_id)

    @routes.get("/{requirement_id}/duplicates", _VIEW, "Requirements that seem to be the same opening")
    def find_duplicates(actor: Who, requirement_id: str) -> Listed[Likeness]:
        return listed(Likeness, requirements.find_duplicates(actor, requirement_id))

    return routes
