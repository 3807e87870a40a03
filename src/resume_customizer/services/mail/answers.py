"""What came back for mails: read from mailboxes, matched by Message-ID, and what it ends or settles.

    mailboxes whose turn it is  ->  new messages  ->  replies, bounces, wishes  ->  follow-ups end, fates are settled

Promises (tests in tests/services/test_follow_ups.py and tests/infrastructure/test_imap.py):

* A reply, a bounce and a wish to hear no more end what follows the mail, in the transaction that notes them.
* A message that was read twice counts once; one that is about no mail of the workspace leaves no trace.
* A mail whose fate nobody knows is settled by an answer, a bounce, or by being in the Sent folder; never otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput, NotFound, ResumeCustomizerError
from resume_customizer.core.mail_answers import Answer, AnswerKind, read_answer
from resume_customizer.core.mail_server import ImapAccount
from resume_customizer.core.outbox import MailStatus, Receiving
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.mail import MailAccount, MailAnswer, OutboxMail
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.work import Due
from resume_customizer.services.ground import Ground
from resume_customizer.services.leasing import take_due
from resume_customizer.services.mail.accounts_in_use import mailbox_of, open_password, usable_account
from resume_customizer.services.mail.following_up import end_of_mail, write_to_no_more
from resume_customizer.services.mail.mail_accounts import MAILBOX_QUEUE
from resume_customizer.services.mail.mail_claiming import MAILER
from resume_customizer.services.mail.mail_lines import line_of_answer
from resume_customizer.services.mail.mail_ports import AccessTokens, Mailboxes, NewMails
from resume_customizer.services.mail.mail_writing import deliveries_of
from resume_customizer.services.mail.outbox import get_mail, settle_as_sent
from resume_customizer.services.store import InWorkspace, Transaction
from resume_customizer.services.telling import tell_of_answer

_INBOX: Final = "INBOX"
_EVERY: Final = timedelta(minutes=5)
_MOST_LOOKED_FOR: Final = 50
_AT_ONCE: Final = 5
"""Mailboxes that are taken at a time: others who look take the next ones."""
_BECAUSE: Final = {
    "reply": "Somebody answered.",
    "bounce": "The mail came back.",
    "unsubscribe": "Somebody asked for no more mail.",
}


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """Something that came back."""

    mail_id: str
    kind: str
    sender: str
    came_at: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into a mailbox gave."""

    messages: int
    matched: int
    settled: int
    """Mails whose fate was unknown and is known now."""


class Answers:
    """What people see of what came back."""

    def __init__(self, ground: Ground, mailboxes: Mailboxes, tokens: AccessTokens) -> None:
        self._ground, self._reading = ground, ReadingAnswers(ground, mailboxes, tokens)

    def list_answers(self, actor: Actor, limit: int = 100) -> tuple[AnswerLine, ...]:
        """What came back last, the newest first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            page = tx.list(MailAnswer, order="-came_at", limit=limit)
        return tuple(AnswerLine(each.mail_id, each.kind, each.sender, each.came_at) for each in page.records)

    def look(self, actor: Actor, account_id: str) -> Looked:
        """Look into an account's mailbox now. Raises InvalidInput for one without, Unavailable."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            account = usable_account(tx, actor, account_id)
        return self._reading.look(account)

    def note(self, actor: Actor, mail_id: str, kind: str) -> None:
        """Note by hand that a reply or a bounce came for a mail; what follows it ends."""
        actor.require(Action.SEND_MAIL)
        known: dict[str, AnswerKind] = {"reply": "reply", "bounce": "bounce"}
        if kind not in known:
            raise InvalidInput("bad-kind", f"What came back is one of {', '.join(known)}.")
        with self._ground.inside(actor) as tx:
            mail = get_mail(tx, mail_id, lock=True)
            _apply(tx, self._ground, actor, mail, Answer(known[kind], "", f"<by-hand-{new_id()}@localhost>", ()))


class ReadingAnswers:
    """What a worker does with mailboxes whose turn it is."""

    def __init__(self, ground: Ground, mailboxes: Mailboxes, tokens: AccessTokens) -> None:
        self._ground, self._mailboxes, self._tokens = ground, mailboxes, tokens

    def look_due(self) -> int:
        """Look into mailboxes whose turn it is, a few at once; one that fails is looked into again later."""
        taken = take_due(self._ground, MAILBOX_QUEUE, _AT_ONCE, _EVERY)
        for due in taken:
            account = self._find_account(due)
            if account is not None:
                self._look_quietly(account)
        return len(taken)

    def look(self, account: MailAccount) -> Looked:
        """Read what is new in one mailbox, and look for what nobody knows the fate of. Raises Unavailable."""
        if not account.imap_host:
            raise InvalidInput("no-mailbox", "This account names no IMAP server; add it to read answers.")
        route = mailbox_of(account, open_password(self._ground, account), self._tokens)
        new = self._mailboxes.read_new(route, _INBOX, str(account.read_until.get(_INBOX, "")))
        answers = [answer for answer in map(read_answer, new.messages) if answer]
        matched = self._ground.store.run(
            InWorkspace(account.workspace_id), lambda tx: self._note_all(tx, account.id, new, answers)
        )
        return Looked(len(new.messages), matched, self._look_for_sent(account, route))

    def _find_account(self, due: Due) -> MailAccount | None:
        """The account of a turn; without one, there are no more turns."""
        try:
            with self._ground.within(due.in_workspace) as tx:
                account = tx.get(MailAccount, due.subject_id)
                if account.imap_host:
                    return account
        except NotFound:
            pass
        with self._ground.outside() as tx:
            found = tx.find(Due, queue=MAILBOX_QUEUE, subject_id=due.subject_id)
            if found is not None:
                tx.delete(found)
        return None

    def _look_quietly(self, account: MailAccount) -> None:
        try:
            self.look(account)
        except ResumeCustomizerError as fault:
            with self._ground.within(account.workspace_id) as tx:
                found = tx.get(MailAccount, account.id)
                until = {**found.read_until, "fault": fault.message, "fault_at": self._ground.clock().isoformat()}
                tx.update(replace(found, read_until=until))

    def _note_all(self, tx: Transaction, account_id: str, new: NewMails, answers: Iterable[Answer]) -> int:
        account = tx.get(MailAccount, account_id, lock=True)
        until = {key: value for key, value in account.read_until.items() if not key.startswith("fault")}
        tx.update(replace(account, read_until={**until, _INBOX: new.read_until}))
        matched = 0
        for answer in answers:
            for mail in _mails_of(tx, answer):
                matched += _apply(tx, self._ground, MAILER, mail, answer)
        return matched

    def _look_for_sent(self, account: MailAccount, route: ImapAccount) -> int:
        """Mails of unknown fate that are in the Sent folder were taken."""
        if not account.sent_folder:
            return 0
        with self._ground.within(account.workspace_id) as tx:
            status = MailStatus.UNKNOWN.value
            page = tx.list(OutboxMail, limit=_MOST_LOOKED_FOR, account_id=account.id, status=status)
        there = [each for each in page.records if self._mailboxes.holds(route, account.sent_folder, each.message_id)]
        settled = 0
        for each in there:
            with self._ground.within(account.workspace_id) as tx:
                mail = tx.get(OutboxMail, each.id, lock=True)
                if mail.status == MailStatus.UNKNOWN:
                    settle_as_sent(tx, mail, "It is in the Sent folder.", self._ground.clock())
                    self._ground.record(tx, MAILER, "mail.settled", ("mail", mail.id), {"arrived": True})
                    settled += 1
        return settled


def _mails_of(tx: Transaction, answer: Answer) -> tuple[OutboxMail, ...]:
    """The mails of the workspace that an answer is about: of those it names, the last one."""
    found: dict[str, OutboxMail] = {}
    for message_id in answer.about:
        for mail in tx.list(OutboxMail, message_id=message_id, limit=1).records:
            found[mail.id] = mail
    return tuple(found.values())


def _apply(tx: Transaction, ground: Ground, actor: Actor, mail: OutboxMail, answer: Answer) -> bool:
    """Note an answer, and what follows from it; False when it was noted before."""
    message_id = answer.message_id or f"<none-{mail.id}@localhost>"
    if tx.find(MailAnswer, mail_id=mail.id, message_id=message_id) is not None:
        return False
    now = ground.clock()
    tx.add(MailAnswer(mail_id=mail.id, kind=answer.kind, sender=answer.sender, message_id=message_id, came_at=now))
    if answer.kind == "automatic":
        return True
    mail = tx.get(OutboxMail, mail.id, lock=True)
    if mail.status == MailStatus.UNKNOWN:
        settle_as_sent(tx, mail, _BECAUSE[answer.kind], now)
        mail = tx.get(OutboxMail, mail.id)
    if answer.kind == "bounce":
        _note_bounce(tx, mail)
    end_of_mail(tx, ground, actor, mail, _BECAUSE[answer.kind])
    line = line_of_answer(mail, answer.kind, answer.sender, deliveries_of(tx, mail.id))
    if line:
        tx.add(line)
    receivers = {each.receiver.casefold() for each in deliveries_of(tx, mail.id)}
    if answer.kind == "unsubscribe" and answer.sender in receivers:
        write_to_no_more(tx, ground, actor, answer.sender, _BECAUSE["unsubscribe"])
    ground.record(tx, actor, f"mail.{answer.kind}", ("mail", mail.id))
    tell_of_answer(tx, ground, mail, answer.kind)
    return True


def _note_bounce(tx: Transaction, mail: OutboxMail) -> None:
    """A mail to one came back to that one; of several, nobody can say whose it was."""
    receivers = [each for each in deliveries_of(tx, mail.id) if each.status == Receiving.SENT]
    if len(receivers) == 1:
        tx.update(replace(receivers[0], status=Receiving.BOUNCED.value, answer=_BECAUSE["bounce"]))
        tx.update(replace(mail, status=MailStatus.FAILED.value, answer=_BECAUSE["bounce"]))
