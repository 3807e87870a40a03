"""Access tokens: the promises of resume_customizer.infrastructure.tokens."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from resume_customizer.core.errors import NotSignedIn
from resume_customizer.infrastructure.tokens import AccessClaims, AccessTokens

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KEY, OLD = b"k" * 32, b"o" * 32
ISSUER, AUDIENCE = "https://desk.example", "resume-customizer-api"
SECONDS = int(NOW.timestamp())
CLAIMS: dict[str, object] = {
    "iss": ISSUER,
    "aud": AUDIENCE,
    "sub": "ann",
    "sid": "s1",
    "iat": SECONDS,
    "exp": SECONDS + 600,
}
HEADER: dict[str, object] = {"kid": "new", "typ": "at+jwt", "alg": "HS256"}


def tokens(now: datetime = NOW, issuer: str = ISSUER, audience: str = AUDIENCE) -> AccessTokens:
    return AccessTokens({"new": KEY, "old": OLD}, issuer, audience, clock=lambda: now)


def part(value: object) -> str:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def signed(header: object, claims: object, key: bytes = KEY, digest: str = "sha256") -> str:
    """A token made by hand, so that it can say anything."""
    text = f"{part(header)}.{part(claims)}"
    return f"{text}.{part(hmac.new(key, text.encode(), digest).digest())}"


def without(values: dict[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in values.items() if key != name}


def test_a_token_that_was_issued_here_is_read() -> None:
    token = tokens().issue("ann", "s1")

    assert tokens().read(token) == AccessClaims("ann", "s1", NOW + timedelta(minutes=10))
    assert jwt.get_unverified_header(token) == HEADER
    assert tokens().read(signed(HEADER, CLAIMS)) == tokens().read(token)


def test_a_token_with_an_older_key_is_read_until_it_expires() -> None:
    before = AccessTokens({"old": OLD}, ISSUER, clock=lambda: NOW).issue("ann", "s1")

    assert tokens().read(before).user_id == "ann"
    with pytest.raises(NotSignedIn):
        AccessTokens({"new": KEY}, ISSUER, clock=lambda: NOW).read(before)


def test_a_token_expires_after_ten_minutes() -> None:
    token = tokens().issue("ann", "s1")

    assert tokens(NOW + timedelta(seconds=599)).read(token)
    for seconds in (600, 601, 10**9):
        with pytest.raises(NotSignedIn):
            tokens(NOW + timedelta(seconds=seconds)).read(token)


GOOD = tokens().issue("ann", "s1")
HEAD, BODY, MARK = GOOD.split(".")
RSA = rsa.generate_private_key(65537, 2048)
HOSTILE = {
    "nothing": "",
    "one dot": ".",
    "two dots": "..",
    "four parts": f"{GOOD}.x",
    "no signature": f"{HEAD}.{BODY}.",
    "another signature": f"{HEAD}.{BODY}.{part(b'x' * 32)}",
    "another body": f"{HEAD}.{part(CLAIMS | {'sub': 'bob'})}.{MARK}",
    "algorithm none": f"{part(HEADER | {'alg': 'none'})}.{BODY}.",
    "algorithm None": f"{part(HEADER | {'alg': 'None'})}.{BODY}.",
    "algorithm none, signed": signed(HEADER | {"alg": "none"}, CLAIMS),
    "algorithm HS512": signed(HEADER | {"alg": "HS512"}, CLAIMS, digest="sha512"),
    "algorithm HS384 of the old key": signed(HEADER | {"alg": "HS384", "kid": "old"}, CLAIMS, OLD, "sha384"),
    "algorithm RS256": jwt.encode(CLAIMS, RSA, "RS256", {"kid": "new", "typ": "at+jwt"}),
    "no algorithm": signed(without(HEADER, "alg"), CLAIMS),
    "another key": signed(HEADER, CLAIMS, b"x" * 32),
    "empty key": signed(HEADER, CLAIMS, b""),
    "key of another id": signed(HEADER, CLAIMS, OLD),
    "no kid": signed(without(HEADER, "kid"), CLAIMS),
    "unknown kid": signed(HEADER | {"kid": "newer"}, CLAIMS),
    "kid as path": signed(HEADER | {"kid": "../../dev/null"}, CLAIMS, b""),
    "kid as SQL": signed(HEADER | {"kid": "new' OR 1=1 --"}, CLAIMS),
    "kid as list": signed(HEADER | {"kid": ["new"]}, CLAIMS),
    "kid as number": signed(HEADER | {"kid": 1}, CLAIMS),
    "address of a key": signed(without(HEADER, "kid") | {"jku": "https://evil.example/keys"}, CLAIMS),
    "key in the token": signed(without(HEADER, "kid") | {"jwk": {"kty": "oct", "k": part(KEY)}}, CLAIMS),
    "no typ": signed(without(HEADER, "typ"), CLAIMS),
    "typ JWT": signed(HEADER | {"typ": "JWT"}, CLAIMS),
    "critical header": signed(HEADER | {"crit": ["b64"], "b64": False}, CLAIMS),
    "other issuer": signed(HEADER, CLAIMS | {"iss": "https://evil.example"}),
    "issuers": signed(HEADER, CLAIMS | {"iss": [ISSUER]}),
    "other audience": signed(HEADER, CLAIMS | {"aud": "another"}),
    "audiences": signed(HEADER, CLAIMS | {"aud": [AUDIENCE, "another"]}),
    "expired": signed(HEADER, CLAIMS | {"iat": SECONDS - 600, "exp": SECONDS}),
    "too long": signed(HEADER, CLAIMS | {"exp": SECONDS + 601}),
    "for ever": signed(HEADER, CLAIMS | {"exp": 2**63}),
    "exp 1e400": signed(HEADER, json.dumps(CLAIMS).replace(str(SECONDS + 600), "1e400").encode()),
    "exp NaN": signed(HEADER, json.dumps(CLAIMS).replace(str(SECONDS + 600), "NaN").encode()),
    "exp text": signed(HEADER, CLAIMS | {"exp": str(SECONDS + 600)}),
    "exp true": signed(HEADER, CLAIMS | {"exp": True}),
    "from the future": signed(HEADER, CLAIMS | {"iat": SECONDS + 60, "exp": SECONDS + 600}),
    "not before": signed(HEADER, CLAIMS | {"nbf": 2**40}),
    "empty subject": signed(HEADER, CLAIMS | {"sub": ""}),
    "subject as number": signed(HEADER, CLAIMS | {"sub": 1}),
    "session as list": signed(HEADER, CLAIMS | {"sid": ["s1"]}),
    "claims as list": signed(HEADER, [CLAIMS]),
    "claims as text": signed(HEADER, "ann"),
    "header as list": signed([HEADER], CLAIMS),
    "deep claims": signed(HEADER, b"[" * 1_000 + b"]" * 1_000),
    "very long": signed(HEADER, CLAIMS | {"more": "x" * 100_000}),
    "no base 64": "!!!.???.###",
    "not ASCII": f"{HEAD}.{BODY}.ü",
    "lone surrogate": "\ud800",
    **{f"no {name}": signed(HEADER, without(CLAIMS, name)) for name in CLAIMS},
}


@pytest.mark.parametrize("token", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_other_token_gets_the_same_answer(token: str) -> None:
    with pytest.raises(NotSignedIn) as refusal:
        tokens().read(token)

    assert str(refusal.value) == "Sign in first: this access token is not valid, or no longer."


def test_a_token_of_another_installation_or_use_is_refused() -> None:
    for other in (tokens(issuer="https://other.example"), tokens(audience="downloads")):
        with pytest.raises(NotSignedIn):
            other.read(GOOD)


def test_short_keys_are_refused() -> None:
    for keys in ({}, {"a": b"short"}):
        with pytest.raises(ValueError, match="32 bytes"):
            AccessTokens(keys, ISSUER)


def test_the_signature_is_hmac_sha256_over_header_and_claims() -> None:
    expected = hmac.new(KEY, f"{HEAD}.{BODY}".encode(), hashlib.sha256).digest()

    assert part(expected) == MARK
