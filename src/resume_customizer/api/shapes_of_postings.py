"""Shapes of what is understood of postings, and of how well resumes fit them (api/shapes.py)."""

from pydantic import Field

from resume_customizer.api.shapes import NoticeShape, Shape


class PlaceShape(Shape):
    """A place in a text; spans count Unicode code points."""

    line: int = Field(examples=[3])
    text: str = Field(examples=["Must have: Kafka."])
    start: int = Field(examples=[31])
    end: int = Field(examples=[36])
    words: str = Field(examples=["Kafka"])


class AskedShape(Shape):
    """A technology that is asked for."""

    name: str = Field(examples=["Kafka"])
    requirement: str = Field(examples=["must", "nice", "either", "mentioned"])
    group: int | None = Field(description="The same for those of which one is enough.")
    years: float | None = Field(examples=[3])
    evidence: list[PlaceShape]


class RefusedShape(Shape):
    """A technology that is not wanted."""

    name: str
    evidence: list[PlaceShape]


class AnalysisShape(Shape):
    """What a posting asks for, each with its line."""

    text: str = Field("", description="What the places count in.")
    title: str | None = Field(None, examples=["Platform Engineer"])
    seniority: str | None = None
    years: float | None = None
    location: str | None = None
    remote: str | None = None
    tax_terms: list[str] = Field([])
    rate: str | None = None
    duration: str | None = None
    technologies: list[AskedShape] = Field([])
    refused: list[RefusedShape] = Field([])
    facts: dict[str, PlaceShape] = Field({}, description="Where the others stand, by their names.")
    notices: list[NoticeShape] = Field([])


class UseShape(Shape):
    """Where a technology is used."""

    experience: int
    title: str
    line: str


class UsedShape(Shape):
    """A technology of a resume."""

    name: str = Field(examples=["Kafka"])
    years: float
    first: str | None = Field(examples=["2021-03"])
    last: str | None = Field(examples=["present"])
    uses: list[UseShape]
    listed: str | None = Field(description="The line outside of experiences that names it.")


class PartShape(Shape):
    """A part of a score."""

    name: str = Field(examples=["must"])
    weight: float = Field(examples=[60])
    share: float = Field(examples=[0.8])
    clause: str


class PostingLineShape(Shape):
    """A line of a posting."""

    line: int
    text: str


class RequirementShape(Shape):
    """One thing that is asked for, and what the resume has of it."""

    names: list[str] = Field(examples=[["Kafka"]])
    requirement: str = Field(examples=["must", "nice"])
    state: str
    asked_years: float | None
    years: float
    posting: PostingLineShape
    resume: list[UsedShape]
    close: str | None = Field(description="A relative that the resume names, where none of the names is.")


class YearsShape(Shape):
    """Years of work."""

    asked: float | None
    resume: float | None


class MatchShape(Shape):
    """How well a resume fits a posting, from 0 to 100, and everything that the score comes from."""

    score: int | None = Field(None, examples=[72], description="null: nothing that is known is asked for.")
    parts: list[PartShape] = Field([])
    requirements: list[RequirementShape] = Field([])
    gaps: list[str] = Field([])
    years: YearsShape | None = None
    technologies: list[UsedShape] = Field([])
