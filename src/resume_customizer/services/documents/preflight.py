"""What can be done with a resume, and a copy that shows where new points would go.

    bytes  ->  look()  ->  Looked: verdict, experiences, and the copy with its marks

The copy is made by the writer itself, so a mark stands exactly where a point would. It is for looking at only.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from resume_customizer.core.document import Anchor, BulletTemplate, ResumeDocument
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.planning.plan import Placement, Plan, experience_title
from resume_customizer.core.preflight import Standing, Verdict, judge_document, judge_refusal
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions
from resume_customizer.resume.reader import read_resume
from resume_customizer.resume.writer import write_resume
from resume_customizer.services.documents.reports import notices_to_json

_MARK: Final = "New points of “{}” go here."


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found."""

    verdict: Verdict
    document: ResumeDocument | None
    """None for a file that can't be read as a resume."""
    marked: bytes | None
    """The copy with its marks; None where there is no place, or none was asked for."""


def look(content: bytes, permissions: Permissions = NO_PERMISSIONS, *, mark: bool = False) -> Looked:
    """Read a resume and say how it stands; never raises for what is wrong with the file."""
    try:
        document = read_resume(content, permissions)
    except ResumeCustomizerError as fault:
        return Looked(judge_refusal(fault), None, None)
    verdict = judge_document(document)
    if verdict.standing is Standing.REFUSED or not mark:
        return Looked(verdict, document, None)
    return Looked(verdict, document, _marked(content, document))


def looked_to_json(looked: Looked) -> dict[str, Any]:
    """The verdict, for other programs."""
    experiences = looked.document.experiences if looked.document else ()
    return {
        "standing": looked.verdict.standing.value,
        "reasons": notices_to_json(looked.verdict.reasons),
        "experiences": [
            {
                "title": experience_title(each, at),
                "bullets": len(each.bullets),
                "insert_after": each.anchor.after_text if each.anchor else None,
                "reason": each.no_anchor_reason or None,
                "confidence": round(each.confidence, 3),
            }
            for at, each in enumerate(experiences)
        ],
    }


def _marked(content: bytes, document: ResumeDocument) -> bytes:
    highlighted = tuple(
        replace(each, anchor=_highlighted(each.anchor)) if each.anchor else each for each in document.experiences
    )
    placements = tuple(
        Placement(_MARK.format(experience_title(each, at)), "", at + 1, at)
        for at, each in enumerate(highlighted)
        if each.anchor
    )
    shown = replace(document, experiences=highlighted)
    return write_resume(content, shown, Plan(document.sha256, placements)).content


def _highlighted(anchor: Anchor) -> Anchor:
    splices = tuple(replace(each, template=_with_highlight(each.template)) for each in anchor.splices)
    return replace(anchor, splices=splices)


def _with_highlight(template: BulletTemplate) -> BulletTemplate:
    """Its text on a yellow ground (ECMA-376 part 1, 17.3.2.15)."""
    w = template.prefix
    end = b"</%srPr>" % w
    own = template.run.removesuffix(end) if template.run.endswith(end) else b"<%srPr>" % w
    return replace(template, run=own + b'<%shighlight %sval="yellow"/>' % (w, w) + end)
