"""A server as it runs for people, in a process that tests kill, starve and start again.

Served(folder)  ->  .start()  ->  .request(…)  ->  .kill()  ->  .start() again, on the same data
"""

import http.client
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from loopback.failing_disk import FailingDisk
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.permissions import Scope
from resume_customizer.core.tiers import Tier
from resume_customizer.settings import Settings

PASSWORD = "plum vase on the sill"
_SECONDS_TO_START = 120


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever it says
        """Its body."""
        return json.loads(self.content)


class Served:
    """One server on a free port; its data stays when it is killed."""

    def __init__(self, folder: Path, beside: "Served | None" = None, **settings: str) -> None:
        """A person with a workspace and a key for programs is there from the start; or those of the one beside."""
        self.data, self.process, self.port = folder / "data", None, free_port()
        self.settings = {"RCP_DATA_DIR": str(self.data), "RCP_SITE": f"http://127.0.0.1:{self.port}", **settings}
        self.key, self.workspace_id = (beside.key, beside.workspace_id) if beside else _prepared(self.data)

    def start(self, disk: FailingDisk | None = None) -> None:
        """Begin to serve, on a disk that can fail when one is given."""
        command = [sys.executable, "-m", "resume_customizer.serving", "127.0.0.1", str(self.port)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("RCP_")}
        self.process = subprocess.Popen(
            disk.command(*command) if disk else command,
            env=environment | self.settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=disk.pass_fds if disk else (),
        )
        if disk:
            disk.watch()
        self.wait_for(lambda: self.request("GET", "/livez").status == 200)

    @contextmanager
    def limited(self, name: int, most: int) -> Generator[None]:
        """In this block, the process may not have more of something that module resource has a name for."""
        assert self.process is not None
        before = resource.prlimit(self.process.pid, name)
        resource.prlimit(self.process.pid, name, (most, before[1]))
        try:
            yield
        finally:
            resource.prlimit(self.process.pid, name, before)

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Until something holds; what can't be asked does not hold yet."""
        until = time.monotonic() + _SECONDS_TO_START
        while time.monotonic() < until:
            try:
                if holds():
                    return
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.05)
        message = "the server did not come to it in time"
        raise AssertionError(message)

    def kill(self, number: int = signal.SIGKILL) -> int:
        """End it by a signal, at whatever it does; gives its exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(60)

    def request(self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask by the key; JSON, or bytes as they are. Raises OSError or HTTPException when nothing comes back."""
        sent = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        usual = {"Authorization": f"Bearer {self.key}"} | ({"Content-Type": "application/json"} if sent else {})
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, sent, usual | dict(headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def upload(self, content: bytes) -> Answer:
        """Store a resume."""
        body, kind = form_of(content)
        return self.request("POST", "/api/v1/resumes", body, {"Content-Type": kind})

    def items(self, path: str) -> list[dict[str, Any]]:
        """All that a list holds."""
        found, after = list[dict[str, Any]](), ""
        while True:
            page = self.request("GET", f"{path}?limit=100{f'&after={after}' if after else ''}").json
            found += page["items"]
            after = page["next"]
            if not after:
                return found

    def stored_files(self) -> list[Path]:
        """Every file that lies where stored files are kept, half ones too."""
        folder = self.data / "files"
        return [each for each in folder.rglob("*") if each.is_file()] if folder.exists() else []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def form_of(content: bytes) -> tuple[bytes, str]:
    """A form with a file, and its type."""
    head = 'Content-Disposition: form-data; name="file"; filename="r.docx"\r\nContent-Type: application/zip\r\n\r\n'
    return f"--edge\r\n{head}".encode() + content + b"\r\n--edge--\r\n", "multipart/form-data; boundary=edge"


def _prepared(data: Path) -> tuple[str, str]:
    with build_app(Settings(data_dir=data)) as app:
        desk = build_desk(app)
        operator = Actor("tests", Source(Door.CLI), is_operator=True)
        user_id = desk.operating.add_user(operator, "ann@desk.example", "Ann", PASSWORD)
        workspace_id = desk.workspaces.create(Actor(user_id, operator.source), "Ann's desk")
        session = desk.signing_in.sign_in(Actor("", Source(Door.WEB)), "ann@desk.example", PASSWORD)
        ann = desk.signing_in.actor_of(Actor("", Source(Door.WEB)), session.session_token.reveal(), workspace_id)
        desk.usage.set_tier(operator, workspace_id, Tier.ENTERPRISE)
        key, _ = desk.api_keys.create(ann, "faults", frozenset(Scope))
    return key.reveal(), workspace_id
