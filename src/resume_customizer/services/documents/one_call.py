"""The main job in one call: bytes and plain values in, bytes and plain values out.

    Request  ->  inspect() | plan() | customize() | verify() | undo()  ->  JSON values, files

For doors whose callers are other programs. All of it can be sent to another process and back.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from resume_customizer.core.analysis import Analysis
from resume_customizer.core.certificate import certificate_to_json, parse_certificate
from resume_customizer.core.corrections import parse_corrections
from resume_customizer.core.errors import InvalidInput, NothingToPlace, UnreadableInput
from resume_customizer.core.matching import match as compare
from resume_customizer.core.naming.own_technologies import remembered
from resume_customizer.core.planning.needs import Coverage, cover
from resume_customizer.core.planning.plan import plan_to_json
from resume_customizer.core.planning.plan_rows import parse_plan
from resume_customizer.core.planning.rules import DEFAULT_RULES, parse_rules
from resume_customizer.core.points import PointBank
from resume_customizer.core.posting import analyze_posting
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.core.text import read_text
from resume_customizer.resume.corrected import read_corrected
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions
from resume_customizer.resume.pdf_resume import read_pdf_resume
from resume_customizer.resume.verifier import undo as take_back
from resume_customizer.resume.verifier import verify as hold_against
from resume_customizer.resume.writer import Revision
from resume_customizer.services.documents.analyzing import analysis_to_json
from resume_customizer.services.documents.customizing import carry_out, make_plan
from resume_customizer.services.documents.instructions import Instructions, Planned
from resume_customizer.services.documents.matching import match_to_json
from resume_customizer.services.documents.reading_texts import read_any_text
from resume_customizer.services.documents.readings import ReadOnce, read_once
from resume_customizer.services.documents.reports import customization_to_json, inspection_to_json

Values = dict[str, Any]
_LATELY: Final = 4
"""Points and postings that were read lately are not read again: many resumes are customized for the same."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a caller asks for; texts as bytes are read as files are, JSON values are checked as files are."""

    resume: bytes
    points: bytes | None = None
    bank: PointBank | None = None
    """Points that were read already; then `points` is not asked."""
    source: str = "points"
    """What the points are called in the certificate."""
    posting: bytes | None = None
    rules: object = None
    plan: object = None
    """A plan made before, perhaps edited; then points are not needed."""
    author: str = ""
    """Whose tracked changes the insertions are; empty for plain text."""
    moment: datetime | None = None
    permissions: Permissions = NO_PERMISSIONS
    corrections: Sequence[object] = ()
    """Of how the resume is understood, as JSON values."""
    reading: str = ""
    """What reading it gave before, where it was kept; see services/documents/readings.py."""

    def but(self, *, plan: object, author: str, moment: datetime | None) -> "Request":
        """The same with a plan, and with tracked changes."""
        return replace(self, plan=plan, author=author, moment=moment)


@dataclass(frozen=True, slots=True)
class Answer:
    """A customized file, what proves it, and what was done."""

    content: bytes
    certificate: Values
    report: Values
    plan: Values
    coverage: Coverage | None
    """How the posting's needs are met before and after; None without a posting."""


def inspect(resume: bytes, permissions: Permissions = NO_PERMISSIONS, corrections: Sequence[object] = ()) -> Values:
    """What is understood of a resume, with corrections as JSON values."""
    return inspection_to_json(read_corrected(resume, permissions, parse_corrections(list(corrections))))


def plan(request: Request) -> Values:
    """Where each point would go; a plan that can be edited and handed in again."""
    planned = plan_request(request, instructions_of(request))
    return plan_to_json(planned.plan, planned.document)


def customize(request: Request) -> Answer:
    """The customized file; raises NothingToPlace, with the reasons, when no point can be placed."""
    instructions = instructions_of(request)
    planned = plan_request(request, instructions)
    done = carry_out(request.resume, planned, instructions)
    report = customization_to_json(done, None, None)
    if done.written is None:
        raise nothing_placed(report)
    certificate = certificate_to_json(done.written.certificate)
    coverage = cover(planned.document, planned.plan, instructions.posting) if instructions.posting else None
    return Answer(done.written.content, certificate, report, plan_to_json(planned.plan, planned.document), coverage)


def analyze(posting: bytes, name: str = "posting") -> Values:
    """What a posting asks for, and the text that its places count in; in whatever form it comes."""
    text = read_any_text(posting, name).text
    return {"text": text, **analysis_to_json(analyze_posting(text))}


def match(resume: bytes, posting: bytes, today: date, permissions: Permissions = NO_PERMISSIONS) -> Values:
    """How well a resume, Word document or PDF, fits a posting, and what is missing."""
    is_pdf = resume.startswith(b"%PDF")
    document = read_pdf_resume(resume) if is_pdf else read_corrected(resume, permissions, ())
    return match_to_json(compare(document, analyze_posting(read_any_text(posting).text), today), document)


def verify(original: bytes, customized: bytes, certificate: bytes | None = None) -> Values:
    """Whether the one file is the other one plus whole new paragraphs."""
    found = hold_against(original, customized, parse_certificate(_json(certificate)) if certificate else None)
    return {"holds": found.holds, "problems": list(found.problems), "inserted": list(found.inserted)}


def undo(customized: bytes, certificate: bytes) -> bytes:
    """The original file, byte for byte."""
    return take_back(customized, parse_certificate(_json(certificate)))


def instructions_of(request: Request) -> Instructions:
    """What the caller wants, read: points, posting, rules, plan and corrections."""
    if request.points is None and request.bank is None and request.plan is None:
        raise InvalidInput("no-points", "Send points, or a plan that was made before.", "points")
    bank = request.bank or (_read_points(request.points) if request.points is not None else PointBank(()))
    posting = (
        _read_posting(request.posting, tuple(each.technology for each in bank.stacks)) if request.posting else None
    )
    return Instructions(
        bank=bank,
        source=request.source,
        rules=parse_rules(request.rules) if request.rules is not None else DEFAULT_RULES,
        posting=posting,
        plan=parse_plan(request.plan) if request.plan is not None else None,
        revision=Revision(request.author, request.moment) if request.author and request.moment else None,
        permissions=request.permissions,
        corrections=parse_corrections(list(request.corrections)),
    )


def read_request(request: Request, instructions: Instructions) -> ReadOnce:
    """The resume of a request, which may have been read for the request before."""
    return read_once(request.resume, instructions.permissions, instructions.corrections, request.reading)


def plan_request(request: Request, instructions: Instructions) -> Planned:
    """Where each point would go; raises the errors of reading and planning."""
    return make_plan(request.resume, instructions, read_request(request, instructions).document)


def nothing_placed(report: Values) -> NothingToPlace:
    """The error for a customization that would change nothing, with the reasons."""
    reasons = sorted({each["reason"] for each in report["unplaced"]}) or ["no points were given"]
    return NothingToPlace("nothing-placed", f"No point could be placed: {'; '.join(reasons[:3])}")


@remembered(_LATELY)
def _read_points(points: bytes) -> PointBank:
    return parse_tech_stack(points)


@remembered(_LATELY)
def _read_posting(posting: bytes, technologies: tuple[str, ...]) -> Analysis:
    return analyze_posting(read_text(posting, "posting").text, list(technologies))


def shares(coverage: Coverage | None) -> tuple[int, int]:
    """How many needs are shown before and after, in tenths of a percent; 0 without any."""
    rows = coverage.rows if coverage else ()
    if not rows:
        return 0, 0
    before, after = sum(row.before == "shown" for row in rows), sum(row.after == "shown" for row in rows)
    return 1000 * before // len(rows), 1000 * after // len(rows)


def _json(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise UnreadableInput("bad-certificate", "This is not a certificate: it can't be read as JSON.") from None
