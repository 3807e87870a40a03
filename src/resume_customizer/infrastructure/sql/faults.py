"""What went wrong in a database, in the product's own words.

sqlalchemy or driver error  ->  translate()  ->  Conflict | InvalidInput | Unavailable, without a value of anybody's
"""

from collections.abc import Generator
from contextlib import contextmanager

import sqlalchemy.exc as sa_errors

from resume_customizer.core.errors import Conflict, InvalidInput, ResumeCustomizerError, Unavailable

_UNIQUE = {"23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"}
_REFERENCE = {"23503", "SQLITE_CONSTRAINT_FOREIGNKEY"}
_IN_THE_WAY = {"40001", "40P01", "55P03"}
"""Serialization failure, deadlock, lock not available."""
_TOO_LONG = {"57014"}
_FULL = {"53100", "SQLITE_FULL", "SQLITE_IOERR_WRITE"}
_FAILED = {"58030", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC", "SQLITE_IOERR_READ", "SQLITE_IOERR_TRUNCATE"}
"""What a disk failed to do."""
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
_READ_ONLY = {"25006", "SQLITE_READONLY"}


class GotInTheWay(Unavailable):
    """Another transaction did; the same again may succeed."""


class ConnectionLost(Unavailable):
    """The database went away in the middle; nothing of the transaction was kept."""


@contextmanager
def translated() -> Generator[None]:
    """Errors of the database inside become the product's."""
    try:
        yield
    except sa_errors.SQLAlchemyError as fault:
        raise translate(fault) from fault
    except (OverflowError, UnicodeEncodeError):
        raise _bad_value() from None


def translate(fault: sa_errors.SQLAlchemyError) -> ResumeCustomizerError:
    """The product's error for a database's."""
    if isinstance(fault, sa_errors.TimeoutError):
        return Unavailable("store-busy", "All connections to the database are in use. Try again in a moment.")
    if not isinstance(fault, sa_errors.DBAPIError):
        return _bad_value() if isinstance(fault, sa_errors.StatementError) else _unknown("")
    code = _code(fault)
    for codes, error in _TABLE:
        if code in codes:
            return error()
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return GotInTheWay("store-busy", "Another process is writing for too long. Try again in a moment.")
    if code.startswith("SQLITE_CANTOPEN"):
        return Unavailable("database-away", _NO_FILE)
    if _is_away(fault, code):
        return ConnectionLost(
            "database-away", "The database can't be reached. Check that it runs, and RCP_DATABASE_URL."
        )
    return _bad_value() if isinstance(fault, sa_errors.DataError) else _unknown(code)


def _is_away(fault: sa_errors.DBAPIError, code: str) -> bool:
    if code.startswith("SQLITE_"):
        return False
    is_of_connection = isinstance(fault, sa_errors.OperationalError | sa_errors.InterfaceError) and not code
    return fault.connection_invalidated or is_of_connection or code[:2] == "08" or code[:4] == "57P0"


def _code(fault: sa_errors.DBAPIError) -> str:
    of_postgres = getattr(fault.orig, "sqlstate", None)
    return of_postgres or getattr(fault.orig, "sqlite_errorname", None) or ""


def _bad_value() -> InvalidInput:
    message = "A value can't be stored: a number is too large, or a text has characters that are none."
    return InvalidInput("bad-value", message)


def _unknown(code: str) -> Unavailable:
    return Unavailable("database-fault", f"The database refused the work ({code or 'no code'}); see its log.")


_LOOK = "The disk of the database failed: look whether the change is there before you repeat it."
_NO_FILE = (
    "The file of the database can't be opened. Check that this user may write its folder, and that the disk is not "
    "mounted for reading only."
)
_TABLE = (
    (_UNIQUE, lambda: Conflict("exists-already", "There is one like this already.")),
    (_REFERENCE, lambda: Conflict("in-use", "Something that this names does not exist, or something names this.")),
    (_IN_THE_WAY, lambda: GotInTheWay("store-busy", "Somebody else is changing the same. Try again in a moment.")),
    (
        _TOO_LONG,
        lambda: Unavailable("took-too-long", "The database took too long and was stopped. Ask for less at once."),
    ),
    (_FULL, lambda: Unavailable("disk-full", "The disk of the database is full. Nothing was changed.")),
    (_FAILED, lambda: Unavailable("disk-failed", _LOOK)),
    (_DAMAGED, lambda: Unavailable("damaged-store", "The database file is damaged. Restore it from a backup.")),
    (_READ_ONLY, lambda: Unavailable("not-writable", "The database can only be read. Check its permissions.")),
)
