"""Follow-ups of a mail: begun with it, one step after the other, until somebody answers or something else ends them.

    a mail + a sequence  ->  begin()  ->  due  ->  a mail of the next step in the outbox  ->  due …  ->  ended, and why

What ends a sequence: a reply, a bounce, a wish to hear no more, another status of the requirement, a person, the last
step; and what makes it senseless: the mail failed or was cancelled, its account is gone.

Promises (tests in tests/services/test_follow_ups.py):

* A step is written once, however many workers there are.
* After a sequence has ended, nothing of it goes out that had not left before.
* One that is on its way keeps the steps that it began with, whatever becomes of the sequence.
* A step falls into the workspace's business hours, so many business days after the one before.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from resume_customizer.core.accounts import read_address
from resume_customizer.core.actor import Actor
from resume_customizer.core.business_time import add_business_days
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, ResumeCustomizerError
from resume_customizer.core.mail_schedule import hours_from
from resume_customizer.core.mail_text import as_html, fill
from resume_customizer.core.outbox import READY, MailStatus, Receiving
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.mail import (
    Delivery,
    FollowUp,
    FollowUpSequence,
    MailAccount,
    MailTemplate,
    NoMail,
    OutboxMail,
)
from resume_customizer.core.records.record import is_id, new_id
from resume_customizer.core.records.work import Due
from resume_customizer.services.ground import Ground
from resume_customizer.services.leasing import take_due
from resume_customizer.services.mail.mail_claiming import MAILER
from resume_customizer.services.mail.mail_pace import is_paused, mail_settings
from resume_customizer.services.mail.mail_ports import BuiltInTexts
from resume_customizer.services.mail.mail_values import date_text
from resume_customizer.services.mail.mail_writing import Body, cancel, deliveries_of, make_due, seal_body, wants_no_mail
from resume_customizer.services.store import InWorkspace, Reading, Transaction

QUEUE: Final = "follow-up"
"""What follow-ups are called among what is due."""
WAITING, ENDED = "waiting", "ended"
_LEASE: Final = timedelta(minutes=5)
_LOOK_AGAIN: Final = timedelta(hours=6)
_PAUSED: Final = timedelta(minutes=10)
MOST_STEPS: Final = 10
_LONGEST_DELAY: Final = 90


class Step(NamedTuple):
    """One step of a sequence."""

    template_id: str
    """A built-in text by its name, or a kept one."""
    days: int
    """Business days after the step before."""


ENDINGS: Final = (
    "a reply",
    "a bounce",
    "a wish for no more mail",
    "another status of the requirement",
    "switching the sequence off",
    "a person",
    "its last step",
)
"""What ends a sequence, whatever its steps are."""


def steps_of(kept: FollowUpSequence | FollowUp) -> tuple[Step, ...]:
    """The steps of a sequence as it is, or of one on its way as it was when that began; in order."""
    return tuple(Step(each["template"], each["days"]) for each in kept.steps["steps"])


def steps_as_json(steps: tuple[Step, ...]) -> dict[str, Any]:
    """The steps as they are kept; raises InvalidInput for what makes no sequence."""
    if not 1 <= len(steps) <= MOST_STEPS:
        raise InvalidInput("bad-steps", f"A sequence has 1 to {MOST_STEPS} steps.")
    if any(not 1 <= each.days <= _LONGEST_DELAY for each in steps):
        raise InvalidInput("bad-steps", f"A step comes 1 to {_LONGEST_DELAY} business days after the one before.")
    return {"steps": [{"template": each.template_id, "days": each.days} for each in steps]}


def begin(
    tx: Transaction, ground: Ground, actor: Actor, mail: OutboxMail, sequence_id: str, values: Mapping[str, str]
) -> FollowUp:
    """Let a sequence follow a mail; raises NotFound, Conflict when it does already."""
    sequence = tx.get(FollowUpSequence, sequence_id)
    if not sequence.is_active:
        raise Conflict("switched-off", f"The sequence “{sequence.name}” is switched off.")
    if tx.find(FollowUp, mail_id=mail.id, sequence_id=sequence_id) is not None:
        raise Conflict("follows-already", f"“{sequence.name}” follows this mail already.")
    requirement = tx.get(Requirement, mail.requirement_id) if mail.requirement_id else None
    due_at = add_business_days(mail.due_at, steps_of(sequence)[0].days, hours_from(mail_settings(tx)))
    made = tx.add(
        FollowUp(
            sequence_id=sequence_id,
            mail_id=mail.id,
            steps=sequence.steps,
            number=sequence.number,
            due_at=due_at,
            values=dict(values),
            requirement_id=mail.requirement_id,
            requirement_status=requirement.status if requirement else "",
            written_by=actor.user_id,
        )
    )
    _make_due(tx, made, due_at)
    ground.record(tx, actor, "follow-up.began", ("follow-up", made.id), {"mail": mail.id})
    return made


def end(tx: Transaction, ground: Ground, actor: Actor, follow_up: FollowUp, because: str) -> None:
    """End one; what it has in the outbox and has not left is cancelled."""
    if follow_up.status != WAITING:
        return
    tx.update(replace(follow_up, status=ENDED, ended_because=because))
    due = tx.find(Due, queue=QUEUE, subject_id=follow_up.id)
    if due is not None:
        tx.delete(due)
    for mail in list(tx.every(OutboxMail, follow_up_id=follow_up.id)):
        locked = tx.get(OutboxMail, mail.id, lock=True)
        if locked.status in READY:
            cancel(tx, locked, f"The follow-ups ended: {because}")
    ground.record(tx, actor, "follow-up.ended", ("follow-up", follow_up.id), {"because": because})


def end_of_mail(tx: Transaction, ground: Ground, actor: Actor, mail: OutboxMail, because: str) -> int:
    """End all sequences that follow a mail, or that it is itself a step of; says how many."""
    found = list(tx.every(FollowUp, mail_id=mail.id))
    if mail.follow_up_id:
        found.append(tx.get(FollowUp, mail.follow_up_id))
    ended = [tx.get(FollowUp, each.id, lock=True) for each in found if each.status == WAITING]
    for each in ended:
        end(tx, ground, actor, each, because)
    return len(ended)


def write_to_no_more(tx: Transaction, ground: Ground, actor: Actor, address: str, reason: str) -> None:
    """Never write to an address again; sequences that do end."""
    key = read_address(address).key
    if tx.find(NoMail, address_key=key) is None:
        tx.add(NoMail(address_key=key, reason=reason))
        ground.record(tx, actor, "no-mail.added", details={"reason": reason})
    for delivery in list(tx.every(Delivery, receiver=read_address(address).written)):
        end_of_mail(tx, ground, actor, tx.get(OutboxMail, delivery.mail_id), reason)


class FollowingUp:
    """What a worker does with follow-ups that are due."""

    def __init__(self, ground: Ground, built_in: BuiltInTexts) -> None:
        self._ground, self._built_in = ground, built_in

    def run_due(self, limit: int = 20) -> int:
        """See to follow-ups that are due, at most so many; gives how many it saw to."""
        taken = take_due(self._ground, QUEUE, limit, _LEASE)
        for due in taken:
            self._ground.store.run(InWorkspace(due.in_workspace), lambda tx, due=due: self._step(tx, due))
        return len(taken)

    def _step(self, tx: Transaction, due: Due) -> None:
        try:
            follow_up = tx.get(FollowUp, due.subject_id, lock=True)
        except NotFound:
            tx.delete(tx.get(Due, due.id))
            return
        current = tx.find(Due, queue=QUEUE, subject_id=follow_up.id)
        if current is None or current.leased_by != due.leased_by or follow_up.status != WAITING:
            return
        mail = tx.get(OutboxMail, follow_up.mail_id)
        now = self._ground.clock()
        if is_paused(tx):
            _make_due(tx, follow_up, now + _PAUSED)
        elif mail.status in {*READY, MailStatus.DRAFT, MailStatus.SENDING, MailStatus.UNKNOWN}:
            _make_due(tx, follow_up, now + _LOOK_AGAIN)  # it follows what was sent, and that is not sure yet
        elif because := self._find_end(tx, follow_up, mail):
            end(tx, self._ground, MAILER, follow_up, because)
        else:
            self._write(tx, follow_up, mail, now)

    def _find_end(self, tx: Reading, follow_up: FollowUp, mail: OutboxMail) -> str:
        """Why nothing follows any more; empty: it goes on."""
        sequence = tx.get(FollowUpSequence, follow_up.sequence_id)
        requirement = tx.get(Requirement, follow_up.requirement_id) if follow_up.requirement_id else None
        got_it = [each for each in deliveries_of(tx, mail.id) if each.status == Receiving.SENT and each.role == "to"]
        reasons = (
            (mail.status != MailStatus.SENT, f"The mail is {mail.status}."),
            (not sequence.is_active, "The sequence was switched off."),
            (not got_it, "Nobody has got the mail."),
            (any(wants_no_mail(tx, each.receiver) for each in got_it), "The address wants no mail."),
            (mail.account_id is None, "Its mail account is gone."),
            (
                requirement is not None and requirement.status != follow_up.requirement_status,
                f"The requirement is “{requirement.status if requirement else ''}” now.",
            ),
            (follow_up.step >= len(steps_of(follow_up)), "All steps were sent."),
        )
        return next((why for holds, why in reasons if holds), "")

    def _write(self, tx: Transaction, follow_up: FollowUp, first: OutboxMail, now: datetime) -> None:
        """The mail of the next step into the outbox, and the step after it on the list."""
        steps = steps_of(follow_up)
        try:
            subject, body = write_step(tx, self._built_in, follow_up, first, steps[follow_up.step], now)
        except ResumeCustomizerError as fault:
            end(tx, self._ground, MAILER, follow_up, f"Step {follow_up.step + 1} could not be written: {fault.message}")
            return
        account = tx.get(MailAccount, first.account_id or "")
        mail_id = new_id()
        mail = tx.add(
            OutboxMail(
                id=mail_id,
                key=f"follow-up {follow_up.id} {follow_up.step}",
                account_id=account.id,
                subject=subject,
                body=seal_body(self._ground, mail_id, body),
                sender=account.sender,
                sender_name=account.sender_name,
                reply_to=first.reply_to,
                thread_id=first.message_id,
                due_at=now,
                requirement_id=first.requirement_id,
                submission_id=first.submission_id,
                follow_up_id=follow_up.id,
                written_by=follow_up.written_by,
            )
        )
        tx.add_all(
            Delivery(mail_id=mail_id, receiver=each.receiver, receiver_name=each.receiver_name, role=each.role)
            for each in deliveries_of(tx, first.id)
            if each.status == Receiving.SENT
        )
        make_due(tx, mail, now)
        after = follow_up.step + 1
        if after >= len(steps):
            tx.update(replace(follow_up, step=after, status=ENDED, ended_because="All steps were sent."))
            tx.delete(_due_of(tx, follow_up))
        else:
            at = add_business_days(now, steps[after].days, hours_from(mail_settings(tx)))
            _make_due(tx, tx.update(replace(follow_up, step=after, due_at=at)), at)
        self._ground.record(tx, MAILER, "follow-up.written", ("follow-up", follow_up.id), {"step": after})


def write_step(
    tx: Reading, built_in: BuiltInTexts, follow_up: FollowUp, first: OutboxMail, step: Step, now: datetime
) -> tuple[str, Body]:
    """Subject and body of a step; raises InvalidInput for places without a value."""
    sent = first.first_tried_at or first.due_at
    values = {
        **follow_up.values,
        "today": date_text(now),
        "first_subject": first.subject,
        "first_date": date_text(sent),
    }
    if not is_id(step.template_id):
        letter, html = built_in.fill(step.template_id, values)
        return letter.subject, Body(letter.text, html)
    kept = tx.get(MailTemplate, step.template_id)
    subject, text = fill(kept.subject, values), fill(kept.body, values)
    missing = tuple(dict.fromkeys((*subject.empty, *text.empty)))
    if missing:
        raise InvalidInput("unfilled-places", f"There is no value for {', '.join(missing)}.")
    return " ".join(subject.text.split()), Body(text.text, as_html(text.text))


def _due_of(tx: Reading, follow_up: FollowUp) -> Due:
    found = tx.find(Due, queue=QUEUE, subject_id=follow_up.id)
    if found is None:
        raise NotFound("not-found", "Nothing is due for this follow-up.")
    return found


def _make_due(tx: Transaction, follow_up: FollowUp, at: datetime) -> None:
    known = tx.find(Due, queue=QUEUE, subject_id=follow_up.id)
    if known is None:
        tx.add(Due(queue=QUEUE, in_workspace=follow_up.workspace_id, subject_id=follow_up.id, due_at=at))
    else:
        tx.update(replace(known, due_at=at, leased_by="", leased_until=None))
