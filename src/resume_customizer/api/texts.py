"""What is understood of texts: points, postings, technologies; and how well a resume fits a posting."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Form, Query, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from resume_customizer.api.entrance import Access, Entrance
from resume_customizer.api.fields import Digits, Flag, In, Listed, Out, Text
from resume_customizer.api.pages import listed
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes import ParsedPoints
from resume_customizer.api.shapes_of_postings import AnalysisShape, MatchShape
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.points import bank_to_json
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.core.text import MAX_BYTES
from resume_customizer.resume.package import Permissions
from resume_customizer.services.documents import one_call, technologies


class PointsText(In):
    """Points as a person types them."""

    text: str = Field(max_length=MAX_BYTES, examples=["Kafka\n• Designed an event backbone for 40 services."])
    strict: Flag = Field(False, description="Accept only the three classic shapes.")


class PostingText(In):
    """A job advertisement, as it was copied."""

    text: Annotated[str, Text("posting")] = Field(min_length=1, examples=["Must have: Kafka. Nice to have: Go."])


class Compared(BaseModel):
    """A resume and a posting."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    resume: UploadFile = Field(description="A Word document (.docx) or a PDF.")
    posting: str = Field("", max_length=MAX_BYTES, description="Text of a job advertisement.")
    posting_file: UploadFile | None = Field(None, description="The same as a file: text, HTML, mail, Word, PDF.")
    allow_macros: bool = False
    allow_signed: bool = False


class Technology(Out):
    """What is known of a technology."""

    name: str = Field(examples=["Apache Kafka"])
    kind: str
    category: str
    spellings: list[str]
    parents: list[str]
    relatives: list[str]
    year: int | None
    source: str | None
    end: int | None
    end_source: str | None


def text_routes(entrance: Entrance) -> Routes:
    """The operations, each working in the sandbox."""
    documents, known_to = entrance.documents, entrance.desk.technologies.working_for
    routes = Routes("texts")

    @routes.post(
        "/points/parse", Access.DOCUMENTS, "What is understood of points", most=2 * MAX_BYTES, shows=ParsedPoints
    )
    def parse_points(points: PointsText) -> dict[str, Any]:
        return documents.call(read_points, points.text, strict=points.strict)

    @routes.post(
        "/postings/analyze", Access.DOCUMENTS, "What a posting asks for, each with its line", shows=AnalysisShape
    )
    def analyze(actor: Who, posting: PostingText) -> dict[str, Any]:
        with known_to(actor):
            return documents.call(one_call.analyze, posting.text.encode())

    @routes.post("/match", Access.DOCUMENTS, "How well a resume fits a posting, and what is missing", shows=MatchShape)
    def match(actor: Who, asked: Annotated[Compared, Form(media_type="multipart/form-data")]) -> dict[str, Any]:
        """From 0 to 100; each part of the score cites the line that it comes from."""
        file = asked.posting_file
        posting = file.file.read() if file is not None else asked.posting.encode("utf-8", "replace")
        if not posting.strip():
            raise InvalidInput("no-posting", "Send a posting, as text or as a file.", "posting")
        permissions = Permissions(asked.allow_macros, asked.allow_signed)
        today = datetime.now(UTC).date()
        with known_to(actor):
            return documents.call(one_call.match, asked.resume.file.read(), posting, today, permissions)

    return routes


def technology_routes() -> Routes:
    """The catalogue, for everybody."""
    routes = Routes("technologies", "/technologies")

    @routes.get("", Access.ANYBODY, "Technologies with words in name, spelling or category")
    def search(
        q: Annotated[str, Text("search"), Query(description="Words; what sounds alike when none fits.")],
        limit: Annotated[int, Digits, Query(ge=1, le=100)] = 20,
    ) -> Listed[Technology]:
        found = technologies.search(q, limit)
        return listed(Technology, [technologies.technology_to_json(each) for each in found])

    @routes.get("/{name:path}", Access.ANYBODY, "All that is known of a technology")
    def show(name: str) -> Technology:
        """By its name or a spelling."""
        return Technology.of(technologies.technology_to_json(technologies.show(name)))

    return routes


def read_points(text: str, *, strict: bool) -> dict[str, object]:
    """The bank of a text, as JSON values."""
    return bank_to_json(parse_tech_stack(text, strict=strict))
