"""What a file says besides its text, and copies for clients."""

from typing import Annotated, Any

from fastapi import Query, Response
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import ID_EXAMPLE, In, Out, Text
from resume_customizer.api.files import DOCX, saved_as
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.permissions import Action

_ID = Annotated[str, Query(max_length=36)]
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {DOCX: {"schema": {"type": "string", "format": "binary"}}}}}


class NewCopy(In):
    """Of what, and whose names are taken out besides e-mail addresses, phone numbers and profile links."""

    customization_id: Annotated[str, Field(max_length=36)] = ""
    version_id: Annotated[str, Field(max_length=36)] = Field("", examples=[ID_EXAMPLE])
    names: Annotated[list[Annotated[str, Text("title")]], Field(min_length=1, max_length=50)]


class Metadata(Out):
    """What a receiver could read of a file besides its text."""

    properties: dict[str, str]
    custom_properties: list[str]
    revision_marks: int
    hidden_texts: int
    comments: int
    tracked_changes: int
    authors: list[str]


def client_copy_routes(entrance: Entrance) -> Routes:
    """The operations."""
    copies, routes = entrance.desk.client_copies, Routes("client copies", "/client-copies")

    @routes.get("/metadata", Action.VIEW_RECORDS, "What a stored file says besides its text")
    def show_metadata(actor: Who, customization_id: _ID = "", version_id: _ID = "") -> Metadata:
        return Metadata.of(copies.show_metadata(actor, customization_id, version_id))

    @routes.post("", Action.CUSTOMIZE, "A copy without contact data and chosen names", responses=_FILE)
    def make_copy(actor: Who, wanted: NewCopy) -> Response:
        """Not kept. It differs in more than additions: no certificate holds for it. `X-Removed` counts the places."""
        made = copies.make_copy(actor, tuple(wanted.names), wanted.customization_id, wanted.version_id)
        headers = {"Content-Disposition": saved_as(made.name), "X-Removed": str(made.removed)}
        return Response(made.content, headers=headers, media_type=DOCX)

    return routes
