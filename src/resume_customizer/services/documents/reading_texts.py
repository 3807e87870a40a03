"""Read the text of whatever a person has of a posting: a text, a web page, a mail, a Word document, a PDF.

    bytes + name  ->  what kind they are  ->  read_any_text()  ->  CleanText

The kind is told by the bytes first and by the name only where they leave it open.

Promises (tests in tests/services/test_reading_texts.py):

* Pasted text, .txt, .md, .html, .eml, .docx and .pdf give the same lines of the same posting.
* What can't be read is refused with the reason and the way out.
"""

import re
from typing import TYPE_CHECKING

from resume_customizer.core.errors import UnreadableInput
from resume_customizer.core.html_text import is_html, text_of_html
from resume_customizer.core.text import MAX_BYTES, CleanText, read_text

if TYPE_CHECKING:
    from email.message import EmailMessage

_MAIL = re.compile(rb"^(?:MIME-Version|Content-Type|Message-ID|Return-Path|Received):", re.IGNORECASE | re.MULTILINE)
_READ_FIELD = re.compile(
    rb"^(?:From|Subject|Content-[a-z-]{1,40}):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)
"""What is read of a mail's heads, with the lines that go on with it (RFC 5322, section 2.2.3)."""
_LONGEST_HEAD = 60_000
_LONGEST_FIELD, _LONGEST_FIELDS = 2_000, 20_000
"""Bytes of one, and of all: the mail library takes seconds and gigabytes for longer ones."""
_MOST_PARTS = 100
_MOST_BORDERS = 1_000
"""Lines that could stand between parts."""


def read_any_text(content: bytes, name: str = "posting") -> CleanText:
    """The text of a file of any of these kinds; raises UnreadableInput or RefusedInput."""
    if content.startswith(b"%PDF"):
        from resume_customizer.resume.pdf import read_pdf

        return CleanText("\n".join(read_pdf(content).lines))
    if content.startswith(b"PK\x03\x04"):
        from resume_customizer.resume.text_lines import read_document_lines

        return CleanText("\n".join(read_document_lines(content)))
    lowered = name.lower()
    if lowered.endswith(".eml") or _is_mail(content):
        return _read_mail(content)
    read = read_text(content, "posting")
    if lowered.endswith((".html", ".htm")) or is_html(read.text):
        return CleanText(text_of_html(read.text), read.notices)
    return read


def _is_mail(content: bytes) -> bool:
    """A mail as it is sent: a head of "Name: value" lines, one of them of those that only programs write."""
    head, _, _ = content[:_LONGEST_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")
    first = head.partition(b"\n")[0]
    return b":" in first[:60] and b" " not in first.partition(b":")[0] and _MAIL.search(head) is not None


def _read_mail(content: bytes) -> CleanText:
    """Subject and sender, and the plain text; without one, that of the HTML."""
    from email import message_from_bytes, policy

    if len(content) > MAX_BYTES:
        raise UnreadableInput(
            "posting-too-large", f"the mail has {len(content):,} bytes; the most that is read is {MAX_BYTES:,}"
        )
    if _is_beyond_people(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")):
        raise UnreadableInput(
            "posting-unreadable", "the mail has more parts or longer heads than mails that people write; paste its text"
        )
    try:
        message = message_from_bytes(content, policy=policy.default)
        body = _body(message)
        heads = [f"{name}: {message[name]}" for name in ("From", "Subject") if message[name]]
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, IndexError):
        # The mail library fails in many ways on broken mails.
        raise UnreadableInput("posting-unreadable", "the mail is damaged and can't be read; paste its text") from None
    read = read_text("\n".join([*heads, "", body]), "posting")
    return CleanText(read.text, read.notices)


def _is_beyond_people(content: bytes) -> bool:
    """Whether its heads or parts are such as only somebody makes who wants the mail library to hang."""
    fields = [len(each[0]) for each in _READ_FIELD.finditer(content)]
    if max(fields, default=0) > _LONGEST_FIELD or sum(fields) > _LONGEST_FIELDS:
        return True
    return content.lower().count(b"boundary=") > _MOST_PARTS or content.count(b"\n--") > _MOST_BORDERS


def _body(message: "EmailMessage") -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    text = str(part.get_content())
    return text_of_html(text) if part.get_content_subtype() == "html" else text
