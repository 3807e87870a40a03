"""Webhooks: which other systems are told what happens here, and whether they took it.

Visit  ->  the workspace's webhooks  ->  add, change, try out, another secret, remove  |  the last messages of one
"""

from typing import Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.work import WebhookDelivery
from resume_customizer.core.webhooks import CHOICE, DeliveryStatus, Event
from resume_customizer.services.webhooks import WebhookLine, WebhookWish
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain, two_lines
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

EVENTS: Final = {
    Event.JOB_FINISHED: marked("a piece of background work ended"),
    Event.BATCH_FINISHED: marked("a batch ended"),
    Event.REPLY_RECEIVED: marked("somebody answered a mail"),
    Event.MAIL_BOUNCED: marked("a mail came back"),
    Event.SUBMISSION_SENT: marked("somebody was submitted"),
    Event.SUBMISSION_MOVED: marked("a submission has another status"),
    Event.REQUIREMENT_MOVED: marked("a requirement has another status"),
}
STATUSES: Final = {
    DeliveryStatus.WAITING: marked("waits"),
    DeliveryStatus.DELIVERED: marked("taken"),
    DeliveryStatus.FAILED: marked("given up"),
}
_SECRET: Final = "webhook-secret"  # noqa: S105 - where it is kept until it was shown once


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Webhooks"), _("Other systems are told what happens here: signed, and until they have taken it."))
    may_change = visit.may(Action.CHANGE_SECRETS)
    _shown_once()
    webhooks = visit.desk.webhooks.list_webhooks(visit.actor)
    if not webhooks:
        text = _("Add the address of a system that wants to know when a batch has ended or somebody answered.")
        empty_state(_("Nobody is told yet"), text, icon="webhook")
    for webhook in webhooks:
        with st.container(border=True), telling():
            _webhook(visit, webhook, may_change=may_change)
    if may_change:
        with st.expander(_("Add a webhook"), icon=":material/add:", expanded=not webhooks), telling():
            _new(visit)


def _shown_once() -> None:
    secret = st.session_state.pop(_SECRET, "")
    if secret:
        st.success(_("The receiver checks signatures with this secret. Copy it now: it is not shown again."))
        st.code(secret, language=None)


def _webhook(visit: Visit, webhook: WebhookLine, *, may_change: bool) -> None:
    state = _("on") if webhook.is_active else _("off")
    events = ", ".join(_(EVENTS[Event(each)]) for each in webhook.events) or _("everything")
    two_lines(webhook.name, f"{webhook.url} · {events}", state)
    if webhook.stopped_because:
        st.warning(plain(error_sentence(webhook.stopped_because)))
    key = f"webhook-{webhook.webhook_id}"
    with st.container(horizontal=True):
        if st.button(_("Try it out"), key=f"{key}-try", icon=":material/send:"):
            with telling():
                _say(visit.desk.webhooks.try_out(visit.actor, webhook.webhook_id))
        if may_change:
            _steer(visit, webhook, key)
    if may_change:
        with st.expander(_("Change it"), icon=":material/edit:"):
            wish = _form(f"{key}-{webhook.version}", webhook)
            if wish:
                with telling():
                    visit.desk.webhooks.change(visit.actor, webhook.webhook_id, wish, webhook.version)
                    st.rerun()
    if st.toggle(_("Last messages"), key=f"{key}-messages"):
        _messages(visit, webhook)


def _say(tried: WebhookDelivery) -> None:
    if tried.status == DeliveryStatus.DELIVERED:
        st.success(_("It was taken, after {ms} ms.", ms=f"{tried.milliseconds:,}"))
    else:
        st.error(_("It was not taken: {why}", why=plain(error_sentence(tried.fault))))


def _steer(visit: Visit, webhook: WebhookLine, key: str) -> None:
    question = _("The receiver needs the new secret within a day; until then both count.")
    if confirm(_("Another secret"), question, _("Make another secret"), f"{key}-secret", icon=":material/key:"):
        with telling():
            st.session_state[_SECRET] = visit.desk.webhooks.renew_secret(visit.actor, webhook.webhook_id).reveal()
            st.rerun()
    question = _("Remove {name}, with its secret and its messages?", name=plain(webhook.name))
    if confirm(_("Remove"), question, _("Remove it"), f"{key}-remove", icon=":material/delete:"):
        with telling():
            visit.desk.webhooks.remove(visit.actor, webhook.webhook_id)
            st.rerun()


def _new(visit: Visit) -> None:
    wish = _form("webhook-new")
    if wish:
        secret, _line = visit.desk.webhooks.add(visit.actor, wish)
        st.session_state[_SECRET] = secret.reveal()
        st.rerun()


def _form(key: str, webhook: WebhookLine | None = None) -> WebhookWish | None:
    """What somebody wishes for, once they have pressed the button."""
    with st.form(key, border=False):
        name = st.text_input(_("Name"), value=webhook.name if webhook else "", max_chars=120)
        url = st.text_input(_("Address"), value=webhook.url if webhook else "https://", max_chars=2_000)
        events = st.multiselect(
            _("What it is told"),
            list(CHOICE),
            default=[Event(each) for each in webhook.events] if webhook else [],
            format_func=lambda each: _(EVENTS[each]),
            placeholder=_("everything"),
        )
        is_active = st.checkbox(_("Switched on"), value=webhook.is_active if webhook else True)
        if st.form_submit_button(_("Save") if webhook else _("Add it"), type="primary"):
            return WebhookWish(name, url, tuple(events), is_active)
    return None


def _messages(visit: Visit, webhook: WebhookLine) -> None:
    key = f"deliveries-{webhook.webhook_id}"
    asked = asked_of(key)
    found = visit.desk.webhooks.list_deliveries(visit.actor, webhook.webhook_id, after=asked.cursor, limit=PAGE)
    columns = [
        Column("created_at", _("When")),
        Column("event", _("What happened")),
        Column("status", _("State")),
        Column("tries", _("Tries"), is_number=True),
        Column("fault", _("What failed last")),
    ]
    opened = show_table(key, columns, Page([_row(each) for each in found.records], found.next), opens=True)
    if opened:
        with telling():
            _message(visit, webhook, visit.desk.webhooks.show_delivery(visit.actor, webhook.webhook_id, opened))


def _row(delivery: WebhookDelivery) -> dict[str, object]:
    return {
        "id": delivery.id,
        "created_at": delivery.created_at,
        "event": delivery.event,
        "status": _(STATUSES[DeliveryStatus(delivery.status)]),
        "tries": delivery.tries,
        "fault": error_sentence(delivery.fault),
    }


def _message(visit: Visit, webhook: WebhookLine, delivery: WebhookDelivery) -> None:
    st.code(delivery.body, language="json", wrap_lines=True)
    is_over = delivery.status != DeliveryStatus.WAITING
    if is_over and st.button(_("Send it again"), key=f"again-{delivery.id}", icon=":material/replay:"):
        visit.desk.webhooks.send_again(visit.actor, webhook.webhook_id, delivery.id)
        st.toast(_("It goes out with the next round."))
