"""The rules of accounts: who may register, how often a password may be tried, how long a session lasts.

    an address as typed  ->  read_address()  ->  as written, and as it is compared
    failures so far      ->  next_try_at()   ->  the moment from which the next try counts
    a session            ->  is_alive()      ->  whether it still stands

Promises (tests in tests/core/test_accounts.py):

* Two addresses that people would take for one are one: case, forms of letters and blanks around them do not matter.
* At most ten passwords are tried in any 15 minutes, however they are spread; nobody is locked out for ever.
* A session ends when it was not used for its idle time, and at its absolute end however busy it is.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.mail import Mailbox


class Registration(StrEnum):
    """Who may make an account."""

    OPEN = "open"
    INVITE_ONLY = "invite-only"
    CLOSED = "closed"


class Address(NamedTuple):
    """An e-mail address, which is what people sign in with."""

    written: str
    """As mail is sent to it."""
    key: str
    """As it is compared: unique in an installation."""


def read_address(typed: str) -> Address:
    """An address as a person typed it; raises InvalidInput `bad-address`."""
    written = unicodedata.normalize("NFC", typed[:400].strip())
    key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", written).casefold())
    Mailbox(written)
    Mailbox(key)
    return Address(written, key)


_LONGEST_NAME: Final = 120


def read_name(typed: str, what: str = "name") -> str:
    """A name of a person or a workspace: one line, 1 to 120 characters; raises InvalidInput `bad-name`."""
    name = " ".join(unicodedata.normalize("NFC", typed[: 10 * _LONGEST_NAME]).split())
    unseen = any(unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn", "Cf"} and char != "\u200d" for char in name)
    if not name or len(name) > _LONGEST_NAME or unseen:
        raise InvalidInput(
            "bad-name", f"A {what} has 1 to {_LONGEST_NAME} characters, on one line, and no invisible ones."
        )
    return name


# ------------------------------------------------------------------ tries


@dataclass(frozen=True, slots=True)
class Failures:
    """Wrong passwords one after the other, of an account or from an address."""

    count: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Patience:
    """How many tries are free, and how the waiting grows."""

    free: int
    first_wait: timedelta
    longest_wait: timedelta
    forgotten_after: timedelta
    """Failures that are longer ago count no more."""


FOR_AN_ACCOUNT: Final = Patience(5, timedelta(minutes=1), timedelta(minutes=15), timedelta(days=1))
"""Five at once, then after 1, 2, 4, 8 and 15 minutes: nine in the first quarter of an hour, then four an hour."""
FOR_AN_ADDRESS: Final = Patience(30, timedelta(minutes=1), timedelta(minutes=15), timedelta(hours=6))
"""Of the network: many people can sit behind one."""
FOR_LETTERS: Final = Patience(3, timedelta(minutes=5), timedelta(minutes=15), timedelta(days=1))
"""Letters of one kind to one address: three at once, then after 5, 10 and 15 minutes, which is as long as the link of a
forgotten password counts."""


def next_try_at(failures: Failures, patience: Patience) -> datetime | None:
    """The moment from which the next try counts; None for right now."""
    over = failures.count - patience.free
    if over < 0 or failures.last_at is None:
        return None
    wait = min(patience.first_wait * 2 ** min(over, 20), patience.longest_wait)
    return failures.last_at + wait


def is_held(failures: Failures, patience: Patience, now: datetime) -> bool:
    """Whether a try does not count now."""
    allowed_at = next_try_at(failures, patience)
    return allowed_at is not None and now < allowed_at


def with_failure(failures: Failures, patience: Patience, now: datetime) -> Failures:
    """The failures after one more."""
    forgotten = failures.last_at is None or now - failures.last_at >= patience.forgotten_after
    return Failures(1 if forgotten else failures.count + 1, now)


# ------------------------------------------------------------------ first passwords

FIRST_PASSWORD: Final = timedelta(days=7)
"""How long a password counts that somebody else has chosen."""


# ------------------------------------------------------------------ sessions


@dataclass(frozen=True, slots=True)
class SessionRules:
    """How long sessions last."""

    idle: timedelta = timedelta(minutes=30)
    absolute: timedelta = timedelta(hours=12)
    noted_every: timedelta = timedelta(minutes=1)
    """Use is written down no more often than this: a read must not become a write each time."""


class SessionTimes(Protocol):
    """When a session began, was used, and was ended by somebody."""

    @property
    def created_at(self) -> datetime:
        """When it began."""
        ...

    @property
    def used_at(self) -> datetime:
        """When it was used last, as far as it was written down."""
        ...

    @property
    def ended_at(self) -> datetime | None:
        """When somebody ended it."""
        ...


def is_alive(session: SessionTimes, rules: SessionRules, now: datetime) -> bool:
    """Whether a session still stands."""
    return session.ended_at is None and now < session_end(session, rules)


def session_end(session: SessionTimes, rules: SessionRules) -> datetime:
    """When a session ends if it is not used again."""
    return min(session.used_at + rules.idle, session.created_at + rules.absolute)


def is_worth_noting(session: SessionTimes, rules: SessionRules, now: datetime) -> bool:
    """Whether this use is to be written down."""
    return now - session.used_at >= rules.noted_every
