"""Screens are made a few at a time: the promises of resume_customizer.ui.turns."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from resume_customizer.ui.turns import Turns

FOREVER = 10.0
"""Seconds: nothing of these tests takes so long."""


def test_no_more_are_made_at_once_than_may_be() -> None:
    turns, lock, there, most = Turns(3, FOREVER), threading.Lock(), 0, 0

    def work(_: int) -> None:
        nonlocal there, most
        with turns.turn():
            with lock:
                there += 1
                most = max(most, there)
            time.sleep(0.005)
            with lock:
                there -= 1

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(work, range(60)))
    assert (most, there) == (3, 0)


def test_who_came_first_is_first() -> None:
    turns, done = Turns(1, FOREVER), []

    def work(number: int) -> None:
        with turns.turn():
            done.append(number)

    with ThreadPoolExecutor(10) as threads, turns.turn():
        for number in range(10):
            threads.submit(work, number)
            while len(turns._waiting) <= number:
                time.sleep(0.001)
        assert done == []
    assert done == list(range(10))


def test_whoever_takes_long_no_longer_stands_in_the_way() -> None:
    turns, came = Turns(1, 0.05), threading.Event()

    def work() -> None:
        with turns.turn():
            came.set()

    with ThreadPoolExecutor(1) as threads, turns.turn():
        threads.submit(work)
        assert came.wait(FOREVER)


def test_a_turn_ends_with_its_work_also_when_that_fails() -> None:
    turns = Turns(1, FOREVER)
    for _ in range(2):
        with pytest.raises(RuntimeError), turns.turn():
            raise RuntimeError
        assert turns._begun == {}
