"""A clock that jumps while mail is due, and Redis that dies and comes back empty while calls are counted."""

import shutil
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import redis

from builders.desk import Desk
from builders.mailing import an_account, send_all, statuses, writing
from faults.served import free_port
from loopback.mail_server import mail_server
from resume_customizer.core.call_limits import Counter
from resume_customizer.infrastructure.call_counts import CallCounts

COUNTER = Counter("caller", "ann", 3)


def test_a_clock_that_jumps_a_day_ahead_and_back_sends_nothing_twice(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with mail_server() as server:
        ann = desk.workspace("ann")
        account = an_account(desk, ann, server)
        desk.composing.queue(ann, writing(account, "bert@boe.example"))
        send_all(desk)
        desk.later(days=1)
        send_all(desk)
        desk.composing.queue(ann, writing(account, "cora@boe.example"))
        desk.later(days=-1)
        send_all(desk)
        early = statuses(desk, ann)
        desk.later(days=1, minutes=1)
        send_all(desk)
        late = statuses(desk, ann)
        sent = sorted(each.recipients[0] for each in server.inbox.taken)
    assert early["bert@boe.example"] == "sent"
    assert late == {"bert@boe.example": "sent", "cora@boe.example": "sent"}
    assert sent == ["bert@boe.example", "cora@boe.example"]
    desk.store.close()


@contextmanager
def _redis(port: int) -> Generator[subprocess.Popen[bytes]]:
    """A Redis that remembers nothing."""
    command = [shutil.which("redis-server") or "redis-server", "--port", str(port), "--save", "", "--bind", "127.0.0.1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        with redis.Redis(port=port) as client:
            for _ in range(200):
                with suppress(redis.ConnectionError):
                    client.ping()
                    break
                time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.wait()


def test_when_redis_dies_and_comes_back_empty_calls_are_counted_all_the_time() -> None:
    port = free_port()
    counts, others = CallCounts(f"redis://127.0.0.1:{port}/0"), CallCounts(f"redis://127.0.0.1:{port}/0")
    with _redis(port):
        assert [(counts if n % 2 else others).count(COUNTER).is_over for n in range(4)] == [False] * 3 + [True]
    assert [counts.count(COUNTER).is_over for _ in range(4)] == [False] * 3 + [True]  # by itself, while it is away
    with _redis(port):
        assert [(counts if n % 2 else others).count(COUNTER).is_over for n in range(4)] == [False] * 3 + [True]
