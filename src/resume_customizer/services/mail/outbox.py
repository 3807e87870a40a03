"""The outbox: what waits, what went out, what became of it, and what to do when nobody knows.

    list_mails() | show() | read_message()  ->  send() | schedule() | cancel() | retry() | settle()

A mail whose fate is `unknown` is settled by a person who looked, by an answer, or by the Sent folder: never by sending
it again unasked. One that is sent again after all has the same Message-ID, by which mail programs know it.

Promises (tests in tests/services/test_composing.py and tests/services/test_sending.py):

* What was cancelled does not go out; what has left can't be cancelled.
* Letters of the program itself, which hold links that let people in, are not shown to the members of a workspace.
* A message can be had as a file (.eml), with or without a mail account.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotFound
from resume_customizer.core.mail import Mailbox
from resume_customizer.core.mail_schedule import When, hours_as_json, hours_from, plan_times
from resume_customizer.core.outbox import WAITING, MailStatus, Receiving, check_may
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.mail import Delivery, MailAnswer, OutboxMail
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.accounts_in_use import usable_account
from resume_customizer.services.mail.mail_lines import line_of
from resume_customizer.services.mail.mail_pace import keep_mail_settings, mail_settings
from resume_customizer.services.mail.mail_writing import (
    SentFile,
    cancel,
    deliveries_of,
    files_of,
    forget_due,
    is_letter,
    make_due,
    open_body,
    written,
)
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Page, Reading, Transaction

NO_SENDER: Final = Mailbox("nobody@localhost.localdomain")
"""Stands in a file for the sender of a message that no account was chosen for."""


@dataclass(frozen=True, slots=True)
class MailLine:
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


@dataclass(frozen=True, slots=True)
class MailPage:
    """Some mails of a list."""

    lines: tuple[MailLine, ...]
    next: str
    """What to ask for the next page with; empty: this is the last one."""


@dataclass(frozen=True, slots=True)
class ReceiverLine:
    """One receiver, and what became of it."""

    address: str
    name: str
    role: str
    status: str
    answer: str
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class ShownMail:
    """A mail with all that belongs to it."""

    line: MailLine
    receivers: tuple[ReceiverLine, ...]
    text: str
    html: str
    files: tuple[SentFile, ...]
    message_id: str
    answers: tuple[tuple[str, str, datetime], ...]
    """What came back: kind, from whom, when."""


class Outbox:
    """What people do with mails that are written."""

    def __init__(self, ground: Ground, blobs: Blobs) -> None:
        self._ground, self._blobs = ground, blobs

    def list_mails(
        self, actor: Actor, status: str = "", mailing_id: str = "", requirement_id: str = "", after: str = ""
    ) -> MailPage:
        """A page of mails, the newest first, of one status, mailing or requirement; all without."""
        actor.require(Action.VIEW_RECORDS)
        where: Mapping[str, str] = {}
        if mailing_id:
            where = {"mailing_id": mailing_id} | ({"status": status} if status else {})
        elif requirement_id:
            where = {"requirement_id": requirement_id}
        elif status:
            where = {"status": status}
        with self._ground.looking(actor) as tx:
            page = tx.list(OutboxMail, after=after, limit=100, **where)
        return lines_of(page)

    def search(self, actor: Actor, text: str, after: str = "") -> MailPage:
        """Mails in whose subject each word begins a word, the newest first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return lines_of(tx.search(OutboxMail, text, after=after))

    def count(self, actor: Actor, mailing_id: str = "") -> dict[str, int]:
        """How many mails there are of each status, in all or in one mailing."""
        actor.require(Action.VIEW_RECORDS)
        where = {"mailing_id": mailing_id} if mailing_id else {}
        with self._ground.looking(actor) as tx:
            counted = tx.count_by(OutboxMail, "status", **where)
        return {each.value: counted.get(each.value, 0) for each in MailStatus}

    def show(self, actor: Actor, mail_id: str) -> ShownMail:
        """One mail; raises NotFound."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            mail = get_mail(tx, mail_id)
            receivers = deliveries_of(tx, mail.id)
            answers = tuple((each.kind, each.sender, each.came_at) for each in tx.every(MailAnswer, mail_id=mail.id))
        body = open_body(self._ground, mail)
        people = tuple(
            ReceiverLine(each.receiver, each.receiver_name, each.role, each.status, each.answer, each.sent_at)
            for each in receivers
        )
        return ShownMail(_line(mail), people, body.text, body.html, files_of(mail), mail.message_id, answers)

    def read_message(self, actor: Actor, mail_id: str) -> bytes:
        """The message as it goes out, to keep it as a file; it has no blind copies in it. Raises NotFound."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            mail = get_mail(tx, mail_id)
            receivers = deliveries_of(tx, mail.id)
        return written(self._ground, self._blobs, mail, receivers, None if mail.sender else NO_SENDER)

    # -------------------------------------------------------------- before it has left

    def send(self, actor: Actor, mail_id: str, account_id: str = "", when: When | None = None) -> datetime:
        """Let a mail that waits go out, now or when it is asked for; gives the moment. An account can be chosen."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            mail = get_mail(tx, mail_id, lock=True)
            check_may(mail.status, WAITING, "sent")
            mail = self._with_account(tx, actor, mail, account_id)
            now = self._ground.clock()
            (at,) = plan_times(1, when or When(), hours_from(mail_settings(tx)), now)
            status = MailStatus.SCHEDULED if at > now else MailStatus.DUE
            kept = tx.update(replace(mail, status=status.value, due_at=at, answer="", slot_at=None))
            make_due(tx, kept, at)
            self._ground.record(tx, actor, "mail.scheduled", ("mail", mail.id), {"at": at.isoformat()})
        return at

    def cancel(self, actor: Actor, mail_id: str) -> None:
        """Let a mail that waits not go out. Raises Conflict for one that has left."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            mail = get_mail(tx, mail_id, lock=True)
            check_may(mail.status, WAITING, "cancelled")
            cancel(tx, mail, "Cancelled by hand.")
            self._ground.record(tx, actor, "mail.cancelled", ("mail", mail.id))

    def pause_all(self, actor: Actor, *, is_paused: bool) -> None:
        """Nothing of the workspace goes out until it is let go on; follow-ups wait too."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            keep_mail_settings(tx, {**mail_settings(tx), "is_paused": is_paused})
            self._ground.record(tx, actor, "mail.paused" if is_paused else "mail.resumed")

    def show_settings(self, actor: Actor) -> dict[str, Any]:
        """The workspace's business hours with holidays, and whether sending is paused."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            found = mail_settings(tx)
        return {**hours_as_json(hours_from(found)), "is_paused": bool(found.get("is_paused"))}

    def set_hours(self, actor: Actor, hours: Mapping[str, Any]) -> None:
        """Set the workspace's business hours: zone, opens, closes, days, holidays; what is not named stays."""
        actor.require(Action.CHANGE_WORKSPACE)
        with self._ground.inside(actor) as tx:
            before = mail_settings(tx)
            known = hours_as_json(hours_from({**before, **hours}))
            keep_mail_settings(tx, {**known, "is_paused": bool(before.get("is_paused"))})
            self._ground.record(tx, actor, "mail.hours-set", details={"zone": str(known["zone"])})

    # -------------------------------------------------------------- after it has left

    def retry(self, actor: Actor, mail_id: str, account_id: str = "") -> None:
        """Try a mail that failed again, for those who did not get it; an account can be chosen."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            mail = get_mail(tx, mail_id, lock=True)
            check_may(mail.status, {MailStatus.FAILED, MailStatus.SENT}, "tried again")
            mail = self._with_account(tx, actor, mail, account_id)
            failed = [each for each in deliveries_of(tx, mail.id) if each.status == Receiving.FAILED]
            if not failed:
                raise NotFound("nobody-left", "Everybody has got this mail; nothing is to be tried again.")
            self._send_again(tx, mail, failed)
            self._ground.record(tx, actor, "mail.retried", ("mail", mail.id))

    def settle(self, actor: Actor, mail_id: str, *, arrived: bool) -> None:
        """Say what became of a mail whose fate nobody knew: it arrived, or it is to be sent again."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            mail = get_mail(tx, mail_id, lock=True)
            check_may(mail.status, {MailStatus.UNKNOWN}, "settled")
            unknown = [each for each in deliveries_of(tx, mail.id) if each.status == Receiving.UNKNOWN]
            if arrived:
                settle_as_sent(tx, mail, "Settled by hand: it arrived.", self._ground.clock())
            else:
                self._send_again(tx, mail, unknown)
            self._ground.record(tx, actor, "mail.settled", ("mail", mail.id), {"arrived": arrived})

    def _send_again(self, tx: Transaction, mail: OutboxMail, receivers: list[Delivery]) -> None:
        for each in receivers:
            tx.update(replace(each, status=Receiving.WAITING.value, answer=""))
        now = self._ground.clock()
        kept = tx.update(
            replace(mail, status=MailStatus.DUE.value, tries=0, due_at=now, slot_at=None, answer="To be sent again.")
        )
        make_due(tx, kept, now)

    def _with_account(self, tx: Transaction, actor: Actor, mail: OutboxMail, account_id: str) -> OutboxMail:
        chosen = account_id or mail.account_id or ""
        if not chosen:
            raise NotFound("no-account", "Choose a mail account to send it with; or take it as a file.")
        account = usable_account(tx, actor, chosen)
        if chosen == mail.account_id and mail.sender:
            return mail
        return replace(
            mail, account_id=chosen, sender=account.sender, sender_name=account.sender_name, reply_to=account.reply_to
        )


def get_mail(tx: Reading, mail_id: str, *, lock: bool = False) -> OutboxMail:
    """A mail that people have written; raises NotFound for letters of the program itself too."""
    mail = tx.get(OutboxMail, mail_id, lock=lock)
    if is_letter(mail):
        raise NotFound("not-found", "There is no such outbox mail.")
    return mail


def settle_as_sent(tx: Transaction, mail: OutboxMail, why: str, now: datetime) -> None:
    """A mail whose fate nobody knew is known to have been taken."""
    for each in deliveries_of(tx, mail.id):
        if each.status == Receiving.UNKNOWN:
            tx.update(replace(each, status=Receiving.SENT.value, answer=why, sent_at=now))
    settled = tx.update(replace(mail, status=MailStatus.SENT.value, answer=why))
    forget_due(tx, mail.id)
    line = line_of(settled, deliveries_of(tx, mail.id))
    if line:
        tx.add(line)


def lines_of(page: Page[OutboxMail]) -> MailPage:
    """A page as people see it, without letters of the program itself."""
    return MailPage(tuple(_line(each) for each in page.records if not is_letter(each)), page.next)


def _line(mail: OutboxMail) -> MailLine:
    return MailLine(
        mail.id,
        mail.subject,
        mail.sender,
        mail.status,
        mail.due_at,
        mail.created_at,
        mail.answer,
        mail.tries,
        mail.account_id or "",
        mail.mailing_id or "",
        mail.requirement_id or "",
        mail.submission_id or "",
        mail.follow_up_id is not None,
    )
