"""Batches over HTTP: prepared, looked at, run, tried again, and taken away as one ZIP.

POST /batches  ->  POST …/forecast  ->  GET …/cells  ->  POST …/run  ->  GET …/events  ->  GET …/files
"""

from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import File, Form, Query, UploadFile
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from pydantic import Field, ValidationError

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Identifier, In, Listed, Name, Out, Text, Whole
from resume_customizer.api.jobs import EVENTS, ProgressOut, events_of
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes import As
from resume_customizer.api.shapes_of_the_desk import ForecastShape
from resume_customizer.core.batches import USUAL_PATTERN, BatchStatus, ItemStatus, Pairing
from resume_customizer.core.permissions import Action
from resume_customizer.core.sheets import Row
from resume_customizer.services.background.batches import Target, Wanted
from resume_customizer.services.staffing.importing import read_rows

_VIEW, _MAKE = Action.VIEW_RECORDS, Action.CUSTOMIZE
_MOST: Final = 5_000_000
_MOST_WITH_TABLE: Final = 25_000_000
_CONFLICT: Final = (HTTPStatus.CONFLICT,)
_ZIP: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}, "description": "A ZIP"}
}


class TargetIn(In):
    """What resumes are customized for."""

    label: Annotated[str, Text("title")] = Field("", description="Usual: the requirement's title.")
    requirement_id: Annotated[str, Field(max_length=36)] = ""
    posting: Annotated[str, Text("posting")] = ""
    points: Annotated[str, Text("points")] = Field("", examples=["Kafka\n• Designed an event backbone."])
    bank_ids: Annotated[list[Identifier], Field(max_length=20)] = Field(default_factory=list)
    technologies: Annotated[list[Annotated[str, Text("technology")]], Field(max_length=200)] = Field(
        default_factory=list
    )
    rules: dict[str, Any] | None = None

    def target(self) -> Target:
        """As the service takes it."""
        return Target(
            label=self.label,
            requirement_id=self.requirement_id,
            posting=self.posting,
            points=self.points,
            bank_ids=tuple(self.bank_ids),
            technologies=tuple(self.technologies),
            rules=self.rules,
        )


class PairIn(In):
    """One row of a table of pairs."""

    resume: Annotated[str, Text("title")] = Field(examples=["Nadia Quist.docx"])
    target: Annotated[str, Text("title")] = Field(examples=["Java Developer"])


class NewBatch(In):
    """Resumes and targets, and how they are paired."""

    name: Name = Field(examples=["Monday"])
    resume_ids: Annotated[list[Identifier], Field(min_length=1, max_length=2000)]
    targets: Annotated[list[TargetIn], Field(min_length=1, max_length=500)]
    pairing: Pairing = Pairing.ALL
    pairs: Annotated[list[PairIn], Field(max_length=10_000)] = Field(
        default_factory=list, description="For the pairing by table: resumes and targets by name or id."
    )
    pattern: Annotated[str, Text("title")] = Field(USUAL_PATTERN, description="How the files are called.")
    mail_when_over: bool = Field(False, description="Write to me when the batch is over.")

    def wanted(self) -> Wanted:
        """As the service takes it."""
        rows = tuple(
            Row(number, {"resume": each.resume, "target": each.target}) for number, each in enumerate(self.pairs, 1)
        )
        return Wanted(
            name=self.name,
            resume_ids=self.resume_ids,
            targets=[each.target() for each in self.targets],
            pairing=self.pairing,
            rows=rows,
            pattern=self.pattern or USUAL_PATTERN,
            mail_when_over=self.mail_when_over,
        )


class Choice(In):
    """Which cells are made."""

    numbers: Annotated[list[Whole], Field(max_length=10_000)] | None = Field(None, description="Usual: all of them.")


class BatchOut(Out):
    """A batch, with its progress."""

    batch_id: str
    name: str
    status: BatchStatus
    counts: dict[str, int] = Field(description="Cells by where they stand.")
    foreseen: int = Field(description="Cells that were looked at.")
    progress: ProgressOut
    quota_left: int = Field(description="Customizations that the workspace may still make this month.")
    problems: list[str] = Field(description="What could not be paired.")
    pattern: str
    targets: list[str]
    mail_when_over: bool
    made_by: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    version: int


class BatchLine(Out):
    """A batch in a list."""

    id: str
    name: str
    status: BatchStatus
    total: int
    done: int
    failed: int
    made_by: str | None
    created_at: datetime
    finished_at: datetime | None
    version: int


class CellOut(Out):
    """One resume for one target."""

    number: int
    resume_id: str
    resume_name: str
    label: str
    requirement_id: str | None
    status: ItemStatus
    is_foreseen: bool
    placed: int
    unplaced: int
    coverage_before: int = Field(description="In tenths of a percent, as after.")
    coverage_after: int
    forecast: Annotated[dict[str, Any], As(ForecastShape)] = Field(
        description="Points without a place, warnings and conflicts."
    )
    customization_id: str | None
    error_code: str
    error: str
    milliseconds: int


def batch_routes(entrance: Entrance) -> Routes:
    """The operations."""
    routes = Routes("batches", "/batches")
    _add_making(entrance, routes)
    _add_looking(entrance, routes)
    return routes


def _add_making(entrance: Entrance, routes: Routes) -> None:
    batches = entrance.desk.batches

    @routes.post("", _MAKE, "Pair resumes and targets; nothing is made", once=True, most=_MOST)
    def prepare(actor: Who, new: NewBatch) -> BatchOut:
        return BatchOut.of(batches.prepare(actor, new.wanted()))

    @routes.post("/from-table", _MAKE, "The same, paired as a table says", once=True, most=_MOST_WITH_TABLE)
    def prepare_from_table(
        actor: Who,
        file: Annotated[UploadFile, File(description="CSV or XLSX with the columns `resume` and `target`.")],
        batch: Annotated[str, Form(description="JSON: what is sent to make a batch, without `pairing` and `pairs`.")],
    ) -> BatchOut:
        """Resumes and targets are named by name, file name or id."""
        rows = entrance.documents.call(read_rows, file.file.read(), file.filename or "")
        wanted = replace(_read(batch).wanted(), pairing=Pairing.BY_TABLE, rows=rows)
        return BatchOut.of(batches.prepare(actor, wanted))

    @routes.post("/{batch_id}/forecast", _MAKE, "Look at every cell before anything is made", errors=_CONFLICT)
    def forecast(actor: Who, batch_id: str) -> BatchOut:
        """In the background: GET …/cells shows what is known so far."""
        return BatchOut.of(batches.forecast(actor, batch_id))

    @routes.post("/{batch_id}/run", _MAKE, "Make the chosen cells, or all", errors=_CONFLICT)
    def run(actor: Who, batch_id: str, choice: Choice) -> BatchOut:
        return BatchOut.of(batches.run(actor, batch_id, choice.numbers))

    @routes.post("/{batch_id}/retry-failed", _MAKE, "Try the cells again that failed", errors=_CONFLICT)
    def retry_failed(actor: Who, batch_id: str) -> BatchOut:
        return BatchOut.of(batches.retry_failed(actor, batch_id))

    @routes.post("/{batch_id}/pause", _MAKE, "Begin no more cells until it is resumed", errors=_CONFLICT)
    def pause(actor: Who, batch_id: str) -> BatchOut:
        return BatchOut.of(batches.pause(actor, batch_id))

    @routes.post("/{batch_id}/resume", _MAKE, "Go on after a pause", errors=_CONFLICT)
    def resume(actor: Who, batch_id: str) -> BatchOut:
        return BatchOut.of(batches.resume(actor, batch_id))

    @routes.post("/{batch_id}/cancel", _MAKE, "Begin no more cells; what was made stays", errors=_CONFLICT)
    def cancel(actor: Who, batch_id: str) -> BatchOut:
        return BatchOut.of(batches.cancel(actor, batch_id))


def _read(batch: str) -> NewBatch:
    """The JSON of a form's field; raises what FastAPI raises for a body."""
    try:
        return NewBatch.model_validate_json(batch)
    except ValidationError as fault:
        told = [{**each, "loc": ("body", "batch", *each["loc"])} for each in fault.errors()]
        raise RequestValidationError(told) from None


def _add_looking(entrance: Entrance, routes: Routes) -> None:
    batches, files = entrance.desk.batches, entrance.desk.batch_files

    @routes.get("", _VIEW, "Batches, the newest first")
    def list_batches(actor: Who, paging: Pages) -> Listed[BatchLine]:
        found = batches.list_batches(actor, paging.after, paging.limit)
        return listed(BatchLine, found.records, found.next)

    @routes.get("/{batch_id}", _VIEW, "A batch, with its progress")
    def show(actor: Who, batch_id: str) -> BatchOut:
        return BatchOut.of(batches.show(actor, batch_id))

    @routes.get("/{batch_id}/events", _VIEW, "The same as it changes, as server-sent events", responses=EVENTS)
    def follow(actor: Who, batch_id: str) -> StreamingResponse:
        """Ends when the batch has ended, and after a minute: then connect again."""
        return events_of(
            lambda: BatchOut.of(batches.show(actor, batch_id)), lambda batch: batch.finished_at is not None
        )

    @routes.get("/{batch_id}/cells", _VIEW, "The cells of a batch, by their numbers")
    def list_cells(
        actor: Who, batch_id: str, paging: Pages, status: Annotated[ItemStatus | None, Query()] = None
    ) -> Listed[CellOut]:
        """Of one status, when one is named."""
        found = batches.list_items(actor, batch_id, status.value if status else "", paging.after, paging.limit)
        return listed(CellOut, found.records, found.next)

    @routes.get("/{batch_id}/files", Action.EXPORT_RECORDS, "All documents and certificates as one ZIP", responses=_ZIP)
    def download(
        actor: Who,
        batch_id: str,
        pattern: Annotated[str, Text("title"), Query(description="Names, e.g. `{title}_{consultant}_{date}`.")] = "",
    ) -> StreamingResponse:
        """With a manifest, which has a line for every cell."""
        name, pieces = files.download(actor, batch_id, pattern)
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
        return StreamingResponse(pieces, media_type="application/zip", headers=headers)
