"""Passwords that were published after break-ins, looked up in a file that the operator has.

    a password  ->  its SHA-1  ->  found in the file, by halving  ->  whether it was published

The file is Have I Been Pwned's: in each line a SHA-1 in hex, in order, then `:` and a count. It has hundreds of
millions of lines, so it stays on the disk; a look takes some thirty reads. SHA-1 is only how the list is sorted: what
is kept of a password is made by `passwords.py`.

Promises (tests in tests/infrastructure/test_published_passwords.py):

* Each line is found, also the first, the last, and among lines of any length; what is in none is not.
* A file that is no such list stops the start; one that can't be read later lets no new password through.
"""

import hashlib
import os
import re
from collections.abc import Container
from pathlib import Path
from typing import BinaryIO, Final

from resume_customizer.core.errors import InvalidInput, Unavailable

_DIGITS: Final = 40
_LONGEST_LINE: Final = 200
_LINE: Final = re.compile(rb"[0-9A-Fa-f]{40}(:\d+)?\s*")
_TAIL: Final = 4_000
_GONE: Final = "The list of published passwords can't be read. Try again later, or tell whoever runs this installation."


def published_passwords(path: Path | None) -> Container[str]:
    """The passwords of a list; none without one. Raises InvalidInput `bad-setting`."""
    if path is None:
        return frozenset()
    try:
        with path.open("rb") as file:
            first = file.readline(_LONGEST_LINE)
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            last = file.read().splitlines()[-1:]
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        message = f"RCP_PUBLISHED_PASSWORDS_FILE can't be read ({why}): {path}."
        raise InvalidInput("bad-setting", message) from None
    if not (_LINE.fullmatch(first) and _LINE.fullmatch(last[0]) and first[:_DIGITS].upper() <= last[0].upper()):
        message = f"RCP_PUBLISHED_PASSWORDS_FILE is no list of SHA-1 hashes in order, one a line: {path}."
        raise InvalidInput("bad-setting", message)
    return _Published(path)


class _Published(Container[str]):
    def __init__(self, path: Path) -> None:
        self._path = path

    def __contains__(self, password: object) -> bool:
        """Raises Unavailable `no-published-passwords`."""
        content = str(password).encode("utf-8", "surrogatepass")
        wanted = hashlib.sha1(content, usedforsecurity=False).hexdigest().upper().encode()
        try:
            with self._path.open("rb") as file:
                return _is_in(file, wanted)
        except OSError:
            raise Unavailable("no-published-passwords", _GONE) from None


def _is_in(file: BinaryIO, wanted: bytes) -> bool:
    """Whether a line begins with it. What is looked for begins at or after `low` and before `high`."""
    low, high = 0, file.seek(0, os.SEEK_END)
    while low < high:
        middle = (low + high) // 2
        file.seek(max(0, middle - 1))
        if middle:
            file.readline(_LONGEST_LINE)  # to where the next line begins
        found = file.readline(_LONGEST_LINE)[:_DIGITS].upper()
        if found == wanted:
            return True
        if found and found < wanted:
            low = file.tell()
        else:
            high = middle
    return False
