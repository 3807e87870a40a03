"""Postings in any form: the promises of resume_customizer.services.documents.reading_texts."""

import pytest

from builders import a_docx, bold, bullets, line
from builders.pdf import a_pdf, a_scanned_pdf
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.posting import analyze_posting
from resume_customizer.services.documents.reading_texts import read_any_text

_LINES = ("Java Developer", "Requirements:", "• Java", "• AWS or Azure", "Nice to have:", "• Kafka")
_HTML = (
    "<html><body><h1>Java Developer</h1><p><b>Requirements:</b></p><ul><li>Java</li><li>AWS or Azure</li></ul>"
    "<p>Nice to have:</p><ul><li>Kafka</li></ul></body></html>"
)
_MAIL_HEAD = "From: Ana <ana@larkmoor.example>\nTo: b@c.example\nSubject: A role\nMIME-Version: 1.0\n"

FORMS = {
    "job.txt": "\r\n".join(_LINES).encode(),
    "job.md": b"# Java Developer\n\n## Requirements\n\n* Java\n* AWS or Azure\n\n**Nice to have:**\n\n- Kafka\n",
    "job.html": _HTML.encode(),
    "saved without a name": _HTML.encode(),
    "job.docx": a_docx(
        line("Java Developer"),
        line(bold("Requirements:")),
        bullets("Java", "AWS or Azure"),
        line("Nice to have:"),
        bullets("Kafka"),
    ),
    "job.pdf": a_pdf(_LINES),
    "job.eml": (_MAIL_HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + "\n".join(_LINES)).encode(),
    "html.eml": (_MAIL_HEAD + "Content-Type: text/html\n\n" + _HTML).encode(),
    "both.eml": (
        _MAIL_HEAD + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Perl</p>\n"
        "--b\nContent-Type: text/plain\n\n" + "\n".join(_LINES) + "\n--b--\n"
    ).encode(),
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_a_posting_asks_for_the_same(name: str) -> None:
    analysis = analyze_posting(read_any_text(FORMS[name], name).text)

    asked = {each.name: (each.need, each.group is not None) for each in analysis.technologies}
    assert asked == {
        "Java": ("must", False),
        "AWS": ("must", True),
        "Azure": ("must", True),
        "Apache Kafka": ("nice", False),
    }


def test_a_text_that_mentions_mail_and_markup_stays_as_it_is() -> None:
    text = "We send mail: MIME and SMTP.\n\nYou know <T> of Java."

    assert read_any_text(text.encode(), "job.txt").text == text


@pytest.mark.parametrize(
    "content",
    [a_scanned_pdf(), b"PK\x03\x04nothing", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x00\x01\x02"],
    ids=["scan", "zip", "picture", "old Word file", "bytes"],
)
def test_what_can_not_be_read_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_any_text(content, "job")

    assert len(caught.value.message) > 20


def test_a_hostile_mail_is_refused_or_read() -> None:
    nested = b"MIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(90)
    )

    assert read_any_text(nested, "a.eml").text.strip() == ""
    with pytest.raises(InvalidInput):
        read_any_text(nested * 2, "a.eml")
