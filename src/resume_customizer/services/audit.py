"""The audit trail of a workspace: written with the work, verified, exported, kept as long as was chosen.

    a service's transaction  ->  Ground.record()  ->  the next entry of the workspace's chain, in the same transaction
    Audit.verify() | .export_csv() | .export_json() | .drop_old()

What belongs to no workspace (accounts, the installation) has a chain of its own, whose workspace is empty.

Promises (tests in tests/services/test_audit.py):

* An entry is written if and only if its work is done.
* Entries written at the same time stand one after the other: a chain never forks.
* Verifying finds the first entry that is not as it was.
* What is exported can't run as a formula in a spreadsheet, and verifies elsewhere.
* Dropping old entries leaves a chain that still verifies, and tells in an entry what was dropped.
"""

import csv
import io
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import (
    START,
    BrokenLink,
    Entry,
    Event,
    Head,
    JsonValue,
    find_broken_link,
    open_seal,
    seal,
)
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.work import AuditEntry, AuditHead
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Reading

_SHORTEST_KEEPING: Final = timedelta(days=90)
_COLUMNS: Final = (
    "workspace_id",
    "number",
    "previous",
    "at",
    "actor_id",
    "action",
    "record_kind",
    "record_id",
    "source",
    "details",
    "hash",
)
_MOST_LISTED: Final = 500


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying a chain says."""

    entries: int
    broken: BrokenLink | None
    sealed_head: str
    """To be kept elsewhere: with it, an end that is cut later is found. Empty for a broken chain."""


class Audit:
    """The trail of the actor's workspace."""

    def __init__(self, ground: Ground, seal_keys: Mapping[str, bytes]) -> None:
        """`seal_keys`: the key ring's, derived for heads of audit trails; the first one seals."""
        self._ground, self._seal_keys = ground, dict(seal_keys)

    def list_entries(self, actor: Actor, before: int | None = None, count: int = 50) -> tuple[Entry, ...]:
        """Entries of the actor's workspace, the newest first; `before` is a number to go on from."""
        actor.require(Action.VIEW_AUDIT)
        with self._ground.looking(actor) as tx:
            until = None if before is None else before - 1
            page = tx.list(AuditEntry, order="-number", until=until, limit=max(1, min(count, _MOST_LISTED)))
        return tuple(map(_entry, page.records))

    def verify(self, actor: Actor, kept_head: str = "") -> Verified:
        """Whether the trail of the actor's workspace is as it was; `kept_head` is a sealed head of before."""
        actor.require(Action.VIEW_AUDIT)
        return self._verify(actor.workspace_id, kept_head)

    def verify_all(self, actor: Actor) -> dict[str, Verified]:
        """Every trail of the installation, by workspace; says nothing of what stands in them. For the operator."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        with self._ground.outside() as tx:
            chains = [INSTALLATION, *(workspace.id for workspace in tx.every(Workspace))]
        return {chain: self._verify(chain, "") for chain in chains}

    def export_json(self, actor: Actor) -> Iterator[str]:
        """Lines of JSON, one for each entry: with them and the sealed head, anybody can verify the chain."""
        actor.require(Action.VIEW_AUDIT)
        for entry in self._entries(actor):
            yield json.dumps(_values(entry), ensure_ascii=False)

    def export_csv(self, actor: Actor) -> Iterator[str]:
        """Lines of CSV (RFC 4180), with a head; no cell can run as a formula."""
        actor.require(Action.VIEW_AUDIT)
        yield _csv_line(_COLUMNS)
        for entry in self._entries(actor):
            yield _csv_line(tuple(map(_cell, _values(entry).values())))

    def drop_old(self, actor: Actor, keep: timedelta) -> int:
        """Forget entries of the actor's workspace that are older than `keep`; says how many. Raises InvalidInput."""
        actor.require(Action.DELETE_WORKSPACE)
        if keep < _SHORTEST_KEEPING:
            raise InvalidInput("too-short", f"The trail is kept for at least {_SHORTEST_KEEPING.days} days.")
        until = self._ground.clock() - keep
        with self._ground.inside(actor) as tx:
            old = list(itertools.takewhile(lambda row: row.at < until, _rows(tx)))
            head = tx.find(AuditHead)
            if not old or head is None:
                return 0
            for row in old:
                tx.delete(row)
            tx.update(replace(head, first_number=old[-1].number, first_hash=old[-1].hash))
            dropped: dict[str, JsonValue] = {"entries": len(old), "last": old[-1].number, "last_hash": old[-1].hash}
            self._ground.record(tx, actor, "audit.dropped-old", details=dropped)
        return len(old)

    def _entries(self, actor: Actor) -> list[Entry]:
        with self._ground.looking(actor) as tx:
            return [_entry(row) for row in _rows(tx)]

    def _verify(self, chain: str, kept_head: str) -> Verified:
        with self._ground.within(chain) as tx:
            head = tx.find(AuditHead)
            entries = [_entry(row) for row in _rows(tx)]
        after = Head(head.first_number, head.first_hash) if head else START
        ends = [Head(head.number, head.hash)] if head else []
        if kept_head:
            ends.append(self._opened(chain, kept_head))
        faults = [find_broken_link(chain, entries, after=after, until=end) for end in ends]
        broken = next((fault for fault in faults if fault), None)
        sealed = (
            ""
            if broken or not head
            else seal(chain, Head(head.number, head.hash), next(iter(self._seal_keys.values())))
        )
        return Verified(len(entries), broken, sealed)

    def _opened(self, chain: str, kept_head: str) -> Head:
        opened = (open_seal(chain, kept_head.strip(), key) for key in self._seal_keys.values())
        head = next((each for each in opened if each), None)
        if head is None:
            raise InvalidInput("bad-head", "This is no head that was kept of this trail.")
        return head


def _rows(tx: Reading) -> list[AuditEntry]:
    return list(tx.every(AuditEntry, order="number"))


def _entry(row: AuditEntry) -> Entry:
    event = Event(row.at, row.actor_id, row.action, row.record_kind, row.record_id, row.source, row.details)
    return Entry(row.workspace_id, row.number, event, row.previous, row.hash)


def _values(entry: Entry) -> dict[str, object]:
    """Everything that is hashed, and the hash."""
    event = entry.event
    return {
        "workspace_id": entry.workspace_id,
        "number": entry.number,
        "previous": entry.previous,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_id": event.actor_id,
        "action": event.action,
        "record_kind": event.record_kind,
        "record_id": event.record_id,
        "source": event.source,
        "details": dict(event.details),
        "hash": entry.hash,
    }


def _cell(value: object) -> str:
    """A cell as text that no spreadsheet takes for a formula."""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
