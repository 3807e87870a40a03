"""One resume of many customized, as it is kept: run in the sandbox, where a resume is read once for all its targets.

    Request  ->  make()  ->  Made: the file, its certificate, its plan, and where each point went
    Request  ->  plan_again()  ->  Planned, Instructions: for who only looks (services/foreseeing.py)

Promises (tests in tests/services/test_made.py):

* What is made of many is, byte for byte, what one at a time gives.
* A resume that was read for one target is the same for the next, and another one is never taken for it.
"""

import time
from dataclasses import dataclass, field
from typing import Any, Final

from resume_customizer.core.corrections import Corrections
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.mentions import find_mentions
from resume_customizer.core.needs import cover
from resume_customizer.core.own_technologies import OwnTechnologies, known_here
from resume_customizer.core.plan import plan_to_json
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.resume.corrected import read_corrected
from resume_customizer.resume.package import Permissions
from resume_customizer.services.bulk import certificate_bytes
from resume_customizer.services.customizing import Instructions, Planned, carry_out, make_plan
from resume_customizer.services.one_call import Request, instructions_of, nothing_placed, shares
from resume_customizer.services.readings import reading_to_text, recall_reading
from resume_customizer.services.reports import customization_to_json

Values = dict[str, Any]
_LARGEST_REMEMBERED: Final = 2_000_000
"""Bytes of a resume that stays read for the next target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A customized file with all that is kept of it, in the form in which it is kept."""

    content: bytes
    certificate: bytes
    """As JSON."""
    plan: Values
    placed: list[Values]
    """A row for each placed point: where, by which rule and why."""
    unplaced: int
    coverage_before: int
    """In tenths of a percent, as after."""
    coverage_after: int
    program: str
    """What it was made with, as the certificate says it."""
    milliseconds: int
    """Of work on it."""
    reading: str = ""
    """What the resume was read as, to be kept; empty when that was known."""


@dataclass(slots=True)
class _Lately:
    """The resume that was read last."""

    content: bytes = b""
    how: tuple[Permissions, Corrections, OwnTechnologies] | None = None
    document: ResumeDocument | None = field(default=None)
    text: str = ""
    """The same in the form in which it is kept."""

    def read(self, request: Request, instructions: Instructions) -> ResumeDocument:
        """What it says; read anew unless it is the same, to be read in the same way, or a reading of it was kept."""
        content, how = request.resume, (instructions.permissions, instructions.corrections, known_here())
        if self.document is not None and how == self.how and content == self.content:
            return self.document
        document = recall_reading(request.reading, content, instructions.corrections)
        self.text = request.reading
        if document is None:
            document = read_corrected(content, instructions.permissions, instructions.corrections)
            self.text = reading_to_text(document)
        self.document, self.how, self.content = document, how, content
        if len(content) > _LARGEST_REMEMBERED:
            self.document, self.content = None, b""
        return document


_lately = _Lately()


def get_ready() -> None:
    """Load what the first resume would else wait for: readers of points, and the catalogue."""
    for stack in parse_tech_stack("Kafka\n• Warmed up.").stacks:
        find_mentions(stack.technology)


def make(request: Request) -> Made:
    """The customized file; raises the errors of reading, planning and writing, NothingToPlace with the reasons."""
    began = time.perf_counter()
    planned, instructions = plan_again(request)
    done = carry_out(request.resume, planned, instructions)
    report = customization_to_json(done, None, None)
    if done.written is None:
        raise nothing_placed(report)
    certificate = done.written.certificate
    coverage = cover(planned.document, planned.plan, instructions.posting) if instructions.posting else None
    before, after = shares(coverage)
    return Made(
        content=done.written.content,
        certificate=certificate_bytes(certificate),
        plan=plan_to_json(planned.plan, planned.document),
        placed=report["placed"],
        unplaced=len(report["unplaced"]),
        coverage_before=before,
        coverage_after=after,
        program=certificate.tool,
        milliseconds=round(1000 * (time.perf_counter() - began)),
        reading=new_reading(request),
    )


def plan_again(request: Request) -> tuple[Planned, Instructions]:
    """A plan for a resume that may have been read for the call before."""
    instructions = instructions_of(request)
    return make_plan(request.resume, instructions, _lately.read(request, instructions)), instructions


def new_reading(request: Request) -> str:
    """What the resume that was just planned for was read as, to be kept; empty when that was known."""
    return "" if _lately.text == request.reading else _lately.text
