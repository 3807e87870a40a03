"""Mailings, follow-ups and answers: what many mails come to, what follows them, and what came back."""

from datetime import UTC, datetime, timedelta

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Listed, Out
from resume_customizer.api.outbox import MailLine
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.core.permissions import Action

_SEE, _SEND = Action.VIEW_RECORDS, Action.SEND_MAIL


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


class Ended(Out):
    """How many follow-ups were ended."""

    ended: int


def mailing_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _mailings(entrance), _following(entrance), _of_mail(entrance)


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


def _of_mail(entrance: Entrance) -> Routes:
    follow_ups, routes = entrance.desk.follow_ups, Routes("follow-ups-of-mails", "/mails")

    @routes.get("/{mail_id}/follow-ups", _SEE, "What follows a mail, and what has ended and why")
    def list_of_mail(actor: Who, mail_id: str, paging: Pages) -> Listed[FollowUp]:
        return cut(FollowUp, follow_ups.list_of_mail(actor, mail_id), paging, lambda each: each.follow_up_id)

    @routes.post("/{mail_id}/follow-ups/end", _SEND, "End what follows a mail: somebody answered elsewhere")
    def note_reply(actor: Who, mail_id: str) -> Ended:
        return Ended(ended=follow_ups.note_reply(actor, mail_id))

    return routes
