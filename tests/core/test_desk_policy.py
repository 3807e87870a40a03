"""What a desk has agreed on: the promises of resume_customizer.core.staffing.desk_policy."""

import pytest

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.staffing.desk_policy import DeskPolicy, policy_to_json, read_policy


def test_what_is_set_reads_back_and_the_rest_stays() -> None:
    policy = read_policy({"needs_proof": True, "similarity_days": 30, "right_to_represent": "always"})

    assert read_policy(policy_to_json(policy)) == policy
    assert read_policy({"needs_proof": False}, policy).similarity_days == 30


@pytest.mark.parametrize(
    "wrong",
    [{"mood": True}, {"right_to_represent": "maybe"}, {"similarity_days": -1}, {"similarity_days": True},
     {"needs_proof": "yes"}, {"similarity_days": "9"}],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_its_name(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidInput, match=next(iter(wrong))):
        read_policy(wrong)


def test_a_right_is_needed_as_soon_as_a_vendor_stands_between() -> None:
    assert [DeskPolicy().needs_right(has_vendor=each) for each in (True, False)] == [True, False]
    assert DeskPolicy(right_to_represent="always").needs_right(has_vendor=False)
    assert not DeskPolicy(right_to_represent="never").needs_right(has_vendor=True)
