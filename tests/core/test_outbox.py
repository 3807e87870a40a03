"""What can become of a mail: the promises of resume_customizer.core.outbox."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.errors import Conflict
from resume_customizer.core.outbox import (
    MOST_TRIES,
    READY,
    MailStatus,
    Receiving,
    check_may,
    next_slot,
    status_of,
    wait_after,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@given(st.lists(st.sampled_from(Receiving), min_size=1), st.integers(1, MOST_TRIES))
def test_what_may_have_reached_somebody_is_never_sent_again_by_itself(receivers: list[Receiving], tries: int) -> None:
    status = status_of(receivers, tries)

    if Receiving.UNKNOWN in receivers:
        assert status is MailStatus.UNKNOWN
    if status in READY:
        assert Receiving.WAITING in receivers


def test_each_try_waits_longer_and_the_last_one_is_the_last() -> None:
    waits = [wait_after(tries) for tries in range(1, MOST_TRIES)]
    known = [each for each in waits if each is not None]

    assert known == sorted(known)
    assert len(known) == len(waits) == MOST_TRIES - 1
    assert known[0] == timedelta(minutes=2)
    assert wait_after(MOST_TRIES) is None


@pytest.mark.parametrize(
    ("receivers", "tries", "status"),
    [
        (["sent"], 1, "sent"),
        (["sent", "failed"], 1, "sent"),
        (["failed"], 1, "failed"),
        (["waiting"], 1, "due"),
        (["sent", "waiting"], 1, "due"),
        (["waiting"], MOST_TRIES, "failed"),
        (["sent", "waiting"], MOST_TRIES, "sent"),
        (["unknown", "waiting"], 1, "unknown"),
        (["left out"], 1, "cancelled"),
        (["left out", "bounced"], 1, "failed"),
    ],
)
def test_what_became_of_the_receivers_says_what_became_of_the_mail(
    receivers: list[str], tries: int, status: str
) -> None:
    assert status_of(receivers, tries) == status


@given(st.lists(st.integers(0, 90), min_size=2, max_size=60), st.integers(1, 600))
def test_slots_are_as_far_apart_as_the_speed_allows_and_never_in_the_past(pauses: list[int], per_minute: int) -> None:
    now, free_at, slots = NOW, None, []
    for pause in pauses:
        now += timedelta(seconds=pause)
        slot, free_at = next_slot(free_at, per_minute, now)
        assert slot >= now
        slots.append(slot)

    apart = [later - earlier for earlier, later in pairwise(slots)]
    assert min(apart) >= timedelta(minutes=1) / per_minute


def test_without_a_limit_everything_goes_at_once() -> None:
    assert next_slot(NOW - timedelta(hours=1), 0, NOW) == (NOW, NOW)


def test_what_has_left_can_not_be_cancelled_and_the_error_says_what_can() -> None:
    check_may("due", READY, "cancelled")
    with pytest.raises(Conflict, match=r"This mail is “sent”; only one that is due, scheduled can be cancelled\."):
        check_may("sent", READY, "cancelled")
