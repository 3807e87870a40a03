"""People and what lets them in. These belong to the installation: a person can be in several workspaces."""

from dataclasses import dataclass, field
from datetime import datetime

from resume_customizer.core.records.record import Id, Json, Record, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class User(Record):
    """An account."""

    email: str
    email_key: str
    """As it is compared: unique."""
    name: str = ""
    password_hash: str = ""
    """Empty: this account has no password, e.g. before an invitation is taken up."""
    renew_at: datetime | None = None
    """Until when a password counts that somebody else has chosen; None: it is the person's own."""
    verified_at: datetime | None = None
    disabled_at: datetime | None = None
    is_operator: bool = False
    second_factor: str = ""
    """The encrypted seed of the second factor; empty: there is none."""
    second_factor_step: int = 0
    """The last time step that a code was used for, so that none is used twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """What a person says about themselves."""

    user_id: Id
    bio: str = ""
    skills: Words = ()
    picture: str = ""
    """SHA-256 of the stored picture."""
    time_zone: str = "UTC"
    language: str = "en"
    preferences: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """One device that is signed in."""

    user_id: Id
    token_hash: str
    used_at: datetime
    ended_at: datetime | None = None
    passed_second_factor: bool = False
    in_workspace: Id | None = None
    """The workspace that this device works in."""
    address: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshToken(Record):
    """One link of a chain of refresh tokens; a used one that comes again ends its session."""

    session_id: Id
    user_id: Id
    token_hash: str
    expires_at: datetime
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey(Record):
    """A key that a program signs in with, as one person in one workspace."""

    user_id: Id
    in_workspace: Id
    name: str
    token_hash: str
    hint: str
    """Its first characters, by which people know it again."""
    scopes: Words = ()
    expires_at: datetime | None = None
    used_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OneTimeToken(Record):
    """What a link in an e-mail carries, or a recovery code: good once."""

    user_id: Id
    purpose: str
    """`verify`, `reset`, `change-email` or `recovery`."""
    token_hash: str
    expires_at: datetime
    used_at: datetime | None = None
    data: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInFailures(Record):
    """Wrong passwords one after the other, of an account or from an address; letters that were asked for, too."""

    subject: str
    """`account …`, `from …` or `letters …`: unique."""
    count: int = 0
    last_at: datetime | None = None
