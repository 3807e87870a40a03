"""Files looked at by ClamAV's daemon, before they are kept.

bytes  ->  INSTREAM over a socket  ->  nothing | RefusedInput `virus-found`, `not-looked-through` |
    Unavailable `no-virus-scan`

The protocol is clamd's own (`man clamd`): a command that ends with NUL, pieces with their length in four bytes, a piece
of none, one line as the answer.

Promises (tests in tests/infrastructure/test_virus_scanner.py, and with a real clamd in test_real_virus_scanner.py):

* What the daemon finds something in is refused, with the name of what it found.
* A file that the daemon doesn't call clean is not taken: one that is away, slow, or refuses it, is told.
* What lies behind the daemon's own limits is not taken, either, and not called a virus, where it says so
  (`AlertExceedsMax yes`; without it the daemon calls such a file clean, and doctor tells). Of a member of an archive
  above its `MaxFileSize` it never says so.
"""

import io
import os
import socket
import struct
import zipfile
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from resume_customizer.core.errors import InvalidInput, RefusedInput, Unavailable
from resume_customizer.infrastructure.deadlines import cut_after

SECONDS: Final = 30.0
"""For one file."""
_PIECE: Final = 1 << 16
_LONGEST_ANSWER: Final = 4_000
_LONGEST_NAME: Final = 100
_PORT: Final = 3310


def virus_scanner(address: str, seconds: float = SECONDS) -> Callable[[bytes], None]:
    """What looks at a file; nothing where there is no address. Raises InvalidInput `bad-setting`."""
    if not address:
        return lambda _content: None
    parts = urlsplit(address)
    is_file = parts.scheme == "unix" and parts.path and not parts.netloc
    if not is_file and not (parts.scheme == "tcp" and parts.hostname):
        message = "RCP_CLAMD_URL is an address like unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310."
        raise InvalidInput("bad-setting", message)

    def look(content: bytes) -> None:
        try:
            answer = _asked(address, content, seconds)
        except (OSError, TimeoutError):
            raise Unavailable("no-virus-scan", _NOT_LOOKED_AT) from None
        if answer.endswith(" FOUND"):
            name = "".join(filter(str.isprintable, answer.removesuffix(" FOUND").removeprefix("stream: ")))
            if name.startswith(_LIMITS):
                limit = name.removeprefix(_LIMITS).removesuffix(_NOT_CLAMAVS)[:_LONGEST_NAME]
                raise RefusedInput("not-looked-through", _NOT_LOOKED_THROUGH.format(limit or "?"))
            message = f"The virus scanner found “{name[:_LONGEST_NAME]}” in this file, and it was not kept."
            raise RefusedInput("virus-found", f"{message} Take a clean copy, or ask whoever runs this installation.")
        if answer != "stream: OK":  # it is too large for the daemon, say
            raise Unavailable("no-virus-scan", _NOT_LOOKED_AT)

    return look


def tells_of_limits(address: str, seconds: float = SECONDS) -> bool:
    """Whether the daemon says so when it did not look at a file from end to end; for `doctor`.

    It gets an archive within an archive, more often than any of them can be told to go into (100).
    """
    content = os.urandom(32)  # what it called clean a moment ago it would not look into again
    for _ in range(_DEEPER_THAN_ANY):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("inside", content)
        content = held.getvalue()
    try:
        virus_scanner(address, seconds)(content)
    except RefusedInput as fault:
        return fault.code == "not-looked-through"
    return False


_LIMITS: Final = "Heuristics.Limits.Exceeded."
_NOT_CLAMAVS: Final = ".UNOFFICIAL"
_DEEPER_THAN_ANY: Final = 120
_NOT_LOOKED_THROUGH: Final = (
    "The virus scanner did not look at this file from end to end (its limit {}), and it was not kept. Take one that is "
    "smaller or has less packed within it, or ask whoever runs this installation."
)
_NOT_LOOKED_AT: Final = (
    "The file could not be looked at for viruses, and was not kept. Try again in a moment; if it goes on, whoever runs "
    "this installation has to look at clamd (RCP_CLAMD_URL, StreamMaxLength)."
)


class _Connection:
    """A connection to the daemon."""

    def __init__(self, address: str, seconds: float) -> None:
        parts = urlsplit(address)
        if parts.scheme == "tcp":
            self.sock = socket.create_connection((parts.hostname or "", parts.port or _PORT), seconds)
            return
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(seconds)
        try:
            self.sock.connect(parts.path)
        except OSError:
            self.sock.close()
            raise


def _asked(address: str, content: bytes, seconds: float) -> str:
    """The daemon's line."""
    connection = _Connection(address, seconds)
    with connection.sock as talk, cut_after(seconds, connection):
        talk.sendall(b"zINSTREAM\0")
        for at in range(0, len(content), _PIECE):
            piece = content[at : at + _PIECE]
            talk.sendall(struct.pack("!I", len(piece)) + piece)
        talk.sendall(struct.pack("!I", 0))
        answer = b""
        while not answer.endswith((b"\0", b"\n")) and len(answer) < _LONGEST_ANSWER:
            more = talk.recv(_LONGEST_ANSWER)
            if not more:
                break
            answer += more
    return answer.decode("utf-8", "replace").strip("\0\n ")
