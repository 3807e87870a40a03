"""One e-mail: the promises of resume_customizer.core.mail."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.mail import Attachment, Mail, Mailbox, make_message_id, write_message

ANNA, BERT, CARL = Mailbox("anna@desk.example", "Anna Vroom"), Mailbox("bert@vendor.example"), Mailbox("carl@x.example")
MAIL = Mail(
    ANNA,
    (BERT,),
    "Consultant for your opening",
    "Hello,\n.\nFrom here on: größer.",
    "<1@desk.example>",
    datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def parsed(mail: Mail) -> EmailMessage:
    message = message_from_bytes(write_message(mail), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return part.get_content().replace("\r\n", "\n")


def test_a_message_says_what_the_person_meant() -> None:
    mail = replace(MAIL, html="<p>größer</p>", cc=(CARL,), reply_to=CARL, in_reply_to="<0@desk.example>")
    message = parsed(mail)

    assert message["From"] == "Anna Vroom <anna@desk.example>"
    assert (message["To"], message["Cc"], message["Reply-To"]) == (
        "bert@vendor.example",
        "carl@x.example",
        "carl@x.example",
    )
    assert (message["Message-ID"], message["In-Reply-To"]) == ("<1@desk.example>", "<0@desk.example>")
    assert message["Date"].datetime == mail.written_at
    assert body(message, "plain") == mail.text + "\n"
    assert body(message, "html") == "<p>größer</p>\n"


def test_the_exact_file_goes_along_under_a_safe_name() -> None:
    content = bytes(range(256)) * 50
    [part] = parsed(replace(MAIL, attachments=(Attachment("../Lebenslauf Ä.docx", DOCX, content),))).iter_attachments()

    assert part.get_content() == content
    assert (part.get_content_type(), part.get_filename()) == (DOCX, "Lebenslauf Ä.docx")


def test_blind_copies_stand_in_the_envelope_only() -> None:
    mail = replace(MAIL, bcc=(CARL,))

    assert mail.recipients == ("bert@vendor.example", "carl@x.example")
    assert b"carl" not in write_message(mail)


@pytest.mark.parametrize(
    "subject",
    ["Hello", "x" * 90, "Über uns – ein Brief mit sehr vielen Wörtern, die in keine Zeile passen, und noch mehr"],
)
@pytest.mark.parametrize("name", ["Bert Boe", "Boe, Bert (Senior)", "Jürgen “J” Öhm", "O'Neil", "a" * 100])
def test_what_is_short_and_plain_and_what_is_not_is_read_as_it_was_meant(subject: str, name: str) -> None:
    to = (Mailbox("bert@vendor.example", name), Mailbox("carl@vendor.example"))
    text = "= Zeile =\r\n\tmit Rand  \n--=_a\n.\nFrom here\n" + "ä" * 100
    read = parsed(replace(MAIL, to=to, subject=subject, text=text))

    assert str(read["Subject"]) == subject
    assert [(each.display_name, each.addr_spec) for each in read["To"].addresses] == [
        (each.name, each.address) for each in to
    ]
    assert body(read, "plain").splitlines() == text.splitlines()


def test_the_same_mail_gives_the_same_bytes() -> None:
    mail = replace(MAIL, html="<p>x</p>", attachments=(Attachment("a.docx", DOCX, b"x"),))

    assert write_message(mail) == write_message(mail)
    assert make_message_id("submission 7", "desk.example") == make_message_id("submission 7", "desk.example")
    assert make_message_id("submission 7", "desk.example") != make_message_id("submission 8", "desk.example")


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=80))
def test_nothing_that_a_person_typed_adds_a_header_or_a_recipient(name: str, subject: str, text: str) -> None:
    try:
        mail = replace(MAIL, sender=Mailbox(ANNA.address, name), subject=subject, text=text)
    except InvalidInput:
        return
    content = write_message(mail)
    head = content.partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]

    assert names == [
        b"From",
        b"To",
        b"Subject",
        b"Date",
        b"Message-ID",
        b"MIME-Version",
        b"Content-Type",
        b"Content-Transfer-Encoding",
    ]
    message = message_from_bytes(content, policy=default)
    assert message["To"] == "bert@vendor.example"
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize("evil", ["a\r\nBcc: x@y.example", "a\nb", "a\x00b", "a\u2028b", "a\x85b", "a\x0bb"])
def test_line_breaks_in_headers_are_refused(evil: str) -> None:
    with pytest.raises(InvalidInput):
        replace(MAIL, subject=evil)
    with pytest.raises(InvalidInput):
        Mailbox("a@b.example", evil)
    with pytest.raises(InvalidInput):
        replace(MAIL, in_reply_to=f"<{evil}>")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "anna",
        "anna@",
        "@desk.example",
        "a b@desk.example",
        "a@b@c.example",
        "a@localhost",
        "a@-b.example",
        ".a@b.example",
        "a..b@c.example",
        "a@b.example\r\nBcc: c@d.example",
        "<a@b.example>",
        "a@b.example,c@d.example",
        "a@[127.0.0.1]",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Mailbox(address)
    assert caught.value.code == "bad-address"
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    "address", ["anna.o'neil+jobs@sub.desk.example", "größe@müller.example", "a_b@x-y.co.uk", "1@2.io"]
)
def test_addresses_that_people_have_are_taken(address: str) -> None:
    assert replace(MAIL, to=(Mailbox(address),)).recipients == (address,)
    write_message(replace(MAIL, to=(Mailbox(address),)))


def test_what_cant_be_sent_is_refused_with_what_is_wrong() -> None:
    for change, code in (
        ({"to": ()}, "no-recipient"),
        ({"subject": "  "}, "no-subject"),
        ({"subject": "x" * 301}, "bad-subject"),
        ({"to": tuple(Mailbox(f"p{n}@x.example") for n in range(51))}, "too-many-recipients"),
        ({"message_id": "no brackets"}, "bad-message-id"),
        ({"text": "half a pair: \ud800"}, "bad-text"),
        ({"html": "half a pair: \ud800"}, "bad-text"),
    ):
        with pytest.raises(InvalidInput) as caught:
            replace(MAIL, **change)
        assert caught.value.code == code
    with pytest.raises(InvalidInput):
        write_message(
            replace(MAIL, attachments=(Attachment("big.bin", "application/octet-stream", b"x" * 25_000_000),))
        )
