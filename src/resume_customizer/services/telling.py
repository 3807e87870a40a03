"""What a workspace's webhooks are to be told, written down where it happens.

    a service's transaction  ->  tell()  ->  a message for each webhook that wants it, in the same transaction

Sending is the work of others (services/delivering.py): who finishes a job waits for no receiver.

Promises (tests in tests/services/test_webhooks.py):

* What happened is told to each webhook that wants it, or it did not happen: both are one transaction.
* A message holds ids and states, and nothing of what the records hold.
"""

from resume_customizer.core.audit import JsonValue
from resume_customizer.core.jobs import ENDED
from resume_customizer.core.records.desk import Requirement, Submission
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.core.records.resumes import Batch
from resume_customizer.core.records.work import Due, Job, Webhook, WebhookDelivery
from resume_customizer.core.webhooks import Event, message_of
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Transaction

QUEUE = "webhook"
"""What messages to webhooks are called among what is due."""


def tell(tx: Transaction, ground: Ground, event: Event, **about: JsonValue) -> None:
    """Let the webhooks of the transaction's workspace know what happened."""
    for webhook in list(tx.every(Webhook, is_active=True)):
        if event in webhook.events:
            write_down(tx, ground, webhook, event, **about)


def write_down(tx: Transaction, ground: Ground, webhook: Webhook, event: Event, **about: JsonValue) -> WebhookDelivery:
    """A message to one webhook, to be sent now."""
    now = ground.clock()
    body = message_of(event, now, webhook.workspace_id, about)
    made = tx.add(WebhookDelivery(webhook_id=webhook.id, event=event.value, body=body, due_at=now))
    tx.add(Due(queue=QUEUE, in_workspace=made.workspace_id, subject_id=made.id, due_at=now))
    return made


def tell_of_job(tx: Transaction, ground: Ground, job: Job) -> None:
    """A job came to an end; the portions of a batch are told together, when it is over."""
    if job.status in ENDED and job.batch_id is None:
        tell(tx, ground, Event.JOB_FINISHED, job_id=job.id, kind=job.kind, status=str(job.status))


def tell_of_batch(tx: Transaction, ground: Ground, batch: Batch) -> None:
    """A batch is over."""
    tell(
        tx,
        ground,
        Event.BATCH_FINISHED,
        batch_id=batch.id,
        status=str(batch.status),
        done=batch.done,
        failed=batch.failed,
    )


def tell_of_answer(tx: Transaction, ground: Ground, mail: OutboxMail, kind: str) -> None:
    """A reply or a bounce came for a mail."""
    event = {"reply": Event.REPLY_RECEIVED, "bounce": Event.MAIL_BOUNCED}.get(kind)
    if event:
        about = {"requirement_id": mail.requirement_id, "submission_id": mail.submission_id}
        tell(tx, ground, event, mail_id=mail.id, **about)


def tell_of_submission(tx: Transaction, ground: Ground, submission: Submission, before: str = "") -> None:
    """Somebody was sent, or what became of it is known."""
    about = {"requirement_id": submission.requirement_id, "consultant_id": submission.consultant_id}
    status = str(submission.status)
    if before:
        tell(tx, ground, Event.SUBMISSION_MOVED, submission_id=submission.id, **about, before=before, status=status)
    else:
        tell(tx, ground, Event.SUBMISSION_SENT, submission_id=submission.id, **about, status=status)


def tell_of_requirement(tx: Transaction, ground: Ground, requirement: Requirement, before: str) -> None:
    """A requirement has another status."""
    status = str(requirement.status)
    tell(tx, ground, Event.REQUIREMENT_MOVED, requirement_id=requirement.id, before=before, status=status)
