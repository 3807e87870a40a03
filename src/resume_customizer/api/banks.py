"""Point banks and their points."""

from datetime import datetime
from typing import Annotated

from fastapi import Query
from fastapi.responses import PlainTextResponse, Response
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Identifier, In, Listed, Name, Out, Text
from resume_customizer.api.files import saved_as
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.banks import Approval

_VIEW, _CHANGE = Action.VIEW_RECORDS, Action.CHANGE_RECORDS
_MOST_TEXT = 5_000_000
_TEXT = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}
_POINTS = "Kafka\n• Designed an event backbone for 40 services."
Technology = Annotated[str, Text("technology")]


class NewBank(In):
    """A bank to make."""

    name: Name = Field(examples=["Backend"])
    consultant_id: Annotated[str, Field(max_length=36)] = ""


class BankName(In):
    """Another name."""

    name: Name = Field(examples=["Backend and data"])


class Bank(Out):
    """A point bank."""

    id: str
    name: str = Field(examples=["Backend"])
    consultant_id: str | None
    created_at: datetime
    changed_at: datetime
    version: int


class NewPoint(In):
    """One sentence that can be added to resumes."""

    technology: Technology = Field(examples=["Kafka"])
    text: Annotated[str, Text("point")] = Field(examples=["Designed an event backbone for 40 services."])


class PointToAdd(NewPoint):
    """The same with its bank."""

    bank_id: Identifier


class Point(Out):
    """A point of a bank."""

    id: str
    bank_id: str
    technology: str = Field(examples=["Kafka"])
    text: str = Field(examples=["Designed an event backbone for 40 services."])
    author_id: str | None = Field(description="Who gave these words.")
    edition: int = Field(description="Which words they are: counted up with each change of them.")
    approval: Approval
    decided_by: str | None
    decided_at: datetime | None
    origin: str = Field(examples=["typed"])
    tags: tuple[str, ...]
    uses: int
    created_at: datetime
    version: int


class ImportedText(In):
    """Points as a person types them, in any accepted shape."""

    text: Annotated[str, Text("points")] = Field(examples=[_POINTS])
    approval: Approval | None = Field(None, description="Usual: approved for who may approve, else proposed.")


class Oddity(Out):
    """What is odd and stopped nothing."""

    code: str
    message: str
    where: str = ""


class Imported(Out):
    """What an import did."""

    added: int
    known: int = Field(description="Points that the bank had already.")
    notices: list[Oddity]


class Chosen(In):
    """Points to decide on."""

    point_ids: Annotated[list[Identifier], Field(min_length=1, max_length=1_000)]


class Decided(Out):
    """How many points changed."""

    changed: int


class TechnologyCount(Out):
    """A technology of a bank."""

    name: str
    points: int


class Alike(Out):
    """Two points that say nearly the same."""

    point: Point
    other: Point


def bank_routes(entrance: Entrance) -> tuple[Routes, Routes]:
    """The operations."""
    return _banks(entrance), _points(entrance)


def _banks(entrance: Entrance) -> Routes:
    banks, routes = entrance.desk.banks, Routes("banks", "/banks")

    @routes.get("", _VIEW, "Point banks, by name")
    def list_banks(actor: Who, paging: Pages, consultant_id: Annotated[str, Query(max_length=36)] = "") -> Listed[Bank]:
        found = banks.list_banks(actor, paging.after, paging.limit, consultant_id)
        return listed(Bank, found.records, found.next)

    @routes.post("", _CHANGE, "Make a point bank", once=True)
    def create(actor: Who, new: NewBank) -> Bank:
        return Bank.of(banks.create(actor, new.name, new.consultant_id))

    @routes.get("/{bank_id}", _VIEW, "One bank")
    def show(actor: Who, bank_id: str) -> Bank:
        return Bank.of(banks.show_bank(actor, bank_id))

    @routes.patch("/{bank_id}", _CHANGE, "Rename a bank", errors=CHANGED)
    def rename(actor: Who, bank_id: str, seen: Seen, new: BankName) -> Bank:
        return Bank.of(banks.rename(actor, bank_id, new.name, seen))

    @routes.delete("/{bank_id}", Action.DELETE_RECORDS, "Remove a bank", errors=CHANGED)
    def remove(actor: Who, bank_id: str) -> None:
        """With its points; documents that have them stay as they are."""
        banks.remove(actor, bank_id)

    @routes.post("/{bank_id}/imports", _CHANGE, "Add the points of a text", once=True, most=_MOST_TEXT)
    def import_points(actor: Who, bank_id: str, sent: ImportedText) -> Imported:
        """In any accepted shape; errors name the line."""
        found = banks.import_points(actor, bank_id, sent.text, approval=sent.approval)
        oddities = [Oddity(code=each.code, message=each.message, where=each.where) for each in found.notices]
        return Imported(added=found.added, known=found.known, notices=oddities)

    @routes.get(
        "/{bank_id}/export.txt", Action.EXPORT_RECORDS, "The bank as text that can be imported again", responses=_TEXT
    )
    def export(actor: Who, bank_id: str) -> Response:
        headers = {"Content-Disposition": saved_as("points.txt")}
        return PlainTextResponse(banks.export_points(actor, bank_id), headers=headers)

    @routes.get("/{bank_id}/technologies", _VIEW, "Its technologies, and how many points each has")
    def list_technologies(actor: Who, bank_id: str) -> Listed[TechnologyCount]:
        found = banks.list_technologies(actor, bank_id)
        return Listed(items=[TechnologyCount(name=name, points=points) for name, points in found.items()], next="")

    @routes.get("/{bank_id}/similar-points", _VIEW, "Pairs of points that say nearly the same")
    def similar_points(actor: Who, bank_id: str) -> Listed[Alike]:
        return listed(Alike, banks.similar_points(actor, bank_id))

    return routes


def _points(entrance: Entrance) -> Routes:
    banks, routes = entrance.desk.banks, Routes("points", "/points")

    @routes.get("", _VIEW, "Points of a bank, or of all with words")
    def list_points(
        actor: Who,
        paging: Pages,
        bank_id: Annotated[str, Query(max_length=36)] = "",
        q: Annotated[str, Text("search"), Query(description="Words of point, technology or tags.")] = "",
        technology: Technology = "",
        approval: Approval | None = None,
    ) -> Listed[Point]:
        """With `q`, points of all banks; else those of `bank_id`."""
        if q:
            found = banks.search_points(actor, q, paging.after, paging.limit)
        else:
            found = banks.list_points(actor, bank_id, technology, approval, paging.after, paging.limit)
        return listed(Point, found.records, found.next)

    @routes.post("", _CHANGE, "Add a point", once=True)
    def add(actor: Who, new: PointToAdd) -> Point:
        """It is approved when the caller may approve, else it waits."""
        return Point.of(banks.add_point(actor, new.bank_id, new.technology, new.text))

    @routes.get("/{point_id}", _VIEW, "One point")
    def show(actor: Who, point_id: str) -> Point:
        return Point.of(banks.show_point(actor, point_id))

    @routes.put("/{point_id}", _CHANGE, "Put a point in other words", errors=CHANGED)
    def edit(actor: Who, point_id: str, seen: Seen, new: NewPoint) -> Point:
        """It is approved anew, or waits when the caller may not approve."""
        return Point.of(banks.edit_point(actor, point_id, new.technology, new.text, seen))

    @routes.delete("/{point_id}", Action.DELETE_RECORDS, "Remove a point", errors=CHANGED)
    def remove(actor: Who, point_id: str) -> None:
        """Documents that have it stay as they are."""
        banks.remove_point(actor, point_id)

    @routes.post("/approve", Action.APPROVE_POINTS, "Let points reach documents", errors=CHANGED)
    def approve(actor: Who, chosen: Chosen) -> Decided:
        return Decided(changed=banks.approve(actor, chosen.point_ids))

    @routes.post("/reject", Action.APPROVE_POINTS, "Keep points out of documents", errors=CHANGED)
    def reject(actor: Who, chosen: Chosen) -> Decided:
        return Decided(changed=banks.reject(actor, chosen.point_ids))

    return routes
