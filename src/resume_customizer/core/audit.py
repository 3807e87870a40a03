"""The audit trail: a chain of entries in which every later change shows.

    event + head of the chain  ->  append()  ->  Entry: number, hash of the entry before, own hash  ->  new head
    entries + head that was kept  ->  find_broken_link()  ->  None, or the first entry that is not as it was

Each workspace has a chain of its own. An entry's hash is SHA-256 over its canonical JSON, in which stand the workspace,
the number and the hash of the entry before, so that nothing in front of it can change either. Whoever can write to the
database could compute a whole chain anew, or cut its end: that shows only against a head that was kept elsewhere,
sealed with a key that the database does not hold (`seal`).

Promises (tests in tests/core/test_audit.py):

* Changing, removing, swapping or inserting any entry is found, at the first entry that is not as it was.
* With a head that was kept, an end that was cut or written anew is found too.
* An entry of one workspace is no entry of another.
* A sealed head can't be made without the key.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, TypeAlias

FORMAT: Final = 1
"""Stands in every entry's hash: another way of hashing gets another number."""

JsonValue: TypeAlias = "str | int | bool | list[JsonValue] | dict[str, JsonValue] | None"
"""What details are made of. No floats: they do not come back from every database as they went in."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: who did what, when, from where, to which record."""

    at: datetime
    actor_id: str
    """The user's id; empty for the program itself."""
    action: str
    """Words with dots, e.g. `member.removed`."""
    record_kind: str = ""
    record_id: str = ""
    source: str = ""
    """Door and address."""
    details: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends: the number and the hash of its last entry."""

    number: int
    hash: str


START: Final = Head(0, "")
"""The head of a chain without entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place in the chain of a workspace."""

    workspace_id: str
    number: int
    """Counted from 1."""
    event: Event
    previous: str
    """The hash of the entry before; empty for the first."""
    hash: str

    @property
    def head(self) -> Head:
        """The head of the chain that ends here."""
        return Head(self.number, self.hash)


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first place where a chain is not as it was."""

    number: int
    """The number that an entry should have there."""
    reason: str


def append(workspace_id: str, head: Head, event: Event) -> Entry:
    """The entry for an event behind `head`; raises ValueError for details that have no one canonical form."""
    number = head.number + 1
    digest = hash_of(workspace_id, number, event, head.hash)
    return Entry(workspace_id, number, event, head.hash, digest)


def hash_of(workspace_id: str, number: int, event: Event, previous: str) -> str:
    """SHA-256 of an entry, in hex."""
    stated = (
        FORMAT,
        workspace_id,
        number,
        previous,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        event.actor_id,
        event.action,
        event.record_kind,
        event.record_id,
        event.source,
    )
    return hashlib.sha256(canonical_json([*stated, event.details])).hexdigest()


def canonical_json(value: object) -> bytes:
    """One form for equal values: keys in order, no blanks, UTF-8 (RFC 8785 for values without floats)."""
    _refuse_ambiguous(value)
    return _CANONICAL.encode(value).encode("utf-8", "surrogatepass")


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=dict)
_DEEPEST: Final = 16


def _refuse_ambiguous(value: object, depth: int = 0) -> None:
    """Only values that every store gives back as they were: no floats, no keys but text, no endless depth."""
    if value is None or isinstance(value, str | int):
        return
    if depth > _DEEPEST:
        message = "Audit details are nested too deeply."
        raise ValueError(message)
    if isinstance(value, list):
        for each in value:
            _refuse_ambiguous(each, depth + 1)
    elif isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        for each in value.values():
            _refuse_ambiguous(each, depth + 1)
    else:
        message = f"Audit details can't hold {type(value).__name__}."
        raise ValueError(message)


def find_broken_link(
    workspace_id: str, entries: Iterable[Entry], *, after: Head = START, until: Head | None = None
) -> BrokenLink | None:
    """The first entry that is not as it was, or None for a whole chain.

    `after` is the head in front of the first entry (what was kept when older entries were dropped), `until` one that
    was kept elsewhere: the chain has to reach it, and may go on behind it.
    """
    head = after
    if _differs(head, until):
        return BrokenLink(head.number, _WRITTEN_ANEW)
    for entry in entries:
        reason = _fault(workspace_id, entry, head)
        if reason:
            return BrokenLink(head.number + 1, reason)
        head = entry.head
        if _differs(head, until):
            return BrokenLink(head.number, _WRITTEN_ANEW)
    if until and head.number < until.number:
        return BrokenLink(head.number + 1, f"The end is missing: the chain went on to entry {until.number:,}.")
    return None


_WRITTEN_ANEW: Final = "The chain was written anew: it differs from the head that was kept."


def _differs(head: Head, until: Head | None) -> bool:
    return until is not None and head.number == until.number and head.hash != until.hash


def _fault(workspace_id: str, entry: Entry, head: Head) -> str:
    if entry.workspace_id != workspace_id:
        return "This entry belongs to another workspace."
    if entry.number != head.number + 1:
        return f"Entry {head.number + 1:,} is expected here and entry {entry.number:,} is found."
    if entry.previous != head.hash:
        return "This entry does not follow the one before it."
    if entry.hash != hash_of(workspace_id, entry.number, entry.event, entry.previous):
        return "This entry was changed."
    return ""


def seal(workspace_id: str, head: Head, key: bytes) -> str:
    """A head as text that can be kept anywhere, and made only with the key."""
    stated = f"{head.number}:{head.hash}"
    return f"{stated}:{_seal_of(workspace_id, stated, key)}"


def open_seal(workspace_id: str, sealed: str, key: bytes) -> Head | None:
    """The head, or None when it was not sealed with this key for this workspace."""
    number, _, rest = sealed.partition(":")
    digest, _, mark = rest.partition(":")
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        return None
    good = hmac.compare_digest(_bytes(mark), _bytes(_seal_of(workspace_id, f"{number}:{digest}", key)))
    return Head(int(number), digest) if good else None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _seal_of(workspace_id: str, stated: str, key: bytes) -> str:
    return hmac.new(key, canonical_json(["audit head", FORMAT, workspace_id, stated]), hashlib.sha256).hexdigest()
