"""Locks and statuses of submissions: the promises of resume_customizer.core.staffing.submissions."""

import pytest

from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.staffing.duplicates import keyed
from resume_customizer.core.staffing.submissions import FOLLOWING, SubmissionStatus, check_status, lock_of


def test_the_same_client_and_role_have_the_same_lock_whoever_the_vendor_is() -> None:
    one = Requirement(title="Sr. Java Developer", end_client="Harbor Bank, Inc.", vendor_company="Westway")
    other = Requirement(title="Java Developer (Remote)", client="harbor bank", vendor_company="Northgate")

    assert lock_of(one) == lock_of(other)
    assert lock_of(one) != lock_of(one, "Data Engineer")
    assert lock_of(one) != lock_of(Requirement(title="Java Developer", end_client="Orchard"))


def test_without_a_client_the_nearest_of_the_chain_stands_for_it() -> None:
    assert lock_of(Requirement(title="Tester", vendor_company="Westway Inc")).client_key == "westway"
    with pytest.raises(InvalidInput, match="Name the end client"):
        lock_of(keyed(Requirement(title="Tester")))


def test_a_status_follows_another_only_where_the_table_says_so() -> None:
    tried = 0
    for before in SubmissionStatus:
        for after in SubmissionStatus:
            tried += 1
            if after == before or after in FOLLOWING[before]:
                assert check_status(before, after.upper()) is after
            else:
                with pytest.raises(Conflict):
                    check_status(before, after)
    assert tried == 64
    assert FOLLOWING[SubmissionStatus.WITHDRAWN] == frozenset()
    with pytest.raises(InvalidInput, match="one of sent"):
        check_status("sent", "lost")
