"""A submission: what may follow what, what locks it, and what it needs.

    consultant × end client × role  ->  lock_of()  ->  a key of which there is one

Promises (tests in tests/core/test_submissions.py):

* The same person, client and role have the same lock, however they are written and whoever the vendor is.
* A submission that is withdrawn stays so.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.staffing.duplicates import client_key, title_key


class SubmissionStatus(StrEnum):
    """What became of a submission."""

    SENT = "sent"
    SHORTLISTED = "shortlisted"
    INTERVIEWING = "interviewing"
    OFFERED = "offered"
    PLACED = "placed"
    REJECTED = "rejected"
    NO_RESPONSE = "no response"
    WITHDRAWN = "withdrawn"


_S = SubmissionStatus
_OUT: Final = frozenset({_S.REJECTED, _S.NO_RESPONSE, _S.WITHDRAWN})
FOLLOWING: Final[Mapping[SubmissionStatus, frozenset[SubmissionStatus]]] = {
    _S.SENT: _OUT | {_S.SHORTLISTED, _S.INTERVIEWING, _S.OFFERED},
    _S.SHORTLISTED: _OUT | {_S.INTERVIEWING, _S.OFFERED},
    _S.INTERVIEWING: _OUT | {_S.SHORTLISTED, _S.OFFERED},
    _S.OFFERED: _OUT | {_S.INTERVIEWING, _S.PLACED},
    _S.PLACED: frozenset({_S.WITHDRAWN}),
    _S.REJECTED: frozenset({_S.SENT, _S.INTERVIEWING}),
    _S.NO_RESPONSE: frozenset({_S.SHORTLISTED, _S.INTERVIEWING, _S.OFFERED, _S.REJECTED, _S.WITHDRAWN}),
    _S.WITHDRAWN: frozenset(),
}


class LockKey(NamedTuple):
    """At which client, for which role: with the consultant, there is one."""

    client_key: str
    role_key: str


def lock_of(requirement: Requirement, role: str = "") -> LockKey:
    """What a submission for this requirement is locked by; raises InvalidInput when nothing names the client.

    Where the client is not disclosed, the nearest one in the chain stands for it.
    """
    chain = (
        requirement.end_client,
        requirement.client,
        requirement.implementation_partner,
        requirement.prime_vendor,
        requirement.vendor_company,
    )
    client = next(filter(None, map(client_key, chain)), "")
    if not client:
        message = (
            "Name the end client, or at least the vendor, in the requirement: two submissions can't be told apart."
        )
        raise InvalidInput("no-client", message)
    return LockKey(client, title_key(role or requirement.title))


def check_status(before: str, after: str) -> SubmissionStatus:
    """The status to go to; raises InvalidInput, or Conflict for one that may not follow."""
    try:
        wanted = SubmissionStatus(after.strip().lower())
    except ValueError:
        known = ", ".join(SubmissionStatus)
        raise InvalidInput("bad-choice", f"The status of a submission is one of {known}.") from None
    if wanted != before and wanted not in FOLLOWING[SubmissionStatus(before)]:
        following = ", ".join(each for each in SubmissionStatus if each in FOLLOWING[SubmissionStatus(before)])
        raise Conflict("not-following", f"{wanted} can't follow {before}; what can: {following or 'nothing'}.")
    return wanted
