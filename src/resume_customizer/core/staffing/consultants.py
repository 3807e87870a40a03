"""A consultant's fields and their rules. No birth dates, no government numbers: there is no field for them.

values as a door got them  ->  read_consultant()  ->  values of a record, and the contact apart
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from resume_customizer.core.staffing.requirements import Field, number_field, read_fields, text_field, words_field

_ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
STATUSES: Final = ("available", "on a project", "not available", "placed", "left")
PROGRESS: Final = ("", "getting started", "resume ready", "applying", "interviewing", "offer", "placed")
"""How far somebody's search has come, in a career service."""
CONTACT: Final = ("email", "phone", "address")
"""Kept sealed, apart from the rest."""
CONSULTANT_FIELDS: Final[Mapping[str, Field]] = {
    "name": text_field("Name"),
    "email": text_field("E-mail"),
    "phone": text_field("Phone", 60),
    "address": text_field("Address", 500, lines=True),
    "location": text_field("Location"),
    "time_zone": text_field("Time zone", 64, like=_ZONE.fullmatch, kind="a name like America/New_York"),
    "work_authorization": text_field("Work authorization"),
    "skills": words_field("Skills"),
    "availability": text_field("Availability"),
    "expected_rate_cents": number_field("Expected rate in cents", 0, 10**11),
    "expected_rate_currency": text_field("Currency", 3),
    "project_history": text_field("Projects so far", 50_000, lines=True),
    "status": text_field("Status", choices=STATUSES),
    "notes": text_field("Notes", 20_000, lines=True),
    "cohort": text_field("Cohort"),
    "target_roles": words_field("Target roles"),
    "progress": text_field("Progress", choices=PROGRESS),
}
"""What people fill in."""


def read_consultant(values: Mapping[str, object]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of a record, and the contact; raises InvalidInput `bad-fields`."""
    read = read_fields(values, CONSULTANT_FIELDS)
    contact = {name: read.pop(name) for name in CONTACT if name in read}
    return read, contact
