"""Work in processes that may die: the promises of resume_customizer.infrastructure.processes."""

import mmap
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from builders.pdf import a_pdf
from resume_customizer.infrastructure.processes import Failure, Limits, run_in_processes
from resume_customizer.resume.pdf import read_pdf


def _double(item: int) -> int:
    return 2 * item


def _misbehave(item: str) -> str:
    """Do what the item says."""
    if item == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "exit":
        os._exit(7)
    if item == "hang":
        time.sleep(60)
    if item == "raise":
        message = "it can't be done"
        raise ValueError(message)
    if item == "eat":
        return str(len(bytearray(20_000_000_000)))
    return item


def _read_pdf(item: bytes) -> tuple[str, ...]:
    """Loads a native library, where the process has not done so yet."""
    return tuple(line for line in read_pdf(item).lines if line)


def _answers(items: list[str], processes: int = 2, seconds: float = 10.0) -> dict[int, Any]:
    found = list(run_in_processes(_misbehave, items, processes, Limits(seconds=seconds)))
    assert len(found) == len(items)
    return dict(found)


@pytest.mark.parametrize("processes", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 3, 500])
def test_every_item_gets_exactly_one_answer(processes: int, count: int) -> None:
    found = list(run_in_processes(_double, range(count), processes))

    assert sorted(found) == [(item, 2 * item) for item in range(count)]


@pytest.mark.parametrize("way", ["die", "exit"])
def test_an_item_that_kills_its_process_is_reported_and_the_rest_goes_on(way: str) -> None:
    items = ["a", way, "b", "c", way, *"defghijk"]

    answers = _answers(items)

    for position, item in enumerate(items):
        if item == way:
            assert isinstance(answers[position], Failure)
            assert answers[position].code == "died"
        else:
            assert answers[position] == item


def test_an_item_that_takes_too_long_is_stopped() -> None:
    started = time.monotonic()

    answers = _answers(["a", "hang", "b", "c", "d", "e", "hang"], seconds=0.5)

    assert time.monotonic() - started < 20
    assert [answers[position].code for position in (1, 6)] == ["timeout", "timeout"]
    assert [answers[position] for position in (0, 2, 3, 4, 5)] == ["a", "b", "c", "d", "e"]


def test_an_item_that_fails_costs_that_item_only() -> None:
    answers = _answers(["a", "raise", "b"])

    assert answers[1] == Failure("crashed", "ValueError: it can't be done")
    assert (answers[0], answers[2]) == ("a", "b")


def test_an_item_that_eats_all_memory_fails_alone() -> None:
    answers = _answers(["a", "eat", "b"])

    assert isinstance(answers[1], Failure)
    assert (answers[0], answers[2]) == ("a", "b")


def test_what_the_parent_has_mapped_takes_no_memory_from_the_work() -> None:
    private = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    with mmap.mmap(-1, 2 * Limits().memory, flags=private, prot=mmap.PROT_READ) as mapped:
        assert len(mapped) > Limits().memory

        found = dict(run_in_processes(_read_pdf, [a_pdf(["Requirements", "Python and Kafka"])], 1))
        eaten = _answers(["eat"])

    assert found[0] == ("Requirements", "Python and Kafka")
    assert isinstance(eaten[0], Failure)


def test_nothing_but_bad_items_still_ends() -> None:
    answers = _answers(["die"] * 6, processes=2)

    assert {answer.code for answer in answers.values()} == {"died"}


def test_processes_end_when_the_caller_stops_asking() -> None:
    answers = run_in_processes(_pid, [0.0, 0.0, 30.0, 30.0, 30.0], 2, Limits(seconds=60))
    pids = {next(answers)[1], next(answers)[1]}
    started = time.monotonic()

    answers.close()

    assert time.monotonic() - started < 5
    assert not any(_is_alive(pid) for pid in pids if isinstance(pid, int))


def test_processes_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import os, time\n"
        "from resume_customizer.infrastructure.processes import run_in_processes\n"
        "def pid(item):\n    return os.getpid()\n"
        "if __name__ == '__main__':\n"
        "    for _, found in run_in_processes(pid, range(8), 2):\n        print(found, flush=True)\n"
        "        last = found\n"
        "    work = run_in_processes(pid, range(8), 2)\n"
        "    print(next(work)[1], next(work)[1], flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    script = tmp_path / "parent.py"
    script.write_text(code, encoding="utf-8")

    ran = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", timeout=60, check=False)
    pids = [int(word) for word in ran.stdout.split()]
    deadline = time.monotonic() + 10
    while any(map(_is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert ran.returncode == -signal.SIGKILL
    assert len(pids) == 10
    assert not any(map(_is_alive, pids))


def _pid(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def _is_alive(pid: int) -> bool:
    """Whether it runs; one that has ended and waits to be asked for is not alive."""
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
