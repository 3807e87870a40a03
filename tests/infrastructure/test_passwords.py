"""Stored passwords: the promises of resume_customizer.infrastructure.passwords and imported_passwords."""

import base64
import hashlib
from concurrent.futures import ThreadPoolExecutor
from time import thread_time

import bcrypt
import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.errors import Unavailable
from resume_customizer.infrastructure.passwords import Cost, Passwords, Verdict, common_passwords

LEAST = Cost(memory=8, rounds=1)
QUICK = Passwords(LEAST)
PASSWORD = "correct hörse battery"
RENEW, NO = Verdict(matches=True, needs_rehash=True), Verdict(matches=False, needs_rehash=False)
YES = Verdict(matches=True, needs_rehash=False)


def test_argon2id_with_19_mebibytes_and_two_rounds() -> None:
    stored = Passwords().hash(PASSWORD)
    _, scheme, version, parameters, salt, digest = stored.split("$")

    assert (scheme, version, parameters) == ("argon2id", "v=19", "m=19456,t=2,p=1")
    assert (len(base64.b64decode(salt + "==")), len(base64.b64decode(digest + "="))) == (16, 32)
    Argon2id.verify_phc_encoded(PASSWORD.encode(), stored)
    assert Passwords().verify(PASSWORD, stored) == YES


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_only_the_same_password_matches_to_the_last_character(password: str, other: str) -> None:
    stored = QUICK.hash(password)

    assert QUICK.verify(password, stored) == YES
    assert QUICK.verify(other, stored).matches == (other == password)
    assert QUICK.verify(password + "x", stored) == NO
    assert QUICK.verify(" " + password, stored) == NO


def test_a_stored_hash_is_salted_and_never_shows_the_password() -> None:
    first, second = QUICK.hash(PASSWORD), QUICK.hash(PASSWORD)

    assert first != second
    assert PASSWORD not in first


def test_a_long_password_counts_to_its_end() -> None:
    long = "a" * 1000

    assert QUICK.verify(long + "b", QUICK.hash(long + "c")) == NO


@pytest.mark.parametrize("cost", [Cost(memory=8, rounds=2), Cost(memory=16, rounds=1), Cost(32, 1, lanes=4)])
def test_a_hash_of_another_cost_is_renewed_when_its_password_is_known(cost: Cost) -> None:
    stored = Passwords(cost).hash(PASSWORD)

    assert QUICK.verify(PASSWORD, stored) == RENEW
    assert QUICK.verify("wrong", stored) == NO


def _pbkdf2(kind: str, salt: bytes, rounds: int) -> bytes:
    return hashlib.pbkdf2_hmac(kind, PASSWORD.encode(), salt, rounds)


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


SALT = b"0123456789abcdef"
IMPORTED = {
    "PBKDF2 of before": f"$pbkdf2-sha256$i=50${_base64(SALT).rstrip('=')}"
    f"${_base64(_pbkdf2('sha256', SALT, 50)).rstrip('=')}",
    "Argon2id": Argon2id(salt=SALT, length=20, iterations=3, lanes=2, memory_cost=64).derive_phc_encoded(
        PASSWORD.encode()
    ),
    "bcrypt": bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode(),
    "bcrypt of PHP": bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode().replace("$2b$", "$2y$"),
    "passlib": f"$pbkdf2-sha256$50${_base64(SALT).rstrip('=').replace('+', '.')}"
    f"${_base64(_pbkdf2('sha256', SALT, 50)).rstrip('=').replace('+', '.')}",
    "passlib with SHA-512": f"$pbkdf2-sha512$50${_base64(SALT).rstrip('=').replace('+', '.')}"
    f"${_base64(_pbkdf2('sha512', SALT, 50)).rstrip('=').replace('+', '.')}",
    "Django": f"pbkdf2_sha256$50$seasalt${_base64(_pbkdf2('sha256', b'seasalt', 50))}",
    "Django with SHA-1": f"pbkdf2_sha1$50$seasalt${_base64(_pbkdf2('sha1', b'seasalt', 50))}",
    "Werkzeug": f"pbkdf2:sha256:50$seasalt${_pbkdf2('sha256', b'seasalt', 50).hex()}",
    "Werkzeug with scrypt": "scrypt:32:8:1$seasalt$"
    + hashlib.scrypt(PASSWORD.encode(), salt=b"seasalt", n=32, r=8, p=1, dklen=64).hex(),
}


@pytest.mark.parametrize("stored", IMPORTED.values(), ids=IMPORTED.keys())
def test_imported_hashes_are_verified_and_marked_to_be_renewed(stored: str) -> None:
    assert QUICK.verify(PASSWORD, stored) == RENEW
    assert QUICK.verify(PASSWORD + "x", stored) == NO
    assert QUICK.verify("", stored) == NO
    assert QUICK.verify("nul\0", stored) == NO


@pytest.mark.parametrize(
    ("password", "stored"),
    [
        ("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
        ("toomanysecrets", "$pbkdf2-sha256$29000$N2YMIWQsBWBMae09x1jrPQ$1t8iyB2A.WF/Z5JZv.lfCIhXXN33N23OSgQYThBYRfk"),
    ],
)
def test_hashes_that_other_programs_published_are_verified(password: str, stored: str) -> None:
    assert QUICK.verify(password, stored) == RENEW


def test_bcrypt_sees_72_bytes_of_an_imported_password() -> None:
    long = "a" * 80
    stored = bcrypt.hashpw(long[:72].encode(), bcrypt.gensalt(4)).decode()

    assert QUICK.verify(long, stored) == RENEW


UNREADABLE = [
    "",
    "plain text",
    "5f4dcc3b5aa765d61d8327deb882cf99",
    "$2b$31$" + "a" * 53,
    "$2b$04$" + "!" * 53,
    "$pbkdf2-sha256$i=1000000$AAAA",
    "$pbkdf2-sha256$i=99999999999$" + "A" * 22 + "$" + "A" * 43,
    "$pbkdf2-sha256$i=0$" + "A" * 22 + "$" + "A" * 43,
    "$pbkdf2-sha256$i=10$" + "A" * 22 + "$" + "A" * 22,
    "$pbkdf2-sha256$i=10$@@$" + "A" * 43,
    "$pbkdf2-md5$10$AAAA$AAAA",
    "pbkdf2_sha256$10$$AAAA",
    "pbkdf2_sha256$ten$salt$AAAA",
    "pbkdf2_sha256$10$salt$",
    "pbkdf2:sha256:10$salt$xyz",
    "pbkdf2:sha256:999999999$salt$ab",
    "scrypt:33:8:1$salt$ab",
    "scrypt:1048576:64:1$salt$ab",
    "scrypt:32:8$salt$ab",
    "$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA",
    "$argon2id$v=19$m=7,t=1,p=1$" + "A" * 22 + "$" + "A" * 43,
    "$argon2id$v=19$m=8,t=1,p=2$" + "A" * 22 + "$" + "A" * 43,
    "$argon2id$v=19$m=4194304,t=1,p=1$" + "A" * 22 + "$" + "A" * 43,
    "$argon2id$v=19$m=8,t=999999999,p=1$" + "A" * 22 + "$" + "A" * 43,
    "$argon2id$v=19$m=\u0668,t=1,p=1$" + "A" * 22 + "$" + "A" * 43,
    "$argon2id$v=16$m=8,t=1,p=1$" + "A" * 22 + "$" + "A" * 43,
    "$argon2i$v=19$m=8,t=1,p=1$" + "A" * 22 + "$" + "A" * 43,
    "\u00e9" * 60,
    "$" * 100_000,
]


@pytest.mark.parametrize("stored", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_is_stored_and_can_not_be_read_is_nobodys_password(stored: str) -> None:
    assert QUICK.verify(stored, stored) == NO
    assert QUICK.verify("", stored) == NO


@given(st.text(st.sampled_from("$:=,i2ab019pbkdf2_-sha56.crypt/AZ+rgonmv"), max_size=90))
def test_no_stored_text_makes_verifying_fail(stored: str) -> None:
    assert QUICK.verify(PASSWORD, stored) == NO


@pytest.mark.parametrize("stored", [None, "", "plain text"], ids=["unknown", "none", "unreadable"])
def test_an_unknown_user_takes_the_same_work_as_a_known_one(stored: str | None) -> None:
    passwords = Passwords()
    known = passwords.hash("something else")

    assert _least_work(passwords, stored) > _least_work(passwords, known) / 2
    assert passwords.verify(PASSWORD, stored) == NO


def _least_work(passwords: Passwords, stored: str | None) -> float:
    def work() -> float:
        before = thread_time()
        passwords.verify(PASSWORD, stored)
        return thread_time() - before

    return min(work() for _ in range(4))


def test_more_sign_ins_than_can_be_worked_off_are_refused_at_once() -> None:
    passwords = Passwords(LEAST, at_once=1, waiting=0)
    stored = passwords.hash(PASSWORD)

    with passwords.turn(), ThreadPoolExecutor(1) as another:
        refused = another.submit(passwords.verify, PASSWORD, stored)
        assert passwords.verify(PASSWORD, stored) == YES
    with pytest.raises(Unavailable, match="try again in a few seconds"):
        refused.result()

    assert passwords.verify(PASSWORD, stored) == YES


def test_the_three_thousand_most_common_passwords_are_known() -> None:
    common = common_passwords()

    assert len(common) >= 3_000
    assert {"password", "12345678", "qwerty", "iloveyou", "trustno1"} <= common
    assert all(each == each.casefold() for each in common)
