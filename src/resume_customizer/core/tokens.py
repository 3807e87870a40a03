"""Tokens that people and programs show to be let in: what they look like, and when they count.

    random bytes  ->  new_token(), new_api_key(), new_recovery_codes()  ->  shown once; only hashes are stored
    what was stored for a hash that was shown  ->  judge_refresh(), check_single_use()  ->  what is to be done

Tokens are random (256 bits; recovery codes 136), so a fast hash is enough to keep them: nothing can be guessed from it.

Promises (tests in tests/core/test_tokens.py):

* A token's hash depends on what the token is for: one kind never passes for another.
* A refresh token counts once. Shown again, it ends its session, for one of the two who had it stole it; except within
  seconds of its replacement, when two windows of one person asked at once: then it gives nothing and ends nothing.
* A token for single use counts once and until it expires.
* API keys are recognised by their form and checksum, so that scanners find leaked ones and typing errors are noticed.
"""

import base64
import hashlib
import re
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol, TypeVar

from resume_customizer.core.errors import InvalidInput

TOKEN_BYTES: Final = 32


class TokenUse(StrEnum):
    """What a token is for."""

    SESSION = "session"
    REFRESH = "refresh"
    VERIFY_EMAIL = "verify-email"
    RESET_PASSWORD = "reset-password"  # noqa: S105 - the name of a use
    INVITATION = "invitation"
    API_KEY = "api-key"
    ENROLMENT = "enrolment"
    """Not shown: a second factor whose set-up was begun."""
    RECOVERY = "recovery"


LIFETIMES: Final = {
    TokenUse.VERIFY_EMAIL: timedelta(days=2),
    TokenUse.RESET_PASSWORD: timedelta(minutes=15),
    TokenUse.INVITATION: timedelta(days=7),
    TokenUse.ENROLMENT: timedelta(minutes=15),
    TokenUse.RECOVERY: timedelta(days=36_500),
}
"""How long what counts once counts; recovery codes, as long as anybody lives."""
SEED_BYTES: Final = 20
"""Of a second factor: as long as what SHA-1 gives, which every app can do (RFC 4226, 4)."""


def new_token(random: bytes) -> str:
    """A token as it is shown: 43 characters that need no quoting in addresses and cookies."""
    _check_randomness(random, TOKEN_BYTES)
    return base64.urlsafe_b64encode(random).decode().rstrip("=")


def hash_token(token: str, use: TokenUse) -> str:
    """What is stored: SHA-256 of use and token, in hex."""
    return hashlib.sha256(f"{use} {token}".encode("utf-8", "surrogatepass")).hexdigest()


def _check_randomness(random: bytes, least: int) -> None:
    if len(random) < least:
        message = f"A token needs {least} random bytes."
        raise ValueError(message)


# ------------------------------------------------------------------ refresh tokens

GRACE: Final = timedelta(seconds=10)
"""How long after its replacement a refresh token that is shown again is taken for a second window, not for a thief."""


class Refresh(StrEnum):
    """What is to be done with a refresh token that was shown."""

    ROTATE = "rotate"
    """It counts: replace it."""
    WAIT = "wait"
    """It was replaced a moment ago: give nothing; the new one is on its way."""
    REUSED = "reused"
    """It was replaced before: somebody has a copy. End the session."""
    ENDED = "ended"
    """Its session has ended or it has expired."""


@dataclass(frozen=True, slots=True)
class RefreshState:
    """What is stored about a refresh token, found by its hash."""

    expires_at: datetime
    replaced_at: datetime | None = None
    session_ended: bool = False


def judge_refresh(token: RefreshState, now: datetime) -> Refresh:
    """What is to be done with a refresh token that was shown."""
    if token.session_ended:
        return Refresh.ENDED
    if token.replaced_at is not None:
        return Refresh.WAIT if timedelta(0) <= now - token.replaced_at <= GRACE else Refresh.REUSED
    return Refresh.ENDED if now >= token.expires_at else Refresh.ROTATE


# ------------------------------------------------------------------ tokens for single use


class SingleUse(Protocol):
    """What is stored about a token for single use, found by its hash."""

    @property
    def expires_at(self) -> datetime:
        """From when on it counts no more."""
        ...

    @property
    def used_at(self) -> datetime | None:
        """When it was used, or taken back."""
        ...


_Token = TypeVar("_Token", bound=SingleUse)


def check_single_use(token: _Token | None, now: datetime) -> _Token:
    """The token, or InvalidInput `bad-token`: unknown, used and expired tokens get the same answer."""
    if token is None or token.used_at is not None or now >= token.expires_at:
        raise InvalidInput("bad-token", "This link was used, has expired, or is not complete. Ask for a new one.")
    return token


# ------------------------------------------------------------------ API keys

_API_KEY: Final = re.compile(r"rcp_([0-9A-Za-z]{41})([0-9A-Za-z]{6})")
_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
API_KEY_BYTES: Final = 30
SHOWN_OF_KEY: Final = 10
"""So much of a key may be shown in lists, to tell keys apart: 36 of its 240 bits."""


def new_api_key(random: bytes) -> str:
    """A key like `rcp_…`: 41 random letters and digits, and 6 for a checksum."""
    _check_randomness(random, API_KEY_BYTES)
    body = _base62(int.from_bytes(random[:API_KEY_BYTES]), 41)
    return f"rcp_{body}{_checksum(body)}"


def is_api_key(text: str) -> bool:
    """Whether it has the form of an API key and its checksum is right; it may still be unknown or revoked."""
    found = _API_KEY.fullmatch(text)
    return found is not None and _checksum(found[1]) == found[2]


def _checksum(body: str) -> str:
    return _base62(zlib.crc32(f"rcp_{body}".encode()), 6)


def _base62(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, 62)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))


# ------------------------------------------------------------------ recovery codes

RECOVERY_CODES: Final = 10
_CODE_BYTES: Final = 17
"""136 bits; OWASP ASVS 5.0, 11.5.1, asks for 128 at least."""
RECOVERY_BYTES: Final = RECOVERY_CODES * _CODE_BYTES


def new_recovery_codes(random: bytes) -> tuple[str, ...]:
    """Ten codes like `k3dp-5fzq-2mwx-77ra-hq4t-w6n3-u5ca`, each for one sign-in without the second factor."""
    _check_randomness(random, RECOVERY_BYTES)
    return tuple(_code(random[at * _CODE_BYTES : (at + 1) * _CODE_BYTES]) for at in range(RECOVERY_CODES))


def read_recovery_code(typed: str) -> str:
    """The code as it is hashed: without blanks and hyphens, in small letters, with 0, 1 and 8 read as o, l and b."""
    letters = "".join(char for char in typed[:64].lower() if char not in " -\t\u2010\u2011\u2012\u2013\u2014")
    return letters.translate(str.maketrans("018", "olb"))


def _code(random: bytes) -> str:
    letters = base64.b32encode(random).decode().rstrip("=").lower()
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
