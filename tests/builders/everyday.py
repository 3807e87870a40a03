"""A workspace as a desk has it after a while: something of everything, so that every screen has something to show.

services + actor  ->  an_everyday_desk()  ->  resumes, points, openings, people, submissions, mail, batches
"""

from datetime import UTC, datetime

from builders.batches import GO, KAFKA
from builders.staffing import a_resume_file
from builders.stored import A_POSTING, RESUME_POINTS
from resume_customizer.core.actor import Actor
from resume_customizer.core.mail_lists import Receiver
from resume_customizer.core.permissions import Role, Scope
from resume_customizer.core.records.banks import Approval
from resume_customizer.services.background.batches import Wanted
from resume_customizer.services.desk import Desk
from resume_customizer.services.library.customizations import Order
from resume_customizer.services.library.drafts import Unfinished
from resume_customizer.services.mail.mail_drafts import Writing
from resume_customizer.services.mail.mail_templates import TemplateText
from resume_customizer.services.staffing.submissions import Sending

PEOPLE = ("Petra Vandersloot", "Jonas Okonkwo-Reyes", "Mila Strand")
OPENINGS = ("Java Developer", "Kafka Engineer", "Platform Engineer", "Data Engineer")


def an_everyday_desk(desk: Desk, ann: Actor) -> str:
    """Fill it; gives the id of a batch that was prepared and not run."""
    desk.workspaces.invite(ann, "carl@desk.example", Role.VIEWER)
    desk.api_keys.create(ann, "nightly", frozenset({Scope.READ}))
    bank = desk.banks.create(ann, "Ours")
    desk.banks.import_points(ann, bank.id, RESUME_POINTS)
    desk.banks.import_points(ann, bank.id, "Terraform\n• Described forty services.\n", approval=Approval.PROPOSED)
    openings = [
        desk.requirements.create(
            ann,
            {"title": title, "end_client": "Harbor Bank", "vendor_company": "Westway", "posting": A_POSTING}
            | ({"deadline": "2026-12-01"} if at == 0 else {}),
        )
        for at, title in enumerate(OPENINGS)
    ]
    resumes, made = [], []
    people = [desk.consultants.create(ann, {"name": name, "skills": "Java, Kafka"}) for name in PEOPLE]
    for person in people:
        resume = desk.resumes.upload(ann, f"{person.name}.docx", a_resume_file(person.name), person.id)
        version = desk.resumes.list_versions(ann, resume.id)[0].id
        resumes.append(resume.id)
        made.append(desk.customizations.make(ann, Order(version, bank_ids=(bank.id,), name=person.name)))
    desk.drafts.save(ann, Unfinished("Petra.docx", points="Kafka\n• Designed topics."))
    sending = Sending(
        requirement_id=openings[0].id,
        consultant_id=people[0].id,
        customization_id=made[0].id,
        right_to_represent="75 USD",
        represented_since=datetime(2026, 11, 20, tzinfo=UTC),
    )
    desk.submissions.submit(ann, sending)
    text = TemplateText("{{ title }}: a resume", "Hello,\n\nthe resume of {{ receiver_name }} is attached.\n")
    desk.mail_templates.save(ann, "A short one", text)
    writing = Writing(
        receivers=(Receiver("priya@vendor.example", "Priya Raman"),), text=TemplateText("Hello", "A word.")
    )
    desk.composing.queue(ann, writing)
    return desk.batches.prepare(ann, Wanted(name="Monday", resume_ids=resumes, targets=(KAFKA, GO))).batch_id
