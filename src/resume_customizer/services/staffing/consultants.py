"""Consultants, and whoever else's resumes are looked after; their contact is sealed.

    create()  ->  list_consultants() | search_consultants() | show()  ->  edit() | remove()
    set_adviser()  ->  caseload()  in a career service

Promises (tests in tests/services/test_consultants.py and tests/contracts/test_desk_fields.py):

* Every field survives create, read, update and read again, on every store.
* The contact is nowhere in the store but sealed, and only who may change records reads it.
* In a career service, an adviser sees only the people assigned to them, at every method.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Assignment, Comment, Consultant, SignOff, Submission
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.core.records.workspaces import Membership
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.core.staffing.consultants import PROGRESS, read_consultant
from resume_customizer.services.desk_policies import sees, sees_all
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Page, Reading, Value
from resume_customizer.services.versions import check_version

KIND: Final = "consultant"


@dataclass(frozen=True, slots=True)
class CaseloadLine:
    """One adviser's or one cohort's people, and how far they have come."""

    name: str
    """The cohort; empty for none."""
    people: int
    by_progress: dict[str, int]


class Consultants:
    """The consultants of the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def create(self, actor: Actor, person: Mapping[str, object]) -> Consultant:
        """A new consultant; in a career service, of the adviser who adds them."""
        actor.require(Action.CHANGE_RECORDS)
        read, contact = read_consultant({"name": "", **person})
        consultant_id = new_id()
        with self._ground.inside(actor) as tx:
            made = Consultant(id=consultant_id, **read, contact=self._sealed(consultant_id, contact))
            if not sees_all(tx, actor):
                made = replace(made, adviser_id=actor.user_id)
            added = tx.add(made)
            self._ground.record(tx, actor, "consultant.created", (KIND, added.id))
        return added

    def show(self, actor: Actor, consultant_id: str) -> Consultant:
        """One consultant; raises NotFound."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return visible_consultant(tx, actor, consultant_id)

    def show_contact(self, actor: Actor, consultant_id: str) -> dict[str, str]:
        """E-mail, phone and address; for those who may change records."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.store.reading(actor) as tx:
            found = visible_consultant(tx, actor, consultant_id)
        return self._contact(found)

    def list_consultants(
        self, actor: Actor, status: str = "", cohort: str = "", after: str = "", limit: int = 50
    ) -> Page[Consultant]:
        """One page of the consultants, by name; an adviser of a career service gets their own."""
        actor.require(Action.VIEW_RECORDS)
        chosen: dict[str, Value] = {"status": status, "cohort": cohort}
        chosen = {name: value for name, value in chosen.items() if value}
        with self._ground.store.reading(actor) as tx:
            if not sees_all(tx, actor):
                base: dict[str, Value] = {"adviser_id": actor.user_id}
            else:
                first = next(iter(chosen), "")
                base = {first: chosen.pop(first)} if first else {}
            return tx.list(Consultant, chosen, order="name", after=after, limit=limit, **base)

    def search_consultants(self, actor: Actor, text: str, after: str = "", limit: int = 50) -> Page[Consultant]:
        """Consultants whose name, place, skills, availability, roles or cohort have each word of a text."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            page = tx.search(Consultant, text, after=after, limit=limit)
            if sees_all(tx, actor):
                return page
        return Page(tuple(each for each in page.records if each.adviser_id == actor.user_id), page.next)

    def edit(
        self, actor: Actor, consultant_id: str, person: Mapping[str, object], version: int | None = None
    ) -> Consultant:
        """The consultant with other fields; of the contact, what is not named stays."""
        actor.require(Action.CHANGE_RECORDS)
        read, contact = read_consultant(person)
        with self._ground.inside(actor) as tx:
            before = visible_consultant(tx, actor, consultant_id)
            check_version(before.version, version)
            if contact:
                read["contact"] = self._sealed(before.id, {**self._contact(before), **contact})
            changed = tx.update(replace(before, **read))
            fields: list[JsonValue] = [*sorted({*read, *contact} - {"contact"})]
            self._ground.record(tx, actor, "consultant.changed", (KIND, before.id), {"fields": fields})
        return changed

    def remove(self, actor: Actor, consultant_id: str) -> None:
        """Remove somebody for whom nothing was sent; raises Conflict otherwise."""
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            found = visible_consultant(tx, actor, consultant_id)
            if tx.count(Submission, consultant_id=found.id) or tx.count(Resume, consultant_id=found.id):
                message = "There are resumes of this person, or something was sent: set the status to “left” instead."
                raise Conflict("in-use", message)
            for kind in (Assignment, Comment, SignOff):
                for each in list(tx.every(kind, consultant_id=found.id)):
                    tx.delete(each)
            tx.delete(found)
            self._ground.record(tx, actor, "consultant.removed", (KIND, found.id))

    # -------------------------------------------------------------- career services

    def set_adviser(self, actor: Actor, consultant_id: str, user_id: str) -> Consultant:
        """Assign somebody to another adviser, who is a member; empty for nobody. For owner and admins."""
        actor.require(Action.CHANGE_WORKSPACE)
        with self._ground.inside(actor) as tx:
            before = tx.get(Consultant, consultant_id)
            if user_id and tx.find(Membership, user_id=user_id) is None:
                raise NotFound("no-member", "There is no such member in this workspace.")
            changed = tx.update(replace(before, adviser_id=user_id or None))
            details: dict[str, JsonValue] = {"from": before.adviser_id, "to": user_id}
            self._ground.record(tx, actor, "consultant.adviser-set", (KIND, before.id), details)
        return changed

    def caseload(self, actor: Actor) -> tuple[CaseloadLine, ...]:
        """The people that the actor looks after (all of them for owner and admins), by cohort, with their progress."""
        actor.require(Action.VIEW_RECORDS)
        counts: dict[str, dict[str, int]] = {}
        with self._ground.store.reading(actor) as tx:
            for person in _theirs(tx, actor):
                progress = counts.setdefault(person.cohort, dict.fromkeys(PROGRESS, 0))
                progress[person.progress] = progress.get(person.progress, 0) + 1
        return tuple(CaseloadLine(name, sum(each.values()), each) for name, each in sorted(counts.items()))

    def export_cohort(self, actor: Actor, cohort: str) -> Iterator[str]:
        """One person of a cohort on each line, as JSON, without contact."""
        actor.require(Action.EXPORT_RECORDS)
        if not cohort.strip():
            raise InvalidInput("no-cohort", "Name the cohort to export.")
        with self._ground.inside(actor) as tx:
            people = [each for each in _theirs(tx, actor) if each.cohort == cohort]
            self._ground.record(tx, actor, "consultant.cohort-exported", details={"people": len(people)})
        for each in people:
            values: dict[str, Any] = {
                "id": each.id,
                "name": each.name,
                "cohort": each.cohort,
                "target_roles": list(each.target_roles),
                "progress": each.progress,
                "status": each.status,
                "skills": list(each.skills),
                "adviser_id": each.adviser_id,
            }
            yield json.dumps(values, ensure_ascii=False)

    # -------------------------------------------------------------- contact

    def _sealed(self, consultant_id: str, contact: Mapping[str, str]) -> str:
        kept = {name: value for name, value in contact.items() if value}
        if not kept:
            return ""
        return self._ground.seals.seal(Secret(json.dumps(kept)), _place(consultant_id))

    def _contact(self, consultant: Consultant) -> dict[str, str]:
        if not consultant.contact:
            return {}
        found: dict[str, str] = json.loads(self._ground.seals.open(consultant.contact, _place(consultant.id)).reveal())
        return found


def visible_consultant(tx: Reading, actor: Actor, consultant_id: str) -> Consultant:
    """One consultant that the actor sees; raises NotFound for others, in the same words as for none."""
    found = tx.get(Consultant, consultant_id)
    if not sees(tx, actor, found):
        raise NotFound("not-found", "There is no such consultant.")
    return found


def _theirs(tx: Reading, actor: Actor) -> Iterator[Consultant]:
    if sees_all(tx, actor):
        return tx.every(Consultant, order="name")
    return tx.every(Consultant, order="name", adviser_id=actor.user_id)


def _place(consultant_id: str) -> Place:
    return Place("consultants", "contact", consultant_id)
