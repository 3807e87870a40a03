"""`plan --explain` and `plan --why`: what counted, the lines that say so, and what other places would cost.

Planned + Instructions  ->  Study  ->  text or JSON
"""

from typing import TYPE_CHECKING, Any

from resume_customizer.cli.plan_screen import show_experience, show_unplaced
from resume_customizer.cli.screen import count, print_json, say, show_notices
from resume_customizer.core.planning.explaining import Answered, Explained, Quote, explain, why
from resume_customizer.core.planning.needs import Coverage, Covered, cover
from resume_customizer.services.documents.customizing import study_planned

if TYPE_CHECKING:
    from resume_customizer.services.documents.instructions import Instructions, Planned

_NAMES = {
    "asked": "asked for",
    "knows": "known there",
    "words": "shared words",
    "seniority": "seniority",
    "nearness": "nearness",
    "asked nearness": "near to what is asked",
    "anachronism": "too early",
}


def show_explanation(planned: "Planned", instructions: "Instructions") -> None:
    """Each placement with what counted for it, and the needs of the posting before and after."""
    explained = explain(study_planned(planned, instructions), planned.plan)
    under = count(len({each.row.experience for each in explained}), "experience")
    say(f"{count(len(explained), 'point')} under {under}, {len(planned.plan.unplaced)} left out.", "bold")
    for position in sorted({each.row.experience for each in explained}):
        show_experience(planned, position)
        for each in explained:
            if each.row.experience == position:
                _show_placement(each)
    show_unplaced(planned)
    if instructions.posting is not None:
        _show_coverage(cover(planned.document, planned.plan, instructions.posting))
    show_notices(planned.notices)


def explanation_to_json(planned: "Planned", instructions: "Instructions") -> dict[str, Any]:
    """What `plan --explain --json` adds to the plan."""
    explained = explain(study_planned(planned, instructions), planned.plan)
    values: dict[str, Any] = {
        "explanations": [
            {
                "point": each.row.point,
                "experience": each.row.experience,
                "reason": each.row.reason,
                "parts": [{"name": part.name, "worth": part.worth, "clause": part.clause} for part in each.parts],
                "evidence": _quotes_to_json(each.quotes),
            }
            for each in explained
        ],
        "coverage": None,
    }
    if instructions.posting is not None:
        rows = cover(planned.document, planned.plan, instructions.posting).rows
        values["coverage"] = [_covered_to_json(row) for row in rows]
    return values


def answer_why(planned: "Planned", instructions: "Instructions", asked: str, *, as_json: bool) -> None:
    """Why a point stands where it stands, and what any other place would cost."""
    answered = why(study_planned(planned, instructions), planned.plan, asked)
    if as_json:
        print_json(_answered_to_json(answered))
        return
    say(answered.point, "bold")
    where = "Left out" if answered.experience is None else f"Under [{answered.experience}]"
    say(f"{where}: {answered.reason}", indent=2, hanging=2)
    _show_quotes(answered.quotes, 4)
    for each in answered.elsewhere:
        say()
        say(f"[{each.experience}] {each.title}", "bold", hanging=4)
        say(each.sentence, indent=4, hanging=2)


def _show_placement(each: Explained) -> None:
    say(f"+ {each.row.point}", "green", indent=4, hanging=2)
    say(f"{each.row.technology or 'no technology'}: {each.row.reason}", indent=6, hanging=2)
    parts = [f"{_NAMES[part.name]} {part.worth:+,}" for part in each.parts]
    if parts:
        say(f"What counted: {', '.join(parts)}", "dim", indent=6, hanging=2)
    _show_quotes(each.quotes, 6)


def _show_quotes(quotes: tuple[Quote, ...], indent: int) -> None:
    for quote in quotes:
        where = f"{quote.source}, line {quote.line}" if quote.line else quote.source
        say(f"{where}: “{quote.text}”" if quote.text else where, "dim", indent=indent, hanging=2)


def _show_coverage(coverage: Coverage) -> None:
    say()
    say("What the posting asks for:", "bold")
    if not coverage.rows:
        say("Nothing that is known as a technology is asked for as a must-have or a nice-to-have.", indent=4)
        return
    for row in coverage.rows:
        need, line = "must-have" if row.need.is_must else "nice-to-have", row.need.evidence.line
        say(f"{row.need.title} ({need}, line {line}): {_state(row)}", _colour(row), indent=4, hanging=2)
    sums = []
    for name, musts in (("must-haves", True), ("nice-to-haves", False)):
        (before, of), (after, _) = (coverage.shown(musts=musts, after=each) for each in (False, True))
        if of:
            sums.append(f"{after} of {of} {name} (before: {before})")
    say(f"Shown in an experience: {'; '.join(sums)}.", indent=4, hanging=2)


def _state(row: Covered) -> str:
    if row.after != "shown":
        return f"{'still missing' if row.after == 'missing' else 'only listed'}. {row.remark}"
    by = f"shown by {count(len(row.points), 'point')}" if row.points else "shown already"
    return f"{by}, shown before too" if row.points and row.before == "shown" else by


def _colour(row: Covered) -> str:
    return "green" if row.after == "shown" else "red" if row.need.is_must else "yellow"


def _covered_to_json(row: Covered) -> dict[str, Any]:
    return {
        "technologies": list(row.need.names),
        "need": "must" if row.need.is_must else "nice",
        "line": row.need.evidence.line,
        "before": row.before,
        "after": row.after,
        "points": list(row.points),
        "remark": row.remark,
    }


def _answered_to_json(answered: Answered) -> dict[str, Any]:
    return {
        "point": answered.point,
        "experience": answered.experience,
        "reason": answered.reason,
        "evidence": _quotes_to_json(answered.quotes),
        "elsewhere": [
            {"experience": each.experience, "title": each.title, "cost": each.cost, "reason": each.sentence}
            for each in answered.elsewhere
        ],
    }


def _quotes_to_json(quotes: tuple[Quote, ...]) -> list[dict[str, Any]]:
    return [{"source": quote.source, "line": quote.line, "text": quote.text} for quote in quotes]
