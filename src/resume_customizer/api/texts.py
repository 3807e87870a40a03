"""What is understood of texts: points and postings."""

from typing import Any

from pydantic import Field

from resume_customizer.api.entrance import Access
from resume_customizer.api.fields import Flag, In
from resume_customizer.api.routes import Routes
from resume_customizer.core.tech_stack import bank_to_json, parse_tech_stack
from resume_customizer.core.text import MAX_BYTES
from resume_customizer.services.ports import DocumentWork


class PointsText(In):
    """Points as a person types them."""

    text: str = Field(max_length=MAX_BYTES, examples=["Kafka\n• Designed an event backbone for 40 services."])
    strict: Flag = Field(False, description="Accept only the three classic shapes.")


def text_routes(documents: DocumentWork) -> Routes:
    """The operations, each working in the sandbox."""
    routes = Routes("texts")

    @routes.post("/points/parse", Access.DOCUMENTS, "What is understood of points", most=2 * MAX_BYTES)
    def parse_points(points: PointsText) -> dict[str, Any]:
        return documents.call(read_points, points.text, strict=points.strict)

    return routes


def read_points(text: str, *, strict: bool) -> dict[str, object]:
    """The bank of a text, as JSON values."""
    return bank_to_json(parse_tech_stack(text, strict=strict))
