"""A line to a server that can go silent, as broken networks and stopped machines do.

    client  ->  Line.port  ->  the server's port;  silent(…): nothing comes through any more, and nothing is closed

`DEAD`: the system itself throws away what arrives (a socket filter that takes no packet; socket(7)), so that nothing is
confirmed and nobody new gets in: the network swallows packets. `STALLED`: what arrives is confirmed and goes nowhere.
`NO_REPLIES`: what is sent still gets to the server, then the line is dead.
"""

import ctypes
import socket
import struct
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from types import TracebackType
from typing import Final, Self

_ATTACH_FILTER, _DETACH_FILTER = 26, 27
_RETURN: Final = 0x06
_MOMENT: Final = 0.05
_MOST: Final = 65_536


class Silence(Enum):
    """How the line is silent."""

    DEAD = auto()
    STALLED = auto()
    NO_REPLIES = auto()


class Line:
    """Any number of connections to one server of this machine."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._silence: Silence | None = None
        self._near: list[socket.socket] = []
        self._far: list[socket.socket] = []
        self._is_over = False
        self._threads: list[threading.Thread] = []
        self._begin(self._accept)

    @contextmanager
    def silent(self, how: Silence) -> Generator[None]:
        """In this block, it is; afterwards it works again."""
        self._silence = how
        if how is Silence.DEAD:
            self._swallow()
        try:
            yield
        finally:
            self._silence = None
            for each in (self._door, *self._near):
                with suppress(OSError):  # it has none
                    each.setsockopt(socket.SOL_SOCKET, _DETACH_FILTER, 0)

    def _swallow(self) -> None:
        """From here on, the system throws away what arrives from clients."""
        nothing = ctypes.create_string_buffer(struct.pack("HBBI", _RETURN, 0, 0, 0))
        program = struct.pack("HxxxxxxP", 1, ctypes.addressof(nothing))
        for each in (self._door, *self._near):
            each.setsockopt(socket.SOL_SOCKET, _ATTACH_FILTER, program)

    def _begin(self, work: object, *given: object) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)  # ty: ignore[invalid-argument-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        self._door.settimeout(_MOMENT)
        while not self._is_over:
            try:
                near, _ = self._door.accept()
            except OSError:
                continue
            far = socket.create_connection(("127.0.0.1", self._to))
            self._near.append(near)
            self._far.append(far)
            self._begin(self._carry, near, far, False)
            self._begin(self._carry, far, near, True)

    def _carry(self, source: socket.socket, target: socket.socket, is_reply: bool) -> None:
        """What comes from one end to the other one, as long as the line is not silent."""
        source.settimeout(_MOMENT)
        try:
            while not self._is_over:
                with suppress(TimeoutError):
                    content = source.recv(_MOST)
                    while self._is_held(is_reply):
                        time.sleep(_MOMENT)
                    if not content:
                        break
                    target.sendall(content)
        except OSError:
            pass
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _is_held(self, is_reply: bool) -> bool:
        if self._silence is Silence.NO_REPLIES and is_reply:
            self._swallow()
        is_silent = self._silence is not None and (is_reply or self._silence is not Silence.NO_REPLIES)
        return is_silent and not self._is_over

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_over = True
        for each in self._threads:
            each.join()
        for each in (self._door, *self._near, *self._far):
            each.close()
