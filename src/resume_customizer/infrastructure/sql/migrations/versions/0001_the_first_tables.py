"""The first tables."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from resume_customizer.infrastructure.sql import facts
from resume_customizer.infrastructure.sql.columns import JSON_COLUMN, IdColumn, TimeColumn
from resume_customizer.infrastructure.sql.row_security import protect
from resume_customizer.infrastructure.sql.searching import SUFFIX, statements

revision = "0001"
down_revision = None

ID, TIME, INT, BOOL, TEXT = IdColumn(), TimeColumn(), sa.BigInteger(), sa.Boolean(), sa.Text()

SEARCHED: Final = {
    "resumes": (
        "name",
        "tags",
    ),
    "customizations": (
        "name",
        "technologies",
    ),
    "batches": ("name",),
    "point_banks": ("name",),
    "bank_points": (
        "technology",
        "text",
        "tags",
    ),
    "requirements": (
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
    "comments": ("text",),
    "consultants": (
        "name",
        "location",
        "skills",
        "availability",
        "target_roles",
        "cohort",
    ),
    "submissions": (
        "role",
        "end_client",
        "vendor_company",
        "sent_to",
        "file_name",
    ),
    "mail_templates": (
        "name",
        "subject",
    ),
    "outbox_mails": ("subject",),
}
"""Tables that are searched, and by which columns."""

OF_WORKSPACES: Final = {
    "memberships": "user_id",
    "invitations": "",
    "workspace_settings": "",
    "usage": "",
    "kept_changes": "",
    "saved_views": "",
    "stored_files": "",
    "resumes": "",
    "resume_versions": "",
    "resume_readings": "",
    "drafts": "",
    "customizations": "",
    "customization_details": "",
    "batches": "",
    "batch_items": "",
    "point_banks": "",
    "bank_points": "",
    "technology_overrides": "",
    "requirements": "",
    "assignments": "",
    "comments": "",
    "attachments": "",
    "consultants": "",
    "interviews": "",
    "submissions": "",
    "sign_offs": "",
    "sent_lines": "",
    "submission_locks": "",
    "status_changes": "",
    "posting_marks": "",
    "mail_accounts": "",
    "mail_templates": "",
    "outbox_mails": "",
    "deliveries": "",
    "mailings": "",
    "mail_paces": "",
    "no_mail": "",
    "mail_template_versions": "",
    "mail_answers": "",
    "follow_up_sequences": "",
    "follow_ups": "",
    "webhooks": "",
    "webhook_deliveries": "",
    "jobs": "",
    "processing_entries": "",
    "audit_entries": "",
    "audit_heads": "",
}
"""Tables with rows of workspaces, and the column of the user who sees a row from outside too."""


def upgrade() -> None:
    """Take this step."""
    for make in _TABLES:
        make()
    dialect = op.get_bind().dialect.name
    for table, columns in SEARCHED.items():
        for statement in statements(dialect, table, columns):
            op.execute(sa.text(statement.replace(":", "\\:")))
    if dialect == "postgresql":
        for table, seen_by in OF_WORKSPACES.items():
            for statement in protect(table, seen_by):
                op.execute(sa.text(statement.replace(":", "\\:")))
        for statement in facts.postgres_statements():
            op.execute(sa.text(statement.replace(":", "\\:")))


def downgrade() -> None:
    """Take it back."""
    if op.get_bind().dialect.name == "postgresql":
        for statement in facts.postgres_removal():
            op.execute(sa.text(statement))
    else:
        for table in SEARCHED:
            op.execute(f"DROP TABLE {table}{SUFFIX}")
    for table in (
        "follow_ups",
        "mail_answers",
        "deliveries",
        "outbox_mails",
        "follow_up_sequences",
        "mail_template_versions",
        "no_mail",
        "mail_paces",
        "mailings",
        "mail_templates",
        "mail_accounts",
        "sign_offs",
        "sent_lines",
        "submission_locks",
        "status_changes",
        "posting_marks",
        "interviews",
        "submissions",
        "customization_details",
        "drafts",
        "customizations",
        "resume_readings",
        "resume_versions",
        "refresh_tokens",
        "bank_points",
        "sessions",
        "resumes",
        "profiles",
        "point_banks",
        "one_time_tokens",
        "memberships",
        "jobs",
        "comments",
        "assignments",
        "api_keys",
        "workspaces",
        "workspace_settings",
        "webhook_deliveries",
        "webhooks",
        "users",
        "usage",
        "technology_overrides",
        "stored_files",
        "sign_in_failures",
        "saved_views",
        "requirements",
        "replayed_work",
        "kept_changes",
        "processing_entries",
        "invitations",
        "due",
        "work_lines",
        "workers",
        "done_requests",
        "consultants",
        "batch_items",
        "batches",
        "audit_heads",
        "audit_entries",
        "attachments",
    ):
        op.drop_table(table)


def _column(name: str, kind: sa.types.TypeEngine[Any], *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=empty)


def _make_attachments() -> None:
    op.create_table(
        "attachments",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("of_kind", TEXT),
        _column("of_id", ID),
        _column("name", TEXT),
        _column("digest", TEXT),
        _column("size", INT),
        _column("added_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_attachments"),
    )
    op.create_index("ix_attachments_digest", "attachments", ["workspace_id", "digest", "id"])
    op.create_index("ix_attachments_of_kind_of_id", "attachments", ["workspace_id", "of_kind", "of_id", "id"])


def _make_audit_entries() -> None:
    op.create_table(
        "audit_entries",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("number", INT),
        _column("at", TIME),
        _column("actor_id", TEXT),
        _column("action", TEXT),
        _column("record_kind", TEXT),
        _column("record_id", TEXT),
        _column("source", TEXT),
        _column("details", JSON_COLUMN),
        _column("previous", TEXT),
        _column("hash", TEXT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_audit_entries"),
        sa.UniqueConstraint("workspace_id", "number", name="uq_audit_entries_number"),
    )
    op.create_index(
        "ix_audit_entries_action_by_number",
        "audit_entries",
        ["workspace_id", "action", "number", "id"],
    )
    op.create_index(
        "ix_audit_entries_actor_id_by_number",
        "audit_entries",
        ["workspace_id", "actor_id", "number", "id"],
    )
    op.create_index("ix_audit_entries_by_at", "audit_entries", ["workspace_id", "at", "id"])
    op.create_index("ix_audit_entries_by_number", "audit_entries", ["workspace_id", "number", "id"])
    op.create_index(
        "ix_audit_entries_record_kind_record_id_by_number",
        "audit_entries",
        ["workspace_id", "record_kind", "record_id", "number", "id"],
    )


def _make_audit_heads() -> None:
    op.create_table(
        "audit_heads",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("number", INT),
        _column("hash", TEXT),
        _column("first_number", INT),
        _column("first_hash", TEXT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_audit_heads"),
        sa.UniqueConstraint("workspace_id", name="uq_audit_heads_one"),
    )


def _make_batches() -> None:
    op.create_table(
        "batches",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("made_by", ID, empty=True),
        _column("status", TEXT),
        _column("total", INT),
        _column("done", INT),
        _column("failed", INT),
        _column("choices", JSON_COLUMN),
        _column("started_at", TIME, empty=True),
        _column("paused_at", TIME, empty=True),
        _column("finished_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_batches"),
    )
    op.create_index("ix_batches_made_by", "batches", ["workspace_id", "made_by", "id"])
    op.create_index("ix_batches_status", "batches", ["workspace_id", "status", "id"])


def _make_batch_items() -> None:
    op.create_table(
        "batch_items",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("batch_id", ID),
        _column("number", INT),
        _column("resume_id", ID),
        _column("resume_version_id", ID),
        _column("resume_name", TEXT),
        _column("file_name", TEXT),
        _column("target", INT),
        _column("label", TEXT),
        _column("requirement_id", ID, empty=True),
        _column("status", TEXT),
        _column("is_foreseen", BOOL),
        _column("placed", INT),
        _column("unplaced", INT),
        _column("coverage_before", INT),
        _column("coverage_after", INT),
        _column("forecast", JSON_COLUMN),
        _column("customization_id", ID, empty=True),
        _column("error_code", TEXT),
        _column("error", TEXT),
        _column("milliseconds", INT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_batch_items"),
        sa.UniqueConstraint("workspace_id", "batch_id", "number", name="uq_batch_items_batch_id_number"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "batch_id"],
            ["batches.workspace_id", "batches.id"],
            name="fk_batch_items_batch_id",
        ),
    )
    home = "workspace_id"
    op.create_index("ix_batch_items_batch_id_by_number", "batch_items", [home, "batch_id", "number", "id"])
    op.create_index(
        "ix_batch_items_batch_id_status_by_number", "batch_items", [home, "batch_id", "status", "number", "id"]
    )
    op.create_index("ix_batch_items_batch_id_is_foreseen", "batch_items", [home, "batch_id", "is_foreseen", "id"])
    op.create_index("ix_batch_items_resume_id", "batch_items", [home, "resume_id", "id"])
    op.create_index("ix_batch_items_customization_id", "batch_items", [home, "customization_id", "id"])


def _make_consultants() -> None:
    op.create_table(
        "consultants",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("contact", TEXT),
        _column("location", TEXT),
        _column("time_zone", TEXT),
        _column("work_authorization", TEXT),
        _column("skills", JSON_COLUMN),
        _column("availability", TEXT),
        _column("expected_rate_cents", INT, empty=True),
        _column("expected_rate_currency", TEXT),
        _column("project_history", TEXT),
        _column("status", TEXT),
        _column("notes", TEXT),
        _column("cohort", TEXT),
        _column("target_roles", JSON_COLUMN),
        _column("progress", TEXT),
        _column("adviser_id", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_consultants"),
    )
    op.create_index("ix_consultants_adviser_id_by_name", "consultants", ["workspace_id", "adviser_id", "name", "id"])
    op.create_index("ix_consultants_by_changed_at", "consultants", ["workspace_id", "changed_at", "id"])
    op.create_index("ix_consultants_by_name", "consultants", ["workspace_id", "name", "id"])
    op.create_index("ix_consultants_cohort_by_name", "consultants", ["workspace_id", "cohort", "name", "id"])
    op.create_index("ix_consultants_status", "consultants", ["workspace_id", "status", "id"])
    op.create_index("ix_consultants_status_by_name", "consultants", ["workspace_id", "status", "name", "id"])


def _make_done_requests() -> None:
    op.create_table(
        "done_requests",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("key", TEXT),
        _column("body_digest", TEXT),
        _column("status", INT),
        _column("answer", JSON_COLUMN),
        _column("expires_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_done_requests"),
        sa.UniqueConstraint("key", name="uq_done_requests_key"),
    )
    op.create_index("ix_done_requests_by_expires_at", "done_requests", ["expires_at", "id"])


def _make_due() -> None:
    op.create_table(
        "due",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("queue", TEXT),
        _column("in_workspace", ID),
        _column("subject_id", ID),
        _column("due_at", TIME),
        _column("leased_by", TEXT),
        _column("leased_until", TIME, empty=True),
        _column("is_leased", BOOL),
        _column("attempts", INT),
        sa.PrimaryKeyConstraint("id", name="pk_due"),
        sa.UniqueConstraint("queue", "subject_id", name="uq_due_queue_subject_id"),
    )
    op.create_index("ix_due_by_due_at", "due", ["due_at", "id"])
    op.create_index("ix_due_in_workspace", "due", ["in_workspace", "id"])
    op.create_index("ix_due_leased_by", "due", ["leased_by", "id"])
    op.create_index("ix_due_queue_by_due_at", "due", ["queue", "due_at", "id"])
    op.create_index("ix_due_queue_is_leased_by_due_at", "due", ["queue", "is_leased", "due_at", "id"])
    op.create_index("ix_due_queue_in_workspace_by_due_at", "due", ["queue", "in_workspace", "due_at", "id"])
    op.create_index(
        "ix_due_queue_in_workspace_is_leased_by_due_at",
        "due",
        ["queue", "in_workspace", "is_leased", "due_at", "id"],
    )


def _make_work_lines() -> None:
    op.create_table(
        "work_lines",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("queue", TEXT),
        _column("in_workspace", ID),
        _column("is_open", BOOL),
        _column("turn", INT),
        sa.PrimaryKeyConstraint("id", name="pk_work_lines"),
        sa.UniqueConstraint("queue", "in_workspace", name="uq_work_lines_queue_in_workspace"),
    )
    op.create_index("ix_work_lines_in_workspace", "work_lines", ["in_workspace", "id"])
    op.create_index("ix_work_lines_queue_is_open_by_turn", "work_lines", ["queue", "is_open", "turn", "id"])


def _make_workers() -> None:
    op.create_table(
        "workers",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("name", TEXT),
        _column("host", TEXT),
        _column("process", INT),
        _column("queues", TEXT),
        _column("seen_at", TIME),
        _column("job_id", ID, empty=True),
        _column("done", INT),
        _column("failed", INT),
        _column("memory", INT),
        _column("cpu_milliseconds", INT),
        sa.PrimaryKeyConstraint("id", name="pk_workers"),
        sa.UniqueConstraint("name", name="uq_workers_name"),
    )
    op.create_index("ix_workers_by_seen_at", "workers", ["seen_at", "id"])


def _make_follow_up_sequences() -> None:
    op.create_table(
        "follow_up_sequences",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("steps", JSON_COLUMN),
        _column("number", INT),
        _column("is_active", BOOL),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_follow_up_sequences"),
    )
    op.create_index("ix_follow_up_sequences_by_name", "follow_up_sequences", ["workspace_id", "name", "id"])


def _make_invitations() -> None:
    op.create_table(
        "invitations",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("email_key", TEXT),
        _column("role", TEXT),
        _column("token_hash", TEXT),
        _column("expires_at", TIME),
        _column("invited_by", ID),
        _column("ended_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_invitations"),
        sa.UniqueConstraint("workspace_id", "token_hash", name="uq_invitations_token_hash"),
    )
    op.create_index("ix_invitations_email_key", "invitations", ["workspace_id", "email_key", "id"])


def _make_mail_accounts() -> None:
    op.create_table(
        "mail_accounts",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("sender", TEXT),
        _column("sender_name", TEXT),
        _column("reply_to", TEXT),
        _column("signature", TEXT),
        _column("host", TEXT),
        _column("port", INT),
        _column("security", TEXT),
        _column("user_name", TEXT),
        _column("password", TEXT),
        _column("signs_in_with", TEXT),
        _column("per_minute", INT),
        _column("imap_host", TEXT),
        _column("imap_port", INT),
        _column("sent_folder", TEXT),
        _column("read_until", JSON_COLUMN),
        _column("paused_at", TIME, empty=True),
        _column("owner_id", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_mail_accounts"),
    )
    op.create_index("ix_mail_accounts_by_name", "mail_accounts", ["workspace_id", "name", "id"])


def _make_mail_templates() -> None:
    op.create_table(
        "mail_templates",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("subject", TEXT),
        _column("body", TEXT),
        _column("language", TEXT),
        _column("number", INT),
        _column("owner_id", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_mail_templates"),
    )
    op.create_index("ix_mail_templates_by_name", "mail_templates", ["workspace_id", "name", "id"])


def _make_processing_entries() -> None:
    op.create_table(
        "processing_entries",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("subject_kind", TEXT),
        _column("subject_id", ID),
        _column("step", TEXT),
        _column("milliseconds", INT),
        _column("status", TEXT),
        _column("details", JSON_COLUMN),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_processing_entries"),
    )
    op.create_index("ix_processing_entries_status", "processing_entries", ["workspace_id", "status", "id"])
    op.create_index(
        "ix_processing_entries_subject_kind_subject_id",
        "processing_entries",
        ["workspace_id", "subject_kind", "subject_id", "id"],
    )


def _make_replayed_work() -> None:
    op.create_table(
        "replayed_work",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("key", TEXT),
        _column("outcome", TEXT),
        _column("in_workspace", ID, empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_replayed_work"),
        sa.UniqueConstraint("key", name="uq_replayed_work_key"),
    )
    op.create_index("ix_replayed_work_in_workspace", "replayed_work", ["in_workspace", "id"])


def _make_kept_changes() -> None:
    op.create_table(
        "kept_changes",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("of_kind", TEXT),
        _column("of_id", ID),
        _column("reason", TEXT),
        _column("row", JSON_COLUMN),
        _column("accepted_at", TIME),
        _column("is_open", BOOL),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_kept_changes"),
    )
    op.create_index("ix_kept_changes_is_open", "kept_changes", ["workspace_id", "is_open", "id"])
    op.create_index("ix_kept_changes_of_kind_of_id", "kept_changes", ["workspace_id", "of_kind", "of_id", "id"])


def _make_requirements() -> None:
    op.create_table(
        "requirements",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("title", TEXT),
        _column("status", TEXT),
        _column("client", TEXT),
        _column("end_client", TEXT),
        _column("implementation_partner", TEXT),
        _column("prime_vendor", TEXT),
        _column("vendor_company", TEXT),
        _column("vendor_person", TEXT),
        _column("vendor_phone", TEXT),
        _column("vendor_email", TEXT),
        _column("rate_cents", INT, empty=True),
        _column("rate_currency", TEXT),
        _column("rate_per", TEXT),
        _column("tax_term", TEXT),
        _column("location", TEXT),
        _column("work_mode", TEXT),
        _column("duration", TEXT),
        _column("posting", TEXT),
        _column("posting_link", TEXT),
        _column("source", TEXT),
        _column("technologies", JSON_COLUMN),
        _column("primary_technology", TEXT),
        _column("must_have", JSON_COLUMN),
        _column("nice_to_have", JSON_COLUMN),
        _column("years", INT, empty=True),
        _column("analysis", JSON_COLUMN),
        _column("priority", INT),
        _column("deadline", TIME, empty=True),
        _column("next_step", TEXT),
        _column("next_step_due", TIME, empty=True),
        _column("due_at", TIME),
        _column("client_key", TEXT),
        _column("title_key", TEXT),
        _column("created_by", ID, empty=True),
        _column("changed_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_requirements"),
    )
    op.create_index("ix_requirements_by_changed_at", "requirements", ["workspace_id", "changed_at", "id"])
    op.create_index("ix_requirements_by_client", "requirements", ["workspace_id", "client", "id"])
    op.create_index("ix_requirements_by_due_at", "requirements", ["workspace_id", "due_at", "id"])
    op.create_index("ix_requirements_by_priority", "requirements", ["workspace_id", "priority", "id"])
    op.create_index("ix_requirements_by_title", "requirements", ["workspace_id", "title", "id"])
    op.create_index("ix_requirements_client", "requirements", ["workspace_id", "client", "id"])
    op.create_index("ix_requirements_client_key", "requirements", ["workspace_id", "client_key", "id"])
    op.create_index("ix_requirements_primary_technology", "requirements", ["workspace_id", "primary_technology", "id"])
    op.create_index("ix_requirements_source", "requirements", ["workspace_id", "source", "id"])
    op.create_index("ix_requirements_status", "requirements", ["workspace_id", "status", "id"])
    op.create_index(
        "ix_requirements_status_by_changed_at", "requirements", ["workspace_id", "status", "changed_at", "id"]
    )
    op.create_index("ix_requirements_status_by_due_at", "requirements", ["workspace_id", "status", "due_at", "id"])
    op.create_index("ix_requirements_vendor_company", "requirements", ["workspace_id", "vendor_company", "id"])


def _make_saved_views() -> None:
    op.create_table(
        "saved_views",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("screen", TEXT),
        _column("name", TEXT),
        _column("owner_id", ID, empty=True),
        _column("choice", JSON_COLUMN),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_saved_views"),
    )
    op.create_index("ix_saved_views_screen_by_name", "saved_views", ["workspace_id", "screen", "name", "id"])


def _make_sign_in_failures() -> None:
    op.create_table(
        "sign_in_failures",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("subject", TEXT),
        _column("count", INT),
        _column("last_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_failures"),
        sa.UniqueConstraint("subject", name="uq_sign_in_failures_subject"),
    )
    op.create_index("ix_sign_in_failures_by_changed_at", "sign_in_failures", ["changed_at", "id"])


def _make_stored_files() -> None:
    op.create_table(
        "stored_files",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("digest", TEXT),
        _column("size", INT),
        _column("kind", TEXT),
        _column("uses", INT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_stored_files"),
        sa.UniqueConstraint("workspace_id", "digest", name="uq_stored_files_digest"),
    )
    op.create_index("ix_stored_files_uses", "stored_files", ["workspace_id", "uses", "id"])


def _make_technology_overrides() -> None:
    op.create_table(
        "technology_overrides",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("name_key", TEXT),
        _column("aliases", JSON_COLUMN),
        _column("category", TEXT),
        _column("parents", JSON_COLUMN),
        _column("is_ignored", BOOL),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_technology_overrides"),
        sa.UniqueConstraint("workspace_id", "name_key", name="uq_technology_overrides_name_key"),
    )
    op.create_index(
        "ix_technology_overrides_by_name_key",
        "technology_overrides",
        ["workspace_id", "name_key", "id"],
    )


def _make_usage() -> None:
    op.create_table(
        "usage",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("counter", TEXT),
        _column("used", INT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_usage"),
        sa.UniqueConstraint("workspace_id", "counter", name="uq_usage_counter"),
    )


def _make_users() -> None:
    op.create_table(
        "users",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("email", TEXT),
        _column("email_key", TEXT),
        _column("name", TEXT),
        _column("password_hash", TEXT),
        _column("renew_at", TIME, empty=True),
        _column("verified_at", TIME, empty=True),
        _column("disabled_at", TIME, empty=True),
        _column("is_operator", BOOL),
        _column("second_factor", TEXT),
        _column("second_factor_step", INT),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("email_key", name="uq_users_email_key"),
    )
    op.create_index("ix_users_by_email_key", "users", ["email_key", "id"])


def _make_webhooks() -> None:
    op.create_table(
        "webhooks",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("url", TEXT),
        _column("events", JSON_COLUMN),
        _column("key", TEXT),
        _column("is_active", BOOL),
        _column("stopped_because", TEXT),
        _column("failures", INT),
        _column("failing_since", TIME, empty=True),
        _column("rests_until", TIME, empty=True),
        _column("made_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_webhooks"),
    )
    op.create_index("ix_webhooks_by_name", "webhooks", ["workspace_id", "name", "id"])
    op.create_index("ix_webhooks_is_active", "webhooks", ["workspace_id", "is_active", "id"])


def _make_webhook_deliveries() -> None:
    op.create_table(
        "webhook_deliveries",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("webhook_id", ID),
        _column("event", TEXT),
        _column("body", TEXT),
        _column("status", TEXT),
        _column("tries", INT),
        _column("due_at", TIME),
        _column("answer", INT),
        _column("fault", TEXT),
        _column("milliseconds", INT),
        _column("delivered_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_webhook_deliveries"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "webhook_id"],
            ["webhooks.workspace_id", "webhooks.id"],
            name="fk_webhook_deliveries_webhook_id",
        ),
    )
    op.create_index("ix_webhook_deliveries_webhook_id", "webhook_deliveries", ["workspace_id", "webhook_id", "id"])
    op.create_index(
        "ix_webhook_deliveries_webhook_id_status", "webhook_deliveries", ["workspace_id", "webhook_id", "status", "id"]
    )


def _make_workspace_settings() -> None:
    op.create_table(
        "workspace_settings",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("values", JSON_COLUMN),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_workspace_settings"),
        sa.UniqueConstraint("workspace_id", name="uq_workspace_settings_one"),
    )


def _make_workspaces() -> None:
    op.create_table(
        "workspaces",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("name", TEXT),
        _column("tier", TEXT),
        _column("is_personal", BOOL),
        _column("needs_second_factor", BOOL),
        _column("disabled_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_workspaces"),
    )
    op.create_index("ix_workspaces_by_name", "workspaces", ["name", "id"])
    op.create_index("ix_workspaces_tier", "workspaces", ["tier", "id"])


def _make_api_keys() -> None:
    op.create_table(
        "api_keys",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("user_id", ID),
        _column("in_workspace", ID),
        _column("name", TEXT),
        _column("token_hash", TEXT),
        _column("hint", TEXT),
        _column("scopes", JSON_COLUMN),
        _column("expires_at", TIME, empty=True),
        _column("used_at", TIME, empty=True),
        _column("ended_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_api_keys_user_id"),
        sa.UniqueConstraint("token_hash", name="uq_api_keys_token_hash"),
    )
    op.create_index("ix_api_keys_in_workspace", "api_keys", ["in_workspace", "id"])
    op.create_index("ix_api_keys_user_id", "api_keys", ["user_id", "id"])


def _make_assignments() -> None:
    op.create_table(
        "assignments",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("requirement_id", ID),
        _column("consultant_id", ID, empty=True),
        _column("user_id", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_assignments"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_assignments_consultant_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_assignments_requirement_id",
        ),
    )
    op.create_index("ix_assignments_consultant_id", "assignments", ["workspace_id", "consultant_id", "id"])
    op.create_index("ix_assignments_requirement_id", "assignments", ["workspace_id", "requirement_id", "id"])
    op.create_index("ix_assignments_user_id", "assignments", ["workspace_id", "user_id", "id"])


def _make_comments() -> None:
    op.create_table(
        "comments",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("requirement_id", ID),
        _column("author_id", ID, empty=True),
        _column("text", TEXT),
        _column("kind", TEXT),
        _column("consultant_id", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_comments"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_comments_requirement_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_comments_consultant_id",
        ),
    )
    op.create_index("ix_comments_consultant_id", "comments", ["workspace_id", "consultant_id", "id"])
    op.create_index("ix_comments_requirement_id", "comments", ["workspace_id", "requirement_id", "id"])


def _make_jobs() -> None:
    op.create_table(
        "jobs",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("kind", TEXT),
        _column("queue", TEXT),
        _column("status", TEXT),
        _column("input", JSON_COLUMN),
        _column("result", JSON_COLUMN),
        _column("batch_id", ID, empty=True),
        _column("started_by", ID, empty=True),
        _column("progress", INT),
        _column("total", INT),
        _column("step", TEXT),
        _column("attempts", INT),
        _column("error_code", TEXT),
        _column("error", TEXT),
        _column("fault", TEXT),
        _column("correlation", TEXT),
        _column("cancel_asked_at", TIME, empty=True),
        _column("pause_asked_at", TIME, empty=True),
        _column("started_at", TIME, empty=True),
        _column("finished_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_jobs"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "batch_id"],
            ["batches.workspace_id", "batches.id"],
            name="fk_jobs_batch_id",
        ),
    )
    op.create_index("ix_jobs_batch_id", "jobs", ["workspace_id", "batch_id", "id"])
    op.create_index("ix_jobs_kind", "jobs", ["workspace_id", "kind", "id"])
    op.create_index("ix_jobs_started_by", "jobs", ["workspace_id", "started_by", "id"])
    op.create_index("ix_jobs_status", "jobs", ["workspace_id", "status", "id"])


def _make_memberships() -> None:
    op.create_table(
        "memberships",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("user_id", ID),
        _column("role", TEXT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_memberships"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_memberships_user_id"),
        sa.UniqueConstraint("workspace_id", "user_id", name="uq_memberships_user_id"),
    )
    op.create_index("ix_memberships_role", "memberships", ["workspace_id", "role", "id"])


def _make_one_time_tokens() -> None:
    op.create_table(
        "one_time_tokens",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("user_id", ID),
        _column("purpose", TEXT),
        _column("token_hash", TEXT),
        _column("expires_at", TIME),
        _column("used_at", TIME, empty=True),
        _column("data", JSON_COLUMN),
        sa.PrimaryKeyConstraint("id", name="pk_one_time_tokens"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_one_time_tokens_user_id"),
        sa.UniqueConstraint("token_hash", name="uq_one_time_tokens_token_hash"),
    )
    op.create_index("ix_one_time_tokens_by_expires_at", "one_time_tokens", ["expires_at", "id"])
    op.create_index("ix_one_time_tokens_user_id", "one_time_tokens", ["user_id", "id"])
    op.create_index("ix_one_time_tokens_user_id_purpose", "one_time_tokens", ["user_id", "purpose", "id"])


def _make_point_banks() -> None:
    op.create_table(
        "point_banks",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("consultant_id", ID, empty=True),
        _column("owner_id", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_point_banks"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_point_banks_consultant_id",
        ),
    )
    op.create_index("ix_point_banks_by_name", "point_banks", ["workspace_id", "name", "id"])
    op.create_index("ix_point_banks_consultant_id", "point_banks", ["workspace_id", "consultant_id", "id"])
    op.create_index("ix_point_banks_owner_id", "point_banks", ["workspace_id", "owner_id", "id"])


def _make_profiles() -> None:
    op.create_table(
        "profiles",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("user_id", ID),
        _column("bio", TEXT),
        _column("skills", JSON_COLUMN),
        _column("picture", TEXT),
        _column("time_zone", TEXT),
        _column("language", TEXT),
        _column("preferences", JSON_COLUMN),
        sa.PrimaryKeyConstraint("id", name="pk_profiles"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_profiles_user_id"),
        sa.UniqueConstraint("user_id", name="uq_profiles_user_id"),
    )


def _make_resumes() -> None:
    op.create_table(
        "resumes",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("consultant_id", ID, empty=True),
        _column("owner_id", ID, empty=True),
        _column("version_count", INT),
        _column("tags", JSON_COLUMN),
        _column("choices", JSON_COLUMN),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_resumes"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_resumes_consultant_id",
        ),
    )
    op.create_index("ix_resumes_by_changed_at", "resumes", ["workspace_id", "changed_at", "id"])
    op.create_index("ix_resumes_by_name", "resumes", ["workspace_id", "name", "id"])
    op.create_index("ix_resumes_consultant_id", "resumes", ["workspace_id", "consultant_id", "id"])
    op.create_index("ix_resumes_owner_id", "resumes", ["workspace_id", "owner_id", "id"])


def _make_sessions() -> None:
    op.create_table(
        "sessions",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("user_id", ID),
        _column("token_hash", TEXT),
        _column("used_at", TIME),
        _column("ended_at", TIME, empty=True),
        _column("passed_second_factor", BOOL),
        _column("in_workspace", ID, empty=True),
        _column("address", TEXT),
        _column("program", TEXT),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_sessions_user_id"),
        sa.UniqueConstraint("token_hash", name="uq_sessions_token_hash"),
    )
    op.create_index("ix_sessions_by_used_at", "sessions", ["used_at", "id"])
    op.create_index("ix_sessions_user_id", "sessions", ["user_id", "id"])


def _make_bank_points() -> None:
    op.create_table(
        "bank_points",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("bank_id", ID),
        _column("technology", TEXT),
        _column("text", TEXT),
        _column("text_key", TEXT),
        _column("author_id", ID, empty=True),
        _column("edition", INT),
        _column("approval", TEXT),
        _column("decided_by", ID, empty=True),
        _column("decided_at", TIME, empty=True),
        _column("origin", TEXT),
        _column("tags", JSON_COLUMN),
        _column("uses", INT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_bank_points"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "bank_id"],
            ["point_banks.workspace_id", "point_banks.id"],
            name="fk_bank_points_bank_id",
        ),
        sa.UniqueConstraint(
            "workspace_id",
            "bank_id",
            "technology",
            "text_key",
            name="uq_bank_points_bank_id_technology_text_key",
        ),
    )
    op.create_index("ix_bank_points_approval", "bank_points", ["workspace_id", "approval", "id"])
    op.create_index("ix_bank_points_bank_id", "bank_points", ["workspace_id", "bank_id", "id"])
    op.create_index("ix_bank_points_bank_id_approval", "bank_points", ["workspace_id", "bank_id", "approval", "id"])
    op.create_index(
        "ix_bank_points_bank_id_by_technology",
        "bank_points",
        ["workspace_id", "bank_id", "technology", "id"],
    )
    op.create_index(
        "ix_bank_points_bank_id_technology",
        "bank_points",
        ["workspace_id", "bank_id", "technology", "id"],
    )
    op.create_index("ix_bank_points_technology", "bank_points", ["workspace_id", "technology", "id"])


def _make_refresh_tokens() -> None:
    op.create_table(
        "refresh_tokens",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("session_id", ID),
        _column("user_id", ID),
        _column("token_hash", TEXT),
        _column("expires_at", TIME),
        _column("used_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_refresh_tokens"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_refresh_tokens_session_id"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_refresh_tokens_user_id"),
        sa.UniqueConstraint("token_hash", name="uq_refresh_tokens_token_hash"),
    )
    op.create_index("ix_refresh_tokens_by_expires_at", "refresh_tokens", ["expires_at", "id"])
    op.create_index("ix_refresh_tokens_session_id", "refresh_tokens", ["session_id", "id"])
    op.create_index("ix_refresh_tokens_user_id", "refresh_tokens", ["user_id", "id"])


def _make_resume_versions() -> None:
    op.create_table(
        "resume_versions",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("resume_id", ID),
        _column("number", INT),
        _column("file_name", TEXT),
        _column("digest", TEXT),
        _column("size", INT),
        _column("uploaded_by", ID, empty=True),
        _column("understood", JSON_COLUMN),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_resume_versions"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "resume_id"],
            ["resumes.workspace_id", "resumes.id"],
            name="fk_resume_versions_resume_id",
        ),
        sa.UniqueConstraint("workspace_id", "resume_id", "number", name="uq_resume_versions_resume_id_number"),
    )
    op.create_index("ix_resume_versions_digest", "resume_versions", ["workspace_id", "digest", "id"])
    op.create_index(
        "ix_resume_versions_resume_id_by_number",
        "resume_versions",
        ["workspace_id", "resume_id", "number", "id"],
    )


def _make_resume_readings() -> None:
    op.create_table(
        "resume_readings",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("resume_version_id", ID),
        _column("program", TEXT),
        _column("document", TEXT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_resume_readings"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "resume_version_id"],
            ["resume_versions.workspace_id", "resume_versions.id"],
            name="fk_resume_readings_resume_version_id",
        ),
        sa.UniqueConstraint("workspace_id", "resume_version_id", name="uq_resume_readings_resume_version_id"),
    )


def _make_customizations() -> None:
    op.create_table(
        "customizations",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("key", TEXT, empty=True),
        _column("resume_id", ID),
        _column("resume_version_id", ID),
        _column("requirement_id", ID, empty=True),
        _column("batch_id", ID, empty=True),
        _column("made_by", ID, empty=True),
        _column("status", TEXT),
        _column("placed", INT),
        _column("unplaced", INT),
        _column("coverage_before", INT),
        _column("coverage_after", INT),
        _column("output_digest", TEXT),
        _column("certificate_digest", TEXT),
        _column("technologies", TEXT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_customizations"),
        sa.UniqueConstraint("workspace_id", "key", name="uq_customizations_key"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "batch_id"],
            ["batches.workspace_id", "batches.id"],
            name="fk_customizations_batch_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_customizations_requirement_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "resume_id"],
            ["resumes.workspace_id", "resumes.id"],
            name="fk_customizations_resume_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "resume_version_id"],
            ["resume_versions.workspace_id", "resume_versions.id"],
            name="fk_customizations_resume_version_id",
        ),
    )
    op.create_index("ix_customizations_batch_id", "customizations", ["workspace_id", "batch_id", "id"])
    op.create_index("ix_customizations_by_name", "customizations", ["workspace_id", "name", "id"])
    op.create_index("ix_customizations_made_by", "customizations", ["workspace_id", "made_by", "id"])
    op.create_index("ix_customizations_requirement_id", "customizations", ["workspace_id", "requirement_id", "id"])
    op.create_index("ix_customizations_resume_id", "customizations", ["workspace_id", "resume_id", "id"])
    op.create_index(
        "ix_customizations_resume_version_id",
        "customizations",
        ["workspace_id", "resume_version_id", "id"],
    )
    op.create_index("ix_customizations_status", "customizations", ["workspace_id", "status", "id"])


def _make_drafts() -> None:
    op.create_table(
        "drafts",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("owner_id", ID),
        _column("name", TEXT),
        _column("resume_version_id", ID, empty=True),
        _column("requirement_id", ID, empty=True),
        _column("posting", TEXT),
        _column("points", TEXT),
        _column("plan", JSON_COLUMN),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_drafts"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_drafts_requirement_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "resume_version_id"],
            ["resume_versions.workspace_id", "resume_versions.id"],
            name="fk_drafts_resume_version_id",
        ),
    )
    op.create_index("ix_drafts_owner_id_by_changed_at", "drafts", ["workspace_id", "owner_id", "changed_at", "id"])
    op.create_index("ix_drafts_requirement_id", "drafts", ["workspace_id", "requirement_id", "id"])
    op.create_index("ix_drafts_resume_version_id", "drafts", ["workspace_id", "resume_version_id", "id"])


def _make_customization_details() -> None:
    op.create_table(
        "customization_details",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("customization_id", ID),
        _column("plan", JSON_COLUMN),
        _column("provenance", JSON_COLUMN),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_customization_details"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "customization_id"],
            ["customizations.workspace_id", "customizations.id"],
            name="fk_customization_details_customization_id",
        ),
        sa.UniqueConstraint("workspace_id", "customization_id", name="uq_customization_details_customization_id"),
    )


def _make_submissions() -> None:
    op.create_table(
        "submissions",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("requirement_id", ID),
        _column("consultant_id", ID),
        _column("customization_id", ID, empty=True),
        _column("file_digest", TEXT),
        _column("file_name", TEXT),
        _column("status", TEXT),
        _column("role", TEXT),
        _column("end_client", TEXT),
        _column("prime_vendor", TEXT),
        _column("vendor_company", TEXT),
        _column("right_to_represent", TEXT),
        _column("represented_since", TIME, empty=True),
        _column("rate_cents", INT, empty=True),
        _column("rate_currency", TEXT),
        _column("rate_per", TEXT),
        _column("tax_term", TEXT),
        _column("sent_to", TEXT),
        _column("sent_by", ID, empty=True),
        _column("sent_at", TIME, empty=True),
        _column("experiences", JSON_COLUMN),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_submissions"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_submissions_consultant_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "customization_id"],
            ["customizations.workspace_id", "customizations.id"],
            name="fk_submissions_customization_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_submissions_requirement_id",
        ),
    )
    op.create_index("ix_submissions_consultant_id", "submissions", ["workspace_id", "consultant_id", "id"])
    op.create_index("ix_submissions_customization_id", "submissions", ["workspace_id", "customization_id", "id"])
    op.create_index("ix_submissions_file_digest", "submissions", ["workspace_id", "file_digest", "id"])
    op.create_index("ix_submissions_requirement_id", "submissions", ["workspace_id", "requirement_id", "id"])
    op.create_index("ix_submissions_status", "submissions", ["workspace_id", "status", "id"])


def _make_interviews() -> None:
    op.create_table(
        "interviews",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("requirement_id", ID),
        _column("consultant_id", ID),
        _column("submission_id", ID, empty=True),
        _column("round", INT),
        _column("starts_at", TIME),
        _column("minutes", INT),
        _column("time_zone", TEXT),
        _column("mode", TEXT),
        _column("link", TEXT),
        _column("interviewers", TEXT),
        _column("status", TEXT),
        _column("result", TEXT),
        _column("feedback", TEXT),
        _column("notes", TEXT),
        _column("remind_minutes", INT),
        _column("changed_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_interviews"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_interviews_consultant_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_interviews_requirement_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "submission_id"],
            ["submissions.workspace_id", "submissions.id"],
            name="fk_interviews_submission_id",
        ),
    )
    op.create_index("ix_interviews_by_starts_at", "interviews", ["workspace_id", "starts_at", "id"])
    op.create_index("ix_interviews_consultant_id", "interviews", ["workspace_id", "consultant_id", "id"])
    op.create_index("ix_interviews_requirement_id", "interviews", ["workspace_id", "requirement_id", "id"])
    op.create_index("ix_interviews_status_by_starts_at", "interviews", ["workspace_id", "status", "starts_at", "id"])
    op.create_index("ix_interviews_submission_id", "interviews", ["workspace_id", "submission_id", "id"])


def _make_outbox_mails() -> None:
    op.create_table(
        "outbox_mails",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("key", TEXT),
        _column("account_id", ID, empty=True),
        _column("subject", TEXT),
        _column("body", TEXT),
        _column("sender", TEXT),
        _column("sender_name", TEXT),
        _column("reply_to", TEXT),
        _column("attachments", JSON_COLUMN),
        _column("message_id", TEXT),
        _column("thread_id", TEXT),
        _column("status", TEXT),
        _column("due_at", TIME),
        _column("first_tried_at", TIME, empty=True),
        _column("slot_at", TIME, empty=True),
        _column("tries", INT),
        _column("answer", TEXT),
        _column("mailing_id", ID, empty=True),
        _column("requirement_id", ID, empty=True),
        _column("submission_id", ID, empty=True),
        _column("follow_up_id", ID, empty=True),
        _column("written_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_outbox_mails"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "account_id"],
            ["mail_accounts.workspace_id", "mail_accounts.id"],
            name="fk_outbox_mails_account_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "mailing_id"],
            ["mailings.workspace_id", "mailings.id"],
            name="fk_outbox_mails_mailing_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_outbox_mails_requirement_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "submission_id"],
            ["submissions.workspace_id", "submissions.id"],
            name="fk_outbox_mails_submission_id",
        ),
        sa.UniqueConstraint("workspace_id", "key", name="uq_outbox_mails_key"),
    )
    op.create_index("ix_outbox_mails_account_id", "outbox_mails", ["workspace_id", "account_id", "id"])
    op.create_index("ix_outbox_mails_account_id_status", "outbox_mails", ["workspace_id", "account_id", "status", "id"])
    op.create_index("ix_outbox_mails_follow_up_id", "outbox_mails", ["workspace_id", "follow_up_id", "id"])
    op.create_index("ix_outbox_mails_mailing_id", "outbox_mails", ["workspace_id", "mailing_id", "id"])
    op.create_index("ix_outbox_mails_mailing_id_status", "outbox_mails", ["workspace_id", "mailing_id", "status", "id"])
    op.create_index("ix_outbox_mails_message_id", "outbox_mails", ["workspace_id", "message_id", "id"])
    op.create_index("ix_outbox_mails_requirement_id", "outbox_mails", ["workspace_id", "requirement_id", "id"])
    op.create_index("ix_outbox_mails_status", "outbox_mails", ["workspace_id", "status", "id"])
    op.create_index("ix_outbox_mails_status_by_due_at", "outbox_mails", ["workspace_id", "status", "due_at", "id"])
    op.create_index("ix_outbox_mails_submission_id", "outbox_mails", ["workspace_id", "submission_id", "id"])
    op.create_index("ix_outbox_mails_thread_id", "outbox_mails", ["workspace_id", "thread_id", "id"])


def _make_deliveries() -> None:
    op.create_table(
        "deliveries",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("mail_id", ID),
        _column("receiver", TEXT),
        _column("receiver_name", TEXT),
        _column("role", TEXT),
        _column("status", TEXT),
        _column("attempts", INT),
        _column("answer", TEXT),
        _column("sent_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_deliveries"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "mail_id"],
            ["outbox_mails.workspace_id", "outbox_mails.id"],
            name="fk_deliveries_mail_id",
        ),
        sa.UniqueConstraint("workspace_id", "mail_id", "receiver", name="uq_deliveries_mail_id_receiver"),
    )
    op.create_index("ix_deliveries_mail_id", "deliveries", ["workspace_id", "mail_id", "id"])
    op.create_index("ix_deliveries_receiver", "deliveries", ["workspace_id", "receiver", "id"])
    op.create_index("ix_deliveries_status", "deliveries", ["workspace_id", "status", "id"])


def _make_follow_ups() -> None:
    op.create_table(
        "follow_ups",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("sequence_id", ID),
        _column("mail_id", ID),
        _column("steps", JSON_COLUMN),
        _column("number", INT),
        _column("step", INT),
        _column("status", TEXT),
        _column("due_at", TIME),
        _column("ended_because", TEXT),
        _column("values", JSON_COLUMN),
        _column("requirement_id", ID, empty=True),
        _column("requirement_status", TEXT),
        _column("written_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_follow_ups"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "mail_id"],
            ["outbox_mails.workspace_id", "outbox_mails.id"],
            name="fk_follow_ups_mail_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_follow_ups_requirement_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "sequence_id"],
            ["follow_up_sequences.workspace_id", "follow_up_sequences.id"],
            name="fk_follow_ups_sequence_id",
        ),
        sa.UniqueConstraint("workspace_id", "mail_id", "sequence_id", name="uq_follow_ups_mail_id_sequence_id"),
    )
    op.create_index("ix_follow_ups_mail_id", "follow_ups", ["workspace_id", "mail_id", "id"])
    op.create_index("ix_follow_ups_requirement_id", "follow_ups", ["workspace_id", "requirement_id", "id"])
    op.create_index("ix_follow_ups_sequence_id", "follow_ups", ["workspace_id", "sequence_id", "id"])
    op.create_index("ix_follow_ups_sequence_id_status", "follow_ups", ["workspace_id", "sequence_id", "status", "id"])
    op.create_index("ix_follow_ups_status_by_due_at", "follow_ups", ["workspace_id", "status", "due_at", "id"])


def _make_posting_marks() -> None:
    op.create_table(
        "posting_marks",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("requirement_id", ID),
        _column("mark", TEXT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_posting_marks"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_posting_marks_requirement_id",
        ),
    )
    op.create_index("ix_posting_marks_mark", "posting_marks", ["workspace_id", "mark", "id"])
    op.create_index("ix_posting_marks_requirement_id", "posting_marks", ["workspace_id", "requirement_id", "id"])


def _make_status_changes() -> None:
    op.create_table(
        "status_changes",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("requirement_id", ID),
        _column("before", TEXT),
        _column("after", TEXT),
        _column("at", TIME),
        _column("changed_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_status_changes"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "requirement_id"],
            ["requirements.workspace_id", "requirements.id"],
            name="fk_status_changes_requirement_id",
        ),
    )
    op.create_index("ix_status_changes_by_at", "status_changes", ["workspace_id", "at", "id"])
    op.create_index("ix_status_changes_requirement_id", "status_changes", ["workspace_id", "requirement_id", "id"])


def _make_submission_locks() -> None:
    op.create_table(
        "submission_locks",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("consultant_id", ID),
        _column("client_key", TEXT),
        _column("role_key", TEXT),
        _column("submission_id", ID),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_submission_locks"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_submission_locks_consultant_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "submission_id"],
            ["submissions.workspace_id", "submissions.id"],
            name="fk_submission_locks_submission_id",
        ),
        sa.UniqueConstraint(
            "workspace_id",
            "consultant_id",
            "client_key",
            "role_key",
            name="uq_submission_locks_consultant_id_client_key_role_key",
        ),
    )
    op.create_index("ix_submission_locks_consultant_id", "submission_locks", ["workspace_id", "consultant_id", "id"])
    op.create_index("ix_submission_locks_submission_id", "submission_locks", ["workspace_id", "submission_id", "id"])


def _make_sent_lines() -> None:
    op.create_table(
        "sent_lines",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("submission_id", ID),
        _column("consultant_id", ID),
        _column("client_key", TEXT),
        _column("vendor_key", TEXT),
        _column("text", TEXT),
        _column("head", TEXT),
        _column("tail", TEXT),
        _column("sent_at", TIME),
        _column("is_added", BOOL),
        _column("technology", TEXT),
        _column("point_id", ID, empty=True),
        _column("point_version", INT),
        _column("author_id", ID, empty=True),
        _column("decided_by", ID, empty=True),
        _column("made_by", ID, empty=True),
        _column("reason", TEXT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_sent_lines"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_sent_lines_consultant_id",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "submission_id"],
            ["submissions.workspace_id", "submissions.id"],
            name="fk_sent_lines_submission_id",
        ),
    )
    op.create_index(
        "ix_sent_lines_client_key_head_by_sent_at",
        "sent_lines",
        ["workspace_id", "client_key", "head", "sent_at", "id"],
    )
    op.create_index(
        "ix_sent_lines_client_key_tail_by_sent_at",
        "sent_lines",
        ["workspace_id", "client_key", "tail", "sent_at", "id"],
    )
    op.create_index("ix_sent_lines_head", "sent_lines", ["workspace_id", "head", "id"])
    op.create_index("ix_sent_lines_point_id", "sent_lines", ["workspace_id", "point_id", "id"])
    op.create_index("ix_sent_lines_submission_id", "sent_lines", ["workspace_id", "submission_id", "id"])
    op.create_index("ix_sent_lines_tail", "sent_lines", ["workspace_id", "tail", "id"])
    op.create_index(
        "ix_sent_lines_vendor_key_head_by_sent_at",
        "sent_lines",
        ["workspace_id", "vendor_key", "head", "sent_at", "id"],
    )
    op.create_index(
        "ix_sent_lines_vendor_key_tail_by_sent_at",
        "sent_lines",
        ["workspace_id", "vendor_key", "tail", "sent_at", "id"],
    )


def _make_sign_offs() -> None:
    op.create_table(
        "sign_offs",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("consultant_id", ID),
        _column("point_key", TEXT),
        _column("text", TEXT),
        _column("is_confirmed", BOOL),
        _column("said_at", TIME),
        _column("note", TEXT),
        _column("written_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_sign_offs"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "consultant_id"],
            ["consultants.workspace_id", "consultants.id"],
            name="fk_sign_offs_consultant_id",
        ),
        sa.UniqueConstraint("workspace_id", "consultant_id", "point_key", name="uq_sign_offs_consultant_id_point_key"),
    )
    op.create_index("ix_sign_offs_consultant_id", "sign_offs", ["workspace_id", "consultant_id", "id"])


def _make_mailings() -> None:
    op.create_table(
        "mailings",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("name", TEXT),
        _column("total", INT),
        _column("made_by", ID, empty=True),
        _column("cancelled_at", TIME, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_mailings"),
    )
    op.create_index("ix_mailings_made_by", "mailings", ["workspace_id", "made_by", "id"])


def _make_mail_paces() -> None:
    op.create_table(
        "mail_paces",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("subject", TEXT),
        _column("free_at", TIME),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_mail_paces"),
        sa.UniqueConstraint("workspace_id", "subject", name="uq_mail_paces_subject"),
    )
    op.create_index("ix_mail_paces_by_free_at", "mail_paces", ["workspace_id", "free_at", "id"])


def _make_no_mail() -> None:
    op.create_table(
        "no_mail",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("address_key", TEXT),
        _column("reason", TEXT),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_no_mail"),
        sa.UniqueConstraint("workspace_id", "address_key", name="uq_no_mail_address_key"),
    )
    op.create_index("ix_no_mail_by_address_key", "no_mail", ["workspace_id", "address_key", "id"])


def _make_mail_template_versions() -> None:
    op.create_table(
        "mail_template_versions",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("template_id", ID),
        _column("number", INT),
        _column("subject", TEXT),
        _column("body", TEXT),
        _column("changed_by", ID, empty=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_mail_template_versions"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "template_id"],
            ["mail_templates.workspace_id", "mail_templates.id"],
            name="fk_mail_template_versions_template_id",
        ),
        sa.UniqueConstraint(
            "workspace_id", "template_id", "number", name="uq_mail_template_versions_template_id_number"
        ),
    )
    op.create_index(
        "ix_mail_template_versions_template_id", "mail_template_versions", ["workspace_id", "template_id", "id"]
    )


def _make_mail_answers() -> None:
    op.create_table(
        "mail_answers",
        _column("id", ID),
        _column("created_at", TIME),
        _column("changed_at", TIME),
        _column("version", INT),
        _column("workspace_id", ID),
        _column("mail_id", ID),
        _column("kind", TEXT),
        _column("sender", TEXT),
        _column("message_id", TEXT),
        _column("came_at", TIME),
        sa.PrimaryKeyConstraint("workspace_id", "id", name="pk_mail_answers"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "mail_id"],
            ["outbox_mails.workspace_id", "outbox_mails.id"],
            name="fk_mail_answers_mail_id",
        ),
        sa.UniqueConstraint("workspace_id", "mail_id", "message_id", name="uq_mail_answers_mail_id_message_id"),
    )
    op.create_index("ix_mail_answers_by_came_at", "mail_answers", ["workspace_id", "came_at", "id"])
    op.create_index("ix_mail_answers_mail_id", "mail_answers", ["workspace_id", "mail_id", "id"])


_TABLES: Final = (
    _make_attachments,
    _make_audit_entries,
    _make_audit_heads,
    _make_batches,
    _make_batch_items,
    _make_consultants,
    _make_done_requests,
    _make_due,
    _make_work_lines,
    _make_workers,
    _make_invitations,
    _make_processing_entries,
    _make_replayed_work,
    _make_kept_changes,
    _make_requirements,
    _make_saved_views,
    _make_sign_in_failures,
    _make_stored_files,
    _make_technology_overrides,
    _make_usage,
    _make_users,
    _make_webhooks,
    _make_webhook_deliveries,
    _make_workspace_settings,
    _make_workspaces,
    _make_api_keys,
    _make_assignments,
    _make_comments,
    _make_jobs,
    _make_memberships,
    _make_one_time_tokens,
    _make_point_banks,
    _make_profiles,
    _make_resumes,
    _make_sessions,
    _make_bank_points,
    _make_refresh_tokens,
    _make_resume_versions,
    _make_resume_readings,
    _make_customizations,
    _make_drafts,
    _make_customization_details,
    _make_submissions,
    _make_interviews,
    _make_posting_marks,
    _make_status_changes,
    _make_submission_locks,
    _make_sent_lines,
    _make_sign_offs,
    _make_mail_accounts,
    _make_mail_templates,
    _make_mailings,
    _make_mail_paces,
    _make_no_mail,
    _make_mail_template_versions,
    _make_follow_up_sequences,
    _make_outbox_mails,
    _make_deliveries,
    _make_mail_answers,
    _make_follow_ups,
)
