"""One order carried out: read what it names, work on the document, keep what came of it.

    Order  ->  Making.read()  ->  Prepared  ->  Making.work_out(), in the sandbox  ->  Making.keep(), in a transaction

Services build on this: one customization (services/customizations.py) and portions of a batch (services/batch_work.py).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.records.banks import BankPoint
from resume_customizer.core.records.banks import PointBank as StoredBank
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.resumes import Customization, CustomizationDetail, Resume, ResumeVersion
from resume_customizer.core.tech_stack import Point, PointBank, TechStack
from resume_customizer.core.tiers import Limit
from resume_customizer.services import one_call
from resume_customizer.services.banks import approved_points
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import Blobs, DocumentWork
from resume_customizer.services.resumes import ACCEPTED, corrections_of
from resume_customizer.services.store import Reading, Transaction
from resume_customizer.services.stored_files import keep_file
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
class Prepared:
    """An order with everything that it names, as read from the store."""

    resume: Resume
    version: ResumeVersion
    bank_points: tuple[BankPoint, ...]
    request: one_call.Request


class Making:
    """What it takes to make customizations; the permission is checked by the services."""

    def __init__(self, ground: Ground, blobs: Blobs, documents: DocumentWork) -> None:
        self._ground, self._blobs, self._documents = ground, blobs, documents

    def work_out(self, prepared: Prepared) -> one_call.Answer:
        """The customized document; raises the errors of reading, planning and writing, NothingToPlace."""
        return self._documents.call(one_call.customize, prepared.request)

    def read(self, actor: Actor, order: Order) -> Prepared:
        """Everything that the order names, read without keeping anybody else waiting."""
        with self._ground.store.reading(actor) as tx:
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
        return Prepared(resume, version, points, request)

    def keep(
        self, tx: Transaction, actor: Actor, order: Order, work: Prepared, answer: one_call.Answer
    ) -> Customization:
        """Keep it with all that proves it, in a transaction of the actor's workspace; raises QuotaExceeded."""
        workspace = actor.workspace_id
        use(tx, self._ground, workspace, Limit.CUSTOMIZATIONS)
        certificate = json.dumps(answer.certificate, ensure_ascii=False, indent=1).encode()
        placed = answer.report["placed"]
        before, after = one_call.shares(answer.coverage)
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


def _provenance(actor: Actor, answer: one_call.Answer, work: Prepared) -> Values:
    """Where each placed point comes from: who gave or approved it, who placed it, by which rule and why."""
    rows, points = [], work.bank_points
    for placed in answer.report["placed"]:
        row = {"placed_by": actor.user_id, **placed}
        if 0 < placed["line"] <= len(points):
            point = points[placed["line"] - 1]
            row |= {
                "bank_point": point.id,
                "bank_point_version": point.edition,
                "author": point.author_id,
                "approved_by": point.decided_by,
            }
        rows.append(row)
    corrections = list(corrections_of(work.resume))
    return {"points": rows, "program": answer.certificate.get("tool"), "corrections": corrections}


def _used(provenance: Values, points: tuple[BankPoint, ...]) -> list[BankPoint]:
    named = {row.get("bank_point") for row in provenance["points"]}
    return [point for point in points if point.id in named]
