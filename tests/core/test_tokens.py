"""Tokens that people and programs show: the promises of resume_customizer.core.tokens."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.tokens import (
    GRACE,
    RECOVERY_BYTES,
    Refresh,
    RefreshState,
    TokenUse,
    check_single_use,
    hash_token,
    is_api_key,
    judge_refresh,
    new_api_key,
    new_recovery_codes,
    new_token,
    read_recovery_code,
)


@dataclass(frozen=True)
class Link:
    expires_at: datetime
    used_at: datetime | None = None


NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
RANDOM = st.binary(min_size=32, max_size=32)


@given(RANDOM, RANDOM)
def test_a_token_holds_all_of_its_randomness(one: bytes, other: bytes) -> None:
    assert (new_token(one) == new_token(other)) == (one == other)
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", new_token(one))


def test_a_hash_depends_on_what_the_token_is_for() -> None:
    token = new_token(bytes(range(32)))
    hashes = {hash_token(token, use) for use in TokenUse}

    assert len(hashes) == len(TokenUse)
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in hashes)


@pytest.mark.parametrize("make", [new_token, new_api_key, new_recovery_codes])
def test_a_token_from_too_little_randomness_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match="random bytes"):
        make(b"short")


@pytest.mark.parametrize(
    ("token", "judgement"),
    [
        (RefreshState(LATER), Refresh.ROTATE),
        (RefreshState(NOW), Refresh.ENDED),
        (RefreshState(LATER, session_ended=True), Refresh.ENDED),
        (RefreshState(LATER, replaced_at=NOW), Refresh.WAIT),
        (RefreshState(LATER, replaced_at=NOW - GRACE), Refresh.WAIT),
        (RefreshState(LATER, replaced_at=NOW - GRACE - timedelta(microseconds=1)), Refresh.REUSED),
        (RefreshState(LATER, replaced_at=NOW + timedelta(seconds=1)), Refresh.REUSED),
        (RefreshState(NOW - timedelta(days=1), replaced_at=NOW - timedelta(days=9)), Refresh.REUSED),
        (RefreshState(LATER, replaced_at=NOW - timedelta(days=9), session_ended=True), Refresh.ENDED),
    ],
)
def test_a_refresh_token_counts_once(token: RefreshState, judgement: Refresh) -> None:
    assert judge_refresh(token, NOW) is judgement


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 40)), max_size=25))
def test_a_thief_and_an_owner_never_both_go_on_for_long(uses: list[tuple[int, int]]) -> None:
    """Whatever the order in which tokens of one session are shown, each is exchanged once at most."""
    tokens = {0: RefreshState(LATER)}
    exchanged: list[int] = []
    now = NOW
    for shown, seconds in uses:
        now += timedelta(seconds=seconds)
        if shown not in tokens:
            continue
        judgement = judge_refresh(tokens[shown], now)
        if judgement is Refresh.ROTATE:
            exchanged.append(shown)
            tokens[shown] = RefreshState(LATER, replaced_at=now)
            tokens[len(tokens)] = RefreshState(LATER)
        elif judgement is Refresh.REUSED:
            tokens = {at: RefreshState(LATER, each.replaced_at, session_ended=True) for at, each in tokens.items()}

    assert len(exchanged) == len(set(exchanged))


def test_a_token_for_single_use_counts_once_and_until_it_expires() -> None:
    assert check_single_use(Link(LATER), NOW) == Link(LATER)

    answers = set()
    for token in (None, Link(NOW), Link(LATER, used_at=NOW - timedelta(days=1))):
        with pytest.raises(InvalidInput) as refusal:
            check_single_use(token, NOW)
        answers.add(str(refusal.value))
    assert len(answers) == 1


@given(st.binary(min_size=30, max_size=30), st.integers(0, 46), st.sampled_from("0123456789AZaz"))
def test_an_api_key_is_recognised_and_typing_errors_are_noticed(random: bytes, at: int, char: str) -> None:
    key = new_api_key(random)
    changed = key[: 4 + at] + char + key[5 + at :]

    assert re.fullmatch(r"rcp_[0-9A-Za-z]{47}", key)
    assert is_api_key(key)
    assert is_api_key(changed) == (changed == key)


@given(st.binary(min_size=30, max_size=30), st.binary(min_size=30, max_size=30))
def test_api_keys_hold_all_of_their_randomness(one: bytes, other: bytes) -> None:
    assert (new_api_key(one) == new_api_key(other)) == (one == other)


KEY = new_api_key(bytes(range(30)))


@pytest.mark.parametrize("text", ["", "rcp_", "rcp_" + "０" * 47, "x" * 51, f"{KEY}x", f" {KEY}", f"rcp_{KEY}"])
def test_what_is_no_api_key_is_none(text: str) -> None:
    assert not is_api_key(text)


def test_recovery_codes_can_be_typed_as_people_type() -> None:
    codes = new_recovery_codes(bytes(range(170)))

    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"[a-z2-7]{4}(-[a-z2-7]{4}){6}", code) for code in codes)
    for code in codes:
        read = read_recovery_code(code)
        assert len(read) == 28
        assert read_recovery_code(f" {code.upper().replace('-', ' – ')} ") == read
        assert read_recovery_code(code.replace("o", "0").replace("l", "1").replace("b", "8")) == read


def test_every_recovery_code_holds_128_random_bits_and_more_of_its_own() -> None:
    nothing = bytes(RECOVERY_BYTES)
    usual = new_recovery_codes(nothing)
    changed = [
        new_recovery_codes(nothing[:at] + bytes([1 << bit]) + nothing[at + 1 :])
        for at in range(RECOVERY_BYTES)
        for bit in range(8)
    ]

    assert len(set(changed)) == 8 * RECOVERY_BYTES >= 10 * 128
    for code in range(10):
        assert sum(codes[code] != usual[code] for codes in changed) >= 128
    assert all(sum(one != other for one, other in zip(codes, usual, strict=True)) == 1 for codes in changed)
