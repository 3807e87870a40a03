"""How many requests the API answers in a second: a list over a large table, and sign-ins; beside a bare FastAPI.

    PYTHONPATH=tests python benchmarks/api_calls.py [ROWS] [SECONDS]

One worker on PostgreSQL with row-level security, as it is served; clients in a process of their own. The peer is a bare
FastAPI application that checks a token's signature and answers the same question of the same table with SQLAlchemy; no
session, role, workspace, limit, log or metrics. Both take turns in the same run.
"""

import asyncio
import hmac
import multiprocessing
import os
import random
import socket
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2 as httpx
import jwt
import psutil
import sqlalchemy as sa

from builders.api import ApiOfTest, desk_of
from builders.desk import PASSWORD, document_work
from resume_customizer.api.application import make_application
from resume_customizer.api.entrance import Entrance, Rules
from resume_customizer.core.records.banks import BankPoint, PointBank
from resume_customizer.infrastructure.passwords import Passwords
from resume_customizer.infrastructure.stores import open_store, prepare_database
from services_of_tests import running_services

PAGE = 50
CLIENTS = 20
SIGNERS = 24


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 8.0
    print(f"load average {os.getloadavg()[0]:.1f}, {rows:,} points in one workspace")
    with running_services() as services, tempfile.TemporaryDirectory() as folder:
        address = _prepared(services.postgres)
        ready = _filled(address, Path(folder), rows)
        ours, peers = Serving(_serve_api, address, folder), Serving(_serve_peer, address, ready["bank"])
        with ours as port, peers as other:
            ratio = _in_turns((ours, port, ready["path"]), (peers, other, "/points"), ready["headers"], seconds)
            print(f"  resident {psutil.Process(ours.pid).memory_info().rss / 1e6:.0f} MB")
            _think("500 clients, 5 s think time", port, ready["path"], ready["headers"], seconds=20)
            for clients, pause in ((60, 0.0), (240, 0.0), (160, 2.0)):
                _overload(clients, pause, port, _request(ready["path"], port, ready["headers"]), seconds / 4)
            _sign_ins(port, seconds)
    print(f"{ratio:.1f} times the processor time of the peer")


def _in_turns(
    ours: tuple["Serving", int, str], peer: tuple["Serving", int, str], headers: dict[str, str], seconds: float
) -> float:
    """A list of 50 points, a quarter of the time at once; how much more processor time one takes, at the median."""
    costs = [
        [
            _measure(name, *server, headers, seconds / 4)
            for name, server in (("list of 50 points", ours), ("peer", peer))
        ]
        for _ in range(4)
    ]
    return statistics.median(mine / theirs for mine, theirs in costs)


def _prepared(owner: str) -> str:
    """A database with a role that owns nothing."""
    engine = sa.create_engine(owner.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE ROLE bench LOGIN PASSWORD 'bench'"))
    engine.dispose()
    url = sa.make_url(owner).set(drivername="postgresql+psycopg")
    address = url.set(username="bench", password="bench").render_as_string(hide_password=False)
    prepare_database(url.render_as_string(hide_password=False), address)
    return address


def _filled(address: str, folder: Path, rows: int) -> dict[str, Any]:
    """A workspace with so many points; the path, the headers of its owner, and the page."""
    api = ApiOfTest(folder, store=open_store(address, folder))
    headers = api.workspace("bench")
    workspace = api.workspaces["bench"]
    with api.desk.ground.within(workspace) as tx:
        bank = tx.add(PointBank(name="large"))
    for start in range(0, rows, 5_000):
        with api.desk.ground.within(workspace) as tx:
            tx.add_all(
                BankPoint(bank_id=bank.id, technology=f"T{n % 97}", text=f"Point {n} of many.", text_key=f"point {n}")
                for n in range(start, min(rows, start + 5_000))
            )
    for number in range(SIGNERS):
        api.person(f"signer{number}")
    path = f"/api/v1/points?bank_id={bank.id}&limit={PAGE}"
    page = api.client.get(path, headers=headers).json()
    api.close()
    assert len(page["items"]) == PAGE
    return {"path": path, "headers": headers, "bank": bank.id}


class Serving:
    """A server in a process of its own, for a block."""

    def __init__(self, target: Callable[..., None], *given: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=target, args=(self._port, *given), daemon=False)
        self.pid = 0

    def __enter__(self) -> int:
        self._process.start()
        self.pid = self._process.pid or 0
        for _ in range(300):
            try:
                httpx.get(f"http://127.0.0.1:{self._port}/livez", timeout=1)
            except httpx.TransportError:
                time.sleep(0.1)
            else:
                return self._port
        raise RuntimeError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.join(30)


def _serve_api(port: int, address: str, folder: str) -> None:
    from resume_customizer.api.server import serve

    store = open_store(address, Path(folder))
    desk = desk_of(store, Path(folder))
    desk.signing_in._passwords = Passwords()  # noqa: SLF001 - as they are hashed in earnest
    serve(make_application(Entrance(desk, document_work(), Rules())), "127.0.0.1", port)


def _serve_peer(port: int, address: str, bank: str) -> None:
    import uvicorn
    from fastapi import Depends, FastAPI, HTTPException, Request

    app, engine = FastAPI(), sa.create_engine(address, pool_size=20)
    home = "SELECT set_config('rcp.workspace_id', :home, true)"
    asked = sa.text("SELECT * FROM bank_points WHERE bank_id = :bank ORDER BY technology, id LIMIT 51")

    def signed(request: Request) -> None:
        token = request.headers["authorization"].split()[1]
        try:
            jwt.decode(token, bytes(32), ["HS256"], options={"verify_signature": False, "verify_aud": False})
            hmac.digest(bytes(32), token.encode(), "sha256")
        except jwt.PyJWTError:
            raise HTTPException(401) from None

    @app.get("/points", dependencies=[Depends(signed)])
    def points(request: Request) -> list[dict[str, Any]]:
        with engine.connect() as connection:
            connection.execute(sa.text(home), {"home": request.headers["x-workspace"]})
            return [dict(row) for row in connection.execute(asked, {"bank": bank}).mappings()]

    app.get("/livez")(lambda: {"status": "ok"})
    uvicorn.run(app, port=port, log_config=None, access_log=False)


def _measure(name: str, serving: "Serving", port: int, path: str, headers: dict[str, str], seconds: float) -> float:
    server = psutil.Process(serving.pid)
    before = sum(server.cpu_times()[:2])
    times, wrong = asyncio.run(_many(port, path, headers, CLIENTS, seconds, 0))
    _say(name, times, seconds, wrong)
    cost = (sum(server.cpu_times()[:2]) - before) / max(1, len(times)) * 1000
    print(f"  {cost:.2f} ms of the server's processor time each: {1000 / cost:.0f} a second on a core of its own")
    return cost


def _think(name: str, port: int, path: str, headers: dict[str, str], seconds: float) -> None:
    times, wrong = asyncio.run(_many(port, path, headers, 500, seconds, 5))
    _say(name, times, seconds, wrong)


async def _many(
    port: int, path: str, headers: dict[str, str], clients: int, seconds: float, think: float
) -> tuple[list[float], int]:
    """Milliseconds of each answer, and how many were not 200; sockets alone, which cost little."""
    times, wrong, until = list[float](), 0, time.perf_counter() + seconds
    request = _request(path, port, headers)

    async def one() -> None:
        nonlocal wrong
        await asyncio.sleep(random.uniform(0, think))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < until:
            begin = time.perf_counter()
            wrong += await _asked(reader, writer, request) != b"200"
            times.append((time.perf_counter() - begin) * 1000)
            await asyncio.sleep(random.uniform(think / 2, think * 1.5) if think else 0)
        writer.close()

    await asyncio.gather(*(one() for _ in range(clients)))
    return times, wrong


async def _asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> bytes:
    """The status of the answer, when all of it has come."""
    writer.write(request)
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
    return head[9:12]


def _request(path: str, port: int, headers: dict[str, str]) -> bytes:
    lines = (f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", *(f"{name}: {each}" for name, each in headers.items()))
    return "\r\n".join((*lines, "", "")).encode()


def _overload(clients: int, pause: float, port: int, request: bytes, seconds: float) -> None:
    """Clients that ask again at once, or after a pause when they are sent away."""
    let_in, sent_away, until = list[float](), list[float](), time.perf_counter() + seconds

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < until:
            begin = time.perf_counter()
            is_let_in = await _asked(reader, writer, request) == b"200"
            (let_in if is_let_in else sent_away).append((time.perf_counter() - begin) * 1000)
            await asyncio.sleep(0 if is_let_in else pause)
        writer.close()

    async def run() -> None:
        await asyncio.gather(*(one() for _ in range(clients)))

    asyncio.run(run())
    _say(f"{clients} clients without a pause, {pause:g} s when sent away: let in", let_in, seconds, 0)
    _say("  sent away", sent_away, seconds, len(sent_away))
    print(f"  the last was sent away after {max(sent_away, default=0):.0f} ms")


def _sign_ins(port: int, seconds: float) -> None:
    """As many people as there are places and two more, who sign in again and again; how long each answer took."""
    took, until = defaultdict[str, list[float]](list), time.perf_counter() + seconds

    async def one(number: int, client: httpx.AsyncClient) -> None:
        body = {"address": f"signer{number}@desk.example", "password": PASSWORD}
        while time.perf_counter() < until:
            begin = time.perf_counter()
            answer = await client.post("/api/v1/auth/sign-in", json=body)
            what = "signed in" if answer.status_code == 200 else f"  refused, {answer.json()['code']}"
            took[what].append((time.perf_counter() - begin) * 1000)
            await asyncio.sleep(0 if answer.status_code == 200 else 0.2)

    async def run() -> None:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            await asyncio.gather(*(one(number, client) for number in range(SIGNERS)))

    asyncio.run(run())
    for what, times in sorted(took.items(), reverse=True):
        _say(f"{what}, {SIGNERS} people at once", times, seconds, 0)
        print(f"  the last after {max(times):.0f} ms")


def _say(name: str, times: list[float], seconds: float, wrong: int) -> None:
    times = sorted(times)
    if not times:
        print(f"{name}: none")
        return
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{name}: {len(times) / seconds:.0f} a second, p50 {p50:.1f} ms, p95 {p95:.1f} ms, {wrong} not answered 200")


if __name__ == "__main__":
    main()
