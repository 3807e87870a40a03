"""All tables together, and how to find the one of a record; infrastructure/sql/tables has one file for each subject."""

from typing import Any, Final

import sqlalchemy as sa

from resume_customizer.core.records.record import Record
from resume_customizer.infrastructure.sql.kinds import Kind
from resume_customizer.infrastructure.sql.tables.accounts import ACCOUNTS
from resume_customizer.infrastructure.sql.tables.banks import BANKS
from resume_customizer.infrastructure.sql.tables.desk import DESK
from resume_customizer.infrastructure.sql.tables.mail import MAIL
from resume_customizer.infrastructure.sql.tables.resumes import RESUMES
from resume_customizer.infrastructure.sql.tables.work import WORK
from resume_customizer.infrastructure.sql.tables.workspaces import WORKSPACES

KINDS: Final[tuple[Kind[Any], ...]] = (*ACCOUNTS, *WORKSPACES, *RESUMES, *BANKS, *DESK, *MAIL, *WORK)
"""Every kind of record."""
KIND_OF: Final[dict[type[Record], Kind[Any]]] = {each.record_type: each for each in KINDS}

metadata: Final = sa.MetaData()
_names: Final[dict[type[Record], str]] = {each.record_type: each.name for each in KINDS}
TABLE_OF: Final[dict[type[Record], sa.Table]] = {each.record_type: each.make_table(metadata, _names) for each in KINDS}
"""The tables, by class of record."""
TENANT_KINDS: Final = tuple(each for each in KINDS if each.is_tenant)
SEARCHED_KINDS: Final = tuple(each for each in KINDS if each.words)
