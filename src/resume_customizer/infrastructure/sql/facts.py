"""What figures are made of: one row for each requirement, status, submission, point and member's month.

    SQLite and JSON files: the question itself, in the workspace of the transaction
    PostgreSQL: materialized views in a schema of their own, seen through views that show one workspace;
    refresh_facts() computes them anew while they are read

Promises (tests in tests/services/test_analytics.py and tests/infrastructure/test_facts.py):

* The same rows come from the question and from the materialized view.
* The role that the product works as sees the rows of its transaction's workspace only, and no materialized view.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from resume_customizer.infrastructure.sql.columns import JSON_COLUMN, IdColumn, TimeColumn
from resume_customizer.infrastructure.sql.row_security import WORKSPACE

SCHEMA: Final = "desk_facts"
_ID, _TIME, _TEXT, _INT = IdColumn(), TimeColumn(), sa.Text(), sa.BigInteger()


@dataclass(frozen=True, slots=True)
class Fact:
    """One kind of row: what it says, and the question that gives it in every database."""

    columns: Mapping[str, sa.types.TypeEngine[Any]]
    """Besides the workspace."""
    key: str
    """The column that names a row within its workspace."""
    question: str


FACTS: Final[Mapping[str, Fact]] = {
    "requirement_facts": Fact(
        {
            "id": _ID,
            "created_at": _TIME,
            "status": _TEXT,
            "vendor_company": _TEXT,
            "source": _TEXT,
            "primary_technology": _TEXT,
            "technologies": JSON_COLUMN,
        },
        "id",
        "SELECT workspace_id, id, created_at, status, vendor_company, source, primary_technology, technologies "
        "FROM requirements",
    ),
    "status_facts": Fact(
        {"id": _ID, "requirement_id": _ID, "status": _TEXT, "since": _TIME, "until": _TIME},
        "id",
        "SELECT workspace_id, id, requirement_id, after AS status, at AS since, "
        "lead(at) OVER (PARTITION BY workspace_id, requirement_id ORDER BY at, id) AS until FROM status_changes",
    ),
    "submission_facts": Fact(
        {
            "id": _ID,
            "requirement_id": _ID,
            "consultant_id": _ID,
            "status": _TEXT,
            "sent_at": _TIME,
            "sent_by": _ID,
            "vendor_company": _TEXT,
            "source": _TEXT,
            "primary_technology": _TEXT,
        },
        "id",
        "SELECT s.workspace_id, s.id, s.requirement_id, s.consultant_id, s.status, s.sent_at, s.sent_by, "
        "s.vendor_company, r.source, r.primary_technology FROM submissions s JOIN requirements r "
        "ON r.workspace_id = s.workspace_id AND r.id = s.requirement_id",
    ),
    "point_facts": Fact(
        {"key": _TEXT, "point_id": _ID, "text": _TEXT, "technology": _TEXT, "status": _TEXT, "submissions": _INT},
        "key",
        "SELECT l.workspace_id, CAST(l.point_id AS text) || ' ' || s.status AS key, l.point_id, min(l.text) AS text, "
        "min(l.technology) AS technology, s.status, count(DISTINCT l.submission_id) AS submissions "
        "FROM sent_lines l JOIN submissions s ON s.workspace_id = l.workspace_id AND s.id = l.submission_id "
        "WHERE l.point_id IS NOT NULL GROUP BY l.workspace_id, l.point_id, s.status",
    ),
    "member_facts": Fact(
        {"key": _TEXT, "user_id": _ID, "what": _TEXT, "work": _INT},
        "key",
        "SELECT workspace_id, CAST(user_id AS text) || ' ' || what AS key, user_id, what, count(*) AS work FROM ("
        "SELECT workspace_id, made_by AS user_id, 'customizations' AS what FROM customizations UNION ALL "
        "SELECT workspace_id, sent_by, 'submissions' FROM submissions UNION ALL "
        "SELECT workspace_id, created_by, 'requirements' FROM requirements) AS work "
        "WHERE user_id IS NOT NULL GROUP BY workspace_id, user_id, what",
    ),
}
"""By name."""
_SOURCES: Final = ("requirements", "status_changes", "submissions", "sent_lines", "customizations")
"""Tables that the owner of the materialized views reads across workspaces, and nobody else."""


def question_of(name: str, dialect: str, workspace_id: str) -> sa.TextualSelect:
    """The rows of one workspace."""
    fact = FACTS[name]
    names = ", ".join(fact.columns)
    source = name if dialect == "postgresql" else f"({fact.question})"
    text = sa.text(f"SELECT {names} FROM {source} AS found WHERE workspace_id = :workspace")  # noqa: S608 - our names
    bound = text.bindparams(sa.bindparam("workspace", workspace_id, IdColumn()))
    return bound.columns(**fact.columns)


def postgres_statements() -> tuple[str, ...]:
    """What makes the materialized views, what shows them, and what refreshes them; run as the owner of the tables."""
    made = [f"CREATE SCHEMA {SCHEMA}", f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC"]
    made += [f"CREATE POLICY for_figures ON {table} FOR SELECT TO CURRENT_USER USING (true)" for table in _SOURCES]
    for name, fact in FACTS.items():
        made += [
            f"CREATE MATERIALIZED VIEW {SCHEMA}.{name} AS {fact.question}",
            f"CREATE UNIQUE INDEX {name}_key ON {SCHEMA}.{name} (workspace_id, {fact.key})",
            f"CREATE VIEW {name} WITH (security_barrier) AS {_here(name)}",
        ]
    refreshed = " ".join(f"REFRESH MATERIALIZED VIEW CONCURRENTLY {SCHEMA}.{name};" for name in FACTS)
    head = (
        "CREATE FUNCTION refresh_desk_facts() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public"
    )
    made += [
        f"{head} AS $$ BEGIN {refreshed} END $$",
        "REVOKE ALL ON FUNCTION refresh_desk_facts() FROM PUBLIC",
    ]
    return tuple(made)


def _here(name: str) -> str:
    return f"SELECT * FROM {SCHEMA}.{name} WHERE workspace_id = {WORKSPACE}"  # noqa: S608 - names of ours


def postgres_removal() -> tuple[str, ...]:
    """What takes it all back."""
    views = (f"DROP VIEW {name}" for name in FACTS)
    policies = (f"DROP POLICY for_figures ON {table}" for table in _SOURCES)
    return ("DROP FUNCTION refresh_desk_facts()", *views, f"DROP SCHEMA {SCHEMA} CASCADE", *policies)
