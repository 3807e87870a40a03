"""Work that was accepted while the database could not be reached, kept until it can be done.

    accept()  ->  a line in this process's journal, on the disk before the answer  ->  replay()  ->  done once, in order

Each process writes a journal of its own. Whoever replays first takes the journals of processes that are gone, then its
own. An entry carries an idempotency key: the one who does it keeps the key in the same transaction as its effect, so
that an entry whose end was not noted (the process died in between) is recognised, and not done twice.

Promises (tests in tests/infrastructure/test_spool.py):

* What was accepted survives the process, and is handed over once it can be done, in the order of acceptance.
* An entry that can't be done now stays, and nothing behind it overtakes it.
* Two processes never replay the same journal at the same time.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from resume_customizer.core.errors import Unavailable
from resume_customizer.core.notices import Notice
from resume_customizer.infrastructure.line_log import LineLog, read_log


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of accepted work."""

    key: str
    """Its idempotency key."""
    kind: str
    """What is to be done."""
    data: Any
    """JSON values."""
    accepted_at: str
    """Time in UTC, as ISO 8601 with microseconds."""


class Spool:
    """The journals in one folder; safe to be used by many processes, by one thread of each at a time."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._folder, self._clock = folder, clock
        self._own: _Journal | None = None
        self._last = ""

    @property
    def folder(self) -> Path:
        """Where the journals are."""
        return self._folder

    def accept(self, kind: str, data: object, key: str = "") -> Entry:
        """Keep a piece of work; it is on the disk when this returns. Raises Unavailable when it can't be kept."""
        entry = Entry(key or str(uuid4()), kind, data, self._next_moment())
        try:
            if self._own is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._own = _Journal(self._folder / f"{os.getpid()}-{uuid4()}.jsonl")
                self._own.take()
            self._own.add(entry)
        except OSError as fault:
            raise Unavailable("not-writable", f"Nothing can be accepted now: {fault.strerror}.") from None
        return entry

    def waiting(self) -> tuple[Entry, ...]:
        """What was accepted and is not done yet, in the order of acceptance."""
        entries = (entry for path in self._paths() for entry in _Journal(path).waiting())
        return tuple(sorted(entries, key=lambda entry: entry.accepted_at))

    def count(self) -> int:
        """How many wait; quick, for looking often."""
        return sum(_Journal(path).count() for path in self._paths())

    def replay(self, do: Callable[[Entry], None]) -> tuple[Notice, ...]:
        """Do what waits, in the order of acceptance, and note each end; raises what `do` raises, and keeps the rest.

        Journals that another living process holds are left to it. Notices name lines that were damaged on the disk.
        """
        return self.replay_some(lambda entries: do(entries[0]), 1)

    def replay_some(self, do: Callable[[tuple[Entry, ...]], None], most: int, until: str = "") -> tuple[Notice, ...]:
        """The same for up to `most` entries at a time; what was accepted later than `until` is left."""
        journals, own = list(self._taken()), self._own
        try:
            notices = [notice for journal in journals for notice in journal.notices()]
            found = [(entry, journal) for journal in journals for entry in journal.waiting()]
            waiting = sorted(
                (pair for pair in found if not until or pair[0].accepted_at <= until),
                key=lambda pair: pair[0].accepted_at,
            )
            for at in range(0, len(waiting), most):
                some = waiting[at : at + most]
                do(tuple(entry for entry, _ in some))
                for entry, journal in some:
                    journal.note_done(entry)
            if len(waiting) < len(found):
                return tuple(notices)
            for journal in journals:
                journal.remove()
            self._own = None
        finally:
            for journal in journals:
                if journal is not own:
                    journal.release()
        return tuple(notices)

    def close(self) -> None:
        """Leave this process's journal to others."""
        if self._own is not None:
            self._own.release()
            self._own = None

    def first_of_others(self) -> str:
        """When the first entry was accepted that another living process has still to do; empty: there is none."""
        moments = []
        for path in self._paths():
            journal = _Journal(path)
            if self._own is not None and path == self._own.path:
                continue
            if journal.take():
                journal.release()
            else:
                moments += [entry.accepted_at for entry in journal.waiting()[:1]]
        return min(moments, default="")

    def _next_moment(self) -> str:
        """Now, or right after the last one when the clock was set back: the order of acceptance stays."""
        now = self._clock().astimezone(UTC)
        if self._last:
            now = max(now, datetime.fromisoformat(self._last) + timedelta(microseconds=1))
        self._last = now.isoformat(timespec="microseconds")
        return self._last

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("*.jsonl")) if self._folder.is_dir() else []

    def _taken(self) -> "Iterator[_Journal]":
        """The journals that nobody else holds, locked, and this process's own."""
        for path in self._paths():
            if self._own is not None and path == self._own.path:
                yield self._own
            elif (journal := _Journal(path)).take():
                yield journal


class _Journal:
    """One process's file: entries, and the keys of those that are done."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        self.path = path
        self._log = LineLog(path)
        self._lock = FileLock(path.with_suffix(".lock"), timeout=0)

    def take(self) -> bool:
        """Whether this process holds the journal now."""
        from filelock import Timeout

        try:
            self._lock.acquire()
        except Timeout:
            return False
        return True

    def release(self) -> None:
        self._log.close()
        self._lock.release()

    def add(self, entry: Entry) -> None:
        self._log.append({"key": entry.key, "kind": entry.kind, "data": entry.data, "at": entry.accepted_at})

    def note_done(self, entry: Entry) -> None:
        self._log.append({"done": entry.key}, settled=False)  # one that gets lost is recognised by its key

    def waiting(self) -> list[Entry]:
        """Entries that are not done, in their order."""
        found: dict[str, Entry] = {}
        for value in read_log(self.path).values:
            if "done" in value:
                found.pop(value["done"], None)
            else:
                found[value["key"]] = Entry(value["key"], value["kind"], value["data"], value["at"])
        return list(found.values())

    def count(self) -> int:
        """How many entries are not done."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return 0
        return max(0, content.count(b"\n") - 2 * content.count(b' {"done":"'))

    def notices(self) -> Iterator[Notice]:
        if left_out := read_log(self.path).left_out:
            message = f"{left_out} lines of accepted work are damaged and were left out; the file is kept."
            yield Notice("damaged-spool", message, self.path.name)

    def remove(self) -> None:
        """Let the file go, unless a damaged line of it should be looked at by a person."""
        self._log.close()
        if read_log(self.path).left_out:
            self.path.rename(self.path.with_suffix(".damaged"))
        else:
            self.path.unlink()
        self._lock.release()
        with suppress(OSError):
            Path(self._lock.lock_file).unlink()
