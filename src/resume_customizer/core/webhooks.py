"""What a workspace is told over webhooks: which events there are, how a message is written, signed and tried again.

    event + ids  ->  message_of()  ->  the bytes of a message  ->  headers_of(): id, time and signature  ->  a receiver

Signed as Standard Webhooks (standardwebhooks.com, specification 1.0) says: HMAC-SHA256 over `id.time.body`, in base64,
with `v1,` in front. A message names records by their ids and says what became of them; nothing of what they hold.

Promises (tests in tests/core/test_webhooks.py):

* A receiver that knows the secret can tell a message of ours from any other, and an old one from a new one.
* While a secret is changed, the old one and the new one both fit.
* An address that is no plain `https` address of a host is refused, with the reason.
* What fails is tried again more and more slowly, and not for ever; what fails for a day is switched off.
"""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.secret_text import Secret


class Event(StrEnum):
    """Something that happened in a workspace."""

    JOB_FINISHED = "job.finished"
    """A piece of background work ended: done, failed or cancelled; the portions of a batch are not told one by one."""
    BATCH_FINISHED = "batch.finished"
    REPLY_RECEIVED = "reply.received"
    MAIL_BOUNCED = "mail.bounced"
    SUBMISSION_SENT = "submission.sent"
    SUBMISSION_MOVED = "submission.moved"
    """It has another status."""
    REQUIREMENT_MOVED = "requirement.moved"
    TEST = "webhook.test"
    """Asked for by a person; goes to the one webhook that is tried."""


CHOICE: Final = tuple(each for each in Event if each is not Event.TEST)
"""What a webhook can be told."""


class DeliveryStatus(StrEnum):
    """Where a message to one webhook stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    """It was given up, or its webhook was switched off."""


SECRET_BYTES: Final = 32
OLD_SECRET_COUNTS: Final = timedelta(hours=24)
"""After a change, so that receivers can be changed one after the other."""
KEPT_FOR: Final = timedelta(days=7)
"""Messages that are over."""
MOST_TRIES: Final = 8
_WAITS: Final = (5, 60, 300, 1_800, 7_200, 18_000, 36_000)
"""Seconds before each try after the first one."""
_FAILURES_OF_A_DEAD_ONE: Final = 10
_DEAD_AFTER: Final = timedelta(days=1)
_PREFIX: Final = "whsec_"
_LONGEST_URL: Final = 2_000
_PORTS: Final = frozenset({80, 443})
_OTHER_PORTS_FROM: Final = 1024


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes."""

    url: str
    host: str
    port: int
    path: str
    """With the query."""
    is_tls: bool


def target_of(url: str) -> Target:
    """The parts of an address; raises InvalidInput `bad-webhook`. Whether its host may be named is asked elsewhere."""
    fault = _fault_of(url)
    if fault:
        raise InvalidInput("bad-webhook", f"{fault} Give an address like https://hooks.example/resumes.", "url")
    parts = urlsplit(url)
    is_tls = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(url, parts.hostname or "", parts.port or (443 if is_tls else 80), path, is_tls)


def _fault_of(url: str) -> str:
    if len(url) > _LONGEST_URL:
        return f"An address has at most {_LONGEST_URL:,} characters."
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        return "An address holds ASCII letters, digits and signs alone."
    try:
        parts, port = urlsplit(url), urlsplit(url).port
    except ValueError:
        return "This is no address."
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "This is no address of a web server."
    if parts.username is not None or parts.password is not None:
        return "An address with a user or password in it is not taken: messages are signed instead."
    if parts.fragment:
        return "An address of a receiver has no part behind a #."
    if port is not None and port not in _PORTS and port < _OTHER_PORTS_FROM:
        return f"The port is 443, 80, or one from {_OTHER_PORTS_FROM:,}."
    return ""


def events_of(named: Iterable[str]) -> tuple[str, ...]:
    """The events that are named, in the order of the table; raises InvalidInput. None named means all."""
    wanted = set(named)
    unknown = wanted - set(CHOICE)
    if unknown:
        raise InvalidInput("no-event", f"A webhook is told of {', '.join(CHOICE)}.", "events")
    return tuple(each.value for each in CHOICE if not wanted or each in wanted)


# -------------------------------------------------------------- messages and signatures


def message_of(event: str, at: datetime, workspace_id: str, about: Mapping[str, object]) -> str:
    """What is sent: one line of JSON."""
    data = {"workspace_id": workspace_id, **about}
    return json.dumps({"type": event, "timestamp": at.isoformat(), "data": data}, ensure_ascii=True)


def new_secret(random: bytes) -> Secret:
    """A secret as receivers are given it."""
    return Secret(_PREFIX + b64encode(random).decode())


@dataclass(frozen=True, slots=True)
class Secrets:
    """The secrets of a webhook: the current one, and for a day the one before."""

    current: Secret
    previous: Secret = field(default_factory=lambda: Secret(""))
    previous_until: datetime | None = None

    def renewed(self, current: Secret, now: datetime) -> "Secrets":
        """With another current one."""
        return Secrets(current, self.current, now + OLD_SECRET_COUNTS)

    def counting(self, now: datetime) -> tuple[Secret, ...]:
        """Those that messages are signed with now."""
        is_old_one_good = self.previous and self.previous_until is not None and now < self.previous_until
        return (self.current, self.previous) if is_old_one_good else (self.current,)

    def written(self) -> Secret:
        """All of it as one text, to be sealed."""
        until = self.previous_until.isoformat() if self.previous_until else ""
        return Secret(json.dumps([self.current.reveal(), self.previous.reveal(), until]))


def read_secrets(written: Secret) -> Secrets:
    """What `Secrets.written` wrote."""
    current, previous, until = json.loads(written.reveal())
    return Secrets(Secret(current), Secret(previous), datetime.fromisoformat(until) if until else None)


def headers_of(message_id: str, body: str, secrets: Secrets, now: datetime) -> dict[str, str]:
    """The headers that go with a message: its id stays the same with each try, the time is that of this one."""
    time = str(int(now.timestamp()))
    signed = f"{message_id}.{time}.{body}".encode()
    signatures = " ".join(f"v1,{_signature(each, signed)}" for each in secrets.counting(now))
    return {"webhook-id": message_id, "webhook-timestamp": time, "webhook-signature": signatures}


def _signature(secret: Secret, signed: bytes) -> str:
    key = b64decode(secret.reveal().removeprefix(_PREFIX))
    return b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


# -------------------------------------------------------------- what fails


def wait_after(tries: int, chance: float) -> timedelta | None:
    """How long to wait after so many tries, up to a fifth more by chance (0 to 1); None: it is given up."""
    if tries >= MOST_TRIES:
        return None
    return timedelta(seconds=_WAITS[max(0, tries - 1)] * (1 + chance / 5))


def is_dead(failures: int, since: datetime | None, now: datetime) -> bool:
    """Whether a webhook is to be switched off: so many tries in a row have failed, over a day at least."""
    return failures >= _FAILURES_OF_A_DEAD_ONE and since is not None and now - since >= _DEAD_AFTER
