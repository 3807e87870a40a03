"""Sequences of follow-ups as people see them: what they are, what is due, what came back, who is not written to.

    save_sequence()  ->  begin() with a mail  ->  list_waiting(): the due list  ->  end()

Promises (tests in tests/services/test_follow_ups.py):

* Every sequence that follows a mail is on the list with its next moment, until it has ended and says why.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from resume_customizer.core.accounts import read_address, read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, NotFound
from resume_customizer.core.mail_lists import Receiver
from resume_customizer.core.outbox import MailStatus
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.mail import FollowUp, FollowUpSequence, NoMail, OutboxMail
from resume_customizer.core.records.record import is_id
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.accounts_in_use import usable_account
from resume_customizer.services.mail.following_up import (
    WAITING,
    Step,
    begin,
    end,
    end_of_mail,
    steps_as_json,
    steps_of,
    write_to_no_more,
)
from resume_customizer.services.mail.mail_ports import BuiltInTexts
from resume_customizer.services.mail.mail_templates import usable_template
from resume_customizer.services.mail.mail_values import About, values_about, values_for
from resume_customizer.services.mail.mail_writing import deliveries_of
from resume_customizer.services.mail.outbox import MailLine, MailPage, get_mail, lines_of
from resume_customizer.services.store import Reading

USUAL: Final = (Step("follow-up-1", 3), Step("follow-up-2", 5), Step("follow-up-3", 7))
"""A sequence to begin with."""
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class SequenceLine:
    """A sequence in a list."""

    sequence_id: str
    name: str
    steps: tuple[Step, ...]
    is_active: bool
    version: int
    number: int
    """Of this version of the steps."""
    running: int
    """How many of it are on their way, with the steps that they began with."""


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A sequence on its way with one mail."""

    follow_up_id: str
    mail_id: str
    subject: str
    to: tuple[str, ...]
    sequence: str
    step: int
    """The next one, from 1; after the last one: how many there are."""
    steps: int
    due_at: datetime
    status: str
    ended_because: str
    requirement_id: str


@dataclass(frozen=True, slots=True)
class ToDo:
    """What mail asks of people."""

    unknown: tuple[MailLine, ...]
    """Nobody knows what became of them."""
    failed: tuple[MailLine, ...]
    follow_ups: tuple[FollowUpLine, ...]
    """Due by the end of the day, or before."""


class FollowUps:
    """What people do with follow-ups."""

    def __init__(self, ground: Ground, built_in: BuiltInTexts) -> None:
        self._ground, self._built_in = ground, built_in

    def save_sequence(self, actor: Actor, name: str, steps: tuple[Step, ...] = USUAL) -> str:
        """Keep a new sequence; gives its id. Raises InvalidInput, NotFound for a text that is not there."""
        actor.require(Action.CHANGE_RECORDS)
        kept = FollowUpSequence(name=read_name(name, "sequence's name"), steps=steps_as_json(steps))
        with self._ground.inside(actor) as tx:
            if tx.count(FollowUpSequence) >= _MOST:
                raise Conflict("too-many-sequences", f"A workspace has at most {_MOST} sequences.")
            self._check_texts(tx, actor, steps)
            tx.add(kept)
            self._ground.record(tx, actor, "sequence.added", ("sequence", kept.id))
        return kept.id

    def change_sequence(
        self, actor: Actor, sequence_id: str, name: str, steps: tuple[Step, ...], version: int | None = None
    ) -> None:
        """Give a sequence other steps or another name; those that are on their way keep theirs.

        `version` is the one that was seen; raises Conflict when it is not the newest. None does not ask.
        """
        actor.require(Action.CHANGE_RECORDS)
        wanted = steps_as_json(steps)
        with self._ground.inside(actor) as tx:
            kept = tx.get(FollowUpSequence, sequence_id, lock=True)
            if version not in {None, kept.version}:
                raise Conflict(
                    "changed-meanwhile", "Somebody changed this sequence meanwhile. Load it again, and repeat it."
                )
            self._check_texts(tx, actor, steps)
            number = kept.number + (wanted != kept.steps)
            tx.update(replace(kept, name=read_name(name, "sequence's name"), steps=wanted, number=number))
            self._ground.record(tx, actor, "sequence.changed", ("sequence", sequence_id), {"number": number})

    def list_sequences(self, actor: Actor) -> tuple[SequenceLine, ...]:
        """The workspace's sequences, by name."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            found = list(tx.every(FollowUpSequence, order="name"))
            running = {each.id: tx.count(FollowUp, sequence_id=each.id, status=WAITING) for each in found}
        return tuple(
            SequenceLine(
                each.id, each.name, steps_of(each), each.is_active, each.version, each.number, running[each.id]
            )
            for each in found
        )

    def switch_sequence(self, actor: Actor, sequence_id: str, *, is_active: bool) -> None:
        """Switch a sequence off, which ends it wherever it is on its way, or on again."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            kept = tx.get(FollowUpSequence, sequence_id, lock=True)
            tx.update(replace(kept, is_active=is_active))
            if not is_active:
                for each in list(tx.every(FollowUp, sequence_id=sequence_id)):
                    if each.status == WAITING:
                        locked = tx.get(FollowUp, each.id, lock=True)
                        end(tx, self._ground, actor, locked, "The sequence was switched off.")
            done = "sequence.switched-on" if is_active else "sequence.switched-off"
            self._ground.record(tx, actor, done, ("sequence", sequence_id))

    def begin(self, actor: Actor, mail_id: str, sequence_id: str) -> str:
        """Let a sequence follow a mail that is there already; gives the follow-up's id."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            mail = get_mail(tx, mail_id, lock=True)
            if not mail.account_id or mail.status in {MailStatus.FAILED, MailStatus.CANCELLED}:
                raise Conflict("wrong-status", "Only a mail that was sent, or is to be sent, can be followed up.")
            account = usable_account(tx, actor, mail.account_id)
            (first, *_) = deliveries_of(tx, mail.id)
            about = values_about(tx, About(requirement_id=mail.requirement_id or ""))
            to = Receiver(first.receiver, first.receiver_name)
            values = values_for(to, account, about, {}, self._ground.clock())
            return begin(tx, self._ground, actor, mail, sequence_id, values).id

    def list_waiting(self, actor: Actor, until: datetime | None = None) -> tuple[FollowUpLine, ...]:
        """Follow-ups on their way, the next one first; those due by a moment, or all."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            page = tx.list(FollowUp, order="due_at", limit=500, until=until, status=WAITING)
            return tuple(self._line(tx, each) for each in page.records)

    def list_of_mail(self, actor: Actor, mail_id: str) -> tuple[FollowUpLine, ...]:
        """What follows a mail, and what has ended and why."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            get_mail(tx, mail_id)
            return tuple(self._line(tx, each) for each in tx.every(FollowUp, mail_id=mail_id))

    def end(self, actor: Actor, follow_up_id: str) -> None:
        """End one by hand; what has not left of it does not go out."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            kept = tx.get(FollowUp, follow_up_id, lock=True)
            if kept.status != WAITING:
                raise Conflict("ended-already", f"It has ended already: {kept.ended_because}")
            end(tx, self._ground, actor, kept, "Ended by hand.")

    def note_reply(self, actor: Actor, mail_id: str) -> int:
        """Somebody has answered outside of the program, e.g. by phone: what follows the mail ends. Says how many."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            return end_of_mail(tx, self._ground, actor, get_mail(tx, mail_id), "Answered, as noted by hand.")

    def list_to_do(self, actor: Actor, until: datetime) -> ToDo:
        """What mail asks of people: fates to settle, failures, follow-ups that are due until then."""
        actor.require(Action.VIEW_RECORDS)
        waiting = self.list_waiting(actor, until)
        with self._ground.looking(actor) as tx:
            pages: dict[MailStatus, MailPage] = {
                status: lines_of(tx.list(OutboxMail, limit=100, status=status.value))
                for status in (MailStatus.UNKNOWN, MailStatus.FAILED)
            }
        return ToDo(pages[MailStatus.UNKNOWN].lines, pages[MailStatus.FAILED].lines, waiting)

    # -------------------------------------------------------------- who is not written to

    def add_no_mail(self, actor: Actor, address: str) -> None:
        """Never write to an address again from this workspace."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            write_to_no_more(tx, self._ground, actor, address, "The address wants no mail, as noted by hand.")

    def list_no_mail(self, actor: Actor) -> tuple[tuple[str, str], ...]:
        """Addresses that are not written to, with the reason."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            return tuple((each.address_key, each.reason) for each in tx.every(NoMail, order="address_key"))

    def remove_no_mail(self, actor: Actor, address: str) -> None:
        """Write to an address again; raises NotFound."""
        actor.require(Action.SEND_MAIL)
        with self._ground.inside(actor) as tx:
            found = tx.find(NoMail, address_key=read_address(address).key)
            if found is None:
                raise NotFound("not-found", "This address is not among those that want no mail.")
            tx.delete(found)
            self._ground.record(tx, actor, "no-mail.removed")

    def _check_texts(self, tx: Reading, actor: Actor, steps: tuple[Step, ...]) -> None:
        """Raise NotFound for a text that is not there."""
        for each in steps:
            if is_id(each.template_id):
                usable_template(tx, actor, each.template_id)
            else:
                self._built_in.get(each.template_id)

    def _line(self, tx: Reading, follow_up: FollowUp) -> FollowUpLine:
        sequence = tx.get(FollowUpSequence, follow_up.sequence_id)
        mail, steps = tx.get(OutboxMail, follow_up.mail_id), len(steps_of(follow_up))
        return FollowUpLine(
            follow_up.id,
            mail.id,
            mail.subject,
            tuple(each.receiver for each in deliveries_of(tx, mail.id) if each.role == "to"),
            sequence.name,
            min(follow_up.step + 1, steps),
            steps,
            follow_up.due_at,
            follow_up.status,
            follow_up.ended_because,
            follow_up.requirement_id or "",
        )
