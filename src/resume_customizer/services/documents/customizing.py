"""Customize one resume: the one service under every door.

    bytes + Instructions  ->  make_plan()  ->  Planned  ->  carry_out()  ->  Customized(bytes, certificate)

Nothing is read from or written to disk here, and nothing depends on the time of day: the same bytes and the
same instructions give the same bytes.
"""

from dataclasses import dataclass, replace

from resume_customizer.core.document import Anchor, Experience, ResumeDocument
from resume_customizer.core.errors import about
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.decided import Study, plan_of
from resume_customizer.core.planning.distribution import distribute, study
from resume_customizer.core.planning.plan import NO_EXPERIENCE, Plan, check_plan
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.resume.corrected import read_corrected
from resume_customizer.resume.reader import OpenDocument, anchor_at, open_document, read_opened
from resume_customizer.resume.writer import Written, write_resume
from resume_customizer.services.documents.instructions import Instructions, Planned


@dataclass(frozen=True, slots=True)
class Customized:
    """What was done to one resume."""

    planned: Planned
    written: Written | None
    """None when there was nothing to place."""


def customize(content: bytes, instructions: Instructions) -> Customized:
    """Plan and write in one go; raises the errors of reading, planning and writing."""
    return carry_out(content, make_plan(content, instructions), instructions)


def make_plan(content: bytes, instructions: Instructions, document: ResumeDocument | None = None) -> Planned:
    """Read the resume and decide where each point goes; an edited plan is checked against the resume.

    `document` is what reading it with these corrections gave before, for who plans for one resume again and again.
    """
    if instructions.after_paragraph is not None:
        return _plan_behind(content, instructions, instructions.after_paragraph - 1)
    document = document or read_corrected(content, instructions.permissions, instructions.corrections)
    plan = instructions.plan
    if plan is None:
        done = _study(content, document, instructions)
        plan = plan_of(done)
        return Planned(document, plan, {}, _notices(instructions, document, plan.notices), done)
    with about(instructions.plan_name):
        changes = check_plan(plan, document, instructions.bank if instructions.bank.stacks else None)
    anchors = _anchors(content, document, plan, instructions)
    return Planned(document, plan, anchors, _notices(instructions, document, (*plan.notices, *changes)))


def _study(content: bytes, document: ResumeDocument, instructions: Instructions) -> Study:
    """Who goes where; with limits of lines or pages, by what the document makes of each point."""
    rules, aids = instructions.rules, instructions.aids
    if rules.most_pages is not None:
        from resume_customizer.services.documents.page_budget import study_within_pages

        return study_within_pages(content, document, instructions)
    if rules.most_lines is not None and aids.line_cost is None:
        from resume_customizer.services.documents.page_budget import line_costs

        aids = replace(aids, line_cost=line_costs(content, document, instructions))
    return study(document, instructions.bank, rules, instructions.posting, aids)


def with_anchors(content: bytes, planned: Planned, instructions: Instructions) -> Planned:
    """With the places that an edited plan names beside the experiences' own."""
    return replace(planned, anchors=_anchors(content, planned.document, planned.plan, instructions))


def study_planned(planned: Planned, instructions: Instructions) -> Study:
    """What questions about a plan are answered with, also about one that was made before and edited."""
    if planned.study is not None:
        return planned.study
    from resume_customizer.core.planning.explaining import as_it_stands
    from resume_customizer.core.planning.plan_editing import study_of

    done = study_of(planned.plan, planned.document, instructions.posting, instructions.aids)
    return as_it_stands(done, planned.plan)


def carry_out(content: bytes, planned: Planned, instructions: Instructions) -> Customized:
    """Write the plan into the resume; a plan without placements writes nothing."""
    if not planned.plan.placements:
        return Customized(planned, None)
    written = write_resume(
        content,
        planned.document,
        planned.plan,
        source=instructions.source,
        revision=instructions.revision,
        anchors=planned.anchors,
    )
    return Customized(planned, written)


def _notices(instructions: Instructions, document: ResumeDocument, more: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """What was odd about the points, the resume and the plan, each said once."""
    return tuple(dict.fromkeys((*instructions.bank.notices, *document.notices, *more)))


def _plan_behind(content: bytes, instructions: Instructions, paragraph: int) -> Planned:
    """All points behind one paragraph: planned as if it were the only experience."""
    opened = open_document(content, instructions.permissions)
    document = read_opened(content, opened)
    owner = _owner(document, paragraph)
    anchor = anchor_at(opened, paragraph, _models(document, owner))
    only = Experience("employment", None, None, None, None, None, (), (), None, 1.0, anchor)
    rules = DistributionRules(strategy="newest", experiences=1)
    plan = distribute(replace(document, experiences=(only,)), instructions.bank, rules, instructions.posting)
    reason = f"placed behind paragraph {paragraph + 1}, as asked"
    placements = tuple(
        replace(each, experience=owner, after=anchor.after, rule="after-paragraph", reason=reason)
        for each in plan.placements
    )
    plan = replace(plan, placements=placements, strategy="after-paragraph")
    return Planned(document, plan, {anchor.after: anchor}, _notices(instructions, document, ()))


def _owner(document: ResumeDocument, paragraph: int) -> int:
    """The experience that has this paragraph among its bullets, or NO_EXPERIENCE."""
    for position, experience in enumerate(document.experiences):
        if any(bullet.paragraph == paragraph for bullet in experience.bullets):
            return position
    return NO_EXPERIENCE


def _models(document: ResumeDocument, owner: int) -> tuple[int, ...]:
    """The bullets that a new one should look like."""
    bullets = document.experiences[owner].bullets if owner != NO_EXPERIENCE else ()
    return tuple(bullet.paragraph for bullet in bullets)


def _anchors(content: bytes, document: ResumeDocument, plan: Plan, instructions: Instructions) -> dict[int, Anchor]:
    """Anchors for placements that name another paragraph than their experience's own."""
    found: dict[int, Anchor] = {}
    opened: OpenDocument | None = None
    for placement in plan.placements:
        after, owner = placement.after, placement.experience
        if after is None or after in found or after == _own_place(document, owner):
            continue
        opened = opened or open_document(content, instructions.permissions)
        found[after] = anchor_at(opened, after, _models(document, owner))
    return found


def _own_place(document: ResumeDocument, owner: int) -> int | None:
    anchor = document.experiences[owner].anchor if owner != NO_EXPERIENCE else None
    return anchor.after if anchor else None
