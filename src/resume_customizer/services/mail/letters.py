"""Letters of the program itself that wait because no mail server is set: for the operator, who hands them on as files.

    list_letters()  ->  read_letter(): a file (.eml)  |  send_waiting(): once a server is set

Promises (tests in tests/services/test_sending.py):

* Only the operator reads them, and each reading stands in the trail of the installation.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotFound
from resume_customizer.core.mail import Mailbox
from resume_customizer.core.outbox import WAITING, MailStatus
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.mail_writing import deliveries_of, is_letter, make_due, written
from resume_customizer.services.ports import Blobs


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter that waits."""

    letter_id: str
    workspace_id: str
    subject: str
    to: str
    status: str
    created_at: datetime


class Letters:
    """Letters of the installation, for its operator."""

    def __init__(self, ground: Ground, blobs: Blobs, sender: Mailbox | None) -> None:
        self._ground, self._blobs = ground, blobs
        self._sender = sender or Mailbox("nobody@localhost.localdomain")

    def list_letters(self, actor: Actor) -> tuple[LetterLine, ...]:
        """Letters that have not left, the oldest first; without their text."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        found = [
            LetterLine(mail.id, home, mail.subject, to, mail.status, mail.created_at)
            for home in self._homes()
            for mail, to in self._waiting(home)
        ]
        return tuple(sorted(found, key=lambda each: each.letter_id))

    def read_letter(self, actor: Actor, letter_id: str) -> bytes:
        """The whole letter with its link, as a file; raises NotFound. It is noted who read it."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        for home in self._homes():
            mail = next((each for each, _ in self._waiting(home) if each.id == letter_id), None)
            if mail is not None:
                with self._ground.within(home) as tx:
                    receivers = deliveries_of(tx, letter_id)
                with self._ground.outside() as tx:
                    self._ground.record(tx, actor, "letter.read", ("mail", letter_id))
                return written(self._ground, self._blobs, mail, receivers, self._sender)
        raise NotFound("not-found", "There is no such letter that waits.")

    def send_waiting(self, actor: Actor) -> int:
        """Let all letters go out that wait for a mail server; says how many."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        count, now = 0, self._ground.clock()
        for home in self._homes():
            for mail, _ in self._waiting(home):
                with self._ground.within(home) as tx:
                    locked = tx.get(OutboxMail, mail.id, lock=True)
                    if locked.status == MailStatus.DRAFT:
                        make_due(tx, tx.update(replace(locked, status=MailStatus.DUE.value, due_at=now)), now)
                        count += 1
        with self._ground.outside() as tx:
            self._ground.record(tx, actor, "letters.sent", details={"count": count})
        return count

    def _homes(self) -> list[str]:
        with self._ground.outside() as tx:
            return [INSTALLATION, *(each.id for each in tx.every(Workspace, order="name"))]

    def _waiting(self, home: str) -> list[tuple[OutboxMail, str]]:
        with self._ground.within(home) as tx:
            mails = [
                mail
                for status in sorted(WAITING)
                for mail in tx.every(OutboxMail, status=status.value)
                if is_letter(mail)
            ]
            return [(mail, ", ".join(each.receiver for each in deliveries_of(tx, mail.id))) for mail in mails]
