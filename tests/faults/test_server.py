"""The server is killed, starved of disk and of files: nothing accepted is lost, nothing is half done, it goes on.

requests  ->  SIGKILL, limits of the system  ->  started again, or not even that  ->  the same requests  ->  one effect

KILLS says how often it is killed; `make faults` asks for many.
"""

import http.client
import io
import os
import random
import resource
import socket
import threading
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from http import HTTPStatus
from typing import Self

import pytest

from doors.conftest import resume_bytes
from faults.served import Served, form_of

KILLS = int(os.environ.get("KILLS", "1"))
CLIENTS, EACH = 4, 6
LARGEST_FILE = 4_000_000
MOST_FILES = 100


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("served")) as made:
        made.start()
        yield made


class Askers:
    """Clients that make banks, each with a key, and ask again until they know what became of it."""

    def __init__(self, served: Served) -> None:
        self._served, self._over = served, threading.Event()
        self.acked, self.unknown = dict[str, str](), set[str]()
        self._threads = [threading.Thread(target=self._work, args=(client,)) for client in range(CLIENTS)]

    def known(self) -> int:
        """Of how many something is known."""
        return len(self.acked) + len(self.unknown)

    def __enter__(self) -> Self:
        for each in self._threads:
            each.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._over.set()
        for each in self._threads:
            each.join(120)

    def _work(self, client: int) -> None:
        for number in range(EACH * KILLS):
            key = f"bank-{client}-{number}"
            while not self._over.is_set() and not self._is_known(key):
                self._over.wait(0.05)

    def _is_known(self, key: str) -> bool:
        """Ask once: it is made, or the server says that it does not know yet, because it was killed meanwhile."""
        try:
            answer = self._served.request("POST", "/api/v1/banks", {"name": key}, {"Idempotency-Key": key})
        except (OSError, http.client.HTTPException):
            return False
        if answer.status == HTTPStatus.CREATED:
            self.acked[key] = answer.json["id"]
            return True
        if answer.status == HTTPStatus.CONFLICT and answer.json["code"] == "in-flight":
            self.unknown.add(key)
            return True
        assert answer.status == HTTPStatus.SERVICE_UNAVAILABLE, answer.content
        return False


def test_a_request_with_a_key_has_one_effect_however_often_the_server_is_killed(served: Served) -> None:
    with Askers(served) as askers:
        for kill in range(KILLS):
            enough = CLIENTS * EACH * kill + random.Random(kill).randint(1, CLIENTS * EACH // 2)
            served.wait_for(lambda enough=enough: askers.known() >= enough)
            served.kill()
            served.start()

    kept = [each["name"] for each in served.items("/api/v1/banks")]
    assert askers.known() == CLIENTS * EACH * KILLS
    assert len(askers.unknown) <= CLIENTS * KILLS
    assert len(kept) == len(set(kept))
    assert set(askers.acked) <= set(kept) <= {*askers.acked, *askers.unknown}


def test_an_upload_that_the_server_did_not_live_to_see_leaves_nothing(served: Served) -> None:
    before, files = served.items("/api/v1/resumes"), served.stored_files()
    body, kind = form_of(resume_bytes() + bytes(3_000_000))
    head = (
        f"POST /api/v1/resumes HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nAuthorization: Bearer {served.key}\r\n"
        f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", served.port)) as slow:
        slow.sendall(head.encode() + body[: len(body) // 2])
        served.wait_for(lambda: served.request("GET", "/livez").status == HTTPStatus.OK)
        served.kill()

    served.start()

    assert served.items("/api/v1/resumes") == before
    assert served.stored_files() == files
    assert served.upload(resume_bytes("Mila Ost")).status == HTTPStatus.CREATED
    assert len(served.stored_files()) == len(files) + 1


def test_without_room_on_the_disk_it_says_so_keeps_what_is_there_and_goes_on(served: Served) -> None:
    before, files = len(served.items("/api/v1/resumes")), served.stored_files()
    small, large = resume_bytes("Petra Vandersloot"), _padded(resume_bytes(), LARGEST_FILE + 1_000_000)

    with served.limited(resource.RLIMIT_FSIZE, LARGEST_FILE):
        first, refused, after = served.upload(small), served.upload(large), served.upload(resume_bytes("Olena Quist"))
    again = served.upload(large)

    assert (first.status, after.status) == (HTTPStatus.CREATED, HTTPStatus.CREATED)
    assert (refused.status, refused.json["code"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "not-writable")
    assert again.status == HTTPStatus.CREATED
    assert len(served.items("/api/v1/resumes")) == before + 3
    new = sorted(each.stat().st_size for each in served.stored_files() if each not in files)
    assert new == sorted(map(len, (small, resume_bytes("Olena Quist"), large)))


def test_when_its_files_can_not_be_written_it_says_so_and_all_else_goes_on(served: Served) -> None:
    files, away = served.data / "files", served.data / "files-away"
    assert served.upload(resume_bytes("Ines Quarrel")).status == HTTPStatus.CREATED
    files.rename(away)
    files.write_text("no folder")

    refused = served.upload(resume_bytes("Bruno Eastlake"))
    listed, made = served.items("/api/v1/resumes"), served.request("POST", "/api/v1/banks", {"name": "meanwhile"})
    files.unlink()
    away.rename(files)
    again = served.upload(resume_bytes("Bruno Eastlake"))

    assert (refused.status, refused.json["code"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "not-writable")
    assert (made.status, again.status) == (HTTPStatus.CREATED, HTTPStatus.CREATED)
    assert len(served.items("/api/v1/resumes")) == len(listed) + 1


def test_with_as_many_files_open_as_it_may_it_goes_on_once_some_are_closed(served: Served) -> None:
    process = served.process
    with served.limited(resource.RLIMIT_NOFILE, MOST_FILES), ExitStack() as held:
        for _ in range(MOST_FILES):
            held.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=10))
        one_more = held.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=1))
        one_more.sendall(b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert _answer_of(one_more) == b""  # turned away, or left waiting: as the system's own loop has it

    served.wait_for(lambda: served.request("GET", "/api/v1/banks").status == HTTPStatus.OK)
    made = served.request("POST", "/api/v1/banks", {"name": "after"}, {"Idempotency-Key": "after"})
    assert made.status == HTTPStatus.CREATED
    assert served.process is process
    assert process is not None
    assert process.poll() is None


def _answer_of(asked: socket.socket) -> bytes:
    """What comes back; nothing when nobody answers."""
    try:
        return asked.recv(1)
    except (TimeoutError, ConnectionResetError):
        return b""


def _padded(content: bytes, size: int) -> bytes:
    """The same resume with a picture that nothing shows, as large as that."""
    held = io.BytesIO(content)
    with zipfile.ZipFile(held, "a") as package:
        package.writestr("word/media/noise.png", random.Random(1).randbytes(size))
    return held.getvalue()
