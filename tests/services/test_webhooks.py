"""Webhooks: the promises of resume_customizer.services.webhooks, telling and delivering."""

import json
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from builders.batches import several_resumes, wanted, work_off
from builders.desk import Desk
from builders.requirements import a_requirement
from builders.staffing import a_consultant, a_sending, a_version, an_opening
from core.test_webhooks import fits
from loopback.receiver import Receiver, answers, hangs, receiver
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted, QuotaExceeded
from resume_customizer.core.mail_lists import Receiver as MailReceiver
from resume_customizer.core.permissions import Action, Role, Scope
from resume_customizer.core.records.work import Due, Webhook, WebhookDelivery
from resume_customizer.core.secret_text import Secret
from resume_customizer.infrastructure.webhook_posts import WebhookPosts, WebhookSetting
from resume_customizer.services.background.job_kinds import JobKind
from resume_customizer.services.delivering import LEASE
from resume_customizer.services.leasing import take_due
from resume_customizer.services.mail.mail_drafts import Writing
from resume_customizer.services.mail.mail_templates import TemplateText
from resume_customizer.services.webhooks import WebhookWish


@dataclass(frozen=True)
class Hook:
    """A webhook of a workspace, and the receiver that it leads to."""

    ann: Actor
    webhook_id: str
    secret: Secret
    there: Receiver


@pytest.fixture
def hook(desk: Desk) -> Iterator[Hook]:
    ann = desk.workspace("ann")
    with receiver() as there:
        secret, line = desk.webhooks.add(ann, WebhookWish("Tracking", there.url))
        yield Hook(ann, line.webhook_id, secret, there)


def move_a_requirement(desk: Desk, actor: Actor) -> str:
    """Something to be told of."""
    made = desk.requirements.create(actor, a_requirement(title="Canary Developer"))
    desk.requirements.move(actor, made.id, "Working")
    return made.id


def send_all(desk: Desk) -> int:
    """Everything that is due now; says how many turns that took."""
    turns = 0
    while desk.delivering.deliver_due():
        turns += 1
    return turns


def messages(desk: Desk, hook: Hook, status: str = "") -> tuple[WebhookDelivery, ...]:
    return desk.webhooks.list_deliveries(hook.ann, hook.webhook_id, status).records


# -------------------------------------------------------------- people


def test_a_secret_is_sealed_and_shown_once(desk: Desk, hook: Hook) -> None:
    with desk.ground.inside(hook.ann) as tx:
        kept = tx.get(Webhook, hook.webhook_id)
    shown = desk.webhooks.list_webhooks(hook.ann)

    assert kept.key.startswith("rcp1.")
    assert hook.secret.reveal().startswith("whsec_")
    assert hook.secret.reveal() not in f"{kept}{shown}{desk.webhooks.show(hook.ann, hook.webhook_id)}"


def test_only_who_may_change_secrets_makes_and_changes_webhooks(desk: Desk, hook: Hook) -> None:
    editor = desk.member(hook.ann, "bob", Role.EDITOR)
    _, key = desk.api_keys.create(hook.ann, "all", frozenset(Scope))
    program = desk.api_keys.actor_of(hook.ann, desk.api_keys.create(hook.ann, "two", frozenset(Scope))[0].reveal())
    wish = WebhookWish("Mine", hook.there.url)

    assert key.scopes
    for actor in (editor, program):
        for call in (
            lambda actor=actor: desk.webhooks.add(actor, wish),
            lambda actor=actor: desk.webhooks.change(actor, hook.webhook_id, wish),
            lambda actor=actor: desk.webhooks.renew_secret(actor, hook.webhook_id),
            lambda actor=actor: desk.webhooks.remove(actor, hook.webhook_id),
        ):
            with pytest.raises(NotPermitted):
                call()
    with pytest.raises(NotPermitted):
        desk.webhooks.list_webhooks(editor)
    assert len(desk.webhooks.list_webhooks(program)) == 1


def test_an_address_inside_or_without_tls_is_refused(desk: Desk, hook: Hook) -> None:
    for url in ("http://hooks.example/", "https://10.0.0.8/", "https://localhost/", "nonsense"):
        with pytest.raises((InvalidInput, NotPermitted)):
            desk.webhooks.add(hook.ann, WebhookWish("Inside", url))
        with pytest.raises((InvalidInput, NotPermitted)):
            desk.webhooks.change(hook.ann, hook.webhook_id, WebhookWish("Inside", url))
    assert desk.webhooks.show(hook.ann, hook.webhook_id).url == hook.there.url


def test_a_workspace_has_at_most_twenty(desk: Desk, hook: Hook) -> None:
    for number in range(19):
        desk.webhooks.add(hook.ann, WebhookWish(f"N{number}", hook.there.url))
    with pytest.raises(QuotaExceeded, match="at most 20"):
        desk.webhooks.add(hook.ann, WebhookWish("One more", hook.there.url))


def test_a_change_by_who_saw_an_old_one_is_refused(desk: Desk, hook: Hook) -> None:
    wish = WebhookWish("Other", hook.there.url, ("batch.finished",))
    changed = desk.webhooks.change(hook.ann, hook.webhook_id, wish, 1)
    with pytest.raises(Conflict):
        desk.webhooks.change(hook.ann, hook.webhook_id, wish, 1)
    assert (changed.name, changed.events) == ("Other", ("batch.finished",))


def test_a_webhook_that_was_removed_leaves_nothing_behind(desk: Desk, hook: Hook) -> None:
    move_a_requirement(desk, hook.ann)
    desk.webhooks.remove(hook.ann, hook.webhook_id)
    send_all(desk)

    assert hook.there.got == []
    with desk.ground.inside(hook.ann) as tx:
        assert (tx.count(Webhook), tx.count(WebhookDelivery)) == (0, 0)
    with desk.ground.outside() as tx:
        assert [each for each in tx.every(Due) if each.queue == "webhook"] == []


def test_trying_out_sends_at_once_and_says_what_came_of_it(desk: Desk, hook: Hook) -> None:
    good = desk.webhooks.try_out(hook.ann, hook.webhook_id)
    hook.there.behave = answers(500)
    bad = desk.webhooks.try_out(hook.ann, hook.webhook_id)

    assert (good.event, good.status, good.answer, good.tries) == ("webhook.test", "delivered", 204, 1)
    assert (bad.status, bad.answer, bad.fault) == ("waiting", 500, "The receiver answered with status 500.")
    assert hook.there.ids == [good.id, bad.id]


# -------------------------------------------------------------- what is told


def test_what_happened_is_told_with_a_signature_that_fits(desk: Desk, hook: Hook) -> None:
    requirement_id = move_a_requirement(desk, hook.ann)
    send_all(desk)
    [(_, headers, body)] = hook.there.got
    told = json.loads(body)

    assert fits(hook.secret, headers, body)
    assert abs(int(headers["webhook-timestamp"]) - desk.now.timestamp()) < 5
    assert told["type"] == "requirement.moved"
    assert told["data"] == {
        "workspace_id": hook.ann.workspace_id,
        "requirement_id": requirement_id,
        "before": "New",
        "status": "Working",
    }
    [kept] = messages(desk, hook)
    assert (kept.status, kept.tries, kept.answer, kept.id) == ("delivered", 1, 204, headers["webhook-id"])


def test_a_message_holds_nothing_of_what_records_hold(desk: Desk, hook: Hook) -> None:
    move_a_requirement(desk, hook.ann)
    send_all(desk)
    assert "canary" not in f"{hook.there.got}".lower()


def test_a_webhook_is_told_of_what_it_wants_and_of_its_own_workspace_alone(desk: Desk, hook: Hook) -> None:
    eve = desk.workspace("eve")
    desk.webhooks.change(hook.ann, hook.webhook_id, WebhookWish("Jobs", hook.there.url, ("job.finished",)))
    move_a_requirement(desk, hook.ann)
    move_a_requirement(desk, eve)
    assert send_all(desk) == 0


def test_an_event_that_is_not_kept_is_not_told(desk: Desk, hook: Hook) -> None:
    made = desk.requirements.create(hook.ann, a_requirement(title="X"))
    with pytest.raises(Conflict):
        desk.requirements.move(hook.ann, made.id, "Working", 99)
    assert messages(desk, hook) == ()


def test_a_job_that_ends_is_told(desk: Desk, hook: Hook) -> None:
    desk.job_kinds["some work"] = JobKind(lambda _: {}, Action.CUSTOMIZE)
    done = desk.jobs.start(hook.ann, "some work", {})
    task = desk.working.claim("worker", ("interactive",))
    assert task
    desk.working.finish(task, desk.working.run(task))
    cancelled = desk.jobs.start(hook.ann, "some work", {})
    desk.jobs.cancel(hook.ann, cancelled.job_id)
    send_all(desk)

    told = [json.loads(body)["data"] for _, _, body in hook.there.got]
    assert [(each["job_id"], each["kind"], each["status"]) for each in told] == [
        (done.job_id, "some work", "done"),
        (cancelled.job_id, "some work", "cancelled"),
    ]


def test_a_reply_is_told(desk: Desk, hook: Hook) -> None:
    order = Writing((MailReceiver("bo@vendor.example"),), text=TemplateText("About", "Hello"), as_drafts=True)
    mail_id = desk.composing.queue(hook.ann, order).mail_ids[0]
    desk.answers.note(hook.ann, mail_id, "reply")
    send_all(desk)
    [(_, _, body)] = hook.there.got

    assert json.loads(body)["type"] == "reply.received"
    assert json.loads(body)["data"]["mail_id"] == mail_id


def test_a_batch_is_told_once_when_it_is_over(desk: Desk, hook: Hook) -> None:
    batch_id = desk.batches.prepare(hook.ann, wanted(several_resumes(desk, hook.ann, 2))).batch_id
    desk.batches.run(hook.ann, batch_id)
    work_off(desk)
    send_all(desk)

    [(_, _, body)] = hook.there.got
    assert json.loads(body)["type"] == "batch.finished"
    assert json.loads(body)["data"] == {
        "workspace_id": hook.ann.workspace_id,
        "batch_id": batch_id,
        "status": "done",
        "done": 2,
        "failed": 0,
    }


def test_a_submission_is_told_and_what_becomes_of_it(desk: Desk, hook: Hook) -> None:
    petra, opening = a_consultant(desk, hook.ann), an_opening(desk, hook.ann)
    sent = desk.submissions.submit(
        hook.ann, a_sending(opening, petra, version_id=a_version(desk, hook.ann, petra), right_to_represent="yes")
    )
    desk.submissions.set_status(hook.ann, sent.id, "withdrawn")
    send_all(desk)

    told = {json.loads(body)["type"]: json.loads(body)["data"] for _, _, body in hook.there.got}
    assert told["submission.sent"]["submission_id"] == sent.id
    assert (told["submission.moved"]["before"], told["submission.moved"]["status"]) == ("sent", "withdrawn")
    assert told["requirement.moved"]["status"] == "Submitted"


# -------------------------------------------------------------- what fails


def test_what_was_not_taken_is_sent_again_later_with_the_same_id(desk: Desk, hook: Hook) -> None:
    hook.there.behave = answers(500)
    move_a_requirement(desk, hook.ann)
    send_all(desk)
    waiting = messages(desk, hook, "waiting")
    assert send_all(desk) == 0
    desk.later(seconds=7)
    send_all(desk)
    hook.there.behave = answers(200)
    desk.later(seconds=80)
    send_all(desk)

    assert len(hook.there.got) == 3
    assert len(set(hook.there.ids)) == 1
    [kept] = messages(desk, hook)
    assert [each.id for each in waiting] == [kept.id]
    assert (kept.status, kept.tries, kept.fault) == ("delivered", 3, "")
    assert desk.webhooks.show(hook.ann, hook.webhook_id).failures == 0


def test_a_redirect_is_no_delivery_and_is_not_followed(desk: Desk, hook: Hook) -> None:
    with receiver() as other:
        hook.there.behave = answers(307, Location=other.url)
        move_a_requirement(desk, hook.ann)
        send_all(desk)
        assert other.got == []
    [kept] = messages(desk, hook)
    assert (kept.status, kept.answer) == ("waiting", 307)


def test_a_message_is_given_up_in_the_end(desk: Desk, hook: Hook) -> None:
    hook.there.behave = answers(400)
    move_a_requirement(desk, hook.ann)
    for _ in range(30):
        send_all(desk)
        desk.later(hours=3)
    [kept] = messages(desk, hook)

    assert (kept.status, kept.tries) == ("failed", 8)
    assert len(hook.there.got) == 8


def test_a_receiver_that_fails_for_a_day_is_switched_off_and_its_maker_told(desk: Desk, hook: Hook) -> None:
    hook.there.behave = answers(503)
    for _ in range(2):
        move_a_requirement(desk, hook.ann)
    for _ in range(12):
        send_all(desk)
        desk.later(hours=3)
    line = desk.webhooks.show(hook.ann, hook.webhook_id)
    letters = [letter for to, letter in desk.letters if to == "ann@desk.example" and "webhook" in letter.subject]
    tried = len(hook.there.got)
    move_a_requirement(desk, hook.ann)
    send_all(desk)

    assert not line.is_active
    assert "503" in line.stopped_because
    assert len(letters) == 1
    assert "Tracking" in letters[0].text
    assert len(hook.there.got) == tried
    assert "webhook.switched-off" in {each.event.action for each in desk.audit.list_entries(hook.ann)}


def test_a_receiver_that_is_gone_is_switched_off_at_once(desk: Desk, hook: Hook) -> None:
    hook.there.behave = answers(410)
    move_a_requirement(desk, hook.ann)
    send_all(desk)

    assert not desk.webhooks.show(hook.ann, hook.webhook_id).is_active
    assert [each.status for each in messages(desk, hook)] == ["failed"]


def test_a_webhook_that_works_again_gets_what_was_given_up_when_asked(desk: Desk, hook: Hook) -> None:
    hook.there.behave = answers(410)
    move_a_requirement(desk, hook.ann)
    send_all(desk)
    hook.there.behave = answers(200)
    [failed] = messages(desk, hook)
    with pytest.raises(Conflict, match="switched off"):
        desk.webhooks.send_again(hook.ann, hook.webhook_id, failed.id)
    desk.webhooks.change(hook.ann, hook.webhook_id, WebhookWish("Tracking", hook.there.url))
    desk.webhooks.send_again(hook.ann, hook.webhook_id, failed.id)
    with pytest.raises(Conflict, match="waits"):
        desk.webhooks.send_again(hook.ann, hook.webhook_id, failed.id)
    send_all(desk)

    assert hook.there.ids == [failed.id] * 2
    assert desk.webhooks.show_delivery(hook.ann, hook.webhook_id, failed.id).status == "delivered"


def test_a_message_of_another_webhook_is_not_found(desk: Desk, hook: Hook) -> None:
    move_a_requirement(desk, hook.ann)
    [message] = messages(desk, hook)
    _, other = desk.webhooks.add(hook.ann, WebhookWish("Other", hook.there.url))
    with pytest.raises(NotFound):
        desk.webhooks.show_delivery(hook.ann, other.webhook_id, message.id)
    with pytest.raises(NotFound):
        desk.webhooks.send_again(hook.ann, other.webhook_id, message.id)


def test_what_is_over_is_kept_for_a_week(desk: Desk, hook: Hook) -> None:
    move_a_requirement(desk, hook.ann)
    send_all(desk)
    desk.later(days=6)
    send_all(desk)
    assert len(messages(desk, hook)) == 1
    desk.later(days=2)
    send_all(desk)
    assert messages(desk, hook) == ()
    assert len(hook.there.got) == 1


def test_a_sender_that_died_with_a_message_in_hand_loses_nothing(desk: Desk, hook: Hook) -> None:
    move_a_requirement(desk, hook.ann)
    [due] = take_due(desk.ground, "webhook", 1, LEASE)
    assert send_all(desk) == 0
    desk.later(minutes=3)
    send_all(desk)

    assert hook.there.ids == [due.subject_id]


def test_a_receiver_that_hangs_keeps_no_other_one_waiting(tmp_path: Path) -> None:
    desk = Desk(tmp_path, receivers=WebhookPosts(WebhookSetting("127.0.0.1", seconds=1.0)))
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    with receiver(hangs) as slow, receiver() as quick:
        desk.webhooks.add(ann, WebhookWish("Slow", slow.url))
        desk.webhooks.add(eve, WebhookWish("Quick", quick.url))
        for _ in range(12):
            move_a_requirement(desk, ann)
        move_a_requirement(desk, eve)
        with _sending(desk):
            for _ in range(200):
                if quick.got:
                    break
                time.sleep(0.1)
        tried = len(slow.got)
    desk.store.close()

    assert len(quick.got) == 1
    assert tried <= 4


@contextmanager
def _sending(desk: Desk) -> Generator[None]:
    stop = threading.Event()
    sender = threading.Thread(target=desk.delivering.run, args=(stop, 4, 0.1))
    sender.start()
    try:
        yield
    finally:
        stop.set()
        sender.join(30)
    assert not sender.is_alive()


def test_two_senders_send_a_message_once(desk: Desk, hook: Hook) -> None:
    for _ in range(10):
        move_a_requirement(desk, hook.ann)
    with _sending(desk):
        for _ in range(200):
            if len(messages(desk, hook, "delivered")) == 10:
                break
            time.sleep(0.05)

    assert len(hook.there.ids) == len(set(hook.there.ids)) == 10
