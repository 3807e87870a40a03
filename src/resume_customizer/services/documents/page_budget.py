"""Pages: how many the result will have, and which points to leave out so that it keeps to a number of them.

    bytes + Planned  ->  forecast_pages()  ->  PageForecast
    bytes + ResumeDocument + Instructions  ->  study_within_pages()  ->  Study

The result is made in memory and laid out as the document has it (`resume/pages`). Where that is not sure, a judge who
sets the pages for real decides, if there is one (LibreOffice). A limit of pages becomes a limit of lines: the most
lines are looked for with which the resume keeps to its pages; the best distribution with so many lines leaves out as
few points as can be. The judge has the last word on it.

Promises (tests in tests/services/test_page_budget.py):

* What is said to keep to its pages does so when it is written.
* No more is left out than has to be: one line more would begin another page.
* A point costs the lines that it takes in the column, indent and font of its experience.
"""

from dataclasses import dataclass, field, replace

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import InvalidInput, RefusedInput
from resume_customizer.core.planning.decided import Study, plan_of
from resume_customizer.core.planning.distribution import study, study_again
from resume_customizer.core.planning.plan import NO_EXPERIENCE, Placement, Plan
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions
from resume_customizer.resume.pages.counting import TOO_LONG, PageCount, count_pages
from resume_customizer.resume.pages.means import ROUGHLY, PageMeans
from resume_customizer.resume.writer import write_resume
from resume_customizer.services.documents.instructions import Instructions, Planned

LAYOUT, JUDGE = "layout", "LibreOffice"
_MOST_CHECKS, _LINES_BACK = 6, 2
"""How often the judge is asked whether the pages are kept, and how many lines are taken back when they are not."""
KEPT_OUT = "Left out so that the resume keeps to {}; it would add {}."


@dataclass(frozen=True, slots=True)
class PageForecast:
    """The pages of a resume before and after."""

    before: int
    after: int
    is_sure: bool
    by: str
    """`layout`, or who was asked because the layout was not sure."""
    doubts: tuple[str, ...] = ()
    """What the document holds that is not laid out exactly."""


def forecast_pages(
    content: bytes, planned: Planned, means: PageMeans = ROUGHLY, permissions: Permissions = NO_PERMISSIONS
) -> PageForecast | None:
    """How many pages the resume has now, and how many with the plan; None for a document too long to be counted."""
    counter = _Counter(means, permissions)
    try:
        before = after = counter.pages(content)
        if planned.plan.placements:
            written = write_resume(content, planned.document, planned.plan, anchors=planned.anchors)
            after = counter.pages(written.content)
    except RefusedInput as fault:
        if fault.code != TOO_LONG:
            raise
        return None
    by = JUDGE if JUDGE in (before.by, after.by) else LAYOUT
    return PageForecast(before.pages, after.pages, before.is_sure and after.is_sure, by, after.doubts)


def study_within_pages(content: bytes, document: ResumeDocument, instructions: Instructions) -> Study:
    """The best distribution with which the resume keeps to its pages; raises InvalidInput `too-many-…`."""
    rules, means = instructions.rules, instructions.pages
    rules.check_count(sum(len(stack.points) for stack in instructions.bank.stacks))
    counter = _Counter(means, instructions.permissions)
    has = counter.pages(content).pages
    most = rules.most_pages or has
    if has > most:
        message = f"The resume has {_pages(has)} already; it can't keep to {most}. Allow at least {has}."
        raise InvalidInput("too-many-pages", message)
    costs = line_costs(content, document, instructions)
    aids = replace(instructions.aids, line_cost=costs)

    whole = study(document, instructions.bank, replace(rules, most_pages=None), instructions.posting, aids)
    plan = plan_of(whole)
    if _keeps(counter, content, document, plan, most):
        return whole._replace(rules=rules)
    low, high = 0, sum(costs(row.point, row.experience) for row in plan.placements)
    best = study_again(whole, 0)
    while high - low > 1:
        middle = (low + high) // 2
        tried = study_again(whole, middle)
        if _keeps(counter, content, document, plan_of(tried), most):
            low, best = middle, tried
        else:
            high = middle
    for _ in range(_MOST_CHECKS if low else 0):
        if counter.set_for_real(content, document, plan_of(best)) <= most:
            break
        low = max(0, low - _LINES_BACK)
        best = study_again(whole, low)
    return _explained(best, plan, costs, replace(rules, most_lines=low), most)


def line_costs(content: bytes, document: ResumeDocument, instructions: Instructions) -> "LineCosts":
    """The lines that the points of these instructions add."""
    points = [point.text for stack in instructions.bank.stacks for point in stack.points]
    return LineCosts(content, document, points, instructions)


class LineCosts:
    """The lines that a point adds to an experience, as the document lays it out."""

    def __init__(self, content: bytes, document: ResumeDocument, points: list[str], instructions: Instructions) -> None:
        self._content, self._document, self._points = content, document, list(dict.fromkeys(points))
        self._faces, self._permissions = instructions.pages.faces, instructions.permissions
        self._known: dict[int, dict[str, int]] = {}

    def __call__(self, point: str, experience: int) -> int:
        """At least one; one where the experience takes no points."""
        known = self._known.setdefault(experience, {})
        if point not in known:
            known |= self._measured([*self._points, point] if not known else [point], experience)
        return known[point]

    def _measured(self, points: list[str], experience: int) -> dict[str, int]:
        experiences = self._document.experiences
        if experience == NO_EXPERIENCE or experiences[experience].anchor is None:
            return dict.fromkeys(points, 1)
        rows = tuple(Placement(point, "", 0, experience) for point in dict.fromkeys(points))
        written = write_resume(self._content, self._document, Plan(self._document.sha256, rows))
        lines = count_pages(written.content, self._faces, self._permissions).lines
        ends = {text[-_ENDING:]: count for text, count in lines.items()}
        return {point: max(1, lines.get(point) or ends.get(point[-_ENDING:], 1)) for point in points}


_ENDING = 60
"""Characters at the end of a paragraph by which a point is known behind its typed marker."""


@dataclass(frozen=True, slots=True)
class _Pages:
    pages: int
    is_sure: bool
    by: str
    doubts: tuple[str, ...]


@dataclass(slots=True)
class _Counter:
    """Counts pages, and asks the judge where the layout is not sure."""

    means: PageMeans
    permissions: Permissions
    judged: dict[bytes, int] = field(default_factory=dict[bytes, int])

    def set_for_real(self, content: bytes, document: ResumeDocument, plan: Plan) -> int:
        """The pages that the judge sets with a plan; 0 without a judge."""
        if self.means.judge is None or not plan.placements:
            return 0
        return self.means.judge(write_resume(content, document, plan).content)

    def pages(self, content: bytes) -> _Pages:
        """The pages of a document."""
        counted: PageCount = count_pages(content, self.means.faces, self.permissions)
        if counted.is_sure or self.means.judge is None:
            return _Pages(counted.pages, counted.is_sure, LAYOUT, counted.doubts)
        if content not in self.judged:
            self.judged[content] = self.means.judge(content)
        return _Pages(self.judged[content], True, JUDGE, ())


def _keeps(counter: _Counter, content: bytes, document: ResumeDocument, plan: Plan, most: int) -> bool:
    """Whether the resume keeps to so many pages with a plan, by a margin where that is not sure."""
    if not plan.placements:
        return True
    found = counter.pages(write_resume(content, document, plan).content)
    return found.pages <= most and (found.is_sure or bool(found.doubts) or found.pages < most)


def _explained(best: Study, whole: Plan, costs: LineCosts, rules: DistributionRules, most: int) -> Study:
    """With the reason for each point that pages alone keep out."""
    placed = {(row.technology, row.line, row.point): row.experience for row in whole.placements}
    reasons = dict(best.reasons)
    for offer in best.offers:
        where = placed.get((offer.technology, offer.point.line, offer.point.text))
        if where is not None and reasons.get(offer.position, ("", ""))[0] == "no-room":
            lines = costs(offer.point.text, where)
            cost = "1 line" if lines == 1 else f"{lines} lines"
            reasons[offer.position] = ("no-room", KEPT_OUT.format(_pages(most), cost))
    return best._replace(reasons=reasons, rules=rules)


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
