"""The outbox: what waits, what went out, what became of it, and when the workspace sends."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import Query, Response
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Flag, In, Listed, Mark, Moment, Out, Text, Whole
from resume_customizer.api.files import Wanted, answers_with, file_answer
from resume_customizer.api.mail import Id36, SentFileOut
from resume_customizer.api.pages import listed
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.core.mail_schedule import When
from resume_customizer.core.permissions import Action
from resume_customizer.infrastructure.blobs.naming import digest_of

_SEE, _SEND = Action.VIEW_RECORDS, Action.SEND_MAIL
_EML = "message/rfc822"


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
    days: list[Annotated[Whole, Field(ge=0, le=6)]] = Field(default=[0, 1, 2, 3, 4], max_length=7)
    holidays: list[Annotated[str, Field(max_length=10)]] = Field(default_factory=list, max_length=400)


def outbox_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _outbox(entrance), _workspace(entrance)


def _outbox(entrance: Entrance) -> Routes:
    outbox, answers, routes = entrance.desk.outbox, entrance.desk.answers, Routes("outbox", "/mails")

    @routes.get("", _SEE, "Mails, the newest first")
    def list_mails(
        actor: Who,
        after: Annotated[Mark, Query()] = "",
        status: Annotated[str, Query(max_length=20)] = "",
        requirement_id: Annotated[str, Query(max_length=36)] = "",
        mailing_id: Annotated[str, Query(max_length=36)] = "",
        q: Annotated[
            str, Text("search"), Query(description="Words of the subject; the rest does not count then.")
        ] = "",
    ) -> Listed[MailLine]:
        if q:
            found = outbox.search(actor, q, after)
        else:
            found = outbox.list_mails(actor, status, mailing_id, requirement_id, after)
        return listed(MailLine, found.lines, found.next)

    @routes.get("/counts", _SEE, "How many mails there are of each status")
    def count(actor: Who) -> dict[str, int]:
        return outbox.count(actor)

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


def _workspace(entrance: Entrance) -> Routes:
    outbox, routes = entrance.desk.outbox, Routes("sending", "/mails")

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

    return routes
