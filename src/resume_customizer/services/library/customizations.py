"""Stored customizations: one plan applied to one version of one resume, with everything that proves it.

    Order  ->  plan()  ->  a plan that a person may edit  ->  Order with the plan  ->  make()  ->  Customization

Promises (tests in tests/services/test_customizations.py):

* The same work under the same key is done, counted and kept once, whoever asks for it how often.
* The document, its certificate, the plan and where each point came from are kept together, or nothing is.
* From a bank only approved points are taken, and each placed one says which and who approved it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.file_names import clean_file_name, split_ending
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.resumes import Customization, CustomizationDetail, ResumeVersion
from resume_customizer.resume.preview import preview_html
from resume_customizer.services.documents import one_call
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.keeping import Keeping, Work
from resume_customizer.services.library.making import Making, Order, Values
from resume_customizer.services.library.resumes import ACCEPTED, StoredDocument
from resume_customizer.services.library.stored_files import release_file
from resume_customizer.services.library.workspace_technologies import working_for
from resume_customizer.services.ports import Blobs, DocumentWork
from resume_customizer.services.store import Page


@dataclass(frozen=True, slots=True)
class Shown:
    """A customization with its plan and provenance."""

    customization: Customization
    plan: Mapping[str, Any]
    provenance: Mapping[str, Any]


class Customizations:
    """What people do with customizations."""

    def __init__(self, ground: Ground, blobs: Blobs, documents: DocumentWork) -> None:
        self._ground, self._blobs, self._documents = ground, blobs, documents
        self._making, self._keeping = Making(ground, blobs, documents), Keeping(ground, blobs)

    # -------------------------------------------------------------- making

    def plan(self, actor: Actor, order: Order) -> Values:
        """Where each point would go and why, as a plan that can be edited; nothing is kept."""
        actor.require(Action.CUSTOMIZE)
        request = self._making.read(actor, order).request
        with working_for(self._ground, actor):
            return self._documents.call(one_call.plan, request)

    def make(self, actor: Actor, order: Order) -> Customization:
        """Customize and keep the result; the one that is there already for an order whose key was used.

        Raises the errors of reading, planning and writing, NothingToPlace, QuotaExceeded; then nothing is kept.
        """
        actor.require(Action.CUSTOMIZE)
        known = self._known(actor, order)
        if known is not None:
            return known
        work = self._making.read(actor, order)
        with working_for(self._ground, actor):
            made = self._making.work_out(work)
        written = self._keeping.write(actor, [Work(order, work, made)])
        try:
            with self._ground.inside(actor) as tx:
                (kept,) = self._keeping.keep(tx, actor, written)
                details = {"resume": work.resume.name, "placed": kept.placed, "unplaced": kept.unplaced}
                self._ground.record(tx, actor, "customization.made", ("customization", kept.id), details)
                return kept
        except Conflict:
            # Somebody did the same work at the same moment, and was quicker.
            known = self._known(actor, order)
            if known is None:
                raise
            return known

    # -------------------------------------------------------------- looking

    def list_customizations(
        self,
        actor: Actor,
        resume_id: str = "",
        requirement_id: str = "",
        batch_id: str = "",
        after: str = "",
        limit: int = 50,
    ) -> Page[Customization]:
        """One page, the newest first; of one resume, requirement or batch when one is named."""
        actor.require(Action.VIEW_RECORDS)
        named = {"resume_id": resume_id, "requirement_id": requirement_id, "batch_id": batch_id}
        where = {column: value for column, value in named.items() if value}
        if len(where) > 1:
            raise InvalidInput("two-filters", f"Ask by one of {', '.join(where)}, not by several at once.")
        with self._ground.looking(actor) as tx:
            return tx.list(Customization, order="-id", after=after, limit=limit, **where)

    def search_customizations(self, actor: Actor, text: str, after: str = "", limit: int = 50) -> Page[Customization]:
        """Those whose name or technologies have all of the words."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return tx.search(Customization, text, after=after, limit=limit)

    def show_customization(self, actor: Actor, customization_id: str) -> Shown:
        """One, with its plan and provenance."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            found = tx.get(Customization, customization_id)
            detail = tx.find(CustomizationDetail, customization_id=found.id)
        return Shown(found, detail.plan if detail else {}, detail.provenance if detail else {})

    def read_document(self, actor: Actor, customization_id: str) -> StoredDocument:
        """The customized file, under the name that its resume came with."""
        found, version = self._found(actor, customization_id)
        content = self._blobs.get(actor.workspace_id, found.output_digest)
        return StoredDocument(version.file_name, content, found.output_digest)

    def read_original(self, actor: Actor, customization_id: str) -> StoredDocument:
        """The file that it was made from."""
        _, version = self._found(actor, customization_id)
        return StoredDocument(version.file_name, self._blobs.get(actor.workspace_id, version.digest), version.digest)

    def read_certificate(self, actor: Actor, customization_id: str) -> StoredDocument:
        """Its certificate, as JSON."""
        found, version = self._found(actor, customization_id)
        name = clean_file_name(f"{split_ending(version.file_name)[0]}.certificate.json")
        content = self._blobs.get(actor.workspace_id, found.certificate_digest)
        return StoredDocument(name, content, found.certificate_digest)

    def read_tracked(self, actor: Actor, customization_id: str, author: str) -> StoredDocument:
        """The same insertions as tracked changes in a name, made anew from the plan."""
        named = read_name(author, "author's name")
        shown = self.show_customization(actor, customization_id)
        original = self.read_original(actor, customization_id)
        request = one_call.Request(
            original.content,
            plan=dict(shown.plan),
            author=named,
            moment=shown.customization.created_at.replace(microsecond=0),
            permissions=ACCEPTED,
            corrections=shown.provenance.get("corrections", ()),
        )
        answer = self._documents.call(one_call.customize, request)
        digest = str(answer.report["output_sha256"])
        return StoredDocument(original.name, answer.content, digest)

    def preview(self, actor: Actor, customization_id: str) -> str:
        """The document as one HTML page with the new points marked; to be shown in a frame without scripts."""
        document, original = self.read_document(actor, customization_id), self.read_original(actor, customization_id)
        return self._documents.call(preview_html, document.content, original.content, document.name)

    def verify(self, actor: Actor, customization_id: str) -> Values:
        """Whether the kept document is the original plus whole new paragraphs, and what the certificate states."""
        document, original = self.read_document(actor, customization_id), self.read_original(actor, customization_id)
        certificate = self.read_certificate(actor, customization_id)
        return self._documents.call(one_call.verify, original.content, document.content, certificate.content)

    # -------------------------------------------------------------- changing

    def rename(self, actor: Actor, customization_id: str, name: str, seen: int = 0) -> Customization:
        """Another name. `seen` is the version of the record that the person saw; 0 for whatever it is now."""
        actor.require(Action.CHANGE_RECORDS)
        named = read_name(name, "customization's name")
        with self._ground.inside(actor) as tx:
            found = tx.get(Customization, customization_id)
            changed = tx.update(replace(found, name=named, version=seen or found.version))
            self._ground.record(tx, actor, "customization.renamed", ("customization", found.id))
            return changed

    def remove(self, actor: Actor, customization_id: str) -> None:
        """Remove it with its files. Raises Conflict `in-use` while a submission names it."""
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            found = tx.get(Customization, customization_id, lock=True)
            detail = tx.find(CustomizationDetail, customization_id=found.id)
            if detail:
                tx.delete(detail)
            tx.delete(found)
            for digest in (found.output_digest, found.certificate_digest):
                release_file(tx, self._ground, actor.workspace_id, digest)
            details = {"name": found.name}
            self._ground.record(tx, actor, "customization.removed", ("customization", found.id), details)

    # -------------------------------------------------------------- how

    def _known(self, actor: Actor, order: Order) -> Customization | None:
        if not order.key:
            return None
        with self._ground.inside(actor) as tx:
            return tx.find(Customization, key=order.key)

    def _found(self, actor: Actor, customization_id: str) -> tuple[Customization, ResumeVersion]:
        actor.require(Action.VIEW_RECORDS)
        with self._ground.inside(actor) as tx:
            found = tx.get(Customization, customization_id)
            return found, tx.get(ResumeVersion, found.resume_version_id)
