"""Where things stand in the catalogue, so that a question about a few technologies reads those and not thousands.

    catalogue_index.json  ->  words, relations  ->  numbers  ->  entry_of()  ->  one line of a file

The index is made by tools/catalogue_index.py. Technologies are counted through all files of the catalogue, in the
order of the files' names.

Promises (tests in tests/core/test_catalogue_index.py):

* The index says what the catalogue says.
* What is asked for is read; the rest of the catalogue is not.
"""

import json
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

FOLDER = Path(__file__).parent / "catalogue"
INDEX = Path(__file__).parent / "catalogue_index.json"

Entry: TypeAlias = dict[str, Any]
"""One line of a catalogue file, with its category."""


class Index(NamedTuple):
    """What the catalogue holds, by number."""

    files: list[str]
    firsts: list[int]
    """The number of the first technology in each file."""
    count: int
    words: dict[str, str]
    """Technologies that have a spelling with this first word, in lower case; written as "5 17", which loads faster."""
    apart: dict[str, str]
    """For the first half of a name with a capital inside (WinRunner), the second halves; both in lower case."""
    namers: dict[str, str]
    """Technologies that name this one as their parent or relative."""

    def entries_with(self, word: str) -> list[Entry]:
        """Those that have a spelling with this first word, in lower case."""
        return [entry_of(int(number)) for number in self.words.get(word, "").split()]

    def namers_of(self, name: str) -> list[Entry]:
        """Those that name this one as their parent or relative."""
        return [entry_of(int(number)) for number in self.namers.get(name, "").split()]


@cache
def index() -> Index:
    """All of it; takes a few milliseconds, once."""
    return Index(**json.loads(INDEX.read_bytes()))


@cache
def entry_of(number: int) -> Entry:
    """One technology as its file says it."""
    known = index()
    at = bisect_right(known.firsts, number) - 1
    category, lines = _file(known.files[at])
    entry: Entry = json.loads(lines[number - known.firsts[at]])
    entry["category"] = category
    return entry


def list_entries() -> tuple[Entry, ...]:
    """All technologies."""
    return tuple(map(entry_of, range(index().count)))


@cache
def _file(name: str) -> tuple[str, list[bytes]]:
    """The category of a file, and its lines, one for each technology (tests/core/test_catalogue.py holds this form)."""
    head, *lines, _ = (FOLDER / name).read_bytes().splitlines()
    return json.loads(head + b"]}")["category"], [line.rstrip(b",") for line in lines]
