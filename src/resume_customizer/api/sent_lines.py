"""Every line that was sent, who stands behind it, and what has to be defended of it."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import Query

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Flag, Identifier, In, Listed, Out, Text
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes import Shape
from resume_customizer.api.shapes_of_the_desk import SentLineShape, SentLinesShape, SheetShape
from resume_customizer.api.submissions import Submission
from resume_customizer.core.permissions import Action
from resume_customizer.services.staffing.views_of_submissions import sent_line_to_json, sheet_to_json

_VIEW, _CHANGE = Action.VIEW_RECORDS, Action.CHANGE_RECORDS
_ID = Annotated[str, Query(max_length=36)]


class NewSignOff(In):
    """Whether a consultant stands behind a point."""

    consultant_id: Identifier
    point: Annotated[str, Text("point")]
    is_confirmed: Flag
    note: Annotated[str, Text("note")] = ""


class SignOff(Out):
    """What a consultant said of a point."""

    id: str
    consultant_id: str
    text: str
    is_confirmed: bool
    said_at: datetime
    note: str
    version: int


class SentUseShape(Shape):
    """A sent resume with a line."""

    line: SentLineShape
    submission: Submission
    consultant: str


class SentUsesShape(Shape):
    """One page of them."""

    items: list[SentUseShape]
    next: str


def sent_line_routes(entrance: Entrance) -> Routes:
    """The operations."""
    sent_lines, sheets, routes = entrance.desk.sent_lines, entrance.desk.interview_sheets, Routes("sent lines")

    @routes.get(
        "/submissions/{submission_id}/lines",
        _VIEW,
        "Every line that was sent, and where it comes from",
        shows=SentLinesShape,
    )
    def list_sent_lines(actor: Who, submission_id: str) -> dict[str, Any]:
        return {"items": [sent_line_to_json(each) for each in sent_lines.list_sent_lines(actor, submission_id)]}

    @routes.get(
        "/sent-lines", _VIEW, "Every sent resume with a point, or with a line that says the same", shows=SentUsesShape
    )
    def find_sent(
        actor: Who,
        paging: Pages,
        point_id: _ID = "",
        text: Annotated[str, Query(max_length=2_000)] = "",
    ) -> dict[str, Any]:
        page = sent_lines.find_sent(actor, point_id, text, paging.after, paging.limit)
        items = [
            {
                "line": sent_line_to_json(each.line),
                "submission": Submission.of(each.submission).model_dump(mode="json"),
                "consultant": each.consultant,
            }
            for each in page.uses
        ]
        return {"items": items, "next": page.next}

    @routes.get(
        "/submissions/{submission_id}/interview-sheet",
        _VIEW,
        "What has to be defended of each added point",
        shows=SheetShape,
    )
    def show_sheet(actor: Who, submission_id: str) -> dict[str, Any]:
        return sheet_to_json(sheets.show_sheet(actor, submission_id))

    @routes.put("/sign-offs", _CHANGE, "Write down whether a consultant stands behind a point")
    def sign_off(actor: Who, said: NewSignOff) -> SignOff:
        kept = sheets.sign_off(actor, said.consultant_id, said.point, is_confirmed=said.is_confirmed, note=said.note)
        return SignOff.of(kept)

    @routes.get("/consultants/{consultant_id}/sign-offs", _VIEW, "What a consultant has confirmed or not")
    def list_sign_offs(actor: Who, consultant_id: str) -> Listed[SignOff]:
        return listed(SignOff, sheets.list_sign_offs(actor, consultant_id))

    return routes
