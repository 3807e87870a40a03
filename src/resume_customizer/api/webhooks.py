"""Webhooks: where a workspace is told what happened, and what became of each message."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import Query
from pydantic import Field, WithJsonSchema

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Flag, In, Listed, Name, Out, Text
from resume_customizer.api.pages import Pages, cut, listed
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.core.webhooks import CHOICE, DeliveryStatus, Event
from resume_customizer.services.webhooks import WebhookWish

_SEE, _CHANGE = Action.CHANGE_WORKSPACE, Action.CHANGE_SECRETS
_Told = Annotated[Event, WithJsonSchema({"type": "string", "enum": [each.value for each in CHOICE]})]


class WebhookToKeep(In):
    """A webhook as it is wished for."""

    name: Name = Field(examples=["Applicant tracking"])
    url: Annotated[str, Text("link")] = Field(
        description="Over https, on a public host.", examples=["https://hooks.example/resumes"]
    )
    events: Annotated[list[_Told], Field(max_length=len(CHOICE))] = Field(
        default=[], description="What it is told of; empty: everything.", examples=[[Event.JOB_FINISHED]]
    )
    is_active: Flag = True

    def wish(self) -> WebhookWish:
        """As the service takes it."""
        return WebhookWish(self.name, self.url, tuple(self.events), self.is_active)


class Webhook(Out):
    """A webhook: all but its secret."""

    webhook_id: str
    name: str
    url: str
    events: tuple[str, ...]
    is_active: bool
    stopped_because: str = Field(description="Why it was switched off, when nobody asked for that.")
    failures: int = Field(description="Tries that failed since the last one that did not.")
    failing_since: datetime | None
    created_at: datetime
    version: int


class MadeWebhook(Webhook):
    """A webhook that was made."""

    secret: str = Field(description="Messages are signed with it. It is shown this once.")


class NewSecret(Out):
    """Another secret."""

    secret: str = Field(description="Shown this once; the one before counts for a day more.")


class Message(Out):
    """A message to a webhook, and what became of it."""

    id: str = Field(description="The same with each try: `webhook-id`.")
    event: str
    body: str = Field(description="What is sent and signed.")
    status: DeliveryStatus
    tries: int
    due_at: datetime = Field(description="When it is tried next; once it is over, when it is forgotten.")
    answer: int = Field(description="The status that the receiver answered last; 0: none.")
    fault: str
    milliseconds: int
    created_at: datetime
    delivered_at: datetime | None


def webhook_routes(entrance: Entrance) -> Routes:
    """The operations."""
    webhooks, routes = entrance.desk.webhooks, Routes("webhooks", "/webhooks")

    @routes.get("", _SEE, "The workspace's webhooks, by name")
    def list_webhooks(actor: Who, paging: Pages) -> Listed[Webhook]:
        return cut(Webhook, webhooks.list_webhooks(actor), paging, lambda each: each.webhook_id)

    @routes.post("", _CHANGE, "Make a webhook", once=True)
    def create(actor: Who, new: WebhookToKeep) -> MadeWebhook:
        """Signed as Standard Webhooks says: HMAC-SHA256 over `id.timestamp.body`."""
        secret, made = webhooks.add(actor, new.wish())
        return MadeWebhook(**Webhook.of(made).model_dump(), secret=secret.reveal())

    @routes.get("/{webhook_id}", _SEE, "One webhook")
    def show(actor: Who, webhook_id: str) -> Webhook:
        return Webhook.of(webhooks.show(actor, webhook_id))

    @routes.put("/{webhook_id}", _CHANGE, "Change a webhook", errors=CHANGED)
    def change(actor: Who, webhook_id: str, seen: Seen, new: WebhookToKeep) -> Webhook:
        """Its secret stays; what failed before counts no more."""
        return Webhook.of(webhooks.change(actor, webhook_id, new.wish(), seen or None))

    @routes.delete("/{webhook_id}", _CHANGE, "Remove a webhook")
    def remove(actor: Who, webhook_id: str) -> None:
        """With its secret and its messages."""
        webhooks.remove(actor, webhook_id)

    @routes.post("/{webhook_id}/secret", _CHANGE, "Give a webhook another secret")
    def renew_secret(actor: Who, webhook_id: str) -> NewSecret:
        """Messages carry both signatures for a day."""
        return NewSecret(secret=webhooks.renew_secret(actor, webhook_id).reveal())

    @routes.post("/{webhook_id}/test", _SEE, "Try a webhook out")
    def try_out(actor: Who, webhook_id: str) -> Message:
        """Sends `webhook.test` now, and says what came of it."""
        return Message.of(webhooks.try_out(actor, webhook_id))

    @routes.get("/{webhook_id}/deliveries", _SEE, "Messages to a webhook, the newest first")
    def list_deliveries(
        actor: Who,
        webhook_id: str,
        paging: Pages,
        status: Annotated[Literal["", "waiting", "delivered", "failed"], Query()] = "",
    ) -> Listed[Message]:
        """Of the last seven days, and what still waits."""
        found = webhooks.list_deliveries(actor, webhook_id, status, paging.after, paging.limit)
        return listed(Message, found.records, found.next)

    @routes.get("/{webhook_id}/deliveries/{delivery_id}", _SEE, "One message to a webhook")
    def show_delivery(actor: Who, webhook_id: str, delivery_id: str) -> Message:
        return Message.of(webhooks.show_delivery(actor, webhook_id, delivery_id))

    @routes.post(
        "/{webhook_id}/deliveries/{delivery_id}/send-again",
        _SEE,
        "Send a message to a webhook again",
        errors=(HTTPStatus.CONFLICT,),
    )
    def send_again(actor: Who, webhook_id: str, delivery_id: str) -> Message:
        """With the same id, and all its tries."""
        return Message.of(webhooks.send_again(actor, webhook_id, delivery_id))

    return routes
