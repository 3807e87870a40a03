"""Follow-ups and what ends them: the promises of following_up, follow_ups and answers of services/mail."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from builders.desk import Desk
from builders.mailing import an_account, mails, send_all, statuses, writing
from loopback.mail_server import MailServer, mail_server, scripted_server
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound
from resume_customizer.core.mail_server import Attempt, ImapAccount
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.services.mail.following_up import Step
from resume_customizer.services.mail.mail_ports import NewMails
from resume_customizer.services.mail.mail_values import About

BERT = "bert@vendor.example"


@dataclass
class Mailbox:
    """A mailbox in memory; tests/infrastructure/test_imap.py reads a real one."""

    came: list[bytes] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)

    def examine(self, account: ImapAccount) -> Attempt:
        return Attempt("sent")

    def read_new(self, account: ImapAccount, folder: str, read_until: str) -> NewMails:
        return NewMails(tuple(self.came[int(read_until or 0) :]), str(len(self.came)))

    def holds(self, account: ImapAccount, folder: str, message_id: str) -> bool:
        return message_id in self.sent


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest.fixture
def desk(tmp_path: Path, box: Mailbox) -> Iterator[Desk]:
    made = Desk(tmp_path, mail=replace(make_mail_means(MailSetting(private_hosts="*", seconds=10)), mailboxes=box))
    yield made
    made.store.close()


def turn(desk: Desk) -> None:
    """Whatever is due: follow-ups are written, mail is sent."""
    while desk.services.following_up.run_due():
        pass
    send_all(desk)


def begin(desk: Desk, ann: Actor, server: MailServer, *steps: Step, **more: str) -> str:
    """A first mail that was sent, with a sequence behind it; gives its id."""
    account = an_account(desk, ann, server, imap_host="imap.desk.example", sent_folder="Sent")
    sequence = desk.follow_ups.save_sequence(ann, "Three times", steps) if steps else ""
    sequence = sequence or desk.follow_ups.save_sequence(ann, "Three times")
    about = About(**more)
    queued = desk.composing.queue(ann, writing(account, BERT, sequence_id=sequence, about=about))
    turn(desk)
    return queued.mail_ids[0]


def reply(desk: Desk, ann: Actor, mail_id: str, head: str = "", text: str = "Thank you!") -> bytes:
    about = desk.outbox.show(ann, mail_id).message_id
    return (
        f"From: Bert <{BERT}>\r\nMessage-ID: <r{len(text)}@x>\r\nIn-Reply-To: {about}\r\n{head}\r\n{text}\r\n".encode()
    )


def look(desk: Desk) -> None:
    desk.later(minutes=6)
    while desk.services.reading_answers.look_due():
        desk.later(seconds=1)


def test_a_sequence_writes_its_steps_on_business_days_and_then_ends(desk: Desk) -> None:
    ann = desk.workspace("ann")
    moments = []
    with mail_server() as server:
        mail_id = begin(desk, ann, server)
        for _ in range(40):
            before = len(server.inbox.taken)
            desk.later(hours=24)
            turn(desk)
            moments += [desk.now] * (len(server.inbox.taken) - before)

    assert [each.date().isoformat() for each in moments] == ["2026-11-26", "2026-12-03", "2026-12-14"]
    _, *others = server.inbox.taken
    message_id = desk.outbox.show(ann, mail_id).message_id.encode()
    assert all(b"In-Reply-To: " + message_id in each.content for each in others)
    assert all(b"Subject: Re: Hello Bert Boe 1" in each.content for each in others)
    assert b"on Monday, 23 November 2026 I wrote" in others[0].content
    [line] = desk.follow_ups.list_of_mail(ann, mail_id)
    assert (line.status, line.ended_because) == ("ended", "All steps were sent.")


def test_a_step_is_written_once_however_many_workers_there_are(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        begin(desk, ann, server)
        desk.later(days=3)
        for _ in range(3):
            desk.services.following_up.run_due()

    assert len(mails(desk, ann)) == 2


@pytest.mark.parametrize(
    ("head", "text", "because"),
    [
        ("Subject: Re: Hello\r\n", "Thank you!", "Somebody answered."),
        ("Subject: Re: Hello\r\n", "Please unsubscribe me", "Somebody asked for no more mail."),
        ("Subject: Away\r\nAuto-Submitted: auto-replied\r\n", "I am away", ""),
    ],
)
def test_a_reply_ends_what_follows_and_an_automatic_one_does_not(
    desk: Desk, box: Mailbox, head: str, text: str, because: str
) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        mail_id = begin(desk, ann, server)
        box.came.append(reply(desk, ann, mail_id, head, text))
        look(desk)
        look(desk)
        desk.later(days=4)
        turn(desk)

    [line] = desk.follow_ups.list_of_mail(ann, mail_id)
    assert line.ended_because == because
    assert len(server.inbox.taken) == (1 if because else 2)
    assert len(desk.answers.list_answers(ann)) == 1
    assert bool(desk.follow_ups.list_no_mail(ann)) == ("unsubscribe" in text)


def test_a_reply_to_a_step_ends_the_sequence_of_the_first_mail(desk: Desk, box: Mailbox) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        first = begin(desk, ann, server)
        desk.later(days=3)
        turn(desk)
        step = mails(desk, ann)[1]
        box.came.append(reply(desk, ann, step.id))
        look(desk)

    assert desk.follow_ups.list_of_mail(ann, first)[0].status == "ended"


def test_a_bounce_ends_what_follows_and_is_told(desk: Desk, box: Mailbox) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        mail_id = begin(desk, ann, server)
        message_id = desk.outbox.show(ann, mail_id).message_id
        box.came.append(
            b"From: MAILER-DAEMON@mx.example\r\nMessage-ID: <b@mx>\r\nContent-Type: multipart/report; "
            b"report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n"
            b"Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; bert@vendor.example\r\nAction: failed\r\n\r\n"
            b"--x\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + message_id.encode() + b"\r\n\r\n--x--\r\n"
        )
        look(desk)

    assert statuses(desk, ann) == {BERT: "bounced"}
    assert desk.follow_ups.list_of_mail(ann, mail_id)[0].ended_because == "The mail came back."
    assert [each.mail_id for each in desk.follow_ups.list_to_do(ann, desk.now).failed] == [mail_id]


def test_another_status_of_the_requirement_ends_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with desk.ground.inside(ann) as tx:
        requirement = tx.add(Requirement(title="Java Developer", status="Submitted"))
    with mail_server() as server:
        mail_id = begin(desk, ann, server, requirement_id=requirement.id)
        with desk.ground.inside(ann) as tx:
            tx.update(replace(requirement, status="Rejected"))
        desk.later(days=3)
        turn(desk)

    assert desk.follow_ups.list_of_mail(ann, mail_id)[0].ended_because == "The requirement is “Rejected” now."
    assert len(server.inbox.taken) == 1


def test_after_the_end_by_hand_nothing_goes_out_that_had_not_left(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        mail_id = begin(desk, ann, server)
        desk.later(days=3)
        desk.services.following_up.run_due()
        [line] = desk.follow_ups.list_waiting(ann)
        desk.follow_ups.end(ann, line.follow_up_id)
        desk.later(days=30)
        turn(desk)

    assert len(server.inbox.taken) == 1
    assert [each.status for each in mails(desk, ann)] == ["sent", "cancelled"]
    with pytest.raises(Conflict, match="Ended by hand"):
        desk.follow_ups.end(ann, line.follow_up_id)
    assert desk.follow_ups.note_reply(ann, mail_id) == 0


def test_nothing_follows_a_mail_whose_fate_is_not_known_until_it_is(desk: Desk, box: Mailbox) -> None:
    ann = desk.workspace("ann")
    with scripted_server([b"220 hi\r\n", *[b"250 fine\r\n"] * 3, b"354 go\r\n", None]) as server:
        mail_id = begin(desk, ann, server, Step("follow-up-1", 1))
    desk.later(days=3)
    turn(desk)
    waits = len(mails(desk, ann))
    box.sent.add(desk.outbox.show(ann, mail_id).message_id)
    look(desk)
    desk.later(hours=7)
    turn(desk)

    assert waits == 1
    assert desk.outbox.show(ann, mail_id).line.answer == "It is in the Sent folder."
    assert len(mails(desk, ann)) == 2


@pytest.mark.parametrize("arrived", [True, False])
def test_a_person_settles_what_nobody_knows(desk: Desk, arrived: bool) -> None:
    ann = desk.workspace("ann")
    with scripted_server([b"220 hi\r\n", *[b"250 fine\r\n"] * 3, b"354 go\r\n", None]) as server:
        mail_id = begin(desk, ann, server)
    before = desk.outbox.show(ann, mail_id)
    desk.outbox.settle(ann, mail_id, arrived=arrived)
    with mail_server() as server:
        account = an_account(desk, ann, server)
        with desk.ground.inside(ann) as tx:
            kept = tx.get(OutboxMail, mail_id)
            tx.update(replace(kept, account_id=account))
        send_all(desk)

    after = desk.outbox.show(ann, mail_id)
    assert (before.line.status, after.line.status) == ("unknown", "sent")
    assert len(server.inbox.taken) == (0 if arrived else 1)
    assert after.message_id == before.message_id


def test_the_due_list_says_what_comes_next(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        mail_id = begin(desk, ann, server)

    [line] = desk.follow_ups.list_waiting(ann)
    assert (line.mail_id, line.to, line.step, line.steps) == (mail_id, (BERT,), 1, 3)
    assert line.due_at == datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert desk.follow_ups.list_to_do(ann, desk.now + timedelta(days=1)).follow_ups == ()


def test_a_sequence_that_makes_no_sense_is_refused(desk: Desk) -> None:
    ann = desk.workspace("ann")
    for steps in ((), (Step("follow-up-1", 0),), (Step("follow-up-1", 1),) * 11):
        with pytest.raises(InvalidInput):
            desk.follow_ups.save_sequence(ann, "x", steps)


def test_what_is_on_its_way_keeps_its_steps_and_what_begins_later_has_the_new_ones(desk: Desk) -> None:
    ann = desk.workspace("ann")
    sequence = desk.follow_ups.save_sequence(ann, "Short", (Step("follow-up-1", 1), Step("follow-up-2", 1)))
    with mail_server() as server:
        account = an_account(desk, ann, server)
        values = {"title": "Java Developer"}
        desk.composing.queue(ann, writing(account, BERT, sequence_id=sequence, values=values))
        turn(desk)
        [seen] = desk.follow_ups.list_sequences(ann)
        desk.follow_ups.change_sequence(ann, sequence, "Shorter", (Step("follow-up-3", 4),), seen.version)
        desk.composing.queue(ann, writing(account, "carl@other.example", sequence_id=sequence, values=values))
        turn(desk)
        [changed] = desk.follow_ups.list_sequences(ann)
        waiting = {each.to: each.steps for each in desk.follow_ups.list_waiting(ann)}
        for _ in range(6):
            desk.later(days=1)
            turn(desk)

    assert (changed.name, changed.steps, changed.number) == ("Shorter", (Step("follow-up-3", 4),), 2)
    assert (seen.running, changed.running) == (1, 2)
    assert waiting == {(BERT,): 2, ("carl@other.example",): 1}
    sent = Counter(each.recipients[0] for each in server.inbox.taken)
    assert sent == {BERT: 3, "carl@other.example": 2}
    assert desk.follow_ups.list_waiting(ann) == ()


def test_a_sequence_is_changed_by_who_has_seen_its_newest_version(desk: Desk) -> None:
    ann = desk.workspace("ann")
    sequence = desk.follow_ups.save_sequence(ann, "Short", (Step("follow-up-1", 1),))
    desk.follow_ups.change_sequence(ann, sequence, "Other name", (Step("follow-up-1", 1),), 1)

    with pytest.raises(Conflict, match="meanwhile"):
        desk.follow_ups.change_sequence(ann, sequence, "Mine", (Step("follow-up-1", 2),), 1)
    with pytest.raises(NotFound):
        desk.follow_ups.change_sequence(ann, sequence, "Mine", (Step("no-such-text", 2),), 2)
    [kept] = desk.follow_ups.list_sequences(ann)
    assert (kept.name, kept.number) == ("Other name", 1)
