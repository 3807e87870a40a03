"""What Alembic asks for: the connection of infrastructure/sql/migrating.py and the schema."""

from typing import Any, Literal

from alembic import context

from resume_customizer.infrastructure.sql.columns import IdColumn, TimeColumn
from resume_customizer.infrastructure.sql.migrating import is_ours
from resume_customizer.infrastructure.sql.schema import metadata


def _written(kind: str, item: Any, _context: Any) -> str | Literal[False]:  # noqa: ANN401 - as Alembic calls it
    """How our columns are written in a new revision."""
    return f"{type(item).__name__}()" if kind == "type" and isinstance(item, IdColumn | TimeColumn) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=is_ours,
    render_item=_written,
    compare_type=True,
    render_as_batch=False,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
