"""The sender: takes mails whose time has come, hands each to its server once, and writes down what became of it.

    what is due  ->  leased  ->  claimed: `sending`, kept  ->  handed over  ->  marked: sent, due again, failed, unknown

The claim is kept before a server hears of the mail. A sender that dies leaves `sending` behind; when its lease is over,
the next one finds that and calls it `unknown`. Several senders can work side by side, as threads or as processes.

Promises (tests in tests/services/test_sending.py and tests/faults/test_mail_kills.py):

* Nothing goes out twice by itself: not when a sender dies, nor when the database or the server does not answer.
* Nothing that is due is forgotten.
* Speed limits, daily caps and pauses hold, however many senders there are.
* Letters of the program itself go out through the server of the installation; without one they wait as drafts.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple, TypeVar

from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import Conflict, NotFound, QuotaExceeded, ResumeCustomizerError, Unavailable
from resume_customizer.core.mail import Mailbox
from resume_customizer.core.mail_server import Attempt, SmtpAccount
from resume_customizer.core.outbox import READY, MailStatus, Receiving, status_of, wait_after
from resume_customizer.core.records.mail import Delivery, MailAccount, OutboxMail
from resume_customizer.core.records.work import Due
from resume_customizer.core.tiers import Limit, window_of
from resume_customizer.services import mail_pace
from resume_customizer.services.ground import Ground
from resume_customizer.services.leasing import take_due
from resume_customizer.services.mail_accounts import open_password, route_of
from resume_customizer.services.mail_ports import MailMeans, MailServers
from resume_customizer.services.mail_writing import (
    QUEUE,
    deliveries_of,
    forget_due,
    is_letter,
    is_waiting,
    make_due,
    message_id_of,
    wants_no_mail,
    written,
)
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import InWorkspace, Transaction
from resume_customizer.services.usage import use

T = TypeVar("T")
MAILER: Final = Actor("mailer", Source(Door.WORKER))
"""Who the trail says it was."""
LEASE: Final = timedelta(minutes=15)
"""How long a sender has for what it took; longer than a whole handful can take."""
_HANDFUL: Final = 5
_PAUSED: Final = timedelta(minutes=1)
_TRIES: Final = 6
_OF_THE_ACCOUNT: Final = frozenset({"connect", "greeting", "hello", "tls", "sign-in"})
"""Steps that say something about the account, not about the mail: another try may go well."""


class _Claimed(NamedTuple):
    """A mail that is this sender's to hand over."""

    mail: OutboxMail
    receivers: tuple[Delivery, ...]
    others: tuple[Delivery, ...]
    """Those who have got it, or will not."""
    route: SmtpAccount
    sender: Mailbox
    content: bytes
    servers: MailServers


class Sending:
    """What a sender does; no door leads here but the one of the worker."""

    def __init__(self, ground: Ground, blobs: Blobs, means: MailMeans, lease: timedelta = LEASE) -> None:
        self._ground, self._blobs, self._lease = ground, blobs, lease
        self._servers, self._tokens, self._own = means.servers, means.tokens, means.own

    def run(self, stop: threading.Event, connections: int = 4, pause: float = 1.0) -> None:
        """Send what becomes due until `stop` is set, over so many connections; a store that is away is waited for."""
        threads = [threading.Thread(target=self._keep_on, args=(stop, pause)) for _ in range(connections - 1)]
        for thread in threads:
            thread.start()
        self._keep_on(stop, pause)
        for thread in threads:
            thread.join()

    def send_due(self, limit: int = _HANDFUL) -> int:
        """See to mails that are due, at most so many; gives how many it saw to. Raises Unavailable."""
        taken = take_due(self._ground, QUEUE, limit, self._lease)
        for due in taken:
            claimed = self._in(due.in_workspace, lambda tx, due=due: self._claim(tx, due))
            if claimed is not None:
                attempt = claimed.servers.send(
                    claimed.route,
                    claimed.sender.address,
                    tuple(each.receiver for each in claimed.receivers),
                    claimed.content,
                )
                self._in(due.in_workspace, lambda tx, c=claimed, a=attempt: self._mark(tx, c, a))
        return len(taken)

    def _keep_on(self, stop: threading.Event, pause: float) -> None:
        while not stop.is_set():
            try:
                found = self.send_due()
            except (Unavailable, Conflict):  # what was taken and not seen to comes again when its lease is over
                found = 0
            if not found:
                stop.wait(pause)

    def _in(self, workspace_id: str, work: Callable[[Transaction], T]) -> T:
        """What `work` gives, in one transaction; again when somebody else was quicker, as nothing was kept then."""
        for left in reversed(range(_TRIES)):
            try:
                return self._ground.store.run(InWorkspace(workspace_id), work)
            except Conflict:
                if not left:
                    raise
        raise AssertionError("unreachable")

    # -------------------------------------------------------------- taking

    def _claim(self, tx: Transaction, due: Due) -> _Claimed | None:
        """Make a mail this sender's, when it is to go out now; else say when, or what became of it."""
        try:
            mail = tx.get(OutboxMail, due.subject_id, lock=True)
        except NotFound:
            tx.delete(tx.get(Due, due.id))
            return None
        current = tx.find(Due, queue=QUEUE, subject_id=mail.id)
        if current is None or current.leased_by != due.leased_by:
            return None  # somebody else took it since
        if mail.status == MailStatus.SENDING:
            return self._found_dead(tx, mail)
        if mail.status not in READY:
            forget_due(tx, mail.id)
            return None
        account = tx.get(MailAccount, mail.account_id) if mail.account_id else None
        if account is None and (self._own is None or not is_letter(mail)):
            return self._keep_as_draft(tx, mail)
        waiting = self._leave_out(tx, mail)
        if not waiting:
            return None
        later = self._later(tx, mail, account, waiting)
        if later is not None:
            return self._postpone(tx, mail, *later)
        return self._ready(tx, mail, account, waiting)

    def _ready(
        self, tx: Transaction, mail: OutboxMail, account: MailAccount | None, waiting: tuple[Delivery, ...]
    ) -> _Claimed | None:
        """The mail, written and claimed; one that can't be written is failed."""
        now = self._ground.clock()
        sender = Mailbox(mail.sender, mail.sender_name) if account or not self._own else self._own.sender
        mail = replace(
            mail,
            message_id=message_id_of(mail, sender.address),
            first_tried_at=mail.first_tried_at or now,
            tries=mail.tries + 1,
        )
        try:
            if account is None:
                assert self._own is not None  # noqa: S101 - said by the caller
                route, servers = self._own.route, self._own.servers
            else:
                servers = self._servers
                route = route_of(account, open_password(self._ground, account), self._tokens)
            everybody = deliveries_of(tx, mail.id)
            content = written(self._ground, self._blobs, mail, everybody, sender)
        except ResumeCustomizerError as fault:
            self._end(tx, mail, waiting, Receiving.FAILED, str(fault))
            return None
        kept = tx.update(replace(mail, status=MailStatus.SENDING.value, answer=""))
        others = tuple(each for each in everybody if not is_waiting(each))
        return _Claimed(kept, waiting, others, route, sender, content, servers)

    def _leave_out(self, tx: Transaction, mail: OutboxMail) -> tuple[Delivery, ...]:
        """Who is still to get the mail; whoever wants none is left out."""
        waiting = [each for each in deliveries_of(tx, mail.id) if is_waiting(each)]
        for each in list(waiting):
            if not is_letter(mail) and wants_no_mail(tx, each.receiver):
                waiting.remove(each)
                tx.update(replace(each, status=Receiving.LEFT_OUT.value, answer="This address wants no mail."))
        if not any(each.role == "to" for each in waiting) and waiting and not is_letter(mail):
            pass_on = [each for each in deliveries_of(tx, mail.id) if each.role == "to"]
            if all(each.status == Receiving.LEFT_OUT for each in pass_on):
                for each in waiting:
                    tx.update(replace(each, status=Receiving.LEFT_OUT.value, answer="Nobody it is for wants mail."))
                waiting = []
        if not waiting:
            status = status_of((each.status for each in deliveries_of(tx, mail.id)), mail.tries)
            tx.update(replace(mail, status=status.value, answer="Nobody is left who wants mail."))
            forget_due(tx, mail.id)
        return tuple(waiting)

    def _later(
        self, tx: Transaction, mail: OutboxMail, account: MailAccount | None, waiting: tuple[Delivery, ...]
    ) -> tuple[datetime, str, datetime | None] | None:
        """When it is to be tried, why, and the slot it got; None: now. The daily cap is counted here."""
        now = self._ground.clock()
        if account is None:
            return None
        if account.paused_at or mail_pace.is_paused(tx):
            return now + _PAUSED, "Sending is paused.", None
        slot = mail_pace.take_slot(tx, mail, account, tuple(each.receiver for each in waiting), now)
        if slot > now:
            return slot, "Waits for its turn: the speed limit holds.", slot
        try:
            use(tx, self._ground, mail.workspace_id, Limit.EMAILS)
        except QuotaExceeded as fault:
            return window_of(Limit.EMAILS, now)[1], fault.message, None
        return None

    # -------------------------------------------------------------- marking

    def _mark(self, tx: Transaction, claimed: _Claimed, attempt: Attempt) -> None:
        """Write down what became of it."""
        mail = tx.get(OutboxMail, claimed.mail.id, lock=True)
        if mail.status not in {MailStatus.SENDING, MailStatus.UNKNOWN} or mail.tries != claimed.mail.tries:
            return  # settled meanwhile, by a person or an answer
        now = self._ground.clock()
        after = {each.id: each.status for each in claimed.others}
        for each in claimed.receivers:
            fate, answer = _fate(each, attempt, mail.tries)
            after[each.id] = fate.value
            sent_at = now if fate is Receiving.SENT else None
            tx.update(replace(each, status=fate.value, attempts=each.attempts + 1, answer=answer, sent_at=sent_at))
        status = status_of(after.values(), mail.tries)
        wait = wait_after(mail.tries) if status is MailStatus.DUE else None
        due_at = now + wait if wait else mail.due_at
        tx.update(replace(mail, status=status.value, answer=attempt.message, due_at=due_at))
        if wait:
            make_due(tx, mail, due_at)
        else:
            forget_due(tx, mail.id)
        if attempt.outcome in {"deferred", "failed"} and mail.account_id:
            use(tx, self._ground, mail.workspace_id, Limit.EMAILS, -1)
        if status is not MailStatus.DUE:
            self._ground.record(tx, MAILER, f"mail.{status.value}", ("mail", mail.id))

    def _found_dead(self, tx: Transaction, mail: OutboxMail) -> None:
        """A sender took it and never said what became of it."""
        waiting = tuple(each for each in deliveries_of(tx, mail.id) if is_waiting(each))
        why = "The program ended while it was being sent. Look whether it arrived, then settle it."
        self._end(tx, mail, waiting, Receiving.UNKNOWN, why)

    def _keep_as_draft(self, tx: Transaction, mail: OutboxMail) -> None:
        why = "No mail server is set for the program's own letters (RCP_SMTP_HOST)."
        if not is_letter(mail):
            why = "It has no mail account; choose one and send it again."
        tx.update(replace(mail, status=MailStatus.DRAFT.value, answer=why))
        forget_due(tx, mail.id)

    def _end(self, tx: Transaction, mail: OutboxMail, waiting: tuple[Delivery, ...], fate: Receiving, why: str) -> None:
        for each in waiting:
            tx.update(replace(each, status=fate.value, answer=why))
        status = status_of((each.status for each in deliveries_of(tx, mail.id)), mail.tries)
        tx.update(replace(mail, status=status.value, answer=why))
        forget_due(tx, mail.id)
        self._ground.record(tx, MAILER, f"mail.{status.value}", ("mail", mail.id))

    def _postpone(self, tx: Transaction, mail: OutboxMail, at: datetime, why: str, slot: datetime | None) -> None:
        tx.update(replace(mail, status=MailStatus.DUE.value, slot_at=slot, answer=why))
        make_due(tx, mail, at)


def _fate(delivery: Delivery, attempt: Attempt, tries: int) -> tuple[Receiving, str]:
    """What became of one receiver."""
    refused = attempt.refused.get(delivery.receiver, "")
    is_last = wait_after(tries) is None
    if attempt.outcome == "unknown":
        return Receiving.UNKNOWN, attempt.message
    if attempt.outcome == "sent" and not refused:
        return Receiving.SENT, ""
    is_final = attempt.outcome == "failed" and attempt.step not in _OF_THE_ACCOUNT
    if refused:
        is_final = refused.startswith("5")
    fate = Receiving.FAILED if is_final or is_last else Receiving.WAITING
    return fate, refused or attempt.message
