"""ClamAV's daemon on loopback: it speaks its protocol, finds the test virus of EICAR, and misbehaves as it is told.

with clamd(behave) as daemon:  ->  daemon.url, daemon.seen
"""

import socketserver
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event

VIRUS = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""Harmless, and found by every scanner (www.eicar.org); in two pieces, so that none finds this file."""
Behaviour = Callable[["Talk"], object]


@dataclass
class Clamd:
    """A running daemon: where it is, how it behaves, and what it was given."""

    url: str
    behave: Behaviour | None = None
    seen: list[bytes] = field(default_factory=list)
    over: Event = field(default_factory=Event)
    """Set at the end, so that no talk goes on."""


class Talk(socketserver.StreamRequestHandler):
    """One connection."""

    daemon: Clamd

    def handle(self) -> None:
        """Look at one file, or do what was said."""
        with suppress(OSError):  # the client goes away, as it should
            (self.daemon.behave or Talk.look)(self)

    def look(self) -> None:
        """As `man clamd` says of INSTREAM."""
        content = self.content()
        self.daemon.seen.append(content)
        self.wfile.write(b"stream: Eicar-Test-Signature FOUND\0" if VIRUS in content else b"stream: OK\0")

    def content(self) -> bytes:
        """All pieces."""
        assert self.rfile.read(10) == b"zINSTREAM\0"
        pieces = []
        while size := struct.unpack("!I", self.rfile.read(4))[0]:
            pieces.append(self.rfile.read(size))
        return b"".join(pieces)


@contextmanager
def clamd(behave: Behaviour | None = None, path: str = "") -> Generator[Clamd]:
    """A daemon on a free port, or on a socket in the file system, gone at the end of the block."""
    handler = type("Handler", (Talk,), {})
    server: socketserver.BaseServer
    if path:
        server = socketserver.ThreadingUnixStreamServer(path, handler)
        daemon = Clamd(f"unix://{path}", behave)
    else:
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
        daemon = Clamd(f"tcp://127.0.0.1:{server.server_address[1]}", behave)
    server.daemon_threads = True
    handler.daemon = daemon
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield daemon
    finally:
        daemon.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
