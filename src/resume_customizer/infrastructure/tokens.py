"""Access tokens of the API: JSON Web Tokens that live for minutes (RFC 9068, with the rules of RFC 8725).

    user + session  ->  issue()  ->  a signed token  ->  read()  ->  AccessClaims, or NotSignedIn

A token says who and which session, never a role: what somebody may do is looked up each time, so that a changed role
counts at once. The algorithm is fixed here and not read from the token; keys come by their ids from the key ring, so
that they rotate with it.

Promises (tests in tests/infrastructure/test_tokens.py):

* Only a token that was signed here, for this installation and this use, and has not expired, is read.
* Everything else gets the same answer, and nothing of the token is repeated in it.
* A token that was signed with an older key of the ring is read until it expires.
"""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from resume_customizer.core.errors import NotSignedIn
from resume_customizer.services.remembered import Remembered

LIFETIME: Final = timedelta(minutes=10)
_ALGORITHM: Final = "HS256"
_TYPE: Final = "at+jwt"
_LONGEST: Final = 2_048
_CLAIMS: Final = ("iss", "aud", "sub", "sid", "iat", "exp")
_MOST_KNOWN: Final = 4_000
_SKEW: Final = 5
"""Seconds by which clocks of two machines of one installation may differ."""


@dataclass(frozen=True, slots=True)
class AccessClaims:
    """What a token says."""

    user_id: str
    session_id: str
    expires_at: datetime


class AccessTokens:
    """Issues and reads access tokens."""

    def __init__(
        self,
        keys: Mapping[str, bytes],
        issuer: str,
        audience: str = "resume-customizer-api",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`keys` by their ids, the one that signs first: `KeyRing.derived("access tokens")`."""
        if not keys or any(len(key) < 32 for key in keys.values()):
            message = "Access tokens need keys of 32 bytes."
            raise ValueError(message)
        self._keys, self._issuer, self._audience, self._clock = dict(keys), issuer, audience, clock
        self._fitted = Remembered[bool](_MOST_KNOWN)
        """Tokens whose signature fitted once, and so always does; what they say is read from them each time."""

    def issue(self, user_id: str, session_id: str) -> str:
        """A token for a session that was checked right now."""
        import jwt

        now = int(self._clock().timestamp())
        claims = {
            "iss": self._issuer,
            "aud": self._audience,
            "sub": user_id,
            "sid": session_id,
            "iat": now,
            "exp": now + int(LIFETIME.total_seconds()),
        }
        key_id = next(iter(self._keys))
        return jwt.encode(claims, self._keys[key_id], _ALGORITHM, {"kid": key_id, "typ": _TYPE})

    def read(self, token: str) -> AccessClaims:
        """What a token says; raises NotSignedIn. Whether its session still stands is asked elsewhere."""
        import jwt

        try:
            claims = _claims_of(token) if self._fitted.get(token) else self._checked(token)
            self._check_times(claims)
            self._fitted.keep(token, value=True)
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            raise NotSignedIn("not-signed-in", "Sign in first: this access token is not valid, or no longer.") from None
        return AccessClaims(claims["sub"], claims["sid"], datetime.fromtimestamp(claims["exp"], UTC))

    def _checked(self, token: str) -> dict[str, Any]:
        import jwt

        if len(token) > _LONGEST or not token.isascii():
            message = "no token of ours"
            raise ValueError(message)
        header = jwt.get_unverified_header(token)
        key_id = header.get("kid")
        if header.get("typ") != _TYPE or not isinstance(key_id, str) or key_id not in self._keys:
            message = "no header of ours"
            raise ValueError(message)
        return jwt.decode(
            token,
            self._keys[key_id],
            algorithms=[_ALGORITHM],
            audience=self._audience,
            issuer=self._issuer,
            # Times are checked below, by the clock that tests can set.
            options={"require": list(_CLAIMS), "verify_exp": False, "verify_iat": False, "strict_aud": True},
        )

    def _check_times(self, claims: dict[str, Any]) -> None:
        now = self._clock().timestamp()
        issued, expires = claims["iat"], claims["exp"]
        whole = all(type(each) is int for each in (issued, expires))
        named = all(isinstance(claims[name], str) and claims[name] for name in ("sub", "sid"))
        if (
            not whole
            or not named
            or not issued <= now + _SKEW
            or not now < expires <= issued + LIFETIME.total_seconds()
        ):
            message = "not now"
            raise ValueError(message)


def _claims_of(token: str) -> dict[str, Any]:
    said = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(said + "=" * (-len(said) % 4)))
