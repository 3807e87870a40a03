"""Stored resumes and points for tests of services: a small resume, points for it, and a posting that asks for some.

a_stored_resume(desk, actor)  ->  Resume with one version;  RESUME_POINTS, A_POSTING fit it
"""

from functools import cache

from builders.desk import Desk
from builders.docx import a_docx, bold, bullets, heading, line
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.resumes import Resume, ResumeVersion

RESUME_POINTS = (
    "Kafka\n"
    "• Designed an event backbone on Kafka for 40 services.\n"
    "• Cut Kafka consumer lag from minutes to seconds.\n"
    "\n"
    "Terraform\n"
    "• Described the whole platform in Terraform modules.\n"
)
A_POSTING = "Senior Java Engineer\n\nRequirements:\n- Kafka and Terraform are required.\n- Go is a plus.\n"


@cache
def small_resume(owner: str = "Petra Vandersloot") -> bytes:
    """A resume with two employments."""
    return a_docx(
        line(bold(owner)),
        heading("Experience"),
        line(bold("Harrow Freight"), " | Java Developer | Jan 2021 – Present"),
        bullets("Built booking services in Java.", "Led a team of three."),
        line(bold("Quillon Bank"), " | Developer | Mar 2016 – Dec 2020"),
        bullets("Kept the ledger running.", "Moved batch jobs to Java."),
    )


def a_stored_resume(desk: Desk, actor: Actor, owner: str = "Petra Vandersloot") -> Resume:
    """One that was uploaded."""
    return desk.resumes.upload(actor, f"{owner}.docx", small_resume(owner))


def newest_version(desk: Desk, actor: Actor, resume: Resume) -> ResumeVersion:
    """The version that a customization starts from."""
    return desk.resumes.list_versions(actor, resume.id)[0]
