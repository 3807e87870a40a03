"""Tables of people: how they sign in, and by what."""

from typing import Any, Final

from resume_customizer.core.records.accounts import (
    ApiKey,
    OneTimeToken,
    Profile,
    RefreshToken,
    Session,
    SignInFailures,
    User,
)
from resume_customizer.infrastructure.sql.kinds import Kind, by

ACCOUNTS: Final[tuple[Kind[Any], ...]] = (
    Kind(User, "users", unique=(("email_key",),), listed=(by(order="email_key"),)),
    Kind(Profile, "profiles", unique=(("user_id",),), names={"user_id": User}),
    Kind(
        Session,
        "sessions",
        unique=(("token_hash",),),
        listed=(by("user_id"), by(order="used_at")),
        names={"user_id": User},
    ),
    Kind(
        RefreshToken,
        "refresh_tokens",
        unique=(("token_hash",),),
        listed=(by("session_id"), by("user_id"), by(order="expires_at")),
        names={"user_id": User, "session_id": Session},
    ),
    Kind(
        ApiKey,
        "api_keys",
        unique=(("token_hash",),),
        listed=(by("user_id"), by("in_workspace")),
        names={"user_id": User},
    ),
    Kind(
        OneTimeToken,
        "one_time_tokens",
        unique=(("token_hash",),),
        listed=(by("user_id", "purpose"), by("user_id"), by(order="expires_at")),
        names={"user_id": User},
    ),
    Kind(SignInFailures, "sign_in_failures", unique=(("subject",),), listed=(by(order="changed_at"),)),
)
