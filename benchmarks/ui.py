"""What the web app costs: CPU of each rerun of a screen, and many sessions at once, over Streamlit's own websocket.

    python benchmarks/ui.py [--reruns N] [--sessions N] [--think SECONDS]

The server is a process of its own on a free port of this machine, filled with points and an audit trail; its CPU time
is read from the system (its own threads, not the processes that work on documents). The peer is an empty page of
Streamlit as it comes. Prints the load of the machine first: with other work on it, waiting is not ours.
"""

import argparse
import asyncio
import os
import random
import statistics
import sys
import tempfile
from pathlib import Path

import psutil
from streamlit.components.v2.bidi_component.constants import EVENT_DELIM
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from websockets.exceptions import WebSocketException

from builders.desk import PASSWORD
from builders.sockets import Session, free_port, opened, served
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.settings import Settings
from resume_customizer.ui.customizing.inputs import sample
from resume_customizer.ui.session import Visit
from resume_customizer.ui.work import DraftKeeper, Work

SCREENS = [
    *("home", "resumes", "points", "bulk", "jobs", "requirements", "consultants", "submissions", "mail"),
    *("team", "audit", "profile", "help", "customize"),
]
ALONE = {"its result alone": "rcp_board", "after an edit": "rcp_board", "its preview alone": "rcp_frame"}
"""Parts of Customize that run by themselves, and one of our elements in each."""
FIRST = 20
"""Sessions for which a new server loads what all that follow share."""
EMPTY = """
import streamlit as st
st.title("Nothing")
"""


def filled(data: Path) -> str:
    """An installation with a person, points, a trail and a customization under way; gives the cookie of a session."""
    with build_app(Settings(data_dir=data)) as app:
        desk = build_desk(app)
        source = Source(Door.WEB)
        operator = Actor("benchmark", source, is_operator=True)
        user_id = desk.operating.add_user(operator, "ann@desk.example", "Ann", PASSWORD, is_operator=True)
        workspace_id = desk.workspaces.create(Actor(user_id, source), "Ann's desk")
        nobody = Actor("", source)
        signed_in = desk.signing_in.sign_in(nobody, "ann@desk.example", PASSWORD)
        ann = desk.signing_in.actor_of(nobody, signed_in.session_token.reveal(), workspace_id)
        bank = desk.banks.create(ann, "Points")
        lines = "\n".join(f"• Wrote service number {number} of the platform in Go." for number in range(5_000))
        desk.banks.import_points(ann, bank.id, f"Go\n{lines}")
        for number in range(500):
            desk.workspaces.rename(ann, f"Desk {number}")
        keeper = DraftKeeper(Visit(ann, desk, app.documents), {"draft": ""})
        file = keeper.add("mara.docx", sample("resume.docx"))
        work = Work().with_files([file]).with_points(sample("points.txt").decode())
        keeper.keep(work.with_posting(sample("posting.txt").decode()))
        return f"rcp_session={signed_in.session_token.reveal()}"


def cpu(process: psutil.Process) -> float:
    """Seconds of CPU that the process itself has used."""
    used = process.cpu_times()
    return used.user + used.system


async def cost(
    process: psutil.Process, session: Session, page: str, reruns: int, what: str = ""
) -> tuple[float, float]:
    """Milliseconds of CPU, and of waiting at the median, of one rerun; of a part of it alone, or after an edit."""
    for _ in range(3):
        await session.rerun(page)
    before, waited = cpu(process), []
    for number in range(reruns):
        did = {"do": "lock" if number % 2 else "unlock", "row": 1, "at": number}
        board = session.elements.get("rcp_board", ("", ""))[0]
        name = f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{board}{EVENT_DELIM}events"
        widget = (name, [{"event": "did", "value": did}]) if what == "after an edit" else None
        waited.append(await session.rerun(page, widget, alone=ALONE.get(what, "")))
    return 1000 * (cpu(process) - before) / reruns, 1000 * statistics.median(waited)


async def screens(process: psutil.Process, url: str, cookie: str, reruns: int, peer: float) -> None:
    for page in SCREENS:
        async with opened(url, cookie) as socket:
            spent, waited = await cost(process, Session(socket), page, reruns)
            print(f"{page:28} {spent:6.1f} ms CPU a rerun, {waited:6.1f} ms   {spent / peer:4.1f} × an empty page")
    async with opened(url, cookie) as socket:
        session = Session(socket)
        await session.rerun("customize")
        for what in ALONE:
            spent, waited = await cost(process, session, "customize", reruns, what)
            print(f"{f'customize, {what}':28} {spent:6.1f} ms CPU a rerun, {waited:6.1f} ms   {spent / peer:4.1f} ×")


async def crowd(process: psutil.Process, url: str, cookie: str, sessions: int, think: float, rounds: int) -> None:
    """Many people who think between clicks, once all are there; the memory is that of each after the first."""
    waited: list[float] = []
    failed = there = warm = full = 0
    all_there = asyncio.Barrier(sessions)

    async def one() -> None:
        nonlocal failed, there, warm, full
        await asyncio.sleep(random.uniform(0, 4 * think))
        try:
            async with opened(url, cookie) as socket:
                session = Session(socket)
                await session.rerun("points")
                there += 1
                if there == FIRST:
                    warm = process.memory_info().rss
                await all_there.wait()
                full = full or process.memory_info().rss
                for _ in range(rounds):
                    await asyncio.sleep(random.uniform(0.5, 1.5) * think)
                    waited.append(1000 * await session.rerun("points"))
        except (OSError, WebSocketException, asyncio.BrokenBarrierError):
            failed += 1
            await all_there.abort()

    await asyncio.gather(*(one() for _ in range(sessions)))
    if not waited:
        print(f"{sessions} sessions: all {failed} failed")
        return
    waited.sort()
    each = (full - warm) / (sessions - FIRST) / 1000
    p95 = waited[int(0.95 * len(waited))]
    print(
        f"{sessions} sessions, {think:g} s between clicks: p50 {statistics.median(waited):.0f} ms, p95 {p95:.0f} ms, "
        f"{failed} failures, {each:.0f} kB a further session, {process.memory_info().rss / 1e6:.0f} MB in all"
    )


async def measure(arguments: argparse.Namespace) -> None:
    print("load average", *(f"{each:.1f}" for each in os.getloadavg()), f"on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as place:
        folder, port, port_of_peer = Path(place), free_port(), free_port()
        (folder / "empty.py").write_text(EMPTY, "utf-8")
        cookie = filled(folder / "data")
        module = [sys.executable, "-m"]
        settings = {"RCP_DATA_DIR": str(folder / "data"), "RCP_SITE": f"http://127.0.0.1:{port}"}
        ours = served([*module, "resume_customizer", "serve", "--port", str(port)], port, settings)
        options = ["--server.headless=true", f"--server.port={port_of_peer}", "--server.fileWatcherType=none"]
        options += ["--browser.gatherUsageStats=false", "--server.address=127.0.0.1"]
        peers = served([*module, "streamlit", "run", str(folder / "empty.py"), *options], port_of_peer, {})
        try:
            async with opened(f"ws://127.0.0.1:{port_of_peer}", "") as socket:
                peer, waited = await cost(psutil.Process(peers.pid), Session(socket), "", arguments.reruns)
            print(f"{'an empty page of Streamlit':28} {peer:6.1f} ms CPU a rerun, {waited:6.1f} ms   as it comes")
            process, url = psutil.Process(ours.pid), f"ws://127.0.0.1:{port}"
            await screens(process, url, cookie, arguments.reruns, peer)
            await crowd(process, url, cookie, arguments.sessions, arguments.think, 3)
        finally:
            for each in (ours, peers):
                each.terminate()
                each.wait(timeout=60)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--reruns", type=int, default=40)
    arguments.add_argument("--sessions", type=int, default=200)
    arguments.add_argument("--think", type=float, default=5.0)
    asyncio.run(measure(arguments.parse_args()))


if __name__ == "__main__":
    main()
