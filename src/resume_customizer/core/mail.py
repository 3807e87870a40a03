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
from binascii import b2a_qp
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, EmailPolicy
from email.utils import format_datetime
from hashlib import sha256
from typing import TypeAlias

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.file_names import clean_file_name

_Policy: TypeAlias = "EmailPolicy[EmailMessage]"
MAX_RECIPIENTS = 50
"""Of one message; many people get a message each."""
MAX_BYTES = 25_000_000
"""Of a message as it goes over the wire; the large providers take no more."""
_MAX_SUBJECT = 300
_ADDRESS = re.compile(r"[^\s@<>(),;:\\\"\[\]]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}")
"""What people write to; quoted local parts and address literals of RFC 5321 are not taken."""
_MESSAGE_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>")
_PLAIN = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
_WORDS = re.compile(r"(?:[A-Za-z0-9]+(?: [A-Za-z0-9]+)*)?")
"""Names that need no quotes (RFC 5322, 3.2.3: atoms)."""
_LONGEST_PLAIN = 74
"""Of a header's name and value: with `: ` between them a line of 76 characters."""
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
    policy = SMTP if all(address.isascii() for address in _addresses(mail)) else SMTPUTF8
    lines = [
        _people(policy, "From", (mail.sender,)),
        _people(policy, "To", mail.to),
        _people(policy, "Cc", mail.cc),
        _people(policy, "Reply-To", (mail.reply_to,) if mail.reply_to else ()),
        _line(policy, "Subject", mail.subject.strip()),
        _line(policy, "Date", format_datetime(mail.written_at)),
        _line(policy, "Message-ID", mail.message_id),
        _line(policy, "In-Reply-To", mail.in_reply_to),
        _line(policy, "References", mail.in_reply_to),
        b"MIME-Version: 1.0\r\n",
        _parts(mail),
    ]
    content = b"".join(lines)
    if len(content) > MAX_BYTES:
        raise InvalidInput(
            "message-too-large", f"The message is larger than {MAX_BYTES // 1_000_000} MB; leave a file out."
        )
    return content


def _addresses(mail: Mail) -> Iterator[str]:
    yield mail.sender.address
    yield from mail.recipients


def _line(policy: _Policy, name: str, value: str) -> bytes:
    """A header; nothing when it has no value. What is short and plain is written as it is: that is most of them."""
    if not value:
        return b""
    if _PLAIN.fullmatch(value) and len(name) + len(value) <= _LONGEST_PLAIN and "=?" not in value:
        return f"{name}: {value}\r\n".encode("ascii")
    return policy.header_factory(name, value).fold(policy=policy).encode("utf-8")


def _people(policy: _Policy, name: str, people: Iterable[Mailbox]) -> bytes:
    found = tuple(people)
    if all(_WORDS.fullmatch(each.name) for each in found):
        written = ", ".join(f"{each.name} <{each.address}>" if each.name else each.address for each in found)
        if len(written) <= _LONGEST_PLAIN - len(name):
            return _line(policy, name, written)
    return policy.header_factory(name, [_header(each) for each in found]).fold(policy=policy).encode("utf-8")


def _header(mailbox: Mailbox) -> Address:
    user, _, host = mailbox.address.rpartition("@")
    return Address(mailbox.name, user, host)


# ------------------------------------------------------------------ the parts


def _parts(mail: Mail) -> bytes:
    """Text, HTML, files. Boundaries follow from the Message-ID, not from chance.

    No part can hold one: quoted-printable writes no bare `=`, and base64 has no hyphens.
    """
    mark = sha256(mail.message_id.encode()).hexdigest()[:40]
    said = _text("plain", mail.text)
    if mail.html:
        said = _several("alternative", f"=_{mark}_a", (said, _text("html", mail.html)))
    if not mail.attachments:
        return said
    return _several("mixed", f"=_{mark}_m", (said, *map(_file, mail.attachments)))


def _text(kind: str, text: str) -> bytes:
    lines = "\r\n".join(text.rstrip().splitlines()) + "\r\n"
    head = f'Content-Type: text/{kind}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    return head.encode("ascii") + b2a_qp(lines.encode("utf-8"))


def _file(attachment: Attachment) -> bytes:
    part = EmailMessage(policy=SMTP)
    main, _, sub = attachment.media_type.partition("/")
    part.set_content(attachment.content, main, sub, filename=clean_file_name(attachment.name), disposition="attachment")
    del part["MIME-Version"]
    return part.as_bytes()


def _several(kind: str, boundary: str, parts: Iterable[bytes]) -> bytes:
    head = f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n\r\n'.encode("ascii")
    between = f"--{boundary}".encode("ascii")
    return b"".join((head, *(between + b"\r\n" + each + b"\r\n" for each in parts), between, b"--\r\n"))


def _has_control(text: str) -> bool:
    return bool(_LINE_ENDS.search(text)) or any(ord(character) < 32 or ord(character) == 127 for character in text)


def _shown(text: str) -> str:
    return "".join(character if character.isprintable() else "·" for character in text[:80])
