"""The server behind nginx, set as in deploy/: who calls, over what, and where a request ends, callers can't say.

raw bytes  ->  nginx, with the file of deploy/  ->  serve()  ->  what the program was told of it
"""

import json
import multiprocessing
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import trustme
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from resume_customizer.api.server import serve
from resume_customizer.infrastructure.server_certificate import read_certificate

FILE = Path(__file__).parent.parent / "deploy" / "nginx" / "resume-customizer.conf"
HERE = "127.0.0.1"
MADE_UP = "203.0.113.7"
_PATIENCE = 5
"""Seconds for an answer, or for one more."""
CLOSED = "Host: resumes.example\r\nConnection: close\r\n"
FORWARDED = f"X-Forwarded-For: {MADE_UP}\r\nX-Forwarded-Proto: ftp\r\nForwarded: for={MADE_UP}\r\n"
HIDDEN = "GET /hidden HTTP/1.1\r\nHost: resumes.example\r\n\r\n"
ALL = len(HIDDEN) + len("0\r\n\r\n")
BOTH = {
    "both lengths": f"Content-Length: {ALL}\r\nTransfer-Encoding: chunked\r\n",
    "both lengths the other way round": "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
    "two lengths": f"Content-Length: 0\r\nContent-Length: {ALL}\r\n",
    "two lengths on a line": f"Content-Length: 0, {ALL}\r\n",
    "a length with a sign": "Content-Length: +0\r\n",
    "a coding that is none": f"Transfer-Encoding: xchunked\r\nContent-Length: {ALL}\r\n",
    "a coding before a blank": f"Transfer-Encoding : chunked\r\nContent-Length: {ALL}\r\n",
    "a coding after a tab": f"Transfer-Encoding:\tchunked\r\nContent-Length: {ALL}\r\n",
    "two codings": f"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: {ALL}\r\n",
    "a folded coding": f"Transfer-Encoding:\r\n chunked\r\nContent-Length: {ALL}\r\n",
}


async def told(scope: Scope, receive: Receive, send: Send) -> None:
    """What the program hears of a request."""
    request = Request(scope, receive)
    assert request.client
    said = {"from": request.client.host, "over": request.url.scheme, "path": request.url.path, "method": request.method}
    await JSONResponse(said | {"body": len(await request.body())})(scope, receive, send)


def free_port() -> int:
    with socket.create_server((HERE, 0)) as free:
        return free.getsockname()[1]


@dataclass(frozen=True, slots=True)
class Running:
    """Where they listen."""

    believing: int
    """The program, which believes a proxy on this machine."""
    believing_nobody: int
    plain: int
    """nginx without TLS."""
    tls: int
    folder: Path = Path()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder, made = (found := tmp_path_factory.mktemp("nginx")), Running(*(free_port() for _ in range(4)), folder=found)
    context, processes = multiprocessing.get_context("spawn"), list[Any]()
    with ExitStack() as ending:
        for port, proxies in ((made.believing, [HERE]), (made.believing_nobody, [])):
            processes.append(context.Process(target=serve, args=(told, HERE, port, proxies)))
            processes[-1].start()
            ending.callback(processes[-1].join, 30)
            ending.callback(processes[-1].terminate)
        nginx = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", *_options(folder, made)])
        ending.callback(nginx.wait, 30)
        ending.callback(nginx.terminate)
        for port in (made.believing, made.believing_nobody, made.plain, made.tls):
            _wait_for(port)
        yield made


def over_tls(port: int, certificate: Path, key: Path) -> None:
    """The program on another machine, say: it shows a certificate."""
    serve(told, HERE, port, [HERE], read_certificate(certificate, key))


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, int]]:
    """Nginx that speaks TLS to web processes, as its file says how: to the right one, and to one of another name."""
    folder, authority, ports = tmp_path_factory.mktemp("far"), trustme.CA(), dict[str, int]()
    authority.cert_pem.write_to_path(folder / "inside.pem")
    with ExitStack() as ending:
        for name in ("web.internal", "evil.example"):
            inner, made = folder / name, Running(free_port(), 0, free_port(), free_port())
            inner.mkdir()
            shutil.copy(folder / "inside.pem", inner)
            shown = authority.issue_cert(name)
            shown.cert_chain_pems[0].write_to_path(inner / "shown.pem")
            shown.private_key_pem.write_to_path(inner / "shown.key")
            arguments = (made.believing, inner / "shown.pem", inner / "shown.key")
            process = multiprocessing.get_context("spawn").Process(target=over_tls, args=arguments)
            process.start()
            ending.callback(process.join, 30)
            ending.callback(process.terminate)
            options = _options(inner, made, {"proxy_pass http://": "proxy_pass https://", "#proxy_ssl": "proxy_ssl"})
            nginx = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", *options])
            ending.callback(nginx.wait, 30)
            ending.callback(nginx.terminate)
            ports[name] = made.tls
            for port in (made.believing, made.tls):
                _wait_for(port)
        yield ports


def _options(folder: Path, made: Running, changes: dict[str, str] | None = None) -> list[str]:
    certificate = trustme.CA().issue_cert("resumes.example")
    certificate.private_key_pem.write_to_path(folder / "privkey.pem")
    certificate.cert_chain_pems[0].write_to_path(folder / "fullchain.pem")
    text = FILE.read_text("utf-8").replace("/etc/nginx/tls", str(folder)).replace("/var/log/nginx", str(folder))
    ours = {f"server web-{each}:8501": f"server {HERE}:{made.believing}" for each in (1, 2)}
    ours |= {"listen 80;": f"listen {HERE}:{made.plain};", "listen 443 ssl": f"listen {HERE}:{made.tls} ssl"}
    for usual, here in ours.items():
        assert text.count(usual) == 1
        text = text.replace(usual, here)
    for usual, here in (changes or {}).items():
        assert usual in text
        text = text.replace(usual, here)
    (folder / "site.conf").write_text(text, "utf-8")
    kept = "".join(
        f"{each}_temp_path {folder}/{each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"daemon off; pid {folder}/pid; events {{}} http {{ access_log off; {kept} include {folder}/site.conf; }}"
    (folder / "nginx.conf").write_text(whole, "utf-8")
    return ["-p", str(folder), "-e", f"{folder}/errors", "-c", f"{folder}/nginx.conf"]


def _wait_for(port: int) -> None:
    for _ in range(600):
        with suppress(OSError), socket.create_connection((HERE, port), timeout=1):
            return
        time.sleep(0.1)
    message = f"nothing listens on {port}"
    raise TimeoutError(message)


def answers(port: int, asked: str, *, tls: bool = False) -> str:
    """All that comes back, until the connection is closed."""
    with socket.create_connection((HERE, port), timeout=_PATIENCE) as connection, ExitStack() as open_one:
        if tls:
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            connection = open_one.enter_context(context.wrap_socket(connection))  # noqa: PLW2901 - the same one
        connection.sendall(asked.encode())
        got = b""
        with suppress(ConnectionError, TimeoutError, ssl.SSLError):
            while more := connection.recv(65_536):
                got += more
    return got.decode("latin-1")


def heard(answer: str) -> dict[str, Any]:
    """What the program was told."""
    assert answer.startswith("HTTP/1.1 200"), answer
    values: dict[str, Any] = json.loads(answer.partition("\r\n\r\n")[2])
    return values


def test_a_made_up_address_is_believed_of_nobody_but_the_proxies_that_are_named(running: Running) -> None:
    asked = f"GET / HTTP/1.1\r\n{CLOSED}X-Forwarded-For: {MADE_UP}\r\nX-Forwarded-Proto: https\r\n\r\n"
    chain = asked.replace(MADE_UP, f"198.51.100.1, {MADE_UP}")

    nobody = heard(answers(running.believing_nobody, asked))
    assert (nobody["from"], nobody["over"]) == (HERE, "http")
    assert [heard(answers(running.believing, each))["from"] for each in (asked, chain)] == [MADE_UP, MADE_UP]


def test_behind_nginx_the_caller_s_own_words_on_that_are_thrown_away(running: Running) -> None:
    for more in ("", FORWARDED, FORWARDED * 2):
        found = heard(answers(running.tls, f"GET /a HTTP/1.1\r\n{CLOSED}{more}\r\n", tls=True))
        assert (found["from"], found["over"], found["path"]) == (HERE, "https", "/a")


@pytest.mark.parametrize("lengths", BOTH)
@pytest.mark.parametrize("door", ["through nginx", "without it"])
def test_nothing_hides_behind_a_request_whose_end_could_be_read_two_ways(
    running: Running, door: str, lengths: str
) -> None:
    """The hidden one is either the body of the first, or the end of the connection; never a request of its own."""
    asked = f"POST / HTTP/1.1\r\nHost: resumes.example\r\n{BOTH[lengths]}\r\n0\r\n\r\n{HIDDEN}"

    send: Callable[[], str] = {
        "through nginx": lambda: answers(running.tls, asked, tls=True),
        "without it": lambda: answers(running.believing, asked),
    }[door]
    answer = send()

    assert '"path":"/hidden"' not in answer
    assert answer.startswith(("HTTP/1.1 400 ", "HTTP/1.1 501 ", "HTTP/1.1 200 "))


def test_a_second_request_on_a_connection_is_answered_where_the_end_of_the_first_is_clear(running: Running) -> None:
    asked = "POST / HTTP/1.1\r\nHost: resumes.example\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
    closing = HIDDEN.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")

    assert '"path":"/hidden"' in answers(running.tls, asked + closing, tls=True)
    assert '"path":"/hidden"' in answers(running.believing, asked + closing)


def test_a_body_in_pieces_comes_through_whole(running: Running) -> None:
    asked = f"POST / HTTP/1.1\r\n{CLOSED}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\n12\n\r\n0\r\n\r\n"

    assert heard(answers(running.tls, asked, tls=True))["body"] == heard(answers(running.believing, asked))["body"] == 8


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT"])
def test_methods_that_show_a_request_to_its_sender_do_not_come_through(running: Running, method: str) -> None:
    assert answers(running.tls, f"{method} / HTTP/1.1\r\n{CLOSED}\r\n", tls=True).startswith("HTTP/1.1 40")


def test_a_program_that_calls_without_tls_is_refused_and_a_browser_led_there(running: Running) -> None:
    program = answers(running.plain, f"GET /api/v1/me HTTP/1.1\r\n{CLOSED}Authorization: Bearer x\r\n\r\n")
    browser = answers(running.plain, f"GET /sign-in HTTP/1.1\r\n{CLOSED}\r\n")

    assert program.startswith("HTTP/1.1 403 ")
    assert browser.startswith("HTTP/1.1 301 ")
    assert "location: https://resumes.example/sign-in" in browser.lower()


def test_between_nginx_and_a_web_process_tls_is_spoken_and_certificates_are_looked_at(far: dict[str, int]) -> None:
    asked = f"POST /a HTTP/1.1\r\n{CLOSED}Content-Length: 5\r\n\r\nhello"

    right = heard(answers(far["web.internal"], asked, tls=True))
    other = answers(far["evil.example"], asked, tls=True)

    assert (right["over"], right["path"], right["body"]) == ("https", "/a", 5)
    assert other.startswith("HTTP/1.1 502 ")


def test_what_was_searched_for_does_not_stand_in_the_log_of_nginx(running: Running) -> None:
    heard(answers(running.tls, f"GET /api/v1/consultants?words=canary-name HTTP/1.1\r\n{CLOSED}\r\n", tls=True))
    answers(running.plain, f"GET /resumes?words=canary-name HTTP/1.1\r\n{CLOSED}Referer: /a?words=canary-name\r\n\r\n")
    until = time.monotonic() + _PATIENCE
    log = running.folder / "access.log"
    while log.read_text("utf-8").count("/resumes") < 1 and time.monotonic() < until:
        time.sleep(0.05)

    lines = log.read_text("utf-8")
    assert '"GET /api/v1/consultants" 200' in lines
    assert '"GET /resumes" 301' in lines
    assert "canary" not in lines
