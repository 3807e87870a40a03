"""Processes that are killed while they write, and many that write at once: nothing accepted is lost, nothing torn.

A short slice of it here; `make faults` kills 200 times, and has 20 processes write 1,000 times each.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.core.records.workspaces import Usage
from resume_customizer.infrastructure.stores import open_store
from resume_customizer.services.store import InWorkspace

KILLS = int(os.environ.get("KILLS", "3"))
PROCESSES, WRITES = int(os.environ.get("PROCESSES", "3")), int(os.environ.get("WRITES", "20"))
HOME = new_id()
WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from resume_customizer.core.records.resumes import Resume
from resume_customizer.core.records.workspaces import Usage
from resume_customizer.infrastructure.stores import open_store
from resume_customizer.services.store import InWorkspace

address, home, name, most = sys.argv[1:]
store = open_store(address, Path("."))

def work(tx):
    counter = tx.find(Usage, counter="resumes")
    tx.update(replace(tx.get(Usage, counter.id, lock=True), used=counter.used + 1))
    tx.add(Resume(name=f"{name}-{number}"))

for number in range(int(most)):
    store.run(InWorkspace(home), work)
    print(number, flush=True)
store.close()
"""


def _begin(address: str, folder: Path) -> None:
    store = open_store(address, folder)
    with store.transaction(InWorkspace(HOME)) as tx:
        tx.add(Usage(counter="resumes"))
    store.close()


def _writer(address: str, name: str, most: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, address, HOME, name, str(most)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _found(address: str, folder: Path) -> tuple[set[str], int, int]:
    """Names, how many records, and what the counter says; opening fails when anything is unreadable."""
    store = open_store(address, folder)
    with store.reading(InWorkspace(HOME)) as tx:
        names = [each.name for each in tx.every(Resume)]
        counter = tx.find(Usage, counter="resumes")
        assert set(names) == {each.name for each in tx.search(Resume, "w", limit=1000).records} or len(names) > 1000
    store.close()
    assert counter is not None
    return set(names), len(names), counter.used


@pytest.mark.parametrize("kind", ["sqlite", "json"])
def test_a_killed_writer_loses_nothing_that_it_was_told_is_kept(tmp_path: Path, kind: str) -> None:
    address = f"sqlite:///{tmp_path / 'store.db'}" if kind == "sqlite" else f"json:///{tmp_path / 'store'}"
    _begin(address, tmp_path)
    accepted: set[str] = set()
    chance = random.Random(11)
    for kill in range(KILLS):
        writer = _writer(address, f"w{kill}", 100_000)
        assert writer.stdout is not None
        said = writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.2))
        os.kill(writer.pid, signal.SIGKILL)
        said += writer.stdout.read()
        writer.stdout.close()
        writer.wait(30)
        numbers = [int(line) for line in said.split("\n")[:-1]]
        assert numbers == list(range(len(numbers)))
        accepted |= {f"w{kill}-{number}" for number in numbers}

        names, rows, counted = _found(address, tmp_path)
        assert accepted - names == set(), "lost"
        assert len(names) == rows == counted, "torn"
        assert len(names - accepted) <= kill + 1, "only the last one of each writer may be there untold"
    assert len(accepted) >= KILLS


def test_processes_that_write_to_one_file_lose_no_update(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.db'}"
    _begin(address, tmp_path)
    writers = [_writer(address, f"w{number}", WRITES) for number in range(PROCESSES)]
    said = [writer.communicate(timeout=3600)[0].split() for writer in writers]

    assert [writer.returncode for writer in writers] == [0] * PROCESSES
    assert [len(each) for each in said] == [WRITES] * PROCESSES
    names, rows, counted = _found(address, tmp_path)
    assert len(names) == rows == counted == PROCESSES * WRITES
