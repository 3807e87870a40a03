"""One resume of many customized, as it is kept: run in the sandbox, where a resume is read once for all its targets.

    Request  ->  make()  ->  Made: the file, its certificate, its plan, and where each point went
    Request  ->  plan_again()  ->  Again: for who only looks (services/documents/foreseeing.py)

Promises (tests in tests/services/test_made.py):

* What is made of many is, byte for byte, what one at a time gives.
"""

import time
from dataclasses import dataclass
from typing import Any, NamedTuple

from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.planning.needs import cover
from resume_customizer.core.planning.plan import plan_to_json
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.services.documents.bulk import certificate_bytes
from resume_customizer.services.documents.customizing import carry_out, make_plan
from resume_customizer.services.documents.instructions import Instructions, Planned
from resume_customizer.services.documents.one_call import Request, instructions_of, nothing_placed, read_request, shares
from resume_customizer.services.documents.reports import customization_to_json

Values = dict[str, Any]


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


class Again(NamedTuple):
    """A plan for a resume that may have been read before."""

    planned: Planned
    instructions: Instructions
    new_reading: str
    """What the resume was read as, to be kept; empty when that was known."""


def get_ready() -> None:
    """Load what the first resume would else wait for: readers of points, and the catalogue."""
    for stack in parse_tech_stack("Kafka\n• Warmed up.").stacks:
        find_mentions(stack.technology)


def make(request: Request) -> Made:
    """The customized file; raises the errors of reading, planning and writing, NothingToPlace with the reasons."""
    began = time.perf_counter()
    planned, instructions, new_reading = plan_again(request)
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
        reading=new_reading,
    )


def plan_again(request: Request) -> Again:
    """A plan for one of many; raises the errors of reading and planning."""
    instructions = instructions_of(request)
    read = read_request(request, instructions)
    planned = make_plan(request.resume, instructions, read.document)
    return Again(planned, instructions, "" if read.text == request.reading else read.text)
