"""Point banks: the stored points of a workspace, a consultant or a user, and which of them people approved.

    import_points() | add_point()  ->  proposed or approved  ->  approve() | reject()  ->  what a resume may get

Promises (tests in tests/services/test_banks.py):

* Only points that a person approved are handed to a customization.
* The same point is kept once in a bank for a technology, however often it is imported.
* A point whose words are changed has to be approved again, by somebody who may; it says who gave the words it has.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.bank_points import point_key, read_point, read_technology
from resume_customizer.core.errors import Conflict, InvalidInput, QuotaExceeded
from resume_customizer.core.notices import Notice
from resume_customizer.core.permissions import Action
from resume_customizer.core.planning.similarity import find_repeats
from resume_customizer.core.points import TechStack
from resume_customizer.core.records.banks import Approval, BankPoint, PointBank
from resume_customizer.core.records.desk import Consultant
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import DocumentWork
from resume_customizer.services.store import Page, Reading, Transaction

MOST_POINTS = 20_000
"""In one bank."""
MOST_COMPARED = 3_000
"""Points that are compared with each other in one go."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: int
    known: int
    """Points that the bank had already."""
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two points of a bank that say nearly the same."""

    point: BankPoint
    other: BankPoint


class Banks:
    """What people do with point banks."""

    def __init__(self, ground: Ground, documents: DocumentWork) -> None:
        self._ground, self._documents = ground, documents

    # -------------------------------------------------------------- banks

    def create(self, actor: Actor, name: str, consultant_id: str = "") -> PointBank:
        """A new bank, of a consultant when one is named."""
        actor.require(Action.CHANGE_RECORDS)
        named = read_name(name, "bank's name")
        with self._ground.inside(actor) as tx:
            if consultant_id:
                tx.get(Consultant, consultant_id)
            bank = tx.add(PointBank(name=named, consultant_id=consultant_id or None, owner_id=actor.user_id))
            self._ground.record(tx, actor, "bank.created", ("bank", bank.id), {"name": named})
            return bank

    def list_banks(self, actor: Actor, after: str = "", limit: int = 50, consultant_id: str = "") -> Page[PointBank]:
        """One page of the banks, by name; of one consultant, the newest first, when one is named."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            if consultant_id:
                return tx.list(PointBank, order="-id", after=after, limit=limit, consultant_id=consultant_id)
            return tx.list(PointBank, order="name", after=after, limit=limit)

    def show_bank(self, actor: Actor, bank_id: str) -> PointBank:
        """One bank."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return tx.get(PointBank, bank_id)

    def rename(self, actor: Actor, bank_id: str, name: str, seen: int = 0) -> PointBank:
        """Another name. `seen` is the version of the record that the person saw; 0 for whatever it is now."""
        actor.require(Action.CHANGE_RECORDS)
        named = read_name(name, "bank's name")
        with self._ground.inside(actor) as tx:
            bank = tx.get(PointBank, bank_id)
            changed = tx.update(replace(bank, name=named, version=seen or bank.version))
            self._ground.record(tx, actor, "bank.renamed", ("bank", bank.id), {"name": named})
            return changed

    def remove(self, actor: Actor, bank_id: str) -> None:
        """Remove a bank with its points; documents that were made with them stay as they are."""
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            bank = tx.get(PointBank, bank_id, lock=True)
            for point in list(tx.every(BankPoint, bank_id=bank.id)):
                tx.delete(point)
            tx.delete(bank)
            self._ground.record(tx, actor, "bank.removed", ("bank", bank.id), {"name": bank.name})

    # -------------------------------------------------------------- points come in

    def import_points(
        self, actor: Actor, bank_id: str, text: bytes | str, file_name: str = "", approval: Approval | None = None
    ) -> Imported:
        """Add the points of a tech-stack text in any accepted shape; raises InvalidInput that names the line.

        They are approved when the actor may approve; `approval` PROPOSED makes them wait for somebody else.
        """
        actor.require(Action.CHANGE_RECORDS)
        parsed = self._documents.call(parse_tech_stack, text, file_name=file_name)
        with self._ground.inside(actor) as tx:
            bank = tx.get(PointBank, bank_id, lock=True)
            known = {(each.technology.casefold(), each.text_key) for each in tx.every(BankPoint, bank_id=bank.id)}
            new, notices = self._new_points(actor, bank, parsed.stacks, approval)
            fresh = {key: point for point in new if (key := (point.technology.casefold(), point.text_key)) not in known}
            _check_room(len(known) + len(fresh))
            tx.add_all(fresh.values())
            if fresh:
                details = {"points": len(fresh)}
                self._ground.record(tx, actor, "bank.points-imported", ("bank", bank.id), details)
        return Imported(len(fresh), len(new) - len(fresh), (*parsed.notices, *notices))

    def add_point(self, actor: Actor, bank_id: str, technology: str, text: str) -> BankPoint:
        """One more point; approved when the actor may approve. Raises Conflict `known-point`."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            bank = tx.get(PointBank, bank_id, lock=True)
            _check_room(tx.count(BankPoint, bank_id=bank.id) + 1)
            point = self._point(actor, bank.id, technology, text, "typed", None)
            self._refuse_known(tx, point)
            added = tx.add(point)
            self._ground.record(tx, actor, "point.added", ("point", added.id))
            return added

    def _new_points(
        self, actor: Actor, bank: PointBank, stacks: tuple[TechStack, ...], approval: Approval | None
    ) -> tuple[list[BankPoint], list[Notice]]:
        points, notices = [], []
        for stack in stacks:
            for point in stack.points:
                try:
                    points.append(self._point(actor, bank.id, stack.technology, point.text, "imported", approval))
                except InvalidInput as fault:
                    notices.append(Notice(fault.code, f"Left out: {fault.message}", f"line {point.line}"))
        return points, notices

    def _point(
        self, actor: Actor, bank_id: str, technology: str, text: str, origin: str, approval: Approval | None
    ) -> BankPoint:
        said = read_point(text)
        may_approve = actor.may(Action.APPROVE_POINTS) and approval in {None, Approval.APPROVED}
        return BankPoint(
            bank_id=bank_id,
            technology=read_technology(technology),
            text=said,
            text_key=point_key(said),
            author_id=actor.user_id,
            origin=origin,
            approval=Approval.APPROVED if may_approve else Approval.PROPOSED,
            decided_by=actor.user_id if may_approve else None,
            decided_at=self._ground.clock() if may_approve else None,
        )

    # -------------------------------------------------------------- points are seen

    def list_points(
        self,
        actor: Actor,
        bank_id: str,
        technology: str = "",
        approval: Approval | None = None,
        after: str = "",
        limit: int = 50,
    ) -> Page[BankPoint]:
        """One page of a bank's points by technology; of one technology or one approval, the newest first."""
        actor.require(Action.VIEW_RECORDS)
        narrower = {"technology": technology} if technology else {"approval": approval.value} if approval else {}
        order = "-id" if narrower else "technology"
        with self._ground.store.reading(actor) as tx:
            found = tx.list(BankPoint, order=order, after=after, limit=limit, bank_id=bank_id, **narrower)
            if not found.records:  # who sees points of a bank sees the bank
                tx.get(PointBank, bank_id)
            return found

    def search_points(self, actor: Actor, text: str, after: str = "", limit: int = 50) -> Page[BankPoint]:
        """Points of all banks in which each word begins a word of the point, its technology or its tags."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return tx.search(BankPoint, text, after=after, limit=limit)

    def show_point(self, actor: Actor, point_id: str) -> BankPoint:
        """One point."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return tx.get(BankPoint, point_id)

    def list_technologies(self, actor: Actor, bank_id: str) -> dict[str, int]:
        """The technologies of a bank, in the order of their names, with the number of points of each."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            tx.get(PointBank, bank_id)
            counted = tx.count_by(BankPoint, "technology", bank_id=bank_id)
        return dict(sorted(counted.items(), key=lambda each: each[0].casefold()))

    def similar_points(self, actor: Actor, bank_id: str) -> tuple[Alike, ...]:
        """Pairs of points of a bank that say nearly the same; of its first thousands when there are more."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            tx.get(PointBank, bank_id)
            points = list(islice(tx.every(BankPoint, bank_id=bank_id), MOST_COMPARED))
        return tuple(_alike(points))

    def export_points(self, actor: Actor, bank_id: str) -> str:
        """The bank as tech-stack text that can be imported again."""
        actor.require(Action.EXPORT_RECORDS)
        with self._ground.inside(actor) as tx:
            bank = tx.get(PointBank, bank_id)
            by_technology: dict[str, list[str]] = {}
            for point in tx.every(BankPoint, order="technology", bank_id=bank_id):
                by_technology.setdefault(point.technology, []).append(f"• {point.text}")
            self._ground.record(tx, actor, "bank.exported", ("bank", bank.id))
        blocks = ("\n".join((name, *lines)) for name, lines in by_technology.items())
        return "\n\n".join(blocks) + "\n" if by_technology else ""

    # -------------------------------------------------------------- points change

    def edit_point(self, actor: Actor, point_id: str, technology: str, text: str, seen: int = 0) -> BankPoint:
        """Other words or another technology; it is approved anew, or waits when the actor may not approve."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            before = tx.get(BankPoint, point_id)
            new = self._point(actor, before.bank_id, technology, text, before.origin, None)
            if (new.technology, new.text_key) != (before.technology, before.text_key):
                self._refuse_known(tx, new)
            is_other = (new.technology, new.text) != (before.technology, before.text)
            changed = tx.update(
                replace(
                    before,
                    technology=new.technology,
                    text=new.text,
                    text_key=new.text_key,
                    author_id=new.author_id if is_other else before.author_id,
                    edition=before.edition + is_other,
                    approval=new.approval,
                    decided_by=new.decided_by,
                    decided_at=new.decided_at,
                    version=seen or before.version,
                )
            )
            details = {"before": before.text, "after": changed.text}
            self._ground.record(tx, actor, "point.edited", ("point", before.id), details)
            return changed

    def approve(self, actor: Actor, point_ids: Collection[str]) -> int:
        """Let points reach documents; says how many changed."""
        return self._decide(actor, point_ids, Approval.APPROVED)

    def reject(self, actor: Actor, point_ids: Collection[str]) -> int:
        """Keep points out of documents; says how many changed."""
        return self._decide(actor, point_ids, Approval.REJECTED)

    def remove_point(self, actor: Actor, point_id: str) -> None:
        """Remove a point; documents that have it stay as they are."""
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            point = tx.get(BankPoint, point_id)
            tx.delete(point)
            self._ground.record(tx, actor, "point.removed", ("point", point.id), {"text": point.text})

    def _decide(self, actor: Actor, point_ids: Collection[str], approval: Approval) -> int:
        actor.require(Action.APPROVE_POINTS)
        changed = 0
        with self._ground.inside(actor) as tx:
            for point_id in dict.fromkeys(point_ids):
                point = tx.get(BankPoint, point_id)
                if point.approval is approval:
                    continue
                decided = replace(point, approval=approval, decided_by=actor.user_id, decided_at=self._ground.clock())
                tx.update(decided)
                self._ground.record(tx, actor, f"point.{approval.value}", ("point", point.id))
                changed += 1
        return changed

    @staticmethod
    def _refuse_known(tx: Transaction, point: BankPoint) -> None:
        if tx.find(BankPoint, bank_id=point.bank_id, technology=point.technology, text_key=point.text_key):
            raise Conflict("known-point", f"The bank has this point for {point.technology or 'no technology'} already.")


def approved_points(tx: Reading, bank_id: str) -> Iterator[BankPoint]:
    """The points of a bank that may reach documents, by technology in the order of their age."""
    return (each for each in tx.every(BankPoint, order="technology", bank_id=bank_id) if _is_approved(each))


def _is_approved(point: BankPoint) -> bool:
    return point.approval is Approval.APPROVED


def _check_room(points: int) -> None:
    if points > MOST_POINTS:
        message = (
            f"A bank holds {MOST_POINTS:,} points, and this makes {points:,}. Nothing was added; use another bank."
        )
        raise QuotaExceeded("full-bank", message)


def _alike(points: list[BankPoint]) -> Iterator[Alike]:
    repeats = find_repeats(tuple(point.text for point in points))
    return (Alike(points[later], points[earlier]) for later, earlier in repeats.items())
