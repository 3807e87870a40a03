"""What a customization would become, without making it: for looking at many before any is made.

Request  ->  foresee(), in the sandbox  ->  Foreseen: how many points find a place, why others do not, what is odd
"""

import time
from dataclasses import dataclass

from resume_customizer.core.planning.needs import cover
from resume_customizer.services.documents import one_call
from resume_customizer.services.documents.instructions import Planned
from resume_customizer.services.documents.made import plan_again
from resume_customizer.services.documents.page_budget import forecast_pages

_MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One customization that was not made."""

    placed: int
    unplaced: list[str]
    """A line for each point without a place, with the reason."""
    warnings: list[str]
    coverage_before: int
    """In tenths of a percent, as after."""
    coverage_after: int
    pages: list[int] | None
    """How many it has and would have; None where they can't be counted."""
    milliseconds: int
    """Of work on it."""
    reading: str = ""
    """What the resume was read as, to be kept; empty when that was known."""


def foresee(request: one_call.Request) -> Foreseen:
    """Plan it; raises the errors of reading and planning."""
    began = time.perf_counter()
    planned, instructions, new_reading = plan_again(request)
    coverage = cover(planned.document, planned.plan, instructions.posting) if instructions.posting else None
    before, after = one_call.shares(coverage)
    return Foreseen(
        placed=len(planned.plan.placements),
        unplaced=[f"{each.point[:80]}: {each.reason}" for each in planned.plan.unplaced][:_MOST_LINES],
        warnings=[each.message for each in planned.notices][:_MOST_LINES],
        coverage_before=before,
        coverage_after=after,
        pages=_pages(request, planned),
        milliseconds=round(1000 * (time.perf_counter() - began)),
        reading=new_reading,
    )


def _pages(request: one_call.Request, planned: Planned) -> list[int] | None:
    found = forecast_pages(request.resume, planned, permissions=request.permissions)
    return [found.before, found.after] if found else None
