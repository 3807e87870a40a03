"""Accepted work that waits for the database: the promises of resume_customizer.infrastructure.spool."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from resume_customizer.core.errors import Unavailable
from resume_customizer.infrastructure.spool import Entry, Spool

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ACCEPTS = """
import sys
from pathlib import Path
from resume_customizer.infrastructure.spool import Spool
spool = Spool(Path(sys.argv[1]))
for number in range(1000):
    spool.accept("note", {"n": number, "by": sys.argv[2]})
    print(number, flush=True)
    if number == int(sys.argv[3]):
        sys.stdin.read()
"""


class Clock:
    """A second later with each look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def test_what_was_accepted_is_handed_over_in_its_order_and_once(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool", Clock())
    accepted = [spool.accept("rename", {"to": name}) for name in "abc"]
    done: list[Entry] = []

    assert spool.waiting() == tuple(accepted)
    assert spool.replay(done.append) == ()
    assert done == accepted
    assert spool.waiting() == ()
    spool.replay(done.append)
    assert done == accepted
    assert list((tmp_path / "spool").iterdir()) == []


def test_the_caller_may_give_the_key(tmp_path: Path) -> None:
    with closing(Spool(tmp_path)) as spool:
        assert spool.accept("rename", None, "key-1").key == "key-1"


def test_an_entry_that_cant_be_done_stays_and_nothing_behind_it_overtakes_it(tmp_path: Path) -> None:
    spool = Spool(tmp_path, Clock())
    first, second, third = (spool.accept("rename", name) for name in "abc")
    done: list[Entry] = []

    def do(entry: Entry) -> None:
        if entry == second and len(done) == 1:
            raise Unavailable("down", "It is down again.")
        done.append(entry)

    with pytest.raises(Unavailable):
        spool.replay(do)
    fourth = spool.accept("rename", "d")
    assert spool.waiting() == (second, third, fourth)

    done.append(first)  # so that the second is done now
    spool.replay(do)
    assert done[2:] == [second, third, fourth]


def test_journals_of_processes_that_are_gone_are_taken_over_in_the_order_of_acceptance(tmp_path: Path) -> None:
    clock = Clock()
    first, second = Spool(tmp_path, clock), Spool(tmp_path, clock)
    entries = [spool.accept("rename", n) for n, spool in enumerate((first, second, second, first))]
    first.close()
    second.close()
    done: list[Entry] = []
    Spool(tmp_path).replay(done.append)

    assert done == entries


def test_a_living_process_keeps_its_journal_and_a_killed_one_loses_nothing(tmp_path: Path) -> None:
    alive, dead = (
        subprocess.Popen(
            [sys.executable, "-c", ACCEPTS, str(tmp_path), name, "4"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("alive", "dead")
    )
    for process in (alive, dead):
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(5)][-1] == "4\n"
    os.kill(dead.pid, signal.SIGKILL)
    dead.communicate()
    done: list[Entry] = []
    Spool(tmp_path).replay(done.append)
    assert [entry.data for entry in done] == [{"n": n, "by": "dead"} for n in range(5)]

    os.kill(alive.pid, signal.SIGKILL)
    alive.communicate()
    Spool(tmp_path).replay(done.append)
    assert [entry.data for entry in done[5:]] == [{"n": n, "by": "alive"} for n in range(5)]


def test_a_damaged_line_is_told_and_the_file_is_kept_for_a_person(tmp_path: Path) -> None:
    spool = Spool(tmp_path, Clock())
    kept = spool.accept("rename", "a")
    spool.accept("rename", "b")
    spool.close()
    [path] = tmp_path.glob("*.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"b"', b'"X"'))
    done: list[Entry] = []

    [notice] = Spool(tmp_path).replay(done.append)

    assert done == [kept]
    assert notice.code == "damaged-spool"
    assert b'"X"' in path.with_suffix(".damaged").read_bytes()


def test_what_cant_be_kept_is_not_accepted(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(Unavailable):
        Spool(tmp_path / "file" / "spool").accept("rename", "a")
