"""The second factor: codes of six digits that change every 30 seconds (RFC 6238).

    new_seed()  ->  enrolment_address() for an app  ->  code  ->  matching_step()  ->  the time step that is now used up

Promises (tests in tests/infrastructure/test_totp.py):

* Codes are those of RFC 6238; the step before and the one after count too, for clocks that differ.
* A step that was used, and every step before it, never counts again.
"""

import base64
import hmac
import re
from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote, urlencode

from resume_customizer.core.secret_text import Secret
from resume_customizer.core.tokens import SEED_BYTES

STEP_SECONDS: Final = 30
_DIGITS: Final = 6
_WINDOW: Final = (0, -1, 1)
_CODE: Final = re.compile(r"[0-9]{6}")


def new_seed(random: bytes) -> Secret:
    """A seed in base 32, as people can type it into an app."""
    if len(random) < SEED_BYTES:
        message = f"A seed needs {SEED_BYTES} random bytes."
        raise ValueError(message)
    return Secret(base64.b32encode(random[:SEED_BYTES]).decode())


def enrolment_address(seed: Secret, account: str, issuer: str) -> Secret:
    """What an app reads from a QR code: an `otpauth` address. It holds the seed."""
    label = f"{quote(issuer, safe='')}:{quote(account, safe='@')}"
    query = urlencode({"secret": seed.reveal(), "issuer": issuer}, quote_via=quote)
    return Secret(f"otpauth://totp/{label}?{query}")


def matching_step(seed: Secret, typed: str, now: datetime, last_step: int = -1) -> int | None:
    """The time step whose code was typed, to be kept as the new `last_step`; None for a wrong or used code."""
    code = "".join(typed[:32].split())
    if not _CODE.fullmatch(code):
        return None
    current = int(now.astimezone(UTC).timestamp()) // STEP_SECONDS
    key = base64.b32decode(seed.reveal())
    steps = [max(0, current + each) for each in _WINDOW]
    matching = [step for step in steps if hmac.compare_digest(_code_of(key, step), code)]
    return next((step for step in matching if step > last_step), None)


def _code_of(key: bytes, step: int) -> str:
    from cryptography.hazmat.primitives.hashes import SHA1
    from cryptography.hazmat.primitives.twofactor.totp import TOTP

    return TOTP(key, _DIGITS, SHA1(), STEP_SECONDS).generate(step * STEP_SECONDS).decode()  # noqa: S303 - HMAC, as RFC 6238
