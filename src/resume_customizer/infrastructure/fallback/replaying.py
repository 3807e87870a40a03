"""Accepted work, done in the database that is back: each piece once, and nothing of others overwritten.

    an entry of the spool: the rows that one transaction wrote  ->  Replaying.do()  ->  one transaction, with its key

A row is written when the database has the version that it was made from. Otherwise, and where a key is taken or what
it names is gone, it is kept beside what is there (KeptChange), for a person to look at. What is counted is counted up
by as much; the trail is chained on at its end.

Promises (tests in tests/infrastructure/test_fallback.py):

* An entry that was done already changes nothing.
* A change that others have overtaken is kept in full, and so are those that build on it.
* Counters add up, and trails verify.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Final

from resume_customizer.core.audit import Event, Head, append
from resume_customizer.core.errors import Conflict, NotFound, ResumeCustomizerError, Unavailable
from resume_customizer.core.records.record import INSTALLATION, Record
from resume_customizer.core.records.work import AuditEntry, AuditHead, KeptChange, ReplayedWork
from resume_customizer.infrastructure.fallback.standby import COUNTED
from resume_customizer.infrastructure.spool import Entry
from resume_customizer.infrastructure.sql.kinds import Kind
from resume_customizer.infrastructure.sql.schema import KINDS
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.infrastructure.sql.transaction import RowChange, SqlTransaction
from resume_customizer.services.store import InWorkspace

KIND: Final = "transaction"
"""Of entries in the spool."""
_BY_NAME: Final[dict[str, Kind[Any]]] = {kind.name: kind for kind in KINDS}
_TRIES: Final = 5
_OVERTAKEN: Final = "Somebody else changed it meanwhile."
_REMOVED: Final = "It was removed meanwhile."
_TAKEN: Final = "There is one like it already."
_GONE: Final = "Something that it names is not there any more."
_BUILDS_ON: Final = "It builds on a change that is kept beside."


class Replaying:
    """Does the entries of spools in one database."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.touched: dict[tuple[str, str], set[str]] = {}
        """Ids of what was written, by workspace and table."""

    def do(self, entries: Sequence[Entry]) -> None:
        """Do entries in their order; raises Unavailable when the database goes away again."""
        for home, group in groupby(entries, lambda entry: str(entry.data["workspace"])):
            some = tuple(group)
            try:
                self._do(home, some)
            except Unavailable:
                raise
            except ResumeCustomizerError:  # one of them does not go in: each by itself, then
                for each in some:
                    self._do_alone(home, each)

    def _do_alone(self, home: str, entry: Entry) -> None:
        for left in reversed(range(_TRIES)):
            try:
                return self._do(home, (entry,))
            except Conflict:  # somebody else wrote the same at the same moment: what it means is seen the next time
                if not left:
                    return self._keep_all(entry, _TAKEN)
            except Unavailable:
                raise
            except ResumeCustomizerError as fault:
                return self._keep_all(entry, fault.message)
        return None

    def _do(self, home: str, entries: Sequence[Entry]) -> None:
        with self._store.transaction(InWorkspace(home)) as tx:
            for entry in entries:
                if not isinstance(tx, SqlTransaction) or tx.find(ReplayedWork, key=entry.key) is not None:
                    continue
                reasons = [self._apply(tx, change, entry) for change in entry.data["changes"]]
                kept = sum(1 for each in reasons if each)
                self._note(tx, entry, f"{len(reasons)} rows, {kept} of them kept beside")
        for entry in entries:
            for change in entry.data["changes"]:
                self.touched.setdefault((home, change["table"]), set()).add(change["id"])

    def _keep_all(self, entry: Entry, reason: str) -> None:
        """What can't be done at all: every row of it is kept beside."""
        with self._store.transaction(InWorkspace(entry.data["workspace"])) as tx:
            if isinstance(tx, SqlTransaction) and tx.find(ReplayedWork, key=entry.key) is None:
                for change in entry.data["changes"]:
                    self._keep_beside(tx, change, entry, reason)
                self._note(tx, entry, f"all kept beside: {reason}")

    def _note(self, tx: SqlTransaction, entry: Entry, outcome: str) -> None:
        tx.add(ReplayedWork(key=entry.key, outcome=outcome, in_workspace=tx.workspace or None))

    def _apply(self, tx: SqlTransaction, change: dict[str, Any], entry: Entry) -> str:
        """Write one row; says why it is kept beside instead."""
        kind = _BY_NAME[change["table"]]
        row = None if change["row"] is None else kind.typed(change["row"])
        if kind.record_type is AuditHead:
            return ""
        if kind.record_type is AuditEntry:
            self._chain(tx, row or {})
            return ""
        if kind.record_type in COUNTED and row is not None:
            self._count(tx, kind, row, change["counted"] or 0)
            return ""
        reason = self._write(tx, kind, change, row)
        if reason:
            self._keep_beside(tx, change, entry, reason)
        return reason

    def _write(self, tx: SqlTransaction, kind: Kind[Any], change: dict[str, Any], row: dict[str, Any] | None) -> str:
        """Write one row, unless there is a reason not to."""
        there = _find(tx, kind.record_type, change["id"]) if change["seen"] else None
        if row is None and there is None:
            return ""
        if change["seen"]:
            reason = _overtaken(tx, kind, there, change["seen"]) if there else _REMOVED
            if reason:
                return reason
        if row is not None and not _names_only_what_is_there(tx, kind, row):
            return _GONE
        if tx.write_row(RowChange(kind, change["id"], row, change["seen"])):
            return ""
        if change["seen"]:
            return _OVERTAKEN
        return "" if _find(tx, kind.record_type, change["id"]) else _TAKEN

    def _keep_beside(self, tx: SqlTransaction, change: dict[str, Any], entry: Entry, reason: str) -> None:
        kind = _BY_NAME[change["table"]]
        if not kind.is_tenant or kind.record_type in {AuditHead, AuditEntry}:
            return
        tx.add(
            KeptChange(
                of_kind=change["table"],
                of_id=change["id"],
                reason=reason,
                row=change["row"] or {},
                accepted_at=datetime.fromisoformat(entry.accepted_at).astimezone(UTC),
            )
        )

    def _count(self, tx: SqlTransaction, kind: Kind[Any], row: dict[str, Any], by: int) -> None:
        """Count up or down by as much as it was done without the database."""
        column = COUNTED[kind.record_type]
        found = tx.find(kind.record_type, **{name: row[name] for name in kind.unique[0]})
        if found is None:
            tx.write_row(RowChange(kind, row["id"], {**row, column: max(0, by), "version": 1}))
            return
        now = tx.get(kind.record_type, found.id, lock=True)
        counted = {**kind.row(now), column: max(0, getattr(now, column) + by), "version": now.version + 1}
        tx.write_row(RowChange(kind, now.id, counted, now.version))

    def _chain(self, tx: SqlTransaction, row: dict[str, Any]) -> None:
        """An entry of the trail, behind what others have written meanwhile."""
        known = tx.find(AuditHead)
        head = tx.get(AuditHead, known.id, lock=True) if known else tx.add(AuditHead())
        stated = (row["at"], row["actor_id"], row["action"], row["record_kind"], row["record_id"], row["source"])
        entry = append(tx.workspace or INSTALLATION, Head(head.number, head.hash), Event(*stated, row["details"]))
        place = {"number": entry.number, "previous": entry.previous, "hash": entry.hash}
        kinds = {each.record_type: each for each in KINDS}
        tx.write_row(RowChange(kinds[AuditEntry], row["id"], {**row, **place}))
        changed = {**kinds[AuditHead].row(head), "number": entry.number, "hash": entry.hash}
        tx.write_row(RowChange(kinds[AuditHead], head.id, {**changed, "version": head.version + 1}, head.version))


def _find(tx: SqlTransaction, kind: type[Record], record_id: str) -> Record | None:
    try:
        return tx.get(kind, record_id, lock=True)
    except NotFound:
        return None


def _overtaken(tx: SqlTransaction, kind: Kind[Any], there: Record, seen: int) -> str:
    """Whether the database has another version than the one that was changed, or one that only has its number."""
    if there.version != seen:
        return _OVERTAKEN
    kept = tx.list(KeptChange, of_kind=kind.name, of_id=there.id).records if kind.is_tenant else ()
    return _BUILDS_ON if any(each.is_open and each.row.get("version") == seen for each in kept) else ""


def _names_only_what_is_there(tx: SqlTransaction, kind: Kind[Any], row: dict[str, Any]) -> bool:
    try:
        for column, other in kind.names.items():
            if row[column] is not None:
                tx.get(other, row[column])
    except NotFound:
        return False
    return True
