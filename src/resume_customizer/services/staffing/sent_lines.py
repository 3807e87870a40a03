"""Every line that was sent: where it comes from, and to whom it went.

    a submission's file + provenance of its customization  ->  lines_to_keep()  ->  SentLine, … in its transaction
    SentLines.find_sent()  ->  every sent resume with a point

Promises (tests in tests/services/test_sent_lines.py):

* Every line of the file is kept with the submission; those that were inserted say their point, who approved and
  who placed it, and why.
* Every sent resume with a point is found, also where the line was typed a little differently.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Consultant, SentLine, Submission
from resume_customizer.core.staffing.sent_lines import marks_of_line, says_the_same
from resume_customizer.services.desk_policies import sees_all
from resume_customizer.services.ground import Ground
from resume_customizer.services.staffing.consultants import visible_consultant
from resume_customizer.services.staffing.repeated_lines import Receiver
from resume_customizer.services.store import Reading


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
            visible_consultant(tx, actor, found.consultant_id)
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


def _saying(tx: Reading, text: str, limit: int) -> tuple[SentLine, ...]:
    marks = marks_of_line(text)
    pages = (tx.list(SentLine, head=marks.head, limit=limit), tx.list(SentLine, tail=marks.tail, limit=limit))
    lines = {each.id: each for page in pages for each in page.records if says_the_same(text, each.text)}
    return tuple(sorted(lines.values(), key=lambda each: each.id, reverse=True)[:limit])


def _uses(tx: Reading, actor: Actor, lines: Sequence[SentLine]) -> Iterator[SentUse]:
    people = {each.id: each for each in tx.find_all(Consultant, "id", {each.consultant_id for each in lines})}
    sent = {each.id: each for each in tx.find_all(Submission, "id", {each.submission_id for each in lines})}
    all_seen = sees_all(tx, actor)
    for line in lines:
        person = people[line.consultant_id]
        if all_seen or person.adviser_id == actor.user_id:
            yield SentUse(line, sent[line.submission_id], person.name)


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
