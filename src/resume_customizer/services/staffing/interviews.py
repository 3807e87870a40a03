"""Interviews: planned for a requirement and a consultant, in their time zone, with a file for calendars and reminders.

    plan_interview()  ->  edit() | note_result()  ->  list_interviews(), calendar()
    send_reminders()  ->  a letter to each member who is on it, once

Promises (tests in tests/services/test_interviews.py):

* A time is right in the zone where it is said, and stays the same moment everywhere.
* Each who is on an interview is reminded once; a moved one is reminded of at its new time, a cancelled one not at all.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from resume_customizer.core.account_mails import Letter
from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import NotFound
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.desk import Assignment, Consultant, Interview, Requirement, Submission
from resume_customizer.core.records.work import Due
from resume_customizer.core.records.workspaces import Membership
from resume_customizer.core.staffing.interviews import About, calendar_file, local_time, read_interview
from resume_customizer.services.desk_policies import of_own_people
from resume_customizer.services.ground import Ground
from resume_customizer.services.staffing.consultants import visible_consultant
from resume_customizer.services.staffing.requirement_moves import note
from resume_customizer.services.store import Page, Reading, Transaction
from resume_customizer.services.versions import check_version

KIND: Final = "interview"
QUEUE: Final = "interview"
"""Of what is due: reminders."""
_MOST: Final = 100


class Interviews:
    """The interviews of the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def plan_interview(
        self,
        actor: Actor,
        requirement_id: str,
        consultant_id: str,
        interview: Mapping[str, object],
        submission_id: str = "",
    ) -> Interview:
        """A new interview; its time is local in its time zone, or in the consultant's."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            person = visible_consultant(tx, actor, consultant_id)
            requirement = tx.get(Requirement, requirement_id)
            if submission_id:
                tx.get(Submission, submission_id)
            read = read_interview({"starts_at": "", **interview}, person.time_zone or "UTC")
            made = tx.add(
                Interview(
                    requirement_id=requirement.id,
                    consultant_id=person.id,
                    submission_id=submission_id or None,
                    changed_by=actor.user_id,
                    **read,
                )
            )
            self._set_reminder(tx, made)
            note(tx, actor, made, KIND, f"Interview of {person.name}, round {made.round}: {local_time(made)}")
            self._ground.record(tx, actor, "interview.planned", (KIND, made.id))
        return made

    def edit(
        self, actor: Actor, interview_id: str, interview: Mapping[str, object], version: int | None = None
    ) -> Interview:
        """The interview at another time, with feedback, with a result."""
        actor.require(Action.CHANGE_RECORDS)
        with self._ground.inside(actor) as tx:
            before = _visible(tx, actor, interview_id)
            check_version(before.version, version)
            read = read_interview(interview, before.time_zone)
            after = tx.update(replace(before, **read, changed_by=actor.user_id))
            self._set_reminder(tx, after)
            if (after.starts_at, after.status, after.result) != (before.starts_at, before.status, before.result):
                told = ", ".join(filter(None, (after.status, after.result, local_time(after))))
                note(tx, actor, after, KIND, f"Interview, round {after.round}: {told}")
            fields: list[JsonValue] = [*sorted(read)]
            self._ground.record(tx, actor, "interview.changed", (KIND, after.id), {"fields": fields})
        return after

    def remove(self, actor: Actor, interview_id: str) -> None:
        """Remove an interview that was planned by mistake."""
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            found = _visible(tx, actor, interview_id)
            self._forget_reminder(tx, found)
            tx.delete(found)
            self._ground.record(tx, actor, "interview.removed", (KIND, found.id))

    def show(self, actor: Actor, interview_id: str) -> Interview:
        """One interview."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return _visible(tx, actor, interview_id)

    def list_interviews(
        self,
        actor: Actor,
        requirement_id: str = "",
        consultant_id: str = "",
        since: datetime | None = None,
        after: str = "",
        limit: int = 50,
    ) -> Page[Interview]:
        """One page: of a requirement or consultant the newest first, else by time, from `since` on."""
        actor.require(Action.VIEW_RECORDS)
        named = {"requirement_id": requirement_id, "consultant_id": consultant_id}
        chosen = {name: value for name, value in named.items() if value}
        first = next(iter(chosen), "")
        with self._ground.store.reading(actor) as tx:
            if first:
                base = {first: chosen.pop(first)}
                page = tx.list(Interview, chosen, after=after, limit=limit, **base)
            else:
                page = tx.list(Interview, order="starts_at", since=since, after=after, limit=limit)
            return of_own_people(tx, actor, page)

    def calendar(self, actor: Actor, interview_id: str) -> str:
        """The interview as an iCalendar file."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            found = _visible(tx, actor, interview_id)
            return calendar_file(found, _about(tx, found))

    # -------------------------------------------------------------- reminders

    def send_reminders(self, actor: Actor) -> int:
        """Write to those whose interviews are near; says how many letters wait. For the program's own work."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        now, sent = self._ground.clock(), 0
        with self._ground.outside() as tx:
            waiting = tx.list(Due, queue=QUEUE, order="due_at", until=now, limit=_MOST).records
        for due in waiting:
            with self._ground.within(due.in_workspace) as tx:
                sent += self._remind(tx, due, now)
        return sent

    def _remind(self, tx: Transaction, seen: Due, now: datetime) -> int:
        """One reminder, in the transaction that also says that it is done."""
        try:
            due = tx.get(Due, seen.id, lock=True)
        except NotFound:  # somebody else has seen to it
            return 0
        if due.due_at > now:
            return 0
        tx.delete(due)
        try:
            found = tx.get(Interview, due.subject_id)
        except NotFound:
            return 0
        if found.status not in {"planned", "moved"} or found.starts_at < now:
            return 0
        letter = _letter(found, _about(tx, found), self._ground.site)
        on_it = {each.user_id for each in tx.every(Assignment, requirement_id=found.requirement_id) if each.user_id}
        wanted = on_it or {found.changed_by}
        members = [each for each in wanted if each and tx.find(Membership, user_id=each) is not None]
        for member in members:
            self._ground.post(tx, tx.get(User, member).email, letter)
        return len(members)

    def _set_reminder(self, tx: Transaction, interview: Interview) -> None:
        self._forget_reminder(tx, interview)
        at = interview.starts_at - timedelta(minutes=interview.remind_minutes)
        is_ahead = interview.status in {"planned", "moved"} and interview.starts_at > self._ground.clock()
        if interview.remind_minutes and is_ahead:
            tx.add(Due(queue=QUEUE, in_workspace=interview.workspace_id, subject_id=interview.id, due_at=at))

    def _forget_reminder(self, tx: Transaction, interview: Interview) -> None:
        due = tx.find(Due, queue=QUEUE, subject_id=interview.id)
        if due is not None:
            tx.delete(due)


def _letter(interview: Interview, about: About, site: str) -> Letter:
    text = (
        f"{about.consultant} has an interview, round {interview.round}, for “{about.title}”"
        f"{f' at {about.client}' if about.client else ''}.\n\n"
        f"When: {local_time(interview)}\n"
        f"Where: {interview.link or interview.mode or 'not said yet'}\n"
        f"With: {interview.interviewers or 'not said yet'}\n\n"
        f"The interview sheet is in the submission: {site}\n"
    )
    return Letter(f"Interview at {local_time(interview)}", text)


def _about(tx: Reading, interview: Interview) -> About:
    requirement = tx.get(Requirement, interview.requirement_id)
    person = tx.get(Consultant, interview.consultant_id)
    return About(requirement.title, requirement.end_client or requirement.client, person.name)


def _visible(tx: Reading, actor: Actor, interview_id: str) -> Interview:
    found = tx.get(Interview, interview_id)
    visible_consultant(tx, actor, found.consultant_id)
    return found
