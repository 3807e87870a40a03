"""A staffing desk for tests: somebody with a stored resume, an opening, and what is sent for it.

a_consultant() + an_opening() + a_customized_resume()  ->  a_sending()
"""

from typing import Any

from builders.desk import Desk
from builders.docx import a_docx, bold, bullets, heading, line
from builders.stored import RESUME_POINTS
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.desk import Consultant, Requirement
from resume_customizer.core.records.resumes import Customization
from resume_customizer.services.library.customizations import Order
from resume_customizer.services.staffing.submissions import Sending


def a_resume_file(
    owner: str = "Petra Vandersloot",
    role: str = "Java Developer",
    since: str = "Jan 2021",
    until: str = "Present",
    more: tuple[str, ...] = (),
) -> bytes:
    """A resume with two employments, the first of which can be told otherwise."""
    return a_docx(
        line(bold(owner)),
        heading("Experience"),
        line(bold("Harrow Freight"), f" | {role} | {since} – {until}"),
        bullets("Built booking services for the whole fleet in Java.", f"Led a team of three, says {owner}.", *more),
        line(bold("Quillon Bank"), " | Developer | Mar 2016 – Dec 2020"),
        bullets(f"Kept the ledger of {owner} running through two mergers.", "Moved forty batch jobs to Java."),
    )


def a_consultant(desk: Desk, actor: Actor, name: str = "Petra Vandersloot", **fields: object) -> Consultant:
    """Somebody who is available."""
    return desk.consultants.create(actor, {"name": name, "skills": "Java, Kafka", **fields})


def an_opening(desk: Desk, actor: Actor, **fields: Any) -> Requirement:  # noqa: ANN401 - any field
    """A requirement of a client, without a vendor between."""
    return desk.requirements.create(actor, {"title": "Java Developer", "end_client": "Harbor Bank", **fields})


def a_version(desk: Desk, actor: Actor, consultant: Consultant, content: bytes | None = None) -> str:
    """The id of the newest version of a new resume of somebody."""
    file = content or a_resume_file(consultant.name)
    resume = desk.resumes.upload(actor, f"{consultant.name}.docx", file, consultant.id)
    return desk.resumes.list_versions(actor, resume.id)[0].id


def a_customized_resume(
    desk: Desk, actor: Actor, consultant: Consultant, points: str = RESUME_POINTS, approve: bool = True
) -> Customization:
    """A resume of somebody with points of a bank in it, all of which are approved."""
    bank = desk.banks.create(actor, f"Bank of {consultant.name}")
    desk.banks.import_points(actor, bank.id, points)
    listed = desk.banks.list_points(actor, bank.id).records
    if approve:
        for each in listed:
            if each.approval != "approved":
                desk.banks.approve(actor, [each.id])
    return desk.customizations.make(actor, Order(a_version(desk, actor, consultant), bank_ids=(bank.id,)))


def a_sending(requirement: Requirement, consultant: Consultant, **fields: Any) -> Sending:  # noqa: ANN401
    """What is sent."""
    return Sending(requirement_id=requirement.id, consultant_id=consultant.id, **fields)
