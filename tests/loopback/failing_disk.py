"""A disk that fails or is slow when it is asked to keep what was written, for one process and those that it starts.

    with FailingDisk() as disk:  Popen(disk.command(…))  ->  fsync, fdatasync  ->  as usual | EIO | not yet

The system asks us about each of these calls (seccomp_unotify(2) of Linux, which takes no right and no compiler), so
that whatever calls them is met: Python, SQLite, any library. Started as a program, this puts itself under that watch,
hands the watch over, and becomes the command that it was given.
"""

import ctypes
import errno
import fcntl
import os
import platform
import select
import socket
import struct
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_CALLS: Final = {"x86_64": (317, 74, 75), "aarch64": (277, 82, 83)}
"""Numbers of seccomp, fsync and fdatasync, by machine."""
_NO_NEW_PRIVILEGES, _WITH_A_FILTER, _NEW_LISTENER = 38, 1, 1 << 3
_ASK, _ALLOW = 0x7FC00000, 0x7FFF0000
_LOAD, _IS_EQUAL, _RETURN = 0x20, 0x15, 0x06
_RECEIVE, _SEND, _GO_ON = 0xC0502100, 0xC0182101, 1
_ASKED, _ANSWER = struct.Struct("QIIiIQ6Q"), struct.Struct("QqiI")
_MOMENT: Final = 200
_SECONDS_TO_BE_ASKED: Final = 60


class FailingDisk:
    """What the disk does for the processes of its commands; good until told otherwise."""

    def __init__(self) -> None:
        self._ours, self._theirs = socket.socketpair()
        self._fails = self._only_folders = False
        self._works, self._is_awaited, self._is_over = threading.Event(), threading.Event(), threading.Event()
        self._works.set()
        self._threads: list[threading.Thread] = []
        self.asked = 0
        """How often it was told to keep what was written."""
        self.refused = 0
        """How often it said that it can't."""

    def command(self, *command: str) -> list[str]:
        """The command, under watch; to be started once, with `pass_fds`."""
        return [sys.executable, __file__, str(self._theirs.fileno()), *command]

    @property
    def pass_fds(self) -> tuple[int]:
        """What the command inherits."""
        return (self._theirs.fileno(),)

    def watch(self) -> None:
        """Begin to answer for a command that was started; returns once it is under watch."""
        _, handles, _, _ = socket.recv_fds(self._ours, 1, 1)
        thread = threading.Thread(target=self._serve, args=(handles[0],), daemon=True)
        thread.start()
        self._threads.append(thread)

    @contextmanager
    def failing(self, *, only_folders: bool = False) -> Generator[None]:
        """In this block, nothing that was written is kept; or only no name in a folder."""
        self._fails, self._only_folders = True, only_folders
        try:
            yield
        finally:
            self._fails = False

    @contextmanager
    def held(self) -> Generator[None]:
        """From here on it does not come back, until it is told to go on, or to the end of the block."""
        self._is_awaited.clear()
        self._works.clear()
        try:
            yield
        finally:
            self.go_on()

    def wait_until_asked(self) -> None:
        """Until somebody waits for it while it is held."""
        assert self._is_awaited.wait(_SECONDS_TO_BE_ASKED)

    def go_on(self) -> None:
        """It works again."""
        self._works.set()

    def _serve(self, handle: int) -> None:
        """Answer each call, until nobody is left under watch."""
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        while not self._is_over.is_set():
            for _, event in poll.poll(_MOMENT):
                if event & select.POLLHUP:
                    os.close(handle)
                    return
                with suppress(FileNotFoundError):  # who asked has died meanwhile
                    self._answer(handle)
        os.close(handle)

    def _answer(self, handle: int) -> None:
        asked = bytearray(_ASKED.size)
        fcntl.ioctl(handle, _RECEIVE, asked)
        call, process, _, _, _, _, file, *_ = _ASKED.unpack(asked)
        self.asked += 1
        if not self._works.is_set():
            self._is_awaited.set()
            self._works.wait()
        fails = self._fails and (not self._only_folders or Path(f"/proc/{process}/fd/{file}").is_dir())
        self.refused += fails
        answer = _ANSWER.pack(call, 0, -errno.EIO, 0) if fails else _ANSWER.pack(call, 0, 0, _GO_ON)
        fcntl.ioctl(handle, _SEND, bytearray(answer))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_over.set()
        for each in self._threads:
            each.join()
        self._ours.close()
        self._theirs.close()


class _Program(ctypes.Structure):
    """A filter, as the system takes it (struct sock_fprog)."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def _listener() -> int:
    """Put this process under watch; gives what is to be handed over. Raises OSError."""
    seccomp, *watched = _CALLS[platform.machine()]
    steps = [(_LOAD, 0, 0, 0), *((_IS_EQUAL, len(watched) - at, 0, call) for at, call in enumerate(watched))]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _ASK)]
    program = _Program(len(steps), b"".join(struct.pack("HBBI", *step) for step in steps))
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
    handle = system.syscall(seccomp, _WITH_A_FILTER, _NEW_LISTENER, ctypes.byref(program))
    if handle < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return handle


def _become(pipe: int, command: list[str]) -> None:
    with socket.socket(fileno=pipe) as ours:
        socket.send_fds(ours, [b"."], [_listener()])
    os.execv(command[0], command)


if __name__ == "__main__":
    _become(int(sys.argv[1]), sys.argv[2:])
