"""Workspaces, who is in them, and what they use."""

from dataclasses import dataclass, field
from datetime import datetime

from resume_customizer.core.permissions import Role
from resume_customizer.core.records.record import Id, Json, Record, TenantRecord
from resume_customizer.core.tiers import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace(Record):
    """One person's or one team's own: the tenant. Of the workspace itself, the installation knows only this."""

    name: str
    tier: Tier = Tier.FREE
    is_personal: bool = False
    needs_second_factor: bool = False
    """Whether members get no further without one."""
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(TenantRecord):
    """One person in one workspace. The person sees it from outside too, to find the way in."""

    user_id: Id
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(TenantRecord):
    """Somebody was asked to join; the link carries the workspace, so that it is looked up there."""

    email_key: str
    role: Role
    token_hash: str
    expires_at: datetime
    invited_by: Id
    ended_at: datetime | None = None
    """When it was taken up or taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceSettings(TenantRecord):
    """What a team has agreed on; one row."""

    values: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage(TenantRecord):
    """What was used of one limit in one window; counted in the transaction of what is counted."""

    counter: str
    """The limit and the beginning of its window, e.g. `customizations 2026-11`: unique in a workspace."""
    used: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView(TenantRecord):
    """A person's or the team's filters, columns and order for one list."""

    screen: str
    name: str
    owner_id: Id | None = None
    """None: everybody's."""
    choice: Json = field(default_factory=dict)
