"""One e-mail as a person means it, and as it goes over the wire.

    Mail  ->  write_message()  ->  bytes (RFC 5322, MIME)

The Message-ID is ours and is made before the first try, so that a message whose fate is unknown can be found again.
The same mail gives the same bytes, so that what was previewed is what is sent.

Promises (tests in tests/core/test_mail.py):

* Nothing that a person typed can add a header or a recipient.
* Blind copies stand in the envelope only.
* What can't be sent is refused with the field that is wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from hashlib import sha256

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.file_names import clean_file_name

MAX_RECIPIENTS = 50
"""Of one message; many people get a message each."""
MAX_BYTES = 25_000_000
"""Of a message as it goes over the wire; the large providers take no more."""
_MAX_SUBJECT = 300
_ADDRESS = re.compile(r"[^\s@<>(),;:\\\"\[\]]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}")
"""What people write to; quoted local parts and address literals of RFC 5321 are not taken."""
_MESSAGE_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>")
_LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody who writes or is written to; raises InvalidInput for what is no address."""

    address: str
    name: str = ""

    def __post_init__(self) -> None:
        if not _ADDRESS.fullmatch(self.address) or ".." in self.address or self.address.startswith("."):
            raise InvalidInput("bad-address", f"“{_shown(self.address)}” is no e-mail address.")
        if _has_control(self.name):
            raise InvalidInput("bad-name", "A name can't hold line breaks or control characters.")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """One message; raises InvalidInput for what can't be sent."""

    sender: Mailbox
    to: tuple[Mailbox, ...]
    subject: str
    text: str
    message_id: str
    """With its angle brackets."""
    written_at: datetime
    html: str = ""
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    reply_to: Mailbox | None = None
    in_reply_to: str = ""
    """The Message-ID that this one follows up."""
    attachments: tuple[Attachment, ...] = ()

    def __post_init__(self) -> None:
        if not self.to:
            raise InvalidInput("no-recipient", "Say who the message goes to.")
        if len(self.recipients) > MAX_RECIPIENTS:
            raise InvalidInput(
                "too-many-recipients", f"A message goes to at most {MAX_RECIPIENTS} people; send several."
            )
        if not self.subject.strip():
            raise InvalidInput("no-subject", "The message needs a subject.")
        if _has_control(self.subject) or len(self.subject) > _MAX_SUBJECT:
            raise InvalidInput("bad-subject", f"A subject is one line of at most {_MAX_SUBJECT} characters.")
        try:
            f"{self.subject}{self.text}{self.html}".encode()
        except UnicodeEncodeError:
            raise InvalidInput("bad-text", "The message holds a broken character; type that place anew.") from None
        for identity in filter(None, (self.message_id, self.in_reply_to)):
            if not _MESSAGE_ID.fullmatch(identity):
                raise InvalidInput("bad-message-id", "A Message-ID must be like <text@host>.")

    @property
    def recipients(self) -> tuple[str, ...]:
        """Every address that the message goes to, each once."""
        return tuple(dict.fromkeys(each.address for each in (*self.to, *self.cc, *self.bcc)))


def make_message_id(deduplication_key: str, host: str) -> str:
    """Our Message-ID for one message: the same key gives the same one (RFC 5322, 3.6.4)."""
    return f"<{sha256(deduplication_key.encode()).hexdigest()[:40]}@{host}>"


def write_message(mail: Mail) -> bytes:
    """The message with CRLF line ends; raises InvalidInput `message-too-large`."""
    needs_utf8 = any(not address.isascii() for address in _addresses(mail))
    message = EmailMessage(policy=SMTPUTF8 if needs_utf8 else SMTP)
    message["From"] = _header(mail.sender)
    message["To"] = [_header(each) for each in mail.to]
    if mail.cc:
        message["Cc"] = [_header(each) for each in mail.cc]
    if mail.reply_to is not None:
        message["Reply-To"] = _header(mail.reply_to)
    message["Subject"] = mail.subject.strip()
    message["Date"] = format_datetime(mail.written_at)
    message["Message-ID"] = mail.message_id
    if mail.in_reply_to:
        message["In-Reply-To"] = message["References"] = mail.in_reply_to
    message.set_content(mail.text.rstrip() + "\n", cte="quoted-printable")
    if mail.html:
        message.add_alternative(mail.html.rstrip() + "\n", subtype="html", cte="quoted-printable")
    for attachment in mail.attachments:
        main, _, sub = attachment.media_type.partition("/")
        name = clean_file_name(attachment.name)
        message.add_attachment(attachment.content, maintype=main, subtype=sub, filename=name)
    _fix_boundaries(message, mail)
    content = message.as_bytes()
    if len(content) > MAX_BYTES:
        raise InvalidInput(
            "message-too-large", f"The message is larger than {MAX_BYTES // 1_000_000} MB; leave a file out."
        )
    return content


def _addresses(mail: Mail) -> Iterator[str]:
    yield mail.sender.address
    yield from mail.recipients


def _header(mailbox: Mailbox) -> Address:
    user, _, host = mailbox.address.rpartition("@")
    return Address(mailbox.name, user, host)


def _fix_boundaries(message: EmailMessage, mail: Mail) -> None:
    """Boundaries that follow from the Message-ID, not from chance; text between them can't be mistaken for one."""
    mark = sha256(mail.message_id.encode()).hexdigest()[:40]
    for number, part in enumerate(each for each in message.walk() if each.is_multipart()):
        part.set_boundary(f"=_{mark}_{number}")


def _has_control(text: str) -> bool:
    return bool(_LINE_ENDS.search(text)) or any(ord(character) < 32 or ord(character) == 127 for character in text)


def _shown(text: str) -> str:
    return "".join(character if character.isprintable() else "·" for character in text[:80])
