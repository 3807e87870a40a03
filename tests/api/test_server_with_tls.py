"""The server with a certificate: the promises of resume_customizer.infrastructure.server_certificate."""

import multiprocessing
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import trustme
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from resume_customizer.api.server import serve
from resume_customizer.core.errors import InvalidInput
from resume_customizer.infrastructure.server_certificate import read_certificate

HERE = "127.0.0.1"
ASKED = b"GET / HTTP/1.1\r\nHost: web-1\r\nConnection: close\r\n\r\n"


async def told(scope: Scope, receive: Receive, send: Send) -> None:
    """Over what it is asked."""
    await PlainTextResponse(f"over {scope['scheme']}")(scope, receive, send)


def listens(port: int, certificate: Path, key: Path) -> None:
    """In a process of its own."""
    serve(told, HERE, port, (), read_certificate(certificate, key))


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def files(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for web-1 and its key."""
    folder, made = tmp_path_factory.mktemp("tls"), authority.issue_cert("web-1")
    made.cert_chain_pems[0].write_to_path(folder / "certificate.pem")
    made.private_key_pem.write_to_path(folder / "key.pem")
    return folder / "certificate.pem", folder / "key.pem"


@pytest.fixture(scope="module")
def port(files: tuple[Path, Path]) -> Iterator[int]:
    with socket.create_server((HERE, 0)) as free:
        found = free.getsockname()[1]
    process = multiprocessing.get_context("spawn").Process(target=listens, args=(found, *files))
    process.start()
    for _ in range(600):
        with suppress(OSError), socket.create_connection((HERE, found), timeout=1):
            break
        time.sleep(0.1)
    yield found
    process.terminate()
    process.join(30)


def answer(port: int, context: ssl.SSLContext | None, name: str = "web-1") -> str:
    """All that comes back."""
    with socket.create_connection((HERE, port), timeout=10) as plain:
        connection = context.wrap_socket(plain, server_hostname=name) if context else plain
        connection.sendall(ASKED)
        got = b""
        while more := connection.recv(65_536):
            got += more
        connection.close()
    return got.decode("latin-1")


def trusting(authority: trustme.CA, newest: ssl.TLSVersion = ssl.TLSVersion.MAXIMUM_SUPPORTED) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    context.minimum_version, context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED, newest
    return context


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_over_tls_it_answers_with_its_certificate(port: int, authority: trustme.CA, version: ssl.TLSVersion) -> None:
    assert "over https" in answer(port, trusting(authority, version))
    with pytest.raises(ssl.SSLCertVerificationError):
        answer(port, trusting(authority, version), "web-2")
    with pytest.raises(ssl.SSLCertVerificationError):
        answer(port, trusting(trustme.CA(), version))


@pytest.mark.filterwarnings("ignore:.*TLSv1_1 is deprecated:DeprecationWarning")
def test_without_tls_or_with_an_older_one_nothing_is_answered(port: int, authority: trustme.CA) -> None:
    old = trusting(authority, ssl.TLSVersion.TLSv1_1)
    old.set_ciphers("ALL:@SECLEVEL=0")
    weak = trusting(authority, ssl.TLSVersion.TLSv1_2)
    weak.set_ciphers("ECDHE-ECDSA-AES128-SHA256:ECDHE-RSA-AES128-SHA256")  # forward secrecy, but in blocks (CBC)

    with suppress(ConnectionError):
        assert answer(port, None) == ""
    for context in (old, weak):
        with pytest.raises((ssl.SSLError, ConnectionError)):
            answer(port, context)
    assert "over https" in answer(port, trusting(authority))


def test_files_that_are_no_certificate_with_its_key_are_told_before_anything_begins(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    certificate, key = files
    strange = tmp_path / "strange.pem"
    trustme.CA().issue_cert("web-1").private_key_pem.write_to_path(strange)

    assert read_certificate(None, None) is None
    assert read_certificate(certificate, key)
    for one, other in ((certificate, strange), (certificate, None), (None, key), (certificate, tmp_path / "none.pem")):
        with pytest.raises(InvalidInput, match="RCP_TLS_CERTIFICATE and RCP_TLS_KEY") as refused:
            read_certificate(one, other)
        assert refused.value.code == "bad-certificate"
