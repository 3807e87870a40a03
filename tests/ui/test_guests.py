"""People without an account: the promises of resume_customizer.ui.guests."""

from datetime import UTC, datetime, timedelta

import pytest

from resume_customizer.core.errors import QuotaExceeded
from resume_customizer.ui.guests import IDLE, Guests


class Clock:
    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_only_what_the_server_issued_is_a_guest() -> None:
    guests = Guests(Clock())
    token = guests.admit()

    assert guests.find(token) is not None
    assert guests.find(token[:-1]) is None
    assert guests.find("") is None
    assert token not in repr(vars(guests))


def test_who_is_idle_is_forgotten_with_all_they_did() -> None:
    clock = Clock()
    guests = Guests(clock)
    token = guests.admit()
    guest = guests.find(token)
    assert guest is not None
    guest.work["points"] = "Kafka"

    clock.now += IDLE - timedelta(seconds=1)
    assert guests.find(token) is guest
    clock.now += IDLE + timedelta(seconds=1)
    assert guests.find(token) is None


def test_one_guest_never_gets_the_work_of_another() -> None:
    guests = Guests(Clock())
    ann, bob = guests.find(guests.admit()), guests.find(guests.admit())
    assert ann is not None
    assert bob is not None
    digest = ann.keep(b"resume of ann")

    assert digest not in bob.files


def test_there_is_room_for_so_many_guests_and_files_and_no_more() -> None:
    guests = Guests(Clock(), most=2)
    guest = guests.find(guests.admit())
    assert guest is not None
    guests.admit()

    with pytest.raises(QuotaExceeded, match="Too many people"):
        guests.admit()
    guest.keep(bytes(12_000_000))
    guest.keep(bytes(12_000_000))
    with pytest.raises(QuotaExceeded, match="20 MB"):
        guest.keep(b"x" * 12_000_000)


def test_who_leaves_makes_room() -> None:
    guests = Guests(Clock(), most=1)
    token = guests.admit()
    guests.end(token)

    assert guests.find(token) is None
    guests.admit()
