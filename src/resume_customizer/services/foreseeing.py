"""What a customization would become, without making it: for looking at many before any is made.

Request  ->  foresee(), in the sandbox  ->  Foreseen: how many points find a place, why others do not, what is odd
"""

from dataclasses import dataclass

from resume_customizer.core.needs import cover
from resume_customizer.services import one_call
from resume_customizer.services.customizing import make_plan

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


def foresee(request: one_call.Request) -> Foreseen:
    """Plan it; raises the errors of reading and planning."""
    instructions = one_call.instructions_of(request)
    planned = make_plan(request.resume, instructions)
    coverage = cover(planned.document, planned.plan, instructions.posting) if instructions.posting else None
    before, after = one_call.shares(coverage)
    return Foreseen(
        placed=len(planned.plan.placements),
        unplaced=[f"{each.point[:80]}: {each.reason}" for each in planned.plan.unplaced][:_MOST_LINES],
        warnings=[each.message for each in planned.notices][:_MOST_LINES],
        coverage_before=before,
        coverage_after=after,
    )
