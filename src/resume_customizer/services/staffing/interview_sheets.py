"""What a consultant must be able to defend before an interview, and what they have confirmed.

    a submission  ->  show_sheet()  ->  each added point with its questions  ->  sign_off()  ->  confirmed, or not

Promises (tests in tests/services/test_interview_sheets.py):

* The sheet has every point that was added, and no other line.
* Where the policy wants it, nobody is sent with a point that they do not stand behind.
"""

from dataclasses import dataclass, replace

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Consultant, SentLine, SignOff, Submission
from resume_customizer.core.staffing.interview_sheet import questions_of
from resume_customizer.core.staffing.requirements import read_comment
from resume_customizer.core.staffing.sent_lines import point_key
from resume_customizer.services.ground import Ground
from resume_customizer.services.staffing.consultants import visible_consultant
from resume_customizer.services.staffing.submissions import visible_submission
from resume_customizer.services.store import Reading


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One added point, and what has to be defended of it."""

    line: SentLine
    questions: tuple[str, ...]
    is_confirmed: bool | None
    """What the consultant said; None: nothing yet."""
    note: str


@dataclass(frozen=True, slots=True)
class InterviewSheet:
    """What a consultant reads before an interview."""

    submission: Submission
    consultant: str
    lines: tuple[SheetLine, ...]


class InterviewSheets:
    """The sheets of the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def show_sheet(self, actor: Actor, submission_id: str) -> InterviewSheet:
        """Each point that was added, what has to be defended of it, and whether the consultant stands behind it."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            found = visible_submission(tx, actor, submission_id)
            person = tx.get(Consultant, found.consultant_id)
            added = [each for each in tx.every(SentLine, submission_id=found.id) if each.is_added]
            said = {each.id: _sign_off(tx, person.id, each.text) for each in added}
        lines = (
            SheetLine(
                each,
                questions_of(each.text),
                one.is_confirmed if (one := said[each.id]) else None,
                one.note if one else "",
            )
            for each in added
        )
        return InterviewSheet(found, person.name, tuple(lines))

    def sign_off(self, actor: Actor, consultant_id: str, point: str, *, is_confirmed: bool, note: str = "") -> SignOff:
        """Write down whether a consultant stands behind a point."""
        actor.require(Action.CHANGE_RECORDS)
        text, remark = read_comment(point), read_comment(note) if note.strip() else ""
        with self._ground.inside(actor) as tx:
            person = visible_consultant(tx, actor, consultant_id)
            now, key = self._ground.clock(), point_key(text)
            before = tx.find(SignOff, consultant_id=person.id, point_key=key)
            said = SignOff(
                consultant_id=person.id,
                point_key=key,
                text=text,
                is_confirmed=is_confirmed,
                said_at=now,
                note=remark,
                written_by=actor.user_id,
            )
            if before:
                same = {"id": before.id, "created_at": before.created_at, "version": before.version}
                kept = tx.update(replace(said, **same))
            else:
                kept = tx.add(said)
            details: dict[str, JsonValue] = {"confirmed": is_confirmed}
            self._ground.record(tx, actor, "consultant.signed-off", ("consultant", person.id), details)
        return kept

    def list_sign_offs(self, actor: Actor, consultant_id: str) -> tuple[SignOff, ...]:
        """Everything that a consultant has confirmed or not."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            person = visible_consultant(tx, actor, consultant_id)
            return tuple(tx.every(SignOff, consultant_id=person.id))


def _sign_off(tx: Reading, consultant_id: str, text: str) -> SignOff | None:
    return tx.find(SignOff, consultant_id=consultant_id, point_key=point_key(text))
