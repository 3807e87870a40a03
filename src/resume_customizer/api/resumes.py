"""Stored resumes and their versions."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal

from fastapi import Form, Query, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import In, Listed, Name, Out, Text
from resume_customizer.api.files import DOCX, Wanted, answers_with, file_answer
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.shapes import As, CorrectionShape, Inspection, UnderstoodShape
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.resume.package import Permissions
from resume_customizer.services.library.resumes import corrections_of
from resume_customizer.services.library.uploads import LARGEST

_VIEW, _CHANGE = Action.VIEW_RECORDS, Action.CHANGE_RECORDS
_FORM = Form(media_type="multipart/form-data")
MAX_UPLOAD = min(LARGEST, 20_000_000) + 100_000
"""Bytes of a request with one file."""
Orders = Literal["-changed_at", "changed_at", "-id", "id", "name", "-name"]


class Upload(BaseModel):
    """A file that comes in."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    file: UploadFile = Field(description="A Word document (.docx).")
    allow_macros: bool = Field(False, description="Accept a file with macros; they are kept and not run.")
    allow_signed: bool = Field(False, description="Accept a signed file; its signature will no longer hold.")

    @property
    def permissions(self) -> Permissions:
        """What the caller accepts."""
        return Permissions(self.allow_macros, self.allow_signed)


class NewResume(Upload):
    """A resume to store."""

    consultant_id: str = Field("", max_length=36, description="Whose it is, when it is a consultant's.")


class Resume(Out):
    """A stored resume."""

    id: str
    name: str = Field(examples=["Nadia Quist, Java"])
    consultant_id: str | None
    version_count: int
    tags: tuple[str, ...]
    created_at: datetime
    changed_at: datetime
    version: int = Field(description="Of this record; the file's versions have numbers.")


class Version(Out):
    """One state of a resume's file."""

    id: str
    resume_id: str
    number: int
    file_name: str = Field(examples=["Nadia Quist.docx"])
    digest: str
    size: int
    uploaded_by: str | None
    created_at: datetime
    understood: Annotated[dict[str, Any], As(UnderstoodShape)]


class ResumeChange(In):
    """What is to be another way; what is left out stays."""

    name: Name | None = None
    tags: Annotated[list[Annotated[str, Text("label")]], Field(max_length=50)] | None = None
    corrections: Annotated[list[dict[str, Any]], Field(max_length=500)] | None = Field(
        None,
        examples=[[]],
        description="Of how it is understood, as the user guide shows them; they hold for later versions too.",
    )


class Corrections(Out):
    """What was corrected of how a resume is understood."""

    corrections: Annotated[list[Any], As(list[CorrectionShape])]
    version: int


def resume_routes(entrance: Entrance) -> tuple[Routes, Routes]:
    """The operations."""
    return _resumes(entrance), _versions(entrance)


def _resumes(entrance: Entrance) -> Routes:
    resumes, routes = entrance.desk.resumes, Routes("resumes", "/resumes")

    @routes.get("", _VIEW, "Stored resumes")
    def list_resumes(
        actor: Who,
        paging: Pages,
        q: Annotated[str, Text("search"), Query(description="Words of name or tags.")] = "",
        order: Orders = "-changed_at",
        consultant_id: Annotated[str, Query(max_length=36)] = "",
    ) -> Listed[Resume]:
        if q:
            found = resumes.search_resumes(actor, q, paging.after, paging.limit)
        else:
            found = resumes.list_resumes(actor, order, paging.after, paging.limit, consultant_id)
        return listed(Resume, found.records, found.next)

    @routes.post("", _CHANGE, "Store a resume", once=True, most=MAX_UPLOAD)
    def upload(actor: Who, sent: Annotated[NewResume, _FORM]) -> Resume:
        """It is read once to see that it can be, and kept as it came, byte for byte."""
        file, content = sent.file.filename or "", sent.file.file.read()
        return Resume.of(resumes.upload(actor, file, content, sent.consultant_id, sent.permissions))

    @routes.get("/{resume_id}", _VIEW, "One resume")
    def show(actor: Who, resume_id: str) -> Resume:
        return Resume.of(resumes.show_resume(actor, resume_id))

    @routes.patch("/{resume_id}", _CHANGE, "Rename, tag or correct a resume", errors=CHANGED)
    def change(actor: Who, resume_id: str, seen: Seen, change: ResumeChange) -> Resume:
        steps: list[Callable[[int], object]] = []
        if change.corrections is not None:
            steps.append(partial(resumes.correct, actor, resume_id, change.corrections))
        if change.tags is not None:
            steps.append(partial(resumes.tag, actor, resume_id, change.tags))
        if change.name is not None:
            steps.append(partial(resumes.rename, actor, resume_id, change.name))
        return _after(steps, seen, lambda: resumes.show_resume(actor, resume_id))

    @routes.delete("/{resume_id}", Action.DELETE_RECORDS, "Remove a resume", errors=CHANGED)
    def remove(actor: Who, resume_id: str) -> None:
        """With its versions; not while there are customizations of it."""
        resumes.remove(actor, resume_id)

    @routes.get("/{resume_id}/corrections", _VIEW, "What was corrected")
    def show_corrections(actor: Who, resume_id: str) -> Corrections:
        found = resumes.show_resume(actor, resume_id)
        return Corrections(corrections=list(corrections_of(found)), version=found.version)

    @routes.get("/{resume_id}/versions", _VIEW, "Its versions, the newest first")
    def list_versions(actor: Who, resume_id: str) -> Listed[Version]:
        return listed(Version, resumes.list_versions(actor, resume_id))

    @routes.post("/{resume_id}/versions", _CHANGE, "Store another state of it", once=True, most=MAX_UPLOAD)
    def add_version(actor: Who, resume_id: str, sent: Annotated[Upload, _FORM]) -> Resume:
        """The same file as the newest one changes nothing."""
        file, content = sent.file.filename or "", sent.file.file.read()
        return Resume.of(resumes.add_version(actor, resume_id, file, content, sent.permissions))

    return routes


def _after(steps: Sequence[Callable[[int], object]], seen: int, show: Callable[[], object]) -> Resume:
    """The resume after these changes, each of the version that the one before left; what can fail comes first."""
    for step in steps:
        changed = Resume.of(step(seen))
        seen = changed.version if seen else 0
    return Resume.of(show())


def _versions(entrance: Entrance) -> Routes:
    resumes, routes = entrance.desk.resumes, Routes("resume versions", "/resume-versions")

    @routes.get("/{version_id}/file", _VIEW, "The file, as it came in", responses=answers_with(DOCX))
    def read_file(actor: Who, version_id: str, wanted: Wanted) -> Response:
        found = resumes.read_version(actor, version_id)
        return file_answer(found.content, found.name, DOCX, found.digest, wanted)

    @routes.get("/{version_id}/inspection", _VIEW, "What is understood of it", shows=Inspection)
    def inspect(actor: Who, version_id: str) -> dict[str, Any]:
        """As corrected; the JSON of `inspect`."""
        return resumes.inspect_version(actor, version_id)

    return routes
