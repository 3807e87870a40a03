"""Messages to webhooks whose time has come: each is sent until its receiver takes it, or it is given up.

    what is due  ->  leased  ->  counted as a try, and kept  ->  posted  ->  delivered | due again, later | given up

A message can arrive twice, when a sender dies right after its receiver took it: its id is the same then. A receiver
that fails or is slow rests for a while, so that it keeps no other one waiting. What is over is kept for a week.

Promises (tests in tests/services/test_webhooks.py):

* What a receiver did not take with a status of 2xx is sent again, later each time, with the same id.
* A receiver that fails for a day is switched off, and who made the webhook is written to.
* A sender that dies loses nothing, and a receiver that hangs keeps no other one waiting.
* A redirect is not followed; where a name leads is looked up with each try.
"""

import random
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple, TypeVar

from resume_customizer.core.account_mails import webhook_switched_off
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import Conflict, NotFound, ResumeCustomizerError, Unavailable
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.work import Due, Webhook, WebhookDelivery
from resume_customizer.core.records.workspaces import Membership
from resume_customizer.core.secret_text import Place
from resume_customizer.core.webhooks import (
    KEPT_FOR,
    DeliveryStatus,
    Secrets,
    headers_of,
    is_dead,
    read_secrets,
    target_of,
    wait_after,
)
from resume_customizer.services.ground import Ground
from resume_customizer.services.leasing import take_due
from resume_customizer.services.ports import Receivers, Reply
from resume_customizer.services.store import InWorkspace, Transaction
from resume_customizer.services.telling import QUEUE

T = TypeVar("T")
SENDER: Final = Actor("webhooks", Source(Door.WORKER))
"""Who the trail says it was."""
LEASE: Final = timedelta(minutes=2)
"""How long a sender has for one message; longer than a receiver gets."""
_GONE: Final = 410
_SLOW: Final = 1_000
"""Milliseconds from which on a receiver rests after a message."""
_REST: Final = 3
"""How much longer it rests than it took."""
_LONGEST_REST: Final = 4
"""A receiver that fails rests no longer than after so many tries: it may work again."""


class Claimed(NamedTuple):
    """A message in the hands of a sender."""

    delivery: WebhookDelivery
    url: str
    headers: dict[str, str]
    leased_by: str


class Delivering:
    """What a sender does; no door leads here but the one of the worker."""

    def __init__(self, ground: Ground, receivers: Receivers, chance: Callable[[], float] = random.random) -> None:
        self._ground, self._receivers, self._chance = ground, receivers, chance

    def run(self, stop: threading.Event, senders: int = 4, pause: float = 1.0) -> None:
        """Send what becomes due until `stop` is set, so many at once; a store that is away is waited for."""
        threads = [threading.Thread(target=self._keep_on, args=(stop, pause)) for _ in range(senders)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def deliver_due(self) -> bool:
        """See to the message that is due the longest; False when there is none. Raises Unavailable, Conflict."""
        taken = take_due(self._ground, QUEUE, 1, LEASE)
        for due in taken:
            claimed = self._run(due.in_workspace, lambda tx, due=due: self._claim(tx, due))
            if claimed:
                self.deliver(claimed)
        return bool(taken)

    def deliver(self, claimed: Claimed) -> Reply:
        """Send a message that is claimed, and keep what came of it."""
        try:
            reply = self._receivers.post(target_of(claimed.url), claimed.delivery.body, claimed.headers)
        except ResumeCustomizerError as fault:
            reply = Reply(0, 0, fault.message)
        self._run(claimed.delivery.workspace_id, lambda tx: self._mark(tx, claimed, reply))
        return reply

    def claim_one(self, tx: Transaction, delivery: WebhookDelivery, webhook: Webhook, leased_by: str) -> Claimed:
        """A message that counts as tried from now on: whoever dies with it in hand has tried it."""
        kept = tx.update(replace(delivery, tries=delivery.tries + 1))
        headers = headers_of(kept.id, kept.body, open_secrets(self._ground, webhook), self._ground.clock())
        return Claimed(kept, webhook.url, headers, leased_by)

    def _keep_on(self, stop: threading.Event, pause: float) -> None:
        while not stop.is_set():
            try:
                found = self.deliver_due()
            except (Unavailable, Conflict):  # what was taken comes again when its lease is over
                found = False
            if not found:
                stop.wait(pause)

    def _claim(self, tx: Transaction, due: Due) -> Claimed | None:
        """The message of a turn, when it is to be sent now."""
        current = tx.find(Due, queue=QUEUE, subject_id=due.subject_id)
        if current is None or current.leased_by != due.leased_by:
            return None
        try:
            delivery = tx.get(WebhookDelivery, due.subject_id, lock=True)
        except NotFound:
            tx.delete(current)
            return None
        if delivery.status != DeliveryStatus.WAITING:  # it is over, and was kept for long enough
            tx.delete(delivery)
            tx.delete(current)
            return None
        webhook, now = tx.get(Webhook, delivery.webhook_id), self._ground.clock()
        if not webhook.is_active:
            self._end(tx, replace(delivery, status=DeliveryStatus.FAILED.value, fault="The webhook is switched off."))
            return None
        if webhook.rests_until and webhook.rests_until > now:
            self._put_off(tx, delivery, webhook.rests_until)
            return None
        return self.claim_one(tx, delivery, webhook, due.leased_by)

    def _mark(self, tx: Transaction, claimed: Claimed, reply: Reply) -> None:
        """Keep what came of a try, unless another sender has it by now."""
        current = tx.find(Due, queue=QUEUE, subject_id=claimed.delivery.id)
        if current is None or current.leased_by != claimed.leased_by:
            return
        webhook = tx.get(Webhook, claimed.delivery.webhook_id, lock=True)
        delivery = tx.get(WebhookDelivery, claimed.delivery.id, lock=True)
        now, is_taken = self._ground.clock(), 200 <= reply.status < 300
        fault = "" if is_taken else reply.fault or f"The receiver answered with status {reply.status}."
        seen = replace(delivery, answer=reply.status, milliseconds=reply.milliseconds, fault=fault)
        wait = wait_after(delivery.tries, self._chance())
        if is_taken:
            self._end(tx, replace(seen, status=DeliveryStatus.DELIVERED.value, delivered_at=now))
        elif wait is None or reply.status == _GONE:
            self._end(tx, replace(seen, status=DeliveryStatus.FAILED.value))
        else:
            self._put_off(tx, seen, now + wait)
        self._note(tx, webhook, reply, fault, now)

    def _note(self, tx: Transaction, webhook: Webhook, reply: Reply, fault: str, now: datetime) -> None:
        """What a try says about its webhook: whether it rests, or is switched off."""
        if not fault:
            rest = timedelta(milliseconds=_REST * reply.milliseconds) if reply.milliseconds >= _SLOW else None
            noted = replace(webhook, failures=0, failing_since=None, rests_until=now + rest if rest else None)
        else:
            failures, since = webhook.failures + 1, webhook.failing_since or now
            rest = wait_after(min(failures, _LONGEST_REST), self._chance())
            noted = replace(webhook, failures=failures, failing_since=since, rests_until=now + rest if rest else None)
        if fault and webhook.is_active and (reply.status == _GONE or is_dead(noted.failures, noted.failing_since, now)):
            because = f"{fault} It has failed since {noted.failing_since:%Y-%m-%d %H:%M} UTC."
            noted = replace(noted, is_active=False, stopped_because=because)
            self._ground.record(tx, SENDER, "webhook.switched-off", ("webhook", webhook.id), {"because": because})
            self._write_to_maker(tx, noted)
        if noted != webhook:
            tx.update(noted)

    def _write_to_maker(self, tx: Transaction, webhook: Webhook) -> None:
        """Tell the one who made it, or the owner when that one is no member any more."""
        member = tx.find(Membership, user_id=webhook.made_by) if webhook.made_by else None
        told = member or next(iter(tx.every(Membership, role=Role.OWNER.value)), None)
        if told is not None:
            letter = webhook_switched_off(webhook.name, webhook.stopped_because)
            self._ground.post(tx, tx.get(User, told.user_id).email, letter)

    def _end(self, tx: Transaction, delivery: WebhookDelivery) -> None:
        """It is over; from now on it is only kept for a while."""
        self._put_off(tx, delivery, self._ground.clock() + KEPT_FOR)

    def _put_off(self, tx: Transaction, delivery: WebhookDelivery, until: datetime) -> None:
        make_due(tx, tx.update(replace(delivery, due_at=until)), until)

    def _run(self, workspace_id: str, work: Callable[[Transaction], T]) -> T:
        return self._ground.store.run(InWorkspace(workspace_id), work)


def make_due(tx: Transaction, delivery: WebhookDelivery, at: datetime, leased_by: str = "") -> None:
    """Somebody will see to the message at that moment."""
    known = tx.find(Due, queue=QUEUE, subject_id=delivery.id)
    if known is None:
        home = delivery.workspace_id
        tx.add(Due(queue=QUEUE, in_workspace=home, subject_id=delivery.id, due_at=at, leased_by=leased_by))
    else:
        tx.update(replace(known, due_at=at, leased_by=leased_by, leased_until=None))


def place_of_key(webhook_id: str) -> Place:
    """Where the sealed secrets of a webhook are kept."""
    return Place("webhooks", "key", webhook_id)


def open_secrets(ground: Ground, webhook: Webhook) -> Secrets:
    """The secrets of a webhook; raises Unavailable or UnreadableInput."""
    return read_secrets(ground.seals.open(webhook.key, place_of_key(webhook.id)))
