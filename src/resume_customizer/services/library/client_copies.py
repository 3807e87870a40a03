"""Before a file is sent: what it says besides its text, and a copy without contact data and chosen names.

    a customization or a version of a resume  ->  show_metadata()  |  make_copy()  ->  another file, which is not kept

Promises (tests in tests/services/test_client_copies.py):

* Nothing of the person is left in a copy, and the copy says that more than additions were made.
* The resume and the customization stay as they are.
"""

from dataclasses import dataclass

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.resumes import Customization, ResumeVersion
from resume_customizer.resume.anonymous import anonymize
from resume_customizer.resume.metadata import Metadata, read_metadata
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.resumes import ACCEPTED
from resume_customizer.services.ports import Blobs, DocumentWork

_MOST_NAMES = 50


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy for a client."""

    name: str
    content: bytes
    removed: int
    statement: str


class ClientCopies:
    """Copies and reports of stored files."""

    def __init__(self, ground: Ground, blobs: Blobs, documents: DocumentWork) -> None:
        self._ground, self._blobs, self._documents = ground, blobs, documents

    def show_metadata(self, actor: Actor, customization_id: str = "", version_id: str = "") -> Metadata:
        """Author, programs, revision marks, hidden text, comments, tracked changes."""
        actor.require(Action.VIEW_RECORDS)
        return self._documents.call(read_metadata, self._read(actor, customization_id, version_id), ACCEPTED)

    def make_copy(self, actor: Actor, names: tuple[str, ...], customization_id: str = "", version_id: str = "") -> Copy:
        """A copy without contact data and these names; raises PromiseBroken when something is still found."""
        actor.require(Action.CUSTOMIZE)
        if not 0 < len(names) <= _MOST_NAMES:
            raise InvalidInput("bad-count", f"Say 1 to {_MOST_NAMES} names to be taken out, the person's first.")
        content = self._read(actor, customization_id, version_id)
        made = self._documents.call(anonymize, content, names, ACCEPTED)
        with self._ground.inside(actor) as tx:
            kind, named = ("customization", customization_id) if customization_id else ("version", version_id)
            self._ground.record(tx, actor, "client-copy.made", (kind, named), {"removed": made.removed})
        return Copy("resume for client.docx", made.content, made.removed, made.statement)

    def _read(self, actor: Actor, customization_id: str, version_id: str) -> bytes:
        if bool(customization_id) == bool(version_id):
            raise InvalidInput("bad-fields", "Name a customization or a version of a resume, one of both.")
        with self._ground.store.reading(actor) as tx:
            if customization_id:
                digest = tx.get(Customization, customization_id).output_digest
            else:
                digest = tx.get(ResumeVersion, version_id).digest
        return self._blobs.get(actor.workspace_id, digest)
