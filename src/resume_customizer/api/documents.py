"""The main job over HTTP: inspect, plan, customize, verify, undo.

multipart form  ->  one call of services.one_call in the sandbox  ->  a file, or JSON
"""

import json
from base64 import b64encode
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Form, Header, Response, UploadFile
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from resume_customizer.api.entrance import Access, Entrance
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes import CustomizedShape, Inspection, PlanShape, VerificationShape
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.file_names import clean_file_name
from resume_customizer.resume.package import Permissions
from resume_customizer.services.documents import one_call

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILE_OR_JSON = (
    "Answers with the customized file. With `Accept: application/json` the answer is a JSON object with the file in "
    "base64 (`document`), its `certificate`, and the `report` of what was placed where and what was not."
)
_FILE: dict[str, Any] = {"content": {DOCX: {"schema": {"type": "string", "format": "binary"}}}}
_POINTS = "Kafka\n• Designed an event backbone for 40 services."


class Inspected(BaseModel):
    """A resume to read."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    resume: UploadFile = Field(description="A Word document (.docx).")
    allow_macros: bool = Field(False, description="Accept a file with macros; they are kept and not run.")
    allow_signed: bool = Field(False, description="Accept a signed file; its signature will no longer hold.")

    @property
    def permissions(self) -> Permissions:
        """What the caller accepts."""
        return Permissions(self.allow_macros, self.allow_signed)


class Planned(Inspected):
    """A resume, points, and where they may go."""

    points: str = Field("", description="Technologies and their points, as a person types them.", examples=[_POINTS])
    points_file: UploadFile | None = Field(None, description="The same as a file.")
    posting: str = Field("", description="Text of a job advertisement.", examples=["Must have: Kafka."])
    rules: str = Field(
        "",
        description="How points are spread, as the `rules` of a plan: a JSON object.",
        examples=['{"strategy": "best", "experiences": 2}'],
    )

    def request(self) -> one_call.Request:
        """What the service is asked."""
        if self.points and self.points_file is not None:
            raise InvalidInput("two-points", "Send points as text or as a file, not both.", "points")
        file = self.points_file
        return one_call.Request(
            self.resume.file.read(),
            points=file.file.read() if file is not None else _bytes(self.points),
            source=clean_file_name(file.filename or "", "points") if file is not None else "points",
            posting=_bytes(self.posting),
            rules=_json(self.rules, "rules"),
            permissions=self.permissions,
        )


class Ordered(Planned):
    """The same with a plan, and how points are written."""

    plan: str = Field("", description="A plan that was made before, perhaps edited: a JSON object.")
    author: str = Field("", max_length=100, description="Write tracked changes in this name.")

    def request(self) -> one_call.Request:
        """What the service is asked."""
        moment = datetime.now(UTC).replace(microsecond=0) if self.author else None
        return super().request().but(plan=_json(self.plan, "plan"), author=self.author, moment=moment)


class Compared(BaseModel):
    """Two files, and what is stated of them."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    original: UploadFile = Field(description="The file as it was.")
    customized: UploadFile = Field(description="The file as it is.")
    certificate: UploadFile | None = Field(None, description="What `customize` stated.")


class TakenBack(BaseModel):
    """A customized file and its certificate."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    customized: UploadFile = Field(description="The file that `customize` made.")
    certificate: UploadFile = Field(description="Its certificate.")


def document_routes(entrance: Entrance) -> Routes:
    """The operations, each working in the sandbox."""
    documents, known_to = entrance.documents, entrance.desk.technologies.working_for
    routes = Routes("documents")
    form = Form(media_type="multipart/form-data")

    @routes.post("/inspect", Access.DOCUMENTS, "What is understood of a resume", shows=Inspection)
    def inspect(asked: Annotated[Inspected, form]) -> dict[str, Any]:
        return documents.call(one_call.inspect, asked.resume.file.read(), asked.permissions)

    @routes.post(
        "/plan", Access.DOCUMENTS, "Where each point would go, and why", errors=(HTTPStatus.CONFLICT,), shows=PlanShape
    )
    def plan(actor: Who, asked: Annotated[Planned, form]) -> dict[str, Any]:
        with known_to(actor):
            return documents.call(one_call.plan, asked.request())

    @routes.post(
        "/customize",
        Access.DOCUMENTS,
        "Put points into a resume",
        description=FILE_OR_JSON,
        responses={200: {"model": CustomizedShape, **_FILE}},
        errors=(HTTPStatus.CONFLICT,),
    )
    def customize(actor: Who, asked: Annotated[Ordered, form], accept: Annotated[str, Header()] = "*/*") -> Response:
        with known_to(actor):
            done = documents.call(one_call.customize, asked.request())
        if "application/json" in accept:
            document = b64encode(done.content).decode()
            return JSONResponse({"document": document, "certificate": done.certificate, "report": done.report})
        return _file(done.content, asked.resume.filename)

    @routes.post("/verify", Access.DOCUMENTS, "Has anything but whole new paragraphs changed?", shows=VerificationShape)
    def verify(asked: Annotated[Compared, form]) -> dict[str, Any]:
        stated = asked.certificate.file.read() if asked.certificate else None
        return documents.call(one_call.verify, asked.original.file.read(), asked.customized.file.read(), stated)

    @routes.post("/undo", Access.DOCUMENTS, "The original file, byte for byte", responses={200: _FILE})
    def undo(asked: Annotated[TakenBack, form]) -> Response:
        original = documents.call(one_call.undo, asked.customized.file.read(), asked.certificate.file.read())
        return _file(original, asked.customized.filename)

    return routes


def _bytes(text: str) -> bytes | None:
    return text.encode("utf-8", "replace") or None


def _json(text: str, field: str) -> object:
    if not text:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidInput("bad-json", "This is not JSON.", field) from None


def _file(content: bytes, name: str | None) -> Response:
    """A file that a browser saves under the name that came in (RFC 6266)."""
    clean = clean_file_name(name or "", "resume.docx")
    disposition = f"attachment; filename*=UTF-8''{quote(clean, safe='')}"
    return Response(content, media_type=DOCX, headers={"Content-Disposition": disposition})
