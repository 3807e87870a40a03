"""Versions of records: whether somebody changed one since it was seen.

    the version that a form, or an If-Match header, was shown  ->  check_version()  ->  the change goes on, or Conflict

Promises (tests in tests/services/test_requirements.py):

* A change that was made on the ground of an older version is refused, and the newer one stays.
"""

from resume_customizer.core.errors import Conflict


def check_version(record_version: int, seen: int | None) -> None:
    """Raise Conflict when somebody changed a record since it was seen; None does not ask."""
    if seen is not None and seen != record_version:
        message = "Somebody changed this meanwhile. Load it again, and repeat the change."
        raise Conflict("changed-meanwhile", message)
