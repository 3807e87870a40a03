"""Many people in the web app and many programs at the API at once, on PostgreSQL: one web process, or two behind nginx.

    PYTHONPATH=tests python benchmarks/load.py [--processes 1|2] [--sessions N] [--think S] [--programs N] [--seconds S]
                                               [--overload] [--journeys N]

People open the page, go from screen to screen, and think in between; programs list, search and now and then customize a
resume, every five seconds. Prints what both waited for, failures, and the memory of each web process. `--overload`: as
many programs as there may be requests, twice, without a pause; what is let in and what is sent away is told apart.
`--journeys N`: the memory after a tenth of N visits, and after all. The load of the machine is told first: people,
programs, the database and whatever else runs share its cores with the servers.
"""

import argparse
import asyncio
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2 as httpx
import psutil
import sqlalchemy as sa
from websockets.exceptions import WebSocketException

from builders.desk import PASSWORD
from builders.sockets import Session, free_port, opened, served
from doors.conftest import POINTS, resume_bytes
from resume_customizer.api.pacing import MOST_AT_ONCE
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.permissions import Scope
from resume_customizer.core.tiers import Tier
from resume_customizer.infrastructure.stores import prepare_database
from resume_customizer.settings import Settings
from services_of_tests import running_services

SCREENS = ("home", "resumes", "points", "requirements", "consultants", "submissions")
LISTS = (
    "/api/v1/points?q=platform",
    "/api/v1/banks",
    "/api/v1/resumes",
    "/api/v1/points?q=service",
    "/api/v1/requirements",
)
CUSTOMIZED = 0.05
"""Of the calls of a program."""
ARRIVING = 40.0
"""Seconds in which people come, one after the other: nobody opens five hundred pages at the same moment."""
BROWSERS = 500
"""Signed in one by one: nginx tells people apart by their sessions, and few would fall unevenly to two processes."""
NGINX = """
pid {folder}/pid; daemon off; worker_processes 1; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream web {{ hash $cookie_rcp_session$http_authorization consistent; {servers} }}
  map $http_upgrade $kind {{ default upgrade; "" ""; }}
  server {{ listen 127.0.0.1:{port}; client_max_body_size 40m;
    location / {{ proxy_pass http://web; proxy_http_version 1.1; proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $kind; proxy_read_timeout 3600s;
      proxy_set_header X-Forwarded-For $http_x_forwarded_for; }} }} }}
"""


@dataclass
class Told:
    """What was waited for, in milliseconds, and what went wrong."""

    waited: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        if not self.waited:
            return f"none; {dict(self.faults) or 0}"
        ordered = sorted(self.waited)
        p95, most = ordered[int(0.95 * len(ordered))], ordered[-1]
        p50 = statistics.median(ordered)
        times = f"p50 {p50:.0f} ms, p95 {p95:.0f} ms, most {most:.0f} ms"
        return f"{len(ordered):,}: {times}; not so: {dict(self.faults) or 0}"


@dataclass(frozen=True)
class Place:
    """A running installation."""

    port: int
    cookies: tuple[str, ...]
    key: str
    processes: tuple[psutil.Process, ...]

    def memory(self) -> str:
        """Of each web process."""
        return ", ".join(f"{each.memory_info().rss / 1e6:.0f} MB" for each in self.processes)

    def cpu(self) -> float:
        """Seconds of a processor that the web processes have taken."""
        return sum(each.cpu_times().user + each.cpu_times().system for each in self.processes)


def prepared(owner: str) -> str:
    """A database, and its address for a role that owns nothing."""
    url = sa.make_url(owner).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE ROLE load LOGIN PASSWORD 'load'"))
    engine.dispose()
    address = url.set(username="load", password="load").render_as_string(hide_password=False)
    prepare_database(url.render_as_string(hide_password=False), address)
    return address


def filled(settings: Settings) -> tuple[tuple[str, ...], str]:
    """People with sessions, 5,000 points, a resume; their cookies and a program's key."""
    with build_app(settings) as app:
        desk, source = build_desk(app), Source(Door.WEB)
        operator, nobody = Actor("benchmark", source, is_operator=True), Actor("", source)
        user_id = desk.operating.add_user(operator, "ann@desk.example", "Ann", PASSWORD)
        home = desk.workspaces.create(Actor(user_id, source), "Ann's desk")
        desk.usage.set_tier(operator, home, Tier.ENTERPRISE)
        tokens = [desk.signing_in.sign_in(nobody, "ann@desk.example", PASSWORD).session_token for _ in range(BROWSERS)]
        ann = desk.signing_in.actor_of(nobody, tokens[0].reveal(), home)
        bank = desk.banks.create(ann, "Points")
        lines = "\n".join(f"• Wrote service number {number} of the platform in Go." for number in range(5_000))
        desk.banks.import_points(ann, bank.id, f"Go\n{lines}")
        desk.resumes.upload(ann, "mara.docx", resume_bytes())
        key, _ = desk.api_keys.create(ann, "load", frozenset(Scope))
    return tuple(f"rcp_session={each.reveal()}" for each in tokens), key.reveal()


@contextmanager
def installation(processes: int) -> Generator[Place]:
    """As it is served: PostgreSQL, web processes, and nginx in front when there are several."""
    with running_services() as services, tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, ports = Path(name), [free_port() for _ in range(processes)]
        front = free_port() if processes > 1 else ports[0]
        values = {
            "RCP_DATA_DIR": str(folder / "data"),
            "RCP_DATABASE_URL": prepared(services.postgres),
            "RCP_REDIS_URL": services.redis,
            "RCP_SITE": f"http://127.0.0.1:{front}",
            "RCP_PROXIES": "127.0.0.1",
            "RCP_OPEN_CALLS": "1",
        }
        given = {each.lower().removeprefix("rcp_"): value for each, value in values.items()}
        cookies, key = filled(Settings.model_validate(given))
        started = []
        for port in ports:
            command = [sys.executable, "-m", "resume_customizer", "serve", "--port", str(port)]
            started.append(served(command, port, values))
            stack.callback(started[-1].wait, 60)
            stack.callback(started[-1].terminate)
        if processes > 1:
            conf = folder / "nginx.conf"
            servers = " ".join(f"server 127.0.0.1:{port};" for port in ports)
            conf.write_text(NGINX.format(folder=folder, servers=servers, port=front), "utf-8")
            program = shutil.which("nginx") or "/usr/sbin/nginx"
            nginx = subprocess.Popen([program, "-p", folder, "-e", folder / "error.log", "-c", conf])
            stack.callback(nginx.wait, 60)
            stack.callback(nginx.terminate)
        time.sleep(3)  # a moment to have loaded what the first visitor would wait for
        yield Place(front, cookies, key, tuple(psutil.Process(each.pid) for each in started))


async def person(place: Place, number: int, think: float, begin: float, until: float, told: Told) -> None:
    """Somebody who goes from screen to screen, and thinks; what they wait for counts once all have come."""
    await asyncio.sleep(random.uniform(0, ARRIVING))
    try:
        async with opened(f"ws://127.0.0.1:{place.port}", place.cookies[number % BROWSERS]) as socket:
            session = Session(socket)
            await session.rerun("home")
            while time.monotonic() < until:
                await asyncio.sleep(random.uniform(0.5, 1.5) * think)
                asked = time.monotonic()
                waited = 1000 * await session.rerun(random.choice(SCREENS))
                if asked >= begin:
                    told.waited.append(waited)
    except (OSError, WebSocketException) as fault:
        told.faults[type(fault).__name__] += 1


class Programs:
    """Programs at the API, each from an address of its own; what is let in and what is sent away is told apart."""

    def __init__(self, place: Place, begin: float = 0.0) -> None:
        """What was asked before `begin` doesn't count."""
        self.let_in, self.sent_away = Told(), Told()
        self._place, self._begin = place, begin

    async def run(self, number: int, think: float, until: float) -> None:
        """So many, until then; over one client, since making many takes longer than what is measured."""
        none = httpx.Limits(max_connections=None)
        address = f"http://127.0.0.1:{self._place.port}"
        async with httpx.AsyncClient(base_url=address, limits=none, timeout=60) as client:
            await asyncio.gather(*(self._one(client, each, think, until) for each in range(number)))

    async def _one(self, client: httpx.AsyncClient, number: int, think: float, until: float) -> None:
        address = f"198.18.{number // 250}.{number % 250 + 1}"
        headers = {"Authorization": f"Bearer {self._place.key}", "X-Forwarded-For": address}
        await asyncio.sleep(random.uniform(0, think))
        while time.monotonic() < until:
            asked = time.monotonic()
            try:
                answer = await _asked(client, headers)
            except httpx.TransportError as fault:
                self.let_in.faults[type(fault).__name__] += 1
                continue
            if asked >= self._begin:
                self._note(answer.status_code, 1000 * (time.monotonic() - asked))
            await asyncio.sleep(random.uniform(0.5, 1.5) * think)

    def _note(self, status: int, took: float) -> None:
        if status == 200:
            self.let_in.waited.append(took)
        elif status in {429, 503}:
            self.sent_away.waited.append(took)
            self.sent_away.faults[str(status)] += 1
        else:
            self.let_in.faults[str(status)] += 1


async def _asked(client: httpx.AsyncClient, headers: dict[str, str]) -> httpx.Response:
    if random.random() < CUSTOMIZED:
        files = {"resume": ("r.docx", resume_bytes())}
        return await client.post("/api/v1/customize", files=files, data={"points": POINTS}, headers=headers)
    return await client.get(random.choice(LISTS), headers=headers)


async def mixed(place: Place, options: argparse.Namespace) -> None:
    """People and programs at once."""
    begin = time.monotonic() + ARRIVING + options.think
    screens, programs = Told(), Programs(place, begin)
    until = begin + options.seconds

    async def taken() -> float:
        await asyncio.sleep(begin - time.monotonic())
        before = place.cpu()
        await asyncio.sleep(options.seconds)
        return (place.cpu() - before) / options.seconds

    people = (person(place, each, options.think, begin, until, screens) for each in range(options.sessions))
    taking = asyncio.create_task(taken())
    await asyncio.gather(programs.run(options.programs, 5.0, until), *people)
    cpu = await taking
    print(f"{options.sessions} people, {options.think:g} s between clicks: reruns {screens}")
    print(f"{options.programs} programs, 5 s between calls: {programs.let_in}; sent away {programs.sent_away}")
    each = 1000 * cpu * options.seconds / max(1, len(screens.waited))
    print(f"web processes: {place.memory()}; {cpu:.2f} of a core, {each:.1f} ms for each rerun, all told")


async def overload(place: Place) -> None:
    """Twice as many requests as there is room for, and none waits before the next."""
    for number in (MOST_AT_ONCE // 2, 2 * MOST_AT_ONCE):
        programs = Programs(place)
        await programs.run(number, 0.0, time.monotonic() + 12)
        print(f"{number} programs without a pause: let in {programs.let_in}")
        print(f"  sent away {programs.sent_away}", flush=True)


async def journeys(place: Place, count: int) -> None:
    """Visits, ten at a time; memory after a tenth of them and after all."""
    faults = Told()

    async def visit(number: int) -> None:
        try:
            async with opened(f"ws://127.0.0.1:{place.port}", place.cookies[number % BROWSERS]) as socket:
                session = Session(socket)
                for page in random.sample(SCREENS, 2):
                    await session.rerun(page)
        except (OSError, WebSocketException) as fault:
            faults.faults[type(fault).__name__] += 1

    for done in range(0, count, 10):
        if done == count // 10:
            print(f"after {done} visits: {place.memory()}")
        await asyncio.gather(*(visit(done + each) for each in range(10)))
    print(f"after {count} visits: {place.memory()}; failed {dict(faults.faults) or 0}")


def main() -> None:
    """Measure what is asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--processes", type=int, default=1)
    arguments.add_argument("--sessions", type=int, default=100)
    arguments.add_argument("--think", type=float, default=10.0)
    arguments.add_argument("--programs", type=int, default=50)
    arguments.add_argument("--seconds", type=float, default=30.0)
    arguments.add_argument("--overload", action="store_true")
    arguments.add_argument("--journeys", type=int, default=0)
    options = arguments.parse_args()
    with installation(options.processes) as place:
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; web processes: {place.memory()}", flush=True)
        if options.journeys:
            asyncio.run(journeys(place, options.journeys))
        elif options.overload:
            asyncio.run(overload(place))
        else:
            asyncio.run(mixed(place, options))


if __name__ == "__main__":
    main()
