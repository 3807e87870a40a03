"""How often somebody may call: for one address, and for one caller by the tier of their workspace.

    caller + tier + address  ->  limits_of()  ->  counters with what they allow in a minute

Promises (tests in tests/core/test_call_limits.py):

* A caller's limit is the one of the table of tiers; who is not signed in has the address's only.
* Trying passwords and sending mails to addresses is bounded apart, and more narrowly, at all doors together.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from resume_customizer.core.tiers import TIERS, Limit, Tier

MINUTE: Final = 60
OF_AN_ADDRESS: Final = 1_200
"""Calls a minute from one address of the network: many people can sit behind one."""
OF_A_STRANGER: Final = 120
"""Calls a minute from one address by whoever is not signed in."""
OF_SIGNING_IN: Final = 30
"""Tries a minute from one address to sign in, register, or have a mail sent; an account has narrower limits."""


class Pace(StrEnum):
    """What kind of call it is."""

    USUAL = "usual"
    SIGNING_IN = "signing-in"
    UNCOUNTED = "uncounted"
    """Of whoever watches over the process."""


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter, and what it allows in a minute."""

    name: str
    subject: str
    allowed: int


def limits_of(pace: Pace, address: str, caller: str = "", tier: Tier = Tier.FREE) -> tuple[Counter, ...]:
    """The counters of a call, the narrowest last; `caller` is a user or a key, empty for a stranger."""
    if pace is Pace.UNCOUNTED:
        return ()
    if pace is Pace.SIGNING_IN:
        return (Counter("signing-in", address, OF_SIGNING_IN),)
    everybody = Counter("address", address, OF_AN_ADDRESS)
    if not caller:
        return everybody, Counter("stranger", address, OF_A_STRANGER)
    return everybody, Counter("caller", caller, TIERS[tier][Limit.API_CALLS])
