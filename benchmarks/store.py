"""How quickly records are listed, searched and opened in PostgreSQL, with many workspaces in one database.

    PYTHONPATH=tests python benchmarks/store.py [--rows 1000000] [--workspaces 1000] [--times 400]

Fills a PostgreSQL of its own (tools/services.sh) with customizations, a tenth of them in one workspace, and asks as
the product does: by the role that row-level security holds, a transaction for each question. It ends with 1 when a big
table was read from end to end.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from contracts import stores
from resume_customizer.core.records.resumes import Customization, CustomizationDetail, Resume
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace, Reading
from services_of_tests import running_services

BIG = ("customizations", "customization_details", "resume_versions", "resumes")
RESUMES = 20
"""In each workspace."""
ID = "(substr({0}, 1, 8) || '-' || substr({0}, 9, 4) || '-7000-8000-' || lpad(to_hex({1}), 12, '0'))::uuid"
HEX = "lpad(to_hex(1000000000000 + {0}), 12, '0')"
HOME = "CASE WHEN g % 10 = 0 THEN 0 ELSE g % CAST(:workspaces AS int) END"
TOOLS = "(ARRAY['Java','Kafka','Kubernetes','Python','Terraform','Oracle','React','Spark'])[1 + (g % 8)]"
WORKSPACES, FIRST, LAST = "CAST(:workspaces AS int)", "CAST(:first AS int)", "CAST(:last AS int)"


def workspace_id(number: int) -> str:
    """The id of a workspace, as the generator makes it."""
    digits = f"{1_000_000_000_000:012x}"
    return f"{digits[:8]}-{digits[8:12]}-7000-8000-{number:012x}"


def made_id(number: int, home: int) -> str:
    """The id of a record, as the generator makes it."""
    digits = f"{1_000_000_000_000 + number:012x}"
    return f"{digits[:8]}-{digits[8:12]}-7000-8000-{home:012x}"


def home_of(number: int, workspaces: int) -> int:
    """The workspace of a customization."""
    return 0 if number % 10 == 0 else number % workspaces


def statements() -> list[str]:
    """What fills the tables, in order; ids grow with time, as the product's do."""
    base = HEX.format("0")
    home = ID.format(base, f"({HOME})")
    resume = ID.format(HEX.format(f"({HOME}) * {RESUMES} + g % {RESUMES} + 1"), f"({HOME})")
    one = ID.format(HEX.format("g"), f"({HOME})")
    each = f"(g / {RESUMES})"
    resume_home, resume_id = ID.format(base, each), ID.format(HEX.format("g + 1"), each)
    resumes, span = f"generate_series(0, {WORKSPACES} * {RESUMES} - 1) g", f"generate_series({FIRST}, {LAST}) g"
    plan = '{"placements": [{"point": 1}, {"point": 2}]}'.replace(":", "\\:")
    return [
        _insert("workspaces", f"generate_series(0, {WORKSPACES} - 1) g", id=ID.format(base, "g"), name="'Desk ' || g",
                tier="'enterprise'", is_personal="false"),
        _insert("resumes", resumes, id=resume_id, workspace_id=resume_home, name="'Person ' || g", version_count="1",
                tags="'[]'", choices="'{}'"),
        _insert("resume_versions", resumes, id=resume_id, workspace_id=resume_home, resume_id=resume_id, number="1",
                file_name="'a.docx'", digest="md5(g::text)", size="9", understood="'{}'"),
        _insert("customizations", span, id=one, workspace_id=home, name="'Person ' || g || ' for client ' || g % 997",
                resume_id=resume, resume_version_id=resume, status="'done'", placed="12", unplaced="1",
                coverage_before="400", coverage_after="800", output_digest="md5(g::text)",
                certificate_digest="md5(g::text)", technologies=f"{TOOLS} || ',SQL'"),
        _insert("customization_details", span, id=one, workspace_id=home, customization_id=one, plan=f"'{plan}'",
                provenance="'{}'"),
    ]  # fmt: skip


def _insert(table: str, source: str, **columns: str) -> str:
    """One statement for many rows."""
    values = {"created_at": "now()", "changed_at": "now()", "version": "1", **columns}
    return f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())} FROM {source}"


def fill(owner: str, rows: int, workspaces: int) -> None:
    """Fill the database, as its owner."""
    server = sa.create_engine(owner, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        for statement in statements():
            if ":first" not in statement:
                connection.execute(sa.text(statement), {"workspaces": workspaces})
                continue
            for first in range(1, rows + 1, 50_000):
                span = {"workspaces": workspaces, "first": first, "last": min(rows, first + 49_999)}
                connection.execute(sa.text(statement), span)
        connection.execute(sa.text("VACUUM ANALYZE"))
    server.dispose()


def scans(owner: str) -> dict[str, int]:
    """How often each big table was read from end to end."""
    time.sleep(2)  # until the server has counted
    server = sa.create_engine(owner, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        query = sa.text("SELECT relname, seq_scan FROM pg_stat_user_tables WHERE relname = ANY(:names)")
        found = {name: int(count) for name, count in connection.execute(query, {"names": list(BIG)})}
    server.dispose()
    return found


@dataclass(frozen=True)
class Asked:
    """Somebody who asks, in one workspace, with one of its customizations at hand."""

    tx: Reading
    home: int
    one: int
    resume: int

    @property
    def id(self) -> str:
        """Of the customization."""
        return made_id(self.one, self.home)

    @property
    def resume_id(self) -> str:
        """Of a resume of the workspace."""
        return made_id(self.home * RESUMES + 1 + self.resume, self.home)


QUESTIONS: dict[str, Callable[[Asked], object]] = {
    "list, first page": lambda who: who.tx.list(Customization, limit=50),
    "list, a page in the middle": lambda who: who.tx.list(Customization, limit=50, after=who.id),
    "list by name": lambda who: who.tx.list(Customization, order="name", limit=50),
    "list of one resume": lambda who: who.tx.list(Customization, resume_id=who.resume_id, limit=50),
    "list of resumes": lambda who: who.tx.list(Resume, order="name", limit=50),
    "search, a common word": lambda who: who.tx.search(Customization, "kafka", limit=50),
    "search, a rare word": lambda who: who.tx.search(Customization, f"person {who.one}", limit=50),
    "detail": lambda who: (
        who.tx.get(Customization, who.id),
        who.tx.find(CustomizationDetail, customization_id=who.id),
    ),
}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rows", type=int, default=20_000)
    arguments.add_argument("--workspaces", type=int, default=20)
    arguments.add_argument("--times", type=int, default=100)
    given = arguments.parse_args()
    chance = random.Random(5)
    with running_services() as services:
        worker = stores.make_database(services.postgres)
        owner = stores.as_owner(services.postgres, sa.make_url(worker).database or "")
        began = time.perf_counter()
        fill(owner, given.rows, given.workspaces)
        print(f"{given.rows:,} customizations in {given.workspaces:,} workspaces: {time.perf_counter() - began:.0f} s")
        print(f"load average {os.getloadavg()[0]:.1f}", flush=True)
        before = scans(owner)
        store = SqlStore(make_engine(worker))
        for name, ask in QUESTIONS.items():
            taken = sorted(_ask(store, ask, given, chance) for _ in range(given.times))
            p95 = taken[int(len(taken) * 0.95)] * 1000
            print(f"{name:28} median {statistics.median(taken) * 1000:6.1f} ms, p95 {p95:6.1f} ms")
        store.close()
        scanned = {name: count - before[name] for name, count in scans(owner).items() if count > before[name]}
    print(f"big tables that were read from end to end: {scanned or 'none'}")
    return bool(scanned)


def _ask(store: SqlStore, ask: Callable[[Asked], object], given: argparse.Namespace, chance: random.Random) -> float:
    """Seconds for one question about a customization of anybody."""
    one = chance.randrange(1, given.rows)
    home = home_of(one, given.workspaces)
    resume = chance.randrange(RESUMES)
    begin = time.perf_counter()
    with store.reading(InWorkspace(workspace_id(home))) as tx:
        ask(Asked(tx, home, one, resume))
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
