"""Work on what can't be trusted: the promises of resume_customizer.infrastructure.sandbox."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import pytest

from resume_customizer.core.errors import InvalidInput, PromiseBroken, RefusedInput, ResumeCustomizerError, Unavailable
from resume_customizer.infrastructure.processes import DOCUMENT_LIMITS
from resume_customizer.infrastructure.sandbox import Sandbox

SECRET = "the password is hunter2"
WITH_MORE = """
from resume_customizer.infrastructure.sandbox import Sandbox
made = Sandbox(processes=1, loaded=["resume_customizer.services.documents.made"])
print(made.call(eval, "'resume_customizer.services.documents.made' in __import__('sys').modules"))
made.close()
"""
KILLED = """
import os, signal, threading
from multiprocessing import forkserver
from resume_customizer.infrastructure.sandbox import Sandbox

made = Sandbox(processes=2)
print(made.call(abs, -1))
whole = forkserver._forkserver._forkserver_pid
os.kill(whole, signal.SIGSTOP)
threading.Timer(0.5, os.kill, (whole, signal.SIGKILL)).start()
for _ in made.call_each(abs, [-2]):  # the process that is free is taken: another one has to be begun
    print(made.call(abs, -3))
made.close()
"""


def double(number: int) -> int:
    return 2 * number


def sleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def die(*_: object) -> None:
    os._exit(7)


def fill_memory() -> int:
    return len(bytearray(4_000_000_000))


def take_all_there_is() -> int:
    """Use memory bit by bit until there is no more; gives how much the process held then, with all that it is."""
    held = list[bytes]()
    with suppress(MemoryError):
        while True:
            held.append(b"x" * 10_000_000)
    return getrusage(RUSAGE_SELF).ru_maxrss * 1024


def connect(port: int) -> None:
    with socket.socket() as client:
        client.connect(("127.0.0.1", port))


def refuse() -> None:
    raise InvalidInput("not-good", "This is not good.", "line 3")


def fail() -> None:
    raise ValueError(SECRET)


def obey(word: str) -> str:
    {"die": die, "sleep": lambda: sleep(60), "refuse": refuse}.get(word, lambda: None)()
    return "went on"


def leave_a_mark(path: Path) -> None:
    path.write_text("was here", encoding="utf-8")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(processes=1, waiting=1, limits=replace(DOCUMENT_LIMITS, seconds=1.0))
    yield made
    made.close()


@pytest.mark.parametrize(("bad", "given"), [(sleep, (60,)), (die, ()), (fill_memory, ())])
def test_what_takes_too_much_is_refused_and_the_next_call_is_answered(
    sandbox: Sandbox, bad: object, given: tuple[int, ...]
) -> None:
    with pytest.raises(RefusedInput):
        sandbox.call(bad, *given)  # ty: ignore[invalid-argument-type]

    assert sandbox.call(double, 21) == 42


def test_whatever_is_done_in_a_process_holds_less_than_a_gigabyte() -> None:
    made = Sandbox(processes=1)
    most = made.call(take_all_there_is)
    made.close()

    assert DOCUMENT_LIMITS.memory * 0.9 < most < 1_000_000_000


def test_a_process_is_kept_for_the_next_call(sandbox: Sandbox) -> None:
    assert sandbox.call(os.getpid) == sandbox.call(os.getpid) != os.getpid()


def test_a_process_that_is_free_is_used_before_another_one_is_started() -> None:
    made = Sandbox(processes=2)
    processes = {made.call(os.getpid) for _ in range(4)}
    made.close()

    assert len(processes) == 1


def test_a_process_begins_with_what_it_is_told_to_load() -> None:
    told = subprocess.run([sys.executable, "-c", WITH_MORE], capture_output=True, text=True, check=True).stdout

    assert told == ("True\n" if sys.platform == "linux" else "False\n")


def test_when_the_process_that_others_are_copied_from_is_killed_while_one_begins_the_call_is_answered() -> None:
    told = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, check=True, timeout=120)

    assert told.stdout.split() == ["1", "3"]


def test_of_many_items_one_that_breaks_the_process_costs_that_item_only(sandbox: Sandbox) -> None:
    answers = list(sandbox.call_each(obey, ["go on", "die", "sleep", "refuse", "go on"]))

    faults = [each.code if isinstance(each, ResumeCustomizerError) else each for each in answers]
    assert faults == ["went on", "too-hard", "too-slow", "not-good", "went on"]
    assert list(sandbox.call_each(double, [1, 2, 3])) == [2, 4, 6]


def test_many_items_are_worked_on_while_the_results_before_are_used(sandbox: Sandbox, tmp_path: Path) -> None:
    answers = sandbox.call_each(leave_a_mark, [tmp_path / str(number) for number in range(3)])
    next(answers)
    until = time.monotonic() + 30
    while not (tmp_path / "2").exists() and time.monotonic() < until:
        time.sleep(0.01)

    assert sorted(each.name for each in tmp_path.iterdir()) == ["0", "1", "2"]
    assert len(list(answers)) == 2


def test_who_stops_asking_leaves_a_sandbox_that_works(sandbox: Sandbox) -> None:
    answers = sandbox.call_each(double, [1, 2, 3])
    assert next(answers) == 2
    answers.close()

    assert sandbox.call(double, 21) == 42


def test_nothing_opens_a_connection(sandbox: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with pytest.raises(PromiseBroken, match="PermissionError"):
            sandbox.call(connect, server.getsockname()[1])
        server.settimeout(0.1)
        with pytest.raises(TimeoutError):
            server.accept()


def test_an_error_of_ours_arrives_as_itself(sandbox: Sandbox) -> None:
    with pytest.raises(InvalidInput) as caught:
        sandbox.call(refuse)

    assert (caught.value.code, str(caught.value)) == ("not-good", "line 3: This is not good.")


def test_any_other_error_says_nothing_of_the_input(sandbox: Sandbox) -> None:
    with pytest.raises(PromiseBroken) as caught:
        sandbox.call(fail)

    assert SECRET not in str(caught.value)


def test_more_callers_than_can_be_served_soon_are_told_so_at_once(sandbox: Sandbox) -> None:
    def call(_: int) -> str:
        try:
            sandbox.call(sleep, 0.5)
        except Unavailable as fault:
            return fault.code
        return "served"

    with ThreadPoolExecutor(5) as callers:
        answers = sorted(callers.map(call, range(5)))
    assert answers == ["busy", "busy", "busy", "served", "served"]


def test_a_closed_sandbox_leaves_no_process_behind() -> None:
    made = Sandbox(processes=1)
    process = made.call(os.getpid)
    made.close()

    assert not Path(f"/proc/{process}").exists() or os.name != "posix"
