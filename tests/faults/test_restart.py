"""A new version without a gap: web processes behind nginx are restarted one after the other, and nobody notices.

requests  ->  deploy/nginx  ->  two servers  ->  SIGTERM, started again, one and then the other  ->  no failure
                                                  ->  SIGKILL  ->  everybody goes on at the other one

KILLS says how many rounds there are; `make faults` asks for many.
"""

import http.client
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http import HTTPStatus
from pathlib import Path
from typing import Self

import pytest
import trustme

from faults.served import Served, free_port

ROUNDS = min(10, int(os.environ.get("KILLS", "1")))
CLIENTS = 4
SITE = "resumes.example"
CONF = Path(__file__).parent.parent.parent / "deploy" / "nginx" / "resume-customizer.conf"


class Front:
    """nginx with the file of deploy/, as it is but for ports and the certificate, in front of two servers."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        settings = {"RCP_SITE": f"https://{SITE}", "RCP_PROXIES": "127.0.0.1"}
        first = Served(folder, None, **settings)
        self.servers = first, Served(folder, first, **settings)
        self.trusted = trustme.CA()
        certificate = self.trusted.issue_cert(SITE)
        certificate.private_key_pem.write_to_path(folder / "privkey.pem")
        certificate.cert_chain_pems[0].write_to_path(folder / "fullchain.pem")
        text = CONF.read_text("utf-8").replace("/etc/nginx/tls", str(folder)).replace("/var/log/nginx", str(folder))
        for number, each in enumerate(self.servers, 1):
            text = text.replace(f"web-{number}:8501", f"127.0.0.1:{each.port}")
        text = text.replace("listen 443", f"listen 127.0.0.1:{self.port}")
        (folder / "site.conf").write_text(text.replace("listen 80", f"listen 127.0.0.1:{free_port()}"), "utf-8")
        kept = " ".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy"))
        whole = f"pid {folder}/pid; events {{}} http {{ access_log off; {kept} include {folder}/site.conf; }}"
        (folder / "nginx.conf").write_text(f"daemon off; master_process off; {whole}", "utf-8")
        self._command = [shutil.which("nginx") or "/usr/sbin/nginx", "-p", folder, "-e", folder / "error.log"]
        self._command += ["-c", folder / "nginx.conf"]
        self._running = ExitStack()

    def request(self, client: int, method: str, path: str, body: object = None, key: str = "") -> tuple[int, bytes]:
        """Ask as people and programs do: over TLS, by the site's name; `client` says whose browser it is."""
        context = ssl.create_default_context()
        self.trusted.configure_trust(context)
        headers = {"Host": SITE, "Authorization": f"Bearer {self.servers[0].key}", "Content-Type": "application/json"}
        headers |= {"Cookie": f"__Host-rcp_session=browser-{client}"} | ({"Idempotency-Key": key} if key else {})
        sent = json.dumps(body).encode() if body else None
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=60)
        plain = socket.create_connection(("127.0.0.1", self.port), 60)
        connection.sock = context.wrap_socket(plain, server_hostname=SITE)
        try:
            connection.request(method, path, sent, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def __enter__(self) -> Self:
        for each in self.servers:
            self._running.enter_context(each)
            each.start()
        nginx = self._running.enter_context(subprocess.Popen(self._command))
        self._running.callback(nginx.terminate)
        self.servers[0].wait_for(lambda: self.request(0, "GET", "/livez")[0] == 200)
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    with Front(tmp_path_factory.mktemp("front")) as made:
        yield made


class Visitors:
    """Clients that read and write all the time; what was not answered as it should be is told.

    What changes something is never sent to two processes by nginx: a client repeats it with its Idempotency-Key.
    """

    def __init__(self, front: Front) -> None:
        self.made, self.failed, self.again = list[str](), list[str](), 0
        self._front, self._over = front, threading.Event()
        self._threads = [threading.Thread(target=self._visit, args=(client,)) for client in range(CLIENTS)]

    def _visit(self, client: int) -> None:
        number = 0
        while not self._over.is_set():
            number += 1
            name = f"bank-{client}-{number}"
            self._ask(client, name, "GET", "/api/v1/banks", 200)
            self._ask(client, name, "POST", "/api/v1/banks", 201)
            time.sleep(0.02)  # as a process that begins needs the machine, too

    def _ask(self, client: int, name: str, method: str, path: str, wanted: int) -> None:
        body = {"name": name} if method == "POST" else None
        for tries in (1, 2) if body else (1,):
            try:
                status, content = self._front.request(client, method, path, body, name if body else "")
            except (OSError, http.client.HTTPException) as fault:
                self.failed.append(f"{method} {path}: {fault!r}")
                return
            if status == HTTPStatus.BAD_GATEWAY and body and tries == 1:
                self.again += 1
                continue
            if status != wanted:
                self.failed.append(f"{method} {path}: {status} {content[:200]!r}")
            elif method == "POST":
                self.made.append(name)
            return

    def wait_for_more(self) -> None:
        """Until each process can have answered several."""
        enough, until = len(self.made) + 3 * CLIENTS, time.monotonic() + 60
        while len(self.made) < enough and time.monotonic() < until:
            time.sleep(0.05)

    def __enter__(self) -> Self:
        for each in self._threads:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for each in self._threads:
            each.join(120)


def test_while_one_process_after_the_other_is_restarted_no_request_fails(front: Front) -> None:
    with Visitors(front) as visitors:
        for _ in range(ROUNDS):
            for each in front.servers:
                visitors.wait_for_more()
                assert each.kill(signal.SIGTERM) == 0
                visitors.wait_for_more()
                each.start()
        visitors.wait_for_more()

    assert visitors.failed == []
    assert visitors.again <= CLIENTS * len(front.servers) * ROUNDS
    kept = [each["name"] for each in front.servers[0].items("/api/v1/banks")]
    assert len(visitors.made) >= 3 * CLIENTS
    assert sorted(kept) == sorted(visitors.made)


def test_when_one_process_is_killed_everybody_goes_on_at_the_other_with_what_they_had(front: Front) -> None:
    draft = {"name": "half done", "points": "Kafka"}
    status, content = front.request(0, "POST", "/api/v1/drafts", draft, "a-draft")
    assert status == HTTPStatus.CREATED, content
    front.servers[0].kill()

    answers = [front.request(client, "GET", f"/api/v1/drafts/{json.loads(content)['id']}") for client in range(CLIENTS)]
    made = [front.request(client, "POST", "/api/v1/banks", {"name": f"{client}"})[0] for client in range(CLIENTS)]

    assert [each[0] for each in answers] == [HTTPStatus.OK] * CLIENTS
    assert {json.loads(each[1])["name"] for each in answers} == {"half done"}
    assert made == [HTTPStatus.CREATED] * CLIENTS
