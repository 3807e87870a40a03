"""How fast mail goes out: through one account, and to one domain; and whether it goes out at all.

    account + domains of the receivers  ->  take_slot()  ->  now, or the moment that is kept for this mail

Slots are kept in the store, under a lock, so that several senders share one speed.

Promises (tests in tests/services/test_sending.py):

* However many senders there are, an account and a domain get no more than their number in a minute.
* What waited while sending was paused does not go out all at once.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from resume_customizer.core.outbox import next_slot
from resume_customizer.core.records.mail import MailAccount, MailPace, OutboxMail
from resume_customizer.core.records.workspaces import WorkspaceSettings
from resume_customizer.services.store import Reading, Transaction

DOMAIN_PER_MINUTE: Final = 20
"""Messages to one domain in a minute; providers take more of that for spam."""
_COUNTS_FOR: Final = timedelta(minutes=1)
_SETTINGS: Final = "mail"


def take_slot(
    tx: Transaction, mail: OutboxMail, account: MailAccount, receivers: tuple[str, ...], now: datetime
) -> datetime:
    """The moment that a mail may go out; one that it got before counts for a minute."""
    if mail.slot_at and now - _COUNTS_FOR <= mail.slot_at <= now:
        return now
    if not account.per_minute:
        return now
    domains = sorted({each.rpartition("@")[2].casefold() for each in receivers})
    limits = {f"account {account.id}": account.per_minute}
    limits |= {f"domain {each}": min(DOMAIN_PER_MINUTE, account.per_minute) for each in domains}
    paces = {subject: _locked(tx, subject) for subject in limits}
    free_at = max((pace.free_at for pace in paces.values() if pace), default=None)
    slot = max(free_at, now) if free_at else now
    for subject, pace in paces.items():
        after = next_slot(slot, limits[subject], now)[1]
        if pace:
            tx.update(replace(pace, free_at=after))
        else:
            tx.add(MailPace(subject=subject, free_at=after))
    return slot


def _locked(tx: Transaction, subject: str) -> MailPace | None:
    found = tx.find(MailPace, subject=subject)
    return tx.get(MailPace, found.id, lock=True) if found else None


# ------------------------------------------------------------------ what a workspace has set


def mail_settings(tx: Reading) -> dict[str, Any]:
    """What the workspace has set for its mail."""
    found = tx.find(WorkspaceSettings)
    return dict(found.values.get(_SETTINGS, {})) if found else {}


def keep_mail_settings(tx: Transaction, values: dict[str, Any]) -> None:
    """Set it anew."""
    found = tx.find(WorkspaceSettings)
    if found is None:
        tx.add(WorkspaceSettings(values={_SETTINGS: values}))
    else:
        tx.update(replace(found, values={**found.values, _SETTINGS: values}))


def is_paused(tx: Reading) -> bool:
    """Whether the workspace sends nothing for now."""
    return bool(mail_settings(tx).get("is_paused"))
