"""${message}."""

import sqlalchemy as sa
from alembic import op

from resume_customizer.infrastructure.sql.columns import JSON_COLUMN, IdColumn, TimeColumn

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Take this step."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Take it back."""
    ${downgrades if downgrades else "pass"}
