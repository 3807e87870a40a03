"""How fast mail goes out: through the whole outbox, beside bare smtplib, to the same server on this machine.

    PYTHONPATH=tests python benchmarks/mail.py [messages]

Prints messages a second with 4 connections, the ratio to smtplib with 4 threads and nothing kept, and how long it takes
until 1,000 mails that become due in the same minute are on their way. A mail is begun when its claim is kept, which is
at most half a second before its server hears of it. The server is a process of its own, as servers are; the load of the
machine is said, because all of it shares the cores.
"""

import multiprocessing
import os
import smtplib
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from builders.desk import Desk
from builders.mailing import an_account, mails, writing
from loopback.mail_server import Inbox, MailServer, mail_server
from resume_customizer.core.actor import Actor
from resume_customizer.core.mail_lists import Receiver
from resume_customizer.core.mail_schedule import When
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.tiers import Tier
from resume_customizer.services.mail.mail_templates import TemplateText

CONNECTIONS = 4
TEXT = TemplateText("Hello {{ receiver_name }}", "Hello,\n\nhere I am.\n")


class Counting(Inbox):
    """Counts what it takes."""

    count: "Synchronized[int]"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Count a message; called by the server at the end of its data."""
        del server, session, envelope
        self.count.value += 1
        return "250 taken"


@dataclass(frozen=True)
class Server:
    """A server in another process."""

    host: str
    port: int
    count: "Synchronized[int]"


def serve(pipe: Connection, count: "Synchronized[int]") -> None:
    """What that process does."""
    inbox = Counting()
    inbox.count = count
    with mail_server(inbox) as server:
        pipe.send(server.port)
        pipe.recv()


@contextmanager
def served() -> Generator[Server]:
    """A server for this block."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    count = context.Value("i", 0)
    process = context.Process(target=serve, args=(there, count), daemon=True)
    process.start()
    try:
        yield Server("localhost", here.recv(), count)
    finally:
        here.send("over")
        process.join()


class Clocked(Desk):
    """A desk with the clock of the machine, and the owner of its workspace."""

    owner: Actor

    @property
    def now(self) -> datetime:
        """This moment."""
        return datetime.now(UTC)

    @now.setter
    def now(self, moment: datetime) -> None:
        del moment


@contextmanager
def outbox(server: Server, count: int, when: When) -> Generator[Clocked]:
    """So many mails in an outbox."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Clocked(Path(folder))
        ann = desk.workspace("ann")
        with desk.ground.inside(ann) as tx:
            tx.update(replace(tx.get(Workspace, ann.workspace_id), tier=Tier.ENTERPRISE))
        while desk.services.sending.send_due():
            pass  # letters
        people = tuple(Receiver(f"p{number}@x.example", f"Person {number}") for number in range(count))
        account = an_account(desk, ann, MailServer(server.host, server.port, Inbox()))
        desk.composing.queue(ann, writing(account, receivers=people, text=TEXT, when=when))
        desk.owner = ann
        yield desk
        desk.store.close()


def sent_in(desk: Clocked, server: Server, count: int) -> float:
    """Seconds until all were taken."""
    stop, begin = threading.Event(), time.perf_counter()
    mailer = threading.Thread(target=desk.services.sending.run, args=(stop, CONNECTIONS, 0.1))
    mailer.start()
    while server.count.value < count:
        time.sleep(0.02)
    took = time.perf_counter() - begin
    stop.set()
    mailer.join()
    return took


def bare(server: Server, count: int) -> float:
    """Seconds for the same with smtplib, a connection for each message, and nothing kept."""

    def some(numbers: range) -> None:
        for number in numbers:
            with smtplib.SMTP(server.host, server.port) as client:
                message = f"Subject: Hello {number}\r\n\r\nHello,\r\n\r\nhere I am.\r\n"
                client.sendmail("anna@desk.example", f"p{number}@x.example", message)

    threads = [threading.Thread(target=some, args=(range(at, count, CONNECTIONS),)) for at in range(CONNECTIONS)]
    begin = time.perf_counter()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return time.perf_counter() - begin


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with served() as server, outbox(server, count, When()) as desk:
        took = sent_in(desk, server, count)
        statuses = {each.status for each in mails(desk, desk.owner)}
    with served() as server:
        without = bare(server, count)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{count} mails, {CONNECTIONS} connections: {count / took:.0f}/s, all {'/'.join(statuses)}")
    print(f"smtplib alone, nothing kept: {count / without:.0f}/s; the outbox costs {took / without:.1f} times as long")
    together(1_000)


def together(count: int) -> None:
    """Mails that become due in the same minute: when each was begun."""
    due = datetime.now(UTC) + timedelta(seconds=25)
    with served() as server, outbox(server, count, When(due)) as desk:
        left = (due - datetime.now(UTC)).total_seconds()
        stop = threading.Event()
        mailer = threading.Thread(target=desk.services.sending.run, args=(stop, CONNECTIONS, 0.1))
        mailer.start()
        while server.count.value < count:
            time.sleep(0.05)
        stop.set()
        mailer.join()
        starts = [
            (each.first_tried_at - due).total_seconds() for each in mails(desk, desk.owner) if each.first_tried_at
        ]
    print(
        f"{count} due at the same moment (waited for {max(left, 0):.0f} s): the first began after {min(starts):.1f} s, "
        f"half after {statistics.median(starts):.1f} s, the last after {max(starts):.1f} s"
    )


if __name__ == "__main__":
    main()
