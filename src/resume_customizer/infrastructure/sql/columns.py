"""Column types that mean the same in PostgreSQL and SQLite.

What SQLite holds is what the JSON files hold: ids and times as text that sorts as they do.
"""

import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB, UUID
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine


class IdColumn(TypeDecorator[str]):
    """A UUID; 16 bytes in PostgreSQL, its text in SQLite."""

    impl = sa.String(36)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """What the database calls it."""
        return UUID(as_uuid=False) if dialect.name == "postgresql" else sa.String(36)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:  # noqa: ANN401 - SQLAlchemy's
        """Nothing to be done where the driver gives it as it is in a record: most of a list's time went here."""
        return None if dialect.name == "postgresql" else super().result_processor(dialect, coltype)


class TimeColumn(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond."""

    impl = sa.String(27)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What it is in a record."""
        return datetime

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """What the database calls it."""
        return sa.TIMESTAMP(timezone=True) if dialect.name == "postgresql" else sa.String(27)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401 - the database's
        """To the database."""
        return value if value is None or dialect.name == "postgresql" else time_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """From the database."""
        return None if value is None else datetime.fromisoformat(value).astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:  # noqa: ANN401 - SQLAlchemy's
        """As above: connections to PostgreSQL are set to UTC."""
        return None if dialect.name == "postgresql" else super().result_processor(dialect, coltype)


def time_text(moment: datetime) -> str:
    """A moment as text that sorts as moments do."""
    if moment.tzinfo is None:
        raise ValueError("A time without a zone can't be stored.")
    utc = moment.astimezone(UTC)
    return f"{utc.year:04}-{utc:%m-%dT%H:%M:%S}.{utc.microsecond:06}Z"


def json_text(value: object) -> str:
    """A JSON value as it is stored; raises ValueError for NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return dict(value)  # ty: ignore[no-matching-overload] - json.dumps asks about mappings; anything else is TypeError


JSON_COLUMN = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""An object or a list of JSON values."""
