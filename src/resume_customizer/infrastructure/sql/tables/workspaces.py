"""Tables of workspaces: who belongs to them, what they use."""

from typing import Any, Final

from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.workspaces import (
    Invitation,
    Membership,
    SavedView,
    Usage,
    Workspace,
    WorkspaceSettings,
)
from resume_customizer.infrastructure.sql.kinds import Kind, by

WORKSPACES: Final[tuple[Kind[Any], ...]] = (
    Kind(Workspace, "workspaces", listed=(by(order="name"), by("tier"))),
    Kind(
        Membership,
        "memberships",
        unique=(("user_id",),),
        listed=(by("role"),),
        names={"user_id": User},
        seen_by="user_id",
    ),
    Kind(
        Invitation,
        "invitations",
        unique=(("token_hash",),),
        listed=(by("email_key"),),
    ),
    Kind(WorkspaceSettings, "workspace_settings", unique=((),)),
    Kind(Usage, "usage", unique=(("counter",),)),
    Kind(SavedView, "saved_views", listed=(by("screen", order="name"),)),
)
