"""The mailer: the promises of resume_customizer.services.running.mailer."""

from datetime import timedelta
from threading import Event, Thread

from builders.desk import Desk
from builders.mailing import an_account, statuses, writing
from loopback.mail_server import mail_server
from resume_customizer.services.running.mailer import run_mailer


def test_a_mailer_sends_writes_follow_ups_and_stops_when_it_is_told(desk: Desk) -> None:
    ann = desk.workspace("ann")
    stop = Event()
    with mail_server() as server:
        sequence = desk.follow_ups.save_sequence(ann, "Three times")
        account = an_account(desk, ann, server)
        desk.composing.queue(ann, writing(account, "bert@vendor.example", sequence_id=sequence))
        mailer = Thread(target=run_mailer, args=(desk.services, stop, 2, 0.2))
        mailer.start()
        for _ in range(200):
            if set(statuses(desk, ann).values()) == {"sent"}:
                desk.now += timedelta(days=4)
                break
            stop.wait(0.2)
        for _ in range(200):
            if len(server.inbox.taken) == 2:
                break
            stop.wait(0.2)
        stop.set()
        mailer.join(60)

    assert not mailer.is_alive()
    assert len(server.inbox.taken) == 2
    assert b"In-Reply-To" in server.inbox.taken[1].content
