"""Stored customizations: one plan applied to one version of one resume, with everything that proves it.

    Order  ->  plan()  ->  a plan that a person may edit  ->  Order with the plan  ->  make()  ->  Customization

Promises (tests in tests/services/test_customizations.py):

* The same work under the same key is done, counted and kept once, whoever asks for it how often.
* The document, its certificate, the plan and where each point came from are kept together, or nothing is.
* From a bank only approved points are taken, and each placed one says which and who approved it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.file_names import clean_file_name, split_ending
from resume_customizer.core.needs import Coverage
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.banks import BankPoint
from resume_customizer.core.records.banks import PointBank as StoredBank
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.resumes import Customization, CustomizationDetail, Resume, ResumeVersion
from resume_customizer.core.tech_stack import Point, PointBank, TechStack
from resume_customizer.core.tiers import Limit
from resume_customizer.resume.preview import preview_html
from resume_customizer.services import one_call
from resume_customizer.services.banks import approved_points
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import Blobs, DocumentWork
from resume_customizer.services.resumes import ACCEPTED, StoredDocument, corrections_of
from resume_customizer.services.store import Page, Reading, Transaction
from resume_customizer.services.stored_files import keep_file, release_file
from resume_customizer.services.usage import use

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of one version of a resume."""

    version_id: str
    points: str = ""
    """Tech-stack text, as a person types it."""
    bank_ids: tuple[str, ...] = ()
    """Banks whose approved points are taken, when there is no text."""
    technologies: tuple[str, ...] = ()
    """Only the points of these technologies of the banks; empty for all."""
    posting: str = ""
    requirement_id: str = ""
    """The requirement that it is for; its posting counts when none is given."""
    rules: Mapping[str, Any] | None = None
    plan: Mapping[str, Any] | None = None
    """A plan made before, perhaps edited."""
    name: str = ""
    key: str = ""
    """The same key is the same work."""
    batch_id: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A customization with its plan and provenance."""

    customization: Customization
    plan: Mapping[str, Any]
    provenance: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Work:
    """An order with everything that it names, as read from the store."""

    resume: Resume
    version: ResumeVersion
    bank_points: tuple[BankPoint, ...]
    request: one_call.Request


class Customizations:
    """What people do with customizations."""

    def __init__(self, ground: Ground, blobs: Blobs, documents: DocumentWork) -> None:
        self._ground, self._blobs, self._documents = ground, blobs, documents

    # -------------------------------------------------------------- making

    def plan(self, actor: Actor, order: Order) -> Values:
        """Where each point would go and why, as a plan that can be edited; nothing is kept."""
        actor.require(Action.CUSTOMIZE)
        return self._documents.call(one_call.plan, self._read(actor, order).request)

    def make(self, actor: Actor, order: Order) -> Customization:
        """Customize and keep the result; the one that is there already for an order whose key was used.

        Raises the errors of reading, planning and writing, NothingToPlace, QuotaExceeded; then nothing is kept.
        """
        actor.require(Action.CUSTOMIZE)
        known = self._known(actor, order)
        if known is not None:
            return known
        work = self._read(actor, order)
        answer = self._documents.call(one_call.customize, work.request)
        try:
            with self._ground.inside(actor) as tx:
                return self._keep(tx, actor, order, work, answer)
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
        with self._ground.inside(actor) as tx:
            return tx.list(Customization, order="-id", after=after, limit=limit, **where)

    def search_customizations(self, actor: Actor, text: str, after: str = "", limit: int = 50) -> Page[Customization]:
        """Those whose name or technologies have all of the words."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.inside(actor) as tx:
            return tx.search(Customization, text, after=after, limit=limit)

    def show_customization(self, actor: Actor, customization_id: str) -> Shown:
        """One, with its plan and provenance."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.inside(actor) as tx:
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

    def _read(self, actor: Actor, order: Order) -> _Work:
        """Everything that the order names; its own transaction, over before the document is worked on."""
        with self._ground.inside(actor) as tx:
            version = tx.get(ResumeVersion, order.version_id)
            resume = tx.get(Resume, version.resume_id)
            points = tuple(_wanted(tx, order)) if order.bank_ids and not order.points else ()
            requirement = tx.get(Requirement, order.requirement_id) if order.requirement_id else None
        posting = order.posting or (requirement.posting if requirement else "")
        if order.bank_ids and not order.points and not points and order.plan is None:
            raise InvalidInput("no-points", "The banks have no approved points for this. Approve some first.", "banks")
        request = one_call.Request(
            self._blobs.get(actor.workspace_id, version.digest),
            points=order.points.encode("utf-8", "replace") or None,
            bank=_bank_of(points) if points else None,
            source="point bank" if points else "points",
            posting=posting.encode("utf-8", "replace") or None,
            rules=order.rules,
            plan=order.plan,
            permissions=ACCEPTED,
            corrections=corrections_of(resume),
        )
        return _Work(resume, version, points, request)

    def _keep(self, tx: Transaction, actor: Actor, order: Order, work: _Work, answer: one_call.Answer) -> Customization:
        workspace = actor.workspace_id
        use(tx, self._ground, workspace, Limit.CUSTOMIZATIONS)
        certificate = json.dumps(answer.certificate, ensure_ascii=False, indent=1).encode()
        placed = answer.report["placed"]
        before, after = _shares(answer.coverage)
        made = tx.add(
            Customization(
                name=read_name(order.name or work.resume.name, "customization's name"),
                key=order.key or None,
                resume_id=work.resume.id,
                resume_version_id=work.version.id,
                requirement_id=order.requirement_id or None,
                batch_id=order.batch_id or None,
                made_by=actor.user_id,
                placed=len(placed),
                unplaced=len(answer.report["unplaced"]),
                coverage_before=before,
                coverage_after=after,
                output_digest=keep_file(tx, self._ground, self._blobs, workspace, answer.content, "docx"),
                certificate_digest=keep_file(tx, self._ground, self._blobs, workspace, certificate, "json"),
                technologies=", ".join(dict.fromkeys(each["technology"] for each in placed if each["technology"])),
            )
        )
        provenance = _provenance(actor, answer, work)
        tx.add(CustomizationDetail(customization_id=made.id, plan=answer.plan, provenance=provenance))
        for point in _used(provenance, work.bank_points):
            tx.update(replace(tx.get(BankPoint, point.id, lock=True), uses=point.uses + 1))
        details = {"resume": work.resume.name, "placed": made.placed, "unplaced": made.unplaced}
        self._ground.record(tx, actor, "customization.made", ("customization", made.id), details)
        return made


def _wanted(tx: Reading, order: Order) -> "list[BankPoint]":
    names = {name.casefold() for name in order.technologies}
    found: list[BankPoint] = []
    for bank_id in dict.fromkeys(order.bank_ids):
        tx.get(StoredBank, bank_id)
        found += [each for each in approved_points(tx, bank_id) if not names or each.technology.casefold() in names]
    return found


def _bank_of(points: tuple[BankPoint, ...]) -> PointBank:
    """As points to place; the line of each is its position, from 1, so that it can be found again."""
    stacks: dict[str, list[Point]] = {}
    for line, point in enumerate(points, 1):
        stacks.setdefault(point.technology, []).append(Point(point.text, line))
    return PointBank(tuple(TechStack(name, tuple(each)) for name, each in stacks.items()))


def _provenance(actor: Actor, answer: one_call.Answer, work: _Work) -> Values:
    """Where each placed point comes from: who gave or approved it, who placed it, by which rule and why."""
    rows, points = [], work.bank_points
    for placed in answer.report["placed"]:
        row = {"placed_by": actor.user_id, **placed}
        if 0 < placed["line"] <= len(points):
            point = points[placed["line"] - 1]
            row |= {"bank_point": point.id, "bank_point_version": point.version, "approved_by": point.decided_by}
        rows.append(row)
    corrections = list(corrections_of(work.resume))
    return {"points": rows, "program": answer.certificate.get("tool"), "corrections": corrections}


def _used(provenance: Values, points: tuple[BankPoint, ...]) -> list[BankPoint]:
    named = {row.get("bank_point") for row in provenance["points"]}
    return [point for point in points if point.id in named]


def _shares(coverage: Coverage | None) -> tuple[int, int]:
    """How many needs are shown before and after, in tenths of a percent; 0 without any."""
    rows = coverage.rows if coverage else ()
    if not rows:
        return 0, 0
    before, after = sum(row.before == "shown" for row in rows), sum(row.after == "shown" for row in rows)
    return 1000 * before // len(rows), 1000 * after // len(rows)
