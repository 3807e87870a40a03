"""Many mails of one text: how far they are, who did not get theirs and why, and stopping what has not left.

    composing.queue() for several people  ->  list_mailings()  ->  list_problems()  |  cancel()

Each message is a mail of its own in the outbox, so a mailing goes on where it was after any crash.

Promises (tests in tests/services/test_composing.py):

* A mailing that is cancelled sends nothing more, and says how far it came.
* Whoever did not get their message is on the list of problems, with what the server said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.outbox import READY, WAITING, MailStatus, Receiving
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.mail import Mailing, OutboxMail
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.mail_writing import cancel, deliveries_of
from resume_customizer.services.store import Reading

_PROBLEMS: Final = frozenset({Receiving.FAILED, Receiving.UNKNOWN, Receiving.BOUNCED, Receiving.LEFT_OUT})
_SHOWN: Final = 100


@dataclass(frozen=True, slots=True)
class MailingLine:
    """A mailing in a list."""

    mailing_id: str
    name: str
    total: int
    counts: Mapping[str, int]
    """How many of its mails have which status."""
    per_minute: float
    """How many went out in a minute, on average, from the beginning to the last one so far."""
    created_at: datetime
    is_cancelled: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """Somebody who did not get a message, or perhaps not."""

    mail_id: str
    address: str
    status: str
    answer: str


class Mailings:
    """What people do with mailings."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_mailings(self, actor: Actor) -> tuple[MailingLine, ...]:
        """The newest mailings."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return tuple(_line(tx, each) for each in tx.list(Mailing, limit=_SHOWN).records)

    def show_mailing(self, actor: Actor, mailing_id: str) -> MailingLine:
        """One mailing; raises NotFound."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return _line(tx, tx.get(Mailing, mailing_id))

    def list_problems(self, actor: Actor, mailing_id: str) -> tuple[ProblemLine, ...]:
        """Everybody who did not get their message, or nobody knows, with what the server said."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            tx.get(Mailing, mailing_id)
            return tuple(_problems(tx, mailing_id))

    def cancel(self, actor: Actor, mailing_id: str) -> int:
        """Stop a mailing: what has not left does not go out. Says how many."""
        actor.require(Action.SEND_MAIL)
        stopped = 0
        with self._ground.inside(actor) as tx:
            mailing = tx.get(Mailing, mailing_id, lock=True)
            for status in sorted(WAITING):
                for each in list(tx.every(OutboxMail, mailing_id=mailing_id, status=status.value)):
                    mail = tx.get(OutboxMail, each.id, lock=True)
                    if mail.status in WAITING:
                        cancel(tx, mail, "The mailing was cancelled.")
                        stopped += 1
            if mailing.cancelled_at is None:
                tx.update(replace(mailing, cancelled_at=self._ground.clock()))
            self._ground.record(tx, actor, "mailing.cancelled", ("mailing", mailing_id), {"stopped": stopped})
        return stopped


def _line(tx: Reading, mailing: Mailing) -> MailingLine:
    counts = {each.value: tx.count(OutboxMail, mailing_id=mailing.id, status=each.value) for each in MailStatus}
    is_over = not any(counts[each.value] for each in (*READY, MailStatus.SENDING))
    newest = tx.list(OutboxMail, limit=1, mailing_id=mailing.id, status=MailStatus.SENT.value).records
    minutes = (newest[0].changed_at - mailing.created_at).total_seconds() / 60 if newest else 0.0
    rate = counts[MailStatus.SENT.value] / minutes if minutes > 0 else 0.0
    return MailingLine(
        mailing.id,
        mailing.name,
        mailing.total,
        counts,
        rate,
        mailing.created_at,
        is_cancelled=mailing.cancelled_at is not None,
        is_over=is_over,
    )


def _problems(tx: Reading, mailing_id: str) -> Iterator[ProblemLine]:
    for mail in tx.every(OutboxMail, mailing_id=mailing_id):
        for each in deliveries_of(tx, mail.id):
            if each.status in _PROBLEMS:
                yield ProblemLine(mail.id, each.receiver, each.status, each.answer)
