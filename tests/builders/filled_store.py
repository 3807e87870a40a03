"""A store with something of everything that is hard to copy: two workspaces, references, times, numbers, a trail."""

from datetime import UTC, datetime

from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import Session, User
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.record import INSTALLATION, Record, new_id
from resume_customizer.core.records.resumes import Resume, ResumeVersion, StoredFile
from resume_customizer.core.records.work import AuditEntry, Due
from resume_customizer.core.records.workspaces import Membership, Usage, Workspace
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import InWorkspace, Store

WHEN = datetime(2026, 11, 23, 9, 30, 0, 123456, tzinfo=UTC)


def fill(store: Store, blobs: Blobs | None = None, resumes: int = 3) -> tuple[str, ...]:
    """Fill it; gives the ids of the workspaces."""
    homes = (new_id(), new_id())
    with store.transaction(InWorkspace(INSTALLATION)) as tx:
        user = tx.add(User(email="ann@desk.example", email_key="ann@desk.example", verified_at=WHEN))
        tx.add(Session(user_id=user.id, token_hash="a" * 64, used_at=WHEN))
        tx.add(Due(queue="job", in_workspace=homes[0], subject_id=new_id(), due_at=WHEN))
        tx.add(AuditEntry(number=1, at=WHEN, actor_id="", action="started", previous="", hash="0" * 64))
    for number, home in enumerate(homes):
        with store.transaction(InWorkspace(home)) as tx:
            tx.add(Workspace(id=home, name=f"Desk {number}"))
            tx.add(Membership(user_id=user.id, role=Role.OWNER))
            tx.add(Usage(counter="resumes", used=resumes))
            for each in tx.add_all(Resume(name=f"Größe {n} “x”", tags=("a", "b")) for n in range(resumes)):
                digest = blobs.put(home, f"{home} {each.name}".encode()) if blobs else "0" * 64
                tx.add(ResumeVersion(resume_id=each.id, number=1, file_name="a.docx", digest=digest, size=1))
                if blobs:
                    tx.add(StoredFile(digest=digest, size=1, kind="docx", uses=1))
            analysis = {"share": 0.5, "whole": 1.0, "large": 10**15, "none": None, "nested": [{"b": 1, "a": 2}]}
            tx.add(Requirement(title="Ingénieur", analysis=analysis, deadline=WHEN))
    return homes


def held(store: Store, homes: tuple[str, ...]) -> list[Record]:
    """What a store gives back of it."""
    found: list[Record] = []
    for home in homes:
        with store.reading(InWorkspace(home)) as tx:
            for kind in (Resume, ResumeVersion, Requirement, Membership, Usage):
                found += list(tx.every(kind))
            assert len(tx.search(Resume, "größe").records) == tx.count(Resume)
    with store.reading(InWorkspace(INSTALLATION)) as tx:
        found += [each for kind in (User, Session, Due, AuditEntry) for each in tx.every(kind)]
    return found
