"""The second factor: the promises of resume_customizer.infrastructure.totp."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from resume_customizer.core.secret_text import Secret
from resume_customizer.infrastructure.totp import STEP_SECONDS, enrolment_address, matching_step, new_seed

SEED = new_seed(b"12345678901234567890")
RFC_6238 = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]
"""Appendix B, SHA-1, the last six of its eight digits."""


def at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


@pytest.mark.parametrize(("seconds", "code"), RFC_6238)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    assert matching_step(SEED, code, at(seconds)) == seconds // STEP_SECONDS


@pytest.mark.parametrize(("seconds", "code"), RFC_6238)
def test_the_step_before_and_the_one_after_count_too_and_no_other(seconds: int, code: str) -> None:
    step = seconds // STEP_SECONDS

    for late in (-1, 1):
        assert matching_step(SEED, code, at((step + late) * STEP_SECONDS)) == step
    for late in (-2, 2, 100):
        assert matching_step(SEED, code, at((step + late) * STEP_SECONDS)) is None


def test_a_step_that_was_used_and_every_step_before_it_never_counts_again() -> None:
    seconds, code = RFC_6238[2]
    step = matching_step(SEED, code, at(seconds))

    assert step is not None
    assert matching_step(SEED, code, at(seconds), last_step=step - 1) == step
    assert matching_step(SEED, code, at(seconds), last_step=step) is None
    assert matching_step(SEED, code, at(seconds), last_step=step + 1) is None


@pytest.mark.parametrize(
    "typed", ["", "28708", "2870821", "28708a", "٢٨٧٠٨٢", "²87082", "-87082", "0x1234", "287082" * 9]
)
def test_what_is_no_code_does_not_count(typed: str) -> None:
    assert matching_step(SEED, typed, at(59)) is None


def test_blanks_in_a_typed_code_are_passed_over() -> None:
    assert matching_step(SEED, " 287 082\n", at(59)) == 1


def test_the_moment_counts_and_not_its_time_zone() -> None:
    assert matching_step(SEED, "287082", at(59).astimezone()) == 1


def test_an_app_can_read_the_enrolment_address() -> None:
    address = urlsplit(enrolment_address(SEED, "nadia+1@desk.example", "Bright & Desk: #1").reveal())
    query = parse_qs(address.query, strict_parsing=True)

    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert unquote(address.path) == "/Bright & Desk: #1:nadia+1@desk.example"
    assert query == {"secret": [SEED.reveal()], "issuer": ["Bright & Desk: #1"]}
    assert base64.b32decode(query["secret"][0]) == b"12345678901234567890"


def test_a_seed_does_not_show() -> None:
    assert SEED.reveal() not in f"{SEED} {SEED!r} {enrolment_address(SEED, 'a', 'b')}"
    assert isinstance(SEED, Secret)
    with pytest.raises(ValueError, match="random bytes"):
        new_seed(b"short")


def test_a_wrong_code_is_met_by_chance_in_three_of_a_million() -> None:
    now = at(1_700_000_000)
    matching = [number for number in range(0, 1_000_000, 331) if matching_step(SEED, f"{number:06}", now) is not None]

    assert len(matching) <= 3
    assert matching_step(SEED, "000000", now + timedelta(days=1)) is None
