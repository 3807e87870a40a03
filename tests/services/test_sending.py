"""The sender: the promises of resume_customizer.services.mail.sending and mail_pace."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from builders.desk import Desk
from builders.mailing import SENDER, an_account, mails, send_all, statuses, writing
from loopback.mail_server import Inbox, mail_server, make_authority, scripted_server
from resume_customizer.core.actor import Actor
from resume_customizer.core.mail_server import Attempt, SmtpAccount
from resume_customizer.core.outbox import MOST_TRIES
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.core.records.work import AuditEntry, Due
from resume_customizer.core.records.workspaces import Usage
from resume_customizer.core.tiers import TIERS, Limit, Tier
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.services.mail.sending import LEASE, Sending

BERT, CARL = "bert@vendor.example", "carl@other.example"
GREETING, FINE = b"220 hello\r\n", b"250 fine\r\n"
UP_TO_DATA = [GREETING, FINE, FINE, FINE, b"354 go on\r\n"]


def status(desk: Desk, actor: Actor) -> str:
    [mail] = mails(desk, actor)
    return mail.status


def answer(desk: Desk, actor: Actor) -> str:
    [mail] = mails(desk, actor)
    return mail.answer


def queue(desk: Desk, actor: Actor, account_id: str, *addresses: str) -> None:
    desk.composing.queue(actor, writing(account_id, *(addresses or (BERT,))))


def test_a_mail_goes_out_once_and_the_trail_says_so(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        queue(desk, ann, an_account(desk, ann, server))
        send_all(desk)
        desk.later(days=2)
        send_all(desk)

    [taken] = server.inbox.taken
    assert (taken.sender, taken.recipients) == (SENDER, [BERT])
    assert (status(desk, ann), statuses(desk, ann)) == ("sent", {BERT: "sent"})
    with desk.ground.inside(ann) as tx:
        assert "mail.sent" in {each.action for each in tx.every(AuditEntry)}
        assert [each for each in tx.every(Due) if each.in_workspace == ann.workspace_id] == []


@pytest.mark.parametrize(
    ("answers", "status_after", "receiver_after"),
    [
        ([*UP_TO_DATA, None], "unknown", "unknown"),
        ([*UP_TO_DATA, b"451 greylisted\r\n"], "due", "waiting"),
        ([*UP_TO_DATA, b"552 over quota\r\n"], "failed", "failed"),
        ([GREETING, FINE, FINE, b"450 greylisted, come back\r\n"], "due", "waiting"),
        ([GREETING, FINE, FINE, b"550 no such person\r\n"], "failed", "failed"),
        ([b"421 too many connections\r\n"], "due", "waiting"),
        ([b"554 go away\r\n"], "due", "waiting"),
        ([None], "due", "waiting"),
    ],
)
def test_each_fault_has_its_fate(
    desk: Desk, answers: list[bytes | None], status_after: str, receiver_after: str
) -> None:
    ann = desk.workspace("ann")
    with scripted_server(answers) as server:
        queue(desk, ann, an_account(desk, ann, server))
        send_all(desk)

    assert (status(desk, ann), statuses(desk, ann)) == (status_after, {BERT: receiver_after})
    assert answer(desk, ann)


def test_a_mail_of_unknown_fate_is_never_sent_again_by_itself(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with scripted_server([*UP_TO_DATA, None]) as server:
        account = an_account(desk, ann, server)
        queue(desk, ann, account)
        send_all(desk)

    for _ in range(30):
        desk.later(days=1)
        send_all(desk)

    [mail] = mails(desk, ann)
    assert (mail.status, mail.tries) == ("unknown", 1)


def test_a_server_that_is_slow_after_the_text_leaves_the_fate_unknown(tmp_path: Path) -> None:
    desk = Desk(tmp_path, mail=make_mail_means(MailSetting(private_hosts="*", seconds=0.5)))
    ann = desk.workspace("ann")
    with scripted_server(UP_TO_DATA) as server:
        queue(desk, ann, an_account(desk, ann, server))
        send_all(desk)

    assert status(desk, ann) == "unknown"
    desk.store.close()


def test_a_certificate_that_is_not_good_keeps_the_mail_here(tmp_path: Path, desk: Desk) -> None:
    authority = make_authority(tmp_path)
    ann = desk.workspace("ann")
    with mail_server(tls=authority.context()) as server:
        account = an_account(desk, ann, server, security="tls", user_name=SENDER, signs_in_with="token")
        queue(desk, ann, account)
        send_all(desk)

    assert (status(desk, ann), server.inbox.taken) == ("due", [])
    assert "certificate" in answer(desk, ann)


def test_a_try_is_repeated_later_each_time_and_given_up(desk: Desk) -> None:
    ann = desk.workspace("ann")
    inbox = Inbox(refusals={BERT: "450 greylisted"})
    with mail_server(inbox) as server:
        queue(desk, ann, an_account(desk, ann, server))
        send_all(desk)
        waits = []
        while status(desk, ann) == "due":
            [mail] = mails(desk, ann)
            waits.append(mail.due_at - desk.now)
            desk.now = mail.due_at - timedelta(seconds=1)
            send_all(desk)
            assert mails(desk, ann)[0].tries == mail.tries, "it was tried before its time"
            desk.now = mail.due_at
            send_all(desk)

    assert waits == sorted(waits)
    assert len(waits) == MOST_TRIES - 1
    assert (status(desk, ann), statuses(desk, ann)) == ("failed", {BERT: "failed"})


def test_greylisting_delays_a_mail_and_no_more(desk: Desk) -> None:
    ann = desk.workspace("ann")
    inbox = Inbox(refusals={BERT: "450 greylisted"})
    with mail_server(inbox) as server:
        queue(desk, ann, an_account(desk, ann, server))
        send_all(desk)
        inbox.refusals.clear()
        desk.later(minutes=3)
        send_all(desk)

    assert [each.recipients for each in inbox.taken] == [[BERT]]
    assert status(desk, ann) == "sent"


def test_of_several_receivers_only_those_who_have_not_got_it_get_it_again(desk: Desk) -> None:
    ann = desk.workspace("ann")
    inbox = Inbox(refusals={CARL: "450 later", "dora@x.example": "550 nobody"})
    with mail_server(inbox) as server:
        account = an_account(desk, ann, server)
        desk.composing.queue(ann, writing(account, BERT, cc=(CARL,), bcc=("dora@x.example",)))
        send_all(desk)
        inbox.refusals.clear()
        desk.later(minutes=3)
        send_all(desk)

    assert [each.recipients for each in inbox.taken] == [[BERT], [CARL]]
    assert statuses(desk, ann) == {BERT: "sent", CARL: "sent", "dora@x.example": "failed"}
    assert status(desk, ann) == "sent"
    one, two = (each.content for each in inbox.taken)
    assert one == two
    assert b"dora" not in one


# ------------------------------------------------------------------ senders that die, and many at once


class Dies(Exception):
    """A sender was killed."""


class Killed:
    """Stands where a server is spoken to, and the program ends there."""

    def line(self, account: SmtpAccount) -> "Killed":
        return self

    def send(self, sender: str, recipients: tuple[str, ...], content: bytes) -> Attempt:
        raise Dies

    def close(self) -> None:
        pass

    def examine(self, account: SmtpAccount) -> Attempt:
        raise Dies


def test_what_a_dead_sender_had_in_hand_is_unknown_when_its_lease_is_over_and_the_rest_goes_out(desk: Desk) -> None:
    ann = desk.workspace("ann")
    send_all(desk)  # letters of the program
    with mail_server() as server:
        account = an_account(desk, ann, server)
        queue(desk, ann, account, BERT, CARL)
        dead = Sending(desk.ground, desk.blobs, replace(desk.mail, servers=Killed()))
        with pytest.raises(Dies):
            dead.send_due(1)
        send_all(desk)
        before = statuses(desk, ann)
        desk.now += LEASE
        send_all(desk)

    assert before == {BERT: "waiting", CARL: "sent"}
    assert statuses(desk, ann) == {BERT: "unknown", CARL: "sent"}
    assert [each.recipients for each in server.inbox.taken] == [[CARL]]


class Stopping(Inbox):
    """A server during whose first message the sender is told to stop."""

    stop: Event

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.stop.set()
        return await super().handle_DATA(server, session, envelope)


def test_a_sender_that_is_told_to_stop_finishes_what_it_began_and_gives_the_rest_back(desk: Desk) -> None:
    ann = desk.workspace("ann")
    send_all(desk)  # letters of the program
    inbox = Stopping()
    inbox.stop = Event()
    with mail_server(inbox) as server:
        queue(desk, ann, an_account(desk, ann, server), BERT, CARL, "dora@x.example")
        desk.services.sending.send_due(3, inbox.stop)
        counts = Counter(each.status for each in mails(desk, ann))
        used = next(each.used for each in desk.usage.show(ann)[1] if each.limit is Limit.EMAILS)
        tries = {each.tries for each in mails(desk, ann) if each.status == "due"}
        taken = len(inbox.taken)
        send_all(desk)

    assert (taken, counts, used, tries) == (1, {"sent": 1, "due": 2}, 1, {0})
    assert sorted(each.recipients[0] for each in inbox.taken) == [BERT, CARL, "dora@x.example"]


def test_two_senders_at_once_send_each_mail_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    addresses = [f"p{number}@vendor.example" for number in range(24)]
    with mail_server() as server:
        queue(desk, ann, an_account(desk, ann, server), *addresses)
        stop = Event()
        both = [Thread(target=desk.services.sending.run, args=(stop, 2, 0.2)) for _ in range(2)]
        for each in both:
            each.start()
        for _ in range(200):
            if len(server.inbox.taken) >= len(addresses) and set(statuses(desk, ann).values()) == {"sent"}:
                break
            stop.wait(0.2)
        stop.set()
        for each in both:
            each.join()

    assert sorted(each.recipients[0] for each in server.inbox.taken) == sorted(addresses)
    assert set(statuses(desk, ann).values()) == {"sent"}


# ------------------------------------------------------------------ speed, caps, pauses


def test_an_account_sends_no_faster_than_it_may(desk: Desk) -> None:
    ann = desk.workspace("ann")
    addresses = [f"p{number}@vendor{number}.example" for number in range(12)]
    with mail_server() as server:
        queue(desk, ann, an_account(desk, ann, server, per_minute=6), *addresses)
        counts = []
        for _ in range(12):
            send_all(desk)
            counts.append(len(server.inbox.taken))
            desk.later(seconds=10)

    assert counts == list(range(1, 13))


def test_a_domain_gets_no_more_than_its_share_and_others_do_not_wait_for_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    same = [f"p{number}@vendor.example" for number in range(5)]
    with mail_server() as server:
        queue(desk, ann, an_account(desk, ann, server, per_minute=600), *same)
        send_all(desk)
        one = len(server.inbox.taken)
        desk.later(seconds=4)
        send_all(desk)

    assert (one, len(server.inbox.taken)) == (1, 2)


def test_what_waited_while_sending_was_paused_does_not_go_out_all_at_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    addresses = [f"p{number}@vendor{number}.example" for number in range(5)]
    with mail_server() as server:
        queue(desk, ann, an_account(desk, ann, server, per_minute=6), *addresses)
        desk.outbox.pause_all(ann, is_paused=True)
        send_all(desk)
        assert server.inbox.taken == []
        desk.outbox.pause_all(ann, is_paused=False)
        desk.later(hours=3)
        send_all(desk)

    assert len(server.inbox.taken) == 1


def test_a_paused_account_sends_nothing_and_others_go_on(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        paused, other = an_account(desk, ann, server), an_account(desk, ann, server)
        queue(desk, ann, paused, BERT)
        queue(desk, ann, other, CARL)
        desk.mail_accounts.pause(ann, paused, is_paused=True)
        send_all(desk)

    assert statuses(desk, ann) == {BERT: "waiting", CARL: "sent"}


def test_beyond_the_daily_cap_mails_wait_for_the_next_day(desk: Desk) -> None:
    ann = desk.workspace("ann")
    cap = TIERS[Tier.FREE][Limit.EMAILS]
    with mail_server() as server:
        account = an_account(desk, ann, server)
        with desk.ground.inside(ann) as tx:
            tx.add(Usage(counter="emails 2026-11-23T00:00", used=cap - 1))
        queue(desk, ann, account, BERT, CARL)
        send_all(desk)
        today = statuses(desk, ann)
        desk.later(hours=15)
        send_all(desk)

    assert sorted(today.values()) == ["sent", "waiting"]
    assert set(statuses(desk, ann).values()) == {"sent"}


def test_a_mail_that_no_server_took_does_not_count(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server(Inbox(refusals={BERT: "550 nobody"})) as server:
        queue(desk, ann, an_account(desk, ann, server))
        send_all(desk)

    _, usages = desk.usage.show(ann)
    assert next(each.used for each in usages if each.limit is Limit.EMAILS) == 0


# ------------------------------------------------------------------ letters of the program itself


def test_letters_go_out_through_the_server_of_the_installation(tmp_path: Path) -> None:
    with mail_server() as server:
        setting = MailSetting(server.host, server.port, "none", sender="desk@desk.example")
        desk = Desk(tmp_path, mail=make_mail_means(setting))
        desk.person("ann")
        send_all(desk)
        desk.store.close()

    [taken] = server.inbox.taken
    assert (taken.sender, taken.recipients) == ("desk@desk.example", ["ann@desk.example"])
    assert b"https://desk.example/confirm-address#" in taken.content.replace(b"=\r\n", b"")


def test_without_a_server_letters_wait_as_drafts_and_the_operator_hands_them_on(desk: Desk) -> None:
    desk.person("ann")
    olga = replace(desk.person("olga"), is_operator=True)
    send_all(desk)

    waiting = desk.letters_of_the_program.list_letters(olga)
    content = desk.letters_of_the_program.read_letter(olga, waiting[0].letter_id)

    assert [(each.to, each.status) for each in waiting] == [
        ("ann@desk.example", "draft"),
        ("olga@desk.example", "draft"),
    ]
    assert b"https://desk.example/confirm-address#" in content.replace(b"=\r\n", b"")
    assert desk.letters_of_the_program.send_waiting(olga) == 2
    with desk.ground.outside() as tx:
        assert {each.status for each in tx.every(OutboxMail)} == {"due"}


# ------------------------------------------------------------------ who wants no mail


def test_who_wants_no_mail_gets_none_even_when_it_was_queued_before(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        account = an_account(desk, ann, server)
        desk.composing.queue(ann, writing(account, BERT, cc=(CARL,)))
        desk.follow_ups.add_no_mail(ann, BERT.upper())
        send_all(desk)

    assert server.inbox.taken == []
    assert (status(desk, ann), statuses(desk, ann)) == ("cancelled", {BERT: "left out", CARL: "left out"})
