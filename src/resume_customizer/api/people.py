"""Consultants, who fits what, and what a desk has agreed on."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Query, Response
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Flag, In, Listed, Number, Out, Text
from resume_customizer.api.files import saved_as
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.requirements import Technologies, Title
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.shapes import As
from resume_customizer.api.shapes_of_postings import MatchShape
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action

_VIEW, _CHANGE, _ADMIN = Action.VIEW_RECORDS, Action.CHANGE_RECORDS, Action.CHANGE_WORKSPACE
_FIT = Annotated[int, Query(ge=1, le=25)]


class ConsultantFields(In):
    """What is known of somebody; what is not sent stays as it is. E-mail, phone and address are kept sealed."""

    name: Title = Field("", examples=["Petra Vandersloot"])
    email: Annotated[str, Text("title")] = ""
    phone: Annotated[str, Text("phone")] = ""
    address: Annotated[str, Field(max_length=500)] = ""
    location: Annotated[str, Text("place")] = ""
    time_zone: Annotated[str, Field(max_length=64)] = Field("UTC", examples=["America/New_York"])
    work_authorization: Title = ""
    skills: Technologies = Field(default_factory=list)
    availability: Title = ""
    expected_rate_cents: Annotated[int, Number("integer")] | None = None
    expected_rate_currency: Annotated[str, Field(max_length=3)] = "USD"
    project_history: Annotated[str, Text("letter")] = ""
    status: Annotated[str, Text("label")] = "available"
    notes: Annotated[str, Text("letter")] = ""
    cohort: Title = ""
    target_roles: Technologies = Field(default_factory=list)
    progress: Annotated[str, Text("label")] = ""

    def sent(self) -> dict[str, Any]:
        """What was sent, and nothing else."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class Consultant(Out):
    """Somebody whose resumes are looked after; without contact."""

    id: str
    name: str
    location: str
    time_zone: str
    work_authorization: str
    skills: list[str]
    availability: str
    expected_rate_cents: int | None
    expected_rate_currency: str
    project_history: str
    status: str
    notes: str
    cohort: str
    target_roles: list[str]
    progress: str
    adviser_id: str | None
    created_at: datetime
    changed_at: datetime
    version: int


class Adviser(In):
    """Who is to look after somebody; empty: nobody."""

    user_id: Annotated[str, Field(max_length=36)] = ""


class CaseloadLine(Out):
    """The people of one cohort, and how far they have come."""

    name: str
    people: int
    by_progress: dict[str, int]


class Fit(Out):
    """One consultant for one requirement."""

    consultant_id: str
    consultant: str
    requirement_id: str
    title: str
    score: int | None
    shared: list[str]
    resume_id: str
    version_id: str
    match: Annotated[dict[str, Any], As(MatchShape)] = Field(description="As `match` says it: parts, evidence, gaps.")


class PolicyChange(In):
    """What to agree on; what is not sent stays."""

    is_career_service: Flag = False
    right_to_represent: Annotated[str, Field(max_length=20)] = "with-vendor"
    needs_proof: Flag = False
    needs_sign_off: Flag = False
    similarity_days: Annotated[int, Number("integer")] = 90


class Policy(Out):
    """What a desk has agreed on."""

    is_career_service: bool
    right_to_represent: str
    needs_proof: bool
    needs_sign_off: bool
    similarity_days: int


def people_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _consultants(entrance), _fitting(entrance), _policy(entrance)


def _consultants(entrance: Entrance) -> Routes:
    consultants, routes = entrance.desk.consultants, Routes("consultants")

    @routes.get("/consultants", _VIEW, "Consultants by name, or those that words find")
    def list_consultants(
        actor: Who,
        paging: Pages,
        q: Annotated[str, Text("search"), Query(description="Words of name, place, skills or roles.")] = "",
        status: Annotated[str, Query(max_length=60)] = "",
        cohort: Annotated[str, Query(max_length=200)] = "",
    ) -> Listed[Consultant]:
        """Without contact."""
        if q:
            page = consultants.search_consultants(actor, q, paging.after, paging.limit)
        else:
            page = consultants.list_consultants(actor, status, cohort, paging.after, paging.limit)
        return listed(Consultant, page.records, page.next)

    @routes.post("/consultants", _CHANGE, "Add a consultant", once=True)
    def create(actor: Who, person: ConsultantFields) -> Consultant:
        return Consultant.of(consultants.create(actor, person.sent()))

    @routes.get("/consultants/{consultant_id}", _VIEW, "One consultant")
    def show(actor: Who, consultant_id: str) -> Consultant:
        return Consultant.of(consultants.show(actor, consultant_id))

    @routes.get("/consultants/{consultant_id}/contact", _CHANGE, "E-mail, phone and address")
    def show_contact(actor: Who, consultant_id: str) -> dict[str, str]:
        return consultants.show_contact(actor, consultant_id)

    @routes.patch("/consultants/{consultant_id}", _CHANGE, "Change a consultant", errors=CHANGED)
    def edit(actor: Who, consultant_id: str, seen: Seen, person: ConsultantFields) -> Consultant:
        return Consultant.of(consultants.edit(actor, consultant_id, person.sent(), seen or None))

    @routes.delete(
        "/consultants/{consultant_id}", Action.DELETE_RECORDS, "Remove a consultant", errors=(HTTPStatus.CONFLICT,)
    )
    def remove(actor: Who, consultant_id: str) -> None:
        """409 once there are resumes of them, or something was sent."""
        consultants.remove(actor, consultant_id)

    @routes.put("/consultants/{consultant_id}/adviser", _ADMIN, "Assign somebody to an adviser")
    def set_adviser(actor: Who, consultant_id: str, adviser: Adviser) -> Consultant:
        return Consultant.of(consultants.set_adviser(actor, consultant_id, adviser.user_id))

    @routes.get("/caseload", _VIEW, "The people whom one looks after, by cohort, with their progress")
    def caseload(actor: Who) -> Listed[CaseloadLine]:
        return listed(CaseloadLine, consultants.caseload(actor))

    @routes.get("/cohort-export", Action.EXPORT_RECORDS, "One cohort as lines of JSON")
    def export_cohort(actor: Who, cohort: Annotated[str, Query(min_length=1, max_length=200)]) -> Response:
        text = "".join(f"{each}\n" for each in consultants.export_cohort(actor, cohort))
        headers = {"Content-Disposition": saved_as("cohort.jsonl")}
        return Response(text, headers=headers, media_type="application/x-ndjson")

    return routes


def _fitting(entrance: Entrance) -> Routes:
    fitting, routes = entrance.desk.fitting, Routes("fitting")

    @routes.get("/requirements/{requirement_id}/fits", _VIEW, "Who fits a requirement, with evidence")
    def find_consultants(actor: Who, requirement_id: str, limit: _FIT = 10) -> Listed[Fit]:
        return listed(Fit, fitting.find_consultants(actor, requirement_id, limit))

    @routes.get("/consultants/{consultant_id}/fits", _VIEW, "Which open requirements fit a consultant")
    def find_requirements(actor: Who, consultant_id: str, limit: _FIT = 10) -> Listed[Fit]:
        return listed(Fit, fitting.find_requirements(actor, consultant_id, limit))

    return routes


def _policy(entrance: Entrance) -> Routes:
    policies, routes = entrance.desk.desk_policies, Routes("desk policy", "/desk-policy")

    @routes.get("", _VIEW, "What the desk has agreed on")
    def show_policy(actor: Who) -> Policy:
        return Policy.of(policies.show_policy(actor))

    @routes.patch("", _ADMIN, "Agree on something else")
    def change_policy(actor: Who, wanted: PolicyChange) -> Policy:
        sent = {name: getattr(wanted, name) for name in wanted.model_fields_set}
        return Policy.of(policies.change_policy(actor, sent))

    return routes
