"""Writing mail: what each message will be, and keeping it for the outbox."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Address, Flag, In, Moment, Out, Text, Whole
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.mail_lists import Receiver, read_receivers
from resume_customizer.core.mail_schedule import When
from resume_customizer.core.permissions import Action
from resume_customizer.services.mail.mail_drafts import Writing
from resume_customizer.services.mail.mail_files import FileWish
from resume_customizer.services.mail.mail_templates import TemplateText
from resume_customizer.services.mail.mail_values import About

_SEE, _SEND = Action.VIEW_RECORDS, Action.SEND_MAIL
_MOST = 6_000_000
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

    receivers: list[ReceiverToWrite] = Field(
        default_factory=list, max_length=10_000, examples=[[{"address": "vera@harbor.example", "name": "Vera Holm"}]]
    )
    list_text: Annotated[str, Field(max_length=5_000_000)] = Field("", description="Addresses, or a CSV with columns.")
    template_id: Annotated[str, Field(max_length=60)] = Field("", description="Instead of subject and text.")
    subject: Annotated[str, Text("subject")] = Field("", examples=["Java developers this week"])
    text: Letter = Field("", examples=["Hello {{ receiver_first_name }},\n\nmay we talk this week?"])
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
    spread_minutes: Annotated[Whole, Field(ge=0, le=20_160)] = 0
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


def mail_routes(entrance: Entrance) -> Routes:
    """The operations."""
    composing, routes = entrance.desk.composing, Routes("mails", "/mails")

    @routes.post("/preview", _SEE, "Each message as it will be; nothing is kept", most=_MOST)
    def preview(actor: Who, mail: MailToWrite) -> list[Message]:
        return [Message.of(each) for each in composing.preview(actor, mail.writing())]

    @routes.post("", _SEND, "Write a message to each person: all are kept or none", once=True, most=_MOST)
    def write(actor: Who, mail: MailToWrite) -> Queued:
        return Queued.of(composing.queue(actor, mail.writing()))

    return routes
