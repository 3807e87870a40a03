"""What is understood of texts: points and postings."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from resume_customizer.api.problems import responses
from resume_customizer.core.tech_stack import bank_to_json, parse_tech_stack
from resume_customizer.core.text import MAX_BYTES
from resume_customizer.infrastructure.sandbox import Sandbox


class PointsText(BaseModel):
    """Points as a person types them."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=MAX_BYTES, examples=["Kafka\n• Designed an event backbone for 40 services."])
    strict: bool = Field(False, description="Accept only the three classic shapes.")


def text_routes(sandbox: Sandbox) -> APIRouter:
    """The operations, each working in the sandbox."""
    router = APIRouter(prefix="/api/v1", tags=["texts"])

    @router.post("/points/parse", summary="What is understood of points", responses=responses())
    def parse_points(points: PointsText) -> dict[str, Any]:
        return sandbox.call(read_points, points.text, strict=points.strict)

    return router


def read_points(text: str, *, strict: bool) -> dict[str, object]:
    """The bank of a text, as JSON values."""
    return bank_to_json(parse_tech_stack(text, strict=strict))
