"""Names of files that people upload: kept as they are as far as that is safe, and told apart where they are equal.

    a name from a browser, a mail or a list  ->  clean_file_name()  ->  a name that every system can write

Promises (tests in tests/core/test_file_names.py):

* A cleaned name never leads into another folder, names no device, and cleaning it again changes nothing.
* Letters of all languages stay; what can't be seen or turns the reading direction goes.
* The ending stays, however long the name is.
"""

import re
import unicodedata
from collections.abc import Iterable

MAX_BYTES = 200
"""Of a name in UTF-8; file systems take 255, and copies get a number."""
_LONGEST_ENDING = 10
_SLASH = re.compile(r"[/\\]")
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in "0123456789¹²³"))
)
"""Names that Windows keeps for itself, with any ending."""


def clean_file_name(name: str, fallback: str = "file") -> str:
    """The last part of a path as a file name; `fallback` (with the ending, when there is one) where nothing is left."""
    last = _SLASH.split(unicodedata.normalize("NFC", name))[-1]
    seen = "".join(" " if character.isspace() else character for character in last if _is_seen(character))
    plain = " ".join(_NOT_IN_NAMES.sub("_", seen).split())
    stem, ending = split_ending(plain)
    stem = stem.strip(". ") or fallback
    if stem.partition(".")[0].rstrip().casefold() in _DEVICES:
        stem = f"_{stem}"
    return _cut(stem, MAX_BYTES - len(ending.encode())) + ending


def split_ending(name: str) -> tuple[str, str]:
    """Stem and ending with its dot, as in `("resume.final", ".docx")`; the ending may be empty."""
    stem, dot, ending = name.rpartition(".")
    if dot and 0 < len(ending) <= _LONGEST_ENDING and ending.isascii() and ending.isalnum():
        return stem, dot + ending
    return name, ""


def unlike(name: str, taken: Iterable[str]) -> str:
    """The name, with a number behind its stem where others (in any case) have it: `resume (2).docx`."""
    known = {each.casefold() for each in taken}
    stem, ending = split_ending(name)
    number, candidate = 1, name
    while candidate.casefold() in known:
        number += 1
        mark = f" ({number}){ending}"
        candidate = _cut(stem, MAX_BYTES - len(mark.encode())) + mark
    return candidate


def _is_seen(character: str) -> bool:
    """Not a control, format (bidirectional marks, zero width), private-use or broken character."""
    return character.isspace() or unicodedata.category(character)[0] != "C"


def _cut(text: str, size: int) -> str:
    """As many characters as fit into `size` bytes of UTF-8."""
    return text.encode()[:size].decode("utf-8", "ignore").rstrip(". ") or text[:1]
