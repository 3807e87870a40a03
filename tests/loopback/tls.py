"""TLS in front of a server of this machine that speaks none: with the right certificate, a wrong one, or a stranger's.

client  ->  Door.port (TLS)  ->  the server's port;  for PostgreSQL after its first question (its manual, 54.2.11)
"""

import asyncio
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import trustme

_SSL_REQUEST = 8
_MOST = 65_536


class Door(NamedTuple):
    """Where it listens, and who vouches for it."""

    port: int
    ca_file: Path


class _Relay:
    """Carries bytes both ways."""

    def __init__(self, context: ssl.SSLContext, to: int, *, is_postgres: bool) -> None:
        self._context, self._to, self._is_postgres = context, to, is_postgres

    async def serve(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """One connection."""
        with suppress(OSError, EOFError):  # a client that does not like the certificate goes away
            if self._is_postgres:
                await near.readexactly(_SSL_REQUEST)
                back.write(b"S")
            await back.start_tls(self._context)
            far, on = await asyncio.open_connection("127.0.0.1", self._to)
            await asyncio.gather(_carry(near, on), _carry(far, back))
        back.close()


async def _carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    try:
        while some := await source.read(_MOST):
            target.write(some)
            await target.drain()
    finally:
        target.close()


@contextmanager
def behind_tls(to: int, folder: Path, name: str = "localhost", *, is_postgres: bool = False) -> Generator[Door]:
    """A door to a port; `name` stands in its certificate, whose authority is in the file."""
    authority, context = trustme.CA(), ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(context)
    ca_file = folder / f"authority-{name}.pem"
    authority.cert_pem.write_to_path(ca_file)
    loop = asyncio.new_event_loop()
    relay = _Relay(context, to, is_postgres=is_postgres)
    server = loop.run_until_complete(asyncio.start_server(relay.serve, "127.0.0.1", 0))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield Door(server.sockets[0].getsockname()[1], ca_file)
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
