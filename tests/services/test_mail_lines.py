"""Mails in the timeline of a requirement: the promises of resume_customizer.services.mail.mail_lines."""

from collections import Counter

import pytest

from builders.desk import Desk
from builders.mailing import an_account, mails, send_all, writing
from loopback.mail_server import Inbox, mail_server, scripted_server
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.desk import Comment, Requirement
from resume_customizer.core.records.work import AuditEntry
from resume_customizer.services.mail.mail_values import About

BERT, CARL, DORA = "bert@vendor.example", "carl@vendor.example", "dora@vendor.example"
UP_TO_DATA = [b"220 hello\r\n", *[b"250 fine\r\n"] * 3, b"354 go on\r\n"]


def about(desk: Desk, actor: Actor) -> About:
    with desk.ground.inside(actor) as tx:
        return About(tx.add(Requirement(title="Java Developer")).id)


def lines(desk: Desk, actor: Actor, what: About) -> list[str]:
    """The timeline, the oldest first."""
    page = desk.timelines.list_timeline(actor, what.requirement_id)
    assert {each.kind for each in page.records} <= {"mail"}
    return [each.text for each in reversed(page.records)]


def test_what_was_sent_to_whom_and_what_came_back_stands_in_the_timeline(desk: Desk) -> None:
    ann = desk.workspace("ann")
    what = about(desk, ann)
    with mail_server() as server:
        account = an_account(desk, ann, server)
        desk.composing.queue(ann, writing(account, BERT, cc=(CARL,), bcc=(DORA,), about=what))
        send_all(desk)
    [mail] = mails(desk, ann)
    desk.answers.note(ann, mail.id, "reply")

    assert lines(desk, ann, what) == [
        f"Mail sent to {BERT}, {CARL}: “Hello Bert Boe 1”",
        f"{BERT} answered: “Hello Bert Boe 1”",
    ]


def test_a_mail_that_came_back_and_one_that_was_refused_stand_there_too(desk: Desk) -> None:
    ann = desk.workspace("ann")
    what = about(desk, ann)
    with mail_server(Inbox(refusals={CARL: "550 nobody"})) as server:
        account = an_account(desk, ann, server)
        desk.composing.queue(ann, writing(account, BERT, CARL, about=what))
        send_all(desk)
    desk.answers.note(ann, mails(desk, ann)[0].id, "bounce")

    assert lines(desk, ann, what) == [
        f"Mail sent to {BERT}: “Hello Bert Boe 1”",
        f"Mail not delivered to {CARL}: “Hello Bert Boe 2”",
        f"The mail came back from {BERT}: “Hello Bert Boe 1”",
    ]


def test_a_mail_of_unknown_fate_is_called_so_until_it_is_settled(desk: Desk) -> None:
    ann = desk.workspace("ann")
    what = about(desk, ann)
    with scripted_server([*UP_TO_DATA, None]) as server:
        desk.composing.queue(ann, writing(an_account(desk, ann, server), BERT, about=what))
        send_all(desk)
    desk.outbox.settle(ann, mails(desk, ann)[0].id, arrived=True)

    assert lines(desk, ann, what) == [
        f"Nobody knows whether this mail reached {BERT}: “Hello Bert Boe 1”",
        f"Mail sent to {BERT}: “Hello Bert Boe 1”",
    ]


class Fails(Exception):
    """The store went away in the middle."""


def test_the_line_and_what_became_of_the_mail_are_kept_together_or_not_at_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = desk.workspace("ann")
    send_all(desk)
    what = about(desk, ann)
    with mail_server() as server:
        desk.composing.queue(ann, writing(an_account(desk, ann, server), BERT, about=what))

        def fail(*_: object, **__: object) -> None:
            raise Fails

        monkeypatch.setattr(type(desk.ground), "record_all", fail)
        with pytest.raises(Fails):
            desk.services.sending.send_due()

    with desk.ground.inside(ann) as tx:
        kept = Counter(type(each).__name__ for kind in (Comment, AuditEntry) for each in tx.every(kind))
    assert kept["Comment"] == 0
    assert mails(desk, ann)[0].status != "sent"
