"""A file that only grows: one JSON value a line, each with its own checksum, on the disk before it counts.

    value  ->  LineLog.append()  ->  on the disk
    file  ->  read_log()  ->  the values up to the first damaged line, and how many lines are left out

A line that was cut off while it was written was never accepted: it is left out without a word, and cut away before
the next one is written.

Promises (tests in tests/infrastructure/test_line_log.py):

* What was appended is there after any crash, in its order.
* A line that fails leaves the file as it was.
* A changed line is found by its checksum.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256
from io import BufferedWriter
from pathlib import Path
from typing import Any, NamedTuple

from resume_customizer.infrastructure.files import settle_names


class LogContent(NamedTuple):
    """What a log holds."""

    values: list[Any]
    """Up to the first damaged line."""
    left_out: int
    """Lines from the first damaged one on."""


class LineLog:
    """Appends to one file; not to be shared between threads or processes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BufferedWriter | None = None

    def append(self, value: object, *, settled: bool = True) -> None:
        """Add a line, on the disk when `settled`. Raises OSError or Unavailable, and then the file is as it was."""
        file = self._open()
        begin = file.tell()
        try:
            file.write(_to_line(value))
            file.flush()
            if settled:
                os.fsync(file.fileno())
        except OSError:
            self._forget(file, begin)
            raise

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self) -> BufferedWriter:
        if self._file is None:
            file = self._path.open("ab")
            try:
                _cut_last_line(self._path)
                if file.seek(0, os.SEEK_END) == 0:
                    settle_names(self._path.parent)
            except BaseException:
                file.close()
                raise
            self._file = file
        return self._file

    def _forget(self, file: BufferedWriter, begin: int) -> None:
        """Take back a line that may be there in part; what comes next must not stand behind half a line."""
        self._file = None
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            os.truncate(self._path, begin)


def read_log(path: Path) -> LogContent:
    """The values of a log; one that is not there holds nothing."""
    lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
    values: list[Any] = []
    for at, line in enumerate(lines):
        if not line.endswith(b"\n"):
            break  # cut off while it was written, so it was never accepted
        try:
            values.append(_from_line(line))
        except ValueError:
            return LogContent(values, len(lines) - at)
    return LogContent(values, 0)


def _to_line(value: object) -> bytes:
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return b"%s %s\n" % (_sum(content), content)


def _from_line(line: bytes) -> Any:  # noqa: ANN401 - a JSON value
    mark, _, content = line.rstrip(b"\n").partition(b" ")
    if mark != _sum(content):
        raise ValueError("the checksum is another one")
    return json.loads(content.decode("utf-8", "surrogatepass"))


def _sum(content: bytes) -> bytes:
    return sha256(content).hexdigest()[:16].encode()


def _cut_last_line(path: Path) -> None:
    """Take away what stands behind the last line end: half a line, written when the process ended."""
    content = path.read_bytes()
    end = content.rfind(b"\n") + 1
    if end != len(content):
        os.truncate(path, end)
