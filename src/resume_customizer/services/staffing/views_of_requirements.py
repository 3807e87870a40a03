"""Requirements as data for programs and files: the same names at every door.

Requirement  ->  requirement_to_json()  ->  values for JSON
"""

from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from resume_customizer.core.records.desk import NEVER, Requirement
from resume_customizer.core.records.record import Record
from resume_customizer.core.staffing.rates import rate_text

_HIDDEN: Final = frozenset({"workspace_id", "client_key", "title_key"})
_LONG: Final = frozenset({"posting", "analysis"})


def record_to_json(record: Record, hidden: frozenset[str] = _HIDDEN) -> dict[str, Any]:
    """Every field of a record but for some, times as ISO 8601 in UTC."""
    return {each.name: _plain(getattr(record, each.name)) for each in fields(record) if each.name not in hidden}


def requirement_to_json(requirement: Requirement, *, is_short: bool = False) -> dict[str, Any]:
    """All that is known of a requirement; `is_short` without its posting and analysis, for lists."""
    values = record_to_json(requirement, _HIDDEN | _LONG if is_short else _HIDDEN)
    if requirement.due_at == NEVER:
        values["due_at"] = None
    values["rate"] = rate_text(requirement.rate_cents, requirement.rate_currency, requirement.rate_per)
    return values


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON values
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
