"""Reading a mailbox: the promises of resume_customizer.infrastructure.imap, with real servers."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from builders.desk import Desk
from builders.mailing import statuses, writing
from loopback.mail_server import PASSWORD
from loopback.real_mail import RealMail, real_mail
from resume_customizer.core.errors import InvalidInput, NotPermitted, Unavailable
from resume_customizer.core.mail_server import ImapAccount, SmtpAccount
from resume_customizer.core.secret_text import Secret
from resume_customizer.infrastructure.imap import ImapMailboxes
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.infrastructure.network_targets import Targets
from resume_customizer.infrastructure.smtp import SmtpSender
from resume_customizer.services.mail.mail_accounts import AccountWish

pytestmark = pytest.mark.services
LOOPBACK = Targets(allow_private=True)


@pytest.fixture(scope="module")
def real() -> Iterator[RealMail]:
    with real_mail() as found:
        yield found


@pytest.fixture
def boxes(real: RealMail) -> ImapMailboxes:
    return ImapMailboxes(LOOPBACK, 20, real.ca_file)


@pytest.fixture
def account(real: RealMail) -> ImapAccount:
    return ImapAccount("localhost", real.imap_port, "anna", PASSWORD)


def message(number: int) -> bytes:
    return (
        f"From: bert@vendor.example\r\nMessage-ID: <{number}@x.example>\r\nSubject: {number}\r\n\r\nHello\r\n".encode()
    )


def test_what_a_real_server_takes_is_what_was_sent(real: RealMail) -> None:
    sender = SmtpSender(LOOPBACK, 20, real.ca_file)
    with closing(sender.line(SmtpAccount("localhost", real.smtp_port, "none"))) as line:
        attempt = line.send("anna@desk.example", ("carl@vendor.example",), message(1))
    for _ in range(100):
        found = [each.read_bytes() for each in (real.box / "new").glob("*")]
        if found:
            break
        time.sleep(0.1)

    assert attempt.outcome == "sent"
    assert b"Message-ID: <1@x.example>" in found[0]


def test_a_folder_is_read_once_and_nothing_old_the_first_time(
    real: RealMail, boxes: ImapMailboxes, account: ImapAccount
) -> None:
    real.put_into("INBOX", message(10))
    first = boxes.read_new(account, "INBOX", "")
    real.put_into("INBOX", message(11))
    real.put_into("INBOX", message(12))
    second = boxes.read_new(account, "INBOX", first.read_until)
    third = boxes.read_new(account, "INBOX", second.read_until)

    assert first.messages == ()
    assert [b"<11@x.example>" in each or b"<12@x.example>" in each for each in second.messages] == [True, True]
    assert third.messages == ()
    assert third.read_until == second.read_until


def test_a_message_is_found_by_its_id_in_the_sent_folder(
    real: RealMail, boxes: ImapMailboxes, account: ImapAccount
) -> None:
    real.put_into("Sent Items", message(20))

    assert boxes.holds(account, "Sent Items", "<20@x.example>")
    assert not boxes.holds(account, "Sent Items", "<21@x.example>")
    with pytest.raises(Unavailable, match="no folder"):
        boxes.holds(account, "Gone", "<20@x.example>")
    for evil in ('<" OR ALL "@x>', "<a@x>\r\nA1 LOGOUT", "20@x.example"):
        with pytest.raises(InvalidInput):
            boxes.holds(account, "Sent Items", evil)
    for evil in ('Sent"', "a\r\nb", "a\\"):
        with pytest.raises(InvalidInput):
            boxes.holds(account, evil, "<20@x.example>")


def test_what_goes_wrong_says_at_which_step(real: RealMail, boxes: ImapMailboxes, account: ImapAccount) -> None:
    wrong = ImapAccount("localhost", real.imap_port, "anna", "wrong-canary")
    unknown_authority = ImapMailboxes(LOOPBACK, 20)
    gone = ImapAccount("localhost", 9, "anna", PASSWORD)
    found = [
        boxes.examine(account),
        boxes.examine(wrong),
        unknown_authority.examine(account),
        boxes.examine(gone),
        ImapMailboxes(Targets(), 20).examine(ImapAccount("127.0.0.1", real.imap_port, "anna", PASSWORD)),
    ]

    assert [(each.outcome, each.step) for each in found] == [
        ("sent", ""),
        ("failed", "sign-in"),
        ("failed", "connect"),
        ("failed", "connect"),
        ("failed", "connect"),
    ]
    assert "certificate" in found[2].message
    assert "canary" not in f"{found}"
    with pytest.raises(NotPermitted):
        ImapMailboxes(Targets(), 20).read_new(ImapAccount("127.0.0.1", 993, "a"), "INBOX", "")


def test_a_reply_on_a_real_server_ends_what_follows(real: RealMail, tmp_path: Path) -> None:
    means = make_mail_means(MailSetting(private_hosts="localhost", ca_file=real.ca_file, seconds=20))
    desk = Desk(tmp_path, mail=means)
    ann = desk.workspace("ann")
    account_id = desk.mail_accounts.add(
        ann,
        AccountWish(
            "Desk",
            "anna@desk.example",
            host="localhost",
            port=real.smtp_port,
            security="none",
            imap_host="localhost",
            imap_port=real.imap_port,
            user_name="",
        ),
        Secret(PASSWORD),
    )
    sequence = desk.follow_ups.save_sequence(ann, "Three times")
    desk.answers.look(ann, account_id)
    queued = desk.composing.queue(ann, writing(account_id, "bert@vendor.example", sequence_id=sequence))
    desk.services.sending.send_due()
    about = desk.outbox.show(ann, queued.mail_ids[0]).message_id
    real.put_into("INBOX", message(30).replace(b"Subject:", f"In-Reply-To: {about}\r\nSubject:".encode()))
    looked = desk.answers.look(ann, account_id)
    lines = desk.follow_ups.list_of_mail(ann, queued.mail_ids[0])
    sent = statuses(desk, ann)
    desk.store.close()

    assert sent == {"bert@vendor.example": "sent"}
    assert looked.matched == 1
    assert [each.ended_because for each in lines] == ["Somebody answered."]
