"""Shapes of what the desk, batches and jobs answer (api/shapes.py)."""

from pydantic import ConfigDict, Field

from resume_customizer.api.fields import ID_EXAMPLE
from resume_customizer.api.openings import Likeness
from resume_customizer.api.shapes import SHA256_EXAMPLE, CorrectionShape, Shape
from resume_customizer.api.shapes_of_postings import AnalysisShape

_WHEN = "2026-11-23T09:00:00+00:00"


class RecordShape(Shape):
    """A record with the fields of its kind, times as text."""

    model_config = ConfigDict(extra="allow")

    id: str = Field(examples=[ID_EXAMPLE])
    created_at: str = Field(examples=[_WHEN])


# ------------------------------------------------------------------ requirements


class EvidenceShape(Shape):
    """The place that a claim comes from."""

    line: int = Field(examples=[1])
    text: str = Field(examples=["Platform Engineer, Oslo"])
    start: int = Field(examples=[0])
    end: int = Field(examples=[17])


class ProposedField(Shape):
    """A value for a field, and where the text says it."""

    value: str | int | list[str] = Field(examples=["Platform Engineer"])
    evidence: list[EvidenceShape]


class ProposalShape(Shape):
    """What a posting or a vendor's e-mail says of a requirement."""

    fields: dict[str, ProposedField] = Field(description="By the names of a requirement's fields.")
    analysis: AnalysisShape
    duplicates: list[Likeness]
    posting: str


class ImportedRow(Shape):
    """What became of a row."""

    row: int = Field(examples=[2])
    outcome: str = Field(examples=["new", "duplicate", "wrong"])
    title: str
    message: str
    requirement_id: str | None


class ImportShape(Shape):
    """What an import did, or would do."""

    kept: bool
    new: int
    duplicates: int
    wrong: int
    rows: list[ImportedRow]


class LinksShape(Shape):
    """What was made, sent and agreed for a requirement, by kind."""

    drafts: list[RecordShape] = Field([])
    customizations: list[RecordShape] = Field([])
    submissions: list[RecordShape] = Field([])
    interviews: list[RecordShape] = Field([])
    mails: list[RecordShape] = Field([])


# ------------------------------------------------------------------ submissions


class ContradictionShape(Shape):
    """Something that differs from what was sent before."""

    company: str
    what: str = Field(examples=["title", "start", "end"])
    here: str
    there: str
    where: str
    sentence: str


class RepeatShape(Shape):
    """A line that somebody else has sent there."""

    line: str
    other_line: str
    consultant: str
    submission_id: str
    receiver: str = Field(examples=["client", "vendor"])
    sent_at: str = Field(examples=[_WHEN])
    proposals: list[str]


class CheckShape(Shape):
    """What stops a submission, and what should be seen before it."""

    can_be_sent: bool
    stopped_by: list[str]
    contradictions: list[ContradictionShape]
    repeats: list[RepeatShape]
    unsigned: list[str]
    sha256: str = Field(examples=[SHA256_EXAMPLE])


class SentLineShape(Shape):
    """A line that was sent, and where it comes from."""

    id: str = Field(examples=[ID_EXAMPLE])
    created_at: str = Field(examples=[_WHEN])
    submission_id: str
    consultant_id: str
    text: str
    sent_at: str = Field(examples=[_WHEN])
    is_added: bool
    technology: str
    point_id: str | None
    point_version: int
    author_id: str | None
    decided_by: str | None
    made_by: str | None
    reason: str


class SentLinesShape(Shape):
    """Every line of a submission."""

    items: list[SentLineShape]


class DefendedShape(Shape):
    """An added point, and what has to be defended of it."""

    text: str
    technology: str
    questions: list[str]
    confirmed: bool | None
    note: str
    reason: str
    point_id: str | None


class SheetShape(Shape):
    """What a consultant reads before an interview."""

    submission_id: str
    consultant: str
    role: str
    client: str
    points: list[DefendedShape]


# ------------------------------------------------------------------ customizations, batches, figures, accounts


class ProvenPoint(Shape):
    """Where a placed point comes from."""

    point: str
    technology: str
    experience: int | None
    after: str
    reason: str
    rule: str
    line: int
    placed_by: str
    bank_point: str = ""
    bank_point_version: int = 0
    author: str | None = None
    approved_by: str | None = None


class ProvenanceShape(Shape):
    """Who gave, approved and placed each point, by which rule and why."""

    points: list[ProvenPoint] = Field([])
    program: str = Field("", examples=["resume-customizer 1.0"])
    corrections: list[CorrectionShape] = Field([])


class ForecastShape(Shape):
    """What a cell would come to; empty before it was foreseen."""

    unplaced: list[str] = Field([])
    warnings: list[str] = Field([])
    conflicts: list[str] = Field([])
    pages: list[int] | None = Field(None, examples=[[2, 2]])


class ResultShape(Shape):
    """What a job came to; empty until it is done."""

    model_config = ConfigDict(extra="allow")

    cells: int = Field(0, description="Of a portion of a batch.")


class FigureShape(Shape):
    """A figure: its columns, and a row for each value."""

    figure: str = Field(examples=["funnel"])
    title: str
    columns: list[str]
    rows: list[dict[str, str | int | float | bool | list[str | float | None] | None]]
    since: str | None
    until: str | None


class ExportShape(Shape):
    """All that is stored about a person, by kind of record."""

    user_id: str
    exported_at: str = Field(examples=[_WHEN])
    records: dict[str, list[RecordShape]]


class KeptText(Shape):
    """A text of mail."""

    name: str = Field(examples=["First contact"])
    subject: str
    body: str


class TextsFileShape(Shape):
    """Texts of mail as a file that can be imported again."""

    format: str
    version: int
    templates: list[KeptText]


class FigureFileShape(Shape):
    """The rows of a figure."""

    figure: str = Field(examples=["funnel"])
    rows: list[dict[str, str | int | float | bool | list[str | float | None] | None]]
