"""Mail: writing it, the outbox, mailings, what follows and what came back."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

from fastapi import Query, Response
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Address, Flag, In, Listed, Mark, Moment, Out, Text
from resume_customizer.api.files import Wanted, answers_with, file_answer
from resume_customizer.api.pages import Pages, cut, listed
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.core.mail_lists import Receiver, read_receivers
from resume_customizer.core.mail_schedule import When
from resume_customizer.core.permissions import Action
from resume_customizer.infrastructure.blobs.naming import digest_of
from resume_customizer.services.composing import Writing
from resume_customizer.services.mail_files import FileWish
from resume_customizer.services.mail_templates import TemplateText
from resume_customizer.services.mail_values import About

_SEE, _SEND = Action.VIEW_RECORDS, Action.SEND_MAIL
_MOST = 6_000_000
_EML = "message/rfc822"
Id36 = Annotated[str, Field(max_length=36)]
Letter = Annotated[str, Text("letter")]


class ReceiverToWrite(In):
    """Somebody who gets a message of their own."""

    address: Address
    name: Annotated[str, Text("title")] = ""
    company: Annotated[str, Text("title")] = ""


class FileToSend(In):
    """A file that goes along: of a customization, of a submission, or any stored one by its SHA-256."""

    customization_id: Id36 = ""
    what: Literal["document", "certificate"] = "document"
    submission_id: Id36 = ""
    digest: Annotated[str, Field(max_length=64)] = ""
    name: Annotated[str, Text("file-name")] = ""
    as_pdf: Flag = Field(default=False, description="The pages of a Word document instead of the document.")


class MailToWrite(In):
    """What is to be written; many receivers get a message each."""

    receivers: list[ReceiverToWrite] = Field(default_factory=list, max_length=10_000)
    list_text: Annotated[str, Field(max_length=5_000_000)] = Field("", description="Addresses, or a CSV with columns.")
    template_id: Annotated[str, Field(max_length=60)] = Field("", examples=["submission"])
    subject: Annotated[str, Text("subject")] = ""
    text: Letter = ""
    account_id: Id36 = Field("", description="Empty: the messages wait as drafts.")
    requirement_id: Id36 = ""
    consultant_id: Id36 = ""
    interview_id: Id36 = ""
    submission_id: Id36 = ""
    files: list[FileToSend] = Field(default_factory=list, max_length=10)
    cc: list[Address] = Field(default_factory=list, max_length=20)
    bcc: list[Address] = Field(default_factory=list, max_length=20)
    reply_to: Annotated[str, Field(max_length=254)] = ""
    values: dict[str, Annotated[str, Field(max_length=2_000)]] = Field(default_factory=dict, max_length=100)
    at: Moment | None = None
    in_business_hours: Flag = False
    spread_minutes: Annotated[int, Field(ge=0, le=20_160)] = 0
    as_drafts: Flag = False
    sequence_id: Id36 = ""
    name: Annotated[str, Text("title")] = ""
    again: Flag = False

    def writing(self) -> Writing:
        """As the service takes it; raises InvalidInput."""
        people = tuple(Receiver(each.address, each.name, each.company) for each in self.receivers)
        more = read_receivers(self.list_text).receivers if self.list_text else ()
        own = TemplateText(self.subject, self.text) if self.subject or self.text else None
        return Writing(
            receivers=(*people, *more),
            template_id=self.template_id,
            text=own,
            account_id=self.account_id,
            about=About(self.requirement_id, self.consultant_id, self.interview_id, self.submission_id),
            files=tuple(FileWish(**each.model_dump()) for each in self.files),
            cc=tuple(self.cc),
            bcc=tuple(self.bcc),
            reply_to=self.reply_to,
            values=self.values,
            when=When(self.at, self.in_business_hours, self.spread_minutes),
            as_drafts=self.as_drafts,
            sequence_id=self.sequence_id,
            name=self.name,
            again=self.again,
        )


class Person(Out):
    """Who gets a message."""

    address: str
    name: str


class SentFileOut(Out):
    """A file that goes along."""

    digest: str
    name: str
    media_type: str
    size: int


class Message(Out):
    """A message as it will be."""

    receiver: Person
    subject: str
    text: str
    html: str
    files: list[SentFileOut]
    due_at: datetime
    problems: list[str]


class Queued(Out):
    """What was kept."""

    mail_ids: list[str]
    mailing_id: str
    already: list[str] = Field(description="Addresses that have the very same mail; nothing was done for them.")


class MailLine(Out):
    """A mail in a list."""

    mail_id: str
    subject: str
    sender: str
    status: str
    due_at: datetime
    created_at: datetime
    answer: str
    tries: int
    account_id: str
    mailing_id: str
    requirement_id: str
    submission_id: str
    is_follow_up: bool


class ReceiverLine(Out):
    """One receiver, and what became of it."""

    address: str
    name: str
    role: str
    status: str
    answer: str
    sent_at: datetime | None


class Mail(MailLine):
    """A mail with all that belongs to it."""

    receivers: list[ReceiverLine]
    text: str
    html: str
    files: list[SentFileOut]
    message_id: str


class ToSend(In):
    """When and through what a mail that waits goes out."""

    account_id: Id36 = ""
    at: Moment | None = None
    in_business_hours: Flag = False


class Fate(In):
    """What became of a mail whose fate nobody knew."""

    arrived: Flag = Field(description="False: it is sent again, with the same Message-ID.")


class WhatCame(In):
    """What came back outside of a mailbox that is read."""

    kind: Literal["reply", "bounce"]


class Hours(Out):
    """When the workspace works, and whether it sends."""

    zone: str
    opens: str
    closes: str
    days: list[int]
    holidays: list[str]
    is_paused: bool


class HoursToSet(In):
    """What is to hold from now on."""

    zone: Annotated[str, Text("time-zone")] = "UTC"
    opens: Annotated[str, Field(max_length=5)] = "09:00"
    closes: Annotated[str, Field(max_length=5)] = "17:00"
    days: list[Annotated[int, Field(ge=0, le=6)]] = Field(default=[0, 1, 2, 3, 4], max_length=7)
    holidays: list[Annotated[str, Field(max_length=10)]] = Field(default_factory=list, max_length=400)


class Mailing(Out):
    """Many mails of one text."""

    mailing_id: str
    name: str
    total: int
    counts: dict[str, int]
    per_minute: float
    created_at: datetime
    is_cancelled: bool
    is_over: bool


class Problem(Out):
    """Somebody who did not get a message, or perhaps not."""

    mail_id: str
    address: str
    status: str
    answer: str


class Answered(Out):
    """Something that came back."""

    mail_id: str
    kind: str
    sender: str
    came_at: datetime


class FollowUp(Out):
    """A sequence on its way with one mail."""

    follow_up_id: str
    mail_id: str
    subject: str
    to: list[str]
    sequence: str
    step: int
    steps: int
    due_at: datetime
    status: str
    ended_because: str
    requirement_id: str


class ToDo(Out):
    """What mail asks of people."""

    unknown: list[MailLine]
    failed: list[MailLine]
    follow_ups: list[FollowUp]


def mail_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _writing(entrance), _outbox(entrance), _mailings(entrance), _following(entrance)


def _writing(entrance: Entrance) -> Routes:
    composing, routes = entrance.desk.composing, Routes("mails", "/mails")

    @routes.post("/preview", _SEE, "Each message as it will be; nothing is kept", most=_MOST)
    def preview(actor: Who, mail: MailToWrite) -> list[Message]:
        return [Message.of(each) for each in composing.preview(actor, mail.writing())]

    @routes.post("", _SEND, "Write a message to each person: all are kept or none", once=True, most=_MOST)
    def write(actor: Who, mail: MailToWrite) -> Queued:
        return Queued.of(composing.queue(actor, mail.writing()))

    return routes


def _outbox(entrance: Entrance) -> Routes:
    outbox, answers, routes = entrance.desk.outbox, entrance.desk.answers, Routes("outbox", "/mails")

    @routes.get("", _SEE, "Mails, the newest first")
    def list_mails(
        actor: Who,
        after: Annotated[Mark, Query()] = "",
        status: Annotated[str, Query(max_length=20)] = "",
        requirement_id: Annotated[str, Query(max_length=36)] = "",
        mailing_id: Annotated[str, Query(max_length=36)] = "",
    ) -> Listed[MailLine]:
        found = outbox.list_mails(actor, status, mailing_id, requirement_id, after)
        return listed(MailLine, found.lines, found.next)

    @routes.get("/counts", _SEE, "How many mails there are of each status")
    def count(actor: Who) -> dict[str, int]:
        return outbox.count(actor)

    @routes.get("/hours", _SEE, "Business hours, holidays, and whether sending is paused")
    def hours(actor: Who) -> Hours:
        return Hours.model_validate(outbox.show_settings(actor))

    @routes.put("/hours", Action.CHANGE_WORKSPACE, "Set business hours and holidays")
    def set_hours(actor: Who, wanted: HoursToSet) -> Hours:
        outbox.set_hours(actor, wanted.model_dump())
        return Hours.model_validate(outbox.show_settings(actor))

    @routes.post("/pause", _SEND, "Send nothing of the workspace until it goes on")
    def pause(actor: Who) -> None:
        outbox.pause_all(actor, is_paused=True)

    @routes.post("/go-on", _SEND, "Let the workspace's mail go out again")
    def go_on(actor: Who) -> None:
        outbox.pause_all(actor, is_paused=False)

    @routes.get("/{mail_id}", _SEE, "One mail, and what became of it")
    def show(actor: Who, mail_id: str) -> Mail:
        found = outbox.show(actor, mail_id)
        line = MailLine.of(found.line).model_dump()
        receivers = [ReceiverLine.of(each) for each in found.receivers]
        files = [SentFileOut.of(each) for each in found.files]
        more = {"text": found.text, "html": found.html, "files": files, "message_id": found.message_id}
        return Mail.model_validate({**line, "receivers": receivers, **more})

    @routes.get("/{mail_id}/file", _SEE, "The message as a file (.eml)", responses=answers_with(_EML))
    def read_message(actor: Who, mail_id: str, wanted: Wanted) -> Response:
        content = outbox.read_message(actor, mail_id)
        return file_answer(content, f"{mail_id}.eml", _EML, digest_of(content), wanted)

    @routes.post("/{mail_id}/send", _SEND, "Let a mail that waits go out, now or later", errors=CHANGED)
    def send(actor: Who, mail_id: str, wish: ToSend) -> None:
        outbox.send(actor, mail_id, wish.account_id, When(wish.at, wish.in_business_hours))

    @routes.post("/{mail_id}/cancel", _SEND, "Let a mail that waits not go out", errors=CHANGED)
    def cancel(actor: Who, mail_id: str) -> None:
        outbox.cancel(actor, mail_id)

    @routes.post("/{mail_id}/retry", _SEND, "Try a mail that failed again", errors=CHANGED)
    def retry(actor: Who, mail_id: str) -> None:
        outbox.retry(actor, mail_id)

    @routes.post("/{mail_id}/settle", _SEND, "Say what became of a mail whose fate nobody knew", errors=CHANGED)
    def settle(actor: Who, mail_id: str, fate: Fate) -> None:
        outbox.settle(actor, mail_id, arrived=fate.arrived)

    @routes.post("/{mail_id}/answers", _SEND, "Note that a reply or a bounce came", errors=CHANGED)
    def note(actor: Who, mail_id: str, what: WhatCame) -> None:
        answers.note(actor, mail_id, what.kind)

    return routes


def _mailings(entrance: Entrance) -> Routes:
    mailings, routes = entrance.desk.mailings, Routes("mailings", "/mailings")

    @routes.get("", _SEE, "Mailings, the newest first")
    def list_mailings(actor: Who, paging: Pages) -> Listed[Mailing]:
        return cut(Mailing, mailings.list_mailings(actor), paging, lambda each: each.mailing_id)

    @routes.get("/{mailing_id}", _SEE, "One mailing, and how far it is")
    def show(actor: Who, mailing_id: str) -> Mailing:
        return Mailing.of(mailings.show_mailing(actor, mailing_id))

    @routes.get("/{mailing_id}/problems", _SEE, "Who did not get their message, and why")
    def problems(actor: Who, mailing_id: str, paging: Pages) -> Listed[Problem]:
        found = mailings.list_problems(actor, mailing_id)
        return cut(Problem, found, paging, lambda each: f"{each.mail_id} {each.address}")

    @routes.post("/{mailing_id}/cancel", _SEND, "Stop a mailing: what has not left does not go out")
    def cancel(actor: Who, mailing_id: str) -> Mailing:
        mailings.cancel(actor, mailing_id)
        return Mailing.of(mailings.show_mailing(actor, mailing_id))

    return routes


def _following(entrance: Entrance) -> Routes:
    follow_ups, answers, routes = entrance.desk.follow_ups, entrance.desk.answers, Routes("follow-ups", "/follow-ups")

    @routes.get("", _SEE, "Follow-ups on their way, the next one first")
    def list_waiting(actor: Who, paging: Pages) -> Listed[FollowUp]:
        return cut(FollowUp, follow_ups.list_waiting(actor), paging, lambda each: each.follow_up_id)

    @routes.get("/to-do", _SEE, "What mail asks of people: fates to settle, failures, what is due within a day")
    def to_do(actor: Who) -> ToDo:
        return ToDo.of(follow_ups.list_to_do(actor, datetime.now(UTC) + timedelta(days=1)))

    @routes.get("/answers", _SEE, "What came back last")
    def list_answers(actor: Who, paging: Pages) -> Listed[Answered]:
        mark = lambda each: f"{each.mail_id} {each.came_at.isoformat()}"  # noqa: E731 - a name for one use
        return cut(Answered, answers.list_answers(actor), paging, mark)

    @routes.post("/{follow_up_id}/end", _SEND, "End one; what has not left of it does not go out", errors=CHANGED)
    def end(actor: Who, follow_up_id: str) -> None:
        follow_ups.end(actor, follow_up_id)

    return routes
