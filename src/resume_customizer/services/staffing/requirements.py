"""Requirements: made from a posting or a form, listed, found, changed, moved from status to status.

    text  ->  propose()  ->  fields with evidence, and what seems to be the same  ->  create()
    list_requirements() | search_requirements() | board()  ->  edit() | edit_many() | move() | remove()

Promises (tests in tests/services/test_requirements.py and tests/contracts/test_requirement_fields.py):

* Every field survives create, read, update and read again, on every store.
* Of two who change the same requirement, the second is told, and nothing is lost.
* Many are changed together or not at all.
* The board counts what the lists show.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.posting import analyze_posting
from resume_customizer.core.records.desk import (
    Assignment,
    Attachment,
    Comment,
    Interview,
    PostingMark,
    Requirement,
    StatusChange,
    Submission,
)
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.core.records.resumes import Customization, Draft
from resume_customizer.core.staffing.duplicates import Likeness, client_key, keyed
from resume_customizer.core.staffing.proposing import Proposal, propose_fields
from resume_customizer.core.staffing.requirements import Status, check_move, read_fields
from resume_customizer.core.text import read_text
from resume_customizer.services.documents.analyzing import analysis_to_json
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.workspace_technologies import working_for
from resume_customizer.services.staffing.requirement_moves import (
    KIND,
    find_alike,
    keep_changed,
    keep_new,
    move,
    note_move,
)
from resume_customizer.services.store import Page, Reading, Transaction, Value
from resume_customizer.services.telling import tell_of_requirement
from resume_customizer.services.versions import check_version

MOST_AT_ONCE: Final = 500
_MOST_MINE: Final = 500
ORDERS: Final = ("-id", "id", "-changed_at", "changed_at", "title", "client", "-priority", "due_at")
"""How lists can be sorted; `-id` is the newest first."""
_LONGEST: Final = 200_000
_HANGING_ON_IT: Final = (Submission, Interview, Customization, OutboxMail)
"""With one of these a requirement stays."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a posting or a vendor's mail says of a requirement."""

    fields: tuple[Proposal, ...]
    analysis: Mapping[str, Any]
    duplicates: tuple[Likeness, ...]
    """Requirements that seem to be the same opening."""
    posting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which requirements are asked for; empty: all."""

    status: str = ""
    client: str = ""
    """The end client or the client, however it is written."""
    vendor_company: str = ""
    source: str = ""
    primary_technology: str = ""
    due_until: datetime | None = None
    order: str = "-id"


@dataclass(frozen=True, slots=True)
class Column:
    """One status of the board."""

    status: Status
    count: int
    requirements: tuple[Requirement, ...]
    """The ones that changed last, or are due first."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What many changes at once did."""

    requirements: tuple[Requirement, ...] = field(repr=False)

    @property
    def count(self) -> int:
        """How many were changed."""
        return len(self.requirements)


class Requirements:
    """The requirements of the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    # -------------------------------------------------------------- making

    def propose(self, actor: Actor, text: str) -> Proposed:
        """Fields for a new requirement as a posting or a vendor's mail says them; nothing is kept."""
        actor.require(Action.VIEW_RECORDS)
        cleaned = read_text(text, "posting").text.strip()
        if not cleaned:
            raise InvalidInput("no-posting", "There is no text. Paste the posting, or the vendor's whole e-mail.")
        if len(cleaned) > _LONGEST:
            message = f"The posting has {len(cleaned):,} characters; {_LONGEST:,} are read."
            raise InvalidInput("posting-too-large", message)
        with working_for(self._ground, actor):
            analysis = analyze_posting(cleaned)
        proposed = propose_fields(analysis)
        said = {each.field: str(each.value) for each in proposed}
        parties: dict[str, Any] = {
            name: said.get(name, "") for name in ("title", "client", "end_client", "vendor_company")
        }
        likely = keyed(Requirement(**parties, posting=cleaned))
        with self._ground.store.reading(actor) as tx:
            alike = find_alike(tx, likely)
        return Proposed(proposed, analysis_to_json(analysis), alike, cleaned)

    def create(self, actor: Actor, fields: Mapping[str, object]) -> Requirement:
        """A new requirement; raises InvalidInput that says everything that is wrong."""
        actor.require(Action.CHANGE_RECORDS)
        read = read_fields({"title": "", **fields})
        with self._ground.inside(actor) as tx:
            return keep_new(tx, self._ground, actor, read)

    # -------------------------------------------------------------- finding

    def show(self, actor: Actor, requirement_id: str) -> Requirement:
        """One requirement; raises NotFound."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return tx.get(Requirement, requirement_id)

    def list_requirements(
        self, actor: Actor, wanted: Wanted | None = None, after: str = "", limit: int = 50
    ) -> Page[Requirement]:
        """One page of the requirements that are wanted."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return _listed(tx, wanted or Wanted(), after, limit)

    def search_requirements(self, actor: Actor, text: str, after: str = "", limit: int = 50) -> Page[Requirement]:
        """The newest requirements that have each word of a text, in title, client, vendor, technologies or posting."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return tx.search(Requirement, text, after=after, limit=limit)

    def list_mine(self, actor: Actor) -> tuple[Requirement, ...]:
        """The requirements that the actor is assigned to, the one that is due first first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            page = tx.list(Assignment, user_id=actor.user_id, limit=_MOST_MINE)
            found = [tx.get(Requirement, each.requirement_id) for each in page.records]
        return tuple(sorted(found, key=lambda each: (each.due_at, each.id)))

    def board(self, actor: Actor, limit: int = 20) -> tuple[Column, ...]:
        """Every status with its count and its first requirements: those that are due first, then the others."""
        actor.require(Action.VIEW_RECORDS)
        choices = [{"status": each.value} for each in Status]
        with self._ground.store.reading(actor) as tx:
            counts = tx.count_by(Requirement, "status")
            found = tx.list_among(Requirement, *choices, order="due_at", most=limit)
        cards: dict[str, list[Requirement]] = {each: [] for each in Status}
        for each in found:
            cards[each.status].append(each)
        return tuple(Column(each, counts.get(each.value, 0), tuple(cards[each])) for each in Status)

    def find_duplicates(self, actor: Actor, requirement_id: str) -> tuple[Likeness, ...]:
        """Requirements that seem to be the same opening, with what says so."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return find_alike(tx, tx.get(Requirement, requirement_id))

    # -------------------------------------------------------------- changing

    def edit(
        self, actor: Actor, requirement_id: str, changes: Mapping[str, object], version: int | None = None
    ) -> Requirement:
        """The requirement with other fields; `version` is the one that was seen. Raises Conflict, InvalidInput."""
        actor.require(Action.CHANGE_RECORDS)
        read = read_fields(changes)
        with self._ground.inside(actor) as tx:
            before = tx.get(Requirement, requirement_id)
            check_version(before.version, version)
            after = keep_changed(tx, actor, before, read)
            details: dict[str, JsonValue] = {"fields": [*sorted(read)]}
            self._ground.record(tx, actor, "requirement.changed", (KIND, before.id), details)
        return after

    def move(self, actor: Actor, requirement_id: str, status: str, version: int | None = None) -> Requirement:
        """The requirement in another status; raises Conflict when that may not follow."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            before = tx.get(Requirement, requirement_id)
            check_version(before.version, version)
            return move(tx, self._ground, actor, before, status)

    def edit_many(
        self, actor: Actor, requirement_ids: tuple[str, ...], changes: Mapping[str, object], status: str = ""
    ) -> Changed:
        """Change fields, status or both of many requirements, all or none; a posting is of one requirement only."""
        actor.require(Action.CHANGE_RECORDS)
        ids = tuple(dict.fromkeys(requirement_ids))
        if not 0 < len(ids) <= MOST_AT_ONCE:
            raise InvalidInput("bad-count", f"Name 1 to {MOST_AT_ONCE} requirements at once; {len(ids)} were named.")
        if "posting" in changes or not (changes or status):
            raise InvalidInput("bad-fields", "Name fields to change, or a status; a posting is changed one by one.")
        read = read_fields(changes)
        with self._ground.inside(actor) as tx:
            changed = tuple(self._edit_one(tx, actor, tx.get(Requirement, each), read, status) for each in ids)
            details: dict[str, JsonValue] = {"ids": [*ids], "fields": [*sorted(read)], "status": status}
            self._ground.record(tx, actor, "requirement.changed-many", details=details)
        return Changed(changed)

    def remove(self, actor: Actor, requirement_id: str) -> None:
        """Remove a requirement with its timeline; raises Conflict when something was planned, made or sent for it.

        Unfinished work that was begun for it goes on without it.
        """
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            found = tx.get(Requirement, requirement_id)
            has_files = tx.count(Attachment, of_kind=KIND, of_id=found.id)
            if has_files or any(tx.count(kind, requirement_id=found.id) for kind in _HANGING_ON_IT):
                message = (
                    "Something was planned, made or sent for this requirement or is attached to it: "
                    "set it to Cancelled instead."
                )
                raise Conflict("in-use", message)
            for draft in list(tx.every(Draft, requirement_id=found.id)):
                tx.update(replace(draft, requirement_id=None))
            for kind in (Comment, Assignment, PostingMark, StatusChange):
                for each in list(tx.every(kind, requirement_id=found.id)):
                    tx.delete(each)
            tx.delete(found)
            self._ground.record(tx, actor, "requirement.removed", (KIND, found.id), {"title": found.title})

    def _edit_one(
        self, tx: Transaction, actor: Actor, before: Requirement, read: Mapping[str, Any], status: str
    ) -> Requirement:
        changes = dict(read)
        after = check_move(before.status, status) if status else None
        if after and after != before.status:
            changes["status"] = after.value
            note_move(tx, actor, before, after, self._ground.clock())
        kept = keep_changed(tx, actor, before, changes)
        if kept.status != before.status:
            tell_of_requirement(tx, self._ground, kept, before.status)
        return kept


def _listed(tx: Reading, wanted: Wanted, after: str, limit: int) -> Page[Requirement]:
    if wanted.order not in ORDERS:
        raise InvalidInput("bad-order", f"Sort by one of {', '.join(ORDERS)}.")
    rest: dict[str, Value] = {
        "client_key": client_key(wanted.client),
        "vendor_company": wanted.vendor_company,
        "primary_technology": wanted.primary_technology,
        "source": wanted.source,
        "status": wanted.status,
    }
    rest = {name: value for name, value in rest.items() if value}
    order = "due_at" if wanted.due_until else wanted.order
    base: dict[str, Value] = {}
    by_status = order.lstrip("-") in {"changed_at", "due_at"}
    first = next(iter(rest), "") if order.lstrip("-") == "id" else "status" if by_status and "status" in rest else ""
    if first:
        base[first] = rest.pop(first)
    return tx.list(Requirement, rest, order=order, after=after, limit=limit, until=wanted.due_until, **base)
