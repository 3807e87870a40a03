"""From a mail in the outbox to the bytes that go out, and back to what a person sees of it.

    OutboxMail + Delivery … + files  ->  written()  ->  the message, the same each time

Promises (tests in tests/services/test_composing.py):

* Bodies are sealed where they are kept.
* A file goes along as it was chosen: by its content, not by a name that could mean another one later.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, NamedTuple

from resume_customizer.core.accounts import read_address
from resume_customizer.core.mail import Attachment, Mail, Mailbox, make_message_id, write_message
from resume_customizer.core.outbox import MailStatus, Receiving
from resume_customizer.core.records.mail import Delivery, NoMail, OutboxMail
from resume_customizer.core.records.work import Due
from resume_customizer.core.secret_text import Secret
from resume_customizer.services.ground import LETTER, Ground, place_of_letter
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Reading, Transaction

QUEUE: Final = "mail"
"""What mails are called among what is due."""


class Body(NamedTuple):
    """What a mail says."""

    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A stored file that goes along."""

    digest: str
    name: str
    media_type: str
    size: int


def is_letter(mail: OutboxMail) -> bool:
    """Whether the program itself wrote it."""
    return mail.key.startswith(LETTER)


def seal_body(ground: Ground, mail_id: str, body: Body) -> str:
    """What is kept of a body."""
    text = json.dumps({"text": body.text, "html": body.html}, ensure_ascii=False)
    return ground.seals.seal(Secret(text), place_of_letter(mail_id))


def open_body(ground: Ground, mail: OutboxMail) -> Body:
    """What a mail says; raises Unavailable or UnreadableInput when its key is not there."""
    text = ground.seals.open(mail.body, place_of_letter(mail.id)).reveal()
    if is_letter(mail):
        return Body(text)
    found = json.loads(text)
    return Body(found["text"], found["html"])


def files_of(mail: OutboxMail) -> tuple[SentFile, ...]:
    """The files that go along."""
    return tuple(
        SentFile(each["digest"], each["name"], each["media_type"], each["size"])
        for each in mail.attachments.get("files", ())
    )


def message_id_of(mail: OutboxMail, sender: str) -> str:
    """The mail's Message-ID: made from its id, so that a copy of the database gives the same."""
    return mail.message_id or make_message_id(mail.id, sender.rpartition("@")[2])


def written(
    ground: Ground,
    blobs: Blobs,
    mail: OutboxMail,
    deliveries: Iterable[Delivery],
    sender: Mailbox | None = None,
    at: datetime | None = None,
) -> bytes:
    """The message as it goes over the wire; raises InvalidInput, NotFound for a file that is gone.

    `sender` is for letters of the program itself, `at` the moment that it is dated with.
    """
    body = open_body(ground, mail)
    sender = sender or Mailbox(mail.sender, mail.sender_name)
    receivers = tuple(deliveries)
    files = (
        Attachment(each.name, each.media_type, blobs.get(mail.workspace_id, each.digest)) for each in files_of(mail)
    )
    return write_message(
        Mail(
            sender,
            _mailboxes(receivers, "to"),
            mail.subject,
            body.text,
            message_id_of(mail, sender.address),
            mail.first_tried_at or at or mail.due_at,
            html=body.html,
            cc=_mailboxes(receivers, "cc"),
            bcc=_mailboxes(receivers, "bcc"),
            reply_to=Mailbox(mail.reply_to) if mail.reply_to else None,
            in_reply_to=mail.thread_id,
            attachments=tuple(files),
        )
    )


def _mailboxes(deliveries: tuple[Delivery, ...], role: str) -> tuple[Mailbox, ...]:
    return tuple(Mailbox(each.receiver, each.receiver_name) for each in deliveries if each.role == role)


# ------------------------------------------------------------------ what is kept with a mail


def deliveries_of(tx: Reading, mail_id: str) -> tuple[Delivery, ...]:
    """The receivers of a mail, in order."""
    return tuple(tx.every(Delivery, mail_id=mail_id))


def make_due(tx: Transaction, mail: OutboxMail, at: datetime) -> None:
    """Somebody will see to the mail at that moment."""
    known = tx.find(Due, queue=QUEUE, subject_id=mail.id)
    if known is None:
        tx.add(Due(queue=QUEUE, in_workspace=mail.workspace_id, subject_id=mail.id, due_at=at))
    else:
        tx.update(replace(known, due_at=at, leased_by="", leased_until=None))


def forget_due(tx: Transaction, mail_id: str) -> None:
    """Nobody has to see to the mail any more."""
    known = tx.find(Due, queue=QUEUE, subject_id=mail_id)
    if known is not None:
        tx.delete(known)


def cancel(tx: Transaction, mail: OutboxMail, why: str) -> None:
    """A mail that waits does not go out; its status was checked under a lock."""
    tx.update(replace(mail, status=MailStatus.CANCELLED.value, answer=why))
    forget_due(tx, mail.id)


def wants_no_mail(tx: Reading, address: str) -> bool:
    """Whether an address is not written to."""
    return tx.find(NoMail, address_key=read_address(address).key) is not None


def is_waiting(delivery: Delivery) -> bool:
    """Whether a receiver is still to get the mail."""
    return delivery.status == Receiving.WAITING
