"""What is used on this machine: the promises of resume_customizer.infrastructure.machine."""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from resume_customizer.core.machine import MachineFigures
from resume_customizer.infrastructure.machine import LocalMachine

SLEEPS = "import sys, time; print('up', flush=True); time.sleep(60)"


@contextmanager
def looking_like(mark: str, **settings: str) -> Generator[int]:
    """A process whose command says that it is a part of an installation with these settings; gives its id."""
    command = [sys.executable, "-c", SLEEPS, "resume_customizer", mark]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **settings})
    try:
        assert process.stdout
        process.stdout.readline()
        yield process.pid
    finally:
        process.kill()
        process.communicate()


def roles(found: MachineFigures) -> dict[int, str]:
    return {each.process_id: each.role for each in found.processes}


def test_processes_are_found_with_what_they_do_and_those_of_another_installation_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path))
    machine = LocalMachine(tmp_path)
    with (
        looking_like("resume_customizer.serving") as web,
        looking_like("worker") as worker,
        looking_like("resume_customizer.worker:app") as celery,
        looking_like("worker", RCP_DATA_DIR="/elsewhere") as other,
    ):
        found = roles(machine.look())

    assert {web: "web", worker: "worker", celery: "celery"}.items() <= found.items()
    assert found[os.getpid()] == "web"
    assert other not in found
    assert not {web, worker, celery} & roles(machine.look()).keys()


def test_figures_are_of_the_disk_of_the_data_also_before_there_is_any(tmp_path: Path) -> None:
    found = LocalMachine(tmp_path / "not" / "yet").look()

    assert 0 < found.disk_free < found.disk
    assert 0 < found.disk_free_share < 1
    assert 0 < found.memory_free < found.memory
    assert found.cores >= 1


def test_what_a_process_used_counts_since_it_was_looked_at_before(tmp_path: Path) -> None:
    machine = LocalMachine(tmp_path)
    machine.look()
    sum(range(3_000_000))

    me = next(each for each in machine.look().processes if each.process_id == os.getpid())

    assert me.cpu_percent > 0
    assert me.memory > 10_000_000
    assert me.threads >= 1
