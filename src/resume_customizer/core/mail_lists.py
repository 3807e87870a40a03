"""Who is written to: one address, lines of them, or a list with columns (CSV).

    "Priya Raman <priya@northwind.example>" | lines | CSV  ->  read_receivers()  ->  Receiver …

A list with a header row names its columns: `address` (or e-mail), `name`, `company`; every other column fills the place
`{{ column_… }}`. Each line is one person; all lines that are wrong are named at once.

Promises (tests in tests/core/test_mail_lists.py):

* A line is one address or an error with its number: never two people, never half of one.
* The same address twice is written to once, and that is said.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from resume_customizer.core.accounts import read_address, read_name
from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError
from resume_customizer.core.mail_text import column_place
from resume_customizer.core.notices import Notice

MOST_RECEIVERS: Final = 10_000
_LONGEST_LIST: Final = 5_000_000
_LONGEST_VALUE: Final = 2_000
_MOST_COLUMNS: Final = 50
_SHOWN: Final = 10
_WITH_NAME: Final = re.compile(r'"?([^"<>]{0,200}?)"? ?<([^<>\s]{3,320})>')
_ADDRESS_HEADERS: Final = frozenset({"address", "email", "e-mail", "mail", "e-mail address", "email address"})


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who gets a message of their own; raises InvalidInput for what is no address."""

    address: str
    name: str = ""
    company: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    """By place: what the columns of a list say of them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", read_address(self.address).written)
        object.__setattr__(self, "name", read_name(self.name, "receiver's name") if self.name.strip() else "")


class ReadList(NamedTuple):
    """The receivers of a list, and what was odd."""

    receivers: tuple[Receiver, ...]
    notices: tuple[Notice, ...]


def read_receiver(text: str) -> Receiver:
    """`address` or `Name <address>`."""
    found = _WITH_NAME.fullmatch(text.strip())
    return Receiver(found[2], found[1].strip()) if found else Receiver(text)


def read_receivers(text: str) -> ReadList:
    """The people of a list; raises InvalidInput that names each wrong line."""
    if len(text) > _LONGEST_LIST:
        raise InvalidInput("list-too-long", f"A list has at most {_LONGEST_LIST // 1_000_000} MB.")
    lines = text.removeprefix("\ufeff").splitlines()
    header = [each.strip().casefold() for each in lines[0].replace(";", ",").split(",")] if lines else []
    has_header = bool(_ADDRESS_HEADERS & {each.strip('"') for each in header})
    read = _rows(text.removeprefix("\ufeff")) if has_header else _plain(lines)
    receivers: dict[str, Receiver] = {}
    wrong, notices = [], []
    for number, found in read:
        if isinstance(found, ResumeCustomizerError):
            wrong.append(f"line {number}: {found.message}")
            continue
        key = read_address(found.address).key
        if key in receivers:
            notices.append(
                Notice("same-address", f"{found.address} is there twice; it is written to once.", f"line {number}")
            )
        elif len(receivers) >= MOST_RECEIVERS:
            raise InvalidInput("list-too-long", f"At most {MOST_RECEIVERS:,} people are written to at once.")
        receivers.setdefault(key, found)
    if wrong:
        more = f" … and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        raise InvalidInput("bad-list", f"Nobody was written to: {'; '.join(wrong[:_SHOWN])}{more}.")
    if not receivers:
        raise InvalidInput("empty-list", "The list names nobody: give an address on each line, or a column `address`.")
    return ReadList(tuple(receivers.values()), tuple(notices))


def _plain(lines: list[str]) -> Iterator[tuple[int, Receiver | ResumeCustomizerError]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _tried(lambda line=line: read_receiver(line.strip().rstrip(",;")))


def _rows(text: str) -> Iterator[tuple[int, Receiver | ResumeCustomizerError]]:
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        header = [each.strip() for each in next(rows)]
        if len(header) > _MOST_COLUMNS:
            raise InvalidInput("bad-list", f"A list has at most {_MOST_COLUMNS} columns.")
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num, _tried(lambda row=row: _of_row(header, row))
    except csv.Error as fault:
        raise InvalidInput("bad-list", f"The list can't be read as CSV ({fault}).", f"line {rows.line_num}") from None


def _of_row(header: list[str], row: list[str]) -> Receiver:
    if len(row) > len(header):
        raise InvalidInput("bad-list", "There are more cells than columns; put quotes around what holds a comma.")
    values = {name: cell.strip() for name, cell in zip(header, row, strict=False)}
    if any(len(cell) > _LONGEST_VALUE for cell in values.values()):
        raise InvalidInput("bad-list", f"A cell has at most {_LONGEST_VALUE:,} characters.")
    plain = {name.casefold(): cell for name, cell in values.items()}
    address = next((plain[name] for name in plain if name in _ADDRESS_HEADERS), "")
    return Receiver(
        address,
        plain.get("name", ""),
        plain.get("company", ""),
        {column_place(name): cell for name, cell in values.items() if column_place(name) != "column_"},
    )


def _tried(read: Callable[[], Receiver]) -> Receiver | ResumeCustomizerError:
    try:
        return read()
    except ResumeCustomizerError as fault:
        return fault
