"""What came back: a reply, a bounce, an automatic answer, a wish to hear no more; and which mails it is about.

    a message as it went over the wire  ->  read_answer()  ->  Answer: kind, Message-IDs that it names

A bounce is told by its form (RFC 3464), else by who writes it; an automatic answer by RFC 3834. Nothing of the text is
kept, and nothing in it can do more than end what follows a mail.

Promises (tests in tests/core/test_mail_answers.py):

* An automatic answer, and a note that delivery is late, are never taken for a reply or a bounce.
* Bytes of any kind give an answer or none, never an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import parseaddr
from typing import Final, Literal, TypeAlias

AnswerKind: TypeAlias = Literal["reply", "bounce", "automatic", "unsubscribe"]
_MESSAGE_ID: Final = re.compile(r"<[^<>\s]{1,250}>")
_MOST_IDS: Final = 50
_MOST_READ: Final = 200_000
_DAEMONS: Final = ("mailer-daemon@", "postmaster@")
_AUTOMATIC: Final = ("x-autoreply", "x-autorespond")
_WISH: Final = re.compile(r"\W*(?:please )?(?:unsubscribe(?: me)?|stop|remove me|take me off)\b", re.IGNORECASE)
_LONGEST_WISH: Final = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What a message is, as far as mails of ours go."""

    kind: AnswerKind
    sender: str
    message_id: str
    about: tuple[str, ...]
    """Message-IDs that it answers or returns."""


def read_answer(content: bytes) -> Answer | None:
    """What a message says about mails of ours; None for one that names no other message."""
    try:
        return _read(content[:_MOST_READ])
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError):
        return None  # headers that no reading makes sense of; such a message ends nothing


def _read(content: bytes) -> Answer | None:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    sender = parseaddr(str(message.get("From", "")))[1].casefold()
    own = _ids(str(message.get("Message-ID", "")))
    kind: AnswerKind | None
    if _is_report(message) or sender.startswith(_DAEMONS):
        kind, about = _of_report(message), tuple(_returned(message))
    else:
        about = _ids(f"{message.get('In-Reply-To', '')} {message.get('References', '')}")
        kind = "automatic" if _is_automatic(message) else "unsubscribe" if _is_wish(message) else "reply"
    about = tuple(dict.fromkeys(each for each in about if each not in own))[:_MOST_IDS]
    return Answer(kind, sender, own[0] if own else "", about) if kind and about else None


def _is_report(message: Message) -> bool:
    return message.get_content_type() == "multipart/report" and message.get_param("report-type") == "delivery-status"


def _of_report(message: EmailMessage) -> AnswerKind | None:
    """A report that something failed is a bounce; one that it is late or was delivered is nothing."""
    actions = {
        str(block.get("Action", "")).strip().casefold()
        for part in message.walk()
        if part.get_content_type() == "message/delivery-status"
        for block in part.walk()
    } - {""}
    if not actions:
        return "bounce"
    return "bounce" if "failed" in actions else "automatic"


def _returned(message: EmailMessage) -> Iterator[str]:
    """Message-IDs of what is returned: of a part that holds it, else any that the text names."""
    for part in message.walk():
        if part is not message and part.get("Message-ID"):
            yield from _ids(str(part["Message-ID"]))
        if part.get_content_type() in {"text/rfc822-headers", "text/plain"}:
            text = part.get_payload(decode=True)
            if isinstance(text, bytes):
                yield from _ids(text.decode("utf-8", "replace"))
    yield from _ids(f"{message.get('In-Reply-To', '')} {message.get('References', '')}")


def _is_automatic(message: Message) -> bool:
    submitted = str(message.get("Auto-Submitted", "no")).partition(";")[0].strip().casefold()
    precedence = str(message.get("Precedence", "")).strip().casefold()
    said = any(message.get(name) for name in _AUTOMATIC)
    return submitted != "no" or precedence in {"auto_reply", "bulk", "junk"} or said


def _is_wish(message: EmailMessage) -> bool:
    """Whether it asks for no more mail: in its subject, or in a short first line."""
    subject = str(message.get("Subject", "")).strip()
    part = message.get_body(("plain",))
    text = part.get_payload(decode=True) if part is not None else b""
    lines = text.decode("utf-8", "replace").strip().splitlines() if isinstance(text, bytes) else []
    first = lines[0] if lines else ""
    return any(len(each) <= _LONGEST_WISH and _WISH.match(each) is not None for each in (subject, first))


def _ids(text: str) -> tuple[str, ...]:
    return tuple(_MESSAGE_ID.findall(text[:_MOST_READ]))
