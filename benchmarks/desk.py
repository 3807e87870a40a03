"""How fast the staffing desk is when it is full: lists and board, lines that were sent, where a point went.

    PYTHONPATH=tests python benchmarks/desk.py [--requirements 100000] [--lines 1000000] [--on sqlite|postgresql]
                                               [--folder FOLDER] [--url URL-OF-ITS-OWNER]

On a file of SQLite, then on a PostgreSQL of its own (tools/services.sh), there by the role that row-level security
holds. Prints the service times (median and 95th percentile of calls), and ends with 1 when PostgreSQL read a big table
from end to end. With `--folder` or `--url` what was filled stays, and is measured again the next time.
"""

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import psutil
import sqlalchemy as sa

from contracts import stores
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.banks import Approval, BankPoint, PointBank
from resume_customizer.core.records.desk import Consultant, Requirement, SentLine, Submission
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.staffing.duplicates import keyed
from resume_customizer.core.staffing.requirements import Status
from resume_customizer.core.staffing.sent_lines import marks_of_line
from resume_customizer.infrastructure.secrets import KeyRing
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.infrastructure.stores import open_store
from resume_customizer.services.ground import Ground
from resume_customizer.services.staffing.repeated_lines import Receiver, find_repeats, with_proposals
from resume_customizer.services.staffing.requirements import Requirements, Wanted
from resume_customizer.services.staffing.sent_lines import SentLines
from resume_customizer.services.store import Store
from services_of_tests import running_services

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOME, WHO = "01936a2e-0000-7000-8000-000000000001", "01936a2e-0000-7000-8000-000000000002"
BIG = ("requirements", "submissions", "sent_lines")
CHUNK = 2_000
CLIENTS, VENDORS, PEOPLE = 400, 60, 300
VERBS = ("Designed", "Built", "Tuned", "Moved", "Led", "Automated", "Tested", "Described", "Cut", "Documented")
THINGS = ("booking", "billing", "ledger", "search", "payroll", "routing", "claims", "catalogue", "pricing", "audit")
TOOLS = ("Java", "Kafka", "Terraform", "PostgreSQL", "Python", "Kubernetes", "React", "Spark", "AWS", "Go")
ENDS = ("for the whole fleet", "with four teams", "in every region", "without downtime", "under load", "each night")


def line_of(chance: Random) -> str:
    """A bullet as people write it."""
    pick = chance.choice
    what = f"{pick(THINGS)} and {pick(THINGS)} services on {pick(TOOLS)}"
    return f"{pick(VERBS)} {what} {chance.randrange(2, 900)} {pick(ENDS)}"


def fill(ground: Ground, actor: Actor, requirements: int, lines: int) -> None:
    """A full desk."""
    chance = Random(11)
    with ground.inside(actor) as tx:
        tx.add(Workspace(id=actor.workspace_id, name="bench"))
        people = tx.add_all(Consultant(name=f"Person {number}") for number in range(PEOPLE))
        bank = tx.add(PointBank(name="bank"))
        points = tx.add_all(
            BankPoint(
                bank_id=bank.id, technology=TOOLS[number % 10], text=line_of(chance), text_key=str(number),
                approval=Approval.APPROVED,
            )
            for number in range(500)
        )  # fmt: skip
    posting = "\n".join(line_of(chance) for _ in range(25))
    ids = []
    for start in range(0, requirements, CHUNK):
        made = [_requirement(chance, number, posting) for number in range(start, min(start + CHUNK, requirements))]
        ids += [each.id for each in made]
        with ground.inside(actor) as tx:
            tx.add_all(made)
    per = 50
    for start in range(0, lines // per, CHUNK // per):
        _send(ground, actor, chance, (ids, people, points), min(CHUNK // per, lines // per - start), per)


def names_of(ground: Ground, actor: Actor) -> tuple[str, str]:
    """A consultant, and the point that is in every resume that was sent."""
    with ground.store.reading(actor) as tx:
        (bank,) = tx.list(PointBank).records
        (point,) = tx.list(BankPoint, order="id", limit=1, bank_id=bank.id).records
        return tx.list(Consultant, order="name", limit=1).records[0].id, point.id


def _requirement(chance: Random, number: int, posting: str) -> Requirement:
    return keyed(
        Requirement(
            title=f"{chance.choice(TOOLS)} Developer {number}",
            status=chance.choice(list(Status)),
            client=f"Client {chance.randrange(CLIENTS)}",
            vendor_company=f"Vendor {chance.randrange(VENDORS)}",
            primary_technology=chance.choice(TOOLS),
            source=chance.choice(("mail", "board", "fair")),
            priority=chance.randrange(5),
            deadline=NOW + timedelta(hours=chance.randrange(2_000)),
            posting=posting,
        )
    )


def _send(ground: Ground, actor: Actor, chance: Random, named: tuple[Any, Any, Any], count: int, per: int) -> None:
    ids, people, points = named
    sent, rows = [], []
    for _ in range(count):
        person, at = chance.choice(people), NOW - timedelta(hours=chance.randrange(4_000))
        client, vendor = chance.randrange(CLIENTS), chance.randrange(VENDORS)
        one = Submission(
            requirement_id=chance.choice(ids), consultant_id=person.id, file_digest="0" * 64, file_name="r.docx",
            sent_at=at, end_client=f"Client {client}",
        )  # fmt: skip
        sent.append(one)
        for place in range(per):
            point = points[0] if not place else chance.choice(points) if place < 6 else None
            text = point.text if point else line_of(chance)
            marks = marks_of_line(text)
            rows.append(
                SentLine(
                    submission_id=one.id, consultant_id=person.id, client_key=f"client {client}",
                    vendor_key=f"vendor {vendor}", text=text, head=marks.head, tail=marks.tail, sent_at=at,
                    is_added=point is not None, point_id=point.id if point else None,
                )
            )  # fmt: skip
    with ground.inside(actor) as tx:
        tx.add_all(sent)
        tx.add_all(rows)


def measure(name: str, work: Callable[[int], object], times: int = 60, server: Callable[[], float] = float) -> None:
    """Run it often; print the median and the 95th percentile, by the clock and of this process's own work.

    `server` says how many seconds the database has worked so far: on a busy machine the clock says little.
    """
    taken, worked = [], []
    before = server()
    for number in range(times):
        start, begin = time.perf_counter(), time.process_time()
        work(number)
        taken.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - begin) * 1000)
    served = (server() - before) * 1000 / times
    told = (
        f"{kind} {sorted(each)[len(each) // 2]:.1f} ms, p95 {sorted(each)[int(len(each) * 0.95)]:.1f} ms"
        for kind, each in (("clock", taken), ("own CPU", worked))
    )
    print(f"{name}: {'; '.join(told)}{f'; the database {served:.1f} ms' if served else ''}", flush=True)


def work_of(role: str) -> Callable[[], float]:
    """How many seconds the processes of PostgreSQL have worked that serve a role."""

    def worked() -> float:
        found = 0.0
        for process in psutil.process_iter(("cmdline",)):
            if "postgres:" in (title := " ".join(process.info["cmdline"] or ())) and role in title:
                times = process.cpu_times()
                found += times.user + times.system
        return found

    return worked


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--requirements", type=int, default=100_000)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--on", choices=("sqlite", "postgresql"), default="")
    parser.add_argument("--folder", default="")
    parser.add_argument("--url", default="")
    given = parser.parse_args()
    scanned: dict[str, int] = {}
    if given.on != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            look(open_store("", Path(given.folder or folder)), given.requirements, given.lines)
    if given.on != "sqlite":
        with ExitStack() as stack:
            owner = given.url or stores.as_owner(stack.enter_context(running_services()).postgres, "store_0")
            if not given.url:
                stores.make_database(owner.replace("/store_0", "/postgres"))
            scanned = look_at_postgres(owner, given.requirements, given.lines)
    if scanned:
        print(f"READ FROM END TO END: {scanned}")
    sys.exit(1 if scanned else 0)


def look_at_postgres(owner: str, requirements: int, lines: int) -> dict[str, int]:
    """Fill and measure; how often each big table was read from end to end."""
    store = SqlStore(make_engine(sa.make_url(owner).set(username=stores.ROLE).render_as_string(hide_password=False)))
    store.check_safety()
    before: dict[str, int] = {}

    def filled() -> None:
        server = sa.create_engine(owner, isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            connection.execute(sa.text("VACUUM ANALYZE"))
        before.update(scans(owner))

    look(store, requirements, lines, filled, work_of(stores.ROLE))
    return {name: count - before[name] for name, count in scans(owner).items() if count > before[name]}


def scans(owner: str) -> dict[str, int]:
    """How often each big table was read from end to end."""
    time.sleep(2)  # until the server has counted
    with sa.create_engine(owner).connect() as connection:
        query = sa.text("SELECT relname, seq_scan FROM pg_stat_user_tables WHERE relname = ANY(:names)")
        return {name: int(count) for name, count in connection.execute(query, {"names": list(BIG)})}


def look(
    store: Store,
    requirements: int,
    lines: int,
    filled: Callable[[], None] = lambda: None,
    server: Callable[[], float] = float,
) -> None:
    """Fill it when it is empty, and print the figures."""
    ground = Ground(store, KeyRing({"2026-11": bytes(32)}), lambda: NOW, os.urandom)
    actor = Actor(WHO, Source(Door.CLI), HOME, Role.OWNER)
    start = time.perf_counter()
    with store.reading(actor) as tx:
        is_full = bool(tx.list(PointBank).records)
    if not is_full:
        fill(ground, actor, requirements, lines)
    filled()
    with store.reading(actor) as tx:
        counted = f"{tx.count(Requirement):,} requirements and {tx.count(SentLine):,} sent lines"
    print(f"{store.health().built_on}: {counted}, after {time.perf_counter() - start:.0f} s")
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    gc.collect()
    gc.freeze()  # as the server does, once it is ready
    run(ground, actor, *names_of(ground, actor), partial(measure, server=server))
    store.close()


def run(ground: Ground, actor: Actor, person: str, point: str, measure: Callable[..., None]) -> None:
    """The figures."""
    requirements, lines, chance = Requirements(ground), SentLines(ground), Random(5)
    wanted = [
        Wanted(), Wanted(order="title"), Wanted(order="-priority"), Wanted(order="due_at"), Wanted(status="Working"),
        Wanted(client="Client 7"), Wanted(status="Offer", primary_technology="Go"),
        Wanted(vendor_company="Vendor 3", status="New"), Wanted(status="New", order="-changed_at"),
        Wanted(due_until=NOW + timedelta(hours=20)), Wanted(client="Client 9", order="title"),
        Wanted(vendor_company="Vendor 5", status="Working", order="-priority"),
    ]  # fmt: skip
    ways = len(wanted)
    measure(
        f"list of 50, chosen and sorted in {ways} ways",
        lambda n: requirements.list_requirements(actor, wanted[n % ways]),
        5 * ways,
    )
    measure("board of 11 columns with counts, 20 cards each", lambda _: requirements.board(actor), 30)
    measure("search for two words", lambda n: requirements.search_requirements(actor, f"developer {n}"))

    found: list[int] = []
    with ground.store.reading(actor) as tx:
        known = [each.text for each in tx.list(BankPoint, limit=500, bank_id=tx.list(PointBank).records[0].id).records]

    def similar(_: int) -> None:
        texts = [line_of(chance) for _ in range(30)] + chance.sample(known, 10)
        receiver = Receiver(f"client {chance.randrange(CLIENTS)}", f"vendor {chance.randrange(VENDORS)}")
        since = NOW - timedelta(days=90)
        with ground.store.reading(actor) as tx:
            repeats = find_repeats(tx, person, receiver, texts, since)
            found.append(len(with_proposals(tx, receiver, repeats, texts, (), since)))

    measure("similarity guard: a resume of 40 lines against all that was sent, with proposals", similar, 40)
    print(f"    found {sum(found)} repeated lines in {len(found)} resumes")
    measure("every sent resume with a point (a page of 100)", lambda _: lines.find_sent(actor, point), 20)

    def all_of_a_point(_: int) -> None:
        after = ""
        while True:
            page = lines.find_sent(actor, point, after=after, limit=1000)
            after = page.next
            if not after:
                return

    measure("every sent resume with a point (all of them)", all_of_a_point, 5)


if __name__ == "__main__":
    main()
