"""Webhooks: where a workspace wants to be told what happened, and what became of each message.

    add()  ->  the secret, shown once  ->  services/telling.py writes messages  ->  services/delivering.py sends them
    try_out() | list_deliveries() | send_again()  ->  what a person does about it

A webhook outlives the API key of whoever made it, so that making and changing one is for people with the right to
change stored secrets, which no key has.

Promises (tests in tests/services/test_webhooks.py):

* A secret is sealed where it is kept, and shown when it is made and never again.
* An address inside the installation's network, or without TLS, is refused unless the operator allows it.
* A message that is sent again has the same id.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, NotFound, QuotaExceeded
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.work import Webhook, WebhookDelivery
from resume_customizer.core.secret_text import Secret
from resume_customizer.core.webhooks import (
    SECRET_BYTES,
    DeliveryStatus,
    Event,
    Secrets,
    events_of,
    new_secret,
    target_of,
)
from resume_customizer.services.delivering import LEASE, Delivering, make_due, open_secrets, place_of_key
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import Receivers
from resume_customizer.services.store import Page
from resume_customizer.services.telling import write_down
from resume_customizer.services.versions import check_version

_KIND: Final = "webhook"
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class WebhookWish:
    """A webhook as somebody describes it."""

    name: str
    url: str
    events: tuple[str, ...] = ()
    """Empty: all that there are."""
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class WebhookLine:
    """A webhook as people see it: all but its secret."""

    webhook_id: str
    name: str
    url: str
    events: tuple[str, ...]
    is_active: bool
    stopped_because: str
    failures: int
    failing_since: datetime | None
    created_at: datetime
    version: int


class Webhooks:
    """The webhooks of the actor's workspace."""

    def __init__(self, ground: Ground, receivers: Receivers, delivering: Delivering) -> None:
        self._ground, self._receivers, self._delivering = ground, receivers, delivering

    def add(self, actor: Actor, wish: WebhookWish) -> tuple[Secret, WebhookLine]:
        """A new webhook; its secret, which is shown this once. Raises InvalidInput, NotPermitted, QuotaExceeded."""
        actor.require(Action.CHANGE_SECRETS)
        secret, webhook_id = new_secret(self._ground.random(SECRET_BYTES)), new_id()
        key = self._sealed(webhook_id, Secrets(secret))
        made = self._filled(Webhook(id=webhook_id, name="", url="", key=key, made_by=actor.user_id), wish)
        with self._ground.inside(actor) as tx:
            if tx.count(Webhook) >= _MOST:
                raise QuotaExceeded("too-many-webhooks", f"A workspace has at most {_MOST} webhooks; remove one.")
            kept = tx.add(made)
            self._ground.record(tx, actor, "webhook.added", (_KIND, kept.id), {"events": [*kept.events]})
        return secret, _line(kept)

    def list_webhooks(self, actor: Actor) -> tuple[WebhookLine, ...]:
        """All of them, by name."""
        actor.require(Action.CHANGE_WORKSPACE)
        with self._ground.store.reading(actor) as tx:
            return tuple(map(_line, tx.every(Webhook, order="name")))

    def show(self, actor: Actor, webhook_id: str) -> WebhookLine:
        """One of them; raises NotFound."""
        actor.require(Action.CHANGE_WORKSPACE)
        with self._ground.store.reading(actor) as tx:
            return _line(tx.get(Webhook, webhook_id))

    def change(self, actor: Actor, webhook_id: str, wish: WebhookWish, seen: int | None = None) -> WebhookLine:
        """Keep it changed; what it failed before counts no more. Raises Conflict `changed-meanwhile`."""
        actor.require(Action.CHANGE_SECRETS)
        with self._ground.inside(actor) as tx:
            before = tx.get(Webhook, webhook_id, lock=True)
            check_version(before.version, seen)
            fresh = replace(before, stopped_because="", failures=0, failing_since=None, rests_until=None)
            kept = tx.update(self._filled(fresh, wish))
            details: dict[str, JsonValue] = {"events": [*kept.events], "is_active": kept.is_active}
            self._ground.record(tx, actor, "webhook.changed", (_KIND, webhook_id), details)
        return _line(kept)

    def renew_secret(self, actor: Actor, webhook_id: str) -> Secret:
        """Another secret, shown this once; messages are signed with the old one too for a day."""
        actor.require(Action.CHANGE_SECRETS)
        secret = new_secret(self._ground.random(SECRET_BYTES))
        with self._ground.inside(actor) as tx:
            webhook = tx.get(Webhook, webhook_id, lock=True)
            secrets = open_secrets(self._ground, webhook).renewed(secret, self._ground.clock())
            tx.update(replace(webhook, key=self._sealed(webhook_id, secrets)))
            self._ground.record(tx, actor, "webhook.secret-renewed", (_KIND, webhook_id))
        return secret

    def remove(self, actor: Actor, webhook_id: str) -> None:
        """Forget it, its secret and its messages."""
        actor.require(Action.CHANGE_SECRETS)
        with self._ground.inside(actor) as tx:
            webhook = tx.get(Webhook, webhook_id, lock=True)
            for each in list(tx.every(WebhookDelivery, webhook_id=webhook_id)):
                tx.delete(each)  # the sender finds nothing for its turn, and lets it go
            tx.delete(webhook)
            self._ground.record(tx, actor, "webhook.removed", (_KIND, webhook_id))

    # -------------------------------------------------------------- messages

    def try_out(self, actor: Actor, webhook_id: str) -> WebhookDelivery:
        """Send it a message of no meaning now, also when it is switched off; says what came of it."""
        actor.require(Action.CHANGE_WORKSPACE)
        me = new_id()
        with self._ground.inside(actor) as tx:
            webhook = tx.get(Webhook, webhook_id)
            made = write_down(tx, self._ground, webhook, Event.TEST, webhook_id=webhook_id)
            make_due(tx, made, self._ground.clock() + LEASE, leased_by=me)
            claimed = self._delivering.claim_one(tx, made, webhook, me)
            self._ground.record(tx, actor, "webhook.tried", (_KIND, webhook_id))
        self._delivering.deliver(claimed)
        with self._ground.store.reading(actor) as seen:
            return seen.get(WebhookDelivery, made.id)

    def list_deliveries(
        self, actor: Actor, webhook_id: str, status: str = "", after: str = "", limit: int = 50
    ) -> Page[WebhookDelivery]:
        """One page of its messages of the last days, the newest first; all, or those of one status."""
        actor.require(Action.CHANGE_WORKSPACE)
        where = {"webhook_id": webhook_id} | ({"status": status} if status else {})
        with self._ground.store.reading(actor) as tx:
            tx.get(Webhook, webhook_id)
            return tx.list(WebhookDelivery, after=after, limit=limit, **where)

    def show_delivery(self, actor: Actor, webhook_id: str, delivery_id: str) -> WebhookDelivery:
        """One message; raises NotFound."""
        actor.require(Action.CHANGE_WORKSPACE)
        with self._ground.store.reading(actor) as tx:
            return _of_webhook(tx.get(WebhookDelivery, delivery_id), webhook_id)

    def send_again(self, actor: Actor, webhook_id: str, delivery_id: str) -> WebhookDelivery:
        """Let a message that is over go out once more, with all its tries. Raises Conflict for one that waits."""
        actor.require(Action.CHANGE_WORKSPACE)
        with self._ground.inside(actor) as tx:
            delivery = _of_webhook(tx.get(WebhookDelivery, delivery_id, lock=True), webhook_id)
            if delivery.status == DeliveryStatus.WAITING:
                raise Conflict("waits-already", "This message waits to be sent; it can be sent again when it is over.")
            if not tx.get(Webhook, webhook_id).is_active:
                raise Conflict("switched-off", "This webhook is switched off. Switch it on first.")
            now = self._ground.clock()
            waiting = replace(delivery, status=DeliveryStatus.WAITING.value, tries=0, due_at=now, delivered_at=None)
            kept = tx.update(waiting)
            make_due(tx, kept, now)
            self._ground.record(tx, actor, "webhook.sent-again", (_KIND, webhook_id), {"message": delivery_id})
        return kept

    def _filled(self, webhook: Webhook, wish: WebhookWish) -> Webhook:
        """The webhook as it is wished for; raises InvalidInput, NotPermitted."""
        self._receivers.check(target_of(wish.url))
        name, events = read_name(wish.name, "webhook's name"), events_of(wish.events)
        return replace(webhook, name=name, url=wish.url, events=events, is_active=wish.is_active)

    def _sealed(self, webhook_id: str, secrets: Secrets) -> str:
        return self._ground.seals.seal(secrets.written(), place_of_key(webhook_id))


def _of_webhook(delivery: WebhookDelivery, webhook_id: str) -> WebhookDelivery:
    if delivery.webhook_id != webhook_id:
        raise NotFound("not-found", "There is no such webhook delivery.")
    return delivery


def _line(webhook: Webhook) -> WebhookLine:
    return WebhookLine(
        webhook.id,
        webhook.name,
        webhook.url,
        webhook.events,
        webhook.is_active,
        webhook.stopped_because,
        webhook.failures,
        webhook.failing_since,
        webhook.created_at,
        webhook.version,
    )
