"""Many mails, a server with faults, and senders that are killed: who got how many, and what the outbox says of them.

    run(folder, messages, kills)  ->  senders started, kill -9, started again …  ->  Fired: what each receiver got

Run alone for the long form (make faults): python tests/faults/mail_under_fire.py 10000 100
"""

import multiprocessing
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from builders.desk import RING, Desk
from builders.mailing import an_account, mails, writing
from contracts import stores
from loopback.mail_server import Inbox, MailServer, mail_server
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.mail_lists import Receiver
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.tiers import Tier
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.mail_templates import TemplateText
from resume_customizer.services.mail.sending import Sending

SPEED = 60
"""Minutes of waiting pass in seconds."""
LEASE = timedelta(seconds=4 * SPEED)
MEANS = make_mail_means(MailSetting(private_hosts="*", seconds=3))


class Faulty(Inbox):
    """A server that greylists, is over quota, and cuts connections after it has taken a message."""

    chance: random.Random

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.chance.random() < 0.03:
            return "450 greylisted"
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        fate = self.chance.random()
        if fate < 0.02:
            return "452 over quota"
        said = await super().handle_DATA(server, session, envelope)
        if fate < 0.05:
            server.transport.abort()  # ty: ignore[missing-attribute]
        return said


@dataclass(frozen=True)
class Fired:
    """What became of it all."""

    statuses: Counter[str]
    got: Counter[str]
    """How many messages each receiver got."""
    wrong: tuple[str, ...]
    """Receivers whose mail the outbox calls something that it is not."""
    kills: int
    seconds: float

    @property
    def doubled(self) -> int:
        """Receivers who got more than one."""
        return sum(count > 1 for count in self.got.values())


def clock_of(start: float) -> datetime:
    """A clock on which minutes are seconds; all senders have the same."""
    return datetime.fromtimestamp(start, UTC) + timedelta(seconds=(time.time() - start) * SPEED)


def send_until_killed(database: str, files: str, start: float, ready: Connection) -> None:
    """A sender in a process of its own."""
    store = SqlStore(make_engine(database), lambda: clock_of(start))
    ground = Ground(store, RING, lambda: clock_of(start), bytes)
    sending = Sending(ground, FolderBlobs(Path(files)), MEANS, LEASE)
    ready.send("ready")
    sending.run(threading.Event(), 4, 0.05)


def run(folder: Path, messages: int, kills: int, seed: int = 7) -> Fired:
    """Queue so many mails and kill the sender so many times on the way."""
    chance, begin = random.Random(seed), time.time()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["faults.mail_under_fire"])
    inbox = Faulty()
    inbox.chance = chance
    with mail_server(inbox) as server:
        database = _prepare(folder, begin, messages, server.port)
        for _ in range(kills):
            mailer, ready = _start(context, database, folder, begin)
            ready.recv()
            time.sleep(chance.uniform(0.02, 0.8))
            mailer.kill()
            mailer.join()
        mailer, _ = _start(context, database, folder, begin)
        desk, ann = _open(folder, begin)
        while any(each.status in {"due", "scheduled", "sending"} for each in mails(desk, ann)):
            time.sleep(0.5)
        mailer.kill()
        mailer.join()
        kept = mails(desk, ann)
        desk.store.close()
    got = Counter(each.recipients[0] for each in inbox.taken)
    by_receiver = {_address(mail.subject): mail.status for mail in kept}
    right = {"sent": {1}, "failed": {0}, "unknown": {0, 1}}
    wrong = tuple(each for each, status in by_receiver.items() if got[each] not in right.get(status, set()))
    return Fired(Counter(by_receiver.values()), got, wrong, kills, time.time() - begin)


def _prepare(folder: Path, begin: float, messages: int, port: int) -> str:
    """A database with so many mails that are due."""
    (folder / "desk.db").write_bytes(stores.empty_sqlite_file())
    desk = Desk(folder, mail=MEANS)
    desk.now = clock_of(begin)
    ann = desk.workspace("ann")
    with desk.ground.inside(ann) as tx:
        tx.update(replace(tx.get(Workspace, ann.workspace_id), tier=Tier.ENTERPRISE))
    account = an_account(desk, ann, MailServer("localhost", port, Inbox()))
    people = tuple(Receiver(f"p{number}@x{number % 97}.example", "Bert") for number in range(messages))
    text = TemplateText("To {{ column_address }}", "Hello.")
    people = tuple(replace(each, values={"column_address": each.address}) for each in people)
    desk.composing.queue(ann, writing(account, receivers=people, text=text))
    (folder / "workspace").write_text(ann.workspace_id, "utf-8")
    desk.store.close()
    return f"sqlite:///{folder / 'desk.db'}"


def _open(folder: Path, begin: float) -> tuple[Desk, Actor]:
    desk = Desk(folder, mail=MEANS)
    desk.now = clock_of(begin)
    return desk, Actor("ann", Source(Door.CLI), (folder / "workspace").read_text("utf-8"), Role.OWNER)


def _start(context: ForkServerContext, database: str, folder: Path, begin: float) -> tuple[BaseProcess, Connection]:
    here, there = context.Pipe(duplex=False)
    mailer = context.Process(
        target=send_until_killed, args=(database, str(folder / "files"), begin, there), daemon=True
    )
    mailer.start()
    return mailer, here


def _address(subject: str) -> str:
    return subject.removeprefix("To ")


def main() -> None:
    """The long form, with its figures."""
    messages, kills = (int(each) for each in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as folder:
        fired = run(Path(folder), messages, kills)
    sys.stdout.write(
        f"{messages:,} mails, {fired.kills} kills, {fired.seconds:,.0f} s: {dict(fired.statuses)}; "
        f"doubled {fired.doubled}, called what they are not {len(fired.wrong)}\n"
    )
    sys.exit(bool(fired.doubled or fired.wrong))


if __name__ == "__main__":
    main()
