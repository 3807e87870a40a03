"""Counts of calls, in memory and in a real Redis."""

import threading

import pytest

from resume_customizer.core.call_limits import MINUTE, Counter
from resume_customizer.infrastructure.call_counts import CallCounts
from services_of_tests import Services

COUNTER = Counter("caller", "ann", 20)


@pytest.fixture(params=["memory", "redis"])
def counts(request: pytest.FixtureRequest) -> CallCounts:
    if request.param == "memory":
        return CallCounts()
    found: Services = request.getfixturevalue("services")
    return CallCounts(found.redis)


def test_no_more_than_is_allowed_goes_through_from_many_threads(counts: CallCounts) -> None:
    passed = list[bool]()

    def call() -> None:
        passed.extend(not counts.count(COUNTER).is_over for _ in range(10))

    threads = [threading.Thread(target=call) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert passed.count(True) == 20
    assert len(passed) == 60


def test_what_is_left_is_told_and_when_it_is_whole_again(counts: CallCounts) -> None:
    counter = Counter("caller", "bob", 2)
    standings = [counts.count(counter) for _ in range(3)]

    assert [(each.left, each.is_over) for each in standings] == [(1, False), (0, False), (0, True)]
    assert all(1 <= each.seconds <= MINUTE for each in standings)


def test_one_caller_does_not_use_up_what_another_may(counts: CallCounts) -> None:
    for _ in range(3):
        counts.count(Counter("caller", "carl", 2))

    assert not counts.count(Counter("caller", "dora", 2)).is_over
    assert not counts.count(Counter("address", "carl", 2)).is_over


def test_without_redis_each_process_counts_for_itself(caplog: pytest.LogCaptureFixture) -> None:
    counts = CallCounts("redis://127.0.0.1:9/0")
    standings = [counts.count(Counter("caller", "ann", 2)) for _ in range(3)]

    assert [each.is_over for each in standings] == [False, False, True]
    assert "Redis does not answer" in caplog.text
