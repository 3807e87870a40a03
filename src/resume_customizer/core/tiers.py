"""How much a workspace may use: one table of tiers and limits.

    tier + limit + what is used + what is wanted  ->  check_limit()  ->  nothing, or QuotaExceeded that says all four

Counting is the services' work, inside the same transaction as what is counted; this only decides.

Promises (tests in tests/core/test_tiers.py):

* The table is the one that is written out in the test; no tier allows less than the one below it.
* Exactly what is allowed goes through, one more does not.
* Going over says which limit, how much is used and allowed, and what to do.
* A month is a calendar month in UTC, a day a day in UTC, a minute a minute: windows neither overlap nor leave a gap.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from resume_customizer.core.errors import QuotaExceeded


class Tier(StrEnum):
    """What a workspace is signed up for."""

    FREE = "free"
    PREMIUM = "premium"
    ENTERPRISE = "enterprise"


class Limit(StrEnum):
    """Something that is counted."""

    CUSTOMIZATIONS = "customizations"
    STORAGE = "storage"
    RESUMES = "resumes"
    BATCH = "batch"
    MEMBERS = "members"
    API_CALLS = "api-calls"
    EMAILS = "emails"


class Window(StrEnum):
    """Over which time something is counted."""

    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    ALWAYS = "always"
    """Not used up by time: what is there now."""
    ONCE = "once"
    """In one piece of work."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How a limit is counted and named."""

    window: Window
    one: str
    many: str
    remedy: str
    """What helps besides a larger tier."""


COUNTED: Final[Mapping[Limit, Counted]] = {
    Limit.CUSTOMIZATIONS: Counted(Window.MONTH, "customization", "customizations", "wait for the next month"),
    Limit.STORAGE: Counted(Window.ALWAYS, "byte", "bytes", "delete files that are no longer needed"),
    Limit.RESUMES: Counted(Window.ALWAYS, "resume", "resumes", "delete resumes that are no longer needed"),
    Limit.BATCH: Counted(Window.ONCE, "resume in one batch", "resumes in one batch", "split the batch"),
    Limit.MEMBERS: Counted(Window.ALWAYS, "member", "members", "remove members or take back invitations"),
    Limit.API_CALLS: Counted(Window.MINUTE, "API call a minute", "API calls a minute", "wait a minute"),
    Limit.EMAILS: Counted(Window.DAY, "e-mail", "e-mails", "wait for the next day"),
}

_MB, _GB = 10**6, 10**9

TIERS: Final[Mapping[Tier, Mapping[Limit, int]]] = {
    Tier.FREE: {
        Limit.CUSTOMIZATIONS: 100,
        Limit.STORAGE: 250 * _MB,
        Limit.RESUMES: 25,
        Limit.BATCH: 10,
        Limit.MEMBERS: 3,
        Limit.API_CALLS: 60,
        Limit.EMAILS: 50,
    },
    Tier.PREMIUM: {
        Limit.CUSTOMIZATIONS: 5_000,
        Limit.STORAGE: 25 * _GB,
        Limit.RESUMES: 2_500,
        Limit.BATCH: 250,
        Limit.MEMBERS: 25,
        Limit.API_CALLS: 600,
        Limit.EMAILS: 1_000,
    },
    Tier.ENTERPRISE: {
        Limit.CUSTOMIZATIONS: 200_000,
        Limit.STORAGE: 1_000 * _GB,
        Limit.RESUMES: 100_000,
        Limit.BATCH: 2_000,
        Limit.MEMBERS: 1_000,
        Limit.API_CALLS: 6_000,
        Limit.EMAILS: 20_000,
    },
}
"""The table. Storage is in bytes."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What is used of one limit."""

    limit: Limit
    used: int
    allowed: int

    @property
    def left(self) -> int:
        """What may still be used; 0 when a smaller tier came after the use."""
        return max(0, self.allowed - self.used)


def usage_of(tier: Tier, limit: Limit, used: int) -> Usage:
    """What is used, beside what the tier allows."""
    return Usage(limit, used, TIERS[tier][limit])


def check_limit(tier: Tier, limit: Limit, used: int, wanted: int = 1) -> Usage:
    """What will be used when `wanted` more are; raises QuotaExceeded when the tier does not allow it.

    `used` is what is counted already in the window: for Window.ONCE it is 0. Nothing wanted is always allowed.
    """
    if wanted < 0 or used < 0:
        message = f"Use is never negative: {used} used, {wanted} wanted."
        raise ValueError(message)
    allowed = TIERS[tier][limit]
    if wanted and used + wanted > allowed:
        raise QuotaExceeded(f"over-{limit}", _sentence(tier, Usage(limit, used, allowed), wanted))
    return Usage(limit, used + wanted, allowed)


def window_of(limit: Limit, moment: datetime) -> tuple[datetime, datetime]:
    """From when (inclusive) to when (exclusive) a limit with a month, day or minute counts together; in UTC."""
    now = moment.astimezone(UTC).replace(second=0, microsecond=0)
    match COUNTED[limit].window:
        case Window.MINUTE:
            return now, now + timedelta(minutes=1)
        case Window.DAY:
            start = now.replace(hour=0, minute=0)
            return start, start + timedelta(days=1)
        case Window.MONTH:
            start = now.replace(day=1, hour=0, minute=0)
            return start, (start + timedelta(days=31)).replace(day=1)
        case _:
            message = f"{limit} is not counted over a time."
            raise ValueError(message)


def _sentence(tier: Tier, usage: Usage, wanted: int) -> str:
    counted = COUNTED[usage.limit]
    allowed = _amount(usage.limit, usage.allowed)
    span = {Window.MONTH: " a month", Window.DAY: " a day"}.get(counted.window, "")
    wants = _number(usage.limit, wanted)
    if counted.window is not Window.ONCE:
        wants = f"{_number(usage.limit, usage.used)} used, {wants} more"
    larger = "" if tier is Tier.ENTERPRISE else ", or ask the operator for a larger tier"
    return (
        f"The tier {tier.value.capitalize()} allows {allowed}{span}: {wants} wanted. "
        f"Nothing was done; {counted.remedy}{larger}."
    )


def _amount(limit: Limit, number: int) -> str:
    if limit is Limit.STORAGE:
        return f"{_size(number)} of storage"
    counted = COUNTED[limit]
    return f"{number:,} {counted.one if number == 1 else counted.many}"


def _number(limit: Limit, number: int) -> str:
    return _size(number) if limit is Limit.STORAGE else f"{number:,}"


def _size(number: int) -> str:
    """A size as people read it, in decimal units."""
    for unit, size in (("GB", _GB), ("MB", _MB), ("kB", 1_000)):
        if number >= size:
            return f"{number / size:,.2f}".rstrip("0").rstrip(".") + f" {unit}"
    return f"{number} bytes"
