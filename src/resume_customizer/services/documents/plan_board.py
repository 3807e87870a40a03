"""A plan as somebody works on it at a screen: made, changed step by step, and how the posting is covered by it.

    Request + changes  ->  draw()  ->  Board: the plan, its coverage and notices, as JSON values

Changes are small JSON objects, so that unfinished work is kept as what was typed and the list of changes: the same
changes give the same plan, and taking the last one away is undoing it. All of it can be sent to another process.

Promises (tests in tests/services/test_plan_board.py):

* The same request and the same changes give the same board; without the last change it is the board before.
* A change that can't be carried out is refused with its reason and changes nothing.
* The pages that are foreseen are those of the plan as it was changed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, TypeAlias

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning import plan_editing as edits
from resume_customizer.core.planning.needs import Coverage, cover, needs_of, state_of
from resume_customizer.core.planning.plan import Plan, plan_to_json
from resume_customizer.core.planning.rules import parse_rules, rules_to_json
from resume_customizer.core.posting import analyze_posting
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.resume.pages.means import ROUGHLY, PageMeans
from resume_customizer.resume.preview import preview_html
from resume_customizer.services.documents.analyzing import analysis_to_json
from resume_customizer.services.documents.instructions import Instructions
from resume_customizer.services.documents.one_call import Request, customize, instructions_of, plan_request
from resume_customizer.services.documents.reports import notices_to_json

Values: TypeAlias = dict[str, Any]
Change: TypeAlias = Mapping[str, Any]
MOST_CHANGES: Final = 500


@dataclass(frozen=True, slots=True)
class _Table:
    """What changes are made on."""

    document: ResumeDocument
    instructions: Instructions


def draw(request: Request, changes: Sequence[Change] = ()) -> Values:
    """The plan of a request after changes; raises the errors of reading and planning, and of a change."""
    instructions = instructions_of(request)
    planned = plan_request(request, instructions)
    plan = _after(_Table(planned.document, instructions), planned.plan, changes)
    coverage = cover(planned.document, plan, instructions.posting) if instructions.posting else None
    return {
        "plan": plan_to_json(plan, planned.document),
        "takes": [each.anchor is not None for each in planned.document.experiences],
        "coverage": _coverage(coverage) if coverage else None,
        "notices": notices_to_json(planned.notices),
    }


def foresee_pages(request: Request, changes: Sequence[Change] = (), means: PageMeans = ROUGHLY) -> Values | None:
    """How many pages the resume has, and will have with the plan; None for one too long to be counted."""
    from resume_customizer.services.documents.page_budget import forecast_pages

    instructions = instructions_of(request)
    planned = plan_request(request, instructions)
    plan = _after(_Table(planned.document, instructions), planned.plan, changes)
    changed = plan_request(request, replace(instructions, plan=plan))
    found = forecast_pages(request.resume, changed, means, request.permissions)
    return asdict(found) if found else None


def read_points(text: str) -> Values:
    """What a text of points is read as, line by line."""
    bank = parse_tech_stack(text)
    rows = [
        {"technology": stack.technology, "point": point.text, "line": point.line}
        for stack in bank.stacks
        for point in stack.points
    ]
    return {"rows": rows, "technologies": len(bank.stacks), "notices": notices_to_json(bank.notices)}


def read_posting(text: str, resume: bytes | None = None) -> Values:
    """What a posting asks for; with a resume, what of it the resume shows already."""
    from resume_customizer.resume.package import Permissions
    from resume_customizer.resume.reader import read_resume

    analysis = analyze_posting(text)
    document = read_resume(resume, Permissions(macros=True, signature=True)) if resume is not None else None
    rows = [
        {
            "title": need.title,
            "is_must": need.is_must,
            "line": need.evidence.line,
            "text": need.evidence.text,
            "state": state_of(need, document) if document else "",
        }
        for need in needs_of(analysis)
    ]
    return {"needs": rows, **analysis_to_json(analysis)}


def read_resume_briefly(resume: bytes) -> Values:
    """What there is to know at a glance of a resume, as it comes in; raises the errors of reading."""
    from resume_customizer.core.planning.plan import experience_title
    from resume_customizer.resume.reader import read_resume

    document = read_resume(resume)
    titles = [experience_title(each, at) for at, each in enumerate(document.experiences)]
    return {"experiences": titles, "notices": notices_to_json(document.notices)}


def preview(request: Request, title: str, marked: str) -> str:
    """The document that the request gives, as one HTML page with the new points marked; `marked` says it in words."""
    return preview_html(customize(request).content, request.resume, title, marked)


# ------------------------------------------------------------------ changes


def _after(table: _Table, plan: Plan, changes: Sequence[Change]) -> Plan:
    for change in changes[:MOST_CHANGES]:
        plan = _changed(table, plan, change)
    return plan


def _changed(table: _Table, plan: Plan, change: Change) -> Plan:
    do = change.get("do")
    carry_out = _CARRIED_OUT.get(do) if isinstance(do, str) else None
    if carry_out is None:
        raise InvalidInput("no-such-change", f"There is no change “{str(do)[:40]}”.")
    return carry_out(table, plan, change)


def _move(table: _Table, plan: Plan, change: Change) -> Plan:
    return edits.move(plan, table.document, _number(change, "row"), _number(change, "experience"))


def _put_back(table: _Table, plan: Plan, change: Change) -> Plan:
    return edits.put_back(plan, table.document, _number(change, "row"), _number(change, "experience"))


def _add(table: _Table, plan: Plan, change: Change) -> Plan:
    text, technology = _text(change, "point"), _text(change, "technology")
    return edits.add(plan, table.document, text, technology, _number(change, "experience"))


def _cap(table: _Table, plan: Plan, change: Change) -> Plan:
    most = change.get("most")
    capped = edits.cap(
        plan, table.document, _number(change, "experience"), None if most is None else _number(change, "most")
    )
    return _solve(table, capped, change)


def _solve(table: _Table, plan: Plan, _: Change) -> Plan:
    return edits.resolve(plan, table.document, table.instructions.posting, table.instructions.aids)


def _rules(table: _Table, plan: Plan, change: Change) -> Plan:
    """Other rules, kept caps of single experiences; what is locked stays."""
    caps = parse_rules(plan.rules).caps
    rules = replace(parse_rules(change.get("rules")), caps=caps)
    return _solve(table, replace(plan, rules=rules_to_json(rules)), change)


_CARRIED_OUT: Final[dict[str, Callable[[_Table, Plan, Change], Plan]]] = {
    "move": _move,
    "put-back": _put_back,
    "add": _add,
    "cap": _cap,
    "solve": _solve,
    "rules": _rules,
    "leave-out": lambda _, plan, change: edits.leave_out(plan, _number(change, "row")),
    "lock": lambda _, plan, change: edits.lock(plan, _number(change, "row")),
    "unlock": lambda _, plan, change: edits.unlock(plan, _number(change, "row")),
    "order": lambda _, plan, change: edits.reorder(plan, _number(change, "row"), _number(change, "place")),
    "reword": lambda _, plan, change: edits.reword(plan, _number(change, "row"), _text(change, "point")),
}


def _number(change: Change, name: str) -> int:
    value = change.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidInput("bad-change", f"`{name}` of a change is a whole number.")
    return value


def _text(change: Change, name: str) -> str:
    value = change.get(name)
    if not isinstance(value, str):
        raise InvalidInput("bad-change", f"`{name}` of a change is a text.")
    return value


# ------------------------------------------------------------------ coverage


def _coverage(coverage: Coverage) -> Values:
    rows = [
        {
            "title": row.need.title,
            "is_must": row.need.is_must,
            "line": row.need.evidence.line,
            "text": row.need.evidence.text,
            "before": row.before,
            "after": row.after,
            "remark": row.remark,
        }
        for row in coverage.rows
    ]
    counts = {}
    for name, musts in (("must", True), ("nice", False)):
        before, total = coverage.shown(musts=musts, after=False)
        after, _ = coverage.shown(musts=musts, after=True)
        counts[name] = {"before": before, "after": after, "total": total}
    return {"rows": rows, **counts}
