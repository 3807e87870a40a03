"""What came back: the promises of resume_customizer.core.mail_answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.mail_answers import Answer, read_answer

OURS = "<0123@desk.example>"
HEAD = f"From: Bert <Bert@vendor.example>\r\nMessage-ID: <r@v>\r\nIn-Reply-To: {OURS}\r\n"
REPORT = (
    "From: MAILER-DAEMON@mx.example\r\nMessage-ID: <b@mx>\r\n"
    "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n"
    "--x\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
    "--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
    "Final-Recipient: rfc822; bert@vendor.example\r\nAction: {action}\r\nStatus: 5.1.1\r\n\r\n"
    "--x\r\nContent-Type: {returned}\r\n\r\nSubject: Hello\r\nMessage-ID: <0123@desk.example>\r\n\r\n--x--\r\n"
)


def read(text: str) -> Answer | None:
    return read_answer(text.encode())


def test_a_reply_names_what_it_answers() -> None:
    assert read(f"{HEAD}Subject: Re: Hello\r\n\r\nYes!\r\n") == Answer("reply", "bert@vendor.example", "<r@v>", (OURS,))


def test_references_count_like_in_reply_to() -> None:
    found = read(f"From: b@v.example\r\nMessage-ID: <r@v>\r\nReferences: <first@x>\r\n {OURS} <r@v>\r\n\r\nYes")
    assert found
    assert found.about == ("<first@x>", OURS)


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_bounce_is_told_by_its_form(returned: str) -> None:
    found = read(REPORT.format(action="failed", returned=returned))
    assert found
    assert (found.kind, found.about) == ("bounce", (OURS,))


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_a_report_of_anything_but_failure_is_no_bounce(action: str) -> None:
    found = read(REPORT.format(action=action, returned="message/rfc822"))
    assert found
    assert found.kind == "automatic"


def test_a_bounce_without_form_is_told_by_who_writes_it() -> None:
    found = read(
        f"From: postmaster@mx.example\r\nMessage-ID: <b@mx>\r\n\r\nCould not deliver\r\nMessage-Id: {OURS}\r\n"
    )
    assert found
    assert (found.kind, found.about) == ("bounce", (OURS,))


@pytest.mark.parametrize("head", ["Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes"])
def test_an_automatic_answer_is_no_reply(head: str) -> None:
    found = read(f"{HEAD}{head}\r\nSubject: Away\r\n\r\nStop by when I am back.\r\n")
    assert found
    assert found.kind == "automatic"


@pytest.mark.parametrize(
    ("subject", "text", "kind"),
    [
        ("unsubscribe", "", "unsubscribe"),
        ("Re: Hello", "Unsubscribe me, please", "unsubscribe"),
        ("Re: Hello", "STOP", "unsubscribe"),
        ("Re: Hello", "Please remove me from your list", "unsubscribe"),
        (
            "Re: Hello",
            "Yes, he can start. " + "And he will not stop for anything, as far as we know him. " * 2,
            "reply",
        ),
        ("Re: Hello", "Nonstop flights only", "reply"),
    ],
)
def test_a_wish_to_hear_no_more_is_short_and_comes_first(subject: str, text: str, kind: str) -> None:
    found = read(f"{HEAD}Subject: {subject}\r\n\r\n{text}\r\n")
    assert found
    assert found.kind == kind


def test_a_message_that_names_no_other_is_nothing() -> None:
    assert read("From: b@v.example\r\nMessage-ID: <r@v>\r\n\r\nHello") is None


@given(st.binary(max_size=300))
def test_any_bytes_give_an_answer_or_none(content: bytes) -> None:
    found = read_answer(HEAD.encode() + content)
    assert found is None or isinstance(found, Answer)


@given(st.text(alphabet=st.sampled_from('=?utf-8?Q?\r\n <>@:;"a-xQ/()'), max_size=120))
def test_odd_headers_give_an_answer_or_none(text: str) -> None:
    for name in ("From", "Subject", "Content-Type", "Content-Transfer-Encoding", "Message-ID"):
        found = read(f"{name}: {text}\r\n{HEAD}\r\nHello")
        assert found is None or isinstance(found, Answer)
