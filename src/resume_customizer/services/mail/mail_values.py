"""What the places of a mail's text are filled with: from the requirement, the consultant, the interview, the account.

    records  ->  values_of()  ->  {place: value}, places that nothing is known for left out

Promises (tests in tests/services/test_composing.py):

* What a person gives goes before what is stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from resume_customizer.core.mail_lists import Receiver
from resume_customizer.core.records.desk import Consultant, Interview, Requirement
from resume_customizer.core.records.mail import MailAccount
from resume_customizer.services.store import Reading


@dataclass(frozen=True, slots=True)
class About:
    """What a mail is about, by id; empty: nothing."""

    requirement_id: str = ""
    consultant_id: str = ""
    interview_id: str = ""
    submission_id: str = ""


def values_about(tx: Reading, about: About) -> dict[str, str]:
    """Values from the records that a mail is about; raises NotFound."""
    values: dict[str, str] = {}
    interview = tx.get(Interview, about.interview_id) if about.interview_id else None
    requirement_id = about.requirement_id or (interview.requirement_id if interview else "")
    consultant_id = about.consultant_id or (interview.consultant_id if interview else "")
    if requirement_id:
        values |= _of_requirement(tx.get(Requirement, requirement_id))
    if consultant_id:
        values |= _of_consultant(tx.get(Consultant, consultant_id))
    if interview:
        values |= _of_interview(interview)
    return values


def values_for(
    receiver: Receiver, account: MailAccount | None, about: Mapping[str, str], given: Mapping[str, str], at: datetime
) -> dict[str, str]:
    """All values of one message, in the order of what goes before what."""
    values = {**about, "today": date_text(at)}
    if account:
        name = account.sender_name or account.sender
        values |= {"sender_name": name, "sender_address": account.sender, "signature": account.signature or name}
    name = receiver.name or (about.get("vendor_person", "") if receiver.address == about.get("vendor_email") else "")
    values |= {"receiver_name": name, "receiver_first_name": name.split()[0] if name else ""}
    values["receiver_company"] = receiver.company or about.get("vendor_company", "")
    values |= receiver.values
    values |= {place: value for place, value in given.items() if value.strip()}
    return {place: value for place, value in values.items() if value.strip()}


def date_text(moment: datetime) -> str:
    """A day as it is written out: Monday, 1 March 2027."""
    return f"{moment:%A}, {moment.day} {moment:%B %Y}"


def money(cents: int | None, currency: str, per: str) -> str:
    """An amount as people write it: USD 72.50 per hour."""
    if cents is None:
        return ""
    whole, rest = divmod(cents, 100)
    return f"{currency} {whole:,}{f'.{rest:02}' if rest else ''}{f' per {per}' if per else ''}"


def _of_requirement(requirement: Requirement) -> dict[str, str]:
    return {
        "title": requirement.title,
        "client": requirement.end_client or requirement.client,
        "vendor_company": requirement.vendor_company or requirement.prime_vendor,
        "vendor_person": requirement.vendor_person,
        "vendor_email": requirement.vendor_email,
        "location": requirement.location,
        "duration": requirement.duration,
        "rate": money(requirement.rate_cents, requirement.rate_currency, requirement.rate_per),
        "tax_term": requirement.tax_term,
        "technologies": ", ".join(requirement.technologies),
        "posting_link": requirement.posting_link,
    }


def _of_consultant(consultant: Consultant) -> dict[str, str]:
    return {
        "consultant_name": consultant.name,
        "consultant_location": consultant.location,
        "consultant_availability": consultant.availability,
        "consultant_authorization": consultant.work_authorization,
        "consultant_skills": ", ".join(consultant.skills),
        "consultant_rate": money(consultant.expected_rate_cents, consultant.expected_rate_currency, "hour"),
    }


def _of_interview(interview: Interview) -> dict[str, str]:
    local = interview.starts_at.astimezone(ZoneInfo(interview.time_zone))
    return {
        "interview_round": str(interview.round),
        "interview_time": f"{date_text(local)}, {local:%H:%M} ({interview.time_zone})",
        "interview_mode": interview.mode,
        "interview_link": interview.link,
    }
