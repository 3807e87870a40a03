"""Leaving a failing service alone: the promises of resume_customizer.infrastructure.circuit_breaker."""

from collections.abc import Callable
from threading import Event, Thread

import pytest

from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.infrastructure.circuit_breaker import CircuitBreaker


class Service:
    """Something that answers or not, and counts how often it was called."""

    def __init__(self) -> None:
        self.calls, self.fault, self.now = 0, Unavailable("down", "It is down."), 100.0
        self.is_up = False
        self.breaker = CircuitBreaker("The service", failures=3, pause=30, clock=lambda: self.now)

    def answer(self) -> str:
        self.calls += 1
        if not self.is_up:
            raise self.fault
        return "here"

    def fail(self, times: int) -> None:
        for _ in range(times):
            with pytest.raises(Unavailable):
                self.breaker.call(self.answer)


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(Unavailable) as caught:
        action()
    return caught.value.code


def test_after_as_many_failures_in_a_row_as_allowed_nothing_is_called_until_the_pause_is_over() -> None:
    service = Service()
    service.fail(3)
    service.is_up, service.now = True, service.now + 29

    assert code_of(lambda: service.breaker.call(service.answer)) == "circuit-open"
    assert (service.calls, service.breaker.is_open) == (3, True)

    service.now += 1
    assert service.breaker.call(service.answer) == "here"
    assert not service.breaker.is_open


def test_a_failing_trial_opens_the_circuit_for_another_pause() -> None:
    service = Service()
    service.fail(3)
    service.now += 30
    assert code_of(lambda: service.breaker.call(service.answer)) == "down"
    service.now += 29

    assert code_of(lambda: service.breaker.call(service.answer)) == "circuit-open"
    assert service.calls == 4


def test_one_call_at_a_time_tries() -> None:
    service = Service()
    service.fail(3)
    service.now += 31
    begun, end = Event(), Event()

    def slow() -> None:
        begun.set()
        end.wait(10)

    trial = Thread(target=service.breaker.call, args=(slow,))
    trial.start()
    begun.wait(10)
    assert code_of(lambda: service.breaker.call(service.answer)) == "circuit-open"
    end.set()
    trial.join(10)

    service.is_up = True
    assert service.breaker.call(service.answer) == "here"


def test_a_success_forgets_the_failures_before() -> None:
    service = Service()
    service.fail(2)
    service.is_up = True
    service.breaker.call(service.answer)
    service.is_up = False
    service.fail(2)

    assert not service.breaker.is_open


def test_errors_of_the_callers_own_input_do_not_count() -> None:
    service = Service()

    def refuse() -> None:
        raise InvalidInput("bad", "Not so.")

    for _ in range(5):
        with pytest.raises(InvalidInput):
            service.breaker.call(refuse)

    assert not service.breaker.is_open
