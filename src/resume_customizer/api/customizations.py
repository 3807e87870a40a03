"""Customizations of stored resumes, and the plans that they are made by."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Query, Response
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Identifier, In, Listed, Name, Out, Text
from resume_customizer.api.files import DOCX, Wanted, answers_with, file_answer
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.shapes import As, CertificateShape, PlanShape, VerificationShape
from resume_customizer.api.shapes_of_the_desk import ProvenanceShape
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.services.library.customizations import Order

_VIEW, _MAKE = Action.VIEW_RECORDS, Action.CUSTOMIZE
_MOST = 5_000_000
_CONFLICT = (HTTPStatus.CONFLICT,)
_IDS = Annotated[str, Query(max_length=36)]
_PAGE: dict[int | str, dict[str, Any]] = {200: {"content": {"text/html": {"schema": {"type": "string"}}}}}
_FRAME = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"


class Wish(In):
    """What is wanted of one version of a resume."""

    version_id: Identifier
    points: Annotated[str, Text("points")] = Field("", examples=["Kafka\n• Designed an event backbone."])
    bank_ids: Annotated[list[Identifier], Field(max_length=20)] = Field(
        default_factory=list, description="Banks whose approved points are taken, when there is no text."
    )
    technologies: Annotated[list[Annotated[str, Text("technology")]], Field(max_length=200)] = Field(
        default_factory=list, description="Only the points of these technologies; empty for all."
    )
    posting: Annotated[str, Text("posting")] = ""
    requirement_id: Annotated[str, Field(max_length=36)] = ""
    rules: dict[str, Any] | None = Field(None, examples=[{"strategy": "best", "experiences": 2}])
    plan: dict[str, Any] | None = Field(None, description="A plan made before, perhaps edited.")

    def order(self, name: str = "") -> Order:
        """As the service takes it."""
        return Order(
            self.version_id,
            points=self.points,
            bank_ids=tuple(self.bank_ids),
            technologies=tuple(self.technologies),
            posting=self.posting,
            requirement_id=self.requirement_id,
            rules=self.rules,
            plan=self.plan,
            name=name,
        )


class NamedWish(Wish):
    """The same, and what the result is called."""

    name: Annotated[str, Text("title")] = Field("", description="Usual: the resume's name.")


class NewName(In):
    """Another name."""

    name: Name


class Customization(Out):
    """What was made."""

    id: str
    name: str
    resume_id: str
    resume_version_id: str
    requirement_id: str | None
    batch_id: str | None
    made_by: str | None
    status: str
    placed: int
    unplaced: int
    coverage_before: int = Field(description="How many needs of the posting are shown, in tenths of a percent.")
    coverage_after: int
    output_digest: str = Field(description="SHA-256 of the file.")
    technologies: str
    created_at: datetime
    version: int


class Details(Out):
    """A customization with its plan, and where each point comes from."""

    customization: Customization
    plan: Annotated[dict[str, Any], As(PlanShape)]
    provenance: Annotated[dict[str, Any], As(ProvenanceShape)]


def customization_routes(entrance: Entrance) -> tuple[Routes, Routes]:
    """The operations."""
    return _plans(entrance), _customizations(entrance)


def _plans(entrance: Entrance) -> Routes:
    customizations, routes = entrance.desk.customizations, Routes("plans", "/plans")

    @routes.post(
        "",
        _MAKE,
        "Where each point would go in a stored resume, and why",
        most=_MOST,
        errors=_CONFLICT,
        shows=PlanShape,
    )
    def plan(actor: Who, wish: Wish) -> dict[str, Any]:
        """A plan that can be edited and handed in with a customization. Nothing is kept."""
        return customizations.plan(actor, wish.order())

    return routes


def _customizations(entrance: Entrance) -> Routes:
    customizations, routes = entrance.desk.customizations, Routes("customizations", "/customizations")

    @routes.get("", _VIEW, "What was made, the newest first")
    def list_customizations(
        actor: Who,
        paging: Pages,
        q: Annotated[str, Text("search"), Query(description="Words of name or technologies.")] = "",
        resume_id: _IDS = "",
        requirement_id: _IDS = "",
        batch_id: _IDS = "",
    ) -> Listed[Customization]:
        """By one of resume, requirement and batch."""
        if q:
            found = customizations.search_customizations(actor, q, paging.after, paging.limit)
        else:
            named = (resume_id, requirement_id, batch_id)
            found = customizations.list_customizations(actor, *named, paging.after, paging.limit)
        return listed(Customization, found.records, found.next)

    @routes.post("", _MAKE, "Customize a stored resume, and keep the result", once=True, most=_MOST)
    def make(actor: Who, wish: NamedWish) -> Customization:
        """Counted in the workspace's tier. File, certificate, plan and where each point came from are kept."""
        return Customization.of(customizations.make(actor, wish.order(wish.name)))

    @routes.get("/{customization_id}", _VIEW, "One, with its plan")
    def show(actor: Who, customization_id: str) -> Details:
        found = customizations.show_customization(actor, customization_id)
        made = Customization.of(found.customization)
        return Details(customization=made, plan=dict(found.plan), provenance=dict(found.provenance))

    @routes.patch("/{customization_id}", Action.CHANGE_RECORDS, "Rename it", errors=CHANGED)
    def rename(actor: Who, customization_id: str, seen: Seen, new: NewName) -> Customization:
        return Customization.of(customizations.rename(actor, customization_id, new.name, seen))

    @routes.delete("/{customization_id}", Action.DELETE_RECORDS, "Remove it with its files", errors=CHANGED)
    def remove(actor: Who, customization_id: str) -> None:
        """Not while a submission names it."""
        customizations.remove(actor, customization_id)

    _add_files(entrance, routes)
    return routes


def _add_files(entrance: Entrance, routes: Routes) -> None:
    customizations = entrance.desk.customizations

    @routes.get("/{customization_id}/file", _VIEW, "The customized file", responses=answers_with(DOCX))
    def read_file(actor: Who, customization_id: str, wanted: Wanted) -> Response:
        found = customizations.read_document(actor, customization_id)
        return file_answer(found.content, found.name, DOCX, found.digest, wanted)

    @routes.get("/{customization_id}/original", _VIEW, "The file that it was made from", responses=answers_with(DOCX))
    def read_original(actor: Who, customization_id: str, wanted: Wanted) -> Response:
        found = customizations.read_original(actor, customization_id)
        return file_answer(found.content, found.name, DOCX, found.digest, wanted)

    @routes.get(
        "/{customization_id}/certificate",
        _VIEW,
        "Its certificate",
        responses=answers_with("application/json", CertificateShape),
    )
    def read_certificate(actor: Who, customization_id: str, wanted: Wanted) -> Response:
        found = customizations.read_certificate(actor, customization_id)
        return file_answer(found.content, found.name, "application/json", found.digest, wanted)

    @routes.get(
        "/{customization_id}/tracked", _VIEW, "The same as tracked changes in a name", responses=answers_with(DOCX)
    )
    def read_tracked(actor: Who, customization_id: str, wanted: Wanted, author: Name) -> Response:
        found = customizations.read_tracked(actor, customization_id, author)
        return file_answer(found.content, found.name, DOCX, found.digest, wanted)

    @routes.get("/{customization_id}/preview", _VIEW, "The document as a page, new points marked", responses=_PAGE)
    def preview(actor: Who, customization_id: str) -> Response:
        """Runs no scripts and fetches nothing."""
        headers = {"Content-Security-Policy": _FRAME}
        page = customizations.preview(actor, customization_id)
        return Response(page, headers=headers, media_type="text/html; charset=utf-8")

    @routes.get(
        "/{customization_id}/verification",
        _VIEW,
        "Is it the original plus whole new paragraphs?",
        shows=VerificationShape,
    )
    def verify(actor: Who, customization_id: str) -> dict[str, Any]:
        return customizations.verify(actor, customization_id)
