"""Orders carried out: what they name is read, and the documents are worked on.

    Order, …  ->  Making.read()  ->  Prepared, …  ->  Making.work_out(), in the sandbox  ->  Made
    keeping.py keeps it

Services build on this: one customization (customizations.py) and portions of a batch (background/batch_work.py).

Promises (tests in tests/services/test_batches.py and tests/services/test_customizations.py):

* Of many orders one that names nothing that is there costs that order only.
* Many resumes that are too large to be in memory together are not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput, NotFound, ResumeCustomizerError
from resume_customizer.core.points import Point, PointBank, TechStack
from resume_customizer.core.records.banks import BankPoint
from resume_customizer.core.records.banks import PointBank as StoredBank
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.record import Id, Record, is_id
from resume_customizer.core.records.resumes import Resume, ResumeVersion
from resume_customizer.services.documents import made, one_call
from resume_customizer.services.documents.readings import find_readings
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.banks import approved_points
from resume_customizer.services.library.resumes import ACCEPTED, corrections_of
from resume_customizer.services.ports import Blobs, DocumentWork
from resume_customizer.services.store import Reading

R = TypeVar("R", bound=Record)
Result = TypeVar("Result")
Values = dict[str, Any]
_MOST_AT_ONCE: Final = 16_000_000
"""Bytes of resumes in memory; one that is larger is there alone."""


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

    def work_out(self, prepared: Prepared) -> made.Made:
        """The customized document; raises the errors of reading, planning and writing, NothingToPlace."""
        return self._documents.call(made.make, prepared.request)

    def read(self, actor: Actor, order: Order) -> Prepared:
        """Everything that the order names, read without keeping anybody else waiting."""
        (prepared,) = self.read_all(actor, [order])
        if isinstance(prepared, ResumeCustomizerError):
            raise prepared
        return prepared

    def read_all(self, actor: Actor, orders: Sequence[Order]) -> list[Prepared | ResumeCustomizerError]:
        """The same for the first of many orders, as many as may be in memory together, but for one; or why not."""
        with self._ground.store.reading(actor) as tx:
            named = _Named(tx, orders)
            found = [_attempt(lambda order=order: named.what_is_named(order)) for order in orders]
        return self._with_contents(actor, orders, found)

    def _with_contents(
        self, actor: Actor, orders: Sequence[Order], found: "Sequence[_Sources | ResumeCustomizerError]"
    ) -> list[Prepared | ResumeCustomizerError]:
        prepared: list[Prepared | ResumeCustomizerError] = []
        contents: dict[str, bytes] = {}
        texts: dict[str, bytes] = {}
        size = 0
        for order, each in zip(orders, found, strict=True):
            if isinstance(each, ResumeCustomizerError):
                prepared.append(each)
                continue
            size += each.version.size if each.version.digest not in contents else 0
            if prepared and size > _MOST_AT_ONCE:
                break
            prepared.append(_attempt(lambda o=order, e=each: self._prepare(actor, o, e, contents, texts)))
        return prepared

    def _prepare(
        self, actor: Actor, order: Order, named: "_Sources", contents: dict[str, bytes], texts: dict[str, bytes]
    ) -> Prepared:
        digest = named.version.digest
        if digest not in contents:
            contents[digest] = self._blobs.get(actor.workspace_id, digest)
        posting = order.posting or (named.requirement.posting if named.requirement else "")
        request = one_call.Request(
            contents[digest],
            points=_encoded(order.points, texts),
            bank=named.bank,
            source="point bank" if named.bank else "points",
            posting=_encoded(posting, texts),
            rules=order.rules,
            plan=order.plan,
            permissions=ACCEPTED,
            corrections=corrections_of(named.resume),
            reading=named.reading,
        )
        return Prepared(named.resume, named.version, named.points, request)


@dataclass(frozen=True, slots=True)
class _Sources:
    """What one order names, but for the file itself."""

    resume: Resume
    version: ResumeVersion
    requirement: Requirement | None
    points: tuple[BankPoint, ...]
    bank: PointBank | None
    reading: str
    """Of the version, when it was kept."""


class _Named:
    """What many orders name, read together."""

    def __init__(self, tx: Reading, orders: Sequence[Order]) -> None:
        self._tx = tx
        self._versions = _by_id(tx, ResumeVersion, [order.version_id for order in orders])
        self._resumes = _by_id(tx, Resume, [each.resume_id for each in self._versions.values()])
        self._requirements = _by_id(tx, Requirement, [each.requirement_id for each in orders if each.requirement_id])
        self._readings = find_readings(tx, self._versions)
        self._banks: dict[tuple[tuple[str, ...], ...], tuple[BankPoint, ...]] = {}

    def what_is_named(self, order: Order) -> _Sources:
        """Raises NotFound, InvalidInput for banks without points."""
        version = _there(self._versions, order.version_id, "resume version")
        resume = _there(self._resumes, version.resume_id, "resume")
        requirement = None
        if order.requirement_id:
            requirement = _there(self._requirements, order.requirement_id, "requirement")
        points = self._points(order) if order.bank_ids and not order.points else ()
        if order.bank_ids and not order.points and not points and order.plan is None:
            raise InvalidInput("no-points", "The banks have no approved points for this. Approve some first.", "banks")
        bank = _bank_of(points) if points else None
        return _Sources(resume, version, requirement, points, bank, self._readings.get(version.id, ""))

    def _points(self, order: Order) -> tuple[BankPoint, ...]:
        key = (order.bank_ids, order.technologies)
        if key not in self._banks:
            self._banks[key] = tuple(_wanted(self._tx, order))
        return self._banks[key]


def _by_id(tx: Reading, kind: type[R], ids: Sequence[Id]) -> dict[Id, R]:
    return {each.id: each for each in tx.find_all(kind, "id", [each for each in ids if is_id(each)])}


def _there(found: Mapping[Id, R], record_id: Id, what: str) -> R:
    if record_id not in found:
        raise NotFound("not-found", f"There is no such {what}.")
    return found[record_id]


def _attempt(work: Callable[[], Result]) -> Result | ResumeCustomizerError:
    try:
        return work()
    except ResumeCustomizerError as fault:
        return fault


def _encoded(text: str, texts: dict[str, bytes]) -> bytes | None:
    """The text as bytes, the same object for the same text: it is sent to the sandbox once."""
    return texts.setdefault(text, text.encode("utf-8", "replace")) or None


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
