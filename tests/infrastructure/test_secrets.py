"""Secrets in the database: the promises of resume_customizer.infrastructure.secrets."""

import base64
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.errors import InvalidInput, Unavailable, UnreadableInput
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.infrastructure.secrets import DEVELOPMENT_KEY, KeyRing, new_key, read_key_ring

OLD, NEW = bytes(range(32)), bytes(range(100, 132))
RING = KeyRing({"2026-11": NEW, "2025-01": OLD})
HERE = Place("mail_accounts", "password", "0190a1b2")
CANARY = "canary-5a1f"
TEXTS = st.text(st.characters(exclude_categories=()), max_size=40)


@given(TEXTS, st.builds(Place, TEXTS, TEXTS, TEXTS), st.builds(Place, TEXTS, TEXTS, TEXTS))
def test_what_was_sealed_for_one_place_opens_there_only(text: str, place: Place, other: Place) -> None:
    sealed = RING.seal(Secret(text), place)

    assert RING.open(sealed, place).reveal() == text
    if place != other:
        with pytest.raises(UnreadableInput):
            RING.open(sealed, other)


@pytest.mark.parametrize(
    "other",
    [
        HERE._replace(table="webhooks"),
        HERE._replace(column="token"),
        HERE._replace(row="0190a1b3"),
        Place("mail_account", "spassword", HERE.row),
    ],
)
def test_a_sealed_text_that_was_moved_does_not_open(other: Place) -> None:
    with pytest.raises(UnreadableInput, match="damaged or was moved"):
        RING.open(RING.seal(Secret(CANARY), HERE), other)


@pytest.mark.parametrize("text", ["a", "ab", "abc"])
def test_one_changed_bit_anywhere_stops_it_from_opening(text: str) -> None:
    sealed = RING.seal(Secret(text), HERE)

    for at in range(len(sealed)):
        for bit in range(7):
            changed = sealed[:at] + chr(ord(sealed[at]) ^ 1 << bit) + sealed[at + 1 :]
            with pytest.raises((UnreadableInput, Unavailable)):
                RING.open(changed, HERE)


@pytest.mark.parametrize("cut", [1, 2, 3, 4, 20, 60])
def test_a_shorter_or_longer_text_does_not_open(cut: int) -> None:
    sealed = RING.seal(Secret(CANARY), HERE)

    for text in (sealed[:-cut], sealed + "A" * cut, ""):
        with pytest.raises(UnreadableInput):
            RING.open(text, HERE)


def test_the_same_text_is_sealed_differently_each_time() -> None:
    sealed = {RING.seal(Secret(CANARY), HERE) for _ in range(2_000)}
    nonces = {base64.urlsafe_b64decode(each.split(".")[2] + "==")[:12] for each in sealed}

    assert len(nonces) == 2_000
    assert not any(CANARY in each for each in sealed)


def test_keys_change_while_everything_runs() -> None:
    before = KeyRing({"2025-01": OLD})
    sealed = before.seal(Secret(CANARY), HERE)

    assert not RING.is_current(sealed)
    assert RING.open(sealed, HERE).reveal() == CANARY
    resealed = RING.reseal(sealed, HERE)
    assert RING.is_current(resealed)
    assert RING.reseal(resealed, HERE) == resealed
    assert KeyRing({"2026-11": NEW}).open(resealed, HERE).reveal() == CANARY


def test_a_missing_key_is_named_and_another_key_of_the_same_id_opens_nothing() -> None:
    sealed = RING.seal(Secret(CANARY), HERE)

    with pytest.raises(Unavailable, match=r"mail_accounts\.password: .* key “2026-11”"):
        KeyRing({"2025-01": OLD}).open(sealed, HERE)
    with pytest.raises(UnreadableInput):
        KeyRing({"2026-11": OLD}).open(sealed, HERE)
    assert KeyRing({"2026-11": OLD}).fingerprints() != KeyRing({"2026-11": NEW}).fingerprints()


def test_keys_for_other_purposes_are_derived_as_rfc_5869_says() -> None:
    expected = HKDF(SHA256(), 32, None, b"resume-customizer access tokens").derive(NEW)

    assert RING.derived("access tokens") == {"2026-11": expected, "2025-01": RING.derived("access tokens")["2025-01"]}
    assert next(iter(RING.derived("access tokens"))) == RING.current
    assert RING.derived("access tokens") != RING.derived("audit heads")


def line(key_id: str, key: bytes) -> str:
    return f"{key_id}:{base64.b64encode(key).decode()}"


def test_the_first_key_seals_and_all_of_them_open() -> None:
    ring = read_key_ring(f"{line('2026-11', NEW)},\n {line('2025-01', OLD)}\n", production=True)

    assert ring.current == "2026-11"
    assert ring.open(RING.seal(Secret(CANARY), HERE), HERE).reveal() == CANARY


def test_a_new_key_is_random_and_can_be_read_back() -> None:
    first, second = new_key("2026-11"), new_key("2026-11")

    assert first != second
    assert read_key_ring(first, production=True).current == "2026-11"
    with pytest.raises(InvalidInput, match="small letters"):
        new_key("No Good")


def test_keys_come_from_a_file_that_only_its_owner_can_read(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(line("2026-11", NEW) + "\n")
    file.chmod(0o600)
    assert read_key_ring("", file, production=True).current == "2026-11"

    file.chmod(0o640)
    with pytest.raises(Unavailable, match="chmod 600"):
        read_key_ring("", file, production=True)
    assert read_key_ring("", file, production=False).current == "2026-11"


WEAK = line("weak", b"\0" * 31 + b"\1")
REFUSED: dict[str, tuple[str, str]] = {
    "nothing": ("", "No key for secrets is set"),
    "blanks": (" \n", "No key for secrets is set"),
    "the key of development": (DEVELOPMENT_KEY, "no secret"),
    "the key of development under another name": (DEVELOPMENT_KEY.replace("development:", "mine:"), "no secret"),
    "the key of development as an old key": (f"{line('a', NEW)},{DEVELOPMENT_KEY}", "no secret"),
    "a weak key": (WEAK, "“weak” is not random"),
    "a short key": (f"a:{base64.b64encode(NEW[:16]).decode()}", "Key 1 is not like id:key"),
    "no id": (base64.b64encode(NEW).decode(), "Key 1 is not like id:key"),
    "a password": (f"{line('a', NEW)} hunter2", "Key 2 is not like id:key"),
    "two of one id": (f"{line('a', NEW)},{line('a', OLD)}", "Two keys have the id “a”"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_production_does_not_start_without_good_keys(text: str, reason: str) -> None:
    with pytest.raises(Unavailable) as refusal:
        read_key_ring(text, production=True)

    assert reason in refusal.value.message
    assert not text.strip() or text not in str(refusal.value)
    assert "hunter2" not in str(refusal.value)


def test_production_does_not_start_with_a_key_file_that_can_not_be_read(tmp_path: Path) -> None:
    binary, folder = tmp_path / "binary", tmp_path / "folder"
    binary.write_bytes(b"\xff\xfe")
    binary.chmod(0o600)
    folder.mkdir(mode=0o700)

    for path in (tmp_path / "missing", binary, folder):
        with pytest.raises(Unavailable) as refusal:
            read_key_ring("", path, production=True)
        assert str(path) in str(refusal.value)


def test_development_starts_with_the_well_known_key() -> None:
    assert read_key_ring("", production=False).current == "development"


SHOWS: dict[str, Callable[[], object]] = {
    "representation": lambda: RING,
    "fingerprints": RING.fingerprints,
    "wrong place": lambda: RING.open(RING.seal(Secret(CANARY), HERE), HERE._replace(row="x")),
    "not sealed": lambda: RING.open(CANARY, HERE),
}


@pytest.mark.parametrize("show", SHOWS.values(), ids=SHOWS.keys())
def test_neither_a_key_nor_a_secret_shows(show: Callable[[], object]) -> None:
    try:
        shown = repr(show())
    except UnreadableInput as fault:
        shown = f"{fault!r} {fault} {fault.__cause__} {fault.__context__}"

    hidden = [form for key in (OLD, NEW) for form in (key.hex(), base64.b64encode(key).decode(), repr(key)[2:20])]
    assert all(each not in shown for each in [CANARY, *hidden])


def test_a_key_ring_is_not_pickled() -> None:
    with pytest.raises(TypeError, match="not written anywhere"):
        pickle.dumps(RING)


def test_a_ring_needs_whole_keys() -> None:
    for keys in ({}, {"a": os.urandom(16)}):
        with pytest.raises(InvalidInput):
            KeyRing(keys)
