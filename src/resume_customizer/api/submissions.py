"""Submissions with their checks and files, lines that were sent, interview sheets, interviews, attached files."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import File, Form, Query, Response, UploadFile
from fastapi.exceptions import RequestValidationError
from pydantic import Field, ValidationError

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import ID_EXAMPLE, Flag, Identifier, In, Listed, Moment, Number, Out, Text
from resume_customizer.api.files import DOCX, Wanted, answers_with, file_answer, saved_as
from resume_customizer.api.pages import Pages, listed
from resume_customizer.api.requirements import Title
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.shapes_of_the_desk import CheckShape
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.core.staffing.submissions import SubmissionStatus
from resume_customizer.services.staffing.submissions import Sending
from resume_customizer.services.staffing.views_of_submissions import checked_to_json

_VIEW, _CHANGE = Action.VIEW_RECORDS, Action.CHANGE_RECORDS
_CONFLICT = (HTTPStatus.CONFLICT,)
_LIKE_ID = Annotated[str, Field(max_length=36)]
_ID = Annotated[str, Query(max_length=36)]
_MOST = 64_000_000
_OwnerKind = Annotated[str, Query(pattern="^(requirement|consultant|submission)$")]
_ICS: dict[int | str, dict[str, Any]] = {200: {"content": {"text/calendar": {"schema": {"type": "string"}}}}}


class NewSubmission(In):
    """Who is sent for what, with which file: a customization, or a version of a resume."""

    requirement_id: Identifier
    consultant_id: Identifier
    customization_id: _LIKE_ID = ""
    version_id: _LIKE_ID = Field("", examples=[ID_EXAMPLE])
    role: Title = Field("", description="Where it differs from the requirement's title.")
    rate: Title = Field("", examples=["75 USD per hour"])
    tax_term: Annotated[str, Field(max_length=10)] = ""
    sent_to: Title = ""
    right_to_represent: Annotated[str, Text("note")] = Field("", description="What the consultant agreed to.")
    represented_since: Moment | None = Field(None, description="When the consultant agreed.")
    accepts_contradictions: Flag = Field(False, description="A person has seen what differs from earlier files.")

    def sending(self, name: str = "", proof: bytes = b"") -> Sending:
        """As the service takes it."""
        return Sending(**self.model_dump(), proof_name=name, proof=proof)


class NewStatus(In):
    """What became of a submission."""

    status: SubmissionStatus


class Submission(Out):
    """One consultant sent for one requirement."""

    id: str
    requirement_id: str
    consultant_id: str
    customization_id: str | None
    file_digest: str = Field(description="SHA-256 of the exact file.")
    file_name: str
    status: str
    role: str
    end_client: str
    prime_vendor: str
    vendor_company: str
    right_to_represent: str
    represented_since: datetime | None
    rate_cents: int | None
    rate_currency: str
    rate_per: str
    tax_term: str
    sent_to: str
    sent_by: str | None
    sent_at: datetime | None
    version: int


class InterviewFields(In):
    """What is known of an interview; what is not sent stays as it is."""

    round: Annotated[int, Number("count")] = 1
    starts_at: Annotated[str, Field(max_length=40)] = Field("", description="Local in `time_zone`, or with an offset.")
    minutes: Annotated[int, Number("count")] = 60
    time_zone: Annotated[str, Field(max_length=64)] = ""
    mode: Annotated[str, Text("label")] = ""
    link: Annotated[str, Text("link")] = ""
    interviewers: Annotated[str, Field(max_length=500)] = ""
    status: Annotated[str, Text("label")] = "planned"
    result: Annotated[str, Text("label")] = ""
    feedback: Annotated[str, Text("letter")] = ""
    notes: Annotated[str, Text("letter")] = ""
    remind_minutes: Annotated[int, Number("count")] = 60

    def sent(self) -> dict[str, Any]:
        """What was sent, and nothing else."""
        return {name: getattr(self, name) for name in self.model_fields_set if name in InterviewFields.model_fields}


class NewInterview(InterviewFields):
    """For whom and what."""

    requirement_id: Identifier
    consultant_id: Identifier
    submission_id: _LIKE_ID = ""


class Interview(Out):
    """A talk that a client has with a consultant."""

    id: str
    requirement_id: str
    consultant_id: str
    submission_id: str | None
    round: int
    starts_at: datetime
    minutes: int
    time_zone: str
    mode: str
    link: str
    interviewers: str
    status: str
    result: str
    feedback: str
    notes: str
    remind_minutes: int
    version: int


class Attachment(Out):
    """A file that is kept with a record."""

    id: str
    of_kind: str
    of_id: str
    name: str
    digest: str
    size: int
    added_by: str | None
    created_at: datetime
    version: int


def submission_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _submissions(entrance), _interviews(entrance), _attachments(entrance)


def _submissions(entrance: Entrance) -> Routes:
    submissions, routes = entrance.desk.submissions, Routes("submissions", "/submissions")

    @routes.get("", _VIEW, "Submissions, the newest first")
    def list_submissions(
        actor: Who,
        paging: Pages,
        requirement_id: _ID = "",
        consultant_id: _ID = "",
        status: Annotated[str, Query(max_length=20)] = "",
    ) -> Listed[Submission]:
        page = submissions.list_submissions(actor, requirement_id, consultant_id, status, paging.after, paging.limit)
        return listed(Submission, page.records, page.next)

    @routes.post("", _CHANGE, "Write down that somebody is sent, with the exact file", once=True)
    def submit(actor: Who, new: NewSubmission) -> Submission:
        """Once for each consultant, end client and role: 409 `double-submission`; 409 `contradictions`; 422 `no-right`.

        A file that proves the right to represent goes to `/submissions/with-proof`.
        """
        return Submission.of(submissions.submit(actor, new.sending()))

    @routes.post("/with-proof", _CHANGE, "The same, with a file that proves the right", once=True, most=_MOST)
    def submit_with_proof(
        actor: Who,
        proof: Annotated[UploadFile, File(description="E.g. the consultant's e-mail.")],
        submission: Annotated[str, Form(description="The JSON of POST /submissions.", max_length=20_000)],
    ) -> Submission:
        new = _read(submission)
        return Submission.of(submissions.submit(actor, new.sending(proof.filename or "proof", proof.file.read())))

    @routes.post("/check", _VIEW, "What would stop a submission, and what should be seen before it", shows=CheckShape)
    def check(actor: Who, new: NewSubmission) -> dict[str, Any]:
        """Contradictions to earlier files, lines that others have sent there, points that nobody has confirmed."""
        return checked_to_json(submissions.check(actor, new.sending()))

    @routes.get("/{submission_id}", _VIEW, "One submission")
    def show(actor: Who, submission_id: str) -> Submission:
        return Submission.of(submissions.show(actor, submission_id))

    @routes.put("/{submission_id}/status", _CHANGE, "What became of a submission", errors=CHANGED)
    def set_status(actor: Who, submission_id: str, seen: Seen, wanted: NewStatus) -> Submission:
        """Withdrawing frees client and role for another submission."""
        return Submission.of(submissions.set_status(actor, submission_id, wanted.status, seen or None))

    @routes.get("/{submission_id}/file", _VIEW, "The very file that was sent", responses=answers_with(DOCX))
    def read_file(actor: Who, submission_id: str, wanted: Wanted) -> Response:
        found = submissions.read_file(actor, submission_id)
        return file_answer(found.content, found.name, DOCX, found.digest, wanted)

    return routes


def _read(submission: str) -> NewSubmission:
    """The JSON of a form's field; raises what FastAPI raises for a body."""
    try:
        return NewSubmission.model_validate_json(submission)
    except ValidationError as fault:
        told = [{**each, "loc": ("body", "submission", *each["loc"])} for each in fault.errors()]
        raise RequestValidationError(told) from None


def _interviews(entrance: Entrance) -> Routes:
    interviews, routes = entrance.desk.interviews, Routes("interviews", "/interviews")

    @routes.get("", _VIEW, "Interviews by time, or of a requirement or consultant")
    def list_interviews(
        actor: Who, paging: Pages, requirement_id: _ID = "", consultant_id: _ID = "", since: Moment | None = None
    ) -> Listed[Interview]:
        page = interviews.list_interviews(actor, requirement_id, consultant_id, since, paging.after, paging.limit)
        return listed(Interview, page.records, page.next)

    @routes.post("", _CHANGE, "Plan an interview", once=True)
    def plan_interview(actor: Who, new: NewInterview) -> Interview:
        """A time without offset is local in `time_zone`, or in the consultant's."""
        named = (new.requirement_id, new.consultant_id)
        return Interview.of(interviews.plan_interview(actor, *named, new.sent(), new.submission_id))

    @routes.get("/{interview_id}", _VIEW, "One interview")
    def show(actor: Who, interview_id: str) -> Interview:
        return Interview.of(interviews.show(actor, interview_id))

    @routes.patch("/{interview_id}", _CHANGE, "Move an interview, add feedback or a result", errors=CHANGED)
    def edit(actor: Who, interview_id: str, seen: Seen, changes: InterviewFields) -> Interview:
        return Interview.of(interviews.edit(actor, interview_id, changes.sent(), seen or None))

    @routes.delete("/{interview_id}", Action.DELETE_RECORDS, "Remove an interview")
    def remove(actor: Who, interview_id: str) -> None:
        interviews.remove(actor, interview_id)

    @routes.get("/{interview_id}/calendar", _VIEW, "The interview as an iCalendar file", responses=_ICS)
    def calendar(actor: Who, interview_id: str) -> Response:
        headers = {"Content-Disposition": saved_as("interview.ics")}
        return Response(interviews.calendar(actor, interview_id), headers=headers, media_type="text/calendar")

    return routes


def _attachments(entrance: Entrance) -> Routes:
    attachments, routes = entrance.desk.attachments, Routes("attachments", "/attachments")

    @routes.get("", _VIEW, "The files of a record")
    def list_attachments(actor: Who, of_kind: _OwnerKind, of_id: _ID) -> Listed[Attachment]:
        return listed(Attachment, attachments.list_attachments(actor, of_kind, of_id))

    @routes.post("", _CHANGE, "Keep a file with a record", once=True, most=_MOST)
    def attach(
        actor: Who,
        file: Annotated[UploadFile, File()],
        of_kind: Annotated[str, Form(max_length=20)],
        of_id: Annotated[str, Form(max_length=36)],
    ) -> Attachment:
        return Attachment.of(attachments.attach(actor, of_kind, of_id, file.filename or "file", file.file.read()))

    @routes.get(
        "/{attachment_id}/file", _VIEW, "A file as it came in", responses=answers_with("application/octet-stream")
    )
    def read_attachment(actor: Who, attachment_id: str, wanted: Wanted) -> Response:
        found = attachments.read_attachment(actor, attachment_id)
        return file_answer(found.content, found.name, "application/octet-stream", found.digest, wanted)

    @routes.delete("/{attachment_id}", Action.DELETE_RECORDS, "Remove a file", errors=_CONFLICT)
    def remove_attachment(actor: Who, attachment_id: str) -> None:
        attachments.remove_attachment(actor, attachment_id)

    return routes
