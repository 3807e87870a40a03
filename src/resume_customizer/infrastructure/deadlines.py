"""Cut a connection when its time is over, however busy it looks by then.

    with cut_after(seconds, connection):  talk  ->  done in time, or TimeoutError

The time-outs of sockets start anew with each byte; a peer that drips could hold a connection for ever.
"""

import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from smtplib import SMTPServerDisconnected
from socket import SHUT_RDWR, socket
from threading import Timer
from typing import Protocol


class Connection(Protocol):
    """What has a socket, once it is connected."""

    @property
    def sock(self) -> socket | None:
        """The socket."""
        ...


@contextmanager
def cut_after(seconds: float, connection: Connection) -> Generator[None]:
    """Shut the connection's socket down after so many seconds; raises TimeoutError when that ended the talk."""
    is_over, until = False, time.monotonic() + seconds

    def cut() -> None:
        nonlocal is_over
        is_over = True
        if connection.sock is not None:
            with suppress(OSError):
                connection.sock.shutdown(SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, HTTPException, SMTPServerDisconnected):
        if is_over or time.monotonic() >= until:  # the socket's own time-out may come a moment before the cut
            raise TimeoutError from None
        raise
    finally:
        timer.cancel()
    if is_over:
        raise TimeoutError
