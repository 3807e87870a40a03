"""Files that records name, kept by what they contain: once in each workspace, as long as something names them.

    a service's transaction  ->  keep_file()  ->  the digest that its record holds; counted against the storage
    many: Blobs.put_all(), before the transaction  ->  keep_files(), in it
    a service's transaction  ->  release_file()  ->  one name less; at none, the file may go
    StoredFiles.sweep()  ->  what nothing names is removed

The workspace is locked before a file is written or removed, so that neither overtakes the other.

Promises (tests in tests/services/test_stored_files.py):

* The same content is kept and counted once in a workspace, and again in every other one.
* A file is there as long as a record names it, whoever sweeps meanwhile.
* More than the tier's storage is refused, and nothing is kept.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import NamedTuple

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotFound, UnreadableInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.resumes import StoredFile
from resume_customizer.core.records.work import AuditHead
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.tiers import Limit
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Transaction
from resume_customizer.services.usage import use


def keep_file(tx: Transaction, ground: Ground, blobs: Blobs, workspace_id: str, content: bytes, kind: str) -> str:
    """Keep a file for one record more, in the transaction that writes the record; gives its SHA-256.

    Raises QuotaExceeded. Say release_file() when the record goes.
    """
    digest = sha256(content).hexdigest()
    _one_at_a_time(tx, workspace_id)
    row = _find_locked(tx, digest)
    if row is None or not row.uses:
        _count(tx, ground, workspace_id, len(content))
    if row is None:
        tx.add(StoredFile(digest=digest, size=len(content), kind=kind, uses=1))
    else:
        tx.update(replace(row, uses=row.uses + 1))
    blobs.put(workspace_id, content)
    return digest


class Content(NamedTuple):
    """A file to be kept."""

    digest: str
    """SHA-256 of its bytes."""
    content: bytes
    kind: str


def a_content(content: bytes, kind: str) -> Content:
    """A file to be kept, with its digest."""
    return Content(sha256(content).hexdigest(), content, kind)


def keep_files(tx: Transaction, ground: Ground, blobs: Blobs, workspace_id: str, files: Sequence[Content]) -> None:
    """Keep many files, each for one record more; raises QuotaExceeded.

    Whoever has had them written before (Blobs.put_all) waits for nothing here but for those that a sweep took away.
    """
    _one_at_a_time(tx, workspace_id)
    by_digest = {each.digest: each for each in files}
    uses = Counter(each.digest for each in files)
    rows = {row.digest: row for row in tx.find_all(StoredFile, "digest", by_digest)}
    fresh = [each for digest, each in by_digest.items() if digest not in rows or not rows[digest].uses]
    if fresh:
        _count(tx, ground, workspace_id, sum(len(each.content) for each in fresh))
    tx.update_all(replace(row, uses=row.uses + uses[row.digest]) for row in rows.values())
    tx.add_all(
        StoredFile(digest=each.digest, size=len(each.content), kind=each.kind, uses=uses[each.digest])
        for each in fresh
        if each.digest not in rows
    )
    missing = blobs.list_missing(workspace_id, tuple(by_digest))
    blobs.put_all(workspace_id, [by_digest[digest].content for digest in missing])


def release_file(tx: Transaction, ground: Ground, workspace_id: str, digest: str) -> None:
    """One record less names a file; after the last one its storage is free. One that is not there is no error."""
    _one_at_a_time(tx, workspace_id)
    row = _find_locked(tx, digest)
    if row is None or not row.uses:
        return
    tx.update(replace(row, uses=row.uses - 1))
    if row.uses == 1:
        _count(tx, ground, workspace_id, -row.size)


def _one_at_a_time(tx: Transaction, workspace_id: str) -> None:
    """Whoever keeps, releases or removes a file of the same workspace waits until the end of the transaction."""
    if workspace_id != INSTALLATION:
        tx.get(Workspace, workspace_id, lock=True)
    elif head := tx.find(AuditHead):
        tx.get(AuditHead, head.id, lock=True)


def _find_locked(tx: Transaction, digest: str) -> StoredFile | None:
    found = tx.find(StoredFile, digest=digest)
    try:
        return tx.get(StoredFile, found.id, lock=True) if found else None
    except NotFound:  # removed while we waited for it
        return None


def _count(tx: Transaction, ground: Ground, workspace_id: str, size: int) -> None:
    """Against the workspace's storage; what belongs to no workspace, e.g. the picture of a person, has no limit."""
    if workspace_id != INSTALLATION:
        use(tx, ground, workspace_id, Limit.STORAGE, size)


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep found."""

    kept: int
    removed: int
    """Files that no record names any more."""
    missing: tuple[tuple[str, str], ...]
    """Workspace and SHA-256 of files that records name, and that are not there or damaged."""


class StoredFiles:
    """All files of the installation, for the operator."""

    def __init__(self, ground: Ground, blobs: Blobs) -> None:
        self._ground, self._blobs = ground, blobs

    def sweep(self, actor: Actor) -> Swept:
        """Remove the files that nothing names; leaves the others, and looks whether they are there."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        kept = removed = 0
        missing: list[tuple[str, str]] = []
        for workspace_id in self._homes():
            rows = self._rows(workspace_id)
            for row in rows:
                if row.uses:
                    kept += 1
                    missing += [] if self._is_there(workspace_id, row.digest) else [(workspace_id, row.digest)]
                else:
                    removed += self._remove(workspace_id, row.digest)
            known = {row.digest for row in rows}
            strays = [digest for digest in self._blobs.list_digests(workspace_id) if digest not in known]
            removed += sum(self._remove(workspace_id, digest) for digest in strays)
        return Swept(kept, removed, tuple(missing))

    def _homes(self) -> Iterable[str]:
        with self._ground.outside() as tx:
            return [INSTALLATION, *(workspace.id for workspace in tx.every(Workspace, order="name"))]

    def _rows(self, workspace_id: str) -> list[StoredFile]:
        with self._ground.within(workspace_id) as tx:
            return list(tx.every(StoredFile))

    def _is_there(self, workspace_id: str, digest: str) -> bool:
        try:
            self._blobs.get(workspace_id, digest)
        except (NotFound, UnreadableInput):
            return False
        return True

    def _remove(self, workspace_id: str, digest: str) -> bool:
        """Remove a file, unless somebody keeps it meanwhile."""
        try:
            with self._ground.within(workspace_id) as tx:
                _one_at_a_time(tx, workspace_id)
                row = _find_locked(tx, digest)
                if row and row.uses:
                    return False
                self._blobs.remove(workspace_id, digest)
                if row:
                    tx.delete(row)
        except NotFound:  # the workspace has gone
            return False
        return True
