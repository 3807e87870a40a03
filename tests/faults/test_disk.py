"""The disk fails when it is to keep what was written, or takes its time: nothing is accepted that is not there.

a writer or a server  ->  fsync fails, or does not come back  ->  an error, or others go on  ->  it works again
"""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from typing import Self

import pytest

from faults import keeper
from faults.served import Served
from loopback.failing_disk import FailingDisk

CODES = {"sqlite": "disk-failed", "json": "not-writable", "spool": "not-writable", "files": "not-writable"}


class Keeper:
    """A process that keeps things, on a disk that can fail."""

    def __init__(self, kind: str, folder: Path, disk: FailingDisk) -> None:
        command = disk.command(sys.executable, keeper.__file__, kind, str(folder))
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, pass_fds=disk.pass_fds
        )
        disk.watch()
        assert self._answer() == "ready"

    def keep(self, name: str) -> str:
        """`kept`, or the code of an error."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{name}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def __enter__(self) -> Self:
        return self

    def kill(self) -> None:
        """End it at once: it tidies nothing up."""
        self._process.kill()
        with self._process:
            pass

    def __exit__(self, *_: object) -> None:
        self.kill()


@pytest.mark.parametrize("kind", keeper.KINDS)
def test_what_the_disk_failed_to_keep_is_refused_and_all_that_was_accepted_is_there(tmp_path: Path, kind: str) -> None:
    with FailingDisk() as disk, Keeper(kind, tmp_path, disk) as process:
        assert process.keep("before") == "kept"
        for name in ("first", "second"):
            refused, asked = disk.refused, disk.asked
            with disk.failing():
                assert [process.keep(name) for _ in range(2)] == [CODES[kind]] * 2
            assert (disk.refused - refused, disk.asked > asked) == (2, True)
            assert process.keep(f"after the {name}") == "kept"
        with disk.failing():
            assert process.keep("last") == CODES[kind]
            process.kill()

    found = keeper.kept(kind, tmp_path)
    assert [each for each in found if each != "last"] == ["after the first", "after the second", "before"]
    assert "last" not in found or kind == "sqlite"  # of that one it says that somebody has to look


@pytest.mark.parametrize("kind", ["json", "spool", "files"])
def test_a_file_whose_name_the_disk_failed_to_keep_is_refused_as_often_as_it_is_sent(tmp_path: Path, kind: str) -> None:
    with FailingDisk() as disk, Keeper(kind, tmp_path, disk) as process:
        with disk.failing(only_folders=True):
            assert [process.keep("the same") for _ in range(2)] == ["not-writable"] * 2
        assert process.keep("the same") == "kept"

    assert keeper.kept(kind, tmp_path) == ["the same"]


@pytest.fixture(scope="module")
def disk() -> Iterator[FailingDisk]:
    with FailingDisk() as made:
        yield made


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, disk: FailingDisk) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("served")) as made:
        made.start(disk)
        yield made


def _make_bank(served: Served, name: str) -> tuple[int, str]:
    answer = served.request("POST", "/api/v1/banks", {"name": name}, {"Idempotency-Key": name})
    return answer.status, str(answer.json.get("code", ""))


def test_a_server_says_that_its_disk_failed_and_goes_on_once_it_works(served: Served, disk: FailingDisk) -> None:
    assert _make_bank(served, "before") == (HTTPStatus.CREATED, "")
    with disk.failing():
        assert _make_bank(served, "once") == (HTTPStatus.SERVICE_UNAVAILABLE, "disk-failed")
        assert [each["name"] for each in served.items("/api/v1/banks")] == ["before"]
    assert _make_bank(served, "once") == (HTTPStatus.CREATED, "")

    assert sorted(each["name"] for each in served.items("/api/v1/banks")) == ["before", "once"]
    assert disk.refused


def test_while_one_waits_for_a_slow_disk_others_are_answered(served: Served, disk: FailingDisk) -> None:
    with ThreadPoolExecutor(1) as waiting, disk.held():
        made = waiting.submit(_make_bank, served, "slow")
        disk.wait_until_asked()
        assert served.request("GET", "/api/v1/banks").status == HTTPStatus.OK
        assert served.request("GET", "/livez").status == HTTPStatus.OK
        assert not made.done()
        disk.go_on()
        assert made.result(60) == (HTTPStatus.CREATED, "")
