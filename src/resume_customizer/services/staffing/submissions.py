"""Submissions: one consultant sent for one requirement, with the exact file, once.

    Sending  ->  check()  ->  what stops it and what is shown  ->  submit()  ->  Submission, its lock and its lines
    set_status()  ->  list_submissions(), show(), read_file()

Promises (tests in tests/services/test_submissions.py and tests/services/test_many_submissions.py):

* A consultant is at one end client for one role once, also when many press at the same moment.
* Without the right to represent that the policy wants, nobody is sent, at any door.
* The file that is kept is the one that was sent, byte for byte, whatever becomes of the resume.
* Contradictions to what was sent before are said before anything is sent, and need a person's yes.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import (
    Attachment,
    Consultant,
    Requirement,
    Submission,
    SubmissionLock,
)
from resume_customizer.core.records.resumes import Customization, CustomizationDetail, Resume, ResumeVersion
from resume_customizer.core.staffing.consistency import stated_to_json
from resume_customizer.core.staffing.rates import find_rate
from resume_customizer.core.staffing.requirements import FOLLOWING, Status
from resume_customizer.core.staffing.submissions import SubmissionStatus, check_status, lock_of
from resume_customizer.services.desk_policies import of_own_people, policy_of
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.resumes import StoredDocument
from resume_customizer.services.library.stored_files import keep_file
from resume_customizer.services.library.uploads import ATTACHMENTS, check_upload
from resume_customizer.services.ports import Blobs, DocumentWork
from resume_customizer.services.staffing.consultants import visible_consultant
from resume_customizer.services.staffing.reading_sent import ReadFile, read_sent
from resume_customizer.services.staffing.requirement_moves import move, note
from resume_customizer.services.staffing.sent_lines import lines_to_keep
from resume_customizer.services.staffing.submission_checks import (
    Checked,
    Material,
    Rights,
    check_lock,
    check_rights,
    find_different,
    find_unsigned,
    look_before,
    unsigned_message,
)
from resume_customizer.services.store import Page, Reading, Transaction
from resume_customizer.services.telling import tell_of_submission

KIND: Final = "submission"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What is to be sent, for whom and to whom."""

    requirement_id: str
    consultant_id: str
    customization_id: str = ""
    """The customization whose document is sent; or else a version of a resume."""
    version_id: str = ""
    role: str = ""
    """Where it differs from the requirement's title."""
    rate: str = ""
    tax_term: str = ""
    sent_to: str = ""
    right_to_represent: str = ""
    represented_since: datetime | None = None
    proof_name: str = ""
    proof: bytes = field(default=b"", repr=False)
    accepts_contradictions: bool = False
    """A person has seen them."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a sending names, as read from the store."""

    requirement: Requirement
    consultant: Consultant
    file_name: str
    content: bytes
    provenance: tuple[dict[str, Any], ...]


class Submissions:
    """The submissions of the actor's workspace."""

    def __init__(self, ground: Ground, blobs: Blobs, documents: DocumentWork) -> None:
        self._ground, self._blobs, self._documents = ground, blobs, documents

    # -------------------------------------------------------------- sending

    def check(self, actor: Actor, sending: Sending) -> Checked:
        """What stops a submission, and what should be seen before it; nothing is sent."""
        actor.require(Action.VIEW_RECORDS)
        found = self._found(actor, sending)
        read = self._documents.call(read_sent, found.content)
        with self._ground.store.reading(actor) as tx:
            material = _material(tx, found, sending, read)
            return look_before(tx, material, _rights(sending), self._ground.clock())

    def submit(self, actor: Actor, sending: Sending) -> Submission:
        """Write down that somebody is sent, with the exact file.

        Raises Conflict `double-submission` and `contradictions`, InvalidInput `no-right`, `not-confirmed`,
        `no-client`; then nothing is kept.
        """
        actor.require(Action.CHANGE_RECORDS)
        found = self._found(actor, sending)
        read = self._documents.call(read_sent, found.content)
        proof = check_upload(sending.proof_name, sending.proof, ATTACHMENTS) if sending.proof else None
        if sending.proof:
            self._ground.look_for_viruses(sending.proof)
        try:
            with self._ground.inside(actor) as tx:
                material = _material(tx, found, sending, read)
                self._check(tx, material, sending)
                made = self._keep(tx, actor, sending, found, material)
                if proof:
                    self._attach(tx, actor, made, proof.file_name, proof.content)
        except Conflict as fault:
            if fault.code != "exists-already":
                raise
            with self._ground.store.reading(actor) as tx:  # somebody was quicker by a moment: say who
                check_lock(tx, _material(tx, found, sending, read))
            raise
        return made

    # -------------------------------------------------------------- looking

    def list_submissions(
        self,
        actor: Actor,
        requirement_id: str = "",
        consultant_id: str = "",
        status: str = "",
        after: str = "",
        limit: int = 50,
    ) -> Page[Submission]:
        """One page of the submissions, the newest first."""
        actor.require(Action.VIEW_RECORDS)
        named = {"requirement_id": requirement_id, "consultant_id": consultant_id, "status": status}
        chosen = {name: value for name, value in named.items() if value}
        first = next(iter(chosen), "")
        base = {first: chosen.pop(first)} if first else {}
        with self._ground.store.reading(actor) as tx:
            page = tx.list(Submission, chosen, after=after, limit=limit, **base)
            return of_own_people(tx, actor, page)

    def show(self, actor: Actor, submission_id: str) -> Submission:
        """One submission."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return visible_submission(tx, actor, submission_id)

    def read_file(self, actor: Actor, submission_id: str) -> StoredDocument:
        """The very file that was sent."""
        found = self.show(actor, submission_id)
        content = self._blobs.get(actor.workspace_id, found.file_digest)
        return StoredDocument(found.file_name, content, found.file_digest)

    # -------------------------------------------------------------- changing

    def set_status(self, actor: Actor, submission_id: str, status: str, version: int | None = None) -> Submission:
        """What became of it; withdrawing frees the client and role for another submission. Raises Conflict."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            before = visible_submission(tx, actor, submission_id)
            after = check_status(before.status, status)
            if after == before.status:
                return before
            changed = tx.update(replace(before, status=after.value, version=version or before.version))
            if after is SubmissionStatus.WITHDRAWN:
                for lock in list(tx.every(SubmissionLock, submission_id=before.id)):
                    tx.delete(lock)
            note(tx, actor, changed, KIND, f"{_name(tx, changed)}: {before.status} → {after}")
            details: dict[str, JsonValue] = {"from": before.status, "to": after.value}
            self._ground.record(tx, actor, "submission.moved", (KIND, before.id), details)
            tell_of_submission(tx, self._ground, changed, before.status)
        return changed

    # -------------------------------------------------------------- how

    def _found(self, actor: Actor, sending: Sending) -> _Found:
        """Everything that is named; its own transaction, over before the document is read."""
        if bool(sending.customization_id) == bool(sending.version_id):
            raise InvalidInput("bad-fields", "Name the customization or the version of a resume that is sent.")
        with self._ground.store.reading(actor) as tx:
            requirement = tx.get(Requirement, sending.requirement_id)
            consultant = visible_consultant(tx, actor, sending.consultant_id)
            provenance: tuple[dict[str, Any], ...] = ()
            if sending.customization_id:
                made = tx.get(Customization, sending.customization_id)
                version = tx.get(ResumeVersion, made.resume_version_id)
                detail = tx.find(CustomizationDetail, customization_id=made.id)
                provenance = tuple(detail.provenance.get("points", ())) if detail else ()
                digest = made.output_digest
            else:
                version = tx.get(ResumeVersion, sending.version_id)
                digest = version.digest
            owner = tx.get(Resume, version.resume_id).consultant_id
        if owner is not None and owner != consultant.id:
            message = f"This resume is not {consultant.name}'s: it belongs to another consultant. Nothing was sent."
            raise Conflict("other-person", message, "resume")
        content = self._blobs.get(actor.workspace_id, digest)
        return _Found(requirement, consultant, version.file_name, content, provenance)

    def _check(self, tx: Reading, material: Material, sending: Sending) -> None:
        check_lock(tx, material)
        check_rights(material, _rights(sending))
        unsigned = tuple(find_unsigned(tx, material))
        if unsigned:
            raise InvalidInput("not-confirmed", unsigned_message(unsigned))
        different = find_different(tx, material, self._ground.clock())
        if different and not sending.accepts_contradictions:
            listed = "; ".join(each.sentence for each in different[:5])
            message = f"This differs from what was sent before: {listed}. Mend the resume, or say that it is right."
            raise Conflict("contradictions", message)

    def _keep(self, tx: Transaction, actor: Actor, sending: Sending, found: _Found, material: Material) -> Submission:
        requirement, now = material.requirement, self._ground.clock()
        rate = find_rate(sending.rate) if sending.rate else None
        if sending.rate and rate is None:
            raise InvalidInput("bad-fields", "rate must be an amount like “95.50 USD per hour”.", "rate")
        made = tx.add(
            Submission(
                requirement_id=requirement.id,
                consultant_id=material.consultant.id,
                customization_id=sending.customization_id or None,
                file_digest=keep_file(tx, self._ground, self._blobs, actor.workspace_id, found.content, "docx"),
                file_name=found.file_name,
                role=(sending.role or requirement.title).strip()[:200],
                end_client=requirement.end_client or requirement.client,
                prime_vendor=requirement.prime_vendor,
                vendor_company=requirement.vendor_company,
                right_to_represent=sending.right_to_represent.strip(),
                represented_since=sending.represented_since,
                rate_cents=rate.cents if rate else requirement.rate_cents,
                rate_currency=rate.currency if rate else requirement.rate_currency,
                rate_per=rate.per if rate else requirement.rate_per,
                tax_term=sending.tax_term or requirement.tax_term,
                sent_to=(sending.sent_to or requirement.vendor_email).strip()[:200],
                sent_by=actor.user_id,
                sent_at=now,
                experiences=stated_to_json(material.file.stated),
            )
        )
        tx.add(SubmissionLock(consultant_id=made.consultant_id, submission_id=made.id, **material.lock._asdict()))
        tx.add_all(lines_to_keep(made, material.receiver, material.file.lines, found.provenance))
        note(tx, actor, made, KIND, f"{material.consultant.name} was sent to {made.sent_to or made.end_client}")
        details: dict[str, JsonValue] = {"consultant_id": made.consultant_id, "file": made.file_digest}
        self._ground.record(tx, actor, "submission.sent", (KIND, made.id), details)
        tell_of_submission(tx, self._ground, made)
        current = tx.get(Requirement, requirement.id)
        if Status.SUBMITTED in FOLLOWING[Status(current.status)] and current.status in _BEFORE:
            move(tx, self._ground, actor, current, Status.SUBMITTED)
        return made

    def _attach(self, tx: Transaction, actor: Actor, made: Submission, name: str, content: bytes) -> None:
        digest = keep_file(tx, self._ground, self._blobs, actor.workspace_id, content, "proof")
        tx.add(
            Attachment(of_kind=KIND, of_id=made.id, name=name, digest=digest, size=len(content), added_by=actor.user_id)
        )


_BEFORE: Final = (Status.NEW, Status.WORKING, Status.APPLIED)
"""From here, a submission moves its requirement on."""


def _material(tx: Reading, found: _Found, sending: Sending, read: ReadFile) -> Material:
    lock = lock_of(found.requirement, sending.role)
    return Material(found.requirement, found.consultant, policy_of(tx), lock, read, found.provenance)


def _rights(sending: Sending) -> Rights:
    return Rights(sending.right_to_represent.strip(), sending.represented_since, bool(sending.proof))


def visible_submission(tx: Reading, actor: Actor, submission_id: str) -> Submission:
    """One submission, of a consultant that the actor sees; raises NotFound."""
    found = tx.get(Submission, submission_id)
    visible_consultant(tx, actor, found.consultant_id)
    return found


def _name(tx: Reading, submission: Submission) -> str:
    return tx.get(Consultant, submission.consultant_id).name
