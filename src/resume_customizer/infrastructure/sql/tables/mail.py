"""Tables of mail: accounts, texts, the outbox, answers and follow-ups."""

from typing import Any, Final

from resume_customizer.core.records.desk import Requirement, Submission
from resume_customizer.core.records.mail import (
    Delivery,
    FollowUp,
    FollowUpSequence,
    MailAccount,
    MailAnswer,
    Mailing,
    MailPace,
    MailTemplate,
    MailTemplateVersion,
    NoMail,
    OutboxMail,
)
from resume_customizer.infrastructure.sql.kinds import Kind, by

MAIL: Final[tuple[Kind[Any], ...]] = (
    Kind(MailAccount, "mail_accounts", listed=(by(order="name"),)),
    Kind(MailTemplate, "mail_templates", listed=(by(order="name"),), words=("name", "subject")),
    Kind(
        MailTemplateVersion,
        "mail_template_versions",
        unique=(("template_id", "number"),),
        listed=(by("template_id"),),
        names={"template_id": MailTemplate},
    ),
    Kind(Mailing, "mailings", listed=(by("made_by"),)),
    Kind(
        OutboxMail,
        "outbox_mails",
        unique=(("key",),),
        listed=(
            by("status"),
            by("status", order="due_at"),
            by("message_id"),
            by("thread_id"),
            by("mailing_id"),
            by("mailing_id", "status"),
            by("requirement_id"),
            by("submission_id"),
            by("account_id"),
            by("account_id", "status"),
            by("follow_up_id"),
        ),
        names={
            "account_id": MailAccount,
            "mailing_id": Mailing,
            "requirement_id": Requirement,
            "submission_id": Submission,
        },
        words=("subject",),
    ),
    Kind(
        Delivery,
        "deliveries",
        unique=(("mail_id", "receiver"),),
        listed=(by("mail_id"), by("status"), by("receiver")),
        names={"mail_id": OutboxMail},
    ),
    Kind(
        MailAnswer,
        "mail_answers",
        unique=(("mail_id", "message_id"),),
        listed=(by("mail_id"), by(order="came_at")),
        names={"mail_id": OutboxMail},
    ),
    Kind(MailPace, "mail_paces", unique=(("subject",),), listed=(by(order="free_at"),)),
    Kind(NoMail, "no_mail", unique=(("address_key",),), listed=(by(order="address_key"),)),
    Kind(FollowUpSequence, "follow_up_sequences", listed=(by(order="name"),)),
    Kind(
        FollowUp,
        "follow_ups",
        unique=(("mail_id", "sequence_id"),),
        listed=(
            by("status", order="due_at"),
            by("sequence_id"),
            by("sequence_id", "status"),
            by("mail_id"),
            by("requirement_id"),
        ),
        names={"sequence_id": FollowUpSequence, "mail_id": OutboxMail, "requirement_id": Requirement},
    ),
)
