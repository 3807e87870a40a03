"""What became of mails that were handed over: of each receiver, of the mail, and when it is tried again.

    Claimed + Attempt …  ->  mark()  ->  sent, due again, failed, unknown  |  not begun: due, as if nothing had been

Promises (tests in tests/services/test_sending.py):

* What a person or an answer has settled meanwhile stays as it was settled.
* A mail that no server took does not count for the daily cap.
* A mail that went out stands in the timeline of its requirement, in the same transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from resume_customizer.core.mail_server import Attempt
from resume_customizer.core.outbox import MailStatus, Receiving, wait_after
from resume_customizer.core.records.mail import Delivery, OutboxMail
from resume_customizer.core.tiers import Limit
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.mail_claiming import MAILER, Claimed
from resume_customizer.services.mail.mail_portions import Portion
from resume_customizer.services.store import Transaction
from resume_customizer.services.usage import use

_OF_THE_ACCOUNT: Final = frozenset({"connect", "greeting", "hello", "tls", "sign-in"})
"""Steps that say something about the account, not about the mail: another try may go well."""
_MINE: Final = frozenset({MailStatus.SENDING, MailStatus.UNKNOWN})


def mark(tx: Transaction, ground: Ground, done: Sequence[tuple[Claimed, Attempt | None]]) -> None:
    """Write down what became of mails of one workspace; None: it was not begun. Raises Conflict."""
    portion = Portion.read(tx, (each.due for each, _ in done))
    now, given_back = ground.clock(), 0
    for claimed, attempt in done:
        mail = portion.mails.get(claimed.mail.id)
        if mail is None or mail.status not in _MINE or mail.tries != claimed.mail.tries:
            continue  # settled meanwhile, by a person or an answer
        if attempt is None:
            _put_back(portion, mail, now)
        else:
            _mark_one(portion, claimed, attempt, now)
        given_back += bool(mail.account_id) and (attempt is None or attempt.outcome in {"deferred", "failed"})
    if given_back:
        use(tx, ground, done[0][0].mail.workspace_id, Limit.EMAILS, -given_back)
    portion.write(tx, ground, MAILER)


def _put_back(portion: Portion, mail: OutboxMail, now: datetime) -> None:
    if mail.status == MailStatus.SENDING:
        portion.change(replace(mail, status=MailStatus.DUE.value, tries=mail.tries - 1))
        portion.make_due(mail.id, now)


def _mark_one(portion: Portion, claimed: Claimed, attempt: Attempt, now: datetime) -> None:
    mail = portion.mails[claimed.mail.id]
    for each in claimed.receivers:
        fate, answer = _fate(each, attempt, mail.tries)
        sent_at = now if fate is Receiving.SENT else None
        portion.change_receiver(
            replace(each, status=fate.value, attempts=each.attempts + 1, answer=answer, sent_at=sent_at)
        )
    status = portion.status_of(mail.id)
    wait = wait_after(mail.tries) if status is MailStatus.DUE else None
    due_at = now + wait if wait else mail.due_at
    portion.change(replace(mail, status=status.value, answer=attempt.message, due_at=due_at))
    if wait:
        portion.make_due(mail.id, due_at)
        return
    portion.forget(mail.id)
    if status is not MailStatus.DUE:
        portion.tell(mail.id)


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
