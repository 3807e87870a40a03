"""Some mails of one workspace, read and written together: a handful of statements, however many mails they are.

    Portion.read(tx, …)  ->  mails, receivers, what is due  ->  changed in memory  ->  write(): all of it, or nothing

Promises (tests in tests/services/test_sending.py):

* What was changed by somebody else meanwhile is not written over: then nothing of the portion is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from resume_customizer.core.actor import Actor
from resume_customizer.core.mail import MAX_RECIPIENTS
from resume_customizer.core.outbox import MailStatus, Receiving, status_of
from resume_customizer.core.records.desk import Comment
from resume_customizer.core.records.mail import Delivery, OutboxMail
from resume_customizer.core.records.work import Due
from resume_customizer.services.ground import Done, Ground
from resume_customizer.services.mail.mail_lines import line_of
from resume_customizer.services.mail.mail_writing import is_waiting, make_due
from resume_customizer.services.store import Transaction


@dataclass(slots=True)
class Portion:
    """What is read, and what is to be written of it."""

    mails: dict[str, OutboxMail]
    dues: dict[str, Due]
    """By mail."""
    _receivers: dict[str, dict[str, Delivery]]
    """By mail, in the order in which they were kept."""
    _mails_before: dict[str, OutboxMail] = field(default_factory=dict)
    _receivers_before: dict[str, Delivery] = field(default_factory=dict)
    _dues_before: dict[str, Due] = field(default_factory=dict)
    _over: list[Due] = field(default_factory=list)
    _missing: list[tuple[str, datetime]] = field(default_factory=list)
    _told: list[Done] = field(default_factory=list)
    _lines: list[Comment] = field(default_factory=list)

    @classmethod
    def read(cls, tx: Transaction, dues: Iterable[Due]) -> "Portion":
        """The mails that are due, as they are now; one that is gone is not among them."""
        given = {each.id: each for each in dues}
        mails = tx.find_all(OutboxMail, "id", {each.subject_id for each in given.values()})
        receivers: dict[str, dict[str, Delivery]] = {each.id: {} for each in mails}
        people = tx.list_among(Delivery, {"mail_id": list(receivers)}, order="id", most=MAX_RECIPIENTS) if mails else ()
        for each in people:
            receivers[each.mail_id][each.id] = each
        found = {each.subject_id: each for each in tx.find_all(Due, "id", given)}
        return cls({each.id: each for each in mails}, found, receivers)

    # -------------------------------------------------------------- what is known

    def receivers(self, mail_id: str) -> tuple[Delivery, ...]:
        """The receivers of a mail, as they are by now."""
        return tuple(self._receivers[mail_id].values())

    def waiting(self, mail_id: str) -> tuple[Delivery, ...]:
        """Those who are still to get it."""
        return tuple(filter(is_waiting, self.receivers(mail_id)))

    def status_of(self, mail_id: str) -> MailStatus:
        """The status that follows from what became of the receivers."""
        return status_of((each.status for each in self.receivers(mail_id)), self.mails[mail_id].tries)

    # -------------------------------------------------------------- changing

    def change(self, mail: OutboxMail) -> None:
        """The mail is so from now on."""
        self._mails_before.setdefault(mail.id, self.mails[mail.id])
        self.mails[mail.id] = mail

    def change_receiver(self, receiver: Delivery) -> None:
        """The receiver is so from now on."""
        of_mail = self._receivers[receiver.mail_id]
        self._receivers_before.setdefault(receiver.id, of_mail[receiver.id])
        of_mail[receiver.id] = receiver

    def make_due(self, mail_id: str, at: datetime) -> None:
        """Somebody will see to the mail at that moment."""
        due = self.dues.get(mail_id)
        if due is None:
            self._missing.append((mail_id, at))
            return
        self._dues_before.setdefault(mail_id, due)
        self.dues[mail_id] = replace(due, due_at=at, leased_by="", leased_until=None)

    def forget(self, mail_id: str) -> None:
        """Nobody has to see to the mail any more."""
        if mail_id in self.dues:
            due = self.dues.pop(mail_id)
            self._over.append(self._dues_before.pop(mail_id, due))

    def tell(self, mail_id: str) -> None:
        """What became of it will stand in the trail, and in the timeline of its requirement."""
        mail = self.mails[mail_id]
        self._told.append(Done(f"mail.{mail.status}", "mail", mail_id))
        line = line_of(mail, self.receivers(mail_id))
        if line:
            self._lines.append(line)

    def end(self, mail_id: str, fate: Receiving, why: str) -> None:
        """Nothing is tried any more for those who still wait."""
        for each in self.waiting(mail_id):
            self.change_receiver(replace(each, status=fate.value, answer=why))
        status = self.status_of(mail_id)
        self.change(replace(self.mails[mail_id], status=status.value, answer=why))
        self.forget(mail_id)
        self.tell(mail_id)

    # -------------------------------------------------------------- writing

    def write(self, tx: Transaction, ground: Ground, actor: Actor) -> None:
        """Keep what was changed. Raises Conflict."""
        tx.update_all(self._receivers[each.mail_id][each.id] for each in self._receivers_before.values())
        tx.update_all(self.mails[each] for each in self._mails_before)
        tx.update_all(self.dues[each] for each in self._dues_before)
        tx.delete_all(self._over)
        for mail_id, at in self._missing:
            make_due(tx, self.mails[mail_id], at)
        tx.add_all(self._lines)
        ground.record_all(tx, actor, self._told)
