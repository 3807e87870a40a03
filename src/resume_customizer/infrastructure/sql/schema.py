"""Every table: what identifies its records, how they are listed and searched, what they name.

core/records says what a record holds; this says how it is found. A list that is not here has no index, and the store
refuses to make it.
"""

from typing import Any, Final

import sqlalchemy as sa

from resume_customizer.core.records.accounts import (
    ApiKey,
    OneTimeToken,
    Profile,
    RefreshToken,
    Session,
    SignInFailures,
    User,
)
from resume_customizer.core.records.banks import BankPoint, PointBank, TechnologyOverride
from resume_customizer.core.records.desk import (
    Assignment,
    Attachment,
    Comment,
    Consultant,
    Interview,
    PostingMark,
    Requirement,
    SentLine,
    SignOff,
    StatusChange,
    Submission,
    SubmissionLock,
)
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
from resume_customizer.core.records.record import Record
from resume_customizer.core.records.resumes import (
    Batch,
    BatchItem,
    Customization,
    CustomizationDetail,
    Draft,
    Resume,
    ResumeReading,
    ResumeVersion,
    StoredFile,
)
from resume_customizer.core.records.work import (
    AuditEntry,
    AuditHead,
    DoneRequest,
    Due,
    Job,
    KeptChange,
    ProcessingEntry,
    ReplayedWork,
    Webhook,
    WebhookDelivery,
    Worker,
    WorkLine,
)
from resume_customizer.core.records.workspaces import (
    Invitation,
    Membership,
    SavedView,
    Usage,
    Workspace,
    WorkspaceSettings,
)
from resume_customizer.infrastructure.sql.kinds import Kind, by

_ACCOUNTS: Final[tuple[Kind[Any], ...]] = (
    Kind(User, "users", unique=(("email_key",),), listed=(by(order="email_key"),)),
    Kind(Profile, "profiles", unique=(("user_id",),), names={"user_id": User}),
    Kind(
        Session,
        "sessions",
        unique=(("token_hash",),),
        listed=(by("user_id"), by(order="used_at")),
        names={"user_id": User},
    ),
    Kind(
        RefreshToken,
        "refresh_tokens",
        unique=(("token_hash",),),
        listed=(by("session_id"), by("user_id"), by(order="expires_at")),
        names={"user_id": User, "session_id": Session},
    ),
    Kind(
        ApiKey,
        "api_keys",
        unique=(("token_hash",),),
        listed=(by("user_id"), by("in_workspace")),
        names={"user_id": User},
    ),
    Kind(
        OneTimeToken,
        "one_time_tokens",
        unique=(("token_hash",),),
        listed=(by("user_id", "purpose"), by("user_id"), by(order="expires_at")),
        names={"user_id": User},
    ),
    Kind(SignInFailures, "sign_in_failures", unique=(("subject",),), listed=(by(order="changed_at"),)),
)
_WORKSPACES: Final[tuple[Kind[Any], ...]] = (
    Kind(Workspace, "workspaces", listed=(by(order="name"), by("tier"))),
    Kind(
        Membership,
        "memberships",
        unique=(("user_id",),),
        listed=(by("role"),),
        names={"user_id": User},
        seen_by="user_id",
    ),
    Kind(
        Invitation,
        "invitations",
        unique=(("token_hash",),),
        listed=(by("email_key"),),
    ),
    Kind(WorkspaceSettings, "workspace_settings", unique=((),)),
    Kind(Usage, "usage", unique=(("counter",),)),
    Kind(SavedView, "saved_views", listed=(by("screen", order="name"),)),
)
_RESUMES: Final[tuple[Kind[Any], ...]] = (
    Kind(StoredFile, "stored_files", unique=(("digest",),), listed=(by("uses"),)),
    Kind(
        Resume,
        "resumes",
        listed=(by(order="name"), by(order="changed_at"), by("consultant_id"), by("owner_id")),
        names={"consultant_id": Consultant},
        words=("name", "tags"),
    ),
    Kind(
        ResumeVersion,
        "resume_versions",
        unique=(("resume_id", "number"),),
        listed=(by("resume_id", order="number"), by("digest")),
        names={"resume_id": Resume},
    ),
    Kind(
        ResumeReading,
        "resume_readings",
        unique=(("resume_version_id",),),
        names={"resume_version_id": ResumeVersion},
    ),
    Kind(
        Draft,
        "drafts",
        listed=(by("owner_id", order="changed_at"), by("resume_version_id"), by("requirement_id")),
        names={"resume_version_id": ResumeVersion, "requirement_id": Requirement},
    ),
    Kind(
        Customization,
        "customizations",
        unique=(("key",),),
        listed=(
            by("resume_id"),
            by("resume_version_id"),
            by("requirement_id"),
            by("batch_id"),
            by("made_by"),
            by("status"),
            by(order="name"),
        ),
        names={
            "resume_id": Resume,
            "resume_version_id": ResumeVersion,
            "requirement_id": Requirement,
            "batch_id": Batch,
        },
        words=("name", "technologies"),
    ),
    Kind(
        CustomizationDetail,
        "customization_details",
        unique=(("customization_id",),),
        names={"customization_id": Customization},
    ),
    Kind(Batch, "batches", listed=(by("status"), by("made_by")), words=("name",)),
    Kind(
        BatchItem,
        "batch_items",
        unique=(("batch_id", "number"),),
        listed=(
            by("batch_id", order="number"),
            by("batch_id", "status", order="number"),
            by("batch_id", "is_foreseen"),
            by("resume_id"),
            by("customization_id"),
        ),
        names={"batch_id": Batch},
    ),
)
_BANKS: Final[tuple[Kind[Any], ...]] = (
    Kind(
        PointBank,
        "point_banks",
        listed=(by(order="name"), by("consultant_id"), by("owner_id")),
        names={"consultant_id": Consultant},
        words=("name",),
    ),
    Kind(
        BankPoint,
        "bank_points",
        unique=(("bank_id", "technology", "text_key"),),
        listed=(
            by("bank_id"),
            by("bank_id", "technology"),
            by("bank_id", "approval"),
            by("approval"),
            by("technology"),
            by("bank_id", order="technology"),
        ),
        names={"bank_id": PointBank},
        words=("technology", "text", "tags"),
    ),
    Kind(TechnologyOverride, "technology_overrides", unique=(("name_key",),), listed=(by(order="name_key"),)),
)
_DESK: Final[tuple[Kind[Any], ...]] = (
    Kind(
        Requirement,
        "requirements",
        listed=(
            by("status"),
            by("status", order="changed_at"),
            by(order="changed_at"),
            by(order="title"),
            by(order="client"),
            by(order="priority"),
            by(order="due_at"),
            by("status", order="due_at"),
            by("primary_technology"),
            by("client"),
            by("client_key"),
            by("vendor_company"),
            by("source"),
        ),
        words=(
            "title",
            "client",
            "end_client",
            "prime_vendor",
            "vendor_company",
            "vendor_person",
            "location",
            "primary_technology",
            "technologies",
            "posting",
        ),
    ),
    Kind(
        PostingMark,
        "posting_marks",
        listed=(by("mark"), by("requirement_id")),
        names={"requirement_id": Requirement},
    ),
    Kind(
        StatusChange,
        "status_changes",
        listed=(by("requirement_id"), by(order="at")),
        names={"requirement_id": Requirement},
    ),
    Kind(
        Assignment,
        "assignments",
        listed=(by("requirement_id"), by("consultant_id"), by("user_id")),
        names={"requirement_id": Requirement, "consultant_id": Consultant},
    ),
    Kind(
        Comment,
        "comments",
        listed=(by("requirement_id"), by("consultant_id")),
        names={"requirement_id": Requirement, "consultant_id": Consultant},
        words=("text",),
    ),
    Kind(Attachment, "attachments", listed=(by("of_kind", "of_id"), by("digest"))),
    Kind(
        Consultant,
        "consultants",
        listed=(
            by(order="name"),
            by("status"),
            by("status", order="name"),
            by("adviser_id", order="name"),
            by("cohort", order="name"),
            by(order="changed_at"),
        ),
        words=("name", "location", "skills", "availability", "target_roles", "cohort"),
    ),
    Kind(
        Interview,
        "interviews",
        listed=(
            by(order="starts_at"),
            by("requirement_id"),
            by("consultant_id"),
            by("submission_id"),
            by("status", order="starts_at"),
        ),
        names={"requirement_id": Requirement, "consultant_id": Consultant, "submission_id": Submission},
    ),
    Kind(
        Submission,
        "submissions",
        listed=(
            by("requirement_id"),
            by("consultant_id"),
            by("customization_id"),
            by("status"),
            by("file_digest"),
        ),
        names={"requirement_id": Requirement, "consultant_id": Consultant, "customization_id": Customization},
        words=("role", "end_client", "vendor_company", "sent_to", "file_name"),
    ),
    Kind(
        SubmissionLock,
        "submission_locks",
        unique=(("consultant_id", "client_key", "role_key"),),
        listed=(by("submission_id"), by("consultant_id")),
        names={"consultant_id": Consultant, "submission_id": Submission},
    ),
    Kind(
        SentLine,
        "sent_lines",
        listed=(
            by("submission_id"),
            by("point_id"),
            by("head"),
            by("tail"),
            by("client_key", "head", order="sent_at"),
            by("client_key", "tail", order="sent_at"),
            by("vendor_key", "head", order="sent_at"),
            by("vendor_key", "tail", order="sent_at"),
        ),
        names={"submission_id": Submission, "consultant_id": Consultant},
    ),
    Kind(
        SignOff,
        "sign_offs",
        unique=(("consultant_id", "point_key"),),
        listed=(by("consultant_id"),),
        names={"consultant_id": Consultant},
    ),
)
_MAIL: Final[tuple[Kind[Any], ...]] = (
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
    Kind(Webhook, "webhooks", listed=(by("is_active"), by(order="name"))),
    Kind(
        WebhookDelivery,
        "webhook_deliveries",
        listed=(by("webhook_id"), by("webhook_id", "status")),
        names={"webhook_id": Webhook},
    ),
)
_WORK: Final[tuple[Kind[Any], ...]] = (
    Kind(
        Job,
        "jobs",
        listed=(by("status"), by("kind"), by("batch_id"), by("started_by")),
        names={"batch_id": Batch},
    ),
    Kind(
        Due,
        "due",
        unique=(("queue", "subject_id"),),
        listed=(
            by("queue", order="due_at"),
            by("queue", "is_leased", order="due_at"),
            by(order="due_at"),
            by("in_workspace"),
            by("queue", "in_workspace", order="due_at"),
            by("queue", "in_workspace", "is_leased", order="due_at"),
            by("leased_by"),
        ),
    ),
    Kind(
        WorkLine,
        "work_lines",
        unique=(("queue", "in_workspace"),),
        listed=(by("queue", "is_open", order="turn"), by("in_workspace")),
    ),
    Kind(Worker, "workers", unique=(("name",),), listed=(by(order="seen_at"),)),
    Kind(DoneRequest, "done_requests", unique=(("key",),), listed=(by(order="expires_at"),)),
    Kind(ReplayedWork, "replayed_work", unique=(("key",),), listed=(by("in_workspace"),)),
    Kind(KeptChange, "kept_changes", listed=(by("is_open"), by("of_kind", "of_id"))),
    Kind(ProcessingEntry, "processing_entries", listed=(by("subject_kind", "subject_id"), by("status"))),
    Kind(
        AuditEntry,
        "audit_entries",
        unique=(("number",),),
        listed=(
            by(order="number"),
            by(order="at"),
            by("actor_id", order="number"),
            by("record_kind", "record_id", order="number"),
            by("action", order="number"),
        ),
    ),
    Kind(AuditHead, "audit_heads", unique=((),)),
)

KINDS: Final[tuple[Kind[Any], ...]] = (*_ACCOUNTS, *_WORKSPACES, *_RESUMES, *_BANKS, *_DESK, *_MAIL, *_WORK)
"""Every kind of record."""
KIND_OF: Final[dict[type[Record], Kind[Any]]] = {each.record_type: each for each in KINDS}

metadata: Final = sa.MetaData()
_names: Final[dict[type[Record], str]] = {each.record_type: each.name for each in KINDS}
TABLE_OF: Final[dict[type[Record], sa.Table]] = {each.record_type: each.make_table(metadata, _names) for each in KINDS}
"""The tables, by class of record."""
TENANT_KINDS: Final = tuple(each for each in KINDS if each.is_tenant)
SEARCHED_KINDS: Final = tuple(each for each in KINDS if each.words)
