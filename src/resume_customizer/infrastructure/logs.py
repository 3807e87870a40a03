"""What the program writes of its work: one line of JSON an event, in UTC, without anybody's text.

    logging.getLogger(…).info("request", extra={"told": {…}})  ->  a line  ->  standard error, or a file that rotates

Libraries and the program's own code use the standard library's logging; structlog makes the lines.

Promises (tests in tests/infrastructure/test_logs.py):

* One event is one line, whatever stands in it; a long value is cut.
* What is secret by its type or its name is not written.
* Several processes write one file, and none of them loses a line when it is full.
"""

import logging
import sys
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import structlog

from resume_customizer.core.errors import Unavailable
from resume_customizer.core.secret_text import SHOWN, Secret

_LONGEST: Final = 2_000
_SECRET_NAMES: Final = frozenset({"password", "token", "secret", "authorization", "cookie", "seed", "key"})
_CHATTY: Final = ("alembic.runtime.plugins", "mcp")
"""Libraries that tell of their own beginnings; their warnings are written."""
_Event = MutableMapping[str, Any]


@dataclass(frozen=True, slots=True)
class LogRules:
    """What an installation writes, and where."""

    level: str = "INFO"
    file: Path | None = None
    """None: standard error."""
    as_json: bool = True
    largest: int = 20_000_000
    """Bytes of a file, then it is set aside and a new one begun."""
    kept: int = 5
    """Files that are set aside; the oldest goes."""


def configure_logs(rules: LogRules) -> None:
    """From now on, everything that is logged is written like this."""
    renderer = structlog.processors.JSONRenderer(ensure_ascii=True) if rules.as_json else _console()
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _add_told,
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            _make_safe,
            renderer,
        ],
    )
    handler = _handler(rules)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(rules.level)
    if root.level > logging.DEBUG:
        for name in _CHATTY:
            logging.getLogger(name).setLevel(max(root.level, logging.WARNING))


def _handler(rules: LogRules) -> logging.Handler:
    if rules.file is None:
        return logging.StreamHandler(sys.stderr)
    from concurrent_log_handler import ConcurrentRotatingFileHandler

    try:
        rules.file.parent.mkdir(parents=True, exist_ok=True)
        return ConcurrentRotatingFileHandler(
            str(rules.file), "a", maxBytes=rules.largest, backupCount=rules.kept, encoding="utf-8", chmod=0o600
        )
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        message = f"The log {rules.file} can't be written ({why}). Set RCP_LOG_FILE to a file that can be."
        raise Unavailable("no-log-file", message) from None


def _console() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def _add_told(_: object, __: str, event: _Event) -> _Event:
    """What a line of ours tells besides its event."""
    record = event.get("_record")
    return {**event, **getattr(record, "told", {})}


def _make_safe(_: object, __: str, event: _Event) -> _Event:
    return {name: _safe(name, value) for name, value in event.items()}


def _safe(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever is logged
    is_hidden = not _SECRET_NAMES.isdisjoint(name.lower().split("_"))
    if isinstance(value, Secret) or (is_hidden and value):
        return SHOWN
    if isinstance(value, int | float | bool) or value is None:
        return value
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text):,} characters)"
