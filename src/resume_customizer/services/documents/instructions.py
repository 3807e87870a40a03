"""What a person asks for, and what would be done: what planning, counting pages and writing hand on.

options, a request, a job  ->  Instructions  ->  customizing, page_budget  ->  Planned
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_customizer.core.corrections import Corrections
from resume_customizer.core.document import Anchor, ResumeDocument
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.decided import Study
from resume_customizer.core.planning.plan import Plan
from resume_customizer.core.planning.rules import DEFAULT_RULES, DistributionRules
from resume_customizer.core.planning.timeline import why_not_then
from resume_customizer.core.planning.weighing import Aids
from resume_customizer.core.points import PointBank
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions
from resume_customizer.resume.pages.means import ROUGHLY, PageMeans
from resume_customizer.resume.writer import Revision

if TYPE_CHECKING:
    from resume_customizer.core.analysis import Analysis

NO_POINTS = PointBank(())
USUAL_AIDS = Aids(find_anachronism=why_not_then)


@dataclass(frozen=True, slots=True)
class Instructions:
    """What a person asks for: the points, where they may go, and how they are written."""

    bank: PointBank = NO_POINTS
    source: str = ""
    """Name of the file that the points came from."""
    rules: DistributionRules = DEFAULT_RULES
    posting: "Analysis | None" = None
    plan: Plan | None = None
    """A plan made before, perhaps edited; then `rules` and `posting` are not asked, and `bank` only for notices."""
    plan_name: str = ""
    """Name of its file, for what is wrong with its rows."""
    after_paragraph: int | None = None
    """All points go behind this paragraph, counted from 1, whatever the structure."""
    revision: Revision | None = None
    permissions: Permissions = NO_PERMISSIONS
    corrections: Corrections = ()
    """What a person corrected of how the resume is understood."""
    aids: Aids = USUAL_AIDS
    """What helps to weigh: what existed when, nearness in meaning, the lines that points add."""
    pages: PageMeans = ROUGHLY
    """What pages and lines are measured with."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What would be done to one resume."""

    document: ResumeDocument
    plan: Plan
    anchors: dict[int, Anchor]
    """Places that the plan names beside the experiences' own, by paragraph."""
    notices: tuple[Notice, ...]
    study: Study | None = None
    """What the plan follows from; None for a plan that was made before, or behind a paragraph."""
