"""Every line that was sent: where it comes from, to whom it went, and whether others sent the same.

    a submission's file + provenance of its customization  ->  lines_to_keep()  ->  SentLine, … in its transaction
    lines that are to be sent  ->  find_repeats()  ->  the same lines of other consultants at the same client or vendor
    SentLines.find_sent()  ->  every sent resume with a point

Promises (tests in tests/services/test_sent_lines.py):

* Every line of the file is kept with the submission; those that were inserted say their point, who approved and
  who placed it, and why.
* The same line for another consultant to the same client or vendor within the agreed days is found, an older one not.
* What is proposed instead is approved, of the same technology, and was not sent there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.mentions import first_mentions
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.banks import Approval, BankPoint
from resume_customizer.core.records.desk import Consultant, SentLine, Submission
from resume_customizer.core.sent_lines import marks_of_line, says_the_same
from resume_customizer.services.desk_policies import sees, sees_all
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Reading, Value

_MOST_CANDIDATES: Final = 40
_MOST_PROPOSED: Final = 3
_MOST_LOOKED_AT: Final = 60
_MOST_TECHNOLOGIES: Final = 4


@dataclass(frozen=True, slots=True)
class Receiver:
    """To whom something goes."""

    client_key: str
    vendor_key: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A line that somebody else has sent there."""

    line: str
    other_line: str
    consultant_id: str
    consultant: str
    submission_id: str
    receiver: str
    """`client` or `vendor`."""
    sent_at: datetime
    proposals: tuple[str, ...] = ()
    """Approved points of the same technology that were not sent there."""


@dataclass(frozen=True, slots=True)
class SentUse:
    """One sent resume that holds a point."""

    line: SentLine
    submission: Submission
    consultant: str


@dataclass(frozen=True, slots=True)
class SentPage:
    """Some of the sent resumes that hold a point."""

    uses: tuple[SentUse, ...]
    next: str
    """What to ask for the next page with; empty: this is the last one."""


class SentLines:
    """What was sent from the actor's workspace, line by line."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_sent_lines(self, actor: Actor, submission_id: str) -> tuple[SentLine, ...]:
        """Every line of what was sent, each with where it comes from."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            found = tx.get(Submission, submission_id)
            if not sees(tx, actor, tx.get(Consultant, found.consultant_id)):
                return ()
            return tuple(tx.every(SentLine, submission_id=found.id))

    def find_sent(
        self, actor: Actor, point_id: str = "", text: str = "", after: str = "", limit: int = 100
    ) -> SentPage:
        """Every sent resume with a point of a bank, or with a line that says the same as a text; the newest first."""
        actor.require(Action.VIEW_RECORDS)
        if bool(point_id) == bool(text.strip()):
            raise InvalidInput("bad-fields", "Name a point of a bank, or give the text of a line, one of both.")
        with self._ground.store.reading(actor) as tx:
            if point_id:
                page = tx.list(SentLine, point_id=point_id, after=after, limit=limit)
                lines: Sequence[SentLine] = page.records
                rest = page.next
            else:
                lines, rest = _saying(tx, text, limit), ""
            return SentPage(tuple(_uses(tx, actor, lines)), rest)


def lines_to_keep(
    submission: Submission, receiver: Receiver, lines: Iterable[str], provenance: Sequence[Mapping[str, Any]]
) -> Iterator[SentLine]:
    """The lines of a file as they are kept with its submission; what was inserted says where it comes from."""
    rows = [dict(row) for row in provenance]
    for text in lines:
        row = next((each for each in rows if says_the_same(str(each.get("point", "")), text)), None)
        if row is not None:
            rows.remove(row)
        marks = marks_of_line(text)
        yield SentLine(
            submission_id=submission.id,
            consultant_id=submission.consultant_id,
            client_key=receiver.client_key,
            vendor_key=receiver.vendor_key,
            text=text,
            head=marks.head,
            tail=marks.tail,
            sent_at=submission.sent_at or submission.created_at,
            is_added=row is not None,
            **_origin(row or {}),
        )


def find_repeats(
    tx: Reading, consultant_id: str, receiver: Receiver, lines: Iterable[str], since: datetime
) -> tuple[Repeat, ...]:
    """The lines that were sent for others to the same client or vendor; each line once."""
    found: list[Repeat] = []
    names: dict[str, str] = {}
    for text in lines:
        repeat = _repeat_of(tx, consultant_id, receiver, text, since)
        if repeat is None:
            continue
        kind, other = repeat
        if other.consultant_id not in names:
            names[other.consultant_id] = tx.get(Consultant, other.consultant_id).name
        name = names[other.consultant_id]
        found.append(Repeat(text, other.text, other.consultant_id, name, other.submission_id, kind, other.sent_at))
    return tuple(found)


def propose_others(
    tx: Reading, receiver: Receiver, technologies: Sequence[str], lines: Sequence[str], since: datetime
) -> tuple[str, ...]:
    """Approved points of a line's technologies that neither stand in the file nor were sent there."""
    proposed: list[str] = []
    approved: dict[str, Value] = {"approval": Approval.APPROVED.value}
    for technology in technologies[:_MOST_TECHNOLOGIES]:
        page = tx.list(BankPoint, approved, technology=technology, limit=_MOST_LOOKED_AT)
        for point in page.records:
            if len(proposed) >= _MOST_PROPOSED:
                return tuple(proposed)
            is_there = any(says_the_same(point.text, line) for line in (*lines, *proposed))
            if not is_there and _repeat_of(tx, "", receiver, point.text, since) is None:
                proposed.append(point.text)
    return tuple(proposed)


def technologies_of_line(text: str, provenance: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What a line is about: the heading that it was placed under, and the technologies that it names."""
    placed = (str(row.get("technology") or "") for row in provenance if says_the_same(str(row.get("point", "")), text))
    return tuple(dict.fromkeys(filter(None, (*placed, *first_mentions(text)))))


def since_of(now: datetime, days: int) -> datetime:
    """From when a sent line counts."""
    return now - timedelta(days=days)


def _repeat_of(
    tx: Reading, consultant_id: str, receiver: Receiver, text: str, since: datetime
) -> tuple[str, SentLine] | None:
    marks = marks_of_line(text)
    for kind, key in (("client", receiver.client_key), ("vendor", receiver.vendor_key)):
        for end in ("head", "tail") if key else ():
            where = {f"{kind}_key": key, end: getattr(marks, end)}
            page = tx.list(SentLine, order="-sent_at", since=since, limit=_MOST_CANDIDATES, **where)
            for other in page.records:
                if other.consultant_id != consultant_id and says_the_same(text, other.text):
                    return kind, other
    return None


def _saying(tx: Reading, text: str, limit: int) -> tuple[SentLine, ...]:
    marks = marks_of_line(text)
    pages = (tx.list(SentLine, head=marks.head, limit=limit), tx.list(SentLine, tail=marks.tail, limit=limit))
    lines = {each.id: each for page in pages for each in page.records if says_the_same(text, each.text)}
    return tuple(sorted(lines.values(), key=lambda each: each.id, reverse=True)[:limit])


def _uses(tx: Reading, actor: Actor, lines: Iterable[SentLine]) -> Iterator[SentUse]:
    people: dict[str, Consultant] = {}
    all_seen = sees_all(tx, actor)
    for line in lines:
        if line.consultant_id not in people:
            people[line.consultant_id] = tx.get(Consultant, line.consultant_id)
        person = people[line.consultant_id]
        if all_seen or person.adviser_id == actor.user_id:
            yield SentUse(line, tx.get(Submission, line.submission_id), person.name)


def _origin(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "technology": str(row.get("technology") or ""),
        "point_id": row.get("bank_point"),
        "point_version": int(row.get("bank_point_version") or 0),
        "author_id": row.get("author"),
        "decided_by": row.get("approved_by"),
        "made_by": row.get("placed_by"),
        "reason": str(row.get("reason") or ""),
    }
