"""Tables of rows in a folder of JSON files, safe from crashes and from damage to any one file.

    open  ->  load(): the newest whole generation, and the changes after it
    a transaction  ->  append(): one line of changes, on the disk before it returns
    now and then  ->  compact(): a new generation, the one before is kept

    folder/
        0000000007.json       generation 7: which files hold its tables, with their SHA-256
        tables/users.0000000007.json    rows of one table, readable and sorted by key
        changes.0000000007.jsonl        what has changed since, a line for each transaction with its own checksum
        owner.lock                      held by the process that owns the store

A generation is complete when its own file is there; that is renamed into place after everything in it is on the disk.
When a file of the newest generation is damaged, the one before it and its changes give the same rows; what can't be
had back is said in a notice. A line of changes that was cut off in the middle was never accepted, and is left out.

Promises (tests in tests/infrastructure/test_generations.py):

* What was appended is there after any crash, whole transactions only, in their order.
* A damaged file is found by its checksum and told; the last good state is loaded.
* A second process can't own the same folder, and is told who does.
"""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from resume_customizer.core.errors import Conflict, Unavailable, UnreadableInput
from resume_customizer.core.notices import Notice
from resume_customizer.infrastructure.files import settle_names, write_files
from resume_customizer.infrastructure.line_log import LineLog, read_log

Row: TypeAlias = Mapping[str, Any]
"""Column names and JSON values."""
Tables: TypeAlias = dict[str, dict[str, Row]]
"""Rows by table and key."""
_NUMBERED = re.compile(r"(?:changes\.)?(\d{10})\.jsonl?")
_KEPT = 2
"""Generations that are kept: the newest and the one before it."""


class Change(NamedTuple):
    """One row that a transaction wrote, or removed."""

    table: str
    key: str
    row: Row | None
    """None for a removed one."""


class Loaded(NamedTuple):
    """Everything that the folder holds."""

    tables: Tables
    notices: tuple[Notice, ...]


class Generations:
    """One folder, owned by this process until `close`."""

    def __init__(self, folder: Path) -> None:
        """Raises Conflict when another process owns the folder, Unavailable when it can't be written."""
        from filelock import FileLock, Timeout

        self._folder = folder
        self._number = 0
        self._log: LineLog | None = None
        try:
            (folder / "tables").mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(folder / "owner.lock", timeout=0)
            self._lock.acquire()
        except Timeout:
            raise Conflict(
                "store-is-owned",
                "Another process works with this folder already. Stop it, or use a database for several processes.",
                folder.name,
            ) from None
        except OSError as fault:
            raise Unavailable("not-writable", f"The store can't be opened: {fault.strerror}.", folder.name) from None

    def load(self) -> Loaded:
        """The newest state that is whole; raises UnreadableInput when no generation is."""
        notices: list[Notice] = []
        numbers = sorted(self._numbers(), reverse=True)
        newest = numbers[0] if numbers else 0
        for number in numbers or [0]:
            tables = self._read_generation(number, notices)
            if tables is not None:
                break
        else:
            message = "No generation of this store is whole. Restore it from a backup."
            raise UnreadableInput("damaged-store", message, self._folder.name)
        for later in range(number, newest + 1):
            if not self._apply_changes(later, tables, notices):
                break
        self._number = newest
        if notices:
            self.compact(tables)  # what was lost is lost once, and said once
        return Loaded(tables, tuple(notices))

    def append(self, changes: Iterable[Change]) -> None:
        """Keep the changes of one transaction, all or none; they are on the disk when this returns."""
        if self._log is None:
            self._log = LineLog(self._changes_file(self._number))
        try:
            self._log.append([list(change) for change in changes])
        except OSError as fault:
            raise Unavailable(
                "not-writable", f"The change was not kept: {fault.strerror}.", self._folder.name
            ) from None

    def compact(self, tables: Tables) -> None:
        """Write everything as a new generation, and let the oldest go."""
        number = self._number + 1
        files = {f"{name}.{number:010}.json": _table_bytes(rows) for name, rows in sorted(tables.items()) if rows}
        write_files({self._folder / "tables" / name: content for name, content in files.items()})
        settle_names(self._folder / "tables")
        listed = {name: sha256(content).hexdigest() for name, content in files.items()}
        write_files({self._file(number): json.dumps({"tables": listed}, indent=1).encode()})
        self._close_changes()
        self._number = number  # it would be read: what comes next belongs to it
        with suppress(Unavailable):  # the next change settles the folder, or is not accepted
            settle_names(self._folder)
        self._remove_older()

    def close(self) -> None:
        """Let another process own the folder."""
        self._close_changes()
        self._lock.release()

    def _numbers(self) -> set[int]:
        """Of all generations that were complete once and are still kept: each has its own file, or changes after it."""
        return {int(found[1]) for path in self._folder.iterdir() if (found := _NUMBERED.fullmatch(path.name))}

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:010}.json"

    def _read_generation(self, number: int, notices: list[Notice]) -> Tables | None:
        """The tables of a generation; None, with a notice, when it is not whole."""
        tables: Tables = {}
        if number == 0:
            return tables  # before the first one there was nothing
        try:
            for name, digest in json.loads(self._file(number).read_bytes())["tables"].items():
                tables[name.partition(".")[0]] = json.loads(self._read_table(name, digest))
        except (OSError, ValueError, LookupError, AttributeError, TypeError):
            notices.append(
                Notice(
                    "damaged-generation", "A file of this generation is damaged; the one before is used.", str(number)
                )
            )
            return None
        return tables

    def _read_table(self, name: str, digest: str) -> bytes:
        content = (self._folder / "tables" / name).read_bytes()
        if sha256(content).hexdigest() != digest:
            raise ValueError(f"{name} has changed")
        return content

    def _apply_changes(self, number: int, tables: Tables, notices: list[Notice]) -> bool:
        """Apply what has changed after a generation; False, with a notice, when a line is damaged."""
        path = self._changes_file(number)
        content = read_log(path)
        for changes in content.values:
            for table, key, row in changes:
                rows = tables.setdefault(table, {})
                if row is None:
                    rows.pop(key, None)
                else:
                    rows[key] = row
        if not content.left_out:
            return True
        aside = path.rename(path.with_name(f"damaged-{path.name}"))
        line = f"line {len(content.values) + 1}"
        message = f"A line is damaged: {content.left_out} transactions are left out. The file is kept as {aside.name}."
        notices.append(Notice("damaged-changes", message, line))
        return False

    def _changes_file(self, number: int) -> Path:
        return self._folder / f"changes.{number:010}.jsonl"

    def _close_changes(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None

    def _remove_older(self) -> None:
        """Let go of generations that are not needed any more, their own file first."""
        kept = sorted(self._numbers())[-_KEPT:]
        for number in self._numbers():
            if number < kept[0]:
                self._file(number).unlink(missing_ok=True)
        needed = {f"{number:010}" for number in kept}
        for path in (*self._folder.glob("changes.*.jsonl"), *(self._folder / "tables").glob("*.json")):
            if path.name.split(".")[1] not in needed:
                path.unlink(missing_ok=True)


def _table_bytes(rows: Mapping[str, Row]) -> bytes:
    """Rows as a person likes to read them: a line each, sorted by key."""
    lines = (f"{json.dumps(key)}: {json.dumps(row, ensure_ascii=False)}" for key, row in sorted(rows.items()))
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8", "surrogatepass")
