"""Files at a requirement, a consultant or a submission: rate confirmations, proofs, references.

    attach()  ->  list_attachments(), read_attachment()  ->  remove_attachment()

Promises (tests in tests/services/test_attachments.py):

* A file comes out byte for byte as it came in; what could run is refused.
* What proves a right to represent stays as long as its submission.
"""

from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Attachment, Consultant, Requirement, Submission
from resume_customizer.services.desk_policies import sees
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.resumes import StoredDocument
from resume_customizer.services.library.stored_files import keep_file, release_file
from resume_customizer.services.library.uploads import ATTACHMENTS, check_upload
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Reading

OWNERS: Final[dict[str, type[Any]]] = {
    "requirement": Requirement,
    "consultant": Consultant,
    "submission": Submission,
}
"""What files are kept with."""
_MOST: Final = 200


class Attachments:
    """The attached files of the actor's workspace."""

    def __init__(self, ground: Ground, blobs: Blobs) -> None:
        self._ground, self._blobs = ground, blobs

    def attach(self, actor: Actor, of_kind: str, of_id: str, file_name: str, content: bytes) -> Attachment:
        """Keep a file with a record. Raises UnreadableInput, RefusedInput, QuotaExceeded."""
        actor.require(Action.CHANGE_RECORDS)
        upload = check_upload(file_name, content, ATTACHMENTS)
        self._ground.look_for_viruses(content)
        with self._ground.inside(actor) as tx:
            _check_owner(tx, actor, of_kind, of_id)
            if tx.count(Attachment, of_kind=of_kind, of_id=of_id) >= _MOST:
                raise Conflict("too-many-files", f"There are {_MOST} files here already; remove one first.")
            digest = keep_file(tx, self._ground, self._blobs, actor.workspace_id, content, upload.kind)
            added = tx.add(
                Attachment(
                    of_kind=of_kind,
                    of_id=of_id,
                    name=upload.file_name,
                    digest=digest,
                    size=len(content),
                    added_by=actor.user_id,
                )
            )
            self._ground.record(tx, actor, "attachment.added", (of_kind, of_id), {"file": added.name})
        return added

    def list_attachments(self, actor: Actor, of_kind: str, of_id: str) -> tuple[Attachment, ...]:
        """The files of a record, the first first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            _check_owner(tx, actor, of_kind, of_id)
            return tx.list(Attachment, of_kind=of_kind, of_id=of_id, order="id", limit=_MOST).records

    def read_attachment(self, actor: Actor, attachment_id: str) -> StoredDocument:
        """A file as it came in."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            found = tx.get(Attachment, attachment_id)
            _check_owner(tx, actor, found.of_kind, found.of_id)
        return StoredDocument(found.name, self._blobs.get(actor.workspace_id, found.digest), found.digest)

    def remove_attachment(self, actor: Actor, attachment_id: str) -> None:
        """Remove a file; one that proves a right to represent stays."""
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            found = tx.get(Attachment, attachment_id)
            _check_owner(tx, actor, found.of_kind, found.of_id)
            if found.of_kind == "submission":
                raise Conflict("in-use", "This file proves what was sent or agreed: it stays with its submission.")
            tx.delete(found)
            release_file(tx, self._ground, actor.workspace_id, found.digest)
            self._ground.record(tx, actor, "attachment.removed", (found.of_kind, found.of_id), {"file": found.name})


def _check_owner(tx: Reading, actor: Actor, of_kind: str, of_id: str) -> None:
    """Raise NotFound when there is no such record, or not for this actor."""
    if of_kind not in OWNERS:
        raise InvalidInput("bad-kind", f"Files are kept with one of {', '.join(OWNERS)}.")
    found = tx.get(OWNERS[of_kind], of_id)
    person_id = found.id if of_kind == "consultant" else getattr(found, "consultant_id", "")
    if person_id and not sees(tx, actor, tx.get(Consultant, person_id)):
        tx.get(OWNERS[of_kind], "")
