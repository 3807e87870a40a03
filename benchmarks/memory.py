"""How much memory the server has after 5,000 requests, and after 50,000: what it does not give back would show.

    PYTHONPATH=tests python benchmarks/memory.py [FIRST] [LAST]

One server as it is served, on a file of SQLite, in a process of its own; twenty clients that look at lists, at a record
and at what does not exist, keep drafts, read points, and send what is wrong. Prints the resident memory now and then,
and the ratio of the last to the first. Exits with 1 when the server has grown by more than a tenth.
"""

import asyncio
import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import httpx2 as httpx
import psutil
from api_calls import Serving

from builders.api import ApiOfTest, desk_of, sqlite_store
from builders.desk import document_work
from builders.stored import RESUME_POINTS
from doors.conftest import resume_bytes
from resume_customizer.api.application import make_application
from resume_customizer.api.entrance import Entrance, Rules
from resume_customizer.infrastructure import tokens

CLIENTS = 20
MOST_GROWTH = 1.10
tokens.LIFETIME = timedelta(hours=11)  # a run takes longer than an access token lives; the server reads this too


def main() -> int:
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    last = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
    print(f"load average {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        headers, paths = _filled(Path(folder))
        serving = Serving(_serve, folder)
        with serving as port:
            server, found = psutil.Process(serving.pid), dict[int, float]()
            for count in (first, *range(2 * first, last, max(first, (last - first) // 4)), last):
                asyncio.run(_ask(port, headers, paths, count - max(found, default=0)))
                found[count] = server.memory_info().rss / 1e6
                print(f"{count:,} requests: resident {found[count]:.0f} MB, {server.num_threads()} threads", flush=True)
    ratio = found[last] / found[first]
    print(f"{ratio:.3f} times the memory after {first:,} requests (wanted: at most {MOST_GROWTH})")
    return int(ratio > MOST_GROWTH)


def _filled(folder: Path) -> tuple[dict[str, str], list[str]]:
    """A workspace; the headers of its owner, and paths to look at."""
    api = ApiOfTest(folder)
    headers = api.workspace("memory")
    resume = api.client.post("/api/v1/resumes", files={"file": ("a.docx", resume_bytes())}, headers=headers).json()
    bank = api.client.post("/api/v1/banks", json={"name": "Backend"}, headers=headers).json()
    api.client.post(f"/api/v1/banks/{bank['id']}/imports", json={"text": RESUME_POINTS}, headers=headers)
    api.close()
    paths = ["resumes", f"resumes/{resume['id']}", "banks", f"points?bank_id={bank['id']}", "customizations", "me"]
    return headers, [*paths, "resumes/nothing", "audit", "jobs", "usage", "requirements", "consultants?limit=nonsense"]


def _serve(port: int, folder: str) -> None:
    from resume_customizer.api.server import serve

    desk = desk_of(sqlite_store(Path(folder)), Path(folder))
    serve(make_application(Entrance(desk, document_work(), Rules())), "127.0.0.1", port)


async def _ask(port: int, headers: dict[str, str], paths: list[str], count: int) -> None:
    """So many requests; a few of them change something."""
    left = iter(range(count))
    limits = httpx.Limits(max_connections=CLIENTS)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}/api/v1/", limits=limits, timeout=60) as client:

        async def one() -> None:
            for number in left:
                if number % 50 == 7:
                    answer = await client.post("drafts", json={"name": f"Draft {number}"}, headers=headers)
                elif number % 50 == 23:
                    answer = await client.post("points/parse", json={"text": RESUME_POINTS}, headers=headers)
                else:
                    answer = await client.get(paths[number % len(paths)], headers=headers)
                assert answer.status_code in {200, 201, 404, 422, 429, 503}, answer.text

        await asyncio.gather(*(one() for _ in range(CLIENTS)))


if __name__ == "__main__":
    sys.exit(main())
