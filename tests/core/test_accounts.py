"""The rules of accounts: the promises of resume_customizer.core.accounts."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.accounts import (
    FOR_AN_ACCOUNT,
    FOR_AN_ADDRESS,
    Failures,
    Patience,
    SessionRules,
    is_alive,
    is_held,
    is_worth_noting,
    next_try_at,
    read_address,
    read_name,
    session_end,
    with_failure,
)
from resume_customizer.core.errors import InvalidInput


@dataclass(frozen=True)
class Session:
    created_at: datetime
    used_at: datetime
    ended_at: datetime | None = None


NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("nadia@desk.example", "Nadia@Desk.Example"),
        ("nadia@desk.example", "  nadia@desk.example\n"),
        ("nadia@desk.example", "ｎadia@desk.example"),
        ("zoë@desk.example", "zoe\u0308@desk.example"),
        ("strasse@desk.example", "straße@desk.example"),
        ("ﬁona@desk.example", "FIONA@desk.example"),
    ],
)
def test_two_addresses_that_people_take_for_one_are_one(typed: str, other: str) -> None:
    assert read_address(typed).key == read_address(other).key


def test_mail_is_sent_to_the_address_as_it_was_written() -> None:
    assert read_address(" Nadia@Desk.example ").written == "Nadia@Desk.example"


def test_dots_and_plus_signs_tell_addresses_apart() -> None:
    keys = {read_address(each).key for each in ("n.o@desk.example", "no@desk.example", "no+a@desk.example")}

    assert len(keys) == 3


@given(st.emails())
def test_a_key_is_its_own_key(address: str) -> None:
    try:
        key = read_address(address).key
    except InvalidInput:
        return
    assert read_address(key).key == key


@pytest.mark.parametrize(
    "typed",
    ["", "nadia", "a@b", "a b@desk.example", "a@desk.example\r\nBcc: x@y.example", "a@b.example,c@d.example"],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        read_address(typed)


def test_a_name_is_one_line_that_can_be_seen() -> None:
    assert read_name("  Nadia\t Okonkwo-Lindqvist ") == "Nadia Okonkwo-Lindqvist"
    assert read_name("محمد 王 👩‍💻") == "محمد 王 👩‍💻"
    for typed in ("", " \n", "x" * 121, "a\u202eb", "a\x00b", "\ud800", "a\u200bb", "x" * 10**6):
        with pytest.raises(InvalidInput, match="A workspace's name has 1 to 120 characters"):
            read_name(typed, "workspace's name")


def tries_in(patience: Patience, span: timedelta, until: timedelta) -> int:
    """The most tries that count in any `span`, when somebody tries every second."""
    now, failures, tried = NOW, Failures(), []
    while now < NOW + until:
        if not is_held(failures, patience, now):
            tried.append(now)
            failures = with_failure(failures, patience, now)
        now += timedelta(seconds=1)
    return max(sum(start <= each < start + span for each in tried) for start in tried)


def test_at_most_ten_passwords_are_tried_in_any_quarter_of_an_hour() -> None:
    assert tries_in(FOR_AN_ACCOUNT, timedelta(minutes=15), timedelta(hours=3)) <= 10


@given(st.lists(st.integers(0, 2_000), min_size=10, max_size=60))
def test_however_tries_are_spread_they_are_at_most_ten(gaps: list[int]) -> None:
    now, failures, tried = NOW, Failures(), []
    for gap in gaps:
        now += timedelta(seconds=gap)
        if not is_held(failures, FOR_AN_ACCOUNT, now):
            tried.append(now)
            failures = with_failure(failures, FOR_AN_ACCOUNT, now)

    assert all(sum(start <= each < start + timedelta(minutes=15) for each in tried) <= 10 for start in tried)


@given(st.integers(0, 10**6), st.sampled_from([FOR_AN_ACCOUNT, FOR_AN_ADDRESS]))
def test_nobody_is_locked_out_for_ever(count: int, patience: Patience) -> None:
    failures = Failures(count, NOW)

    assert not is_held(failures, patience, NOW + patience.longest_wait)
    assert is_held(failures, patience, NOW) == (count >= patience.free)


def test_waiting_doubles_up_to_a_quarter_of_an_hour() -> None:
    waits = [next_try_at(Failures(count, NOW), FOR_AN_ACCOUNT) for count in range(12)]

    assert waits[:5] == [None] * 5
    minutes = [(at - NOW) / timedelta(minutes=1) for at in waits if at]
    assert minutes == [1, 2, 4, 8, 15, 15, 15]


def test_old_failures_are_forgotten() -> None:
    failures = Failures(40, NOW)

    assert with_failure(failures, FOR_AN_ACCOUNT, NOW + timedelta(hours=23)).count == 41
    assert with_failure(failures, FOR_AN_ACCOUNT, NOW + timedelta(days=1)).count == 1


def test_a_session_ends_when_it_was_not_used_and_at_its_absolute_end() -> None:
    rules = SessionRules()
    fresh = Session(NOW, NOW)
    busy = Session(NOW, NOW + timedelta(hours=11, minutes=59))

    assert is_alive(fresh, rules, NOW + timedelta(minutes=29, seconds=59))
    assert not is_alive(fresh, rules, NOW + timedelta(minutes=30))
    assert is_alive(busy, rules, NOW + timedelta(hours=11, minutes=59, seconds=59))
    assert not is_alive(busy, rules, NOW + timedelta(hours=12))
    assert session_end(busy, rules) == NOW + timedelta(hours=12)
    assert not is_alive(replace(fresh, ended_at=NOW), rules, NOW)


def test_use_is_written_down_once_a_minute() -> None:
    session = Session(NOW, NOW)

    assert not is_worth_noting(session, SessionRules(), NOW + timedelta(seconds=59))
    assert is_worth_noting(session, SessionRules(), NOW + timedelta(seconds=60))
