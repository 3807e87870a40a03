"""Customizations that were made are kept, with all that proves them: one, or many in one transaction.

    Work, …  ->  Keeping.write(): their files, before anybody is kept waiting
             ->  Keeping.keep(), in a transaction: records, names of files, what is used of the tier, uses of points

Promises (tests in tests/services/test_customizations.py and tests/services/test_batches.py):

* The document, its certificate, the plan and where each point came from are kept together, or nothing is.
* Many are counted, one by one, as if each had been made alone.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.banks import BankPoint
from resume_customizer.core.records.resumes import Customization, CustomizationDetail
from resume_customizer.core.tiers import Limit
from resume_customizer.services.documents.made import Made
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.making import Order, Prepared
from resume_customizer.services.library.resumes import corrections_of
from resume_customizer.services.library.stored_files import Content, a_content, keep_files
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Transaction
from resume_customizer.services.usage import use

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Work:
    """An order that was carried out."""

    order: Order
    prepared: Prepared
    made: Made


@dataclass(frozen=True, slots=True)
class Written:
    """The same with its files, which are on the disk already."""

    work: Work
    document: Content
    certificate: Content


class Keeping:
    """What it takes to keep customizations; the permission is checked by the services."""

    def __init__(self, ground: Ground, blobs: Blobs) -> None:
        self._ground, self._blobs = ground, blobs

    def write(self, actor: Actor, works: Sequence[Work]) -> list[Written]:
        """Write their files; what is not kept after that, the next sweep removes."""
        written = [
            Written(each, a_content(each.made.content, "docx"), a_content(each.made.certificate, "json"))
            for each in works
        ]
        files = [file.content for each in written for file in (each.document, each.certificate)]
        self._blobs.put_all(actor.workspace_id, files)
        return written

    def keep(self, tx: Transaction, actor: Actor, written: Sequence[Written]) -> tuple[Customization, ...]:
        """Keep all of them in a transaction of the actor's workspace; raises QuotaExceeded, Conflict for a key."""
        use(tx, self._ground, actor.workspace_id, Limit.CUSTOMIZATIONS, len(written))
        files = [file for each in written for file in (each.document, each.certificate)]
        keep_files(tx, self._ground, self._blobs, actor.workspace_id, files)
        kept = tx.add_all(_record(actor, each) for each in written)
        proofs = [_provenance(actor, each.work) for each in written]
        tx.add_all(
            CustomizationDetail(customization_id=each.id, plan=one.work.made.plan, provenance=proof)
            for each, one, proof in zip(kept, written, proofs, strict=True)
        )
        _count_uses(tx, proofs)
        return kept


def _record(actor: Actor, written: Written) -> Customization:
    order, work, made = written.work.order, written.work.prepared, written.work.made
    return Customization(
        name=read_name(order.name or work.resume.name, "customization's name"),
        key=order.key or None,
        resume_id=work.resume.id,
        resume_version_id=work.version.id,
        requirement_id=order.requirement_id or None,
        batch_id=order.batch_id or None,
        made_by=actor.user_id,
        placed=len(made.placed),
        unplaced=made.unplaced,
        coverage_before=made.coverage_before,
        coverage_after=made.coverage_after,
        output_digest=written.document.digest,
        certificate_digest=written.certificate.digest,
        technologies=", ".join(dict.fromkeys(each["technology"] for each in made.placed if each["technology"])),
    )


def _provenance(actor: Actor, work: Work) -> Values:
    """Where each placed point comes from: who gave or approved it, who placed it, by which rule and why."""
    rows, points = [], work.prepared.bank_points
    for placed in work.made.placed:
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
    corrections = list(corrections_of(work.prepared.resume))
    return {"points": rows, "program": work.made.program, "corrections": corrections}


def _count_uses(tx: Transaction, proofs: Sequence[Values]) -> None:
    """Each point of a bank counts the customizations that it is in."""
    named = [{row["bank_point"] for row in proof["points"] if "bank_point" in row} for proof in proofs]
    uses = Counter(point for points in named for point in points)
    for point_id in sorted(uses):  # one order for everybody, so that nobody waits for each other
        point = tx.get(BankPoint, point_id, lock=True)
        tx.update(replace(point, uses=point.uses + uses[point_id]))
