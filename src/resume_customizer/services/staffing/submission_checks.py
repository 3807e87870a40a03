"""What is looked at before somebody is sent: the lock, the right to represent, and what was sent before.

    a file that is read + a requirement + a consultant  ->  look_before()  ->  Checked: what stops it, what is shown

Nothing is changed here; services/staffing/submissions.py looks again in the transaction that sends.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.records.desk import Consultant, Requirement, SignOff, Submission, SubmissionLock
from resume_customizer.core.staffing.consistency import Contradiction, Sent, find_contradictions, stated_from_json
from resume_customizer.core.staffing.desk_policy import DeskPolicy
from resume_customizer.core.staffing.duplicates import client_key
from resume_customizer.core.staffing.sent_lines import point_key
from resume_customizer.core.staffing.submissions import LockKey, SubmissionStatus
from resume_customizer.services.staffing.reading_sent import ReadFile
from resume_customizer.services.staffing.repeated_lines import Receiver, Repeat, find_repeats, since_of, with_proposals
from resume_customizer.services.store import Reading


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found before sending."""

    stopped_by: tuple[str, ...]
    """Why it can't be sent so; empty: it can."""
    contradictions: tuple[Contradiction, ...]
    """What differs from other files that were sent for the same person."""
    repeats: tuple[Repeat, ...]
    """Lines that others have sent to the same client or vendor."""
    unsigned: tuple[str, ...]
    """Added points that the consultant has not confirmed."""
    digest: str
    """SHA-256 of the exact file."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a submission is made from, as it was read."""

    requirement: Requirement
    consultant: Consultant
    policy: DeskPolicy
    lock: LockKey
    file: ReadFile
    provenance: Sequence[Mapping[str, Any]]
    """Of each point that was inserted into the file."""

    @property
    def receiver(self) -> Receiver:
        """To whom it goes, as lines are compared."""
        vendor = self.requirement.vendor_company or self.requirement.prime_vendor
        return Receiver(self.requirement.client_key, client_key(vendor))

    @property
    def has_vendor(self) -> bool:
        """Whether a vendor stands between."""
        return bool(self.receiver.vendor_key)


def look_before(tx: Reading, material: Material, rights: "Rights", now: datetime) -> Checked:
    """Everything that is found."""
    unsigned = tuple(find_unsigned(tx, material))
    stopped = tuple(_reasons(tx, material, rights, unsigned))
    since = since_of(now, material.policy.similarity_days)
    repeats = find_repeats(tx, material.consultant.id, material.receiver, material.file.lines, since)
    shown = with_proposals(tx, material.receiver, repeats, material.file.lines, material.provenance, since)
    return Checked(stopped, find_different(tx, material, now), shown, unsigned, material.file.digest)


@dataclass(frozen=True, slots=True)
class Rights:
    """What the consultant agreed to."""

    text: str
    since: datetime | None
    has_proof: bool


def check_rights(material: Material, rights: Rights) -> None:
    """Raise InvalidInput `no-right` when the policy needs more than there is."""
    if not material.policy.needs_right(has_vendor=material.has_vendor):
        return
    if not rights.text or rights.since is None:
        message = (
            "The right to represent is missing: say what the consultant agreed to, and when. This workspace "
            "sends nobody without."
        )
        raise InvalidInput("no-right", message, "right_to_represent")
    if material.policy.needs_proof and not rights.has_proof:
        message = "Attach the file that proves the right to represent, e.g. the consultant's e-mail."
        raise InvalidInput("no-right", message, "right_to_represent")


def check_lock(tx: Reading, material: Material) -> None:
    """Raise Conflict `double-submission` when the consultant is at this client for this role already."""
    held = tx.find(
        SubmissionLock,
        consultant_id=material.consultant.id,
        client_key=material.lock.client_key,
        role_key=material.lock.role_key,
    )
    if held is not None:
        raise double_submission(tx, material, held)


def double_submission(tx: Reading, material: Material, held: SubmissionLock) -> Conflict:
    """The error that says who was sent when, and through whom."""
    first = tx.get(Submission, held.submission_id)
    through = f" through {first.vendor_company or first.prime_vendor}" if material.has_vendor else ""
    message = (
        f"{material.consultant.name} was sent to {first.end_client or first.vendor_company} as “{first.role}” on "
        f"{first.sent_at or first.created_at:%Y-%m-%d}{through} already. Withdraw that submission first, or name "
        "another role."
    )
    return Conflict("double-submission", message, first.id)


def find_unsigned(tx: Reading, material: Material) -> Iterator[str]:
    """Points that were inserted and that the consultant does not stand behind, where the policy wants it."""
    if not material.policy.needs_sign_off:
        return
    for row in material.provenance:
        text = str(row.get("point", ""))
        found = tx.find(SignOff, consultant_id=material.consultant.id, point_key=point_key(text))
        if found is None or not found.is_confirmed:
            yield text


def find_different(tx: Reading, material: Material, now: datetime) -> tuple[Contradiction, ...]:
    """What the file says otherwise than files that were sent for the same person."""
    sent = tx.every(Submission, consultant_id=material.consultant.id)
    return find_contradictions(material.file.stated, now, _sent(sent))


def _sent(submissions: Iterable[Submission]) -> Iterator[Sent]:
    for each in submissions:
        if each.status != SubmissionStatus.WITHDRAWN:
            at = each.sent_at or each.created_at
            where = (
                f"{each.file_name} sent to {each.end_client or each.vendor_company or each.sent_to} on {at:%Y-%m-%d}"
            )
            yield Sent(where, at, stated_from_json(each.experiences))


def _reasons(tx: Reading, material: Material, rights: Rights, unsigned: Sequence[str]) -> Iterator[str]:
    try:
        check_lock(tx, material)
    except Conflict as fault:
        yield fault.message
    try:
        check_rights(material, rights)
    except InvalidInput as fault:
        yield fault.message
    if unsigned:
        yield unsigned_message(unsigned)


def unsigned_message(unsigned: Sequence[str]) -> str:
    """What to do about points that nobody stands behind."""
    return (
        f"{len(unsigned)} added point{'s' if len(unsigned) > 1 else ''} the consultant has not confirmed: record it on "
        f"the interview sheet first. The first: “{unsigned[0][:120]}”"
    )
