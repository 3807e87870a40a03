"""What can become of a mail: its states, when a failed try is repeated, and how fast mails may follow each other.

    draft | scheduled | due  ->  sending  ->  sent | failed | unknown    (or cancelled, before sending)
    what became of each receiver  ->  status_of()  ->  what became of the mail

A mail is claimed, and the claim kept, before a server hears of it. So a program that dies in the middle leaves a mail
that says `sending`; whoever finds it calls it `unknown`, and only a person, an answer or the Sent folder settles that.

Promises (tests in tests/core/test_outbox.py):

* What may have reached somebody is never sent again by itself.
* A try that is repeated waits longer each time, and not for ever.
* Two mails never get the same slot, and no slot is before now.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from resume_customizer.core.errors import Conflict


class MailStatus(StrEnum):
    """Where a mail is on its way."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    """To be sent later."""
    DUE = "due"
    """Its time has come: it goes out as soon as the speed limits and the server allow."""
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    """The server fell silent after the text, or the program died: perhaps it arrived."""
    CANCELLED = "cancelled"


WAITING: Final = frozenset({MailStatus.DRAFT, MailStatus.SCHEDULED, MailStatus.DUE})
"""Nothing has left yet."""
READY: Final = frozenset({MailStatus.SCHEDULED, MailStatus.DUE})
"""Goes out by itself."""
OVER: Final = frozenset({MailStatus.SENT, MailStatus.FAILED, MailStatus.UNKNOWN, MailStatus.CANCELLED})
"""Nothing happens any more by itself."""

MOST_TRIES: Final = 6
_FIRST_WAIT: Final = timedelta(minutes=2)
_LONGEST_WAIT: Final = timedelta(hours=4)


class Receiving(StrEnum):
    """What became of one receiver."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    BOUNCED = "bounced"
    """It was taken by a server, and came back."""
    LEFT_OUT = "left out"
    """The address does not want mail."""


def wait_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries before the next one; None: it is given up."""
    if tries >= MOST_TRIES:
        return None
    return min(_FIRST_WAIT * 4 ** (max(tries, 1) - 1), _LONGEST_WAIT)


def status_of(receivers: Iterable[str], tries: int) -> MailStatus:
    """The mail's status after a try, from what became of each receiver."""
    found = set(receivers)
    if Receiving.UNKNOWN in found:
        return MailStatus.UNKNOWN
    if Receiving.WAITING in found and wait_after(tries) is not None:
        return MailStatus.DUE
    if Receiving.SENT in found:
        return MailStatus.SENT
    return MailStatus.CANCELLED if found <= {Receiving.LEFT_OUT} else MailStatus.FAILED


def next_slot(free_at: datetime | None, per_minute: int, now: datetime) -> tuple[datetime, datetime]:
    """The moment that a mail gets, and from when on the next one may have one; 0 a minute is no limit."""
    slot = max(free_at or now, now)
    return slot, slot + (timedelta(minutes=1) / per_minute if per_minute else timedelta())


def check_may(status: str, allowed: Iterable[str], what: str) -> None:
    """Raise Conflict when a mail with this status can't be treated so; `what` as in “cancelled”."""
    wanted = [str(each) for each in allowed]
    if status not in wanted:
        known = ", ".join(sorted(wanted))
        raise Conflict(
            "wrong-status", f"This mail is “{status}”; only one that is {known} can be {what}. Nothing was changed."
        )
