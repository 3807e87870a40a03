"""What objects of JSON look like that are the same at every door: for the contract, which says what is in them.

    a service's values  ->  sent as they are;  Shape  ->  how the contract describes them

A field with a usual value can be missing. Nothing is checked or left out here: services make these values, and
`inspect`, `plan`, `analyze` and `match` at the command line print the same.

Promises (tests in tests/api/test_description.py): every object of an answer says what is in it, and what is sent is so.
"""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, Field, GetJsonSchemaHandler, TypeAdapter

SHA256_EXAMPLE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class Shape(BaseModel):
    """An object of JSON."""


@dataclass(frozen=True, slots=True)
class As:
    """A field that holds an object of a shape: `plan: Annotated[dict[str, Any], As(PlanShape)]`."""

    shape: Any

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:  # noqa: ANN401
        return handler(TypeAdapter(self.shape).core_schema)


class NoticeShape(Shape):
    """An oddity that stopped nothing."""

    code: str = Field(examples=["no-dates"])
    message: str = Field(examples=["This experience has no dates."])
    where: str = Field(examples=["line 3"])


# ------------------------------------------------------------------ points and resumes


class PointShape(Shape):
    """A point, and the line that it begins on."""

    text: str = Field(examples=["Designed an event backbone for 40 services."])
    line: int = Field(examples=[2])


class StackShape(Shape):
    """A technology and its points."""

    technology: str = Field(examples=["Kafka"])
    points: list[PointShape]


class ParsedPoints(Shape):
    """What is understood of points as people type them."""

    stacks: list[StackShape]
    notices: list[NoticeShape]


class SectionShape(Shape):
    """A section of a resume."""

    kind: str = Field(examples=["experience"])
    title: str | None = Field(examples=["Professional Experience"])


class ExperienceShape(Shape):
    """One employment or project, as it is understood; experiences are numbered from 0."""

    kind: str = Field(examples=["employment"])
    role: str | None = Field(examples=["Platform Engineer"])
    company: str | None = Field(examples=["Harbor Freight Lines"])
    location: str | None = Field(examples=["Oslo"])
    start: str | None = Field(examples=["2021-03"])
    end: str | None = Field(examples=["present"])
    header: list[str] = Field(examples=[["Harbor Freight Lines", "Platform Engineer, 03/2021 - present"]])
    bullets: list[str]
    environment: str | None = Field(examples=["Java, Kafka"])
    insert_after: str | None = Field(description="The line that new points follow.")
    confidence: float = Field(examples=[0.97])


class Inspection(Shape):
    """What is understood of a resume."""

    sha256: str = Field(examples=[SHA256_EXAMPLE])
    sections: list[SectionShape]
    experiences: list[ExperienceShape]
    notices: list[NoticeShape]


class UnderstoodShape(Shape):
    """How much was understood of a version when it came in."""

    experiences: int = Field(0, examples=[4])
    bullets: int = Field(0, examples=[31])
    notices: list[NoticeShape] = Field([])


class CorrectionShape(Shape):
    """One correction of how a resume is understood."""

    kind: Literal["drop", "rename", "merge", "split", "place"] = Field(examples=["rename"])
    header: str = Field(examples=["Harbor Freight Lines"], description="The lines of the experience's header.")
    at: str = Field("", description="The bullet that begins another experience, or behind which points go.")
    role: str = ""
    company: str = ""
    location: str = ""
    start: str = ""
    end: str = ""


# ------------------------------------------------------------------ plans and customizations


class PlannedExperience(Shape):
    """A hint for who edits a plan."""

    experience: int = Field(examples=[0])
    title: str = Field(examples=["Platform Engineer, Harbor Freight Lines"])
    dates: str = Field(examples=["2021-03 – present"])
    bullets: dict[str, str] = Field(examples=[{"12": "Ran the cluster."}], description="By the paragraph's position.")


class PlacementShape(Shape):
    """A point and where it goes."""

    point: str = Field(examples=["Designed an event backbone for 40 services."])
    technology: str = Field(examples=["Kafka"])
    line: int = Field(examples=[2])
    experience: int = Field(examples=[0])
    experience_title: str | None = Field(examples=["Platform Engineer, Harbor Freight Lines"])
    after: int | None = Field(description="The paragraph that it follows; null: the experience's last bullet.")
    after_text: str | None = Field(examples=["Ran the cluster."])
    rule: str = Field(examples=["best"])
    reason: str = Field(examples=["This experience uses Kafka."])
    locked: bool
    original: str = Field("", description="The point as it was given, when a person has changed its words.")


class UnplacedShape(Shape):
    """A point that goes nowhere, and why."""

    point: str = Field(examples=["Tuned queries."])
    technology: str = Field(examples=["SQL"])
    line: int = Field(examples=[5])
    code: str = Field(examples=["no-room"])
    reason: str = Field(examples=["Every experience has its most points."])
    original: str = ""


class RulesShape(Shape):
    """How points are spread, as far as it is not the usual way; experiences are named by their positions."""

    strategy: str = Field("auto", examples=["best"])
    experiences: int | None = Field(None, examples=[2])
    points_per_experience: int | None = None
    include: list[int] = Field([])
    exclude: list[int] = Field([])
    order: str = "grouped"
    points_per_cycle: int = 2
    preset: str | None = None
    weights: dict[str, float] | None = None
    caps: list[list[int]] = Field([], examples=[[[0, 3]]])
    quotas: list[list[str | int]] = Field([], examples=[[["Kafka", 2]]])
    points_per_technology: int | None = None
    same_technology: int | None = None
    most_lines: int | None = None
    behind: list[list[int]] = Field([])
    refuse_anachronisms: bool = False
    most_pages: int | None = None


class PlanShape(Shape):
    """Where each point goes and why; it can be edited and handed in again, for the one file that it is for."""

    version: int = Field(0, examples=[1])
    document_sha256: str = Field("", examples=[SHA256_EXAMPLE])
    strategy: str = Field("", examples=["best"])
    points: int = Field(0, description="How many points were given.")
    rules: RulesShape = RulesShape()
    gap: int = 0
    reading: str = ""
    experiences: list[PlannedExperience] = Field([])
    placements: list[PlacementShape] = Field([])
    unplaced: list[UnplacedShape] = Field([])
    notices: list[NoticeShape] = Field([])


class PlacedShape(Shape):
    """A point that was placed, and the line that it follows."""

    point: str
    technology: str
    experience: int | None
    after: str
    reason: str
    rule: str
    line: int


class ReportShape(Shape):
    """What was placed where, and what was not and why."""

    placed: list[PlacedShape]
    unplaced: list[UnplacedShape]
    output: str | None
    output_sha256: str | None = Field(examples=[SHA256_EXAMPLE])
    certificate: str | None
    notices: list[NoticeShape]


class VerificationShape(Shape):
    """Whether one file is the other one plus whole insertions."""

    holds: bool = Field(examples=[True])
    problems: list[str]
    inserted: list[str] = Field(examples=[["Designed an event backbone for 40 services."]])


class CertifiedPartShape(Shape):
    """One part of the file, before and after."""

    name: str = Field(examples=["word/document.xml"])
    sha256_before: str
    sha256_after: str


class InsertionShape(Shape):
    """One inserted element, in bytes of the customized part."""

    start: int
    length: int
    point: int


class CertifiedPointShape(Shape):
    """Where an inserted sentence comes from."""

    text: str
    technology: str
    source: str
    line: int
    experience: int
    after: str
    rule: str
    reason: str


class StoredPartShape(Shape):
    """What gives the original file back."""

    payload: str = Field(description="Base64.")
    crc: int
    size: int


class CertificateShape(Shape):
    """What was inserted where, that nothing else changed, and how the original is got back."""

    tool: str = Field(examples=["resume-customizer 1.0"])
    original_sha256: str = Field(examples=[SHA256_EXAMPLE])
    customized_sha256: str = Field(examples=[SHA256_EXAMPLE])
    story_part: str = Field(examples=["word/document.xml"])
    parts: list[CertifiedPartShape]
    insertions: list[InsertionShape]
    points: list[CertifiedPointShape]
    restore: StoredPartShape
    tracked: bool
    version: int


class CustomizedShape(Shape):
    """A customized file with what proves it."""

    document: str = Field(description="The file, in base64.")
    certificate: CertificateShape
    report: ReportShape
