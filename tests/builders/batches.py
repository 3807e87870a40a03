"""Batches for tests: stored resumes, targets, and what works off their jobs.

several_resumes(desk, actor, 3)  ->  ids;  wanted(ids)  ->  Wanted;  work_off(desk)  ->  every job that waits is done
"""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from builders.desk import Desk
from builders.docx import a_docx, line
from builders.stored import A_POSTING, RESUME_POINTS, small_resume
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.record import Id
from resume_customizer.services.background.batches import Target, Wanted
from resume_customizer.services.background.job_kinds import Stopped
from resume_customizer.services.background.job_lines import JOB_QUEUES
from resume_customizer.services.background.tasks import Task

PEOPLE = ("Petra Vandersloot", "Jonas Okonkwo-Reyes", "Mila Strand", "Tomas Ilves", "Noor Haddadin")
KAFKA = Target(label="Kafka desk", points=RESUME_POINTS, posting=A_POSTING)
GO = Target(label="Gateway", points="Go\n• Built the gateway in Go.\n")


def several_resumes(desk: Desk, actor: Actor, count: int = 3) -> list[Id]:
    """Resumes of different people."""
    return [desk.resumes.upload(actor, f"{name}.docx", small_resume(name)).id for name in PEOPLE[:count]]


def without_experience(desk: Desk, actor: Actor) -> Id:
    """A resume into which nothing can be put."""
    content = a_docx(line("Ada Quill"), line("A letter, and no resume at all."))
    return desk.resumes.upload(actor, "Ada Quill.docx", content).id


def wanted(resume_ids: Sequence[Id], *targets: Target, **more: Any) -> Wanted:  # noqa: ANN401 - fields of Wanted
    """A batch of these resumes for these targets."""
    return Wanted(name="Monday", resume_ids=resume_ids, targets=targets or (KAFKA,), **more)


def next_task(desk: Desk, worker: str = "a worker") -> Task:
    """The next job, in a worker's hands."""
    task = desk.working.claim(worker, JOB_QUEUES)
    assert task
    return task


def carry_out(desk: Desk, task: Task) -> None:
    """What a worker does with it."""
    try:
        result = desk.working.run(task)
    except Stopped:
        desk.working.put_back(task)
    except Exception as fault:  # noqa: BLE001 - as a worker does
        desk.working.fail(task, fault)
    else:
        desk.working.finish(task, result)


def work_off(desk: Desk) -> int:
    """Everything that waits; says how many jobs there were."""
    count = 0
    while task := desk.working.claim("a worker", JOB_QUEUES):
        carry_out(desk, task)
        count += 1
    return count


def opened(pieces: Any) -> zipfile.ZipFile:  # noqa: ANN401 - an iterator of bytes
    """The ZIP that came in pieces."""
    return zipfile.ZipFile(BytesIO(b"".join(pieces)))
