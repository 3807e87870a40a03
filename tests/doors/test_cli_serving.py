"""`serve`, as a stranger starts it and a program calls it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from doors.conftest import POINTS, Run, resume_bytes

BOUNDARY = "-----boundary"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running server's address."""
    with served(tmp_path_factory.mktemp("data")) as found:
        yield found


@contextmanager
def served(data: Path) -> Generator[str]:
    """A server as it is started; the process is asked to end like by Ctrl-C, and does."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "resume_customizer", "serve", "--port", str(port)]
    environment = {**os.environ, "RCP_DATA_DIR": str(data)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    url = f"http://127.0.0.1:{port}"
    for _ in range(900):
        try:
            urllib.request.urlopen(f"{url}/livez", timeout=1)
            break
        except OSError:
            assert process.poll() is None, process.communicate()
            time.sleep(0.1)
    yield url
    process.terminate()
    out, _ = process.communicate(timeout=30)
    assert url in out
    assert process.returncode in (0, -15)


def form(**parts: bytes) -> urllib.request.Request:
    """A multipart form, as curl sends one."""
    body = b"".join(
        b'--%b\r\nContent-Disposition: form-data; name="%b"; filename="%b"\r\n\r\n%b\r\n'
        % (BOUNDARY.encode(), name.encode(), name.encode(), content)
        for name, content in parts.items()
    )
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    return urllib.request.Request("http://unset", body + f"--{BOUNDARY}--\r\n".encode(), headers)


def send(url: str, request: urllib.request.Request) -> bytes:
    request.full_url = url
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


def test_a_resume_is_customized_and_verified_over_http(address: str) -> None:
    resume = resume_bytes()
    customized = send(f"{address}/api/v1/customize", form(resume=resume, points_file=POINTS.encode()))
    checked = json.loads(send(f"{address}/api/v1/verify", form(original=resume, customized=customized)))

    assert checked["holds"] is True
    assert len(checked["inserted"]) == 3


def test_a_wrong_file_is_a_problem(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        send(f"{address}/api/v1/customize", form(resume=b"no document", points_file=POINTS.encode()))

    assert caught.value.code == 422
    assert json.loads(caught.value.read())["code"] == "not-a-zip"


def test_an_upload_that_is_under_way_when_the_server_is_asked_to_end_is_answered(tmp_path: Path) -> None:
    with served(tmp_path) as url, socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])), 30) as upload:
        asked = form(resume=resume_bytes(), points_file=POINTS.encode())
        body = asked.data
        assert isinstance(body, bytes)
        head = {"Host": url.removeprefix("http://"), "Content-Length": str(len(body)), **dict(asked.header_items())}
        lines = ["POST /api/v1/customize HTTP/1.1", *(f"{name}: {value}" for name, value in head.items())]
        upload.sendall("\r\n".join([*lines, "", ""]).encode() + body[:500])
        _ask_to_end(url)
        upload.sendall(body[500:])
        answer = upload.recv(65_536)

    assert answer.startswith(b"HTTP/1.1 200"), answer[:300]


def _ask_to_end(url: str) -> None:
    """SIGTERM to the server, which takes nobody new from then on."""
    port = int(url.rpartition(":")[2])
    (serving,) = {
        each.pid for each in psutil.net_connections("tcp4") if each.status == "LISTEN" and each.laddr[1] == port
    }
    psutil.Process(serving).send_signal(signal.SIGTERM)
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            return
        time.sleep(0.1)
    raise AssertionError("it goes on taking connections")


def test_other_machines_are_served_in_production_only(folder: Path, run: Run) -> None:
    ran = run("serve", "--host", "0.0.0.0")

    assert ran.code == 2
    assert "in production only" in ran.err


def test_what_stands_in_the_way_of_beginning_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for name, value, told in (("DATA_DIR", "data", "data folder"), ("LOG_FILE", "log", "log")):
        settings = {f"RCP_{name}": str(tmp_path / "file" / value)}
        command = [sys.executable, "-m", "resume_customizer.serving", "127.0.0.1", str(port)]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, **settings}, timeout=120
        )

        assert (done.returncode, "Traceback" in done.stderr) == (1, False)
        assert done.stderr.startswith(f"Error: The {told} {settings[f'RCP_{name}']} can't be ")


def test_a_port_that_is_taken_is_told_before_anything_else_begins(run: Run, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = run("serve", "--port", str(taken.getsockname()[1]))

    assert (ran.code, ran.out) == (1, "")
    assert "another program listens there. Name another port with --port" in ran.err
