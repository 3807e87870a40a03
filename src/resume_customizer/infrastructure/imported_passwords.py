"""Password hashes that other programs made, or this one before: read to verify, never written.

    what was imported  ->  is_known()  ->  matches(password)

Read are bcrypt ($2a$, $2b$, $2y$), PBKDF2 as passlib, Django, Werkzeug and this program before write it, and
Werkzeug's scrypt.
Hashes without salt or rounds (MD5, SHA-1, SHA-256 of the password alone) are not: they were as good as readable, and
their owners have to set a new password by e-mail.

Promises (tests in tests/infrastructure/test_passwords.py):

* Hashes of the named programs are verified as those programs did.
* No stored text makes this raise, or work without end: rounds and costs have limits.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Callable
from typing import Final

MOST_ROUNDS: Final = 10_000_000
_MOST_BCRYPT_COST: Final = 15
_MOST_SCRYPT_BYTES: Final = 256 * 2**20
_BCRYPT_BYTES: Final = 72
"""bcrypt sees no more of a password, and every program before 2025 cut there in silence."""
_BCRYPT: Final = re.compile(r"\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}")
_DIGESTS: Final = {"sha1": "sha1", "sha256": "sha256", "sha512": "sha512"}


def is_known(stored: str) -> bool:
    """Whether it is a hash that can be verified."""
    return _reader(stored) is not None


def matches(password: bytes, stored: str) -> bool:
    """Whether it is the password."""
    check = _reader(stored)
    return check is not None and check(password)


def is_count(text: str, most: int) -> bool:
    """Whether it is a whole number from 1 to `most`."""
    return text.isascii() and text.isdecimal() and len(text) <= len(str(most)) and 1 <= int(text) <= most


def decoded(text: str) -> bytes:
    """Base 64 with or without its padding; empty when it is none."""
    try:
        return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), validate=True)
    except ValueError:
        return b""


_Check = Callable[[bytes], bool]


def _reader(stored: str) -> _Check | None:
    if len(stored) > 512 or not stored.isascii():
        return None
    return next((check for read in (_bcrypt, _passlib, _django, _werkzeug) if (check := read(stored))), None)


def _bcrypt(stored: str) -> _Check | None:
    found = _BCRYPT.fullmatch(stored)
    if not found or not 4 <= int(found[1]) <= _MOST_BCRYPT_COST:
        return None

    def check(password: bytes) -> bool:
        import bcrypt

        if b"\0" in password:
            return False
        try:
            return bcrypt.checkpw(password[:_BCRYPT_BYTES], stored.encode())
        except ValueError:
            return False

    return check


def _passlib(stored: str) -> _Check | None:
    """`$pbkdf2-sha256$29000$salt$hash`, in base 64 with "." for "+"; `$i=29000` is the standard's way to say it."""
    match stored.split("$"):
        case ["", scheme, rounds, salt, digest] if scheme == "pbkdf2" or scheme.startswith("pbkdf2-"):
            kind = _DIGESTS.get(scheme.removeprefix("pbkdf2").removeprefix("-") or "sha1")
            counted = rounds.removeprefix("i=")
            return _pbkdf2(kind, decoded(salt.replace(".", "+")), counted, decoded(digest.replace(".", "+")))
    return None


def _django(stored: str) -> _Check | None:
    """`pbkdf2_sha256$260000$salt$hash`: the salt is text, the hash base 64."""
    match stored.split("$"):
        case [scheme, rounds, salt, digest] if scheme.startswith("pbkdf2_"):
            return _pbkdf2(_DIGESTS.get(scheme.removeprefix("pbkdf2_")), salt.encode(), rounds, decoded(digest))
    return None


def _werkzeug(stored: str) -> _Check | None:
    """`pbkdf2:sha256:600000$salt$hash` and `scrypt:32768:8:1$salt$hash`: the salt is text, the hash hex."""
    match stored.split("$"):
        case [method, salt, digest] if salt:
            try:
                expected = bytes.fromhex(digest)
            except ValueError:
                return None
            match method.split(":"):
                case ["pbkdf2", kind, rounds]:
                    return _pbkdf2(_DIGESTS.get(kind), salt.encode(), rounds, expected)
                case ["scrypt", cost, size, lanes]:
                    return _scrypt((cost, size, lanes), salt.encode(), expected)
    return None


def _pbkdf2(kind: str | None, salt: bytes, rounds: str, expected: bytes) -> _Check | None:
    if kind is None or not salt or not expected or not is_count(rounds, MOST_ROUNDS):
        return None

    def check(password: bytes) -> bool:
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

        algorithm = getattr(hashes, kind.upper())()
        return hmac.compare_digest(PBKDF2HMAC(algorithm, len(expected), salt, int(rounds)).derive(password), expected)

    return check


def _scrypt(numbers: tuple[str, str, str], salt: bytes, expected: bytes) -> _Check | None:
    if not expected or not all(is_count(each, 2**20) for each in numbers):
        return None
    cost, size, lanes = map(int, numbers)
    memory = 128 * cost * size * lanes
    if cost < 2 or cost & (cost - 1) or memory > _MOST_SCRYPT_BYTES:
        return None

    def check(password: bytes) -> bool:
        made = hashlib.scrypt(
            password, salt=salt, n=cost, r=size, p=lanes, maxmem=2 * memory + 2**20, dklen=len(expected)
        )
        return hmac.compare_digest(made, expected)

    return check
