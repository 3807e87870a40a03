"""Stored resumes and their versions.

    upload()  ->  add_version(), …  ->  inspect_version() | read_version()  ->  the very bytes that came in

Promises (tests in tests/services/test_resumes.py):

* A file comes out byte for byte as it came in; what can't be customized is refused, and nothing of it is kept.
* A new version never replaces an older one, and the same file again makes no new version.
* What is over the tier's limits is refused before anything is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.corrections import corrections_to_json, parse_corrections
from resume_customizer.core.errors import Conflict
from resume_customizer.core.file_names import split_ending
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Consultant
from resume_customizer.core.records.resumes import Customization, Draft, Resume, ResumeVersion
from resume_customizer.core.tiers import Limit
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions
from resume_customizer.resume.reader import read_resume
from resume_customizer.services.documents import one_call
from resume_customizer.services.documents.readings import add_reading, reading_to_text, remove_reading
from resume_customizer.services.documents.reports import notices_to_json
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.stored_files import keep_file, release_file
from resume_customizer.services.library.uploads import check_upload
from resume_customizer.services.ports import Blobs, DocumentWork
from resume_customizer.services.store import Page, Transaction
from resume_customizer.services.usage import use

MOST_TAGS = 20
ACCEPTED = Permissions(macros=True, signature=True)
"""What was accepted when it came in is read without asking again."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A file as it is handed out."""

    name: str
    content: bytes
    digest: str


class Resumes:
    """What people do with stored resumes."""

    def __init__(self, ground: Ground, blobs: Blobs, documents: DocumentWork) -> None:
        self._ground, self._blobs, self._documents = ground, blobs, documents

    # -------------------------------------------------------------- bringing in

    def upload(
        self,
        actor: Actor,
        file_name: str,
        content: bytes,
        consultant_id: str = "",
        permissions: Permissions = NO_PERMISSIONS,
    ) -> Resume:
        """A new resume with its first version, named like its file. Raises the errors of reading, QuotaExceeded."""
        actor.require(Action.CHANGE_RECORDS)
        self._ground.look_for_viruses(content)
        new = self._documents.call(understand, file_name, content, permissions)
        with self._ground.inside(actor) as tx:
            if consultant_id:
                tx.get(Consultant, consultant_id)
            use(tx, self._ground, actor.workspace_id, Limit.RESUMES)
            name = split_ending(new.file_name)[0]
            resume = tx.add(Resume(name=name, consultant_id=consultant_id or None, owner_id=actor.user_id))
            self._ground.record(tx, actor, "resume.uploaded", ("resume", resume.id), {"file": new.file_name})
            return self._with_version(tx, actor, resume, new, content)

    def add_version(
        self,
        actor: Actor,
        resume_id: str,
        file_name: str,
        content: bytes,
        permissions: Permissions = NO_PERMISSIONS,
    ) -> Resume:
        """A new state of a resume; the same file as the newest one changes nothing. Raises the errors of reading."""
        actor.require(Action.CHANGE_RECORDS)
        self._ground.look_for_viruses(content)
        new = self._documents.call(understand, file_name, content, permissions)
        with self._ground.inside(actor) as tx:
            resume = tx.get(Resume, resume_id, lock=True)
            newest = tx.find(ResumeVersion, resume_id=resume.id, number=resume.version_count)
            if newest is not None and newest.digest == new.digest:
                return resume
            details = {"file": new.file_name, "number": resume.version_count + 1}
            self._ground.record(tx, actor, "resume.version-added", ("resume", resume.id), details)
            return self._with_version(tx, actor, resume, new, content)

    # -------------------------------------------------------------- looking

    def list_resumes(
        self, actor: Actor, order: str = "-changed_at", after: str = "", limit: int = 50, consultant_id: str = ""
    ) -> Page[Resume]:
        """One page of the resumes; of one consultant, the newest first, when one is named."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            if consultant_id:
                return tx.list(Resume, order="-id", after=after, limit=limit, consultant_id=consultant_id)
            return tx.list(Resume, order=order, after=after, limit=limit)

    def search_resumes(self, actor: Actor, text: str, after: str = "", limit: int = 50) -> Page[Resume]:
        """Resumes whose name or tags have all of the words."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return tx.search(Resume, text, after=after, limit=limit)

    def show_resume(self, actor: Actor, resume_id: str) -> Resume:
        """One resume."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return tx.get(Resume, resume_id)

    def list_versions(self, actor: Actor, resume_id: str) -> tuple[ResumeVersion, ...]:
        """Its versions, the newest first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            tx.get(Resume, resume_id)
            return tuple(tx.every(ResumeVersion, order="-number", resume_id=resume_id))

    def read_version(self, actor: Actor, version_id: str) -> StoredDocument:
        """The file of a version, as it came in."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            version = tx.get(ResumeVersion, version_id)
        content = self._blobs.get(actor.workspace_id, version.digest)
        return StoredDocument(version.file_name, content, version.digest)

    def inspect_version(self, actor: Actor, version_id: str) -> dict[str, Any]:
        """What is understood of a version, as corrected: the JSON of `inspect`."""
        document = self.read_version(actor, version_id)
        with self._ground.inside(actor) as tx:
            resume = tx.get(Resume, tx.get(ResumeVersion, version_id).resume_id)
        return self._documents.call(one_call.inspect, document.content, ACCEPTED, corrections_of(resume))

    # -------------------------------------------------------------- changing

    def rename(self, actor: Actor, resume_id: str, name: str, seen: int = 0) -> Resume:
        """Another name. `seen` is the version of the record that the person saw; 0 for whatever it is now."""
        named = read_name(name, "resume's name")
        return self._change(actor, resume_id, seen, "resume.renamed", name=named)

    def tag(self, actor: Actor, resume_id: str, tags: Sequence[str], seen: int = 0) -> Resume:
        """Its tags instead of those that it has."""
        named = tuple(dict.fromkeys(read_name(tag, "tag") for tag in tags[: MOST_TAGS + 1]))[:MOST_TAGS]
        return self._change(actor, resume_id, seen, "resume.tagged", tags=named)

    def correct(self, actor: Actor, resume_id: str, corrections: Sequence[object], seen: int = 0) -> Resume:
        """Corrections of how it is understood, instead of those that it has; they hold for later versions too.

        As JSON values, see core/corrections.py; raises InvalidInput `bad-corrections` that names the row.
        """
        parsed = corrections_to_json(parse_corrections(list(corrections)))
        return self._change(actor, resume_id, seen, "resume.corrected", choices={"corrections": parsed})

    def remove(self, actor: Actor, resume_id: str) -> None:
        """Remove a resume with its versions. Raises Conflict `in-use` while there are customizations of it."""
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            resume = tx.get(Resume, resume_id, lock=True)
            made = tx.count(Customization, resume_id=resume.id)
            if made:
                message = f"{made} customizations were made of this resume. Remove them first, or keep it."
                raise Conflict("in-use", message)
            for version in list(tx.every(ResumeVersion, order="number", resume_id=resume.id)):
                for draft in list(tx.every(Draft, resume_version_id=version.id)):
                    tx.update(replace(draft, resume_version_id=None))
                remove_reading(tx, version.id)
                tx.delete(version)
                release_file(tx, self._ground, actor.workspace_id, version.digest)
            tx.delete(resume)
            use(tx, self._ground, actor.workspace_id, Limit.RESUMES, -1)
            self._ground.record(tx, actor, "resume.removed", ("resume", resume.id), {"name": resume.name})

    # -------------------------------------------------------------- how

    def _with_version(self, tx: Transaction, actor: Actor, resume: Resume, new: "Understood", content: bytes) -> Resume:
        digest = keep_file(tx, self._ground, self._blobs, actor.workspace_id, content, "docx")
        number = resume.version_count + 1
        version = tx.add(
            ResumeVersion(
                resume_id=resume.id,
                number=number,
                file_name=new.file_name,
                digest=digest,
                size=len(content),
                uploaded_by=actor.user_id,
                understood={"experiences": new.experiences, "bullets": new.bullets, "notices": new.notices},
            )
        )
        add_reading(tx, version.id, new.reading)
        return tx.update(replace(resume, version_count=number))

    def _change(self, actor: Actor, resume_id: str, seen: int, action: str, **changes: Any) -> Resume:  # noqa: ANN401
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            resume = tx.get(Resume, resume_id)
            changed = tx.update(replace(resume, version=seen or resume.version, **changes))
            self._ground.record(tx, actor, action, ("resume", resume.id))
            return changed


def corrections_of(resume: Resume) -> Sequence[object]:
    """What was corrected of how a resume is understood, as JSON values."""
    kept: Sequence[object] = resume.choices.get("corrections", ())
    return kept


@dataclass(frozen=True, slots=True)
class Understood:
    """What is kept of reading a file."""

    file_name: str
    digest: str
    experiences: int
    bullets: int
    notices: list[dict[str, str]]
    reading: str
    """All of it, as services/documents/readings.py keeps it."""


def understand(file_name: str, content: bytes, permissions: Permissions) -> Understood:
    """Look at an upload and read it; raises the errors of both. To be done where documents are worked on."""
    upload = check_upload(file_name or "resume.docx", content, permissions=permissions)
    document = read_resume(content, permissions)
    bullets = sum(len(each.bullets) for each in document.experiences)
    notices = notices_to_json(dict.fromkeys((*upload.notices, *document.notices)))
    reading = reading_to_text(document)
    return Understood(upload.file_name, document.sha256, len(document.experiences), bullets, notices, reading)
