"""The JSON that other programs rely on: the same names at every door.

    ResumeDocument | Customized | Verification  ->  dict

Experiences are numbered by their position in `inspect`, from 0. Nothing here tells the time.
"""

from collections.abc import Iterable
from typing import Any

from resume_customizer.core.certificate import Certificate
from resume_customizer.core.document import Experience, ResumeDocument
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.plan import NO_EXPERIENCE, Placement
from resume_customizer.services.documents.customizing import Customized
from resume_customizer.services.documents.instructions import Planned


def inspection_to_json(document: ResumeDocument) -> dict[str, Any]:
    """What was understood of a resume."""
    return {
        "sha256": document.sha256,
        "sections": [{"kind": section.kind, "title": section.title} for section in document.sections],
        "experiences": [_experience(experience) for experience in document.experiences],
        "notices": notices_to_json(document.notices),
    }


def customization_to_json(done: Customized, output: str | None, certificate: str | None) -> dict[str, Any]:
    """What was placed where, what was not and why, and which files tell; None for files that were not written."""
    return {
        "placed": _placed(done),
        "unplaced": [
            {
                "point": each.point,
                "technology": each.technology,
                "reason": each.reason,
                "code": each.code,
                "line": each.line,
            }
            for each in done.planned.plan.unplaced
        ],
        "output": output,
        "output_sha256": done.written.certificate.customized_sha256 if done.written else None,
        "certificate": certificate,
        "notices": notices_to_json(done.planned.notices),
    }


def notices_to_json(notices: Iterable[Notice]) -> list[dict[str, str]]:
    """Oddities that were noticed on the way."""
    return [{"code": notice.code, "message": notice.message, "where": notice.where} for notice in notices]


def place_of(planned: Planned, placement: Placement) -> str:
    """The text of the line that a point follows."""
    if placement.after is not None and placement.after in planned.anchors:
        return planned.anchors[placement.after].after_text
    anchor = planned.document.experiences[placement.experience].anchor
    return anchor.after_text if anchor else ""


def _placed(done: Customized) -> list[dict[str, Any]]:
    """As written, when something was written: the certificate knows the bullet that each point follows."""
    certificate: Certificate | None = done.written.certificate if done.written else None
    after = [point.after for point in certificate.points] if certificate else None
    return [
        {
            "point": each.point,
            "technology": each.technology,
            "experience": None if each.experience == NO_EXPERIENCE else each.experience,
            "after": after[at] if after else place_of(done.planned, each),
            "reason": each.reason,
            "rule": each.rule,
            "line": each.line,
        }
        for at, each in enumerate(done.planned.plan.placements)
    ]


def _experience(experience: Experience) -> dict[str, Any]:
    return {
        "kind": experience.kind,
        "role": experience.role,
        "company": experience.company,
        "location": experience.location,
        "start": experience.start,
        "end": experience.end,
        "header": list(experience.header),
        "bullets": [bullet.text for bullet in experience.bullets],
        "environment": experience.environment,
        "insert_after": experience.anchor.after_text if experience.anchor else None,
        "confidence": round(experience.confidence, 3),
    }
