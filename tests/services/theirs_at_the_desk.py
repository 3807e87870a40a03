"""What a stranger would try at a staffing desk: its records, and fields of one's own."""

from typing import Any

from builders.desk import Desk
from builders.requirements import DUTIES
from builders.staffing import a_consultant, a_resume_file, a_sending, a_version
from resume_customizer.core.actor import Actor
from resume_customizer.core.sheets import Row

OPENING = {"title": "Java Developer", "end_client": "Harbor Bank", "posting": DUTIES}


def fill_requirements(desk: Desk, owner: Actor, values: dict[str, Any]) -> dict[str, Any]:
    """A requirement with a timeline and somebody on it."""
    made = desk.requirements.create(owner, {**OPENING, "title": "Canary keeper"})
    return {
        "requirement_id": made.id,
        "requirement_ids": (made.id,),
        "comment_id": desk.timelines.comment(owner, made.id, "canary said").id,
        "assignment_id": desk.timelines.assign(owner, made.id, user_id=owner.user_id).assignment_id,
        "view_id": desk.saved_views.save(owner, "requirements", "canary view", {}, is_shared=True).id,
        "fields": OPENING,
        "changes": {"client": "Eve & Sons"},
        "requirements.move.status": "Working",
        "requirements.edit_many.status": "Working",
        "requirements.propose.text": DUTIES,
        "requirements.search_requirements.text": "canary",
        "version": None,
        "wanted": None,
        "comment": "what a stranger would say",
        "requirement_transfer.import_requirements.rows": (Row(2, OPENING),),
        "dry_run": False,
        "keep_right_ones": True,
        "screen": "requirements",
        "view_name": "mine",
        "choice": {},
        "is_shared": True,
    }


def fill_staffing(desk: Desk, owner: Actor, values: dict[str, Any]) -> dict[str, Any]:
    """Somebody who was sent for the requirement, and an interview."""
    opening = desk.requirements.show(owner, values["requirement_id"])
    person = a_consultant(desk, owner, "Canary Consultant", email="canary@people.example")
    sending = a_sending(opening, person, version_id=a_version(desk, owner, person, a_resume_file("canary person")))
    sent = desk.submissions.submit(owner, sending)
    talk = desk.interviews.plan_interview(owner, opening.id, person.id, {"starts_at": "2027-01-05T15:00Z"})
    desk.interview_sheets.sign_off(owner, person.id, "Built the canary.", is_confirmed=True)
    return {
        "consultant_id": person.id,
        "submission_id": sent.id,
        "interview_id": talk.id,
        "attachment_id": desk.attachments.attach(owner, "submission", sent.id, "canary.txt", b"canary file").id,
        "of_kind": "submission",
        "of_id": sent.id,
        "sending": sending,
        "person": {"name": "Eve's", "email": "eve@people.example"},
        "interview": {"starts_at": "2027-01-06T15:00Z"},
        "policy": {"needs_proof": False},
        "cohort": "",
        "consultants.export_cohort.cohort": "Spring",
        "point": "Built the gateway.",
        "is_confirmed": False,
        "note": "",
        "since": None,
        "until": None,
        "figure": "members",
        "names": ("Eve",),
        "client_copies.make_copy.version_id": "",
        "client_copies.show_metadata.version_id": "",
        "form": "csv",
        "submissions.set_status.status": "withdrawn",
        "sent_lines.find_sent.text": "",
        "resumes.list_resumes.consultant_id": "",
        "banks.list_banks.consultant_id": "",
        "consultants.search_consultants.text": "canary",
        "attachments.attach.content": b"a text of a stranger",
        "attachments.attach.file_name": "eve.txt",
    }
