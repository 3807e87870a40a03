"""What all records have in common: an id, when they came and changed, a version; and most a workspace.

    new_id()  ->  Record(…)  ->  Transaction.add()  ->  the same with times, and its workspace

Promises (tests in tests/core/test_records.py):

* Ids that are made later sort behind those made earlier, in one process; no two are the same.
* Nothing but an id in its one spelling is taken for one.
"""

import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import Annotated, Any, Final, TypeAlias

Id: TypeAlias = Annotated[str, "id"]
"""A UUID of version 7 (RFC 9562), in lower case with hyphens."""
Json: TypeAlias = Mapping[str, Any]
"""An object of JSON values."""
Words: TypeAlias = tuple[str, ...]
"""A list of texts."""

INSTALLATION: Final = "00000000-0000-0000-0000-000000000000"
"""Stands where a workspace does, for what belongs to the installation itself, e.g. its audit trail."""
NOT_YET: Final = datetime(1, 1, 1, tzinfo=UTC)
"""The times of a record that was not stored so far."""

_FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_lock = Lock()
_last = [0]


def new_id() -> Id:
    """A new id: milliseconds since 1970, then a counter within them, then chance (RFC 9562, section 6.2, method 1)."""
    with _lock:
        # 48 bits of milliseconds and 12 bits that count on, taken as one number that only grows.
        _last[0] = stamp = max((time.time_ns() // 1_000_000) << 12, _last[0] + 1)
    number = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | secrets.randbits(62)
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def is_id(text: str) -> bool:
    """Whether this can be the id of anything."""
    return _FORM.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something of the installation as a whole."""

    id: Id = field(default_factory=new_id)
    created_at: datetime = NOT_YET
    """The store fills this in, and the next two."""
    changed_at: datetime = NOT_YET
    version: int = 0
    """Counts the changes; an update names the one that it saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantRecord(Record):
    """Something of one workspace: nobody outside of it can see that it is there."""

    workspace_id: Id = ""
    """The store fills it in from the transaction."""
