"""How fast the staffing desk is when it is full: lists and board, lines that were sent, where a point went.

    python benchmarks/desk.py [--requirements 100000] [--lines 1000000] [--url postgresql+psycopg://…]

On a file of SQLite, or on a prepared PostgreSQL. Prints the service times (median and 95th percentile of calls).
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.duplicates import keyed
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.banks import Approval, BankPoint, PointBank
from resume_customizer.core.records.desk import Consultant, Requirement, SentLine, Submission
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.requirements import Status
from resume_customizer.core.sent_lines import marks_of_line
from resume_customizer.infrastructure.secrets import KeyRing
from resume_customizer.infrastructure.stores import open_store
from resume_customizer.services.ground import Ground
from resume_customizer.services.requirements import Requirements, Wanted
from resume_customizer.services.sent_lines import Receiver, SentLines, find_repeats, propose_others

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
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


def fill(ground: Ground, actor: Actor, requirements: int, lines: int) -> tuple[str, str]:
    """A full desk; gives the id of a consultant and of a point that was sent often."""
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
    return people[0].id, points[0].id


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
            point = chance.choice(points) if place < 6 else None
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


def measure(name: str, work: Callable[[int], object], times: int = 60) -> None:
    """Run it often; print the median and the 95th percentile, by the clock and of this process's own work."""
    taken, worked = [], []
    for number in range(times):
        start, begin = time.perf_counter(), time.process_time()
        work(number)
        taken.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - begin) * 1000)
    told = (
        f"{kind} {sorted(each)[len(each) // 2]:.1f} ms, p95 {sorted(each)[int(len(each) * 0.95)]:.1f} ms"
        for kind, each in (("clock", taken), ("CPU", worked))
    )
    print(f"{name}: {'; '.join(told)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--requirements", type=int, default=100_000)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--url", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(given.url, Path(folder))
        ground = Ground(store, KeyRing({"2026-11": bytes(32)}), lambda: NOW, os.urandom)
        actor = Actor(new_id(), Source(Door.CLI), new_id(), Role.OWNER)
        start = time.perf_counter()
        person, point = fill(ground, actor, given.requirements, given.lines)
        print(
            f"{given.requirements:,} requirements and {given.lines:,} sent lines in {time.perf_counter() - start:.0f} s"
        )
        print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; {store.health().built_on}")
        run(ground, actor, person, point)
        store.close()


def run(ground: Ground, actor: Actor, person: str, point: str) -> None:
    """The figures."""
    requirements, lines, chance = Requirements(ground), SentLines(ground), Random(5)
    wanted = [
        Wanted(), Wanted(order="title"), Wanted(order="-priority"), Wanted(order="due_at"), Wanted(status="Working"),
        Wanted(client="Client 7"), Wanted(status="Offer", primary_technology="Go"),
        Wanted(vendor_company="Vendor 3", status="New"), Wanted(status="New", order="-changed_at"),
        Wanted(due_until=NOW + timedelta(hours=20)),
    ]  # fmt: skip
    measure(
        "list of 50, chosen and sorted in ten ways", lambda n: requirements.list_requirements(actor, wanted[n % 10])
    )
    measure("board of 11 columns with counts, 20 cards each", lambda _: requirements.board(actor), 30)
    measure("search for two words", lambda n: requirements.search_requirements(actor, f"developer {n}"))

    def similar(_: int) -> None:
        texts = [line_of(chance) for _ in range(40)]
        receiver = Receiver(f"client {chance.randrange(CLIENTS)}", f"vendor {chance.randrange(VENDORS)}")
        since = NOW - timedelta(days=90)
        with ground.store.reading(actor) as tx:
            for _repeat in find_repeats(tx, person, receiver, texts, since)[:3]:
                propose_others(tx, receiver, (TOOLS[1],), texts, since)

    measure("similarity guard: a resume of 40 lines against all that was sent", similar, 30)
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
