"""Reads the rows of a plan that a person may have edited.

    JSON values  ->  parse_plan()  ->  Plan

Only what says where something goes is needed; everything else has a meaning when it is missing.
Promises and tests: those of resume_customizer.core.planning.plan.
"""

import re
from dataclasses import replace
from typing import Any, NoReturn

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.plan import BY_HAND, NO_EXPERIENCE, PLAN_VERSION, Placement, Plan, Unplaced

_SHA256 = re.compile("[0-9a-f]{64}")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 can't hold (https://www.w3.org/TR/xml/#charsets), so that no document can."""
_MOST_ROWS = 100_000
_LONGEST_POINT = 10_000
"""In characters."""


def parse_plan(values: object) -> Plan:
    """A plan from JSON values, as edited by a person; raises InvalidInput `bad-plan` that names the row."""
    if not isinstance(values, dict):
        _refuse("A plan is an object with `document_sha256` and `placements`.")
    fields: dict[str, Any] = dict(values)
    version = fields.get("version", PLAN_VERSION)
    if isinstance(version, bool) or version not in range(1, PLAN_VERSION + 1):
        _refuse(f"The plan is of version {str(version)[:20]}; this program reads versions 1 to {PLAN_VERSION}.")
    sha256 = fields.get("document_sha256")
    if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256.strip().lower()):
        _refuse("`document_sha256` is missing or not a SHA-256: it says which resume the plan is for.")
    placements = tuple(_placement(row, where) for row, where in _rows(fields, "placements"))
    unplaced = tuple(_unplaced(row, where) for row, where in _rows(fields, "unplaced"))
    plan = Plan(
        document_sha256=sha256.strip().lower(),
        placements=placements,
        unplaced=unplaced,
        strategy=_text(fields, "strategy", "the plan"),
        points=_number(fields, "points", "the plan"),
        notices=tuple(_notice(row, where) for row, where in _rows(fields, "notices")),
        rules=_rules(fields.get("rules")),
        gap=_number(fields, "gap", "the plan"),
        reading=_text(fields, "reading", "the plan"),
    )
    return _without_copies(plan)


def _rules(values: object) -> dict[str, Any]:
    """What was asked for, checked; none in a plan of version 1."""
    if values is None or values == {}:
        return {}
    from resume_customizer.core.planning.rules import parse_rules, rules_to_json

    return rules_to_json(parse_rules(values))


def _rows(fields: dict[str, Any], name: str) -> list[tuple[dict[str, Any], str]]:
    rows = fields.get(name, [])
    if not isinstance(rows, list):
        _refuse(f"`{name}` is not a list of rows.")
    if len(rows) > _MOST_ROWS:
        _refuse(f"`{name}` has more than {_MOST_ROWS:,} rows.")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            _refuse("The row is not an object with `point` and the rest.", f"{name} row {number}")
    return [(row, f"{name} row {number}") for number, row in enumerate(rows, 1)]


def _placement(row: dict[str, Any], where: str) -> Placement:
    if row.get("experience") is None:
        _refuse("The row says no `experience`; `experiences` lists them by number.", where)
    after = None if row.get("after") is None else _number(row, "after", where)
    technology, line = _text(row, "technology", where), _number(row, "line", where)
    experience = _number(row, "experience", where, NO_EXPERIENCE)
    rule = _text(row, "rule", where) if "rule" in row else BY_HAND
    reason = _text(row, "reason", where) if "reason" in row else "Put here by hand."
    locked, original = _flag(row, "locked", where), _text(row, "original", where)
    return Placement(_point(row, where), technology, line, experience, after, rule, reason, locked, original)


def _unplaced(row: dict[str, Any], where: str) -> Unplaced:
    code = _text(row, "code", where) or "left-out"
    reason = _text(row, "reason", where) or "Left out by hand."
    technology, line, original = (
        _text(row, "technology", where),
        _number(row, "line", where),
        _text(row, "original", where),
    )
    return Unplaced(_point(row, where), technology, line, code, reason, original)


def _notice(row: dict[str, Any], where: str) -> Notice:
    return Notice(_text(row, "code", where), _text(row, "message", where), _text(row, "where", where))


def _point(row: dict[str, Any], where: str) -> str:
    return clean_point(_text(row, "point", where), where)


def clean_point(text: str, where: str) -> str:
    """The sentence, on one line; raises InvalidInput for one that is empty, too long, or can't stand in a document."""
    text = " ".join(part.strip() for part in text.splitlines())
    if not text.strip():
        _refuse("The row has no `point`.", where)
    if len(text) > _LONGEST_POINT:
        _refuse(f"The point has {len(text):,} characters; at most {_LONGEST_POINT:,} are accepted.", where)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        _refuse(f"The point holds a character that a document can't hold (U+{ord(forbidden[0]):04X}).", where)
    return text.strip()


def _text(row: dict[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        _refuse(f"`{name}` is not a text: {str(value)[:40]}", where)
    return value


def _flag(row: dict[str, Any], name: str, where: str) -> bool:
    value = row.get(name, False)
    if not isinstance(value, bool):
        _refuse(f"`{name}` is neither true nor false: {str(value)[:40]}", where)
    return value


def _number(row: dict[str, Any], name: str, where: str, least: int = 0) -> int:
    value = row.get(name)
    if value is None:
        return 0
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        _refuse(f"`{name}` is not a whole number from {least} on: {str(value)[:40]}", where)
    return value


def _without_copies(plan: Plan) -> Plan:
    """A point that was copied from `unplaced` to `placements` is placed."""
    placed = {(row.point, row.technology, row.line) for row in plan.placements}
    kept = tuple(row for row in plan.unplaced if (row.point, row.technology, row.line) not in placed)
    if len(kept) == len(plan.unplaced):
        return plan
    message = f"{len(plan.unplaced) - len(kept)} points stood under `unplaced` too; they are placed."
    return replace(plan, unplaced=kept, notices=(*plan.notices, Notice("placed-by-hand", message)))


def _refuse(message: str, where: str = "") -> NoReturn:
    raise InvalidInput("bad-plan", message, where)
