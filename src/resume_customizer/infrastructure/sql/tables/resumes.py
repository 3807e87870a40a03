"""Tables of resumes, and of what is made from them."""

from typing import Any, Final

from resume_customizer.core.records.desk import Consultant, Requirement
from resume_customizer.core.records.resumes import (
    Batch,
    BatchItem,
    Customization,
    CustomizationDetail,
    Draft,
    Resume,
    ResumeReading,
    ResumeVersion,
    StoredFile,
)
from resume_customizer.infrastructure.sql.kinds import Kind, by

RESUMES: Final[tuple[Kind[Any], ...]] = (
    Kind(StoredFile, "stored_files", unique=(("digest",),), listed=(by("uses"),)),
    Kind(
        Resume,
        "resumes",
        listed=(by(order="name"), by(order="changed_at"), by("consultant_id"), by("owner_id")),
        names={"consultant_id": Consultant},
        words=("name", "tags"),
    ),
    Kind(
        ResumeVersion,
        "resume_versions",
        unique=(("resume_id", "number"),),
        listed=(by("resume_id", order="number"), by("digest")),
        names={"resume_id": Resume},
    ),
    Kind(
        ResumeReading,
        "resume_readings",
        unique=(("resume_version_id",),),
        names={"resume_version_id": ResumeVersion},
    ),
    Kind(
        Draft,
        "drafts",
        listed=(by("owner_id", order="changed_at"), by("resume_version_id"), by("requirement_id")),
        names={"resume_version_id": ResumeVersion, "requirement_id": Requirement},
    ),
    Kind(
        Customization,
        "customizations",
        unique=(("key",),),
        listed=(
            by("resume_id"),
            by("resume_version_id"),
            by("requirement_id"),
            by("batch_id"),
            by("made_by"),
            by("status"),
            by(order="name"),
        ),
        names={
            "resume_id": Resume,
            "resume_version_id": ResumeVersion,
            "requirement_id": Requirement,
            "batch_id": Batch,
        },
        words=("name", "technologies"),
    ),
    Kind(
        CustomizationDetail,
        "customization_details",
        unique=(("customization_id",),),
        names={"customization_id": Customization},
    ),
    Kind(Batch, "batches", listed=(by("status"), by("made_by")), words=("name",)),
    Kind(
        BatchItem,
        "batch_items",
        unique=(("batch_id", "number"),),
        listed=(
            by("batch_id", order="number"),
            by("batch_id", "status", order="number"),
            by("batch_id", "is_foreseen"),
            by("resume_id"),
            by("customization_id"),
        ),
        names={"batch_id": Batch},
    ),
)
